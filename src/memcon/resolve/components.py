"""What a new document may join, and no more: the records that are linked to its own, and those linked to them.

A decision about one record hangs on the records linked to it, be it over others; so these alone are looked up and decided anew, and what comes out is the same
as if all records had been compared at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from memcon.domain.entries import Entry, Judgement
from memcon.resolve.retractions import JudgementsOn
from memcon.resolve.standing import Holds, tops

T = TypeVar("T")

WHY = "the reports that are known now say otherwise"

MOST = 400
"""Records that one decision takes in; a component that grows beyond it is decided as far as it was looked up, the nearest links first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Generic[T]):
    """How records of one kind are compared: the id of one, the keys by which it is found, whether two are linked, and what is judged of a set of them. `rule` is who its judgements are by, with the
    version; `to_text` and `of_text` write and read a record as JSON."""

    kind: str
    to_text: Callable[[T], str]
    of_text: Callable[[str], T]
    rule: str
    id_of: Callable[[T], str]
    keys_of: Callable[[T], frozenset[str]]
    are_linked: Callable[[T, T], bool]
    judge: Callable[[Iterable[T]], tuple[Judgement, ...]]

    @property
    def by(self) -> str:
        """The rule without its version: what any of its versions judged it may take back."""
        return self.rule.partition("@")[0]


def component(
    comparison: Comparison[T], start: Iterable[T], near: Callable[[frozenset[str]], Iterable[T]]
) -> dict[str, T]:
    """The records of `start` and all that are linked to them, by id. `near` gives the records that have any of some keys; it is asked once for each step away from the start."""
    found = {comparison.id_of(record): record for record in start}
    keys = {id: comparison.keys_of(record) for id, record in found.items()}
    frontier = list(found)
    while frontier and len(found) < MOST:
        wanted = frozenset().union(*(keys[id] for id in frontier))
        others = {id: other for other in near(wanted) if (id := comparison.id_of(other)) not in found}
        keys.update((id, comparison.keys_of(other)) for id, other in others.items())
        linked = [
            id
            for id, other in others.items()
            if any(keys[one] & keys[id] and comparison.are_linked(found[one], other) for one in frontier)
        ]
        found.update((id, others[id]) for id in linked)
        frontier = linked
    return found


def changes(
    comparison: Comparison[T], found: Mapping[str, T], judgements_on: JudgementsOn, holds: Holds
) -> tuple[Entry, ...]:
    """The entries that bring the rule's judgements on the records `found` to those that it makes of them now."""
    wanted = {judged.id: judged for judged in comparison.judge(found.values())}
    made = [j for j in judgements_on(sorted(found)) if j.kind == "same" and j.by.partition("@")[0] == comparison.by]
    known = {judged.id for judged in made if set(judged.subjects) <= set(found)}
    top = tops(known, holds, by=comparison.by, why=WHY)
    return (
        *(judged for id, judged in sorted(wanted.items()) if id not in known),
        *(judged for id, (judged, stands) in top.items() if stands != (id in wanted)),
    )
