"""Texts that nobody would write: no rule may fail, overlap or take long on them."""

from __future__ import annotations

import random

import pytest

from memcon.annotate.actors import find_actors
from memcon.annotate.quotes import QuotedText, find_quotations
from memcon.domain.actors import Actor, Mention
from memcon.domain.annotation import Annotation
from memcon.knowledge.lookup import Knowledge
from tests.notation import read
from tests.seconds import within

_WORDS = [
    "President",
    "Minister",
    "Foreign",
    "of",
    "the",
    "and",
    ",",
    ".",
    "'",
    "'s",
    "-",
    "Peru",
    "Chilean",
    "Lima",
    "Roe",
    "Kim",
    "Jong",
    "un",
    "al",
    "bin",
    "said",
    "he",
    "who",
    "Ministry",
    "Department",
    "both",
    "countries",
    "officials",
    "former",
    "acting",
    "deputy",
    "“",
    "”",
    "(",
    ")",
    "NATO",
    "57th",
    "2025",
    "a",
    "King",
    "Jr.",
    "I",
    "counterpart",
    "his",
    "government",
    "North",
    "South",
    "U.S.",
    "ministers",
    "leaders",
    "sources",
    "spokesman",
    "it",
    "which",
    "Presidents",
    "Mr.",
    "de",
    "la",
]


def _find(annotation: Annotation, knowledge: Knowledge) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    document = annotation.document
    quoted = QuotedText(find_quotations(document.text, [block.span for block in document.blocks]))
    return find_actors(document, annotation.sentences, annotation.tree, quoted, knowledge)


@pytest.mark.parametrize("seed", range(40))
def test_any_order_of_words(seed: int, knowledge: Knowledge) -> None:
    """Heads lie in their mentions, mentions do not overlap, and every actor is mentioned."""
    chance = random.Random(seed)
    lines = (" ".join(chance.choice(_WORDS) for _ in range(chance.randint(1, 40))) for _ in range(4))
    annotation = read("\n".join(lines)).annotation
    actors, mentions = _find(annotation, knowledge)

    ends = [0, *(m.span.end for m in mentions)]
    assert all(end <= m.span.start for end, m in zip(ends, mentions, strict=False))
    assert all(m.head in m.span and m.actors for m in mentions)
    assert {a.id for a in actors} == {i for m in mentions for i in m.actors}


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", ["President ", "President of ", "Ab Cd ", "both countries Peru and Chile ", "the Ab Ministry "]
)
def test_long_lines_end_in_time(words: str, knowledge: Knowledge) -> None:
    """The cost grows with the length of a line, not with its square (which would take minutes here)."""
    annotation = read(words * 2_000).annotation

    within(8, lambda: _find(annotation, knowledge))
