"""What was told before of an event, without a language model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.coding.events.keeping.doubles import doubles
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.pairs import Cluster
from memcon.coding.text_index import TextIndex
from memcon.domain.records import When
from memcon.domain.spans import Span
from tests.coding.events.test_relevance import ACTORS, DAY, LIMA, mention
from tests.notation import read

FRIDAY = When(edtf="2024-05-17", span=Span(0, 3), text="Friday")
NEW = {"before: none of its family"}
ONE = "before: one of its family"
ALL = "before: all of it"


def at(place: int, told: EventMention) -> EventMention:
    """The mention, with its word at `place`."""
    return replace(told, trigger=replace(told.trigger, anchor=place, first=place, last=place))


def names(*mentions: EventMention) -> list[set[str]]:
    """For each mention, as an event of its own, what was told before it."""
    index = TextIndex(replace(read("They met twice, and met once more.").annotation, actors=tuple(ACTORS.values())))
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


def test_the_title_is_asked_last() -> None:
    """It stands first and tells again what the text tells."""
    title, text = mention("talks", "state", in_title=True), at(1, mention("talks", "state"))

    assert [True, False] == [ONE in found for found in names(title, text)]


def test_order_is_that_of_the_text() -> None:
    """Whatever order the events come in."""
    assert [True, False] == [ONE in found for found in names(at(1, mention("talks", "state")), mention("talks"))]
