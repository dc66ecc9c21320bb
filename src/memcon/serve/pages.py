"""The pages that are looked at, each with its data beside it (`.json`, and `.csv` for lists). They ask `answers` and fill a template; nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from memcon.codebook import load_codebook
from memcon.domain.spans import Span
from memcon.domain.views import ActorView, RecordView, Source
from memcon.ledger.conflicts import is_overdue
from memcon.report.dates import date_words
from memcon.report.layout import visible
from memcon.report.news import CAUSE_WORDS
from memcon.report.phrases import status_words
from memcon.report.rows import COLUMNS, documents_rows
from memcon.report.timeline import CSV_COLUMNS, csv_row
from memcon.serve import answering, answers, chart
from memcon.serve.answering import here_of
from memcon.serve.asked import MOST, ChangesAsked, DocumentsAsked, Paged, PathId, Point, SearchAsked, TimelineAsked
from memcon.serve.desk import Desk
from memcon.serve.notes import beside
from memcon.serve.shown import PATHS, brief, day_words, source_name

SEEN_COOKIE = "memcon_seen"
ABSENT_MINUTES = 30
"""Whoever comes back after so long pays another visit."""

open_pages = APIRouter(include_in_schema=False)
"""Pages that are made anew each time."""

pages = APIRouter(include_in_schema=False, dependencies=[Depends(answering.check_unchanged)])


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def found(request: Request, id: str, kind: str, point: Point) -> Any:
    """The record of that id, of that kind of page. Raises 404 for none; what goes by another id, or is of another kind, is at its own address: `MovedError`."""
    record = answers.record(desk_of(request).book, id, point)
    if record is None:
        raise HTTPException(404)
    if record_id(record) != id or PATHS[type(record).__name__] != kind:
        suffix = ".json" if request.url.path.endswith(".json") else ""
        ids = () if isinstance(record, Source) else record.ids
        merged = id if id in ids and id != record_id(record) else None
        prefix = "/api/v1" if request.url.path.startswith("/api/v1/") else ""
        address = f"{prefix}/{PATHS[type(record).__name__]}/{record_id(record)}{suffix}"
        raise MovedError(here_of(request).link(address, merged=None if prefix or suffix else merged))
    return record


class MovedError(Exception):
    """What is asked for is at another address."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def record_id(record: RecordView) -> str:
    return record.document if isinstance(record, Source) else record.id


def is_data(request: Request) -> bool:
    return request.url.path.endswith(".json")


def every(ask: Callable[[Any], answers.Page[Any]], asked: Paged) -> Iterator[answers.Page[Any]]:
    """Page after page, until all is there."""
    after = asked.after
    while True:
        given = ask(asked.model_copy(update={"limit": MOST, "after": after}))
        yield given
        if given.next is None:
            return
        after = given.next


@open_pages.get("/")
@open_pages.get("/index.json")
def home(request: Request, asked: Annotated[ChangesAsked, Query()]) -> Response:
    """What is new since the last visit, what is coming, the newest documents, numbers."""
    desk = desk_of(request)
    seen, visit = last_visit(request.cookies.get(SEEN_COOKIE, ""), desk.now())
    if asked.since is None and seen is not None and not asked.as_of and not asked.recorded:
        asked = asked.model_copy(update={"since": seen, "clock": "recorded"})
    if is_data(request):
        return answering.data(request, desk.remember(answers.home, asked, desk.today))
    answer = desk.remember(_HOME_PAGE, asked, desk.today)
    response = answering.page(
        request,
        "home.html",
        home=answer,
        since_words=_since_words(answer, is_visit=seen is not None and asked.since == seen),
        cause_words=CAUSE_WORDS,
        change_value=change_value,
    )
    response.set_cookie(SEEN_COOKIE, visit, max_age=366 * 86_400, httponly=True, samesite="lax")
    return response


_HOME_PAGE = partial(answers.home, has_actors=False)
"""What the page shows of what is ahead names nobody."""


def last_visit(cookie: str, now: str) -> tuple[str | None, str]:
    """When the reader was here before, and what the browser is to remember: "the visit before ~ this one"."""
    times = [t for t in cookie.split("~") if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", t) and t <= now]
    if len(times) != 2:
        return None, f"{now}~{now}"
    before, current = times
    if _minutes(current, now) >= ABSENT_MINUTES:
        return current, f"{current}~{now}"
    return (before if before != current else None), f"{before}~{current}"


def _minutes(one: str, other: str) -> float:
    return (datetime.fromisoformat(other) - datetime.fromisoformat(one)).total_seconds() / 60


def _since_words(answer: answers.HomeAnswer, *, is_visit: bool) -> str:
    if answer.since is None:
        return "Nothing has been added yet."
    if is_visit:
        return f"What the ledger learned since your last visit, {answer.since[:16].replace('T', ' ')} UTC."
    by = "was published" if answer.clock == "published" else "the ledger learned"
    return f"What {by} after {day_words(answer.since[:10])}."


def change_value(field: str, value: str | None) -> str:
    """A value of a field of an event, in words."""
    if value is None:
        return "open"
    return {"status": status_words, "when": date_words}.get(field, visible)(value)


@pages.get("/timeline")
@pages.get("/timeline.json")
@pages.get("/timeline.csv")
def timeline(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """Events in order, as a chart and as a list."""
    book = desk_of(request).book
    if request.url.path.endswith(".csv"):
        rows = (csv_row(e) for page in every(lambda a: answers.timeline(book, a), asked) for e in page.items)
        return answering.table(request, "timeline", CSV_COLUMNS, rows)
    page = answers.timeline(book, asked)
    if is_data(request):
        return answering.data(request, page)
    known = load_codebook()
    chart_asked = {
        k: v for k, v in asked.model_dump(exclude={"after", "limit", "order", "as_of", "recorded"}).items() if v
    }
    bars = chart.overview(desk_of(request), here_of(request), asked)
    return answering.page(
        request,
        "timeline.html",
        page=page,
        processes=[(id, brief(name, 70)) for id, name in desk_of(request).remember(answers.process_names)],
        kinds=[(name, known.kind(name).label) for name in sorted(known.kind_names)],
        statuses=[(name, entry.words) for name, entry in known.statuses.entries.items()],
        chart_asked=chart_asked,
        bars=bars,
        window=chart.window(page.items, asked),
    )


@pages.get("/events/{id}")
@pages.get("/events/{id}.json")
def event(request: Request, id: PathId, point: Annotated[Point, Query()]) -> Response:
    """An event with its history, parties, agenda, outcome, conflicts and what is told beside it."""
    desk = desk_of(request)
    answer = answers.event(desk.book, found(request, id, "events", point), point)
    if is_data(request):
        return answering.data(request, answer)
    return answering.page(
        request,
        "event.html",
        answer=answer,
        change_value=change_value,
        **editing(request, answer.event),
        is_overdue=is_overdue(answer.event, point.as_of or desk.today),
    )


def editing(request: Request, record: RecordView) -> dict[str, Any]:
    """What the form for corrections needs."""
    return {
        "correctable": answers.corrections_of(record),
        "record_id": record_id(record),
        "editor": request.app.state.serving.editor,
    }


@pages.get("/actors/{id}")
@pages.get("/actors/{id}.json")
def actor(request: Request, id: PathId, asked: Annotated[Paged, Query()]) -> Response:
    """An actor: offices, engagements, positions, commitments, statements, and whom it meets most."""
    record: ActorView = found(request, id, "actors", asked)
    desk = desk_of(request)
    answer = answers.actor(desk.book, record, asked, desk.today)
    if is_data(request):
        return answering.data(request, answer)
    return answering.page(request, "actor.html", answer=answer, **editing(request, record))


@pages.get("/documents/{id}")
@pages.get("/documents/{id}.json")
def document(
    request: Request,
    id: PathId,
    point: Annotated[Point, Query()],
    mark_at: Annotated[str | None, Query(alias="mark", max_length=200)] = None,
    start: Annotated[int, Query(ge=0, le=2**31)] = 0,
) -> Response:
    """A document's text with what was read from it."""
    source: Source = found(request, id, "documents", point)
    answer = answers.document(desk_of(request).book, source, point)
    if answer is None:
        raise HTTPException(404)
    if is_data(request):
        return answering.data(request, answer)
    asked = spans_of(mark_at)
    return answering.page(
        request,
        "document.html",
        **beside(answer, here_of(request), asked=asked, start=start),
        title_is_asked=any(s.field == "title" for s in asked),
        shown_ref=source_name(source),
    )


def spans_of(asked: str | None) -> list[Span]:
    """The places that an address asks for: "12-80", of the title "0-20-title"; what is none is left out."""
    found = []
    for each in (asked or "").split(",")[:20]:
        match = re.fullmatch(r"(\d{1,9})-(\d{1,9})(-title)?", each)
        if match and int(match[1]) <= int(match[2]):
            found.append(Span(int(match[1]), int(match[2]), "title" if match[3] else "text"))
    return found


@pages.get("/search")
@pages.get("/search.json")
def search(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """What holds all the words."""
    hits = answers.search(desk_of(request).book, asked)
    if is_data(request):
        return answering.data(request, hits)
    here = here_of(request)

    def hit_href(hit: Any) -> str:
        kind = {"statements": "statements", "events": "events"}.get(asked.where or "")
        return here.link(f"/{kind}/{hit.record}" if kind and hit.record else f"/documents/{hit.document}")

    return answering.page(
        request, "search.html", here=here, hits=hits, names=hits.named, passage=passage, hit_href=hit_href
    )


def passage(text: str) -> list[tuple[str, bool]]:
    """A passage of a hit in pieces: the words that were asked for are in square brackets."""
    pieces: list[tuple[str, bool]] = []
    for n, part in enumerate(visible(text).split("[")):
        word, closes, rest = part.partition("]")
        if n and closes:
            pieces += [(word, True), (rest, False)]
        else:
            pieces.append((part if n == 0 else f"[{part}", False))
    return [piece for piece in pieces if piece[0]]


@pages.get("/documents")
@pages.get("/documents.json")
@pages.get("/documents.csv")
def documents(request: Request, asked: Annotated[DocumentsAsked, Query()]) -> Response:
    """Documents, newest first."""
    book = desk_of(request).book
    if request.url.path.endswith(".csv"):
        rows = (row for p in every(lambda a: answers.documents(book, a), asked) for row in documents_rows(p.items))
        return answering.table(request, "documents", COLUMNS["document"], rows)
    page = answers.documents(book, asked)
    if is_data(request):
        return answering.data(request, page)
    return answering.page(request, "documents.html", page=page)


@open_pages.get("/theme/{name}")
def theme(request: Request, name: str, back: Annotated[str, Query(max_length=2_000)] = "/") -> Response:
    """Light, dark, or as the reader's system has it."""
    if name not in answering.THEMES:
        raise HTTPException(404)
    response = RedirectResponse(local(back), 303)
    response.set_cookie(answering.THEME_COOKIE, name, max_age=366 * 86_400, httponly=True, samesite="lax")
    return response


def local(address: str) -> str:
    """An address of this server; its first page for any other."""
    is_path = address.startswith("/") and not address.startswith(("//", "/\\")) and "\\" not in address
    return address if is_path and address.isprintable() else "/"
