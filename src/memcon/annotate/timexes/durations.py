"""Lengths of time, repeated times, and words that name the past, present or future as a whole."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import REFERENCES, UNITS, WEEKDAYS, listed, number_of, unit_of
from memcon.annotate.timexes.phrases import mod_of
from memcon.domain.dates import MONTH_NUMBERS

NUM = r"(?P<num>[nY9](?:-?[n9]){0,4}V?|an)"
PRE = r"(?P<pre>b?)"


def period(number: str, unit: str) -> str:
    """The TIMEX3 value of a length: `P8Y`, `PT2H`, `PXM`."""
    if unit == "2W" and number.isdecimal():
        return f"P{2 * int(number)}W"
    if unit == "E" and number.isdecimal():
        return f"P{10 * int(number)}Y" if int(number) > 1 else "P1E"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


def duration(hit: Hit, context: Context) -> Meaning | None:
    """ "eight years", "the past two months", "two-year": a number of units."""
    words = hit.words("num")
    if words in (("a",), ("an",)):
        words = ("one",)
    if hit.before().lower() == "half":
        return None  # "half a year"
    number = number_of(tuple(w for w in words if w not in ("1/2",)))
    if hit.has("old") or (hit.word("unit") == "quarter" and words == ("one",)):
        return None  # an age; a fourth part
    if number is None or number == 0:
        return None
    unit = unit_of(hit.word("unit"))
    if unit in ("H", "SU"):
        return None
    value = period(str(number), unit)
    if words[-1] == "1/2" and unit == "Y":
        value = f"P{number}Y6M"
    return Meaning("DURATION", value, mod=mod_of(hit))


_RATE = frozenset(
    {"times", "once", "twice", "share", "barrels", "percent", "%", "tons", "million", "billion", "dollars"}
)


def one_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "a week", "an hour": a length, unless it is a rate ("$2 a year")."""
    before = hit.before()
    if (
        before[:1].isdecimal()
        or before.lower() in _RATE
        or before.lower() in ("cents", "days", "hours", "times", "minutes")
    ):
        return (
            Meaning("SET", f"P1{unit_of(hit.word('unit'))}") if before.lower() in ("times", "once", "twice") else None
        )
    return duration(hit, context)


def and_a_half(hit: Hit, context: Context) -> Meaning | None:
    """ "a year and a half", "two and a half years"."""
    number = 1 if hit.words("num") == ("a",) else number_of(hit.words("num"))
    value = {"Y": f"P{number}Y6M", "TH": f"PT{number}H30M", "TM": f"PT{number}M30S", "M": f"P{number}M15D"}.get(
        unit_of(hit.word("unit"))
    )
    return Meaning("DURATION", value, mod=mod_of(hit)) if number and value else None


def vague_duration(hit: Hit, context: Context) -> Meaning | None:
    """ "several years", "a few days", "recent months", "coming weeks", "decades"."""
    unit = unit_of(hit.word("unit"))
    if hit.has("of") and "couple" in hit.words("vague"):
        return Meaning("DURATION", period("2", unit), mod="APPROX")
    return Meaning("DURATION", f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}", mod=mod_of(hit))


def unit_long(hit: Hit, context: Context) -> Meaning | None:
    """ "day-long", "decades-long", "weeklong"."""
    word = hit.word("unit") or hit.word("long").removesuffix("long")
    return Meaning("DURATION", period("X" if word not in UNITS else "1", unit_of(word)))


def bare_units(hit: Hit, context: Context) -> Meaning | None:
    """ "for years", "in months", "weeks": a plural unit after a word that makes it a length."""
    if hit.before().lower() not in (
        "for",
        "in",
        "within",
        "after",
        "of",
        "over",
        "last",
        "take",
        "took",
        "taken",
        "by",
    ):
        return None
    return vague_duration(hit, context)


def repeated(hit: Hit, context: Context) -> Meaning | None:
    """ "every two years", "each month", "daily"."""
    unit = unit_of(hit.word("unit"))
    number = number_of(hit.words("num")) if hit.has("num") else 1
    return Meaning("SET", period(str(number), unit)) if number else None


def repeated_day(hit: Hit, context: Context) -> Meaning | None:
    return Meaning(
        "SET",
        f"XXXX-WXX-{WEEKDAYS[hit.word('week').removesuffix('s') if hit.word('week') not in WEEKDAYS else hit.word('week')]}",
    )


def repeated_month(hit: Hit, context: Context) -> Meaning | None:
    return Meaning("SET", f"XXXX-{MONTH_NUMBERS[hit.word('month').rstrip('.')]:02}")


_AFTER_PAST = listed("and or but when where as is was were has had to by for with that")


def reference(hit: Hit, context: Context) -> Meaning | None:
    """ "now", "recently", "the near future": the present, the past or the future as a whole."""
    value = REFERENCES.get(" ".join(hit.words("reference")))
    if hit.word("reference") in ("soon", "shortly") and hit.after().lower() in (
        "after",
        "before",
        "as",
        "thereafter",
        "afterward",
    ):
        return None
    if hit.word("reference") == "past" and hit.after()[:1].islower() and hit.after() not in _AFTER_PAST:
        return None
    return Meaning("DATE", value, is_vague=True) if value else None


_ADVERBS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "quarterly": "P3M",
            "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI"}  # fmt: skip


_BEHIND_ADVERB = listed("at by in on for from to with and or but since as through under between until")


def adverb(hit: Hit, context: Context) -> Meaning | None:
    """ "annually", "daily": not as adjectives ("a daily newspaper")."""
    behind = hit.after().lower()
    word = hit.lexemes.word(hit.last)
    if word[0].isupper() and hit.before()[:1].isupper():
        return None  # part of a name
    if behind == "basis" and hit.before() == "a":
        return Meaning("SET", _ADVERBS[hit.word("adverb")])
    if hit.word("adverb") != "annually" and behind[:1].isalpha() and behind not in _BEHIND_ADVERB:
        return None
    if hit.before() in ("%", "percent"):
        return None  # a rate: "8 percent annually"
    return Meaning("SET", _ADVERBS[hit.word("adverb")])


DURATIONS: tuple[Rule, ...] = (
    Rule(
        "number of units",
        rf"{PRE}d?[lxoh]?{NUM}m?(?P<unit>[UQ])(?P<old>-?O)?(?P<so>~)?",
        duration,
        yes=("It is the first in [eight years].",),
        no=("He is 52 years old.",),
    ),
    Rule(
        "number of units as adjective",
        rf"{PRE}(?!a){NUM}-?m?(?P<unit>[uq])(?:(?P<old>-?O)|-J)?",
        duration,
        yes=("They opened a [two-day] round.", "It was a [two-day-long] round."),
    ),
    Rule(
        "number to number of units",
        rf"{PRE}d?[lx]?{NUM}[r-](?P<more>[nY9](?:-?[n9])*)m?(?P<unit>[UQ])",
        duration,
        yes=("It takes [two to three weeks].",),
    ),
    Rule(
        "unit-long",
        r"(?P<pre>)(?P<unit>[uUqQ])-J",
        unit_long,
        yes=("It ended a [decades-long] dispute.", "The [day-long] round ended."),
    ),
    Rule("unitlong", r"(?P<pre>)(?P<long>8)", unit_long, yes=("It ended a [weeklong] trip.",)),
    Rule("some-unit", r"(?P<pre>)(?P<vague>c)-(?P<unit>u)", vague_duration, yes=("It was a [several-year] plan.",)),
    Rule("each month named", r"(?P<pre>)e(?P<month>M)", repeated_month, yes=("They march [each July] there.",)),
    Rule(
        "reference",
        r"(?P<pre>)(?P<reference>d?[Km]?R|G|t|dl|hU)",
        reference,
        yes=("It is [now] in force.",),
        no=("Soon after, he left.",),
    ),
    Rule(
        "one unit",
        rf"{PRE}(?P<num>a)m?(?P<unit>[uq])(?P<so>~)?",
        one_unit,
        yes=("It took [a week] to agree.",),
        no=("It costs $5 a week.",),
    ),
    Rule(
        "unit and a half",
        rf"{PRE}(?P<num>a|n)m?(?P<unit>[uU])raH",
        and_a_half,
        yes=("It took [a year and a half] to agree.",),
    ),
    Rule(
        "and a half units",
        rf"{PRE}(?P<num>n)raH(?P<unit>U)",
        and_a_half,
        yes=("It took [two and a half years] to agree.",),
    ),
    Rule(
        "some units",
        rf"{PRE}d?[lxo]?(?P<vague>a?c)(?P<of>f)?m?(?P<unit>[UQ])",
        vague_duration,
        yes=("It took [several weeks] to agree.",),
    ),
    Rule(
        "recent units",
        r"(?P<pre>)d?(?P<vague>[Gx])(?P<unit>[UQ])",
        vague_duration,
        yes=("It grew in [recent months].",),
    ),
    Rule(
        "units",
        r"(?P<pre>)(?P<unit>[UQ])",
        bare_units,
        yes=("They fought for [decades].",),
        no=("The years that followed were dull.",),
    ),
    Rule("every unit", r"(?P<pre>)e(?P<num>n)?(?P<unit>[uUqQ])", repeated, yes=("They meet [every two years] there.",)),
    Rule("every weekday", r"(?P<pre>)e(?P<week>W)", repeated_day, yes=("They meet [every Friday] there.",)),
    Rule("weekdays", r"(?P<pre>)(?P<week>X)", repeated_day, yes=("They meet on [Mondays] there.",)),
    Rule("adverb", r"(?P<pre>)(?P<adverb>v)", adverb, yes=("It is held [annually].",), no=("He runs a daily paper.",)),
)
