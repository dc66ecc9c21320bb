"""What tells the years to which an undated document can belong: "the first in eight years, after the one of October 2017",
"the 70th anniversary of the treaty of 1953", "Tuesday, Nov. 4". Each clue rests on a span of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from memcon.annotate.timexes.lexicon import ORDINALS, WEEKDAYS, listed, number_of
from memcon.annotate.timexes.tense import TenseAt
from memcon.domain.dates import day_of, find_dates, interval_of
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
    """`fits` says whether the document can be of a given day; `reach` how many years after the latest that the text names it may be
    trusted. `year` is the year where the clue names it. A clue that only `excludes` supports no year by itself: a weekday comes round
    again, and the latest year that news names is its own or the one before in a third of the articles only."""

    fits: Callable[[date], bool]
    span: Span
    reach: int = 1
    year: int | None = None
    excludes: bool = False


def yearless_days(times: Sequence[Timex]) -> Iterator[Timex]:
    return (t for t in times if t.type == "DATE" and re.fullmatch(r"XXXX-[0-9]{2}-[0-9]{2}", t.value))


_SERIAL = re.compile(r"(?<![\w/–-])((?:19|20)[0-9]{2})[-/](0?[1-9]|1[0-2])[-/–][A-Z]{1,4}[-/–]?[0-9]{1,5}(?![0-9])")
_NEAR = 3
"""Days between the date over a release and its dateline."""


def head_dates(clues: Clues) -> Iterator[YearClue]:
    """ "Evening update, March 12, 2011" or "No. 2011-03-S-038" over "KABUL (March 12)": the head says the year of the dateline's day. A
    date counts within three days of the dateline's, a release's number when its month is the dateline's."""
    if clues.dateline is None or clues.dateline.date is None:
        return
    head, month, day = clues.dateline.span.start, int(clues.dateline.date[5:7]), int(clues.dateline.date[8:10])
    for span, edtf in find_dates(clues.text[: min(head, _MAX_HEAD)]):
        full = interval_of(edtf)
        if full is None or not full.is_day:
            continue
        own = day_of(full.start.year, month, day)
        if own is not None and abs((own - full.start).days) <= _NEAR:
            yield YearClue(_in_year(own.year), span, year=own.year)
    for match in _SERIAL.finditer(clues.text, 0, min(head, _MAX_HEAD)):
        if int(match[2]) == month:
            yield YearClue(_in_year(int(match[1])), Span(*match.span()), year=int(match[1]))


_MAX_HEAD = 1500

_FIRST_IN = re.compile(
    r"\b(?:first|last)\b[^.!?;\n0-9]{0,60}?\b(?:in|for) (?P<number>[a-z]+(?:-[a-z]+)?|[0-9]{1,2}) years\b",
    re.IGNORECASE,
)


def elapsed_years(clues: Clues) -> Iterator[YearClue]:
    """ "The first visit in eight years, following that of October 2017": the years between are counted in full, so the document is
    at least eight years younger, give or take the rounding of a few months, and not nine."""
    for match in _FIRST_IN.finditer(clues.text):
        number = number_of(tuple(match["number"].lower().replace("-", " - ").split()))
        timex = _first_past_date(clues, match.end(), reach=250)
        since = interval_of(timex.edtf or "") if timex else None
        if (
            number
            and timex
            and since
            and re.search(r"\b(?:since|following|after)\b", clues.text[match.end() : timex.span.start])
        ):
            yield YearClue(
                _elapsed(since.start, since.end, number), Span(match.start(), timex.span.end), reach=number + 1
            )


def _is_past_date(timex: Timex) -> bool:
    return (
        timex.type == "DATE"
        and timex.anchor == "none"
        and re.match(r"[12][0-9]{3}(?:-[0-9]{2})?", timex.value) is not None
    )


def _elapsed(start: date, end: date, number: int) -> Callable[[date], bool]:
    def fits(day: date) -> bool:
        return number - 0.35 <= (day - start).days / 365.25 and (day - end).days / 365.25 <= number + 0.85

    return fits


_ANNIVERSARY = re.compile(r"\b(?P<number>[0-9]{1,3}(?:st|nd|rd|th)|[a-z]+)(?:-year)? anniversary of\b", re.IGNORECASE)
_YEARS_AGO = re.compile(
    r"(?<![A-Za-z])(?P<rough>[A-Za-z]*),? ?\b(?P<number>[a-z]+|[0-9]{1,3}) years ago,? (?:in|on|in the)\b",
    re.IGNORECASE,
)
_ROUGH = listed("about around nearly almost over than some roughly approximately least or")
_ELSEWHERE = re.compile(r"\b(?:next|last|previous|following|earlier|in [12][0-9]{3}|that) ?(?:year|$)", re.IGNORECASE)


def anniversaries(clues: Clues) -> Iterator[YearClue]:
    """ "The 70th anniversary of the treaty of 1953": told in the year in which it is kept, unless the sentence says otherwise."""
    for match in _ANNIVERSARY.finditer(clues.text):
        word = match["number"].lower()
        number = int(word[:-2]) if word[0].isdecimal() else ORDINALS.get(word)
        timex = _first_past_date(clues, match.end())
        sentence = clues.text[max(0, match.start() - 120) : match.end()]
        if number and timex and not _ELSEWHERE.search(sentence):
            yield YearClue(_in_year(int(timex.value[:4]) + number), Span(match.start(), timex.span.end), reach=number)


def years_ago(clues: Clues) -> Iterator[YearClue]:
    """ "Eight years ago, in 2017": the year is the sum, where the number is not a rough one."""
    for match in _YEARS_AGO.finditer(clues.text):
        number = number_of((match["number"].lower(),))
        timex = _first_past_date(clues, match.end())
        is_next = timex is not None and timex.span.start <= match.end() + 5
        if number and timex and is_next and match["rough"].lower() not in _ROUGH:
            yield YearClue(_in_year(int(timex.value[:4]) + number), Span(match.start(), timex.span.end), reach=number)


def told_bounds(clues: Clues) -> Iterator[YearClue]:
    """ "They met on October 5, 2025 … will meet on November 28, 2025": between what is told as past and what is told as to come. Both
    are asked for, each with its year and month, so that one misread tense alone decides nothing."""
    exact = [(t, i) for t in clues.times if _is_past_date(t) and len(t.value) > 4 and (i := interval_of(t.value))]
    tensed = [(clues.tense_at(t.span.start, t.span.end), t, i) for t, i in exact]
    behind = max((i.start for tense, _, i in tensed if tense == "past"), default=None)
    ahead = min(
        ((i.end, t.span) for tense, t, i in tensed if tense == "future"), default=None, key=lambda pair: pair[0]
    )
    if behind is not None and ahead is not None and behind <= ahead[0]:
        yield YearClue(_between(behind, ahead[0]), ahead[1], reach=ahead[0].year - behind.year + 1)


def _between(first: date, last: date) -> Callable[[date], bool]:
    return lambda day: first <= day <= last


def _first_past_date(clues: Clues, place: int, reach: int = 120) -> Timex | None:
    """The first date with its year behind `place` in the same sentence."""
    stop = re.search(r"(?<![A-Z])[.!?][\"”]?\s+[A-Z]|\n", clues.text[place : place + reach])
    limit = place + (stop.start() if stop else reach)
    first = bisect_left(clues.times, place, key=lambda t: t.span.start)
    return next((t for t in islice(clues.times, first, first + 10) if t.span.start < limit and _is_past_date(t)), None)


def _in_year(year: int) -> Callable[[date], bool]:
    return lambda day: day.year == year


def weekday_days(clues: Clues) -> Iterator[YearClue]:
    """ "Tuesday, Nov. 4", "Tuesday (Nov. 4)": holds in one year out of five or six or eleven, so it excludes years and supports none."""
    for weekday, timex in bracketed_weekdays(clues):
        fits = _on_weekday(int(timex.value[5:7]), int(timex.value[8:10]), int(weekday.value[-1]))
        yield YearClue(fits, timex.span, excludes=True)
    for timex in yearless_days(clues.times):
        words = re.findall(r"[a-z]+", timex.text.lower())
        number = next((WEEKDAYS[w] for w in words if w in WEEKDAYS and w.endswith("day")), None)
        if number is not None:
            fits = _on_weekday(int(timex.value[5:7]), int(timex.value[8:10]), number)
            yield YearClue(fits, timex.span, excludes=True)


def bracketed_weekdays(clues: Clues) -> Iterator[tuple[Timex, Timex]]:
    """Weekdays and the month-days that stand beside them in brackets, on either side."""
    for one, other in pairwise(clues.times):
        if clues.text[one.span.end : other.span.start] not in (" (", "("):
            continue
        for weekday, day in ((one, other), (other, one)):
            if re.fullmatch(r"XXXX-WXX-[1-7]", weekday.value) and re.fullmatch(r"XXXX-[0-9]{2}-[0-9]{2}", day.value):
                yield weekday, day


def _on_weekday(month: int, day: int, weekday: int) -> Callable[[date], bool]:
    def fits(published: date) -> bool:
        days = [found for y in (-1, 0, 1) if (found := day_of(published.year + y, month, day))]
        nearest = min(days, key=lambda d: abs((d - published).days), default=None)
        return nearest is not None and nearest.isoweekday() == weekday

    return fits


YEAR_CLUES: tuple[Callable[[Clues], Iterator[YearClue]], ...] = (
    head_dates,
    elapsed_years,
    anniversaries,
    years_ago,
    told_bounds,
    weekday_days,
)
