"""Which issues of several documents are one: what is sure first, then what fits one of them only. What comes out hangs on the set of issues alone, not on the order in which they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from memcon.domain.entries import RULE, Judgement, judgement
from memcon.resolve.issues import (
    Issue,
    are_near_in_time,
    excluded_by,
    features_of,
    is_likely,
    is_sure,
    keys_of,
)
from memcon.resolve.joins import Joins

BY = f"{RULE}same-process@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class SameIssues:
    """What was decided of a set of issues: `joined` as judgements, and the pairs in doubt, each with the reasons."""

    joined: tuple[Judgement, ...]
    doubts: tuple[tuple[str, str, tuple[str, ...]], ...]


def may_be_one(one: Issue, other: Issue) -> bool:
    """Whether the two are sure or likely to be one, as far as the two alone tell."""
    if excluded_by(one, other) is not None or not are_near_in_time(one, other):
        return False
    return is_sure(one, other) or is_likely(one, other)


def judge_issues(issues: Iterable[Issue]) -> SameIssues:
    """Which of the `issues` are one. Sure pairs join, those that share most first; what is told by less joins the one cluster that it fits, and is in doubt where it fits two."""
    by_id = {issue.id: issue for issue in issues}
    pairs = _pairs(by_id)
    joins = Joins(by_id, excludes=lambda a, b: excluded_by(by_id[a], by_id[b]) is not None)
    made = [pair for pair in pairs if is_sure(by_id[pair[0]], by_id[pair[1]]) and joins.meet(*pair)]
    likely: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        one, other = (by_id[id] for id in pair)
        if not is_sure(one, other):
            likely[min(one, other, key=_told).id].append(pair)
    doubts: list[tuple[str, str, tuple[str, ...]]] = []
    for _, fitting in sorted(likely.items()):
        open_ones = [pair for pair in fitting if joins.may_meet(*pair)]
        if joins.count(id for pair in open_ones for id in pair) == _TWO:
            joins.meet(*open_ones[0])
            made.append(open_ones[0])
        else:
            doubts += [(*pair, features_of(by_id[pair[0]], by_id[pair[1]])) for pair in open_ones]
    judged = (judgement("same", pair, by=BY, why=_why(by_id, pair)) for pair in made)
    return SameIssues(joined=tuple(sorted(judged, key=lambda j: j.subjects)), doubts=tuple(doubts))


_TWO = 2
"""One that fits, and what it fits."""


def _pairs(by_id: dict[str, Issue]) -> list[tuple[str, str]]:
    """The pairs that may be one, of those that share a key; those that share most first, then in order of ids."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id, issue in sorted(by_id.items()):
        for key in keys_of(issue):
            blocks[key].append(id)
    near = {pair for block in blocks.values() for pair in combinations(block, 2)}
    found = [pair for pair in near if may_be_one(by_id[pair[0]], by_id[pair[1]])]
    return sorted(found, key=lambda pair: (-len(features_of(by_id[pair[0]], by_id[pair[1]])), pair))


def _told(issue: Issue) -> tuple[int, int, str]:
    """How much is told of an issue: what is told by less looks for one that is told by more."""
    return (len(issue.sides), len(issue.names) + len(issue.marks), issue.id)


def _why(by_id: dict[str, Issue], pair: Sequence[str]) -> str:
    one, other = (by_id[id] for id in pair)
    return f"same sort ({one.sort}), {', '.join(features_of(one, other))}"
