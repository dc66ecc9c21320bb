"""Chances that were learned: how they come of log odds, and from which one on what the tagger of attributions found is taken as said. That figure was
read off the calibration of its relations (`training.relations`, the model card), and is applied where statements are shown and where a record's word
is looked up."""

from __future__ import annotations

from math import exp

SHOWN_CONFIDENCE = 0.37
"""Statements less sure than this are kept, but shown only when asked for; from here on at least 85 in 100 are right on PolNeAR's
development side (see the model card)."""

_MOST = 30.0
"""Log odds beyond it make no difference to the chance."""


def logistic(log_odds: float) -> float:
    """The chance, 0 to 1, that a logistic regression gives for a sum of weights."""
    return 1 / (1 + exp(-max(-_MOST, min(_MOST, log_odds))))
