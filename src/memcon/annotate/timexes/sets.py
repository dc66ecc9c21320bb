"""Repeated times (TIMEX3 sets): "every two years", "each Monday", "twice a year", "annually"."""

from __future__ import annotations

from memcon.annotate.timexes.durations import period
from memcon.annotate.timexes.engine import Context, Hit, Meaning, Meanings, unless
from memcon.annotate.timexes.lexicon import (
    DAY_PARTS,
    MONTH_NUMBERS,
    SEASONS,
    number_of,
    ordinal_of,
    unit_of,
    weekday_of,
)
from memcon.annotate.timexes.unit_vetoes import NO_ADVERB
from memcon.lexicon import values

_HOW_OFTEN = values("how_often")


def repeated(hit: Hit, context: Context) -> Meaning | None:
    """ "every two years", "each month", "daily"."""
    unit = unit_of(hit.word("unit"))
    number = number_of(hit.words("num")) if hit.has("num") else 1
    if hit.has("vague"):
        return Meaning("SET", f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}")
    if hit.has("other"):
        number = 2 if hit.word("other") == "other" else ordinal_of(hit.word("other")) or 0
        if not 2 <= number <= 5:
            return None
    return Meaning("SET", period(str(number), unit)) if number else None


def rate(hit: Hit, context: Context) -> Meaning | None:
    """ "twice a year", "three times a week": a set, of which TIMEX3's value has the period."""
    if hit.word("times") == "times" and not hit.has("num"):
        return None
    return Meaning("SET", period("1", unit_of(hit.word("unit"))))


def repeated_day(hit: Hit, context: Context) -> Meaning | None:
    """ "every Friday", "Mondays"."""
    return Meaning("SET", f"XXXX-WXX-{weekday_of(hit.word('week'))}")


def repeated_part(hit: Hit, context: Context) -> Meaning | None:
    """ "Saturday evenings"."""
    part = DAY_PARTS.get(hit.word("part").removesuffix("s"))
    return Meaning("SET", f"XXXX-WXX-{weekday_of(hit.word('week'))}{part}") if part else None


def repeated_season(hit: Hit, context: Context) -> Meaning | None:
    """ "each spring", "every weekend", "every Friday night"."""
    if hit.has("season"):
        return Meaning("SET", f"XXXX-{SEASONS[hit.word('season')]}")
    if hit.has("part"):
        day = f"XXXX-WXX-{weekday_of(hit.word('week'))}" if hit.has("week") else "XXXX-XX-XX"
        return Meaning("SET", f"{day}{DAY_PARTS[hit.word('part')]}")
    return Meaning("SET", "XXXX-WXX-WE")


def repeated_month(hit: Hit, context: Context) -> Meaning | None:
    return Meaning("SET", f"XXXX-{MONTH_NUMBERS[hit.word('month').rstrip('.')]:02}")


@unless(*NO_ADVERB)
def adverb(hit: Hit, context: Context) -> Meaning | None:
    """ "annually", "daily": not as adjectives ("a daily newspaper")."""
    return Meaning("SET", _HOW_OFTEN[hit.word("adverb").replace("-", "")])


MEANINGS: Meanings = {
    f.__name__: f for f in (rate, repeated, repeated_season, repeated_month, repeated_day, repeated_part, adverb)
}
"""What the rules of this file's phrases may name."""
