"""The client against a server that does what servers should not."""

from __future__ import annotations

import gzip
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from memcon.acquire.http import Failed, Fetched, Fetcher, Limits
from memcon.domain.fetches import Validators
from tests.files import bomb
from tests.web_server import OTHER_PUBLIC, PUBLIC, Asked, Names, Send, Server, Wires, answer, serving

LIMITS = Limits(seconds=60.0, silence=30.0, size=100_000, redirects=3)

PRIVATE = {
    "loopback.example": ["127.0.0.1"],
    "loopback6.example": ["::1"],
    "intranet.example": ["10.1.2.3"],
    "home.example": ["192.168.1.7"],
    "carrier.example": ["100.64.9.9"],
    "metadata.example": ["169.254.169.254"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "mapped-link.example": ["::ffff:a9fe:a9fe"],
    "compatible.example": ["::7f00:1"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "sixtofour.example": ["2002:7f00:1::1"],
    "teredo.example": ["2001:0:808:808::1"],
    "unique.example": ["fd00::1"],
    "link6.example": ["fe80::1%lo"],
    "nothing.example": ["0.0.0.0"],
    "many.example": ["224.0.0.1"],
    "mixed.example": [PUBLIC, "10.0.0.1"],
    "mixed6.example": [PUBLIC, "::1"],
}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


class World:
    """A client among these names and wires."""

    def __init__(self, server: Server, names: Names, *, limits: Limits = LIMITS, pace: float = 0.0) -> None:
        self.server, self.names, self.wires = server, names, Wires(server.port)
        self.slept: list[float] = []
        self.fetcher = Fetcher(
            resolve=names,
            network=self.wires,
            limits=limits,
            pace=pace,
            clock=server.clock,
            sleep=self.slept.append,
            contact="desk@example.org",
        )

    def code(self, address: str) -> str:
        got = self.fetcher.fetch(address)
        assert isinstance(got, Failed), got
        assert got.problem.ref == address
        assert got.problem.hint
        return got.problem.code


@pytest.fixture
def world(server: Server) -> Iterator[World]:
    made = World(server, Names({"news.example": [PUBLIC], "other.example": [OTHER_PUBLIC], **PRIVATE}))
    yield made
    made.fetcher.close()


def test_credentials_are_told_to_nobody(world: World) -> None:
    """Neither to the server, nor in what is kept of the refusal, on the way of a redirect either."""
    world.server.pages["news.example/"] = answer(status=302, Location="http://clerk:secret@other.example/")
    for address in ("http://clerk:secret@news.example/", "http://news.example/"):
        got = world.fetcher.fetch(address)

        assert isinstance(got, Failed)
        assert got.problem.code == "address_with_credentials"
        assert "secret" not in repr(got)


def fetched(got: Fetched | Failed) -> Fetched:
    assert isinstance(got, Fetched), got
    return got


def test_page_as_it_came(world: World) -> None:
    """Bytes, place, media type and validators; the server is told who asks, and no more."""
    world.server.pages["/a"] = answer("<p>Ä", ETag='"7"', Last_Modified="Mon, 03 Nov 2025 10:00:00 GMT")
    got = fetched(world.fetcher.fetch("http://news.example/a#top"))

    assert got == Fetched(
        address="http://news.example/a#top",
        final="http://news.example/a",
        status=200,
        media_type="text/html",
        data="<p>Ä".encode(),
        validators=Validators(etag='"7"', last_modified="Mon, 03 Nov 2025 10:00:00 GMT"),
    )
    asked = world.server.asked[-1]
    assert asked.headers["user-agent"].startswith("memcon/")
    assert "desk@example.org" in asked.headers["user-agent"]
    assert asked.headers["host"] == "news.example"
    assert not {"cookie", "authorization", "referer", "from"} & set(asked.headers)


@pytest.mark.parametrize("host", sorted(PRIVATE))
def test_private_machines_are_not_reached(world: World, host: str) -> None:
    """However they are written: nothing is connected, also where one of several addresses is private."""
    world.server.pages["/"] = answer("secret")

    assert world.code(f"http://{host}/") == "address_private"
    assert world.wires.connected == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
)
def test_numbers_are_looked_at_as_names_are(server: Server, host: str) -> None:
    """The system's own resolver, which knows all these ways to write 127.0.0.1."""
    server.pages["/"] = answer("secret")
    with Fetcher(pace=0, limits=LIMITS) as fetcher:
        got = fetcher.fetch(f"http://{host}:{server.port}/")

    assert isinstance(got, Failed)
    assert got.problem.code == "address_private"
    assert server.asked == []


def test_name_is_resolved_once(server: Server) -> None:
    """A name that means another machine a moment later (rebinding) gains nothing: what was looked at is what is connected to."""
    names = Names({"rebind.example": [[PUBLIC], ["127.0.0.1"]]})
    world = World(server, names)
    server.pages["/"] = answer("page")
    server.pages["/robots.txt"] = answer("", kind="text/plain")

    first = world.fetcher.fetch("http://rebind.example/")
    assert world.wires.connected[:1] == [PUBLIC]
    assert set(world.wires.connected) == {PUBLIC}
    assert len(names.asked) - len(world.wires.connected) <= 1
    assert isinstance(
        first, Failed
    )  # the page's own connection, after that for robots.txt, resolved anew and was refused
    assert first.problem.code == "address_private"


@pytest.mark.parametrize("target", ["http://intranet.example/", "http://metadata.example/latest", "http://127.0.0.1/"])
def test_redirect_into_a_private_network_is_refused(world: World, target: str) -> None:
    """Each hop is looked at as the first was."""
    world.server.pages["news.example/"] = answer(status=302, Location=target)
    world.names._table["127.0.0.1"] = ["127.0.0.1"]

    assert world.code("http://news.example/") == "address_private"
    assert set(world.wires.connected) == {PUBLIC}


def test_redirects_are_followed_and_end(world: World) -> None:
    """Relative and to another host; a circle, too many, and one to another scheme are refused."""
    pages = world.server.pages
    pages["news.example/a"] = answer(status=301, Location="/b")
    pages["news.example/b"] = answer(status=307, Location="http://other.example/c", Set_Cookie="id=7")
    pages["other.example/c"] = answer("there")
    pages["news.example/circle"] = answer(status=302, Location="/circle2")
    pages["news.example/circle2"] = answer(status=302, Location="/circle")
    for n in range(9):
        pages[f"news.example/{n}"] = answer(status=303, Location=f"/{n + 1}")
    pages["news.example/file"] = answer(status=302, Location="file:///etc/passwd")
    pages["news.example/broken"] = answer(status=302, Location="http://[::1")
    pages["news.example/name"] = answer(status=302, Location="http://clerk:secret@other.example/")

    assert fetched(world.fetcher.fetch("http://news.example/a")).final == "http://other.example/c"
    assert "cookie" not in world.server.asked[-1].headers
    assert world.code("http://news.example/circle") == "too_many_redirects"
    assert world.code("http://news.example/0") == "too_many_redirects"
    assert world.code("http://news.example/file") == "address_not_valid"
    assert world.code("http://news.example/broken") == "address_not_valid"
    assert world.code("http://news.example/name") == "address_with_credentials"


@pytest.mark.parametrize("cookie", [b"id=7; Path=/", b"\xff=;;", b"=;;=", b"a=b; Expires=never"])
def test_cookies_are_not_taken(world: World, cookie: bytes) -> None:
    """None is sent back, on the way of a redirect neither, and one that is no text spoils nothing that comes later."""
    head = b"HTTP/1.1 302 Said\r\nLocation: /there\r\nContent-Length: 0\r\nConnection: close\r\nSet-Cookie: "
    world.server.pages["/"] = head + cookie + b"\r\n\r\n"
    world.server.pages["/there"] = answer("there")

    assert fetched(world.fetcher.fetch("http://news.example/")).data == b"there"
    assert fetched(world.fetcher.fetch("http://news.example/")).data == b"there"
    assert ["cookie" in request.headers for request in world.server.asked] == [False] * 4


def endless(_: Asked, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _n in range(10_000):
        send(b"1000\r\n" + b"x" * 0x1000 + b"\r\n")


def endless_head(_: Asked, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\n")
    for n in range(100_000):
        send(f"X-{n}: {'y' * 100}\r\n".encode())


def endless_news(_: Asked, send: Send) -> None:
    for _n in range(50_000):
        send(b"HTTP/1.1 100 Go on\r\n\r\n" * 10)


def trickle(first: bytes, drop: bytes) -> Callable[[Asked, Send], None]:
    def run(asked: Asked, send: Send) -> None:
        send(first)
        for _n in range(100):
            asked.pass_time(1.0)
            send(drop)

    return run


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

BAD: dict[str, tuple[bytes | Callable[[Asked, Send], None], str]] = {
    "endless body": (endless, "fetch_too_large"),
    "endless news": (endless_news, "fetch_too_large"),
    "endless head": (endless_head, "http_not_valid"),
    "too long by its own word": (answer("x", length=10_000_000_000), "fetch_too_large"),
    "slow body": (trickle(HEAD + b"Content-Length: 9999\r\n\r\n", b"x"), "fetch_too_slow"),
    "slow head": (trickle(HEAD, b"X-A: b\r\n"), "fetch_too_slow"),
    "slow news": (trickle(b"", b"HTTP/1.1 100 Go on\r\n\r\n"), "fetch_too_slow"),
    "shorter than it says": (answer("half", length=100), "body_cut"),
    "cut chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "body_cut"),
    "length below nothing": (HEAD + b"Content-Length: -5\r\n\r\nhello", "http_not_valid"),
    "two lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\nhello!!", "http_not_valid"),
    "no chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nhello", "http_not_valid"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.2\r\n", "http_not_valid"),
    "nothing": (b"", "http_not_valid"),
    "bomb": (answer(bomb(), Content_Encoding="gzip"), "unpacks_too_large"),
    "bomb in a bomb": (
        answer(bomb(2), Content_Encoding="gzip, gzip"),
        "unpacks_too_large",
    ),
    "cut gzip": (answer(gzip.compress(b"hello" * 99)[:-20], Content_Encoding="gzip"), "body_cut"),
    "no gzip": (answer("hello", Content_Encoding="gzip"), "body_cut"),
    "brotli": (answer("hello", Content_Encoding="br"), "packing_not_known"),
    "missing": (answer(status=404), "page_missing"),
    "gone": (answer(status=410), "page_missing"),
    "forbidden": (answer(status=403), "page_refused"),
    "part": (answer("hal", status=206), "page_refused"),
    "not modified, though nobody asked": (answer(status=304), "page_refused"),
    "busy": (answer(status=503), "server_busy"),
    "moved to nowhere": (answer(status=302), "page_refused"),
}


@pytest.mark.parametrize("case", sorted(BAD))
def test_bad_answers_are_refused_within_bounds(world: World, case: str) -> None:
    """Each has its own reason, and none takes longer or more than a page may."""
    page, code = BAD[case]
    world.server.pages["/"] = page

    assert world.code("http://news.example/") == code


def test_silence(server: Server) -> None:
    """A server that takes the request and says nothing is left."""
    is_over = threading.Event()
    world = World(server, Names({"news.example": [PUBLIC]}), limits=replace(LIMITS, silence=1.0))

    def silent(_: Asked, __: Send) -> None:
        is_over.wait(20)

    server.pages["/"] = silent

    assert world.code("http://news.example/") == "fetch_too_slow"
    is_over.set()


def test_longer_than_it_says_is_as_long_as_it_says(world: World) -> None:
    """What stands behind the end is no part of the page, nor of the next one."""
    world.server.pages["/"] = answer("hello and more", length=5)
    world.server.pages["/next"] = answer("next")

    assert fetched(world.fetcher.fetch("http://news.example/")).data == b"hello"
    assert fetched(world.fetcher.fetch("http://news.example/next")).data == b"next"


def test_unknown_hosts_and_closed_doors(world: World) -> None:
    """What can't be reached may be reached later."""
    world.names._table["away.example"] = ["8.8.4.4"]
    away, unknown = (world.fetcher.fetch(f"http://{host}.example/") for host in ("away", "unknown"))

    assert isinstance(away, Failed)
    assert (away.problem.code, away.is_passing) == ("connection_failed", True)
    assert isinstance(unknown, Failed)
    assert (unknown.problem.code, unknown.is_passing) == ("host_not_found", True)


def test_a_second_address_is_tried(world: World) -> None:
    """Where the first of a name does not answer."""
    world.names._table["two.example"] = ["8.8.4.4", PUBLIC]
    world.server.pages["/"] = answer("page")

    assert fetched(world.fetcher.fetch("http://two.example/")).data == b"page"


def test_no_more_than_a_few_addresses_are_tried(world: World) -> None:
    """A name may have thousands."""
    world.names._table["many-public.example"] = [f"8.8.{n}.{m}" for n in range(9) for m in range(1, 9)]

    assert world.code("http://many-public.example/") == "connection_failed"
    assert len(world.wires.connected) == 4


def test_proxies_of_the_environment_are_not_used(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy would resolve names itself, and reach what must not be reached."""
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://10.0.0.9:3128")
    world.server.pages["/"] = answer("page")

    assert fetched(world.fetcher.fetch("http://news.example/")).data == b"page"
    assert set(world.wires.connected) == {PUBLIC}


def test_page_that_has_not_changed_is_not_sent_again(world: World) -> None:
    """The server is asked with what it gave to tell by."""
    world.server.pages["/"] = [answer("page", ETag='"7"'), answer(status=304), answer("other", ETag='"8"')]
    first = fetched(world.fetcher.fetch("http://news.example/"))
    second = fetched(world.fetcher.fetch("http://news.example/", validators=first.validators))
    third = fetched(world.fetcher.fetch("http://news.example/", validators=first.validators))

    assert [request.headers.get("if-none-match") for request in world.server.asked] == [None, '"7"', '"7"']
    assert (second.is_unchanged, second.validators, second.data) == (True, first.validators, b"")
    assert (third.is_unchanged, third.data, third.validators) == (False, b"other", Validators(etag='"8"'))


def test_robots(world: World) -> None:
    """What a site does not let programs fetch is not fetched; asked once; where it can't say, nothing is."""
    pages = world.server.pages
    pages["news.example/robots.txt"] = answer("User-agent: memcon\nDisallow: /inside\n", kind="text/plain")
    pages["/inside/a"] = pages["/outside"] = pages["/"] = answer("page")
    pages["other.example/robots.txt"] = answer(status=503)

    assert world.code("http://news.example/inside/a") == "robots_disallowed"
    assert fetched(world.fetcher.fetch("http://news.example/outside")).data == b"page"
    assert world.server.paths() == ["/robots.txt", "/outside"]
    assert world.code("http://other.example/") == "robots_unreachable"
    world.server.pages["other.example/robots.txt"] = answer("", kind="text/plain")
    assert fetched(world.fetcher.fetch("http://other.example/")).data == b"page"


def test_rules_of_a_site_are_asked_for_again(world: World) -> None:
    """After some hours; a site that is asked too often has not said yes."""
    pages = world.server.pages
    pages["/"] = answer("page")
    pages["news.example/robots.txt"] = [answer("", kind="text/plain"), answer(status=429)]

    assert fetched(world.fetcher.fetch("http://news.example/")).data == b"page"
    world.server.pass_time(5 * 3600)
    assert fetched(world.fetcher.fetch("http://news.example/")).data == b"page"
    world.server.pass_time(2 * 3600)
    assert world.code("http://news.example/") == "robots_unreachable"
    assert world.server.paths() == ["/robots.txt", "/", "/", "/robots.txt"]


def test_robots_of_the_host_that_a_redirect_leads_to(world: World) -> None:
    """Each host speaks for itself."""
    pages = world.server.pages
    pages["news.example/"] = answer(status=302, Location="http://other.example/x")
    pages["other.example/robots.txt"] = answer("User-agent: *\nDisallow: /", kind="text/plain")

    assert world.code("http://news.example/") == "robots_disallowed"


def test_a_pause_between_requests_to_a_host(server: Server) -> None:
    """As long as we wait by ourselves, or as the host wishes; other hosts need not wait."""
    moments = count()
    waited: list[float] = []
    names = Names({"news.example": [PUBLIC], "other.example": [OTHER_PUBLIC]})
    fetcher = Fetcher(
        resolve=names,
        network=Wires(server.port),
        pace=5.0,
        clock=lambda: float(next(moments)) / 1_000,
        sleep=waited.append,
    )
    server.pages["/"] = answer("page")
    server.pages["other.example/robots.txt"] = answer("User-agent: *\nCrawl-delay: 900", kind="text/plain")

    fetcher.fetch("http://news.example/")
    fetcher.fetch("http://news.example/")
    fetcher.fetch("http://other.example/")

    assert [round(seconds) for seconds in waited] == [5, 5, 30]


def test_server_that_asks_to_wait(world: World) -> None:
    """In seconds, or until a date long past; never for more than a day."""
    world.server.pages["/"] = [
        answer(status=429, Retry_After="120"),
        answer(status=503, Retry_After="Mon, 03 Nov 2025 10:00:00 GMT"),
        answer(status=503, Retry_After="999999999"),
        answer(status=503, Retry_After="soon"),
    ]
    got = [world.fetcher.fetch("http://news.example/") for _ in range(4)]

    assert [each.after for each in got if isinstance(each, Failed)] == [120.0, 0.0, 86_400.0, None]


def test_own_network_by_request(server: Server) -> None:
    """With allow-private a page of one's own network comes; what clouds keep for themselves does not, and the public internet leads there neither way."""
    names = Names(
        {
            "news.example": [PUBLIC],
            "other.example": [OTHER_PUBLIC],
            "intranet.example": ["10.1.2.3"],
            "metadata.example": ["169.254.169.254"],
        }
    )
    wires = Wires(server.port, reached=(PUBLIC, OTHER_PUBLIC, "10.1.2.3"))
    pages = server.pages
    pages["intranet.example/"] = answer("inside")
    pages["news.example/"] = answer(status=302, Location="http://intranet.example/")
    pages["intranet.example/on"] = answer(status=302, Location="/")
    pages["other.example/robots.txt"] = answer(status=302, Location="http://intranet.example/robots.txt")
    pages["intranet.example/robots.txt"] = answer("", kind="text/plain")
    with Fetcher(allows_private=True, resolve=names, network=wires, pace=0, limits=LIMITS) as fetcher:
        inside = fetched(fetcher.fetch("http://intranet.example/"))
        hop = fetched(fetcher.fetch("http://intranet.example/on"))
        led, robots, metadata, told = (
            fetcher.fetch("http://news.example/"),
            fetcher.fetch("http://other.example/"),
            fetcher.fetch("http://metadata.example/"),
            fetcher.fetch("http://intranet.example/", may_be_private=False),
        )

    assert (inside.data, inside.is_private, hop.data) == (b"inside", True, b"inside")
    assert [each.problem.code for each in (led, robots, metadata, told) if isinstance(each, Failed)] == [
        "address_private"
    ] * 4


CERTIFICATE = Path(__file__).with_name("news.example.pem")


def test_certificates() -> None:
    """A server must prove by a certificate that counts that it is the host of the address; https never goes on as http."""
    names = Names({"news.example": [PUBLIC], "other.example": [PUBLIC]})
    own = ssl.create_default_context(cafile=CERTIFICATE)
    with serving(CERTIFICATE) as server:
        wires = Wires(server.port)
        server.pages["/"] = answer("page")
        server.pages["/down"] = answer(status=302, Location="http://news.example/")
        with Fetcher(resolve=names, network=wires, pace=0, trusted=own) as fetcher:
            page, other, down = (
                fetcher.fetch(f"https://{place}") for place in ("news.example/", "other.example/", "news.example/down")
            )
        with Fetcher(resolve=names, network=wires, pace=0) as fetcher:
            unknown = fetcher.fetch("https://news.example/")

    assert fetched(page).data == b"page"
    assert [each.problem.code for each in (other, down, unknown) if isinstance(each, Failed)] == [
        "certificate_refused",
        "redirect_refused",
        "certificate_refused",
    ]
