"""Prints of one text: a wire story in several outlets, cut short, under another headline, with a sentence or two of their own. One witness, many prints.

Two texts are prints of one where nearly all runs of words of the shorter stand in the longer, and nearly all its names and numbers: offices write of two calls in
the same formulas, but not of the same people on the same day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import sqrt

from memcon.domain.dates import interval_of
from memcon.domain.documents import Document
from memcon.domain.entries import RULE, Judgement, judgement
from memcon.resolve.shingles import body_words, keys, run_hashes, sample, slots

BY = f"{RULE}same-text@1"

LEAST_RUNS = 12
"""Sampled runs of the shorter text, about fifty words: what is shorter may be a formula as a whole."""

LEAST_SHARED = 0.65
"""The part of the shorter text's runs that is shared for certain, as far as a sample can tell (see `least_share`)."""

MOST_NEW = 0.2
"""The part of the shorter text's names and numbers that the longer one may lack: an outlet's own line, no other event."""

MOST_PUT_OTHERWISE = 0.03
"""The part of the places between equal words where one text may have another name or number (a correction): two days' releases of one form differ in more. One is always allowed."""

MOST_CUT = 8
"""A text of so many times the length holds the shorter one beside others: a digest, or a report that quotes a release."""

MOST_DAYS = 14
"""A text comes out again within so many days; later an office repeats itself, unless hardly a word is other (`LEAST_SHARED_LATER`)."""

LEAST_SHARED_LATER = 0.9

MOST_WORDS = 20_000
"""Of a book so many words are looked at."""

_SURE = 1.96
"""Standard deviations that a sample may have been lucky by (95 in 100)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """What is compared of a document's text: `runs` are a sample of the hashes of its runs of words, `keys` those by which it is found, `slots` the hashes of names and numbers by those of the words beside them; `day` is the last on which it came out (ISO), empty where unknown."""

    document: str
    runs: frozenset[int]
    keys: frozenset[int]
    slots: Mapping[int, frozenset[int]]
    day: str = ""

    @property
    def names(self) -> frozenset[int]:
        return frozenset().union(*self.slots.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Two documents, by their ids in alphabetical order, and the part of the shorter one's text that both have."""

    pair: tuple[str, str]
    part: float


def print_of(document: Document) -> Print:
    words = body_words(document)[:MOST_WORDS]
    hashes = run_hashes(words)
    when = interval_of(document.published)
    day = when.end.isoformat() if when else ""
    return Print(document=document.id, runs=sample(hashes), keys=keys(hashes), slots=slots(words), day=day)


def judge_prints(prints: Iterable[Print]) -> tuple[Judgement, ...]:
    """The judgements that join those of `prints` that are prints of one text, each of one pair with the part that is shared, in order of ids.

    The likest pairs first; every two of one text are likely prints of each other, so that a digest does not make one of what it holds. What comes out hangs on
    the set alone.
    """
    by_id = {each.document: each for each in prints}
    clusters = {id: [id] for id in by_id}
    made = []
    for found in sorted(_among(by_id.values()), key=lambda f: (-f.part, f.pair)):
        mine, theirs = (clusters[id] for id in found.pair)
        if mine is theirs or not all(shared(by_id[a], by_id[b]) for a in mine for b in theirs):
            continue
        mine.extend(theirs)
        clusters |= dict.fromkeys(theirs, mine)
        made.append(
            judgement("same", found.pair, by=BY, why=f"{found.part:.2f} of the shorter text stands in the other")
        )
    return tuple(sorted(made, key=lambda judged: judged.subjects))


def shared(one: Print, other: Print) -> Shared | None:
    """What two documents have in common, where they are likely prints of one text; else None."""
    short, long = sorted((one, other), key=lambda p: (len(p.runs), p.document))
    if one.document == other.document or not LEAST_RUNS <= len(short.runs) * MOST_CUT >= len(long.runs):
        return None
    if len(short.runs) < LEAST_RUNS or len(short.names - long.names) > MOST_NEW * len(short.names):
        return None
    both = len(short.runs & long.runs)
    if least_share(both, len(short.runs)) < (LEAST_SHARED_LATER if _are_far_apart(one, other) else LEAST_SHARED):
        return None
    if not _name_the_same(short, long):
        return None
    first, second = sorted((one.document, other.document))
    return Shared(pair=(first, second), part=both / len(short.runs))


def _are_far_apart(one: Print, other: Print) -> bool:
    if not (one.day and other.day):
        return False
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) > MOST_DAYS


def _name_the_same(one: Print, other: Print) -> bool:
    places = one.slots.keys() & other.slots.keys()
    otherwise = sum(one.slots[place].isdisjoint(other.slots[place]) for place in places)
    return otherwise <= max(1, MOST_PUT_OTHERWISE * len(places))


def least_share(both: int, of: int) -> float:
    """The least part of all runs that is likely shared where `both` of a sample `of` are (Wilson 1927): the fewer were looked at, the less is certain."""
    part, doubt = both / of, _SURE**2 / of
    return (part + doubt / 2 - _SURE * sqrt((part * (1 - part) + doubt / 4) / of)) / (1 + doubt)


def _among(prints: Iterable[Print]) -> list[Shared]:
    blocks: dict[int, list[Print]] = defaultdict(list)
    for each in prints:
        for key in each.keys:
            blocks[key].append(each)
    pairs = {
        (one.document, other.document): (one, other)
        for block in blocks.values()
        for one, other in combinations(sorted(block, key=lambda p: p.document), 2)
    }
    found = (shared(one, other) for one, other in pairs.values())
    return [each for each in found if each is not None]
