"""`/api/v1`: the queries' answers, described as they are, page by page, with problems as data."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from memcon.query import timeline
from memcon.report.records import ledger_record
from memcon.serve.app import description
from memcon.serve.plain import without_paths
from memcon.store.ledger import LedgerStore

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
LISTS = {
    "events": "Event", "statements": "Statement", "positions": "Position", "commitments": "Commitment", "processes": "Process",
    "precedents": "Precedent", "channels": "Channel", "documents": "Source",
}  # fmt: skip


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def get(client: TestClient, path: str, status: int = 200) -> Any:
    response = client.get(f"/api/v1{path}")
    assert response.status_code == status, response.text[:300]
    return response.json()


def test_the_description_in_the_repository_is_this_one(described: dict[str, Any]) -> None:
    """docs/generate_openapi.py writes it."""
    written = json.loads((ROOT / "docs" / "reference" / "openapi.json").read_text(encoding="utf-8"))

    assert described["openapi"] == "3.1.0"
    assert described == written


def test_every_operation_says_what_it_does_and_what_can_be_asked(described: dict[str, Any]) -> None:
    """A summary or a description for each, and for each filter; every name that is referred to is there."""
    names = set(described["components"]["schemas"])
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation.get("description") or operation["summary"], path
            assert {"200", "400", "404"} <= set(operation["responses"])
            lacking = [
                p["name"] for p in operation.get("parameters", ()) if p["in"] == "query" and not p.get("description")
            ]
            assert lacking == []
    refers = set(json.dumps(described).split('"#/components/schemas/')[1:])
    assert {each.partition('"')[0] for each in refers} <= names


@pytest.mark.parametrize("name", LISTS)
def test_records_are_as_described(client: TestClient, described: dict[str, Any], name: str) -> None:
    """Every key that is promised, of its type; none that is not."""
    schemas = described["components"]["schemas"]
    items = get(client, f"/{name}?limit=200")["items"]

    assert items
    for each in items:
        hold_against(each, schemas[LISTS[name]], schemas)


def hold_against(value: Any, schema: dict[str, Any], schemas: dict[str, Any], where: str = "") -> None:
    """Fails where the value is not as the schema says: types, required keys, closed lists of keys, items."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        schema = schema["anyOf"][0] if value is not None else {"type": "null"}
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    assert not kinds or any(IS[kind](value) for kind in kinds), f"{where}: {value!r} is not {kinds}"
    if isinstance(value, dict) and "required" in schema:
        assert set(schema["required"]) <= set(value), where
        if "additionalProperties" not in schema:
            assert set(value) <= set(schema["properties"]), (where, set(value) - set(schema["properties"]))
    if isinstance(value, dict):
        for key, item in value.items():
            hold_against(item, schema.get("properties", {}).get(key, {}), schemas, f"{where}.{key}")
    if isinstance(value, list):
        for item in value:
            hold_against(item, schema.get("items", {}), schemas, f"{where}[]")


IS = {
    "null": lambda v: v is None,
    "string": lambda v: isinstance(v, str),
    "boolean": lambda v: isinstance(v, bool),
    "integer": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "number": lambda v: isinstance(v, int | float) and not isinstance(v, bool),
    "array": lambda v: isinstance(v, list),
    "object": lambda v: isinstance(v, dict),
}


def test_events_are_those_of_the_command_line(client: TestClient, book: LedgerStore) -> None:
    """Record by record, as `memcon timeline --json` writes them."""
    expected = [without_paths(json.loads(json.dumps(ledger_record(e)))) for e in timeline(book, actor="Austin")]

    assert get(client, "/events?actor=Austin")["items"] == expected


@pytest.mark.parametrize("name", LISTS)
def test_pages_lead_to_the_next_and_end(client: TestClient, name: str) -> None:
    """By the address in the answer and in the Link header."""
    whole = get(client, f"/{name}?limit=200")
    seen, path = [], f"/{name}?limit=7&as_of=2999"
    while path:
        response = client.get(f"/api/v1{path}")
        page = response.json()
        seen += [each["id"] for each in page["items"]]
        path = (page["next"] or "").removeprefix("/api/v1")
        assert ("link" in response.headers) == bool(path)
        assert not path or "as_of=2999" in path

    assert whole["next"] is None
    undated = {each["id"] for each in whole["items"]} - set(seen)
    assert [id for id in (each["id"] for each in whole["items"]) if id not in undated] == seen


def test_single_records_and_those_that_were_merged(client: TestClient, book: LedgerStore) -> None:
    """Each under its own id; an old one leads to what it became."""
    event = next(e for e in timeline(book) if len(e.ids) > 1)
    old = next(id for id in event.ids if id != event.id)

    assert get(client, f"/events/{old}")["event"]["id"] == event.id
    assert get(client, f"/documents/{event.sources[0].document}")["document"]["text"]
    assert get(client, "/events/event_nothing", 404)["status"] == 404
    for name in ("actors", "channels", "statements", "positions", "commitments", "processes", "precedents"):
        path = f"/{name}?limit=1" if name != "actors" else "/actors"
        first = get(client, path)["items"][0]
        id = first.get("id") or first["actor"]["id"]
        assert id in json.dumps(get(client, f"/{name}/{id}"))


def test_what_is_new_ahead_and_contradicted(client: TestClient) -> None:
    """The lists of the command line's `changes`, `upcoming` and `conflicts`."""
    assert {change["cause"] for change in get(client, "/changes?since=2025-11-03")["items"]} <= {
        "new",
        "world",
        "precision",
        "correction",
    }
    assert get(client, "/changes", 400)["hint"].startswith("give `since`")
    assert all(event["status"] for event in get(client, "/upcoming")["items"])
    assert get(client, "/conflicts?limit=200")["next"] is None
    assert get(client, "/search?q=deterrence&in=quotations")["items"]
    assert len(get(client, "/network?most=3")["nodes"]) == 3


def test_a_filter_that_there_is_none_of_is_refused(client: TestClient) -> None:
    """A slip must not ask for everything."""
    assert "actor" in get(client, "/events?actr=Austin", 400)["hint"]
    assert get(client, "/statements?kind=meeting", 400)["title"] == "That can't be asked"


def test_a_text_is_read_and_not_kept(client: TestClient) -> None:
    """By the reading contract; the ledger holds nothing more."""
    before = client.get("/healthz").json()
    text = "The foreign ministers of Japan and Norway met in Oslo on 3 November 2025."
    reading = client.post("/api/v1/readings", json={"text": text, "published": "2025-11-04"}).json()

    assert [event["kind"] for event in reading["events"]] == ["meeting"]
    assert reading["document"]["text"] == text
    assert client.get("/healthz").json() == before
    assert client.post("/api/v1/documents", json={"text": text}).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": 5},
        {"text": "x", "more": 1},
        {"text": "x" * 200_001},
        [],
        "text",
        {"text": "x", "title": "y" * 1001},
    ],
)
def test_what_is_no_text_is_refused(client: TestClient, body: Any) -> None:
    """With a problem that says what is wrong."""
    refused = client.post("/api/v1/readings", json=body)

    assert refused.status_code == 400
    assert refused.headers["content-type"] == "application/problem+json"


def test_the_description_is_made_once(client: TestClient) -> None:
    """And the page for people loads it from here."""
    app: Any = client.app
    assert isinstance(app.app.openapi, partial)
    assert description(app.app) is description(app.app)
    assert 'data-description="/api/v1/openapi.json"' in client.get("/api").text
