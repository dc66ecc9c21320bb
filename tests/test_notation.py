"""The notation that other tests are written in."""

from __future__ import annotations

import pytest

from memcon.domain.annotation import Factuality, Operator
from tests.notation import read


def test_marks_become_actors_times_and_spans() -> None:
    """Words keep their places in the text without marks; the same words are the same actor."""
    marked = read(
        "[person:Ann Example|CAN] [trigger:met] [state:Peru|PER] [time:on Tuesday=2025-11-04].\n[person:Ann Example|CAN] left."
    )
    annotation = marked.annotation

    assert annotation.document.text == "Ann Example met Peru on Tuesday.\nAnn Example left."
    assert [(a.name, a.kind, a.country, len(a.mentions)) for a in annotation.actors] == [
        ("Ann Example", "person", "CAN", 2),
        ("Peru", "state", "PER", 1),
    ]
    assert [(t.text, t.edtf) for t in annotation.times] == [("on Tuesday", "2025-11-04")]
    assert [s.of(annotation.document.text) for s in marked.spans["trigger"]] == ["met"]
    assert annotation.tokens[annotation.mentions[0].head_token].text == "Example"
    assert [s.last for s in annotation.sentences] == [7, 11]


def test_syntax_is_drawn_behind_words() -> None:
    """Braces give tag, lemma, label and head; the words of a mark hang on its last one."""
    drawn = read(
        "[person:Anna Lind|SWE]{NNP nsubj met} was{VBD:be aux met} met{VBN:meet} in{IN prep met} Malmo{NNP pobj in} by{IN agent met} Holm{NNP pobj by}."
    ).annotation
    tree = drawn.tree

    assert [(t.lemma, t.tag, t.pos, t.dep, drawn.tokens[t.head].text) for t in drawn.tokens[:5]] == [
        ("anna", "NNP", "PROPN", "compound", "Lind"),
        ("lind", "NNP", "PROPN", "nsubj", "met"),
        ("be", "VBD", "AUX", "aux", "met"),
        ("meet", "VBN", "VERB", "ROOT", "met"),
        ("in", "IN", "ADP", "prep", "met"),
    ]
    assert tree.extent(3) == (0, 7)
    assert tree.agent(3) == 7


def test_words_within_a_mark_may_be_drawn() -> None:
    """What is not drawn hangs on the last one as before."""
    drawn = read("[group:nearly ninety{CD nummod troops} troops]{NNS:troop nsubj came} came{VBD:come}.").annotation

    assert [a.name for a in drawn.actors] == ["nearly ninety troops"]
    assert [(t.tag, t.dep) for t in drawn.tokens[:3]] == [("NNS", "compound"), ("CD", "nummod"), ("NNS", "nsubj")]


def test_a_head_may_be_the_second_of_its_form() -> None:
    """A number tells which of equal words is meant; one that is not there is an error."""
    drawn = read("the{DT det talks} talks{NNS} and the{DT det talks#2} talks{NNS conj talks}.").annotation

    assert [t.head for t in drawn.tokens[:5]] == [1, 1, 2, 4, 1]
    with pytest.raises(ValueError, match="no 'summit' in the sentence"):
        read("the{DT det summit} talks{NNS}")


def test_how_much_is_fact_is_drawn_behind_a_bar() -> None:
    """Polarity, certainty and time by their words, operators by their kind and word; a word without a bar tells nothing of it."""
    drawn = read(
        "Lind{NNP nsubj plans} plans{VBZ:plan | present} not{RB neg meet} to{TO aux meet} meet{VB xcomp plans | negative open future negation:not expectation:plans}."
    ).annotation

    assert [Factuality(token=1, is_negative=False, certainty="certain", time="present")] == [drawn.factuality_at[1]]
    assert {1, 4} == set(drawn.factuality_at)
    assert (True, "open", "future", (Operator("negation", 2), Operator("expectation", 1))) == (
        drawn.factuality_at[4].is_negative,
        drawn.factuality_at[4].certainty,
        drawn.factuality_at[4].time,
        drawn.factuality_at[4].operators,
    )
    with pytest.raises(ValueError, match="maybe"):
        read("met{VBD:meet | maybe}")


def test_a_first_line_may_be_a_title() -> None:
    """ "# " makes it one; the rest is the body."""
    drawn = read("# Talks called off\nThey met.").annotation

    assert ["title", "body"] == [s.kind for s in drawn.sentences]
    assert "Talks called off\nThey met." == drawn.document.text
