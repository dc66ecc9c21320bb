"""What was told before of an event, without a language model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.keeping.doubles import doubles
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Actor
from memcon.domain.records import Place, When
from memcon.domain.spans import Span
from tests.coding.events.test_relevance import ACTORS, DAY, LIMA, mention
from tests.notation import read

FRIDAY = When(edtf="2024-05-17", span=Span(0, 3), text="Friday")
OSLO, BERGEN = (Place(name=name, span=Span(0, 3), country="NOR") for name in ("Oslo", "Bergen"))
COMPATRIOT = Actor(id="compatriot", name="Rojas", kind="person", country="PER")
NEW = {"before: none of its family"}
ONE = "before: one of its family"
ALL = "before: all of it"


def at(place: int, told: EventMention) -> EventMention:
    """The mention, with its word at `place`."""
    return replace(told, trigger=replace(told.trigger, anchor=place, first=place, last=place))


def names(*mentions: EventMention) -> list[set[str]]:
    """For each mention, as an event of its own, what was told before it."""
    index = TextIndex(
        replace(read("They met twice, and met once more.").annotation, actors=(*ACTORS.values(), COMPATRIOT))
    )
    return [set(found) for found in doubles(index, [Cluster(mentions=[m]) for m in mentions])]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (mention("meeting", "state"), {ONE, "before: a party of it", ALL, "before: all of it, and it is new"}),
        (
            mention("meeting", "state", is_definite=True),
            {ONE, "before: a party of it", ALL, "before: all of it, and it is known"},
        ),
        (mention("meeting", "state", when=DAY), {ONE, "before: a party of it", "before: its time", ALL, "before: all of it, and it is new"}),
        # a new party, time or place
        (mention("meeting", "state", "rebels"), {ONE, "before: a party of it"}),
        (mention("meeting", "state", when=FRIDAY), {ONE, "before: a party of it"}),
        (mention("meeting", "state", place=LIMA), {ONE, "before: a party of it"}),
        (mention("meeting", "firm"), {ONE}),
        # another family has told nothing of it
        (mention("sanction", "state"), NEW),
    ],
)  # fmt: skip
def test_a_second_telling_is_held_against_the_first(second: EventMention, expected: set[str]) -> None:
    """Beside talks of a state on a day."""
    assert [NEW, expected] == names(mention("talks", "state", when=DAY), at(1, second))


KNOWN = {ALL, "before: all of it, and it is new"}


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        (mention("meeting", "state"), {"before: a party of it", *KNOWN}),
        (mention("meeting", "state", when=DAY, place=OSLO), {"before: a party of it", "before: its time", *KNOWN}),
        (mention("meeting", "state", "rebels", when=FRIDAY, place=LIMA), {"before: a party of it", "before: its time", *KNOWN}),
        (mention("meeting", "compatriot"), {"before: a land of it"}),
        (mention("meeting", "state", "compatriot", "rebels", when=DAY), {"before: a party of it", "before: its time"}),
        (mention("meeting", "state", place=BERGEN), {"before: a party of it"}),
    ],
)  # fmt: skip
def test_a_third_telling_is_held_against_both(third: EventMention, expected: set[str]) -> None:
    """Known is whatever one of them told: fewer parties, lands, places or times than they told are no news."""
    first = mention("talks", "state", "rebels", when=DAY, place=LIMA)
    second = at(1, mention("talks", "state", when=FRIDAY, place=OSLO))

    assert {ONE, *expected} == names(first, second, at(2, third))[2]


def test_the_title_is_asked_last() -> None:
    """It stands first and tells again what the text tells."""
    title, text = mention("talks", "state", in_title=True), at(1, mention("talks", "state"))

    assert [True, False] == [ONE in found for found in names(title, text)]


def test_order_is_that_of_the_text() -> None:
    """Whatever order the events come in."""
    assert [True, False] == [ONE in found for found in names(at(1, mention("talks", "state")), mention("talks"))]
