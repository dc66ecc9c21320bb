"""Lines of a report before they meet a screen: pieces of text with a meaning, a place, and no colours yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Style = Literal["plain", "title", "heading", "strong", "label", "faint", "quote", "done", "ahead", "open", "off"]
"""What a piece of text is. The last four are event statuses: it took place, it is still to come, it is not sure, it did not happen."""

MARGIN = 14
"""Columns of the left margin, where dates stand."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one style."""

    text: str
    style: Style = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One logical line. It begins at column `indent` and goes on there when it is too long for the screen; `margin` stands to its left. A row of a list (`is_row`) is
    broken on a screen only: what reads a pipe has one line for it."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    margin: Piece | None = None
    is_row: bool = False

    @property
    def text(self) -> str:
        """The line without its styles and unwrapped."""
        left = self.margin.text if self.margin else ""
        return (left.ljust(self.indent) + "".join(piece.text for piece in self.pieces)).rstrip()


BLANK = Line()


def line(*pieces: Piece | str, indent: int = 0, margin: Piece | None = None) -> Line:
    """A line of `pieces`; plain strings are in the plain style."""
    return Line(pieces=tuple(p if isinstance(p, Piece) else Piece(p) for p in pieces), indent=indent, margin=margin)


def field(name: str, *pieces: Piece | str, indent: int = MARGIN) -> Line:
    """A labelled line: "agenda    …", its text in a column of its own."""
    width = max(11, len(name) + 1)
    return line(*pieces, indent=indent + width, margin=Piece(" " * indent + name, "label"))


def visible(text: str) -> str:
    """`text` on one line, without characters that could move the cursor, turn the writing direction or hide something.

    Articles are other people's input: control, format and surrogate characters (Unicode categories Cc, Cf, Cs, Co) are left out.
    """
    if (
        text.isprintable() and "  " not in text
    ):  # of white space it has single blanks alone, and nothing of those categories
        return text.strip()
    flat = _SPACE.sub(" ", text)
    return "".join(c for c in flat if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"}).strip()


def shortened(text: str, limit: int) -> str:
    """`text`, cut at a space with "…" when it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > 0 else limit].rstrip(" ,;:") + " …"


def plain_text(lines: Iterable[Line]) -> str:
    """All lines without styles, one a row."""
    return "".join(f"{each.text}\n" for each in lines)
