"""What prepositions lead to in a drawn tree."""

from __future__ import annotations

from tests.notation import read

DRAWN = "An{DT det attack} attack{NN} on{IN prep attack} the{DT det port} port{NN pobj on} By{IN prep attack} rebels{NNS:rebel pobj By} nearby{RB advmod attack} of{IN prep rebels} Chad{NNP pobj of}."


def test_what_prepositions_lead_to() -> None:
    """All that hang on the word itself, or those that are named; none where none is."""
    tree = read(DRAWN).annotation.tree
    word = {token.text: token.i for token in tree.tokens}

    assert [word["port"], word["rebels"]] == tree.led(word["attack"])
    assert [word["rebels"]] == tree.led_by(word["attack"], "by", "from")
    assert [word["Chad"]] == tree.led_by(word["rebels"], "of")
    assert [] == tree.led_by(word["attack"])
    assert [] == tree.led_by(word["attack"], "of")


AGREED = (
    "They{PRP nsubj agreed} have{VBP aux agreed} not{RB neg agreed} agreed{VBN:agree ROOT} on{IN prep agreed} paper{NN pobj on} "
    "to{TO aux meet} meet{VB xcomp agreed} soon{RB advmod meet}."
)


def test_what_hangs_on_a_word_by_its_words() -> None:
    """The prepositions and auxiliaries that are asked for, the infinitives under some labels alone."""
    tree = read(AGREED).annotation.tree
    word = {token.text: token.i for token in tree.tokens}

    assert [word["on"]] == tree.prepositions(word["agreed"], {"on", "to"})
    assert [] == tree.prepositions(word["agreed"], {"to"})
    assert tree.has_word(word["agreed"], {"have"}, "aux", "auxpass")
    assert not tree.has_word(word["agreed"], {"have"}, "neg")
    assert not tree.has_word(word["agreed"], {"not"}, "aux")
    assert [word["meet"]] == tree.infinitives(word["agreed"], "xcomp", "advcl")
    assert [] == tree.infinitives(word["agreed"], "advcl", "prep")


def test_the_verb_over_a_word() -> None:
    """The next one over it, past nouns and prepositions; a word under none is its own."""
    tree = read(AGREED).annotation.tree
    word = {token.text: token.i for token in tree.tokens}

    assert word["agreed"] == tree.verb_above(word["paper"]) == tree.verb_of_clause(word["paper"])
    assert word["meet"] == tree.verb_above(word["soon"])
    assert tree.verb_above(word["agreed"]) is None
    assert word["agreed"] == tree.verb_of_clause(word["agreed"])
