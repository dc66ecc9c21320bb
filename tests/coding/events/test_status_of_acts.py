"""The status of acts and papers, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from memcon.domain.records import EventKind
from tests.coding.events.scenes import found

STALLED = "Norway{NNP nsubj stalled} stalled{VBD:stall | past} ratification{NN dobj stalled} ."


@pytest.mark.parametrize(
    ("drawn", "form", "expected"),
    [
        (STALLED, "noun", "postponed by stalled"),
        (STALLED, "verb", None),
        (STALLED, "channel", None),
        (STALLED.replace("NN dobj", "NN nsubj"), "noun", None),
        (STALLED.replace("ratification{NN dobj stalled}", "at{IN prep stalled} ratification{NN pobj at}"), "noun", None),
        (STALLED.replace("VBD:stall", "VBD:seek"), "noun", None),
        (STALLED.replace("VBD:stall | past", "VBZ:stall | present"), "noun", None),
        (STALLED.replace("| past", "| negative past negation:norway"), "noun", None),
        ("Ratification{NN} .", "noun", None),
    ],
)  # fmt: skip
def test_an_act_that_is_held_up_is_put_off(drawn: str, form: str, expected: str | None) -> None:
    """Somebody held it up, and it is due."""
    assert expected == found("held_up", drawn, of="ratification", kind="signing", form=form)  # type: ignore[arg-type]


ANNOUNCED = "Norway{NNP nsubj announced} announced{VBD:announce | past} aid{NN dobj announced} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "published", "expected"),
    [
        ("", "", None, "2024-05-15", "scheduled by announced"),
        ("", "", "2024-05-15", "2024-05-15", "scheduled by announced"),
        ("", "", "2024-05-20", "2024-05-15", "scheduled by announced"),
        ("", "", "2024-05-13/2024-05-19", "2024-05-15", "scheduled by announced"),
        ("", "", "2024-05-14", "2024-05-15", None),
        ("", "", "2024-05-14", None, "scheduled by announced"),
        ("VBD:announce", "VBD:praise", None, "2024-05-15", None),
        ("NN dobj", "NN nsubj", None, "2024-05-15", None),
        ("NN dobj", "NN attr", None, "2024-05-15", None),
        ("aid{NN dobj announced}", "at{IN prep announced} aid{NN pobj at}", None, "2024-05-15", None),
        ("| past", "| negative past negation:norway", None, "2024-05-15", None),
        ("NN dobj announced", "NN dobj announced | future expectation:announced", None, "2024-05-15", None),
        (ANNOUNCED, "Aid{NN} .", None, "2024-05-15", None),
    ],
)  # fmt: skip
def test_help_that_is_announced_is_to_come(
    told: str, by: str, when: str | None, published: str | None, expected: str | None
) -> None:
    """Unless it has a day that is over."""
    drawn = ANNOUNCED.replace(told, by, 1)

    assert expected == found("announced_to_be_done", drawn, when, published, of="aid", kind="aid")
    assert found("announced_to_be_done", drawn, when, published, of="aid", kind="sanction") is None


def test_help_is_announced_by_its_own_verb() -> None:
    """Its day is then that of the announcement."""
    own = {"of": "announced", "kind": "aid", "form": "verb", "frame": "announce"}

    assert found("announced_to_be_done", ANNOUNCED, **own) == "scheduled by announced"  # type: ignore[arg-type]
    assert found("announced_to_be_done", ANNOUNCED, "2024-05-14", **own) == "scheduled by announced"  # type: ignore[arg-type]
    assert found("announced_to_be_done", ANNOUNCED, **{**own, "frame": "give"}) == "scheduled by announced"  # type: ignore[arg-type]
    assert found("announced_to_be_done", ANNOUNCED.replace(":announce", ":give"), **own) is None  # type: ignore[arg-type]


OFFERED = "Norway{NNP nsubj offered} offered{VBD:offer | past} aid{NN dobj offered} ."


@pytest.mark.parametrize(
    ("drawn", "kind", "frame", "expected"),
    [
        (OFFERED, "aid", "offer", "proposed by offered"),
        (OFFERED, "aid", "request", "proposed by offered"),
        (OFFERED, "aid", "provide", None),
        (OFFERED, "aid", None, None),
        (OFFERED, "agreement", "offer", None),
        (OFFERED.replace("| past", "| negative past negation:norway"), "aid", "offer", None),
    ],
)
def test_help_that_is_asked_for_is_only_wished(drawn: str, kind: str, frame: str | None, expected: str | None) -> None:
    """Help alone, by a verb of asking or offering."""
    assert expected == found("asked_for", drawn, of="offered", kind=kind, form="verb", frame=frame)


FIRST = "Peru{NNP nsubj was} was{VBD:be | past} the{DT det country} first{JJ amod country} country{NN attr was} to{TO aux ratify} ratify{VB relcl country} it{PRP dobj ratify} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "held by was"),
        ("relcl", "acl", "held by was"),
        ("relcl", "advcl", None),
        ("relcl", "xcomp", None),
        ("VBD:be", "VBD:become", "held by was"),
        ("VBD:be", "VBD:see", None),
        ("VBD:be | past", "VBZ:be | present", None),
        ("| past", "| negative past negation:peru", None),
        ("first{JJ", "rich{JJ", None),
        ("first{JJ amod country} country{NN attr", "country{NN:first attr", None),
        ("to{TO aux ratify} ", "", None),
        ("Peru{NNP nsubj was} was{VBD:be | past} the{DT det country} first{JJ amod country} country{NN attr was}", "Peru{NNP appos country} the{DT det country} first{JJ amod country} country{NN}", None),
        ("country{NN attr was}", "country{NN pobj of} of{IN prep was}", "held by was"),
    ],
)  # fmt: skip
def test_the_first_to_do_it_did_it(told: str, by: str, expected: str | None) -> None:
    """Who was or became one of a row; not who is, or who has nothing to do."""
    drawn = FIRST.replace(told, by, 1)

    assert expected == found("done_in_a_row", drawn, of="ratify", kind="signing", form="verb")
    assert found("done_in_a_row", drawn, of="ratify", kind="signing", form="noun") is None
    assert found("done_in_a_row", drawn, of="ratify", kind="signing", form="channel") is None


def test_the_first_may_be_a_noun_itself() -> None:
    """ "was the first to ratify"."""
    drawn = "Peru{NNP nsubj was} was{VBD:be | past} the{DT det first} first{JJ attr was} to{TO aux ratify} ratify{VB acl first} it{PRP dobj ratify} ."

    assert found("done_in_a_row", drawn, of="ratify", kind="signing", form="verb") == "held by was"


CONGRATULATED = "Soto{NNP nsubj congratulated} congratulated{VBD:congratulate} them{PRP dobj congratulated} on{IN prep congratulated} deals{NNS:deal pobj on} ."
FOR_THEM = CONGRATULATED.replace("on{", "for{").replace("pobj on", "pobj for")
BEFORE_THEM = CONGRATULATED.replace("on{", "before{").replace("pobj on", "pobj before")


@pytest.mark.parametrize(
    ("drawn", "kind", "expected"),
    [
        (CONGRATULATED, "agreement", "held by deals"),
        (CONGRATULATED, "aid", "held by deals"),
        (CONGRATULATED, "meeting", None),
        (FOR_THEM, "agreement", "held by deals"),
        (BEFORE_THEM, "agreement", None),
        (CONGRATULATED.replace("on{IN prep congratulated}", "news{NN dobj congratulated} on{IN prep news}"), "agreement", None),
        (CONGRATULATED.replace("VBD:congratulate", "VBD:ask"), "agreement", None),
        (CONGRATULATED.replace("pobj on", "pobj on | future expectation:congratulated"), "agreement", None),
        (CONGRATULATED.replace("pobj on", "pobj on | future purpose:congratulated"), "agreement", "held by deals"),
        (CONGRATULATED.replace("pobj on}", "pobj on | future expectation:planned} planned{VBN:plan acl deals}"), "agreement", "held by deals"),
        ("On{IN} deals{NNS:deal pobj on} .", "agreement", None),
    ],
)  # fmt: skip
def test_what_somebody_is_congratulated_on_was_done(drawn: str, kind: EventKind, expected: str | None) -> None:
    """An act or a paper, behind "on" or "for"; what describes it may be of an earlier day."""
    assert expected == found("congratulated_on", drawn, of="deals", kind=kind)
    assert found("congratulated_on", drawn, of="deals", kind=kind, form="verb") is None
    assert found("congratulated_on", drawn, of="deals", kind=kind, form="channel") is None


MADE = "They{PRP nsubj respect} respect{VBP | present} the{DT det deal} deal{NN dobj respect} of{IN prep deal} [time:May 3=2024-05-03]{NNP pobj of} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "published", "expected"),
    [
        ("", "", "2024-05-14", "2024-05-15", "held by deal"),
        ("", "", "2024-05-15", "2024-05-15", None),
        ("", "", "2024-05-10/2024-05-15", "2024-05-15", None),
        ("", "", None, "2024-05-15", None),
        ("", "", "2024-05-14", None, None),
        ("[time:May 3=2024-05-03]", "fish", "2024-05-14", "2024-05-15", None),
        ("NN dobj respect", "NN dobj respect | negative denial:they", "2024-05-14", "2024-05-15", None),
    ],
)
def test_a_paper_that_was_made_before_is_there(
    told: str, by: str, when: str | None, published: str | None, expected: str | None
) -> None:
    """By its own words, on a day before the publication."""
    drawn = MADE.replace(told, by, 1)

    assert expected == found("made_before", drawn, when, published, of="deal", kind="agreement")
    assert found("made_before", drawn, when, published, of="deal", kind="agreement", form="verb") is None
    assert found("made_before", drawn, when, published, of="deal", kind="agreement", form="channel") is None
    assert found("made_before", drawn, when, published, of="deal", kind="aid") is None


CONTINUE = "Norway{NNP nsubj continue} will{MD aux continue} continue{VB} providing{VBG:provide xcomp continue} aid{NN dobj providing} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "under_way by continue"),
        ("continue{VB}", "continue{VB:stop}", None),
        ("continue{VB}", "continue{VB:demand}", None),
        ("continue{VB}", "continue{VB | negative future negation:will}", None),
        ("VBG:provide xcomp", "VBG:provide advcl", None),
        ("NN dobj providing", "NN dobj providing | negative negation:will", None),
        ("providing{VBG:provide xcomp continue}", "work{NN dobj continue} providing{VBG:provide xcomp work}", "under_way by continue"),
        ("Norway{NNP nsubj continue} will{MD aux continue} continue{VB} providing{VBG:provide xcomp continue}", "Plans{NNS:plan} providing{VBG:provide xcomp plans}", None),
    ],
)  # fmt: skip
def test_help_that_goes_on_is_under_way(told: str, by: str, expected: str | None) -> None:
    """Somebody goes on giving it, or is to."""
    drawn = CONTINUE.replace(told, by, 1)

    assert expected == found("carried_on", drawn, of="aid", kind="aid")
    assert found("carried_on", drawn, of="aid", kind="meeting") is None


def test_help_goes_on_by_its_own_verb() -> None:
    """Where no noun tells it."""
    assert found("carried_on", CONTINUE, of="providing", kind="aid", form="verb") == "under_way by continue"
    assert found("carried_on", "Aid{NN} .", of="aid", kind="aid") is None


IMPOSING = "Norway{NNP nsubj imposing} is{VBZ:be aux imposing} imposing{VBG:impose | present} sanctions{NNS:sanction dobj imposing} ."


@pytest.mark.parametrize(
    ("told", "by", "kind", "frame", "expected"),
    [
        ("", "", "sanction", "impose", "held by imposing"),
        ("", "", "sanction", "seek", None),
        ("", "", "sanction", None, None),
        ("", "", "aid", "give", None),
        ("Norway", "# Norway", "sanction", "impose", None),
        ("is{VBZ:be aux imposing} ", "", "sanction", "impose", None),
        ("VBG:impose", "VBN:impose", "sanction", "impose", None),
        ("VBG:impose", "VB:impose", "sanction", "impose", None),
        ("| present", "| past", "sanction", "impose", None),
        ("| present", "| future", "sanction", "impose", None),
        ("| present", "| present expectation:norway", "sanction", "impose", None),
    ],
)
def test_what_is_done_by_saying_is_done(told: str, by: str, kind: str, frame: str | None, expected: str | None) -> None:
    """Whoever "is imposing" it has announced it; not whoever is considering it."""
    assert expected == found(
        "done_by_saying", IMPOSING.replace(told, by, 1), of="imposing", kind=kind, form="verb", frame=frame
    )


DECISION = "Soto{NNP nsubj blamed} blamed{VBD:blame} their{PRP$ poss decision} decision{NN dobj blamed} to{TO aux recognize} recognize{VB acl decision} Chad{NNP dobj recognize} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "held by decision"),
        ("their{PRP$ poss decision} ", "", None),
        ("decision{NN", "decision{NN:wish", None),
        ("VB acl decision", "VB relcl decision", None),
        ("VB acl decision", "VB ROOT decision", None),
        ("VB acl decision", "VB acl decision | future arrangement:decision", "held by decision"),
        ("VB acl decision", "VB acl decision | future arrangement:decision expectation:blamed", None),
        ("VB acl decision", "VB acl decision | future expectation:their", None),
        ("VB acl decision", "VB acl decision | future expectation:chad", None),
    ],
)
def test_a_decision_to_do_what_is_done_by_saying_is_the_act(told: str, by: str, expected: str | None) -> None:
    """Somebody's own decision, with nothing else over it."""
    drawn = DECISION.replace(told, by, 1)

    assert expected == found("decided_on", drawn, of="recognize", kind="recognition", form="verb")
    assert found("decided_on", drawn, of="recognize", kind="aid", form="verb") is None
    assert found("decided_on", drawn, of="recognize", kind="recognition", form="noun") is None
    assert found("decided_on", drawn, of="recognize", kind="recognition", form="channel") is None
