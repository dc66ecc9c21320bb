"""The client: one address, its redirects hop by hop, each of them looked at as the first was."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import PackageNotFoundError, version
from ipaddress import ip_address

import httpcore2
import httpx2

from memcon.acquire.http.addresses import reach_of, read_address
from memcon.acquire.http.answers import (
    MOVED,
    check_status,
    conditions,
    kind_of,
    next_hop,
    one_at_fault,
    refusing,
    validators_of,
)
from memcon.acquire.http.bodies import read_body
from memcon.acquire.http.network import Budget, Guard, Resolve, Transport, resolve
from memcon.acquire.http.pace import Pace
from memcon.acquire.http.refusals import Refusal, too_much
from memcon.acquire.http.robots import NAME, Robots
from memcon.acquire.refs import ref_of, without_credentials
from memcon.domain.fetches import UNTOLD, Validators
from memcon.domain.problems import Problem
from memcon.errors import UsageError

_LENGTH = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one page may take: `seconds` in all and of `silence`, `size` in bytes (packed and unpacked), `redirects`."""

    seconds: float = 60.0
    silence: float = 15.0
    size: int = 10_000_000
    redirects: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came: `data` as the page is once unpacked, in `charset` where the server told one, from `final`, to which redirects led from `address`. With `is_unchanged` the server says that it is still what its
    `validators` were given for, and sends nothing. `is_private` where it came from one's own network."""

    address: str
    final: str
    status: int
    media_type: str
    charset: str | None = None
    data: bytes = b""
    validators: Validators = UNTOLD
    is_unchanged: bool = False
    is_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why nothing came. `is_passing` where it may in a while, `after` how many seconds the server asked to wait."""

    address: str
    final: str
    problem: Problem
    status: int | None = None
    is_passing: bool = False
    after: float | None = None


class Fetcher:
    """Fetches pages, one at a time. Close it, or use it in a `with` block.

    With `allows_private` also from one's own network; a page of the public internet leads there neither way. `contact` is told to the servers, so that somebody can be asked.
    `pace` are the seconds between two requests to a host. `trusted` are the certificates that count, those of the system where it is None.
    `resolve`, `network`, `clock` and `sleep` are the world's, and can be others'.
    """

    def __init__(
        self,
        *,
        allows_private: bool = False,
        contact: str | None = None,
        pace: float = 1.0,
        limits: Limits = Limits(),
        resolve: Resolve = resolve,
        network: httpcore2.NetworkBackend | None = None,
        trusted: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.allows_private = allows_private
        self._limits = limits
        self._clock = clock
        self._pace = Pace(pace, clock=clock, sleep=sleep)
        self._robots = {is_private: Robots(clock=clock) for is_private in (False, True)}
        self._agent = agent_name(contact)
        self._resolve = resolve
        self._network = network
        self._trusted = trusted
        self._clients: dict[bool, tuple[Guard, httpx2.Client]] = {}

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all connections. It can be used again afterwards."""
        for _, client in self._clients.values():
            client.close()
        self._clients.clear()

    def fetch(
        self,
        address: str,
        *,
        validators: Validators | None = None,
        check: Callable[[str, str], None] = lambda final, media_type: None,
        may_be_private: bool = True,
    ) -> Fetched | Failed:
        """The page at an address, or why not. Never raises for what the world does.

        With `validators` only what has changed since they were given. `check` is told where a page comes from and its media type before its body is read, and may raise `Refusal`.
        Give `may_be_private=False` for an address that the public internet told of: then it may not lead into one's own network.
        """
        trip = _Trip(address=address, final=address)
        try:
            with one_at_fault():
                return self._follow(trip, validators or UNTOLD, check, may_be_private and self.allows_private)
        except Refusal as refusal:
            shown = without_credentials(address)
            problem = replace(refusal.problem(ref_of(shown)), message=_on_the_way(trip, str(refusal)))
            return Failed(
                address=shown,
                final=without_credentials(trip.final),
                problem=problem,
                status=trip.status,
                is_passing=refusal.is_passing,
                after=refusal.after,
            )

    @staticmethod
    def check_address(address: str) -> None:
        """Nothing for an address that can be asked for. Raises `UsageError` for what is none."""
        try:
            read_address(address)
        except Refusal as refusal:
            raise UsageError(str(refusal), hint=refusal.hint) from refusal

    def _follow(
        self, trip: _Trip, validators: Validators, check: Callable[[str, str], None], allows_private: bool
    ) -> Fetched:
        url = read_address(trip.address)
        trip.final = str(url)
        seen = {str(url)}
        while True:
            pause = self._robots[allows_private].pause(url, partial(self._ask_robots, allows_private=allows_private))
            self._pace.wait(url.host, pause)
            answer = self._once(trip, url, validators, check, allows_private)
            if isinstance(answer, Fetched):
                return answer
            allows_private = allows_private and answer.is_private
            url = next_hop(url, answer.location, seen, self._limits.redirects)
            trip.final = str(url)

    def _once(
        self,
        trip: _Trip,
        url: httpx2.URL,
        validators: Validators,
        check: Callable[[str, str], None],
        allows_private: bool,
    ) -> Fetched | _Moved:
        guard, client = self._client(allows_private)
        self._allot(guard)
        headers = conditions(validators)
        with refusing():
            response = client.send(client.build_request("GET", url, headers=headers), stream=True)
            try:
                trip.status = response.status_code
                is_private = _came_from_private(response)
                if response.status_code in MOVED and "location" in response.headers:
                    return _Moved(location=response.headers["location"], is_private=is_private)
                media_type, charset = kind_of(response.headers.get("content-type", ""))
                data = self._body(response, str(url), media_type, check, is_conditional=bool(headers))
            finally:
                response.close()
        return Fetched(
            address=trip.address,
            final=str(url),
            status=response.status_code,
            media_type=media_type,
            charset=charset,
            data=data or b"",
            validators=validators_of(response) if data is not None else validators,
            is_unchanged=data is None,
            is_private=is_private,
        )

    def _body(
        self,
        response: httpx2.Response,
        final: str,
        media_type: str,
        check: Callable[[str, str], None],
        *,
        is_conditional: bool,
    ) -> bytes | None:
        """The body of an answer; None where the server says that it is what it was."""
        if response.status_code == 304 and is_conditional:
            return None
        check_status(response)
        check(final, media_type)
        length = response.headers.get("content-length", "").strip()
        if _LENGTH.fullmatch(length) and int(length) > self._limits.size:
            raise too_much(self._limits.size)
        encodings = [part.strip().lower() for part in response.headers.get("content-encoding", "").split(",")]
        return read_body(response.iter_raw(), encodings, self._limits.size)

    def _ask_robots(self, url: httpx2.URL, allows_private: bool) -> tuple[int, bytes]:
        """The robots.txt of a site, over five redirects at most."""
        guard, client = self._client(allows_private)
        seen = {str(url)}
        while True:
            self._allot(guard)
            self._pace.wait(url.host)
            with refusing():
                response = client.send(client.build_request("GET", url), stream=True)
                try:
                    if response.status_code in MOVED and "location" in response.headers:
                        if allows_private and not _came_from_private(response):
                            guard, client = self._client(False)
                        url = next_hop(url, response.headers["location"], seen, 5)
                        continue
                    if response.status_code != 200:
                        return response.status_code, b""
                    encodings = [p.strip().lower() for p in response.headers.get("content-encoding", "").split(",")]
                    return 200, read_body(response.iter_raw(), encodings, self._limits.size)
                finally:
                    response.close()

    def _allot(self, guard: Guard) -> None:
        """A new budget for the request that comes: its time, and as many bytes as a body may have, with a head."""
        guard.budget = Budget(
            clock=self._clock,
            deadline=self._clock() + self._limits.seconds,
            bytes_left=self._limits.size + 200_000,
            limit=self._limits.size,
        )

    def _client(self, allows_private: bool) -> tuple[Guard, httpx2.Client]:
        """The client of one policy: connections that one may use are none of the other's."""
        if allows_private not in self._clients:
            guard = Guard(self._resolve, allows_private=allows_private, network=self._network)
            headers = {
                "user-agent": self._agent,
                "accept": "text/html, application/xhtml+xml;q=0.9, application/xml;q=0.8, */*;q=0.5",
                "accept-encoding": "gzip, deflate",
                "accept-language": "en, *;q=0.5",
            }
            client = httpx2.Client(
                transport=Transport(guard, self._trusted),
                trust_env=False,
                follow_redirects=False,
                cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),  # none is taken
                headers=headers,
                timeout=httpx2.Timeout(self._limits.silence),
            )
            self._clients[allows_private] = guard, client
        return self._clients[allows_private]


@dataclass(slots=True, kw_only=True)
class _Trip:
    """How far one fetch has come."""

    address: str
    final: str
    status: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    location: str
    is_private: bool


def agent_name(contact: str | None) -> str:
    """What servers are told of who asks: the program, and whom they can write to."""
    try:
        edition = version("memcon")
    except PackageNotFoundError:
        edition = "0"
    told = re.sub(r"[^\x21-\x7e]+", " ", contact or "").strip()
    return f"{NAME}/{edition} ({told or 'reads news for one analyst'})"


def _came_from_private(response: httpx2.Response) -> bool:
    stream = response.extensions.get("network_stream")
    address = stream.get_extra_info("server_addr") if stream is not None else None
    return address is not None and reach_of(ip_address(address[0])) == "private"


def _on_the_way(trip: _Trip, words: str) -> str:
    """The message, with the place where it happened where that is not the one that was asked for."""
    return words if trip.final.rstrip("/") == trip.address.rstrip("/") else f"{words} (redirected to {trip.final})"
