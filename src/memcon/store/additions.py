"""What is written into the book in one transaction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert

from memcon.domain.codec import canonical
from memcon.domain.documents import Capture, Document
from memcon.domain.entries import Entry, Recorded
from memcon.domain.problems import Problem
from memcon.store.index import take_in
from memcon.store.pages import Pages
from memcon.store.refusals import adding
from memcon.store.schema import taken
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
