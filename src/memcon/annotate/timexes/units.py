"""The units of time, by the letters that TIMEX3 has for them (TH, TM and TS are those of the clock): how long each is, and what rules ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of time.

    `unknown` is the value of one that nothing anchors. `days` or `months` is how far it is from one to the next, `longest` the longest that it can be, in
    days: what is known less exactly than the unit cannot be counted on from in that unit. `and_a_half` is the form of lengths "and a half";
    `has_fractions`: TIMEX3 can write 2.5 of them. `is_placed`: the calendar says which one a day lies in ("this week", but no fortnight);
    `is_plain`: things are dated by it as well as measured (no decade); `is_of_days`: it is a day, or days of one week.
    """

    unknown: str = "XXXX"
    days: int | None = None
    months: int | None = None
    longest: int = 1
    and_a_half: str = ""
    has_fractions: bool = True
    is_placed: bool = False
    is_plain: bool = False
    is_of_days: bool = False


_CLOCK = "XXXX-XX-XXTXX"
_UNITS: Mapping[str, Unit] = {
    "TS": Unit(unknown=_CLOCK),
    "TM": Unit(unknown=_CLOCK, and_a_half="T{}M30S"),
    "TH": Unit(unknown=_CLOCK, and_a_half="T{}H30M"),
    "D": Unit(unknown="XXXX-XX-XX", days=1, longest=1, is_placed=True, is_plain=True, is_of_days=True),
    "WE": Unit(unknown="XXXX-WXX-WE", days=7, longest=7, is_placed=True, is_of_days=True),
    "W": Unit(unknown="XXXX-WXX", days=7, longest=7, is_placed=True, is_plain=True),
    "2W": Unit(unknown="XXXX-WXX", days=14, longest=14, has_fractions=False),
    "M": Unit(unknown="XXXX-XX", months=1, longest=31, and_a_half="{}M15D", is_placed=True, is_plain=True),
    "Q": Unit(unknown="XXXX-QX", months=3, longest=92, is_placed=True),
    "H": Unit(unknown="XXXX-HX", months=6, longest=184, has_fractions=False, is_placed=True),
    "Y": Unit(unknown="XXXX", months=12, longest=366, and_a_half="{}Y6M", is_placed=True, is_plain=True),
    "E": Unit(unknown="XXX", months=120, longest=3653, has_fractions=False, is_placed=True),
    "C": Unit(unknown="XX", months=1200, longest=36525, is_placed=True),
}
_OTHER = Unit()
"""A millennium, and what is no unit."""


def unit_named(letters: str) -> Unit:
    """The unit of those letters."""
    return _UNITS.get(letters, _OTHER)
