"""Opens the database: SQLite by path, any other by SQLAlchemy URL, with the settings that a ledger needs."""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import QueuePool, StaticPool

from memcon.errors import LedgerError

BUSY_SECONDS = 60
"""How long a writer waits for another one before it gives up."""

CACHE_KILOBYTES = 48_000
"""Pages of a SQLite file that a connection keeps."""

AT_ONCE = 24
"""Threads of a server that answer at once: more than so many only share the processor (and Starlette's own 40 are more than its pool would have had connections)."""

POOL = {"pool_size": 8, "max_overflow": 2 * AT_ONCE - 8, "pool_timeout": BUSY_SECONDS}
"""Connections: two for every thread that answers, so that none waits for one, half of what PostgreSQL lets in unless it is told otherwise; 8 are kept open, since each
may come to hold `CACHE_KILOBYTES`."""

MEMORY = ":memory:"

WRITING = "memcon_writing"
"""Execution option of a connection that is about to write: it takes the write lock at once (see `_begin`)."""

_WRITE_LOCK = 0x6D656D63
"""PostgreSQL advisory lock key of ledger writers ("memc")."""


def open_engine(path_or_url: str | Path, *, is_read_only: bool = False) -> Engine:
    """The engine for a file path, `:memory:` or a database URL. Raises `LedgerError` when that names no usable database.

    With `is_read_only` nothing is ever written, no file beside the ledger's either where none can be: a read-only medium or a replica will do.
    """
    url = database_url(path_or_url)
    try:
        if url.get_backend_name() == "sqlite":
            is_file = url.database not in (None, "", MEMORY)
            return _sqlite_reading(str(url.database)) if is_read_only and is_file else _sqlite(url)
        level = "REPEATABLE READ" if is_read_only else "READ COMMITTED"
        engine = create_engine(url, isolation_level=level, pool_pre_ping=True, **POOL)
        return engine.execution_options(postgresql_readonly=True) if is_read_only else engine
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise LedgerError(
            f"no driver for {url.drivername} databases is installed",
            hint="for PostgreSQL: pip install 'memcon[postgres]'",
        ) from error


def database_url(path_or_url: str | Path) -> URL:
    """The URL of a path or URL; `postgres://` and `postgresql://` mean psycopg 3."""
    given = str(path_or_url)
    if "://" not in given:
        if _SETTINGS.search(given):
            raise _no_url()
        return URL.create("sqlite+pysqlite", database=MEMORY if given == MEMORY else str(Path(given).expanduser()))
    try:
        url = make_url(given)
    except (ArgumentError, ValueError):
        raise _no_url() from None
    if "@" in (url.host or ""):
        raise _no_url()
    if url.drivername in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


_SETTINGS = re.compile(r"\bpassword *=", re.IGNORECASE)
"""What PostgreSQL's own form of an address has, and no path."""


def _no_url() -> LedgerError:
    """Of an address that can't be taken apart nothing is repeated: a part of it is a password."""
    return LedgerError(
        "not a database URL",
        hint="give a file path or postgresql://user@host:5432/database; in a user or password write @ as %40, : as %3A, / as %2F",
    )


def _sqlite(url: URL) -> Engine:
    is_memory = url.database in (None, "", MEMORY)
    options: dict[str, Any] = {"connect_args": {"timeout": BUSY_SECONDS}}
    if is_memory:
        options |= {"poolclass": StaticPool, "connect_args": {"check_same_thread": False}}
    else:
        _make_file(Path(str(url.database)))
        options |= POOL
    engine = create_engine(url, **options)

    @event.listens_for(engine, "connect")
    def set_up(raw: Any, _: Any) -> None:
        raw.isolation_level = None  # transactions are begun by `begin` below, not by the driver
        cursor = raw.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        if not is_memory:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes the lock before it reads: one that read first and wrote later could find the book changed and fail.
        is_writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return engine


def _make_file(path: Path) -> None:
    """Makes the file of a new ledger, and the folders above it, for its owner alone; SQLite gives the files beside it the same mode. One that is there keeps
    the mode that its owner gave it. Raises `LedgerError` where it can't be made."""
    try:
        for folder in reversed([folder for folder in path.parents if not folder.exists()]):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except (OSError, ValueError) as error:
        is_there = os.path.exists(path)  # which, unlike `Path.exists`, may not be told
        if isinstance(error, PermissionError) and is_there:
            return  # who can't write it is told so when it is written
        if isinstance(error, OSError) and error.errno == errno.EROFS and is_there:
            raise LedgerError(
                f"can't write the ledger {str(path)!r}: {error.strerror}",
                hint="it can be read; to add to it, copy it to a place that you may write in",
            ) from error
        raise LedgerError(
            f"can't make a ledger at {str(path)!r}: {getattr(error, 'strerror', None) or error}",
            hint="name a file in a folder that is there, or that can be made, and that you may write in",
        ) from error


def check_there(place: str) -> None:
    """Raises `LedgerError` where there is no file to read a ledger from."""
    path = os.path.expanduser(place)
    if os.path.isfile(path):
        if os.path.getsize(path) or _has_log(path):
            return
        raise LedgerError(
            f"there is no ledger in {place}: it is empty",
            hint="where it was one, go back to a copy; memcon add makes one",
        )
    if os.path.exists(path):
        what = "a folder" if os.path.isdir(path) else "no file"
        raise LedgerError(f"{place} is {what}, and a ledger is a file", hint="name the ledger's file")
    try:
        os.stat(path)
    except PermissionError as error:
        raise LedgerError(
            f"can't look for a ledger at {place}: {error.strerror}", hint="check that you may open the folders above it"
        ) from error
    except (OSError, ValueError):
        pass
    raise LedgerError(f"there is no ledger at {place}", hint="add documents with `memcon add`")


def _sqlite_reading(path: str) -> Engine:
    """A reader sees one state for as long as a transaction lasts, and waits for no writer."""
    uri = f"file:{quote(str(Path(path).absolute()))}?mode=ro"
    if not _is_opened(uri) and not _has_log(path):
        uri += "&immutable=1"  # there is no place for the files that readers share, and nobody who could write

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool, **POOL)

    @event.listens_for(engine, "connect")
    def set_up(raw: Any, _: Any) -> None:
        raw.execute("PRAGMA query_only = ON")
        raw.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _is_opened(uri: str) -> bool:
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        return False
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        pass  # whoever asks next is told what is wrong with it
    return True


def _has_log(path: str) -> bool:
    """Whether additions wait beside the file that are not in it yet."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def lock_for_writing(connection: Connection) -> None:
    """Makes writers follow one another, so that entries become visible in the order of `seq`. SQLite has done so at BEGIN."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITE_LOCK})
