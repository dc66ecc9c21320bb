"""The order of an event's statuses inside one document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.coding.events.history import in_order
from memcon.domain.dates import interval_of
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, Status, StatusStep, When
from memcon.domain.spans import Evidence, Span

WHO = "President Maria Soto and Chancellor Uwe Brandt"


def step(status: Status, when: str | None = None, *, by: str | None = None) -> StatusStep:
    """A step with nothing but what orders it."""
    span = Span(0, 3)
    moment = When(edtf=when, span=span, text=when) if when and interval_of(when) else None
    return StatusStep(
        status=status,
        evidence=Evidence(span=span, quote="abc"),
        attribution=Attribution(kind="named", speaker=by) if by else Attribution(kind="outlet"),
        when=moment,
    )


@pytest.mark.parametrize(
    ("steps", "order"),
    [
        ([step("held"), step("scheduled")], ["scheduled", "held"]),
        ([step("fell_through"), step("expected")], ["expected", "fell_through"]),
        ([step("held"), step("postponed")], ["postponed", "held"]),
        ([step("declined", "2024-05-01"), step("scheduled", "2024-05-10")], ["declined", "scheduled"]),
        ([step("declined", "2024-05-10"), step("scheduled", "2024-05-01")], ["scheduled", "declined"]),
        ([step("declined", "2024-05"), step("scheduled", "2024-05-10")], ["scheduled", "declined"]),
        ([step("held"), step("held")], ["held"]),
        ([step("half_done"), step("held")], ["held", "half_done"]),
        ([], []),
    ],
)
def test_steps_stand_in_the_order_of_the_events_life(steps: list[StatusStep], order: list[Status]) -> None:
    """What is told as earlier first, then by day where both have one, then as events live."""
    assert order == [s.status for s in in_order(steps)]


def test_what_is_told_as_over_stands_first() -> None:
    """ "had been called off" before "will meet", whatever events do as a rule; days order only steps that are told alike."""
    over, now = step("cancelled", "2024-06-01"), step("scheduled", "2024-05-10")

    assert (over, now) == in_order([now, over], [over])


def test_of_two_that_say_the_same_the_one_with_a_speaker_stays() -> None:
    """The word of somebody named is worth more than the outlet's."""
    [kept] = in_order([step("scheduled"), step("scheduled", by="actor:1")])

    assert "actor:1" == kept.attribution.speaker


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "order"),
    [
        (f"{WHO} were to meet in Vienna on Monday, but the talks collapsed.", ["scheduled", "fell_through"]),
        (
            f"{WHO} had been expected to meet in Vienna on Monday, but the meeting never took place.",
            ["expected", "fell_through"],
        ),
        (
            f"{WHO} will meet in Vienna on Friday. The meeting had been called off before.",
            ["cancelled", "scheduled"],
        ),
        (
            "The visit of President Soto to Germany, planned for 20 May, was called off on Monday.",
            ["expected", "cancelled"],
        ),
        (f"A summit between {WHO} that was set for Friday has been put off until June.", ["scheduled", "postponed"]),
        (
            f"{WHO} held talks in Vienna on Monday. The talks had been postponed twice.",
            ["postponed", "held"],
        ),
    ],
)
def test_a_document_tells_a_history(text: str, order: list[Status], read: Callable[..., Reading]) -> None:
    """The mentions of one event give its steps; the last is the document's latest word."""
    [event] = read(text).events

    assert order == [s.status for s in event.statuses]
    assert order[-1] == event.status
