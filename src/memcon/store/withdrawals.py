"""What is withdrawn: entries that a retraction has taken back, as far as that retraction itself stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from memcon.domain.entries import Judgement, Recorded
from memcon.store.lookup import chunks
from memcon.store.rows import ANYBODY, recorded_of
from memcon.store.schema import entries, judged, withdrawn


class Withdrawals:
    """The withdrawals that a group of new entries brings about or ends."""

    def __init__(self, connection: Connection, found: Sequence[Recorded]) -> None:
        self._connection = connection
        self._found = found
        self._now = found[-1].seq
        self._on: dict[str, list[Recorded]] = {}

    def settle(self) -> list[tuple[Recorded, bool]]:
        """Writes them down. Gives the entries, old and new, of which it is otherwise now: each with whether it is withdrawn."""
        asked = {id for r in self._found if _is_retraction(r) for id in r.entry.subjects}  # type: ignore[union-attr]
        asked |= self._named_before()
        affected = self._below(asked)
        if not affected:
            return []
        self._look_up(affected)
        seqs = [recorded.seq for recorded in affected.values()]
        gone: set[int] = set()
        for some in chunks(seqs):
            query = select(withdrawn.c.seq).where(withdrawn.c.seq.in_(some), withdrawn.c.until.is_(None))
            gone.update(self._connection.execute(query).scalars())
        changed = []
        for id, recorded in affected.items():
            if (is_gone := self._is_gone(id)) == (recorded.seq in gone):
                continue
            changed.append((recorded, is_gone))
            if is_gone:
                self._connection.execute(insert(withdrawn), {"seq": recorded.seq, "since": self._now})
            else:
                row = (withdrawn.c.seq == recorded.seq) & withdrawn.c.until.is_(None)
                self._connection.execute(update(withdrawn).where(row).values(until=self._now))
        return changed

    def _named_before(self) -> set[str]:
        """New entries that some judgement named before they came."""
        found: set[str] = set()
        for some in chunks([recorded.entry.id for recorded in self._found]):
            query = select(judged.c.subject).join(entries, entries.c.id == judged.c.judgement)
            query = query.where(judged.c.subject.in_(some), entries.c.seq <= self._now)
            found.update(self._connection.execute(query).scalars())
        return found

    def _below(self, asked: set[str]) -> dict[str, Recorded]:
        """The entries of those ids, and what those of them retract, and so on down."""
        found: dict[str, Recorded] = {}
        while asked:
            more: set[str] = set()
            for recorded in self._load(asked):
                found[recorded.entry.id] = recorded
                if _is_retraction(recorded):
                    more.update(recorded.entry.subjects)  # type: ignore[union-attr]
            asked = more - found.keys()
        return found

    def _look_up(self, ids: Iterable[str]) -> None:
        """The retractions of each id, of these, and so on up."""
        asked = {id for id in ids if id not in self._on}
        while asked:
            self._on |= {id: [] for id in asked}
            rows: list[Any] = []
            for some in chunks(sorted(asked)):
                query = select(judged.c.subject, judged.c.judgement).where(judged.c.subject.in_(some))
                rows += self._connection.execute(query).all()
            held = {r.entry.id: r for r in self._load({row.judgement for row in rows})}
            for row in rows:
                if row.judgement in held and _is_retraction(held[row.judgement]):
                    self._on[row.subject].append(held[row.judgement])
            asked = {r.entry.id for found in self._on.values() for r in found} - self._on.keys()

    def _is_gone(self, id: str) -> bool:
        return any(not self._is_gone(retraction.entry.id) for retraction in self._on[id])

    def _load(self, ids: set[str]) -> list[Recorded]:
        found: list[Recorded] = []
        for some in chunks(sorted(ids)):
            query = select(entries).where(entries.c.id.in_(some), entries.c.seq <= self._now)
            rows = self._connection.execute(query).mappings()
            found += (recorded_of(row, ANYBODY) for row in rows)
        return found


def _is_retraction(recorded: Recorded) -> bool:
    return isinstance(recorded.entry, Judgement) and recorded.entry.kind == "retracted"
