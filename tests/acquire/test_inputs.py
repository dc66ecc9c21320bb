"""Paths, folders and standard input."""

from __future__ import annotations

import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from memcon.acquire import MAX_BYTES, acquire
from memcon.acquire import inputs as inputs_module
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.errors import UsageError


def outline(results: list[Capture | Problem], root: Path | None = None) -> list[tuple[str, str]]:
    """Each result as its ref (without the folder of the test) and its media type or problem code."""
    prefix = f"{root}{os.sep}" if root else ""
    return [(r.ref.removeprefix(prefix), r.media_type if isinstance(r, Capture) else r.code) for r in results]


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    """Names decide the order, so two machines read the same."""
    for name in ("b/2.md", "b/1.html", "a.txt", ".hidden/x.txt", ".secret", "c.bin"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"The envoys met.")

    found = list(acquire([str(tmp_path)]))

    assert outline(found, tmp_path) == [
        ("a.txt", "text/plain"),
        ("c.bin", "text/plain"),
        ("b/1.html", "text/html"),
        ("b/2.md", "text/markdown"),
    ]


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    """Nothing is decoded here."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOslo\r\n\x00\xff")

    [capture] = acquire([str(tmp_path / "a.txt")], published="2021-05-04")

    assert isinstance(capture, Capture)
    assert capture.data == b"\xef\xbb\xbfOslo\r\n\x00\xff"
    assert capture.given_published == "2021-05-04"


def test_a_bad_line_of_jsonl_is_one_problem(tmp_path: Path) -> None:
    """The lines around it are read; blank lines count as lines."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"text": "one"}\n\n{"text": oops}\n[1]\n{"text": "five", "id": "five"}\n' + b"[" * 100_000
    )

    found = list(acquire([str(path)]))

    assert outline(found, tmp_path) == [
        ("a.jsonl#1", "application/json"),
        ("a.jsonl#3", "json_not_valid"),
        ("a.jsonl#4", "record_not_object"),
        ("five", "application/json"),
        ("a.jsonl#6", "json_not_valid"),
    ]
    assert isinstance(found[1], Problem)
    assert "line 3" in found[1].message


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"text": "a"}', [("x.json", "application/json")]),
        (b'[{"text": "a"}, {"id": "b", "text": "b"}]', [("x.json#1", "application/json"), ("b", "application/json")]),
        ('[{"text": "a"}]'.encode("utf-16"), [("x.json#1", "application/json")]),
        (b"[]", [("x.json", "empty")]),
        (b"", [("x.json", "empty")]),
        (b'{"text": ', [("x.json", "json_not_valid")]),
        (b"[" * 100_000, [("x.json", "json_not_valid")]),
        (b'"text"', [("x.json", "record_not_object")]),
        (
            json.dumps({"text": "a" * 70_000}).encode() + b'\n{"text": "b"}',
            [("x.json#1", "application/json"), ("x.json#2", "application/json")],
        ),
    ],
)
def test_json_files(tmp_path: Path, content: bytes, expected: list[tuple[str, str]]) -> None:
    """One record, a list, or lines under the wrong name."""
    (tmp_path / "x.json").write_bytes(content)

    assert expected == outline(list(acquire([str(tmp_path / "x.json")])), tmp_path)


def test_utf16_lines(tmp_path: Path) -> None:
    """JSONL from a spreadsheet may be UTF-16."""
    (tmp_path / "x.jsonl").write_bytes('{"text": "a"}\n{"text": "b"}\n'.encode("utf-16"))

    assert [t for _, t in outline(list(acquire([str(tmp_path / "x.jsonl")])))] == ["application/json"] * 2


def test_standard_input_is_sniffed() -> None:
    """Records, pages and text come in by a pipe."""
    lines = io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n')

    assert outline(list(acquire(["-"], stdin=lines))) == [("-#1", "application/json"), ("-#2", "application/json")]
    assert outline(list(acquire(["-"], stdin=io.BytesIO(b"<html><p>a")))) == [("-", "text/html")]
    assert outline(list(acquire(["-"], stdin=io.BytesIO(b"Oslo")))) == [("-", "text/plain")]
    assert outline(list(acquire(["-"]))) == [("-", "text/plain")]


def test_what_is_not_there(tmp_path: Path) -> None:
    """Each missing or strange input is one problem, and the batch goes on."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "ok.txt").write_bytes(b"Oslo")
    os.mkfifo(tmp_path / "pipe")
    given = [str(tmp_path / n) for n in ("missing.txt", "empty", "pipe", "ok.txt")]

    found = list(acquire([*given, "nul\0byte"]))

    assert [t for _, t in outline(found)] == [
        "input_not_found",
        "folder_empty",
        "input_not_file",
        "text/plain",
        "input_not_found",
    ]
    assert all(p.hint for p in found if isinstance(p, Problem))


def test_an_unreadable_file(tmp_path: Path) -> None:
    """A file that goes away between listing and reading."""
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")

    [problem] = acquire([str(tmp_path)])

    assert isinstance(problem, Problem)
    assert problem.code == "input_not_readable"


def test_fifty_megabytes_of_one_line_are_not_held(tmp_path: Path) -> None:
    """The limit bounds memory, whatever the file's size."""
    path = tmp_path / "long.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    tracemalloc.start()
    found = outline(list(acquire([str(path)])))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [t for _, t in found] == ["too_large"]
    assert peak < 3 * MAX_BYTES


def test_a_line_too_long_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The records after it are read."""
    monkeypatch.setattr(inputs_module, "MAX_BYTES", 200_000)
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'{"text": "a"}\n{"text": "' + b"a" * 500_000 + b'"}\n{"text": "c"}\n')

    assert outline(list(acquire([str(path)])), tmp_path) == [
        ("x.jsonl#1", "application/json"),
        ("x.jsonl#2", "too_large"),
        ("x.jsonl#3", "application/json"),
    ]


def test_a_wrong_mapping_is_refused_at_once() -> None:
    """Before anything is read."""
    with pytest.raises(UsageError):
        acquire(["-"], fields={"txt": "body"})
