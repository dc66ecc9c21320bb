"""Pages that judge: the review queue, corrections, merging, taking back. Everybody may look at the queue; who judges needs a server that may be edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from memcon import review
from memcon.domain.entries import Judgement
from memcon.errors import UsageError
from memcon.ledger.possible import LONGEST
from memcon.serve import answering
from memcon.serve.asked import ReviewAsked
from memcon.serve.guard import RefusedError
from memcon.serve.overviews import queue
from memcon.serve.pages import desk_of, is_data, local
from memcon.serve.signing import form_of

editing_pages = APIRouter(include_in_schema=False)

Fields = Annotated[dict[str, str], Depends(form_of)]


@editing_pages.get("/review")
@editing_pages.get("/review.json")
def show_queue(request: Request, asked: Annotated[ReviewAsked, Query()]) -> Response:
    """The pairs in doubt, and what persons judged last."""
    found = desk_of(request).remember(queue, asked)
    if is_data(request):
        return answering.data(request, found)
    editor = request.app.state.serving.editor
    return answering.page(request, "review.html", queue=found, editor=editor, done=asked.done)


@editing_pages.post("/review/decide")
def decide(request: Request, fields: Fields) -> Response:
    """That two records are one, or are not."""
    one, other = _needed(fields, "one"), _needed(fields, "other")
    if _needed(fields, "decision") == "same":
        return _judge(request, fields, lambda book, **who: review.merge(book, [one, other], **who))
    return _judge(request, fields, lambda book, **who: review.reject(book, one, other, **who))


@editing_pages.post("/review/merge")
def merge(request: Request, fields: Fields) -> Response:
    """That a record is the same as another."""
    ids = [_needed(fields, "record"), _needed(fields, "other")]
    return _judge(request, fields, lambda book, **who: review.merge(book, ids, **who))


@editing_pages.post("/review/correct")
def correct(request: Request, fields: Fields) -> Response:
    """That a field of a record is otherwise."""
    record, field, value = (_needed(fields, name) for name in ("record", "field", "value"))
    return _judge(request, fields, lambda book, **who: review.correct_record(book, record, field, value, **who))


@editing_pages.post("/review/undo")
def undo(request: Request, fields: Fields) -> Response:
    """That a judgement does not hold."""
    made = _needed(fields, "judgement")
    return _judge(request, fields, lambda book, **who: review.undo(book, made, **who))


def _judge(request: Request, fields: dict[str, str], judge: Callable[..., Sequence[Judgement]]) -> Response:
    """Makes the judgements, keeps them, and leads back with their id, by which they can be taken back."""
    check_editable(request)
    by = fields.get("by") or request.app.state.serving.editor
    desk = desk_of(request)
    made = judge(desk.book, by=by, why=fields.get("why", ""))
    desk.keep(made)
    back = local(fields.get("back", "/review"))
    mark = "&" if "?" in back else "?"
    return RedirectResponse(f"{back}{mark}done={made[0].id}", 303)


def check_editable(request: Request) -> None:
    """Raises `RefusedError` where nothing may be changed."""
    if not request.app.state.serving.is_editable:
        raise RefusedError(403, "this ledger is only shown", "start the server with --allow-edit")


def _needed(fields: dict[str, str], name: str) -> str:
    value = fields.get(name, "").strip()
    if not value or len(value) > LONGEST:
        raise UsageError(f"{name}: something is missing or too long", hint=f"give 1 to {LONGEST} characters")
    return value
