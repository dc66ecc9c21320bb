"""What is not to be, or not then, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from tests.coding.events.scenes import found

COULD_NOT = (
    "They{PRP nsubj meet} could{MD aux meet} not{RB neg meet} meet{VB | negative past ability:could negation:not}"
)

VISIT = "They{PRP nsubj axed} axed{VBD:axe%s} the{DT det visit} visit{NN dobj axed | negative %s} ."
DAYS = "Two{CD nummod days} days{NNS:day nsubj axed} of{IN prep days} talks{NNS:talk pobj of | negative past %s:axed} axed{VBD:axe | past} ."


def over(told: str, of_verb: str = " | past") -> str:
    return VISIT % (of_verb, told)


@pytest.mark.parametrize(
    ("drawn", "kind", "expected"),
    [
        (over("cancellation:axed"), "visit", "cancelled by axed"),
        (over("postponement:axed"), "visit", "postponed by axed"),
        (over("refusal:axed"), "visit", "declined by axed"),
        (over("exclusion:axed"), "visit", "declined by axed"),
        (over("denial:axed"), "visit", "denied by axed"),
        (over("failure:axed"), "visit", "fell_through by axed"),
        (over("arrangement:axed"), "visit", None),
        (over("cancellation:visit"), "visit", None),
        (over("cancellation:visit refusal:axed"), "visit", "declined by axed"),
        # the doubt is denied, not the visit
        (over("question:they denial:axed"), "visit", None),
        (over("condition:they denial:axed"), "visit", None),
        (over("expectation:they denial:axed"), "visit", "denied by axed"),
        # where that is itself only possible, it is as it was
        (over("cancellation:axed", " | possible past possibility:they"), "visit", "scheduled by axed"),
        (over("cancellation:axed", " | negative past negation:they"), "visit", "scheduled by axed"),
        (over("refusal:axed", " | negative past negation:they"), "visit", "proposed by axed"),
        (over("exclusion:axed", " | negative past negation:they"), "visit", "speculated by axed"),
        # what one side says to a conference of many does not end it
        (over("refusal:axed"), "forum", "proposed by axed"),
        (over("cancellation:axed"), "forum", "cancelled by axed"),
        (over("exclusion:axed"), "forum", "declined by axed"),
        (over("denial:axed"), "forum", "denied by axed"),
        # what was of it was held
        (DAYS % "failure", "talks", "held by axed"),
        (DAYS % "cancellation", "talks", "cancelled by axed"),
        (DAYS % "refusal", "talks", "declined by axed"),
        (DAYS.replace("NNS:day", "NNS:hope") % "failure", "talks", "fell_through by axed"),
        (DAYS.replace("NNS:day nsubj", "NNS:day dobj") % "failure", "talks", "fell_through by axed"),
        (DAYS.replace("of{IN", "before{IN").replace("pobj of", "pobj before") % "failure", "talks", "fell_through by axed"),
        # an hour later is no other day
        (over("postponement:axed").replace(" .", " by{IN prep axed} an{DT det hour} hour{NN pobj by} ."), "visit", None),
        (over("postponement:axed").replace(" .", " by{IN prep axed} a{DT det year} year{NN pobj by} ."), "visit", "postponed by axed"),
        (over("cancellation:axed").replace(" .", " by{IN prep axed} an{DT det hour} hour{NN pobj by} ."), "visit", "cancelled by axed"),
        (over("refusal:axed").replace(" .", " by{IN prep axed} an{DT det hour} hour{NN pobj by} ."), "visit", "declined by axed"),
    ],
)  # fmt: skip
def test_what_is_turned_away(drawn: str, kind: str, expected: str | None) -> None:
    """By the word over it, where that is told as fact; a word that is the event itself turns nothing away."""
    assert expected == found("turned_away", drawn, of="talks" if "talks" in drawn else "visit", kind=kind)


NOT_HOLD = "They{PRP nsubj hold} will{MD aux hold} not{RB neg hold} hold{VB | negative future negation:not} talks{NNS:talk dobj hold} ."
NOT_BE = (
    "Talks{NNS:talk nsubj happen} will{MD aux happen} not{RB neg happen} happen{VB | negative future negation:not} ."
)
OWN = "They{PRP nsubj praised} praised{VBD:praise} talks{NNS:talk dobj praised} that{WDT nsubj happen} will{MD aux happen} not{RB neg happen} happen{VB relcl talks | negative future negation:not} ."
NOT_MEET = "They{PRP nsubj meet} will{MD aux meet} not{RB neg meet} meet{VB | negative future negation:not} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        # somebody will not hold it
        (NOT_HOLD, "declined by not"),
        (NOT_HOLD.replace("negative future", "negative past"), None),
        (NOT_HOLD.replace("negative future", "negative present"), None),
        (NOT_HOLD.replace("negative future", "negative probable future"), None),
        (NOT_HOLD.replace("negative future", "future"), None),
        (NOT_HOLD.replace("negation:not", "refusal:not"), None),
        (NOT_HOLD.replace("hold{VB |", "hold{VB:attend |"), None),
        (NOT_HOLD.replace("hold{VB |", "hold{VB:happen |"), None),
        # it will not be
        (NOT_BE, "cancelled by not"),
        (NOT_BE.replace("negative future", "negative past"), "fell_through by happen"),
        (NOT_BE.replace("negative future", "negative probable past"), None),
        (NOT_BE.replace("negative future", "negative possible future"), None),
        (NOT_BE.replace("not", "longer"), "fell_through by longer"),
        (NOT_BE.replace("not", "hardly"), "cancelled by hardly"),
        (NOT_BE.replace("happen{VB |", "happen{VB:matter |"), None),
        (NOT_BE.replace("happen{VB |", "happen{VB:go |"), "cancelled by not"),
        (NOT_BE.replace("happen{VB |", "happen{VB:go |").replace(" .", " well{RB advmod happen} ."), None),
        (NOT_BE.replace("Talks{NNS:talk nsubj happen}", "They{PRP nsubj happen}").replace(" .", " at{IN prep happen} talks{NNS:talk pobj at} ."), None),
        (OWN, "cancelled by not"),
        (OWN.replace("happen{VB relcl", "happen{VB:matter relcl"), None),
    ],
)  # fmt: skip
def test_what_is_told_not_to_be(drawn: str, expected: str | None) -> None:
    """Who will not hold talks declines them; talks that will not be are off, and those that were not fell through."""
    assert expected == found("told_not_to_be", drawn, of="talks", kind="talks")


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (NOT_MEET, "declined by not"),
        (NOT_MEET.replace("negative future", "negative past"), None),
        (NOT_MEET.replace("negative future", "negative possible future"), None),
        (NOT_MEET.replace("not", "longer"), "fell_through by longer"),
        (NOT_MEET.replace("not{RB neg meet}", "not{RB neg they}"), None),
        (NOT_MEET.replace("meet{VB |", "meet{VB:matter |"), "declined by not"),
    ],
)
def test_who_will_not_meet_declines(drawn: str, expected: str | None) -> None:
    """By a word on the verb itself; "no leaders will meet" tells of nobody who does."""
    assert expected == found("told_not_to_be", drawn, of="meet", kind="meeting", form="verb")


NO_PLAN = "There{EX expl is} is{VBZ:be} no{DT det plan} plan{NN attr is} for{IN prep plan} talks{NNS:talk pobj for | negative future expectation:plan negation:no} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (NO_PLAN, "denied by plan"),
        (NO_PLAN.replace("expectation:plan", "possibility:plan"), None),
        (NO_PLAN.replace(" negation:no", ""), None),
        (NO_PLAN.replace("negative future", "future"), None),
        (NO_PLAN.replace("no{", "yet{").replace("negation:no", "negation:yet"), None),
    ],
)
def test_what_nobody_plans_is_denied(drawn: str, expected: str | None) -> None:
    """ "No plan for talks"; "not yet" denies none."""
    assert expected == found("not_planned", drawn, of="talks", kind="talks")


UNABLE = "They{PRP nsubj were} were{VBD:be | past} unable{JJ acomp were} to{TO aux meet} meet{VB xcomp unable | negative past failure:unable} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (f"{COULD_NOT} .", "fell_through by could"),
        (COULD_NOT.replace("negative past", "past") + " .", None),
        (COULD_NOT.replace("could", "might") + " .", None),
        (UNABLE, "fell_through by unable"),
        (UNABLE.replace("were{VBD:be | past}", "will{MD aux were} were{VB:be}"), "cancelled by unable"),
        (UNABLE.replace("were{VBD:be | past}", "did{VBD aux were} were{VB:be}"), "fell_through by unable"),
        (UNABLE.replace("failure:unable", "failure:they"), "fell_through by unable"),
        (UNABLE.replace("failure:unable", "failure:they").replace("unable{JJ", "unable{NN"), None),
        (UNABLE.replace("failure:unable", "failure:they").replace("unable{JJ", "unable{RB"), None),
        (UNABLE.replace("unable", "afraid"), None),
    ],
)
def test_what_was_not_possible_fell_through(drawn: str, expected: str | None) -> None:
    """Of what is ahead it is off; a word that is no adjective tells of no ability."""
    assert expected == found("could_not", drawn, of="meet", kind="meeting", form="verb")


@pytest.mark.parametrize(("fact", "expected"), [("negative past", "fell_through by unable"), ("past", None)])
def test_what_nobody_was_able_to_agree_on_fell_through(fact: str, expected: str | None) -> None:
    """Talks that a verb only speaks of are told not to be all the same."""
    drawn = f"They{{PRP nsubj were}} were{{VBD:be | past}} unable{{JJ acomp were}} to{{TO aux agree}} agree{{VB xcomp unable | negative past failure:unable}} on{{IN prep agree}} talks{{NNS:talk pobj on | {fact}}} ."

    assert expected == found("could_not", drawn, of="talks", kind="talks")


def test_only_a_verb_has_a_manner() -> None:
    """Talks that could not be held are off, whatever stands behind them; the end of a text is no manner."""
    drawn = "They{PRP nsubj hold} could{MD aux hold} not{RB neg hold} hold{VB | negative past ability:could negation:not} talks{NNS:talk dobj hold | negative past} in{IN prep hold} person{NN pobj in}"

    assert found("could_not", drawn, of="talks", kind="talks") == "fell_through by could"
    assert found("could_not", COULD_NOT, of="meet", kind="meeting", form="verb") == "fell_through by could"


ENDED = "A{DT det summit} planned{VBN:plan amod summit} summit{NN nsubj ended | probable expectation:planned} ended{VBD:end | past} without{IN prep ended} cheer{NN pobj without} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "fell_through by ended"),
        ("expectation:planned", "arrangement:planned", "fell_through by ended"),
        ("expectation:planned", "possibility:planned", None),
        ("VBD:end", "VBD:begin", None),
        ("NN nsubj ended", "NN dobj ended", "fell_through by ended"),
        ("without{IN prep ended} cheer{NN pobj without}", "with{IN prep ended} cheer{NN pobj with}", None),
        ("without{IN prep ended} cheer{NN pobj without}", "within{IN prep ended} hours{NNS:hour pobj within}", None),
        ("without{IN prep ended} cheer{NN pobj without}", "worldwide{IN prep ended}", None),
    ],
)  # fmt: skip
def test_what_was_planned_and_ended_without_anything_was_not(told: str, by: str, expected: str | None) -> None:
    """Expected, and over without a result."""
    assert expected == found("ended_before_it_began", ENDED.replace(told, by, 1), of="summit", kind="summit")
