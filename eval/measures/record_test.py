"""The same as `record` on the test side of the gold: printed, never a floor, and nobody looks at its errors."""

from __future__ import annotations

from eval import gold
from eval.measures.record import FIGURES, measure

__all__ = ["FIGURES", "FILE", "measure"]

FILE = gold.FILES["test"]

READS = True


HAS_FLOORS = False
