"""Scoring of time expressions, on expressions made up here."""

from __future__ import annotations

from eval import Counts
from eval.measures import tempeval3

GOLD = [(0, 5, "DATE", "2025"), (10, 20, "DATE", "2025-11"), (30, 40, "DURATION", "P1Y"), (50, 60, "SET", "P1W")]


def figures(counts: Counts) -> dict[str, float]:
    return {name: round(figure(counts), 3) for name, figure in tempeval3.FIGURES.items()}


def test_equal_expressions_are_right() -> None:
    """The gold scored against itself has nothing wrong."""
    assert set(figures(tempeval3.count(GOLD, GOLD)).values()) == {1.0}


def test_strict_relaxed_type_and_value() -> None:
    """A longer span is relaxed only; a wrong value and a wrong type cost no more than that; a spurious one costs precision."""
    found = [(0, 5, "DATE", "2024"), (8, 20, "DATE", "2025-11"), (30, 40, "DATE", "P1Y"), (70, 80, "DATE", "2025")]
    scores = figures(tempeval3.count(GOLD, found))

    assert (scores["strict.f1"], scores["relaxed.f1"]) == (0.5, 0.75)
    assert (scores["type.f1"], scores["value.f1"]) == (0.5, 0.5)
    assert (scores["type.accuracy"], scores["value.accuracy"]) == (0.667, 0.667)


def test_one_expression_matches_one() -> None:
    """An expression over two gold ones is one match; an equal span goes before an overlap."""
    assert len(tempeval3.align(GOLD[:2], [(0, 20, "DATE", "2025")])) == 1
    assert tempeval3.align([(0, 5, "DATE", "a")], [(0, 9, "DATE", "b"), (0, 5, "DATE", "a")])[0][1][3] == "a"


def test_nothing_found_in_nothing() -> None:
    """No expressions on either side is no error."""
    assert set(figures(tempeval3.count([], [])).values()) == {0.0}
