"""Full-text search and the views for people who open the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from memcon.ledger.assertions import assert_reading
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch

NOON = "2031-01-01T12:00:00Z"
TALKS = dispatch("Delta talks: {held|took place} with {lead|Zoé Lind} on {agenda|dike tolls}.", published="2031-03-03")
VISIT = dispatch("Dike visit: {expected|may come}, said Ben Aho.")


@pytest.fixture
def store() -> Iterator[LedgerStore]:
    opened = LedgerStore.open(":memory:")
    for reading in (TALKS, VISIT):
        opened.append(recorded_at=NOON, document=reading.document, entries=assert_reading(reading))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dikes", {TALKS.document.id, VISIT.document.id}),
        ("zoe lind", {TALKS.document.id}),
        ("dike aho", {VISIT.document.id}),
        ("nowhere", set()),
        ("", set()),
        ('"quoted AND OR NEAR( *', set()),
    ],
)
def test_search(store: LedgerStore, words: str, expected: set[str]) -> None:
    """All words must be there, in any form and case, accents aside; no word is taken as a command."""
    assert {found.document for found in store.search(words)} == expected


def test_search_marks_the_words(store: LedgerStore) -> None:
    """The passage shows what was found."""
    (found,) = store.search("tolls")

    assert "[tolls]" in found.passage


def test_new_title_is_found_and_the_old_one_not(store: LedgerStore) -> None:
    """The index follows the metadata of the newest reading."""
    store.append(recorded_at=NOON, document=replace(VISIT.document, title="Orchard gathering"))
    store.append(recorded_at=NOON, document=replace(VISIT.document, title="Harbour gathering"))

    assert [f.document for f in store.search("harbour")] == [VISIT.document.id]
    assert store.search("orchard") == ()


def test_quotations_are_indexed_once(store: LedgerStore) -> None:
    """Each distinct quotation is one row, found by its words."""
    with store._engine.connect() as connection:
        rows = connection.execute(text("SELECT quote FROM quotes_fts WHERE quotes_fts MATCH 'tolls'")).scalars().all()

    assert sorted(rows) == sorted(set(rows))
    assert "dike tolls" in rows


def test_views_are_readable(store: LedgerStore) -> None:
    """Whoever opens the file sees assertions and status histories with quotations, without joining tables."""
    with store._engine.connect() as connection:
        history = connection.execute(text("SELECT status, published, quote FROM status_history")).all()
        agenda = connection.execute(text("SELECT quote FROM assertions WHERE property = 'agenda'")).scalars().all()

    assert {tuple(row) for row in history} == {("held", "2031-03-03", "took place"), ("expected", None, "may come")}
    assert agenda == ["dike tolls"]
