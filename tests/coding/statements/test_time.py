"""Statements take time that grows with the text, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from memcon.coding import code
from memcon.coding.statements.attribution import Attributions
from memcon.coding.statements.collective import Encounters, with_parties
from memcon.coding.statements.records import find_statements
from memcon.coding.statements.within import told_once
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.records import Phrase, Statement
from memcon.domain.spans import Span
from memcon.knowledge import Knowledge

SENTENCE = "Norway and Peru held talks in Oslo on Monday, and they said that the truce would hold. "
"""17 words."""

BULLET = "- The leaders welcomed the talks that Norway and Peru held in Lima.\n\n"


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize(
    ("piece", "times"),
    [(SENTENCE, 150), (BULLET, 500)],
    ids=["a paragraph of 5,000 words", "40 pages of bullets"],
)
def test_twice_the_text_takes_twice_as_long(
    piece: str, times: int, annotate: Callable[..., Annotation], knowledge: Knowledge
) -> None:
    """What is compared is the reading of statements alone, without parsing."""

    def seconds(number: int) -> float:
        annotation = annotate((piece * number).strip(), "2024-05-15")
        events = code(annotation, knowledge).events

        def once() -> float:
            index = TextIndex(annotation)
            started = time.process_time()
            found = with_parties(index, find_statements(index, Attributions(index)), Encounters(index, events))
            assert len(found) >= number / 2
            return time.process_time() - started

        return min(once() for _ in range(2))

    small, large = seconds(times), seconds(2 * times)

    assert large < 3 * small + 0.2


@pytest.mark.parametrize("depth", [1, 400], ids=["side by side", "one within another"])
def test_statements_are_compared_with_those_around_them_only(depth: int) -> None:
    """Four times as many statements take about four times as long, also where each stands in all those before it."""

    def seconds(number: int) -> float:
        statements = [statement(20 * n, 20 * n + 20 if depth == 1 else 20 * number) for n in range(number)]
        started = time.process_time()
        told_once(statements)
        return time.process_time() - started

    seconds(200)
    small, large = (min(seconds(number) for _ in range(2)) for number in (1_500, 6_000))

    assert large < 10 * small + 0.2


def statement(start: int, end: int) -> Statement:
    """A statement whose cue stands at `start` and whose content reaches from there to `end`."""
    return Statement(
        id=f"s{start}",
        speaker=None,
        speaker_text="Norway",
        speaker_span=None,
        cue=Phrase(text="said", span=Span(start, start + 4)),
        content_text="",
        content_spans=(Span(start + 5, end),),
        quote_type="indirect",
        evidence=(),
    )
