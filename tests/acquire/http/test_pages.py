"""Pages by their addresses, as captures; what was asked is remembered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from memcon.acquire.http import Asked, Failed, Fetcher, captures_at
from memcon.acquire.refs import without_tracking
from memcon.domain.documents import Capture
from memcon.domain.fetches import Fetch, Held, Validators
from memcon.domain.problems import Problem
from memcon.extract import extract
from tests.web_server import PUBLIC, Names, Server, Wires, answer, serving

NOON = "2031-05-01T12:00:00Z"
PAGE = """<html><head><title>Talks</title><link rel="canonical" href="https://other.example/x">
<meta property="og:url" content="https://other.example/x"></head>
<body><article><h1>Talks in Oslo</h1><p>The ministers of Norway and Sweden met in Oslo on Monday to discuss the strait.</p>
<p>They will meet again in Stockholm in June, the ministry said in a statement after the talks.</p></article></body></html>"""


class Book:
    """A memory that a test can look into."""

    def __init__(self) -> None:
        self.fetches: list[Fetch] = []
        self.held: dict[str, Held] = {}

    def held_page(self, address: str) -> Held | None:
        return self.held.get(address)

    def keep_fetch(self, fetch: Fetch) -> None:
        self.fetches.append(fetch)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def fetcher(server: Server) -> Iterator[Fetcher]:
    with Fetcher(resolve=Names({"news.example": [PUBLIC]}), network=Wires(server.port), pace=0) as made:
        yield made


def at(path: str, fetcher: Fetcher, book: Book | None = None, **said: object) -> list[Capture | Problem]:
    asked = Asked(address=f"http://news.example{path}")
    return list(captures_at(replace(asked, **said), fetcher, now=lambda: NOON, memory=book))  # type: ignore[arg-type]


def test_page_is_a_capture_with_its_address(server: Server, fetcher: Fetcher) -> None:
    """The bytes as they came; the address is where they came from, whatever the page says of itself."""
    server.pages["/a?utm_source=mail&id=7"] = answer(PAGE)
    [capture] = at("/a?utm_source=mail&id=7", fetcher)

    assert capture == Capture(
        ref="http://news.example/a?utm_source=mail&id=7",
        data=PAGE.encode(),
        media_type="text/html",
        stated={"url": "http://news.example/a?id=7"},
    )
    assert isinstance(capture, Capture)
    document, _ = extract(capture)
    assert document is not None
    assert document.url == "http://news.example/a?id=7"


def test_what_a_feed_announced_counts_where_the_page_says_nothing(server: Server, fetcher: Fetcher) -> None:
    """The page's own word on its title goes before; its silence on the date does not."""
    server.pages["/a"] = answer(PAGE)
    [capture] = at("/a", fetcher, announced={"title": "Something else", "published": "2031-04-30"})
    assert isinstance(capture, Capture)
    document, _ = extract(capture)

    assert document is not None
    assert (document.title, document.published, document.published_basis) == ("Talks in Oslo", "2031-04-30", "metadata")


@pytest.mark.parametrize(
    ("kind", "path", "body", "found"),
    [
        ("text/plain; charset=utf-8", "/a", "The envoys met.", ["text/plain"]),
        ("text/markdown", "/a", "# Talks", ["text/markdown"]),
        ("application/xhtml+xml", "/a", PAGE, ["text/html"]),
        ("text/html", "/a.php", PAGE, ["text/html"]),
        ("", "/a.html", PAGE, ["text/html"]),
        ("application/octet-stream", "/a.txt", "The envoys met.", ["text/plain"]),
        ("application/json", "/a", json.dumps([{"text": "One."}, {"text": "Two."}]), ["application/json"] * 2),
        ("text/csv", "/a", "text\nOne.\nTwo.\n", ["application/json"] * 2),
        ("image/png", "/a", "x", ["content_not_read"]),
        ("application/zip", "/a", "x", ["content_not_read"]),
        ("application/rss+xml", "/a", "<rss/>", ["feed_not_document"]),
        ("text/xml", "/a", '<?xml version="1.0"?>\n<!-- a -->\n<feed xmlns="x"/>', ["feed_not_document"]),
        ("text/html", "/a", "<urlset></urlset>", ["feed_not_document"]),
    ],
)
def test_kinds_of_pages(server: Server, fetcher: Fetcher, kind: str, path: str, body: str, found: list[str]) -> None:
    """The media type tells what a page is read as; where it tells nothing, the address and the first bytes do."""
    server.pages[path] = answer(body, kind=kind)

    assert [c.media_type if isinstance(c, Capture) else c.code for c in at(path, fetcher)] == found


def test_charset_that_the_server_tells(server: Server, fetcher: Fetcher) -> None:
    """It counts where the page tells none; also when the page is taken from where it is kept."""
    text = "Министры встретились в Осло, чтобы обсудить пролив."
    server.pages["/a"] = [
        answer(text.encode("koi8-r"), kind='text/plain; charset="KOI8-R"', ETag='"7"'),
        answer(status=304, kind=""),
    ]
    book = Book()
    [first] = at("/a", fetcher, book)
    assert isinstance(first, Capture)
    kept = book.fetches[0].media_type or ""
    book.held["http://news.example/a"] = Held(
        data=first.data, final=book.fetches[0].final, media_type=kept, validators=Validators(etag='"7"')
    )
    [second] = at("/a", fetcher, book)
    document, _ = extract(first)

    assert document is not None
    assert document.text == text
    assert (kept, second) == ("text/plain; charset=koi8-r", first)


def test_requests_are_remembered(server: Server, fetcher: Fetcher) -> None:
    """When, what, by what it can be told again, and what came of it; failures too."""
    server.pages["/a"] = answer(PAGE, ETag='"7"', Last_Modified="Mon, 03 Nov 2025 10:00:00 GMT")
    book = Book()
    told: list[Failed] = []
    at("/a", fetcher, book, source="mail")
    gone = Asked(address="http://news.example/gone")
    list(captures_at(gone, fetcher, now=lambda: NOON, memory=book, told=told.append))

    known = Fetch(
        at=NOON, address="http://news.example/a", final="http://news.example/a", outcome="fetched", status=200
    )
    assert book.fetches == [
        replace(
            known,
            validators=Validators(etag='"7"', last_modified="Mon, 03 Nov 2025 10:00:00 GMT"),
            media_type="text/html",
            size=len(PAGE),
            sha256=hashlib.sha256(PAGE.encode()).hexdigest(),
            source="mail",
        ),
        replace(known, address=gone.address, final=gone.address, outcome="page_missing", status=404),
    ]
    assert [each.problem.code for each in told] == ["page_missing"]


def test_page_that_has_not_changed_is_taken_from_where_it_is_kept(server: Server, fetcher: Fetcher) -> None:
    """It comes as it came before, and that it was asked for is remembered."""
    server.pages["/a"] = answer(status=304)
    book = Book()
    validators = Validators(etag='"7"')
    book.held["http://news.example/a"] = Held(
        data=PAGE.encode(), final="http://news.example/b", media_type="text/html", validators=validators
    )
    [capture] = at("/a", fetcher, book)

    assert isinstance(capture, Capture)
    assert (capture.data, capture.stated["url"]) == (PAGE.encode(), "http://news.example/b")
    assert [(f.outcome, f.validators) for f in book.fetches] == [("unchanged", validators)]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://example.org/a?b=1&c=%C3%A4#d", "https://example.org/a?b=1&c=%C3%A4"),
        ("https://example.org/a?utm_source=x&utm_medium=y", "https://example.org/a"),
        ("https://example.org/a?fbclid=1&id=2&empty=", "https://example.org/a?id=2&empty="),
        ("https://example.org/a?b", "https://example.org/a?b"),
        ("https://[broken", "https://[broken"),
    ],
)
def test_tracking_is_no_part_of_an_address(given: str, kept: str) -> None:
    """What leads to the page stays as it is written."""
    assert without_tracking(given) == kept
