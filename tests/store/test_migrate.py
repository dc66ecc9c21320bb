"""Tables and how they come about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from memcon.errors import LedgerError
from memcon.store.engine import open_engine
from memcon.store.ledger import LedgerStore
from memcon.store.migrate import MIGRATIONS, _migrate, revision, upgrade
from memcon.store.schema import HEAD, metadata


def test_head_is_the_last_migration() -> None:
    """The program expects what the migrations make."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))

    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_migrations_make_the_schema(tmp_path: Path) -> None:
    """Columns, keys and indexes of a new ledger are those of the declared tables."""
    path = tmp_path / "ledger.db"
    LedgerStore.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_own})
        found = compare_metadata(context, metadata)
    engine.dispose()

    assert [d for d in found if not _is_unique_of_quotes(d)] == []


def _is_own(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or (name is not None and "_fts" not in name)


def _is_unique_of_quotes(difference: object) -> bool:
    return "remove_constraint" in str(difference) and "quotes" in str(difference)


def test_tables_are_strict(tmp_path: Path) -> None:
    """SQLite checks the type of every value."""
    path = tmp_path / "ledger.db"
    LedgerStore.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")).all()
    engine.dispose()
    strict = {name for name, is_strict in rows if is_strict}

    assert set(metadata.tables) <= strict


def test_ledger_of_a_later_program_is_refused(tmp_path: Path) -> None:
    """A ledger with tables that this program does not know is left alone."""
    path = tmp_path / "ledger.db"
    LedgerStore.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(LedgerError, match="later memcon"):
        LedgerStore.open(path)


def test_other_databases_are_refused(tmp_path: Path) -> None:
    """A database that is no ledger is not turned into one."""
    path = tmp_path / "other.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE songs (name TEXT)"))
    engine.dispose()

    with pytest.raises(LedgerError, match="not a ledger"):
        LedgerStore.open(path)


def test_files_that_are_no_database_are_refused(tmp_path: Path) -> None:
    """A text file is not opened as a ledger, and stays as it was."""
    path = tmp_path / "note.txt"
    path.write_text("This is only a note, though a rather long one. " * 40)
    before = path.read_bytes()

    with pytest.raises(LedgerError, match="can't open"):
        LedgerStore.open(path)
    assert path.read_bytes() == before


def test_missing_ledger_is_told(tmp_path: Path) -> None:
    """Reading from a ledger that is not there says so and makes no file."""
    path = tmp_path / "none.db"

    with pytest.raises(LedgerError, match="no ledger"):
        LedgerStore.open(path, create=False)
    assert not path.exists()


def test_the_second_new_ledger_is_as_the_migrations_make_one(tmp_path: Path) -> None:
    """A process goes through the migrations once, and makes the next ledger by what they did."""
    found = []
    for name, make in (("migrated", lambda each: _migrate(each, None)), ("first", upgrade), ("second", upgrade)):
        engine = open_engine(tmp_path / f"{name}.db")
        with engine.begin() as connection:
            make(connection)
        with engine.connect() as connection:
            assert revision(connection) == HEAD
            found.append(_made(connection))
        engine.dispose()

    assert len(found[0]) > 100
    assert found == [found[0]] * 3


def _made(connection: Connection) -> list[tuple[Any, ...]]:
    """All that the database holds: tables, indexes, triggers and views. Indexes of a table are made in no order."""
    return [
        tuple(row) for row in connection.execute(text("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"))
    ]
