"""Statements, stances and undertakings of several who were told before: "the two leaders welcomed", "they called for" in the account of their meeting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.coding.statements.cue import head_of
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Event, Statement
from memcon.domain.tree import SUBJECTS
from memcon.lexicon import words

_PRONOUNS = words("parties_by_pronoun") - words("first_person")
_TOLD_AGAIN = words("parties_told_again")
_AWAY = frozenset({"absent", "declined"})

_NEAR = 1500
"""Code points from the encounter to what its parties say, at most."""


class Encounters:
    """Look-ups of who met last before a place of one document."""

    def __init__(self, index: TextIndex, events: Sequence[Event]) -> None:
        self._index = index
        told = sorted(
            (min(e.span.start for e in event.evidence), n) for n, event in enumerate(events) if event.evidence
        )
        self._starts = [start for start, _ in told]
        self._events = [events[n] for _, n in told]
        self._mentions = sorted(index.annotation.mentions, key=lambda m: m.span.start)
        self._named = [m.span.start for m in self._mentions]

    def parties(self, head: int) -> tuple[str, ...]:
        """The ids of the parties of the encounter told last before token `head`, where that is "they" or "both leaders": two or more of them,
        and nobody else whom "they" may mean named between; else nothing."""
        lower = self._index.tree.lower(head)
        if lower not in _PRONOUNS | _TOLD_AGAIN:
            return ()
        start = self._index.tokens[head].start
        last = bisect_right(self._starts, start) - 1
        if last < 0 or start - self._starts[last] > _NEAR:
            return ()
        parties = tuple(dict.fromkeys(p.actor for p in self._events[last].participants if p.role not in _AWAY))
        is_open = lower in _PRONOUNS and self._names_others(self._starts[last], start, parties)
        return () if len(parties) < 2 or is_open else parties

    def _names_others(self, start: int, end: int, parties: Sequence[str]) -> bool:
        """Whether a group that is none of the parties does something between: "they" may be its pronoun."""
        between = self._mentions[bisect_left(self._named, start) : bisect_left(self._named, end)]
        acting = (m for m in between if self._index.tokens[m.head_token].dep in SUBJECTS)
        return any(a.kind == "group" and a.id not in parties for m in acting for a in self._index.actors_of(m))


def with_parties(index: TextIndex, statements: Iterable[Statement], encounters: Encounters) -> tuple[Statement, ...]:
    """`statements` with the parties of the encounter told last before them as speakers, where their speaker is "they" or "both leaders" and
    nobody that the text names."""
    return tuple(_with_parties(index, each, encounters) for each in statements)


def _with_parties(index: TextIndex, statement: Statement, encounters: Encounters) -> Statement:
    span = statement.speaker_span
    if span is None or statement.speaker is not None or statement.speakers:
        return statement
    head = head_of(index, (span,))
    parties = encounters.parties(head) if head >= 0 else ()
    return replace(statement, speakers=parties) if parties else statement
