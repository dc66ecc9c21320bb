"""A chance becomes the names of the steps that it reaches."""

from __future__ import annotations

import pytest

from memcon.coding.leaning import steps


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (0.0, []),
        (0.03, ["leaning: any >= 0.03"]),
        (0.2, ["leaning: any >= 0.03", "leaning: any >= 0.1", "leaning: any >= 0.2"]),
        (0.19, ["leaning: any >= 0.03", "leaning: any >= 0.1"]),
    ],
)
def test_steps(chance: float, expected: list[str]) -> None:
    """Each step from below up to the chance, that one included."""
    assert expected == list(steps("any", chance))


def test_a_sure_chance_reaches_all() -> None:
    """The last step is short of certainty."""
    assert "leaning: any >= 0.92" in set(steps("any", 1.0))
