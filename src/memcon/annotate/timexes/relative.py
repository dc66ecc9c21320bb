"""Phrases that need a point to stand on: the document's day, or the last date that the text named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from memcon.annotate.timexes.calendar import UNKNOWN, edtf_of_value, hull, unit_value, week_value, widen
from memcon.annotate.timexes.days import DAY_NUMBER, MONTH_DAY, month_day
from memcon.annotate.timexes.engine import Anchor, Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import listed, unit_of
from memcon.annotate.timexes.phrases import PRE, day_of_value, mod_of
from memcon.domain.dates import interval_of

STEPS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "latest": 0, "next": 1, "coming": 1,
    "upcoming": 1, "following": 1, "subsequent": 1, "ensuing": 1, "succeeding": 1, "that": 0, "same": 0,
}  # fmt: skip
"""How many units a word goes forward."""

DISCOURSE_WORDS = frozenset({"that", "same", "following", "previous", "preceding", "prior", "subsequent", "ensuing"})
"""Words that count from the last date named rather than from the document's day."""


UNIT_DAYS = {"D": 1, "W": 7, "WE": 7, "2W": 14, "M": 31, "Q": 92, "H": 184, "Y": 366, "E": 3653, "C": 36525}
"""The longest that a unit can be, in days: what is known less exactly than the unit cannot be counted on from in that unit."""


def relative_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "last year", "this week", "the following month", "that day": a unit of the calendar, counted from an anchor."""
    rel, unit = hit.word("rel"), unit_of(hit.word("unit"))
    if unit.startswith("T") or unit in ("L", "2W") or rel not in STEPS:
        return None
    if hit.lexemes.word(hit.last)[0].isupper() and hit.lexemes.word(hit.last - 1)[0].isupper():
        return None  # a name: "This Week"
    if unit == "D" and rel not in DISCOURSE_WORDS and rel not in ("next", "last"):
        return None
    if _COMPARED & set(hit.words("pre")):
        return None  # "it sold more than last year"
    is_discourse = rel in DISCOURSE_WORDS or (unit == "D" and rel == "next")
    is_the_next = rel == "next" and unit not in ("D", "WE") and hit.has("the")
    if (
        (hit.has("the") or hit.before().lower() == "the")
        and hit.after().lower() == "of"
        and rel in ("last", "next", "latest")
        and unit in ("D", "W", "M", "Y")
    ):
        return None  # "the last day of talks"
    if is_the_next and context.last and context.tense_at(hit.start, hit.end) == "past":
        is_discourse = hit.before().lower() not in _THROUGHOUT  # "the next year they left"
    is_span = rel == "past" or (rel == "last" and hit.before().lower() in _THROUGHOUT and not hit.is_possessive)
    if is_span and unit in ("E", "C") and (unit == "E" or rel == "past"):
        return Meaning("DURATION", "P10Y" if unit == "E" else "P100Y", mod=mod_of(hit))
    meaning = counted(hit, context, unit, STEPS[rel], is_discourse=is_discourse)
    if meaning is None or context.published is None:
        return meaning
    is_ahead = is_the_next or (rel in ("coming", "upcoming") and hit.has("the") and unit not in ("D", "WE"))
    if is_ahead and not is_discourse:
        # "over the next year" runs on from now; "the next year" of a story is not told
        day = context.published.isoformat() if hit.before().lower() in _THROUGHOUT | {"in"} else None
        return replace(meaning, edtf=hull(day, edtf_of_value(meaning.value)), is_vague=True)
    if not is_span:
        return meaning
    return replace(meaning, edtf=hull(meaning.edtf or edtf_of_value(meaning.value), context.published.isoformat()))


_COMPARED = frozenset({"more than", "less than", "fewer than"})
_THROUGHOUT = frozenset({"over", "for", "during", "within", "throughout"})
"""Words after which "the last year" is the year up to now, rather than the one before this."""


def week_of(hit: Hit, context: Context) -> Meaning | None:
    """ "the week of March 6": its value is the ISO week; its days those of that week and the seven from the day named, for weeks
    begin on different days. "The weekend of" likewise."""
    day, unit = month_day(hit, context), unit_of(hit.word("unit"))
    if day is None or unit not in ("W", "WE"):
        return None
    named = day_of_value(day.value)
    if named is None:
        return Meaning("DATE", UNKNOWN[unit], mod=mod_of(hit))
    value, last = unit_value(named, unit), unit_value(named, "D", 6)
    if value is None or last is None:
        return None
    edtf = hull(edtf_of_value(week_value(named)), f"{named.isoformat()}/{last}")
    return Meaning("DATE", value, edtf=edtf, anchor=day.anchor, mod=mod_of(hit))


def counted(hit: Hit, context: Context, unit: str, steps: int, *, is_discourse: bool) -> Meaning | None:
    """The unit `steps` away from the anchor; the unknown value of that unit when there is none."""
    base = interval_of(edtf_of_value(context.last) or "") if is_discourse and context.last else None
    if base is not None and not context.can_follow(base.start, hit.start, hit.end):
        return Meaning("DATE", UNKNOWN.get(unit, "XXXX"), anchor="discourse", mod=mod_of(hit), is_vague=True)
    if base is not None and base.days > UNIT_DAYS.get(unit, 1):
        is_known = steps == 0 and not (unit == "D" and context.last_day)
        edtf = edtf_of_value(context.last or "") if is_known else None
        return Meaning("DATE", UNKNOWN.get(unit, "XXXX"), edtf=edtf, anchor="discourse", mod=mod_of(hit), is_vague=True)
    anchor: Anchor = "discourse" if base else "document"
    day = base.start if base else context.published
    if base is None and is_discourse and steps >= 0:
        day = None  # "two days later", "that day" with nothing before them: the document's day is no answer
    if day is None:
        return Meaning("DATE", UNKNOWN.get(unit, "XXXX"), mod=mod_of(hit))
    value = unit_value(day, unit, steps)
    if value is None:
        return None
    mod = mod_of(hit)
    is_rough = mod in ("APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE")
    edtf = widen(edtf_of_value(value), unit) if is_rough else None
    return Meaning("DATE", value, edtf=edtf, anchor=anchor, mod=mod)


def year_earlier(hit: Hit, context: Context) -> Meaning | None:
    """ "the year-ago quarter", "a year earlier" where quarters are compared: the same quarter of the year before."""
    if context.last_quarter:
        value = f"{int(context.last_quarter[:4]) - 1:04}{context.last_quarter[4:]}"
        return Meaning("DATE", value, anchor="discourse", mod=mod_of(hit), is_aside=True)
    if context.published is None:
        return Meaning("DATE", "XXXX", mod=mod_of(hit))
    value = unit_value(context.published, "Y", -1) or "XXXX"
    return Meaning("DATE", value, anchor="document", mod=mod_of(hit))


def the_quarter(hit: Hit, context: Context) -> Meaning | None:
    """ "the quarter", "the latest period": the quarter that the text spoke of."""
    rel = hit.word("rel")
    if hit.next_class == "-":
        return None  # "quarter-to-quarter"
    if rel in ("this", "next", "last", "current", "coming"):
        return counted(hit, context, "Q", STEPS[rel], is_discourse=False)
    if context.last_quarter is not None:
        return Meaning("DATE", context.last_quarter, anchor="discourse", mod=mod_of(hit))
    if rel == "latest" and hit.word("unit") == "quarter":
        return counted(hit, context, "Q", -1, is_discourse=False)
    return None


def end_of_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "the end of the year", "year-end", "earlier in the week": a part of the unit the document stands in."""
    unit = unit_of(hit.word("unit"))
    if unit not in ("Y", "M", "W", "Q", "D", "E", "C", "WE"):
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
    if context.published is None:
        return Meaning("DATE", UNKNOWN["WE"], mod=mod_of(hit))
    rel = hit.word("rel")
    steps = STEPS.get(rel, 0)
    if not rel and context.tense_at(hit.start, hit.end) != "future" and context.published.isoweekday() < 6:
        steps = -1
    if rel == "this" and context.published.isoweekday() < 4 and context.tense_at(hit.start, hit.end) == "past":
        steps = -1  # "it formed this weekend", told on a Monday
    if rel in DISCOURSE_WORDS:
        return _weekend_in_discourse(hit, context, rel)
    meaning = counted(hit, context, "WE", steps, is_discourse=False)
    if meaning is None or rel != "next" or context.published.isoweekday() > 5:
        return meaning
    # "next weekend" is the coming one to some writers, the one after it to others
    coming = unit_value(context.published, "WE")
    return replace(meaning, edtf=hull(edtf_of_value(meaning.value), edtf_of_value(coming or "")))


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
    unit = unit_of(hit.word("unit"))
    if hit.after().lower() in ("ended", "ending", "starting", "beginning", "commencing") and unit in ("Y", "M", "W"):
        return Meaning("DURATION", f"P1{unit}", mod=mod_of(hit))
    if unit not in ("Y", "M", "W") or hit.before().lower() not in (
        "in",
        "for",
        "of",
        "during",
        "on",
        "earlier",
        "later",
        "through",
    ):
        return None
    behind = hit.after().lower()
    if behind in ("to", "through", "until") and unit in ("Y", "M", "W"):
        return Meaning("DURATION", f"P1{unit}", mod=mod_of(hit))  # "in the year to October"
    if behind in ("leading", "following", "preceding", "prior"):
        return Meaning("DATE", UNKNOWN[unit], mod=mod_of(hit), is_vague=True)  # "in the week leading up to the vote"
    if behind.isdecimal() or behind in _TOLD_BEHIND:
        return None
    meaning = counted(hit, context, unit, 0, is_discourse=False)
    if meaning and unit == "Y" and context.published and context.published.month == 1:
        # "the biggest deals of the year", told in its first weeks, may be those of the year gone by
        before = unit_value(context.published, "Y", -1)
        return replace(meaning, edtf=hull(edtf_of_value(before or ""), edtf_of_value(meaning.value)))
    return meaning


_TOLD_BEHIND = listed("of in that when - before after since he she they it we i you his her its their the a an")
"""Words that go on to tell which week or year it is: "in the year she left"."""


RELATIVE: tuple[Rule, ...] = (
    Rule(
        "relative unit",
        rf"{PRE}(?P<the>d)?(?:t(?=[lx])|h(?=h))?(?P<rel>[lxth])y?(?P<unit>u)",
        relative_unit,
        yes=("They met [last week] in Oslo.",),
    ),
    Rule(
        "week of a day",
        rf"{PRE}d?(?P<unit>[uw])f(?P<week>W)?,?{MONTH_DAY}",
        week_of,
        yes=("They confer in [the week of March 6].",),
    ),
    Rule(
        "week of a day, day first",
        rf"{PRE}d?(?P<unit>[uw])f(?P<week>W)?,?d?{DAY_NUMBER}f?(?P<month>M)(?:,?(?P<year>Y))?",
        week_of,
        yes=("They confer in [the week of 6 March].",),
    ),
    Rule(
        "year-earlier quarter",
        rf"{PRE}[da]?(?P<z>z)o?[qpu]",
        year_earlier,
        yes=("It fell from [the year-ago quarter] to this.",),
    ),
    Rule("year-earlier", r"(?P<pre>)(?P<z>z)", year_earlier, yes=("It beat [year-earlier] results.",)),
    Rule(
        "the quarter",
        rf"{PRE}(?:(?P<the>d)|(?=[tlxh]))(?P<rel>[tlxh])?(?P<unit>[qp])",
        the_quarter,
        yes=("Profit fell in [the latest quarter].",),
        no=("A quarter of them came.",),
    ),
    Rule(
        "part of this unit",
        r"(?P<pre>b?(?:d?[jk](?:f|i)?|d?Lf))d?(?P<rel>[tlx])?(?P<unit>[uqw])",
        end_of_unit,
        yes=("It closes by [the end of the month].",),
        no=("They end the day there.",),
    ),
    Rule("year-end", r"(?P<pre>b?)d?(?P<unit>u)(?:-|s)?(?P<end>L)", end_of_unit, yes=("It closes by [year-end].",)),
    Rule(
        "weekend",
        rf"{PRE}(?:d|(?=[tlxh]))(?P<rel>[tlxh])?(?P<unit>w)",
        the_weekend,
        yes=("It was agreed over [the weekend].",),
    ),
    Rule(
        "the year",
        r"(?P<pre>b?)d(?P<unit>u)",
        the_year,
        yes=("It is low for [the year].",),
        no=("It is the year of the cat.",),
    ),
)
