"""The book on disk: reads entries in order, adds one document in one transaction."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, RowMapping, Table, func, insert, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, StatementError

from memcon.domain.documents import Capture, Document
from memcon.domain.entries import Assertion, Entry, Judgement, Recorded
from memcon.domain.problems import Problem
from memcon.domain.readers import ReaderName
from memcon.errors import LedgerError
from memcon.store.engine import WRITING, lock_for_writing, open_engine
from memcon.store.migrate import upgrade
from memcon.store.rows import (
    document_of,
    document_row,
    entry_row,
    judged_rows,
    problem_of,
    problem_row,
    reader_of,
    reader_row,
    recorded_of,
)
from memcon.store.schema import captures, documents, entries, judged, problems, quotes, readers

_INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

_CHUNK = 500
"""Ids looked up in one query: below every database's limit on parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What one transaction added: whether the document's text was new, and how many rows."""

    is_new_document: bool
    entries: int
    problems: int

    @property
    def is_nothing(self) -> bool:
        return not (self.is_new_document or self.entries or self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A search hit: a document, and the passage with the matched words between `[` and `]`."""

    document: str
    title: str | None
    passage: str


class LedgerStore:
    """One ledger. Safe for several processes at once; writers wait for each other."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, path_or_url: str | Path, *, create: bool = True) -> LedgerStore:
        """Opens the ledger at a file path, `:memory:` or database URL, and brings its tables up to date.

        Raises `LedgerError` when it is missing and `create` is false, is not a ledger, or can't be reached.
        """
        given = str(path_or_url)
        if not create and "://" not in given and given != ":memory:" and not Path(given).expanduser().exists():
            raise LedgerError(f"there is no ledger at {given}", hint="add documents with `memcon add`")
        try:
            store = cls(open_engine(path_or_url))
            with store._writing() as connection:
                upgrade(connection)
        except (DatabaseError, OSError) as error:
            raise LedgerError(
                f"can't open the ledger: {_reason(error)}", hint="check the path or URL and its permissions"
            ) from error
        return store

    def close(self) -> None:
        self._engine.dispose()

    def append(
        self,
        *,
        recorded_at: str,
        document: Document | None = None,
        capture: Capture | None = None,
        entries: Iterable[Entry] = (),
        problems: Iterable[Problem] = (),
    ) -> Appended:
        """Adds a document with its capture, entries and problems in one transaction: all of it, or nothing.

        What the ledger holds already is left as it is. Raises `ValueError` when the database can't hold the text (a lone surrogate)
        or the ledger holds another text under the document's id, `LedgerError` when it can't be written.
        """
        try:
            with self._writing() as connection:
                writer = _Writer(connection, _not_before_last(connection, recorded_at))
                key = writer.add_capture(capture) if capture is not None else None
                is_new = writer.add_document(document, key) if document is not None else False
                return Appended(
                    is_new_document=is_new,
                    entries=writer.add_entries(entries),
                    problems=writer.add_problems(problems, document.id if document is not None else None),
                )
        except (DataError, IntegrityError) as error:
            raise ValueError(_reason(error)) from error
        except DatabaseError as error:
            raise LedgerError(
                f"can't write the ledger: {_reason(error)}", hint="nothing of this document was kept; add it again"
            ) from error
        except StatementError as error:
            raise ValueError(_reason(error)) from error

    def entries(
        self,
        *,
        documents: Iterable[str] | None = None,
        subject_kinds: Iterable[str] | None = None,
        without: Iterable[str] = (),
    ) -> tuple[Recorded, ...]:
        """Entries in the order of the book: all judgements, and the assertions of the named documents and kinds of subject, but for
        the properties in `without`."""
        query = select(entries).order_by(entries.c.seq)
        if documents is not None:
            query = query.where(entries.c.document.is_(None) | entries.c.document.in_(tuple(documents)))
        if subject_kinds is not None:
            query = query.where(entries.c.subject_kind.is_(None) | entries.c.subject_kind.in_(tuple(subject_kinds)))
        if left_out := tuple(without):
            query = query.where(entries.c.property.is_(None) | entries.c.property.not_in(left_out))
        return self._recorded(query)

    def assertions_of(self, document: str) -> tuple[Assertion, ...]:
        """Every assertion ever recorded of one document, in order, the retracted ones too."""
        found = self._recorded(select(entries).where(entries.c.document == document).order_by(entries.c.seq))
        return tuple(r.entry for r in found if isinstance(r.entry, Assertion))

    def judgements_on(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """Every judgement ever recorded that names any of the record or entry `ids`, in order, the retracted ones too."""
        found: dict[int, Judgement] = {}
        for some in _chunks(ids):
            naming = select(judged.c.judgement).where(judged.c.subject.in_(some))
            for recorded in self._recorded(select(entries).where(entries.c.id.in_(naming))):
                if isinstance(recorded.entry, Judgement):
                    found[recorded.seq] = recorded.entry
        return tuple(found[seq] for seq in sorted(found))

    def readers(self) -> tuple[ReaderName, ...]:
        """Every reader that made an assertion, by name and version."""
        return tuple(
            reader_of(row)
            for row in self._rows(select(readers).order_by(readers.c.name, readers.c.version, readers.c.id))
        )

    def holds(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of the entry `ids` that the book holds."""
        with self._engine.connect() as connection:
            return _held(connection, entries, ids)

    def holds_subjects(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of the record `ids` that an assertion in the book speaks of, or a judgement names."""
        found: set[str] = set()
        for some in _chunks(ids):
            for column in (entries.c.subject, judged.c.subject):
                found.update(row["subject"] for row in self._rows(select(column).where(column.in_(some)).distinct()))
        return frozenset(found)

    def documents(self) -> Iterator[Document]:
        """All documents with their texts, in the order in which they were first added."""
        for row in self._rows(select(documents.c.text, documents.c.payload).order_by(documents.c.seq)):
            yield document_of(row)

    def document(self, id: str) -> Document | None:
        rows = self._rows(select(documents.c.text, documents.c.payload).where(documents.c.id == id))
        return document_of(rows[0]) if rows else None

    def capture_of(self, document: str) -> bytes | None:
        """The bytes that a document was read from."""
        query = select(captures.c.compressed).join(documents, documents.c.capture == captures.c.sha256)
        rows = self._rows(query.where(documents.c.id == document))
        return zlib.decompress(cast(bytes, rows[0]["compressed"])) if rows else None

    def problems(self) -> tuple[Problem, ...]:
        """Every problem recorded, in order."""
        return tuple(problem_of(row) for row in self._rows(select(problems).order_by(problems.c.seq)))

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        with self._engine.connect() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (captures, documents, readers, entries, judged, quotes, problems)
            }

    def digest(self) -> str:
        """SHA-256 over all entries in order: equal digests mean the same book."""
        total = hashlib.sha256()
        for row in self._rows(select(entries).order_by(entries.c.seq)):
            total.update(json.dumps(dict(row), sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        return total.hexdigest()

    def search(self, words: str, *, limit: int = 20) -> tuple[Found, ...]:
        """Documents whose title or text holds all the words, best first (SQLite only; stemmed, accents ignored)."""
        if self._engine.dialect.name != "sqlite":
            raise LedgerError(
                "full-text search needs a SQLite ledger",
                hint="export to SQLite, or search with the database's own tools",
            )
        match = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not match:
            return ()
        with self._engine.connect() as connection:
            rows = connection.execute(
                text(
                    "SELECT d.id AS document, d.title AS title, snippet(documents_fts, 1, '[', ']', '…', 24) AS passage "
                    "FROM documents_fts JOIN documents AS d ON d.seq = documents_fts.rowid "
                    "WHERE documents_fts MATCH :match ORDER BY bm25(documents_fts), d.seq LIMIT :limit"
                ),
                {"match": match, "limit": limit},
            )
            return tuple(Found(**row) for row in rows.mappings())

    def _recorded(self, query: Any) -> tuple[Recorded, ...]:
        """The entries that a query of whole rows finds, with their readers."""
        with self._engine.connect() as connection:
            named = {row["id"]: reader_of(row) for row in connection.execute(select(readers)).mappings()}
            return tuple(recorded_of(row, named) for row in connection.execute(query).mappings())

    def _rows(self, query: Any) -> Sequence[RowMapping]:
        with self._engine.connect() as connection:
            return connection.execute(query).mappings().all()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
            lock_for_writing(connection)
            yield connection


class _Writer:
    """The inserts of one transaction."""

    def __init__(self, connection: Connection, recorded_at: str) -> None:
        self._connection = connection
        self._recorded_at = recorded_at

    def add_capture(self, capture: Capture) -> str:
        key = hashlib.sha256(capture.data).hexdigest()
        held = self._connection.execute(select(captures.c.sha256).where(captures.c.sha256 == key)).first()
        if held is None:
            row = {
                "sha256": key,
                "media_type": capture.media_type,
                "size": len(capture.data),
                "compressed": zlib.compress(capture.data, 6),
                "added_at": self._recorded_at,
            }
            self._connection.execute(insert(captures), row)
        return key

    def add_document(self, document: Document, capture: str | None) -> bool:
        """Whether the document is new. One held already takes the metadata of its newest reading; its text and `ref` stay."""
        query = select(documents.c.text, documents.c.payload, documents.c.ref).where(documents.c.id == document.id)
        held = self._connection.execute(query).mappings().first()
        if held is None:
            row = document_row(document) | {"capture": capture, "added_at": self._recorded_at}
            self._connection.execute(insert(documents), row)
            return True
        if held["text"] != document.text:
            raise ValueError(f"the ledger holds another text under {document.id}")
        row = document_row(replace(document, ref=held["ref"]))
        if held["payload"] != row["payload"]:
            self._connection.execute(update(documents).where(documents.c.id == document.id).values(row))
        return False

    def add_entries(self, found: Iterable[Entry]) -> int:
        added = tuple(found)
        cited = {
            (entry.document, evidence.span, evidence.quote)
            for entry in added
            if isinstance(entry, Assertion)
            for evidence in entry.evidence
            if evidence.span.field == "text"  # titles are searched as they are
        }
        if cited:
            rows = [{"document": d, "span_start": s.start, "span_end": s.end, "quote": q} for d, s, q in sorted(cited)]
            dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
            self._connection.execute(dialect.insert(quotes).on_conflict_do_nothing(), rows)
        self._insert_new(readers, [reader_row(r) for r in {e.reader for e in added if isinstance(e, Assertion)}])
        new = self._insert_new(entries, [entry_row(e) | {"recorded_at": self._recorded_at} for e in added])
        judgements = {e.id: e for e in added if isinstance(e, Judgement) and e.id in new}
        if judgements:
            self._connection.execute(insert(judged), [row for j in judgements.values() for row in judged_rows(j)])
        return len(new)

    def add_problems(self, found: Iterable[Problem], document: str | None) -> int:
        rows = [problem_row(problem, document) | {"recorded_at": self._recorded_at} for problem in found]
        return len(self._insert_new(problems, rows))

    def _insert_new(self, table: Table, rows: list[dict[str, Any]]) -> frozenset[str]:
        """The ids of those of `rows` that were new; a row whose id is held already is passed over. Writers follow one another, so none is
        added between the look and the insert."""
        held = _held(self._connection, table, [row["id"] for row in rows])
        new = {row["id"]: row for row in rows if row["id"] not in held}
        if new:
            self._connection.execute(insert(table), list(new.values()))
        return frozenset(new)


def _not_before_last(connection: Connection, recorded_at: str) -> str:
    """`recorded_at`, or the last entry's instant when the clock was set back since: the past of the book never changes."""
    if _INSTANT.fullmatch(recorded_at) is None:
        raise ValueError(f"not a UTC instant: {recorded_at!r}")
    last = connection.execute(select(entries.c.recorded_at).order_by(entries.c.seq.desc()).limit(1)).scalar()
    return max(recorded_at, last or "")


def _held(connection: Connection, table: Table, ids: Sequence[str]) -> frozenset[str]:
    """Those of `ids` that the table has."""
    found: set[str] = set()
    for some in _chunks(ids):
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(some))).scalars())
    return frozenset(found)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def _reason(error: Exception) -> str:
    """The database's own words, without SQL and parameters."""
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]
