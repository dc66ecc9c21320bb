"""A document's text with what was read from it marked: paragraphs of pieces, each piece with the records that rest on it. A pure function of text and spans.

Articles are other people's input. Pieces are plain text, for a template to escape; characters that would act on a screen are shown as signs or left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.domain.documents import BlockKind, Document
from memcon.domain.spans import Span

PART = 120_000
"""Code points of a text that one page shows."""

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")

_UNSEEN = {
    **{n: chr(0x2400 + n) for n in range(0x20) if n not in (0x09, 0x0A, 0x0D)},
    0x7F: "\u2421",
    **dict.fromkeys(range(128, 160), ""),
    **dict.fromkeys((1564, 8206, 8207, *range(8234, 8239), *range(8294, 8298), 65279), ""),
    **dict.fromkeys(range(55296, 57344), "�"),
}
"""Controls become their pictures; what turns the writing direction is left out, for each paragraph has its own; lone surrogates can't be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rests:
    """A record that rests on a place in the text: its id, what kind it is, and what it is called."""

    id: str
    kind: str
    label: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same records. `anchor` is its place, "s12-80", where a record begins in it; `is_asked` where it is what was followed here."""

    text: str
    rests: tuple[Rests, ...] = ()
    anchors: tuple[str, ...] = ()
    is_asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of the text, and what it is ("title", "body", "caption" …)."""

    kind: BlockKind | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A part of a document's text: `start` and `end` are its code points, `before` and `after` where the neighbouring parts begin."""

    paragraphs: tuple[Paragraph, ...]
    start: int
    end: int
    length: int
    before: int | None
    after: int | None


def seen(text: str) -> str:
    """`text` as it can be shown: no character in it acts on a screen."""
    return text.translate(_UNSEEN)


def anchor(span: Span) -> str:
    """The name of a place in a text."""
    return f"s{span.start}-{span.end}" if span.field == "text" else f"t{span.start}-{span.end}"


def mark(document: Document, rests: Sequence[Rests], *, asked: Sequence[Span] = (), start: int = 0) -> Marked:
    """The part of the text that begins at `start`, or that holds the first `asked` span."""
    length = len(document.text)
    first = next((span for span in asked if span.field == "text"), None)
    begin = (first.start if first else max(0, min(start, max(length - 1, 0)))) // PART * PART
    end = min(begin + PART, length)
    inside = [r for r in rests if r.span.field == "text" and r.span.start < end and r.span.end > begin]
    wanted = [s for s in asked if s.field == "text"]
    blocks = [b for b in document.blocks if b.span.field == "text"]
    starts = [b.span.start for b in blocks]
    paragraphs = []
    for line in _LINE.finditer(document.text, begin, end):
        at = bisect_right(starts, line.start() + len(line[0]) - len(line[0].lstrip())) - 1
        kind = blocks[at].kind if at >= 0 and line.start() < blocks[at].span.end else None
        pieces = tuple(_pieces(document.text, Span(line.start(), line.end()), inside, wanted))
        if line[0].strip():
            paragraphs.append(Paragraph(kind=kind, pieces=pieces))
    return Marked(
        paragraphs=tuple(paragraphs),
        start=begin,
        end=end,
        length=length,
        before=max(begin - PART, 0) if begin else None,
        after=end if end < length else None,
    )


def _pieces(text: str, line: Span, rests: Sequence[Rests], asked: Sequence[Span]) -> Iterable[Piece]:
    here = [r for r in rests if r.span.overlaps(line)]
    wanted = [s for s in asked if s.overlaps(line)]
    cuts = {line.start, line.end}
    for span in (*(r.span for r in here), *wanted):
        cuts.update(max(line.start, min(line.end, cut)) for cut in (span.start, span.end))
    ordered = sorted(cuts)
    for begin, end in pairwise(ordered):
        piece = Span(begin, end)
        yield Piece(
            text=seen(text[begin:end]),
            rests=tuple(r for r in here if r.span.overlaps(piece)),
            anchors=tuple(dict.fromkeys(anchor(r.span) for r in here if max(r.span.start, line.start) == begin)),
            is_asked=any(s.overlaps(piece) for s in wanted),
        )
