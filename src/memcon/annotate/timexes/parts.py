"""Parts of months and years by number: "the second Tuesday of November", "the first week of December", "the last day of the year"."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.annotate.timexes.calendar import interval_of_value, unit_value, week_value
from memcon.annotate.timexes.engine import Anchor, Context, Hit, Meaning, Meanings
from memcon.annotate.timexes.lexicon import FROM_STORY, STEPS, THAT, ordinal_of, unit_of, weekday_of
from memcon.annotate.timexes.months import nearest_month_year
from memcon.annotate.timexes.phrases import month_number
from memcon.annotate.timexes.units import unit_named
from memcon.domain.dates import Interval, edtf_of, interval_of, last_of_month
from memcon.lexicon import values

LAST = -1
"""The number of "the last" one."""
_EDGES = values("edge")


def _number(hit: Hit) -> int | None:
    word = hit.word("ord")
    return _EDGES[word] if word in _EDGES else ordinal_of(word)


def _month(hit: Hit, context: Context) -> tuple[date, Anchor] | None:
    """The first day of the month that the phrase names, and what its year was taken from; None when no year is to be had."""
    month = month_number(hit.word("month"))
    if hit.has("year"):
        return date(int(hit.word("year")), month, 1), "none"
    if context.published is None:
        return None
    year = nearest_month_year(context.published, month, hit, context)
    return (date(year, month, 1), "document") if 1 <= year <= 9999 else None


def weekday_of_month(hit: Hit, context: Context) -> Meaning | None:
    """ "the second Tuesday of November", "the last Friday in May 2026"."""
    number, weekday = _number(hit), weekday_of(hit.word("week"))
    found = _month(hit, context)
    if number is None or found is None:
        return Meaning("DATE", f"XXXX-{month_number(hit.word('month')):02}") if number else None
    first, anchor = found
    day = _nth(weekday, number, Interval(first, last_of_month(first.year, first.month)))
    return Meaning("DATE", day.isoformat(), anchor=anchor) if day is not None else None


def _nth(weekday: int, number: int, within: Interval) -> date | None:
    """The day of the week of that number within some days, `LAST` counted from their end; None where they have not so many."""
    if number == LAST:
        return within.end - timedelta(days=(within.end.isoweekday() - weekday) % 7)
    ahead = (weekday - within.start.isoweekday()) % 7 + 7 * (number - 1)
    return within.start + timedelta(days=ahead) if 0 <= ahead < within.days else None


def weekday_of_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the last Friday of this month", "the second Tuesday of next month", "the last Sunday of the year". Of "the month" it is that of the
    document unless the tense tells that its day of it is wrong: then nobody says which."""
    number, unit = _number(hit), unit_of(hit.word("whole"))
    if number is None or unit not in _MONTH_AND_YEAR:
        return None
    value = unit_value(context.published, unit, STEPS.get(hit.word("rel"), 0)) if context.published else None
    within = interval_of(value) if value else None
    if within is None or context.published is None:
        return Meaning("DATE", unit_named("D").unknown)
    day = _nth(weekday_of(hit.word("week")), number, within)
    if day is None:
        return None
    if not hit.word("rel") and _is_on_wrong_side(day, context.published, context.tense_at(hit.start, hit.end)):
        return Meaning("DATE", unit_named("D").unknown, is_vague=True)
    return Meaning("DATE", day.isoformat(), anchor="document")


def _is_on_wrong_side(day: date, published: date, tense: str | None) -> bool:
    """Whether a day lies ahead of what is told as past, or behind what is told as to come."""
    return (tense == "past" and day > published) or (tense == "future" and day < published)


def weekday_of_every_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the first Monday of each month"."""
    unit = unit_of(hit.word("unit"))
    return Meaning("SET", f"P1{unit}") if _number(hit) and unit in _MONTH_AND_YEAR else None


def part_of_month(hit: Hit, context: Context) -> Meaning | None:
    """ "the first week of December", "the second half of May": as the days that it can be, whichever day weeks begin on."""
    number, unit = _number(hit), unit_of(hit.word("unit"))
    found = _month(hit, context)
    if number is None or unit not in _PARTS_OF_MONTH:
        return None
    if found is None:
        return Meaning("DATE", f"XXXX-{month_number(hit.word('month')):02}")
    first, anchor = found
    last = last_of_month(first.year, first.month)
    if unit == "H":
        return _half(number, first, last, anchor)
    if number == LAST:
        start, middle, end = last - timedelta(days=12), last - timedelta(days=3), last
    elif number <= 5:
        start = first + timedelta(days=7 * (number - 1))
        middle, end = min(start + timedelta(days=3), last), min(start + timedelta(days=12), last)
    else:
        return None
    value = f"{week_value(middle)}{'-WE' if unit == 'WE' else ''}"
    return Meaning("DATE", value, edtf=edtf_of(Interval(start, end)), anchor=anchor) if start <= last else None


def _half(number: int, first: date, last: date, anchor: Anchor) -> Meaning | None:
    if number not in (1, 2, LAST):
        return None
    middle = first + timedelta(days=15)
    interval = Interval(first, middle) if number == 1 else Interval(middle - timedelta(days=1), last)
    return Meaning(
        "DATE", first.isoformat()[:7], edtf=edtf_of(interval), anchor=anchor, mod="START" if number == 1 else "END"
    )


def part_of_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the first day of the year", "the last month of 2025": its day or month; of longer parts the whole that they are in."""
    number, unit, whole = _number(hit), unit_of(hit.word("unit")), unit_of(hit.word("whole") or "year")
    if number not in (1, LAST) or whole not in _WHOLES or unit not in _PARTS:
        return None
    anchor: Anchor = "none" if hit.has("year") else "document"
    within = interval_of_value(_value_of_whole(hit, context, whole))
    if within is None:
        return Meaning("DATE", unit_named(unit).unknown)
    day = within.end if number == LAST else within.start
    if unit == "W":
        return _week_at_end(day, within, anchor)
    return Meaning("DATE", day.isoformat()[: 10 if unit == "D" else 7], anchor=anchor)


_MONTH_AND_YEAR, _PARTS_OF_MONTH = frozenset(("M", "Y")), frozenset(("W", "WE", "H"))
_WHOLES, _PARTS = frozenset(("W", "M", "Y", "E", "C")), frozenset(("D", "W", "M"))


def _value_of_whole(hit: Hit, context: Context, whole: str) -> str | None:
    """The unit that the part is of: the year named, else counted from the document; None where nothing tells which it is."""
    if hit.has("year"):
        return f"{int(hit.word('year')):04}"
    rel = hit.word("rel")
    if context.published is None or rel in THAT:
        return None
    return unit_value(context.published, whole, STEPS.get(rel, 0))


def _week_at_end(day: date, within: Interval, anchor: Anchor) -> Meaning:
    """The week at the first or last day of a unit: the days that it can have, whichever day weeks begin on."""
    is_last = day == within.end
    start = max(within.start, day - timedelta(days=12 if is_last else 0))
    end = min(within.end, day + timedelta(days=0 if is_last else 12))
    return Meaning("DATE", week_value(day), edtf=edtf_of(Interval(start, end)), anchor=anchor)


def half_of_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the second half of last month"."""
    number, whole, rel = _number(hit), unit_of(hit.word("whole")), hit.word("rel")
    if number is None or whole != "M":
        return None
    if context.published is None:
        return Meaning("DATE", "XXXX-XX")
    value = unit_value(context.published, whole, STEPS.get(rel, 0))
    within = interval_of(value) if value else None
    return _half(number, within.start, within.end, "document") if within else None


def weekday_of_week(hit: Hit, context: Context) -> Meaning | None:
    """ "Tuesday of last week", "Wednesday next week", also the first of "Tuesday and Wednesday next week"."""
    number, rel = weekday_of(hit.word("week")), hit.word("rel")
    if unit_of(hit.word("unit")) != "W" or rel in FROM_STORY:
        return None
    if context.published is None:
        return Meaning("DATE", f"XXXX-WXX-{number}")
    value = unit_value(context.published, "D", 7 * STEPS[rel] + number - context.published.isoweekday())
    return Meaning("DATE", value, anchor="document") if value else None


MEANINGS: Meanings = {
    f.__name__: f
    for f in (
        weekday_of_month,
        weekday_of_unit,
        half_of_unit,
        weekday_of_week,
        weekday_of_every_unit,
        part_of_month,
        part_of_unit,
    )
}
"""What the rules of this file's phrases may name."""
