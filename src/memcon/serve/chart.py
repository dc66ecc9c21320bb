"""The chart of the timeline: how many events there are by year or month, at once and without a script; and the events of the window in view, or their number by period where they are many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from memcon.domain.dates import Interval
from memcon.domain.views import EventView
from memcon.ledger.asked import window_of
from memcon.report.layout import visible
from memcon.report.phrases import status_words
from memcon.serve import answering, answers
from memcon.serve.answering import here_of
from memcon.serve.asked import MOST, Day, TimelineAsked
from memcon.serve.desk import Desk
from memcon.serve.shown import Here, day_words, status_style, when_of
from memcon.spread import Period, Unit, clipped, spread, unit_for, whole_span
from memcon.store.ledger import LedgerStore

DRAWN = 150
"""Events that are drawn one by one; where a window has more, they are counted by period."""

BARS, PERIODS = 40, 62
"""Periods that the overview and a window of the chart show at most, as far as years are not more."""

EARLIEST, LATEST = date(1000, 1, 1), date(2200, 1, 1)
"""What lies outside is drawn at these days."""

FEW_DAYS = 3
"""A window so short has no finer periods: the first events of it are drawn."""

charts = APIRouter(include_in_schema=False, dependencies=[Depends(answering.check_unchanged)])


class ChartAsked(TimelineAsked):
    """The events of a window of the chart."""

    first: Day = None
    last: Day = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A period of the overview: how many events, how high of 100, and the address of its timeline; of one without events it is not shown."""

    words: str
    count: int
    height: int
    href: str


def overview(desk: Desk, here: Here, asked: TimelineAsked) -> list[Bar]:
    """The events that fit by year, or by month where they are of a year or two; nothing where there is but one period."""
    if asked.process is not None:
        return []
    found = desk.remember(_overview, asked.model_copy(update={"after": None, "limit": None, "order": None}))
    if len(found) < 2:
        return []
    most = max(period.count for period in found)
    return [
        Bar(
            words=day_words(period.when),
            count=period.count,
            height=max(2, round(100 * period.count / most)) if period.count else 0,
            href=here.same(after=None, since=period.when, until=period.when),
        )
        for period in _without_gaps(found)
    ]


def _without_gaps(found: tuple[Period, ...]) -> tuple[Period, ...]:
    """Also the periods of which nothing is told, so that two that stand side by side follow each other; unless these are more than there is room for."""
    numbered = {_number(period.when): period for period in found}
    first, last = min(numbered), max(numbered)
    if last - first >= BARS:
        return found
    is_years = len(found[0].when) == 4
    words = (f"{n:04}" if is_years else f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1))
    return tuple(numbered.get(_number(when)) or Period(when=when, count=0) for when in words)


def _number(when: str) -> int:
    """A year, or a month, counted on."""
    return int(when) if len(when) == 4 else int(when[:4]) * 12 + int(when[5:]) - 1


def _overview(book: LedgerStore, asked: TimelineAsked) -> tuple[Period, ...]:
    by_year = _spread(book, "year", asked, asked.since, asked.until)
    days = whole_span(by_year)
    clip = days and clipped(days, asked.since, asked.until)
    unit = "year" if clip is None else max(unit_for(clip, BARS), "month", key=("day", "month", "year").index)
    return by_year if unit == "year" else _spread(book, unit, asked, asked.since, asked.until)


def _spread(
    book: LedgerStore, unit: Unit, asked: TimelineAsked, since: str | None, until: str | None
) -> tuple[Period, ...]:
    return tuple(
        p
        for p in spread(book, unit, **answers.fits(asked), about=answers.topic(book, asked), since=since, until=until)
        if p.days.start >= EARLIEST
    )


def window(events: tuple[EventView, ...], asked: TimelineAsked) -> tuple[str, str] | None:
    """The days with which the chart begins: those on which the events of the page begin, as far as they are asked for; without a few far from all others, before or behind which
    it would show next to nothing."""
    days = window_of(asked.since, asked.until) or Interval(EARLIEST, LATEST)
    first = max(days.start, EARLIEST)
    starts = sorted(min(max(e.interval.start, first), LATEST) for e in events if e.interval is not None)
    if not starts:
        return None
    begin, end = thick_of(starts)
    return begin.isoformat(), end.isoformat()


def thick_of(days: list[date]) -> tuple[date, date]:
    """The first and the last of these (sorted) days, or of the nine in ten that are closest together, where these take up a third of the time or less."""
    kept = len(days) - len(days) // 10
    begin, end = min(zip(days, days[kept - 1 :], strict=False), key=lambda span: span[1] - span[0])
    return (begin, end) if 3 * (end - begin) <= days[-1] - days[0] else (days[0], days[-1])


@charts.get("/timeline/items.json")
def chart_items(request: Request, asked: Annotated[ChartAsked, Query()]) -> Response:
    """The events of the window that have a time, in short, or how many they are by period; `first` and `last` are the window's days."""
    book = request.app.state.desk.book
    view = window_of(asked.first, asked.last) or Interval(EARLIEST, LATEST)
    days = clipped(view, asked.since, asked.until)
    if days is None:
        return answering.data(request, {"items": [], "periods": []})
    since, until = days.start.isoformat(), days.end.isoformat()
    count = partial(_spread, book, asked=asked, since=since, until=until)
    periods = () if days.days <= FEW_DAYS else count(unit_for(days, PERIODS))
    if sum(period.count for period in periods) > DRAWN:
        return answering.data(request, {"items": [], "periods": [_period(p) for p in periods]})
    asked = asked.model_copy(update={"since": since, "until": until, "limit": MOST, "after": None, "order": None})
    found = answers.timeline(book, asked, has_actors=False).items
    here = here_of(request)
    items = [_item(e, here.link(f"/events/{e.id}")) for e in found if e.interval is not None]
    return answering.data(request, {"items": items, "periods": []})


def _period(period: Period) -> dict[str, Any]:
    days = period.days
    return {
        "id": period.when,
        "start": days.start.isoformat(),
        "end": days.end.isoformat(),
        "count": period.count,
        "title": f"{day_words(period.when)}: {period.count} events",
    }


def _item(event: EventView, href: str) -> dict[str, Any]:
    when = event.interval
    assert when is not None
    start, end = max(when.start, EARLIEST), min(when.end, LATEST)
    label = visible(event.label)
    status = status_words(event.status) if event.status else "status open"
    return {
        "id": event.id,
        "start": start.isoformat(),
        "end": end.isoformat() if end > start else None,
        "label": label if len(label) <= 60 else label[:58] + "…",
        "title": f"{label}: {status}, {when_of(event)}",
        "style": status_style(event.status),
        "rank": start.toordinal(),
        "href": href,
    }
