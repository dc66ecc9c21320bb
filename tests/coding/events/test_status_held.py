"""What was, each rule asked by itself on drawn sentences."""

from __future__ import annotations

from typing import Any

import pytest

from tests.coding.events.scenes import found

TALKS: dict[str, Any] = {"of": "talks", "kind": "talks"}
PRAISED = "They{{PRP nsubj praised}} praised{{VBD:praise}} talks{{NNS:talk dobj praised}} {own}{{{told}}} ."


@pytest.mark.parametrize(
    ("own", "told", "expected"),
    [
        ("held", "VBN:hold acl talks", "held by held"),
        ("held", "VBD:hold acl talks", "held by held"),
        ("held", "VBG:hold acl talks", None),
        ("led", "VBN:lead acl talks", None),
        ("helped", "VBD:help relcl talks", "held by helped"),
        ("helped", "VBD:help acl talks", None),
        ("help", "VBP:help relcl talks", None),
        ("helps", "VBZ:help relcl talks", None),
    ],
)
def test_talks_that_were_held_or_helped_were(own: str, told: str, expected: str | None) -> None:
    """A participle of holding, or a clause in the past."""
    assert expected == found("described_as_done", PRAISED.format(own=own, told=told), **TALKS)


SPOKE = "She{PRP nsubj spoke} spoke{VBD:speak | past} at{IN prep spoke} talks{NNS:talk pobj at} ."


def behind(word: str, verb: str, more: str = "") -> str:
    """A verb with talks behind a preposition."""
    return f"She{{PRP nsubj did}} did{{VBD:{verb} | past}} {more}{word}{{IN prep did}} talks{{NNS:talk pobj {word}}} ."


@pytest.mark.parametrize(
    ("drawn", "kind", "expected"),
    [
        (SPOKE, "talks", "held by spoke"),
        (f"# {SPOKE}", "talks", None),
        (SPOKE.replace("VBD:speak | past", "VBZ:speak | present"), "talks", None),
        (SPOKE.replace("| past", "| negative past negation:she"), "talks", None),
        (SPOKE.replace("at{IN prep spoke} talks{NNS:talk pobj at}", "talks{NNS:talk dobj spoke}"), "talks", None),
        (SPOKE.replace("at{IN prep spoke}", "hope{NN dobj spoke} at{IN prep hope}"), "talks", None),
        ("At{IN} talks{NNS:talk pobj at} .", "talks", None),
        (behind("about", "speak"), "talks", None),
        (behind("from", "return"), "talks", "held by did"),
        (behind("from", "speak"), "talks", None),
        (behind("for", "meet"), "talks", "held by did"),
        (behind("for", "ask"), "talks", None),
        (behind("for", "be", "in{IN prep did} Oslo{NNP pobj in} "), "talks", "held by did"),
        (behind("for", "be", "in{IN prep did} [time:May=2024-05]{NNP pobj in} "), "talks", None),
        (behind("for", "live", "in{IN prep did} Oslo{NNP pobj in} "), "talks", None),
        (behind("for", "be", "of{IN prep did} Oslo{NNP pobj of} "), "talks", None),
        (behind("on", "be"), "visit", "held by did"),
        (behind("on", "be"), "talks", None),
        (behind("on", "speak"), "visit", None),
        (behind("with", "go", "ahead{RB advmod did} "), "talks", "held by did"),
        (behind("with", "proceed"), "talks", "held by did"),
        (behind("with", "speak"), "talks", None),
        (behind("with", "walk"), "talks", None),
        (behind("to", "lead"), "talks", None),
    ],
)  # fmt: skip
def test_what_is_done_in_its_course_tells_that_it_was(drawn: str, kind: str, expected: str | None) -> None:
    """At it, after it, on it; "led to talks" tells only of what came."""
    assert expected == found("in_its_course", drawn, of="talks", kind=kind)


PART = "She{PRP nsubj led} led{VBD:lead | past} their{PRP$ poss part} part{NN:participation dobj led} in{IN prep part} talks{NNS:talk pobj in} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "expected"),
    [
        ("", "", None, "held by led"),
        ("", "", "2024-05-14", "held by led"),
        ("", "", "2024-05-17", None),
        ("She{PRP", "# She{PRP", None, None),
        ("VBD:lead | past", "VBZ:lead | present", None, None),
        ("part{NN:participation", "part{NN:interest", None, None),
        ("in{IN prep part} talks{NNS:talk pobj in}", "of{IN prep part} talks{NNS:talk pobj of}", None, None),
        ("NNS:talk pobj in", "NNS:talk pobj in | future expectation:led", None, None),
        ("part{NN:participation dobj led} in{IN prep part}", "part{NN:participation dobj led} in{IN prep led}", None, None),
        (PART, "Part{NN:participation} in{IN prep part} talks{NNS:talk pobj in} .", None, None),
    ],
)  # fmt: skip
def test_a_part_that_was_taken_in_it_tells_that_it_was(
    told: str, by: str, when: str | None, expected: str | None
) -> None:
    """As a fact of the past."""
    assert expected == found("part_taken", PART.replace(told, by, 1), when, **TALKS)


CONCLUSION = "The{DT det conclusion} conclusion{NN nsubj opens} of{IN prep conclusion} a{DT det deal} deal{NN pobj of} opens{VBZ:open | present} doors{NNS:door dobj opens} ."


@pytest.mark.parametrize(
    ("told", "by", "when", "kind", "expected"),
    [
        ("", "", None, "agreement", None),
        ("", "", "2024-05-15", "agreement", "held by conclusion"),
        ("", "", "2024-05-16", "agreement", None),
        ("", "", "2024-05-15", "meeting", None),
        ("VBZ:open | present", "VBD:open | past", None, "agreement", "held by conclusion"),
        ("VBZ:open | present", "VBD:open | past", None, "aid", "held by conclusion"),
        ("VBZ:open | present", "VBD:be | past", None, "agreement", None),
        ("VBZ:open | present", "VBD:aid | past", None, "agreement", "held by conclusion"),
        ("conclusion{NN", "conclusion{NN:hope", "2024-05-15", "agreement", None),
        ("NN pobj of", "NN pobj of | future expectation:conclusion", "2024-05-15", "agreement", None),
        ("conclusion{NN nsubj opens} of{IN prep conclusion}", "conclusion{NN nsubj opens} of{IN prep opens}", "2024-05-15", "agreement", None),
        (" opens{VBZ:open | present} doors{NNS:door dobj opens}", " opens{NN}", "2024-05-15", "agreement", "held by conclusion"),
        (" opens{VBZ:open | present} doors{NNS:door dobj opens}", " opens{NN}", None, "agreement", None),
    ],
)  # fmt: skip
def test_a_paper_whose_conclusion_is_told_is_there(
    told: str, by: str, when: str | None, kind: str, expected: str | None
) -> None:
    """With a day that is not ahead, or with what it did."""
    assert expected == found("came_into_being", CONCLUSION.replace(told, by, 1), when, of="deal", kind=kind)


WAS = "It{PRP nsubj was} was{VBD:be | past} talks{NNS:talk attr was} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "held by was"),
        ("It{PRP", "# It{PRP", None),
        ("VBD:be | past", "VBZ:be | present", None),
        ("NNS:talk attr", "NNS:talk dobj", None),
        ("NNS:talk attr", "NNS:talk nsubj", None),
        (WAS, "Talks{NNS:talk} .", None),
    ],
)
def test_what_something_was_was(told: str, by: str, expected: str | None) -> None:
    """Its attribute, in the past."""
    assert expected == found("something_was_it", WAS.replace(told, by, 1), **TALKS)


FAILED = "Talks{NNS:talk nsubj failed} failed{VBD:fail | past} to{TO aux yield} yield{VB xcomp failed} peace{NN dobj yield} ."


@pytest.mark.parametrize(
    ("told", "by", "expected"),
    [
        ("", "", "held by failed"),
        ("Talks{NNS", "# Talks{NNS", None),
        ("yield{VB xcomp", "yield{VB:begin xcomp", None),
        ("VBD:fail", "VBD:cease", None),
        ("VBD:fail", "VBD:mean", None),
        ("VBD:fail | past", "VBZ:fail | present", None),
        ("VB xcomp", "VB advcl", None),
        ("NNS:talk nsubj", "NNS:talk dobj", None),
        (FAILED, "Talks{NNS:talk} .", None),
    ],
)
def test_talks_without_a_yield_were_held(told: str, by: str, expected: str | None) -> None:
    """Unlike those that failed to begin."""
    assert expected == found("without_yield", FAILED.replace(told, by, 1), **TALKS)


MANAGED = "They{PRP nsubj managed} managed{VBD:manage | past} to{TO aux hold} hold{VB xcomp managed} talks{NNS:talk dobj hold} ."
HELD = "They{PRP nsubj held} held{VBD:hold | past} talks{NNS:talk dobj held} ."
MADE = "They{PRP nsubj made} made{VBD:make | past} talks{NNS:talk dobj made} secret{JJ oprd made} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (HELD, "held by held"),
        (f"# {HELD}", None),
        (HELD.replace("VBD:hold | past", "VBP:hold | present"), None),
        (HELD.replace("VBD:hold", "VBD:praise"), None),
        (HELD.replace("VBD:hold", "VBD:boycott"), None),
        (HELD.replace("NNS:talk dobj", "NNS:talk nsubj"), None),
        ("Talks{NNS:talk} .", None),
        (MANAGED, "held by managed"),
        (MANAGED.replace("VBD:manage | past", "VBP:manage | present"), None),
        (MANAGED.replace("VBD:manage", "VBD:want"), None),
        (MADE, None),
        (MADE.replace("VBD:make", "VBD:hold"), "held by made"),
        (MADE.replace("VBD:make", "VBD:open"), "held by made"),
        (MADE.replace("JJ oprd", "NN oprd"), "held by made"),
        (MADE.replace("JJ oprd", "IN oprd"), "held by made"),
        (MADE.replace("talks{NNS:talk dobj made} secret{JJ oprd made}", "secret{JJ oprd made} talks{NNS:talk dobj made}"), "held by made"),
    ],
)  # fmt: skip
def test_what_a_verb_makes_was(drawn: str, expected: str | None) -> None:
    """By the verb or by the one that has it done; "made secret" makes none, and who boycotted them did not hold them."""
    assert expected == found("made_to_be", drawn, **TALKS)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("They{PRP nsubj met} met{VBD:meet | past} .", "held by met"),
        ("# They{PRP nsubj met} met{VBD:meet | past} .", None),
        ("They{PRP nsubj met} met{VBP:meet | present} .", None),
        ("They{PRP nsubj met} met{VBD:meet | negative past negation:they} .", None),
    ],
)
def test_who_met_met(drawn: str, expected: str | None) -> None:
    """In the past, outside of headlines."""
    assert expected == found("done", drawn, of="met", kind="meeting", form="verb")
    assert found("done", drawn, of="met", kind="meeting") is None


TOOK = "Talks{NNS:talk nsubj took} took{VBD:take | past} place{NN dobj took} ."
WERE = "Talks{NNS:talk nsubj were} were{VBD:be | past} useful{JJ acomp were} ."


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (TOOK, "held by took"),
        (f"# {TOOK}", None),
        (TOOK.replace("VBD:take | past", "VBP:take | present"), None),
        (TOOK.replace("VBD:take", "VBD:matter"), None),
        (TOOK.replace("NNS:talk nsubj", "NNS:talk dobj"), None),
        (WERE, None),
        (WERE.replace("useful{JJ acomp were}", "in{IN prep were} Oslo{NNP pobj in}"), "held by were"),
        (WERE.replace("useful{JJ acomp were}", "the{DT det first} first{JJ attr were}"), "held by were"),
        (WERE.replace("useful{JJ acomp were}", "first{JJ acomp were}"), "held by were"),
        (WERE.replace("useful{JJ acomp were}", "their{PRP$ poss ones} third{JJ amod ones} ones{NNS attr were}"), "held by were"),
        (WERE.replace("useful{JJ acomp were}", "their{PRP$ poss ones} long{JJ amod ones} ones{NNS attr were}"), None),
        ("Talks{NNS:talk nsubjpass held} were{VBD:be auxpass held} held{VBN:conduct | past} .", "held by held"),
        ("Talks{NNS:talk nsubj held} held{VBD:conduct | past} .", None),
    ],
)  # fmt: skip
def test_what_came_about_was(drawn: str, expected: str | None) -> None:
    """Took place, were held, were in Oslo or the first; not what was useful."""
    assert expected == found("came_about", drawn, **TALKS)


WELCOMES = "Chad{NNP nsubj welcomes} welcomes{VBZ:welcome} the{DT det deal} deal{NN dobj welcomes} ."


@pytest.mark.parametrize(
    ("told", "by", "kind", "expected"),
    [
        ("", "", "agreement", "held by deal"),
        ("", "", "meeting", None),
        ("VBZ:welcome", "VBZ:want", "agreement", None),
        ("NN dobj welcomes", "NN dobj welcomes | future expectation:welcomes", "agreement", None),
        ("the{DT det deal} deal{NN dobj welcomes}", "news{NN:announcement dobj welcomes} of{IN prep news} a{DT det deal} deal{NN pobj of}", "agreement", "held by deal"),
        ("the{DT det deal} deal{NN dobj welcomes}", "news{NN:hope dobj welcomes} of{IN prep news} a{DT det deal} deal{NN pobj of}", "agreement", None),
        ("the{DT det deal} deal{NN dobj welcomes}", "news{NN:aim dobj welcomes} of{IN prep news} a{DT det deal} deal{NN pobj of}", "agreement", None),
        (WELCOMES, "The{DT det deal} deal{NN} .", "agreement", None),
    ],
)  # fmt: skip
def test_a_paper_that_is_judged_or_announced_is_there(told: str, by: str, kind: str, expected: str | None) -> None:
    """The paper itself, or the announcement of it."""
    assert expected == found("judged", WELCOMES.replace(told, by, 1), of="deal", kind=kind)


HURT = "The{DT det dismissal} dismissal{NN nsubj hurt} hurt{VBD | past} them{PRP dobj hurt} ."


@pytest.mark.parametrize(
    ("told", "by", "kind", "expected"),
    [
        ("", "", "appointment", "held by dismissal"),
        ("", "", "expulsion", None),
        ("dismissal{NN", "dismissal{NN:candidate", "appointment", None),
        ("NN nsubj hurt", "NN nsubj hurt | future expectation:hurt", "appointment", None),
    ],
)
def test_an_act_that_is_told_as_somebodys_was_done(told: str, by: str, kind: str, expected: str | None) -> None:
    """Of an office, by its own noun."""
    drawn = HURT.replace(told, by, 1)

    assert expected == found("somebodys_act", drawn, of="dismissal", kind=kind)
    assert found("somebodys_act", drawn, of="dismissal", kind=kind, form="verb") is None
    assert found("somebodys_act", drawn, of="dismissal", kind=kind, form="channel") is None
