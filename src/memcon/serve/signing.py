"""How a browser gives the token: once, for a cookie that is worth nothing when the server ends. And whether the server is well."""

from __future__ import annotations

from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from memcon.errors import UsageError
from memcon.serve import answering
from memcon.serve.guard import TOKEN_COOKIE, Guard, RefusedError
from memcon.serve.serving import Serving

signing = APIRouter(include_in_schema=False)

FIELDS = 40
"""Fields of a form."""


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form that a page of this server made. Raises `RefusedError` for one that bears no token of ours, `UsageError` for what is no form."""
    body = await request.body()
    try:
        fields = dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=FIELDS, errors="strict"))
    except ValueError as error:
        raise UsageError("that is no form", hint="use the forms of this server") from error
    guard: Guard = request.app.state.guard
    if not guard.is_form_token(fields.pop("form_token", "")):
        raise RefusedError(
            403, "that form is of another time, or of another page", "load the page again and send it once more"
        )
    return {name: value.replace("\r\n", "\n") for name, value in fields.items()}


@signing.get("/sign-in")
def ask_token(request: Request) -> Response:
    """The page that asks for the token."""
    return answering.page(request, "sign_in.html", is_wrong=False)


@signing.post("/sign-in")
async def sign_in(request: Request) -> Response:
    """Takes the token."""
    serving: Serving = request.app.state.serving
    guard: Guard = request.app.state.guard
    given = (await form_of(request)).get("token", "").strip()
    if serving.token is not None and not guard.is_token(given):
        return answering.page(request, "sign_in.html", 403, is_wrong=True)
    response = RedirectResponse("/signed-in", 303)
    response.set_cookie(
        TOKEN_COOKIE, guard.session(), httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return response


@signing.get("/signed-in")
def signed_in() -> Response:
    """Only who bears the cookie comes here."""
    return RedirectResponse("/", 303)


@signing.get("/sign-out")
def sign_out() -> Response:
    """Forgets the token."""
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(TOKEN_COOKIE)
    return response


@signing.get("/healthz")
def health(request: Request) -> Response:
    """Whether the ledger can be read."""
    desk = request.app.state.desk
    last, _ = desk.edition()
    return JSONResponse({"status": "ok", "entries": last}, headers={"cache-control": "no-store"})
