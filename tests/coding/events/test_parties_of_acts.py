"""Who takes part in an act beside its phrase and its verb's arguments, each construction asked of a drawn sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.describing import scene_of
from memcon.coding.events.parties_of_acts import (
    between_inside,
    held_to_account,
    helped,
    moved_by,
    named_before_its_object,
    of_its_paper,
    taken_along,
    targeted,
)
from memcon.coding.events.roles import Found
from memcon.coding.events.scene import Scene, Trigger
from memcon.coding.text_index import TextIndex
from tests.notation import read


def scene(drawn: str, of: str, kind: str, frame: str | None = None, slot: str = "subject") -> Scene:
    """The scene of the word `of`, taken for an event of the kind: told by the verb `frame` that has the slot, or by a noun."""
    index = TextIndex(read(drawn, "2024-05-15").annotation)
    i = next(t.i for t in index.tokens if t.text.lower() == of)
    frames = (f for f in load_codebook().kind(kind).verbs if f.lemma == frame)
    known = next(f for f in frames if slot in {*f.roles, *f.asks, *f.object_behind, *f.object_nouns}) if frame else None
    return scene_of(
        index,
        Trigger(anchor=i, first=i, last=i, kind=kind, form="verb" if frame else "noun", frame=known),
    )


def told(rule: Callable[[Scene], Iterator[Found]], asked: Scene) -> dict[str, str]:
    """The names that a construction finds, with their roles."""
    names = {a.id: a.name for a in asked.index.annotation.actors}
    return {names[actor]: role for role, mention in rule(asked) for actor in mention.actors}


CHAD_PARTY = {"Chad": "participant"}
HELPED = "They{PRP nsubj announced} announced{VBD:announce} aid{NN dobj announced} to{TO aux help} help{VB acl aid} [state:Chad|TCD]{NNP dobj help} ."


@pytest.mark.parametrize(
    ("by", "to", "kind", "expected"),
    [
        ("", "", "aid", CHAD_PARTY),
        ("acl aid", "advcl announced", "aid", CHAD_PARTY),
        ("VB acl", "VB:hurt acl", "aid", {}),
        ("to{TO aux help} help{VB acl", "help{VBP acl", "aid", {}),
        ("", "", "talks", {}),
        ("NNP dobj help", "NNP nsubj help", "aid", {}),
        ("aid{NN dobj announced} to{TO aux help} help{VB acl aid} [state:Chad|TCD]{NNP dobj help}", "to{TO aux help} help{VB acl aid} [state:Chad|TCD]{NNP dobj help} aid{NN dobj announced}", "aid", {}),
    ],
)  # fmt: skip
def test_whom_an_infinitive_tells_to_be_helped(by: str, to: str, kind: str, expected: dict[str, str]) -> None:
    """By what is given, behind it."""
    assert expected == told(helped, scene(HELPED.replace(by, to, 1), "aid", kind))


LIFTING = "They{PRP nsubj welcomed} welcomed{VBD:welcome} lifting{NN dobj welcomed} of{IN prep lifting} sanctions{NNS:sanction pobj of} on{IN prep sanctions} [state:Chad|TCD]{NNP pobj on} ."


@pytest.mark.parametrize(
    ("by", "to", "kind", "expected"),
    [
        ("", "", "sanction", CHAD_PARTY),
        ("of{IN prep lifting} sanctions{NNS:sanction pobj of}", "in{IN prep lifting} sanctions{NNS:sanction pobj in}", "sanction", {}),
        ("NNS:sanction", "NNS:song", "sanction", {}),
        ("on{IN prep sanctions} [state:Chad|TCD]{NNP pobj on}", "near{IN prep sanctions} [state:Chad|TCD]{NNP pobj near}", "sanction", {}),
        ("", "", "talks", {}),
    ],
)  # fmt: skip
def test_whom_the_measure_hits_that_an_act_is_done_to(by: str, to: str, kind: str, expected: dict[str, str]) -> None:
    """ "the lifting of sanctions on Chad"."""
    assert expected == told(of_its_paper, scene(LIFTING.replace(by, to, 1), "lifting", kind))


TARGETED = "They{PRP nsubj imposed} imposed{VBD:impose} sanctions{NNS:sanction dobj imposed} targeting{VBG:target acl sanctions} [state:Chad|TCD]{NNP dobj targeting} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [("", "", CHAD_PARTY), ("targeting{VBG:target", "angering{VBG:anger", {}), ("VBG:target acl sanctions", "VBG:target advcl imposed", {})],
)  # fmt: skip
def test_whom_a_participle_tells_to_be_hit(by: str, to: str, expected: dict[str, str]) -> None:
    """On the measure."""
    drawn = TARGETED.replace(by, to, 1)
    drawn = drawn.replace("dobj targeting", "dobj angering") if "angering{" in drawn else drawn

    assert expected == told(targeted, scene(drawn, "imposed", "sanction", "impose"))
    assert {} == told(targeted, scene(drawn, "sanctions", "sanction"))


HELD = "They{PRP nsubj hold} hold{VBP} [state:Chad|TCD]{NNP dobj hold} accountable{JJ oprd hold} by{IN prep hold} imposing{VBG:impose pcomp by} sanctions{NNS:sanction dobj imposing} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ("", "", CHAD_PARTY),
        ("hold{VBP} [", "hold{VBP} so so so so [", {}),
        ("hold{VBP} [", "hold{VBP} so so so [", CHAD_PARTY),
        ("hold{VBP} [", "hold{VBP} so so so so so [", {}),
        ("accountable{JJ oprd hold}", "close{JJ oprd hold}", {}),
        ("hold{VBP} [state:Chad|TCD]{NNP dobj hold} accountable", "hold{VBP} responsible{JJ oprd hold} [state:Chad|TCD]{NNP dobj hold} accountable", CHAD_PARTY),
        ("[state:Chad|TCD]", "[person:Chad|TCD]", {}),
        ("[state:Chad|TCD]{NNP dobj hold}", "him{PRP dobj hold}", {}),
        ("hold{VBP}", "hold{VBP:punish}", CHAD_PARTY),
        ("hold{VBP}", "hold{VBP:praise}", {}),
        ("by{IN prep hold} imposing{VBG:impose pcomp by}", "before{IN prep hold} imposing{VBG:impose pcomp before}", {}),
        ("[state:Chad|TCD]{NNP dobj hold} acc", "[state:Chad|TCD]{NNP nsubjpass hold} is{VBZ:be auxpass hold} acc", {}),
        (" .", " on{IN prep imposing} Togo{NNP pobj on} .", {}),
        ("They{PRP nsubj hold}", "[state:Togo|TGO]{NNP nsubj hold}", CHAD_PARTY),
    ],
)  # fmt: skip
def test_whom_a_measure_holds_to_account(by: str, to: str, expected: dict[str, str]) -> None:
    """The state that is named right behind the verb, where the measure is the means and names nobody itself."""
    assert expected == told(held_to_account, scene(HELD.replace(by, to, 1), "imposing", "sanction", "impose"))


def test_who_only_speaks_holds_nobody_to_account() -> None:
    """A meeting hits nobody."""
    assert {} == told(held_to_account, scene(HELD, "imposing", "meeting", "meet"))


BORDER = "They{PRP nsubj praised} praised{VBD:praise} accord{NN dobj praised} to{TO aux draw} draw{VB acl accord} borders{NNS:border dobj draw} between{IN prep borders} [state:Peru|PER]{NNP pobj between} and{CC cc peru} [state:Chad|TCD]{NNP conj peru} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ("", "", {"Peru": "participant", "Chad": "participant"}),
        ("prep borders", "prep draw", {"Peru": "participant", "Chad": "participant"}),
        ("between{IN prep borders} [state:Peru|PER]{NNP pobj between}", "with{IN prep borders} [state:Peru|PER]{NNP pobj with}", {}),
        (" and{CC cc peru} [state:Chad|TCD]{NNP conj peru}", "", {}),
        ("to{TO aux draw} draw{VB acl", "draw{VBN acl", {}),
        ("VB acl accord", "VB advcl praised", {}),
    ],
)  # fmt: skip
def test_between_whom_a_paper_makes_something(by: str, to: str, expected: dict[str, str]) -> None:
    """Two or more, told in its own infinitive."""
    drawn = BORDER.replace(by, to, 1)

    assert expected == told(between_inside, scene(drawn, "accord", "agreement"))
    assert {} == told(between_inside, scene(drawn, "accord", "talks"))


WITHDREW = "They{PRP nsubj withdrew} withdrew{VBD:withdraw} [state:Chad|TCD]{NNP dobj withdrew} from{IN prep withdrew} treaties{NNS:treaty pobj from} ."


@pytest.mark.parametrize(
    ("by", "to", "slot", "expected"),
    [
        ("", "", "from", CHAD_PARTY),
        ("", "", "forces", {}),
        ("[state:Chad|TCD]", "[person:Chad|TCD]", "from", {}),
        ("NNP dobj withdrew", "NNP npadvmod withdrew", "from", {}),
    ],
)
def test_whom_somebody_takes_along(by: str, to: str, slot: str, expected: dict[str, str]) -> None:
    """A state, out of a paper; not forces out of it."""
    assert expected == told(taken_along, scene(WITHDREW.replace(by, to, 1), "withdrew", "other", "withdraw", slot))


MOVED = "[state:Chad|TCD]{NNP nsubj announced} announced{VBD:announce} troops{NNS:troop nsubj leave} would{MD aux leave} leave{VB:withdraw ccomp announced} ."


@pytest.mark.parametrize(
    ("by", "to", "slot", "expected"),
    [
        ("", "", "forces", ["Chad"]),
        ("", "", "from", []),
        ("[state:Chad|TCD]", "[person:Chad|TCD]", "forces", ["Chad"]),
        ("[state:Chad|TCD]", "[group:Chad]", "forces", []),
        ("VBD:announce", "VBD:fear", "forces", []),
        ("NNS:troop", "NNS:tourist", "forces", []),
        ("ccomp announced", "advcl announced", "forces", []),
    ],
)
def test_who_has_forces_moved(by: str, to: str, slot: str, expected: list[str]) -> None:
    """Who announces that they will go."""
    asked = scene(MOVED.replace(by, to, 1), "leave", "other", "withdraw", slot)

    assert expected == [m.span.of(asked.index.text) for m in moved_by(asked)]


EXTENDED = "[state:Chad|TCD]{NNP amod sanctions} sanctions{NNS:sanction nsubjpass extended} were{VBD:be auxpass extended} extended{VBN:extend} ."


@pytest.mark.parametrize(
    ("by", "to", "expected"),
    [
        ("", "", {"Chad": "subject"}),
        ("NNP amod", "NNP poss", {"Chad": "subject"}),
        ("NNP amod", "NNP appos", {}),
        ("[state:Chad|TCD]", "[person:Chad|TCD]", {}),
        (" .", " by{IN agent extended} Togo{NNP pobj by} .", {}),
        ("nsubjpass extended} were{VBD:be auxpass extended} extended{VBN:extend}", "dobj extended} extended{VBD:extend}", {}),
    ],
)  # fmt: skip
def test_whose_measure_is_extended(by: str, to: str, expected: dict[str, str]) -> None:
    """A state's, where nobody is told to extend it."""
    assert expected == told(
        named_before_its_object, scene(EXTENDED.replace(by, to, 1), "extended", "sanction", "extend", "sanctions")
    )
