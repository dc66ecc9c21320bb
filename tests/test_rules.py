"""Every declared rule of reading against its own sentences."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import memcon
from memcon.annotate.actors.phrases import Claims
from memcon.annotate.actors.tokens import MarkedText
from memcon.annotate.factuality.on_verbs import ON_VERBS
from memcon.annotate.factuality.operators import Operators
from memcon.annotate.factuality.over_clauses import OVER_CLAUSES
from memcon.annotate.quotes import QuotedText
from memcon.coding import code
from memcon.coding.places import Places
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.rules import ByWord, Rule, watched
from memcon.domain.rules import rule as declare
from memcon.domain.tokens import Token
from memcon.knowledge import Knowledge

PUBLISHED = "2024-05-15"
"""A Wednesday: the day on which the sentences are taken to be published."""

Listed = tuple[tuple[str, ...], tuple[str, ...], tuple[Rule[..., Any], ...]]
"""Sentences of a declared list, with the name of each one's rule and the rule."""

_ROOMS = ("memcon.extract", "memcon.annotate", "memcon.coding")


def modules() -> Iterator[Any]:
    """The modules of the rooms that have rules."""
    for info in pkgutil.walk_packages(memcon.__path__, "memcon."):
        if info.name.startswith(_ROOMS):
            yield importlib.import_module(info.name)


def declared() -> Iterator[tuple[str, Rule[..., Any]]]:
    """Every rule that stands in a declared list (a module's tuple of rules), with its name and the list's."""
    for module in modules():
        for listed, value in vars(module).items():
            if isinstance(value, tuple) and value and all(isinstance(r, Rule) for r in value):
                yield from ((f"{module.__name__.removeprefix('memcon.')}.{listed}.{r.name}", r) for r in value)


RULES = {id(r): (name, r) for name, r in declared()}
"""Each rule once, though a list may be imported elsewhere."""


def told_by(answer: Any) -> set[str]:
    """What an answer tells, in words: a status, a role and a name, the answer itself."""
    if isinstance(answer, (tuple, list)):
        return {str(answer)}.union(*(told_by(a) for a in answer))
    return {
        str(getattr(answer, name)) for name in ("status", "role", "kind", "value", "text") if hasattr(answer, name)
    } | {str(answer)}


@pytest.fixture(scope="session")
def answers(
    annotate: Callable[..., Annotation], knowledge: Knowledge
) -> Callable[[str], list[tuple[Rule[..., Any], Any]]]:
    """A function from a sentence to the rules that answered while it was read, with their answers; each sentence is read once."""
    known: dict[str, list[tuple[Rule[..., Any], Any]]] = {}

    def read(sentence: str) -> list[tuple[Rule[..., Any], Any]]:
        if sentence not in known:
            with watched() as seen:
                code(annotate(sentence, PUBLISHED), knowledge)
            known[sentence] = list(seen)
        return known[sentence]

    return read


def _sentences(kind: str) -> list[Any]:
    """The sentences of each declared list, each with its rule and the rule's name."""
    listed: dict[str, list[tuple[str, str, Rule[..., Any]]]] = {}
    for name, r in RULES.values():
        found = listed.setdefault(name.removesuffix(f".{r.name}"), [])
        found += ((sentence, name, r) for sentence in getattr(r, kind))
    return [pytest.param(tuple(zip(*found, strict=True)), id=name) for name, found in listed.items() if found]


@pytest.mark.model
@pytest.mark.parametrize("sentences", _sentences("yes"))
def test_rules_answer_their_good_sentences(sentences: Listed, answers: Callable[[str], Any]) -> None:
    """Read as a document of its own, each sentence makes its rule answer, and the answer tells what stands behind the arrow."""
    wrong = []
    for sentence, name, rule in zip(*sentences, strict=True):
        text, _, expected = sentence.partition(" → ")
        told = set().union(*(told_by(answer) for asked, answer in answers(text) if asked is rule), set())
        if not told or (expected and expected not in told):
            wrong.append((name, sentence, sorted(told)))

    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.model
@pytest.mark.parametrize("sentences", _sentences("no"))
def test_rules_leave_their_bad_sentences_alone(sentences: Listed, answers: Callable[[str], Any]) -> None:
    """Read as a document of its own, each sentence leaves its rule without an answer."""
    wrong = [
        (name, sentence, answer)
        for sentence, name, rule in zip(*sentences, strict=True)
        for asked, answer in answers(sentence)
        if asked is rule
    ]

    assert not wrong, "\n".join(map(str, wrong))


def test_every_rule_has_good_and_bad_sentences() -> None:
    """A rule without a sentence says nothing about what it is for, one without a bad sentence nothing about where it ends."""
    assert [name for name, r in RULES.values() if not (r.yes and r.no)] == []


# --- rules that are asked only where they may answer ---------------------------------------------------------------------


BY_WORD = {
    f"{module.__name__.removeprefix('memcon.')}.{name}": value
    for module in modules()
    for name, value in vars(module).items()
    if isinstance(value, ByWord)
}


def _named(told: Rule[..., Any]) -> list[str]:
    """The names of a rule's parameters, which say what it is asked about."""
    return [name.strip("_") for name in inspect.signature(told.ask).parameters]


def _given(annotation: Annotation, knowledge: Knowledge, names: set[str]) -> dict[str, Any]:
    """What the rules of all rooms are asked about beside a word, by the names of their parameters."""
    index, tree = TextIndex(annotation), annotation.tree
    makers: dict[str, Callable[[], Any]] = {
        "index": lambda: index,
        "places": lambda: Places(index, knowledge),
        "doc": lambda: MarkedText(annotation.document, annotation.sentences, tree, QuotedText(()), knowledge),
        "claims": lambda: Claims(len(annotation.tokens)),
        "operators": lambda: Operators(tree, OVER_CLAUSES, ByWord(ON_VERBS)),
    }
    return {name: make() for name, make in makers.items() if name in names}


@pytest.mark.model
@pytest.mark.parametrize("listed", BY_WORD)
def test_rules_answer_nothing_where_they_are_not_asked(
    listed: str, annotate: Callable[..., Annotation], knowledge: Knowledge
) -> None:
    """Asked of every word of its list's sentences, no rule answers at one that it does not declare: leaving the others out loses nothing."""
    rules, answered, lost = BY_WORD[listed], 0, []
    parameters = {r: _named(r) for r in rules.rules}
    names = {name for known in parameters.values() for name in known}
    for sentence in dict.fromkeys(s.partition(" → ")[0] for r in rules.rules for s in (*r.yes, *r.no)):
        annotation = annotate(sentence, PUBLISHED)
        tree, given = annotation.tree, _given(annotation, knowledge, names)
        for token in annotation.tokens:
            asked = rules.at(token, tree.lemma(token.i), tree.lower(token.i))
            given |= {"i": token.i, "c": token.i, "verb": token.head, "sentence": annotation.sentences[token.sentence]}
            answering = [r for r, known in parameters.items() if r.ask(*(given[n] for n in known)) not in (None, ())]
            answered += len(answering)
            lost += [(r.name, token.text, sentence) for r in answering if r not in asked]

    assert answered
    assert lost == []


def test_rules_are_asked_in_their_order_of_the_words_that_they_declare() -> None:
    """By lemma or form, part of speech, tag and dependency; a rule that declares nothing is asked of every word."""

    def ask() -> None:
        """Nothing."""

    meeting, anything, verbs, objects = (
        declare(yes=[], at=["meet", "met"])(ask),
        declare(yes=[])(ask),
        declare(yes=[], pos=["VERB"], tag=["VBD"])(ask),
        declare(yes=[], at=["talk"], dep=["dobj"])(ask),
    )
    rules = ByWord((meeting, anything, verbs, objects))

    def asked(text: str, lemma: str, pos: str, tag: str, dep: str) -> tuple[Rule[..., Any], ...]:
        return rules.at(Token(0, 0, len(text), text, lemma, pos, tag, dep, 0, 0), lemma, text)

    assert asked("met", "meet", "VERB", "VBD", "ROOT") == (meeting, anything, verbs)
    assert asked("met", "met", "PROPN", "NNP", "ROOT") == (meeting, anything)
    assert asked("talks", "talk", "NOUN", "NNS", "dobj") == (anything, objects)
    assert asked("talks", "talk", "NOUN", "NNS", "nsubj") == (anything,)
    assert asked("ran", "run", "VERB", "VBD", "ROOT") == (anything, verbs)
