"""Search hits: the passage with the words marked, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.report.layout import BLANK, Line, Piece, line, visible


def found_lines(title: str, passage: str, id: str, source: Iterable[str | None]) -> Iterator[Line]:
    """The title with its `source` (publisher, date) and the `id` to show, and below it the passage."""
    who = ", ".join(visible(each) for each in source if each)
    yield line(Piece(visible(title), "strong"), f"  {who}" if who else "", Piece(f"  {id}", "faint"))
    yield line(*_marked(visible(passage)), indent=2)
    yield BLANK


def _marked(passage: str) -> list[Piece | str]:
    pieces: list[Piece | str] = []
    for n, part in enumerate(passage.replace("\n", " ").split("[")):
        word, mark, rest = part.partition("]")
        if n and mark:
            pieces += [Piece(f"[{word}]", "strong"), rest]
        else:
            pieces.append(part if n == 0 else f"[{part}")
    return pieces
