"""Web archives: pages by their addresses, whatever else is counted, cuts are said."""

from __future__ import annotations

import io

import pytest

from memcon.acquire.members import Member, Room
from memcon.acquire.warcs import read_warc
from memcon.domain.problems import Problem
from tests.files import LATER, page, warc

PAGE = page("Ministers meet").encode()
TWO = (
    ("https://fjord.example/1", "text/html; charset=windows-1252", PAGE),
    ("https://fjord.example/2", "text/plain", LATER.encode()),
)


def read(data: bytes) -> list[Member | Problem]:
    return [*read_warc(io.BytesIO(data), "a.warc", Room(len(data)))]


def outline(got: list[Member | Problem]) -> list[str]:
    return [f"{each.ref} {each.suffix}" if isinstance(each, Member) else each.code for each in got]


@pytest.mark.parametrize("is_packed", [True, False])
def test_pages_are_called_by_their_addresses(is_packed: bool) -> None:
    """With the charset that came with them."""
    got = read(warc(*TWO, is_packed=is_packed))
    first, second = (each for each in got if isinstance(each, Member))

    assert ["https://fjord.example/1 .html", "https://fjord.example/2 .txt"] == outline(got)
    assert (PAGE, LATER.encode()) == (first.stream.read(), second.stream.read())
    assert {"url": "https://fjord.example/1", "charset": "windows-1252"} == first.stated


def test_what_is_no_page_is_counted() -> None:
    """Pictures by their kind, answers by their status."""
    pictures = [(f"https://fjord.example/{n}.png", "image/png", b"a") for n in range(3)]
    *_, last = read(warc(*TWO, *pictures, ("dns:fjord.example", "text/dns", b"a")))
    [moved] = read(warc(*TWO, status="301 Moved"))

    assert isinstance(last, Problem)
    assert isinstance(moved, Problem)
    assert ("records not read: image/png (3), addresses that are none (1)", False) == (last.message, last.is_fatal)
    assert "records not read: answers with status 301 (2)" == moved.message


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("share", [0.5, 0.8, 0.97])
def test_a_cut_is_said_wherever_it_is(is_packed: bool, share: float) -> None:
    """In the middle of a page or of a record's head; what came before stands."""
    whole = warc(
        *TWO,
        *((f"https://fjord.example/{n}", "text/html", page(f"Report {n}").encode()) for n in range(3, 9)),
        is_packed=is_packed,
    )
    got = read(whole[: int(len(whole) * share)])

    assert outline(got)[:2] == ["https://fjord.example/1 .html", "https://fjord.example/2 .txt"]
    assert "archive_damaged" in outline(got)
    assert "archive_damaged" not in outline(read(whole))


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\nX: " + b"a" * 3_000_000,
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Length: 99999999999\r\n"
        b"Content-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>",
        b"hello\n" * 100,
    ],
)
def test_forged_archives(data: bytes) -> None:
    """A head without an end, a length that is none, no archive at all."""
    assert {"archive_damaged"} == set(outline(read(data)))


def test_pages_packed_with_brotli_are_unpacked_within_bounds() -> None:
    """Megabytes of one letter take no more than a document may have."""
    import brotli

    packed = brotli.compress(PAGE)
    good, bomb, broken = (
        read(warc(("https://fjord.example/1", "text/html", body), Content_Encoding="br"))
        for body in (packed, brotli.compress(b"a" * 12_000_000, quality=1), packed[:-9])
    )

    assert [PAGE] == [each.stream.read() for each in good if isinstance(each, Member)]
    assert [10_000_001] == [min(len(each.stream.read()), 10_000_001) for each in bomb if isinstance(each, Member)]
    assert ["archive_damaged"] == outline(broken)


def test_credentials_are_no_part_of_an_address() -> None:
    """They are not kept."""
    assert ["https://…@fjord.example/1 .html"] == outline(
        read(warc(("https://clerk:secret@fjord.example/1", "text/html", PAGE)))
    )
