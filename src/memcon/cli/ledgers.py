"""Opens the ledger that a command works on: the one given, else the one of the settings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    ledger = LedgerStore.open(place, progress=tell_indexing())
    try:
        _tell_of_clock(ledger)
        yield ledger, place
    finally:
        ledger.close()


def _tell_of_clock(ledger: LedgerStore) -> None:
    """Says so where the last entry is of a time that is still to come: one of two clocks was wrong, or was set back. Two machines may differ by minutes."""
    from datetime import UTC, datetime, timedelta

    from memcon.cli.terminal import tell

    last, soon = ledger.last_instant(), datetime.now(UTC) + timedelta(minutes=10)
    if last is not None and last > soon.strftime("%Y-%m-%dT%H:%M:%SZ"):
        tell(
            f"the last entry of this ledger was recorded at {last}, which is still to come by this machine's clock",
            "what is added now counts as recorded then too; check the clock of this machine, and of the one that wrote it",
        )


def _usual_place() -> str:
    """The ledger of the settings. They take a while to load, so only who needs them does so."""
    from memcon.settings import load_settings

    return load_settings().ledger


def shown_place(place: str) -> str:
    """Where a ledger is, as it may stand on a screen: no password, no control characters."""
    from memcon.report.layout import visible
    from memcon.store.engine import database_url

    return visible(database_url(place).render_as_string(hide_password=True) if "://" in place else place)


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
