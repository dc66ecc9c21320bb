"""Pairs of events that a person should look at: less likely ones, and likely ones that a rule kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from memcon import review
from memcon.domain.entries import judgement
from memcon.resolve.comparisons import EVENTS
from memcon.resolve.sketches import Sketch
from memcon.store.ledger import LedgerStore
from memcon.store.sketches import Kept, Sketches
from tests.resolve.test_events import ANNOUNCED, BRANDT, HAALAND, HELD, ONE_SIDED, day, sketch


@pytest.fixture
def store() -> Iterator[LedgerStore]:
    with closing(LedgerStore.open(":memory:")) as found:
        yield found


def doubts(store: LedgerStore, *sketches: Sketch) -> list[tuple[tuple[str, str], str]]:
    """The pairs in doubt among some sketches, each with its first reason."""
    with store.writing() as book:
        kept = Sketches(book.connection, EVENTS.kind)
        for each in sketches:
            kept.replace(each.document, [Kept(id=each.event, keys=EVENTS.keys_of(each), payload=EVENTS.to_text(each))])
    return [(found.pair, found.reasons[0]) for found in review.doubts(store)]


def test_likely_pairs_that_a_rule_kept_apart(store: LedgerStore) -> None:
    """Two countries for one meeting of the same two on one day: one of the places may be told wrongly."""
    here, there = (
        replace(ANNOUNCED, place="lima", place_country="PER"),
        replace(HELD, place="bonn", place_country="DEU"),
    )

    assert doubts(store, here, there) == [(("a", "b"), "kept apart: in other countries")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HELD, replace(ANNOUNCED, when=day("2024-05-05"), kind="call", place_country="PER")),
        (replace(HELD, ordinal=3), replace(ANNOUNCED, ordinal=4)),
        (HELD, replace(ANNOUNCED, kind="call")),
    ],
)
def test_what_differs_in_more_than_day_or_place_is_no_doubt(store: LedgerStore, one: Sketch, other: Sketch) -> None:
    """Another number or other means are another event, and so is what two things keep apart: nobody is asked."""
    assert doubts(store, one, other) == []


def test_what_fits_two_events_is_asked_about(store: LedgerStore) -> None:
    """A report that names one side alone, and two meetings of that side; until a person has judged."""
    other = sketch("e", HAALAND, BRANDT, when=day("2024-03-06"), is_told=True, published=HELD.published)
    found = doubts(store, HELD, other, ONE_SIDED)

    assert found == [
        (("b", "v"), "kept apart: another event fits as well"),
        (("e", "v"), "kept apart: another event fits as well"),
    ]
    ruling = judgement("different", ("b", "v"), by="A. Clerk", why="the other one")
    store.append(recorded_at="2031-01-01T00:00:00Z", entries=[ruling])
    assert [each.pair for each in review.doubts(store)] == [("e", "v")]
