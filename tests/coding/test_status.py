"""Whether it has happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model

WHO = "President Maria Soto and Chancellor Uwe Brandt"

SENTENCES = [
    (f"{WHO} held talks in Vienna on Monday.", "held"),
    (f"{WHO} have met in Vienna.", "held"),
    (f"{WHO} shook hands after their meeting in Vienna on Monday.", "held"),
    (f"{WHO} will hold talks in Vienna on Friday.", "scheduled"),
    (f"{WHO} are set to meet in Vienna on Friday.", "scheduled"),
    (f"{WHO} are due to meet in Vienna next week.", "scheduled"),
    (f"{WHO} are scheduled to meet in Vienna next week.", "scheduled"),
    (f"{WHO} meet in Vienna on Friday.", "scheduled"),
    (f"{WHO} are expected to meet in Vienna.", "expected"),
    (f"{WHO} plan to meet in Vienna.", "expected"),
    (f"{WHO} are likely to meet in Vienna.", "expected"),
    (f"{WHO} may meet in Vienna.", "speculated"),
    (f"{WHO} could hold talks in Vienna.", "speculated"),
    (f"There is speculation that {WHO} will meet in Vienna.", "speculated"),
    (f"If {WHO} hold a summit in Vienna, it will be their third.", "speculated"),
    ("President Maria Soto proposed a meeting with Chancellor Uwe Brandt.", "proposed"),
    ("President Maria Soto invited Chancellor Uwe Brandt to visit Bolivia.", "proposed"),
    ("President Maria Soto wants to meet Chancellor Uwe Brandt.", "proposed"),
    (f"{WHO} postponed their meeting in Vienna.", "postponed"),
    (f"The meeting between {WHO} was put off.", "postponed"),
    (f"The meeting between {WHO} has been called off.", "cancelled"),
    ("President Maria Soto cancelled a visit to Germany.", "cancelled"),
    (f"The summit between {WHO} did not take place.", "fell_through"),
    (f"The summit between {WHO} has, for now, fallen through.", "fell_through"),
    (f"A summit between {WHO}, which had been expected to take place in Vienna, fell through.", "fell_through"),
    ("President Maria Soto rejected a meeting with Chancellor Uwe Brandt.", "declined"),
    ("President Maria Soto denied that a meeting with Chancellor Uwe Brandt took place.", "denied"),
    (f"{WHO} are holding talks in Vienna.", "under_way"),
]


@pytest.mark.parametrize(("text", "status"), SENTENCES, ids=[s[0][-60:] for s in SENTENCES])
def test_the_wording_decides_the_status(text: str, status: str, read: Callable[..., Reading]) -> None:
    """One event with the status that a careful reader would give it."""
    reading = read(text)

    assert [status] == [e.status for e in reading.events]


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO} did not meet.",
        "The council meets in Geneva.",
        "Leaders often hold meetings in Geneva.",
        "It was the first time in eight years that the leaders had met.",
        "Talks are better than war.",
        "She called for dialogue.",
        "The president promised to meet the target.",
    ],
)
def test_what_is_no_single_occasion_is_no_event(text: str, read: Callable[..., Reading]) -> None:
    """Habits, counts, negations and generalities tell of no event."""
    assert () == read(text).events


def test_the_history_keeps_what_was_expected_before(read: Callable[..., Reading]) -> None:
    """Statuses of one document stand in the order of an event's life."""
    text = f"{WHO} were expected to hold a summit in Vienna. The summit was cancelled on Monday."

    [event] = read(text).events

    assert ["expected", "cancelled"] == [s.status for s in event.statuses]
    assert all(text[s.evidence.span.start : s.evidence.span.end] == s.evidence.quote for s in event.statuses)
