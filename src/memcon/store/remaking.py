"""Makes the index of a SQLite ledger anew in a copy of its file, to see whether the one that is kept lacks anything, and has the copy's full-text searches look at themselves."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, text
from sqlalchemy.exc import DatabaseError

from memcon.store.index import rebuild
from memcon.store.schema import calendar, claims, links, names, parted, phrases

KEYS: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (parted, ("id",)),
    (claims, ("record", "property", "value", "rank", "seq")),
    (calendar, ("kind", "is_long", "first_day", "last_day", "ordinal", "record")),
    (links, ("record", "property", "target")),
    (names, ("record", "kind", "name")),
    (phrases, ("seq", "record", "kind", "property", "words")),
)
"""Tables by which records are found, with what is found in them. More than the book gives may stand there: it finds too much, and harms nothing."""

SEARCHED = ("documents", "quotes", "names", "phrases")


def lacking(connection: Connection) -> Iterator[str]:
    """A sentence for each table of the index that lacks what the book gives, and each search that does not fit its table."""
    with tempfile.TemporaryDirectory(prefix="memcon-") as folder:
        path = str(Path(folder) / "copy.db")
        kept: Any = connection.connection.driver_connection
        with closing(sqlite3.connect(path)) as copy:
            kept.backup(copy)
        engine = create_engine(f"sqlite+pysqlite:///{path}")
        try:
            with engine.begin() as made:
                yield from _searches(made)
                for table, _ in KEYS:
                    made.exec_driver_sql(f"CREATE TEMP TABLE kept_{table.name} AS SELECT * FROM {table.name}")
                rebuild(made)
                for table, keys in KEYS:
                    if count := _lacking(made, table.name, keys):
                        yield f"the index: {count} rows are not in its table {table.name}, or otherwise than the book gives them"
        finally:
            engine.dispose()


def _searches(made: Connection) -> Iterator[str]:
    for table in SEARCHED:
        try:
            with made.begin_nested():
                made.exec_driver_sql(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            yield f"the search of {table}: it does not fit what it searches"


def _lacking(made: Connection, table: str, keys: tuple[str, ...]) -> int:
    same = " AND ".join(f"k.{key} = t.{key}" for key in keys)
    narrower = " OR k.since > t.since OR k.out_by > t.out_by OR k.sure < t.sure" if table == "calendar" else ""
    query = f"SELECT count(*) FROM {table} AS t LEFT JOIN temp.kept_{table} AS k ON {same} WHERE k.{keys[0]} IS NULL{narrower}"
    made.exec_driver_sql(f"CREATE INDEX temp.ix_kept_{table} ON kept_{table} ({', '.join(keys)})")
    return int(made.execute(text(query)).scalar_one())
