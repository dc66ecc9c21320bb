"""Statements take time that grows with the text, not with its square."""

from __future__ import annotations

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
from tests.seconds import least_seconds, within

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

    def reading(number: int) -> Callable[[], object]:
        annotation = annotate((piece * number).strip(), "2024-05-15")
        events = code(annotation, knowledge).events

        def once() -> None:
            index = TextIndex(annotation)
            found = with_parties(index, find_statements(index, Attributions(index)), Encounters(index, events))
            assert len(found) >= number / 2

        return once

    bound = 3 * least_seconds(reading(times)) + 0.2

    within(bound, reading(2 * times))


@pytest.mark.parametrize("depth", [1, 400], ids=["side by side", "one within another"])
def test_statements_are_compared_with_those_around_them_only(depth: int) -> None:
    """Four times as many statements take about four times as long, also where each stands in all those before it."""

    def reading(number: int) -> Callable[[], object]:
        statements = [statement(20 * n, 20 * n + 20 if depth == 1 else 20 * number) for n in range(number)]
        return lambda: told_once(statements)

    bound = 10 * least_seconds(reading(1_000)) + 0.1

    within(bound, reading(4_000))


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
