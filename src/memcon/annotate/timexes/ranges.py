"""Dates that share a month or a year, and spans from one date to another."""

from __future__ import annotations

import re
from datetime import date, timedelta

from memcon.annotate.timexes.days import day_number, month_day, nearest_day, year_beside
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings
from memcon.annotate.timexes.lexicon import LETTERS, ordinal_of, weekday_of
from memcon.annotate.timexes.months import month_of_year
from memcon.annotate.timexes.phrases import dated, day_of_value, existing_day, is_alone, mod_of, month_number
from memcon.annotate.timexes.weekdays import nearest_weekday
from memcon.domain.dates import day_of
from memcon.domain.tokens import AHEAD
from memcon.lexicon import words

_APART = words("joining_days")
"""Words that name two days rather than the days from one to the other."""


_TO, _EVERY, _FROM = words("span_end") | frozenset("-–"), words("every"), words("span_start")


def month_days(hit: Hit, context: Context) -> Meaning | None:
    """ "Nov. 3-5, 2025": from one day to another of the same month."""
    first = month_day(hit, context)
    last = hit.word("last")
    if first is None or not last.isdecimal() or not first.value[-2:].isdecimal() or int(last) <= int(first.value[-2:]):
        return None
    value = f"{first.value}/{first.value[:-2]}{int(last):02}"
    if hit.word("to") in _APART or day_of(2000, int(first.value[5:7]), int(last)) is None:
        return None
    return Meaning("DATE", value, edtf=value, anchor=first.anchor, mod=first.mod)


def month_days_of_year(hit: Hit, context: Context) -> Meaning | None:
    """ "Dec. 26-30 last year", "June 3-5 of that year"."""
    month, first, last = month_number(hit.word("month")), day_number(hit), hit.word("last")
    if first is None or not last.isdecimal() or not _is_beside_a_year(hit):
        return None
    year, anchor = year_beside(hit, context)
    start, end = (existing_day(2000 if year is None else year, month, day) for day in (first, int(last)))
    if start is None or end is None or end <= start:
        return None
    value = "/".join(_day_of_year(day, year) for day in (start, end))
    return Meaning("DATE", value, edtf=value, anchor=anchor, mod=mod_of(hit))


def _is_beside_a_year(hit: Hit) -> bool:
    """Whether days from one to another, not two of them, stand beside a year that is counted ("last year")."""
    return hit.word("unit") == "year" and hit.word("to") not in _APART


def _day_of_year(day: date, year: int | None) -> str:
    """A day as it is told, its year left open where none is known."""
    return f"XXXX{day.isoformat()[4:]}" if year is None else day.isoformat()


def days_over_months(hit: Hit, context: Context) -> Meaning | None:
    """ "Nov. 30-Dec. 2, 2025"."""
    first = month_day(hit, context)
    month, last = month_number(hit.word("month2")), hit.word("last")
    if first is None or not last.isdecimal() or day_of(2000, month, int(last)) is None:
        return None
    start = day_of_value(first.value)
    if start is None:
        value = f"{first.value}/XXXX-{month:02}-{int(last):02}"
        return Meaning("DATE", value, edtf=value)
    start, year = _over_new_year(hit, start, month)
    end = existing_day(year, month, int(last))
    if end is None or end <= start:
        return None
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Meaning("DATE", value, edtf=value, anchor=first.anchor, mod=first.mod)


def _over_new_year(hit: Hit, start: date, month: int) -> tuple[date, int]:
    """The first day and the year of the last month, where that is one of the next year: a year that is told is the last one's."""
    if month >= start.month:
        return start, start.year
    if hit.has("year"):
        return existing_day(start.year - 1, start.month, start.day) or start, start.year
    return start, start.year + 1


def day_with_year_behind(hit: Hit, context: Context) -> Meaning | None:
    """The first of two dates of which only the last has the year: "June 28 to July 3, 2026", "November 4 and 5, 2025"."""
    month, day, year = month_number(hit.word("month")), day_number(hit), int(hit.word("year"))
    if hit.has("month2") and month_number(hit.word("month2")) < month:
        year -= 1
    found = existing_day(year, month, day or 0)
    return dated(hit, found.isoformat()) if found else None


_BEFORE_DAY = words("leading_dates") | words("before_a_number_of_days") | frozenset((",", "("))


def day_with_month_behind(hit: Hit, context: Context) -> Meaning | None:
    """The first of two days of which only the last has the month: "4 and 5 November"."""
    first, word = day_number(hit), hit.word("last")
    last = int(word) if word.isdecimal() else ordinal_of(word)
    if first is None or last is None or first >= last:
        return None
    if hit.before() and hit.before().lower() not in _BEFORE_DAY:
        return None
    return month_day(hit, context)


_DATE = re.compile(r"([0-9]{4}|XXXX)-([0-9]{2})-([0-9]{2})")


def another_day(hit: Hit, context: Context) -> Meaning | None:
    """The second of two days of which only the first has the month: "November 4 and 5"."""
    day = day_number(hit) if _is_in_list(hit, context) else None
    named = _DATE.fullmatch(context.last_named)
    if day is None or named is None or int(named[3]) >= day:
        return None
    if day_of(2000 if named[1] == "XXXX" else int(named[1]), int(named[2]), day) is None:
        return None
    return Meaning("DATE", f"{named[1]}-{named[2]}-{day:02}", anchor=context.last_anchor)


def _is_in_list(hit: Hit, context: Context) -> bool:
    """Whether a day's number stands in a list of days: not "on November 4 and 5 others left"."""
    if not _goes_on(hit, context, _NUMBERS) or not is_alone(hit):
        return False
    return hit.front in _APART or (hit.front == "," and (hit.after() == "," or hit.after() in _APART))


_NUMBERS = LETTERS["number"] + LETTERS["ordinal"]


def _goes_on(hit: Hit, context: Context, classes: str) -> bool:
    """Whether a date ends just before the word in front, with a lexeme of one of these classes."""
    before = hit.first - 2
    return before >= 0 and hit.lexemes.classes[before] in classes and hit.lexemes.ends[before] == context.last_named_end


def first_weekday(hit: Hit, context: Context) -> Meaning | None:
    """The first of two weekdays: when past, the last of its name before the other; when to come, the next of its name."""
    published = context.published
    number, other = (weekday_of(hit.word(group)) for group in ("week", "week2"))
    if published is None or number == other or (hit.word("to") in _APART and (other - number) % 7 > NEAR_DAYS):
        return None
    tense = context.tense_at(hit.start, hit.end)
    if tense in AHEAD:
        return None
    last = nearest_weekday(published, other, tense)
    found = last - timedelta(days=(last.isoweekday() - number) % 7) if last else None
    return dated(hit, found.isoformat(), "document") if found else None


NEAR_DAYS = 3
"""How far apart (days) two weekdays with "and" may lie to be told in their order: "Friday and Thursday" are not."""


def next_weekday(hit: Hit, context: Context) -> Meaning | None:
    """The second of two weekdays: the next of its name behind the first."""
    if hit.front not in _TO | _APART:
        return None
    if _is_repeated(hit):
        return Meaning("SET", f"XXXX-WXX-{weekday_of(hit.word('week'))}")
    if not _goes_on(hit, context, LETTERS["weekday"]) or not _DATE.fullmatch(context.last_named):
        return None
    day = day_of_value(context.last_named)
    if day is None:
        return None
    days = (weekday_of(hit.word("week")) - day.isoweekday()) % 7
    if hit.front in _APART and days > NEAR_DAYS:
        return None
    try:
        return dated(hit, (day + timedelta(days=days or 7)).isoformat(), "document")
    except OverflowError:
        return None


def _is_repeated(hit: Hit) -> bool:
    """Whether it is the second of "every Tuesday and Thursday"."""
    return hit.before(3).lower() in _EVERY and hit.lexemes.classes[hit.first - 2] == LETTERS["weekday"]


def first_month(hit: Hit, context: Context) -> Meaning | None:
    """The first of two months of which only the last has the year: "from November to January 2021"."""
    month, last, year = month_number(hit.word("month")), month_number(hit.word("month2")), int(hit.word("year"))
    return dated(hit, f"{year - (1 if last < month else 0):04}-{month:02}", unit="M") if year > 1 else None


def nearest_first_month(hit: Hit, context: Context) -> Meaning | None:
    """The first of two months without a year, "from November to March": the last of its name before the other when past, else
    the next of its name."""
    published, tense = context.published, context.tense_at(hit.start, hit.end)
    if published is None or hit.front not in _FROM or hit.word("to") == "or":
        return None
    month, last = month_number(hit.word("month")), month_number(hit.word("month2"))
    if last > month or tense == "open":
        return None  # in one year: each finds it alone
    day = nearest_day(published, month if tense == "future" else last, 1, tense or "past")
    if day is None:
        return None
    year = day.year if tense == "future" else day.year - 1
    return dated(hit, f"{year:04}-{month:02}", "document", unit="M") if 1 <= year <= 9999 else None


def next_month(hit: Hit, context: Context) -> Meaning | None:
    """The second of two months without a year: the next of its name behind the first."""
    named = re.fullmatch(r"([0-9]{4})-([0-9]{2})", context.last_named)
    if named is None or hit.front not in _TO:
        return None
    if not _goes_on(hit, context, LETTERS["month"]):
        return None
    month = month_number(hit.word("month"))
    year = int(named[1]) + (1 if month <= int(named[2]) else 0)
    return dated(hit, f"{year:04}-{month:02}", "document", unit="M") if year <= 9999 else None


MEANINGS: Meanings = {
    f.__name__: f
    for f in (
        month_days,
        month_days_of_year,
        days_over_months,
        day_with_year_behind,
        day_with_month_behind,
        another_day,
        first_weekday,
        next_weekday,
        first_month,
        month_of_year,
        nearest_first_month,
        next_month,
    )
}
"""What the rules of this file's phrases may name."""
