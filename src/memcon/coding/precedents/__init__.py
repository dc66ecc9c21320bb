"""Claims of precedent: what a text says to be the first, the largest or without example, among what, and in how long."""

from memcon.coding.precedents.about import Lands
from memcon.coding.precedents.records import find_precedents

__all__ = ["Lands", "find_precedents"]
