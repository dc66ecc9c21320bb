"""Phrases that count units back or on from a point: "two weeks ago", "three days later", "70 years ago this month", "the day before"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from memcon.annotate.timexes.calendar import UNKNOWN, edtf_of_value, hull, unit_value, widen
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import WEEKDAYS, number_of, unit_of
from memcon.annotate.timexes.phrases import PRE, mod_of
from memcon.annotate.timexes.relative import counted, year_earlier


def ago(hit: Hit, context: Context) -> Meaning | None:
    """ "two weeks ago", "a year earlier", "three days later"."""
    unit = unit_of(hit.word("unit"))
    way = hit.word("way")
    if hit.has("num") and hit.before().lower() == "of" and way == "ago":
        return None  # "a quarter of a century ago"
    if hit.has("vague") or not hit.has("num"):
        is_ahead = way == "later" and context.tense_at(hit.start, hit.end) != "past"
        return Meaning("DATE", "FUTURE_REF" if is_ahead else "PAST_REF", mod=mod_of(hit))
    number = 1 if hit.words("num") in (("a",), ("an",)) else number_of(hit.words("num"))
    if number is None:
        return None
    if hit.has("more"):
        return number_to_number_ago(hit, context, number, unit)
    if unit == "E":
        meaning = counted(hit, context, "Y", 10 * (number if way == "later" else -number), is_discourse=way != "ago")
        return replace(meaning, edtf=_decade_about(meaning.value), is_vague=True) if meaning else None
    if unit == "Y" and number == 1 and context.last_quarter and way != "later":
        return year_earlier(hit, context)
    is_discourse = way != "ago" and not (way == "earlier" and unit == "Y" and number == 1)
    if way == "earlier" and context.last_anchor == "none" and hit.start - context.last_named_end <= NEAR:
        is_discourse = True  # "in 1963 … a year earlier"
    meaning = counted(hit, context, unit, number if way == "later" else -number, is_discourse=is_discourse)
    rough = ROUGHLY.get(hit.before().lower())
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
ROUGHLY = {"some": "APPROX", "over": "MORE_THAN", "under": "LESS_THAN", "perhaps": "APPROX", "maybe": "APPROX"}
"""Words that make a number rough without being part of the phrase."""


def _decade_about(value: str) -> str | None:
    """What "two decades ago" leaves open: five years on either side; None when there is no year."""
    if not value.isdecimal() or len(value) != 4:
        return None
    return f"{max(int(value) - 5, 1):04}/{min(int(value) + 5, 9999):04}"


def and_a_half_ago(hit: Hit, context: Context) -> Meaning | None:
    """ "half a year ago", "three and a half years ago": its value is the month (the year, for years), its days those about it."""
    number = number_of(hit.words("num")) if hit.has("num") else 1
    unit = unit_of(hit.word("unit") or hit.word("unit2"))
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit)
    if number is None or months is None or months == 1:
        return None
    half = months // 2 if hit.has("half") else number * months + months // 2
    if context.published is None:
        return Meaning("DATE", "XXXX", mod=mod_of(hit))
    value = unit_value(context.published, "M", -half)
    if value is None:
        return None
    edtf = widen(value, "E" if months > 120 else "Q" if half < 12 else "Y")
    is_year = half > 12
    return Meaning("DATE", value[:4] if is_year else value, edtf=edtf, anchor="document", mod=mod_of(hit) or "APPROX")


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
    words = hit.words("num")
    number = 1 if words in (("a",), ("an",)) else number_of(words)
    unit, published = unit_of(hit.word("unit")), context.published
    if number is None or unit not in ("D", "W", "2W", "M", "Y", "E"):
        return None
    inner = "D" if hit.has("today") or hit.has("week") else unit_of(hit.word("base"))
    if published is None or inner not in ("D", "W", "M", "Y"):
        return Meaning("DATE", UNKNOWN.get(inner, "XXXX"), mod=mod_of(hit))
    moved = _moved_back(published, unit, number, inner)
    if moved is None:
        return None
    if not hit.has("week"):
        if hit.has("today") and hit.word("today") not in ("today", "tonight", "yesterday", "tomorrow"):
            return None
        days = {"yesterday": -1, "tomorrow": 1}.get(hit.word("today"), 0)
        value = unit_value(moved, inner, days)
        return Meaning("DATE", value, anchor="document", mod=mod_of(hit)) if value else None
    # "a week ago Tuesday" is the Tuesday of a week ago, or the one a week before the last: writers differ
    back = (moved.isoweekday() - WEEKDAYS[hit.word("week").rstrip(".")]) % 7
    value, other = unit_value(moved, "D", -back), unit_value(moved, "D", 7 - back)
    return (
        Meaning("DATE", value, edtf=hull(value, other), anchor="document", mod=mod_of(hit))
        if value and unit == "W"
        else None
    )


def _moved_back(day: date, unit: str, number: int, inner: str) -> date | None:
    """`day` moved back by whole units; with days named, to the same day of the month or year."""
    if unit in ("D", "W", "2W"):
        value = unit_value(day, "D", -number * {"D": 1, "W": 7, "2W": 14}[unit])
        return date.fromisoformat(value) if value else None
    value = unit_value(day, "M", -number * {"M": 1, "Y": 12, "E": 120}[unit])
    if value is None:
        return None
    first = date.fromisoformat(f"{value}-01")
    moved = first + timedelta(days=day.day - 1)
    if inner == "D" and moved.month != first.month:
        return None  # "a year ago today" on 29 February
    return moved if moved.month == first.month else first


_ENDS = frozenset({"", ",", ".", ";", ":", ")", "!", "?", '"', "”", "’", "'", "and", "but"})


def before_or_after(hit: Hit, context: Context) -> Meaning | None:
    """ "The day before, …", "two years after.": counted from the last date named. Not "the day before the vote", which hangs on an
    event."""
    if hit.after().lower() not in _ENDS:
        return None
    unit, words = unit_of(hit.word("unit")), hit.words("num")
    number = 1 if words in ((), ("a",), ("an",)) else number_of(words)
    if number is None or unit.startswith("T") or unit not in ("D", "W", "M", "Y"):
        return None
    steps = number if hit.word("way") == "after" else -number
    if context.last is None:
        return Meaning("DATE", UNKNOWN[unit], mod=mod_of(hit), is_vague=True)
    return counted(hit, context, unit, steps, is_discourse=True)


def second_away(hit: Hit, context: Context) -> Meaning | None:
    """ "the week after next", "the year before last"."""
    unit, way = unit_of(hit.word("unit")), hit.word("way")
    if unit.startswith("T") or (way, hit.word("rel")) not in (("after", "next"), ("before", "last")):
        return None
    return counted(hit, context, unit, 2 if way == "after" else -2, is_discourse=False)


NUM = r"(?P<num>a|[nY9](?:-?[n9]){0,4})"

AGO: tuple[Rule, ...] = (
    Rule(
        "units ago",
        rf"{PRE}{NUM}(?:[r-](?P<more>[nY9](?:-?[n9])*))?m?-?(?P<unit>[uUqQ])(?P<so>~)?(?P<way>[gj])",
        ago,
        yes=("They met [two weeks ago] in Oslo.", "They met [six to eight weeks ago] in Oslo."),
        no=("Ago is a word.",),
    ),
    Rule(
        "some units ago",
        rf"{PRE}(?P<vague>a?c(?:f)?)?(?P<unit>[UQ])(?P<way>[gj])",
        ago,
        yes=("They met [several years ago] in Oslo.",),
    ),
    Rule(
        "and a half ago",
        rf"{PRE}(?:(?P<num>n)raH(?P<unit>U)|(?P<num2>a)(?P<unit2>u)-?r-?a-?H)g",
        and_a_half_ago,
        yes=("They met [three and a half years ago] in Oslo.", "They met [a year-and-a-half ago] in Oslo."),
    ),
    Rule(
        "half a unit ago",
        rf"{PRE}(?P<half>H)(?:a|-)(?P<unit>u)g",
        and_a_half_ago,
        yes=("They met [half a year ago] in Oslo.",),
    ),
    Rule(
        "quarter century ago",
        rf"{PRE}a?q(?:-|fa)?(?P<unit>u)g",
        quarter_century_ago,
        yes=("They met [a quarter of a century ago] in Oslo.",),
    ),
    Rule(
        "units ago on a day",
        rf"{PRE}{NUM}m?(?P<unit>[uU])g(?:i?(?P<today>T)|i?(?P<week>W)|i?(?P<rel>t)(?P<base>u))",
        ago_on,
        yes=("They met [a year ago today] in Oslo.", "They met [70 years ago this month] in Oslo."),
    ),
    Rule(
        "second unit away",
        r"(?P<pre>)d?(?P<unit>[uw])(?P<way>6)(?P<rel>[lx])",
        second_away,
        yes=("They meet [the week after next] there.", "They met [the year before last] there."),
    ),
    Rule(
        "unit before",
        r"(?P<pre>)(?:d(?=u)|(?P<num>a|n))(?P<unit>[uU])(?P<way>6)",
        before_or_after,
        yes=("They left on June 3; [the day before], they met.",),
        no=("They left the day before the vote.",),
    ),
)
