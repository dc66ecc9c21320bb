"""What documents say of one event comes together as they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from memcon.book import Ledger
from memcon.domain.views import EventView
from memcon.ingest import Reader

pytestmark = pytest.mark.model

AHEAD = {
    "id": "ahead", "published": "2024-03-01", "publisher": "Andes Wire",
    "text": "President Maria Soto of Peru will meet Chancellor Uwe Brandt of Germany in Lima on March 5, the foreign ministry said.",
}  # fmt: skip
MOVED = {
    "id": "moved", "published": "2024-03-04", "publisher": "Baltic Post",
    "text": "The meeting between President Maria Soto of Peru and Chancellor Uwe Brandt of Germany in Lima was postponed to March 7.",
}  # fmt: skip
HELD = {
    "id": "held", "published": "2024-03-08", "publisher": "Lima Daily",
    "text": "President Maria Soto of Peru met Chancellor Uwe Brandt of Germany in Lima on March 7.",
}  # fmt: skip
OTHER = {
    "id": "other", "published": "2024-03-08", "publisher": "Lima Daily",
    "text": "President Maria Soto of Peru met Prime Minister Kari Haaland of Norway in Lima on March 7.",
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(attribution="rules")


def ledger_of(documents: Sequence[dict[str, str]], reader: Reader) -> Ledger:
    ledger = Ledger.open(":memory:", reader=reader, now=lambda: "2024-04-01T00:00:00Z")
    for document in documents:
        ledger.add_records([document])
    return ledger


def told(events: Sequence[EventView]) -> list[tuple[object, ...]]:
    return [
        (
            event.kind,
            tuple(claim.value.status for claim in event.statuses),
            event.when,
            tuple(sorted(p.name for p in event.participants)),
            tuple(source.publisher for source in event.sources),
        )
        for event in events
    ]


MEETING = (
    "meeting",
    ("scheduled", "postponed", "held"),
    "2024-03-07",
    ("Maria Soto", "Uwe Brandt"),
    ("Andes Wire", "Baltic Post", "Lima Daily"),
)


def test_a_meeting_announced_moved_and_held_is_one_line(reader: Reader) -> None:
    """With its history, and each step's source; a meeting with somebody else on the same day is another."""
    with ledger_of([AHEAD, MOVED, HELD, OTHER], reader) as ledger:
        found = told(ledger.timeline())
    assert MEETING in found
    assert len(found) == 2


@pytest.mark.slow
def test_documents_may_come_in_any_order(reader: Reader) -> None:
    """The same records under the same ids."""
    seen = set()
    for order in permutations([AHEAD, MOVED, HELD]):
        with ledger_of(order, reader) as ledger:
            seen.add(
                tuple((event.id, *line) for event, line in zip(ledger.timeline(), told(ledger.timeline()), strict=True))
            )
    assert len(seen) == 1


def test_a_person_parts_what_a_rule_joined(reader: Reader) -> None:
    """And it stays so when another document comes."""
    with ledger_of([AHEAD, HELD], reader) as ledger:
        (event,) = ledger.timeline()
        ledger.judge("different", *event.ids, by="Ana Roe", why="two meetings")
        assert len(ledger.timeline()) == 2
        ledger.add_records([OTHER])
        assert len(ledger.timeline()) == 3


def test_adding_twice_changes_nothing(reader: Reader) -> None:
    """No entry is written again."""
    with ledger_of([AHEAD, MOVED, HELD], reader) as ledger:
        before = ledger.store.digest()
        ledger.add_records([MOVED])
        assert ledger.store.digest() == before


def test_a_document_that_says_otherwise_leaves_the_event(reader: Reader) -> None:
    """The same text known to be of another year: what joined it is taken back, and made again when it is corrected."""
    with ledger_of([AHEAD, HELD], reader) as ledger:
        assert len(ledger.timeline()) == 1
        ledger.add_records([{**HELD, "published": "2023-03-08"}])
        apart = len(ledger.timeline())
        ledger.add_records([HELD])
        assert (apart, len(ledger.timeline())) == (2, 1)
