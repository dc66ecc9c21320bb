"""A process that dies while it adds leaves a whole ledger."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from memcon.ledger.assertions import assert_reading
from memcon.ledger.views import as_of
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch

FIRST = dispatch("Delta talks: {scheduled|set} for {2031-03-09|March 9}.", published="2031-03-03")
SECOND = dispatch("Delta talks: {held|over}, {lead|Ada Lind} presiding on {agenda|tolls}.", published="2031-03-10")

DYING = """
import os, signal, sys
from sqlalchemy import event
from memcon.ledger.assertions import assert_reading
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch

path, statements, how = sys.argv[1], int(sys.argv[2]), sys.argv[3]
reading = dispatch("Delta talks: {held|over}, {lead|Ada Lind} presiding on {agenda|tolls}.", published="2031-03-10")
store = LedgerStore.open(path)
seen = []

@event.listens_for(store._engine, "after_cursor_execute")
def count(connection, cursor, statement, *_):
    if statement.startswith("INSERT"):
        seen.append(statement)
        if len(seen) == statements:
            os._exit(9) if how == "exit" else os.kill(os.getpid(), signal.SIGKILL)

store.append(recorded_at="2031-03-11T00:00:00Z", document=reading.document, entries=assert_reading(reading))
"""


@pytest.mark.slow
@pytest.mark.parametrize("how", ["exit", "kill"])
@pytest.mark.parametrize("statements", [1, 2, 3])
def test_death_in_the_middle_leaves_a_whole_ledger(tmp_path: Path, statements: int, how: str) -> None:
    """Killed after the document, its quotations or its entries were inserted, nothing of the document is there, and it can be added."""
    path = tmp_path / "ledger.db"
    before = start_ledger(path)

    died = subprocess.run(
        [sys.executable, "-c", DYING, str(path), str(statements), how], cwd=ROOT, check=False, timeout=60
    )
    store = LedgerStore.open(path)

    assert died.returncode == (9 if how == "exit" else -signal.SIGKILL)
    assert (store.counts(), store.digest()) == before
    assert integrity(store) == "ok"
    store.append(recorded_at="2031-03-11T00:00:00Z", document=SECOND.document, entries=assert_reading(SECOND))
    assert [event.status for event in as_of(store.entries()).events] == ["held"]
    store.close()


def test_process_that_lives_adds_the_document(tmp_path: Path) -> None:
    """The same process, not killed, does add it: the test above can fail."""
    path = tmp_path / "ledger.db"
    start_ledger(path)
    subprocess.run([sys.executable, "-c", DYING, str(path), "99", "exit"], cwd=ROOT, check=True, timeout=60)
    store = LedgerStore.open(path)

    assert store.document(SECOND.document.id) == SECOND.document
    store.close()


ADDING = """
import sys
from memcon.ledger.assertions import assert_reading
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch

store = LedgerStore.open(sys.argv[1])
for n in range(12):
    reading = dispatch(f"Talks {n % 8} of {sys.argv[2] if n < 8 else 'all'}: {{held|over}} with {{lead|Ada Lind}}.")
    store.append(recorded_at="2031-03-11T00:00:00Z", document=reading.document, entries=assert_reading(reading))
"""


@pytest.mark.slow
def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Three processes that open a new ledger and add to it at the same time all succeed; what they share is there once."""
    path = tmp_path / "ledger.db"
    writers = [subprocess.Popen([sys.executable, "-c", ADDING, str(path), name], cwd=ROOT) for name in ("a", "b", "c")]
    codes = [writer.wait(timeout=120) for writer in writers]
    store = LedgerStore.open(path)

    assert codes == [0, 0, 0]
    assert store.counts()["documents"] == 3 * 8 + 4
    assert [r.seq for r in store.entries()] == list(range(1, store.counts()["entries"] + 1))
    assert len(as_of(store.entries()).events) == 3 * 8 + 4
    store.close()


ROOT = Path(__file__).parents[2]


def start_ledger(path: Path) -> tuple[dict[str, int], str]:
    store = LedgerStore.open(path)
    store.append(recorded_at="2031-03-04T00:00:00Z", document=FIRST.document, entries=assert_reading(FIRST))
    state = store.counts(), store.digest()
    store.close()
    return state


def integrity(store: LedgerStore) -> str:
    with store._engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA integrity_check").scalar())
