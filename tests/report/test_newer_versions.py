"""What a newer version wrote into a ledger is shown as it is, never a crash."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from memcon.domain.entries import Assertion, Recorded, assertion
from memcon.domain.views import Views
from memcon.ledger.asked import event_key, find, related_events
from memcon.ledger.assertions import assert_reading
from memcon.ledger.views import as_of
from memcon.report.entries import entry_lines
from memcon.report.layout import plain_text
from memcon.report.records import ledger_record
from memcon.report.statements import statements_lines
from memcon.report.timeline import timeline_lines
from tests.ledger.notation import book
from tests.report.readings import full_reading

NEWER: dict[tuple[str, str], Any] = {
    ("event", "kind"): "coronation",
    ("event", "status"): {"status": "adjourned", "order": 0, "mood": "sour"},
    ("event", "participant"): {"actor": "act_e", "role": "guest_of_honour"},
    ("event", "plover"): {"type": "REJOICE", "intensity": 9},
    ("statement", "quote_type"): "sung",
    ("statement", "grade"): "sworn",
    ("statement", "uttered"): {"certainty": "proverbial", "time": "timeless"},
    ("position", "stance"): "delighted",
    ("commitment", "status"): "gilded",
    ("precedent", "verdict"): "moot",
    ("actor", "kind"): "dynasty",
    ("document", "published"): {"edtf": "2031-03-03", "basis": "overheard"},
}
"""Words that no list of this version has, and fields that no record of it has."""


def newer(entry: Assertion) -> Assertion:
    """The assertion as a newer version would make it."""
    value = NEWER.get((entry.subject_kind, entry.property))
    return entry if value is None else replace(entry, value=json.dumps(value))


def shown() -> tuple[tuple[Recorded, ...], Views]:
    """A ledger in which everything that can be new is, with a property and a shape of value that are unknown too."""
    made = [newer(entry) for entry in assert_reading(full_reading())]
    event = next(entry for entry in made if entry.subject_kind == "event")
    extra = [
        assertion("doc_1", "event", event.subject, "anthem", '"Hail"', event.evidence),
        assertion("doc_1", "event", event.subject, "ordinal", '{"from":12,"to":13}', event.evidence),
    ]
    entries = book([*made, *extra])
    return entries, as_of(entries)


def test_the_timeline_shows_them() -> None:
    """Kind, status and role of an event stand there in their own words."""
    page = plain_text(timeline_lines(shown()[1].events))

    assert "coronation, adjourned" in page
    assert "guest of honour Flavia Elphberg" in " ".join(page.split())
    assert "#12" in page


def test_the_statements_show_them() -> None:
    """So do quotation and grade."""
    assert "sung, release, hedged “reportedly”, sworn" in plain_text(statements_lines(shown()[1].statements))


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("evt_12", "adjourned"),
        ("act_e", "dynasty"),
        ("stm_1", "sworn"),
        ("pos_1", "delighted"),
        ("cmt_1", "gilded"),
        ("pre_1", "moot"),
        ("doc_1", "overheard"),
    ],
)
def test_the_page_of_a_record_shows_them(id: str, words: str) -> None:
    """`memcon show` prints every kind of record."""
    views = shown()[1]
    record = find(views, id)
    assert record is not None

    assert words in plain_text(entry_lines(record, {}, related_events(views, record)))


def test_the_data_show_them() -> None:
    """`--json` gives the same words, and orders events whatever they are."""
    views = shown()[1]
    event: Any = ledger_record(sorted(views.events, key=event_key)[0])
    statement: Any = ledger_record(views.statements[0])

    assert (event["kind"], event["status"], event["participants"][0]["role"]) == (
        "coronation",
        "adjourned",
        "guest_of_honour",
    )
    assert (statement["quote_type"], statement["uttered"]["certainty"]) == ("sung", "proverbial")
    assert [ledger_record(view)["stance"] for view in views.positions] == ["delighted"]
    assert [ledger_record(view)["status"] for view in views.commitments] == ["gilded"]
