"""Days of the calendar: dates in words and figures, weekdays, days of one month or over two."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.annotate.timexes.calendar import unit_value
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import WEEKDAYS, listed, number_of, ordinal_of
from memcon.annotate.timexes.phrases import PRE, dated, day_of_value, existing_day, mod_of, month_number
from memcon.domain.dates import day_of


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
    if context.published is None or _is_commemorated(hit, month, day):
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    found = nearest_day(context.published, month, day, context.tense_at(hit.start, hit.end))
    return dated(hit, found.isoformat(), "document") if found else None


_COMMEMORATED = listed(
    "attack attacks uprising riot riots massacre movement revolution coup incident tragedy crackdown bombings"
)
"""What is called after its day keeps the name for years: the day's year is not told."""


def day_of_this_year(hit: Hit, context: Context) -> Meaning | None:
    """ "June 16th of last year"."""
    step = {"last": -1, "next": 1, "this": 0, "current": 0, "previous": -1}.get(hit.word("rel"))
    month, day = month_number(hit.word("month")), day_number(hit)
    if step is None or day is None or hit.word("unit") != "year":
        return None
    if context.published is None:
        return dated(hit, f"XXXX-{month:02}-{day:02}") if day_of(2000, month, day) else None
    found = existing_day(context.published.year + step, month, day)
    return dated(hit, found.isoformat(), "document") if found else None


def _is_commemorated(hit: Hit, month: int, day: int) -> bool:
    behind = hit.after()
    is_name = (month, day) == (9, 11) and behind.isalpha() and behind.islower() and behind not in _NOT_NOUNS
    return is_name or behind.lower() in _COMMEMORATED


_NOT_NOUNS = listed(
    "in at on and or to that when as for with by but he she they it will would was is had has after before of from"
)

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


_NAMED_DAYS = listed("Black Good Bloody Ash Super Cyber Giving Fat Shrove Palm Holy Maundy")
"""What makes a weekday the name of one day of some year."""
_PAPERS = listed("Times Telegraph Mail Herald Post Express Mirror Tribune Independent Guardian")


def weekday(hit: Hit, context: Context) -> Meaning | None:
    """A day of the week: the nearest behind, ahead with a future tense; the document's own day when it is that weekday."""
    number = WEEKDAYS[hit.word("week").rstrip(".")]
    if hit.is_possessive and hit.word("pre") in ("around", "about", "nearly", "almost"):
        return None  # "to get around Friday's ruling": the weekday alone is read there
    if hit.after() in _PAPERS or hit.before() in _NAMED_DAYS:
        return None
    published = context.published
    if published is None:
        return dated(hit, f"XXXX-WXX-{number}")
    if hit.word("rel") in ("that", "same", "following", "previous"):
        return _weekday_in_discourse(hit, context, number)
    back = (published.isoweekday() - number) % 7
    rel = hit.word("rel")
    if rel in ("last", "past"):
        days = -(back or 7)
    elif rel in ("next", "coming", "upcoming"):
        days = 7 - back
    elif back == 0:
        days = 0
    else:
        tense = context.tense_at(hit.start, hit.end)
        if tense == "past" and hit.before().lower() in ("until", "till", "by"):
            tense = "open"  # "has given them until Tuesday"
        elif hit.word("pre") == "earlier":
            tense = "past"
        is_ahead = (
            tense == "future"
            or (tense == "open" and back > 2 and not hit.is_possessive)
            or (rel == "this" and tense != "past")
        )
        days = 7 - back if is_ahead else -back
    value = unit_value(published, "D", days)
    return dated(hit, value, "document") if value else None


def _weekday_in_discourse(hit: Hit, context: Context, number: int) -> Meaning | None:
    base = day_of_value(context.last) or context.published
    if base is None:
        return None
    back = (base.isoweekday() - number) % 7
    rel = hit.word("rel")
    if rel == "following":
        days = 7 - back
    elif rel == "previous":
        days = -(back or 7)
    else:
        days = -back if back <= 3 else 7 - back
    value = unit_value(base, "D", days)
    return Meaning("DATE", value, anchor="discourse", mod=mod_of(hit)) if value else None


def iso_date(hit: Hit, context: Context) -> Meaning | None:
    text = hit.word("iso").upper()
    day = day_of(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if day is None:
        return None
    return Meaning("TIME", f"{day.isoformat()}{text[10:]}") if len(text) > 10 else dated(hit, day.isoformat())


def figures_date(hit: Hit, context: Context) -> Meaning | None:
    """A date in figures, where its order can be told; else only its year, which both orders share."""
    parts = hit.word("figures").replace("/", ".").replace("-", ".").split(".")
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
    readings = {d for m, n in ((first, second), (second, first)) if year and (d := existing_day(year, m, n))}
    if len(readings) == 1:
        return dated(hit, readings.pop().isoformat())
    return dated(hit, f"{year:04}", unit="Y") if readings else None


DAY_NUMBER = r"(?P<day>(?:n-?)?o|n)"


MONTH_DAY = rf"(?P<month>M){DAY_NUMBER}(?:,?(?P<year>Y))?"


def month_days(hit: Hit, context: Context) -> Meaning | None:
    """ "Nov. 3-5, 2025": from one day to another of the same month. "Nov. 3 and 4" are the same where they follow each other."""
    first = month_day(hit, context)
    last = hit.word("last")
    if first is None or not last.isdecimal() or not first.value[-2:].isdecimal() or int(last) <= int(first.value[-2:]):
        return None
    if hit.word("to") in ("and", "or", "&") and int(last) != int(first.value[-2:]) + 1:
        return None
    value = f"{first.value}/{first.value[:-2]}{int(last):02}"
    if day_of(2000, int(first.value[5:7]), int(last)) is None:
        return None
    return Meaning("DATE", value, edtf=value, anchor=first.anchor, mod=first.mod)


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
    end = day_of(year, month, int(last))
    if end is None or end <= start:
        return None
    value = f"{start.isoformat()}/{end.isoformat()}"
    return Meaning("DATE", value, edtf=value, anchor=first.anchor, mod=first.mod)


_BEHIND_DAY = listed(", . ; ) that and to at in by it he she they the")


def day_of_month(hit: Hit, context: Context) -> Meaning | None:
    """ "on the 16th": that day of this month or the one beside it, in keeping with the tense; not "on the 27th floor"."""
    word = hit.word("ord")
    if (
        hit.before().lower() != "on"
        or not word[0].isdecimal()
        or (hit.after() and hit.after().lower() not in _BEHIND_DAY)
    ):
        return None
    number = ordinal_of(word) or 0
    if not 1 <= number <= 31:
        return None
    if context.published is None:
        return dated(hit, f"XXXX-XX-{number:02}")
    this = context.published.year * 12 + context.published.month - 1
    days = [found for m in (this - 1, this, this + 1) if (found := existing_day(m // 12, m % 12 + 1, number))]
    tense = context.tense_at(hit.start, hit.end)
    if tense == "past":
        days = [d for d in days if d <= context.published]
    elif tense == "future":
        days = [d for d in days if d >= context.published]
    found = min(days, key=lambda d: abs((d - context.published).days) if context.published else 0, default=None)
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
        rf"{PRE}(?P<month>M){DAY_NUMBER},?f?(?P<rel>[lxt])(?P<unit>u)",
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
        "days of a month",
        rf"{PRE}(?P<month>M)(?P<day>n)(?P<to>[-r])(?P<last>n)(?:,?(?P<year>Y))?",
        month_days,
        yes=("They confer [June 3-5, 2026] in Oslo.",),
    ),
    Rule(
        "days before a month",
        rf"{PRE}(?P<day>n)(?P<to>[-r])(?P<last>n)(?P<month>M)(?:,?(?P<year>Y))?",
        month_days,
        yes=("They confer [3-5 June 2026] in Oslo.",),
    ),
    Rule(
        "days over two months",
        rf"{PRE}(?P<month>M)(?P<day>n)-(?P<month2>M)(?P<last>n)(?:,?(?P<year>Y))?",
        days_over_months,
        yes=("It runs [Nov. 30-Dec. 2] in Oslo.",),
    ),
    Rule(
        "day of the month",
        r"(?P<pre>)d(?P<ord>o)",
        day_of_month,
        yes=("She said on [the 2nd] that she agreed.",),
        no=("He works on the 27th floor.",),
    ),
    Rule(
        "weekday",
        rf"{PRE}(?:t(?=[lx]))?(?:d?(?P<rel>[lxth]))?(?P<week>W)",
        weekday,
        yes=("They met [last Friday] in Oslo.",),
        no=("He reads the Sunday Times.",),
    ),
    Rule(
        "ISO date", r"(?P<iso>I)", iso_date, yes=("The note of [2024-05-06] is out.",), no=("File 0000-01-01 is lost.",)
    ),
    Rule("figures", r"(?P<figures>F)", figures_date, yes=("Dated [16/12/2024].",), no=("Dated 13/13/2025.",)),
)
