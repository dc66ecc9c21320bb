"""Calendar dates as intervals with precision, written as EDTF (ISO 8601-2:2019, levels 0 and 1).

An EDTF string says how exactly a time is known: `2025-11` is some time in that month, `2018/2021` from some time in 2018 to some
time in 2021, `XXXX-11-03` a day of a year that is not told. `interval_of` gives the days that such a string covers.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, timedelta

_SEASON_BOUNDS: dict[int, tuple[int, int, int, int, int, int]] = {
    21: (0, 3, 1, 0, 6, 21),
    22: (0, 6, 1, 0, 9, 23),
    23: (0, 9, 1, 0, 12, 21),
    24: (-1, 12, 1, 1, 3, 20),
}
"""EDTF level 1 season number → first and last day as (year offset, month, day). A season covers both its meteorological and its astronomical days, and the
winter of a year both winters that touch it, so that no reading of the word falls outside. Northern hemisphere."""


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The days from `start` to `end`, both included. An open end is `date.min` or `date.max`."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"not an interval: {self.start} to {self.end}")

    def __contains__(self, other: Interval | date) -> bool:
        if isinstance(other, Interval):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other <= self.end

    @property
    def days(self) -> int:
        """How many days it covers, 1 or more."""
        return (self.end - self.start).days + 1

    @property
    def is_day(self) -> bool:
        return self.start == self.end

    def overlaps(self, other: Interval) -> bool:
        """Whether at least one day is in both."""
        return self.start <= other.end and other.start <= self.end


_POINT = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?"
    r"(?:T[0-9]{2}(?::[0-9]{2}){0,2}(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?[?~%]?"
)


@functools.lru_cache(maxsize=8192)
def interval_of(edtf: str | None) -> Interval | None:
    """The days that an EDTF string covers; None where it names none of the years 1 to 9999, or where there is none. Kept, for the same few
    dates are asked for over and over.

    `XXXX-11-03` and relatives have no interval: the year is not told. A qualifier (`~`, `?`, `%`) does not change the days; an
    unknown end of a range counts as open. Impossible dates (`2025-02-31`), years outside 1 to 9999 and malformed strings
    give None, never an error.
    """
    if edtf is None:
        return None
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point_interval(first)
    if first in ("", "..") and last in ("", ".."):
        return None
    start = Interval(date.min, date.min) if first in ("", "..") else _point_interval(first)
    end = Interval(date.max, date.max) if last in ("", "..") else _point_interval(last)
    if start is None or end is None or end.end < start.start:
        return None
    return Interval(start.start, end.end)


def _point_interval(point: str) -> Interval | None:
    """The days of an EDTF string without a slash."""
    match = _POINT.fullmatch(point)
    if match is None:
        return None
    year, month, day = match.groups()
    if "X" in year:
        low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
        if month is not None and month != "XX":
            return None
        return Interval(date(max(low, 1), 1, 1), date(high, 12, 31))
    if int(year) < 1:
        return None
    if month in (None, "XX"):
        return Interval(date(int(year), 1, 1), date(int(year), 12, 31)) if day in (None, "XX") else None
    return _dated_interval(int(year), int(month), day)


def _dated_interval(year: int, month: int, day: str | None) -> Interval | None:
    """The days of a month (1 to 12), season or part of a year (21 to 41), or of one day of a month."""
    if month > 12:
        return _part_of_year(year, month) if day is None else None
    if month < 1:
        return None
    if day in (None, "XX"):
        return Interval(date(year, month, 1), last_of_month(year, month))
    found = day_of(year, month, int(day))
    return Interval(found, found) if found else None


def _part_of_year(year: int, code: int) -> Interval | None:
    """A season, quarter (33 to 36), four-month (37 to 39) or half-year (40, 41) part: EDTF levels 1 and 2."""
    if 25 <= code <= 32:  # seasons by hemisphere: only the year is common ground with the plain ones
        return Interval(date(year, 1, 1), date(min(year + 1, 9999), 12, 31))
    if code in _SEASON_BOUNDS:
        y1, m1, d1, y2, m2, d2 = _SEASON_BOUNDS[code]
        start, end = day_of(year + y1, m1, d1), day_of(year + y2, m2, d2)
        return Interval(start or date.min, end or date.max)
    for first, months in ((33, 3), (37, 4), (40, 6)):
        part = code - first
        if 0 <= part < 12 // months:
            return Interval(date(year, part * months + 1, 1), last_of_month(year, (part + 1) * months))
    return None


def edtf_of(interval: Interval) -> str:
    """The shortest EDTF string that covers exactly `interval`: `2025`, `2025-11`, `199X`, `2025-11-03`, `2018/2021`,
    `2018-11/..`."""
    start, end = interval.start, interval.end
    if start == end:
        return start.isoformat()
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        if start.year == end.year:
            return f"{start.year:04}"
        if start.year % 10 == 0 and end.year == start.year + 9:
            return f"{start.year // 10:03}X"
    if (start.year, start.month, start.day) == (end.year, end.month, 1) and end == last_of_month(end.year, end.month):
        return f"{start:%Y-%m}" if start.year > 999 else start.isoformat()[:7]
    left = ".." if start == date.min else start.isoformat()
    right = ".." if end == date.max else end.isoformat()
    for keep, is_whole in ((4, _are_years), (7, _are_months)):
        if is_whole(interval):
            return f"{left[:keep]}/{right[:keep]}"
    return f"{left}/{right}"


def _are_years(interval: Interval) -> bool:
    start, end = interval.start, interval.end
    return (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31)


def _are_months(interval: Interval) -> bool:
    return interval.start.day == 1 and interval.end == last_of_month(interval.end.year, interval.end.month)


def contains(outer: str, inner: str) -> bool:
    """Whether every day of the EDTF string `inner` is in `outer`; False where either has no interval."""
    wide, narrow = interval_of(outer), interval_of(inner)
    return wide is not None and narrow is not None and narrow in wide


def shift(interval: Interval, *, days: int = 0, months: int = 0, years: int = 0) -> Interval | None:
    """`interval` moved by calendar amounts, None when it leaves the years 1 to 9999.

    Whole months stay whole months; other days are cut at the end of a shorter month (31 January and a month is 28 or 29 February).
    Open ends stay open.
    """
    count = 12 * years + months
    whole = not interval.is_day and _are_months(interval)
    start = date.min if interval.start == date.min else _shift_day(interval.start, days, count)
    end = date.max if interval.end == date.max else _shift_day(interval.end, days, count)
    if start is None or end is None:
        return None
    if whole and not days and end != date.max:
        end = last_of_month(end.year, end.month)
    return Interval(start, end)


def _shift_day(day: date, days: int, months: int) -> date | None:
    month = day.year * 12 + day.month - 1 + months
    if not 12 <= month < 120_000:
        return None
    moved = date(month // 12, month % 12 + 1, 1)
    moved = moved.replace(day=min(day.day, last_of_month(moved.year, moved.month).day))
    try:
        return moved + timedelta(days=days)
    except OverflowError:
        return None


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None when the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def last_of_month(year: int, month: int) -> date:
    """The last day of a month of the years 1 to 9999."""
    return date.max if (year, month) == (9999, 12) else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
