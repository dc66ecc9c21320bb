"""A file of SQLite refuses change by itself, whoever opens it; and it is its owner's."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from memcon.domain.documents import Capture
from memcon.domain.entries import judgement
from memcon.errors import LedgerError, UsageError
from memcon.ledger.assertions import assert_reading
from memcon.store import refusals
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch

NOON = "2031-01-01T12:00:00Z"
TALKS = dispatch("Delta talks: {held|took place} with {lead|Ada Lind} on {agenda|tolls}.", published="2031-03-03")

REPLACED = {
    "entries": "SELECT seq, id, kind, recorded_at, document, subject_kind, subject, property, '1', payload, reader",
    "documents": "SELECT seq, id, ref, title, publisher, wire, published, published_basis, language, url, 'x', payload, capture, added_at",
    "captures": "SELECT sha256, media_type, 0, x'00', added_at",
    "quotes": "SELECT seq, document, span_start, span_end, 'x'",
    "readers": "SELECT id, 'x', version, payload",
    "judged": "SELECT judgement, place, 'x'",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "new folder" / "ledger.db"
    with closing(LedgerStore.open(made)) as store:
        capture = Capture(ref="a", data=b"x", media_type="text/plain")
        ruling = judgement("same", ("evt_a", "evt_b"), by="A. Clerk", why="one")
        store.append(
            recorded_at=NOON, document=TALKS.document, capture=capture, entries=(*assert_reading(TALKS), ruling)
        )
    return made


@pytest.mark.parametrize("table", REPLACED)
@pytest.mark.parametrize("how", ["INSERT OR REPLACE", "REPLACE"])
def test_nothing_is_replaced(path: Path, table: str, how: str) -> None:
    """What UPDATE and DELETE may not do, an insert that takes the place of a row may not do either."""
    with closing(sqlite3.connect(path)) as connection:
        before = connection.execute(f"SELECT * FROM {table}").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(f"{how} INTO {table} {REPLACED[table]} FROM {table} LIMIT 1")

        assert before == connection.execute(f"SELECT * FROM {table}").fetchall() != []


@pytest.mark.parametrize(
    "change", ["UPDATE quotes SET quote = 'x'", "DELETE FROM quotes", "UPDATE documents SET seq = 9"]
)
def test_quotations_and_places_stay(path: Path, change: str) -> None:
    """Quotations are as safe as the entries that they belong to, and a document keeps its place."""
    with (
        closing(sqlite3.connect(path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match=r"append-only|never"),
    ):
        connection.execute(change)


def test_ledger_is_for_its_owner_alone(path: Path) -> None:
    """File, the files beside it and the folder made for it; one that its owner opened to others stays so."""
    with closing(LedgerStore.open(path)) as store, store.writing():
        beside = [p for p in path.parent.iterdir() if p != path]

        assert {stat.S_IMODE(p.stat().st_mode) for p in (path, *beside)} == {0o600}
    assert beside
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    path.chmod(0o640)
    LedgerStore.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    """With the reason; nothing is made."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerError, match=r"can't make a ledger at .*: Not a directory"):
        LedgerStore.open(tmp_path / "file" / "deep" / "ledger.db")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (".", "is a folder, and a ledger is a file"),
        ("none.db", "there is no ledger at"),
        ("none/none.db", "there is no ledger at"),
        ("n" * 400, "there is no ledger at"),
        ("a\0b", "there is no ledger at"),
        ("empty.db", "it is empty"),
        ("/dev/null", "is no file, and a ledger is a file"),
    ],
)
def test_where_nothing_can_be_read_nothing_is_made(tmp_path: Path, name: str, told: str) -> None:
    """A folder, a device, a name that nothing can have, and a file that was cut to nothing: reading makes no ledger of it."""
    (tmp_path / "empty.db").touch()
    before = sorted(tmp_path.iterdir())
    for is_read_only in (True, False):
        with pytest.raises(LedgerError, match=told) as caught:
            LedgerStore.open(str(tmp_path / name), create=False, is_read_only=is_read_only)
        assert caught.value.hint
    assert sorted(tmp_path.iterdir()) == before
    assert (tmp_path / "empty.db").read_bytes() == b""


def test_folder_that_can_not_be_opened_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a ledger is in it nobody can say; and where no file can be made, what to name instead."""
    refused = PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    def no(*_: object, **__: object) -> int:
        raise refused

    monkeypatch.setattr("memcon.store.engine.os.stat", no)
    monkeypatch.setattr("memcon.store.engine.os.path.isfile", lambda _: False)
    monkeypatch.setattr("memcon.store.engine.os.path.exists", lambda _: False)
    monkeypatch.setattr("memcon.store.engine.os.open", no)
    with pytest.raises(LedgerError, match=r"can't look for a ledger at .*: Permission denied"):
        LedgerStore.open(str(path), create=False)
    with pytest.raises(LedgerError, match=r"can't make a ledger at .*: Permission denied") as caught:
        LedgerStore.open(str(path))
    assert "you may write in" in caught.value.hint


def test_a_ledger_on_a_disk_that_can_only_be_read_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is there: nobody is told to make it elsewhere."""
    LedgerStore.open(path).close()

    def refuse(*_: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("memcon.store.engine.os.open", refuse)
    with pytest.raises(LedgerError, match=r"can't write the ledger .*: Read-only") as raised:
        LedgerStore.open(path)

    assert "can be read" in raised.value.hint


def test_two_writers_of_one_text_leave_one_date(path: Path) -> None:
    """Both have read it before either keeps it; the second one sees in its own transaction what the first one wrote."""
    from memcon.ingest import Read, commit, prepare

    text = "Dike visit: {held|over}."
    readings = [dispatch(text, published=day, ref=ref) for day, ref in (("2031-04-01", "one"), ("2031-04-02", "two"))]
    prepared = [prepare(Read(ref=r.document.ref, reading=r)) for r in readings]
    with closing(LedgerStore.open(path)) as one, closing(LedgerStore.open(path)) as other:
        for store, each in zip((one, other), prepared, strict=True):
            commit(store, each, recorded_at=NOON)
        kept = one.document(readings[0].document.id)
        dates = {
            r.entry.value
            for r in one.entries(documents=[readings[0].document.id])
            if getattr(r.entry, "property", "") == "published"
        }

    assert kept is not None
    assert (kept.published, dates) == ("2031-04-01", {'{"basis":"given","edtf":"2031-04-01"}'})


def test_writer_that_waited_in_vain_says_for_whom(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the other writer, and says what to do."""
    monkeypatch.setattr("memcon.store.engine.BUSY_SECONDS", 0.05)
    ruling = judgement("same", ("a", "b"), by="A. Clerk", why="x")
    with (
        closing(LedgerStore.open(path)) as one,
        closing(LedgerStore.open(path)) as other,
        one.writing(),
        pytest.raises(LedgerError, match="another memcon is writing") as told,
    ):
        other.append(recorded_at=NOON, entries=[ruling])

    assert "wait until it is done" in told.value.hint


def test_full_disk_is_told(path: Path) -> None:
    """What was kept before is whole, and adding goes on where it stopped once there is room."""
    other = dispatch("Dike visit: {held|over}.")
    with closing(LedgerStore.open(path)) as store:
        with store._engine.connect() as connection:
            size = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {size}")
        large = Capture(ref="b", data=bytes(range(256)) * 4096, media_type="text/plain")
        with pytest.raises(LedgerError, match="the disk is full"):
            store.append(recorded_at=NOON, document=other.document, capture=large)
    with closing(LedgerStore.open(path)) as store:
        assert store.check() == ()
        assert store.append(recorded_at=NOON, document=other.document, capture=large).is_new_document


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("database disk image is malformed", "damaged"),
        ("disk I/O error", "a limit on the size of files"),
        ("unable to open database file", "its file can't be read"),
        ("file is not a database", "is no ledger"),
        ("attempt to write a readonly database", "can't be written here"),
        ('connection failed: FATAL:  password authentication failed for user "me"', "does not let this user in"),
        ('connection to server at "127.0.0.1", port 5433 failed: Connection refused', "can't be reached"),
        ("failed to resolve host 'nowhere.invalid': [Errno -2] Name or service not known", "can't be reached"),
        ('connection to server on socket "/run/.s.PGSQL.5432" failed: No such file or directory', "can't be reached"),
        ('connection failed: FATAL:  database "book" does not exist', "no such database"),
        ("connection failed: FATAL:  sorry, too many clients already", "lets nobody in just now"),
        ("permission denied for table entries", "gives this user no right"),
        ("permission denied for schema public", "gives this user no right"),
        ('invalid connection option "wrong"', "asks for what the database does not know"),
        ("out of memory", "can't read the ledger: out of memory"),
    ],
)
def test_causes_are_told_in_words(words: str, told: str) -> None:
    """The usual ones with what they mean; the database's own words stay beside them."""
    error = refusals.refusal(sqlite3.OperationalError(words), "can't read the ledger", "look")

    assert told in str(error)
    assert words in str(error)
    assert error.hint


@pytest.mark.parametrize("asked", ["a\0b", "\ud800"])
def test_question_in_no_characters_is_the_askers_mistake(path: Path, asked: str) -> None:
    """It is no fault of the ledger, and no SQL is shown."""
    from memcon import query

    with closing(LedgerStore.open(path, is_read_only=True)) as store:
        for ask in (lambda: query.timeline(store, actor=asked), lambda: query.statements(store, about=asked)):
            with pytest.raises(UsageError, match="can't be asked for") as told:
                ask()
            assert "SELECT" not in str(told.value)
