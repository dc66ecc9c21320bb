"""What servers and addresses try, each with the code of the problem that it ends in; the table in the documentation is this one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from memcon.acquire.http import Failed, Fetcher, Limits
from tests.files import bomb
from tests.web_server import PUBLIC, Asked, Names, Send, Server, Wires, answer, serving

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "inputs.md"


def endless(_: Asked, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _n in range(10_000):
        send(b"1000\r\n" + b"x" * 0x1000 + b"\r\n")


def slow(asked: Asked, send: Send) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n")
    for _n in range(100):
        asked.pass_time(1.0)
        send(b"x")


NAMES: dict[str, Sequence[str] | Sequence[Sequence[str]]] = {
    "news.example": [PUBLIC],
    "loopback.example": ["127.0.0.1"],
    "intranet.example": ["10.1.2.3"],
    "link.example": ["fe80::1%lo"],
    "metadata.example": ["169.254.169.254"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "sixtofour.example": ["2002:7f00:1::1"],
    "mixed.example": [PUBLIC, "10.0.0.1"],
    "rebind.example": [[PUBLIC], ["127.0.0.1"]],
}

BY_ADDRESS = {
    "a name of this machine (127.0.0.1)": ("http://loopback.example/", "address_private"),
    "a name of the own network (10.1.2.3)": ("http://intranet.example/", "address_private"),
    "a link-local address": ("http://link.example/", "address_private"),
    "where clouds keep credentials (169.254.169.254)": ("http://metadata.example/", "address_private"),
    "an IPv4 address mapped into IPv6": ("http://mapped.example/", "address_private"),
    "this machine through NAT64": ("http://nat64.example/", "address_private"),
    "this machine through 6to4": ("http://sixtofour.example/", "address_private"),
    "a name with a public and a private address": ("http://mixed.example/", "address_private"),
    "a name that means another machine a moment later (rebinding)": ("http://rebind.example/", "address_private"),
    "a user name and password in the address": ("http://clerk:secret@news.example/", "address_with_credentials"),
    "another scheme": ("file:///etc/passwd", "address_not_valid"),
    "a line end with a head line behind it": ("http://news.example/\r\nHost: other", "address_not_valid"),
    "a host that two programs read otherwise": ("http://news.example\\@loopback.example/", "address_not_valid"),
}

BY_ANSWER: dict[str, tuple[bytes | Callable[[Asked, Send], None], str]] = {
    "a redirect to this machine": (answer(status=302, Location="http://loopback.example/"), "address_private"),
    "a redirect with a password": (
        answer(status=302, Location="http://clerk:secret@news.example/"),
        "address_with_credentials",
    ),
    "a redirect to a file": (answer(status=302, Location="file:///etc/passwd"), "address_not_valid"),
    "redirects in a circle": (answer(status=302, Location="/page"), "too_many_redirects"),
    "a body without end": (endless, "fetch_too_large"),
    "a body of ten gigabytes by its own word": (answer("x", length=10_000_000_000), "fetch_too_large"),
    "a byte a second": (slow, "fetch_too_slow"),
    "a packed body that swells (bomb)": (answer(bomb(), Content_Encoding="gzip"), "unpacks_too_large"),
    "a bomb in a bomb": (answer(bomb(2), Content_Encoding="gzip, gzip"), "unpacks_too_large"),
    "less than the length that it says": (answer("half", length=100), "body_cut"),
    "a length below nothing": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -5\r\n\r\nhello",
        "http_not_valid",
    ),
    "two lengths": (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello!!",
        "http_not_valid",
    ),
    "no HTTP at all": (b"SSH-2.0-OpenSSH_9.2\r\n", "http_not_valid"),
    "a packing that nobody asked for": (answer("hello", Content_Encoding="br"), "packing_not_known"),
}

ATTACKS = {**{name: code for name, (_, code) in BY_ADDRESS.items()}, **{n: code for n, (_, code) in BY_ANSWER.items()}}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def code_of(server: Server, address: str) -> tuple[str, set[str]]:
    """The code that fetching ends in, and the machines that were connected to."""
    wires = Wires(server.port)
    limits = Limits(seconds=60.0, silence=30.0, size=100_000, redirects=3)
    with Fetcher(resolve=Names(NAMES), network=wires, limits=limits, pace=0, clock=server.clock) as fetcher:
        got = fetcher.fetch(address)
    assert isinstance(got, Failed), got
    assert got.problem.hint
    assert "secret" not in repr(got)
    return got.problem.code, set(wires.connected)


@pytest.mark.parametrize("attack", BY_ADDRESS)
def test_by_an_address(server: Server, attack: str) -> None:
    """No machine but public ones is connected to."""
    address, code = BY_ADDRESS[attack]
    server.pages["/"] = answer("page")

    assert code_of(server, address) in ((code, set()), (code, {PUBLIC}))


@pytest.mark.parametrize("attack", BY_ANSWER)
def test_by_an_answer(server: Server, attack: str) -> None:
    page, code = BY_ANSWER[attack]
    server.pages["/page"] = page

    assert code_of(server, "http://news.example/page") == (code, {PUBLIC})


def test_the_table_of_the_documentation_is_this_one() -> None:
    """Row by row."""
    rows = re.findall(r"^\| (.+?) \| \[`(\w+)`\]\(problems\.md#\2\) \|$", PAGE.read_text(encoding="utf-8"), re.M)

    assert rows == list(ATTACKS.items())
