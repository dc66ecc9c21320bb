"""Every problem code in the source is documented, and every documented code is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference" / "problems.md"


def codes_in(source: str) -> set[str]:
    """The constant codes that a module gives to its problems."""
    if not re.search(r"from memcon\.(?:domain\.problems|acquire\.http\.refusals|acquire\.feeds\.found) import", source):
        return set()
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    values = (k.value for call in calls for k in call.keywords if k.arg == "code")
    return {v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)}


USED = {code for path in (ROOT / "src" / "memcon").rglob("*.py") for code in codes_in(path.read_text("utf-8"))}
SECTIONS = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", REFERENCE.read_text("utf-8"), re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("code", sorted(USED))
def test_documented(code: str) -> None:
    """With an example."""
    assert code in SECTIONS
    assert "Example" in SECTIONS[code] or "example" in SECTIONS[code]


def test_the_reference_names_nothing_else() -> None:
    """A code that was dropped is dropped there, too."""
    assert set(SECTIONS) == USED


def test_codes_are_found() -> None:
    """The search itself works."""
    assert codes_in("from memcon.domain.problems import Problem\nProblem(code='a', ref=x)\nf(code=b)") == {"a"}
    assert {"empty", "binary", "bidi_characters"} <= USED
