"""Paths, URLs and how SQLite is set up."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from memcon.errors import LedgerError
from memcon.store.engine import AT_ONCE, POOL, database_url, open_engine


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (":memory:", "sqlite+pysqlite:///%3Amemory%3A"),
        ("a b.db", "sqlite+pysqlite:///a b.db"),
        ("postgresql://me@there/book", "postgresql+psycopg://me@there/book"),
        ("postgres://there/book", "postgresql+psycopg://there/book"),
        ("sqlite:///x.db", "sqlite:///x.db"),
    ],
)
def test_database_url(given: str, expected: str) -> None:
    """A path is SQLite; PostgreSQL goes through psycopg 3."""
    assert database_url(given).render_as_string() == expected


def test_home_folder_is_known() -> None:
    """A tilde means the home folder."""
    assert str(Path.home()) in str(database_url("~/ledger.db").database)


@pytest.mark.parametrize("given", ["nonsense://x/y", "://"])
def test_unknown_databases_are_refused(given: str) -> None:
    """A URL that names no usable database is the caller's mistake, told without a traceback."""
    with pytest.raises(LedgerError):
        open_engine(given)


@pytest.mark.usefixtures("is_kept_safe")
def test_sqlite_file_is_safe_for_several_processes(tmp_path: Path) -> None:
    """WAL lets readers go on while one writes; foreign keys hold; every commit reaches the disk."""
    engine = open_engine(tmp_path / "deep" / "ledger.db")
    with engine.connect() as connection:
        found = [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous")
        ]
    engine.dispose()

    assert found == ["wal", 1, 2]


@pytest.mark.parametrize("is_read_only", [True, False])
def test_no_thread_waits_for_a_connection(tmp_path: Path, is_read_only: bool) -> None:
    """Each of those that answer at once can hold two; the next one would have to wait."""
    open_engine(tmp_path / "ledger.db").dispose()
    engine = open_engine(tmp_path / "ledger.db", is_read_only=is_read_only)
    held = [engine.connect() for _ in range(2 * AT_ONCE)]

    assert engine.pool.checkedout() == 2 * AT_ONCE == POOL["pool_size"] + POOL["max_overflow"]  # type: ignore[attr-defined]
    for each in held:
        each.close()
    engine.dispose()


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://me:secret@there:54:32/book",
        "postgresql://me:secret@[::1/book",
        "postgresql://me:se@cret@there/book",
        "postgresql://me:secret@there:port/book",
        "host=there user=me password=secret",
    ],
)
def test_what_can_not_be_taken_apart_is_not_repeated(given: str) -> None:
    """Any part of it may be of the password; the hint says how that is written."""
    with pytest.raises(LedgerError) as caught:
        open_engine(given)
    told = str(caught.value)
    assert told == "not a database URL"
    assert "%40" in caught.value.hint
    assert caught.value.__cause__ is None
