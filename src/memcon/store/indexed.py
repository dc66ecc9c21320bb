"""How far the index of a ledger goes, and which edition of it a program makes."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, func, select

from memcon.store.schema import entries, indexed

EDITION = 2
"""Counts up when the index comes to hold other rows for the same entries, be it for another rule of which records are one: ledgers make it anew."""

Progress = Callable[[int, int], None]
"""Told how many entries of how many are done."""


def is_up_to_date(connection: Connection) -> bool:
    """Whether the index takes in the whole book, as this program makes it."""
    last = connection.execute(select(func.max(entries.c.seq))).scalar() or 0
    held = connection.execute(select(indexed.c.edition, indexed.c.seq)).first()
    return (held.edition, held.seq) == (EDITION, last) if held else last == 0
