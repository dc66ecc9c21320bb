"""Candidates for records, each judged right or not, and the weights of their features: what the learned parts that keep or drop records are fitted by."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from memcon.coding.events.keeping import Keeper
from memcon.coding.leaning import Part
from training.regression import Matrix, fit

FOLDS, SEED = 5, 7
"""Folds of documents, and the seed that deals them."""

PARTS: tuple[Part, ...] = ("by_rules", "with_encoder")
"""Weights are fitted twice: for reading by rules alone, and with what the encoder leans to."""

Learned = tuple[float, dict[str, float]]
"""The constant, and the weights by feature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One candidate: its document, its features, whether it is right, what it counts."""

    document: str
    features: frozenset[str]
    is_right: bool
    counts: float = 1.0


def weigh(cases: Sequence[Case], *, strength: float, rarest: int, prior: Mapping[str, float]) -> Learned:
    """The constant and the weights of the features that are common enough (`rarest` candidates, and not all), drawn by a ridge of `strength` towards `prior`;
    a rare one of which `prior` knows something keeps about that."""
    often = Counter(f for case in cases for f in case.features)
    names = sorted(f for f in {*often, *prior} if (rarest <= often[f] or f in prior) and often[f] < len(cases))
    place = {name: n for n, name in enumerate(names, 1)}
    values = np.zeros((len(cases), len(names) + 1))
    values[:, 0] = 1.0
    for row, case in enumerate(cases):
        for feature in case.features:
            if feature in place:
                values[row, place[feature]] = 1.0
    labels: Matrix = np.array([float(c.is_right) for c in cases])
    start: Matrix = np.array([0.0, *(prior.get(name, 0.0) for name in names)])
    bias, *weights = fit(values, labels, strength, np.array([c.counts for c in cases]), start)
    return round(bias, 4), {name: round(w, 4) for name, w in zip(names, weights, strict=True)}


def cross_validated(
    cases: Sequence[Case], learn: Callable[[Sequence[Case]], Learned], own: Sequence[Case] = ()
) -> list[tuple[float, bool]]:
    """For each candidate the chance that weights of other documents (and of `own`) give, and whether it is right."""
    documents = sorted({c.document for c in cases})
    random.Random(SEED).shuffle(documents)
    fold = {document: n % FOLDS for n, document in enumerate(documents)}
    judged = []
    for n in range(FOLDS):
        bias, weights = learn([*(c for c in cases if fold[c.document] != n), *own])
        keeper = Keeper(bias=bias, weights=weights, least=0.5)
        judged += [(keeper.chance(c.features), c.is_right) for c in cases if fold[c.document] == n]
    return judged


def fitted(
    cases: Sequence[Case], learn: Callable[[Sequence[Case]], Learned], own: Sequence[Case], least: float
) -> dict[str, Any]:
    """A part of a file of weights, as the keepers read it. Prints how its figures move with the chance from which on a record is kept."""
    judged = cross_validated(cases, learn, own)
    print(f"{len(cases)} candidates of the gold ({sum(c.is_right for c in cases)} right), {len(own)} others")
    for at in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        print(at, {name: round(value, 3) for name, value in figures(judged, at).items()})
    bias, weights = learn([*cases, *own])
    return {
        "candidates": len(cases),
        "others": len(own),
        "cross_validated": {name: round(value, 3) for name, value in figures(judged, least).items()},
        "least": least,
        "bias": bias,
        "weights": {name: weight for name, weight in weights.items() if weight},
    }


def figures(judged: Sequence[tuple[float, bool]], least: float) -> dict[str, float]:
    """Precision and recall of the candidates at `least`, the Brier score, and the mean chance beside the share that is right (calibration)."""
    kept = [is_right for chance, is_right in judged if chance >= least]
    return {
        "precision": sum(kept) / max(1, len(kept)),
        "recall": sum(kept) / max(1, sum(is_right for _, is_right in judged)),
        "brier": sum((chance - is_right) ** 2 for chance, is_right in judged) / len(judged),
        "mean_chance": sum(chance for chance, _ in judged) / len(judged),
        "share_right": sum(is_right for _, is_right in judged) / len(judged),
    }
