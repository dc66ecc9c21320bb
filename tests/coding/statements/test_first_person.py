"""Whose first person it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from memcon.coding.statements.first_person import Voices
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


def speakers(reading: Reading) -> dict[str, str | None]:
    """The text of each speaker with the name that it is resolved to."""
    actors = {a.id: a.name for a in reading.actors}
    return {s.speaker_text or "": actors.get(s.speaker or "") for s in reading.statements}


def test_the_label_of_a_turn_is_the_voice_behind_it(annotate: Callable[..., Annotation]) -> None:
    """In a transcript each "I" is the one whose turn it is; before the first turn nobody speaks."""
    text = (
        "Foreign Minister Anna Lind met the press in Oslo. Spokesman Karl Ott was there.\n"
        "MINISTER LIND: I think that the border will open in June.\n"
        "QUESTION: Do we know when?\n"
        "MR. OTT: We believe that there is time for one more question."
    )
    voices = Voices(TextIndex(annotate(text, "2024-05-15")))
    heard = [voices.at(text.index(word)) for word in ("Foreign", "I think", "we know", "We believe")]

    assert [None, "Anna Lind", None, "Karl Ott"] == [v.name if v else None for v in heard]


def test_a_turn_is_told_of_by_its_label(annotate: Callable[..., Annotation]) -> None:
    """Turns are looked up by where they start; a question has no actor."""
    text = "Foreign Minister Ada Lund met the press.\nADA LUND: We will sign.\nQUESTION: When?"
    by_turn = Voices(TextIndex(annotate(text, "2024-05-15"))).actor_by_turn

    assert {text.index("ADA LUND"): "Ada Lund"} == {start: actor.name for start, actor in by_turn.items()}


def test_an_answer_is_whom_the_head_tells_to_be_interviewed(annotate: Callable[..., Annotation]) -> None:
    """Of an interview with one person; not where the head names two, or no interview."""
    turns = "\nQ: Will Norway sign?\nA: I think that we will sign in June."
    heads = (
        "Interview with Foreign Minister Ada Lund",
        "Interview with Ministers Ada Lund and Per Aas",
        "Foreign Minister Ada Lund",
    )
    heard = [Voices(TextIndex(annotate(h + turns, "2024-05-15"))).at(len(h) + turns.index("I think")) for h in heads]

    assert ["Ada Lund", None, None] == [v.name if v else None for v in heard]


def test_a_line_of_name_and_office_signs_the_text(annotate: Callable[..., Annotation]) -> None:
    """A release that is headed by its author speaks in the author's first person."""
    annotation = annotate("Anna Lind, Foreign Minister of Norway\nWe welcome the treaty.", "2024-05-15")
    first, *rest = annotation.document.blocks
    document = replace(annotation.document, blocks=(replace(first, kind="heading"), *rest))
    voice = Voices(TextIndex(replace(annotation, document=document))).at(45)

    assert "Anna Lind" == (voice and voice.name)


def test_a_title_names_whose_words_the_text_is(annotate: Callable[..., Annotation]) -> None:
    """ "Joint statement by …" names several; what stands behind "on" is its topic."""
    annotation = annotate(
        "Joint statement by Foreign Minister Anna Lind and President Maria Soto on trade\nWe welcome the treaty.",
        "2024-05-15",
    )
    first, *rest = annotation.document.blocks
    document = replace(annotation.document, blocks=(replace(first, kind="title"), *rest))
    voices = Voices(TextIndex(replace(annotation, document=document)))
    names = {a.id: a.name for a in annotation.actors}

    assert ["Anna Lind", "Maria Soto"] == [names[i] for i in voices.title_signers]


def test_a_quotation_speaks_for_its_we(read: Callable[..., Reading]) -> None:
    """ "We hope" inside Lind's words is Lind's hope."""
    reading = read("“We hope that the border will open in June,” Foreign Minister Anna Lind said on Monday.")

    assert {"Anna Lind"} == {
        name for text, name in speakers(reading).items() if text in {"We", "Foreign Minister Anna Lind"}
    }


def test_without_a_voice_it_stays_open(read: Callable[..., Reading]) -> None:
    """Nobody is named who could be meant."""
    assert {"I": None} == speakers(read("I said that the border will open in June."))


def test_ones_own_words_are_mentions(read: Callable[..., Reading]) -> None:
    """ "I" and "my" stand among the mentions of whoever's turn it is."""
    text = (
        "Foreign Minister Ada Lund met the press.\nADA LUND: I welcome the truce. My envoys will help.\nQUESTION: When?"
    )
    lund = next(a for a in read(text).actors if a.name == "Ada Lund")
    assert {"I", "My"} <= {span.of(text) for span in lund.mentions}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Remarks by President Ada Lund After Arrival", "Ada Lund"),
        ("Remarks by President Ada Lund and President Ola Moe Before a Meeting", None),
        ("Remarks by Minister Ada Lund After Arrival", None),
    ],
)
def test_a_label_may_be_the_office(head: str, expected: str | None, annotate: Callable[..., Annotation]) -> None:
    """ "THE PRESIDENT:" is whoever alone is called so in the document."""
    text = f"# {head}\n\nTHE PRESIDENT: I welcome the truce.\n\nQUESTION: When?"
    voice = Voices(TextIndex(annotate(text, "2024-05-15"))).at(text.index("I welcome"))

    assert expected == (voice.name if voice else None)
