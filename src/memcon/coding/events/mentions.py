"""Event mentions: a trigger with all that its own sentence says of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from memcon.coding.events.scene import Clause, Trigger
from memcon.coding.events.status_evidence import Finding
from memcon.domain.dates import Interval, interval_of
from memcon.domain.records import Participant, Phrase, Place, When
from memcon.lexicon import words

_GATES = words("where_travellers_come_in")


@dataclass(frozen=True, kw_only=True)
class EventMention:
    """What one sentence says of an event. `is_definite` when it refers back ("the meeting", "Tuesday's meeting"), `is_by_its_time` when all that stands before its noun is whose time it is ("last month's summit"), `is_elliptic` when a note has no subject
    ("Met with the premier", "Informal meeting with the premier"), `has_unnamed_party` when the other side has no name to keep, `generic` names the rules by which it speaks of meetings in general, `same_as` is the token of what the sentence
    equates it with, `step_when` the time of the word that decided the status ("called off on Tuesday"), `has_new_time` when `when` is what it was put off to, `is_comparison` when it only counts ("the first time that …"), `in_title` for headlines."""

    trigger: Trigger
    clause: Clause
    participants: tuple[Participant, ...] = ()
    when: When | None = None
    place: Place | None = None
    agenda: tuple[Phrase, ...] = ()
    outcome: tuple[Phrase, ...] = ()
    status: Finding | None = None
    step_when: When | None = None
    has_new_time: bool = False
    ordinal: int | None = None
    sidelines: int | None = None
    same_as: int | None = None
    is_definite: bool = False
    is_demonstrative: bool = False
    is_by_its_time: bool = False
    is_elliptic: bool = False
    has_unnamed_party: bool = False
    generic: tuple[str, ...] = ()
    is_comparison: bool = False
    in_title: bool = False

    @cached_property
    def is_at_a_gate(self) -> bool:
        """Whether it is told of the place where travellers come in ("the airport")."""
        return self.place is not None and self.place.name.split()[-1].lower() in _GATES

    def is_at(self, token: int) -> bool:
        """Whether `token` is one of its words, or an article or a number before them."""
        return self.trigger.first - 2 <= token <= self.trigger.last

    @cached_property
    def interval(self) -> Interval | None:
        """The days of `when`."""
        return interval_of(self.when.edtf) if self.when is not None else None
