"""Who takes part in a paper, a vote or a measure by the clause around it, each construction asked of a drawn sentence."""

from __future__ import annotations

import pytest

from memcon.coding.events.parties_of_papers import (
    bound_by_it,
    holding_it_up,
    mediating,
    speaking_in_it,
    turning_it_down,
)
from tests.coding.events.test_parties_of_acts import scene, told

UNDER = "Under{IN prep free} deals{NNS:deal pobj under} reached{VBN:reach acl deals} [state:Chad|TCD]{NNP nsubj free} will{MD aux free} free{VB} them{PRP dobj free} ."


@pytest.mark.parametrize(
    ("by", "to", "kind", "expected"),
    [
        ("", "", "agreement", {"Chad": "participant"}),
        ("Under{IN prep free} deals{NNS:deal pobj under}", "After{IN prep free} deals{NNS:deal pobj after}", "agreement", {}),
        ("NNS:deal pobj under", "NNS:deal dep under", "agreement", {}),
        ("acl deals} [", "acl deals} by{IN agent reached} [state:Togo|TGO]{NNP pobj by} [", "agreement", {}),
        ("acl deals} [", "acl deals} they{PRP nsubj reached} [", "agreement", {}),
        ("[state:Chad|TCD]", "[person:Chad|TCD]", "agreement", {}),
        ("[state:Chad|TCD]", "[organization:Chad|TCD]", "agreement", {"Chad": "participant"}),
        ("free{VB}", "free{JJ}", "agreement", {}),
        ("", "", "statement", {}),
    ],
)  # fmt: skip
def test_who_is_bound_by_a_paper(by: str, to: str, kind: str, expected: dict[str, str]) -> None:
    """A state or body that does something under it, where nobody is told to have made it."""
    verb = {"agreement": "reach", "statement": "issue"}[kind]

    assert expected == told(bound_by_it, scene(UNDER.replace(by, to, 1), "reached", kind, verb))
    assert {} == told(bound_by_it, scene(UNDER.replace(by, to, 1), "deals", kind))


IN_IT = "In{IN prep urged} notes{NNS:note pobj in} issued{VBN:issue acl notes} [state:Chad|TCD]{NNP nsubj urged} urged{VBD:urge} calm{NN dobj urged} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ("", "", {"Chad": "participant"}),
        ("In{IN prep urged} notes{NNS:note pobj in}", "On{IN prep urged} notes{NNS:note pobj on}", {}),
        ("NNP nsubj urged} urged{VBD:urge}", "NNP nsubjpass urged} was{VBD:be auxpass urged} urged{VBN:urge}", {}),
        ("acl notes} [", "acl notes} by{IN agent issued} [state:Togo|TGO]{NNP pobj by} [", {}),
    ],
)
def test_who_speaks_in_a_text(by: str, to: str, expected: dict[str, str]) -> None:
    """Whoever does something in it, where nobody else is told to have issued it."""
    drawn = IN_IT.replace(by, to, 1)

    assert expected == told(speaking_in_it, scene(drawn, "issued", "statement", "issue"))
    assert {} == told(speaking_in_it, scene(drawn, "notes", "statement"))
    assert {} == told(speaking_in_it, scene(drawn, "issued", "agreement", "reach"))


MEDIATED = "They{PRP nsubj swapped} swapped{VBD:swap} spies{NNS:spy dobj swapped} in{IN prep swapped} deals{NNS:deal pobj in} mediated{VBN:mediate acl deals} by{IN agent mediated} [state:Chad|TCD]{NNP pobj by} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ("", "", {"Chad": "mediator"}),
        ("VBN:mediate acl", "VBN:praise acl", {}),
        ("VBN:mediate acl deals", "VBN:mediate advcl swapped", {}),
    ],
)
def test_who_mediated_it(by: str, to: str, expected: dict[str, str]) -> None:
    """Told by a participle on the noun, or on what it was done in."""
    drawn = MEDIATED.replace(by, to, 1)

    assert expected == told(mediating, scene(drawn, "deals", "agreement"))
    assert expected == told(mediating, scene(drawn, "swapped", "agreement", "reach"))


BLOCKED = "[state:Chad|TCD]{NNP nsubj blocks} blocks{VBZ:block} ratification{NN dobj blocks} ."
IS_BLOCKED = "Ratification{NN nsubjpass blocked} was{VBD:be auxpass blocked} blocked{VBN:block} by{IN agent blocked} [state:Chad|TCD]{NNP pobj by} ."


@pytest.mark.parametrize(
    ("drawn", "kind", "expected"),
    [
        (BLOCKED, "signing", {"Chad": "participant"}),
        (IS_BLOCKED, "signing", {"Chad": "participant"}),
        (BLOCKED.replace("VBZ:block", "VBZ:praise"), "signing", {}),
        (BLOCKED, "talks", {}),
        (BLOCKED, "sanction", {}),
        (BLOCKED.replace("NN dobj", "NN nsubj"), "signing", {}),
        (IS_BLOCKED.replace("NN nsubjpass", "NN dobj"), "signing", {}),
        ("Ratification{NN} .", "signing", {}),
        (BLOCKED.replace("ratification{NN dobj blocks}", "it{PRP dobj blocks} at{IN prep blocks} ratification{NN pobj at}"), "signing", {}),
    ],
)  # fmt: skip
def test_who_keeps_an_act_from_being_done(drawn: str, kind: str, expected: dict[str, str]) -> None:
    """A party of it, unless it would hit somebody."""
    assert expected == told(holding_it_up, scene(drawn, "ratification", kind))


REJECTED = "[state:Chad|TCD]{NNP nsubj rejected} rejected{VBD:reject} truces{NNS:truce dobj rejected} proposed{VBN:propose acl truces} by{IN agent proposed} Togo{NNP pobj by} ."
IS_REJECTED = "Truces{NNS:truce nsubjpass rejected} proposed{VBN:propose acl truces} were{VBD:be auxpass rejected} rejected{VBN:reject} by{IN agent rejected} [state:Chad|TCD]{NNP pobj by} ."


@pytest.mark.parametrize(
    ("drawn", "verb", "expected"),
    [
        (REJECTED, "propose", {"Chad": "declined"}),
        (IS_REJECTED, "propose", {"Chad": "declined"}),
        (IS_REJECTED.replace("by{IN agent rejected} [state:Chad|TCD]{NNP pobj by}", "after{IN agent rejected} [state:Chad|TCD]{NNP pobj after}"), "propose", {}),
        (REJECTED.replace("NNS:truce dobj", "NNS:truce npadvmod"), "propose", {}),
        (REJECTED.replace("VBD:reject", "VBD:praise"), "propose", {}),
        (REJECTED, "reach", {}),
        (REJECTED.replace("VBN:propose acl truces", "VBN:propose advcl rejected"), "propose", {}),
    ],
)  # fmt: skip
def test_who_turns_a_paper_down(drawn: str, verb: str, expected: dict[str, str]) -> None:
    """That another proposed; not one that was made."""
    assert expected == told(turning_it_down, scene(drawn, "proposed", "agreement", verb))
