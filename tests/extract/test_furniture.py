"""The rules for what is on a page besides its running text: their own examples, and their speed."""

from __future__ import annotations

import pytest

from memcon.extract.furniture import RULES, Rule, furniture_kind
from tests.seconds import within


@pytest.mark.parametrize(
    ("rule", "line"),
    [(r, line) for r in RULES for line in r.positive],
    ids=lambda v: v if isinstance(v, str) else v.kind,
)
def test_positive(rule: Rule, line: str) -> None:
    """The rule knows the line, and no rule before it takes it."""
    assert rule.kind == furniture_kind(line)


@pytest.mark.parametrize(
    ("rule", "line"),
    [(r, line) for r in RULES for line in r.negative],
    ids=lambda v: v if isinstance(v, str) else v.kind,
)
def test_negative(rule: Rule, line: str) -> None:
    """No rule takes the line: it may be running text."""
    assert furniture_kind(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "By " + "Aa " * 200,
        "By " + "Aa, " * 150,
        "a" * 690 + "@",
        "(" * 700,
        "#a" * 340,
        "A-" * 340,
        "photo " * 110,
        "1:0" * 200,
        "Copyright " * 65,
        "© " * 300,
    ],
)
def test_hostile_lines_are_quick(line: str) -> None:
    """No pattern backtracks out of bounds."""
    within(0.2, lambda: furniture_kind.__wrapped__(line))
