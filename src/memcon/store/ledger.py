"""The book on disk: reads entries in order, adds one document in one transaction."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, Engine, RowMapping, func, select
from sqlalchemy.exc import DatabaseError, ResourceClosedError

from memcon.domain.documents import Capture, Document
from memcon.domain.entries import Assertion, Entry, Judgement, Recorded
from memcon.domain.fetches import Fetch, Held
from memcon.domain.problems import Problem
from memcon.domain.readers import ReaderName
from memcon.domain.views import Source
from memcon.errors import LedgerError, UsageError
from memcon.ledger.asked import window_of
from memcon.store.engine import MEMORY, WRITING, check_there, database_url, lock_for_writing, open_engine
from memcon.store.fetches import all_fetches, held_page, keep_fetch
from memcon.store.indexed import Progress, is_up_to_date
from memcon.store.migrate import has_tables, is_current, upgrade
from memcon.store.pages import Pages
from memcon.store.refusals import reading, reason, refusal, writing
from memcon.store.rows import document_of, problem_of, reader_of, source_of
from memcon.store.schema import captures, documents, entries, judged, problems, quotes, readers, sources
from memcon.store.search import Found, Where, search
from memcon.store.snapshot import Snapshot

if TYPE_CHECKING:
    from memcon.store.additions import Appended, Transaction


class LedgerStore:
    """One ledger. Safe for several processes at once; writers wait for each other."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._read: dict[str, Recorded] = {}

    @classmethod
    def open(
        cls,
        path_or_url: str | Path,
        *,
        create: bool = True,
        is_read_only: bool = False,
        progress: Progress | None = None,
    ) -> LedgerStore:
        """Opens the ledger at a file path, `:memory:` or database URL, and brings its tables and its index up to date where they are not; `progress` is
        told how many entries of how many the index has taken in.

        With `is_read_only` nothing is written after that, and no writer is waited for. Raises `LedgerError` when the ledger is missing and `create` is
        false, is not a ledger, or can't be reached; and when it is not up to date and can't be written.
        """
        given = str(path_or_url)
        database_url(given)  # refuses what is neither a path nor a URL, before a path is told of
        is_file = "://" not in given and given != MEMORY
        may_make = given == MEMORY or (create and not is_read_only)
        if is_file and not may_make:
            check_there(given)
        try:
            return cls._opened(path_or_url, is_read_only and given != MEMORY, progress, may_make=may_make)
        except (DatabaseError, OSError, UnicodeDecodeError) as error:
            raise refusal(error, "can't open the ledger", "check the path or URL and its permissions") from error

    @classmethod
    def _opened(
        cls, path_or_url: str | Path, is_read_only: bool, progress: Progress | None, *, may_make: bool
    ) -> LedgerStore:
        """The ledger, brought up to date; what was opened in vain is closed."""
        with ExitStack() as in_vain:
            store = cls(open_engine(path_or_url, is_read_only=is_read_only))
            in_vain.callback(store.close)
            with store._engine.connect() as connection:
                is_ready = is_current(connection)
                if not (is_ready or may_make or has_tables(connection)):
                    place = database_url(path_or_url).render_as_string() if "://" in str(path_or_url) else path_or_url
                    raise LedgerError(
                        f"there is no ledger in {place}: it is empty", hint="add documents with `memcon add`"
                    )
            if not is_ready and not is_read_only:
                store._bring_up_to_date(progress)
            if is_ready or not is_read_only:
                in_vain.pop_all()
                return store
        cls._opened(path_or_url, False, progress, may_make=False).close()
        return cls(open_engine(path_or_url, is_read_only=True))

    def _bring_up_to_date(self, progress: Progress | None) -> None:
        with self._writing() as connection:
            upgrade(connection)
            if not is_up_to_date(connection):
                from memcon.store.index import rebuild

                rebuild(connection, progress or (lambda _, __: None))

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
        """As `Transaction.append`, in a transaction of its own."""
        with self.writing() as transaction:
            return transaction.append(
                recorded_at=recorded_at, document=document, capture=capture, entries=entries, problems=problems
            )

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One transaction of additions: kept when the block ends, all or none. Other writers wait. Raises `LedgerError` when it can't be written."""
        from memcon.store.additions import Transaction

        with writing(), self._writing() as connection:
            transaction = Transaction(connection)
            yield transaction
            transaction.settle()

    @contextmanager
    def at(self, *, recorded: str | None = None, published: str | None = None) -> Iterator[Snapshot]:
        """The ledger as of a point on each clock (see `memcon.ledger.views.as_of`), for as long as the block lasts: one state, whatever is added meanwhile."""
        with self._connected() as connection:
            yield Snapshot(connection, read=self._read).as_of(recorded=recorded, published=published)

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
        with self._reading() as pages:
            return pages.recorded(query)

    def assertions_of(self, document: str) -> tuple[Assertion, ...]:
        """Every assertion ever recorded of one document, in order, the retracted ones too."""
        with self._reading() as pages:
            return pages.assertions_of(document)

    def judgements_on(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        """Every judgement ever recorded that names any of the record or entry `ids`, in order, the retracted ones too."""
        with self._reading() as pages:
            return pages.judgements_on(ids)

    def readers(self) -> tuple[ReaderName, ...]:
        """Every reader that made an assertion, by name and version."""
        return tuple(
            reader_of(row)
            for row in self._rows(select(readers).order_by(readers.c.name, readers.c.version, readers.c.id))
        )

    def holds(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of the entry `ids` that the book holds."""
        with self._reading() as pages:
            return pages.holds(ids)

    def holds_subjects(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of the record `ids` that an assertion in the book speaks of, or a judgement names."""
        with self._reading() as pages:
            return pages.holds_subjects(ids)

    def taken(self, keys: Sequence[str]) -> dict[str, str]:
        """Of those of the input `keys` that were taken before and changed nothing since, what was kept with them."""
        with self._reading() as pages:
            return pages.taken(keys)

    def held_page(self, address: str) -> Held | None:
        """The page that was fetched last from an address; None where it is not kept, or came with nothing to tell by whether it has changed."""
        with self._connected() as connection:
            return held_page(connection, address)

    def keep_fetch(self, fetch: Fetch) -> None:
        """Remembers what was asked of the web, and what came of it. Raises `LedgerError` when the ledger can't be written."""
        with writing(), self._writing() as connection:
            keep_fetch(connection, fetch)

    def fetches(self) -> tuple[Fetch, ...]:
        """All that was asked of the web, in order."""
        with self._connected() as connection:
            return all_fetches(connection)

    def documents(self) -> Iterator[Document]:
        """All documents with their texts, in the order in which they were first added."""
        for row in self._rows(select(documents).order_by(documents.c.seq)):
            yield document_of(row)

    def document_ids(self) -> tuple[str, ...]:
        """The ids of all documents, in the order in which they were first added."""
        with self._connected() as connection:
            return tuple(connection.execute(select(documents.c.id).order_by(documents.c.seq)).scalars())

    def sources(self, *, after: str = "", limit: int | None = None) -> tuple[Source, ...]:
        """Documents as they are cited, in source order: at most `limit`, from behind the place `after` (`memcon.ledger.found_by.source_rank`)."""
        query = select(sources.c.payload).where(sources.c.until.is_(None), sources.c.rank > after)
        with self.at() as at:
            rows = at.connection.execute(query.order_by(sources.c.rank).limit(limit))
            return tuple(at.marked({s.document: s for s in map(source_of, rows.scalars())}).values())

    def document(self, id: str) -> Document | None:
        with self._reading() as pages:
            return pages.document(id)

    def capture_of(self, document: str) -> bytes | None:
        """The bytes that a document was read from."""
        query = select(captures.c.compressed).join(documents, documents.c.capture == captures.c.sha256)
        rows = self._rows(query.where(documents.c.id == document))
        return zlib.decompress(cast(bytes, rows[0]["compressed"])) if rows else None

    def problems(self) -> tuple[Problem, ...]:
        """Every problem recorded, in order."""
        return tuple(problem_of(row) for row in self._rows(select(problems).order_by(problems.c.seq)))

    def last_instant(self) -> str | None:
        """When the last entry was recorded; None for an empty book."""
        with self._connected() as connection:
            return connection.execute(select(entries.c.recorded_at).order_by(entries.c.seq.desc()).limit(1)).scalar()

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        with self._connected() as connection:
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

    def search(
        self,
        words: str,
        *,
        where: Where = "documents",
        since: str | None = None,
        until: str | None = None,
        publisher: str | None = None,
        limit: int = 20,
        skip: int = 0,
    ) -> tuple[Found, ...]:
        """Documents, statements, events or quotations that hold all the words, best first. See `memcon.store.search.search`."""
        with self._connected() as connection:
            return search(
                connection,
                words,
                where=where,
                window=window_of(since, until),
                publisher=publisher,
                limit=limit,
                skip=skip,
            )

    def select(self, query: str, limit: int) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """The columns and the first `limit` rows of a query in the database's own SQL, in a transaction that can't write. Raises `UsageError` for a query
        that the database refuses."""
        one = query.strip().rstrip(";")
        try:
            with self._engine.connect() as connection:
                if connection.dialect.name == "sqlite":
                    connection.exec_driver_sql("PRAGMA query_only = ON")
                elif ";" in one:
                    raise UsageError("more than one query", hint="ask one at a time")
                else:
                    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
                found = connection.exec_driver_sql(one)
                return tuple(found.keys()), [tuple(row) for row in found.fetchmany(limit)]
        except (DatabaseError, ResourceClosedError) as error:
            raise UsageError(
                f"not a query that can be answered: {reason(error)}",
                hint="it may only read, as in: select * from events",
            ) from error

    def check(self, told: Callable[[str], None] = lambda _: None) -> tuple[str, ...]:
        """Everything that is wrong with the ledger, as sentences: see `memcon.store.checking`. `told` is told what is looked at."""
        from memcon.store.checking import check

        with self._connected() as connection:
            return tuple(check(connection, told))

    def vacuum(self) -> None:
        """Gives back the room that the file does not need, and lets the database count what it plans by."""
        raw = self._engine.raw_connection()
        try:
            driven: Any = raw.driver_connection
            if self._engine.dialect.name != "sqlite":
                driven.autocommit = True
            for statement in ("VACUUM", "ANALYZE"):
                driven.execute(statement)
        finally:
            raw.close()

    @contextmanager
    def _reading(self) -> Iterator[Pages]:
        with self._connected() as connection:
            yield Pages(connection)

    def _rows(self, query: Any) -> Sequence[RowMapping]:
        with self._connected() as connection:
            return connection.execute(query).mappings().all()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with reading(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
            lock_for_writing(connection)
            yield connection


def utc_now() -> str:
    """The clock at the edge: the UTC instant to the second, `2025-12-16T08:51:00Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
