"""What goes wrong with names, links and characters costs a document at most, from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from memcon.cli.app import main

pytestmark = pytest.mark.model

TEXT = "The foreign minister of Norway met the foreign minister of Chile in Oslo on 4 March 2025."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with no settings but rules, which are quick."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MEMCON_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("MEMCON_ATTRIBUTION", "rules")
    monkeypatch.setenv("MEMCON_EVENTS", "rules")
    monkeypatch.setenv("MEMCON_LEDGER", str(tmp_path / "ledger.db"))
    (tmp_path / "in").mkdir()
    return tmp_path


def added(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    """What became of each input."""
    main(["add", "--json", *arguments])
    return [(row["ref"], row["outcome"]) for row in map(json.loads, capsys.readouterr().out.splitlines())]


def test_names_that_no_ledger_can_hold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A byte of a name that is no UTF-8, half a surrogate pair or a NUL in a record's id are written as escapes; the batch goes on."""
    Path(os.fsdecode(b"in/caf\xe9.txt")).write_text(TEXT)
    records = [{"id": "a\ud800", "title": "t\udc80", "text": TEXT + " One."}, {"id": "b\0", "text": TEXT + " Two."}]
    Path("in/records.jsonl").write_text("\n".join(map(json.dumps, records)))
    Path("in/z.txt").write_text(TEXT + " Three.")

    assert added(capsys, "in") == [
        (r"in/caf\xe9.txt", "added"), (r"a\ud800", "added"), (r"b\x00", "added"), ("in/z.txt", "added")
    ]  # fmt: skip
    assert main(["timeline"]) == 0


def test_links_out_of_a_folder_are_not_followed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither to a file nor to a folder, and both are told; links within it are, and all where that is asked, without walking in a circle."""
    Path("out").mkdir()
    Path("out/secret.txt").write_text(TEXT + " Secret.")
    Path("in/own.txt").write_text(TEXT)
    Path("in/file.txt").symlink_to(folder / "out" / "secret.txt")
    Path("in/folder").symlink_to(folder / "out")
    Path("in/again.txt").symlink_to("own.txt")
    Path("in/loop").symlink_to(".")

    main(["add", "--json", "in"])
    first = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [(row["ref"], [problem["code"] for problem in row["problems"]]) for row in first] == [
        ("in/folder", ["link_skipped"]), ("in/again.txt", []), ("in/file.txt", ["link_skipped"]), ("in/own.txt", [])
    ]  # fmt: skip
    assert ("in/file.txt", "added") in added(capsys, "in", "--follow-links")


def test_resuming_reads_only_what_is_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run again over a folder needs no language model for what is there already; one that codes acts otherwise reads again."""
    from memcon.ingest import Reader

    Path("in/a.txt").write_text(TEXT)
    Path("in/b.txt").write_text(TEXT + " Two.")
    assert added(capsys, "in") == [("in/a.txt", "added"), ("in/b.txt", "added")]
    Path("in/c.txt").write_text(TEXT + " Three.")
    seen: list[str] = []
    read = Reader._read_whole

    def counted(self: Reader, documents: list[object]) -> object:
        seen.extend(document.ref for document in documents)  # type: ignore[attr-defined]
        return read(self, documents)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "_read_whole", counted)
    assert added(capsys, "in") == [("in/a.txt", "unchanged"), ("in/b.txt", "unchanged"), ("in/c.txt", "added")]
    assert seen == ["in/c.txt"]
    added(capsys, "in", "--plover", "off")
    assert seen == ["in/c.txt", "in/a.txt", "in/b.txt", "in/c.txt"]


@pytest.mark.parametrize(
    "mark",
    [
        "\0",
        *(
            pytest.param(mark, marks=pytest.mark.slow)
            for mark in ("\x01", "\x1b[31m", "\x7f", "\x9b", "\ufdd0", "\u202e", "\ufffe")
        ),
    ],
)
def test_page_is_not_lost_for_a_control_character(folder: Path, capsys: pytest.CaptureFixture[str], mark: str) -> None:
    """The page is read, and nothing of the character reaches a screen."""
    page = f"<html><head><title>Talks{mark} in Oslo</title></head><body><article><h1>Talks in Oslo</h1><p>{TEXT}{mark}</p></article></body></html>"
    Path("in/page.html").write_text(page, encoding="utf-8")

    assert added(capsys, "in") == [("in/page.html", "added")]
    main(["timeline", "--long"])
    assert not set(capsys.readouterr().out) & {"\x1b", "\x9b", "\u202e", "\0"}


@pytest.mark.parametrize("place", ["file/ledger.db", "file/deep/ledger.db", "in"])
def test_ledger_that_can_not_be_made(folder: Path, capsys: pytest.CaptureFixture[str], place: str) -> None:
    """Exit code 2 and a hint, before anything is read."""
    Path("file").write_text("x")
    Path("in/a.txt").write_text(TEXT)

    assert main(["add", "in", "--ledger", place]) == 2
    told = capsys.readouterr().err
    assert "can't make a ledger" in told
    assert "name a file in a folder" in " ".join(told.split())
