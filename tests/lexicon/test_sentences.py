"""Every class of the lexicon against its sentences: its words are exactly those in brackets, and each word stands in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from operator import attrgetter
from typing import Any

import pytest

from memcon.lexicon import WordClass, classes

ENGLISH = classes("en")
FILES = {
    file: tuple(found)
    for file, found in groupby(sorted(ENGLISH.values(), key=attrgetter("file", "name")), key=attrgetter("file"))
}
"""The classes of each file."""

_MARK = re.compile(r"\[([^\[\]]+)\]")


@pytest.fixture(scope="session")
def parsed(nlp: Any) -> dict[str, Any]:
    """Each sentence of the lexicon, without its brackets, as spaCy parses it; no lemma depends on the names that it finds."""
    texts = sorted({_MARK.sub(r"\1", s) for c in ENGLISH.values() for s in c.sentences})
    return dict(zip(texts, nlp.pipe(texts, disable=["ner"]), strict=True))


@pytest.mark.model
@pytest.mark.parametrize("file", FILES)
def test_the_words_in_brackets_are_those_of_the_class(file: str, parsed: dict[str, Any]) -> None:
    """Of each sentence its class has exactly the words in brackets."""
    wrong = [
        (word_class.name, sentence, found)
        for word_class in FILES[file]
        for sentence in word_class.sentences
        if (found := _found(word_class, parsed[_MARK.sub(r"\1", sentence)])) != _marked(sentence)
    ]

    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.model
@pytest.mark.parametrize("file", FILES)
def test_each_word_of_a_class_stands_in_a_sentence(file: str, parsed: dict[str, Any]) -> None:
    """No word can go without a test that says so."""
    unshown = [
        (word_class.name, missing)
        for word_class in FILES[file]
        if (missing := sorted(word_class.own - _shown_of(word_class, parsed)))
    ]

    assert not unshown, "\n".join(map(str, unshown))


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


def _shown_of(word_class: WordClass, parsed: dict[str, Any]) -> set[str]:
    """The words of the class that stand in brackets in its sentences."""
    shown: set[str] = set()
    for sentence in word_class.sentences:
        doc = parsed[_MARK.sub(r"\1", sentence)]
        for first, last in _marked(sentence):
            shown |= {word for word, place in _places(word_class, doc) if place == (first, last)}
    return shown


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
    longest = max((len(w.replace("-", " - ").split()) for w in word_class.words), default=1)
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
