"""What tells the year of an undated document: the head over its dateline, or "the first in eight years, after the one of October 2017".
Each clue rests on a span of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from memcon.annotate.timexes.lexicon import number_of
from memcon.annotate.timexes.tense import TenseAt
from memcon.domain.dates import day_of, interval_of
from memcon.domain.documents import Dateline
from memcon.domain.spans import Span
from memcon.domain.times import Timex


@dataclass(frozen=True, slots=True)
class Clues:
    """The text and what day and year clues are read from: its time expressions, none of them anchored."""

    text: str
    times: tuple[Timex, ...]
    tense_at: TenseAt
    dateline: Dateline | None = None
    """The document's dateline, if its day has no year."""


@dataclass(frozen=True, slots=True)
class YearClue:
    """`fits` says whether the document can be of a given day; `years` are the first and the last year that it tells of."""

    fits: Callable[[date], bool]
    span: Span
    years: tuple[int, int]


def yearless_days(times: Sequence[Timex]) -> Iterator[Timex]:
    return (t for t in times if t.type == "DATE" and re.fullmatch(r"XXXX-[0-9]{2}-[0-9]{2}", t.value))


_SERIAL = re.compile(r"(?<![\w/–-])((?:19|20)[0-9]{2})[-/](0?[1-9]|1[0-2])[-/–][A-Z]{1,4}[-/–]?[0-9]{1,5}(?![0-9])")
_NEAR = 3
"""Days between the date over a release and its dateline."""
_MAX_HEAD = 1500


def head_dates(clues: Clues) -> Iterator[YearClue]:
    """ "Evening update, March 12, 2011" or "No. 2011-03-S-038" over "KABUL (March 12)": the head says the year of the dateline's day. A
    date counts within three days of the dateline's, a release's number when its month is the dateline's."""
    if clues.dateline is None or clues.dateline.date is None:
        return
    head, month, day = clues.dateline.span.start, int(clues.dateline.date[5:7]), int(clues.dateline.date[8:10])
    for timex in clues.times:
        full = interval_of(timex.value) if timex.span.end <= min(head, _MAX_HEAD) else None
        own = day_of(full.start.year, month, day) if full is not None and full.is_day else None
        if full is not None and own is not None and abs((own - full.start).days) <= _NEAR:
            yield _in_year(own.year, timex.span)
    for match in _SERIAL.finditer(clues.text, 0, min(head, _MAX_HEAD)):
        if int(match[2]) == month:
            yield _in_year(int(match[1]), Span(*match.span()))


def _in_year(year: int, span: Span) -> YearClue:
    return YearClue(lambda day: day.year == year, span, (year, year))


_FIRST_IN = re.compile(
    r"\b(?:first|last)\b[^.!?;\n0-9]{0,60}?\b(?:in|for) (?P<number>[a-z]+(?:-[a-z]+)?|[0-9]{1,2}) years\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|following|after)\b")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][\"”]?\s+[A-Z]|\n")
_REACH = 250
"""How far (characters) behind the number of years the date of the last one is told."""


def elapsed_years(clues: Clues) -> Iterator[YearClue]:
    """ "The first visit in eight years, following that of October 2017": the years between are counted in full, so the document is
    at least eight years younger, give or take the rounding of a few months, and not nine."""
    for match in _FIRST_IN.finditer(clues.text):
        number = number_of(tuple(match["number"].lower().replace("-", " ").split()))
        timex = _first_full_date(clues, match.end())
        since = interval_of(timex.edtf or "") if timex else None
        if number and timex and since and _SINCE.search(clues.text, match.end(), timex.span.start):
            years = since.start.year + number, since.end.year + number + 1
            yield YearClue(_elapsed(since.start, since.end, number), Span(match.start(), timex.span.end), years)


def _first_full_date(clues: Clues, place: int) -> Timex | None:
    """The first date with its year behind `place` in the same sentence."""
    stop = _SENTENCE_END.search(clues.text, place, place + _REACH)
    limit = stop.start() if stop else place + _REACH
    times = clues.times[bisect_left(clues.times, place, key=lambda t: t.span.start) :][:_LOOKED_AT]
    return next((t for t in times if t.span.start < limit and _is_full_date(t)), None)


_LOOKED_AT = 10


def _is_full_date(timex: Timex) -> bool:
    return timex.type == "DATE" and re.match(r"[12][0-9]{3}(?!/)", timex.value) is not None


def _elapsed(start: date, end: date, number: int) -> Callable[[date], bool]:
    def fits(day: date) -> bool:
        return number - 0.35 <= (day - start).days / 365.25 and (day - end).days / 365.25 <= number + 0.85

    return fits


YEAR_CLUES: tuple[Callable[[Clues], Iterator[YearClue]], ...] = (head_dates, elapsed_years)
