"""What a database refuses, told to a person: what is the matter, and what to do. Never SQL, never a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, StatementError

from memcon.errors import LedgerError, MemconError, UsageError

WAITED = "another memcon is writing to this ledger, and did not end within a minute"

_CAUSES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("database is locked", "database table is locked", "lock timeout"),
        WAITED,
        "wait until it is done, then do this again: what is there already is not done twice",
    ),
    (
        ("disk is full", "no space left", "could not extend file"),
        "the disk is full",
        "make room on it and do this again: what was kept so far is whole",
    ),
    (
        ("permission denied for",),
        "the database gives this user no right to that",
        "ask its owner for the rights: to read, GRANT SELECT ON ALL TABLES IN SCHEMA public TO you; to add, to own the tables",
    ),
    (
        ("readonly database", "read-only transaction"),
        "the ledger can't be written here",
        "check that you may write the file and its folder; reading needs neither",
    ),
    (
        ("unable to open database file",),
        "its file can't be read",
        "check that you may read the file and its folder",
    ),
    (
        ("not a database", "file is encrypted"),
        "the file is no ledger, or its first bytes are lost",
        "name another file; where it was a ledger, go back to a copy, or add the documents to a new one",
    ),
    (
        ("disk i/o error",),
        "the disk does not do what it should, or a limit on the size of files is reached",
        "see that there is room, and what ulimit -f says; memcon db check tells whether the ledger is whole, and what was kept so far can be added to",
    ),
    (
        ("malformed", "corrupt"),
        "the ledger's file is damaged",
        "memcon db check says what is, where it can be opened at all; go back to a copy, or add the documents to a new ledger",
    ),
    (
        ("too many clients", "too many connections", "remaining connection slots", "the database system is"),
        "the database lets nobody in just now",
        "try again in a while",
    ),
    (
        ("no pg_hba.conf entry", "pg_hba.conf rejects"),
        "the database does not let this user in from here",
        "whoever runs the server says in pg_hba.conf who may come from where; check the user and the server in the URL",
    ),
    (
        ('database "',),
        "the server has no such database",
        "check the end of the URL, or let it be made: createdb NAME",
    ),
    (
        ("invalid connection option", "invalid sslmode"),
        "the URL asks for what the database does not know",
        "check what stands behind the ? of the URL",
    ),
    (
        ("password authentication failed", "no password supplied", "authentication failed"),
        "the database does not let this user in",
        "check the user and the password in the URL, or in ~/.pgpass",
    ),
    (
        (
            "connection refused",
            "failed to resolve host",
            "could not translate host name",
            "timeout expired",
            ".s.pgsql.",
            "no route to host",
        ),
        "the database can't be reached",
        "check the host and the port in the URL, and that the server runs",
    ),
)
"""Parts of the databases' own words, what they mean, and what to do; the first that fits counts, for a server's own words stand behind the way to it."""


def refusal(error: Exception, doing: str, hint: str) -> LedgerError:
    """The error for a person: what was being done ("can't read the ledger"), why not, and what to do; `hint` where the cause is none of the usual ones."""
    words = "malformed text" if isinstance(error, UnicodeDecodeError) else reason(error)
    lower = words.lower()
    for parts, meaning, to_do in _CAUSES:
        if any(part in lower for part in parts):
            return LedgerError(f"{doing}: {meaning} ({words})", hint=to_do)
    return LedgerError(f"{doing}: {words}", hint=hint)


def reason(error: Exception) -> str:
    """The database's own words, without SQL and parameters."""
    words = str(getattr(error, "orig", None) or error).strip()
    return words.splitlines()[0] if words else type(error).__name__


@contextmanager
def reading() -> Iterator[None]:
    """What goes wrong while a ledger is read: a `UsageError` for a question in characters that no ledger holds, else a `LedgerError`."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise UsageError("half a surrogate pair can't be asked for", hint="write it in UTF-8") from error
    except UnicodeDecodeError as error:
        raise refusal(error, "can't read the ledger", "memcon db check looks the whole ledger through") from error
    except StatementError as error:
        if r"\x00" in repr(error.params):
            raise UsageError("a NUL can't be asked for", hint="give words") from error
        if isinstance(error.__cause__, MemconError):
            raise error.__cause__ from None
        raise refusal(error, "can't read the ledger", "memcon db check looks the whole ledger through") from error


@contextmanager
def writing() -> Iterator[None]:
    """What goes wrong while a ledger is written, as a `LedgerError`."""
    try:
        yield
    except DatabaseError as error:
        raise refusal(error, "can't write the ledger", "nothing of this was kept; add it again") from error


@contextmanager
def adding() -> Iterator[None]:
    """What a database can't hold of one document as `ValueError`; that it can't be written as `LedgerError`."""
    try:
        yield
    except (DataError, IntegrityError) as error:
        raise ValueError(reason(error)) from error
    except DatabaseError as error:
        raise refusal(error, "can't write the ledger", "nothing of this document was kept; add it again") from error
    except StatementError as error:
        raise ValueError(reason(error)) from error
