"""The statuses are what their table says, in documents, in print and in the pages about them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

import memcon
from memcon.codebook import load_codebook
from memcon.coding import code
from memcon.domain.annotation import Annotation, OperatorKind
from memcon.knowledge import Knowledge
from memcon.report.layout import Style

ROOT = Path(__file__).parents[2]
BOOK = load_codebook()
PUBLISHED = "2024-05-15"
YES = [(entry.name, sentence) for entry in BOOK.statuses.entries.values() for sentence in entry.yes]
NO = [(entry.name, sentence) for entry in BOOK.statuses.entries.values() for sentence in entry.no]


@pytest.mark.model
@pytest.mark.parametrize(("status", "sentence"), YES)
def test_a_sentence_of_a_status_tells_of_it(
    status: str, sentence: str, annotate: Callable[..., Annotation], knowledge: Knowledge
) -> None:
    """The event that the sentence tells of has the status under which it stands, and no other."""
    reading = code(annotate(sentence, PUBLISHED), knowledge)

    assert [status] == [e.status for e in reading.events if e.status]


@pytest.mark.model
@pytest.mark.parametrize(("status", "sentence"), NO)
def test_a_bad_sentence_of_a_status_tells_of_another(
    status: str, sentence: str, annotate: Callable[..., Annotation], knowledge: Knowledge
) -> None:
    """No event in the sentence has the status under which it stands."""
    reading = code(annotate(sentence, PUBLISHED), knowledge)

    assert status not in {e.status for e in reading.events}


def test_every_operator_of_a_status_is_one() -> None:
    """The kinds of operators that the statuses name are those of the annotation, each of one status."""
    named = [o for e in BOOK.statuses.entries.values() if not e.own_operators for o in e.operators]

    assert set(named) <= set(get_args(OperatorKind))
    assert sorted(set(named)) == sorted(named)


def test_every_style_is_one_that_is_printed() -> None:
    """The styles of the statuses are the layout's."""
    assert {e.style for e in BOOK.statuses.entries.values()} <= set(get_args(Style))


@pytest.mark.slow
def test_no_rule_finds_a_status_that_has_no_table() -> None:
    """Every status that a rule writes down by name is one of `statuses.toml`."""
    written = {
        node.args[0].value
        for path in Path(memcon.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Finding"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }

    assert written
    assert written <= set(BOOK.statuses.entries)


@pytest.mark.parametrize("page", ["contract", "data-model"])
@pytest.mark.parametrize("names", [BOOK.kind_names, tuple(BOOK.statuses.entries), tuple(BOOK.roles.entries)])
def test_the_pages_list_what_the_tables_have(page: str, names: tuple[str, ...]) -> None:
    """A row of the reference that lists kinds, statuses or roles lists all of them and no other."""
    text = (ROOT / "docs" / "reference" / f"{page}.md").read_text(encoding="utf-8")
    cells = [" ".join(row.split("|")[2:]) for row in text.splitlines() if row.startswith("|")]
    listed = [set(" ".join(re.findall(r"`([^`]+)`", cell)).split()) for cell in cells]
    lists = [found for found in listed if len(found & set(names)) > len(names) / 2]

    assert lists
    assert [set(names)] * len(lists) == lists
