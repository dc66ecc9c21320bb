"""The same as `record` on newswire of 1987 that nothing was developed on or learnt from: printed, never a floor, and nobody looks at its errors.

Its texts are made by `python -m eval.newswire`; without them it is left out. Statements are not told there.
"""

from __future__ import annotations

from collections.abc import Mapping

from eval import Figure, gold
from eval.measures import record
from eval.measures.record import measure

__all__ = ["FIGURES", "FILE", "measure"]

FILE = gold.FILES["newswire"]

NEEDS = ("reuters/news",)
"""Collections that are not among the project's material."""

READS = True

HAS_FLOORS = False

FIGURES: Mapping[str, Figure] = {
    name: figure
    for name, figure in record.FIGURES.items()
    if not name.startswith(("news.", "official.", "statements."))
}
