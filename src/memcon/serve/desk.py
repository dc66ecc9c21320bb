"""What a running server works with: the ledger to read, the one to write, the reader of texts, and the clock. Each is opened when it is first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from memcon.acquire.records import from_records
from memcon.domain.entries import Judgement
from memcon.errors import MemconError
from memcon.store.ledger import LedgerStore, utc_now
from memcon.store.overview import edition

if TYPE_CHECKING:
    from memcon.ingest import Added, CaptureReader, Read

READING_WAITS = 8
"""Texts that wait to be read; more are sent away."""


class TooBusyError(MemconError):
    """More is asked at once than can be done."""


class Desk:
    """`place` is the ledger's path or address, `make_reader` gives the reader, `now` the UTC instant. Safe for many threads."""

    def __init__(
        self,
        place: str,
        *,
        make_reader: Callable[[], CaptureReader],
        now: Callable[[], str] = utc_now,
        is_editable: bool = False,
    ) -> None:
        self._place = place
        self.now = now
        self._make_reader = make_reader
        self._reader: CaptureReader | None = None
        self._reading, self._opening = Lock(), Lock()
        self._waiting = 0
        self._writable: LedgerStore | None = None
        if is_editable:
            self._writable = LedgerStore.open(place)
        self.book = LedgerStore.open(place, create=False, is_read_only=True)
        self.remembered = lru_cache(maxsize=32)(self._remembered)

    def close(self) -> None:
        self.book.close()
        if self._writable is not None:
            self._writable.close()

    @property
    def today(self) -> str:
        """The day by the clock, ISO."""
        return self.now()[:10]

    def edition(self) -> tuple[int, int]:
        """What tells one state of the book from another."""
        with self.book.at() as at:
            return edition(at)

    def remember(self, asked: Callable[..., Any], *given: Any) -> Any:
        """`asked(book, *given)`, counted once for each state of the book: for what takes long and is asked by everybody."""
        return self.remembered(self.edition(), asked, *given)

    def _remembered(self, _: tuple[int, int], asked: Callable[..., Any], *given: Any) -> Any:
        return asked(self.book, *given)

    def keep(self, made: Sequence[Judgement]) -> None:
        """Writes judgements. Raises `LedgerError` when the ledger can't be written."""
        self._to_write().append(recorded_at=self.now(), entries=made)

    def read(self, record: dict[str, object]) -> Read:
        """What a text says; nothing is kept. Raises `UsageError` for a record that is none, `TooBusyError` when too many wait."""
        captures = from_records([record], name="pasted")
        with self._one_at_a_time() as reader:
            return list(reader.read_captures(captures))[-1]

    def add(self, record: dict[str, object]) -> Added:
        """Reads a text and keeps what it says. Raises as `read` does, and `LedgerError` when the ledger can't be written."""
        from memcon.ingest import add  # what a server that only shows never needs

        captures = from_records([record], name="pasted")
        store = self._to_write()
        with self._one_at_a_time() as reader:
            return list(add(store, captures, reader, now=self.now))[-1]

    def _to_write(self) -> LedgerStore:
        assert self._writable is not None, "pages that edit are not there unless it may be edited"
        return self._writable

    @contextmanager
    def _one_at_a_time(self) -> Iterator[CaptureReader]:
        with self._opening:
            if self._waiting >= READING_WAITS:
                raise TooBusyError("too many texts wait to be read", hint="try again in a minute")
            self._waiting += 1
        try:
            with self._reading:
                if self._reader is None:
                    self._reader = self._make_reader()
                yield self._reader
        finally:
            with self._opening:
                self._waiting -= 1
