"""Phrases that count units back or on from a point: "two weeks ago", "three days later", "70 years ago this month", "the day before"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import edtf_of_value, hull, unit_value, widen
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import ONE, number_of, unit_of, weekday_of
from memcon.annotate.timexes.phrases import mod_of
from memcon.annotate.timexes.relative import counted, year_earlier
from memcon.annotate.timexes.unit_vetoes import NO_TIME_AGO
from memcon.annotate.timexes.units import unit_named
from memcon.lexicon import values, words

_AS_IT_SHOULD_BE = words("as_it_should_be")


@unless(*NO_TIME_AGO)
def ago(hit: Hit, context: Context) -> Meaning | None:
    """ "two weeks ago", "a year earlier", "three days later"."""
    if hit.behind == "than" and hit.after(2).lower() in _AS_IT_SHOULD_BE:
        return None  # "a month earlier than usual": a length
    if hit.has("vague") or not hit.has("num"):
        is_ahead = hit.word("way") == "later" and context.tense_at(hit.start, hit.end) != "past"
        return Meaning("DATE", "FUTURE_REF" if is_ahead else "PAST_REF", mod=mod_of(hit))
    number, unit = count_of(hit), unit_of(hit.word("unit"))
    if number is None:
        return None
    if hit.has("more"):
        return number_to_number_ago(hit, context, number, unit)
    return _so_many_away(hit, context, number if hit.word("way") == "later" else -number, unit)


def _so_many_away(hit: Hit, context: Context, steps: int, unit: str) -> Meaning | None:
    """So many units back or on: of decades the years about it, of a year back from a quarter the same quarter."""
    if unit == "E":
        meaning = counted(hit, context, "Y", 10 * steps, is_discourse=hit.word("way") != "ago")
        return replace(meaning, edtf=_decade_about(meaning.value), is_vague=True) if meaning else None
    if unit == "Y" and steps == -1 and context.last_quarter:
        return year_earlier(hit, context)
    meaning = counted(hit, context, unit, steps, is_discourse=_is_of_story(hit, context, steps, unit))
    return _roughly(hit, meaning, unit)


def count_of(hit: Hit) -> int | None:
    """The number of units; an article or none is one."""
    spoken = hit.words("num")
    return 1 if not spoken or (len(spoken) == 1 and spoken[0] in ONE) else number_of(spoken)


def _is_of_story(hit: Hit, context: Context, steps: int, unit: str) -> bool:
    """Whether it is counted from the date told last: "three days later", "in 1963 … a year earlier", not "from a year earlier"."""
    way = hit.word("way")
    if way == "earlier" and unit == "Y" and steps == -1:
        return context.last_anchor == "none" and hit.start - context.last_named_end <= NEAR
    return way != "ago"


def _roughly(hit: Hit, meaning: Meaning | None, unit: str) -> Meaning | None:
    """The meaning with the word before the phrase that makes its number rough."""
    rough = ROUGHLY.get(hit.front)
    if meaning is None or meaning.mod or rough is None:
        return meaning
    return replace(meaning, mod=rough, edtf=widen(meaning.edtf or edtf_of_value(meaning.value), unit))


def number_to_number_ago(hit: Hit, context: Context, number: int, unit: str) -> Meaning | None:
    """ "Six to eight weeks ago": its value is by the first number; its days run from the one to the other."""
    more = number_of(hit.words("more"))
    if more is None or hit.word("way") != "ago" or unit == "E":
        return None
    first, last = (counted(hit, context, unit, -n, is_discourse=False) for n in (number, more))
    if first is None or last is None:
        return None
    edtf = hull(edtf_of_value(first.value), edtf_of_value(last.value))
    return replace(first, edtf=edtf, is_vague=edtf is None)


NEAR = 120
"""How many characters behind a date with its year "a year earlier" still counts from it."""
ROUGHLY = values("roughly_ago")
"""Words that make a number rough without being part of the phrase."""


def _decade_about(value: str) -> str | None:
    """What "two decades ago" leaves open: five years on either side; None when there is no year."""
    if not value.isdecimal() or len(value) != 4:
        return None
    return f"{max(int(value) - 5, 1):04}/{min(int(value) + 5, 9999):04}"


def and_a_half_ago(hit: Hit, context: Context) -> Meaning | None:
    """ "half a year ago", "three and a half years ago": its value is the month (the year, for years), its days those about it."""
    number = number_of(hit.words("num")) if hit.has("num") else 1
    months = unit_named(unit_of(hit.word("unit") or hit.word("unit2"))).months or 0
    if number is None or months <= 1:
        return None
    half = months // 2 if hit.has("half") else number * months + months // 2
    if context.published is None:
        return Meaning("DATE", "XXXX", mod=mod_of(hit))
    value = unit_value(context.published, "M", -half)
    return _about_half(hit, value, half, months) if value is not None else None


def _about_half(hit: Hit, value: str, half: int, months: int) -> Meaning:
    """The month so many months back, or its year where that is more than a year, with what a half of so many months leaves open."""
    edtf = widen(value, "E" if months > 120 else "Q" if half < 12 else "Y")
    return Meaning("DATE", value[:4] if half > 12 else value, edtf=edtf, anchor="document", mod=mod_of(hit) or "APPROX")


def quarter_century_ago(hit: Hit, context: Context) -> Meaning | None:
    """ "a quarter of a century ago", "a quarter-century ago": about 25 years."""
    if unit_of(hit.word("unit")) != "C":
        return None
    if context.published is None:
        return Meaning("DATE", "XXXX", mod="APPROX")
    value = unit_value(context.published, "Y", -25)
    return Meaning("DATE", value, edtf=_decade_about(value), anchor="document", mod="APPROX") if value else None


def ago_on(hit: Hit, context: Context) -> Meaning | None:
    """ "a year ago today", "70 years ago this month", "a week ago Tuesday": so many units back, then the day or unit that is named."""
    number, unit, published = count_of(hit), unit_of(hit.word("unit")), context.published
    if number is None or not (unit_named(unit).days or unit_named(unit).months):
        return None
    inner = _unit_behind(hit)
    if published is None or not unit_named(inner).is_plain:
        return Meaning("DATE", unit_named(inner).unknown, mod=mod_of(hit))
    moved = _moved_back(published, unit, number, inner)
    if hit.has("week"):
        return _weekday_ago(hit, moved) if moved is not None and unit == "W" else None
    return _named_then(hit, moved, inner) if moved is not None else None


def _unit_behind(hit: Hit) -> str:
    """The unit that stands behind "ago": a day for "today" and weekdays."""
    return "D" if hit.has("today") or hit.has("week") else unit_of(hit.word("base"))


def _named_then(hit: Hit, moved: date, unit: str) -> Meaning | None:
    """The day or unit that is named, so long ago: "today", "this month"."""
    days = _DAYS_AWAY.get(hit.word("today")) if hit.has("today") else 0
    value = unit_value(moved, unit, days) if days is not None else None
    return Meaning("DATE", value, anchor="document", mod=mod_of(hit)) if value else None


_DAYS_AWAY = values("today")


def _weekday_ago(hit: Hit, moved: date) -> Meaning | None:
    """ "A week ago Tuesday" is the Tuesday of a week ago, or the one a week before the last: writers differ."""
    back = (moved.isoweekday() - weekday_of(hit.word("week"))) % 7
    value, other = unit_value(moved, "D", -back), unit_value(moved, "D", 7 - back)
    edtf = hull(value, other)
    return Meaning("DATE", value, edtf=edtf, anchor="document", mod=mod_of(hit)) if value else None


def _moved_back(day: date, unit: str, number: int, inner: str) -> date | None:
    """`day` moved back by whole units; with days named, to the same day of the month or year."""
    days, months = unit_named(unit).days, unit_named(unit).months or 0
    if days is not None:
        value = unit_value(day, "D", -number * days)
        return date.fromisoformat(value) if value else None
    value = unit_value(day, "M", -number * months)
    if value is None:
        return None
    first = date.fromisoformat(f"{value}-01")
    moved = first + timedelta(days=day.day - 1)
    if inner == "D" and moved.month != first.month:
        return None  # "a year ago today" on 29 February
    return moved if moved.month == first.month else first


_ENDS = frozenset(("", ",", ".", ";", ":", ")", "!", "?", '"', "”", "’", "'")) | words("joining_clauses")


def before_or_after(hit: Hit, context: Context) -> Meaning | None:
    """ "The day before, …", "two years after.": counted from the last date named. Not "the day before the vote", which hangs on an
    event."""
    if hit.after().lower() not in _ENDS:
        return None
    unit, number = unit_of(hit.word("unit")), count_of(hit)
    if number is None or not unit_named(unit).is_plain:
        return None
    steps = number if hit.word("way") == "after" else -number
    if context.last is None:
        return Meaning("DATE", unit_named(unit).unknown, mod=mod_of(hit), is_vague=True)
    return counted(hit, context, unit, steps, is_discourse=True)


_BESIDE = values("beside_now")


def second_away(hit: Hit, context: Context) -> Meaning | None:
    """ "the week after next", "the year before last"."""
    unit, way = unit_of(hit.word("unit")), hit.word("way")
    if unit.startswith("T") or hit.word("rel") != _BESIDE[way]:
        return None
    return counted(hit, context, unit, 2 if way == "after" else -2, is_discourse=False)


MEANINGS: Meanings = {
    f.__name__: f for f in (ago, and_a_half_ago, quarter_century_ago, ago_on, second_away, before_or_after)
}
"""What the rules of this file's phrases may name."""
