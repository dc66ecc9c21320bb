"""A day at the desk: three feeds, two hundred entries, servers that fail, edits, copies, and a process that is killed in the middle, several times."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from memcon.acquire.http import Fetcher
from memcon.store.ledger import LedgerStore
from memcon.store.watched import all_sources, entries_of
from memcon.watching import add_source
from tests.watching.news import SITE, START, Item, article, atom, json_feed, page, rss
from tests.web_server import Server, answer, serving

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]

WATCHING = """
import os, signal, sys
from memcon.acquire.http import Fetcher
from memcon.store.ledger import LedgerStore
from memcon.watching import run_round
from memcon.watching.rounds import Round
from tests.watching.plain_reader import PlainReader
from sqlalchemy import event

path, now, kills_at = sys.argv[1], sys.argv[2], int(sys.argv[3])
store = LedgerStore.open(path)
seen = []

@event.listens_for(store._engine, "after_cursor_execute")
def count(connection, cursor, statement, *_):
    if statement.startswith(("INSERT", "UPDATE")):
        seen.append(statement)
        if len(seen) == kills_at:
            os.kill(os.getpid(), signal.SIGKILL)

with Fetcher(allows_private=True, pace=0) as fetcher:
    at = Round(store=store, fetcher=fetcher, reader=PlainReader(), now=lambda: now)
    for _ in run_round(at, is_every_source=True):
        pass
"""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def publish(server: Server) -> dict[str, list[Item]]:
    """Two hundred articles in three feeds: the same ones in several, servers that fail once or for good."""
    items = [Item(path=f"/{n}") for n in range(200)]
    for n, item in enumerate(items):
        whole = page(article(n))
        if n % 10 == 3:
            server.pages[item.path] = [answer(status=503), whole]
        elif n % 20 == 7:
            server.pages[item.path] = answer(status=404)
        elif n % 50 == 9:
            server.pages[item.path] = [answer("half", length=999), whole]
        else:
            server.pages[item.path] = whole
    return {"wire": items[:90], "office": items[60:150], "mail": [*items[120:], *items[:10]]}


def at_home(server: Server, feed: bytes) -> bytes:
    """The feed with the addresses of the server itself."""
    body = feed.partition(b"\r\n\r\n")[2].replace(SITE.encode(), f"http://127.0.0.1:{server.port}".encode())
    return answer(body, kind="application/xml" if body.startswith(b"<") else "application/json")


def watch(path: Path, now: str, kills_at: int = -1) -> int:
    command = [sys.executable, "-c", WATCHING, str(path), now, str(kills_at)]
    return subprocess.run(command, cwd=ROOT, check=False, timeout=300).returncode


def test_every_entry_once(server: Server, tmp_path: Path) -> None:
    """Killed after any write, the next run goes on: each article once, each edit one version, each failure with its reason, nothing twice."""
    path = tmp_path / "book.db"
    feeds = publish(server)
    make = {"wire": rss, "office": atom, "mail": json_feed}
    for name, items in feeds.items():
        server.pages[f"/feeds/{name}"] = at_home(server, make[name](items))
    with closing(LedgerStore.open(path)) as store, Fetcher(allows_private=True, pace=0) as fetcher:
        for name in feeds:
            address = f"http://127.0.0.1:{server.port}/feeds/{name}"
            add_source(store, fetcher, address, name=name, now=lambda: START)

    died = [watch(path, START, kills_at) for kills_at in (1, 2, 40, 333, 700)]
    assert died == [-signal.SIGKILL] * 5
    assert watch(path, START) == 0
    assert watch(path, "2031-05-01T09:00:00Z") == 0  # what was put off
    first = look(path)
    edited = [item for item in feeds["office"] if item.path in ("/70", "/100", "/149")]
    for item in edited:
        item.updated = "2031-05-01T10:00:00Z"
        server.pages[item.path] = page(article(item.path.strip("/"), "A sentence on tolls was added later."), "2")
    server.pages["/feeds/office"] = at_home(server, atom(feeds["office"]))
    assert watch(path, "2031-05-01T11:00:00Z", 6) == -signal.SIGKILL
    assert watch(path, "2031-05-01T11:00:00Z") == 0
    second = look(path)

    gone = {f"Dispatch {n} of the strait office" for n in range(200) if n % 20 == 7}
    assert first["texts"] == {line: 1 for n in range(200) if (line := f"Dispatch {n} of the strait office") not in gone}
    assert first["states"] == {"done": 190, "failed": 10, "passed_over": 70}
    assert first["problems"] == {"page_missing": 10}
    assert Counter(second["texts"].values()) == {1: 190 - 3, 2: 3}
    assert second["versions"] == {"same": 3}
    fetched = Counter(request.path for request in server.asked if not request.path.startswith("/feeds"))
    assert max(fetched.values()) <= 4
    with closing(LedgerStore.open(path)) as store:
        assert store.check() == ()


def look(path: Path) -> dict[str, Counter[str]]:
    """What a ledger holds: first lines of texts, entries by state, problems, versions."""
    with closing(LedgerStore.open(path)) as store:
        texts = Counter(document.text.splitlines()[0] for document in store.documents())
        with store.at() as at:
            states = Counter(
                str(entry.state)
                for source in all_sources(at.connection)
                for entry in entries_of(at.connection, source.name)
            )
        judged = store.judgements_on(store.document_ids())
        return {
            "texts": texts,
            "states": states,
            "problems": Counter(problem.code for problem in store.problems()),
            "versions": Counter(judgement.kind for judgement in judged),
        }
