"""Opens the ledger that a command works on: the one given, else the one of the settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.store.ledger import LedgerStore


@contextmanager
def existing_ledger(given: str | None) -> Iterator[LedgerStore]:
    """The ledger for reading. Raises `LedgerError` when there is none yet."""
    from memcon.settings import load_settings
    from memcon.store.ledger import LedgerStore

    ledger = LedgerStore.open(given or load_settings().ledger, create=False)
    try:
        yield ledger
    finally:
        ledger.close()


@contextmanager
def writable_ledger(given: str | None) -> Iterator[tuple[LedgerStore, str]]:
    """The ledger for adding to, and where it is; made when there is none yet, with the folders above it."""
    from memcon.settings import load_settings
    from memcon.store.ledger import LedgerStore

    place = given or load_settings().ledger
    if "://" not in place:
        Path(place).expanduser().parent.mkdir(parents=True, exist_ok=True)
    ledger = LedgerStore.open(place)
    try:
        yield ledger, place
    finally:
        ledger.close()
