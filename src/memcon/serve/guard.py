"""What stands between the world and the pages: who may ask, from where, how much and how often; and the headers that keep a browser from doing what an
article says. One ASGI application around the other."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http.cookies import CookieError, SimpleCookie
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from memcon.errors import MemconError
from memcon.serve.serving import Serving

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LONGEST_QUERY = 4_096
"""Bytes of a query string."""

LARGEST_BODY = 1_500_000
"""Bytes of a body: a long article, many times over."""

CLIENTS = 10_000
"""Clients that are remembered."""

TOKEN_COOKIE = "memcon_session"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = ("/static/", "/sign-in", "/healthz")
"""Paths that need no token."""

HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class RefusedError(MemconError):
    """A request that is not answered, with its HTTP status."""

    def __init__(self, status: int, message: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.status = status


class Guard:
    """Lets through what `serving` allows. `refuse` answers for what it does not."""

    def __init__(self, app: App, serving: Serving, refuse: Callable[[Scope, RefusedError], App]) -> None:
        self.app = app
        self._serving = serving
        self._refuse = refuse
        self._buckets: dict[str, tuple[float, float]] = {}
        self._secret = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope.setdefault("state", {})["form_token"] = self.form_token
        app = self.app
        try:
            self._check(scope)
        except RefusedError as refused:
            app = self._refuse(scope, refused)
        is_head = scope["method"] == "HEAD"
        asked = {**scope, "method": "GET"} if is_head else scope
        await app(asked, _bounded(receive), _with_headers(_without_body(send) if is_head else send))

    @property
    def form_token(self) -> str:
        """What a form of this server bears, and no other page can know."""
        return hmac.new(self._secret, b"form", hashlib.sha256).hexdigest()

    def session(self) -> str:
        """What a browser bears that gave the token."""
        return hmac.new(self._secret, (self._serving.token or "").encode(), hashlib.sha256).hexdigest()

    def is_token(self, given: str) -> bool:
        """Whether that is the token; it takes the same time for every answer."""
        return same(given, self._serving.token or secrets.token_hex())

    def is_form_token(self, given: str) -> bool:
        return same(given, self.form_token)

    def _check(self, scope: Scope) -> None:
        headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in scope["headers"]}
        self._check_host(headers.get("host", ""))
        if len(scope.get("query_string", b"")) > LONGEST_QUERY or len(scope.get("path", "")) > LONGEST_QUERY:
            raise RefusedError(414, "that address is too long", "ask for less at once")
        self._check_rate((scope.get("client") or ("",))[0])
        if self._serving.token is not None and not scope["path"].startswith(OPEN):
            self._check_token(headers)
        if scope["method"] not in SAFE:
            self._check_origin(headers)
        if headers.get("content-length", "0").isdecimal() and int(headers.get("content-length", "0")) > LARGEST_BODY:
            raise RefusedError(413, "that is too much at once", f"at most {LARGEST_BODY:,} bytes")

    def _check_host(self, host: str) -> None:
        """A page of another name that points here (DNS rebinding) is answered nothing."""
        if host_name(host) not in self._serving.hosts:
            raise RefusedError(421, "this server does not go by that name", "start it with --allow-host NAME")

    def _check_rate(self, client: str) -> None:
        now = monotonic()
        most = float(self._serving.burst)
        left, last = self._buckets.get(client, (most, now))
        left = min(most, left + (now - last) * self._serving.per_second)
        if len(self._buckets) > CLIENTS:
            self._buckets.clear()
        self._buckets[client] = (max(left - 1, 0.0), now)
        if left < 1:
            raise RefusedError(429, "too many requests", "wait a moment")

    def _check_token(self, headers: Mapping[str, str]) -> None:
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self.is_token(given.strip()):
            return
        if same(cookie(headers.get("cookie", ""), TOKEN_COOKIE) or "", self.session()):
            return
        raise RefusedError(
            401, "this ledger is shown to those who have its token", "sign in, or send it as a bearer token"
        )

    def _check_origin(self, headers: Mapping[str, str]) -> None:
        """Browsers say where a request that changes something comes from; what comes from elsewhere is refused."""
        origin = headers.get("origin") or headers.get("referer")
        site = headers.get("sec-fetch-site", "same-origin")
        if site not in ("same-origin", "none") or (
            origin and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
        ):
            raise RefusedError(403, "that comes from another page", "use the forms of this server")


def same(one: str, other: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def host_name(host: str) -> str:
    """The name in a Host header, without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.rpartition(":")[0].lower() if host.count(":") == 1 else host.lower()


def cookie(header: str, name: str) -> str | None:
    """The value of a cookie, None when there is none."""
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return None
    return found.value if found else None


def _bounded(receive: Receive) -> Receive:
    """The body as it comes, as far as it is not too large."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            raise RefusedError(413, "that is too much at once", f"at most {LARGEST_BODY:,} bytes")
        return message

    return bounded


def _without_body(send: Send) -> Send:
    """What is asked with HEAD is answered as with GET, but for the body."""

    async def sending(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return sending


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            told = {key.lower() for key, _ in message["headers"]}
            own = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in told]
            message = {**message, "headers": [*message["headers"], *own]}
        await send(message)

    return sending
