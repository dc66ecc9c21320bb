"""What has begun and is not over, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from tests.coding.events.scenes import found

TODAY = "2024-05-15"

BEGAN = "They{PRP nsubj began} began{VBD:begin | past} talks{NNS:talk dobj began} ."
BEGUN = "They{PRP nsubj begun} have{VBP:have aux begun} begun{VBN:begin | past} talks{NNS:talk dobj begun} ."


@pytest.mark.parametrize(
    ("drawn", "when", "published", "expected"),
    [
        (BEGAN, None, TODAY, "under_way by began"),
        (f"It{{PRP nsubj rained}} rained{{VBD:rain}} .\n{BEGAN}", None, TODAY, None),
        (BEGAN, "2024-05-15", TODAY, "under_way by began"),
        (BEGAN, "2024-05-14", TODAY, None),
        (BEGAN, "2024-05-15", None, None),
        (BEGUN, None, TODAY, "under_way by begun"),
        (BEGUN, "2024-05-14", TODAY, None),
        (BEGUN.replace(":begin", ":end"), None, TODAY, None),
        (BEGUN.replace("talks{NNS:talk dobj begun}", "with{IN prep begun} talks{NNS:talk pobj with}"), None, TODAY, None),
        ("They{PRP nsubj begin} will{MD aux begin} begin{VB | future} talks{NNS:talk dobj begin} .", "2024-05-15", TODAY, None),
    ],
)  # fmt: skip
def test_what_has_begun_is_under_way(drawn: str, when: str | None, published: str | None, expected: str | None) -> None:
    """In the perfect, on the day of the news or as its first sentence; not what was begun on a day that is over."""
    assert expected == found("begun", drawn, when, published)


DOING = "They{PRP nsubj begun} have{VBP:have aux begun} begun{VBN:begin | past} holding{VBG:hold xcomp begun} talks{NNS:talk dobj holding} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "under_way by begun"),
        ("xcomp begun", "advcl begun", None),
        ("VBN:begin", "VBN:end", None),
        ("have{VBP:have aux begun} begun{VBN:begin", "begun{VBD:begin", None),
        ("VBG:hold", "VBG:praise", None),
        ("holding{VBG:hold xcomp begun} talks{NNS:talk dobj holding}", "meeting{VBG:meet xcomp begun} Soto{NNP dobj meeting}", "under_way by begun"),
    ],
)  # fmt: skip
def test_what_somebody_has_begun_to_do_is_under_way(told: str, by: str, expected: str | None) -> None:
    """ "have begun holding talks"; not "began", and not praising them."""
    assert expected == found("begun_doing", DOING.replace(told, by, 1))


PROGRESSIVE = (
    "They{PRP nsubj holding} are{VBP:be aux holding} holding{VBG:hold | present} talks{NNS:talk dobj holding} ."
)


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "under_way by holding"),
        ("| present", "| past", None),
        ("| present", "| future", None),
        ("are{VBP:be aux holding} ", "", None),
        ("VBG:hold", "VBN:hold", None),
    ],
)
def test_the_present_progressive_is_under_way(told: str, by: str, expected: str | None) -> None:
    """Not "were holding", nor what is to be."""
    assert expected == found("going_on_now", PROGRESSIVE.replace(told, by, 1))


def test_whoever_speaks_begins_this_summit() -> None:
    """ "As we begin this summit"; not "the summit", one with a day, or one that is not begun."""
    drawn = "We{PRP nsubj begin} begin{VBP | present} this{DT det summit} summit{NN dobj begin} ."

    assert "under_way by begin" == found("begun_by_speaking", drawn)
    assert None is found("begun_by_speaking", drawn.replace("this", "the"))
    assert None is found("begun_by_speaking", drawn, "2024-05-17")
    assert None is found("begun_by_speaking", drawn.replace("| present", "| negative present negation:we"))
    assert None is found("begun_by_speaking", drawn.replace("| present", "| future"))
    assert None is found("begun_by_speaking", drawn.replace("VBP |", "VBP:praise |"))
    assert None is found("begun_by_speaking", drawn.replace("this", "those"))
    assert None is found("begun_by_speaking", drawn.replace("dobj begin", "nsubj begin"))
    assert None is found("begun_by_speaking", drawn.replace("| present", "| past"))
    assert None is found("begun_by_speaking", "This{DT det summit} summit{NN} .")


ARE_IN = "They{PRP nsubj are} are{VBP:be | present} in{IN prep are} talks{NNS:talk pobj in} ."


@pytest.mark.parametrize(
    ("told", "by", "kind", "expected"),
    [
        ("", "", "talks", "under_way by are"),
        ("", "", "visit", None),
        ("in{IN prep are} talks{NNS:talk pobj in}", "on{IN prep are} talks{NNS:talk pobj on}", "visit", "under_way by are"),
        ("in{IN prep are} talks{NNS:talk pobj in}", "near{IN prep are} talks{NNS:talk pobj near}", "talks", None),
        ("in{IN prep are} talks{NNS:talk pobj in}", "near{IN prep are} hope{NN pobj near} in{IN prep hope} talks{NNS:talk pobj in}", "talks", None),
        ("in{IN prep are} talks{NNS:talk pobj in}", "talks{NNS:talk attr are}", "talks", None),
        ("VBP:be", "VBP:stay", "talks", None),
        ("| present", "| past", "talks", None),
        ("| present", "| future", "talks", None),
        (ARE_IN, "In{IN} talks{NNS:talk pobj in} .", "talks", None),
    ],
)  # fmt: skip
def test_whoever_is_in_it_makes_it_under_way(told: str, by: str, kind: str, expected: str | None) -> None:
    """ "Are in talks", "are on a visit"; each kind has its preposition."""
    assert expected == found("amid_it", ARE_IN.replace(told, by, 1), of="talks", kind=kind)


ENTERED = "Talks{NNS:talk nsubj entered} entered{VBD:enter | past} a{DT det day} day{NN dobj entered} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "under_way by entered"),
        ("VBD:enter", "VBD:end", None),
        ("VBD:enter | past", "VBP:enter | present", None),
        ("NNS:talk nsubj", "NNS:talk dobj", None),
        (ENTERED, "Talks{NNS:talk} .", None),
    ],
)
def test_talks_that_entered_their_second_day_go_on(told: str, by: str, expected: str | None) -> None:
    """In the past, of the event as subject."""
    assert expected == found("entered", ENTERED.replace(told, by, 1), of="talks", kind="talks")


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("continuation:lively", "under_way by lively"),
        ("arrangement:lively", None),
        ("possibility:lively", None),
        ("continuation:they", None),
    ],
)
def test_talks_that_a_word_before_them_calls_lasting_go_on(operator: str, expected: str | None) -> None:
    """That word decides it, not one elsewhere."""
    drawn = f"They{{PRP nsubj praised}} praised{{VBD:praise}} the{{DT det talks}} lively{{JJ amod talks}} talks{{NNS:talk dobj praised | {operator}}} ."

    assert expected == found("described_as_going_on", drawn, of="talks", kind="talks")


UNDER = "Talks{NNS:talk nsubj are} are{VBP:be} under{IN prep are} way{NN pobj under} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "under_way by are"),
        ("under{IN", "well{RB advmod are} under{IN", "under_way by are"),
        ("under{IN prep are} way{NN pobj under}", "ongoing{JJ acomp are}", "under_way by are"),
        ("under{IN prep are} way{NN pobj under}", "hard{JJ acomp are} and{CC cc are} ongoing{RB advmod are}", "under_way by are"),
        ("under{IN prep are} way{NN pobj under}", "hard{JJ acomp are}", None),
        ("way{NN", "doubt{NN", None),
        ("under{IN prep are} way{NN pobj under}", "in{IN prep are} way{NN pobj in}", None),
        ("NNS:talk nsubj", "NNS:talk dobj", None),
        (UNDER, "Talks{NNS:talk} under{IN prep talks} way{NN pobj under} .", None),
    ],
)  # fmt: skip
def test_talks_may_be_told_to_be_under_way(told: str, by: str, expected: str | None) -> None:
    """In words of their verb."""
    assert expected == found("said_to_be_under_way", UNDER.replace(told, by, 1), of="talks", kind="talks")


GOING = "Talks{NNS:talk nsubj going} are{VBP:be aux going} going{VBG:go | present} badly{RB advmod going} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "under_way by going"),
        ("badly{RB", "ahead{RB", None),
        ("VBG:go", "VBD:go", None),
        ("VBG:go", "VBN:go", None),
        ("NNS:talk nsubj", "NNS:talk dobj", None),
        (GOING, "Talks{NNS:talk} .", None),
    ],
)
def test_talks_that_go_badly_go_on(told: str, by: str, expected: str | None) -> None:
    """In the progressive; "going ahead" tells that they will be."""
    assert expected == found("going_well_or_not", GOING.replace(told, by, 1), of="talks", kind="talks")


THERE = (
    "She{PRP nsubj is} is{VBZ:be | present} in{IN prep is} Oslo{NNP pobj in} for{IN prep is} talks{NNS:talk pobj for} ."
)


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "under_way by is"),
        ("in{IN", "[time:today=2024-05-15]{NN npadvmod is} in{IN", "under_way by is"),
        ("VBZ:be | present", "VBD:be | past", None),
        ("VBZ:be | present", "VB:be | future", None),
        ("VBZ:be", "VBZ:live", None),
        ("| present", "| negative present negation:she", None),
        ("in{IN prep is} Oslo{NNP pobj in} ", "", None),
        ("in{IN prep is} Oslo{NNP pobj in}", "with{IN prep is} Soto{NNP pobj with}", None),
        ("for{IN prep is} talks{NNS:talk pobj for}", "after{IN prep is} talks{NNS:talk pobj after}", None),
        (THERE, "For{IN} talks{NNS:talk pobj for} .", None),
    ],
)
def test_who_is_there_for_talks_is_in_them(told: str, by: str, expected: str | None) -> None:
    """At a place, in the present, for them."""
    assert expected == found("there_for_it", THERE.replace(told, by, 1), of="talks", kind="talks")


HAVE_BEEN = "They{PRP nsubj holding} have{VBP:have aux holding} been{VBN:be aux holding} holding{VBG:hold | past} talks{NNS:talk dobj holding} ."
IN_SINCE = "They{PRP nsubj been} have{VBP:have aux been} been{VBN:be | past} in{IN prep been} talks{NNS:talk pobj in} since{IN prep been} [time:April=2024-04]{NNP pobj since} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (HAVE_BEEN, "under_way by holding"),
        (HAVE_BEEN.replace("have{VBP", "had{VBD"), None),
        (HAVE_BEEN.replace("been{VBN:be aux holding} ", ""), None),
        (HAVE_BEEN.replace("VBG:hold", "VBN:hold"), None),
        (HAVE_BEEN.replace("VBG:hold", "VBD:hold"), None),
        (HAVE_BEEN.replace("| past", "| probable past expectation:they"), None),
        (HAVE_BEEN.replace("| past", "| negative past negation:they"), None),
        (IN_SINCE, "under_way by been"),
        (IN_SINCE.replace("have{VBP", "had{VBD"), None),
        (IN_SINCE.replace("have{VBP:have aux been} ", ""), None),
        (IN_SINCE.replace("been", "were"), None),
        (IN_SINCE.replace("been", "being"), None),
        (IN_SINCE.replace("in{IN prep been} talks{NNS:talk pobj in}", "near{IN prep been} talks{NNS:talk pobj near}"), None),
        (IN_SINCE.replace("since", "after"), None),
        (IN_SINCE.replace("since", "until"), None),
        (IN_SINCE.replace("[time:April=2024-04]", "Soto"), None),
        (IN_SINCE.replace("since{IN prep been} [time:April=2024-04]{NNP pobj since}", "[time:April=2024-04]{NNP npadvmod been} since{RB advmod been}"), None),
        (IN_SINCE.replace("| past", "| probable past expectation:they"), None),
        ("In{IN} talks{NNS:talk pobj in} since{IN prep talks} [time:April=2024-04]{NNP pobj since} .", None),
    ],
)  # fmt: skip
def test_what_has_been_going_on_still_is(drawn: str, expected: str | None) -> None:
    """The perfect progressive, or "have been in talks since" a time."""
    assert expected == found("going_on_since", drawn, of="talks", kind="talks")


CONTINUE = "Talks{NNS:talk nsubj continue} continue{VBP | present} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (CONTINUE, "under_way by continue"),
        (CONTINUE.replace("continue{VBP", "do{VBP aux continue} continue{VB"), "under_way by continue"),
        (CONTINUE.replace("VBP |", "VBG |"), None),
        (CONTINUE.replace("| present", "| past"), None),
        (CONTINUE.replace("| present", "| future"), None),
        (CONTINUE.replace("| present", "| probable present expectation:talks"), None),
        (CONTINUE.replace("| present", "| negative present negation:talks"), None),
        (CONTINUE.replace("continue", "matter"), None),
        ("They{PRP nsubj continue} continue{VBP | present} talks{NNS:talk dobj continue} .", "under_way by continue"),
        ("They{PRP nsubj continue} continue{VBP | present} with{IN prep continue} talks{NNS:talk pobj with} .", None),
        ("Hopes{NNS:hope nsubj continue} of{IN prep hopes} talks{NNS:talk pobj of} continue{VBP | present} .", None),
        ("Talks{NNS:talk} .", None),
    ],
)
def test_what_is_told_to_continue_goes_on(drawn: str, expected: str | None) -> None:
    """In the plain present, of the event itself."""
    assert expected == found("goes_on", drawn, of="talks", kind="talks")


LEFT = "She{PRP nsubj left} left{VBD:leave | past} for{IN prep left} Peru{NNP pobj for} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "published", "expected"),
    [
        ("", "", "2024-05-15", TODAY, "under_way by left"),
        ("", "", "2024-05-14/2024-05-15", TODAY, "under_way by left"),
        ("", "", "2024-05-15/2024-05-16", TODAY, "under_way by left"),
        ("", "", "2024-05-15/2024-05-17", TODAY, None),
        ("", "", "2024-05-14", TODAY, None),
        ("", "", "2024-05", TODAY, None),
        ("", "", None, TODAY, None),
        ("", "", "2024-05-15", None, None),
        ("She{PRP", "# She{PRP", "2024-05-15", TODAY, None),
        ("VBD:leave", "VBD:visit", "2024-05-15", TODAY, None),
        ("VBD:leave | past", "VBZ:leave | present", "2024-05-15", TODAY, None),
        ("| past", "| negative past negation:she", "2024-05-15", TODAY, None),
    ],
)
def test_who_left_today_is_on_the_way(
    told: str, by: str, when: str | None, published: str | None, expected: str | None
) -> None:
    """On the day of the news, within a day or two."""
    drawn = LEFT.replace(told, by, 1)

    assert expected == found("set_out_today", drawn, when, published, of="left", kind="visit", form="verb")
    assert found("set_out_today", drawn, when, published, of="left", kind="visit", form="noun") is None
    assert found("set_out_today", drawn, when, published, of="left", kind="meeting", form="verb") is None


UPON = "Upon{IN prep wish} my{PRP$ poss visit} visit{NN pobj upon} I{PRP nsubj wish} wish{VBP | present} well{RB advmod wish} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "kind", "expected"),
    [
        ("", "", None, "visit", "under_way by visit"),
        ("", "", "2024-05-15", "visit", None),
        ("", "", None, "meeting", None),
        ("my{PRP$", "her{PRP$", None, "visit", None),
        ("Upon{IN prep wish} my{PRP$ poss visit} visit{NN pobj upon}", "After{IN prep wish} my{PRP$ poss visit} visit{NN pobj after}", None, "visit", None),
        ("| present", "| past", None, "visit", None),
        ("| present", "| future", None, "visit", None),
        (UPON, "Upon{IN} my{PRP$ poss visit} visit{NN pobj upon} .", None, "visit", None),
    ],
)  # fmt: skip
def test_who_speaks_upon_a_visit_is_on_it(
    told: str, by: str, when: str | None, kind: str, expected: str | None
) -> None:
    """The speaker's own, in the present, without a day."""
    assert expected == found("on_ones_own_visit", UPON.replace(told, by, 1), when, of="visit", kind=kind)


@pytest.mark.parametrize(
    ("rule", "drawn", "when"),
    [
        ("going_on_now", PROGRESSIVE.replace("VBG:hold", "VB:hold"), None),
        ("begun", "Talks{NNS:talk} .", TODAY),
        ("begun", BEGAN.replace("VBD:begin | past", "VBP:begin | present"), TODAY),
        ("begun", BEGAN.replace("NNS:talk dobj", "NNS:talk attr"), TODAY),
        ("begun_doing", "Talks{NNS:talk} .", None),
        ("begun_doing", DOING.replace("| past", "| future"), None),
        ("begun_doing", DOING.replace("talks{NNS:talk dobj holding}", "at{IN prep holding} talks{NNS:talk pobj at}"), None),
        ("begun_doing", DOING.replace("NNS:talk dobj", "NNS:talk nsubj"), None),
    ],
)  # fmt: skip
def test_what_is_not_told_to_have_begun(rule: str, drawn: str, when: str | None) -> None:
    """No verb, another tense, or another part in the clause."""
    assert found(rule, drawn, when, of="talks", kind="talks") is None
