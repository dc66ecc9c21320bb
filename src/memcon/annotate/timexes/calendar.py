"""TIMEX3 values and the days they name."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from memcon.annotate.timexes.units import unit_named
from memcon.domain.dates import Interval, edtf_of, interval_of, last_of_month, shift


def unit_value(day: date, unit: str, n: int = 0) -> str | None:
    """The TIMEX3 value of the unit that contains `day`, moved by `n` units: ("1989-10-27", "W", -1) gives `1989-W42`."""
    days, months = unit_named(unit).days, unit_named(unit).months
    if days is not None:
        try:
            moved = day + timedelta(days=days * n)
        except OverflowError:
            return None
        return moved.isoformat() if unit == "D" else f"{week_value(moved)}{'-WE' if unit == 'WE' else ''}"
    if months is None:
        return day.isoformat() if unit.startswith("T") and abs(n) <= 1 else None
    month = day.year * 12 + day.month - 1 + n * months
    if not 12 <= month < 120_000:
        return None
    year, month = month // 12, month % 12 + 1
    return {
        "M": f"{year:04}-{month:02}", "Q": f"{year:04}-Q{(month + 2) // 3}", "H": f"{year:04}-H{(month + 5) // 6}",
        "Y": f"{year:04}", "E": f"{year // 10:03}", "C": f"{year // 100:02}",
    }[unit]  # fmt: skip


def week_value(day: date) -> str:
    """The ISO week of `day`: `2025-W45`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?")
_PART = re.compile(r"([0-9]{4})-([QH])([1-4])")
_DAY_OF_NO_YEAR = re.compile(r"XXXX-[0-9]{2}-[0-9]{2}")
SEASONS_IN_ORDER = ("SP", "SU", "FA", "WI")
_FIRST_SEASON = 21
"""What EDTF writes for spring."""


@lru_cache(maxsize=4096)
def edtf_of_value(value: str) -> str | None:
    """The interval that a TIMEX3 date or time value names, as EDTF; None for references, durations, sets and unknowns.

    Times of day give their day. A fiscal year (`FY1989`) covers the calendar years that it may touch.
    """
    if not value or value[0] == "P" or value.endswith("REF"):
        return None
    if value.startswith("FY") and value[2:].isdecimal():
        year = int(value[2:6])
        return f"{year - 1:04}/{year + 1:04}"
    value = value.partition("T")[0]
    if "X" in value:
        return value if _DAY_OF_NO_YEAR.fullmatch(value) else None
    return _edtf_of_part(value) or _edtf_of_plain(value)


def _edtf_of_part(value: str) -> str | None:
    """The days of a week, a weekend, a quarter, a half or a season; None of anything else."""
    if week := _WEEK.fullmatch(value):
        return _week_edtf(int(week[1]), int(week[2]), weekend=week[3] is not None)
    if part := _PART.fullmatch(value):
        return _part_edtf(part[1], 3 if part[2] == "Q" else 6, int(part[3]))
    is_season = len(value) == 7 and value[5:] in SEASONS_IN_ORDER
    return f"{value[:4]}-{_FIRST_SEASON + SEASONS_IN_ORDER.index(value[5:])}" if is_season else None


def _edtf_of_plain(value: str) -> str | None:
    """The days of a day, a month or a year, or of the years that begin with two or three figures."""
    if value.isdecimal() and len(value) in (2, 3):
        value = value.ljust(4, "X")
    return value if interval_of(value) else None


def interval_of_value(value: str | None) -> Interval | None:
    """The days that a TIMEX3 value names; None where it names none."""
    return interval_of(edtf_of_value(value) or "") if value else None


def _week_edtf(year: int, week: int, *, weekend: bool) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        return edtf_of(Interval(monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)))
    except (ValueError, OverflowError):
        return None


def _part_edtf(year: str, months: int, part: int) -> str | None:
    last = part * months
    if int(year) < 1 or last > 12:
        return None
    return edtf_of(Interval(date(int(year), last - months + 1, 1), last_of_month(int(year), last)))


def widen(edtf: str | None, unit: str) -> str | None:
    """`edtf` with one unit more on either side: what "about two years ago" may mean."""
    interval = interval_of(edtf) if edtf else None
    if interval is None:
        return None
    step = unit_named(unit)
    days, months = step.days or 0, step.months or (0 if step.days else 12)
    before, after = shift(interval, days=-days, months=-months), shift(interval, days=days, months=months)
    return edtf_of(Interval(before.start, after.end)) if before and after else edtf


def hull(one: str | None, other: str | None) -> str | None:
    """The EDTF string that covers both, None when either has no interval."""
    first, second = interval_of(one or ""), interval_of(other or "")
    if first is None or second is None:
        return None
    return edtf_of(Interval(min(first.start, second.start), max(first.end, second.end)))
