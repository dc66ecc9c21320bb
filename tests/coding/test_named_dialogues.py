"""Sessions of dialogues that bear the names of two sides, also where the name is of common words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

NORWAY_AND_PERU = {"Norway", "Peru"}


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        ("The Norway-Peru Economic Dialogue was held in Oslo on Monday.", "held", NORWAY_AND_PERU),
        ("The first Norway-Peru Strategic Dialogue was held in Oslo on Monday.", "held", NORWAY_AND_PERU),
        ("The Norway-Peru Economic Dialogue will convene in Oslo on June 9.", "scheduled", NORWAY_AND_PERU),
        ("The ministers discussed the relaunch of the Norway-Peru Economic Dialogue, which will be held in Oslo on June 9.", "scheduled", NORWAY_AND_PERU),
        ("The ministers praised the Norway-Peru Economic Dialogue.", None, set()),
        ("The Norway-Peru Economic Dialogue was set up in Oslo.", None, set()),
    ],
)  # fmt: skip
def test_a_dialogue_of_two_sides_is_a_session_of_them_where_it_is_held(
    text: str, status: str | None, parties: set[str], read: Callable[..., Reading]
) -> None:
    reading = read(text)
    names = {a.id: a.name for a in reading.actors}
    told = [(e.status, {names[p.actor] for p in e.participants}) for e in reading.events if e.kind != "launch"]
    assert told == ([(status, parties)] if status else [])


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("Norway and Peru held the first meeting of the Nordic Fisheries Dialogue in Oslo.", 1),
        ("Norway and Peru held the fifth ministerial meeting of the Nordic Fisheries Dialogue in Oslo.", 5),
        ("Norway and Peru held the first meeting of the Nordic Fisheries Dialogue since 2011 in Oslo.", None),
    ],
)
def test_the_number_before_the_noun_of_a_session_is_its_ordinal(
    text: str, ordinal: int | None, read: Callable[..., Reading]
) -> None:
    assert [ordinal] == [event.ordinal for event in read(text).events]
