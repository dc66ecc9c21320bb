"""What is known, announced or promised to come, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from tests.coding.events.scenes import found

SPEAKS = "She{PRP nsubj speaks} speaks{VBZ:speak} at{IN prep speaks} the{DT det summit} summit{NN pobj at} ."
ATTENDS = "She{PRP nsubj attends} attends{VBZ:attend} the{DT det summit} summit{NN dobj attends} ."


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (SPEAKS, "2024-05-17", "scheduled by summit"),
        (SPEAKS, "2024-05-14", None),
        (SPEAKS, None, None),
        (ATTENDS, "2024-05-17", "scheduled by summit"),
        (ATTENDS.replace(":attend", ":praise"), "2024-05-17", None),
        (ATTENDS.replace("dobj attends", "dobj attends | future arrangement:attends"), "2024-05-17", None),
        (ATTENDS.replace("dobj attends", "dobj attends | future arrangement:attends possibility:she"), "2024-05-17", "scheduled by summit"),
        (SPEAKS.replace("summit{NN pobj at}", "likely{JJ amod summit} summit{NN pobj at | probable possibility:likely}"), "2024-05-17", None),
        (SPEAKS.replace("pobj at}", "pobj at | negative negation:at}"), "2024-05-17", None),
        ("She{PRP nsubj met} met{VBD:meet} Soto{NNP dobj met} .", "2024-05-17", None),
    ],
)  # fmt: skip
def test_a_known_occasion_with_a_day_ahead_is_arranged(drawn: str, when: str | None, expected: str | None) -> None:
    """What somebody does at it or attends, whatever else is told of that; not what is only likely."""
    assert expected == found("dated_occasion", drawn, when)


LOOKS = "She{PRP nsubj looks} looks{VBZ:look | present} forward{RB advmod looks} to{IN prep looks} talks{NNS:talk pobj to} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "expected"),
    [
        ("", "", None, "expected by looks"),
        ("", "", "2024-05-17", "scheduled by looks"),
        (" talks{NNS", " the{DT det talks} talks{NNS", None, "scheduled by looks"),
        ("VBZ:look", "VBZ:move", None, None),
        ("forward{RB advmod looks} ", "", None, None),
        ("| present}", "| negative present negation:she}", None, None),
    ],
)
def test_what_somebody_looks_forward_to_is_expected(told: str, by: str, when: str | None, expected: str | None) -> None:
    """Arranged, where it is known or has a day."""
    assert expected == found("awaited", LOOKS.replace(told, by, 1), when)


VERBAL = "She{PRP nsubj hopes} hopes{VBZ:hope} to{TO aux speak} speak{VB xcomp hopes} at{IN prep speak} a{DT det summit} summit{NN pobj at | probable future expectation:hopes} ."


@pytest.mark.parametrize(
    ("drawn", "when", "expected"),
    [
        (VERBAL, "2024-05-17", None),
        (VERBAL.replace("a{DT", "the{DT"), "2024-05-17", "scheduled by summit"),
        (VERBAL.replace("a{DT", "the{DT"), "2024-05-15", None),
        # whoever's aim leads to it takes it for known
        (VERBAL.replace("expectation:hopes", "purpose:hopes"), "2024-05-17", "scheduled by summit"),
        (VERBAL.replace("expectation:hopes", "obligation:hopes"), "2024-05-17", None),
        (VERBAL.replace("expectation:hopes", "question:hopes"), "2024-05-17", None),
        (VERBAL.replace("expectation:hopes", "purpose:hopes").replace("at{IN", "for{IN").replace("pobj at", "pobj for"), "2024-05-17", None),
        # behind a noun, of no verb, or as the subject
        (VERBAL.replace("a{DT", "the{DT").replace("at{IN prep speak}", "at{IN prep hope} hope{NN dobj speak}"), "2024-05-17", "scheduled by summit"),
        ("The{DT det summit} summit{NN nsubj matters} matters{VBZ:matter} .", "2024-05-17", None),
        ("The{DT det summit} summit{NN attr is} is{VBZ:attend} it{PRP nsubj is} .", "2024-05-17", None),
        ("The{DT det summit} summit{NN nsubj attends} attends{VBZ:attend} .", "2024-05-17", None),
        ("The{DT det summit} summit{NN} .", "2024-05-17", None),
        # what describes it speaks of it
        (SPEAKS.replace("summit{NN pobj at}", "summit{NN pobj at | probable expectation:planned} planned{VBN:plan acl summit}"), "2024-05-17", None),
        (SPEAKS.replace("pobj at}", "pobj at | probable expectation:speaks}"), "2024-05-17", "scheduled by summit"),
    ],
)  # fmt: skip
def test_an_aim_leads_to_an_occasion(drawn: str, when: str | None, expected: str | None) -> None:
    """New or known; what is hoped for at one that is new leaves it open."""
    assert expected == found("dated_occasion", drawn, when, of="summit", kind="summit")
    assert found("dated_occasion", drawn, when, of="summit", kind="summit", form="verb") is None


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("to{IN prep looks} talks{NNS:talk pobj to}", "to{IN prep looks} hope{NN pobj to} of{IN prep hope} talks{NNS:talk pobj of}", None),
        ("to{IN prep looks} talks{NNS:talk pobj to}", "talks{NNS:talk dobj looks}", None),
        (LOOKS, "Talks{NNS:talk} .", None),
        (LOOKS, "Forward{RB advmod to} to{IN} talks{NNS:talk pobj to} .", None),
    ],
)  # fmt: skip
def test_what_nobody_looks_forward_to(told: str, by: str, expected: str | None) -> None:
    """It must be that itself, behind "forward to"."""
    assert expected == found("awaited", LOOKS.replace(told, by, 1), of="talks", kind="talks")


UPCOMING = "They{PRP nsubj praised} praised{VBD:praise} the{DT det visit} upcoming{JJ amod visit} visit{NN dobj praised | future arrangement:upcoming} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by upcoming"),
        ("the{DT", "an{DT", None),
        ("arrangement:upcoming", "possibility:upcoming", None),
        ("arrangement:upcoming", "ability:upcoming", None),
        ("arrangement:upcoming", "arrangement:praised", None),
    ],
)
def test_a_known_visit_may_be_told_to_be_coming(told: str, by: str, expected: str | None) -> None:
    """By a word before it."""
    assert expected == found("said_to_be_coming", UPCOMING.replace(told, by, 1), of="visit", kind="visit")


AFFIRMED = "They{PRP nsubj affirmed} affirmed{VBD:affirm | past} plans{NNS:plan dobj affirmed} for{IN prep plans} talks{NNS:talk pobj for | probable future expectation:plans} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "expected"),
    [
        ("", "", "2024-05-17", "scheduled by plans"),
        ("", "", "2024-05-15", None),
        ("", "", None, None),
        ("plans{NNS:plan", "plans{NNS:hope", "2024-05-17", None),
        ("plans{NNS:plan", "plans{NNS:await", "2024-05-17", "scheduled by plans"),
        ("expectation:plans", "possibility:plans", "2024-05-17", None),
        (" | probable future expectation:plans", "", "2024-05-17", None),
    ],
)
def test_what_is_planned_for_a_day_ahead_is_arranged(
    told: str, by: str, when: str | None, expected: str | None
) -> None:
    """Planned or looked forward to; a hope for a day is a hope."""
    assert expected == found("planned_for_a_day", AFFIRMED.replace(told, by, 1), when, of="talks", kind="talks")


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by affirmed"),
        ("VBD:affirm", "VBD:have", None),
        ("VBD:affirm | past", "VBZ:affirm | present", None),
        ("NNS:plan dobj", "NNS:plan nsubjpass", "scheduled by affirmed"),
        ("NNS:plan dobj", "NNS:plan nsubj", None),
        ("NNS:plan dobj", "VBZ:plan dobj", None),
        ("NNS:plan dobj", "JJ:plan dobj", None),
        ("expectation:plans", "possibility:plans", None),
    ],
)
def test_a_plan_that_is_made_known_is_arranged(told: str, by: str, expected: str | None) -> None:
    """A noun, announced in the past."""
    assert expected == found("plan_made_known", AFFIRMED.replace(told, by, 1), of="talks", kind="talks")


@pytest.mark.parametrize(
    ("verb", "told", "expected"),
    [
        ("pledge", "probable future expectation:pledged", "scheduled by pledged"),
        ("intend", "probable future expectation:pledged", None),
        ("pledge", "probable future possibility:pledged", None),
        ("pledge", "negative future expectation:pledged negation:they", None),
    ],
)
def test_who_is_bound_to_it_will_do_it(verb: str, told: str, expected: str | None) -> None:
    """Whoever promised; not whoever intends it, nor whoever never did."""
    drawn = f"They{{PRP nsubj pledged}} pledged{{VBD:{verb}}} to{{TO aux meet}} meet{{VB xcomp pledged | {told}}} ."

    assert expected == found("undertaken", drawn, of="meet", kind="meeting", form="verb")


PREPARED = "They{PRP nsubj prepared} prepared{VBD:prepare} talks{NNS:talk dobj prepared} that{WDT nsubj begin} will{MD aux begin} begin{VB relcl talks | future arrangement:will} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "scheduled by begin"),
        ("VB relcl", "VB:hold relcl", "scheduled by begin"),
        ("VB relcl", "VB:matter relcl", None),
        ("VB relcl", "VB acl", None),
        ("arrangement:will", "possibility:will", None),
        ("arrangement:will", "arrangement:will possibility:that", None),
        (" | future arrangement:will", "", None),
        (" that{WDT nsubj begin} will{MD aux begin} begin{VB relcl talks | future arrangement:will}", "", None),
    ],
)
def test_a_clause_beside_it_tells_that_it_will_be(told: str, by: str, expected: str | None) -> None:
    """Arranged, and nothing less."""
    assert expected == found("told_besides_to_come", PREPARED.replace(told, by, 1), of="talks", kind="talks")
