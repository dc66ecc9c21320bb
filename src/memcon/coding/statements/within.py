"""Statements within statements: who only passes words on is no speaker of them, and what a speaker says of itself inside its own quotation is
in that quotation already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from memcon.domain.records import Statement
from memcon.lexicon import words

_FIRST_PERSON = words("first_person")
_NEWS = words("news_body")

_MOST_OF_IT = 0.6
"""So much of what an agency reports must be somebody else's statement for the agency to be only its relay."""


def told_once(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """`statements` with those that another one makes superfluous typed as the deeds that they are: "reports what somebody said", "I thank" in
    the middle of one's own quotation."""
    told = [s for s in statements if s.is_shown and s.cue is not None]
    superfluous = {
        (outer if _is_relayed(outer, inner) else inner).id
        for outer in told
        for inner in told
        if inner is not outer and _is_within(inner, outer) and (_is_relayed(outer, inner) or _is_own(outer, inner))
    }
    return tuple(replace(s, act="deed") if s.id in superfluous else s for s in statements)


def _is_within(inner: Statement, outer: Statement) -> bool:
    return inner.cue is not None and any(inner.cue.span in span for span in outer.content_spans)


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
