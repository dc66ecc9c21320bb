"""A record has one shape, whether it comes from a reading or from the ledger."""

from __future__ import annotations

import json
from typing import Any

import pytest

from memcon.ledger.asked import find
from memcon.ledger.views import as_of
from memcon.report.contract import to_contract
from memcon.report.records import ledger_record
from tests.ledger.notation import book, dispatch, event_id
from tests.report.readings import full_reading

READING = to_contract(full_reading())
VIEWS = as_of(book(full_reading()))

ONLY_A_LEDGER = {
    "ids", "sources", "claims", "evidence", "document", "when_document", "is_disputed", "sessions",
    "witnesses", "former", "superseded", "course",
}  # fmt: skip


def in_ledger(id: str) -> dict[str, Any]:
    """The record of that id as the ledger shows it."""
    found = find(VIEWS, id)
    assert found is not None
    return ledger_record(found)  # type: ignore[arg-type]


RECORDS: list[dict[str, Any]] = [
    record
    for name in ("actors", "channels", "events", "statements", "positions", "commitments", "processes", "precedents")
    for record in READING[name]  # type: ignore[attr-defined]
]


def differences(read: Any, held: Any, place: str = "") -> list[str]:
    """Where the ledger's record lacks a key of the reading's, or has another value under it."""
    if isinstance(read, dict):
        if not isinstance(held, dict):
            return [f"{place}: {held!r}"]
        missing = [f"{place}.{key}: missing" for key in read if key not in held]
        return missing + [d for key in read if key in held for d in differences(read[key], held[key], f"{place}.{key}")]
    if place.endswith(".evidence"):  # the ledger cites what the current values rest on too
        return [f"{place}: {piece!r}" for piece in read if not any(not differences(piece, other) for other in held)]
    if isinstance(read, list) and read and isinstance(read[0], dict):
        pairs = zip(read, held, strict=False) if isinstance(held, list) else ()
        short = [] if isinstance(held, list) and len(held) >= len(read) else [f"{place}: {held!r}"]
        return short + [d for n, (one, other) in enumerate(pairs) for d in differences(one, other, f"{place}[{n}]")]
    return [] if read == held else [f"{place}: {read!r} != {held!r}"]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_the_ledger_has_every_key_and_value_of_the_reading(record: dict[str, Any]) -> None:
    """Whatever `read` says of a record, `show`, `timeline` and `statements` say under the same key."""
    expected = [f".mentions: {record['mentions']!r} != []"] if record.get("mentions") else []

    assert expected == differences(record, in_ledger(record["id"]))


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record["id"])
def test_the_ledger_adds_where_it_comes_from(record: dict[str, Any]) -> None:
    """A record of the ledger names the ids merged into it and its sources, and each quotation its document."""
    held = in_ledger(record["id"])

    assert held["ids"] == [record["id"]]
    assert [source["id"] for source in held["sources"]] == ["doc_1"]
    assert {piece["document"] for piece in held["evidence"]} == {"doc_1"}
    assert held.keys() - record.keys() <= ONLY_A_LEDGER
    assert json.loads(json.dumps(held)) == held


def test_an_event_of_two_documents_tells_which_says_what() -> None:
    """The history runs over both documents; all claims of the date stand beside the one that holds."""
    first = dispatch("River Commission #12: {scheduled|is set} for {2031-05|May}.", published="2031-03-03")
    second = dispatch("River Commission #12: {held|met} on {2031-05-09|May 9}.", published="2031-05-10")
    held: Any = ledger_record(as_of(book(first, second)).events[0])
    ids = [first.document.id, second.document.id]

    assert held["id"] == event_id("River Commission #12")
    assert [(step["status"], step["document"]) for step in held["statuses"]] == [
        ("scheduled", ids[0]),
        ("held", ids[1]),
    ]
    assert (held["when"], held["when_document"]) == ("2031-05-09", ids[1])
    assert [(c["value"]["edtf"], c["document"]) for c in held["claims"]["when"]] == [
        ("2031-05", ids[0]),
        ("2031-05-09", ids[1]),
    ]
