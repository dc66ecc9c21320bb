"""Features out of what the encoder leans to: a chance in steps, each step a name, so that a weight can be learned for every one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

Part = Literal["by_rules", "with_encoder"]
"""Whether what the encoder leans to is among the features that weights were fitted on."""

STANCES = {
    "support": "support",
    "oppose": "oppose",
    "reject": "oppose",
    "concern": "concern",
    "conditional": "reserved",
    "undecided": "reserved",
}
"""The stances of the record by the class of the encoder's head: two pairs are too rare to be told apart."""

_STEPS = (0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92)
"""The chances from which on a step is taken; closer at both ends, where a little more tells more."""


def steps(name: str, chance: float) -> Iterator[str]:
    """The names of all steps that `chance` (0 to 1) reaches ("leaning: any >= 0.5")."""
    yield from (f"leaning: {name} >= {least:g}" for least in _STEPS if chance >= least)
