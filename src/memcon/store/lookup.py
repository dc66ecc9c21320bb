"""How ids are looked up in many."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, select, text

Item = TypeVar("Item")

_CHUNK = 500
"""Ids looked up in one query: below every database's limit on parameters."""


def held_ids(connection: Connection, table: Table, ids: Sequence[str]) -> frozenset[str]:
    """Those of `ids` that the table has."""
    found: set[str] = set()
    for some in chunks(ids):
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(some))).scalars())
    return frozenset(found)


def among(connection: Connection, column: Any, ids: Iterable[str]) -> Any:
    """That a column holds one of `ids`, however many: SQLite takes them as one value, so that the query is made once for any number of them."""
    asked = list(ids)
    if connection.dialect.name != "sqlite":
        return column.in_(asked)
    # as text: a page asks a hundred times, and putting the same together of parts takes as long as looking it up
    name = f"among_{column.name}"
    return text(f"{column.table.name}.{column.name} IN (SELECT value FROM json_each(:{name}))").bindparams(
        bindparam(name, json.dumps(asked), unique=True)
    )


def among_asked(connection: Connection, column: Any) -> Any:
    """As `among`, of the ids that are given when the query is asked, as `asked`: it need not be put together again for others."""
    if connection.dialect.name != "sqlite":
        return column.in_(bindparam("asked", expanding=True))
    return text(f"{column.table.name}.{column.name} IN (SELECT value FROM json_each(:asked))")


def asked_ids(connection: Connection, ids: Sequence[Any]) -> dict[str, Any]:
    """The ids as a query with `among_asked` takes them."""
    return {"asked": json.dumps(ids) if connection.dialect.name == "sqlite" else list(ids)}


def chunks(ids: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts those of the rows whose key the table does not have yet."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql as dialect
    else:
        from sqlalchemy.dialects import sqlite as dialect  # type: ignore[no-redef]
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)
