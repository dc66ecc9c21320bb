"""Which events of several documents are one: sketches alike enough are joined, the likeliest pairs first, unless something excludes it.

What comes out hangs on the set of sketches alone, not on the order in which they came: so adding documents in any order gives the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import combinations

from memcon.domain.entries import RULE, Judgement, judgement
from memcon.resolve.joins import Joins
from memcon.resolve.likeness import (
    Likeness,
    excluded_by,
    features_of,
    initials,
    is_comparable,
    is_journey,
    little_shared,
    load_likeness,
    names_an_office_alone,
    sides_of,
    told_as_two,
)
from memcon.resolve.sketches import Sketch, plus

BY = f"{RULE}same-event@5"

_PAIRS_KEPT = 8_192
"""Pairs of which it is remembered how alike they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two events, by their ids in alphabetical order, that are one with `chance`; `features` are the reasons. `is_vague`: one names one side alone, or an office, so that they are taken for
    one only where no other event fits it."""

    pair: tuple[str, str]
    chance: float
    features: tuple[str, ...]
    is_vague: bool = False


def judge_events(sketches: Iterable[Sketch], likeness: Likeness | None = None) -> tuple[Judgement, ...]:
    """The judgements that join those of `sketches` that are one event, each of one pair with its chance and its reasons, in order of ids."""
    by_id = {sketch.event: sketch for sketch in sketches}
    joined = join(by_id, alike_among(tuple(by_id.values()), likeness or load_likeness()))
    found = (judgement("same", each.pair, by=BY, why=_why(each)) for each in joined)
    return tuple(sorted(found, key=lambda judged: judged.subjects))


def alike(one: Sketch, other: Sketch, likeness: Likeness | None = None) -> Alike | None:
    """The pair, where the two are likely enough one event; None where they are not, or are told by one document, whose reader told them apart."""
    first, second = sorted((one, other), key=lambda sketch: sketch.event)
    return _alike(first, second, likeness or load_likeness())


@lru_cache(maxsize=_PAIRS_KEPT)
def _alike(one: Sketch, other: Sketch, likeness: Likeness) -> Alike | None:
    """Asked when a component is found and again when it is judged: the answer is kept."""
    if not is_comparable(one, other):
        return None
    features = features_of(one, other)
    chance = likeness.chance(features)
    if chance < likeness.least:
        return None
    return Alike(
        pair=(one.event, other.event),
        chance=chance,
        features=tuple(sorted(features)),
        is_vague=little_shared(one, other) or names_an_office_alone(one, other),
    )


def alike_among(sketches: Sequence[Sketch], likeness: Likeness) -> list[Alike]:
    """The pairs that are likely enough one event, of those that share a key."""
    blocks: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        for key in keys_of(sketch):
            blocks[key].append(sketch)
    pairs = {
        frozenset((one.event, other.event)): (one, other)
        for block in blocks.values()
        for one, other in combinations(block, 2)
    }
    found = (alike(one, other, likeness) for one, other in pairs.values())
    return [each for each in found if each is not None]


def keys_of(sketch: Sketch) -> frozenset[str]:
    """What two sketches must share to be compared: a month about which they may be, with a person's name, a body or mechanism, or two countries (one, where that is
    all there is); or the number of a session of a mechanism; or a day with a country of which an office or a person takes part."""
    names = {f"person {word}" for person in sketch.persons for word in person.words[-1:] + person.words[:1]}
    called = sketch.bodies | {short for name in sketch.bodies if (short := initials(name))}
    bodies = {f"body {name}" for name in called} | {f"body {word}" for word in sketch.channel}
    ordered = sorted(sketch.countries)[:_MOST_COUNTRIES]
    countries = {f"states {one} {other}" for one, other in combinations(ordered, 2)}
    alone = {f"state {country}" for country in ordered} if not (names or bodies) else set()
    sessions = {f"session {sketch.ordinal} {word}" for word in sketch.channel if sketch.ordinal is not None}
    months = _months(sketch)
    named = {f"{month} {name}" for month in months for name in names | bodies | countries | alone}
    return frozenset(named | sessions | _days(sketch))


def _days(sketch: Sketch) -> set[str]:
    """The one day on which it is told to be, with each country of which an office alone or a person takes part."""
    if sketch.when is None or not (sketch.is_told and sketch.when.is_day):
        return set()
    countries = sketch.officers | {p.country for p in sketch.persons if p.country}
    return {f"{sketch.when.start.isoformat()} officer {country}" for country in countries}


_MOST_COUNTRIES = 8
"""Of a gathering of many states the pairs of the first so many serve as keys."""
_MARGIN = timedelta(days=11)
"""A set day and the day to which it was moved lie within twice this of each other, with a day's grace (`likeness.MOST_DAYS_MOVED`)."""
_MOST_MONTHS = 14
"""What is told by a longer time than this is compared by its sessions alone."""


def _months(sketch: Sketch) -> list[str]:
    """The months about which the event may be, and those near them; "undated" where its telling leaves all open."""
    window = sketch.window
    if window is None:
        return ["undated"]
    first, last = plus(window.start, -_MARGIN), plus(window.end, _MARGIN)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    numbers = (first.year * 12 + first.month - 1 + n for n in range(count if count <= _MOST_MONTHS else 0))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def join(sketches: dict[str, Sketch], pairs: Iterable[Alike]) -> list[Alike]:
    """The pairs by which clusters come about, the likeliest first: no cluster holds two sketches of which something excludes that they are one. What names one side alone
    comes last, and joins the one cluster that it fits; where it fits two, nobody can tell."""
    joins = Joins(sketches, excludes=lambda a, b: are_two(sketches[a], sketches[b]))
    in_order = sorted(pairs, key=lambda p: (_is_journey_and_meeting(sketches, p), -round(p.chance, 6), p.pair))
    made = [each for each in in_order if not each.is_vague and joins.meet(*each.pair)]
    for _, fitting in sorted(_by_vague_one(sketches, in_order).items()):
        open_ones = [each for each in fitting if joins.may_meet(*each.pair)]
        if joins.count(id for each in open_ones for id in each.pair) == _TWO:
            joins.meet(*open_ones[0].pair)
            made.append(open_ones[0])
    return made


def _is_journey_and_meeting(sketches: dict[str, Sketch], each: Alike) -> bool:
    """Such a pair comes last: what is told of a journey is first put with what else is told of it, and then with what it may be for."""
    one, other = (sketches[id] for id in each.pair)
    return is_journey(one) != is_journey(other)


def are_two(one: Sketch, other: Sketch) -> bool:
    """Whether no cluster holds both: something excludes it, or one document tells of a journey and of a meeting."""
    return told_as_two(one, other) or excluded_by(one, other) is not None


_TWO = 2
"""The cluster of one that names one side alone, and the one that it fits."""


def _by_vague_one(sketches: dict[str, Sketch], pairs: Iterable[Alike]) -> dict[str, list[Alike]]:
    """The vague pairs by the event that names one side alone."""
    found: dict[str, list[Alike]] = defaultdict(list)
    for each in pairs:
        if each.is_vague:
            one, other = each.pair
            found[one if sides_of(sketches[one]) < sides_of(sketches[other]) else other].append(each)
    return found


def _why(each: Alike) -> str:
    return f"{each.chance:.2f}: {', '.join(each.features)}"
