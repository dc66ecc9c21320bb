"""Opens the ledger that a command works on: the one given, else the one of the settings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.store.ledger import LedgerStore


@contextmanager
def existing_ledger(given: str | None) -> Iterator[LedgerStore]:
    """The ledger for reading. Raises `LedgerError` when there is none yet."""
    from memcon.store.ledger import LedgerStore

    place = given or _usual_place()
    ledger = LedgerStore.open(place, create=False, is_read_only=True, progress=tell_indexing())
    try:
        yield ledger
    finally:
        ledger.close()


@contextmanager
def writable_ledger(given: str | None) -> Iterator[tuple[LedgerStore, str]]:
    """The ledger for adding to, and where it is; made when there is none yet, with the folders above it."""
    from memcon.store.ledger import LedgerStore

    place = given or _usual_place()
    if "://" not in place:
        Path(place).expanduser().parent.mkdir(parents=True, exist_ok=True)
    ledger = LedgerStore.open(place, progress=tell_indexing())
    try:
        yield ledger, place
    finally:
        ledger.close()


def _usual_place() -> str:
    """The ledger of the settings. They take a while to load, so only who needs them does so."""
    from memcon.settings import load_settings

    return load_settings().ledger


def tell_indexing() -> Callable[[int, int], None]:
    """Tells on a screen how far the index of an older ledger is made."""

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            sys.stderr.write(
                f"\rmemcon: preparing this ledger for questions, once: {100 * done // max(total, 1)}%{end}"
            )
            sys.stderr.flush()

    return tell
