"""What is told beside the verb that carries an event, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from tests.coding.events.scenes import found

BEGAN = "Kenya{NNP nsubj boycotts} boycotts{VBZ:boycott} a{DT det summit} summit{NN dobj boycotts} that{WDT nsubj began} began{VBD:begin relcl summit | past} ."
WAS_HELD = BEGAN.replace(
    "that{WDT nsubj began} began{VBD:begin", "that{WDT nsubjpass held} was{VBD:be auxpass held} held{VBN:hold"
)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (BEGAN, "held by began"),
        (BEGAN.replace("relcl", "acl"), None),
        (BEGAN.replace("VBD:begin relcl summit | past", "VBZ:begin relcl summit | present"), None),
        (BEGAN.replace("| past", "| probable past possibility:that"), None),
        (BEGAN.replace("| past", "| negative past negation:that"), None),
        (BEGAN.replace("VBD:begin", "VBD:matter"), None),
        (BEGAN.replace("VBD:begin", "VBD:hold"), None),
        (WAS_HELD, "held by held"),
        (WAS_HELD.replace("VBN:hold", "VBN:happen"), None),
    ],
)
def test_a_clause_beside_it_tells_that_it_was(drawn: str, expected: str | None) -> None:
    """It began or took place, or was held; for certain, in the past."""
    assert expected == found("told_besides", drawn)


ANNOUNCED = "Soto{NNP nsubj announced} announced{VBD:announce | past} the{DT det exit} exit{NN dobj announced} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "held by announced"),
        ("VBD:announce", "VBD:praise", None),
        ("VBD:announce | past", "VBZ:announce | present", None),
        ("NN dobj", "NN nsubj", None),
        ("NN dobj", "NN attr", None),
        (ANNOUNCED, "The{DT det exit} exit{NN} .", None),
    ],
)
def test_an_exit_that_is_announced_is_one(told: str, by: str, expected: str | None) -> None:
    """For an office the announcement is the act; help that is announced is still to come."""
    drawn = ANNOUNCED.replace(told, by, 1)

    assert expected == found("announced", drawn, of="exit", kind="appointment")
    assert found("announced", drawn, of="exit", kind="appointment", form="verb") is None
    assert found("announced", drawn, of="exit", kind="appointment", form="channel") is None
    assert found("announced", drawn, of="exit", kind="aid") is None


@pytest.mark.parametrize(("frame", "expected"), [("be", "held by be"), ("name", None), (None, None)])
def test_a_name_on_a_list_is_named(frame: str | None, expected: str | None) -> None:
    """ "Lind, to be ambassador": a line without a verb of its own."""
    drawn = "Lind{NNP}, to{TO aux be} be{VB relcl lind} ambassador{NN attr be} ."

    assert expected == found("listed", drawn, of="be", kind="appointment", form="verb", frame=frame)


FOLLOWED = "The{DT det call} call{NN nsubj followed} followed{VBD:follow | past} her{PRP$ poss talks} talks{NNS:talk dobj followed} ."
BUILDS = "The{DT det plan} plan{NN nsubj builds} builds{VBZ:build | present} on{IN prep builds} the{DT det talks} talks{NNS:talk pobj on} ."
WILL_BUILD = "It{PRP nsubj build} will{MD aux build} build{VB | future} on{IN prt build} their{PRP$ poss talks} talks{NNS:talk dobj build | future arrangement:will} ."
WEEK = "2024-05-13/2024-05-19"


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (FOLLOWED, None, "held by followed"),
        (FOLLOWED, "2024-05-17", None),
        (f"# {FOLLOWED}", None, None),
        (FOLLOWED.replace("VBD:follow | past", "VBZ:follow | present"), None, "held by followed"),
        (FOLLOWED.replace("VBD:follow", "VBD:praise"), None, None),
        (FOLLOWED.replace("NNS:talk dobj", "NNS:talk nsubj"), None, None),
        (FOLLOWED.replace("| past", "| negative past negation:the"), None, None),
        (FOLLOWED.replace("dobj followed", "dobj followed | future expectation:followed"), None, None),
        (FOLLOWED.replace("dobj followed", "dobj followed | future expectation:followed"), WEEK, None),
        (FOLLOWED.replace("VBD:follow | past", "VB:follow | future"), None, None),
        (FOLLOWED.replace("VBD:follow | past", "VB:follow | future"), WEEK, "held by followed"),
        (FOLLOWED.replace("VBD:follow | past", "VB:follow | future"), "2024-05-15", "held by followed"),
        (FOLLOWED.replace("VBD:follow | past", "VB:follow | future"), "2024-05-16", None),
        (BUILDS, None, "held by builds"),
        (BUILDS.replace("on{IN", "near{IN").replace("pobj on", "pobj near"), None, None),
        (BUILDS.replace("on{IN prep builds} the{DT det talks} talks{NNS:talk pobj on}", "on{IN prep builds} hope{NN pobj on} of{IN prep hope} talks{NNS:talk pobj of}"), None, None),
        (BUILDS.replace("on{IN prep builds} the{DT det talks} talks{NNS:talk pobj on}", "hope{NN dobj builds} on{IN prep hope} talks{NNS:talk pobj on}"), None, None),
        # a verb with "on" that the parser takes for a part of it
        (WILL_BUILD, None, None),
        (WILL_BUILD, WEEK, "held by build"),
        (WILL_BUILD, "2024-05-15", "held by build"),
        (WILL_BUILD, "2024-05-17", None),
        (WILL_BUILD.replace("on{IN", "up{IN"), WEEK, None),
        (f"Now{{RB advmod build}} {WILL_BUILD}", WEEK, "held by build"),
        ("Talks{NNS:talk} .", None, None),
    ],
)  # fmt: skip
def test_what_something_follows_or_builds_on_was(drawn: str, when: str | None, expected: str | None) -> None:
    """In the past or present; in the future, where its own time has begun."""
    assert expected == found("followed", drawn, when, of="talks", kind="talks")
    assert found("followed", drawn, when, of="talks", kind="talks", form="verb") is None


def test_an_undated_document_tells_of_nothing_begun() -> None:
    """Without a day of publication."""
    assert found("followed", WILL_BUILD, WEEK, None, of="talks", kind="talks") is None
    assert found("followed", FOLLOWED, WEEK, None, of="talks", kind="talks") == "held by followed"


PROMISED = "It{PRP nsubj honors} honors{VBZ:honor} the{DT det promise} promise{NN:commitment dobj honors} in{IN prep promise} their{PRP$ poss call} call{NN pobj in} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "held by promise"),
        ("their{PRP$ poss call} ", "", None),
        ("NN:commitment", "NN:interest", None),
        ("NN pobj in", "NN dobj in", None),
        ("NN pobj in", "NN relcl in", None),
        ("in{IN prep promise} their{PRP$ poss call} call{NN pobj in}", "on{IN prep promise} their{PRP$ poss call} call{NN pobj on}", None),
    ],
)  # fmt: skip
def test_where_a_promise_was_made_they_spoke(told: str, by: str, expected: str | None) -> None:
    """In somebody's own call."""
    assert expected == found("promised_there", PROMISED.replace(told, by, 1), of="call", kind="call")
