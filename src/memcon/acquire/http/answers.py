"""What answers say: that they are none, where they lead, by what a page is told again, and when to come back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpcore2
import httpx2

from memcon.acquire.http.addresses import read_address
from memcon.acquire.http.refusals import Refusal, bad_answer, cut, out_of_time
from memcon.acquire.refs import ref_of, without_credentials
from memcon.domain.fetches import Validators

MOVED = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_FAULTS = (
    httpcore2.NetworkError,
    httpcore2.TimeoutException,
    httpcore2.ProtocolError,
    httpcore2.UnsupportedProtocol,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
)


@contextmanager
def refusing() -> Iterator[None]:
    """The client's own exceptions, as `Refusal`."""
    try:
        yield
    except _FAULTS as error:
        raise _refusal(error) from error


@contextmanager
def one_at_fault() -> Iterator[None]:
    """A fault in memcon or in the client costs one page."""
    try:
        yield
    except Refusal:
        raise
    except Exception as error:
        raise Refusal(
            code="fetch_failed",
            message=f"fetching stopped with {type(error).__name__}",
            hint="this is a fault in memcon: please report it with the address; other pages are not affected",
        ) from error


def _refusal(error: Exception) -> Refusal:
    words = str(error) or type(error).__name__
    if isinstance(error, httpcore2.TimeoutException):
        return out_of_time("the server did not answer in time")
    if isinstance(error, httpcore2.ProtocolError):
        is_cut = "without sending complete message body" in words or "incomplete chunked read" in words
        return cut(words) if is_cut else bad_answer(words)
    if isinstance(error, httpx2.HTTPError | httpx2.InvalidURL | httpx2.StreamError):
        return bad_answer(words)  # the network's own faults come from below it
    if "CERTIFICATE" in words.upper():
        return Refusal(
            code="certificate_refused",
            message=f"the server can't prove that it is who it says: {words[:200]}",
            hint="open the address in a browser: it will say more; memcon fetches nothing from there",
        )
    return Refusal(
        code="connection_failed",
        message=f"no connection: {words[:200]}",
        hint="check the address, and that this machine reaches the network; try again later",
        is_passing=True,
    )


def conditions(validators: Validators) -> dict[str, str]:
    found = {"if-none-match": validators.etag, "if-modified-since": validators.last_modified}
    return {name: value for name, value in found.items() if value is not None}


def kind_of(content_type: str) -> tuple[str, str | None]:
    """The media type, and the charset where one is told that is not UTF-8, which needs no telling.

    >>> kind_of('Text/HTML; charset="Windows-1252"'), kind_of("text/html;charset=utf-8")
    (('text/html', 'windows-1252'), ('text/html', None))
    """
    media_type, _, rest = content_type.partition(";")
    found = re.search(r"""\bcharset\s{0,3}=\s{0,3}["']?([\w.:-]{2,40})""", rest, re.I)
    charset = found[1].lower() if found else None
    return media_type.strip().lower(), None if charset in ("utf-8", "utf8") else charset


def validators_of(response: httpx2.Response) -> Validators:
    """Those that can be sent back: of one line, and not longer than a server takes."""

    def kept(name: str) -> str | None:
        value = response.headers.get(name, "").strip()
        return value if value and len(value) <= 500 and value.isprintable() and value.isascii() else None

    return Validators(etag=kept("etag"), last_modified=kept("last-modified"))


def next_hop(url: httpx2.URL, location: str, seen: set[str], most: int) -> httpx2.URL:
    """Where a redirect leads. Raises `Refusal` for a circle, too many, and one from https to http."""
    try:
        next_url = read_address(location, beside=url)
    except Refusal as refusal:
        raise Refusal(
            code=refusal.code,
            message=f"it leads to {without_credentials(ref_of(location))[:200]!r}: {refusal}",
            hint=refusal.hint,
        ) from refusal
    if str(next_url) in seen or len(seen) > most:
        raise Refusal(
            code="too_many_redirects",
            message=f"it leads on and on, over more than {most} addresses or in a circle",
            hint="open it in a browser and give the address at which that ends",
        )
    if url.scheme == "https" and next_url.scheme == "http":
        raise Refusal(
            code="redirect_refused",
            message=f"it leads from https to {next_url}, where anybody on the way could change what comes",
            hint="give that address itself where that is no matter",
        )
    seen.add(str(next_url))
    return next_url


def check_status(response: httpx2.Response) -> None:
    status = response.status_code
    if status in (200, 203):
        return
    if status in (404, 410):
        raise Refusal(
            code="page_missing",
            message=f"there is no page at this address (status {status})",
            hint="check the address; an archive of the web may have kept it",
        )
    if status in _PASSING:
        raise Refusal(
            code="server_busy",
            message=f"the server can't give the page now (status {status})",
            hint="try again later",
            is_passing=True,
            after=_seconds_to_wait(response.headers.get("retry-after", "")),
        )
    raise Refusal(
        code="page_refused",
        message=f"the server does not give the page (status {status})",
        hint="open it in a browser; where it shows there, save it and give the file",
    )


def _seconds_to_wait(told: str) -> float | None:
    """What Retry-After says, in seconds or as a date: at most a day."""
    if re.fullmatch(r"[0-9]{1,9}", told.strip()):
        return min(float(told), 86_400.0)
    try:
        left = (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return None
    return min(max(left, 0.0), 86_400.0)
