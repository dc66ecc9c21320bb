"""Feasts that move through the year, with the days on which they can fall.

Easter is computed (Meeus, *Astronomical Algorithms*, ch. 8), for the western and the eastern churches; the months of the Islamic
calendar by its arithmetic form (Reingold and Dershowitz, *Calendrical Calculations*, ch. 7), from which the sighting of the moon
departs by up to two days. Of the other feasts of the moon only the months in which they can fall are known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from memcon.domain.dates import Interval, last_of_month
from memcon.lexicon import values


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A feast of one year: its TIMEX3 value (a day where all agree on how to count it, else the year) and the days it can name."""

    value: str
    interval: Interval


WESTERN_DAYS: Mapping[str, int] = values("feast_by_easter")
"""Days from Easter Sunday, by churches of both reckonings."""

ISLAMIC: Mapping[str, tuple[int, int, int]] = values("islamic_feast")
"""Month and day of the Islamic calendar on which it begins, and how many days it lasts."""
SIGHTING = timedelta(days=2)

MONTHS_OF: Mapping[str, tuple[int, int]] = values("feast_by_the_moon")
"""The first and the last month in which a feast can fall."""

NAMES = frozenset({*WESTERN_DAYS, *ISLAMIC, *MONTHS_OF})


def occurrences(name: str, year: int) -> Iterator[Occurrence]:
    """When that feast falls in `year` (1 to 9999): mostly once, those of the Islamic calendar sometimes twice or not at all."""
    if name in MONTHS_OF:
        start, end = MONTHS_OF[name]
        yield Occurrence(f"{year:04}", Interval(date(year, start, 1), last_of_month(year, end)))
    elif name in WESTERN_DAYS:
        western, eastern = (e(year) + timedelta(days=WESTERN_DAYS[name]) for e in (easter, orthodox_easter))
        around = (-2, 1) if name == "easter" else (0, 0)  # "over Easter" is from the Friday to the Monday
        first, last = sorted((western, eastern))  # before 1583 the calendars run apart the other way
        interval = Interval(first + timedelta(days=around[0]), last + timedelta(days=around[1]))
        yield Occurrence(western.isoformat(), interval)
    else:
        yield from _islamic(*ISLAMIC[name], year)


def _islamic(month: int, day: int, length: int, year: int) -> Iterator[Occurrence]:
    about = (year - 622) * 33 // 32
    for islamic_year in range(max(about - 1, 1), about + 3):
        start = from_islamic(islamic_year, month, day)
        if start is not None and start.year == year:
            try:
                interval = Interval(start - SIGHTING, start + timedelta(days=length - 1) + SIGHTING)
            except OverflowError:
                continue
            yield Occurrence(f"{year:04}", interval)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, in the Gregorian calendar of `year`."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    offset = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    n = h + offset - 7 * ((a + 11 * h + 22 * offset) // 451) + 114
    return date(year, n // 31, n % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches (Julian reckoning) as a day of the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    n = d + e + 114
    return date(year, n // 31, n % 31 + 1) + timedelta(days=year // 100 - year // 400 - 2)


def from_islamic(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of the arithmetic Islamic calendar; None outside the years 1 to 9999."""
    number = day + 29 * (month - 1) + (6 * month - 1) // 11 + (year - 1) * 354 + (3 + 11 * year) // 30 + 227_014
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None
