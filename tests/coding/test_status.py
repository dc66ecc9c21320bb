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
    (f"A meeting between {WHO} is in doubt.", "speculated"),
    (f"{WHO} agreed to hold a further round of talks in Lima.", "scheduled"),
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
    # the plan is called off, or is not
    (f"The summit between {WHO} will not take place, officials said.", "cancelled"),
    ("The visit by President Maria Soto to Germany has been scrapped.", "cancelled"),
    (f"The planned meeting between {WHO} was cancelled on Tuesday.", "cancelled"),
    (f"{WHO} may postpone their meeting in Vienna.", "scheduled"),
    ("President Soto threatened to call off her visit to Germany.", "scheduled"),
    ("President Maria Soto did not cancel her visit to Germany.", "scheduled"),
    ("Bolivia suspended talks with Germany.", "postponed"),
    (f"{WHO} are no longer expected to meet in Vienna.", "fell_through"),
    (f"{WHO} failed to meet in Vienna.", "fell_through"),
    (f"{WHO} were unable to hold talks in Vienna.", "fell_through"),
    (f"A summit that was expected last month between {WHO} ended without results.", "fell_through"),
    # denied, refused, left open
    (f"Officials denied that {WHO} had met in Vienna.", "denied"),
    (f"A spokesman denied reports of a meeting between {WHO}.", "denied"),
    ("President Soto ruled out a meeting with Chancellor Uwe Brandt.", "declined"),
    ("President Soto turned down an invitation to meet Chancellor Uwe Brandt.", "declined"),
    (f"{WHO} will not meet in Vienna.", "declined"),
    (f"A spokesman refused to rule out a meeting between {WHO}.", "speculated"),
    (f"It is unclear whether {WHO} will meet.", "speculated"),
    (f"A meeting between {WHO} looks unlikely.", "speculated"),
    # plans and their conditions
    ("President Soto accepted an invitation to visit Germany.", "expected"),
    ("President Soto has agreed to meet Chancellor Uwe Brandt in Vienna.", "scheduled"),
    ("President Soto and Minister Rita Lang announced plans to travel to Peru.", "expected"),
    (f"{WHO} will meet in Vienna if the truce holds.", "expected"),
    (f"{WHO} would meet only if the truce holds.", "expected"),
    (f"The ministry announced that {WHO} would hold talks in Vienna on 3 June.", "scheduled"),
    (f"The ministry announced talks between {WHO} in Vienna on 3 June.", "scheduled"),
    (f"The office said it will announce on Friday that {WHO} are to meet in Vienna.", "scheduled"),
    (f"{WHO} should meet soon, the envoy said.", "proposed"),
    (f"{WHO} tried to arrange a meeting in Vienna.", "proposed"),
    ("Chancellor Uwe Brandt hopes to visit Bolivia next year.", "proposed"),
    # done
    (f"{WHO} managed to hold talks in Vienna.", "held"),
    (f"{WHO} are believed to have met in Vienna.", "held"),
    ("President Maria Soto returned from a three-day visit to Germany.", "held"),
    ("The ministers of Bolivia and Germany left after meeting in Vienna.", "held"),
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
        f"{WHO} have yet to meet.",
        f"There are no plans for a meeting between {WHO}.",
        f"No meeting between {WHO} is planned.",
        f"Without a meeting between {WHO}, the truce will fail.",
        f"{WHO} meet every year in Vienna.",
        f"{WHO} have met regularly in Vienna.",
        f"{WHO} met three times last year.",
        f"An announcement on the summit between {WHO} is expected on Friday.",
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


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("President Soto postponed her visit to Germany from Friday to 3 June.", "2024-06-03"),
        ("President Soto's visit to Germany, originally set for 20 May, was put off until 3 June.", "2024-06-03"),
        ("President Soto called off on Monday a visit to Germany.", None),
        ("The visit of President Soto to Germany, planned for 20 May, was called off on Monday.", "2024-05-20"),
        (f"{WHO} agreed on Monday to meet in June.", "2024-06"),
        (f"{WHO} agreed in Lima on Monday to meet.", None),
        (f"A meeting between {WHO} is scheduled for Friday.", "2024-05-17"),
        (f"{WHO} will meet in Vienna on 4 and 5 June.", "2024-06-04/2024-06-05"),
        (f"{WHO} will hold talks in Vienna on June 4 and 5.", "2024-06-04/2024-06-05"),
        (f"{WHO} will hold talks in Vienna from 4 to 6 June.", "2024-06-04/2024-06-06"),
        (f"{WHO} held talks in Vienna on Monday and Tuesday.", "2024-05-13/2024-05-14"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_the_event(
    text: str, when: str | None, read: Callable[..., Reading]
) -> None:
    """What was done "on Monday" to a visit says nothing of the day of the visit; what it was put off "until" does."""
    [event] = read(text).events

    assert when == (event.when.edtf if event.when else None)


def test_a_step_has_its_own_day_and_word(read: Callable[..., Reading]) -> None:
    """The word that decided stands in the step, and the day on which it was done."""
    text = "On Monday President Soto called off her visit to Germany."

    [event] = read(text).events
    step = event.statuses[-1]

    assert ("cancelled", "called", "2024-05-13") == (
        step.status,
        step.word and step.word.text,
        step.when and step.when.edtf,
    )
    assert step.word is not None
    assert "called" == text[step.word.span.start : step.word.span.end]
