"""When something was so: EDTF strings (ISO 8601-2, level 0 with open ends and uncertainty marks) as ranges of days."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

EARLIEST, LATEST = "0000-01-01", "9999-12-31"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?")
_VAGUE_YEAR = re.compile(r"(\d{2})(\d|X)X[~?%]?")


@lru_cache(maxsize=8192)
def bounds(edtf: str) -> tuple[str, str]:
    """The first and the last day that `edtf` can mean, as `YYYY-MM-DD` (they compare as text). `..` reaches to `EARLIEST` or `LATEST`.

    Raises `ValueError` for a string that is no EDTF date or interval.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(edtf)
    start = EARLIEST if first in ("", "..") else _days(first)[0]
    end = LATEST if last in ("", "..") else _days(last)[1]
    if start > end:
        raise ValueError(f"ends before it starts: {edtf!r}")
    return start, end


def overlaps(valid: str | None, on: str | None) -> bool:
    """Whether something valid in `valid` can hold at some time of `on`. None means no limit."""
    if valid is None or on is None:
        return True
    start, end = bounds(valid)
    first, last = bounds(on)
    return start <= last and first <= end


def _days(date: str) -> tuple[str, str]:
    vague = _VAGUE_YEAR.fullmatch(date)
    if vague:
        century, decade = vague.groups()
        low, high = ("0", "9") if decade == "X" else (decade, decade)
        return f"{century}{low}0-01-01", f"{century}{high}9-12-31"
    match = _DATE.fullmatch(date)
    if not match:
        raise ValueError(f"not an EDTF date: {date!r}")
    year, month, day = match.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if 21 <= int(month) <= 24 and day is None:
        return _season(int(year), int(month))
    if not 1 <= int(month) <= 12:
        raise ValueError(f"no such month: {date!r}")
    length = monthrange(int(year), int(month))[1] if int(year) else 31
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{length}"
    if not 1 <= int(day) <= length:
        raise ValueError(f"no such day: {date!r}")
    return f"{year}-{month}-{day}", f"{year}-{month}-{day}"


def _season(year: int, code: int) -> tuple[str, str]:
    """Spring to winter (21-24) of the northern hemisphere, by whole months; winter runs into the next year."""
    month = 3 * (code - 20)
    end_year, end_month = (year, month + 2) if month + 2 <= 12 else (year + 1, month + 2 - 12)
    return f"{year:04}-{month:02}-01", f"{end_year:04}-{end_month:02}-{monthrange(end_year, end_month)[1]}"
