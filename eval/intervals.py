"""Bootstrap intervals: documents drawn again with replacement, figures computed anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from eval import Counts, Figure

DRAWS = 1000
SEED = 20250101


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


def estimate(documents: Sequence[Counts], figures: Mapping[str, Figure], *, draws: int = DRAWS) -> dict[str, Estimate]:
    """Every figure over `documents`, each with the 2.5 and 97.5 percentiles of `draws` resamplings (fixed seed)."""
    names = sorted({name for counts in documents for name in counts})
    table = np.array([[counts.get(name, 0.0) for name in names] for counts in documents]).reshape(
        len(documents), len(names)
    )
    chance = np.random.default_rng(SEED)
    weights = (
        chance.multinomial(len(documents), [1 / len(documents)] * len(documents), size=draws)
        if len(documents)
        else np.zeros((0, 0))
    )
    resampled = [dict(zip(names, row, strict=True)) for row in (weights @ table).tolist()]
    sums = dict(zip(names, table.sum(axis=0).tolist(), strict=True))
    found: dict[str, Estimate] = {}
    for name, figure in figures.items():
        drawn = [figure(row) for row in resampled] or [0.0]
        low, high = np.percentile(drawn, [2.5, 97.5])
        found[name] = Estimate(round(figure(sums), 4), round(float(low), 4), round(float(high), 4))
    return found
