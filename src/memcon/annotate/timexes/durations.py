"""Lengths of time, and words that name the past, present or future as a whole."""

from __future__ import annotations

from memcon.annotate.timexes.ago import count_of
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import REFERENCES, UNITS, number_of, unit_of
from memcon.annotate.timexes.phrases import mod_of
from memcon.annotate.timexes.unit_vetoes import NO_DURATION, NO_REFERENCE, NO_TERM, NO_UNIT, NO_VAGUE_DURATION
from memcon.annotate.timexes.units import unit_named
from memcon.lexicon import words

_MODALS, _RATES, _TIMES_A_YEAR, _LENGTH_FRONT = (
    words("modal"),
    words("rate") | frozenset("%"),
    words("times_a_year"),
    words("length_front"),
)
_SPANNING = words("spanning")


def period(number: str, unit: str) -> str:
    """The TIMEX3 value of a length: `P8Y`, `PT2H`, `PXM`."""
    if unit == "2W" and number.isdecimal():
        return f"P{2 * int(number)}W"
    if unit == "E" and number.isdecimal():
        return f"P{10 * int(number)}Y" if int(number) > 1 else "P1E"
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"


@unless(*NO_DURATION)
def duration(hit: Hit, context: Context) -> Meaning | None:
    """ "eight years", "the past two months", "two-year": a number of units."""
    spoken, unit = hit.words("num"), unit_of(hit.word("unit"))
    if hit.word("unit") == "day" and count_of(hit) == 1 and hit.front in _MODALS:
        return Meaning("DATE", "FUTURE_REF", is_vague=True)  # "will one day be"
    is_fraction = len(spoken) == 1 and spoken[0].count(".") == 1
    value = _fraction(spoken[0], unit) if is_fraction else _whole(hit, spoken, unit)
    return Meaning("DURATION", value, mod=mod_of(hit)) if value is not None else None


def _fraction(number: str, unit: str) -> str | None:
    """The value of a length such as "2.5 years"."""
    return period(number, unit) if unit_named(unit).has_fractions else None


def _whole(hit: Hit, spoken: tuple[str, ...], unit: str) -> str | None:
    """The value of a length of whole units, or of years and a half."""
    has_half = spoken[-1] == "1/2"
    number = 1 if count_of(hit) == 1 else number_of(spoken[:-1] if has_half else spoken)
    if not number or unit == "H":
        return None
    return f"P{number}Y6M" if has_half and unit == "Y" else period(str(number), unit)


@unless(*NO_UNIT)
def one_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "a week", "an hour": a length, unless it is a rate ("$2 a year")."""
    if hit.front in _TIMES_A_YEAR:
        return Meaning("SET", f"P1{unit_of(hit.word('unit'))}")
    if hit.before()[:1].isdecimal() or hit.front in _RATES:
        return None
    return duration(hit, context)


def and_a_half(hit: Hit, context: Context) -> Meaning | None:
    """ "a year and a half", "two and a half years"."""
    number, form = count_of(hit), unit_named(unit_of(hit.word("unit"))).and_a_half
    return Meaning("DURATION", "P" + form.format(number), mod=mod_of(hit)) if number and form else None


@unless(*NO_VAGUE_DURATION)
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
    front, behind = hit.front, hit.behind
    if hit.has("the"):
        is_length = behind == "ahead" or (front in _SPANNING and not behind[:1].isalpha())
    else:
        unit = unit_named(unit_of(hit.word("unit")))
        is_of_them = behind == "of" and front.endswith(("ed", "ing")) and unit.is_placed
        is_length = is_of_them or front in _LENGTH_FRONT
    return vague_duration(hit, context) if is_length else None  # "over the years", "in the weeks ahead"


def half_unit(hit: Hit, context: Context) -> Meaning | None:
    """ "half a year", "half an hour", "half-century"."""
    if hit.has("quarter"):
        return Meaning("DURATION", "P25Y", mod=mod_of(hit)) if unit_of(hit.word("unit")) == "C" else None
    value = {"Y": "P6M", "TH": "PT30M", "C": "P50Y", "E": "P5Y", "D": "PT12H", "M": "P15D", "TM": "PT30S"}.get(
        unit_of(hit.word("unit"))
    )
    return Meaning("DURATION", value, mod=mod_of(hit)) if value else None


@unless(*NO_TERM)
def term(hit: Hit, context: Context) -> Meaning | None:
    """ "his first term", "the current administration's term": some years, of which nobody says here when they begin and end."""
    return Meaning("DURATION", "PXY")


@unless(*NO_REFERENCE)
def reference(hit: Hit, context: Context) -> Meaning | None:
    """ "now", "recently", "the near future": the present, the past or the future as a whole."""
    value = REFERENCES.get(" ".join(hit.words("reference")))
    return Meaning("DATE", value, is_vague=True) if value else None


MEANINGS: Meanings = {
    f.__name__: f
    for f in (duration, unit_long, vague_duration, reference, one_unit, and_a_half, half_unit, term, bare_units)
}
"""What the rules of this file's phrases may name."""
