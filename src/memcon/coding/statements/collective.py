"""Statements, stances and undertakings of several who were told before: "the two leaders welcomed", "they called for" in the account of their meeting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.codebook import load_codebook
from memcon.coding.statements.cue import head_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import SUBJECTS
from memcon.domain.records import Event, Statement
from memcon.domain.spans import Span
from memcon.lexicon import words

_PRONOUNS = words("parties_by_pronoun") - words("first_person")
_TOLD_AGAIN = words("parties_told_again")
_ONE_OF_THEM = words("one_of_the_parties")

_NEAR, _FAR = 1500, 6000
"""Code points from the encounter to what its parties say, at most; and where the text is the account of that encounter."""

_Told = tuple[int, Event, tuple[str, ...]]
"""Where an encounter is first told, the encounter, and the ids of its parties."""


class Encounters:
    """Look-ups of who met last before a place of one document."""

    def __init__(self, index: TextIndex, events: Sequence[Event]) -> None:
        self._index = index
        told = sorted(
            (start, n)
            for n, e in enumerate(events)
            if load_codebook().kind(e.kind).has("together") and (start := _start(e)) is not None
        )
        several = [(start, events[n], found) for start, n in told if len(found := _company(events[n])) > 1]
        happened = [each for each in several if load_codebook().statuses.of(each[1].status).is_happening]
        self._told = happened or several
        titles = [each.span for each in index.annotation.sentences if each.kind == "title"]
        self._titled = next((told for told in happened if _is_in(titles, told[1])), None)
        self._starts = [start for start, _, _ in self._told]
        self._mentions = sorted(index.annotation.mentions, key=lambda m: m.span.start)
        self._named = [m.span.start for m in self._mentions]

    def parties(self, head: int) -> tuple[str, ...]:
        """The ids of the parties of the encounter told last before token `head`, where that is "they" or "both leaders": two or more of them,
        and nobody else whom "they" may mean named between; else nothing. In the account of one encounter, which its title tells, its parties
        however far on."""
        tree, lower = self._index.tree, self._index.tree.lower(head)
        is_each = lower in _ONE_OF_THEM and tree.has_word(head, {"each"}, "det")  # "each side"
        told = self._told_before(head) if is_each or lower in _PRONOUNS | _TOLD_AGAIN else None
        if told is None:
            return ()
        start = self._index.tokens[head].start
        return () if lower in _PRONOUNS and self._names_others(told[0], start, told[2]) else told[2]

    def beside(self, actor: str, office: int) -> str | None:
        """The one other party of the encounter told last before token `office`, where that token ends the title that this party has: of "the President
        and Emir" whoever met the President as Emir."""
        told = self._told_before(office)
        others = [a for a in told[2] if a != actor] if told is not None and actor in told[2] else []
        if len(others) != 1:
            return None
        held = self._index.annotation.actor_by_id.get(others[0])
        title = self._index.tree.lower(office)
        is_held = held is not None and any(title in o.title.lower().split() for o in held.offices)
        return others[0] if is_held else None

    def _told_before(self, head: int) -> _Told | None:
        """The encounter told last before token `head`; in the account of one encounter, which its title tells, that one however far on."""
        start = self._index.tokens[head].start
        last = bisect_right(self._starts, start) - 1
        told = self._told[last] if last >= 0 and start - self._starts[last] <= _NEAR else self._titled
        return told if told is not None and 0 <= start - told[0] <= _FAR else None

    def _names_others(self, start: int, end: int, parties: Sequence[str]) -> bool:
        """Whether a group that is none of the parties does something between: "they" may be its pronoun."""
        between = self._mentions[bisect_left(self._named, start) : bisect_left(self._named, end)]
        acting = (
            m
            for m in between
            if self._index.tokens[m.head_token].dep in SUBJECTS
            and self._index.tree.lower(m.head_token) not in _TOLD_AGAIN
        )
        return any(a.kind == "group" and a.id not in parties for m in acting for a in self._index.actors_of(m))


def _start(event: Event) -> int | None:
    """Where the text, not its title, first tells of an event."""
    return min((e.span.start for e in event.evidence if e.span.field == "text"), default=None)


def _company(event: Event) -> tuple[str, ...]:
    """The ids of those who took part."""
    return tuple(dict.fromkeys(p.actor for p in event.participants if not load_codebook().roles.of(p.role).is_away))


def _is_in(titles: Sequence[Span], event: Event) -> bool:
    """Whether the title tells of an event."""
    return any(e.span.field == "title" or any(e.span in title for title in titles) for e in event.evidence)


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
