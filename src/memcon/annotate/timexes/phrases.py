"""What phrases of all kinds share: the words before a date, and the meaning they make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from memcon.annotate.timexes.calendar import edtf_of_value, widen
from memcon.annotate.timexes.engine import Hit, Meaning
from memcon.annotate.timexes.lexicon import MODIFIERS, MONTH_NUMBERS
from memcon.domain.dates import day_of
from memcon.lexicon import words


def mod_of(hit: Hit) -> str | None:
    """The TIMEX3 modifier that the words before a date give."""
    for word in hit.words("pre"):
        if word in MODIFIERS:
            return MODIFIERS[word]
    return None


def dated(hit: Hit, value: str, anchor: str = "none", *, unit: str = "D") -> Meaning:
    """A DATE with the modifier of the phrase; an approximate one covers a unit more on either side."""
    mod = mod_of(hit)
    edtf = widen(edtf_of_value(value), unit) if mod == "APPROX" else None
    return Meaning("DATE", value, edtf=edtf, anchor="document" if anchor == "document" else "none", mod=mod)


def month_number(word: str) -> int:
    return MONTH_NUMBERS[word.rstrip(".")]


def existing_day(year: int, month: int, day: int) -> date | None:
    return day_of(year, month, day) if 1 <= year <= 9999 else None


def has_impossible_day(hit: Hit) -> bool:
    """Whether a number stands where the day would: "31 February" is no date, and no February either."""
    before = hit.before(2) if hit.before() == "-" and hit.lexemes.is_joined(hit.first - 1) else hit.before()
    return len(before) <= 2 if before.isdecimal() else before[:-2].isdecimal()


def day_of_value(value: str | None) -> date | None:
    """The day that a DATE or TIME value names, None when it is not one day."""
    if value is None:
        return None
    edtf = edtf_of_value(value)
    return date.fromisoformat(edtf) if edtf and len(edtf) == 10 and edtf[4] == "-" and edtf[:4] != "XXXX" else None


_FUNCTION = words("function_word") - {"of"}


def is_alone(hit: Hit) -> bool:
    """Whether no noun follows, as it does in "in a Friday statement", nor what it is of, as in "the 27th of them"."""
    return not hit.behind[:1].isalpha() or hit.behind in _FUNCTION


def nearest(days: Iterable[date | None], published: date) -> date | None:
    """The day nearest to `published`, None when there is none."""
    return min((day for day in days if day), key=lambda day: abs((day - published).days), default=None)


def nearest_century(published: date, tail: int) -> int:
    """The year that ends in `tail` and lies nearest to `published`."""
    this = published.year
    return min((this // 100 * 100 + tail + c for c in (-100, 0, 100)), key=lambda year: abs(year - this))
