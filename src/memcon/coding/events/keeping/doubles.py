"""Whether an event that may be a record has been told in the document already, as far as its kind, parties, lands, time and place show.

Two tellings that nothing joins (`memcon.coding.events.merging`) are often one event all the same: what brings neither a party nor a time nor a place of its own is
seldom worth a second record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from memcon.coding.events.keeping.surroundings import lands_of
from memcon.coding.events.pairs import Cluster
from memcon.coding.events.relevance import Told, told_by
from memcon.coding.text_index import TextIndex
from memcon.domain.dates import Interval


def doubles(index: TextIndex, clusters: Sequence[Cluster]) -> list[frozenset[str]]:
    """For each of `clusters` the names of what was told before it of its own family; the title, which tells all first, is asked last."""
    seen: dict[str, _Seen] = defaultdict(_Seen)
    found: dict[int, frozenset[str]] = {}
    told = [told_by(index, c) for c in clusters]
    for n in sorted(range(len(clusters)), key=lambda n: _order(clusters[n])):
        before = seen[told[n].kind.family]
        found[n] = frozenset(before.names(told[n]))
        before.add(told[n])
    return [found[n] for n in range(len(clusters))]


def _order(cluster: Cluster) -> tuple[bool, int]:
    return all(m.in_title for m in cluster.mentions), cluster.mentions[0].trigger.anchor


class _Seen:
    """What was told of one family so far."""

    def __init__(self) -> None:
        self.parties: set[str] = set()
        self.lands: set[str] = set()
        self.places: set[str] = set()
        self.times: set[Interval] = set()
        self.is_empty = True

    def add(self, told: Told) -> None:
        self.is_empty = False
        self.parties |= {a.id for a in told.parties}
        self.lands |= lands_of(told)
        self.places |= {m.place.name for m in told.mentions if m.place is not None}
        self.times |= {m.interval for m in told.mentions if m.interval is not None}

    def names(self, told: Told) -> list[str]:
        """What of `told` was told before."""
        if self.is_empty:
            return ["before: none of its family"]
        parties, lands = {a.id for a in told.parties}, lands_of(told)
        places = {m.place.name for m in told.mentions if m.place is not None}
        times = {m.interval for m in told.mentions if m.interval is not None}
        all_known = parties <= self.parties and lands <= self.lands and places <= self.places and times <= self.times
        found = ["before: one of its family"]
        if parties & self.parties:
            found.append("before: a party of it")
        elif lands & self.lands:
            found.append("before: a land of it")
        if times & self.times:
            found.append("before: its time")
        if all_known:
            found.append("before: all of it")
            is_definite = all(m.is_definite for m in told.mentions)
            found.append("before: all of it, and it is known" if is_definite else "before: all of it, and it is new")
        return found
