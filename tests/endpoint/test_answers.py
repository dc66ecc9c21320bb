"""Answers kept by what was asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from memcon.endpoint import Answer, Kept

ASKED = ["https://example.org/v1", {"model": "tiny", "messages": ["Grüße \ud800"]}]


def test_what_was_asked_is_found_again(tmp_path: Path) -> None:
    """The same words, whatever their order of keys; it costs no request then. Other words are another question."""
    kept = Kept(tmp_path)
    kept.keep(ASKED, Answer(content="{}", tokens_in=5, tokens_out=2))

    assert Kept(tmp_path).find(ASKED) == Answer(content="{}", tokens_in=5, tokens_out=2, requests=0)
    assert kept.find([ASKED[0], {"model": "other"}]) is None


def test_cut_answers_are_not_kept(tmp_path: Path) -> None:
    """Asked again, they may be whole."""
    kept = Kept(tmp_path)
    kept.keep(ASKED, Answer(content='{"events": [', is_whole=False))

    assert kept.find(ASKED) is None


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"content": 5}', '{"content": "x", "tokens_in": "many"}', '{"other": 1}']
)
def test_damaged_file_is_as_if_it_were_not_there(tmp_path: Path, content: str) -> None:
    """It is asked again, and the file written anew."""
    kept = Kept(tmp_path)
    kept.keep(ASKED, Answer(content="{}"))
    [file] = [path for path in tmp_path.rglob("*") if path.is_file()]
    file.write_text(content)

    assert kept.find(ASKED) is None
    kept.keep(ASKED, Answer(content="{}"))
    assert kept.find(ASKED) is not None


def test_folder_that_can_not_be_written_keeps_nothing(tmp_path: Path) -> None:
    """A file stands where the folder should be: reading goes on without."""
    (tmp_path / "file").write_text("")
    kept = Kept(tmp_path / "file")
    kept.keep(ASKED, Answer(content="{}"))

    assert kept.find(ASKED) is None


@pytest.mark.parametrize(
    ("content", "value"),
    [('{"a": 1}', {"a": 1}), ('```json\n{"a": 1}\n```', {"a": 1}), ("I can't.", None), ("", None), ("[" * 5000, None)],
)
def test_what_a_whole_answer_says(content: str, value: object) -> None:
    """JSON, in a fence or not; else nothing."""
    assert Answer(content=content).value == value
