"""Who is told to take part beside those whom the verb names, each construction asked of a drawn sentence."""

from __future__ import annotations

import pytest

from memcon.coding.events.parties_beside import brought_along, drawn_there
from tests.coding.events.test_parties_of_acts import scene, told

JOINED = "[person:Soto]{NNP nsubj met} joined{VBN:join acl soto} by{IN agent joined} [person:Lind]{NNP pobj by} met{VBD:meet} [person:Holm]{NNP dobj met} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ("", "", {"Lind": "participant"}),
        ("acl soto", "advcl met", {"Lind": "participant"}),
        ("VBN:join", "VBG:join", {}),
        ("VBN:join", "VBD:join", {}),
        ("VBN:join", "VBN:praise", {}),
        ("by{IN agent joined} [person:Lind]{NNP pobj by}", "at{IN agent joined} [person:Lind]{NNP pobj at}", {}),
        ("by{IN agent joined} [person:Lind]{NNP pobj by}", "via{IN agent joined} [person:Lind]{NNP pobj via}", {}),
        ("[person:Lind]", "[state:Chad|TCD]", {}),
    ],
)
def test_by_whom_the_subject_is_joined(by: str, to: str, expected: dict[str, str]) -> None:
    """A person, told by a participle before the verb."""
    assert expected == told(brought_along, scene(JOINED.replace(by, to, 1), "met", "meeting", "meet"))


DREW = "Talks{NNS:talk nsubj drew} drew{VBD:draw} leaders{NNS:leader dobj drew} including{VBG:include prep leaders} [person:Lind]{NNP pobj including} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ("", "", {"Lind": "participant"}),
        ("NNS:leader", "NNS:crowd", {}),
        ("including{VBG:include prep leaders} [person:Lind]{NNP pobj including}", "against{IN prep leaders} [person:Lind]{NNP pobj against}", {}),
        ("NNS:talk nsubj", "NNS:talk dobj", {}),
        ("NNS:talk nsubj", "NNS:talk attr", {}),
        ("Talks{NNS:talk nsubj drew}", "On{IN prep drew} talks{NNS:talk pobj on}", {}),
        ("NNS:talk nsubj drew", "NNS:talk", {}),
    ],
)  # fmt: skip
def test_whom_an_event_draws(by: str, to: str, expected: dict[str, str]) -> None:
    """Those who are named of its guests, where the event is the subject."""
    assert expected == told(drawn_there, scene(DREW.replace(by, to, 1), "talks", "talks"))
