"""Where records may stand in the calendar, and how that is written: days and numbers, since when, by which publication and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from memcon.domain.dates import Interval
from memcon.domain.entries import Assertion, Recorded
from memcon.domain.views import Source
from memcon.ledger import found_by
from memcon.store.lookup import chunks
from memcon.store.schema import calendar

LONG = 31
"""Days above which a span is long: long ones are few, and looked through by themselves."""

_KEY = ("first_day", "last_day", "is_long")


@dataclass(slots=True)
class Places:
    """The places of one record: its spans of days, each with the first entry and the earliest publication that give it, its numbers, and how surely it was told at the
    most. Which day and which number go together is decided when the record is put together."""

    spans: dict[Interval, tuple[int, str]] = field(default_factory=dict)
    ordinals: set[int] = field(default_factory=lambda: {0})
    sure: int = 0

    def add(self, span: Interval, since: int, out_by: str) -> None:
        known = self.spans.get(span, (since, out_by))
        self.spans[span] = (min(known[0], since), min(known[1], out_by))

    def take(self, told: Iterable[Recorded], *, out_by: str, source: Source | None) -> bool:
        """Takes the days and numbers that one document, out by `out_by`, tells of the record, and that of its publication where this dates it. Whether it gives
        a time of its own."""
        is_dated = False
        for recorded in told:
            entry = recorded.entry
            assert isinstance(entry, Assertion)
            if (when := found_by.time_of(entry)) is not None:
                self.add(when, recorded.seq, out_by)
                is_dated = True
            if (ordinal := found_by.ordinal_of(entry)) is not None:
                self.ordinals.add(ordinal)
            if source is not None and found_by.is_dated_by_publication(entry.subject_kind):
                self.add(found_by.publication_of(source), recorded.seq, out_by)
        return is_dated


def write_places(connection: Connection, found: Mapping[tuple[str, str], Places]) -> None:
    """Brings the calendar from what it has of the records (by kind and id) to that and the places `found`: every day of a record with each of its numbers."""
    held: dict[tuple[str, str], list[Any]] = {}
    for some in chunks(sorted({record for _, record in found})):
        for row in connection.execute(select(calendar).where(calendar.c.record.in_(some))):
            held.setdefault((row.kind, row.record), []).append(row)
    changed = [row for key, places in found.items() for row in _changed(key, places, held.get(key, ()))]
    if not changed:
        return
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql as dialect
    else:
        from sqlalchemy.dialects import sqlite as dialect  # type: ignore[no-redef]
    new = dialect.insert(calendar)
    kept = {name: new.excluded[name] for name in ("since", "out_by", "sure")}
    connection.execute(new.on_conflict_do_update(index_elements=list(calendar.primary_key.columns), set_=kept), changed)


def _changed(key: tuple[str, str], places: Places, held: Iterable[Any]) -> Iterable[dict[str, Any]]:
    """The rows that the calendar lacks, or holds otherwise."""
    kind, record = key
    before = {
        (row.first_day, row.last_day, row.is_long, row.ordinal): (row.since, row.out_by, row.sure) for row in held
    }
    sure = max([places.sure, *(sure for _, _, sure in before.values())])
    spans: dict[tuple[str, str, int], tuple[int, str]] = {}
    given = [((d.start.isoformat(), d.end.isoformat(), int(d.days > LONG)), of) for d, of in places.spans.items()]
    for span, (since, out_by) in (*given, *((at[:3], of[:2]) for at, of in before.items())):
        known = spans.get(span, (since, out_by))
        spans[span] = (min(known[0], since), min(known[1], out_by))
    ordinals = {*places.ordinals, *(ordinal for *_, ordinal in before)}
    for span, (since, out_by) in spans.items():
        for ordinal in ordinals:
            if before.get((*span, ordinal)) != (since, out_by, sure):
                at = dict(zip(_KEY, span, strict=True)) | {"ordinal": ordinal}
                yield {"kind": kind, "record": record, **at, "since": since, "out_by": out_by, "sure": sure}
