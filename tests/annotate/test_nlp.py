"""The pipeline keeps offsets and its time, whatever the text."""

from __future__ import annotations

from typing import Any

import pytest

from memcon.annotate.nlp import MAX_SENTENCE, find_unread, parse_many
from tests.conftest import make_document
from tests.seconds import within

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


def test_a_note_without_a_subject_begins_a_sentence(nlp: Any) -> None:
    """ "Met with …" behind a full stop is a verb in a sentence of its own."""
    [(document, parse)] = parse_many(nlp, [make_document("Official visit. Met with the premier. Met the king.")])

    assert ["Official visit.", "Met with the premier.", "Met the king."] == [
        sentence.span.of(document.text) for sentence in parse.sentences
    ]
    assert ["met", "met"] == [token.text for token in parse.tokens if token.pos == "VERB"]


def test_a_long_run_of_marks_costs_next_to_nothing(nlp: Any) -> None:
    """Ten thousand quotation marks are not tokenized, and the sentence behind them is."""
    document = make_document('"' * 10_000 + " The envoys met in Oslo.")
    [(_, parse)] = within(2, lambda: list(parse_many(nlp, [document])))

    assert [token.text for token in parse.tokens] == ["The", "envoys", "met", "in", "Oslo", "."]


def test_what_is_too_long_for_a_sentence_is_left_out(nlp: Any) -> None:
    """A list of hundreds of words in which no sentence ends has no tokens and is told of; what stands around it is read."""
    listed = "the salmon and " * (MAX_SENTENCE // 2)
    ((document, parse),) = parse_many(nlp, [make_document(f"Norway met Peru.\n\n{listed}\n\nChad came.")])

    assert ["Norway met Peru.", "Chad came."] == [s.span.of(document.text) for s in parse.sentences]
    assert [listed.strip()] == [span.of(document.text).strip() for span in find_unread(document, parse.sentences)]


def test_rulers_and_spaces_are_nothing_unread(nlp: Any) -> None:
    """What has no word in it is not missed."""
    ((document, parse),) = parse_many(nlp, [make_document(f"Norway met Peru.   {'-' * 60}\n\n{'*' * 80}")])

    assert () == find_unread(document, parse.sentences)


def test_a_typographic_apostrophe_is_shown_as_a_straight_one(nlp: Any) -> None:
    """The parser reads "Peru’s" as it reads "Peru's"; the tokens have the apostrophe of the text."""
    documents = [make_document(f"They praised Peru{mark}s full part in the talks.") for mark in "’'"]
    (_, curly), (_, straight) = parse_many(nlp, documents)

    assert "’s" in [token.text for token in curly.tokens]
    assert [(t.dep, t.head) for t in straight.tokens] == [(t.dep, t.head) for t in curly.tokens]


@pytest.mark.parametrize("word", ["de-escalate", "non-use", "non-proliferation"])
def test_a_word_with_a_prefix_is_one(word: str, nlp: Any) -> None:
    """ "De-" and "non-" belong to the word behind them."""
    [(_, parse)] = parse_many(nlp, [make_document(f"They spoke of {word} again.")])

    assert word in [token.text for token in parse.tokens]
