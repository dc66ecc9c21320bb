"""Articles and addresses are other people's input: nothing in them acts, and nothing that is asked is a fault of ours."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from memcon.domain.actors import Actor, Office
from memcon.domain.documents import Block, Document
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.domain.records import (
    Attribution,
    Channel,
    ChannelRef,
    Commitment,
    Event,
    Participant,
    Phrase,
    Place,
    Position,
    Precedent,
    Process,
    Statement,
    StatusStep,
    When,
)
from memcon.domain.spans import Span, cite
from memcon.ledger.assertions import assert_reading
from memcon.store.ledger import LedgerStore
from tests.serve.conftest import NOW, connect_to

EVIL = (
    "</title><script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>{{7*7}}{% raw %}"
    "\u202e\u2066drow\u2069 \x1b[31mred\x00\x07 &lt;b&gt; javascript:alert(4) מזל טוב"
)
pytestmark = pytest.mark.model

SEP = "\n\n"
TEXT = EVIL.replace("\x00", "") + SEP + "<p>" + "w" * 2_000_000 + SEP + "The ministers met in Oslo."

OURS = {
    "html", "head", "meta", "title", "link", "script", "body", "a", "header", "div", "form", "input", "details", "summary", "span", "strong",
    "label", "button", "nav", "ul", "ol", "li", "main", "h1", "h2", "h3", "p", "footer", "section", "aside", "dl", "dt", "dd", "abbr", "blockquote",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "select", "option", "article", "mark", "i", "svg", "rect", "line", "circle", "text", "s", "br",
    "code", "textarea", "kbd",
}  # fmt: skip
"""The elements that our templates write."""


class Seen(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def hostile_reading() -> Reading:
    """One of everything, each name and word of it hostile."""
    text = TEXT
    span = Span(0, len(EVIL) - 1)
    said = cite(text, span)
    outlet = Attribution(kind="unnamed", speaker_text=EVIL, cue=EVIL, hedge=EVIL, via=(EVIL,))
    phrase = Phrase(text=EVIL, span=span)
    step = StatusStep(status="held", evidence=said, attribution=outlet, word=phrase)
    actor = Actor(
        id="actor_e7110000e7110000",
        name=EVIL,
        kind="person",
        country="NOR",
        aliases=(EVIL + "2",),
        offices=(Office(title=EVIL, evidence=said),),
    )
    event = Event(
        id="event_e7110000e7110000", kind=EVIL[:30], label=EVIL, statuses=(step,), evidence=(said,), channel=ChannelRef(id="channel_e7110000e7110000", name=EVIL),
        ordinal=7, when=When(edtf="2025-11-03", text=EVIL, span=span), place=Place(name=EVIL, span=span),
        participants=(Participant(actor="actor_e7110000e7110000", role="host", office=EVIL, span=span),), agenda=(phrase,), outcome=(phrase,),
    )  # fmt: skip
    return Reading(
        document=Document(
            id="doc_evil", ref="/secret/place/evil.html", text=text, title=EVIL, publisher=EVIL, wire=EVIL, byline=(EVIL,), published="2025-11-04",
            published_basis="given", url="javascript:alert(5)", language='en" onload="alert(6)', blocks=(Block(kind="body", span=span),),
        ),
        actors=(actor,),
        channels=(Channel(id="channel_e7110000e7110000", name=EVIL, evidence=(said,), parties=("actor_e7110000e7110000",), purpose=EVIL, level=EVIL, cadence=EVIL),),
        events=(event,),
        statements=(
            Statement(
                id="statement_e7110000e7110000", speaker="actor_e7110000e7110000", speaker_text=EVIL, speaker_span=span, cue=phrase, content_text=EVIL,
                content_spans=(span,), quote_type="direct", evidence=(said,), medium=EVIL, about=("event_e7110000e7110000",), hedge=EVIL,
            ),
        ),
        positions=(
            Position(
                id="position_e7110000e7110000", actor="actor_e7110000e7110000", stance="oppose", target_text=EVIL, attribution=outlet, evidence=(said,),
                target="event_e7110000e7110000", grounds=EVIL,
            ),
        ),
        commitments=(
            Commitment(
                id="commitment_e7110000e7110000", parties=("actor_e7110000e7110000",), text=EVIL, evidence=(said,), instrument=EVIL, follow_ups=("event_e7110000e7110000",)
            ),
        ),
        processes=(Process(id="process_e7110000e7110000", name=EVIL, evidence=(said,), basis=EVIL, conditions=(EVIL,), milestones=(EVIL,), target=EVIL),),
        precedents=(Precedent(id="precedent_e7110000e7110000", text=EVIL, evidence=(said,), event="event_e7110000e7110000", scope=EVIL),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory, reader: Any) -> Iterator[TestClient]:
    """A client of a server on a ledger of a hostile document, that may be edited."""
    place = tmp_path_factory.mktemp("evil") / "evil.db"
    store = LedgerStore.open(place)
    reading = hostile_reading()
    problem = Problem(code="part_not_read", message=EVIL, hint=EVIL, ref=EVIL, span=Span(0, 4), is_fatal=False)
    store.append(recorded_at=NOW, document=reading.document, entries=assert_reading(reading), problems=[problem])
    store.close()
    with connect_to(place, reader, is_editable=True, editor='"><script>') as client:
        yield client


SINGLE = (
    "/events/event_e7110000e7110000", "/actors/actor_e7110000e7110000", "/channels/channel_e7110000e7110000", "/statements/statement_e7110000e7110000", "/positions/position_e7110000e7110000",
    "/commitments/commitment_e7110000e7110000", "/processes/process_e7110000e7110000", "/precedents/precedent_e7110000e7110000", "/documents/doc_evil",
    "/documents/doc_evil?mark=0-50", "/documents/doc_evil?mark=0-9-title", "/documents/doc_evil?start=500000",
)  # fmt: skip
LISTS = (
    "/", "/timeline", "/statements", "/positions", "/commitments", "/processes", "/precedents", "/channels", "/actors", "/network", "/documents",
    "/review", "/read", "/search?q=alert", "/search?q=alert&in=statements", "/search?q=oslo&in=quotations", "/timeline?order=newest",
)  # fmt: skip


@pytest.mark.parametrize("path", [*LISTS, *SINGLE])
def test_no_word_of_an_article_becomes_markup(evil: TestClient, path: str) -> None:
    """Only our elements, no handler, no address but of this server, no character that acts on a screen; and no page as long as the text."""
    page = evil.get(path)
    seen = Seen()
    seen.feed(page.text)

    assert page.status_code == 200
    assert seen.tags <= OURS
    assert [name for name, _ in seen.attributes if name.startswith("on") or name == "style"] == []
    assert [
        v for name, v in seen.attributes if name in ("href", "src", "action") and not v.startswith(("/", "#"))
    ] == []
    assert {v for name, v in seen.attributes if name == "lang"} <= {"en", 'en" onload="alert(6)'}
    assert not set(page.text) & set("\x00\x07\x1b\u202e\u2066\u2069")
    assert len(page.content) < 600_000
    assert "secret/place" not in page.text


@pytest.mark.parametrize("path", [*LISTS, *SINGLE])
def test_data_says_it_as_it_is_and_whole(evil: TestClient, path: str) -> None:
    """As JSON, of its own kind: a browser shows it as no page."""
    name, _, query = path.partition("?")
    if name == "/read":
        return
    told = evil.get(f"{'/index' if name == '/' else name}.json?{query}")

    assert told.status_code == 200
    assert told.headers["content-type"] == "application/json"
    assert "/secret/" not in told.text


@pytest.mark.parametrize(
    "name", ["timeline", "statements", "positions", "commitments", "processes", "precedents", "channels", "documents"]
)
def test_tables_hold_no_formula_and_no_control(evil: TestClient, name: str) -> None:
    """A row stays a row."""
    rows = evil.get(f"/{name}.csv").text

    assert len(rows.splitlines()) == 2
    assert not set(rows) & set("\x00\x07\x1b\u202e")


WORDS = (
    "'", '"', "''--", "\\", "%", "_", "*", "(", ")", "NOT", "AND OR", 'NEAR("a" "b")', "a*", "^a", "-", "--", "+", ":", "col:x", "{}", "[]", "<script>",
    "../../etc/passwd", "%2e%2e/", "\u202etxt", "💥", "𝔘", "ß" * 290, "a b " * 70, "1; DROP TABLE entries", "0", "-1", "9" * 40, "1e999", "NaN", "null",
    "2025-02-31", "2025-13", "9999", "0000-00-00", "XXXX-11-03", "2025/2024", "../..", "..", "2025-11-03T99:99", "٢٠٢٥", "2025~", "-0001",
)  # fmt: skip
RAW = ("%00", "%FF", "%ED%A0%80", "%1b[31m", "%0d%0aSet-Cookie:x=1", "%", "%zz", "%C0%AF", "%E2%80%AE")
FILTERS = (
    "as_of",
    "recorded",
    "since",
    "until",
    "actor",
    "channel",
    "country",
    "about",
    "process",
    "kind",
    "status",
    "after",
    "limit",
    "order",
)
ASKED = (
    "/api/v1/events",
    "/api/v1/statements",
    "/api/v1/positions",
    "/api/v1/channels",
    "/api/v1/search",
    "/api/v1/documents",
    "/api/v1/changes",
)


def test_a_hundred_bad_inputs_are_no_fault_of_ours(evil: TestClient) -> None:
    """Each hostile value in three of the filters of events; the answer is a page of nothing, or says what is wrong."""
    for n, word in enumerate(WORDS):
        for name in (FILTERS[n % len(FILTERS)], FILTERS[(n + 5) % len(FILTERS)], FILTERS[(n + 9) % len(FILTERS)]):
            answer = evil.get(f"/api/v1/events?{name}={quote(word)}")
            assert answer.status_code in (200, 400), (name, word, answer.text[:200])
            assert answer.headers["content-type"] in ("application/json", "application/problem+json")


@pytest.mark.slow
@pytest.mark.parametrize("path", ASKED)
def test_words_that_look_like_queries_are_words(evil: TestClient, path: str) -> None:
    """In what is searched for, whose it is, what it is about, and the days."""
    names = {
        "/api/v1/search": ("q", "publisher", "in", "skip"),
        "/api/v1/documents": ("q", "after"),
        "/api/v1/changes": ("since", "clock"),
    }
    names["/api/v1/statements"] = ("speaker", "about", "since")
    for word in (*map(quote, WORDS[:24]), *RAW):
        for name in names.get(path, ("actor", "about", "until")):
            answer = evil.get(f"{path}?{name}={word}&as_of=2026")
            assert answer.status_code in (200, 400), (path, name, word, answer.text[:200])


@pytest.mark.parametrize("word", [*map(quote, WORDS[::3]), *RAW])
def test_an_id_that_is_none_is_not_found(evil: TestClient, word: str) -> None:
    """On pages, as data and in the interface; a control is refused."""
    for path in (
        f"/events/{word}",
        f"/documents/{word}.json",
        f"/api/v1/actors/{word}",
        f"/documents/doc_evil?mark={word}&start={word}",
    ):
        answer = evil.get(path, follow_redirects=False)
        assert answer.status_code in (200, 302, 400, 404, 405), (path, answer.status_code)
        assert "set-cookie" not in answer.headers or word not in answer.headers["set-cookie"]


def test_what_is_asked_twice_or_not_at_all_is_no_fault(evil: TestClient) -> None:
    """Repeated names, names without values, names of nothing."""
    for query in (
        "limit=1&limit=2",
        "limit",
        "&&&",
        "=",
        "a[]=1",
        "as_of=&recorded=",
        "limit=201",
        "limit=0",
        "order=sideways",
        "?",
        "%",
    ):
        for path in (
            "/timeline",
            "/timeline.json",
            "/timeline.csv",
            "/timeline/items.json",
            "/search",
            "/index.json",
            "/network",
            "/review",
        ):
            assert evil.get(f"{path}?{query}").status_code in (200, 400), (path, query)


def test_bodies_that_are_none_are_refused(evil: TestClient) -> None:
    """Of forms and of the interface."""
    bodies: tuple[Any, ...] = (
        b"",
        b"\xff\xfe\x00",
        b"{",
        b"[" * 5_000,
        b'{"text": "\xed\xa0\x80"}',
        b'{"text":' * 200,
        b"form_token=" + b"x" * 900,
    )
    for body in bodies:
        for path, kind in (
            ("/api/v1/readings", "application/json"),
            ("/review/correct", "application/x-www-form-urlencoded"),
        ):
            answer = evil.post(path, content=body, headers={"content-type": kind})
            assert answer.status_code in (400, 403), (path, body[:20], answer.status_code)


def test_a_lone_half_of_a_character_is_read_as_nothing_worse(evil: TestClient) -> None:
    """JSON may name what no text can hold."""
    answer = evil.post(
        "/api/v1/documents",
        content=b'{"text": "a \\ud800 b", "title": "\\udfff"}',
        headers={"content-type": "application/json"},
    )

    assert answer.status_code in (200, 400)
