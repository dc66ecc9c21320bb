"""Judgements that stand, as of a snapshot's point, and what they are on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from sqlalchemy import select

from memcon.domain.entries import Judgement, JudgementKind, Recorded
from memcon.errors import UsageError
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
        end = beginning[:-1] + chr(min(ord(beginning[-1]) + 1, sys.maxunicode)) if beginning else "~"
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
    """The kind of record that each of `ids` is, by what is told of it, else of the records that are one with it."""
    found = {id: kind for id in ids if (kind := _kind_told(at, [id])) is not None}
    goes_by = at.canonical(ids)
    untold = {id: goes_by[id] for id in ids if id not in found and id in goes_by}
    members = at.members(untold.values())
    kinds = {record: _kind_told(at, members[record]) for record in untold.values()}
    return found | {id: kind for id, record in untold.items() if (kind := kinds[record]) is not None}


def _kind_told(at: Snapshot, ids: Sequence[str]) -> str | None:
    """The kind that assertions give to the first of `ids` that any is about."""
    for some in chunks(sorted(ids)):
        query = select(entries.c.subject_kind).where(entries.c.subject.in_(some)).order_by(entries.c.subject)
        kind: str | None = at.connection.execute(query.limit(1)).scalar()
        if kind is not None:
            return kind
    return None


def check_one_kind(kinds: Iterable[str]) -> None:
    """Raises `UsageError` for more than one kind of record."""
    found = sorted(set(kinds))
    if len(found) > 1:
        raise UsageError(f"a record can't be {' and '.join(found)} at once", hint="name records of one kind")
