"""Judgements that stand, as of a snapshot's point, and what they are on."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from memcon.domain.entries import Judgement, JudgementKind, Recorded
from memcon.store.lookup import chunks
from memcon.store.rows import ANYBODY, recorded_of
from memcon.store.schema import entries, judged, withdrawn
from memcon.store.snapshot import Snapshot

RULINGS: tuple[JudgementKind, ...] = ("same", "different", "corrected")


def judgements_of(
    at: Snapshot,
    ids: Sequence[str] | None,
    *,
    kinds: Sequence[JudgementKind] = RULINGS,
    beginning: str = "",
) -> tuple[Recorded, ...]:
    """The judgements of some `kinds` that stand, on any of the record `ids` (None: on whatever) and with an id of that `beginning`, in order."""
    found: dict[int, Recorded] = {}
    if ids is None:
        end = beginning[:-1] + chr(ord(beginning[-1]) + 1) if beginning else "~"
        queries = [select(entries).where(entries.c.id >= beginning, entries.c.id < end).limit(50)]
    else:
        queries = [
            select(entries).where(entries.c.id.in_(select(judged.c.judgement).where(judged.c.subject.in_(some))))
            for some in chunks(ids)
        ]
    stands = ~select(withdrawn.c.seq).where(withdrawn.c.seq == entries.c.seq, at.holds(withdrawn)).exists()
    for query in queries:
        for row in at.connection.execute(query.where(entries.c.seq <= at.seq, stands)).mappings():
            recorded = recorded_of(row, ANYBODY)
            if isinstance(recorded.entry, Judgement) and recorded.entry.kind in kinds:
                found[recorded.seq] = recorded
    return tuple(found[seq] for seq in sorted(found))


def subject_kinds(at: Snapshot, ids: Sequence[str]) -> dict[str, str]:
    """The kind of record that each of `ids` is, by what is told of it, or of a record that goes by it."""
    found: dict[str, str] = {}
    for record, members in at.members(at.canonical_of(ids)).items():
        for some in chunks(members):
            query = select(entries.c.subject_kind).where(entries.c.subject.in_(some)).limit(1)
            kind = at.connection.execute(query).scalar()
            if kind is not None:
                found[record] = kind
                break
    goes_by = at.canonical(ids)
    return {id: found[goes_by.get(id, id)] for id in ids if goes_by.get(id, id) in found}
