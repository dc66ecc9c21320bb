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
    ("President Soto accepted an invitation to visit Germany.", "scheduled"),
    ("President Soto has agreed to meet Chancellor Uwe Brandt in Vienna.", "scheduled"),
    ("President Soto and Minister Rita Lang announced plans to travel to Peru.", "scheduled"),
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


SOTO, BRANDT = "President Maria Soto", "Chancellor Uwe Brandt"

MORE = [
    # the sentence outranks how it describes the event
    (f"A long-delayed meeting between {SOTO} and {BRANDT} was held on Monday.", "held", "2024-05-13"),
    (f"The twice-postponed summit between {SOTO} and {BRANDT} finally took place on Monday.", "held", "2024-05-13"),
    (f"The visit by {SOTO} to Germany, delayed by a storm, began on Tuesday.", "held", "2024-05-14"),
    (f"The visit by {SOTO} to Germany, postponed in March, will now take place in June.", "scheduled", "2024-06"),
    (
        f"The meeting of {SOTO} with {BRANDT}, originally planned for March, will be held in June.",
        "scheduled",
        "2024-06",
    ),
    ("Kenya resumed talks with Uganda that had been suspended in March.", "under_way", "../2024-05-15"),
    # how long it is, and by when
    (f"{SOTO} will make a week-long visit to Peru from June 3.", "scheduled", "2024-06-03/2024-06-09"),
    (f"{SOTO} will visit Peru on June 3 for a week.", "scheduled", "2024-06-03/2024-06-09"),
    ("Kenya and Uganda are due to start four days of talks in Geneva on Friday.", "scheduled", "2024-05-17/2024-05-20"),
    (f"{SOTO} spoke on Tuesday at the end of a three-day visit to Peru.", "held", "2024-05-12/2024-05-14"),
    (f"{SOTO} spoke on Tuesday after a three-day visit to Peru.", "held", None),
    ("Kenya and Uganda will meet within ten days.", "scheduled", "2024-05-15/2024-05-25"),
    ("Kenya and Uganda expect to reach an accord by the end of June.", "expected", "../2024-06-30"),
    ("Kenya and Uganda expect to reach an accord before the end of June.", "expected", None),
    # a day without its capital, and one that is told ahead of what somebody would do
    (f"{SOTO} met {BRANDT} on monday.", "held", "2024-05-13"),
    (
        "A spokesman said that on Thursday and Friday Jens Holm would meet Maria Soto.",
        "scheduled",
        "2024-05-16/2024-05-17",
    ),
    ("Kenya will boycott a summit that began in Kampala on Monday.", "held", "2024-05-13"),
    # what was to be, and was not
    (f"{SOTO} was to have met {BRANDT} on Monday.", "fell_through", "2024-05-13"),
    (f"{SOTO} would have met {BRANDT} on Monday but fell ill.", "fell_through", "2024-05-13"),
    (f"Had it not been for the storm, {SOTO} would have met {BRANDT} on Monday.", "fell_through", "2024-05-13"),
    (f"{SOTO} should have met {BRANDT} on Monday.", None, None),
    (f"{SOTO} had planned to visit Germany on Monday.", "expected", "2024-05-13"),
    (f"{SOTO} was supposed to meet {BRANDT} on Monday.", "expected", "2024-05-13"),
    (f"{SOTO} said she was going to meet {BRANDT}.", "expected", None),
    (f"Plans for a summit between {SOTO} and {BRANDT} came to nothing.", "fell_through", None),
    (f"The planned summit between {SOTO} and {BRANDT} never materialized.", "fell_through", None),
    (f"{SOTO} will no longer visit Germany on Friday.", "fell_through", "2024-05-17"),
    # plans dropped, meetings off or on hold
    (f"{SOTO} dropped plans to meet {BRANDT}.", "cancelled", None),
    (f"The summit between {SOTO} and {BRANDT}, planned for Friday, is now off.", "cancelled", "2024-05-17"),
    (f"{SOTO} had to cancel a visit to Germany.", "cancelled", None),
    (f"{SOTO} almost cancelled her visit to Germany.", "scheduled", None),
    ("Talks between Kenya and Uganda are on hold.", "postponed", None),
    (f"The summit between {SOTO} and {BRANDT} is in limbo.", "speculated", None),
    (f"The visit of {SOTO} to Germany hangs in the balance.", "speculated", None),
    (f"A meeting between {SOTO} and {BRANDT} is under consideration.", "speculated", None),
    (f"A meeting between {SOTO} and {BRANDT} is out of the question.", "declined", None),
    ("Officials feared that the talks between Kenya and Uganda would be called off.", "scheduled", None),
    # held, though the words sound otherwise
    ("Talks between Kenya and Uganda ended without agreement on Tuesday.", "held", "2024-05-14"),
    ("The talks between Kenya and Uganda in Geneva failed to produce an agreement.", "held", "../2024-05-15"),
    ("Two days of talks between Kenya and Uganda in Geneva came to nothing.", "held", "../2024-05-15"),
    ("Kenya walked out of talks with Uganda on Tuesday.", "held", None),
    (f"The meeting between {SOTO} and {BRANDT} was the first since 2019.", "held", "../2024-05-15"),
    (f"{SOTO} went ahead with a visit to Germany.", "held", None),
    (f"{SOTO} met {BRANDT} to discuss trade on Monday.", "held", "2024-05-13"),
    # declined and denied
    (f"No meeting between {WHO} is planned.", "denied", None),
    (f"There are no plans for a meeting between {WHO}.", "denied", None),
    (f"{SOTO} decided not to visit Germany.", "declined", None),
    (f"{SOTO} opted not to meet {BRANDT}.", "declined", None),
    (f"{SOTO} said no to a meeting with {BRANDT}.", "declined", None),
    (f"{SOTO} rejected suggestions that she meet {BRANDT}.", "declined", None),
    ("The United States decided against imposing sanctions on Belarus.", "declined", None),
    (f"{BRANDT} dismissed reports of a meeting with {SOTO}.", "denied", None),
    (f"Reports that {SOTO} met {BRANDT} are untrue, the ministry said.", "denied", None),
    (f"The ministry dismissed speculation that {SOTO} would visit Germany.", "denied", None),
    # asked, supposed, proposed
    (f"Will {SOTO} meet {BRANDT}?", "speculated", None),
    (f"Were {SOTO} to visit Germany, protests would follow.", "speculated", None),
    (f"Rumours swirled that {SOTO} would meet {BRANDT} in Lima.", "speculated", None),
    (f"The spokesman declined to comment on a possible meeting between {SOTO} and {BRANDT}.", "speculated", None),
    (f"{SOTO} is weighing a visit to Germany in June.", "speculated", "2024-06"),
    (f"{SOTO} suggested that Kenya and Uganda hold talks in La Paz.", "proposed", None),
    ("Kenya proposed a summit with Uganda in June.", "proposed", "2024-06"),
    ("Kenya and Uganda ought to hold talks, the African Union said.", "proposed", None),
    # now, and the way there
    ("Kenya and Uganda are in talks in Geneva.", "under_way", None),
    (f"{SOTO} is on a visit to Germany.", "under_way", None),
    ("Talks between Kenya and Uganda entered their third day on Wednesday.", "under_way", "2024-05-15"),
    ("The summit, to be hosted by Chancellor Uwe Brandt on 3 June, will be short.", "scheduled", "2024-06-03"),
    (f"The summit between {SOTO} and {BRANDT} will go ahead as planned on Friday.", "scheduled", "2024-05-17"),
]


@pytest.mark.parametrize(("text", "status", "when"), MORE, ids=[m[0][-60:] for m in MORE])
def test_status_and_day_are_those_of_the_event(
    text: str, status: str | None, when: str | None, read: Callable[..., Reading]
) -> None:
    """What the sentence tells of the event, not of its plans, its description or a decision; None where it leaves that open. What a text
    begins with as done was done by its publication."""
    events = read(text).events

    assert ([status] if status else []) == [e.status for e in events if e.status]
    assert when in {e.when.edtf if e.when else None for e in events} or not events


@pytest.mark.parametrize(
    ("headline", "status"),
    [
        ("Kenya-Uganda summit called off", "cancelled"),
        ("Kenya, Uganda agree to hold talks", "scheduled"),
        ("Kenya rejects talks with Uganda", "declined"),
        ("Kenya scraps joint military exercise with Uganda", "cancelled"),
    ],
)
def test_a_headline_is_read_in_its_short_forms(headline: str, status: str, read: Callable[..., Reading]) -> None:
    """The present tells no time in a headline, and its participles need no auxiliary."""
    reading = read(f"{headline}\n\nThe ministry gave no details of its budget.\n")

    assert [status] == [e.status for e in reading.events]


def test_the_day_of_an_arrival_is_not_that_of_the_talks(read: Callable[..., Reading]) -> None:
    """Who arrived on Tuesday for talks has arrived; when the talks are, and whether, stays open."""
    reading = read(f"{SOTO} arrived in Berlin on Tuesday for talks with {BRANDT}.")

    assert all(e.status is None and e.when is None for e in reading.events if e.kind == "talks")


@pytest.mark.parametrize(
    "text",
    [
        f"{WHO} did not meet.",
        f"{WHO} have yet to meet.",
        f"Without a meeting between {WHO}, the truce will fail.",
        f"{WHO} meet every year in Vienna.",
        f"{WHO} have met regularly in Vienna.",
        f"{WHO} met three times last year.",
        "The council meets in Geneva.",
        "Leaders often hold meetings in Geneva.",
        "It was the first time in eight years that the leaders had met.",
        "Talks are better than war.",
        "She called for dialogue.",
        "The president promised to meet the target.",
        "President Maria Soto has met every German chancellor since 1998.",
        "Kenya and Uganda have held 12 rounds of talks since 2015.",
        "President Maria Soto nearly met Chancellor Uwe Brandt on Monday.",
        "It is not true that President Maria Soto met Chancellor Uwe Brandt.",
    ],
)
def test_what_is_no_single_occasion_is_no_event(text: str, read: Callable[..., Reading]) -> None:
    """Habits, counts, negations and generalities tell of no event."""
    assert () == read(text).events


def test_what_is_expected_of_an_announcement_is_not_expected_of_its_summit(read: Callable[..., Reading]) -> None:
    """A summit of two by name may be told of; when it is, and whether, stays open."""
    reading = read(f"An announcement on the summit between {WHO} is expected on Friday.")

    assert all(e.status is None and e.when is None for e in reading.events)


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
