"""Output: wrapped and plain in pipes, coloured on screens only, safe against what articles may hold."""

from __future__ import annotations

import io
import json
import sys

import pytest

from memcon.cli import terminal
from memcon.report.layout import Piece, line, visible


class Screen(io.StringIO):
    """A stream that says it is a screen."""

    def isatty(self) -> bool:
        return True


def test_long_lines_wrap_under_their_own_column(capsys: pytest.CaptureFixture[str]) -> None:
    """The margin stands once, and every row begins at the line's column and ends before the pipe's width."""
    terminal.print_lines([line("word " * 40, indent=14, margin=Piece("2031-03-09", "strong"))])

    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 3
    assert rows[0].startswith("2031-03-09    word")
    assert all(row.startswith(" " * 14 + "word") for row in rows[1:])
    assert max(map(len, rows)) <= terminal.PIPE_WIDTH


def test_a_wide_margin_takes_its_own_line(capsys: pytest.CaptureFixture[str]) -> None:
    """An interval longer than the margin does not push the text out of its column."""
    terminal.print_lines([line("talks", indent=14, margin=Piece("2018-11-30/2021-05-10"))])

    assert capsys.readouterr().out == "2018-11-30/2021-05-10\n              talks\n"


@pytest.mark.parametrize(("no_color", "is_coloured"), [(None, True), ("1", False)])
def test_colours_on_a_screen_unless_refused(
    monkeypatch: pytest.MonkeyPatch, no_color: str | None, is_coloured: bool
) -> None:
    """A screen gets colours; NO_COLOR takes them away."""
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)

    terminal.print_lines([line(Piece("held", "done"))])

    assert ("\x1b[" in screen.getvalue()) is is_coloured


def test_each_piece_keeps_its_own_style(monkeypatch: pytest.MonkeyPatch) -> None:
    """The margin's style ends with the margin."""
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)

    terminal.print_lines([line("talks", indent=14, margin=Piece("2031", "strong"))])

    assert screen.getvalue() == "\x1b[1m2031\x1b[0m          talks\n"


def test_no_colours_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe gets the words only."""
    terminal.print_lines([line(Piece("held", "done"), "[bold]")])

    assert capsys.readouterr().out == "held[bold]\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mred", "a[31mred"),
        ("left\u202eright", "leftright"),
        ("two\n  lines\tand more ", "two lines and more"),
        ("\ud800x\x00", "x"),
    ],
)
def test_hostile_characters_are_not_shown(text: str, shown: str) -> None:
    """Escape sequences, direction marks and lone surrogates never reach a screen."""
    assert visible(text) == shown


def test_json_survives_what_cannot_be_encoded() -> None:
    """A lone surrogate is written as an escape; other characters stay as they are."""
    assert terminal.json_line({"a": "é"}) == '{"a":"é"}'
    assert terminal.json_line({"a": "\ud800"}) == '{"a":"\\ud800"}'


def test_messages_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A message is one line, its hint another, and neither is data."""
    terminal.tell("no such file", "check the path")

    assert capsys.readouterr() == ("", "memcon: no such file\n        check the path\n")


def test_data_on_a_screen_moves_no_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """What articles hold is written as numbers in JSON, which says the same; in a pipe it stays as it is. A table leaves it out."""
    record = {"title": "a\x1b[31m\x9bb\u202ec\x7f é"}
    screen = Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    terminal.print_json(record)
    terminal.print_rows([["a\x1b\x9bb", "é"]])
    first, second = screen.getvalue().splitlines()

    assert json.loads(first) == record
    assert not set(first) & {"\x1b", "\x9b", "\u202e", "\x7f"}
    assert "é" in first
    assert second == "ab,é"
