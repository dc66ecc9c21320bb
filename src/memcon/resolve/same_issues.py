"""Which issues of several documents are one: what is sure first, then what fits one of them only. What comes out hangs on the set of issues alone, not on the order in which they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, pairwise

from memcon.domain.entries import RULE, Judgement, judgement
from memcon.resolve.issues import (
    FEW_SIDES,
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
    return _are_alike(one, other, *sorted((one.year, other.year), key=lambda year: year or 0))


def _are_alike(one: Issue, other: Issue, earlier: int | None, later: int | None) -> bool:
    """Whether the two may be one, of which the one was told until the year `earlier` and the other from `later` on."""
    if excluded_by(one, other) is not None or not are_near_in_time(earlier, later, one.sort):
        return False
    return is_sure(one, other) or is_likely(one, other)


def judge_issues(issues: Iterable[Issue]) -> SameIssues:
    """Which of the `issues` are one. Those that are told alike but for words and year are one as long as they go on; of these groups sure pairs join, those that share most first; what is
    told on a day that nobody knows, and then what is told by less, joins the one cluster that it fits, and is in doubt where it fits two."""
    groups = {group.id: group for group in _groups(issues)}
    excluded = cache(lambda one, other: excluded_by(groups[one].told, groups[other].told) is not None)
    joins = Joins(groups, excludes=excluded)
    pairs = _pairs(groups)
    sure = [pair for pair in pairs if is_sure(groups[pair[0]].told, groups[pair[1]].told)]
    made = [pair for pair in sure if _are_dated(groups, pair) and joins.meet(*pair)]
    undated = [pair for pair in sure if not _are_dated(groups, pair)]
    made += _fitting(groups, joins, undated, lambda group: (group.first is not None, *_told(group)))[0]
    likely, doubts = _fitting(groups, joins, sorted(set(pairs) - set(sure)), _told)
    made += likely
    judged = [
        judgement(
            "same", pair, by=BY, why=f"same sort ({groups[pair[0]].told.sort}), {', '.join(_features(groups, pair))}"
        )
        for pair in made
    ]
    judged += [judgement("same", pair, by=BY, why=_TOLD_ALIKE) for group in groups.values() for pair in group.inside]
    return SameIssues(joined=tuple(sorted(judged, key=lambda j: j.subjects)), doubts=tuple(doubts))


def _fitting(
    groups: Mapping[str, _Group],
    joins: Joins,
    pairs: Iterable[Pair],
    by: Callable[[_Group], tuple[bool | int | str, ...]],
) -> tuple[list[Pair], list[tuple[str, str, tuple[str, ...]]]]:
    """Joins the one of each pair that comes first `by` how much is told of it to the one cluster that it fits. Gives the pairs by which it did, and those in doubt, where it fits two, with the reasons."""
    by_one: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_one[min((groups[id] for id in pair), key=by).id].append(pair)
    made: list[Pair] = []
    doubts: list[tuple[str, str, tuple[str, ...]]] = []
    for _, fitting in sorted(by_one.items()):
        open_ones = [pair for pair in fitting if joins.may_meet(*pair)]
        if joins.count(id for pair in open_ones for id in pair) == _TWO:
            joins.meet(*open_ones[0])
            made.append(open_ones[0])
        else:
            doubts += [(*pair, _features(groups, pair)) for pair in open_ones]
    return made, doubts


Pair = tuple[str, str]

_TWO = 2
"""One that fits, and what it fits."""
_TOLD_ALIKE = "same sort, sides and names, told within a few years"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Issues that are told alike but for words and year, from the year `first` to `last` (None where nobody knows). `told` is what all of them tell, `inside` the pairs by which they are one."""

    told: Issue
    first: int | None
    last: int | None
    inside: tuple[Pair, ...]

    @property
    def id(self) -> str:
        return self.told.id


def _groups(issues: Iterable[Issue]) -> Iterator[_Group]:
    """The issues by what of them is told alike, cut where nothing is told of them for longer than one lasts."""
    alike: dict[Issue, list[Issue]] = defaultdict(list)
    for issue in sorted({issue.id: issue for issue in issues}.values(), key=lambda i: (i.year or 0, i.id)):
        is_known = len(issue.sides) >= FEW_SIDES
        alike[
            replace(issue, id="", marks=frozenset(), year=None) if is_known else replace(issue, id="", year=None)
        ] += [issue]
    for held in alike.values():
        run: list[Issue] = []
        for issue in held:
            if run and not (run[-1].year and are_near_in_time(run[-1].year, issue.year, issue.sort)):
                yield _group(run)
                run = []
            run.append(issue)
        yield _group(run)


def _group(run: Sequence[Issue]) -> _Group:
    """One group of issues, in order of years."""
    ids = sorted(issue.id for issue in run)
    marks = frozenset().union(*(issue.marks for issue in run))
    return _Group(
        told=replace(run[0], id=ids[0], marks=marks),
        first=run[0].year,
        last=run[-1].year,
        inside=tuple(pairwise(ids)),
    )


def _may_be_one(one: _Group, other: _Group) -> bool:
    earlier, later = sorted((one, other), key=lambda group: group.first or 0)
    return _are_alike(one.told, other.told, earlier.last, later.first)


def _are_dated(groups: Mapping[str, _Group], pair: Pair) -> bool:
    return all(groups[id].first is not None for id in pair)


def _pairs(groups: Mapping[str, _Group]) -> list[Pair]:
    """The pairs that may be one, of those that share a key; those that share most first, then in order of ids."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id, group in sorted(groups.items()):
        for key in keys_of(group.told):
            blocks[key].append(id)
    near = {pair for block in blocks.values() for pair in combinations(block, 2)}
    found = [pair for pair in near if _may_be_one(groups[pair[0]], groups[pair[1]])]
    return sorted(found, key=lambda pair: (-len(_features(groups, pair)), pair))


def _told(group: _Group) -> tuple[int, int, str]:
    """How much is told of a group: what is told by less looks for one that is told by more."""
    return (len(group.told.sides), len(group.told.names) + len(group.told.marks), group.id)


def _features(groups: Mapping[str, _Group], pair: Pair) -> tuple[str, ...]:
    return features_of(groups[pair[0]].told, groups[pair[1]].told)
