"""Every declared rule of reading against its own sentences."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import memcon
from memcon.coding import code
from memcon.domain.annotation import Annotation
from memcon.domain.rules import Rule, watched
from memcon.knowledge import Knowledge

PUBLISHED = "2024-05-15"
"""A Wednesday: the day on which the sentences are taken to be published."""

Listed = tuple[tuple[str, ...], tuple[str, ...], tuple[Rule[..., Any], ...]]
"""Sentences of a declared list, with the name of each one's rule and the rule."""

_ROOMS = ("memcon.extract", "memcon.annotate", "memcon.coding")


def declared() -> Iterator[tuple[str, Rule[..., Any]]]:
    """Every rule that stands in a declared list (a module's tuple of rules), with its name and the list's."""
    for info in pkgutil.walk_packages(memcon.__path__, "memcon."):
        if not info.name.startswith(_ROOMS):
            continue
        module = importlib.import_module(info.name)
        for listed, value in vars(module).items():
            if isinstance(value, tuple) and value and all(isinstance(r, Rule) for r in value):
                yield from ((f"{info.name.removeprefix('memcon.')}.{listed}.{r.name}", r) for r in value)


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
