"""The book as one transaction sees it: what is looked up in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from memcon.domain.documents import Document
from memcon.domain.entries import Assertion, Judgement, Recorded
from memcon.store.lookup import chunks, held_ids
from memcon.store.rows import all_recorded, document_of, reader_of
from memcon.store.schema import documents, entries, judged, readers, taken


class Pages:
    """What a connection can look up in the book."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def recorded(self, query: Any) -> tuple[Recorded, ...]:
        """The entries that a query of whole rows finds, with their readers."""
        known = {row["id"]: reader_of(row) for row in self.connection.execute(select(readers)).mappings()}
        return tuple(all_recorded(self.connection.execute(query).all(), known))

    def document(self, id: str) -> Document | None:
        query = select(documents).where(documents.c.id == id)
        row = self.connection.execute(query).mappings().first()
        return document_of(row) if row else None

    def place_of(self, document: str) -> int:
        """The place of a document in the order in which the ledger came to hold them."""
        query = select(documents.c.seq).where(documents.c.id == document)
        return int(self.connection.execute(query).scalar_one())

    def assertions_of(self, document: str) -> tuple[Assertion, ...]:
        """Every assertion ever recorded of one document, in order, the retracted ones too."""
        found = self.recorded(select(entries).where(entries.c.document == document).order_by(entries.c.seq))
        return tuple(r.entry for r in found if isinstance(r.entry, Assertion))

    def judgements_on(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """Every judgement ever recorded that names any of the record or entry `ids`, in order, the retracted ones too."""
        found: dict[int, Judgement] = {}
        for some in chunks(ids):
            naming = select(judged.c.judgement).where(judged.c.subject.in_(some))
            for recorded in self.recorded(select(entries).where(entries.c.id.in_(naming))):
                if isinstance(recorded.entry, Judgement):
                    found[recorded.seq] = recorded.entry
        return tuple(found[seq] for seq in sorted(found))

    def judgements(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """The judgements of these entry ids, in order."""
        found: dict[int, Judgement] = {}
        for some in chunks(ids):
            for recorded in self.recorded(select(entries).where(entries.c.id.in_(some))):
                if isinstance(recorded.entry, Judgement):
                    found[recorded.seq] = recorded.entry
        return tuple(found[seq] for seq in sorted(found))

    def holds(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of the entry `ids` that the book holds."""
        return held_ids(self.connection, entries, ids)

    def holds_subjects(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of the record `ids` that an assertion in the book speaks of, or a judgement names."""
        found: set[str] = set()
        for some in chunks(ids):
            for column in (entries.c.subject, judged.c.subject):
                found.update(self.connection.execute(select(column).where(column.in_(some)).distinct()).scalars())
        return frozenset(found)

    def taken(self, keys: Sequence[str]) -> dict[str, str]:
        """Of those of the input `keys` that were taken before and changed nothing since, what was kept with them."""
        found: dict[str, str] = {}
        for some in chunks(keys):
            query = select(taken.c.key, taken.c.payload).where(taken.c.key.in_(some))
            found.update((row.key, row.payload) for row in self.connection.execute(query))
        return found
