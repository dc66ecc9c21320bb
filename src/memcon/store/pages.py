"""The book as one transaction sees it: what is looked up in it, and what is written into it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from memcon.domain.codec import canonical
from memcon.domain.documents import Capture, Document
from memcon.domain.entries import Assertion, Entry, Judgement, Recorded
from memcon.domain.problems import Problem
from memcon.store.index import take_in
from memcon.store.lookup import chunks, held_ids
from memcon.store.refusals import adding
from memcon.store.rows import document_of, reader_of, recorded_of
from memcon.store.schema import documents, entries, judged, readers, taken
from memcon.store.taken import Known
from memcon.store.writer import Writer, not_before_last


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What was added of one document: whether its text was new, and how many rows."""

    is_new_document: bool
    entries: int
    problems: int

    @property
    def is_nothing(self) -> bool:
        return not (self.is_new_document or self.entries or self.problems)


class Pages:
    """What a connection can look up in the book."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def recorded(self, query: Any) -> tuple[Recorded, ...]:
        """The entries that a query of whole rows finds, with their readers."""
        known = {row["id"]: reader_of(row) for row in self.connection.execute(select(readers)).mappings()}
        return tuple(recorded_of(row, known) for row in self.connection.execute(query).mappings())

    def document(self, id: str) -> Document | None:
        query = select(documents.c.text, documents.c.payload).where(documents.c.id == id)
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


class Transaction(Pages):
    """Additions that are kept together: all of them, or none. One that the database refuses costs itself alone."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._new: list[Recorded] = []

    def append(
        self,
        *,
        recorded_at: str,
        document: Document | None = None,
        capture: Capture | None = None,
        entries: Iterable[Entry] = (),
        problems: Iterable[Problem] = (),
    ) -> Appended:
        """Adds a document with its capture, entries and problems: all of it, or nothing.

        What the ledger holds already is left as it is. Raises `ValueError` when the database can't hold the text (a lone surrogate)
        or the ledger holds another text under the document's id, `LedgerError` when it can't be written.
        """
        instant = not_before_last(self.connection, recorded_at)
        if self._new and self._new[-1].recorded_at != instant:
            self.settle()
        with adding(), self.connection.begin_nested():
            writer = Writer(self.connection, instant)
            key = writer.add_capture(capture) if capture is not None else None
            is_new = writer.add_document(document, key) if document is not None else False
            new = writer.add_entries(entries)
            told = writer.add_problems(problems, document.id if document is not None else None)
        self._new += new
        if document is not None and (is_new or new):
            self.connection.execute(delete(taken).where(taken.c.document == document.id))
        return Appended(is_new_document=is_new, entries=len(new), problems=told)

    def keep_taken(self, key: str, document: str, kept: Known) -> None:
        """Remembers that an input was read to the end and what came of it, until its document changes."""
        self.connection.execute(delete(taken).where(taken.c.key == key))
        self.connection.execute(insert(taken), {"key": key, "document": document, "payload": canonical(kept)})

    def settle(self) -> None:
        """Brings the index up to what was appended."""
        with adding():
            take_in(self.connection, self._new)
        self._new = []
