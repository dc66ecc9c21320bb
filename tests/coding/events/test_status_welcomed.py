"""What a host says in words of joy, and a chance that somebody was glad of, on drawn sentences."""

from __future__ import annotations

import pytest

from tests.coding.events.scenes import found

GUEST = (
    "to{TO aux welcome} welcome{VB xcomp honored} Brandt{NNP dobj welcome} to{IN prep welcome} Lima{NNP pobj to#2} ."
)
HONORED = f"I{{PRP nsubj am}} am{{VBP:be | present}} honored{{JJ acomp am}} {GUEST}"
PASSIVE = f"I{{PRP nsubjpass honored}} am{{VBP:be auxpass honored}} honored{{VBN:honor | present}} {GUEST}"
JOY = (
    "It{PRP nsubj is} is{VBZ:be | present} a{DT det honor} honor{NN attr is} and{CC cc honor} a{DT det joy} joy{NN conj honor} "
    + GUEST
)
ATTRIBUTE = JOY.replace("xcomp honored", "xcomp is")
CHANCE = "We{PRP nsubj are} are{VBP:be | present} glad{JJ acomp are} to{TO aux have} have{VB xcomp glad} a{DT det chance} chance{NN dobj have} to{TO aux host} host{VB acl chance} Brandt{NNP dobj host} ."


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (HONORED, None, "under_way by welcome"),
        (HONORED, "2024-05-15", "under_way by welcome"),
        (HONORED, "2024-05-16", None),
        (HONORED.replace("I{PRP", "She{PRP"), None, None),
        (HONORED.replace("VBP:be | present", "VBD:be | past"), None, "held by welcome"),
        (HONORED.replace("VBP:be | present", "VBD:be | past").replace("I{PRP", "She{PRP"), None, "held by welcome"),
        (HONORED.replace("VBP:be | present", "VBD:be | past"), "2024-05-16", None),
        (HONORED.replace("| present}", "| possible present possibility:i}"), None, None),
        (HONORED.replace("honored{JJ acomp am}", "afraid{JJ acomp am}").replace("xcomp honored", "xcomp afraid"), None, None),
        (HONORED.replace("JJ acomp am", "JJ advmod am"), None, None),
        (HONORED.replace("JJ acomp am", "JJ xcomp am"), None, None),
        (HONORED.replace("to{TO aux welcome} welcome{VB xcomp honored}", "welcoming{VBG:welcome xcomp honored}").replace("welcome}", "welcoming}").replace("to#2", "to"), None, None),
        (HONORED.replace("welcome{VB xcomp", "welcome{VB:meet xcomp"), None, "under_way by welcome"),
        (PASSIVE, None, "under_way by welcome"),
        (PASSIVE.replace("I{PRP", "He{PRP"), None, None),
        (PASSIVE.replace("honored{VBN:honor", "invited{VBN:invite").replace(" honored}", " invited}"), None, None),
        (PASSIVE.replace("am{VBP:be auxpass honored} ", "").replace("VBN:honor", "VBP:honor").replace("nsubjpass", "nsubj"), None, None),
        # "it is an honor to"
        (JOY.replace("xcomp honored", "acl honor"), None, "under_way by welcome"),
        (JOY.replace("xcomp honored", "acl joy"), None, "under_way by welcome"),
        (JOY.replace("xcomp honored", "acl joy").replace("joy{NN", "joy{VB"), None, None),
        (JOY.replace("xcomp honored", "acl joy").replace("NN conj honor", "NN appos honor"), None, None),
        (JOY.replace("xcomp honored", "acl honor").replace("honor{NN attr", "honor{NN:risk attr"), None, None),
        (JOY.replace("xcomp honored", "acl honor").replace("NN attr is", "NN dobj is"), None, None),
        (JOY.replace("xcomp honored", "acl honor").replace("NN attr is", "NN acomp is"), None, None),
        (JOY.replace("xcomp honored", "acl honor").replace("VBZ:be", "VBZ:become"), None, None),
        (ATTRIBUTE, None, "under_way by welcome"),
        (ATTRIBUTE.replace("VBZ:be", "VBZ:become"), None, None),
        (ATTRIBUTE.replace("VBZ:be", "VBZ:appear"), None, None),
        (ATTRIBUTE.replace("honor{NN attr", "honor{NN:risk attr"), None, None),
        (ATTRIBUTE.replace("It{PRP", "This{DT"), None, None),
        # "glad to have a chance to"
        (CHANCE, None, "under_way by host"),
        (CHANCE.replace("chance{NN", "chance{NN:duty"), None, None),
        (CHANCE.replace("NN dobj have", "NN attr have"), None, None),
        (CHANCE.replace("NN dobj have", "NN pobj have"), None, None),
    ],
)  # fmt: skip
def test_a_host_welcomes_a_guest_in_person(drawn: str, when: str | None, expected: str | None) -> None:
    """In the present, in the host's own words, as a joy, an honor or a chance to have; in the past, in anybody's; not with a day ahead."""
    assert expected == found("welcomed_in_person", drawn, when, of=_host(drawn), kind="meeting", form="verb")


def _host(drawn: str) -> str:
    return next(word for word in ("welcoming", "welcome", "host") if f" {word}{{" in drawn)


def test_a_welcome_is_no_host_s_word() -> None:
    """Only the verb is."""
    assert found("welcomed_in_person", HONORED, of="welcome", kind="meeting", form="noun") is None
    assert found("welcomed_in_person", HONORED, of="welcome", kind="meeting", form="channel") is None


TAKEN = "They{PRP nsubj valued} valued{VBD:value | past} a{DT det chance} chance{NN dobj valued} to{TO aux meet} meet{VB acl chance} Brandt{NNP dobj meet} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "expected"),
    [
        ("", "", None, "held by valued"),
        ("", "", "2024-05-15", "held by valued"),
        ("", "", "2024-05-16", None),
        ("VBD:value | past", "VBP:value | present", None, None),
        ("VBD:value", "VBD:miss", None, None),
        ("chance{NN", "chance{NN:duty", None, None),
        ("NN dobj valued", "NN attr valued", None, None),
        ("NN dobj valued", "NN nsubj valued", None, None),
        ("VB acl chance", "VB xcomp chance", None, None),
        ("VB acl chance", "VB ROOT chance", None, None),
        ("to{TO aux meet} ", "", None, None),
    ],
)
def test_a_chance_to_meet_that_somebody_was_glad_of_was_taken(
    told: str, by: str, when: str | None, expected: str | None
) -> None:
    """In the past, and not with a day ahead."""
    drawn = TAKEN.replace(told, by, 1)

    assert expected == found("opportunity_taken", drawn, when, of="meet", kind="meeting", form="verb")


def test_a_chance_to_visit_may_be_ahead() -> None:
    """Whoever meets speaks there and then; only a verb tells what the chance is for."""
    assert found("opportunity_taken", TAKEN, of="meet", kind="visit", form="verb") is None
    assert found("opportunity_taken", TAKEN, of="meet", kind="meeting", form="noun") is None
    assert found("opportunity_taken", TAKEN, of="meet", kind="meeting", form="channel") is None
