"""Which mentions are one event, each reason at its boundary, without a parser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.merging import merge_mentions
from memcon.coding.events.pairs import is_same_place
from memcon.coding.events.scene import Clause
from memcon.coding.events.status_evidence import Finding
from memcon.domain.annotation import Annotation
from tests.coding.events.story import channel, mentions, numbers, place
from tests.notation import read

NORWAY, CHAD, TOGO, PERU = "[state:Norway|NOR]", "[state:Chad|TCD]", "[state:Togo|TGO]", "[state:Peru|PER]"
SOTO, BRANDT, HOLM = "[person:Soto|BOL]", "[person:Brandt|DEU]", "[person:Holm|DEU]"
MONDAY, FRIDAY = "[time:Monday=2024-05-13]", "[time:Friday=2024-05-17]"
HELD = f"{NORWAY} and {CHAD} held [talks:talks]."
AHEAD, OVER = {"status": Finding("scheduled", 0)}, {"status": Finding("held", 0)}


def together(story: str, *details: Mapping[str, Any], published: str | None = "2024-05-15") -> list[list[int]]:
    """The mentions that stand together, by their numbers."""
    marked = read(story, published)
    told = mentions(marked, *details)
    return numbers([c.mentions for c in merge_mentions(marked.annotation, told)], told)


ONE, TWO = [[1, 2]], [[1], [2]]


# --- reasons to keep apart -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The [meeting:meeting] lasted an hour.", ONE),
        ("The [visit:visit] lasted an hour.", TWO),
        ("The [call:call] lasted an hour.", TWO),
    ],
)
def test_another_kind_of_occasion_is_another_event(second: str, expected: list[list[int]]) -> None:
    """The meeting is the talks that were held; the visit and the call are none."""
    assert expected == together(f"{HELD}\n{second}")


def test_speaking_with_somebody_may_be_a_call() -> None:
    """The call that lasted an hour is the one in which they "spoke", whichever of the two is told first; "met" was no call."""
    spoke = next(f for f in load_codebook().by_verb["speak"] if f.kind == "talks")
    met = next(f for f in load_codebook().by_verb["meet"])
    told = f"{NORWAY} [talks:spoke] with {CHAD} on {MONDAY}.\nThe [call:call] lasted an hour."
    back = f"The [call:call] with {CHAD} was on {MONDAY}.\n{NORWAY} [talks:spoke] with {CHAD} on {MONDAY}."

    assert ONE == together(told, {"form": "verb", "frame": spoke})
    assert TWO == together(told, {"form": "verb", "frame": met})
    assert ONE == together(back, {}, {"form": "verb", "frame": spoke, "is_definite": True})
    assert [[1, 2, 3]] == together(f"{told}\nThe [meeting:meeting] was long.", {"form": "verb", "frame": spoke})

    for other in ("aid", "call", "visit"):
        sent = f"{NORWAY} began [{other}:it] with {CHAD} on {MONDAY}.\n{NORWAY} [talks:spoke] with {CHAD} on {MONDAY}."
        assert (ONE if other == "call" else TWO) == together(sent, {}, {"form": "verb", "frame": spoke})


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (channel("nsd"), channel("nsd"), ONE),
        (channel("nsd"), channel("afd"), TWO),
        (channel("nsd", 12), channel("nsd", 12), ONE),
        (channel("nsd", 12), channel("nsd", 11), TWO),
        (channel("nsd", 12), channel("nsd"), ONE),
        (channel("nsd"), channel("nsd", 12), ONE),
        (channel("nsd", None, 2023), channel("nsd", None, 2024), TWO),
        (channel("nsd", None, 2023), channel("nsd", None, 2023), ONE),
        (channel("nsd", 12, 2023), channel("nsd", 12, 2024), TWO),
        (channel("group", is_common=True), channel("group", is_common=True), TWO),
    ],
)
def test_sessions_are_one_by_channel_number_and_year(mine: Any, theirs: Any, expected: list[list[int]]) -> None:
    """The same channel, and no other number or year; a "working group" without a name of its own joins nothing."""
    story = "The [talks:Dialogue] began.\nA [talks:Dialogue] ended."

    assert expected == together(story, {"channel": theirs, "form": "channel"}, {"channel": mine, "form": "channel"})


def test_a_session_stays_apart_from_any_other_in_the_event() -> None:
    """One mention of another session is enough, though the last one names none."""
    story = f"The [talks:Dialogue] of {NORWAY} and {CHAD} began.\nThe [talks:talks] of {NORWAY} went on.\nThe [talks:Dialogue] of {NORWAY} ended."
    session, other = (
        {"channel": channel("nsd", 1), "form": "channel"},
        {"channel": channel("nsd", 2), "form": "channel"},
    )

    assert [[1, 2], [3]] == together(story, session, {}, other)
    assert [[1, 2, 3]] == together(story, session, {}, session)


@pytest.mark.parametrize(
    ("second", "details", "expected"),
    [
        (MONDAY, {}, ONE),
        (FRIDAY, {}, TWO),
        (FRIDAY, {"has_new_time": True}, ONE),
        ("[time:May=2024-05]", {}, ONE),
        ("[time:June=2024-06]", {}, TWO),
    ],
)
def test_another_time_is_another_event(second: str, details: Mapping[str, Any], expected: list[list[int]]) -> None:
    """Unless the event was put off to it: the meeting on Friday is not the talks on Monday."""
    story = f"{NORWAY} and {CHAD} plan [talks:talks] on {MONDAY}.\nThe [talks:talks] of {NORWAY} and {CHAD} are on {second}."

    assert expected == together(story, {}, details)


def test_what_was_put_off_keeps_both_its_times() -> None:
    """A later mention with the first time still belongs to talks that were put off; one whose time stands aside does not matter."""
    story = f"The [talks:talks] of {NORWAY} are on {FRIDAY}.\nThe [talks:talks] of {NORWAY} were due on {MONDAY}."

    assert ONE == together(story, {"has_new_time": True})
    assert TWO == together(story)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (place("Oslo", "NOR"), place("Lima", "PER"), TWO),
        (place("Lima", "PER"), place("Oslo", "NOR"), TWO),
        (place("Oslo", "NOR"), place("Bergen", "NOR"), ONE),
        (place("Oslo"), place("Lima", "PER"), ONE),
        (None, place("Lima", "PER"), ONE),
        (place("Oslo", "NOR"), None, ONE),
    ],
)
def test_a_visit_elsewhere_is_another(mine: Any, theirs: Any, expected: list[list[int]]) -> None:
    """By country; where one of the two tells no place, "the visit" is the one told before."""
    story = f"{SOTO} began a [visit:visit].\nThe [visit:visit] of {SOTO} ended."

    assert expected == together(story, {"place": theirs}, {"place": mine})


def test_talks_may_be_told_with_two_places() -> None:
    """A place keeps only visits apart."""
    story = f"{HELD}\nThe [talks:talks] of {NORWAY} and {CHAD} ended."

    assert ONE == together(story, {"place": place("Oslo", "NOR")}, {"place": place("Lima", "PER")})


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (f"{NORWAY} and {CHAD}", f"{NORWAY} and {CHAD}", ONE),
        (f"{NORWAY} and {CHAD}", f"{TOGO} and {PERU}", TWO),
        (f"{NORWAY} and {CHAD}", f"{NORWAY} and {TOGO}", TWO),
        (f"{NORWAY} and {CHAD}", f"{NORWAY}, {CHAD} and {TOGO}", ONE),
        (f"{NORWAY}, {CHAD} and {TOGO}", f"{NORWAY} and {CHAD}", ONE),
        (f"{NORWAY} and {CHAD}", f"{TOGO}", TWO),
        (f"{NORWAY}", f"{NORWAY} and {TOGO}", ONE),
        (f"{NORWAY} and {CHAD}", f"{NORWAY}", ONE),
        (SOTO, BRANDT, TWO),
        (f"{SOTO} and {BRANDT}", f"{SOTO} and {BRANDT}", ONE),
        (f"{SOTO} and {BRANDT}", f"{SOTO} and {HOLM}", ONE),
    ],
)
def test_other_parties_are_another_event(first: str, second: str, expected: list[list[int]]) -> None:
    """No country in common, or two or more on both sides and neither set within the other."""
    assert expected == together(f"{first} held [talks:talks].\nThe [talks:talks] of {second} ended.")


def test_parties_of_one_country_more() -> None:
    """On the same day: talks of another country alone are others; one body in common keeps them from being so, whoever else came."""
    board = "[organization:Board]"
    story = f"{{}} held [talks:talks] on {MONDAY}.\nThe [talks:talks] of {{}} ended on {MONDAY}."

    assert TWO == together(story.format(f"{NORWAY} and {CHAD}", TOGO))
    assert TWO == together(story.format(TOGO, f"{NORWAY} and {CHAD}"))
    assert ONE == together(story.format(f"{board}, {NORWAY} and {CHAD}", f"{board} and {TOGO}"))
    assert ONE == together(story.format(f"{board} and {TOGO}", f"{board}, {NORWAY} and {CHAD}"))
    assert TWO == together(story.format(f"{board}, {NORWAY} and {CHAD}", f"{board}, {PERU} and {TOGO}"))


@pytest.mark.parametrize(
    ("kind", "article", "expected"),
    [("talks", "The", ONE), ("talks", "A", TWO), ("visit", "The", TWO)],
)
def test_other_persons_are_another_event(kind: str, article: str, expected: list[list[int]]) -> None:
    """ "The talks" may add the other side, a visit has one visitor; both persons are of one country."""
    story = f"{BRANDT} began [{kind}:talks] on {MONDAY}.\n{article} [{kind}:talks] of {HOLM} ended on {MONDAY}."

    assert expected == together(story)


def test_bodies_of_one_country_are_not_told_apart_as_persons_are() -> None:
    """A ministry and a bank of one country may sit at one table."""
    story = "[{0}:Board|DEU] began [talks:talks] on {1}.\n[{0}:Bank|DEU] ended [talks:talks] on {1}."

    assert ONE == together(story.format("organization", MONDAY))
    assert ONE == together(story.format("group", MONDAY))
    assert TWO == together(story.format("person", MONDAY))


@pytest.mark.parametrize(
    ("second", "published", "expected"),
    [
        (AHEAD, "2024-05-15", TWO),
        (OVER, "2024-05-15", ONE),
        (AHEAD, "2024-05-13", ONE),
        (AHEAD, "2024-05-10", ONE),
        (AHEAD, None, ONE),
        ({}, "2024-05-15", ONE),
    ],
)
def test_what_is_ahead_is_not_what_is_over(
    second: Mapping[str, Any], published: str | None, expected: list[list[int]]
) -> None:
    """The meeting that is planned is not Monday's, once Monday is over."""
    story = f"{NORWAY} and {CHAD} held [talks:talks] on {MONDAY}.\nThe [meeting:meeting] of {NORWAY} will be long."

    assert expected == together(story, OVER, second, published=published)


# --- reasons to join -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "between", "expected"),
    [("This", "\n", ONE), ("It", "\n", ONE), ("That", "\n", TWO), ("It", "\nIt rained.\n", TWO), ("it", " and ", ONE)],
)
def test_what_a_sentence_equates_is_one(word: str, between: str, expected: list[list[int]]) -> None:
    """ "This was a summit" means the talks of the sentence before, not of one further back."""
    marked = read(f"{HELD[:-1]}{between}{word} was a [summit:summit].", "2024-05-15")
    told = mentions(marked)
    subject = next(t.i for t in reversed(marked.annotation.tokens) if t.text == word)
    told[1] = replace(told[1], same_as=subject)

    assert expected == numbers([c.mentions for c in merge_mentions(marked.annotation, told)], told)


@pytest.mark.parametrize(
    ("visitor", "is_equated", "expected"),
    [
        ("[person:a king]", True, 0),
        ("[person:a king]", False, 1),
        ("[person:Brandt|DEU]", True, 1),
        ("[group:kings]", True, 1),
        ("[state:a republic]", True, 1),
    ],
)
def test_whom_a_visitor_is_compared_with_takes_no_part(visitor: str, is_equated: bool, expected: int) -> None:
    """ "This was the first visit by a king": of the persons only those with names are there."""
    marked = read(f"{SOTO} began a [visit:visit].\nThis was the first [visit:visit] by {visitor}.", "2024-05-15")
    told = mentions(marked)
    subject = next(t.i for t in marked.annotation.tokens if t.text == "This")
    told[1] = replace(told[1], same_as=subject if is_equated else None)
    merged = [m for c in merge_mentions(marked.annotation, told) for m in c.mentions]

    assert [1, expected] == [len(m.participants) for m in merged]


def test_a_sentence_may_equate_two_nouns() -> None:
    """ "The talks were a summit", however far back the event was told."""
    marked = read(f"{HELD}\nIt rained.\nIt snowed.\nA [summit:summit] was held.", "2024-05-15")
    told = mentions(marked)
    told[1] = replace(told[1], same_as=told[0].trigger.anchor)

    assert [[told[0], told[1]]] == [c.mentions for c in merge_mentions(marked.annotation, told)]


@pytest.mark.parametrize(
    ("preposition", "governor", "form", "expected"),
    [
        ("for", None, "verb", ONE),
        ("at", None, "verb", ONE),
        ("on", None, "verb", ONE),
        ("after", None, "verb", TWO),
        (None, None, "verb", TWO),
        ("for", 0, "verb", TWO),
        ("for", None, "noun", TWO),
    ],
)
def test_what_they_meet_for_is_their_meeting(
    preposition: str | None, governor: int | None, form: str, expected: list[list[int]]
) -> None:
    """ "met for a summit" is one event, "met after a summit" and "met to plan for a summit" are two."""
    marked = read("They [meeting:met] for a [forum:forum].", "2024-05-15")
    met, forum = mentions(marked, {"form": form})
    clause = Clause(verb=met.trigger.anchor, relation="preposition", preposition=preposition, governor=governor)
    told = [met, replace(forum, clause=clause)]

    assert expected == numbers([c.mentions for c in merge_mentions(marked.annotation, told)], told)


def test_who_meet_elsewhere_do_not_meet_for_it() -> None:
    """The verb before the preposition must be the one that told of the meeting."""
    marked = read("They [meeting:met] and spoke at a [forum:forum].", "2024-05-15")
    met, forum = mentions(marked, {"form": "verb"})
    clause = Clause(verb=met.trigger.anchor + 2, relation="preposition", preposition="at")
    told = [met, replace(forum, clause=clause)]

    assert TWO == numbers([c.mentions for c in merge_mentions(marked.annotation, told)], told)


@pytest.mark.parametrize(
    ("first", "second", "kind", "expected"),
    [
        (MONDAY, MONDAY, "meeting", ONE),
        (MONDAY, "[time:May=2024-05]", "meeting", ONE),
        (MONDAY, "[time:2024=2024]", "meeting", TWO),
        (MONDAY, "last year", "meeting", TWO),
        ("then", MONDAY, "meeting", TWO),
        (MONDAY, MONDAY, "forum", TWO),
    ],
)
def test_the_same_party_at_the_same_time_is_one_event(
    first: str, second: str, kind: str, expected: list[list[int]]
) -> None:
    """To the month; a forum is no meeting in other words."""
    story = f"{NORWAY} held [talks:talks] on {first}.\n{NORWAY} held a [{kind}:meeting] on {second}."

    assert expected == together(story)


def test_the_same_time_alone_joins_nothing() -> None:
    """A party or a country must be the same, or a definite noun refer back."""
    story = f"{NORWAY} held [talks:talks] on {MONDAY}.\n{{}} [meeting:meeting] was held on {MONDAY}."

    assert TWO == together(story.replace("{}", "One"))
    assert ONE == together(story.replace("{}", "The"))
    assert TWO == together(f"{NORWAY} held [talks:talks] on {MONDAY}.\nThe [forum:forum] was held on {MONDAY}.")
    assert TWO == together(
        f"{NORWAY} held [talks:talks] on {MONDAY}."
        + "\nIt rained." * 20
        + "\nThe [meeting:meeting] began in [time:2024=2024]."
    )
    assert ONE == together(
        f"{NORWAY} held [talks:talks] on {MONDAY}."
        + "\nIt rained." * 20
        + f"\nThe [meeting:meeting] began on {MONDAY}."
    )


@pytest.mark.parametrize(
    ("between", "second", "expected"),
    [
        (0, "The [meeting:meeting] lasted an hour.", ONE),
        (13, "The [meeting:meeting] lasted an hour.", ONE),
        (14, "The [meeting:meeting] lasted an hour.", TWO),
        (0, "A [meeting:meeting] lasted an hour.", TWO),
        (0, "The [forum:forum] lasted an hour.", TWO),
        (0, "The [summit:summit] lasted an hour.", ONE),
        (0, f"The [meeting:meeting] with {CHAD} lasted an hour.", ONE),
        (0, f"The [meeting:meeting] with {TOGO} lasted an hour.", TWO),
    ],
)
def test_the_meeting_refers_back(between: int, second: str, expected: list[list[int]]) -> None:
    """Over at most fourteen sentences, to what it can mean, with no party that is new."""
    assert expected == together(HELD + "\nIt rained." * between + f"\n{second}")


def test_the_meeting_refers_back_to_where_it_was_last_spoken_of() -> None:
    """The fourteen sentences are counted from the last mention, not from the first."""
    again = "\nIt rained." * 10 + "\nThe [meeting:meeting] went on."

    assert [[1, 2, 3]] == together(HELD + again + again)


def test_the_meeting_may_name_the_party_that_was_not_told() -> None:
    """One party is added to an event without any, two are another event."""
    assert ONE == together(f"There were [talks:talks].\nThe [meeting:meeting] with {CHAD} was long.")
    assert TWO == together(f"There were [talks:talks].\nThe [meeting:meeting] of {CHAD} and {TOGO} was long.")


def test_a_session_by_its_name_does_not_refer_back() -> None:
    """ "The Dialogue" is what its name says."""
    assert TWO == together(
        f"{HELD}\nThe [talks:Dialogue] was long.", {}, {"channel": channel("nsd"), "form": "channel"}
    )


def test_the_meeting_is_the_one_with_most_that_speaks_for_it() -> None:
    """ "The meeting" means the nearest one of its own word and kind, or one of its own sentence, "this meeting" the latest."""
    first = f"{HELD}\nThe [talks:talks] of {NORWAY} and {CHAD} were long.\n{TOGO} and {PERU} held a [meeting:meeting]."

    assert [[1, 2], [3, 4]] == together(f"{first}\nThe [meeting:meeting] ended.")
    assert [[1, 2, 4], [3]] == together(f"{first}\nThe [talks:talks] ended.")
    assert [[1, 2], [3, 4]] == together(f"{first}\nThis [meeting:meeting] ended.".replace("This", "this"))
    assert [[1, 2], [3, 4]] == together(
        f"{first[:-1]} and the [meeting:meeting] ended.", {}, {}, {}, {"participants": ()}
    )


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (f"{NORWAY} and {CHAD} held [talks:talks].", ONE),
        (f"{NORWAY} and {CHAD} held a [meeting:meeting].", TWO),
        (f"{NORWAY} held [talks:talks].", TWO),
        (f"{NORWAY} and {CHAD} held [talks:talks] on {MONDAY}.", ONE),
    ],
)
def test_the_same_two_parties_hold_the_same_talks(second: str, expected: list[list[int]]) -> None:
    """Two parties or more, the same kind, and no two times."""
    assert expected == together(f"{HELD}\n{second}")
    assert TWO == together(
        f"{NORWAY} and {CHAD} held [talks:talks] in [time:2023=2023].\n{NORWAY} and {CHAD} held [talks:talks] in [time:2023=2023]."
    )


@pytest.mark.parametrize(
    ("visitor", "here", "there", "expected"),
    [
        (SOTO, place("Oslo", "NOR"), place("Oslo", "NOR"), ONE),
        (SOTO, place("Oslo", "NOR"), None, TWO),
        (SOTO, None, None, TWO),
        (BRANDT, place("Oslo", "NOR"), place("Oslo", "NOR"), TWO),
    ],
)
def test_the_same_visitor_at_the_same_place(visitor: str, here: Any, there: Any, expected: list[list[int]]) -> None:
    """A visit told without a place is another one, unless it refers back."""
    story = f"{SOTO} began a [visit:visit].\n{visitor} ended a [visit:visit]."

    assert expected == together(story, {"place": here}, {"place": there})


@pytest.mark.parametrize(
    ("title", "second", "kind", "expected"),
    [
        (True, NORWAY, "meeting", ONE),
        (False, NORWAY, "meeting", TWO),
        (True, "Nobody", "meeting", TWO),
        (True, NORWAY, "forum", TWO),
        (True, "[person:Lind|NOR]", "meeting", ONE),
    ],
)
def test_a_headline_is_the_first_account_that_fits(
    title: bool, second: str, kind: str, expected: list[list[int]]
) -> None:
    """With a party or a country in common."""
    story = f"{NORWAY} holds [talks:talks].\n{second} held a [{kind}:meeting]."

    assert expected == together(story, {"in_title": title})
    assert expected == together(story, {}, {"in_title": title})


def test_a_visit_needs_its_visitor_to_be_the_same() -> None:
    """Two bodies without a country that go to one place make two visits; so does one that nobody is told to have made."""
    story = "[organization:Board] began a [visit:visit].\n{} ended a [visit:visit]."
    oslo = {"place": place("Oslo", "NOR")}

    assert ONE == together(story.format("[organization:Board]"), oslo, oslo)
    assert TWO == together(story.format("[organization:Bank]"), oslo, oslo)
    assert TWO == together(story.format("Somebody"), oslo, oslo)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ("[group:Allies]", ONE),
        ("[group:Allies] and [group:partners]", ONE),
        ("[group:Allies] and [organization:Board]", TWO),
        ("[group:Peruvians|PER]", TWO),
        ("[organization:Board]", TWO),
        ("[person:Lind]", TWO),
        ("Nobody", TWO),
    ],
)
def test_a_headline_may_leave_its_parties_unnamed(parties: str, expected: list[list[int]]) -> None:
    """ "Allies to hold talks" are anybody's, not those of a people, a body or a person; a plain sentence is no headline."""
    story = f"{parties} to hold [talks:talks].\n{NORWAY} and {CHAD} plan a [meeting:meeting]."
    below = f"{NORWAY} and {CHAD} plan a [meeting:meeting].\n{parties} to hold [talks:talks]."

    assert expected == together(story, {"in_title": True})
    assert expected == together(below, {}, {"in_title": True})
    assert TWO == together(story)
    assert TWO == together(below)


# --- parties and places --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("participant", ONE),
        ("host", ONE),
        ("lead", ONE),
        ("absent", TWO),
        ("declined", TWO),
        ("mediator", TWO),
        ("observer", TWO),
    ],
)
def test_who_stays_away_is_no_party(role: str, expected: list[list[int]]) -> None:
    """Nor is who only mediates or looks on: they join nothing."""
    story = f"{NORWAY} held [talks:talks] on {MONDAY}.\n{NORWAY} held a [meeting:meeting] on {MONDAY}."

    assert expected == together(story, {}, {"role": role})


def test_a_group_stands_for_its_members() -> None:
    """ "The two countries" hold the talks that were theirs."""
    marked = read(f"{HELD}\n[group:They] held [talks:talks].", "2024-05-15")
    norway, chad, they = marked.annotation.actors
    annotation = replace(marked.annotation, actors=(norway, chad, replace(they, members=(norway.id, chad.id))))
    told = mentions(marked)

    assert ONE == numbers([c.mentions for c in merge_mentions(annotation, told)], told)
    assert TWO == numbers([c.mentions for c in merge_mentions(marked.annotation, told)], told)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (place("Oslo"), place("Oslo city hall"), True),
        (place("Oslo city hall"), place("Oslo"), True),
        (place("Oslo"), place("Lima"), False),
        (place("Oslo", "NOR"), place("Norway", "NOR"), True),
        (place("Oslo", "NOR"), place("Lima", "PER"), False),
        (place("Oslo", "NOR", (59.9, 10.7)), place("Bergen", "NOR", (60.4, 5.3)), False),
        (place("Oslo", "NOR", (59.9, 10.7)), place("Christiania", "NOR", (59.9, 10.7)), True),
        (place("Oslo", "NOR", (59.9, 10.7)), place("Christiania", "NOR", (59.9, 10.8)), False),
        (place("Oslo", "NOR", (59.9, 10.7)), place("Norway", "NOR"), True),
        (place("Oslo", "NOR"), place("Bergen", "NOR", (60.4, 5.3)), True),
    ],
)
def test_two_names_of_one_place(a: Any, b: Any, expected: bool) -> None:
    """One name within the other, the same spot, or the same country where both are no more exact."""
    assert expected == is_same_place(a, b)


def test_the_latest_that_fits_is_meant() -> None:
    """Of two events that a reason fits, the one spoken of last, whatever stands between; "this meeting" too."""
    told = (
        f"{NORWAY} held a [summit:summit] in [time:May=2024-05].\n{NORWAY} held a [forum:forum] in [time:May=2024-05]."
    )

    assert [[1], [2, 3]] == together(f"{told}\n{NORWAY} held a [meeting:meeting] in [time:May=2024-05].")
    assert [[1], [2, 3]] == together(f"{told}\nOn this [meeting:meeting] they were silent.")


def test_an_event_is_what_it_was_told_as_first() -> None:
    """A summit that was spoken of as talks is still a summit: another summit of the same parties is the same."""
    told = f"{NORWAY} and {CHAD} held a [summit:summit].\nThe [talks:talks] ended.\n{NORWAY} and {CHAD} held {{}}."

    assert [[1, 2, 3]] == together(told.replace("{}", "a [summit:summit]"))
    assert [[1, 2, 3]] == together(told.replace("{}", "[talks:talks]"))
    assert [[1, 2], [3]] == together(told.replace("{}", "a [meeting:meeting]"))


def test_channels_are_told_apart_whichever_name_comes_first() -> None:
    """By name, number and year, the smaller and the greater alike."""
    story = "The [talks:Dialogue] began.\nA [talks:Dialogue] ended."
    pairs = [
        (channel("a"), channel("b")),
        (channel("n", 1), channel("n", 2)),
        (channel("n", None, 2023), channel("n", None, 2024)),
    ]

    for one, other in (*pairs, *((b, a) for a, b in pairs)):
        assert TWO == together(story, {"channel": one, "form": "channel"}, {"channel": other, "form": "channel"})


def test_a_channel_is_known_by_its_key_wherever_it_was_read() -> None:
    """Two readings of one name make one session, with its number and with its year."""
    story = "The [talks:Dialogue] began.\nA [talks:Dialogue] ended."
    names = ["-".join(("nordic", "dialogue")) for _ in range(2)]
    one, other = ({"channel": channel(name, 12, 2024), "form": "channel"} for name in names)

    assert ONE == together(story, one, other)


def test_clusters_stand_in_the_order_of_their_first_mention() -> None:
    """However late the first event is spoken of again."""
    story = f"{HELD}\n{TOGO} and {PERU} held a [summit:summit].\n{NORWAY} and {CHAD} held [talks:talks]."

    assert [[1, 3], [2]] == together(story)


def test_an_annotation_without_mentions_has_no_events() -> None:
    """Nothing told, nothing merged."""
    annotation: Annotation = read("It rained.").annotation

    assert [] == merge_mentions(annotation, [])


# --- how far back ----------------------------------------------------------------------------------------------------------


def test_a_mention_is_compared_with_the_first_and_the_latest_of_an_event() -> None:
    """What an event was told by first, and lately, decides; all of its parties count."""
    story = " ".join([f"{NORWAY} and {CHAD} held [talks:talks]."] * 40)

    assert together(story) == [list(range(1, 41))]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (f"{SOTO} had a [talks:conversation] with {BRANDT}.", ONE),
        (f"{SOTO} had a [talks:conversation] with {BRANDT} on {FRIDAY}.", TWO),
        (f"{SOTO} had a [talks:conversation] with {HOLM}.", TWO),
    ],
)
def test_the_same_company_is_told_of_again_in_another_word(second: str, expected: list[list[int]]) -> None:
    """Two who met on a day had a conversation there, unless it has another day or somebody else has it."""
    assert expected == together(f"{SOTO} [meeting:met] {BRANDT} on {MONDAY}.\n{second}", {"form": "verb"})


def test_several_occasions_are_none_of_them() -> None:
    """Meetings of the same two within a week are not the one that they had on its Monday; their "talks" are."""
    week = "[time:this week=2024-05-13/2024-05-19]"
    told = f"{SOTO} [meeting:met] {BRANDT} on {MONDAY}.\n{SOTO} held {{}} with {BRANDT} {week}."

    assert ONE == together(told.replace("{}", "[talks:talks]"), {"form": "verb"})
    assert TWO == together(told.replace("{}", "[meeting:meetings]{NNS:meeting}"), {"form": "verb"})
