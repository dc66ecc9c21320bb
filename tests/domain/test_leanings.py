"""Leanings give the chances of the pieces that a span overlaps."""

from __future__ import annotations

from array import array

import pytest

from memcon.domain.leanings import Leanings
from memcon.domain.spans import Span

LEANINGS = Leanings(
    array("q", [0, 4, 9]),
    array("q", [3, 9, 12]),
    {"events": {"O": array("d", [0.5, 0.25, 1.0]), "visit": array("d", [0.25, 0.5, 0.0]), "call": array("d", [0.25, 0.25, 0.0])}},
)  # fmt: skip


@pytest.mark.parametrize(
    ("span", "classes", "expected"),
    [
        (Span(0, 12), None, [0.5, 0.75, 0.0]),
        (Span(0, 12), {"visit"}, [0.25, 0.5, 0.0]),
        (Span(0, 12), {"visit", "call"}, [0.5, 0.75, 0.0]),
        (Span(5, 6), {"visit"}, [0.5]),
        (Span(3, 4), None, []),
        (Span(8, 10), None, [0.75, 0.0]),
        (Span(0, 12), {"vote"}, []),
    ],
)
def test_chances_over_a_span(span: Span, classes: set[str] | None, expected: list[float]) -> None:
    """A piece counts where any of its characters lies in the span; a class that the head does not have tells nothing."""
    assert expected == LEANINGS.over(span, "events", classes)
