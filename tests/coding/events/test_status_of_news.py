"""The status of acts as news tell of them, each rule asked by itself on drawn sentences."""

from __future__ import annotations

import pytest

from tests.coding.events.scenes import found

PROPOSED = "Norway{NNP nsubj proposed} proposed{VBD:propose | past} a{DT det truce} truce{NN dobj proposed} ."


@pytest.mark.parametrize(
    ("told", "by", "kind", "frame", "expected"),
    [
        ("", "", "agreement", "propose", "proposed by proposed"),
        ("", "", "sanction", "propose", "proposed by proposed"),
        ("", "", "sanction", "threaten", "speculated by proposed"),
        ("", "", "sanction", "prepare", None),
        ("", "", "agreement", "broker", None),
        ("", "", "other", "propose", None),
        ("", "", "agreement", None, None),
        ("VBD:propose", "VBN:propose", "agreement", "propose", "proposed by proposed"),
        ("VBD:propose", "VBZ:propose", "agreement", "propose", "proposed by proposed"),
        ("VBD:propose", "VBP:propose", "agreement", "propose", "proposed by proposed"),
        ("VBD:propose", "VBG:propose", "agreement", "propose", None),
        ("VBD:propose", "VB:propose", "agreement", "propose", None),
        ("| past", "| past expectation:norway", "agreement", "propose", None),
    ],
)
def test_what_is_proposed_is_only_wished(
    told: str, by: str, kind: str, frame: str | None, expected: str | None
) -> None:
    """A paper or a measure, by a verb of wishing or threatening in a tense of its own."""
    drawn = PROPOSED.replace(told, by, 1)

    assert expected == found("only_wished", drawn, of="proposed", kind=kind, form="verb", frame=frame)


REJECTED = "Chad{NNP nsubj rejected} rejected{VBD:reject | past} the{DT det truce} truce{NN dobj rejected} proposed{VBN:propose acl truce} ."
CALLED_OFF = REJECTED.replace("VBD:reject | past}", "VBD:call | past} off{RP prt rejected}")
PUT_OFF = "The{DT det treaty} treaty{NN nsubjpass put} to{TO aux signed} be{VB auxpass signed} signed{VBN:sign relcl treaty | future arrangement:to} was{VBD:be auxpass put} put{VBN | past} off{RP prt put} ."
WHICH_WAS = PUT_OFF.replace("to{TO aux signed}", "was{VBD:be relcl treaty} to{TO aux signed}").replace(
    "VBN:sign relcl treaty", "VBN:sign xcomp was"
)


@pytest.mark.parametrize(
    ("drawn", "kind", "frame", "expected"),
    [
        (REJECTED, "agreement", "propose", "declined by rejected"),
        (REJECTED.replace("acl truce", "relcl truce"), "agreement", "propose", "declined by rejected"),
        (REJECTED.replace("acl truce", "advcl truce"), "agreement", "propose", None),
        (REJECTED.replace("acl truce", "xcomp truce"), "agreement", "propose", None),
        (REJECTED.replace("VBD:reject", "VBD:read"), "agreement", "propose", None),
        (REJECTED.replace("NN dobj", "NN nsubj"), "agreement", "propose", None),
        (REJECTED.replace("NN dobj", "NN nsubjpass"), "agreement", "propose", "declined by rejected"),
        (REJECTED.replace("| past", "| possible past possibility:chad"), "agreement", "propose", None),
        (REJECTED.replace("| past", "| negative past negation:chad"), "agreement", "propose", None),
        (REJECTED, "sanction", "propose", None),
        (REJECTED, "agreement", None, None),
        (REJECTED, "agreement", "reach", None),
        (CALLED_OFF, "agreement", "propose", "cancelled by rejected"),
        # what was to be signed may be put off, but is not turned down
        (PUT_OFF, "signing", "sign", "postponed by put"),
        (WHICH_WAS, "signing", "sign", "postponed by put"),
        (PUT_OFF.replace("arrangement:to", "expectation:to"), "signing", "sign", "postponed by put"),
        (PUT_OFF.replace("arrangement:to", "possibility:to"), "signing", "sign", None),
        (PUT_OFF.replace(" | future arrangement:to", ""), "signing", "sign", None),
        (PUT_OFF.replace("put{VBN", "put{VBN:call"), "signing", "sign", "cancelled by put"),
        (PUT_OFF.replace("put{VBN", "put{VBN:turn").replace("off{RP prt put}", "down{RP prt put}"), "signing", "sign", None),
    ],
)  # fmt: skip
def test_a_paper_that_was_to_be_may_come_to_nothing(
    drawn: str, kind: str, frame: str | None, expected: str | None
) -> None:
    """Put off, called off, or turned down where it was only proposed; for certain."""
    of = "signed" if "signed{" in drawn else "proposed"

    assert expected == found("undone_before_it_was", drawn, of=of, kind=kind, form="verb", frame=frame)


FUMED = (
    "Norway{NNP nsubj fumed} fumed{VBD:fume} after{IN prep fumed} its{PRP$ poss expulsion} expulsion{NN pobj after} ."
)


@pytest.mark.parametrize(
    ("told", "by", "kind", "expected"),
    [
        ("", "", "expulsion", "held by expulsion"),
        ("", "", "agreement", None),
        ("", "", "aid", None),
        ("", "", "meeting", None),
        ("its{PRP$ poss expulsion} ", "", "expulsion", None),
        ("NN pobj after", "NN pobj after | future expectation:fumed", "expulsion", None),
        ("after{IN prep fumed} its{PRP$ poss expulsion} expulsion{NN pobj after}", "before{IN prep fumed} its{PRP$ poss expulsion} expulsion{NN pobj before}", "expulsion", None),
        ("after{IN prep fumed} its{PRP$ poss expulsion} expulsion{NN pobj after}", "its{PRP$ poss expulsion} expulsion{NN dobj fumed}", "expulsion", None),
    ],
)  # fmt: skip
def test_what_follows_an_act_tells_that_it_was_done(told: str, by: str, kind: str, expected: str | None) -> None:
    """Somebody's own act, with nothing over it; not a gift, nor a paper."""
    drawn = FUMED.replace(told, by, 1)

    assert expected == found("after_an_act", drawn, of="expulsion", kind=kind)
    assert found("after_an_act", drawn, of="expulsion", kind=kind, form="verb") is None


WITHDREW = "Norway{NNP nsubj withdrew} withdrew{VBD:withdraw | past} its{PRP$ poss nominee} nominee{NN dobj withdrew} ."


@pytest.mark.parametrize(
    ("told", "by", "kind", "frame", "expected"),
    [
        ("", "", "appointment", "withdraw", "cancelled by withdrew"),
        ("", "", "appointment", "name", None),
        ("", "", "appointment", None, None),
        ("", "", "expulsion", "withdraw", None),
        ("", "", "recognition", "withdraw", None),
        ("nominee{NN dobj", "nominee{NN:envoy dobj", "appointment", "withdraw", None),
        ("| past", "| past possibility:norway", "appointment", "withdraw", None),
    ],
)
def test_a_name_that_is_taken_back_is_no_longer_put_forward(
    told: str, by: str, kind: str, frame: str | None, expected: str | None
) -> None:
    """For an office, by a verb of taking back whose object is the nominee."""
    drawn = WITHDREW.replace(told, by, 1)

    assert expected == found("name_taken_back", drawn, of="withdrew", kind=kind, form="verb", frame=frame)
