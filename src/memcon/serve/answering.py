"""From an answer to a response: as a page, as JSON or as a table, with the tag by which a browser knows it again."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from memcon.serve.desk import Desk
from memcon.serve.plain import plain, without_paths
from memcon.serve.refusals import PROBLEM, Trouble, wants_data
from memcon.serve.serving import Serving
from memcon.serve.shown import Here, environment

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "memcon_theme"
PRIVATE = "private, no-cache"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


class UnchangedError(Exception):
    """The browser has this answer already."""


def here_of(request: Request) -> Here:
    """Where the reader is: the page, what is asked, and how it is to be shown."""
    asked = {k: _CONTROL.sub(" ", v)[:400] for k, v in request.query_params.items() if len(k) < 40}
    theme = request.cookies.get(THEME_COOKIE, "auto")
    serving: Serving = request.app.state.serving
    return Here(
        path=_page_path(request.url.path),
        asked=asked,
        as_of=asked.get("as_of") or None,
        recorded=asked.get("recorded") or None,
        theme=theme if theme in THEMES else "auto",
        form_token=getattr(request.state, "form_token", ""),
        is_editable=serving.is_editable,
        has_sign_out=serving.token is not None,
        today=request.app.state.desk.today,
    )


def _page_path(path: str) -> str:
    return "/" if path in ("/", "/index.json") else path.removesuffix(".json").removesuffix(".csv")


def check_unchanged(request: Request) -> None:
    """A dependency: raises `UnchangedError` where the browser's tag is that of this answer, which is by the state of the ledger, the day and the address."""
    desk: Desk = request.app.state.desk
    told = (
        request.app.version, *desk.edition(), desk.today, request.url.path, request.url.query,
        request.cookies.get(THEME_COOKIE, ""), getattr(request.state, "form_token", ""), request.headers.get("hx-request", ""),
    )  # fmt: skip
    request.state.etag = f'W/"{sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'
    given = request.headers.get("if-none-match", "")
    if request.state.etag in (tag.strip() for tag in given.split(",")):
        raise UnchangedError


def headers_of(request: Request) -> dict[str, str]:
    tag = getattr(request.state, "etag", None)
    return {"cache-control": PRIVATE, "vary": "Cookie, HX-Request"} | ({"etag": tag} if tag else {})


def page(request: Request, template: str, status: int = 200, **shown: Any) -> Response:
    """A page by a template."""
    here = shown.pop("here", None) or here_of(request)
    written = environment().get_template(template).render(here=here, **shown)
    return HTMLResponse(written.encode("utf-8", "replace"), status, headers=headers_of(request))


def data(request: Request, answer: Any) -> Response:
    """An answer as JSON."""
    written = json.dumps(without_paths(plain(answer)), ensure_ascii=False, separators=(",", ":"))
    return Response(written.encode("utf-8", "replace"), media_type="application/json", headers=headers_of(request))


def table(request: Request, name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    """Rows under a head as comma-separated values, while they come."""
    headers = {**headers_of(request), "content-disposition": f'attachment; filename="{name}.csv"'}
    return StreamingResponse(_lines(chain((head,), rows)), media_type="text/csv; charset=utf-8", headers=headers)


def _lines(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    for row in rows:
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow(row)
        yield out.getvalue().encode("utf-8", "replace")


def refusal(request: Request, found: Trouble) -> Response:
    """Why it is not answered."""
    headers = {"cache-control": "no-store"} | ({"retry-after": "5"} if found.status in (429, 503) else {})
    if wants_data(request):
        extra = {"www-authenticate": "Bearer"} if found.status == 401 else {}
        told = json.dumps(found.json, ensure_ascii=False).encode("utf-8", "replace")
        return Response(told, found.status, headers | extra, media_type=PROBLEM)
    if found.status == 401:
        return RedirectResponse("/sign-in", 303, headers=headers)
    written = (
        environment()
        .get_template("problem.html")
        .render(here=replace(here_of(request), is_answered=False), problem=found)
    )
    return HTMLResponse(written.encode("utf-8", "replace"), found.status, headers=headers)
