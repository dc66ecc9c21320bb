"""Days of the calendar: dates in words and figures, weekdays, days of one month or over two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import unit_value
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import WEEKDAYS, listed, number_of, ordinal_of
from memcon.annotate.timexes.phrases import PRE, dated, day_of_value, existing_day, mod_of, month_number
from memcon.annotate.timexes.remembered import has_open_year, is_of_2001
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
    if context.published is None:
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    if (month, day) == (9, 11) and is_of_2001(hit, context.published):
        return dated(hit, "2001-09-11")
    if has_open_year(hit, month, day, context.published):
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    tense = context.tense_at(hit.start, hit.end)
    if tense == "past" and is_moved_to(hit):
        tense = None
    found = nearest_day(context.published, month, day, tense)
    return dated(hit, found.isoformat(), "document") if found else None


_MOVED = listed("extended prolonged postponed delayed pushed moved rescheduled adjourned suspended deferred renewed")


def is_moved_to(hit: Hit) -> bool:
    """Whether it is the new end of what was moved: "was extended through Dec. 15" is told as past, the day may lie ahead."""
    if hit.before().lower() not in ("to", "until", "till", "through"):
        return False
    return any(hit.before(n).lower() in _MOVED for n in range(2, 8))


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
    if hit.after() in _PAPERS or hit.before() in _NAMED_DAYS or _is_address(hit):
        return None
    if hit.lexemes.classes[max(hit.first - 1, 0)] == "o" and not hit.has("rel"):
        return None  # "the first Monday of each month"
    published = context.published
    if published is None:
        return dated(hit, f"XXXX-WXX-{number}")
    if hit.word("rel") in ("that", "same", "following", "previous"):
        return _weekday_in_discourse(hit, context, number)
    back = (published.isoweekday() - number) % 7
    rel = hit.word("rel")
    if rel in ("last", "past", "next", "coming", "upcoming"):
        return _last_or_next_weekday(hit, published, -1 if rel in ("last", "past") else 1, number)
    if back == 0:
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
    meaning = dated(hit, value, "document") if value else None
    is_counted_on = hit.before().lower() == "from" and hit.before(2).lower() in _COUNTED
    return replace(meaning, edtf=None, is_vague=True) if meaning and is_counted_on else meaning  # "a week from Friday"


_COUNTED = listed("day days week weeks month months year years")


def _is_address(hit: Hit) -> bool:
    """Whether it is the start of a name like "Monday.com"."""
    return (
        hit.after() == "."
        and hit.lexemes.is_joined(hit.last)
        and hit.lexemes.is_joined(hit.last + 1)
        and hit.after(2).islower()
    )


def nearest_weekday(published: date, number: int, tense: str | None) -> date | None:
    """The day of that number (Monday is 1) nearest to `published`, itself included, behind it unless the tense looks ahead."""
    days = (number - published.isoweekday()) % 7 if tense == "future" else -((published.isoweekday() - number) % 7)
    value = unit_value(published, "D", days)
    return date.fromisoformat(value) if value else None


def _last_or_next_weekday(hit: Hit, published: date, way: int, number: int) -> Meaning | None:
    """ "last Friday", "next Friday": the nearest, as TIMEX3 has it. Where that lies in the document's own week writers part on
    whether it or that of the next week is meant, so that both are in its interval."""
    days = way * ((way * (number - published.isoweekday())) % 7 or 7)
    value, other = unit_value(published, "D", days), unit_value(published, "D", days + 7 * way)
    if value is None or other is None:
        return None
    meaning = dated(hit, value, "document")
    is_same_week = date.fromisoformat(value).isocalendar()[:2] == published.isocalendar()[:2]
    is_open = is_same_week and hit.word("rel") in ("last", "next")
    return replace(meaning, edtf="/".join(sorted((value, other)))) if is_open else meaning


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
        "day, month and year with hyphens",
        r"(?P<pre>)(?P<day>n)-(?P<month>M)-(?P<year>Y)",
        month_day,
        yes=("The note of [03-Nov-2025] is out.",),
        no=("The note of 33-Nov-2025 is out.",),
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
