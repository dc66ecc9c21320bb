"""Exceptions, for misuse only; trouble with one document is a `Problem` record.

MemconError
├── UsageError         the caller asked for something that can't be done; has a hint
├── PluginError        another package adds something that can't be used; names it
├── PackError          a knowledge pack is not valid
├── LexiconError       a table of words, kinds or statuses is not valid
└── LedgerError        the ledger can't be opened or written
"""

from __future__ import annotations


class MemconError(Exception):
    """Base of all exceptions that memcon raises on purpose. `hint` says what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(MemconError):
    """The caller asked for something that can't be done."""


class PluginError(MemconError):
    """What another package adds to memcon can't be used."""


class PackError(MemconError):
    """A knowledge pack is not valid."""


class LexiconError(MemconError):
    """A table that memcon reads by (words, kinds of event, statuses) is not valid."""


class LedgerError(MemconError):
    """The ledger can't be opened or written."""
