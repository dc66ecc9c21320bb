"""Calendar dates and times of day: phrases that name a day, month, quarter or year, wholly or in part."""

from __future__ import annotations

from datetime import date, timedelta

from memcon.annotate.timexes.calendar import edtf_of_value, unit_value, widen
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import (
    DAY_PARTS,
    DECADES,
    MODIFIERS,
    SEASONS,
    WEEKDAYS,
    listed,
    number_of,
    ordinal_of,
)
from memcon.domain.dates import MONTH_NUMBERS, day_of

PRE = r"(?P<pre>b?(?:d?[jk](?:fd?|-)?)?)"
"""What may stand before a date and be part of it: "around", "early", "mid-", "the end of"."""
PLAIN_PRE = r"(?P<pre>b?(?:d?k(?:f|-)?)?)"
DAY_TAIL = r"(?:,?(?P<year>Y))?"
NUM = r"(?P<num>[n9](?:-?[n9]){0,4})"


def mod_of(hit: Hit) -> str | None:
    """The TIMEX3 modifier that the words before a date give."""
    for word in hit.words("pre"):
        if word in MODIFIERS:
            return MODIFIERS[word]
    return None


def dated(hit: Hit, value: str, anchor: str = "none", *, unit: str = "D") -> Meaning:
    """A DATE with the modifier of the phrase; an approximate one covers a unit more on either side."""
    mod = mod_of(hit)
    edtf = widen(edtf_of_value(value), unit) if mod == "APPROX" else None
    return Meaning("DATE", value, edtf=edtf, anchor="document" if anchor == "document" else "none", mod=mod)


def month_number(word: str) -> int:
    return MONTH_NUMBERS[word.rstrip(".")]


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
    if context.published is None or hit.after().lower() in _COMMEMORATED:
        return dated(hit, f"XXXX-{month:02}-{day:02}")
    found = nearest_day(context.published, month, day, context.tense_at(hit.start, hit.end))
    return dated(hit, found.isoformat(), "document") if found else None


_COMMEMORATED = listed(
    "attack attacks uprising riot riots massacre movement revolution coup incident tragedy crackdown bombings"
)
"""What is called after its day keeps the name for years: the day's year is not told."""


SLACK = timedelta(days=31)


def nearest_day(published: date, month: int, day: int, tense: str | None) -> date | None:
    """The day with that month and day nearest to `published`, on the side that the tense gives.

    A month either way is left to the tense's doubt: news of eleven months ago names its year, while "the offer was extended to
    November 20" looks ahead.
    """
    days = [
        found for year in (published.year - 1, published.year, published.year + 1) if (found := _day(year, month, day))
    ]
    if tense == "past":
        days = [d for d in days if (d - published) <= SLACK]
    if tense == "future":
        days = [d for d in days if (published - d) <= SLACK]
    return min(days, key=lambda d: abs((d - published).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    return day_of(year, month, day) if 1 <= year <= 9999 else None


def _has_impossible_day(hit: Hit) -> bool:
    """Whether a number stands where the day would: "31 February" is no date, and no February either."""
    return hit.before().isdecimal() or hit.before(1)[:-2].isdecimal()


def month_year(hit: Hit, context: Context) -> Meaning | None:
    if _has_impossible_day(hit):
        return None
    year = int(hit.word("year"))
    return dated(hit, f"{year:04}-{month_number(hit.word('month')):02}", unit="M")


_VERB_MONTHS = frozenset({"may", "march", "mar"})
_NAME_MONTHS = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})
_IN_FRONT = listed(
    "in since by until till before after from of to through last next this during for between late early mid and or around about end "
    "beginning middle start on every each until that the a an its their"
)


def lone_month(hit: Hit, context: Context) -> Meaning | None:
    """A month alone: the nearest one in keeping with the tense. "May" and others that are verbs or names need a word in front."""
    word = hit.word("month").rstrip(".")
    if _has_impossible_day(hit):
        return None
    if word in ("jan", "mar") and hit.word("month") == word and hit.after()[:1].isupper():
        return None
    has_front = hit.before().lower() in _IN_FRONT or hit.has("pre") or hit.has("rel")
    if word in _NAME_MONTHS and not has_front and not (word not in _VERB_MONTHS and hit.is_possessive):
        return None
    if not has_front and (hit.before()[:1].isupper() or hit.after()[:1].isupper()) and hit.before() != ",":
        return None  # part of a name: "Roger June", "August Wilson", "Black September"
    month = month_number(word)
    if context.published is None:
        return dated(hit, f"XXXX-{month:02}")
    year = nearest_month_year(context.published, month, hit, context)
    return dated(hit, f"{year:04}-{month:02}", "document", unit="M")


def nearest_month_year(published: date, month: int, hit: Hit, context: Context) -> int:
    rel = hit.word("rel")
    this = published.year
    if rel in ("last", "past", "previous"):
        return this if month < published.month else this - 1
    if rel in ("next", "coming", "upcoming"):
        return this if month > published.month else this + 1
    if rel == "this":
        return this
    tense = context.tense_at(hit.start, hit.end)
    ahead = {year: (year - this) * 12 + month - published.month for year in (this - 1, this, this + 1)}
    if tense == "past":
        ahead = {year: n for year, n in ahead.items() if n <= 1}
    elif tense == "future":
        ahead = {year: n for year, n in ahead.items() if n >= -1}
    return min(ahead, key=lambda year: abs(ahead[year]))


def month_of_year(hit: Hit, context: Context) -> Meaning | None:
    """ "January this year", "June of last year"."""
    month = month_number(hit.word("month"))
    if context.published is None:
        return dated(hit, f"XXXX-{month:02}")
    step = {"last": -1, "next": 1, "this": 0, "current": 0, "previous": -1, "coming": 1}.get(hit.word("rel"))
    if step is None or hit.word("unit") != "year":
        return None
    return dated(hit, f"{context.published.year + step:04}-{month:02}", "document", unit="M")


_PAPERS = listed("Times Telegraph Mail Herald Post Express Mirror Tribune Independent Guardian")


def weekday(hit: Hit, context: Context) -> Meaning | None:
    """A day of the week: the nearest behind, ahead with a future tense; the document's own day when it is that weekday."""
    number = WEEKDAYS[hit.word("week").rstrip(".")]
    if hit.after() in _PAPERS or hit.before() in ("Black", "Good", "Bloody", "Ash"):
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
        is_ahead = tense == "future" or (tense == "open" and back > 2) or (rel == "this" and tense != "past")
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


def day_of_value(value: str | None) -> date | None:
    """The day that a DATE or TIME value names, None when it is not one day."""
    if value is None:
        return None
    edtf = edtf_of_value(value)
    return date.fromisoformat(edtf) if edtf and len(edtf) == 10 and edtf[4] == "-" and edtf[:4] != "XXXX" else None


_YEAR_FRONT = listed(
    "in since by until till before after from of to through during for between late early mid and or around about the spring summer "
    "fall autumn winter end than as year over against back with , ( — – for"
)
_NOT_YEAR_AFTER = listed(
    "points people percent miles feet meters metres tons tonnes troops soldiers dollars francs pounds shares men women jobs workers "
    "employees hours members homes kilometers kilometres rpm mph pesos yen rubles euros acres barrels votes students"
)


def lone_year(hit: Hit, context: Context) -> Meaning | None:
    """Four figures that are a year, not a number of things."""
    year, front, behind = int(hit.word("year")), hit.before().lower(), hit.after().lower()
    if (
        hit.before() in ("$", "#", "£", "€", "¥", "%", "/", "No", "+", "@", "&", "*", ":", "=")
        or behind in ("%", "/")
        or behind in _NOT_YEAR_AFTER
    ):
        return None
    if hit.next_class in ("-", "–") and not 1400 <= year <= 2100:
        return None
    if (
        front == "-"
        and hit.lexemes.is_joined(hit.first - 1)
        and not hit.before(2).isdecimal()
        and hit.before(2).lower() not in ("mid", "pre", "post")
    ):
        return None
    if not 1850 <= year <= 2050 and not (front in _YEAR_FRONT and 1400 <= year <= 2200):
        return None
    if hit.before().isdecimal() and hit.lexemes.is_joined(hit.first - 1):
        return None
    return dated(hit, f"{year:04}", unit="Y")


def spoken_year(hit: Hit, context: Context) -> Meaning | None:
    """ "nineteen ninety-six", "two thousand" after "the year"."""
    words = [w for w in hit.words("spoken") if w != "-"]
    if hit.has("the") and words[:2] == ["two", "thousand"]:
        return dated(hit, f"{number_of(tuple(words)):04}", unit="Y")
    if len(words) in (2, 3) and words[0] in ("eighteen", "nineteen", "twenty"):
        rest = number_of(tuple(words[1:]))
        century = number_of((words[0],))
        if rest is not None and century is not None and 10 <= rest <= 99:
            return dated(hit, f"{century * 100 + rest}", unit="Y")
    return None


def month_spoken_year(hit: Hit, context: Context) -> Meaning | None:
    year = spoken_year(hit, context)
    return dated(hit, f"{year.value}-{month_number(hit.word('month')):02}", unit="M") if year else None


def short_year(hit: Hit, context: Context) -> Meaning | None:
    """'96: the century in which it lies nearest to the document, else a year of no known century."""
    tail = int(hit.word("short")[1:])
    if context.published is None:
        return dated(hit, f"XX{tail:02}")
    this = context.published.year
    year = min((this // 100 * 100 + tail + c for c in (-100, 0, 100)), key=lambda y: abs(y - this))
    return dated(hit, f"{year:04}", unit="Y") if 1 <= year <= 9999 else None


def year_range(hit: Hit, context: Context) -> Meaning | None:
    """ "2018-21", "1996-1999"."""
    first, tail = hit.words("range")[0], hit.words("range")[-1]
    last = first[: 4 - len(tail)] + tail
    if len(tail) not in (2, 4) or not tail.isdecimal() or not int(first) < int(last) <= 2200 or int(first) < 1400:
        return None
    return Meaning("DATE", f"{first}/{last}", edtf=f"{first}/{last}", mod=mod_of(hit))


def decade(hit: Hit, context: Context) -> Meaning | None:
    word = hit.word("decade").strip("'’`s")
    if word.isdecimal() and len(word) == 4:
        return dated(hit, word[:3], unit="E")
    tens = int(word[0]) if word.isdecimal() else DECADES.get(hit.word("decade"), 0) // 10
    is_marked = hit.word("decade")[0] in "'’`" or not word.isdecimal()
    if not is_marked and not hit.has("pre") and hit.before().lower() != "the" and not hit.has("the"):
        return None
    if hit.before().lower() in ("his", "her", "their", "my", "your") or (
        hit.has("the") and hit.words("the")[0] in ("his", "her", "their", "our")
    ):
        return None  # an age
    century = 19 if tens >= 3 else (context.published.year // 100 if context.published else 19)
    return dated(hit, f"{century}{tens}", unit="E")


def century_of(hit: Hit, context: Context) -> Meaning | None:
    if hit.word("unit") != "century":
        return None
    number = ordinal_of(hit.word("ord"))
    return dated(hit, f"{number - 1:02}", unit="C") if number and number <= 30 else None


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
    readings = {d for m, n in ((first, second), (second, first)) if year and (d := _day(year, m, n))}
    if len(readings) == 1:
        return dated(hit, readings.pop().isoformat())
    return dated(hit, f"{year:04}", unit="Y") if readings else None


def quarter(hit: Hit, context: Context) -> Meaning | None:
    """A numbered quarter or half, of the year named or of the one that fits the document."""
    number, part = ordinal_of(hit.word("ord")), "H" if hit.word("unit") == "half" else "Q"
    if number is None:
        word = hit.word("ord")
        number = {"last": 2, "latter": 2}.get(word) if part == "H" else None
    if number is None or number > (2 if part == "H" else 4):
        return None
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{part}{number}", unit="Q")
    if part == "H" and not hit.has("rel"):
        return None
    if context.published is None:
        return dated(hit, f"XXXX-{part}{number}")
    step = {"last": -1, "next": 1, "this": 0, "current": 0, "previous": -1, "prior": -1, "coming": 1}.get(
        hit.word("rel"), 0
    )
    year = context.published.year + step
    if not hit.has("rel"):
        now = int((unit_value(context.published, part) or "0")[-1])
        if number - now >= (3 if part == "Q" else 2):
            year -= 1
        elif now - number >= 3 and context.tense_at(hit.start, hit.end) == "future":
            year += 1
    return dated(hit, f"{year:04}-{part}{number}", "document", unit="Q")


def year_of(hit: Hit, context: Context) -> Meaning | None:
    """ "fiscal 1989", "the year 2000"."""
    return dated(hit, f"{int(hit.word('year')):04}", unit="Y")


def fiscal_year(hit: Hit, context: Context) -> Meaning | None:
    """ "fiscal 1989": its TIMEX3 value is the plain year, as annotators write it; its days may touch the years about it."""
    year = int(hit.word("year"))
    edtf = f"{year - 1:04}/{year + 1:04}" if hit.word("fiscal") != "calendar" else None
    return Meaning("DATE", f"{year:04}", edtf=edtf, mod=mod_of(hit))


def season(hit: Hit, context: Context) -> Meaning | None:
    """A season of a named year, or the one nearest the document; the bare words need an article or the like, for they are
    verbs and nouns as well."""
    code = SEASONS[hit.word("season")]
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-{code}", unit="Q")
    front = hit.before().lower()
    if (
        not hit.has("rel")
        and not hit.has("pre")
        and not (
            hit.has("the")
            and hit.before().lower()
            in ("in", "during", "by", "since", "until", "of", "for", "over", "before", "after", "through")
        )
        and front not in ("in", "by", "until", "since", "during")
    ):
        return None
    if hit.after().lower() == "of" and not hit.after(2)[:1].isdecimal():
        return None
    if context.published is None:
        return dated(hit, f"XXXX-{code}")
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 13}[code]
    this, month = context.published.year, context.published.month
    rel = hit.word("rel")
    tense = context.tense_at(hit.start, hit.end)
    year = this
    if rel in ("last", "past") or (not rel and tense == "past"):
        year = this if (middle <= month and (middle < month - 1 or not rel)) or middle < month else this - 1
    elif rel in ("next", "coming") or (not rel and tense == "future"):
        year = this if middle >= month else this + 1
    return dated(hit, f"{year:04}-{code}", "document", unit="Q")


def clock(hit: Hit, context: Context) -> Meaning | None:
    """A time of day, with its day where the phrase names one, else the document's."""
    time = clock_value(hit)
    if time is None:
        return None
    base = day_meaning(hit, context)
    if base is None:
        if hit.has("day_part"):
            return None
        return on_open_day(hit, context, time)
    return Meaning("TIME", f"{base.value.partition('T')[0]}{time}", anchor=base.anchor, mod=mod_of(hit))


NEAR = 160
"""How many characters behind a day a time without one still belongs to it."""


def on_open_day(hit: Hit, context: Context, time: str) -> Meaning:
    """A time of day without its day: on the day named just before; else its value is on the document's day, as annotators
    write it, but it names no interval, for nobody said so."""
    mod = mod_of(hit)
    if context.last_day and hit.start - context.last_day_end <= NEAR:
        return Meaning("TIME", f"{context.last_day}{time}", anchor="discourse", mod=mod)
    if context.published is None:
        return Meaning("TIME", f"XXXX-XX-XX{time}", mod=mod, is_vague=True)
    return Meaning("TIME", f"{context.published.isoformat()}{time}", anchor="document", mod=mod, is_vague=True)


def day_meaning(hit: Hit, context: Context) -> Meaning | None:
    """The day that a phrase with a time of day names."""
    if hit.has("week") and not hit.has("month"):
        return weekday(hit, context)
    if hit.has("month"):
        return month_day(hit, context)
    if hit.has("today"):
        return named_day(hit, context)
    return None


def named_day(hit: Hit, context: Context) -> Meaning | None:
    """ "today", "yesterday", "tomorrow", "tonight"."""
    word = hit.word("today")
    if context.published is None:
        return dated(hit, "XXXX-XX-XX")
    value = unit_value(
        context.published,
        "D",
        {"yesterday": -1, "tomorrow": 1, "day after tomorrow": 2, "day before yesterday": -2}.get(word, 0),
    )
    return dated(hit, value, "document") if value else None


def clock_value(hit: Hit) -> str | None:
    """ "T17:00" for "5 p.m."; None when the figures are no time of day."""
    if hit.has("noon"):
        return DAY_PARTS[hit.word("noon")]
    parts = hit.word("clock").split(":")
    word = parts[0]
    hour = int(word) if word.isdecimal() else number_of((word,))
    if hour is None or hour > 24:
        return None
    if hit.has("half") and hour > 12:
        return None
    half = hit.word("half").replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"T{hour:02}:{':'.join(parts[1:]) or '00'}"


def day_part(hit: Hit, context: Context) -> Meaning | None:
    """ "Friday evening", "this morning", "last night", "yesterday afternoon", "the morning of Nov. 5"."""
    part = DAY_PARTS[hit.word("part")]
    base = day_meaning(hit, context)
    mod = mod_of(hit)
    if base is not None:
        return Meaning("TIME", f"{base.value.partition('T')[0]}{part}", anchor=base.anchor, mod=mod)
    if hit.has("week") or hit.has("month"):
        return None
    rel = hit.word("rel")
    if rel in ("", "that", "same"):
        return on_open_day(hit, context, part)
    if context.published is None:
        return Meaning("TIME", f"XXXX-XX-XX{part}", mod=mod)
    step = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(rel, 0)
    value = unit_value(context.published, "D", step)
    return Meaning("TIME", f"{value}{part}", anchor="document", mod=mod) if value else None


def tonight(hit: Hit, context: Context) -> Meaning | None:
    meaning = named_day(hit, context)
    if meaning is None or hit.word("today") != "tonight":
        return meaning
    return Meaning("TIME", f"{meaning.value}TNI", anchor=meaning.anchor, mod=meaning.mod)


DAY_NUMBER = r"(?P<day>(?:n-?)?o|n)"
MONTH_DAY = rf"(?P<month>M){DAY_NUMBER}(?:,?(?P<year>Y))?"
DAY = rf"(?:(?P<today>T)|(?=[lxth]?W|M[no])(?:(?P<rel>[lxth])?(?P<week>W))?(?:(?:(?<=W),?)?{MONTH_DAY})?)"
CLOCK = r"(?:(?:(?P<clock>C|n(?=A))(?P<half>A)?|(?P<noon>N))Z?)"


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
    days = [found for m in (this - 1, this, this + 1) if (found := _day(m // 12, m % 12 + 1, number))]
    tense = context.tense_at(hit.start, hit.end)
    if tense == "past":
        days = [d for d in days if d <= context.published]
    elif tense == "future":
        days = [d for d in days if d >= context.published]
    found = min(days, key=lambda d: abs((d - context.published).days) if context.published else 0, default=None)
    return dated(hit, found.isoformat(), "document") if found else None


def coded_quarter(hit: Hit, context: Context) -> Meaning | None:
    """ "Q3 2025", "Q3"."""
    number = hit.word("code")[1]
    if hit.has("year"):
        return dated(hit, f"{int(hit.word('year')):04}-Q{number}", unit="Q")
    return dated(hit, f"XXXX-Q{number}")


def coded_fiscal_year(hit: Hit, context: Context) -> Meaning | None:
    """ "FY2026", "FY 26"."""
    figure = hit.word("code").removeprefix("fy").strip()
    year = int(figure) if len(figure) == 4 else 2000 + int(figure)
    return (
        Meaning("DATE", f"{year:04}", edtf=f"{year - 1:04}/{year + 1:04}", mod=mod_of(hit))
        if 1900 <= year <= 2200
        else None
    )


ABSOLUTE: tuple[Rule, ...] = (
    Rule("month and day", rf"{PRE}(?:(?P<week>W),?)?(?P<rel>[lxt])?{MONTH_DAY}", month_day),
    Rule("day and month", rf"{PRE}(?:(?P<week>W),?)?d?{DAY_NUMBER}f?(?P<month>M)(?:,?(?P<year>Y))?", month_day),
    Rule("days of a month", rf"{PRE}(?P<month>M)(?P<day>n)(?P<to>[-r])(?P<last>n)(?:,?(?P<year>Y))?", month_days),
    Rule("days before a month", rf"{PRE}(?P<day>n)(?P<to>[-r])(?P<last>n)(?P<month>M)(?:,?(?P<year>Y))?", month_days),
    Rule(
        "days over two months",
        rf"{PRE}(?P<month>M)(?P<day>n)-(?P<month2>M)(?P<last>n)(?:,?(?P<year>Y))?",
        days_over_months,
    ),
    Rule("day of the month", r"(?P<pre>)d(?P<ord>o)", day_of_month),
    Rule("coded quarter", rf"{PRE}(?P<code>4)f?(?P<year>Y)?", coded_quarter),
    Rule("coded fiscal year", rf"{PRE}(?P<code>5)", coded_fiscal_year),
    Rule("month and year", rf"{PRE}(?P<month>M),?f?(?P<year>Y)", month_year),
    Rule("month and spoken year", rf"{PRE}(?P<month>M)f?(?P<spoken>n-?n(?:-?n)?)", month_spoken_year),
    Rule("month of this year", rf"{PRE}(?P<month>M)f?(?P<rel>[lxt])(?P<unit>u)", month_of_year),
    Rule("month", rf"{PRE}(?P<rel>[lxt])?(?P<month>M)", lone_month),
    Rule("weekday", rf"{PRE}(?:t(?=[lx]))?(?:d?(?P<rel>[lxth]))?(?P<week>W)", weekday),
    Rule("year", rf"{PRE}(?P<year>Y)", lone_year),
    Rule("the 1988 period", r"(?P<pre>)d(?P<year>Y)[pq]", lone_year),
    Rule("the year 2000", rf"{PRE}d?u(?P<year>Y)", year_of),
    Rule("spoken year", rf"{PRE}(?P<the>du)?(?P<spoken>n-?n(?:-?n)?)", spoken_year),
    Rule("short year", rf"{PRE}(?P<short>D)", short_year),
    Rule("years", rf"{PRE}(?P<range>Y-[Yn])", year_range),
    Rule("decade", r"(?P<pre>b?(?:d?k(?:f|-)?)?)(?P<the>d)?(?P<decade>E)", decade),
    Rule("century", rf"{PRE}d?(?P<ord>o)-?(?P<unit>u)", century_of),
    Rule("ISO date", r"(?P<iso>I)", iso_date),
    Rule("figures", r"(?P<figures>F)", figures_date),
    Rule("quarter of a year", rf"{PRE}d?y?-?(?P<ord>[ol])-?(?P<unit>[qH])f?(?P<year>Y)", quarter),
    Rule("year and quarter", rf"{PRE}d?(?P<year>Y)y?-?(?P<ord>o)-?(?P<unit>[qH])", quarter),
    Rule("quarter of this year", rf"{PRE}d?y?-?(?P<ord>[ol])-?(?P<unit>[qH])f?(?P<rel>[ltx])u", quarter),
    Rule("this year's quarter", rf"{PRE}(?P<rel>[ltx])us?y?-?(?P<ord>o)-?(?P<unit>[qH])", quarter),
    Rule("quarter", rf"{PRE}d?y?-?(?P<ord>o)(?P<unit>[qH])", quarter),
    Rule("quarter as adjective", r"(?P<pre>)y?-?(?P<ord>o)-(?P<unit>[qH])", quarter),
    Rule("fiscal year", rf"{PRE}d?(?P<fiscal>y)-?u?(?P<year>Y)", fiscal_year),
    Rule("season", rf"{PRE}(?P<the>d)?(?:t(?=[lx]))?(?P<rel>[lxt])?(?P<season>S)(?:f?(?P<year>Y))?", season),
    Rule("clock", rf"{PRE}{CLOCK}(?:,?i?{DAY})?", clock),
    Rule("part of a day", rf"(?P<pre>b?(?:d?[jk](?:f|-)?)?){DAY}(?P<part>P)", day_part),
    Rule("part of this day", r"(?P<pre>b?(?:d?[jk](?:f|-)?)?)(?P<rel>[lxth])(?P<part>P)", day_part),
    Rule("part of that day", rf"(?P<pre>k-?|dk?)(?P<part>P)-?(?:[fi]?{DAY})?", day_part),
    Rule("today", rf"{PRE}d?(?P<today>T)", tonight),
)
