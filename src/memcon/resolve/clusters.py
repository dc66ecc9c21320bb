"""Records judged the same, as a union-find over ids.

Records of equal id are one without any judgement: a coder gives equal ids exactly when it knows them to be the same (the 57th session
of one channel, whoever reports it). All else is one by judgement only, and a judgement can be overruled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from memcon.domain.entries import Judgement
from memcon.resolve.namesakes import names_of

Pair = tuple[str, str]


def canonical_ids(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Every id that stands in a merger, mapped to its canonical one: the id of a name, where the rules of names joined one to it, else the
    first of the merged ids in alphabetical order.

    `judgements` are those in force, oldest first. On each pair of ids the latest word counts, a person's above a rule's. Mergers
    are made oldest first, persons' before rules'; one that would bring together a pair judged different is not made.
    """
    ruling = _rulings(judgements)
    together = [
        (judged.is_by_rule, n, pair) for n, (pair, judged) in enumerate(ruling.items()) if judged.kind == "same"
    ]
    clusters = _Clusters(
        apart=[pair for pair, judged in ruling.items() if judged.kind == "different"],
        first=frozenset(names_of(judgements).values()),
    )
    for _, _, (one, other) in sorted(together):
        clusters.join(one, other)
    return clusters.canonical()


def _rulings(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """The judgement that counts for each pair, in the order in which it was made."""
    found: dict[Pair, Judgement] = {}
    for judged in judgements:
        if judged.kind not in ("same", "different"):
            continue
        for pair in _pairs(judged):
            held = found.get(pair)
            if held is None or held.is_by_rule or not judged.is_by_rule:
                found.pop(pair, None)
                found[pair] = judged
    return found


def _pairs(judged: Judgement) -> list[Pair]:
    """`same` chains its subjects, `different` sets each of them against each other."""
    ids = sorted(dict.fromkeys(judged.subjects))
    if judged.kind == "same":
        return list(pairwise(ids))
    return [(one, other) for n, one in enumerate(ids) for other in ids[n + 1 :]]


class _Clusters:
    """Disjoint sets of ids, of which no set ever holds two ids judged different. The root of a set is one of `first`, if any is in it, and
    the first in alphabetical order."""

    def __init__(self, *, apart: Iterable[Pair], first: frozenset[str]) -> None:
        self._parent: dict[str, str] = {}
        self._first = first
        self._foes: dict[str, set[str]] = {}
        for one, other in apart:
            self._foes.setdefault(one, set()).add(other)
            self._foes.setdefault(other, set()).add(one)

    def root(self, id: str) -> str:
        while (parent := self._parent.get(id, id)) != id:
            self._parent[id] = self._parent.get(parent, parent)
            id = parent
        return id

    def join(self, one: str, other: str) -> None:
        """One set of two, unless that would bring together ids judged different."""
        first, second = sorted((self.root(one), self.root(other)), key=lambda id: (id not in self._first, id))
        if first == second or any(self.root(foe) == second for foe in self._foes.get(first, ())):
            return
        self._parent.setdefault(first, first)
        self._parent[second] = first
        if second in self._foes:
            self._foes.setdefault(first, set()).update(self._foes.pop(second))

    def canonical(self) -> dict[str, str]:
        return {id: self.root(id) for id in sorted(self._parent)}
