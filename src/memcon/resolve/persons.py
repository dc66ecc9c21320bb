"""Which bearers of names are one person: spellings of one name, part of a name, a country that one document leaves open.

What is compared are bearers of names (`memcon.resolve.namesakes`), of which there are few, not the thousands of documents' records that bear them. What comes out
hangs on the set of bearers alone. Where two persons fit equally well nobody is chosen: that is for a person to decide (`doubts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.domain.entries import RULE, Judgement, judgement
from memcon.knowledge.names import may_share_initials
from memcon.resolve.sketches import Person, is_same_person

BY = f"{RULE}same-person@1"

OPEN_COUNTRY = "the same full name, the country told of one only"
OTHER_SPELLING = "names that may be one, the same country and a shared office"
PART_OF_A_NAME = "part of one known name only, the same country and a shared office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Who bears a name in one document or many: the `id` of the name, the name as it stands, its `words` as keys, country (alpha-3) and the wordings of offices as keys."""

    id: str
    name: str
    words: tuple[str, ...]
    country: str | None = None
    offices: frozenset[str] = frozenset()

    @property
    def is_full(self) -> bool:
        return len(self.words) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearers:
    """What was decided of a set of bearers: `joined` as judgements, and the pairs in doubt, each with the reason."""

    joined: tuple[Judgement, ...]
    doubts: tuple[tuple[str, str, str], ...]


def keys_of(bearer: Bearer) -> frozenset[str]:
    """What two bearers must share to be compared: the first letters of a name's first or last word, so that spellings meet."""
    return frozenset(word[:3] for word in (bearer.words[:1] + bearer.words[-1:]))


def judge_persons(bearers: Iterable[Bearer]) -> Bearers:
    """Who of `bearers` are one person."""
    found = _Persons(sorted(bearers, key=lambda b: b.id))
    found.join_spellings()
    found.join_open_countries()
    found.join_parts()
    return Bearers(joined=tuple(found.joined), doubts=tuple(found.doubts))


class _Persons:
    """Clusters of bearers, as they are joined."""

    def __init__(self, bearers: Sequence[Bearer]) -> None:
        self._bearers = bearers
        self._blocks: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in bearers:
            for key in keys_of(bearer):
                self._blocks[key].append(bearer)
        self._cluster = {b.id: [b] for b in bearers}
        self.joined: list[Judgement] = []
        self.doubts: list[tuple[str, str, str]] = []

    def join_spellings(self) -> None:
        """Full names of one country."""
        for one in self._bearers:
            for other in self._near(one):
                if one.id < other.id and one.is_full and other.is_full and one.country and one.country == other.country:
                    self._join_spelled(one, other)

    def _join_spelled(self, one: Bearer, other: Bearer) -> None:
        mine, theirs = self._cluster[one.id], self._cluster[other.id]
        if mine is theirs or not all(may_be_one(a, b) for a in mine for b in theirs):
            return
        if shares_office(one, other):
            self._join(one, other, OTHER_SPELLING)
        else:
            self.doubts.append((one.id, other.id, "names that may be one, no office shared"))

    def join_open_countries(self) -> None:
        for one in self._bearers:
            if one.is_full and one.country is None:
                self._join_only(one, [b for b in self._near(one) if b.is_full and b.country], OPEN_COUNTRY)

    def join_parts(self) -> None:
        for one in self._bearers:
            if not one.is_full and one.country:
                fitting = [
                    b for b in self._near(one) if b.is_full and self._has(b, one.country) and shares_office(one, b)
                ]
                self._join_only(one, fitting, PART_OF_A_NAME)

    def _join_only(self, one: Bearer, others: Iterable[Bearer], why: str) -> None:
        """Joins `one` to those of `others` that may be the same person, where they are all one."""
        fitting = [b for b in others if may_be_one(one, b)]
        clusters = {id(self._cluster[b.id]) for b in fitting}
        if len(clusters) == 1 and self._cluster[one.id] is not self._cluster[fitting[0].id]:
            self._join(one, fitting[0], why)
        elif len(clusters) > 1:
            self.doubts.extend((one.id, b.id, "may be either of several") for b in fitting)

    def _has(self, bearer: Bearer, country: str) -> bool:
        return any(b.country == country for b in self._cluster[bearer.id])

    def _near(self, one: Bearer) -> Iterator[Bearer]:
        found = {b.id: b for key in keys_of(one) for b in self._blocks[key] if b.id != one.id}
        return iter(sorted(found.values(), key=lambda b: b.id))

    def _join(self, one: Bearer, other: Bearer, why: str) -> None:
        mine, theirs = self._cluster[one.id], self._cluster[other.id]
        mine.extend(theirs)
        for bearer in theirs:
            self._cluster[bearer.id] = mine
        first, second = sorted((one.id, other.id))
        self.joined.append(judgement("same", (first, second), by=BY, why=why))


def may_be_one(one: Bearer, other: Bearer) -> bool:
    """Whether nothing in two names and countries excludes that they are one person's; at most one word is spelled in two ways."""
    named = Person(words=one.words, country=one.country), Person(words=other.words, country=other.country)
    short, long = sorted((one.words, other.words), key=len)
    strange = set(short) - set(long)
    return is_same_person(*named) and len(strange) <= 1 and may_share_initials(one.name, other.name)


def shares_office(one: Bearer, other: Bearer) -> bool:
    """Whether an office of one is worded as one of the other's, or in part of its words ("president", "president of peru")."""
    return any(
        set(mine.split()) <= set(theirs.split()) or set(theirs.split()) <= set(mine.split())
        for mine in one.offices
        for theirs in other.offices
    )
