"""A long document in parts, each of which is read like a document of its own.

Reading compares what a text says with what it said before; over two hundred pages, or over a text that is none, that has no bound. So a document
longer than `WHOLE` is cut at the ends of its blocks, a block longer than a part at the end of a sentence, and what the parts need of each other
is *carried*: the head of the document and the paragraphs in which the persons of the text were introduced stand above each part once more.
A part is the plain text with the rest left out, so its places are the document's (`memcon.domain.plain`).

A running report, whose posts were written on several days, is cut where one day ends: what "today" is in a part, and what is still to come, is told by the part's own day.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.domain.actors import Actor
from memcon.domain.documents import READ_BLOCKS, Block, Document, Original, day_written
from memcon.domain.problems import Problem
from memcon.domain.spans import Span

WHOLE = 40_000
"""Code points up to which a document is read in one piece: some fifteen pages. Of 4,000 articles and releases that memcon is measured on the longest
has 34,000."""

PART = 12_000
"""Code points of one part, without what is carried. The dearest texts that we know cost about two seconds for so many."""

CARRIED = 1_500
"""Code points of the head, and again of introductions, that stand above each part."""

_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")


def is_in_parts(document: Document) -> bool:
    """Whether `document` is read in parts: for its length, or since not all of it was written on one day."""
    return len(document.text) > WHOLE or any(post.published != document.published for post in document.posts)


def cut_into_parts(document: Document) -> tuple[Span, ...]:
    """The parts of a plain document, in order: each holds whole blocks of one day, at most `PART` code points of them, or a piece of one that is
    longer. Together they hold all of its blocks."""
    parts: list[Span] = []
    last: str | None = None
    for block in document.blocks:
        day = day_written(document, block.span.start)
        for piece in _pieces(document.text, block.span):
            if parts and day == last and piece.end - parts[-1].start <= PART:
                parts[-1] = Span(parts[-1].start, piece.end)
            else:
                parts.append(piece)
            last = day
    return tuple(parts)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """`span` in pieces of at most `PART` code points, cut behind a sentence, else behind a blank, else anywhere."""
    start = span.start
    while span.end - start > PART:
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start + PART // 2, start + PART)]
        cut = ends[-1] if ends else text.rfind(" ", start + PART // 2, start + PART) + 1 or start + PART
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def head_of(document: Document) -> tuple[Span, ...]:
    """The blocks at the beginning that every part is read with: what stands above the text and its first paragraph."""
    found: list[Span] = []
    for block in document.blocks:
        if block.span.end - document.blocks[0].span.start > CARRIED:
            break
        found.append(block.span)
        if block.kind == "body":
            break
    return tuple(found)


def introductions(document: Document, persons: Sequence[Actor]) -> tuple[Span, ...]:
    """The paragraphs of a plain document that name, for the first time, the persons that it names most, as far as `CARRIED` goes. Where `persons`
    are named is told in the document as it came."""
    starts = [document.offset(block.span.start) for block in document.blocks]
    found: dict[Span, None] = {}
    room = CARRIED
    for person in sorted(persons, key=lambda a: -len(a.mentions)):
        if not person.mentions or person.mentions[0].field == "title" or " " not in person.name:
            continue
        n = bisect_right(starts, person.mentions[0].start) - 1
        span = document.blocks[n].span if n >= 0 and document.blocks[n].kind in READ_BLOCKS else None
        if span is not None and span not in found and span.end - span.start <= room:
            found[span] = None
            room -= span.end - span.start
    return tuple(found)


def part_of(document: Document, own: Span, carried: Sequence[Span]) -> Document:
    """The plain `document` with nothing but `own` and, above it, the blocks `carried`; as written on the day of `own`."""
    kept = _in_order(document, own, carried)
    before = document.original or Original(text=document.text)
    text, dropped = "", list[int]()
    shifts: list[tuple[Span, int]] = []
    end = 0
    for span in kept:
        left_out = span.start - end
        first, last = bisect_left(before.dropped, end), bisect_right(before.dropped, span.start)
        dropped += [len(text)] * (left_out + last - first)
        shift = len(text) - span.start
        inside = before.dropped[last : bisect_left(before.dropped, span.end)]
        dropped += [at + shift for at in inside]
        shifts.append((span, shift))
        text += document.text[span.start : span.end]
        end = span.end

    def place(span: Span) -> Span | None:
        here = next(((s, by) for s, by in shifts if s.start <= span.start < s.end), None)
        if here is None:
            return None
        return Span(span.start + here[1], max(span.start, min(span.end, here[0].end)) + here[1])

    blocks = [(block.kind, place(piece)) for block in document.blocks for piece in _within(block.span, kept)]
    dateline = document.dateline
    line = place(dateline.span) if dateline is not None else None
    stated = document.published_span
    part = replace(
        document,
        text=text,
        blocks=tuple(Block(kind=kind, span=span) for kind, span in blocks if span is not None),
        dateline=replace(dateline, span=line) if dateline is not None and line is not None else None,
        published_span=place(stated) if stated is not None else None,
        posts=(),
        original=replace(before, dropped=tuple(dropped)),
    )
    return _dated(part, day_written(document, own.start))


def _dated(part: Document, day: str | None) -> Document:
    """A part as written on a day; where that is not the document's, nothing else that the document says of its date counts."""
    if day == part.published:
        return part
    return replace(part, published=day, published_time=None, published_span=None, dateline=None, updated=None)


def _in_order(document: Document, own: Span, carried: Sequence[Span]) -> list[Span]:
    """What is kept, in text order, none overlapping another; the white space behind a block with it."""
    kept: list[Span] = []
    for span in sorted({own, *(c for c in carried if c.end <= own.start)}):
        end = span.end
        while end < len(document.text) and document.text[end].isspace():
            end += 1
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(end, kept[-1].end))
        else:
            kept.append(Span(span.start, end))
    return kept


def _within(span: Span, kept: Sequence[Span]) -> Iterator[Span]:
    """What of `span` is kept."""
    for held in kept:
        start, end = max(span.start, held.start), min(span.end, held.end)
        if start < end:
            yield Span(start, end)


def dated_like(document: Document, part: Document) -> Document:
    """`document` with the publication date that reading a part of it found."""
    return replace(
        document,
        published=part.published,
        published_basis=part.published_basis,
        published_span=part.published_span,
        dateline=part.dateline or document.dateline,
    )


def not_read(ref: str, span: Span, *, is_fault: bool = False) -> Problem:
    """A place of the text that is left unread: for its length, or for a fault in memcon."""
    return Problem(
        code="part_not_read",
        message="a part is left out: "
        + ("reading it stopped with a fault" if is_fault else "hundreds of words without the end of a sentence"),
        hint="the rest is read"
        + ("; please report it with the document" if is_fault else "; if it is prose, give it full stops"),
        ref=ref,
        span=span,
        is_fatal=False,
    )
