"""The lists of the consultative record and the pages of single records: positions, commitments, processes, statements, claims of precedent, channels, actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from memcon import lists
from memcon.domain.entries import SubjectKind, plural
from memcon.report import rows as tables
from memcon.report.rows import COLUMNS
from memcon.serve import answering, answers, overviews
from memcon.serve.asked import ActorsAsked, ListAsked, NetworkAsked, Paged, PathId, Point, StatementsAsked
from memcon.serve.pages import desk_of, editing, every, found, is_data

list_pages = APIRouter(include_in_schema=False, dependencies=[Depends(answering.check_unchanged)])

PLURALS: Mapping[str, SubjectKind] = {
    "commitments": "commitment",
    "processes": "process",
    "precedents": "precedent",
    "channels": "channel",
}
"""Lists that are one list on their page, by the page's name."""


Asked = TypeVar("Asked", ListAsked, StatementsAsked)

LONG_MADE = 25
"""Channels and claims of precedent on a page unless more are asked for: these are put together of all their sessions, those checked against all events before them."""


def table_rows(request: Request, kind: SubjectKind, asked: ListAsked) -> Iterator[Sequence[str]]:
    """The whole list as rows."""
    book = desk_of(request).book
    make: Callable[..., list[Sequence[str]]] = getattr(tables, f"{plural(kind)}_rows")
    for page in every(partial(answers.listed, book, kind), asked):
        beside: tuple[Any, ...] = (page.names,)
        if kind == "precedent":
            beside = (page.names, lists.verdicts_of(book, page.items, **asked.point))
        yield from make(page.items, *beside)


def newest_first(asked: Asked) -> Asked:
    """What is asked, with the latest first unless the reader wants it otherwise: whoever looks at a page wants to know how things stand."""
    return asked if asked.order else asked.model_copy(update={"order": "newest"})


def _list_page(request: Request, name: str, asked: ListAsked) -> Response:
    kind = PLURALS[name]
    asked = newest_first(asked)
    is_long_made = kind in ("channel", "precedent")  # of all their sessions, of all events before
    if is_long_made and asked.limit is None:
        asked = asked.model_copy(update={"limit": LONG_MADE})
    if request.url.path.endswith(".csv"):
        return answering.table(request, name, COLUMNS[kind], table_rows(request, kind, asked))
    desk = desk_of(request)
    page = desk.remember(answers.listed, kind, asked) if is_long_made else answers.listed(desk.book, kind, asked)
    if is_data(request):
        return answering.data(request, page)
    owed = overviews.owed(page.items, page.names) if kind == "commitment" else None
    return answering.page(request, f"{name}.html", page=page, owed=owed)


def _add_list(name: str) -> None:
    def shown(request: Request, asked: Annotated[ListAsked, Query()]) -> Response:
        return _list_page(request, name, asked)

    for suffix in ("", ".json", ".csv"):
        list_pages.add_api_route(f"/{name}{suffix}", shown, methods=["GET"], name=name)


for _name in PLURALS:
    _add_list(_name)


@list_pages.get("/positions")
@list_pages.get("/positions.json")
@list_pages.get("/positions.csv")
def positions(request: Request, asked: Annotated[ListAsked, Query()]) -> Response:
    """Who stands how to what: as a matrix of actors by issues, and as a list."""
    asked = newest_first(asked)
    if request.url.path.endswith(".csv"):
        return answering.table(request, "positions", COLUMNS["position"], table_rows(request, "position", asked))
    book = desk_of(request).book
    page = answers.listed(book, "position", asked)
    if is_data(request):
        return answering.data(request, page)
    matrix = desk_of(request).remember(
        overviews.matrix, asked.model_copy(update={"after": None, "limit": None, "order": None})
    )
    return answering.page(request, "positions.html", page=page, matrix=matrix)


@list_pages.get("/statements")
@list_pages.get("/statements.json")
@list_pages.get("/statements.csv")
def statements(request: Request, asked: Annotated[StatementsAsked, Query()]) -> Response:
    """What was said, by when."""
    asked, book = newest_first(asked), desk_of(request).book
    if request.url.path.endswith(".csv"):
        pages = every(partial(answers.statements, book), asked)
        rows = (row for page in pages for row in tables.statements_rows(page.items, page.names))
        return answering.table(request, "statements", COLUMNS["statement"], rows)
    page = answers.statements(book, asked)
    return answering.data(request, page) if is_data(request) else answering.page(request, "statements.html", page=page)


@list_pages.get("/channels/{id}")
@list_pages.get("/channels/{id}.json")
def channel(request: Request, id: PathId, asked: Annotated[Paged, Query()]) -> Response:
    """A channel: its sessions as a numbered series with the gaps in it, and what was on the agenda when."""
    record = found(request, id, "channels", asked)
    answer = answers.channel(desk_of(request).book, record, asked)
    if is_data(request):
        return answering.data(request, answer)
    series = overviews.series(answer.sessions.items)
    return answering.page(request, "channel.html", answer=answer, series=series, **editing(request, record))


def _single(request: Request, id: str, kind: str, point: Point) -> Response:
    record = found(request, id, kind, point)
    answer = answers.single(desk_of(request).book, record, point)
    if is_data(request):
        return answering.data(request, answer)
    template = "process.html" if kind == "processes" else "record.html"
    return answering.page(request, template, answer=answer, kind=kind, **editing(request, record))


def _add_single(kind: str) -> None:
    def shown(request: Request, id: PathId, point: Annotated[Point, Query()]) -> Response:
        return _single(request, id, kind, point)

    for suffix in (".json", ""):
        list_pages.add_api_route(f"/{kind}/{{id}}{suffix}", shown, methods=["GET"], name=f"one of {kind}")


for _kind in ("processes", "statements", "positions", "commitments", "precedents"):
    _add_single(_kind)


@list_pages.get("/actors")
@list_pages.get("/actors.json")
def actors(request: Request, asked: Annotated[ActorsAsked, Query()]) -> Response:
    """Actors by name, or those that take part in most events."""
    known = desk_of(request).remember(overviews.actors, asked)
    return answering.data(request, known) if is_data(request) else answering.page(request, "actors.html", found=known)


@list_pages.get("/network")
@list_pages.get("/network.json")
def network(request: Request, asked: Annotated[NetworkAsked, Query()]) -> Response:
    """Who meets whom, and how often."""
    net = desk_of(request).remember(overviews.network, asked)
    return answering.data(request, net) if is_data(request) else answering.page(request, "network.html", net=net)
