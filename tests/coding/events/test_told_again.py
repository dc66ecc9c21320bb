"""Reasons by which a mention without a time and place of its own tells of an event told before, each asked of a drawn story."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from memcon.coding.events.status_evidence import Finding
from memcon.coding.events.told_again import (
    are_known,
    in_a_note,
    known_paper,
    known_parties,
    may_be_called,
    named_at_last,
    opens_group,
    same_company,
    sent_to,
    they_met,
)
from tests.coding.events.story import place
from tests.coding.events.test_reasons import BRANDT, CHAD, HOLM, NORWAY, SOTO, VERB, pair

MET = f"{SOTO} [meeting:met]{{VBD:meet}} {BRANDT}.\n"
THEY_MET = "They{PRP nsubj met} [meeting:met]{VBD:meet}"
RAIN = "It rained.\n"


@pytest.mark.parametrize(
    ("story", "details", "expected"),
    [
        (f"{MET}{THEY_MET}.", VERB, True),
        (f"{MET}{RAIN}{THEY_MET}.", VERB, True),
        (f"{MET}{RAIN}{RAIN}{THEY_MET}.", VERB, False),
        (f"{MET}{THEY_MET} {BRANDT}{{NNP dobj met}}.", VERB, True),
        (f"{MET}{THEY_MET} {HOLM}{{NNP dobj met}}.", VERB, False),
        (f"{MET}{THEY_MET} on [time:Monday=2024-05-13].", VERB, False),
        (f"{MET}{THEY_MET}.", {}, False),
        (f"{MET}They{{PRP nsubj met}} and{{CC cc they}} he{{PRP nsubj met}} [meeting:met]{{VBD:meet}}.", VERB, False),
        (f"{MET}Once [meeting:met]{{VBD:meet}}.", VERB, False),
        (MET.replace("meeting", "visit") + f"{THEY_MET}.", VERB, False),
        (f"{MET}They{{PRP nsubj signed}} [signing:signed]{{VBD:sign}}.", VERB, False),
    ],
)
def test_they_met_tells_of_the_encounter_told_last(story: str, details: Mapping[str, Any], expected: bool) -> None:
    """Where nobody else is a subject or takes part, within two sentences, by a verb of meeting; not without a subject."""
    assert expected is they_met(pair(story, {}, details))


@pytest.mark.parametrize(
    ("story", "form", "expected"),
    [
        ("{} to{TO aux attend} [visit:attend]{VB acl delegation} it.", "verb", True),
        ("{} to{TO aux attend} [visit:attend]{VB acl delegation} it.", "noun", False),
        ("{} to{TO aux attend} [meeting:attend]{VB acl delegation} it.", "verb", False),
        ("{} that{WDT dobj attended} [visit:attended]{VBD:attend acl delegation} it.", "verb", False),
        ("{}.\nTo{TO aux attend} [visit:attend]{VB} it is{VBZ:be} a duty.", "verb", False),
        ("{} for{IN mark attend} him{PRP nsubj attend} to{TO aux attend} [visit:attend]{VB acl delegation} it.", "verb", False),
    ],
)  # fmt: skip
def test_what_a_delegation_is_sent_for_is_its_journey(story: str, form: str, expected: bool) -> None:
    """In one sentence, by an infinitive without a subject of its own that tells of a journey."""
    sent = f"{SOTO}{{NNP nsubj named}} named{{VBD:name}} a [visit:delegation]{{NN dobj named}}"
    told = pair(story.replace("{}", sent, 1), {}, {"form": form})
    other = pair(story.replace("{}", sent, 1).replace("delegation", "visit"), {}, {"form": form})

    assert (expected, False) == (sent_to(told), sent_to(other))


@pytest.mark.parametrize(
    ("noun", "parties", "expected"),
    [
        ("conversation", f"{SOTO} and {BRANDT}", True),
        ("meeting", f"{SOTO} and {BRANDT}", False),
        ("conversation", SOTO, False),
        ("conversation", f"{SOTO} and {HOLM}", False),
        ("conversation", f"{SOTO}, {BRANDT} and {HOLM}", False),
        ("conversation", f"{SOTO}, {BRANDT} and [time:Monday=2024-05-13]", False),
    ],
)
def test_a_call_may_be_told_as_a_conversation(noun: str, parties: str, expected: bool) -> None:
    """Of the very same two or more, without a time of its own; "the meeting" is no call."""
    story = f"{SOTO} [call:called]{{VBD:call}} {BRANDT}.\nA [talks:{noun}]{{NN}} of {parties}."

    assert expected is may_be_called(pair(story, VERB))


def test_one_alone_has_no_conversation() -> None:
    """Though the same one was told to call."""
    assert not may_be_called(pair(f"{SOTO} [call:called]{{VBD:call}}.\nA [talks:conversation]{{NN}} of {SOTO}.", VERB))
    assert not may_be_called(pair("It [call:called]{VBD:call}.\nA [talks:conversation]{NN} began.", VERB))


BOTH = f"{SOTO}{{NNP nsubj held}} and{{CC cc soto}} {BRANDT}{{NNP conj soto}}"


@pytest.mark.parametrize(
    ("words", "details", "expected"),
    [
        ("held{VBD:hold} [talks:talks]{NNS:talk dobj held}", {}, True),
        ("then{RB advmod held} held{VBD:hold} [talks:talks]{NNS:talk dobj held}", {}, False),
        ("held{VBD:hold} further{JJ amod talks} [talks:talks]{NNS:talk dobj held}", {}, False),
        ("held{VBD:hold} [talks:rounds]{NNS:round dobj held}", {}, False),
        ("held{VBD:hold} a{DT det meeting} [meeting:meeting]{NN dobj held}", {}, False),
        ("held{VBD:hold} a{DT det session} [talks:session]{NN dobj held}", {}, True),
        ("held{VBD:hold} a{DT det session} [talks:session]{NN dobj held}", {"status": Finding("scheduled", 0)}, False),
        ("held{VBD:hold} the{DT det meeting} [meeting:meeting]{NN dobj held}", {}, True),
        ("held{VBD:hold} [talks:talks]{NNS:talk dobj held}", {"ordinal": 2}, False),
        ("held{VBD:hold} [talks:talks]{NNS:talk dobj held}", {"place": place("Oslo")}, False),
        ("held{VBD:hold} [talks:talks]{NNS:talk dobj held}", {"in_title": True}, False),
        ("held{VBD:hold} [talks:talks]{NNS:talk dobj held} on [time:Monday=2024-05-13]", {}, False),
        ("held{VBD:hold} [forum:forum]{NN dobj held}", {}, False),
        ("held{VBD:hold} [signing:rite]{NN dobj held}", {}, False),
    ],
)  # fmt: skip
def test_the_same_company_tells_of_the_encounter_before(words: str, details: Mapping[str, Any], expected: bool) -> None:
    """Not by a word that tells it as another, with a time, place or number of its own, or as several."""
    assert expected is same_company(pair(f"{MET}{BOTH} {words}.", VERB, details))


@pytest.mark.parametrize(
    ("first", "last", "between", "parties", "expected"),
    [
        ("visit", "talks", 0, f"{SOTO} and {BRANDT}", True),
        ("talks", "visit", 0, f"{SOTO} and {BRANDT}", True),
        ("visit", "visit", 0, f"{SOTO} and {BRANDT}", False),
        ("talks", "talks", 13, f"{SOTO} and {BRANDT}", True),
        ("talks", "talks", 14, f"{SOTO} and {BRANDT}", False),
        ("talks", "talks", 0, SOTO, False),
        ("talks", "talks", 0, f"{SOTO}, {BRANDT} and {HOLM}", False),
    ],
)
def test_of_what_was_told_first_or_last_they_tell_again(
    first: str, last: str, between: int, parties: str, expected: bool
) -> None:
    """One of the two an encounter, within fourteen sentences, of all who were there and nobody else."""
    both = f"{SOTO} and {BRANDT} began"
    story = f"{both} [{first}:a].\n{both} [{last}:b].\n{RAIN * between}{parties} held [talks:talks]."

    assert expected is same_company(pair(story))


def test_one_alone_is_no_company() -> None:
    """Though nobody else was told before."""
    assert not same_company(pair(f"{SOTO} held [talks:talks].\n{SOTO} held [talks:talks]."))


@pytest.mark.parametrize(
    ("words", "details", "expected"),
    [
        ("[meeting:met]{VBD:meet}", VERB, True),
        ("[meeting:met]{VBD:meet} on [time:Monday=2024-05-13]", VERB, False),
        ("[meeting:met]{VBD:meet}", {**VERB, "ordinal": 2}, False),
        ("[meeting:met]{VBD:meet}", {**VERB, "in_title": True}, False),
        ("held{VBD:hold} [talks:talks]{NNS:talk dobj held}", {}, True),
        ("held{VBD:hold} further{JJ amod talks} [talks:talks]{NNS:talk dobj held}", {}, False),
        ("held{VBD:hold} a{DT det meeting} [meeting:meeting]{NN dobj held}", {}, False),
        ("held{VBD:hold} a{DT det forum} [forum:forum]{NN dobj held}", {}, False),
        ("began{VBD:begin} a{DT det visit} [visit:visit]{NN dobj began}", {}, False),
    ],
)
def test_the_two_leaders_tell_again_what_they_did(words: str, details: Mapping[str, Any], expected: bool) -> None:
    """By an encounter without a time or number of its own that is not told as another."""
    story = f"{SOTO} and {BRANDT} held [talks:talks].\n[group:The two leaders]{{NNS:leader}} {words}."

    assert expected is known_parties(pair(story, {}, details))


@pytest.mark.parametrize(("between", "expected"), [(0, True), (7, True), (8, False)])
def test_a_call_is_a_conversation_within_eight_sentences(between: int, expected: bool) -> None:
    """Though a call is no encounter in other words."""
    story = f"{SOTO} [call:called]{{VBD:call}} {BRANDT}.\n{RAIN * between}{BOTH} held{{VBD:hold}} [talks:conversation]{{NN}}."

    assert expected is same_company(pair(story, VERB))


@pytest.mark.parametrize(
    ("group", "between", "parties", "expected"),
    [
        ("[group:leaders]", 0, f"{BRANDT} and {HOLM}", True),
        ("[group:leaders]", 1, f"{BRANDT} and {HOLM}", True),
        ("[group:leaders]", 2, f"{BRANDT} and {HOLM}", False),
        ("[group:leaders]", 0, BRANDT, False),
        ("[group:leaders]", 0, f"{BRANDT} and {NORWAY}", False),
        ("[group:Danes|DNK]", 0, f"{BRANDT} and {HOLM}", False),
        (f"[group:leaders] and {NORWAY}", 0, f"{BRANDT} and {HOLM}", False),
        ("", 0, f"{BRANDT} and {HOLM}", False),
    ],
)
def test_a_group_is_opened_by_its_members(group: str, between: int, parties: str, expected: bool) -> None:
    """Two or more persons named within two sentences may be the "leaders" who met."""
    story = f"{SOTO} met {group} at [talks:talks].\n{RAIN * between}The [meeting:meeting] of {parties} was long."

    assert expected is opens_group(pair(story))


@pytest.mark.parametrize(
    ("parties", "between", "expected"),
    [
        (BRANDT, 0, True),
        (BRANDT, 7, True),
        (BRANDT, 8, False),
        (HOLM, 0, False),
        (f"{SOTO} {BRANDT}", 0, False),
        ("", 0, False),
    ],
)
def test_a_note_is_of_whoever_met_them_before(parties: str, between: int, expected: bool) -> None:
    """ "Met with B.", of one of the two who met, within eight sentences; not of both or of nobody."""
    story = f"{MET}{RAIN * between}[meeting:Met]{{VBD:meet}} with {parties}."

    assert expected is in_a_note(pair(story, VERB, {**VERB, "is_elliptic": True}))


@pytest.mark.parametrize(
    ("verb", "subject", "expected"),
    [
        ("concluded{VBD:conclude}", "", True),
        ("concluding{VBG:conclude}", "", False),
        ("concluded{VBD:conclude}", "he{PRP nsubj concluded} ", False),
    ],
)
def test_a_note_may_have_a_verb_of_the_past(verb: str, subject: str, expected: bool) -> None:
    """ "Just concluded a meeting with B."; not with somebody as the subject."""
    story = f"{MET}Just {subject}{verb} the [meeting:meeting]{{NN dobj {verb.partition('{')[0]}}} with {BRANDT}."

    assert expected is in_a_note(pair(story, VERB, {}))


LEADERS = "[group:The two leaders]{NNS:leader} [meeting:met]{VBD:meet}."


def test_the_two_leaders_are_those_of_the_encounter_told_last() -> None:
    """By what the event was told as last: an encounter, not a visit; within eight sentences."""
    talks, visit = f"{SOTO} and {BRANDT} held [talks:talks].\n", f"{SOTO} began a [visit:visit].\n"

    assert known_parties(pair(f"{visit}{talks}{LEADERS}", {}, {}, VERB))
    assert not known_parties(pair(f"{talks}{visit}{LEADERS}", {}, {}, VERB))
    assert known_parties(pair(f"{talks}{RAIN * 7}{LEADERS}", {}, VERB))
    assert not known_parties(pair(f"{talks}{RAIN * 8}{LEADERS}", {}, VERB))
    assert not known_parties(pair(f"{talks}{LEADERS.replace('The', 'Some', 1)}", {}, VERB))


def test_they_met_at_what_was_told_last() -> None:
    """An encounter, whatever the event was told as first."""
    met, went = MET, MET.replace("meeting", "visit")

    assert they_met(pair(f"{went}{met}{THEY_MET}.", VERB, VERB, VERB))
    assert not they_met(pair(f"{met}{went}{THEY_MET}.", VERB, VERB, VERB))


def test_a_delegation_may_be_the_last_that_is_told_of_it() -> None:
    """ "He travels with a delegation to attend": the delegation, whatever else the journey was called before."""
    attend = "to{TO aux attend} [visit:attend]{VB acl delegation} it."

    assert sent_to(pair(f"A [visit:trip]{{NN}} with a [visit:delegation]{{NN}} {attend}", {}, {}, VERB))
    assert not sent_to(pair(f"A [visit:delegation]{{NN}} on a [visit:trip]{{NN}} {attend}", {}, {}, VERB))


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ("The{DT det leaders} [group:leaders]{NNS:leader}", True),
        ("Both{DT det leaders} [group:leaders]{NNS:leader}", True),
        ("Some{DT det leaders} [group:leaders]{NNS:leader}", False),
        ("So the{DT det leaders} [group:leaders]{NNS:leader}", True),
        ("The rain over{IN} [group:leaders]{NNS:leader}", False),
        ("[group:They]{PRP}", True),
        ("[group:Leaders]{NNPS}", False),
        ("The{DT det leaders} [group:Leaders]{NNPS}", False),
        ("The{DT det minister} [person:minister|DEU]{NN}", False),
        ("The{DT det minister} [person:minister|DEU]{NN} and the{DT det premier} [person:premier|BOL]{NN}", True),
        ("The{DT det minister} [person:minister|DEU]{NN} and a{DT det premier} [person:premier|BOL]{NN}", False),
    ],
)
def test_who_are_told_as_known(parties: str, expected: bool) -> None:
    """A group that could be anybody's, or two or more who met, each by a pronoun or a noun behind "the" or "both"."""
    story = f"[person:minister|DEU] and [person:premier|BOL] held [talks:talks].\n{parties} [meeting:met]{{VBD:meet}}."

    assert expected is are_known(pair(story, {}, VERB))


SIGNED = f"{NORWAY} signed a{{DT det agreement}} trade{{NN compound agreement}} [agreement:agreement]{{NN}}.\n"


@pytest.mark.parametrize(
    ("between", "paper", "expected"),
    [
        (0, "The{DT det agreement} [agreement:agreement]{NN}", True),
        (0, "The{DT det agreement} trade{NN compound agreement} [agreement:agreement]{NN}", True),
        (0, "The{DT det agreement} [agreement:agreement]{NN} fish{NN nmod agreement}", True),
        (0, "The{DT det agreement} fish{NN compound agreement} [agreement:agreement]{NN}", False),
        (0, "An{DT det agreement} [agreement:agreement]{NN}", False),
        (0, "The{DT det treaty} [agreement:treaty]{NN}", False),
        (0, "The{DT det talks} [talks:talks]{NNS:talk}", False),
        (13, "The{DT det agreement} [agreement:agreement]{NN}", True),
        (14, "The{DT det agreement} [agreement:agreement]{NN}", False),
    ],
)
def test_the_agreement_is_the_one_told_before(between: int, paper: str, expected: bool) -> None:
    """Behind "the", by the same noun, with no word before it that the other has not; within fourteen sentences."""
    assert expected is known_paper(pair(f"{SIGNED}{RAIN * between}{paper} ended a row."))


TALKED = f"{NORWAY} and {CHAD} held [talks:talks].\n"
LIND, MOE = "[person:Lind|NOR]", "[person:Moe|TCD]"


@pytest.mark.parametrize(
    ("story", "details", "expected"),
    [
        (f"{TALKED}{LIND} and {MOE} held [talks:talks].", {}, True),
        (f"{TALKED}{LIND} and [person:Moe] held [talks:talks].", {}, True),
        (f"{TALKED}{LIND} and {MOE} held [talks:talks] on [time:Monday=2024-05-13].", {}, True),
        (f"{TALKED}{LIND} and {BRANDT} held [talks:talks].", {}, False),
        (f"{TALKED}[person:Lind] and [person:Moe] held [talks:talks].", {}, False),
        (f"{TALKED}{LIND}, [person:Moe] and [person:Ola] held [talks:talks].", {}, False),
        (f"{TALKED}{LIND} held [talks:talks].", {}, False),
        (f"{NORWAY} held [talks:talks].\n{LIND} held [talks:talks].", {}, False),
        (f"{TALKED}{NORWAY} and {CHAD} held [talks:talks].", {}, False),
        (f"{TALKED}{LIND} and {CHAD} held [talks:talks].", {}, False),
        (f"{LIND} and {MOE} held [talks:talks].\n{LIND} and {MOE} held [talks:talks].", {}, False),
        (f"{TALKED[:-2]}; {LIND} and {MOE} held [talks:talks].", {}, False),
        (f"{TALKED}{RAIN * 9}{LIND} and {MOE} held [talks:talks].", {}, False),
        (f"{TALKED}{LIND} and {MOE} held [talks:talks].", {"in_title": True}, False),
        (f"{TALKED}{LIND} and {MOE} held [talks:talks].", {"status": Finding("scheduled", 0)}, False),
        (f"{TALKED}{LIND} and {MOE} saw the [signing:rite].", {}, False),
        (f"{NORWAY} and {CHAD} met on [time:Monday=2024-05-13] for [talks:talks].\n{LIND} and {MOE} held [talks:talks] on [time:Monday=2024-05-13].", {}, False),
    ],
)  # fmt: skip
def test_who_they_were_is_told_at_last(story: str, details: Mapping[str, Any], expected: bool) -> None:
    """Two or more by their names, of the very lands that were told, or as many with the lands of some; behind them, undated once, and as far on."""
    assert expected is named_at_last(pair(story, {}, details))
