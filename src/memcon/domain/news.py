"""What is worth a look in a ledger: a record that is new, a field that is otherwise than it was, a field on which sources contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from memcon.domain.views import Claim, CommitmentView, EventView, PositionView, ProcessView, Source, StatementView

Cause = Literal["new", "world", "precision", "correction"]
"""`new`: nothing was held of the record. `world`: a later source tells otherwise. `precision`: it tells the same more exactly. `correction`: a person corrected it, or what
was held no longer stands, because a reading or a source took it back or records were joined or parted."""


Changing = EventView | StatementView | PositionView | CommitmentView | ProcessView
ChangingKind = Literal["event", "statement", "position", "commitment", "process"]
"""What is told of as it changes; the rest (who somebody is, which channels there are) is found by these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of a record that is otherwise than it was; of a `new` one the field is its `kind`. `source` is who tells it now."""

    kind: ChangingKind
    record: Changing
    field: str
    before: str | None
    after: str | None
    cause: Cause
    source: Source | None = None

    @property
    def event(self) -> EventView:
        """The record, where it is an event. Raises `TypeError` for others."""
        if not isinstance(self.record, EventView):
            raise TypeError(f"a change of a {self.kind}")
        return self.record


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value of a field, and all claims of it, in source order."""

    value: str
    claims: tuple[Claim[Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field of an event of which two values exclude each other; `told` are all values, first claimed first, `current` the one that the ledger shows."""

    event: EventView
    field: str
    current: str | None
    told: tuple[Told, ...]
