"""Standing channels: named by what they are for, by the parties before them, in lower case, and in session."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


def _told(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    names = {a.id: a.name for a in reading.actors}
    return [(c.name, tuple(names[p] for p in c.parties)) for c in reading.channels]


@pytest.mark.parametrize(
    ("text", "name", "parties"),
    [
        ("The Norway-Chad Strategic Dialogue was held in Oslo on Monday.", "Strategic Dialogue", ("Norway", "Chad")),
        ("Norway and Chad will launch a new security dialogue in May.", "security dialogue", ("Norway", "Chad")),
        ("They formed the Working Group on Border Fisheries.", "Working Group on Border Fisheries", ()),
    ],
)
def test_a_channel_with_its_parties(
    text: str, name: str, parties: tuple[str, ...], read: Callable[..., Reading]
) -> None:
    """Both parties joined by a dash, those who launch it, and none where none is told."""
    assert [(name, parties)] == _told(read(text))


def test_a_rhythm_makes_a_channel(read: Callable[..., Reading]) -> None:
    """What is to run on a regular basis is a channel, with that as its cadence."""
    [channel] = read("Norway wants to make the dialogue channel run on a regular basis.").channels

    assert ("dialogue channel", "regular") == (channel.name, channel.cadence)


def test_a_council_that_only_speaks_is_none(read: Callable[..., Reading]) -> None:
    """Praise is no session; a resolution adopted is one."""
    assert [] == _told(read("The UN Security Council praised Norway."))
    assert ["UN Security Council"] == [
        n for n, _ in _told(read("The UN Security Council adopted a resolution on Monday."))
    ]
