"""Clusters as they come about, pair by pair, none of which ever holds two members that something excludes from being one."""

from __future__ import annotations

from collections.abc import Callable, Iterable


class Joins:
    """Clusters of `ids`; `excludes` tells whether two of them can't be one."""

    def __init__(self, ids: Iterable[str], *, excludes: Callable[[str, str], bool]) -> None:
        self._clusters = {id: [id] for id in ids}
        self._excludes = excludes

    def may_meet(self, one: str, other: str) -> bool:
        """Whether the two are in two clusters that may become one."""
        mine, theirs = self._clusters[one], self._clusters[other]
        return mine is not theirs and not any(self._excludes(a, b) for a in mine for b in theirs)

    def meet(self, one: str, other: str) -> bool:
        """Makes one cluster of two, if they may be one; tells whether it did."""
        if not self.may_meet(one, other):
            return False
        mine, theirs = self._clusters[one], self._clusters[other]
        mine.extend(theirs)
        self._clusters.update((id, mine) for id in theirs)
        return True

    def count(self, ids: Iterable[str]) -> int:
        """How many clusters `ids` are in."""
        return len({id(self._clusters[each]) for each in ids})
