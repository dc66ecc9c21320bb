"""Which undertakings become records: a weight for each feature's name, learned from the gold record (docs/reference/gold.md) by `training.stances`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from memcon.coding.events.keeping.model import Keeper, read_keeper
from memcon.coding.leaning import Part

BY_RULES = Keeper(bias=1.0, weights={}, least=0.5)
"""Nothing learned: whatever the rules find."""


@cache
def load_keeper(part: Part = "by_rules") -> Keeper:
    """The keeper that ships."""
    return read_keeper(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"), part)
