"""Where the versions of one article tell of an event: a corrected day or name makes no second event of it.

Two events of two versions are one where their passages share most words, whatever their days and people: it is by these that one version corrects the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from memcon.domain.documents import Document
from memcon.domain.entries import RULE, Judgement, judgement
from memcon.domain.views import EventView
from memcon.resolve.shingles import word_hash
from memcon.resolve.sketches import family_of
from memcon.resolve.versions import addresses_of

BY = f"{RULE}same-passage@1"

LEAST_ALIKE = 0.5
"""The part of all words of two passages that tell of one event in two versions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a document tells of an event: the words of its evidence and label as hashes; `family` is the group of kinds by which it may be called."""

    event: str
    document: str
    addresses: frozenset[str]
    family: str
    words: frozenset[int]


def passages_of(events: Iterable[EventView], document: Document) -> tuple[Passage, ...]:
    """The passages of one document's `events`; none where it has no address by which a version would come."""
    addresses = addresses_of(document)
    if not addresses:
        return ()
    return tuple(
        Passage(
            event=event.id,
            document=document.id,
            addresses=addresses,
            family=family_of(event.kind),
            words=_hashes((event.label, *(piece.quote for piece in event.evidence))),
        )
        for event in events
    )


def _hashes(texts: Iterable[str]) -> frozenset[int]:
    return frozenset(word_hash(word.casefold()) for text in texts for word in re.findall(r"\w+", text))


def judge_passages(passages: Iterable[Passage]) -> tuple[Judgement, ...]:
    """Which events of several versions are one: those told in the same family of words at the likest passages, each with one of another version, the likest first."""
    by_id = {each.event: each for each in passages}
    blocks: dict[str, list[Passage]] = defaultdict(list)
    for each in by_id.values():
        for address in each.addresses:
            blocks[address].append(each)
    pairs = {
        _pair(one, other): _alike(one, other)
        for block in blocks.values()
        for one, other in combinations(block, 2)
        if are_alike(one, other)
    }
    clusters = {id: [id] for id in by_id}
    made = []
    for pair, part in sorted(pairs.items(), key=lambda p: (-p[1], p[0])):
        mine, theirs = (clusters[id] for id in pair)
        if mine is theirs or not _documents(by_id, mine).isdisjoint(_documents(by_id, theirs)):
            continue
        mine.extend(theirs)
        clusters |= dict.fromkeys(theirs, mine)
        why = f"versions of one article, {part:.2f} of the words of the passage in both"
        made.append(judgement("same", pair, by=BY, why=why))
    return tuple(sorted(made, key=lambda judged: judged.subjects))


def are_alike(one: Passage, other: Passage) -> bool:
    return (
        one.document != other.document
        and one.family == other.family
        and not one.addresses.isdisjoint(other.addresses)
        and _alike(one, other) >= LEAST_ALIKE
    )


def _pair(one: Passage, other: Passage) -> tuple[str, str]:
    first, second = sorted((one.event, other.event))
    return first, second


def _alike(one: Passage, other: Passage) -> float:
    return len(one.words & other.words) / max(1, len(one.words | other.words))


def _documents(by_id: Mapping[str, Passage], events: Sequence[str]) -> set[str]:
    return {by_id[id].document for id in events}
