"""Fits the weights by which events of two documents are taken for one, into `memcon/resolve/likeness.json`.

    python -m training.sameness --data DIR

Learns from the chains (documents that tell of the same engagements): a pair of events is right when both are aligned with one annotated event, and counts nothing where one is aligned with none or
the annotated ones are a whole and its part. Printed figures are cross-validated: each pair is judged by weights that were fitted without its chains.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from eval.chains import as_records, read_ledger, read_lines, told_as
from memcon.book import Ledger
from memcon.domain.views import Views
from memcon.ledger.views import as_of
from memcon.resolve.likeness import FEATURES, features_of, is_comparable, named
from memcon.resolve.sketches import sketches_of
from training.regression import Matrix, fit

OUT = Path(__file__).parents[1] / "src/memcon/resolve/likeness.json"

STRENGTH, LEAST = 3.0, 0.6
"""The ridge, and the chance from which on two events are taken for one: the least at which at most one cluster in a hundred of the chains is wrong."""

BIAS = -2.5
PRIOR: Mapping[str, float] = {
    "a person shared": 0.5, "two persons shared": 1.0, "all persons shared": 1.5, "other persons of a country": -2.0, "persons and none shared": -1.5,
    "two sides shared": 0.5, "same sides": 1.0, "a side each alone": -1.5, "a body shared": 0.7,
    "same mechanism": 1.0, "same mechanism then": 1.5, "one has a mechanism": -0.7, "same number": 3.0, "same kind": 0.7, "near kind": 0.4,
    "same day": 2.0, "same week": 1.0, "same time": 0.5, "days apart": -0.5, "weeks apart": -1.5,
    "likely then": 0.5, "unlikely then": -2.0, "no time told": -0.5, "told on one day": 0.3,
    "same place": 1.0, "same country of place": 0.3,
}  # fmt: skip
"""Where weights come from before anything is learned. There are some two hundred pairs to learn from, so what a reader knows decides where they say little."""

NAMES = tuple(named(feature) for feature in FEATURES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A pair of events: its features, whether it is one event, and the chains that it is of."""

    features: frozenset[str]
    is_one: bool
    chains: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of the measuring material")
    folder = parser.parse_args().data / "chains"
    with read_ledger(folder) as ledger:
        cases = cases_of(folder, ledger)
    print(f"{len(cases)} pairs, {sum(c.is_one for c in cases)} of them one event")
    report(cases)
    weights = weights_of(cases)
    shipped = {name: round(w, 3) for name, w in zip(NAMES, weights[1:], strict=True)}
    OUT.write_text(json.dumps({"bias": round(weights[0], 3), "least": LEAST, "weights": shipped}, indent=1) + "\n")


def cases_of(folder: Path, ledger: Ledger) -> list[Case]:
    """The pairs of events of different documents of which nothing excludes that they are one."""
    views = list(alone(ledger))
    told = told_as(folder, as_records([event for each in views for event in each.events]))
    golds = {g["event"]: g for g in read_lines(folder / "gold.jsonl")}
    parts = {frozenset((name, part)) for name, g in golds.items() for part in g.get("part_of", ())}
    found = []
    for one, other in combinations([s for each in views for s in sketches_of(each)], 2):
        mine, theirs = told.get(one.event, set()), told.get(other.event, set())
        is_part = any(frozenset((m, t)) in parts for m in mine for t in theirs)
        if not mine or not theirs or (is_part and not mine & theirs):
            continue
        if is_comparable(one, other):
            chains = frozenset(golds[name]["chain"] for name in mine | theirs)
            found.append(Case(features=features_of(one, other), is_one=bool(mine & theirs), chains=chains))
    return found


def alone(ledger: Ledger) -> Iterator[Views]:
    """What each document says by itself, before anything is joined."""
    return (as_of(ledger.store.entries(documents=[source.document])) for source in ledger.documents())


def weights_of(cases: Sequence[Case]) -> tuple[float, ...]:
    labels = np.array([float(c.is_one) for c in cases])
    prior = np.array([BIAS, *(PRIOR.get(name, 0.0) for name in NAMES)])
    return fit(matrix(cases), labels, STRENGTH, prior=prior)


def matrix(cases: Sequence[Case]) -> Matrix:
    return np.array([[1.0, *(float(name in c.features) for name in NAMES)] for c in cases])


def report(cases: Sequence[Case]) -> None:
    """Precision and recall of the pairs at several thresholds, each pair judged without its chains."""
    chains = sorted({name for c in cases for name in c.chains})
    without = {name: weights_of([c for c in cases if name not in c.chains]) for name in chains}
    chances = np.array([
        np.mean([1 / (1 + np.exp(-row @ np.array(without[name]))) for name in c.chains])
        for c, row in zip(cases, matrix(cases), strict=True)
    ])  # fmt: skip
    is_one = np.array([c.is_one for c in cases])
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        taken = chances >= least
        print(f"from {least}: precision {is_one[taken].mean():.3f} recall {is_one[taken].sum() / is_one.sum():.3f}")


if __name__ == "__main__":
    main()
