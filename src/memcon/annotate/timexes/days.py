"""Days of the calendar: dates in words and figures, weekdays, days of one month or over two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import edtf_of_value
from memcon.annotate.timexes.engine import Anchor, Context, Hit, Meaning, Meanings
from memcon.annotate.timexes.lexicon import FROM_STORY, STEPS, number_of, ordinal_of, weekday_of
from memcon.annotate.timexes.named_days import has_open_year, is_of_2001
from memcon.annotate.timexes.phrases import (
    dated,
    existing_day,
    is_alone,
    mod_of,
    month_number,
    nearest,
    nearest_century,
)
from memcon.domain.dates import day_of, interval_of
from memcon.lexicon import words

AWAITED = words("awaited")
"""What has its day long before it comes: "the nominee of the Nov. 8 election said" looks back on nothing."""
_LEADING_DAYS, _LEADING_NUMBERS = words("leading_days"), words("leading_numbers_of_days")
_TOOK_PLACE, _UP_TO, _GIVEN, _MOVED = words("took_place"), words("up_to"), words("given_time"), words("moved")


def day_number(hit: Hit) -> int | None:
    """The number of the day that a phrase names in figures or words ("3", "3rd", "twenty first"); None where it names none."""
    spoken = hit.words("day")
    if not spoken:
        return None
    last = ordinal_of(spoken[-1]) if not spoken[-1].isdecimal() else None
    return number_of(spoken) if last is None else last + (number_of(spoken[:-1]) or 0)


def month_day(hit: Hit, context: Context) -> Meaning | None:
    """A day of a month; without its year, the year that lies nearest to the document's day in keeping with the tense."""
    month, day = month_number(hit.word("month")), day_number(hit)
    if day is None or day_of(2000, month, day) is None:
        return None
    if hit.has("year"):
        found = day_of(int(hit.word("year")), month, day)
        return dated(hit, found.isoformat()) if found else None
    published = context.published
    if published is not None and (month, day) == (9, 11) and is_of_2001(hit, published):
        return dated(hit, "2001-09-11")
    if published is None or has_open_year(hit, month, day, published):
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    return _day_of_no_year(hit, context, published, month, day)


def _day_of_no_year(hit: Hit, context: Context, published: date, month: int, day: int) -> Meaning | None:
    """The day that the document, its tense and the thing spoken of make of a month and day."""
    tense = "future" if hit.front == "effective" else context.tense_at(hit.start, hit.end)
    if tense == "past" and is_moved_to(hit):
        tense = None
    if hit.has("week"):
        return _weekday_and_day(hit, published, month, day, tense)
    year_told = year_of_subject(hit, context)
    if year_told and (there := existing_day(year_told, month, day)):
        return dated(hit, there.isoformat(), "document")
    found = nearest_day(published, month, day, None if hit.behind in AWAITED else tense)
    return dated(hit, found.isoformat(), "document") if found else None


def _weekday_and_day(hit: Hit, published: date, month: int, day: int, tense: str | None) -> Meaning | None:
    """ "Sunday, March 3": the nearest year in which that day is a Sunday; where none of the next and last few is, the year is open."""
    number = weekday_of(hit.word("week"))
    found = nearest_day(published, month, day, tense)
    if found is not None and found.isoweekday() == number:
        return dated(hit, found.isoformat(), "document")
    years = range(published.year - YEARS_BACK, published.year + 2)
    days = (existing_day(year, month, day) for year in years)
    of_that_name = nearest((d for d in days if d and d.isoweekday() == number), published)
    if of_that_name is not None:
        return dated(hit, of_that_name.isoformat(), "document")
    meaning = dated(hit, found.isoformat(), "document") if found else None
    return replace(meaning, edtf=f"XXXX-{month:02}-{day:02}") if meaning else None


YEARS_BACK = 2
"""How many years back news names a day with its weekday and without its year."""
SUBJECT_REACH = 70
"""How far (characters) behind "last year's summit" its month or day is told."""


def year_of_subject(hit: Hit, context: Context) -> int | None:
    """The year of the thing spoken of: "Last year's summit was held in May", "The 2019 round took place in June". None where the
    nearest date before is none such, or is told of another thing."""
    value, text = context.last_named, hit.lexemes.text
    if len(value) != 4 or not value.isdecimal() or hit.start - context.last_named_end > SUBJECT_REACH:
        return None
    between = text[context.last_named_end : hit.start]
    spoken = between.lower().replace(",", " ").split()
    if any(sign in between for sign in ".;:\n") or not spoken or spoken[-1] not in _LEADING_NUMBERS:
        return None
    is_owner = between.startswith(_POSSESSIVE) or _BEFORE_YEAR.search(text, 0, context.last_named_end - len(value))
    return int(value) if is_owner and _TOOK_PLACE & set(spoken) else None


_POSSESSIVE = tuple(words("possessive_s"))
_BEFORE_YEAR = re.compile(r"(?<!\w)the $", re.IGNORECASE)


def is_moved_to(hit: Hit) -> bool:
    """Whether it is the new end of what was moved: "was extended through Dec. 15" is told as past, the day may lie ahead."""
    if hit.front not in _UP_TO:
        return False
    if hit.before() != "to" and hit.before(2).lower() in _GIVEN:
        return True  # "have until the end of January"
    return any(hit.before(n).lower() in _MOVED for n in range(2, 8))


def day_of_this_year(hit: Hit, context: Context) -> Meaning | None:
    """ "June 16th of last year"."""
    month, day = month_number(hit.word("month")), day_number(hit)
    if day is None or hit.word("unit") != "year" or hit.word("rel") not in STEPS:
        return None
    year, anchor = year_beside(hit, context)
    if year is None:
        return dated(hit, f"XXXX-{month:02}-{day:02}") if day_of(2000, month, day) else None
    found = existing_day(year, month, day)
    return Meaning("DATE", found.isoformat(), anchor=anchor, mod=mod_of(hit)) if found else None


def year_beside(hit: Hit, context: Context) -> tuple[int | None, Anchor]:
    """The year that "last year", "that year", "the following year" name, None where nothing tells; and what it counts from."""
    rel = hit.word("rel")
    if rel in FROM_STORY and STEPS[rel] >= 0:
        base = interval_of(edtf_of_value(context.last) or "") if context.last else None
        is_known = base is not None and base.days <= 366
        return (base.start.year + STEPS[rel] if base and is_known else None), "discourse"
    return (context.published.year + STEPS[rel] if context.published else None), "document"


SLACK = timedelta(days=31)


def nearest_day(published: date, month: int, day: int, tense: str | None) -> date | None:
    """The day with that month and day nearest to `published`, on the side that the tense gives.

    A month either way is left to the tense's doubt: news of eleven months ago names its year, while "the offer was extended to
    November 20" looks ahead.
    """
    days = [existing_day(year, month, day) for year in (published.year - 1, published.year, published.year + 1)]
    return nearest((d for d in days if d and _is_on_side(d, published, tense, SLACK)), published)


def _is_on_side(day: date, published: date, tense: str | None, slack: timedelta) -> bool:
    """Whether `day` lies where the tense looks, give or take `slack`."""
    if tense == "past":
        return day - published <= slack
    return tense != "future" or published - day <= slack


def iso_date(hit: Hit, context: Context) -> Meaning | None:
    text = hit.word("iso").upper()
    day = day_of(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if day is None:
        return None
    return Meaning("TIME", f"{day.isoformat()}{text[10:]}") if len(text) > 10 else dated(hit, day.isoformat())


def figures_date(hit: Hit, context: Context) -> Meaning | None:
    """A date in figures, where its order can be told; else only its year, which both orders share."""
    text = hit.word("figures")
    parts = text.replace("/", ".").replace("-", ".").split(".")
    first, second, last = (int(p) for p in parts)
    if len(parts[0]) == 4:
        found = day_of(first, second, last)
        return dated(hit, found.isoformat()) if found else None
    year = _year_of_figures(parts, context) if len(parts[0]) < 3 else None
    if year is None:
        return None
    # where dates are written with full stops the day comes first; with other marks either may
    orders = ((second, first),) if "." in text else ((first, second), (second, first))
    readings = {d for m, n in orders if (d := existing_day(year, m, n))}
    if len(readings) == 1:
        return dated(hit, readings.pop().isoformat())
    return dated(hit, f"{year:04}", unit="Y") if readings else None


def _year_of_figures(parts: Sequence[str], context: Context) -> int | None:
    """The year at the end of a date in figures; of two figures, in the century nearest the document."""
    if len(parts[2]) == 4:
        return int(parts[2])
    return nearest_century(context.published, int(parts[2])) if len(parts[2]) == 2 and context.published else None


def day_of_month(hit: Hit, context: Context) -> Meaning | None:
    """ "on the 16th": that day of this month or the one beside it, in keeping with the tense; not "on the 27th floor"."""
    if not hit.word("ord")[0].isdecimal() or not is_alone(hit):
        return None
    if hit.first < hit.last - 1 or hit.front in _LEADING_DAYS:  # behind a time of day, or a preposition
        return numbered_day(hit, context)
    return None


def numbered_day(hit: Hit, context: Context) -> Meaning | None:
    """The day of that number in this month or the one beside it, in keeping with the tense."""
    number, published = ordinal_of(hit.word("ord")) or 0, context.published
    if not 1 <= number <= 31:
        return None
    if published is None:
        return dated(hit, f"XXXX-XX-{number:02}")
    is_moved = is_moved_to(hit)
    found = _day_near(published, number, "future" if is_moved else context.tense_at(hit.start, hit.end))
    meaning = dated(hit, found.isoformat(), "document") if found else None
    # "was put back to the 19th": that day may be behind or ahead, so that it names no interval
    return replace(meaning, edtf=None, is_vague=True) if meaning and is_moved else meaning


def _day_near(published: date, number: int, tense: str | None) -> date | None:
    """The nearest day of that number, of the month or the one beside it, on the side that the tense tells."""
    this = published.year * 12 + published.month - 1
    days = (existing_day(m // 12, m % 12 + 1, number) for m in (this - 1, this, this + 1))
    return nearest((d for d in days if d and _is_on_side(d, published, tense, timedelta(0))), published)


def day_of_this_month(hit: Hit, context: Context) -> Meaning | None:
    """ "the 12th of this month"."""
    number, step = ordinal_of(hit.word("ord")), STEPS[hit.word("rel")]
    if number is None or hit.word("unit") != "month":
        return None
    if context.published is None:
        return dated(hit, f"XXXX-XX-{number:02}") if number <= 31 else None
    month = context.published.year * 12 + context.published.month - 1 + step
    found = existing_day(month // 12, month % 12 + 1, number)
    return dated(hit, found.isoformat(), "document") if found else None


MEANINGS: Meanings = {
    f.__name__: f for f in (month_day, day_of_this_year, day_of_this_month, day_of_month, iso_date, figures_date)
}
"""What the rules of this file's phrases may name."""
