"""What a rule proposes, and what is done to all proposals: grow to whole quotations, keep the outermost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from memcon.annotate.attributions.page import Page
from memcon.domain.spans import Span
from memcon.domain.tokens import Token


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that one rule proposes. `verb` is the index of the cue's main token, -1 where the cue is a mark."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    verb: int = -1
    precision: float = 0.0


# --- making one ------------------------------------------------------------------------------------------------------


def candidate(
    source: Span | None, cue: Span, pieces: Sequence[Span | None], verb: int, *, must_have_source: bool = False
) -> Iterator[Candidate]:
    """The candidate with what is left of `pieces` as content; none where nothing is, or where nobody says it and somebody must."""
    content = tuple(piece for piece in pieces if piece is not None)
    if content and (source is not None or not must_have_source):
        yield Candidate(source, cue, content, verb)


def candidate_of_verb(
    page: Page, verb: Token, subject: int | None, pieces: Sequence[Span | None]
) -> Iterator[Candidate]:
    """The candidate whose cue is `verb`. Neither it nor the subject's words are content."""
    source = page.phrase(subject) if subject is not None else None
    if subject is not None and source is not None and source.overlaps(verb.span):
        source = page.tokens[subject].span
    content = [piece for piece in pieces if piece is not None]
    for hole in (source, verb.span):
        content = [part for piece in content for part in _without(page, piece, hole)]
    yield from candidate(source, verb.span, sorted(content), verb.i)


def _without(page: Page, piece: Span, hole: Span | None) -> list[Span]:
    if hole is None or not piece.overlaps(hole):
        return [piece]
    parts = [Span(piece.start, max(piece.start, hole.start)), Span(min(piece.end, hole.end), piece.end)]
    return [kept for part in parts if (kept := page.trim(part)) is not None]


# --- growing to whole quotations -------------------------------------------------------------------------------------


def with_quotes(page: Page, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Contents that end or begin inside a quotation, grown to all of it, in all its paragraphs."""
    whole = {piece: q.pieces for q in page.quoted.quotations for piece in q.pieces}
    busy = {page.tokens[c.verb].sentence for c in found if c.verb >= 0}
    for one in found:
        grown: list[Span] = []
        for piece in one.content:
            start, end, others = piece.start, piece.end, []
            for quote in _quotations_at(page, one, piece):
                start, end = min(start, quote.start), max(end, quote.end)
                others = [p for p in whole[quote] if p != quote]
                others += _next_sentence(page, one, busy)
            grown += [Span(start, end), *others]
        yield replace(one, content=merged(grown))


def _quotations_at(page: Page, one: Candidate, piece: Span) -> Iterator[Span]:
    """The quotations in which a piece of content begins and ends, unless cue or source stand in them."""
    for quote in (page.quoted.at(piece.start), page.quoted.at(piece.end - 1)):
        if quote is not None and not any(quote.overlaps(s) for s in (one.cue, one.source) if s):
            yield quote


def _next_sentence(page: Page, one: Candidate, busy: set[int]) -> list[Span]:
    """The quotation right after the sentence of "“A,” she said. “B.”", where nobody else says it."""
    if one.verb < 0:
        return []
    here = page.tokens[one.verb].sentence
    if (
        here + 1 >= len(page.sentences)
        or here + 1 in busy
        or page.sentences[here + 1].block != page.sentences[here].block
    ):
        return []
    quote = page.quoted.at(page.sentences[here + 1].span.start)
    return [quote] if quote and quote.start == page.sentences[here + 1].span.start else []


def merged(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """`pieces` in order, those that overlap made one."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


# --- keeping the outermost -------------------------------------------------------------------------------------------


def outermost(found: Sequence[Candidate]) -> list[Candidate]:
    """Those of `found` (in the order of their cues) whose cue does not stand in another's content."""
    kept: list[Candidate] = []
    opened = _OpenContents(found)
    for n, one in enumerate(found):
        opened.go_to(one.cue.start)
        if opened.hold(one.cue, n):
            opened.drop(n)
        else:
            kept.append(one)
    return kept


class _OpenContents:
    """The contents that are open at a place, the longest first, while a text is gone through from left to right."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self._waiting = sorted(((piece, n) for n, one in enumerate(found) for piece in one.content), reverse=True)
        self._open: list[tuple[int, int]] = []
        self._dropped: set[int] = set()

    def go_to(self, place: int) -> None:
        while self._waiting and self._waiting[-1][0].start <= place:
            piece, n = self._waiting.pop()
            heappush(self._open, (-piece.end, n))
        while self._open and (-self._open[0][0] <= place or self._open[0][1] in self._dropped):
            heappop(self._open)

    def hold(self, cue: Span, n: int) -> bool:
        """Whether another than candidate `n` holds its cue."""
        return any(-end >= cue.end and m != n and m not in self._dropped for end, m in self._open[:3])

    def drop(self, n: int) -> None:
        """Takes the contents of candidate `n` out."""
        self._dropped.add(n)
