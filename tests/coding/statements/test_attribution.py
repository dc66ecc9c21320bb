"""Whose word it is: speakers, chains, hedges and how directly a word can be held against its speaker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from memcon.coding import code
from memcon.domain.annotation import Annotation
from memcon.domain.reading import Reading
from memcon.domain.records import Statement
from memcon.knowledge import Knowledge

pytestmark = pytest.mark.model


def only(reading: Reading) -> Statement:
    [statement] = reading.statements
    return statement


@pytest.mark.parametrize(
    ("text", "kind", "grade"),
    [
        ("Foreign Minister Anna Lind said that the border would open in June.", "person", "on_record"),
        ("The Foreign Ministry said that the border would open in June.", "office", "office"),
        ("A spokeswoman for the Foreign Ministry said that the border would open in June.", "office", "office"),
        ("Norway's foreign minister said that the border would open in June.", "office", "office"),
        ("The Peruvian envoy said that the border would open in June.", "office", "office"),
        ("A Peruvian minister said that the border would open in June.", "official", "unnamed"),
        ("A Peruvian official said that the border would open in June.", "official", "unnamed"),
        ("Two senior officials said that the border would open in June.", "official", "unnamed"),
        ("Sources said that the border would open in June.", "source", "unnamed"),
        ("The joint report said that the border would open in June.", "document", "unnamed"),
    ],
)
def test_a_speaker_has_a_kind_and_its_word_a_grade(
    text: str, kind: str, grade: str, read: Callable[..., Reading]
) -> None:
    """Persons are on the record, offices speak as offices, and the unnamed stay unnamed."""
    statement = only(read(text))

    assert (kind, grade) == (statement.speaker_kind, statement.grade)


def test_a_hedge_makes_hearsay(read: Callable[..., Reading]) -> None:
    """What the two sides "reportedly" agreed is hearsay, whoever tells it."""
    [event] = read("Norway and Finland reportedly held talks in Oslo on Monday.").events

    assert ("reportedly", "hearsay") == (event.attribution.hedge, event.attribution.grade)


def test_the_chain_ends_with_wire_and_publisher(annotate: Callable[..., Annotation], knowledge: Knowledge) -> None:
    """Sources, by way of the wire, by way of the paper."""
    annotation = annotate("Norway and Finland will hold talks on Friday, sources said.", "2024-05-15")
    document = replace(annotation.document, wire="Harbor Wire", publisher="The Example Daily")
    [event] = code(replace(annotation, document=document), knowledge).events

    assert "sources" == event.attribution.speaker_text
    assert ("Harbor Wire", "The Example Daily") == event.attribution.via


def test_an_event_rests_on_the_word_nearest_to_it(read: Callable[..., Reading]) -> None:
    """Not on a speaker of another sentence."""
    reading = read(
        "The Foreign Ministry said that the border would open. Norway and Finland will hold talks on Friday, officials said."
    )
    [event] = reading.events

    assert ("unnamed", "officials") == (event.attribution.kind, event.attribution.speaker_text)


def test_who_stands_in_a_clause_about_a_speaker_does_not_speak(read: Callable[..., Reading]) -> None:
    """Two who speak together do."""
    alone = read("The Danish envoy, who had met the Kenyan minister on Monday, said that the border would open.")
    both = read("The Danish envoy and the Kenyan minister said that the border would open.")

    assert [len(s.speakers) for s in (*alone.statements, *both.statements)] == [1, 2]
