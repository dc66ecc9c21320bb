"""Stances and undertakings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


def stands(reading: Reading) -> list[tuple[str, str, str]]:
    actors = {a.id: a.name for a in reading.actors}
    return [(actors[p.actor], p.stance, p.target_text) for p in reading.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Interior Ministry opposes the border plan.", [("Interior Ministry", "oppose", "the border plan")]),
        ("The Interior Ministry objected to the talks.", [("Interior Ministry", "oppose", "the talks")]),
        ("Norway has raised objections to the fishing pact.", [("Norway", "oppose", "the fishing pact")]),
        ("Norway and Finland voiced support for the treaty.", [("Finland", "support", "the treaty"), ("Norway", "support", "the treaty")]),
        ("Norway expressed concern about the missile test.", [("Norway", "concern", "the missile test")]),
        ("Norway rejected the offer.", [("Norway", "reject", "the offer")]),
        ("Norway does not oppose the plan.", []),
        ("Norway could oppose the plan.", []),
        ("If Norway opposes the plan, it will fail.", []),
        ("The wall supports the roof.", []),
    ],
)  # fmt: skip
def test_who_stands_where(text: str, expected: list[tuple[str, str, str]], read: Callable[..., Reading]) -> None:
    """A stance with its holder and target; what is denied, possible or conditional is none."""
    assert expected == sorted(stands(read(text)))


def test_grounds_and_target_event(read: Callable[..., Reading]) -> None:
    """The grounds are the words behind "arguing that"; the target is the event that the text tells of."""
    reading = read(
        "Norway and Finland will hold talks on Friday. The Interior Ministry has raised objections to the talks, "
        "arguing that they would harm trade."
    )
    [position] = reading.positions

    assert "they would harm trade" == position.grounds
    assert reading.events[0].id == position.target


@pytest.mark.parametrize(
    ("text", "parties", "undertaken", "instrument", "status"),
    [
        ("Norway and Finland agreed to share radar data.", 2, "to share radar data", None, "made"),
        ("Norway committed to yearly consultations in a joint statement.", 1, "yearly consultations", "joint statement", "made"),
        ("They issued a fact sheet, in which Norway and Finland committed to close consultations.", 2, "close consultations", "fact sheet", "made"),
        ("Norway reaffirmed its aid pledge.", 1, "its aid pledge", None, "reaffirmed"),
    ],
)  # fmt: skip
def test_what_was_undertaken(
    text: str, parties: int, undertaken: str, instrument: str | None, status: str, read: Callable[..., Reading]
) -> None:
    """Parties, the words of the undertaking, and the paper it stands in."""
    [commitment] = read(text).commitments

    assert (parties, undertaken, instrument, status) == (
        len(commitment.parties),
        commitment.text,
        commitment.instrument,
        commitment.status,
    )


@pytest.mark.parametrize(
    "text", ["Norway may commit to the plan.", "Norway did not agree to share data.", "Norway will promise aid."]
)
def test_what_is_not_yet_undertaken(text: str, read: Callable[..., Reading]) -> None:
    """Plans, chances and refusals bind nobody."""
    assert () == read(text).commitments
