"""Times in words: "autumn 2025", "June 2025", "by 2025-06-15". A day stays as it is, so that lines of days can be compared at a look."""

from __future__ import annotations

import re
from calendar import month_name

_PARTS = {
    **dict(zip(range(21, 25), ("spring", "summer", "autumn", "winter"), strict=True)),
    **dict(zip(range(25, 29), ("spring", "summer", "autumn", "winter"), strict=True)),
    **dict(zip(range(29, 33), ("spring", "summer", "autumn", "winter"), strict=True)),
    **{33 + n: f"{which} quarter of" for n, which in enumerate(("first", "second", "third", "fourth"))},
    **{37 + n: f"{which} third of" for n, which in enumerate(("first", "second", "last"))},
    40: "first half of",
    41: "second half of",
}
"""EDTF level 1 and 2: parts of a year by their number."""

_UNTOLD = " of an untold year"

_QUALIFIED = {"~": "about", "?": "perhaps", "%": "perhaps about"}
_POINT = re.compile(r"([0-9X]{4})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?(T[^?~%]*)?([?~%]?)")


def date_words(edtf: str) -> str:
    """What an EDTF string says, in words; a string of another shape as it is."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if first in ("", ".."):
        return f"until {_point(last)}"
    if last in ("", ".."):
        return f"since {_point(first)}"
    if first.startswith("XXXX-") and last.startswith("XXXX-"):
        return _untold_year(first, last)
    return f"{_point(first)} to {_end(first, last)}"


def _end(first: str, last: str) -> str:
    """The end of a span of days without what its beginning says already: "2025-06-15 to 17"."""
    if len(first) == len(last) == 10 and first[:7] == last[:7] and "X" not in first + last:
        return last[8:]
    return _point(last)


def _untold_year(first: str, last: str) -> str:
    """A span of days in a year that is not told: "15 to 17 March of an untold year"."""
    begins, ends = _point(first).removesuffix(_UNTOLD), _point(last).removesuffix(_UNTOLD)
    begins = begins.partition(" ")[0] if first[:7] == last[:7] and first.count("-") == 2 else begins
    return f"{begins} to {ends}{_UNTOLD}"


def _point(point: str) -> str:
    match = _POINT.fullmatch(point)
    if match is None:
        return point
    year, month, day, _, qualifier = match.groups()
    words = _unqualified(year, month, day)
    return f"{_QUALIFIED[qualifier]} {words}" if qualifier else words


def _unqualified(year: str, month: str | None, day: str | None) -> str:
    shown = f"the {year[:3]}0s" if year.endswith("X") and year[:3].isdigit() else year
    shown = f"the century of {year[:2]}00" if year.endswith("XX") and year[:2].isdigit() else shown
    if year == "XXXX":
        shown = _UNTOLD.strip()
    if month in (None, "XX"):
        return shown
    number = int(month or 0)
    if number > 12:
        return f"{_PARTS[number]} {shown}" if number in _PARTS else f"{year}-{month}"
    if number < 1:
        return f"{year}-{month}"
    if day in (None, "XX"):
        return f"{month_name[number]} {shown}"
    return f"{year}-{month}-{day}" if year.isdigit() else f"{int(day or 0)} {month_name[number]} {shown}"
