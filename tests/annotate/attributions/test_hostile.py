"""Hostile input to the attribution rules: time grows with the text, nothing swallows the document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.annotate.attributions import find_attributions
from memcon.domain.annotation import Sentence
from memcon.domain.documents import Block, Document
from memcon.domain.spans import Span
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar
from tests.seconds import least_seconds, within


def chain(count: int) -> tuple[tuple[Token, ...], tuple[Sentence, ...], Document]:
    """ "he said he said he said …": every verb the clause of the one before, in one sentence without end."""
    words = ["he", "said"] * count
    text = " ".join(words)
    tokens, start = [], 0
    for i, word in enumerate(words):
        is_verb = word == "said"
        head = (i - 2 if i > 1 else i) if is_verb else i + 1
        tokens.append(
            Token(i, start, start + len(word), word, "say" if is_verb else word, "VERB" if is_verb else "PRON", "VBD",
                  "ccomp" if is_verb and i > 1 else "ROOT" if is_verb else "nsubj", head, 0)
        )  # fmt: skip
        start += len(word) + 1
    return _document(text, tokens)


def marks(count: int) -> tuple[tuple[Token, ...], tuple[Sentence, ...], Document]:
    """Quotation marks and nothing else, each its own word."""
    text = '" ' * count
    tokens = [Token(i, 2 * i, 2 * i + 1, '"', '"', "PUNCT", "''", "punct" if i else "ROOT", 0, 0) for i in range(count)]
    return _document(text, tokens)


def quoted_verbs(count: int) -> tuple[tuple[Token, ...], tuple[Sentence, ...], Document]:
    """A speech verb and a quotation, over and over in one sentence, all hanging on the first word."""
    text, tokens = "", list[Token]()
    for n in range(count):
        for word, lemma, pos in (
            ("he", "he", "PRON"),
            ("said", "say", "VERB"),
            ('"', '"', "PUNCT"),
            ("yes", "yes", "INTJ"),
            ('"', '"', "PUNCT"),
        ):
            i = len(tokens)
            start = len(text)
            text += (
                word
                if word == '"' and tokens and tokens[-1].text == "yes"
                else word
                if tokens and tokens[-1].text == '"' and word == "yes"
                else f"{word} "
            )
            head = 5 * n + 1 if word != "said" else 1
            tokens.append(
                Token(i, start, start + len(word), word, lemma, pos, "VBD", "nsubj" if word == "he" else "dep", head, 0)
            )
        text += " "
    return _document(text, tokens)


def _document(text: str, tokens: list[Token]) -> tuple[tuple[Token, ...], tuple[Sentence, ...], Document]:
    whole = Span(0, len(text))
    sentence = Sentence(span=whole, first=0, last=len(tokens), block=0, kind="body")
    document = Document(id="x", ref="x", text=text, blocks=(Block(kind="body", span=whole),))
    return tuple(tokens), (sentence,), document


@pytest.mark.slow
@pytest.mark.parametrize("make", [chain, marks, quoted_verbs])
def test_time_grows_with_the_text(
    make: Callable[[int], tuple[tuple[Token, ...], tuple[Sentence, ...], Document]],
) -> None:
    """Eight times the text takes nowhere near sixty-four times as long."""

    def reading(count: int) -> Callable[[], object]:
        tokens, sentences, document = make(count)
        return lambda: find_attributions(Tree(tokens, grammar()), sentences, document, None)

    bound = min(20.0, 30 * max(least_seconds(reading(1250), enough=0.02), 0.02))

    within(bound, reading(10_000))
