"""Pages, the data beside them, and tables: the same answers in three forms, at a point in time."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from memcon.domain.views import EventView
from memcon.query import timeline
from memcon.serve.pages import last_visit
from memcon.store.ledger import LedgerStore

pytestmark = pytest.mark.model

LISTS = ("timeline", "positions", "commitments", "processes", "statements", "precedents", "channels", "documents")
PAGES = ("", *LISTS, "actors", "network", "search", "search?q=deterrence")


@pytest.fixture(scope="module")
def meeting(book: LedgerStore) -> EventView:
    """A session of a channel that several sources tell of."""
    return next(e for e in timeline(book) if e.ordinal == 57)


def get(client: TestClient, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, (path, response.text[:500])
    return response.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_heading_the_point_in_time_and_no_inline_code(client: TestClient, path: str) -> None:
    """It works without a script, and a browser runs none but ours."""
    text = get(client, f"/{path}")

    assert len(re.findall(r"<h1\b", text)) == 1
    assert 'name="as_of"' in text
    assert re.findall(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|javascript:", text) == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_its_data_beside_it(client: TestClient, path: str) -> None:
    """At the same address with `.json`."""
    name, _, query = path.partition("?")
    found = client.get(f"/{name or 'index'}.json?{query}")

    assert found.status_code == 200
    assert isinstance(found.json(), dict)


@pytest.mark.parametrize("name", LISTS)
def test_a_table_holds_what_the_list_holds(client: TestClient, name: str) -> None:
    """A row for each record, under one head, and of the same width."""
    rows = list(csv.reader(io.StringIO(get(client, f"/{name}.csv"))))
    held = client.get(f"/{name}.json?limit=200").json()["items"]

    assert len(rows) - 1 == len(held) > 0
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("name", LISTS)
def test_pages_go_on_where_the_one_before_ended(client: TestClient, name: str) -> None:
    """Two pages are the beginning of the whole list; of a list of one there is no second."""
    whole = [each["id"] for each in client.get(f"/{name}.json").json()["items"]]
    first = client.get(f"/{name}.json?limit=1").json()
    behind = f"/{name}.json?limit=1&after={first['next']}"
    second = client.get(behind).json()["items"] if first["next"] else []

    assert whole[:2] == [each["id"] for each in (*first["items"], *second)]
    assert bool(first["next"]) == (len(whole) > 1)


def test_an_event_shows_its_facts_each_with_its_sentence(client: TestClient, meeting: EventView) -> None:
    """Participants, steps and times lead to the highlighted words."""
    text = get(client, f"/events/{meeting.id}")
    links = [unescape(link) for link in re.findall(r'href="(/documents/[^"]*mark=[^"]*)"', text)]

    assert meeting.label in unescape(text)
    assert len(set(links)) >= len(meeting.statuses)
    for citation in (*meeting.statuses[-1].evidence, *meeting.whens[-1].evidence):
        place = f"/documents/{citation.source.document}?mark={citation.span.start}-{citation.span.end}"
        assert any(link.startswith(place) for link in links)
        shown = unescape(re.sub(r"<[^>]*>", "", get(client, place).partition('id="mark">')[2]))
        assert shown.startswith(citation.quote.splitlines()[0][:40])


def test_every_link_of_the_past_stays_in_it(client: TestClient, meeting: EventView) -> None:
    """The point in time is in every address of a page but those that lead back to now."""
    text = get(client, f"/events/{meeting.id}?as_of=2025-11-04")
    links = [unescape(link) for link in re.findall(r'<a [^>]*href="(/[^"]*)"', text)]
    inside = [link for link in links if not link.startswith(("/theme/", "/static/"))]
    back = [link for link in inside if "as_of=2025-11-04" not in link]

    assert "only what had been published by" in text
    assert len(inside) > 20
    assert set(back) == {"/api", f"/events/{meeting.id}"}


def test_the_past_shows_only_what_was_known_then(client: TestClient, meeting: EventView) -> None:
    """Before the first source there is no such page; before the last one it is ahead."""
    get(client, f"/events/{meeting.id}?as_of=2016", 404)
    early = client.get("/timeline.json?as_of=2018").json()["items"]

    assert early
    assert all(source["published"] <= "2018-12-31" for each in early for source in each["sources"])
    assert client.get("/timeline.json?as_of=2016").json()["items"] == []
    assert "No event fits" in get(client, "/timeline?recorded=2016")


def test_a_day_to_come_is_as_good_as_now(client: TestClient) -> None:
    """Everything has been published by then."""
    assert client.get("/timeline.json?as_of=2999").json()["items"] == client.get("/timeline.json").json()["items"]


def test_filters_are_those_of_the_command_line(client: TestClient, book: LedgerStore) -> None:
    """Each alone, and together; a choice that a form leaves empty asks nothing."""
    for asked in (
        {"actor": "Austin"},
        {"kind": "meeting"},
        {"status": "cancelled"},
        {"since": "2018", "until": "2020"},
    ):
        expected = [e.id for e in timeline(book, **asked)]  # type: ignore[arg-type]
        found = client.get("/timeline.json", params={**asked, "about": "", "country": " "}).json()
        assert expected
        assert [each["id"] for each in found["items"]] == expected
    assert [e["id"] for e in client.get("/timeline.json?country=south korea").json()["items"]] == [
        e.id for e in timeline(book, country="KOR")
    ]
    newest = client.get("/timeline.json?order=newest").json()["items"]
    assert newest[0]["sources"][-1]["published"] == "2025-11-04"


@pytest.mark.parametrize("name", ["statements", "positions", "commitments", "precedents"])
def test_a_list_on_a_page_begins_with_the_newest(client: TestClient, name: str) -> None:
    """Unless it is asked otherwise; programs are told in the order of time unless they ask."""
    shown = [each["id"] for each in client.get(f"/{name}.json?limit=200").json()["items"]]
    oldest = [each["id"] for each in client.get(f"/{name}.json?limit=200&order=oldest").json()["items"]]

    assert len(shown) > 1
    assert shown == oldest[::-1]
    assert [each["id"] for each in client.get(f"/api/v1/{name}?limit=200").json()["items"]] == oldest
    assert [each["id"] for each in client.get(f"/api/v1/{name}?limit=200&order=newest").json()["items"]] == shown


@pytest.mark.parametrize("path", ["/timeline.json", "/commitments.json", "/api/v1/events", "/api/v1/commitments"])
def test_several_actors_are_all_in_what_is_found(client: TestClient, path: str) -> None:
    """With ; between them, on pages and for programs; each must be known."""

    def found(actor: str) -> set[str]:
        return {each["id"] for each in client.get(path, params={"actor": actor, "limit": 200}).json()["items"]}

    both = found("South Korea; United States")
    assert both == found("United States;South Korea") == found("South Korea") & found("United States")
    assert both
    if path == "/timeline.json":
        assert "Did you mean" in get(client, "/timeline?actor=Austin;Lloyd+Austinn", 400)


def test_a_slip_of_the_keys_gets_a_hint(client: TestClient) -> None:
    """Names, countries, kinds and times that there are none of."""
    assert "Did you mean" in get(client, "/timeline?actor=Lloyd+Austinn", 400)
    assert "Did you mean Japan" in get(client, "/timeline?country=Japn", 400)
    assert "It is one of" in get(client, "/timeline?kind=picnic", 400)
    assert client.get("/timeline.json?since=2025-13").headers["content-type"] == "application/problem+json"


def test_the_events_of_a_process_can_be_asked_for(client: TestClient) -> None:
    """By its id; words besides are refused."""
    [process] = [p for p in client.get("/processes.json").json()["items"] if "operational" in p["name"]][:1]
    get(client, f"/timeline?process={process['id']}")

    get(client, f"/timeline?process={process['id']}&about=transfer", 400)
    get(client, "/timeline?process=process_nothing", 400)


def test_a_record_is_shown_at_its_own_address(client: TestClient, meeting: EventView) -> None:
    """What is asked for under another kind, by the beginning of its id, or by an id that was merged, leads there, and says so."""
    merged = next(id for id in meeting.ids if id != meeting.id)
    for asked in (f"/actors/{meeting.id}", f"/events/{meeting.id[:14]}"):
        assert client.get(asked, follow_redirects=False).headers["location"] == f"/events/{meeting.id}"
    moved = client.get(f"/events/{merged}?as_of=2025-12", follow_redirects=False)
    assert moved.headers["location"] == f"/events/{meeting.id}?as_of=2025-12&merged={merged}"
    assert f"{merged} was merged into this record" in get(client, f"/events/{merged}")
    assert client.get(f"/events/{merged}.json").json()["event"]["id"] == meeting.id
    assert "was merged" not in get(client, f"/events/{meeting.id}?merged=event_nothing")


@pytest.mark.parametrize("kind", ["statements", "positions", "commitments", "processes", "precedents", "channels"])
def test_every_record_of_a_list_has_a_page(client: TestClient, kind: str) -> None:
    """With its sources, and its data."""
    for each in client.get(f"/{kind}.json?limit=3").json()["items"]:
        text = get(client, f"/{kind}/{each['id']}")
        assert 'id="evidence"' in text
        assert each["id"] in str(client.get(f"/{kind}/{each['id']}.json").json())


def test_an_actor_is_shown_with_its_offices_and_whom_it_meets(client: TestClient) -> None:
    """Found by name, counted by events."""
    named = client.get("/actors.json?name=Austin").json()["items"]
    answer = client.get(f"/actors/{named[0][0]['id']}.json").json()
    text = get(client, f"/actors/{named[0][0]['id']}")

    assert answer["meets"][0][1] >= answer["meets"][-1][1] > 0
    assert {"Offices", "Engagements", "Meets most"} <= set(re.findall(r"<h2[^>]*>([^<]+?)(?: <|</h2>)", text))


def test_search_marks_the_words_and_leads_to_what_has_them(client: TestClient) -> None:
    """In documents, and in records; names are offered first."""
    text = get(client, "/search?q=deterrence")
    events = client.get("/search.json?q=meeting&in=events&limit=3").json()

    assert "<mark>" in text
    assert events["next"] == 3
    assert len({hit["record"] for hit in events["items"]}) > 0
    assert "/channels/" in get(client, "/search?q=Nuclear+Consultative+Group")
    assert client.get("/search.json?q=deterrence&as_of=2016").json()["items"] == []


def test_a_known_answer_is_not_sent_again(client: TestClient) -> None:
    """The tag is by the state of the ledger and the address."""
    first = client.get("/positions")
    again = client.get("/positions", headers={"if-none-match": first.headers["etag"]})
    other = client.get("/positions?stance=oppose", headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert other.status_code == 200
    head = client.head("/positions")
    assert (head.status_code, head.content) == (200, b"")


def test_the_first_page_tells_what_is_new_since_the_last_visit() -> None:
    """A visit lasts as long as the reader comes back within half an hour."""
    now, later, next_day = "2026-01-10T09:00:00Z", "2026-01-10T09:20:00Z", "2026-01-11T09:00:00Z"
    assert last_visit("", now) == (None, f"{now}~{now}")
    assert last_visit(f"{now}~{now}", later) == (None, f"{now}~{now}")
    assert last_visit(f"{now}~{now}", next_day) == (now, f"{now}~{next_day}")
    assert last_visit(f"{now}~{next_day}", next_day) == (now, f"{now}~{next_day}")
    assert last_visit("what~ever", now) == (None, f"{now}~{now}")
    assert last_visit(f"{next_day}~{next_day}", now) == (None, f"{now}~{now}")


def test_a_reader_without_cookies_sees_the_newest_month(client: TestClient) -> None:
    """And one who was here before sees what was recorded since."""
    client.cookies.clear()
    told: Any = client.get("/index.json").json()
    client.cookies.set("memcon_seen", "2026-01-02T09:00:00Z~2026-01-09T09:00:00Z")
    again: Any = client.get("/index.json").json()
    client.cookies.clear()

    assert (told["since"], told["clock"]) == ("2025-10-05", "published")
    assert {change["source"]["published"] for change in told["changes"]} == {"2025-11-04"}
    assert (again["since"], again["clock"]) == ("2026-01-09T09:00:00Z", "recorded")
    assert told["counts"]["document"] == 19


def test_the_theme_is_kept_and_leads_back(client: TestClient) -> None:
    """Only to a page of this server."""
    chosen = client.get("/theme/dark?back=/timeline%3Fkind%3Dmeeting", follow_redirects=False)
    away = client.get("/theme/dark?back=//example.org/", follow_redirects=False)
    client.cookies.clear()

    assert chosen.headers["location"] == "/timeline?kind=meeting"
    assert "memcon_theme=dark" in chosen.headers["set-cookie"]
    assert away.headers["location"] == "/"
    assert 'data-theme="dark"' in client.get("/actors", headers={"cookie": "memcon_theme=dark"}).text
    assert client.get("/theme/pink").status_code == 404


def test_where_files_are_is_told_to_nobody(client: TestClient, ledger: Path, meeting: EventView) -> None:
    """Neither pages nor data nor refusals name a folder of the machine."""
    document = meeting.sources[-1].document
    paths = (
        "/documents.json",
        f"/events/{meeting.id}.json",
        f"/documents/{document}",
        f"/documents/{document}.json",
        "/nothing",
    )
    for text in (client.get(path).text for path in paths):
        assert str(ledger.parent) not in text
        assert "/dispatches/" not in text


def test_the_point_in_time_is_told_where_it_holds(client: TestClient) -> None:
    """Not beside a day that can't be read; of a day still to come it is said that it is one."""
    refused = get(client, "/timeline?as_of=someday", 400)
    ahead, past = get(client, "/?as_of=2099"), get(client, "/?as_of=2021")

    assert "You see only" not in refused
    assert 'href="/timeline">The page without what was asked' in refused
    assert "still to come" in ahead
    assert "You see only" in past
    assert "still to come" not in past


def test_many_sources_are_folded(client: TestClient) -> None:
    """Those behind the first few stand as links, each to its sentence."""
    found = client.get("/actors.json").json()["items"]
    pages = [get(client, f"/actors/{actor['id']}") for actor, _ in found[:3]]

    assert any('<details class="others">' in page for page in pages)
    assert all(page.count('<p class="from">') <= 6 for page in pages)


def test_more_of_a_list_s_sources_are_on_the_record_s_page(client: TestClient) -> None:
    """And nowhere else: a list has no such place."""
    page = get(client, "/processes")

    assert re.search(r'href="/processes/process_\w+#evidence">and \d+ more', page)
