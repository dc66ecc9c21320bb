"""Lines and paragraphs."""

from __future__ import annotations

import textwrap

from memcon.extract.lines import join_wrapped, split_lines

PARAGRAPH = (
    "The envoys of both coastal states met in the old harbour hall on Tuesday and spoke for three hours about the herring, "
    "which neither side has counted since the winter, and about the lighthouse, which both sides say the other should paint."
)


def paragraphs(text: str) -> list[str]:
    return [text[p.start : p.end] for p in join_wrapped(text, split_lines(text), lambda words: words.startswith("By "))]


def test_lines_are_without_white_space_and_know_gaps() -> None:
    """All kinds of line ends and of blank lines."""
    text = "a\r\n b \r\r\n\u00a0\nc\u2028d\n\u200b\n\ufeffe"

    lines = split_lines(text)

    assert [text[x.start : x.end] for x in lines] == ["a", "b", "c", "d", "e"]
    assert [x.gap for x in lines] == [True, False, True, False, True]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """Most web text has one paragraph a line."""
    text = f"{PARAGRAPH}\n{PARAGRAPH}\nShort one.\n{PARAGRAPH}"

    assert paragraphs(text) == text.split("\n")


def test_wrapped_paragraphs_are_joined() -> None:
    """Whatever the width."""
    for width in (62, 72, 80):
        wrapped = "\n\n".join(["\n".join(textwrap.wrap(PARAGRAPH, width))] * 3)

        assert [" ".join(p.split()) for p in paragraphs(wrapped)] == [PARAGRAPH] * 3


def test_wrapped_text_keeps_bylines_and_bullets_apart() -> None:
    """They begin afresh even without a blank line."""
    wrapped = "\n".join(textwrap.wrap(PARAGRAPH, 70))
    text = f"By Ingrid Solberg\n{wrapped}\n\n- first point of\n- second point of\n\n{wrapped}"

    found = paragraphs(text)

    assert found[0] == "By Ingrid Solberg"
    assert found[2:4] == ["- first point of", "- second point of"]
    assert len(found) == 5


def test_a_sentence_broken_in_the_middle_is_joined() -> None:
    """Even in a text that is not wrapped throughout."""
    text = f"{PARAGRAPH}\nThe hall was cold, and nobody had thought of the\nstove or the lamps.\n{PARAGRAPH}"

    assert len(paragraphs(text)) == 3


def test_a_short_text_shows_by_itself_that_it_is_wrapped() -> None:
    """Three lines or more without the end of a sentence, and no next word that would have fitted."""
    text = "The envoy of both coastal states, Maria de la\nCruz, met the mayor in the old harbour hall of\nBergen on Tuesday to count the herring there."

    assert [" ".join(p.split()) for p in paragraphs(text)] == [" ".join(text.split())]
    assert len(paragraphs("Envoys meet in the old harbour hall of Bergen\nThe envoys counted.\nThe mayor slept.")) == 3


def test_a_line_that_ends_before_its_noun_goes_on() -> None:
    """What stands only before what it is said of ends no line, and no headline."""
    text = "The 12th Harbour Consultative\nMeeting was held in Oslo. The envoys of the bilateral\nCommission spoke of herring."

    assert [text] == paragraphs(text)
    assert 2 == len(paragraphs("The envoys were quite consistent\nHerring was on the table."))
