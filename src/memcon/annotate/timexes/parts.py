"""Parts of months and years by number: "the second Tuesday of November", "the first week of December", "the last day of the year"."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.annotate.timexes.calendar import edtf_of_value, unit_value, week_value
from memcon.annotate.timexes.engine import Anchor, Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import WEEKDAYS, ordinal_of, unit_of
from memcon.annotate.timexes.months import nearest_month_year
from memcon.annotate.timexes.phrases import month_number
from memcon.annotate.timexes.relative import STEPS
from memcon.domain.dates import Interval, edtf_of, interval_of, last_of_month

LAST = -1
"""The number of "the last" one."""
_EDGES = {"early": 1, "latter": LAST}


def _number(hit: Hit) -> int | None:
    word = hit.word("ord")
    if word in _EDGES:
        return _EDGES[word]
    return LAST if word in ("last", "latter") else ordinal_of(word)


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
    number, weekday = _number(hit), WEEKDAYS[hit.word("week").rstrip(".")]
    found = _month(hit, context)
    if number is None or found is None:
        return Meaning("DATE", f"XXXX-{month_number(hit.word('month')):02}") if number else None
    first, anchor = found
    last = last_of_month(first.year, first.month)
    if number == LAST:
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1)) if number < 6 else date.max
    return Meaning("DATE", day.isoformat(), anchor=anchor) if day <= last else None


def weekday_of_every_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the first Monday of each month"."""
    unit = unit_of(hit.word("unit"))
    return Meaning("SET", f"P1{unit}") if _number(hit) and unit in ("M", "Y") else None


def part_of_month(hit: Hit, context: Context) -> Meaning | None:
    """ "the first week of December", "the second half of May": as the days that it can be, whichever day weeks begin on."""
    number, unit = _number(hit), unit_of(hit.word("unit"))
    found = _month(hit, context)
    if number is None or unit not in ("W", "WE", "H"):
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
    if number not in (1, LAST) or whole not in ("W", "M", "Y", "E", "C") or unit not in ("D", "W", "M"):
        return None
    rel = hit.word("rel")
    anchor: Anchor = "none" if hit.has("year") else "document"
    if hit.has("year"):
        value: str | None = f"{int(hit.word('year')):04}"
    elif context.published is None or rel not in {"", *STEPS} or rel in ("same", "that"):
        value = None
    else:
        value = unit_value(context.published, whole, STEPS.get(rel, 0))
    within = interval_of(edtf_of_value(value) or "") if value else None
    if within is None:
        return Meaning("DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}[unit])
    day = within.end if number == LAST else within.start
    if unit == "W":
        start = max(within.start, day - timedelta(days=12 if number == LAST else 0))
        end = min(within.end, day + timedelta(days=12 if number == 1 else 0))
        return Meaning("DATE", week_value(day), edtf=edtf_of(Interval(start, end)), anchor=anchor)
    return Meaning("DATE", day.isoformat()[: 10 if unit == "D" else 7], anchor=anchor)


def half_of_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the second half of last month"."""
    number, whole, rel = _number(hit), unit_of(hit.word("whole")), hit.word("rel")
    if number is None or whole != "M" or rel not in {"", *STEPS}:
        return None
    if context.published is None:
        return Meaning("DATE", "XXXX-XX")
    value = unit_value(context.published, whole, STEPS.get(rel, 0))
    within = interval_of(value) if value else None
    return _half(number, within.start, within.end, "document") if within else None


def weekday_of_week(hit: Hit, context: Context) -> Meaning | None:
    """ "Tuesday of last week", "Wednesday next week", also the first of "Tuesday and Wednesday next week"."""
    number, steps = WEEKDAYS[hit.word("week").rstrip(".")], STEPS.get(hit.word("rel"))
    if (
        unit_of(hit.word("unit")) != "W"
        or steps is None
        or hit.word("rel") in ("that", "same", "following", "previous")
    ):
        return None
    if context.published is None:
        return Meaning("DATE", f"XXXX-WXX-{number}")
    value = unit_value(context.published, "D", 7 * steps + number - context.published.isoweekday())
    return Meaning("DATE", value, anchor="document") if value else None


PARTS: tuple[Rule, ...] = (
    Rule(
        "weekday of a month",
        r"(?P<pre>)d?(?P<ord>[ol])(?P<week>W)[fi](?P<month>M)(?:,?f?(?P<year>Y))?",
        weekday_of_month,
        yes=("They vote on [the second Tuesday of November 2026].",),
    ),
    Rule(
        "half of a unit",
        r"(?P<pre>)d?(?P<ord>[olk])H[fi](?:(?P<rel>[tlx])|d)(?P<whole>u)",
        half_of_unit,
        yes=("They met in [the second half of last month].",),
    ),
    Rule(
        "weekday of a week",
        r"(?P<pre>)(?P<week>W)f?(?P<rel>[tlx])(?P<unit>u)",
        weekday_of_week,
        yes=("They met on [Tuesday of last week].",),
    ),
    Rule(
        "first weekday of a week",
        r"(?P<pre>)(?P<week>W)(?=[-r]Wf?(?P<rel>[tlx])(?P<unit>u))",
        weekday_of_week,
        yes=("They met on [Tuesday] and Wednesday of last week.",),
    ),
    Rule(
        "weekday of every month",
        r"(?P<pre>)d?(?P<ord>[ol])(?P<week>W)[fi]e(?P<unit>u)",
        weekday_of_every_unit,
        yes=("They vote on [the first Tuesday of each month].",),
    ),
    Rule(
        "part of a month",
        r"(?P<pre>)d?(?P<ord>[ol])(?P<unit>[uwH])[fi](?P<month>M)(?:,?f?(?P<year>Y))?",
        part_of_month,
        yes=("They vote in [the first week of December].",),
    ),
    Rule(
        "part of a unit",
        r"(?P<pre>)d?(?P<ord>[ol])(?P<unit>u)f(?:(?P<year>Y)|d?(?P<rel>[tlx])?(?P<whole>u))",
        part_of_unit,
        yes=("They leave on [the last day of the month].",),
    ),
)  # fmt: skip
