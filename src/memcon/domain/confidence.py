"""Chances that were learned: how they come of log odds, and from which one on what the tagger of attributions found is taken as said. That figure was
read off the calibration of its relations (`training.relations`, the model card), and is applied where statements are shown and where a record's word
is looked up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import exp

SHOWN_CONFIDENCE = 0.402
"""Statements less sure than this are kept, but shown only when asked for; from here on at least 85 in 100 are right on PolNeAR's
development side (see the model card)."""

_MOST = 30.0
"""Log odds beyond it make no difference to the chance."""


def logistic(log_odds: float) -> float:
    """The chance, 0 to 1, that a logistic regression gives for a sum of weights."""
    return 1 / (1 + exp(-max(-_MOST, min(_MOST, log_odds))))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighing:
    """A logistic regression over named features: a weight for each (one that has none counts nothing), and the chance from which on the answer is yes."""

    bias: float
    weights: Mapping[str, float]
    least: float

    def chance(self, features: Collection[str]) -> float:
        """How likely the answer is yes for something with these features, 0 to 1."""
        return logistic(self.bias + sum(self.weights.get(f, 0.0) for f in features))
