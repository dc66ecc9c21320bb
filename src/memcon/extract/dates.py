"""Dates as lines about a text write them: in figures, or a month by its name. Time expressions in running text are the business of
`memcon.annotate.timexes`; here a line is asked whether it is a date line or a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from memcon.domain.dates import day_of
from memcon.domain.spans import Span
from memcon.extract.phrases import one_of
from memcon.lexicon import values

MONTH_NUMBERS = values("month")
"""Month names and their abbreviations, lower case and without a full stop, to 1 to 12."""

_MONTH = one_of(MONTH_NUMBERS)
_NAMED = {number: max((n for n, of in MONTH_NUMBERS.items() if of == number), key=len) for number in range(1, 13)}
MONTHS = one_of(_NAMED.values())
"""A pattern for the months by their whole names, MONTH_STEMS for their first three letters."""
MONTH_STEMS = one_of(name[:3] for name in _NAMED.values())

_DAYS = values("weekday")
WEEKDAYS = one_of(d for d in _DAYS if len(d) > 5)
"""A pattern for the days of the week by their whole names, SHORT_WEEKDAYS for their first three letters."""
SHORT_WEEKDAYS = one_of(d for d in _DAYS if len(d) == 3)
ANY_WEEKDAY = one_of(_DAYS)
_DAY = r"[0-9]{1,2}"
_YEAR = r"[12][0-9]{3}"
_TO = r"\ ?(?:-|–|—|to|and)\ ?"
_DATE = re.compile(
    rf"""(?<![\w/.:,-])(?:
      (?P<iy>[0-9]{{4}})(?P<sep>[-/.])(?P<im>[0-9]{{1,2}})(?P=sep)(?P<id>[0-9]{{1,2}})(?=T[0-9]{{2}}:|(?!\w|[-/.:][0-9]))
    | (?P<na>[0-9]{{1,2}})(?P<nsep>[-/.])(?P<nb>[0-9]{{1,2}})(?P=nsep)(?P<ny>[0-9]{{4}})(?!\w|[-/.:][0-9])
    | (?:the\ )?(?P<dd>{_DAY})(?:st|nd|rd|th)?(?:{_TO}(?P<dd2>{_DAY})(?:st|nd|rd|th)?)?[ -](?:of\ )?(?P<dm>{_MONTH})(?!\w)\.?(?:,?[ -](?P<dy>{_YEAR})(?![\w%]))?
    | (?P<mm>{_MONTH})(?!\w)\.?\ (?P<md>{_DAY})(?:st|nd|rd|th)?(?!\w|[:.,][0-9]|%)(?:{_TO}(?P<md2>{_DAY})(?:st|nd|rd|th)?(?![\w]))?(?:,?\ (?P<my>{_YEAR})(?![\w%]))?
    | (?P<om>{_MONTH})(?!\w)\.?(?:,?\ |\ of\ )(?P<oy>{_YEAR})(?![\w%])
    )""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def find_dates(text: str) -> tuple[tuple[Span, str], ...]:
    """The absolute dates in `text`, in order, with their EDTF.

    Days and months in words and figures ("16 Dec. 2025", "Dec 16, 2025", "2025-12-16", "2025.12.16", "November 2018",
    "3-5 November 2025"); a day without its year is `XXXX-11-03`. Figures whose order is open ("03/11/2025") and days that no
    calendar has are left out, as are bare years. Time linear in the text's length.
    """
    return tuple(_read_dates(text))


def _read_dates(text: str) -> Iterator[tuple[Span, str]]:
    for match in _DATE.finditer(text):
        edtf = _edtf_of(match.groupdict())
        if edtf is not None:
            yield Span(*match.span()), edtf


def _edtf_of(part: Mapping[str, str | None]) -> str | None:
    """The EDTF of a match's parts, in figures or with the month's name."""
    if part["iy"] or part["ny"]:
        return _in_figures(part)
    name, day, last, year = (_told(part, *groups) for groups in _BY_NAME)
    if name is None or (name.islower() and not (day and year)):  # "may 5" in running text is hardly a date
        return None
    return _named_edtf(year, MONTH_NUMBERS[name.lower()], day, last)


def _in_figures(part: Mapping[str, str | None]) -> str | None:
    """The day of a date that begins with its year, or ends with it."""
    if year := part["iy"]:
        return _day_edtf(year, int(part["im"] or 0), part["id"] or "")
    return _figures_edtf(int(part["na"] or 0), int(part["nb"] or 0), part["ny"] or "")


_BY_NAME = (("dm", "mm", "om"), ("dd", "md"), ("dd2", "md2"), ("dy", "my", "oy"))
"""The groups of a date with the month's name: its month, day, last day and year, by where the month stands."""


def _told(part: Mapping[str, str | None], *groups: str) -> str | None:
    """The first of some parts that the date has."""
    return next((told for group in groups if (told := part[group])), None)


def _figures_edtf(first: int, second: int, year: str) -> str | None:
    """The day of "16/12/2025" or "12/16/2025", None when both orders are possible."""
    if first > 12 or first == second:
        return _day_edtf(year, second, str(first))
    return _day_edtf(year, first, str(second)) if second > 12 else None


def _named_edtf(year: str | None, month: int, day: str | None, last: str | None) -> str | None:
    if day is None:
        return f"{year}-{month:02}"
    first = _day_edtf(year, month, day)
    if first is None or last is None:
        return first
    second = _day_edtf(year, month, last)
    return f"{first}/{second}" if second is not None and int(day) < int(last) else None


def _day_edtf(year: str | None, month: int, day: str) -> str | None:
    """`2025-11-03`, or `XXXX-11-03` without a year; None when there is no such day."""
    found = day_of(int(year) if year else 2000, month, int(day))
    if found is None:
        return None
    return found.isoformat() if year else f"XXXX-{found:%m-%d}"
