"""Statements within statements: who only passes words on is no speaker of them, and what a speaker says of itself inside its own quotation is
in that quotation already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.domain.records import Statement
from memcon.domain.spans import Span
from memcon.lexicon import words

_FIRST_PERSON = words("first_person")
_NEWS = words("news_body")

_MOST_OF_IT = 0.6
"""So much of what an agency reports must be somebody else's statement for the agency to be only its relay."""

_DEEPEST = 8
"""How many statements around another one are looked at, the innermost first: deeper nesting is no prose, and this bounds the time."""


def told_once(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """`statements` with those that another one makes superfluous typed as the deeds that they are: "reports what somebody said", "I thank" in
    the middle of one's own quotation."""
    superfluous = {
        (outer if is_relayed else inner).id
        for outer, inner in _nested([s for s in statements if s.is_shown and s.cue is not None])
        if (is_relayed := _is_relayed(outer, inner)) or _is_own(outer, inner)
    }
    return tuple(replace(s, act="deed") if s.id in superfluous else s for s in statements)


def _nested(told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with those around its cue: in one walk through the text, with what is open at each place on a stack."""
    cues = sorted(((s.cue.span, n) for n, s in enumerate(told) if s.cue is not None), key=lambda c: c[0].start)
    contents = sorted(((span, n) for n, s in enumerate(told) for span in s.content_spans), key=_outer_first)
    around: list[tuple[Span, int]] = []
    next_content = 0
    for cue, inner in cues:
        while next_content < len(contents) and contents[next_content][0].start <= cue.start:
            _close(around, contents[next_content][0].start)
            around.append(contents[next_content])
            next_content += 1
        _close(around, cue.start)
        yield from ((told[n], told[inner]) for span, n in around[-_DEEPEST:] if cue in span and n != inner)


def _outer_first(content: tuple[Span, int]) -> tuple[int, int]:
    return content[0].start, -content[0].end


def _close(around: list[tuple[Span, int]], offset: int) -> None:
    """Takes from the stack what ended before `offset`."""
    while around and around[-1][0].end <= offset:
        around.pop()


def _is_relayed(outer: Statement, inner: Statement) -> bool:
    """Whether an outlet or a paper tells hardly more than what somebody else said."""
    named = (outer.speaker_text or "").lower().split()
    is_outlet = (outer.grade == "hearsay" and outer.hedge is None) or not _NEWS.isdisjoint(named)
    is_relay = outer.speaker_kind == "document" or is_outlet
    whole = sum(s.end - s.start for s in outer.content_spans)
    told_by = (inner.speaker_span, inner.cue.span if inner.cue is not None else None)
    parts = [*inner.content_spans, *(span for span in told_by if span is not None)]
    own = sum(s.end - s.start for s in parts if any(s in o for o in outer.content_spans))
    return is_relay and own >= _MOST_OF_IT * whole


def _is_own(outer: Statement, inner: Statement) -> bool:
    """Whether a speaker says something of itself within its own quoted words."""
    return outer.quote_type != "indirect" and (inner.speaker_text or "").lower() in _FIRST_PERSON
