"""New ledgers: whatever made them, they stand alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from memcon.store.engine import open_engine
from memcon.store.migrate import _migrate, revision, upgrade
from memcon.store.schema import HEAD


def made(connection: Connection) -> list[tuple[Any, ...]]:
    """All that the database holds: tables, indexes, triggers and views. Indexes of a table are made in no order."""
    return [
        tuple(row) for row in connection.execute(text("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"))
    ]


def test_the_second_new_ledger_is_as_the_migrations_make_one(tmp_path: Path) -> None:
    """A process goes through the migrations once, and makes the next ledger by what they did."""
    found = []
    for name, make in (("migrated", lambda each: _migrate(each, None)), ("first", upgrade), ("second", upgrade)):
        engine = open_engine(tmp_path / f"{name}.db")
        with engine.begin() as connection:
            make(connection)
        with engine.connect() as connection:
            assert revision(connection) == HEAD
            found.append(made(connection))
        engine.dispose()

    assert len(found[0]) > 100
    assert found == [found[0]] * 3
