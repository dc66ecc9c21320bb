"""Days of the week: nearest to the document's day, "last Friday", "that Friday", "Tuesday the 4th"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from memcon.annotate.timexes.calendar import unit_value
from memcon.annotate.timexes.days import AHEAD_NOUNS
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import WEEKDAYS, listed, ordinal_of
from memcon.annotate.timexes.phrases import PRE, dated, day_of_value, existing_day, mod_of

_NAMED_DAYS = listed("Black Good Bloody Ash Super Cyber Giving Fat Shrove Palm Holy Maundy")
"""What makes a weekday the name of one day of some year."""
_PAPERS = listed("Times Telegraph Mail Herald Post Express Mirror Tribune Independent Guardian")


def weekday(hit: Hit, context: Context) -> Meaning | None:
    """A day of the week: the nearest behind, ahead with a future tense; the document's own day when it is that weekday."""
    number = WEEKDAYS[hit.word("week").rstrip(".")]
    if hit.before().lower() in ("a", "one", "another", "any") and not hit.has("rel") and _is_alone(hit):
        return Meaning("DATE", f"XXXX-WXX-{number}", is_vague=True)  # "on a Friday", "one Friday in May"
    if hit.word("pre") == "about" or (hit.is_possessive and hit.word("pre") in ("around", "nearly", "almost")):
        return None  # "to get around Friday's ruling": the weekday alone is read there
    if (
        hit.after() in _PAPERS
        or (hit.after() in ("Night", "Morning") and hit.after(2)[:1].isupper())
        or hit.before() in _NAMED_DAYS
        or _is_address(hit)
    ):
        return None
    if hit.word("rel") == "following" and "the" not in hit.phrase:
        return None  # "following Friday's vote" is behind it
    if hit.lexemes.classes[max(hit.first - 1, 0)] == "o" and not hit.has("rel"):
        return None  # "the first Monday of each month"
    published = context.published
    if published is None:
        return dated(hit, f"XXXX-WXX-{number}")
    if hit.word("rel") in ("that", "same", "following", "previous", "preceding", "prior"):
        return _weekday_in_discourse(hit, context, number)
    back = (published.isoweekday() - number) % 7
    rel = hit.word("rel")
    if rel in ("last", "past", "next", "coming", "upcoming"):
        return _last_or_next_weekday(hit, published, -1 if rel in ("last", "past") else 1, number)
    if back == 0:
        days = 0
    else:
        tense = context.tense_at(hit.start, hit.end)
        if tense == "past" and hit.before().lower() in ("until", "till", "by") and not _is_gone(hit):
            tense = "open"  # "has given them until Tuesday"
        elif hit.word("pre") == "earlier":
            tense = "past"
        elif tense == "past" and back >= _LAST_WEEK and _is_awaited(hit):
            tense = "future"
        is_ahead = (
            tense == "future"
            or (tense == "open" and back > 2 and not hit.is_possessive)
            or (rel == "this" and tense != "past")
        )
        days = 7 - back if is_ahead else -back
        if is_ahead and back == 1 and hit.is_possessive:
            return _yesterdays(hit, published)
    value = unit_value(published, "D", days)
    meaning = dated(hit, value, "document") if value else None
    is_counted_on = hit.before().lower() == "from" and hit.before(2).lower() in _COUNTED
    return replace(meaning, edtf=None, is_vague=True) if meaning and is_counted_on else meaning  # "a week from Friday"


def _yesterdays(hit: Hit, published: date) -> Meaning | None:
    """ "Monday's ruling will …", told on a Tuesday: of the day before rather than in six days, though it may be either."""
    days = unit_value(published, "D", -1), unit_value(published, "D", 6)
    if days[0] is None or days[1] is None:
        return None
    return replace(dated(hit, days[0], "document"), edtf=f"{days[0]}/{days[1]}")


_LAST_WEEK = 5
"""How many days back what is told to come before a day ("spending before the vote on Tuesday") is rather before the next one."""
_AWAITED = 6
"""How many words before the day its "before" or "ahead of" may stand."""


def _is_awaited(hit: Hit) -> bool:
    """Whether it is the day of what was still ahead: "spending before the vote on Tuesday"."""
    words = [hit.before(n).lower() for n in range(1, 1 + _AWAITED)]
    return (
        words[0] not in ("before", "ahead")
        and bool({"before", "ahead"} & set(words))
        and bool(AHEAD_NOUNS & set(words))
    )


_PAST_PERFECT = 6
"""How many words before "until Thursday" its "had" may stand."""


def _is_gone(hit: Hit) -> bool:
    """Whether the end of a term is told as past: "had given them until Thursday", "By Sunday, they had left"."""
    if hit.before() == "By":
        return True
    return "had" in (hit.before(n).lower() for n in range(2, 2 + _PAST_PERFECT))


_COUNTED = listed("day days week weeks month months year years")


def _is_alone(hit: Hit) -> bool:
    """Whether no noun follows, as it does in "in a Friday statement"."""
    behind = hit.after().lower()
    return not behind[:1].isalpha() or behind in _FUNCTION


_FUNCTION = listed(
    "in at of and or to that when as for with by but he she they it will would was is had has after before from since"
)


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
    elif rel in ("previous", "preceding", "prior"):
        days = -(back or 7)
    else:
        days = -back if back <= 3 else 7 - back
    value = unit_value(base, "D", days)
    return Meaning("DATE", value, anchor="discourse", mod=mod_of(hit)) if value else None


def weekday_and_number(hit: Hit, context: Context) -> Meaning | None:
    """ "Tuesday the 4th": the nearest day that is both, within half a year."""
    number, weekday, published = ordinal_of(hit.word("ord")), WEEKDAYS[hit.word("week").rstrip(".")], context.published
    if number is None or not 1 <= number <= 31 or not hit.word("ord")[0].isdecimal() or not _is_alone(hit):
        return None  # "Friday, the fourth decline"
    if published is None:
        return dated(hit, f"XXXX-XX-{number:02}")
    this = published.year * 12 + published.month - 1
    days = [
        d
        for m in range(this - 6, this + 7)
        if (d := existing_day(m // 12, m % 12 + 1, number)) and d.isoweekday() == weekday
    ]
    found = min(days, key=lambda d: abs((d - published).days), default=None)
    return dated(hit, found.isoformat(), "document") if found else None


WEEKDAY_RULES: tuple[Rule, ...] = (
    Rule(
        "weekday and day",
        r"(?P<pre>)(?P<week>W),?d(?P<ord>o)",
        weekday_and_number,
        yes=("They meet on [Tuesday the 4th].",),
    ),
    Rule(
        "weekday",
        rf"{PRE}(?:t(?=[lx]))?(?:d?(?P<rel>[lxth]))?(?P<week>W)",
        weekday,
        yes=("They met [last Friday] in Oslo.",),
        no=("He reads the Sunday Times.",),
    ),
)
