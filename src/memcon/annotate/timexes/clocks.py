"""Times of day: by the clock, by name, with the day that the phrase or the text before it gives."""

from __future__ import annotations

from datetime import date

from memcon.annotate.timexes.calendar import unit_value
from memcon.annotate.timexes.day_vetoes import NO_DAY_PART, NO_TODAY
from memcon.annotate.timexes.days import day_of_month, day_of_this_month, month_day
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import DAY_PARTS, FROM_STORY, LETTERS, STEPS, THAT, number_of
from memcon.annotate.timexes.phrases import dated, mod_of
from memcon.annotate.timexes.weekdays import weekday
from memcon.lexicon import values, words

_DAYS_AWAY = {**values("today"), **values("day_ahead")}
_GONE_YEARS, _AT_A_TIME, _BEHIND_NOON = words("gone_years"), words("at_a_time"), words("behind_noon")
_TELLING_WHICH, _IN_A_PART = words("telling_which"), words("before_a_part")


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
    return Meaning("TIME", f"{base.value.partition('T')[0]}{time}", _either(base), base.anchor, mod_of(hit))


def _either(base: Meaning) -> str | None:
    """The days that a day may be which the words leave open ("next Friday"), which a time of it leaves as open; None for a plain day, of which "around" tells
    only the hour ("around 4 p.m. on May 3")."""
    return base.edtf if base.edtf is not None and "/" in base.edtf and base.mod != "APPROX" else None


NEAR = 160
"""How many characters behind a day a time without one still belongs to it."""


def on_open_day(hit: Hit, context: Context, time: str) -> Meaning:
    """A time of day without its day: on the day named just before; else its value is on the document's day, as annotators
    write it, but it names no interval, for nobody said so."""
    mod = mod_of(hit)
    is_elsewhere = hit.before() == "(" and LETTERS["zone"] in hit.match[0]
    is_near = context.last_day is not None and hit.start - context.last_day_end <= NEAR
    if context.last_day and is_near and context.can_follow(date.fromisoformat(context.last_day), hit.start, hit.end):
        # "8 a.m. Tuesday (2300 GMT)": in that zone it may be another day
        return Meaning("TIME", f"{context.last_day}{time}", anchor="discourse", mod=mod, is_vague=is_elsewhere)
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
    if hit.has("ord"):
        return day_of_this_month(hit, context) if hit.has("rel") else day_of_month(hit, context)
    return None


@unless(*NO_TODAY)
def named_day(hit: Hit, context: Context) -> Meaning | None:
    """ "today", "yesterday", "tomorrow", "tonight"."""
    word = hit.word("today")
    if word == "today" and _is_nowadays(hit):
        return Meaning("DATE", "PRESENT_REF", is_vague=True)
    if context.published is None:
        return dated(hit, "XXXX-XX-XX")
    value = unit_value(context.published, "D", _DAYS_AWAY.get(word, 0))
    return dated(hit, value, "document") if value else None


def _is_nowadays(hit: Hit) -> bool:
    """Whether "today" is our time: "the Europe of today", "richer today than in 1990"."""
    return (not hit.is_possessive and (hit.front == "of" or hit.behind == "than")) or _is_compared(hit)


_COMPARED = 8
"""How many words behind a "today" may stand the "than" of what it is compared with."""


def _is_compared(hit: Hit) -> bool:
    """Whether today is compared with years gone by: "today are better than a decade ago"."""
    spoken = [hit.after(n).lower() for n in range(1, _COMPARED + 1)]
    spoken = spoken[: spoken.index(".")] if "." in spoken else spoken
    if "than" not in spoken:
        return False
    behind = [*spoken[spoken.index("than") + 1 :], *(hit.after(_COMPARED + n).lower() for n in range(1, 4))]
    return bool(_GONE_YEARS & set(behind))


def clock_value(hit: Hit) -> str | None:
    """ "T17:00" for "5 p.m."; None when the figures are no time of day."""
    if hit.has("noon"):
        return DAY_PARTS[hit.word("noon")]
    figures = hit.word("clock")
    if len(figures) == 4 and figures.isdecimal():
        return _four_figures(figures)
    parts = figures.replace(".", ":").split(":")
    hour = number_of((parts[0],))
    if hour is None or hour > (12 if hit.has("half") else 24) or (len(parts) == 3 and _is_length(hit)):
        return None
    return f"T{_hour_of_day(hit, hour):02}:{':'.join(parts[1:]) or '00'}"


def _four_figures(figures: str) -> str | None:
    """ "2100 UTC"."""
    return f"T{figures[:2]}:{figures[2:]}" if figures[:2] < "24" and figures[2:] < "60" else None


def _is_length(hit: Hit) -> bool:
    """Whether hours, minutes and seconds are how long it took: "won the race in 2:14:04"."""
    return not hit.has("half") and LETTERS["zone"] not in hit.match[0] and hit.front not in _AT_A_TIME


def _hour_of_day(hit: Hit, hour: int) -> int:
    """The hour by a clock of 24, from one of 12 and the words for its half."""
    half = hit.word("half").replace(".", "")
    if half == "am":
        return 0 if hour == 12 else hour
    is_second = half == "pm" or _is_second_half(hit.word("part"), hour)
    return hour + 12 if hour < 12 and is_second else hour


def _is_second_half(part: str, hour: int) -> bool:
    """Whether "9 o'clock in the evening" is behind noon."""
    return part in _BEHIND_NOON or (part == "night" and hour > 5)


@unless(*NO_DAY_PART)
def day_part(hit: Hit, context: Context) -> Meaning | None:
    """ "Friday evening", "this morning", "last night", "yesterday afternoon", "the morning of Nov. 5"."""
    part, mod = DAY_PARTS[hit.word("part")], mod_of(hit)
    base = day_meaning(hit, context)
    if base is not None:
        return Meaning("TIME", f"{base.value.partition('T')[0]}{part}", _either(base), base.anchor, mod)
    if any(hit.has(group) for group in ("week", "month", "ord")):
        return None
    return _part_of_no_day(hit, context, part)


def _part_of_no_day(hit: Hit, context: Context, part: str) -> Meaning | None:
    """A part of the day without its day: by the word before it, else of the day told last."""
    rel, mod = hit.word("rel"), mod_of(hit)
    if not rel and hit.behind in _TELLING_WHICH and hit.front not in _IN_A_PART:
        return None  # "the night the line was cut"
    if not rel or rel in THAT:
        return on_open_day(hit, context, part)
    if context.published is None:
        return Meaning("TIME", f"XXXX-XX-XX{part}", mod=mod)
    if rel in FROM_STORY or rel == "next":
        return _on_day_beside(hit, context, STEPS[rel], part)
    value = unit_value(context.published, "D", -1 if rel == "last" else 0)
    return Meaning("TIME", f"{value}{part}", anchor="document", mod=mod) if value else None


def _on_day_beside(hit: Hit, context: Context, step: int, part: str) -> Meaning | None:
    """ "The next morning": of the day behind the one named last; with none named, nobody says which."""
    day = date.fromisoformat(context.last_day) if context.last_day else None
    if day is None or not context.can_follow(day, hit.start, hit.end):
        return Meaning("TIME", f"XXXX-XX-XX{part}", mod=mod_of(hit), is_vague=True)
    value = unit_value(day, "D", step)
    return Meaning("TIME", f"{value}{part}", anchor="discourse", mod=mod_of(hit)) if value else None


def tonight(hit: Hit, context: Context) -> Meaning | None:
    meaning = named_day(hit, context)
    if meaning is None or hit.word("today") != "tonight":
        return meaning
    return Meaning("TIME", f"{meaning.value}TNI", anchor=meaning.anchor, mod=meaning.mod)


def reference_days(hit: Hit, context: Context) -> Meaning | None:
    """ "these days", "in those days": the present or the past as a whole."""
    if hit.word("unit") != "days":
        return None
    return Meaning("DATE", "PRESENT_REF" if hit.word("rel") == "these" else "PAST_REF", is_vague=True)


MEANINGS: Meanings = {f.__name__: f for f in (clock, day_part, reference_days, tonight)}
"""What the rules of this file's phrases may name."""
