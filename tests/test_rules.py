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


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(r, sentence, id=f"{name}-{n}")
        for name, r in RULES.values()
        for n, sentence in enumerate(getattr(r, kind))
    ]


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), _cases("yes"))
def test_a_rule_answers_its_good_sentences(rule: Rule[..., Any], sentence: str, answers: Callable[[str], Any]) -> None:
    """Read as a document of its own, the sentence makes the rule answer, and the answer tells what stands behind the arrow."""
    text, _, expected = sentence.partition(" → ")

    told = set().union(*(told_by(answer) for asked, answer in answers(text) if asked is rule), set())

    assert told
    assert not expected or expected in told


@pytest.mark.model
@pytest.mark.parametrize(("rule", "sentence"), _cases("no"))
def test_a_rule_leaves_its_bad_sentences_alone(
    rule: Rule[..., Any], sentence: str, answers: Callable[[str], Any]
) -> None:
    """Read as a document of its own, the sentence leaves the rule without an answer."""
    assert [answer for asked, answer in answers(sentence) if asked is rule] == []


def test_every_rule_has_a_good_sentence() -> None:
    """A rule without a sentence says nothing about what it is for."""
    assert [name for name, r in RULES.values() if not r.yes] == []
