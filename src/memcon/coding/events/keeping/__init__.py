"""Keep or drop: how likely it is that what some mentions tell is an event worth a record, and why.

Takes the mentions of one event; gives a chance by a logistic regression over the named features of `features`, whose weights `training.keeping`
learns from the gold record. What each question of `memcon.coding.events.relevance` and `.genericness` answers is a feature among others.
"""

from __future__ import annotations

from memcon.coding.events.keeping.echoes import without_echoes
from memcon.coding.events.keeping.features import features_of
from memcon.coding.events.keeping.model import BY_RULES, Keeper, load_keeper

__all__ = ["BY_RULES", "Keeper", "features_of", "load_keeper", "without_echoes"]
