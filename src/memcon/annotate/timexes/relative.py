"""Phrases that need a point to stand on: the document's day, or the last date that the text named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import (
    edtf_of_value,
    hull,
    interval_of_value,
    unit_value,
    week_value,
    widen,
)
from memcon.annotate.timexes.days import month_day
from memcon.annotate.timexes.engine import Anchor, Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import FROM_STORY, MODIFIERS, STEPS, unit_of
from memcon.annotate.timexes.phrases import day_of_value, mod_of
from memcon.annotate.timexes.unit_vetoes import NO_RELATIVE_UNIT
from memcon.annotate.timexes.units import unit_named
from memcon.domain.dates import Interval, edtf_of
from memcon.lexicon import values, words

_THROUGHOUT = words("throughout")
"""Words after which "the last year" is the year up to now, rather than the one before this."""
_UNIT_FRONT, _RUNNING, _UP_TO, _LEADING_UP = (
    words("unit_front"),
    words("year_running"),
    words("up_to"),
    words("leading_up"),
)
_TELLING_WHICH = words("telling_which") | frozenset("-")


@unless(*NO_RELATIVE_UNIT)
def relative_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "last year", "this week", "the following month", "that day": a unit of the calendar, counted from an anchor."""
    rel, unit = hit.word("rel"), unit_of(hit.word("unit"))
    if _is_up_to_now(hit) and (years := _YEARS_UP_TO_NOW.get((rel, unit), _YEARS_UP_TO_NOW.get(("", unit)))):
        return Meaning("DURATION", years, mod=mod_of(hit))
    is_discourse = _is_of_story(hit, context, rel, unit)
    meaning = counted(hit, context, unit, STEPS[rel], is_discourse=is_discourse)
    if meaning is None or context.published is None:
        return meaning
    today = context.published.isoformat()
    if not is_discourse and _is_span_ahead(hit, rel, unit):
        return _from_now_on(hit, meaning, today)
    edtf = meaning.edtf or edtf_of_value(meaning.value)
    return replace(meaning, edtf=hull(edtf, today)) if _is_up_to_now(hit) else meaning


_YEARS_UP_TO_NOW = {("", "E"): "P10Y", ("past", "C"): "P100Y"}
"""The length that long units up to now are, by the word before them; a decade by any ("over the last decade")."""


def _from_now_on(hit: Hit, meaning: Meaning, today: str) -> Meaning:
    """ "Over the next year" runs on from now; "the next year" of a story is not told."""
    is_from_now = hit.front in _THROUGHOUT or hit.front == "in"
    return replace(meaning, edtf=hull(today if is_from_now else None, edtf_of_value(meaning.value)), is_vague=True)


def _is_up_to_now(hit: Hit) -> bool:
    """Whether the unit is the one up to now: "the past year", "over the last year"."""
    rel = hit.word("rel")
    return rel == "past" or (rel == "last" and hit.front in _THROUGHOUT and not hit.is_possessive)


def _is_of_story(hit: Hit, context: Context, rel: str, unit: str) -> bool:
    """Whether the unit is counted from the date told last: "that week", "the next day", in a story "the next year"."""
    if rel in FROM_STORY or (unit == "D" and rel == "next"):
        return True
    is_told = _is_the_next(hit, rel, unit) and context.last and context.tense_at(hit.start, hit.end) == "past"
    return bool(is_told) and hit.front not in _THROUGHOUT


def _is_the_next(hit: Hit, rel: str, unit: str) -> bool:
    return rel == "next" and hit.has("the") and not unit_named(unit).is_of_days


def _is_span_ahead(hit: Hit, rel: str, unit: str) -> bool:
    """Whether it may be the unit from now on: "the next year", "the coming month"."""
    return hit.has("the") and not unit_named(unit).is_of_days and rel in _AHEAD


_AHEAD = words("to_come")


def week_of(hit: Hit, context: Context) -> Meaning | None:
    """ "the week of March 6": its value is the ISO week; its days those of that week and the seven from the day named, for weeks
    begin on different days. "The weekend of" likewise."""
    day, unit = month_day(hit, context), unit_of(hit.word("unit"))
    if day is None or unit_named(unit).days != 7:
        return None
    named = day_of_value(day.value)
    if named is None:
        return Meaning("DATE", unit_named(unit).unknown, mod=mod_of(hit))
    value, last = unit_value(named, unit), unit_value(named, "D", 6)
    if value is None or last is None:
        return None
    edtf = hull(edtf_of_value(week_value(named)), f"{named.isoformat()}/{last}")
    return Meaning("DATE", value, edtf=edtf, anchor=day.anchor, mod=mod_of(hit))


def counted(hit: Hit, context: Context, unit: str, steps: int, *, is_discourse: bool) -> Meaning | None:
    """The unit `steps` away from the anchor; the unknown value of that unit when there is none."""
    base = interval_of_value(context.last) if is_discourse else None
    if base is not None and (open_ := _of_open_story(hit, context, base, unit, steps)):
        return open_
    # "two days later", "that day" with nothing before them: the document's day is no answer
    otherwise = None if is_discourse and steps >= 0 else context.published
    day, mod = base.start if base else otherwise, mod_of(hit)
    if day is None:
        return Meaning("DATE", unit_named(unit).unknown, mod=mod)
    value = unit_value(day, unit, steps)
    return _at_unit(hit, value, unit, "discourse" if base else "document") if value is not None else None


def _at_unit(hit: Hit, value: str, unit: str, anchor: Anchor) -> Meaning:
    """A unit of the calendar, with one more on either side where it is only about it, and the first days alone of a week that is only begun."""
    mod = mod_of(hit)
    edtf = widen(edtf_of_value(value), unit) if mod in _ROUGH else _early_in_week(hit, value, unit)
    return Meaning("DATE", value, edtf=edtf, anchor=anchor, mod=mod)


def _early_in_week(hit: Hit, value: str, unit: str) -> str | None:
    """ "Early this week", "early next week": the first three days of it; None for all else."""
    week = interval_of_value(value) if unit == "W" and not _EARLY.isdisjoint(hit.words("pre")) else None
    return edtf_of(Interval(week.start, week.start + timedelta(days=2))) if week is not None else None


_EARLY = frozenset(word for word, edge in values("early").items() if edge == "START")


_ROUGH = frozenset(MODIFIERS.values()) - {"START", "MID", "END"}


def _of_open_story(hit: Hit, context: Context, base: Interval, unit: str, steps: int) -> Meaning | None:
    """What is counted from a date that lies ahead of what is told as past, or is less exact than the unit; None for any other."""
    is_known = False
    if context.can_follow(base.start, hit.start, hit.end):
        if base.days <= unit_named(unit).longest:
            return None
        is_known = steps == 0 and not (unit == "D" and context.last_day)
    edtf = edtf_of_value(context.last or "") if is_known else None
    return Meaning("DATE", unit_named(unit).unknown, edtf=edtf, anchor="discourse", mod=mod_of(hit), is_vague=True)


def year_earlier(hit: Hit, context: Context) -> Meaning | None:
    """ "the year-ago quarter", "a year earlier" where quarters are compared: the same quarter of the year before."""
    if context.last_quarter:
        value = f"{int(context.last_quarter[:4]) - 1:04}{context.last_quarter[4:]}"
        return Meaning("DATE", value, anchor="discourse", mod=mod_of(hit), is_aside=True)
    if context.published is None:
        return Meaning("DATE", "XXXX", mod=mod_of(hit))
    value = unit_value(context.published, "Y", -1) or "XXXX"
    return Meaning("DATE", value, anchor="document", mod=mod_of(hit))


_OF_QUARTERS = words("quarter_from_now")


def the_quarter(hit: Hit, context: Context) -> Meaning | None:
    """ "the quarter", "the latest period": the quarter that the text spoke of."""
    rel = hit.word("rel")
    if hit.next_class == "-":
        return None  # "quarter-to-quarter"
    if rel in _OF_QUARTERS:
        return counted(hit, context, "Q", STEPS[rel], is_discourse=False)
    if context.last_quarter is not None:
        return Meaning("DATE", context.last_quarter, anchor="discourse", mod=mod_of(hit))
    if rel == "latest" and hit.word("unit") == "quarter":
        return counted(hit, context, "Q", -1, is_discourse=False)
    return None


def end_of_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the end of the year", "year-end", "earlier in the week": a part of the unit the document stands in."""
    unit = unit_of(hit.word("unit"))
    if not unit_named(unit).is_placed:
        return None
    meaning = counted(hit, context, unit, STEPS.get(hit.word("rel"), 0), is_discourse=False)
    if meaning and unit == "D" and not hit.has("rel"):
        meaning = part_of_day(hit, context, meaning)
    if meaning is None or meaning.mod is not None:
        return meaning
    return replace(meaning, mod="END")


SAME_DAY = 300
"""How far behind a day (characters) "later in the day" is still of that day."""


def part_of_day(hit: Hit, context: Context, meaning: Meaning) -> Meaning:
    """ "Earlier in the day", "by the end of the day": of the day told last. With none told nearby, nobody says which."""
    is_near = context.last_day is not None and hit.start - context.last_day_end <= SAME_DAY
    if context.last_day and is_near and context.can_follow(date.fromisoformat(context.last_day), hit.start, hit.end):
        return replace(meaning, value=context.last_day, anchor="discourse")
    return replace(meaning, is_vague=True)


def the_weekend(hit: Hit, context: Context) -> Meaning | None:
    """ "the weekend": the nearest in keeping with the tense."""
    published, rel = context.published, hit.word("rel")
    if published is None:
        return Meaning("DATE", unit_named("WE").unknown, mod=mod_of(hit))
    if rel in FROM_STORY:
        return _weekend_in_discourse(hit, context, rel)
    meaning = counted(hit, context, "WE", _weekends_on(hit, context, published, rel), is_discourse=False)
    if meaning is None or rel != "next" or published.isoweekday() > 5:
        return meaning
    # "next weekend" is the coming one to some writers, the one after it to others
    coming = unit_value(published, "WE")
    return replace(meaning, edtf=hull(edtf_of_value(meaning.value), edtf_of_value(coming or "")))


def _weekends_on(hit: Hit, context: Context, published: date, rel: str) -> int:
    """How many weekends on from that of the document's week; "it formed this weekend", told on a Monday, is the last one."""
    tense = context.tense_at(hit.start, hit.end)
    is_behind = (
        tense != "future" and published.isoweekday() < 6 if not rel else tense == "past" and published.isoweekday() < 4
    )
    return -1 if is_behind and (not rel or rel == "this") else STEPS.get(rel, 0)


def _weekend_in_discourse(hit: Hit, context: Context, rel: str) -> Meaning | None:
    """ "The previous weekend", "that weekend": counted from the last date named. "The following weekend" behind a weekday is that of
    its week or the one after, for writers differ."""
    meaning = counted(hit, context, "WE", STEPS[rel], is_discourse=True)
    base = day_of_value(context.last)
    if meaning is None or meaning.is_vague or base is None or STEPS[rel] != 1 or base.isoweekday() > 5:
        return meaning
    return replace(meaning, edtf=hull(edtf_of_value(unit_value(base, "WE") or ""), edtf_of_value(meaning.value)))


def the_year(hit: Hit, context: Context) -> Meaning | None:
    """ "the year", "the week", "the month" alone: the one the document stands in, after "in", "for", "of" and the like."""
    unit, behind = unit_of(hit.word("unit")), hit.behind
    if unit == "D" or not unit_named(unit).is_plain:
        return None
    if _is_running(hit):
        return Meaning("DURATION", f"P1{unit}", mod=mod_of(hit))
    if hit.front not in _UNIT_FRONT or behind.isdecimal() or behind in _TELLING_WHICH:
        return None
    if behind in _LEADING_UP:
        return Meaning(
            "DATE", unit_named(unit).unknown, mod=mod_of(hit), is_vague=True
        )  # "in the week leading up to the vote"
    meaning = counted(hit, context, unit, 0, is_discourse=False)
    return _year_or_last(meaning, context) if meaning and unit == "Y" else meaning


def _is_running(hit: Hit) -> bool:
    """Whether a unit is a length that ends with something: "the year ended in June", "in the year to October"."""
    return hit.behind in _RUNNING or (hit.front in _UNIT_FRONT and hit.behind in _UP_TO)


def _year_or_last(year: Meaning, context: Context) -> Meaning:
    """ "The biggest deals of the year", told in its first weeks, may be those of the year gone by."""
    if not context.published or context.published.month != 1:
        return year
    before = unit_value(context.published, "Y", -1)
    return replace(year, edtf=hull(edtf_of_value(before or ""), edtf_of_value(year.value)))


MEANINGS: Meanings = {
    f.__name__: f for f in (relative_unit, week_of, year_earlier, the_quarter, end_of_unit, the_weekend, the_year)
}
"""What the rules of this file's phrases may name."""
