"""How alike two partitions of the same things are: MUC, B-cubed and CEAF-e, whose mean is the CoNLL score of coreference.

A partition is given as the label of each thing, in one order for both. MUC counts links (Vilain et al. 1995), B-cubed things (Bagga and Baldwin 1998), CEAF-e clusters, each
given to one of the other side at most, by the share of both that they have in common (Luo 2005, phi 4). CoNLL is the mean of the three F1 (Pradhan et al. 2012).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from eval import Counts, Figure, macro, precision, recall, tally

Labels = Sequence[Hashable]

MEASURES = ("muc", "b_cubed", "ceaf_e")


def count_coreference(name: str, gold: Labels, found: Labels) -> Counts:
    """The counts of the three measures. Precision and recall have counts of their own (`.p`, `.r`), as each divides by another whole."""
    counts: Counts = {}
    for measure, (hits, every) in {
        "muc.r": _links(gold, found),
        "muc.p": _links(found, gold),
        "b_cubed.r": _things(gold, found),
        "b_cubed.p": _things(found, gold),
        "ceaf_e.r": _clusters(gold, found),
        "ceaf_e.p": _clusters(found, gold),
    }.items():
        tally(counts, f"{name}.{measure}", hits=hits, found=every, gold=every)
    return counts


def coreference_figures(name: str) -> dict[str, Figure]:
    """`NAME.conll` and the F1 that it is the mean of."""
    each = {f"{name}.{measure}.f1": _f1(f"{name}.{measure}") for measure in MEASURES}
    return {f"{name}.conll": macro(each), **each}


def conll(gold: Labels, found: Labels) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAF-e."""
    return coreference_figures("x")["x.conll"](count_coreference("x", gold, found))


def _f1(name: str) -> Figure:
    def figure(sums: Mapping[str, float]) -> float:
        p, r = precision(f"{name}.p")(sums), recall(f"{name}.r")(sums)
        return 2 * p * r / (p + r) if p + r else 0.0

    return figure


def _links(whole: Labels, other: Labels) -> tuple[float, float]:
    """How many of the links that hold the clusters of `whole` together are in `other` too, of how many."""
    parts: dict[Hashable, list[Hashable]] = defaultdict(list)
    for cluster, elsewhere in zip(whole, other, strict=True):
        parts[cluster].append(elsewhere)
    kept = sum(len(each) - len(set(each)) for each in parts.values())
    return kept, sum(len(each) - 1 for each in parts.values())


def _things(whole: Labels, other: Labels) -> tuple[float, float]:
    """For each thing the share of its cluster in `whole` that is with it in `other`, summed, of how many things."""
    sizes, common = Counter(whole), Counter(zip(whole, other, strict=True))
    return sum(count**2 / sizes[cluster] for (cluster, _), count in common.items()), len(whole)


def _clusters(whole: Labels, other: Labels) -> tuple[float, float]:
    """The likeness of clusters in the best one-to-one choice, of how many clusters of `whole`."""
    mine, theirs = Counter(whole), Counter(other)
    rows, columns = ({cluster: n for n, cluster in enumerate(each)} for each in (mine, theirs))
    alike = np.zeros((len(rows), len(columns)))
    for (one, two), count in Counter(zip(whole, other, strict=True)).items():
        alike[rows[one], columns[two]] = 2 * count / (mine[one] + theirs[two])
    return float(alike[linear_sum_assignment(-alike)].sum()), len(rows)
