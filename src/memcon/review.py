"""What a person decides of records: the pairs that rules leave in doubt, and the judgements that settle them or correct a record.

The functions that judge look at the ledger and give the judgements; who calls them keeps them. Each raises `UsageError` for what would contradict itself or change nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, TypeVar, get_args

from memcon import query
from memcon.domain.entries import Judgement, Recorded, SubjectKind, judgement
from memcon.domain.views import ActorView, EventView, ProcessView, RecordView, Source
from memcon.errors import UsageError
from memcon.ledger.corrections import correct
from memcon.ledger.possible import IN_ORDER, check_order, check_signed
from memcon.query import Book, whole_id
from memcon.store.judging import check_one_kind, judgements_of, subject_kinds
from memcon.store.snapshot import Snapshot

if TYPE_CHECKING:
    from memcon.resolve.components import Comparison
    from memcon.resolve.events import Alike

T = TypeVar("T")

LEAST = 0.35
"""Pairs of events that are one with a smaller chance than this are not in doubt."""

MOST_PARTED = 400
"""Judgements that one split may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two records that may be one: the ids by which they go, the `chance` where it was measured, and the reasons."""

    kind: SubjectKind
    pair: tuple[str, str]
    reasons: tuple[str, ...]
    chance: float | None = None


def doubts(ledger: Book, *, kind: str | None = None, limit: int | None = None) -> tuple[Doubt, ...]:
    """The pairs in doubt that nobody has judged: events first (`kind` "events"), then persons ("persons"), then processes ("processes"); in order of ids, at most `limit`."""
    with ledger.at() as at:
        found: list[Iterator[Doubt]] = []
        if kind in (None, "events"):
            found.append(_events_in_doubt(at))
        if kind in (None, "persons"):
            found.append(_persons_in_doubt(at))
        if kind in (None, "processes"):
            found.append(_processes_in_doubt(at))
        unsettled = (doubt for some in found for doubt in _unsettled(at, some))
        return tuple(islice(unsettled, limit))


def _events_in_doubt(at: Snapshot) -> Iterator[Doubt]:
    from memcon.resolve.comparisons import EVENTS
    from memcon.resolve.events import alike
    from memcon.resolve.likeness import features_of, load_likeness, seems_apart
    from memcon.store.sketches import Sketches

    kept = Sketches(at.connection, EVENTS.kind)
    likeness = load_likeness()
    easier = replace(likeness, least=LEAST)
    for one in map(EVENTS.of_text, kept.every()):
        for other in map(EVENTS.of_text, kept.near(EVENTS.keys_of(one))):
            if one.event >= other.event:
                continue
            found = alike(one, other, easier)
            if found is not None:
                yield _of_events(found, likeness.least)
            elif (rule := seems_apart(one, other)) is not None:
                features = features_of(one, other)
                if (chance := likeness.chance(features)) >= likeness.least:
                    reasons = (f"kept apart: {rule}", *sorted(features))
                    yield Doubt(kind="event", pair=(one.event, other.event), reasons=reasons, chance=chance)


def _of_events(found: Alike, least: float) -> Doubt:
    """A pair below the threshold; or one above it, which `_unsettled` passes over where it was joined, and which was not where one of the two fits another event better."""
    reasons = found.features if found.chance < least else ("kept apart: another event fits as well", *found.features)
    return Doubt(kind="event", pair=found.pair, reasons=reasons, chance=found.chance)


def _persons_in_doubt(at: Snapshot) -> Iterator[Doubt]:
    from memcon.resolve.comparisons import PERSONS
    from memcon.resolve.persons import judge_persons

    for near in _components(at, PERSONS):
        for one, other, why in judge_persons(near).doubts:
            yield Doubt(kind="actor", pair=(min(one, other), max(one, other)), reasons=(why,))


def _processes_in_doubt(at: Snapshot) -> Iterator[Doubt]:
    from memcon.resolve.comparisons import ISSUES
    from memcon.resolve.same_issues import judge_issues

    for near in _components(at, ISSUES):
        for one, other, features in judge_issues(near).doubts:
            reasons = ("may be either of several", *features)
            yield Doubt(kind="process", pair=(min(one, other), max(one, other)), reasons=reasons)


def _components(at: Snapshot, how: Comparison[T]) -> Iterator[list[T]]:
    """All bearers of names, those that are linked together."""
    from memcon.resolve.components import component
    from memcon.store.sketches import Sketches

    kept = Sketches(at.connection, how.kind)
    seen: set[str] = set()
    for bearer in map(how.of_text, kept.every()):
        if how.id_of(bearer) not in seen:
            near = component(how, [bearer], lambda keys: map(how.of_text, kept.near(keys)))
            seen.update(near)
            yield list(near.values())


def _unsettled(at: Snapshot, found: Iterator[Doubt]) -> Iterator[Doubt]:
    """Each pair of records once, by the ids that they go by now, without those that are one or that a person has judged."""
    told: set[tuple[str, str]] = set()
    for doubt in found:
        goes_by = at.canonical(doubt.pair)
        one, other = sorted(goes_by.get(id, id) for id in doubt.pair)
        if one == other or (one, other) in told:
            continue
        told.add((one, other))
        if not _is_parted(at, one, other):
            yield replace(doubt, pair=(one, other))


def _is_parted(at: Snapshot, one: str, other: str) -> bool:
    """Whether a person judged records of the two clusters different."""
    members = at.members([one, other])
    mine, theirs = set(members.get(one, [one])), set(members.get(other, [other]))
    ruled = judgements_of(at, sorted(mine), kinds=("different",))
    return any(mine & {*r.entry.subjects} and theirs & {*r.entry.subjects} for r in ruled)  # type: ignore[union-attr]


def records_of(ledger: Book, found: Sequence[Doubt]) -> Mapping[str, EventView | ActorView | ProcessView]:
    """The records in doubt by id."""
    with ledger.at() as at:
        seen = at.excerpt({id for doubt in found for id in doubt.pair}).views()
    records: tuple[EventView | ActorView | ProcessView, ...] = (*seen.events, *seen.actors, *seen.processes)
    return {record.id: record for record in records}


def why_one(ledger: Book, record: RecordView, **point: str | None) -> tuple[Recorded, ...]:
    """The judgements that stand on the records that this one was joined from, in the order in which they were made: who is the same, who is not, what was corrected."""
    if isinstance(record, Source):
        return ()
    with ledger.at(**point) as at:
        return judgements_of(at, record.ids)


def merge(ledger: Book, ids: Sequence[str], *, by: str, why: str) -> tuple[Judgement, ...]:
    """That the records are one."""
    whole = [whole_id(ledger, id) for id in ids]
    with ledger.at() as at:
        _check_kind(at, whole)
        goes_by = at.canonical_of(whole)
    if len(goes_by) < 2:
        raise UsageError("they are one record already", hint=f"memcon show {whole[0]} --why tells by which judgements")
    return (judgement("same", tuple(whole), by=check_signed(by, why), why=why),)


def reject(ledger: Book, one: str, other: str, *, by: str, why: str) -> tuple[Judgement, ...]:
    """That the two records are not one."""
    pair = whole_id(ledger, one), whole_id(ledger, other)
    with ledger.at() as at:
        _check_kind(at, pair)
        if len(at.canonical_of(pair)) < 2:
            raise UsageError("they are one record now", hint=f"memcon review split {pair[0]} ID takes ids out of it")
    return (judgement("different", pair, by=check_signed(by, why), why=why),)


def split(ledger: Book, record: str, ids: Sequence[str], *, by: str, why: str) -> tuple[Judgement, ...]:
    """That the `ids`, all part of `record`, are not the rest of it: each of them is judged different from each of the rest."""
    whole = whole_id(ledger, record)
    with ledger.at() as at:
        [canonical] = at.canonical_of([whole])
        members = at.members([canonical]).get(canonical, [canonical])
    leaving = [_part_of(members, id) for id in ids]
    staying = [id for id in members if id not in leaving]
    if not staying:
        raise UsageError("that is the whole record", hint="name the ids that are to leave it, and not all of them")
    if len(staying) * len(leaving) > MOST_PARTED:
        if canonical in leaving:
            raise UsageError(
                f"{canonical} is what {len(members)} records go by", hint="name the ids that are to leave it instead"
            )
        staying = [canonical]
    return tuple(
        judgement("different", (stays, leaves), by=check_signed(by, why), why=why)
        for leaves in leaving
        for stays in staying
    )


def _part_of(members: Sequence[str], asked: str) -> str:
    found = [id for id in members if id.startswith(asked)]
    if len(found) != 1:
        what = "no id" if not found else "several ids"
        raise UsageError(f"{what} of this record begins with {asked!r}", hint=f"its ids: {', '.join(members[:20])}")
    return found[0]


def correct_record(ledger: Book, record: str, field: str, value: str, *, by: str, why: str) -> tuple[Judgement, ...]:
    """That `field` of the record is `value` (see `memcon.ledger.corrections.correct`)."""
    whole = whole_id(ledger, record)
    with ledger.at() as at:
        kind = _check_kind(at, [whole])
    made = correct(kind, whole, field, value, by=check_signed(by, why), why=why)
    first, last = IN_ORDER.get(kind, ("", ""))
    if field in (first, last):
        seen, told = query.show(ledger, whole), json.loads(made.value or "{}").get("value")
        times = {name: told if name == field else getattr(seen, name, None) for name in (first, last)}
        check_order(first, times[first], last, times[last])
    return (made,)


def undo(ledger: Book, made: str, *, by: str, why: str) -> tuple[Judgement, ...]:
    """That the judgement, by its id or the beginning of it, does not hold."""
    with ledger.at() as at:
        standing = judgements_of(at, None, beginning=made)
    if not standing:
        raise UsageError(f"no judgement {made!r} stands", hint="memcon show ID --why tells which do")
    if len(standing) > 1:
        raise UsageError(
            f"several judgements begin with {made!r}", hint=f"they are {', '.join(r.entry.id for r in standing[:10])}"
        )
    return (judgement("retracted", (standing[0].entry.id,), by=check_signed(by, why), why=why),)


def _check_kind(at: Snapshot, ids: Sequence[str]) -> SubjectKind:
    """The kind of the records, all of one."""
    kinds = subject_kinds(at, ids)
    unknown = [id for id in ids if id not in kinds]
    if unknown:
        raise UsageError(
            f"the ledger has no record {unknown[0]!r}", hint="ids stand at the end of each line of memcon timeline"
        )
    check_one_kind(kinds.values())
    [kind] = set(kinds.values())
    known: tuple[SubjectKind, ...] = get_args(SubjectKind)
    return next(each for each in known if each == kind)
