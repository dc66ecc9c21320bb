"""Logistic regression by Newton's method, as every small model here is fitted."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]


def fit(
    values: Matrix, labels: Matrix, strength: float = 1.0, weights: Matrix | None = None, prior: Matrix | None = None
) -> tuple[float, ...]:
    """Weights, drawn by a ridge of `strength` towards `prior` (zero without one) in all but the first (constant) column; `weights` counts each row so many
    times."""
    counts = np.ones(len(labels)) if weights is None else weights
    ridge = np.full(values.shape[1], strength)
    ridge[0] = 1e-6
    start = np.zeros(values.shape[1]) if prior is None else prior
    found = start.copy()
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(values @ found, -30, 30)))
        slope = values.T @ (counts * (chance - labels)) + ridge * (found - start)
        curve = (values * (counts * chance * (1 - chance))[:, None]).T @ values + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        found = found - step
        if np.abs(step).max() < 1e-6:
            break
    return tuple(float(w) for w in found)
