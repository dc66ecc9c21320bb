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
