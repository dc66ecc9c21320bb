"""Which records of an answer tell what the program's own reading tells at the same words: they get the own record's id, and so stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from memcon.codebook import load_codebook
from memcon.domain.dates import interval_of
from memcon.domain.records import Commitment, Event, Position, Precedent, Process, Statement
from memcon.domain.spans import Span

Likeness = Callable[[Any, Any], float]
"""How well two records of one kind go together, 0 where they are not of one thing."""

_LEAST_SHARED = 0.5
"""The share of the longer of two stretches of words that both have, from which on they are one."""


def known_ids(kind: str, given: Sequence[Any], own: Sequence[Any]) -> tuple[Any, ...]:
    """The records `given`, those that go together with one of `own` under its id, the best pairs first; each id once."""
    like = _LIKE[kind]
    pairs = sorted(
        ((like(one, other), n, m) for n, one in enumerate(given) for m, other in enumerate(own)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    ids: dict[int, str] = {}
    taken: set[int] = set()
    for chance, n, m in pairs:
        if chance > 0 and n not in ids and m not in taken:
            ids[n] = own[m].id
            taken.add(m)
    found: dict[str, Any] = {}
    for n, record in enumerate(given):
        id = ids.get(n, record.id)
        found.setdefault(id, replace(record, id=id))
    return tuple(found.values())


def _events(one: Event, other: Event) -> float:
    """One family of kinds, told in a sentence that both cite; neither other people nor another time."""
    book = load_codebook()
    shared = _shared(_places(one.evidence), _places(other.evidence))
    if not shared or book.kind(one.kind).family != book.kind(other.kind).family:
        return 0
    mine, theirs = ({p.actor for p in event.participants} for event in (one, other))
    if mine and theirs and not mine & theirs:
        return 0
    times = [interval_of(event.when.edtf) if event.when else None for event in (one, other)]
    if times[0] and times[1] and not times[0].overlaps(times[1]):
        return 0
    is_then = bool(times[0] and times[1])
    return 1 + len(mine & theirs) + 2 * is_then + (one.kind == other.kind) + shared / 10_000


def _statements(one: Statement, other: Statement) -> float:
    return _share(one.content_spans, other.content_spans)


def _positions(one: Position, other: Position) -> float:
    if one.actor != other.actor or not _shared(_places(one.evidence), _places(other.evidence)):
        return 0
    return _worded_alike(one.target_text, other.target_text)


def _commitments(one: Commitment, other: Commitment) -> float:
    if not set(one.parties) & set(other.parties) or not _shared(_places(one.evidence), _places(other.evidence)):
        return 0
    return _worded_alike(one.text, other.text)


def _processes(one: Process, other: Process) -> float:
    return _worded_alike(one.name, other.name)


def _precedents(one: Precedent, other: Precedent) -> float:
    is_there = _shared(_places(one.evidence), _places(other.evidence))
    return _worded_alike(one.text, other.text) if is_there else 0


_LIKE: Mapping[str, Likeness] = {
    "events": _events,
    "statements": _statements,
    "positions": _positions,
    "commitments": _commitments,
    "processes": _processes,
    "precedents": _precedents,
}


def _places(evidence: Iterable[Any]) -> list[Span]:
    return [piece.span for piece in evidence]


def _shared(ones: Sequence[Span], others: Sequence[Span]) -> int:
    """How many characters are in both."""
    return sum(
        min(a.end, b.end) - max(a.start, b.start) for a in ones for b in others if a.overlaps(b)
    )  # fmt: skip


def _share(ones: Sequence[Span], others: Sequence[Span]) -> float:
    longer = max(sum(s.end - s.start for s in ones), sum(s.end - s.start for s in others), 1)
    share = _shared(ones, others) / longer
    return share if share >= _LEAST_SHARED else 0


def _worded_alike(one: str, other: str) -> float:
    """The share of the words of the longer that both have, where that is half of them or more."""
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    share = len(mine & theirs) / max(len(mine), len(theirs), 1)
    return share if share >= _LEAST_SHARED else 0
