"""Judging in the browser: decide, correct, merge, undo, paste, add; and nothing of it where the ledger is only shown."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from memcon.ingest import Reader
from memcon.query import timeline
from memcon.store.ledger import LedgerStore
from tests.serve.conftest import connect_to

pytestmark = pytest.mark.model

TEXT = "OSLO, Nov. 4 -- The foreign ministers of Japan and Norway met in Oslo on Monday and agreed to resume fishery talks in 2026."


@pytest.fixture
def desk(ledger: Path, tmp_path: Path, reader: Reader) -> Iterator[TestClient]:
    """A client of a server on a ledger of its own that may be edited."""
    place = tmp_path / "book.db"
    shutil.copy(ledger, place)
    with connect_to(place, reader, is_editable=True, editor="Anna Lind") as found:
        yield found


def send(client: TestClient, path: str, **fields: str) -> Any:
    token = re.search(r'name="form_token" value="([^"]+)"', client.get("/read").text)
    assert token
    return client.post(path, data={"form_token": token[1], **fields})


def test_a_date_is_corrected_and_taken_back(desk: TestClient, book: LedgerStore) -> None:
    """The correction bears the name of who made it, leads back with its id, and is undone by it."""
    event = next(e for e in timeline(book) if e.ordinal == 57)
    page = f"/events/{event.id}"
    done = send(
        desk, "/review/correct", record=event.id, field="when", value="2025-11-05", why="the release", back=page
    )
    judgement = done.url.params["done"]

    assert done.url.path == page
    assert "corrected by Anna Lind" in done.text
    assert desk.get(f"{page}.json").json()["event"]["when"] == "2025-11-05"
    assert judgement in desk.get("/review").text
    send(desk, "/review/undo", judgement=judgement)
    assert desk.get(f"{page}.json").json()["event"]["when"] == event.when


def test_two_events_are_merged_and_parted(desk: TestClient, book: LedgerStore) -> None:
    """The bookmark to the one leads to the other until that is undone."""
    one, other = [e for e in timeline(book) if len(e.ids) == 1 and e.kind == "meeting"][:2]
    done = send(
        desk,
        "/review/merge",
        record=one.id,
        other=other.id,
        why="same",
        by="Bo Ek",
        back=f"/events/{one.id}?as_of=2999",
    )
    merged = desk.get(f"/events/{other.id}.json").json()["event"]

    assert set(merged["ids"]) == {one.id, other.id}
    assert done.history[0].headers["location"].startswith(f"/events/{one.id}?as_of=2999&done=jdg_")
    send(desk, "/review/undo", judgement=merged and done.history[0].headers["location"].partition("done=")[2])
    assert desk.get(f"/events/{other.id}.json").json()["event"]["ids"] == [other.id]


def test_a_pair_in_doubt_is_decided_with_a_key(desk: TestClient) -> None:
    """Once judged it is not shown again."""
    queue = desk.get("/review.json").json()
    text = desk.get("/review").text
    if not queue["doubts"]:
        assert "Nothing is in doubt" in text
        return
    one, other = queue["doubts"][0]["pair"]
    assert 'data-key="s"' in text
    assert 'data-key="d"' in text
    send(desk, "/review/decide", one=one, other=other, decision="different")
    assert [one, other] not in [d["pair"] for d in desk.get("/review.json").json()["doubts"]]


def test_what_contradicts_itself_is_refused(desk: TestClient, book: LedgerStore) -> None:
    """With the words of the command line."""
    event = timeline(book)[0]
    for path, fields in (
        ("/review/correct", {"record": event.id, "field": "when", "value": "yesterday"}),
        ("/review/correct", {"record": event.id, "field": "statuses", "value": "held"}),
        ("/review/correct", {"record": event.id, "field": "when", "value": ""}),
        ("/review/merge", {"record": event.id, "other": event.id}),
        ("/review/merge", {"record": event.id, "other": "event_nothing"}),
        ("/review/undo", {"judgement": "jdg_nothing"}),
        ("/review/decide", {"one": event.id}),
    ):
        assert send(desk, path, **fields).status_code == 400, path


def test_a_pasted_text_is_read_then_added(desk: TestClient) -> None:
    """First it is only shown; added, it has a page of its own, and adding it again says that it is there."""
    before = desk.get("/healthz").json()
    read = send(desk, "/read", text=TEXT, published="2025-11-04", title="Ministers <meet> & agree")
    assert read.status_code == 200
    assert "Read, not kept" in read.text
    assert "Ministers &lt;meet&gt; &amp; agree" in read.text
    assert desk.get("/healthz").json() == before
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', read.text.partition("/read/add")[2]))
    fields = {name: unescape(value) for name, value in hidden.items()}

    added = desk.post("/read/add", data=fields)
    again = desk.post("/read/add", data=fields)
    assert "Added to the ledger." in added.text
    assert "holds it already" in again.text
    assert fields["text"] == TEXT
    assert desk.get("/timeline.json?actor=Norway").json()["items"]
    assert desk.post("/api/v1/documents", json={"text": TEXT, "published": "2025-11-05"}).json()["outcome"] in (
        "added",
        "revised",
    )


def test_no_text_and_too_much_of_it_are_refused(desk: TestClient) -> None:
    """And a form of another time."""
    assert send(desk, "/read", text="  \n ").status_code == 400
    assert send(desk, "/read", text="x" * 200_001).status_code == 400
    assert desk.post("/read", data={"text": TEXT, "form_token": "of yesterday"}).status_code == 403


def test_where_it_is_only_shown_nothing_can_be_changed(client: TestClient, book: LedgerStore) -> None:
    """Neither by the pages, which have no forms for it, nor by asking all the same."""
    event = timeline(book)[0]
    assert "/review/correct" not in client.get(f"/events/{event.id}").text
    assert "data-key" not in client.get("/review").text
    for path in ("/review/decide", "/review/merge", "/review/correct", "/review/undo", "/read/add"):
        fields = {"record": event.id, "other": "x", "one": "a", "field": "when", "value": "2025", "judgement": "jdg_1"}
        refused = send(client, path, text=TEXT, decision="same", **fields)
        assert refused.status_code == 403, path


def test_an_edit_while_somebody_writes_says_so_and_changes_nothing(
    ledger: Path, tmp_path: Path, reader: Reader, book: LedgerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """503 with what to do, once the wait for the other writer is over; the pages are shown all the while."""
    monkeypatch.setattr("memcon.store.engine.BUSY_SECONDS", 0.1)
    place = tmp_path / "book.db"
    shutil.copy(ledger, place)
    event = next(e for e in timeline(book) if e.ordinal == 57)
    asked = {"record": event.id, "field": "when", "value": "2025-11-05", "why": "the release", "back": "/"}
    with connect_to(place, reader, is_editable=True) as client, closing(sqlite3.connect(place)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = send(client, "/review/correct", **asked)
        shown = client.get(f"/events/{event.id}.json")
        other.rollback()
        done = send(client, "/review/correct", **asked)

    assert refused.status_code == 503
    assert "Somebody may be writing it, or its database is away; try again." in unescape(refused.text)
    assert "retry-after" in refused.headers
    assert shown.json()["event"]["when"] == event.when
    assert done.status_code == 200
