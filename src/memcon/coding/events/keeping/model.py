"""The learned part: a weight for each feature's name."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from memcon.coding.leaning import Part
from memcon.domain.confidence import Weighing
from memcon.domain.records import Reason


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keeper(Weighing):
    """How likely a record with some features is right, and the chance from which on it is kept."""

    def keeps(self, features: Collection[str]) -> bool:
        return self.chance(features) >= self.least

    def reasons(self, features: Collection[str]) -> list[Reason]:
        """The features that count, the strongest first."""
        told = [Reason(feature=f, weight=self.weights[f]) for f in features if self.weights.get(f)]
        return sorted(told, key=lambda r: (-abs(r.weight), r.feature))


BY_RULES = Keeper(
    bias=-1.0,
    weights={
        "needs: met": 2.0,
        "whatever its kind: session": 2.0,
        "whatever its kind: of_a_channel": 2.0,
        "all: generic": -9.0,
    },
    least=0.5,
)
"""Nothing learned: what the kind's table asks for, unless every mention speaks of such events in general."""


def read_keeper(text: str, part: Part | None = None) -> Keeper:
    """A keeper from JSON, as the scripts in `training` write it: one, or of several the `part` that was fitted in that way."""
    stored = json.loads(text)
    stored = stored if part is None else stored[part]
    return Keeper(bias=stored["bias"], weights=stored["weights"], least=stored["least"])


@cache
def load_keeper() -> Keeper:
    """The keeper that ships."""
    return read_keeper(files(__package__).joinpath("weights.json").read_text(encoding="utf-8"))
