"""Words that no table has name an event where the encoder takes them for one, and only there."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import replace

import pytest

from memcon.codebook import load_codebook
from memcon.coding.events.scene import Trigger
from memcon.coding.events.triggers import find_triggers
from memcon.coding.text_index import TextIndex
from memcon.domain.leanings import OUTSIDE, Leanings
from tests.notation import read

KINDS = (OUTSIDE, "meeting", "visit", "an unknown kind")
BROKE_BREAD = (
    "Kenya{NNP nsubj broke} broke{VBD:break | past} bread{NN dobj broke} with{IN prep broke} Uganda{NNP pobj with} ."
)
ALIGHTED = "Soto{NNP nsubj alighted} alighted{VBD:alight | past} in{IN prep alighted} Lima{NNP pobj in} ."
MET = "Kenya{NNP nsubj met} met{VBD:meet | past} Uganda{NNP dobj met} ."


def triggers(drawn: str, told: Mapping[str, tuple[str, float]] | None) -> list[Trigger]:
    """The triggers of a drawn sentence, of which an encoder leans at each word of `told` to a kind with a chance."""
    annotation = read(drawn, "2024-05-15").annotation
    if told is not None:
        leant = [told.get(t.text, (OUTSIDE, 1.0)) for t in annotation.tokens]
        columns = {
            kind: array(
                "f", [chance if kind == name else 1 - chance if kind == OUTSIDE else 0.0 for name, chance in leant]
            )
            for kind in KINDS
        }
        starts, ends = (array("q", [getattr(t, at) for t in annotation.tokens]) for at in ("start", "end"))
        annotation = replace(annotation, leanings=Leanings(starts, ends, {"events": columns}))
    return list(find_triggers(TextIndex(annotation), load_codebook(), ()))


@pytest.mark.parametrize(
    ("drawn", "told", "expected"),
    [
        (BROKE_BREAD, {"broke": ("meeting", 0.9), "bread": ("meeting", 0.8)}, [("bread", "noun", "meeting")]),
        (BROKE_BREAD, {"broke": ("meeting", 0.9)}, [("broke", "verb", "meeting")]),
        (ALIGHTED, {"alighted": ("visit", 0.5)}, [("alighted", "verb", "visit")]),
        (ALIGHTED, {"alighted": ("visit", 0.3)}, []),
        (ALIGHTED, {"in": ("visit", 0.9)}, []),
        (ALIGHTED, None, []),
    ],
)
def test_words_are_taken_for_an_event(
    drawn: str, told: Mapping[str, tuple[str, float]] | None, expected: list[tuple[str, str, str]]
) -> None:
    """A verb, or the noun that it carries; not where the encoder hardly leans to it, not a mere preposition, and nothing without the encoder."""
    words = [t.text for t in read(drawn).annotation.tokens]
    found = [(words[t.anchor], t.form, t.kind) for t in triggers(drawn, told)]

    assert expected == found


def test_the_words_of_a_table_are_its_own() -> None:
    """What a table knows is read by the table, whatever the encoder leans to."""
    [met] = triggers(MET, {"met": ("visit", 0.9)})

    assert ("meeting", False) == (met.kind, met.is_leaned)


def test_a_kind_without_a_table_is_none() -> None:
    """The heads may know kinds that the codebook in use does not have."""
    assert [] == triggers(ALIGHTED, {"alighted": ("an unknown kind", 0.9)})


def test_arguments_are_those_of_most_verbs_of_the_kind() -> None:
    """Who goes somewhere is a visitor, whom one meets a participant; no argument is needed."""
    [alighted] = triggers(ALIGHTED, {"alighted": ("visit", 0.9)})
    [broke] = triggers(BROKE_BREAD, {"broke": ("meeting", 0.9)})

    assert alighted.frame is not None
    assert broke.frame is not None
    assert ("visitor", "participant") == (alighted.frame.roles["subject"], broke.frame.roles["with"])
    assert not alighted.frame.needs
