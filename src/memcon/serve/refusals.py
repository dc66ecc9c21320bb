"""What is said where something can't be answered: a page for people, `application/problem+json` (RFC 9457) for programs. No path and no trace is in it."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DatabaseError, StatementError
from starlette.exceptions import HTTPException
from starlette.requests import Request

from memcon.errors import LedgerError, MemconError, UsageError
from memcon.serve.desk import TooBusyError
from memcon.serve.guard import RefusedError

PROBLEM = "application/problem+json"

_log = logging.getLogger("memcon.serve")

_TITLES = {
    400: "That can't be asked",
    401: "Sign in first",
    403: "That is not allowed",
    404: "There is no such page",
    405: "That can't be done here",
    413: "That is too much",
    414: "That address is too long",
    421: "Not this server",
    429: "Too many requests",
    500: "A fault in memcon",
    503: "Not now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why something is not answered: the HTTP status, what kind of trouble, what in particular, and what to do about it."""

    status: int
    title: str
    detail: str
    hint: str = ""

    @property
    def json(self) -> dict[str, object]:
        return {"type": "about:blank", **{k: v for k, v in asdict(self).items() if v != ""}}


def trouble(status: int, detail: str, hint: str = "") -> Trouble:
    title = _TITLES.get(status) or HTTPStatus(status).phrase
    return Trouble(status=status, title=title, detail=detail, hint=hint)


def trouble_of(error: Exception) -> Trouble:
    """What to say of an exception. One that nobody foresaw is written to the log, and not told."""
    match error:
        case RefusedError():
            return trouble(error.status, str(error), error.hint)
        case TooBusyError():
            return trouble(503, str(error), error.hint)
        case LedgerError():
            _log.warning("%s: %s", error, error.hint)
            return trouble(
                503,
                "the ledger can't be used just now",
                "somebody may be writing it, or its database is away; try again",
            )
        case UsageError():
            return trouble(400, str(error), error.hint)
        case MemconError():
            return trouble(400, str(error), error.hint)
        case RequestValidationError():
            return trouble(400, _invalid(error))
        case HTTPException():
            return trouble(error.status_code, _PLAIN.get(error.status_code, str(error.detail)))
        case StatementError() if not isinstance(error, DatabaseError):
            return trouble(400, "the ledger can't hold what is asked for", "write it otherwise")
        case DatabaseError() if "locked" in str(error.orig) or "busy" in str(error.orig):
            return trouble(503, "the ledger is being written", "try again in a moment")
        case _:
            _log.error("a fault while answering", exc_info=error)
            return trouble(500, "this page could not be made", "the log of the server tells more")


_PLAIN = {404: "nothing is at this address", 405: "that method is not for this address"}


def _invalid(error: RequestValidationError) -> str:
    told = []
    for each in error.errors()[:5]:
        name = ".".join(str(part) for part in each["loc"] if part not in ("query", "body", "path"))
        means = str(each["msg"]).removeprefix("Value error, ")
        told.append(f"{name}: {means}" if name else means)
    return "; ".join(told)


def wants_data(request: Request) -> bool:
    """Whether a program asks: then it is told as data."""
    path = request.url.path
    is_asked = "json" in request.headers.get("accept", "") and "html" not in request.headers.get("accept", "")
    return path.startswith("/api/v1") or path.endswith((".json", ".csv")) or is_asked
