"""Which events of several documents are one: sketches alike enough are joined, the likeliest pairs first, unless something excludes it.

What comes out hangs on the set of sketches alone, not on the order in which they came: so adding documents in any order gives the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from memcon.domain.entries import RULE, Judgement, judgement
from memcon.resolve.likeness import Likeness, excluded_by, features_of, load_likeness
from memcon.resolve.sketches import Sketch

BY = f"{RULE}same-event@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two events, by their ids in alphabetical order, that are one with `chance`; `features` are the reasons."""

    pair: tuple[str, str]
    chance: float
    features: tuple[str, ...]


def judge_events(sketches: Iterable[Sketch], likeness: Likeness | None = None) -> tuple[Judgement, ...]:
    """The judgements that join those of `sketches` that are one event, each of one pair with its chance and its reasons, in order of ids."""
    by_id = {sketch.event: sketch for sketch in sketches}
    joined = join(by_id, alike_among(tuple(by_id.values()), likeness or load_likeness()))
    found = (judgement("same", each.pair, by=BY, why=_why(each)) for each in joined)
    return tuple(sorted(found, key=lambda judged: judged.subjects))


def alike_among(sketches: Sequence[Sketch], likeness: Likeness) -> list[Alike]:
    """The pairs that are likely enough one event, of those that share a key."""
    blocks: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        for key in keys_of(sketch):
            blocks[key].append(sketch)
    pairs = {
        (one.event, other.event) if one.event < other.event else (other.event, one.event): (one, other)
        for block in blocks.values()
        for one, other in combinations(block, 2)
        if one.document != other.document
    }
    found = (_alike(pair, one, other, likeness) for pair, (one, other) in pairs.items())
    return [each for each in found if each is not None]


def keys_of(sketch: Sketch) -> frozenset[str]:
    """What two sketches must share to be compared: a person's name, a body or mechanism, or two countries; one, where that is all there is."""
    names = {f"person {word}" for person in sketch.persons for word in person.words[-1:] + person.words[:1]}
    bodies = {f"body {name}" for name in sketch.bodies} | {f"body {word}" for word in sketch.channel}
    ordered = sorted(sketch.countries)
    countries = {f"states {one} {other}" for one, other in combinations(ordered[:_MOST_COUNTRIES], 2)}
    alone = {f"state {country}" for country in ordered} if not (names or bodies) else set()
    return frozenset(names | bodies | countries | alone)


_MOST_COUNTRIES = 8
"""Of a gathering of many states the pairs of the first so many serve as keys."""


def _alike(pair: tuple[str, str], one: Sketch, other: Sketch, likeness: Likeness) -> Alike | None:
    if excluded_by(one, other) is not None:
        return None
    features = features_of(one, other)
    chance = likeness.chance(features)
    return Alike(pair=pair, chance=chance, features=tuple(sorted(features))) if chance >= likeness.least else None


def join(sketches: dict[str, Sketch], pairs: Iterable[Alike]) -> list[Alike]:
    """The pairs by which clusters come about, the likeliest first: no cluster holds two sketches of which something excludes that they are one."""
    clusters = {id: [id] for id in sketches}
    made = []
    for each in sorted(pairs, key=lambda p: (-round(p.chance, 6), p.pair)):
        mine, theirs = (clusters[id] for id in each.pair)
        if mine is theirs or any(excluded_by(sketches[a], sketches[b]) for a in mine for b in theirs):
            continue
        mine.extend(theirs)
        for id in theirs:
            clusters[id] = mine
        made.append(each)
    return made


def _why(each: Alike) -> str:
    return f"{each.chance:.2f}: {', '.join(each.features)}"
