"""Days of the calendar: dates in words and figures, weekdays, days of one month or over two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import edtf_of_value
from memcon.annotate.timexes.engine import Anchor, Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import WEEKDAYS, listed, number_of, ordinal_of
from memcon.annotate.timexes.named_days import has_open_year, is_of_2001
from memcon.annotate.timexes.phrases import PRE, dated, existing_day, mod_of, month_number
from memcon.domain.dates import day_of, interval_of


def day_number(hit: Hit) -> int | None:
    words = hit.words("day")
    if not words:
        return None
    if words[-1][0].isdecimal() and words[-1].isdecimal():
        return int(words[-1])
    value = ordinal_of(words[-1])
    if value is None:
        return number_of(words)
    return value + (number_of(words[:-1]) or 0)


def month_day(hit: Hit, context: Context) -> Meaning | None:
    """A day of a month; without its year, the year that lies nearest to the document's day in keeping with the tense."""
    month, day = month_number(hit.word("month")), day_number(hit)
    if day is None or day_of(2000, month, day) is None:
        return None
    if hit.has("year"):
        year = int(hit.word("year"))
        found = day_of(year, month, day)
        return dated(hit, found.isoformat()) if found else None
    if context.published is None:
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    if (month, day) == (9, 11) and is_of_2001(hit, context.published):
        return dated(hit, "2001-09-11")
    if has_open_year(hit, month, day, context.published):
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    tense = "future" if hit.before().lower() == "effective" else context.tense_at(hit.start, hit.end)
    if tense == "past" and is_moved_to(hit):
        tense = None
    if hit.has("week"):
        return _weekday_and_day(hit, context.published, month, day, tense)
    year_told = year_of_subject(hit, context)
    if year_told and (there := existing_day(year_told, month, day)):
        return dated(hit, there.isoformat(), "document")
    found = nearest_day(context.published, month, day, None if hit.after().lower() in AHEAD_NOUNS else tense)
    return dated(hit, found.isoformat(), "document") if found else None


AHEAD_NOUNS = listed("election elections vote ballot primary primaries caucus caucuses deadline referendum runoff")
"""What has its day long before it comes: "the nominee of the Nov. 8 election said" looks back on nothing."""


def _weekday_and_day(hit: Hit, published: date, month: int, day: int, tense: str | None) -> Meaning | None:
    """ "Sunday, March 3": the nearest year in which that day is a Sunday; where none of the next and last few is, the year is open."""
    number = WEEKDAYS[hit.word("week").rstrip(".")]
    found = nearest_day(published, month, day, tense)
    if found is not None and found.isoweekday() == number:
        return dated(hit, found.isoformat(), "document")
    years = range(published.year - YEARS_BACK, published.year + 2)
    days = [d for y in years if (d := existing_day(y, month, day)) and d.isoweekday() == number]
    nearest = min(days, key=lambda d: abs((d - published).days), default=None)
    if nearest is not None:
        return dated(hit, nearest.isoformat(), "document")
    meaning = dated(hit, found.isoformat(), "document") if found else None
    return replace(meaning, edtf=f"XXXX-{month:02}-{day:02}") if meaning else None


YEARS_BACK = 2
"""How many years back news names a day with its weekday and without its year."""
_SUBJECT_VERBS = listed("held took convened signed hosted opened began started ended fell ran staged due set scheduled")
SUBJECT_REACH = 70
"""How far (characters) behind "last year's summit" its month or day is told."""


def year_of_subject(hit: Hit, context: Context) -> int | None:
    """The year of the thing spoken of: "Last year's summit was held in May", "The 2019 round took place in June". None where the
    nearest date before is none such, or is told of another thing."""
    value, text = context.last_named, hit.lexemes.text
    if len(value) != 4 or not value.isdecimal() or hit.start - context.last_named_end > SUBJECT_REACH:
        return None
    between = text[context.last_named_end : hit.start]
    words = between.lower().replace(",", " ").split()
    if (
        any(sign in between for sign in ".;:\n")
        or not words
        or words[-1] not in ("in", "on", "for", "late", "early", "mid")
    ):
        return None
    is_owner = between[:2] in ("'s", "’s") or text[
        max(context.last_named_end - 9, 0) : context.last_named_end - 4
    ].lower() in (" the ", "the ")
    return int(value) if is_owner and _SUBJECT_VERBS & set(words) else None


_GIVEN = listed("have has him her them us it")
_MOVED = listed(
    "off extended prolonged postponed delayed pushed moved rescheduled adjourned suspended deferred renewed"
)


def is_moved_to(hit: Hit) -> bool:
    """Whether it is the new end of what was moved: "was extended through Dec. 15" is told as past, the day may lie ahead."""
    if hit.before().lower() not in ("to", "until", "till", "through"):
        return False
    if hit.before() != "to" and hit.before(2).lower() in _GIVEN:
        return True  # "have until the end of January"
    return any(hit.before(n).lower() in _MOVED for n in range(2, 8))


def day_of_this_year(hit: Hit, context: Context) -> Meaning | None:
    """ "June 16th of last year"."""
    month, day = month_number(hit.word("month")), day_number(hit)
    if day is None or hit.word("unit") != "year" or hit.word("rel") not in YEARS_BESIDE:
        return None
    year, anchor = year_beside(hit, context)
    if year is None:
        return dated(hit, f"XXXX-{month:02}-{day:02}") if day_of(2000, month, day) else None
    found = existing_day(year, month, day)
    return Meaning("DATE", found.isoformat(), anchor=anchor, mod=mod_of(hit)) if found else None


YEARS_BESIDE = {
    "last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "that": 0, "same": 0, "following": 1,
}  # fmt: skip
"""The years that are named by another: the document's, or for "that" and the like that of the last date named."""


def year_beside(hit: Hit, context: Context) -> tuple[int | None, Anchor]:
    """The year that "last year", "that year", "the following year" name, None where nothing tells; and what it counts from."""
    rel = hit.word("rel")
    if rel in ("that", "same", "following"):
        base = interval_of(edtf_of_value(context.last) or "") if context.last else None
        is_known = base is not None and base.days <= 366
        return (base.start.year + YEARS_BESIDE[rel] if base and is_known else None), "discourse"
    return (context.published.year + YEARS_BESIDE[rel] if context.published else None), "document"


SLACK = timedelta(days=31)


def nearest_day(published: date, month: int, day: int, tense: str | None) -> date | None:
    """The day with that month and day nearest to `published`, on the side that the tense gives.

    A month either way is left to the tense's doubt: news of eleven months ago names its year, while "the offer was extended to
    November 20" looks ahead.
    """
    days = [
        found
        for year in (published.year - 1, published.year, published.year + 1)
        if (found := existing_day(year, month, day))
    ]
    if tense == "past":
        days = [d for d in days if (d - published) <= SLACK]
    if tense == "future":
        days = [d for d in days if (published - d) <= SLACK]
    return min(days, key=lambda d: abs((d - published).days), default=None)


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
        found = day_of(first, second, last) if first else None
        return dated(hit, found.isoformat()) if found else None
    if len(parts[0]) > 2 or len(parts[2]) == 3:
        return None
    year, published = last, context.published
    if len(parts[2]) == 2:
        if published is None:
            return None
        this = published.year
        year = min((this // 100 * 100 + last + c for c in (-100, 0, 100)), key=lambda y: abs(y - this))
    # where dates are written with full stops the day comes first; with other marks either may
    orders = ((second, first),) if "." in text else ((first, second), (second, first))
    readings = {d for m, n in orders if year and (d := existing_day(year, m, n))}
    if len(readings) == 1:
        return dated(hit, readings.pop().isoformat())
    return dated(hit, f"{year:04}", unit="Y") if readings else None


DAY_NUMBER = r"(?P<day>(?:n-?)?o|n)"


MONTH_DAY = rf"(?P<month>M){DAY_NUMBER}(?:,?(?P<year>Y))?"


_BEHIND_DAY = listed(
    ", . ; ) ( - that and but to at in by it he she they the has have was were will is as when with for through until"
)
_BEFORE_DAY = listed("on for to until till by from since through between")


def day_of_month(hit: Hit, context: Context) -> Meaning | None:
    """ "on the 16th": that day of this month or the one beside it, in keeping with the tense; not "on the 27th floor"."""
    word, front = hit.word("ord"), hit.before().lower()
    if not word[0].isdecimal() or (hit.after() and hit.after().lower() not in _BEHIND_DAY):
        return None
    if hit.first < hit.last - 1 or front in _BEFORE_DAY:  # behind a time of day, or a preposition
        return numbered_day(hit, context)
    return None


def numbered_day(hit: Hit, context: Context) -> Meaning | None:
    """The day of that number in this month or the one beside it, in keeping with the tense."""
    number, published = ordinal_of(hit.word("ord")) or 0, context.published
    if not 1 <= number <= 31:
        return None
    if published is None:
        return dated(hit, f"XXXX-XX-{number:02}")
    this = published.year * 12 + published.month - 1
    days = [found for m in (this - 1, this, this + 1) if (found := existing_day(m // 12, m % 12 + 1, number))]
    is_moved = is_moved_to(hit)
    tense = "future" if is_moved else context.tense_at(hit.start, hit.end)
    if tense == "past":
        days = [d for d in days if d <= published]
    elif tense == "future":
        days = [d for d in days if d >= published]
    found = min(days, key=lambda d: abs((d - published).days), default=None)
    meaning = dated(hit, found.isoformat(), "document") if found else None
    # "was put back to the 19th": that day may be behind or ahead, so that it names no interval
    return replace(meaning, edtf=None, is_vague=True) if meaning and is_moved else meaning


def day_of_this_month(hit: Hit, context: Context) -> Meaning | None:
    """ "the 12th of this month"."""
    number, step = ordinal_of(hit.word("ord")), {"this": 0, "current": 0, "last": -1, "next": 1}.get(hit.word("rel"))
    if number is None or step is None or hit.word("unit") != "month":
        return None
    if context.published is None:
        return dated(hit, f"XXXX-XX-{number:02}") if number <= 31 else None
    month = context.published.year * 12 + context.published.month - 1 + step
    found = existing_day(month // 12, month % 12 + 1, number)
    return dated(hit, found.isoformat(), "document") if found else None


DAYS: tuple[Rule, ...] = (
    Rule(
        "month and day",
        rf"{PRE}(?:(?P<week>W),?)?(?P<rel>[lxt])?{MONTH_DAY}",
        month_day,
        yes=("Talks open [Nov. 4] in Lima.",),
        no=("It was on Feb. 30.",),
    ),
    Rule(
        "day of this year",
        rf"{PRE}(?P<month>M){DAY_NUMBER},?f?d?(?P<rel>[lxth])(?P<unit>u)",
        day_of_this_year,
        yes=("It was signed on [June 16th of last year].",),
    ),
    Rule(
        "day and month",
        rf"{PRE}(?:(?P<week>W),?)?d?{DAY_NUMBER}f?(?P<month>M)(?:,?(?P<year>Y))?",
        month_day,
        yes=("It was signed on [the 3rd of May 1999].",),
    ),
    Rule(
        "day, month and year with hyphens",
        r"(?P<pre>)(?P<day>n)-(?P<month>M)-(?P<year>Y)",
        month_day,
        yes=("The note of [03-Nov-2025] is out.",),
        no=("The note of 33-Nov-2025 is out.",),
    ),
    Rule(
        "day of this month",
        r"(?P<pre>)d(?P<ord>o)f(?P<rel>[tlx])(?P<unit>u)",
        day_of_this_month,
        yes=("She said on [the 2nd of this month] that she agreed.",),
        no=("He lives on the 27th floor of this house.",),
    ),
    Rule(
        "day of the month",
        r"(?P<pre>)d(?P<ord>o)",
        day_of_month,
        yes=("She said on [the 2nd] that she agreed.",),
        no=("He works on the 27th floor.",),
    ),
    Rule(
        "ISO date", r"(?P<iso>I)", iso_date, yes=("The note of [2024-05-06] is out.",), no=("File 0000-01-01 is lost.",)
    ),
    Rule("figures", r"(?P<figures>F)", figures_date, yes=("Dated [16/12/2024].",), no=("Dated 13/13/2025.",)),
)
