"""Days of the week: nearest to the document's day, "last Friday", "that Friday", "Tuesday the 4th"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from memcon.annotate.timexes.ago import count_of
from memcon.annotate.timexes.calendar import unit_value
from memcon.annotate.timexes.day_vetoes import NO_WEEKDAY, NO_WEEKDAY_AND_NUMBER
from memcon.annotate.timexes.days import AWAITED
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import FROM_STORY, GONE_BY, STEPS, THAT, TO_COME, ordinal_of, unit_of, weekday_of
from memcon.annotate.timexes.phrases import dated, day_of_value, existing_day, is_alone, mod_of, nearest
from memcon.annotate.timexes.units import unit_named
from memcon.lexicon import words

_PLANNED = words("planned")
_STAYING, _NOT_ON = words("leading_a_stay"), words("on") - {"on"}
_ANY_ONE, _BY_THEN, _COUNTED, _AHEAD_OF = words("any_one"), words("by_then"), words("counted_from"), words("ahead_of")


@unless(*NO_WEEKDAY)
def weekday(hit: Hit, context: Context) -> Meaning | None:
    """A day of the week: the nearest behind, ahead with a future tense; the document's own day when it is that weekday."""
    number, rel, published = weekday_of(hit.word("week")), hit.word("rel"), context.published
    if not rel and hit.front in _ANY_ONE and (is_alone(hit) or hit.behind == "of"):
        return Meaning("DATE", f"XXXX-WXX-{number}", is_vague=True)  # "on a Friday", "one Friday in May"
    if published is None:
        return dated(hit, f"XXXX-WXX-{number}")
    if rel in FROM_STORY | THAT:
        return _weekday_in_discourse(hit, context, number)
    if not rel and (day := _added_later(hit, context, published, number)) is not None:
        return dated(hit, day, "document")
    if rel in GONE_BY | TO_COME:
        return _last_or_next_weekday(hit, published, STEPS[rel], number)
    return _weekday_by_tense(hit, context, published, number)


def _added_later(hit: Hit, context: Context, published: date, number: int) -> str | None:
    """The day of that name since the publication of a text that was changed later, told as past: whoever wrote it last wrote it then."""
    ahead = (number - published.isoweekday()) % 7
    if context.updated is None or not 0 < ahead <= (context.updated - published).days:
        return None
    return unit_value(published, "D", ahead) if context.tense_at(hit.start, hit.end) == "past" else None


def _weekday_by_tense(hit: Hit, context: Context, published: date, number: int) -> Meaning | None:
    """The nearest day of that name on the side that the words tell."""
    back = (published.isoweekday() - number) % 7
    is_ahead = back > 0 and _looks_ahead(hit, context, back)
    if is_ahead and back == 1 and hit.is_possessive:  # "Monday's ruling will …", told on a Tuesday
        return _of_either_week(hit, published, back)
    if is_ahead and back == 1 and _is_planned_in_the_past(hit):
        is_ahead = False
    value = unit_value(published, "D", 7 - back if is_ahead else -back)
    meaning = dated(hit, value, "document") if value else None
    if meaning and back > _NEAR_PAST and not is_ahead and _is_of_a_past_plan(hit):
        return _of_either_week(hit, published, back)
    is_counted_on = hit.front == "from" and hit.before(2).lower() in _COUNTED
    return replace(meaning, edtf=None, is_vague=True) if meaning and is_counted_on else meaning  # "a week from Friday"


_NEAR_PAST = 2
"""How many days back a weekday is rather the one behind, where words do not tell."""
_PLAN_BEFORE = 20
"""How many words before the day its "had been due to" may stand."""


def _is_of_a_past_plan(hit: Hit) -> bool:
    """Whether the day is one that was planned from a past point, so that it may have come or not: "had been due to meet on [Thursday]"."""
    front = [hit.before(n).lower() for n in range(_PLAN_BEFORE, 0, -1)]
    return any(front[n : n + 2] == ["had", "been"] and front[n + 2] in _PLANNED for n in range(_PLAN_BEFORE - 2))


_BE_IN_THE_PAST = words("past_be")
_PLANNED_NEAR = 12
"""How many words before the day its "was scheduled to" may stand."""


def _is_planned_in_the_past(hit: Hit) -> bool:
    """Whether the day is told by a plan of the past: "were scheduled to meet [Tuesday night]", written for Wednesday's paper."""
    front = [hit.before(n).lower() for n in range(_PLANNED_NEAR, 0, -1)]
    return any(be in _BE_IN_THE_PAST and word in _PLANNED for be, word in pairwise(front))


def _of_either_week(hit: Hit, published: date, back: int) -> Meaning | None:
    """The day behind as TIMEX3's value, with the one ahead in its interval."""
    days = unit_value(published, "D", -back), unit_value(published, "D", 7 - back)
    if days[0] is None or days[1] is None:
        return None
    return replace(dated(hit, days[0], "document"), edtf=f"{days[0]}/{days[1]}")


def _looks_ahead(hit: Hit, context: Context, back: int) -> bool:
    """Whether the weekday that lies `back` days behind is rather the one to come."""
    tense = _tense(hit, context, back)
    if hit.word("rel") == "this" and tense != "past":
        return True
    return tense == "future" or (tense == "open" and back > _NEAR_PAST and not hit.is_possessive)


def _tense(hit: Hit, context: Context, back: int) -> str | None:
    tense, is_earlier = context.tense_at(hit.start, hit.end), hit.word("pre") == "earlier"
    if tense == "past" and hit.front in _BY_THEN and not _is_gone(hit):
        return "open"  # "has given them until Tuesday"
    if tense == "past" and not is_earlier and back >= _LAST_WEEK and _is_awaited(hit):
        return "future"
    return "past" if is_earlier else tense


_LAST_WEEK = 5
"""How many days back what is told to come before a day ("spending before the vote on Tuesday") is rather before the next one."""
_AWAITED = 6
"""How many words before the day its "before" or "ahead of" may stand."""


def _is_awaited(hit: Hit) -> bool:
    """Whether it is the day of what was still ahead: "spending before the vote on Tuesday"."""
    front = [hit.before(n).lower() for n in range(1, 1 + _AWAITED)]
    return front[0] not in _AHEAD_OF and bool(_AHEAD_OF & set(front)) and bool(AWAITED & set(front))


_PAST_PERFECT = 6
"""How many words before "until Thursday" its "had" may stand."""


def _is_gone(hit: Hit) -> bool:
    """Whether the end of a term is told as past: "had given them until Thursday", "By Sunday, they had left"."""
    if hit.before() == "By":
        return True
    return "had" in (hit.before(n).lower() for n in range(2, 2 + _PAST_PERFECT))


def nearest_weekday(published: date, number: int, tense: str | None) -> date | None:
    """The day of that number (Monday is 1) nearest to `published`, itself included, behind it unless the tense looks ahead."""
    days = (number - published.isoweekday()) % 7 if tense == "future" else -((published.isoweekday() - number) % 7)
    value = unit_value(published, "D", days)
    return date.fromisoformat(value) if value else None


_PLAIN = words("one_step")


def _last_or_next_weekday(hit: Hit, published: date, way: int, number: int) -> Meaning | None:
    """ "last Friday", "next Friday": the nearest, as TIMEX3 has it. Where that lies in the document's own week writers part on
    whether it or that of the next week is meant, so that both are in its interval."""
    days = way * ((way * (number - published.isoweekday())) % 7 or 7)
    value, other = unit_value(published, "D", days), unit_value(published, "D", days + 7 * way)
    if value is None or other is None:
        return None
    meaning = dated(hit, value, "document")
    is_same_week = date.fromisoformat(value).isocalendar()[:2] == published.isocalendar()[:2]
    is_open = is_same_week and hit.word("rel") in _PLAIN
    return replace(meaning, edtf="/".join(sorted((value, other)))) if is_open else meaning


def _weekday_in_discourse(hit: Hit, context: Context, number: int) -> Meaning | None:
    base = day_of_value(context.last) or context.published
    if base is None:
        return None
    back, step = (base.isoweekday() - number) % 7, STEPS[hit.word("rel")]
    days = {1: 7 - back, -1: -(back or 7)}.get(step, -back if back <= 3 else 7 - back)
    value = unit_value(base, "D", days)
    return Meaning("DATE", value, anchor="discourse", mod=mod_of(hit)) if value else None


@unless(*NO_WEEKDAY_AND_NUMBER)
def weekday_and_number(hit: Hit, context: Context) -> Meaning | None:
    """ "Tuesday the 4th": the nearest day that is both, within half a year."""
    number, weekday, published = ordinal_of(hit.word("ord")), weekday_of(hit.word("week")), context.published
    if number is None or not 1 <= number <= 31:
        return None
    if published is None:
        return dated(hit, f"XXXX-XX-{number:02}")
    this = published.year * 12 + published.month - 1
    days = (existing_day(m // 12, m % 12 + 1, number) for m in range(this - 6, this + 7))
    found = nearest((day for day in days if day and day.isoweekday() == weekday), published)
    return dated(hit, found.isoformat(), "document") if found else None


def weekday_week(hit: Hit, context: Context) -> Meaning | None:
    """ "Tuesday week": the Tuesday a week behind the next one."""
    if hit.word("unit") != "week" or not is_alone(hit) or hit.behind[:1].isdecimal():
        return None
    if context.published is None:
        return dated(hit, f"XXXX-WXX-{weekday_of(hit.word('week'))}")
    ahead = (weekday_of(hit.word("week")) - context.published.isoweekday()) % 7 or 7
    value = unit_value(context.published, "D", ahead + 7)
    return dated(hit, value, "document") if value else None


def counted_on_from_weekday(hit: Hit, context: Context) -> Meaning | None:
    """ "A week from Friday", "four days from Sunday", "a week on Tuesday": so many days on from the next such day; not "for two weeks from
    Monday", a length, and not what is told as past. On a Friday, "a week from Friday" counts from that day or from the next one."""
    unit, number = unit_of(hit.word("unit")), count_of(hit)
    days = unit_named(unit).days or 0
    if number is None or hit.word("way") in _NOT_ON or _is_no_count(hit, context, unit):
        return None
    day = weekday_of(hit.word("week"))
    if context.published is None:
        return dated(hit, f"XXXX-WXX-{day}") if unit != "D" else Meaning("DATE", "XXXX-XX-XX")
    ahead = (day - context.published.isoweekday()) % 7
    value, other = (unit_value(context.published, "D", n + number * days) for n in (ahead, ahead + 7))
    if value is None or other is None:
        return None
    meaning = dated(hit, value, "document")
    return meaning if ahead else replace(meaning, edtf=f"{value}/{other}")


def _is_no_count(hit: Hit, context: Context, unit: str) -> bool:
    """Whether it is a length ("for two weeks from Monday"), how often something is ("two days a week on Friday"), or told as past; or the
    unit is none that days are counted by."""
    is_length = hit.front in _STAYING | _COUNTED or (hit.word("way") != "from" and unit == "D")
    return is_length or unit_named(unit).days is None or context.tense_at(hit.start, hit.end) == "past"


MEANINGS: Meanings = {f.__name__: f for f in (weekday_and_number, weekday_week, counted_on_from_weekday, weekday)}
"""What the rules of this file's phrases may name."""
