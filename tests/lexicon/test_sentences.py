"""Every class of the lexicon against its sentences: its words are exactly those in brackets, and each word stands in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import pytest

from memcon.lexicon import WordClass, classes

ENGLISH = classes("en")
_MARK = re.compile(r"\[([^\[\]]+)\]")


@pytest.fixture(scope="session")
def parsed(nlp: Any) -> dict[str, Any]:
    """Each sentence of the lexicon, without its brackets, as spaCy parses it."""
    texts = sorted({_MARK.sub(r"\1", s) for c in ENGLISH.values() for s in c.sentences})
    return dict(zip(texts, nlp.pipe(texts), strict=True))


@pytest.mark.model
@pytest.mark.parametrize("word_class", [c for c in ENGLISH.values() if c.sentences], ids=lambda c: c.name)
def test_the_words_in_brackets_are_those_of_the_class(word_class: WordClass, parsed: dict[str, Any]) -> None:
    """Of each sentence the class has exactly the words in brackets."""
    for sentence in word_class.sentences:
        doc = parsed[_MARK.sub(r"\1", sentence)]

        assert (sentence, _marked(sentence)) == (sentence, _found(word_class, doc))


@pytest.mark.model
@pytest.mark.parametrize("word_class", [c for c in ENGLISH.values() if c.own], ids=lambda c: c.name)
def test_each_word_of_a_class_stands_in_a_sentence(word_class: WordClass, parsed: dict[str, Any]) -> None:
    """No word can go without a test that says so."""
    shown: set[str] = set()
    for sentence in word_class.sentences:
        doc = parsed[_MARK.sub(r"\1", sentence)]
        for first, last in _marked(sentence):
            shown |= {word for word, place in _places(word_class, doc) if place == (first, last)}

    assert sorted(word_class.own - shown) == []


def test_no_class_is_kept_twice() -> None:
    """Of no two classes do more than half of the words of the smaller one stand in the other; a class made of another says so by `of`.

    What a word stands for is another thing than that it is in a class: classes with values are held against each other, those without too.
    """
    twins = [
        (a.name, b.name)
        for a, b in combinations(ENGLISH.values(), 2)
        if bool(a.values) == bool(b.values)
        and min(len(a.own), len(b.own)) >= 4
        and len(a.own & b.own) > min(len(a.own), len(b.own)) / 2
    ]

    assert twins == []


def _marked(sentence: str) -> list[tuple[int, int]]:
    """Where the words in brackets stand in the sentence without brackets."""
    found = []
    for n, match in enumerate(_MARK.finditer(sentence)):
        start = match.start() - 2 * n
        found.append((start, start + len(match.group(1))))
    return found


def _found(word_class: WordClass, doc: Any) -> list[tuple[int, int]]:
    """The places of the class's words in `doc`, the longest where they overlap."""
    found: list[tuple[int, int]] = []
    for place in sorted({p for _, p in _places(word_class, doc)}, key=lambda p: (p[0], -p[1])):
        if not found or place[0] >= found[-1][1]:
            found.append(place)
    return found


def _places(word_class: WordClass, doc: Any) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each word of the class that stands in `doc`, by its form or lemma, and where."""
    longest = max((len(w.split()) for w in word_class.words), default=1)
    for i in range(len(doc)):
        for length in range(1, longest + 2):
            tokens = doc[i : i + length]
            if len(tokens) == length:
                for word in _names(tokens) & word_class.words:
                    yield word, (tokens.start_char, tokens.end_char)


def _names(tokens: Any) -> set[str]:
    """What a run of tokens may be called in the lexicon: its text, or its lemmas."""
    forms: Sequence[str] = [t.lower_ for t in tokens]
    lemmas: Sequence[str] = [t.lemma_.lower() for t in tokens]
    return {tokens.text.lower(), " ".join(forms), " ".join(lemmas), " ".join((*lemmas[:1], *forms[1:]))}
