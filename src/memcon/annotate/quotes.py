"""Quotations: what stands between quotation marks, over paragraphs too.

One pass over the text with a bounded number of steps a mark. A mark that nothing closes ends with its block: it never swallows more.
Only the outermost quotation is given; marks within it belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from memcon.domain.quotation import PAIRS
from memcon.domain.spans import Span
from memcon.domain.tellings import QuoteType

_STRAIGHT = frozenset(opening for opening, closing in PAIRS.items() if opening == closing)
_SINGLE = frozenset("‘'")
"""Marks that are apostrophes as well."""
_ANY_MARK = re.compile("""[“”„«»「」『』‘’"＂〝〞']""")
_OPENS_AFTER = re.compile(r"[\s(\[{—–\-/:]")
"""What may stand before an opening straight or single mark, apart from the block's beginning and another mark."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted text, its marks included, in one piece a block. `is_closed` tells whether the closing mark was found."""

    pieces: tuple[Span, ...]
    is_closed: bool


def find_quotations(text: str, blocks: Sequence[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of `blocks`, in text order. A quotation goes on in the next block when it is still open and that block
    begins with the same opening mark, as newspapers print a speech of several paragraphs."""
    found: list[Quotation] = []
    held: tuple[Span, ...] = ()
    held_mark = ""
    for block in blocks:
        start = block.start + len(text[block.start : block.end]) - len(text[block.start : block.end].lstrip())
        goes_on = bool(held) and text[start : start + 1] == held_mark
        if held and not goes_on:
            found.append(Quotation(held, False))
            held = ()
        spans, open_at = _scan(text, block)
        for n, (span, is_closed) in enumerate(spans):
            pieces = (*held, span) if n == 0 and held and span.start == start else (span,)
            if n == 0 and held and pieces == (span,):
                found.append(Quotation(held, False))
            held = ()
            if not is_closed and n == len(spans) - 1 and open_at is not None:
                held, held_mark = pieces, text[open_at]
            else:
                found.append(Quotation(pieces, is_closed))
    if held:
        found.append(Quotation(held, False))
    return tuple(found)


def _scan(text: str, block: Span) -> tuple[list[tuple[Span, bool]], int | None]:
    """The quotations of one block, and where the last one opened if it is still open at the block's end."""
    found: list[tuple[Span, bool]] = []
    opened: int | None = None
    for match in _ANY_MARK.finditer(text, block.start, block.end):
        place, mark = match.start(), match.group()
        if opened is None:
            if mark in PAIRS and _may_open(text, place, block):
                opened = place
        elif mark == PAIRS[text[opened]] and _may_close(text, place, block, text[opened]):
            found.append((Span(opened, place + 1), True))
            opened = None
        elif mark == text[opened] and place - opened > 1 and _may_open(text, place, block):
            found.append((Span(opened, _trimmed(text, opened, place)), False))
            opened = place
    if opened is None:
        return found, None
    found.append((Span(opened, _trimmed(text, opened, block.end)), False))
    return found, opened


def _may_open(text: str, place: int, block: Span) -> bool:
    mark, before = text[place], text[place - 1] if place > block.start else " "
    if mark not in _STRAIGHT and mark != "‘":
        return True
    after = text[place + 1] if place + 1 < block.end else " "
    if mark in _SINGLE and after.isdigit():
        return False  # "the '90s"
    may_open = not after.isspace() and (bool(_OPENS_AFTER.match(before)) or before in PAIRS)
    return may_open and (mark != "'" or _is_closed_by_clause(text, place, block))


def _is_closed_by_clause(text: str, place: int, block: Span) -> bool:
    """Whether a straight single mark is closed behind a clause's stop, as speech is ('We agree,' he said): else it is an apostrophe or sets off
    a word. Looks on to the next such mark that may close, within bounds."""
    end = min(block.end, place + _LONGEST_SINGLE)
    for n, match in enumerate(_APOSTROPHE.finditer(text, place + 1, end)):
        at = match.start()
        if n >= _MOST_APOSTROPHES:
            return False
        if _may_close(text, at, block, "'"):
            return text[at - 1] in ".,!?…"
    return False


_APOSTROPHE = re.compile("'")
_LONGEST_SINGLE, _MOST_APOSTROPHES = 1200, 12


def _may_close(text: str, place: int, block: Span, opening: str) -> bool:
    if opening not in _STRAIGHT and opening != "‘":
        return True
    before, after = text[place - 1], text[place + 1] if place + 1 < block.end else " "
    if opening in _SINGLE:
        return (
            not after.isalnum()
            and (before in ".,!?…" or not before.isspace())
            and not (before in "sS" and after == " ")
        )
    return not (before.isspace() and after.isalnum())


def _trimmed(text: str, start: int, end: int) -> int:
    """`end` without the white space before it."""
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


class SpanIndex:
    """Spans that do not overlap, for questions about places in logarithmic time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._ends = [span.end for span in self._spans]

    def at(self, place: int) -> Span | None:
        """The span that holds `place`, if any."""
        n = bisect_right(self._starts, place) - 1
        return self._spans[n] if n >= 0 and place < self._ends[n] else None

    def within(self, span: Span) -> Sequence[Span]:
        """The spans that overlap `span`."""
        return self._spans[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]


class QuotedText(SpanIndex):
    """Which characters are quoted."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        super().__init__([piece for quotation in quotations for piece in quotation.pieces])
        self.quotations = tuple(quotations)

    def share(self, spans: Sequence[Span]) -> float:
        """How much of `spans`, 0 to 1, is quoted."""
        whole = sum(span.end - span.start for span in spans)
        quoted = sum(
            min(span.end, piece.end) - max(span.start, piece.start) for span in spans for piece in self.within(span)
        )
        return quoted / whole if whole else 0.0

    def type_of(self, content: Sequence[Span]) -> QuoteType:
        """`direct` when nearly all of `content` is quoted, `mixed` when a part is, else `indirect`."""
        share = self.share(content)
        if share >= 0.9:
            return "direct"
        return "mixed" if share > 0 else "indirect"
