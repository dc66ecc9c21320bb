"""`/api/v1`: the answers for programs, with the filters of the command line, pages by key, and problems as RFC 9457 has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.dependencies.models import Dependant
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from memcon.errors import UsageError
from memcon.report.contract import failed_contract, to_contract
from memcon.serve import answering, answers, overviews
from memcon.serve.asked import (
    LONGEST_TEXT,
    ActorsAsked,
    ChangesAsked,
    DocumentsAsked,
    ListAsked,
    NetworkAsked,
    Paged,
    PathId,
    Point,
    SearchAsked,
    StatementsAsked,
    TimelineAsked,
)
from memcon.serve.editing_pages import check_editable
from memcon.serve.pages import desk_of, found
from memcon.serve.schemas import ANY_OBJECT, ref

PREFIX = "/api/v1"


def refuse_unknown(request: Request) -> None:
    """A dependency: a filter that there is none of is refused, so that a slip does not ask for everything."""
    known = _parameters(request.scope["route"].dependant)
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        raise UsageError(
            f"{unknown[0]!r} can't be asked here", hint=f"what can: {', '.join(sorted(known)) or 'nothing'}"
        )


def _parameters(dependant: Dependant) -> set[str]:
    names: set[str] = set()
    for each in dependant.query_params:
        model = each.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            names |= {field.alias or name for name, field in model.model_fields.items()}
        else:
            names.add(each.alias)
    return names


REFUSALS: Mapping[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/problem+json": {"schema": ref("Problem")}}}
    for status, words in (
        (400, "It can't be asked so."), (401, "The token is lacking."), (403, "It is not done on this server, or not from there."), (404, "There is no such record."),
        (413, "It is too much at once."), (414, "The address is too long."), (429, "Too many requests."), (503, "The ledger or the reader is busy."),
    )
}  # fmt: skip

rest = APIRouter(prefix=PREFIX, responses={**REFUSALS}, dependencies=[Depends(refuse_unknown)])
unchanging = [Depends(answering.check_unchanged)]


def gives(schema: Mapping[str, Any], words: str) -> dict[str, Any]:
    """How an operation that gives JSON of this schema is declared."""
    return {
        "responses": {200: {"description": words, "content": {"application/json": {"schema": dict(schema)}}}},
        "response_class": Response,
        "dependencies": unchanging,
    }


def listing(request: Request, page: answers.Page[Any]) -> Response:
    """A page of a list, with the address of the next one in it and in its Link header."""
    later = None
    if page.next is not None:
        later = str(request.url.include_query_params(after=page.next).replace(scheme="", netloc="")).removeprefix("//")
    told = {f.name: getattr(page, f.name) for f in fields(page)} | {"next": later}
    response = answering.data(request, told)
    if later is not None:
        response.headers["link"] = f'<{later}>; rel="next"'
    return response


@rest.get("/events", tags=["events"], **gives(ref("EventList"), "A page of events."))
def events(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """Events in the order of their time, or those told last first."""
    return listing(request, answers.timeline(desk_of(request).book, asked))


@rest.get("/upcoming", tags=["events"], **gives(ref("EventList"), "Events in order."))
def upcoming(request: Request, point: Annotated[Paged, Query()]) -> Response:
    """The events that are announced, planned or talked of and still to come; those without a date last."""
    desk = desk_of(request)
    found = answers.upcoming(desk.book, desk.today, point, point.size)
    return listing(request, answers.Page(items=found, names={}))


@rest.get("/changes", tags=["events"], **gives(ANY_OBJECT, "Changes, told last first."))
def changes(request: Request, asked: Annotated[ChangesAsked, Query()]) -> Response:
    """What has become otherwise of events: new ones, status, date and place; a correction is told apart from a change in the world."""
    return answering.data(request, {"items": answers.changes(desk_of(request).book, asked)})


@rest.get("/conflicts", tags=["events"], **gives(ANY_OBJECT, "Conflicts, in the order of their events."))
def conflicts(request: Request, asked: Annotated[TimelineAsked, Query()]) -> Response:
    """Where sources contradict each other, of the events that a page of `/events` would give."""
    page, told = answers.conflicts(desk_of(request).book, asked)
    later = request.url.include_query_params(after=page.next).query if page.next else None
    return answering.data(request, {"items": told, "next": later and f"{PREFIX}/conflicts?{later}"})


@rest.get("/statements", tags=["statements"], **gives(ref("StatementList"), "A page of statements."))
def statements(request: Request, asked: Annotated[StatementsAsked, Query()]) -> Response:
    """Statements by when they were said, as far as told, else published."""
    return listing(request, answers.statements(desk_of(request).book, asked))


@rest.get("/actors", tags=["actors"], **gives(ANY_OBJECT, "Actors, each with the number of its events."))
def actors(request: Request, asked: Annotated[ActorsAsked, Query()]) -> Response:
    """Actors of a name, or those that take part in most events."""
    known = desk_of(request).remember(overviews.actors, asked)
    return answering.data(request, {"items": [{"actor": actor, "events": count} for actor, count in known.items]})


@rest.get("/network", tags=["actors"], **gives(ANY_OBJECT, "Actors, and pairs of them."))
def network(request: Request, asked: Annotated[NetworkAsked, Query()]) -> Response:
    """Who takes part in events with whom, and in how many."""
    return answering.data(request, desk_of(request).remember(overviews.network, asked))


@rest.get("/documents", tags=["documents"], **gives(ref("SourceList"), "A page of documents."))
def documents(request: Request, asked: Annotated[DocumentsAsked, Query()]) -> Response:
    """Documents as they are cited, newest first."""
    return listing(request, answers.documents(desk_of(request).book, asked))


@rest.get("/search", tags=["documents"], **gives(ANY_OBJECT, "Hits, best first."))
def search(request: Request, asked: Annotated[SearchAsked, Query()]) -> Response:
    """What holds all the words; the passage of a hit has them in square brackets."""
    return answering.data(request, answers.search(desk_of(request).book, asked))


def _add_list(name: str, kind: Any, schema: str, words: str) -> None:
    def shown(request: Request, asked: Annotated[ListAsked, Query()]) -> Response:
        return listing(request, answers.listed(desk_of(request).book, kind, asked))

    rest.add_api_route(
        f"/{name}", shown, methods=["GET"], name=name, tags=[name], summary=words, **gives(ref(schema), words)
    )


for _name, _kind, _schema, _words in (
    ("positions", "position", "PositionList", "Who stands how to what."),
    ("commitments", "commitment", "CommitmentList", "What was undertaken, and how far it has come."),
    ("processes", "process", "ProcessList", "Long-running issues with conditions and assessments."),
    (
        "precedents",
        "precedent",
        "PrecedentList",
        "Claims such as “the first in eight years”, with the ledger's verdict.",
    ),
    ("channels", "channel", "ChannelList", "Standing channels, by name."),
):
    _add_list(_name, _kind, _schema, _words)


def _one(answer: Callable[..., Any], request: Request, id: str, kind: str, asked: Any) -> Response:
    record = found(request, id, kind, asked)
    desk = desk_of(request)
    ahead = {"today": desk.today} if answer is answers.actor else {}
    told = answer(desk.book, record, asked, **ahead)
    if told is None:
        raise HTTPException(404)
    return answering.data(request, told)


def _add_one(name: str, answer: Callable[..., Any], words: str, *, is_paged: bool = False) -> None:
    def shown(request: Request, id: PathId, asked: Annotated[Point, Query()]) -> Response:
        return _one(answer, request, id, name, asked)

    def shown_paged(request: Request, id: PathId, asked: Annotated[Paged, Query()]) -> Response:
        return _one(answer, request, id, name, asked)

    how = shown_paged if is_paged else shown
    rest.add_api_route(
        f"/{name}/{{id}}",
        how,
        methods=["GET"],
        name=f"one of {name}",
        tags=[name],
        summary=words,
        **gives(ANY_OBJECT, words),
    )


_add_one("events", answers.event, "An event, and what is told beside it.")
_add_one(
    "actors", answers.actor, "An actor with a page of its events, and what it said, holds and undertook.", is_paged=True
)
_add_one("channels", answers.channel, "A channel with a page of its sessions.", is_paged=True)
_add_one("documents", answers.document, "A document with its text, and the records that it tells of.")
for _name in ("statements", "positions", "commitments", "processes", "precedents"):
    _add_one(_name, answers.single, f"One of the {_name}, with the events that it is about.")


class TextAsked(BaseModel):
    """A text to be read, and what is known of it."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=LONGEST_TEXT)
    title: str | None = Field(default=None, max_length=1_000)
    published: str | None = Field(default=None, max_length=40, description="EDTF.")
    publisher: str | None = Field(default=None, max_length=300)
    url: str | None = Field(default=None, max_length=1_000, description="Kept as it is told, and never fetched.")

    @property
    def record(self) -> dict[str, object]:
        return self.model_dump(exclude_none=True)


_read = partial(gives, ANY_OBJECT)


@rest.post("/readings", tags=["reading"], **{**_read("The reading contract, version 1."), "dependencies": []})
def read(request: Request, asked: TextAsked) -> Response:
    """What a text says; nothing is kept. The language model is loaded with the first one."""
    made = desk_of(request).read(asked.record)
    return answering.data(
        request, to_contract(made.reading) if made.reading else failed_contract(made.ref, made.problems)
    )


@rest.post("/documents", tags=["reading"], **{**_read("What became of it."), "dependencies": []})
def add(request: Request, asked: TextAsked) -> Response:
    """Reads a text and keeps what it says. Only where the server may edit."""
    check_editable(request)
    added = desk_of(request).add(asked.record)
    return answering.data(request, {"document": added.document, "outcome": added.outcome, "problems": added.problems})


docs = APIRouter(include_in_schema=False)


@docs.get("/api")
def api_page(request: Request) -> Response:
    """The operations, to read and to try."""
    return answering.page(request, "api.html")


@docs.get("/api/v1")
@docs.get("/api/")
def to_api_page() -> Response:
    """The same."""
    return RedirectResponse("/api", 302)


@docs.get(f"{PREFIX}/openapi.json")
def openapi(request: Request) -> Response:
    """The description that programs read."""
    return answering.data(request, request.app.openapi())
