"""Reading needs no write access and waits for nobody; what is wrong with a ledger is found."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from memcon import query
from memcon.domain.documents import Capture
from memcon.domain.entries import judgement
from memcon.errors import LedgerError, UsageError
from memcon.ledger.assertions import assert_reading
from memcon.store import engine
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch

NOON = "2031-01-01T12:00:00Z"
TALKS = dispatch("Delta talks: {held|took place} with {lead|Ada Lind} on {agenda|tolls}.", published="2031-03-03")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a ledger?.db"
    with closing(LedgerStore.open(made)) as store:
        capture = Capture(ref="a", data=TALKS.document.text.encode(), media_type="text/plain")
        ruling = judgement("same", ("evt_a", "evt_b"), by="A. Clerk", why="one")
        store.append(
            recorded_at=NOON, document=TALKS.document, capture=capture, entries=(*assert_reading(TALKS), ruling)
        )
    return made


@pytest.fixture
def store(path: Path) -> Iterator[LedgerStore]:
    opened = LedgerStore.open(path)
    yield opened
    opened.close()


def labels(path: Path) -> list[str]:
    with closing(LedgerStore.open(path, is_read_only=True)) as store:
        return [event.label for event in query.timeline(store)]


def test_reading_writes_nothing(path: Path) -> None:
    """Not a byte of the file changes, and a writer's statement is refused."""
    before = path.read_bytes()
    with closing(LedgerStore.open(path, is_read_only=True)) as store:
        assert [event.label for event in query.timeline(store)] == ["Delta talks"]
        with pytest.raises(LedgerError):
            store.append(recorded_at=NOON, document=dispatch("Dike visit: {held|over}.").document)

    assert path.read_bytes() == before


def test_reader_waits_for_no_writer(path: Path) -> None:
    """While a writer is in the middle of a transaction, what was there before is read."""
    with closing(LedgerStore.open(path)) as writer, writer.writing() as transaction:
        other = dispatch("Dike visit: {held|over}.")
        transaction.append(recorded_at=NOON, document=other.document, entries=assert_reading(other))

        assert labels(path) == ["Delta talks"]
    assert sorted(labels(path)) == ["Delta talks", "Dike visit"]


def test_question_sees_one_state(path: Path) -> None:
    """What is added while a question is answered is not in the answer."""
    with closing(LedgerStore.open(path)) as store, store.at() as at:
        first = at.excerpt([TALKS.events[0].id]).views().events
        later = dispatch("Delta talks: {cancelled|off}.", published="2031-03-04")
        with closing(LedgerStore.open(path)) as writer:
            writer.append(recorded_at=NOON, document=later.document, entries=assert_reading(later))

        assert at.excerpt([TALKS.events[0].id]).views().events == first


def test_medium_without_room_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the files that readers share can't be made, the ledger is opened as one that never changes; not so while additions wait beside it."""
    monkeypatch.setattr(engine, "_is_opened", lambda _: False)

    assert labels(path) == ["Delta talks"]
    Path(f"{path}-wal").write_bytes(b"x")
    assert engine._has_log(str(path))


def test_missing_ledger_is_not_made_by_reading(tmp_path: Path) -> None:
    """It is told of."""
    with pytest.raises(LedgerError, match="there is no ledger"):
        LedgerStore.open(tmp_path / "none.db", is_read_only=True)
    assert not (tmp_path / "none.db").exists()


def test_queries_only_read(store: LedgerStore) -> None:
    """A query gives columns and rows; what would change something, and what is no query, is refused."""
    assert store.select("select label from (select labels as label from events)", 5) == (("label",), [("Delta talks",)])
    for wrong in ("delete from names", "drop table entries", "selec", "create table x (a)"):
        with pytest.raises(UsageError, match="not a query"):
            store.select(wrong, 5)
    assert store.check() == ()


@pytest.mark.parametrize(
    "view",
    ["events", "statements", "actors", "channels", "assertions", "judgements", "status_history", "canonical_ids"],
)
def test_views_can_be_read(store: LedgerStore, view: str) -> None:
    """Each of the views that are named to users."""
    assert store.select(f"select * from {view}", 1)[0]


DAMAGE = {
    "UPDATE entries SET value = replace(value, 'held', 'hell')": "it says something else",
    "UPDATE entries SET payload = replace(payload, 'Delta', 'Malta')": "does not stand in the text",
    "UPDATE documents SET text = replace(text, 'Delta', 'Malta')": "does not stand",
    "UPDATE captures SET compressed = x'00'": "not those that came in",
    "UPDATE quotes SET quote = 'x'": "does not stand there",
    "DELETE FROM judged": "not found by what it names",
    "DELETE FROM merged": "records are one in it",
    "INSERT INTO withdrawn (seq, since) VALUES (1, 1)": "withdrawn in it",
    "UPDATE sources SET payload = replace(payload, '2031', '2032')": "cited otherwise",
    "UPDATE indexed SET seq = 1": "does not take in",
}


@pytest.mark.parametrize(("damage", "told"), DAMAGE.items())
def test_damage_is_found(path: Path, damage: str, told: str) -> None:
    """Whatever was changed behind the program's back is told."""
    with closing(sqlite3.connect(path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(damage)
        connection.commit()
    engine_ = engine.open_engine(path)
    try:
        assert any(told in each for each in LedgerStore(engine_).check())
    finally:
        engine_.dispose()


def test_ledger_of_an_earlier_edition_is_indexed_anew(path: Path) -> None:
    """Opening it makes the index again, and tells how far it is; a copy that can't be written says what to do."""
    with closing(LedgerStore.open(path)) as store, store._engine.begin() as connection:
        connection.execute(text("DELETE FROM indexed"))
        connection.execute(text("DELETE FROM calendar"))
    copy = shutil.copy(path, path.with_name("copy.db"))
    told: list[tuple[int, int]] = []
    LedgerStore.open(path, is_read_only=True, progress=lambda done, total: told.append((done, total))).close()

    assert told[-1][0] == told[-1][1] > 0
    assert labels(path) == labels(Path(copy)) == ["Delta talks"]


def test_vacuum_keeps_everything(store: LedgerStore) -> None:
    """The book is the same afterwards."""
    before = store.digest()
    store.vacuum()

    assert (store.digest(), store.check()) == (before, ())


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"words": "tolls", "where": "events"}, [TALKS.events[0].id]),
        ({"words": "took place", "where": "quotations"}, [None]),
        ({"words": "tolls", "since": "2031-03-03", "until": "2031-03"}, [None]),
        ({"words": "tolls", "since": "2031-03-04"}, []),
        ({"words": "tolls", "publisher": "nobody"}, []),
        ({"words": "tolls", "skip": 1}, []),
    ],
)
def test_search_looks_in_places_and_times(store: LedgerStore, asked: dict[str, object], expected: list[object]) -> None:
    """Events by their words, quotations, documents of a time or publisher; page after page."""
    found = store.search(**asked)  # type: ignore[arg-type]

    assert list(dict.fromkeys(f.record for f in found)) == expected
    assert all("[" in f.passage for f in found)


def test_nul_can_not_be_searched(store: LedgerStore) -> None:
    """No text holds one."""
    with pytest.raises(UsageError, match="NUL"):
        store.search("a\0b")
