"""When an undated document was published, as far as its own words tell.

Clues are of two kinds. A *day clue* gives a month and day without a year ("the ministry said on November 3"); a *year clue* tells
which years it can belong to ("the first in eight years, after the one of October 2017"; "Tuesday, Nov. 4"). A date is inferred only
when all day clues agree and the year clues leave one year; else the document stays undated. Whatever is inferred rests on a span.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, pairwise

from memcon.annotate.timexes import find_times
from memcon.annotate.timexes.lexicon import WEEKDAYS, number_of
from memcon.annotate.timexes.tense import TenseAt, tense_by, tense_in
from memcon.domain.annotation import Token
from memcon.domain.dates import day_of, interval_of
from memcon.domain.documents import Document
from memcon.domain.spans import Span
from memcon.domain.times import Timex


@dataclass(frozen=True, slots=True)
class Clues:
    """The text and what day and year clues are read from: its time expressions, none of them anchored."""

    text: str
    times: tuple[Timex, ...]
    tense_at: TenseAt


@dataclass(frozen=True, slots=True)
class DayClue:
    """The text speaks on this month and day."""

    month: int
    day: int
    span: Span


@dataclass(frozen=True, slots=True)
class YearClue:
    """`fits` says whether the document can be of a given day; `reach` how many years after the latest that the text names it may be
    trusted: a weekday comes round again."""

    fits: Callable[[date], bool]
    span: Span
    reach: int = 1


def infer_published(document: Document, tokens: Sequence[Token] = ()) -> Document:
    """`document` with an inferred publication date; the same document when it has a date or its text does not imply one.

    The result has `published_basis` "inferred" and `published_span` the words that give the day.
    """
    if document.published is not None:
        return document
    found = infer_day(document.text, tokens)
    if found is None:
        return document
    day, span = found
    return replace(document, published=day.isoformat(), published_basis="inferred", published_span=span)


def infer_day(text: str, tokens: Sequence[Token] = ()) -> tuple[date, Span] | None:
    """The day that `text` implies it was published, with the words that name the day; None where it implies none."""
    tense_at = tense_by(tokens, tense_in(text)) if tokens else tense_in(text)
    clues = Clues(text, find_times(tokens, text, None), tense_at)
    if today := stated_today(clues):
        return today
    days = tuple(chain.from_iterable(clue(clues) for clue in DAY_CLUES))
    if len({(d.month, d.day) for d in days}) != 1:
        return None
    years = tuple(chain.from_iterable(clue(clues) for clue in YEAR_CLUES))
    if not years:
        return None
    first, last = _year_bounds(clues, years)
    fitting = [
        found
        for year in range(first, last + 1)
        if (found := day_of(year, days[0].month, days[0].day)) and all(clue.fits(found) for clue in years)
    ]
    if len(fitting) != 1 or not _is_in_keeping(fitting[0], clues):
        return None
    return fitting[0], days[0].span


# --- day clues -----------------------------------------------------------------------------------------------------

_REPORTS = r"said|says|told|announced|stated|reported|confirmed|revealed|disclosed|according to|added that|released|issued a statement|declared"
_REPORT_BEFORE = re.compile(rf"\b(?:{_REPORTS})\b[^.!?;\n0-9]{{0,70}}?\b(?:on )?$", re.IGNORECASE)
_REPORT_AFTER = re.compile(rf"^,?\s[^.!?;\n0-9“\"]{{0,80}}?\b(?:{_REPORTS})\b", re.IGNORECASE)


def reporting_days(clues: Clues) -> Iterator[DayClue]:
    """The day on which somebody "said", "announced", or which a text is "according to": news tells what was said that day.

    Background is told in the same words, so the day counts only in a text that names its days by date, not by weekday, and that names
    this day again, or one ahead of it. (On 1,100 dated articles of four sources the bare wording is right in half the cases.)
    """
    dated = {weekday.span for weekday, _ in _bracketed_weekdays(clues)}
    if any(t.value.startswith("XXXX-WXX-") and t.span not in dated for t in clues.times):
        return
    named = [t.value for t in _yearless_days(clues.times)]
    ahead = {
        t.value for t in _yearless_days(clues.times) if clues.tense_at(t.span.start, t.span.end) in ("future", "open")
    }
    for timex in _yearless_days(clues.times):
        if named.count(timex.value) < 2 and not any(value > timex.value for value in ahead):
            continue
        before = clues.text[max(0, timex.span.start - 90) : timex.span.start]
        after = clues.text[timex.span.end : timex.span.end + 100]
        is_opening = re.search(r"(?:^|[.\n”\"]\s*)On (?:[A-Z][a-z]+day, )?$", before) is not None
        if _REPORT_BEFORE.search(before) or (is_opening and _REPORT_AFTER.search(after)):
            yield _day_clue(timex)


def dateline_day(clues: Clues) -> Iterator[DayClue]:
    """The day in a dateline: "SEOUL, Nov. 3 (Agency) --"."""
    match = _DATELINE.search(clues.text[:1500])
    if match is None:
        return
    for timex in _yearless_days(clues.times):
        if timex.span.start in range(match.start("day"), match.end("day")):
            yield _day_clue(timex)


_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*[A-Z][A-Z .'-]{2,30}(?:, [A-Z][A-Za-z. ]{1,20})?, (?P<day>[A-Z][A-Za-z]{2,8}\.? [0-9]{1,2})(?: \([A-Z][^)\n]{1,40}\))? ?(?:--|—|–|-) "
)


def _yearless_days(times: Sequence[Timex]) -> Iterator[Timex]:
    return (t for t in times if t.type == "DATE" and re.fullmatch(r"XXXX-[0-9]{2}-[0-9]{2}", t.value))


def _day_clue(timex: Timex) -> DayClue:
    return DayClue(int(timex.value[5:7]), int(timex.value[8:10]), timex.span)


DAY_CLUES: tuple[Callable[[Clues], Iterator[DayClue]], ...] = (reporting_days, dateline_day)

_TODAY = re.compile(r"\b[Tt]oday(?:, | \(|, on )(?:[A-Z][a-z]+day, )?$")


def stated_today(clues: Clues) -> tuple[date, Span] | None:
    """The day of "today, November 3, 2025": the one place where a full date in running text is the writer's own day."""
    for timex in clues.times:
        interval = interval_of(timex.value) if timex.type == "DATE" else None
        if interval and interval.is_day and _TODAY.search(clues.text, 0, timex.span.start):
            return interval.start, timex.span
    return None


# --- year clues ----------------------------------------------------------------------------------------------------

_FIRST_IN = re.compile(
    r"\b(?:first|last)\b[^.!?;\n0-9]{0,60}?\b(?:in|for) (?P<number>[a-z]+(?:-[a-z]+)?|[0-9]{1,2}) years\b",
    re.IGNORECASE,
)


def elapsed_years(clues: Clues) -> Iterator[YearClue]:
    """ "The first visit in eight years, following that of October 2017": the years between are counted in full, so the document is
    at least eight years younger, give or take the rounding of a few months, and not nine."""
    for match in _FIRST_IN.finditer(clues.text):
        number = number_of(tuple(match["number"].lower().replace("-", " - ").split()))
        behind = [t for t in clues.times if match.end() <= t.span.start <= match.end() + 250 and _is_past_date(t)]
        stop = re.search(r"(?<![A-Z])[.!?][\"”]?\s+[A-Z]|\n", clues.text[match.end() : match.end() + 250])
        limit = match.end() + (stop.start() if stop else 250)
        for timex in behind[:1]:
            since = interval_of(timex.edtf or "")
            if (
                number
                and since
                and timex.span.start < limit
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


def weekday_days(clues: Clues) -> Iterator[YearClue]:
    """ "Tuesday, Nov. 4", "Tuesday (Nov. 4)": holds in one year out of five or six or eleven."""
    for weekday, timex in _bracketed_weekdays(clues):
        day = _day_clue(timex)
        yield YearClue(_on_weekday(day.month, day.day, int(weekday.value[-1])), timex.span)
    for timex in _yearless_days(clues.times):
        words = re.findall(r"[a-z]+", timex.text.lower())
        number = next((WEEKDAYS[w] for w in words if w in WEEKDAYS and w.endswith("day")), None)
        if number is not None:
            yield YearClue(_on_weekday(int(timex.value[5:7]), int(timex.value[8:10]), number), timex.span)


def _bracketed_weekdays(clues: Clues) -> Iterator[tuple[Timex, Timex]]:
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


YEAR_CLUES: tuple[Callable[[Clues], Iterator[YearClue]], ...] = (elapsed_years, weekday_days)


def _year_bounds(clues: Clues, years: Sequence[YearClue]) -> tuple[int, int]:
    """The first and last year that are looked at: from the latest year that the text names as past or present, as far as the clues go."""
    named = [
        int(t.value[:4])
        for t in clues.times
        if t.type in ("DATE", "TIME")
        and re.match(r"[12][0-9]{3}(?!/)", t.value)
        and clues.tense_at(t.span.start, t.span.end) != "future"
    ]
    latest = max(named, default=None)
    return (latest, latest + max(clue.reach for clue in years)) if latest is not None else (1, 0)


def _is_in_keeping(published: date, clues: Clues) -> bool:
    """Whether no day of the text contradicts: what happened is not after the document's day, what is to come not before."""
    for timex in _yearless_days(clues.times):
        day = day_of(published.year, int(timex.value[5:7]), int(timex.value[8:10]))
        tense = clues.tense_at(timex.span.start, timex.span.end)
        if day is None or abs((day - published).days) > 120:
            continue
        if (tense == "past" and day > published) or (tense == "future" and day < published):
            return False
    return True
