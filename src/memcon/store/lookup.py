"""How ids are looked up in many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, Table, select

Item = TypeVar("Item")

_CHUNK = 500
"""Ids looked up in one query: below every database's limit on parameters."""


def held_ids(connection: Connection, table: Table, ids: Sequence[str]) -> frozenset[str]:
    """Those of `ids` that the table has."""
    found: set[str] = set()
    for some in chunks(ids):
        found.update(connection.execute(select(table.c.id).where(table.c.id.in_(some))).scalars())
    return frozenset(found)


def chunks(ids: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
