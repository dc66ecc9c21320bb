"""Dates that share a month or a year, and spans from one date to another."""

from __future__ import annotations

import re
from datetime import timedelta

from memcon.annotate.timexes.days import DAY_NUMBER, YEARS_BESIDE, day_number, month_day, nearest_day, year_beside
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import WEEKDAYS, listed
from memcon.annotate.timexes.months import month_of_year
from memcon.annotate.timexes.phrases import PRE, dated, day_of_value, existing_day, mod_of, month_number
from memcon.annotate.timexes.weekdays import nearest_weekday
from memcon.domain.dates import day_of

_APART = listed("and or")
"""Words that name two days rather than the days from one to the other."""


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
    if first is None or not last.isdecimal() or hit.word("unit") != "year" or hit.word("rel") not in YEARS_BESIDE:
        return None
    if hit.word("to") in _APART:
        return None
    year, anchor = year_beside(hit, context)
    start, end = (existing_day(2000 if year is None else year, month, day) for day in (first, int(last)))
    if start is None or end is None or end <= start:
        return None
    days = [f"XXXX{d.isoformat()[4:]}" if year is None else d.isoformat() for d in (start, end)]
    return Meaning("DATE", "/".join(days), edtf="/".join(days), anchor=anchor, mod=mod_of(hit))


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
    year = start.year + (1 if month < start.month else 0)
    if hit.has("year") and month < start.month:
        year, start = start.year, existing_day(start.year - 1, start.month, start.day) or start
    end = existing_day(year, month, int(last))
    if end is None or end <= start:
        return None
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Meaning("DATE", value, edtf=value, anchor=first.anchor, mod=first.mod)


def day_with_year_behind(hit: Hit, context: Context) -> Meaning | None:
    """The first of two dates of which only the last has the year: "June 28 to July 3, 2026", "November 4 and 5, 2025"."""
    month, day, year = month_number(hit.word("month")), day_number(hit), int(hit.word("year"))
    if hit.has("month2") and month_number(hit.word("month2")) < month:
        year -= 1
    found = existing_day(year, month, day or 0)
    return dated(hit, found.isoformat()) if found else None


_BEFORE_DAY = listed("on of the between from and or in for to until through , (")


def day_with_month_behind(hit: Hit, context: Context) -> Meaning | None:
    """The first of two days of which only the last has the month: "4 and 5 November"."""
    first, last = day_number(hit), hit.word("last")
    if first is None or not last.isdecimal() or first >= int(last):
        return None
    if hit.before() and hit.before().lower() not in _BEFORE_DAY:
        return None
    return month_day(hit, context)


_BEHIND_DAY = listed(
    "in at with for to by as the when where while and or but after before that which were was will is are had have has"
)
_DATE = re.compile(r"([0-9]{4}|XXXX)-([0-9]{2})-([0-9]{2})")


def another_day(hit: Hit, context: Context) -> Meaning | None:
    """The second of two days of which only the first has the month: "November 4 and 5"."""
    joint = hit.before().lower()
    day = day_number(hit) if joint in ("and", "or", "&", ",") and _goes_on(hit, context, "no") else None
    if day is None:
        return None
    behind = hit.after()
    if behind[:1].isalpha() and behind.lower() not in _BEHIND_DAY:
        return None  # "on November 4 and 5 others left"
    if joint == "," and behind not in (",", "and", "or", "&"):
        return None
    named = _DATE.fullmatch(context.last_named)
    if named is None or int(named[3]) >= day or day_of(2000, int(named[2]), day) is None:
        return None
    value = f"{named[1]}-{named[2]}-{day:02}"
    if named[1] != "XXXX" and day_of(int(named[1]), int(named[2]), day) is None:
        return None
    return Meaning("DATE", value, anchor=context.last_anchor)


def _goes_on(hit: Hit, context: Context, classes: str) -> bool:
    """Whether a date ends just before the word in front, with a lexeme of one of these classes."""
    before = hit.first - 2
    return before >= 0 and hit.lexemes.classes[before] in classes and hit.lexemes.ends[before] == context.last_named_end


def first_weekday(hit: Hit, context: Context) -> Meaning | None:
    """The first of two weekdays: when past, the last of its name before the other; when to come, the next of its name."""
    published = context.published
    number, other = (WEEKDAYS[hit.word(group).rstrip(".")] for group in ("week", "week2"))
    if published is None or number == other or (hit.word("to") in _APART and (other - number) % 7 > NEAR_DAYS):
        return None
    tense = context.tense_at(hit.start, hit.end)
    if tense in ("future", "open"):
        return None
    last = nearest_weekday(published, other, tense)
    found = last - timedelta(days=(last.isoweekday() - number) % 7) if last else None
    return dated(hit, found.isoformat(), "document") if found else None


NEAR_DAYS = 3
"""How far apart (days) two weekdays with "and" may lie to be told in their order: "Friday and Thursday" are not."""


def next_weekday(hit: Hit, context: Context) -> Meaning | None:
    """The second of two weekdays: the next of its name behind the first."""
    if hit.before().lower() not in ("to", "through", "until", "till", "-", "–", "and", "or", "&"):
        return None
    if _is_repeated(hit):
        return Meaning("SET", f"XXXX-WXX-{WEEKDAYS[hit.word('week').rstrip('.')]}")
    if not _goes_on(hit, context, "W") or not _DATE.fullmatch(context.last_named):
        return None
    day = day_of_value(context.last_named)
    if day is None:
        return None
    days = (WEEKDAYS[hit.word("week").rstrip(".")] - day.isoweekday()) % 7
    if hit.before().lower() in (*_APART, "&") and days > NEAR_DAYS:
        return None
    try:
        return dated(hit, (day + timedelta(days=days or 7)).isoformat(), "document")
    except OverflowError:
        return None


def _is_repeated(hit: Hit) -> bool:
    """Whether it is the second of "every Tuesday and Thursday"."""
    return hit.before(3).lower() in ("every", "each") and hit.lexemes.classes[hit.first - 2] == "W"


def first_month(hit: Hit, context: Context) -> Meaning | None:
    """The first of two months of which only the last has the year: "from November to January 2021"."""
    month, last, year = month_number(hit.word("month")), month_number(hit.word("month2")), int(hit.word("year"))
    return dated(hit, f"{year - (1 if last < month else 0):04}-{month:02}", unit="M") if year > 1 else None


def nearest_first_month(hit: Hit, context: Context) -> Meaning | None:
    """The first of two months without a year, "from November to March": the last of its name before the other when past, else
    the next of its name."""
    published, tense = context.published, context.tense_at(hit.start, hit.end)
    if published is None or hit.before().lower() not in ("from", "between") or hit.word("to") in ("or",):
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
    if named is None or hit.before().lower() not in ("to", "through", "until", "till", "-", "–"):
        return None
    if not _goes_on(hit, context, "M"):
        return None
    month = month_number(hit.word("month"))
    year = int(named[1]) + (1 if month <= int(named[2]) else 0)
    return dated(hit, f"{year:04}-{month:02}", "document", unit="M") if year <= 9999 else None


_YEAR = "(?:,?(?P<year>Y))"

RANGES: tuple[Rule, ...] = (
    Rule(
        "days of a month",
        rf"{PRE}(?P<month>M)(?P<day>n)(?P<to>[-r])(?P<last>n){_YEAR}?",
        month_days,
        yes=("They confer [June 3-5, 2026] in Oslo.",),
    ),
    Rule(
        "days of a month of last year",
        rf"{PRE}(?P<month>M)(?P<day>n)(?P<to>[-r])(?P<last>n),?f?d?(?P<rel>[lxth])(?P<unit>u)",
        month_days_of_year,
        yes=("They conferred [June 3-5 of last year] in Oslo.",),
    ),
    Rule(
        "days before a month",
        rf"{PRE}(?P<day>n)(?P<to>[-r])(?P<last>n)(?P<month>M){_YEAR}?",
        month_days,
        yes=("They confer [3-5 June 2026] in Oslo.",),
    ),
    Rule(
        "days over two months",
        rf"{PRE}(?P<month>M)(?P<day>n)-(?P<month2>M)(?P<last>n){_YEAR}?",
        days_over_months,
        yes=("It runs [Nov. 30-Dec. 2] in Oslo.",),
    ),
    Rule(
        "day with the year behind",
        rf"{PRE}(?:W,?)?(?P<month>M){DAY_NUMBER}(?=(?:,n)*,?[-r](?P<month2>M)?[no],?(?P<year>Y))",
        day_with_year_behind,
        yes=("It runs from [June 28] to July 3, 2026.",),
    ),
    Rule(
        "day with the month behind",
        rf"(?P<pre>)(?P<day>n)(?=(?:,n)*,?r(?P<last>n)(?P<month>M){_YEAR}?)",
        day_with_month_behind,
        yes=("They met on [4] and 5 November.",),
        no=("It fell by 4 and 5 percent.",),
    ),
    Rule(
        "another day",
        rf"(?P<pre>)(?P<day>[no]){_YEAR}?",
        another_day,
        yes=("They met on November 4 and [5].",),
        no=("With 4 and 5 of them.",),
    ),
    Rule(
        "first of two weekdays",
        r"(?P<pre>)(?P<week>W)(?=(?P<to>[-r])(?P<week2>W))",
        first_weekday,
        yes=("They met from [Monday] to Thursday.",),
    ),
    Rule(
        "second of two weekdays",
        r"(?P<pre>)(?P<week>W)",
        next_weekday,
        yes=("They met from Monday to [Thursday].",),
    ),
    Rule(
        "first of two months",
        rf"{PRE}(?P<month>M)(?=[-r](?:k-?)?(?P<month2>M),?f?(?P<year>Y))",
        first_month,
        yes=("It ran from [November] to January 2021.",),
    ),
    Rule(
        "first of two months of last year",
        rf"{PRE}(?P<month>M)(?=[-r](?:k-?)?Mf?(?P<rel>[lxt])(?P<unit>u))",
        month_of_year,
        yes=("It ran from [June] to August of last year.",),
    ),
    Rule(
        "first of two months without a year",
        rf"{PRE}(?P<month>M)(?=(?P<to>[-r])(?:k-?)?(?P<month2>M)(?!,?[noY]))",
        nearest_first_month,
        yes=("It ran from [November] to January.",),
    ),
    Rule(
        "second of two months",
        rf"{PRE}(?P<month>M)",
        next_month,
        yes=("It ran from November to [January].",),
    ),
)  # fmt: skip
