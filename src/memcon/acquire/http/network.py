"""Connections to machines of the public internet and to no other: a name is resolved once, all that it resolves to is looked at, and that is what is connected to.

What was looked at and what is connected to are the same numbers, so a name that means another machine a moment later (rebinding) gains nothing by it. Every byte that comes is counted
and every wait is bounded, the answer's head and its redirects included.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from threading import Thread
from typing import Any

import httpcore2
import httpx2

from memcon.acquire.http.addresses import IpAddress, reach_of
from memcon.acquire.http.refusals import Refusal, out_of_time, too_much

Resolve = Callable[[str, int, float], Sequence[str]]
"""From a host, a port and the seconds that it may take to the numeric addresses that it has. Raises `OSError` where it has none."""

MOST_ADDRESSES = 4
"""Addresses of one name that are tried, one after the other."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """What one request may still use: the time until `deadline` (of `clock`), and bytes on the wire."""

    clock: Callable[[], float]
    deadline: float
    bytes_left: int
    limit: int

    def seconds(self, most: float | None) -> float:
        """How long to wait now, at most. Raises `Refusal` when the time is up."""
        left = self.deadline - self.clock()
        if left <= 0:
            raise out_of_time("the page did not come within the time that one may take")
        return left if most is None else min(left, most)

    def spend(self, count: int) -> None:
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise too_much(self.limit)


class Guard(httpcore2.NetworkBackend):
    """Connects to what a name resolves to where all of that may be reached. `budget` is that of the request under way, set by whoever makes it."""

    budget: Budget

    def __init__(
        self, resolve: Resolve, *, allows_private: bool, network: httpcore2.NetworkBackend | None = None
    ) -> None:
        self._resolve = resolve
        self._allows_private = allows_private
        self._network = network or httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        found = self._checked(host, port, timeout)
        for n, address in enumerate(found, 1):
            try:
                stream = self._network.connect_tcp(str(address), port, self.budget.seconds(timeout))
                return Measured(stream, self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                if n == len(found):
                    raise
        raise AssertionError("a name resolves to something or is refused")

    def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore2.NetworkStream:
        raise NotImplementedError("no page comes from there")

    def _checked(self, host: str, port: int, timeout: float | None) -> Sequence[IpAddress]:
        try:
            numbers = self._resolve(host, port, self.budget.seconds(timeout))
            found = [ip_address(number) for number in dict.fromkeys(numbers)]
        except (OSError, ValueError) as error:
            raise Refusal(
                code="host_not_found",
                message=f"the host {host!r} is not known: {getattr(error, 'strerror', None) or error}",
                hint="check the address, and that this machine reaches the network",
                is_passing=not isinstance(error, ValueError),
            ) from error
        for address in found:
            reach = reach_of(address)
            if reach == "never" or (reach == "private" and not self._allows_private):
                raise _not_public(host, address, is_own=reach == "private")
        return found[:MOST_ADDRESSES]


def _not_public(host: str, address: IpAddress, *, is_own: bool) -> Refusal:
    shown = f"{host} is {address}" if str(address) != host else str(address)
    return Refusal(
        code="address_private",
        message=f"{shown}, which is not on the public internet",
        hint="for pages of your own network: --allow-private"
        if is_own
        else "memcon reaches no such address; save the page and give the file",
    )


class Measured(httpcore2.NetworkStream):
    """A connection whose waits and bytes count against the budget of the request under way."""

    def __init__(self, stream: httpcore2.NetworkStream, guard: Guard) -> None:
        self._stream = stream
        self._guard = guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        budget = self._guard.budget
        try:
            data = self._stream.read(max_bytes, budget.seconds(timeout))
        except httpcore2.ReadTimeout as error:
            raise out_of_time("the server stopped sending") from error
        budget.spend(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._guard.budget.seconds(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._guard.budget.seconds(timeout))
        return Measured(stream, self._guard)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Transport(httpx2.BaseTransport):
    """httpx2 over connections that a `Guard` makes: no proxy, no other way round it."""

    def __init__(self, guard: Guard, trusted: ssl.SSLContext | None = None) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=trusted or _trusted(),
            max_connections=4,
            max_keepalive_connections=2,
            keepalive_expiry=10.0,
            network_backend=guard,
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        url = request.url
        asked = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        answer = self._pool.handle_request(asked)
        return httpx2.Response(
            status_code=answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


@cache
def _trusted() -> ssl.SSLContext:
    """Whom this machine trusts. It takes a while to load."""
    return httpx2.create_ssl_context(trust_env=False)


class _Body(httpx2.SyncByteStream):
    def __init__(self, answer: httpcore2.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Any:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def resolve(host: str, port: int, seconds: float) -> Sequence[str]:
    """The system's own answer. It knows no time limit, so it is asked on the side, and left behind where it takes longer."""
    found: list[str] = []
    errors: list[OSError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(str(row[4][0]) for row in rows)
        except UnicodeError:
            errors.append(OSError("no host has such a name"))
        except OSError as error:
            errors.append(error)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not found:
        raise OSError("the name was not resolved in time")
    return found
