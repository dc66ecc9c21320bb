"""A damaged ledger is noticed, and what is damaged in it is not read as fact."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from eval.bits import answers, facts, flip, is_noticed, questions
from memcon import query
from memcon.errors import LedgerError
from memcon.ingest import Read, append
from memcon.store.ledger import LedgerStore
from memcon.store.search import Where
from tests.ledger.notation import dispatch

READINGS = (
    dispatch(
        "Delta talks: {scheduled|set} for {2031-03-09|March 9}, {lead|Ada Lind} presiding.", published="2031-03-03"
    ),
    dispatch("Delta talks: {held|over}, {lead|Ada Lind} presiding on {agenda|tolls}.", published="2031-03-10"),
    *(
        dispatch(
            *(
                f"Dike visit of village {n} {m}: {{held|it was held}}, {{lead|Ada Lind}} on {{agenda|dike {m}}}."
                for m in range(9)
            ),
            published=f"2031-04-{n:02}",
        )
        for n in range(1, 13)
    ),
)
"""Enough to fill pages: what is damaged in the free room of one means nothing and is not noticed."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ledger in one file."""
    path = tmp_path_factory.mktemp("ledgers") / "sound.db"
    store = LedgerStore.open(path)
    for n, reading in enumerate(READINGS, 1):
        append(store, Read(ref=f"{n}", reading=reading), recorded_at=f"2031-05-{n:02}T00:00:00Z")
    store.vacuum()
    store.close()
    return path


@pytest.mark.slow
def test_forty_bits_are_noticed_and_none_is_read_as_fact(sound: Path, tmp_path: Path) -> None:
    """Of six copies damaged at forty random bits each one is noticed, and no question is told anything that the sound ledger does not tell."""
    store = LedgerStore.open(sound, is_read_only=True)
    asked = questions(store)
    store.close()
    right = answers(sound, asked)
    for seed in range(6):
        damaged = tmp_path / "damaged.db"
        flip(damaged, sound, 40, random.Random(seed))

        assert is_noticed(damaged)
        try:
            given = answers(damaged, asked)
        except LedgerError:
            continue
        assert [answer for answer in given.values() if isinstance(answer, Exception)] == []
        assert facts(tuple(given.values())) - facts(tuple(right.values())) == frozenset()


CHANGES = (
    ("UPDATE entries SET value = replace(value, 'held', 'hold')", "does not say what it was recorded with"),
    ("UPDATE entries SET payload = replace(payload, 'Ada', 'Ida')", "does not say what it was recorded with"),
    ("UPDATE entries SET payload = '{'", "can't be read"),
    ("UPDATE readers SET payload = replace(payload, 'memcon', 'mencon')", "does not say what it was recorded with"),
    ("UPDATE sources SET payload = replace(payload, '2031-03', '2031-04')", "not as it was written"),
    ("UPDATE sources SET document = upper(document)", "is cited nowhere"),
)


@pytest.mark.parametrize(("change", "told"), CHANGES, ids=[f"{n}" for n in range(len(CHANGES))])
def test_what_was_changed_behind_its_back_is_an_error(sound: Path, tmp_path: Path, change: str, told: str) -> None:
    """Whoever gets round the database's guards is told of by the timeline, and by the check."""
    path = changed(sound, tmp_path, change)
    store = LedgerStore.open(path, is_read_only=True)

    with pytest.raises(LedgerError, match=told):
        query.timeline(store)
    assert store.check() != ()
    store.close()


MISFOUND = (
    ("documents", "UPDATE documents SET title = 'Told by nobody'", "is not what was read"),
    ("documents", "UPDATE documents SET text = replace(text, 'over', 'off')", "not the one that was read"),
    ("events", "UPDATE phrases SET words = replace(words, 'village', 'town')", "what the book does not"),
    ("events", "UPDATE phrases SET record = 'event_0000000000000000'", "what the book does not"),
    ("events", "UPDATE phrases SET seq = seq + 1000000", None),
    ("quotations", "UPDATE quotes SET quote = replace(quote, 'village', 'town')", "does not stand in its document"),
)
"""What is searched, what is changed there behind the back of the ledger, and what a search then says; None where nothing is found."""


@pytest.mark.parametrize(("where", "change", "told"), MISFOUND, ids=[f"{n}" for n in range(len(MISFOUND))])
def test_a_search_shows_only_what_the_book_holds(
    sound: Path, tmp_path: Path, where: Where, change: str, told: str | None
) -> None:
    """What the index finds is held against texts and entries before it is shown."""
    path = changed(sound, tmp_path, change)
    store = LedgerStore.open(path, is_read_only=True)
    words = "Delta" if where == "documents" else "village"
    if told is None:
        assert store.search(words, where=where) == ()
    else:
        with pytest.raises(LedgerError, match=told):
            store.search(words, where=where)
    store.close()


LOST = (
    ("DELETE FROM calendar", "calendar"),
    ("UPDATE calendar SET since = 1000", "calendar"),
    ("UPDATE calendar SET sure = -1", "calendar"),
    ("DELETE FROM links", "links"),
    ("UPDATE names SET name = upper(name)", "names"),
    ("UPDATE phrases SET words = upper(words)", "phrases"),
    ("UPDATE claims SET seq = seq + 1", "claims"),
    ("INSERT INTO names_fts(names_fts) VALUES ('delete-all')", "search of names"),
    ("UPDATE documents SET text = upper(text)", "not the one that was read"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("change", "told"), LOST, ids=[f"{n}" for n in range(len(LOST))])
def test_an_index_that_lacks_something_is_noticed_by_the_check(
    sound: Path, tmp_path: Path, change: str, told: str
) -> None:
    """What the index, made anew, has and the kept one lacks is told by its table; so are texts and searches that do not fit."""
    store = LedgerStore.open(changed(sound, tmp_path, change), is_read_only=True)

    assert any(told in each for each in store.check())
    store.close()


def test_a_sound_ledger_is_sound(sound: Path) -> None:
    """The check says nothing of it, and leaves it as it is."""
    before = sound.read_bytes()
    store = LedgerStore.open(sound, is_read_only=True)

    assert store.check() == ()
    store.close()
    assert sound.read_bytes() == before


def changed(sound: Path, folder: Path, change: str) -> Path:
    """A copy that was changed past all triggers."""
    path = folder / "changed.db"
    path.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(change)
    return path
