"""Who takes part by the verb that carries an event, each construction asked of a drawn sentence."""

from __future__ import annotations

import pytest

from memcon.coding.events.parties_in_clause import agent, brought_together, deciding, ending, heading
from tests.coding.events.test_parties_in_phrase import BOTH, CHAD, HOLM, PERU, SOTO, told

WITHDRAWAL = f"{SOTO}{{NNP nsubj announced}} announced{{VBD:announce}} a{{DT det withdrawal}} withdrawal{{NN dobj announced}} of{{IN prep withdrawal}} troops{{NNS:troop pobj of}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "subject"}),
        ("VBD:announce", "VBD:praise", {}),
        ("withdrawal{NN dobj announced}", "plan{NN dobj announced} for{IN prep plan} withdrawal{NN pobj for}", {}),
        ("troops{NNS:troop pobj of}", f"troops{{NNS:troop pobj of}} by{{IN prep withdrawal}} {PERU}{{NNP pobj by}}", {}),
        ("a{DT det withdrawal}", "its{PRP$ poss withdrawal}", {}),
        ("withdrawal{NN dobj announced} of{IN prep withdrawal} troops{NNS:troop pobj of}", "talks{NNS:talk dobj announced}", {}),
    ],
)  # fmt: skip
def test_who_announces_an_act_does_it(words: str, by: str, expected: dict[str, str]) -> None:
    """Where no one else is told to, and the act is what is announced."""
    drawn = WITHDRAWAL.replace(words, by, 1)
    drawn = drawn.replace("det withdrawal", "det talks") if "talks" in by else drawn

    assert expected == told(deciding, drawn)


LED = f"The{{DT det summit}} summit{{NN nsubjpass led}} was{{VBD:be auxpass led}} led{{VBN:lead}} by{{IN agent led}} {SOTO}{{NNP pobj by}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "lead"}),
        ("VBN:lead", "VBN:praise", {}),
        ("nsubjpass led} was{VBD:be auxpass led} led{VBN:lead}", "nsubj led} led{VBD:lead}", {}),
    ],
)
def test_by_whom_it_is_led(words: str, by: str, expected: dict[str, str]) -> None:
    """The agent of the passive over the event."""
    assert expected == told(agent, LED.replace(words, by, 1))


GATHERED = f"The{{DT det summit}} summit{{NN nsubj gathered}} gathered{{VBD:gather}} {SOTO}{{NNP dobj gathered}} and{{CC cc soto}} {HOLM}{{NNP conj soto}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", BOTH),
        ("VBD:gather", "VBD:anger", {}),
        ("nsubj gathered", "npadvmod gathered", {}),
    ],
)
def test_whom_it_gathers(words: str, by: str, expected: dict[str, str]) -> None:
    """The objects of a verb of gathering whose subject is the event."""
    assert expected == told(brought_together, GATHERED.replace(words, by, 1))


LEADING = f"{SOTO}{{NNP nsubj led}} led{{VBD:lead}} the{{DT det part}} part{{NN:participation dobj led}} in{{IN prep part}} a{{DT det meeting}} meeting{{NN pobj in}} ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "lead"}),
        ("VBD:lead", "VBD:praise", {}),
        (":participation", ":interest", {}),
        ("dobj led", "npadvmod led", {}),
        ("nsubj led} led{VBD:lead}", "nsubjpass led} was{VBD:be auxpass led} led{VBN:lead}", {}),
    ],
)
def test_who_leads_a_side_s_part_in_it(words: str, by: str, expected: dict[str, str]) -> None:
    """ "led the delegation's participation in a meeting"; not whoever praised it."""
    assert expected == told(heading, LEADING.replace(words, by, 1))


ENDING = f"{SOTO}{{NNP nsubj said}} , ending{{VBG:end acl soto}} a{{DT det visit}} visit{{NN dobj ending}} to{{IN prep visit}} {CHAD}{{NNP pobj to}} , said{{VBD:say}} so ."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("", "", {"Soto": "visitor"}),
        ("acl soto", "advcl said", {"Soto": "visitor"}),
        ("VBG:end acl soto", "VBD:end acl soto", {}),
        ("VBG:end", "VBG:plan", {}),
        ("acl soto", "xcomp said", {}),
        ("a{DT det visit}", "his{PRP$ poss visit}", {}),
        ("to{IN prep visit}", f"by{{IN prep visit}} {HOLM}{{NNP pobj by}} to{{IN prep visit}}", {}),
    ],
)
def test_who_ends_it_was_there(words: str, by: str, expected: dict[str, str]) -> None:
    """A participle beside what is said, of an event that is nobody else's."""
    assert expected == told(ending, ENDING.replace(words, by, 1))
