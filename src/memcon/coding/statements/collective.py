"""Statements of several who were told before: "the two leaders welcomed", "they called for" in the account of their meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.coding.statements.cue import head_of
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Event, Statement
from memcon.lexicon import words

_PRONOUNS = words("parties_by_pronoun") - words("first_person")
_TOLD_AGAIN = words("parties_told_again")
_AWAY = frozenset({"absent", "declined"})

_NEAR = 1500
"""Code points from the encounter to what its parties say, at most."""


def with_parties(index: TextIndex, statements: Iterable[Statement], events: Sequence[Event]) -> tuple[Statement, ...]:
    """`statements` with the parties of the encounter told last before them as speakers, where their speaker is "they" or "both leaders" and
    nobody that the text names."""
    starts = sorted((min(e.span.start for e in event.evidence), n) for n, event in enumerate(events) if event.evidence)
    return tuple(_with_parties(index, each, [(start, events[n]) for start, n in starts]) for each in statements)


def _with_parties(index: TextIndex, statement: Statement, told: Sequence[tuple[int, Event]]) -> Statement:
    span = statement.speaker_span
    if span is None or statement.speaker is not None or statement.speakers:
        return statement
    head = head_of(index, (span,))
    is_pronoun = head >= 0 and index.tree.lower(head) in _PRONOUNS
    if head < 0 or not (is_pronoun or index.tree.lower(head) in _TOLD_AGAIN):
        return statement
    before = [(start, event) for start, event in told if start <= span.start and span.start - start <= _NEAR]
    if not before:
        return statement
    start, event = before[-1]
    parties = tuple(dict.fromkeys(p.actor for p in event.participants if p.role not in _AWAY))
    if len(parties) < 2 or (is_pronoun and _names_others(index, start, span.start, parties)):
        return statement
    return replace(statement, speakers=parties)


def _names_others(index: TextIndex, start: int, end: int, parties: Sequence[str]) -> bool:
    """Whether a group that is none of the parties is named between: "they" may be its pronoun."""
    between = (m for m in index.annotation.mentions if start <= m.span.start < end)
    return any(a.kind == "group" and a.id not in parties for m in between for a in index.actors_of(m))
