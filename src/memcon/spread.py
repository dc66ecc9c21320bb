"""How the events that fit are spread over time: counted by the index, without putting one of them together.

An event that its sources give several days counts at each of them, so the sum may be more than the events that `memcon.query.timeline` gives, never less.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Unpack

from memcon.domain.dates import Interval, interval_of
from memcon.ledger.asked import window_of
from memcon.query import Book, Sought, conditions_about, event_conditions, ids_of_each, named_ids
from memcon.store.finding import by_period

Unit = Literal["year", "month", "day"]

_LETTERS: dict[Unit, int] = {"year": 4, "month": 7, "day": 10}
_DAYS: dict[Unit, int] = {"day": 1, "month": 30, "year": 365}
UNITS: tuple[Unit, ...] = ("day", "month", "year")
"""The finest first."""

_BEFORE_ALL = date.min.isoformat()[:4]
"""Where what has an end and no beginning stands in the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A year, month or day (EDTF) in which so many events may begin, or before which they began that are not over."""

    when: str
    count: int

    @property
    def days(self) -> Interval:
        found = interval_of(self.when)
        assert found is not None
        return found


def spread(ledger: Book, unit: Unit, **asked: Unpack[Sought]) -> tuple[Period, ...]:
    """The periods of that unit in which events may fit what is asked, as in `memcon.query.timeline`, in order; those without any are left out, and what has an end and no beginning,
    unless `since` gives one. Raises `UsageError` as it does."""
    window = window_of(asked.get("since"), asked.get("until"))
    with ledger.at(recorded=asked.get("recorded"), published=asked.get("published")) as at:
        conditions = event_conditions(
            kind=asked.get("kind"),
            status=asked.get("status"),
            actors=ids_of_each(at, asked.get("actor")),
            channels=named_ids(at, asked.get("channel"), "channel"),
            country=asked.get("country"),
        )
        if (about := asked.get("about")) is not None:
            conditions += conditions_about(at, about)
        windows = [] if window is None else [window]
        told = by_period(at, "event", _LETTERS[unit], windows=windows, conditions=conditions)
    first = "" if window is None else window.start.isoformat()[: _LETTERS[unit]]
    counts: dict[str, int] = {}
    for when, count in told:
        counts[max(when, first)] = counts.get(max(when, first), 0) + count
    begun = ((when, count) for when, count in sorted(counts.items()) if not when.startswith(_BEFORE_ALL))
    return tuple(Period(when=when, count=count) for when, count in begun)


def unit_for(days: Interval, most: int) -> Unit:
    """The finest unit of which at most `most` lie within the days; years where even these are more."""
    return next((unit for unit in UNITS if days.days / _DAYS[unit] <= most), "year")


def whole_span(found: tuple[Period, ...]) -> Interval | None:
    """From the first day of the first period to the last of the last; None of none."""
    return Interval(found[0].days.start, found[-1].days.end) if found else None


def clipped(days: Interval, since: str | None, until: str | None) -> Interval | None:
    """The days of `days` that lie from `since` to `until` (EDTF); None for none."""
    window = window_of(since, until) or Interval(date.min, date.max)
    start, end = max(days.start, window.start), min(days.end, window.end)
    return Interval(start, end) if start <= end else None
