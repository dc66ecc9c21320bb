"""What an export is made of: records of the ledger as of a point on each clock, and which state of which ledger that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from memcon.domain.dates import Interval, interval_of
from memcon.domain.entries import Revision
from memcon.domain.news import Change
from memcon.domain.views import (
    ActorView,
    ChannelView,
    Citation,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    ProcessView,
    Resolved,
    Source,
    StatementView,
)
from memcon.report.brief import Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which state of the ledger is exported, and under which terms.

    `entries` is the place of its last entry in the book, `recorded` the UTC instant of that entry (None: an empty ledger), `as_of` the EDTF day by which
    sources had been published (None: all). `licence` is what whoever exports says of the rows; the words that they quote stay their sources'. `program` made it.
    """

    entries: int = 0
    recorded: str | None = None
    as_of: str | None = None
    licence: str | None = None
    program: str = "memcon"

    @property
    def version(self) -> str:
        """The state of the ledger in one word: "1204@2025-12-16T08:51:00Z"; "0" of an empty one."""
        return f"{self.entries}@{self.recorded}" if self.recorded else str(self.entries)

    @property
    def instant(self) -> datetime:
        """When the ledger came to be as it is exported; the beginning of 1970 of an empty one."""
        return instant_of(self.recorded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The records that are exported, in the orders of the lists, and what they need beside them.

    `actors` are all that the records name, by id. `taken_back` are events that the ledger held and holds no more, as they last were; `revisions` tells how often, when
    first and when last something was recorded of an event and of what else a format asks it of, by id. `changes` and `brief` are there for the formats that show them.
    """

    edition: Edition = field(default_factory=Edition)
    events: Sequence[EventView] = ()
    statements: Sequence[StatementView] = ()
    positions: Sequence[PositionView] = ()
    commitments: Sequence[CommitmentView] = ()
    processes: Sequence[ProcessView] = ()
    precedents: Sequence[PrecedentView] = ()
    channels: Sequence[ChannelView] = ()
    actors: Mapping[str, ActorView] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    taken_back: Sequence[EventView] = ()
    revisions: Mapping[str, Revision] = field(default_factory=dict)
    changes: Sequence[Change] = ()
    brief: Brief | None = None

    @property
    def records(self) -> tuple[Resolved, ...]:
        """All records but actors, kind by kind."""
        return (
            *self.events, *self.channels, *self.statements, *self.positions, *self.commitments, *self.processes, *self.precedents,
        )  # fmt: skip

    @property
    def documents(self) -> tuple[Source, ...]:
        """The documents that tell of the records, each once, by publication; those of unknown date first."""
        found = {source.document: source for record in self.records for source in record.sources}
        return tuple(sorted(found.values(), key=lambda s: (s.published or "", s.document)))

    def name(self, id: str | None) -> str | None:
        """What a record that is named by its id is called."""
        if id is None:
            return None
        actor = self.actors.get(id)
        return actor.name if actor else self.names.get(id)

    def listed(self, ids: Iterable[str]) -> list[str]:
        """The names of records, of one without a name its id."""
        return [self.name(id) or id for id in ids]


_OUT_OF_OFFICE = "ELI"
"""PLOVER's sector of those who were in office once."""


def sector_of(material: Material, id: str, event: EventView) -> str | None:
    """The PLOVER sector of a party of an event. Who is out of office in later texts, but takes part in an office here, was not so then: his sector is open."""
    actor = material.actors.get(id)
    if actor is None or actor.sector != _OUT_OF_OFFICE:
        return actor.sector if actor else None
    offices = [part.office for part in event.participants if part.actor == id and part.office]
    return None if any(not office.lower().startswith("former ") for office in offices) else actor.sector


def first_citation(record: Resolved) -> Citation | None:
    """The words that a row quotes: of an event those by which it stands as it does, else the first in the order of sources."""
    if isinstance(record, EventView) and record.statuses and record.statuses[-1].evidence:
        return record.statuses[-1].evidence[0]
    return record.evidence[0] if record.evidence else None


def days_of(event: EventView) -> Interval | None:
    """The days that a calendar can show for an event: not of a time that has an open end, nor of one that only the publication bounds, which is no day of the event."""
    if event.when_basis == "published":
        return None
    found = interval_of(event.when)
    return found if found and found.start != date.min and found.end < date(9999, 12, 1) else None


def dated(event: EventView) -> Interval | None:
    """The days that a row of event data has: those of the event; where they are open the day by which it was told, as event data has it."""
    told = [i for s in event.sources if (i := interval_of(s.published)) is not None]
    return days_of(event) or event_bound(event) or (Interval(told[0].end, told[0].end) if told else None)


def event_bound(event: EventView) -> Interval | None:
    """The last day of a time that the publication bounds."""
    found = event.interval
    return found if found and found.start != date.min and found.end < date(9999, 12, 1) else None


def day_after(day: date) -> date:
    return day + timedelta(days=1)


def instant_of(recorded: str | None) -> datetime:
    """A ledger's instant with its zone."""
    return datetime.fromisoformat(recorded) if recorded else datetime(1970, 1, 1, tzinfo=UTC)


def two_letters(code: str | None) -> str | None:
    """The code of two letters (ISO 3166-1) of a country; None for a state that is no more."""
    from babel.core import get_global

    found = get_global("territory_aliases").get(code or "", [])
    return found[0] if len(found) == 1 else _USER_ASSIGNED.get(code or "")


_USER_ASSIGNED = {"XKX": "XK"}
