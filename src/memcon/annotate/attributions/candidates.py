"""What a rule proposes, and what is done to all proposals: grow to whole quotations, keep the outermost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from memcon.annotate.attributions.syntax import Syntax
from memcon.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A relation that one rule proposes. `verb` is the index of the cue's main token, -1 where the cue is a mark."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    verb: int = -1
    precision: float = 0.0


def with_quotes(syntax: Syntax, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Contents that end or begin inside a quotation, grown to all of it, in all its paragraphs."""
    whole = {piece: q.pieces for q in syntax.quoted.quotations for piece in q.pieces}
    busy = {syntax.tokens[c.verb].sentence for c in found if c.verb >= 0}
    for candidate in found:
        grown: list[Span] = []
        for piece in candidate.content:
            start, end, others = piece.start, piece.end, []
            for quote in (syntax.quoted.at(piece.start), syntax.quoted.at(piece.end - 1)):
                if (
                    quote is None
                    or quote.overlaps(candidate.cue)
                    or (candidate.source and quote.overlaps(candidate.source))
                ):
                    continue
                start, end = min(start, quote.start), max(end, quote.end)
                others = [p for p in whole[quote] if p != quote]
                others += _next_sentence(syntax, candidate, busy)
            grown += [Span(start, end), *others]
        yield replace(candidate, content=merged(grown))


def _next_sentence(syntax: Syntax, candidate: Candidate, busy: set[int]) -> list[Span]:
    """The quotation right after the sentence of "“A,” she said. “B.”", where nobody else says it."""
    if candidate.verb < 0:
        return []
    here = syntax.tokens[candidate.verb].sentence
    if (
        here + 1 >= len(syntax.sentences)
        or here + 1 in busy
        or syntax.sentences[here + 1].block != syntax.sentences[here].block
    ):
        return []
    quote = syntax.quoted.at(syntax.sentences[here + 1].span.start)
    return [quote] if quote and quote.start == syntax.sentences[here + 1].span.start else []


def merged(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """`pieces` in order, those that overlap made one."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and piece.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def outermost(found: Sequence[Candidate]) -> list[Candidate]:
    """Those of `found` (in the order of their cues) whose cue does not stand in another's content."""
    inside = sorted((piece, n) for n, candidate in enumerate(found) for piece in candidate.content)
    kept: list[Candidate] = []
    dropped: set[int] = set()
    open_pieces: list[tuple[int, int]] = []
    place = 0
    for n, candidate in enumerate(found):
        while place < len(inside) and inside[place][0].start <= candidate.cue.start:
            heappush(open_pieces, (-inside[place][0].end, inside[place][1]))
            place += 1
        while open_pieces and (-open_pieces[0][0] <= candidate.cue.start or open_pieces[0][1] in dropped):
            heappop(open_pieces)
        if any(-end >= candidate.cue.end and owner != n and owner not in dropped for end, owner in open_pieces[:3]):
            dropped.add(n)
        else:
            kept.append(candidate)
    return kept
