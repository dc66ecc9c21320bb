"""The pipeline keeps offsets and its time, whatever the text."""

from __future__ import annotations

import time
from typing import Any

import pytest

from memcon.annotate.nlp import parse_many
from tests.conftest import make_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "The envoys\u200b met\x00 in Oslo.",
        "Talks " + "=" * 80 + " resumed in Bern.",
        "First block.\n\nSecond  block, with \u202emarks\u202c.",
    ],
)
def test_tokens_stand_in_the_text(nlp: Any, text: str) -> None:
    """Every token's offsets cut the token out of the document's own text."""
    [(document, parse)] = parse_many(nlp, [make_document(text)])

    assert parse.tokens
    assert [token.span.of(document.text) for token in parse.tokens] == [token.text for token in parse.tokens]


def test_a_long_run_of_marks_costs_next_to_nothing(nlp: Any) -> None:
    """Ten thousand quotation marks are not tokenized, and the sentence behind them is."""
    begin = time.perf_counter()
    [(_, parse)] = parse_many(nlp, [make_document('"' * 10_000 + " The envoys met in Oslo.")])

    assert [token.text for token in parse.tokens] == ["The", "envoys", "met", "in", "Oslo", "."]
    assert time.perf_counter() - begin < 2
