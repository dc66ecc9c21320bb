"""Lengths of time, and words that name the past, present or future as a whole."""

from __future__ import annotations

from memcon.annotate.timexes.engine import Context, Hit, Meaning, Rule
from memcon.annotate.timexes.lexicon import (
    NUMBERS,
    REFERENCES,
    UNITS,
    listed,
    number_of,
    unit_of,
)
from memcon.annotate.timexes.phrases import mod_of

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
    if hit.phrase[0] == "last" and hit.before().lower() in _BEFORE_VERB:
        return None  # "it would last four years"
    if words in (("a",), ("an",)):
        words = ("one",)
    is_decimal = len(words) == 1 and words[0].count(".") == 1
    number = int(words[0].partition(".")[0]) if is_decimal else number_of(tuple(w for w in words if w != "1/2"))
    if words == ("one",) and hit.word("unit") == "day" and hit.before().lower() in _MODALS:
        return Meaning("DATE", "FUTURE_REF", is_vague=True)  # "will one day be"
    if hit.word("unit") == "quarters" and hit.after().lower() == "of" and not hit.after(2).isdecimal():
        return None  # "three quarters of the votes"
    if hit.has("old") or (hit.word("unit") == "quarter" and words == ("one",)):
        return None  # an age; a fourth part
    if number is None or (number == 0 and not is_decimal):
        return None
    unit = unit_of(hit.word("unit"))
    if unit in ("H", "SU"):
        return None
    if is_decimal and unit in ("E", "2W"):
        return None
    value = period(words[0] if is_decimal else str(number), unit)
    if words[-1] == "1/2" and unit == "Y":
        value = f"P{number}Y6M"
    return Meaning("DURATION", value, mod=mod_of(hit))


_BEFORE_VERB = listed("would will could should may might can must to not only")
_MODALS = listed("will would could may might can")
_RATE = frozenset(
    {"times", "once", "twice", "share", "barrels", "percent", "%", "tons", "million", "billion", "dollars"}
)


def _is_counted(hit: Hit) -> bool:
    """Whether so many things stand before "a week", which then tells a rate: "four flights a week"."""
    noun = hit.before()
    if not (noun.endswith("s") and noun.islower()):
        return False
    numbers = [hit.before(n) for n in (2, 3)]
    return any(word[:1].isdecimal() or word.lower() in NUMBERS for word in numbers)


_SHARES = listed("quarter quarters third thirds half part parts most rest much fraction")


def one_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "a week", "an hour": a length, unless it is a rate ("$2 a year")."""
    before = hit.before()
    if before.lower() == "of" and hit.before(2).lower() in _SHARES:
        return None  # "a quarter of a century"
    if _is_counted(hit) or (hit.next_class == "-" and hit.lexemes.is_joined(hit.last)):
        return None  # "four flights a week", "a week-long push"
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
    if hit.before().lower() == "as":
        return None  # "the second in as many days"
    if hit.has("of") and "couple" in hit.words("vague"):
        return Meaning("DURATION", period("2", unit), mod="APPROX")
    return Meaning("DURATION", f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}", mod=mod_of(hit))


def unit_long(hit: Hit, context: Context) -> Meaning | None:
    """ "day-long", "decades-long", "weeklong"."""
    word = hit.word("unit") or hit.word("long").removesuffix("long")
    return Meaning("DURATION", period("X" if word not in UNITS else "1", unit_of(word)))


def bare_units(hit: Hit, context: Context) -> Meaning | None:
    """ "for years", "in months", "weeks": a plural unit after a word that makes it a length."""
    front, behind = hit.before().lower(), hit.after().lower()
    if hit.has("the"):
        is_length = behind == "ahead" or (front in ("over", "through") and not behind[:1].isalpha())
        return vague_duration(hit, context) if is_length else None  # "over the years", "in the weeks ahead"
    if behind == "of" and front.endswith(("ed", "ing")) and unit_of(hit.word("unit")) in _LONG:
        return vague_duration(hit, context)
    if front not in (
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


_LONG = frozenset({"D", "W", "M", "Y", "E", "C"})


def half_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "half a year", "half an hour", "half-century"."""
    if hit.has("quarter"):
        return Meaning("DURATION", "P25Y", mod=mod_of(hit)) if unit_of(hit.word("unit")) == "C" else None
    value = {"Y": "P6M", "TH": "PT30M", "C": "P50Y", "E": "P5Y", "D": "PT12H", "M": "P15D", "TM": "PT30S"}.get(
        unit_of(hit.word("unit"))
    )
    return Meaning("DURATION", value, mod=mod_of(hit)) if value else None


def term(hit: Hit, context: Context) -> Meaning | None:
    """ "his first term", "the current administration's term": some years, of which nobody says here when they begin and end."""
    if "term" not in (hit.word("term"), hit.word("term2")) or hit.after() == "-" or hit.before() == "-":
        return None
    front, behind = hit.before().lower(), hit.after().lower()
    is_owned = front in _OWNERS or hit.lexemes.classes[max(hit.first - 1, 0)] == "s" or hit.has("whose")
    if not (is_owned or (behind in ("in", "as") and hit.after(2).lower() in ("office", "power", "president", "a"))):
        return None
    return Meaning("DURATION", "PXY")


_OWNERS = listed("his her their its whose my our your")


_AFTER_PAST = listed(
    "and or but when where as is was were has had to by for with that it he she they we i it's there both"
)


def reference(hit: Hit, context: Context) -> Meaning | None:
    """ "now", "recently", "the near future": the present, the past or the future as a whole."""
    value = REFERENCES.get(" ".join(hit.words("reference")))
    if hit.next_class == "-" and hit.lexemes.is_joined(hit.last):
        return None  # "the now-cancelled deal", "soon-to-open"
    if hit.word("reference") == "recent" and hit.before().lower() == "most":
        return None  # "their most recent round" is one of them
    if hit.word("reference") in ("soon", "shortly") and hit.after().lower() in (
        "after",
        "before",
        "as",
        "thereafter",
        "afterward",
    ):
        return None
    if hit.word("reference") == "future" and hit.after().lower() == "of":
        return None  # "the future of the pact"
    if hit.word("reference") == "past" and hit.after()[:1].islower() and hit.after() not in _AFTER_PAST:
        return None
    return Meaning("DATE", value, is_vague=True) if value else None


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
        "and-a-half-unit",
        rf"{PRE}(?P<num>n)-r-a-H-(?P<unit>u)",
        and_a_half,
        yes=("It was a [two-and-a-half-hour] call.",),
    ),
    Rule(
        "half a unit",
        rf"{PRE}(?:H(?:a|-)|a?(?P<quarter>q)(?:-|fa)?)(?P<unit>u)",
        half_unit,
        yes=("It took [half a year] to agree.", "A [half-hour] call.", "It took [a quarter of a century]."),
        no=("It rained for half the day.",),
    ),
    Rule(
        "term of office",
        r"(?P<pre>)(?:(?:d?(?P<rel>[tlx])|d)(?P<whose>2)s(?P<term>R)|(?:o|[lxt])(?P<term2>R))",
        term,
        yes=("It fell in his [first term].", "It must end within [the current administration's term]."),
        no=("It is a first term paper.",),
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
        r"(?P<pre>)(?P<the>d)?(?P<unit>[UQ])",
        bare_units,
        yes=(
            "They fought for [decades].",
            "It grew over [the years].",
            "They feared [months] of talks.",
        ),
        no=("The years that followed were dull.",),
    ),
)
