"""Measures how fast a server shows a ledger, and whether it answers fifty at once: `python -m eval.served LEDGER [--write]`. LEDGER is a file or a database URL.

Pages are asked of the application in this process, each of different records or months, so that the processor time is the page's own; the fifty at once are
asked of `memcon serve`, in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from eval.speed_page import tell
from memcon import query
from memcon.__main__ import OBJECTS
from memcon.ingest import Reader
from memcon.serve.app import make_app
from memcon.serve.desk import Desk
from memcon.serve.serving import Serving
from memcon.store.ledger import LedgerStore

TABLE = "<!-- pages -->"
ROUNDS, AT_ONCE, WAIT = 9, 50, 60
MOST_NAMED = "select record from claims where property = 'kind' group by record order by count(*) desc"


def paths(store: LedgerStore, draw: random.Random) -> dict[str, list[str]]:
    """The pages by their kind, each of another record or month."""
    months = [f"{draw.randrange(2016, 2029)}-{draw.randrange(1, 13):02}" for _ in range(ROUNDS)]
    events = [e for m in months for e in query.timeline(store, since=m, until=m, limit=2)][:ROUNDS]
    persons = [p.actor for e in events for p in e.participants if p.kind == "person"][:ROUNDS]
    named = [str(row[0]) for row in store.select(MOST_NAMED, ROUNDS)[1]]
    said = [s for m in months for s in query.statements(store, since=m, until=m, limit=1)]
    return {
        "home": ["/"],
        "timeline, a month": [f"/timeline?since={m}&until={m}" for m in months],
        "timeline, from the beginning": ["/timeline"],
        "chart of the timeline, its first events": [f"/timeline/items.json?since={m}" for m in months],
        "event": [f"/events/{e.id}" for e in events],
        "actor, a person": [f"/actors/{id}" for id in persons],
        "actor, a most named one": [f"/actors/{id}" for id in named],
        "document": [f"/documents/{e.sources[-1].document}" for e in events],
        "statements, a month": [f"/statements?since={m}&until={m}" for m in months],
        "statements that nothing fits": ["/statements?speaker=Nobody+Here", "/statements?speaker=officials&about=zzzz", "/statements?about=talks&since=2090"],
        "statement": [f"/statements/{s.id}" for s in said],
        "search": ["/search?q=sanctions", "/search?q=grain", "/search?q=ceasefire"],
        "documents": ["/documents"],
        "commitments": ["/commitments"],
        "positions, with the matrix": ["/positions", *(f"/positions?since={m}" for m in months[:4])],
        "precedents": ["/precedents", *(f"/precedents?since={m}" for m in months[:4])],
        "channels": ["/channels"],
        "actors": ["/actors"],
        "network, a quarter": [f"/network?since={m}&until={m}" for m in months[:4]],
        "review": ["/review"],
    }  # fmt: skip


def pages(place: str) -> tuple[list[tuple[str, float, float]], int]:
    """Processor milliseconds of each kind of page, the median of different ones and the same page again, and the memory at the end in MB."""
    gc.set_threshold(OBJECTS)  # as `memcon serve` does
    desk = Desk(place, make_reader=Reader)
    rows = []
    with TestClient(make_app(desk, Serving(burst=1_000_000)), base_url="http://127.0.0.1:8765") as client:
        asked = paths(desk.book, random.Random(3))
        client.get("/documents")  # the templates are made once
        for name, addresses in asked.items():
            first = [_timed(client, each) for each in addresses]
            if len(addresses) == 1:  # of the whole ledger: as after each addition
                first = [_timed(client, addresses[0], desk.remembered.cache_clear) for _ in range(5)]
            again = [_timed(client, each) for each in addresses]
            rows.append((name, statistics.median(first), statistics.median(again)))
            print(f"{name:40}{rows[-1][1]:8.0f}{rows[-1][2]:8.0f}", file=sys.stderr)
    return rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def alone() -> float:
    """Processor milliseconds of a piece of work that is always the same, in a process of its own: by it runs on a machine with more and with less beside them can be compared."""
    found = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", "import sqlalchemy"], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * statistics.median(found)


def _timed(client: TestClient, address: str, before_it: Callable[[], object] = lambda: None) -> float:
    before_it()
    before = time.process_time()
    response = client.get(address)
    taken = 1000 * (time.process_time() - before)
    assert response.status_code == 200, (address, response.status_code)
    return taken


@contextmanager
def served(place: str) -> Iterator[tuple[str, float]]:
    """The address of a server of its own, and the processor seconds that it took to start."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "memcon", "serve", "--ledger", place, "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        server.stderr.readline()
        address = f"http://127.0.0.1:{port}"
        _status(f"{address}/healthz")
        yield address, _processor_seconds(server.pid)
    finally:
        server.terminate()
        server.wait(30)


def _processor_seconds(pid: int) -> float:
    """What a process has used so far, by the kernel's own count (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def at_once(place: str) -> dict[str, float | dict[int, int]]:
    """Fifty requests of different pages at the same time: how often which status, and how long the last one waited."""
    store = LedgerStore.open(place, is_read_only=True)
    asked = [each for group in paths(store, random.Random(5)).values() for each in group]
    store.close()
    chosen = (asked * 2)[:AT_ONCE]
    with served(place) as (address, start), ThreadPoolExecutor(AT_ONCE) as threads:
        began = time.perf_counter()
        found = Counter(threads.map(_status, (f"{address}{each}" for each in chosen)))
        return {"start": start, "seconds": time.perf_counter() - began, "statuses": dict(found)}


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=WAIT) as response:
            response.read()
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def table(rows: list[tuple[str, float, float]], memory: int, crowd: dict[str, float | dict[int, int]]) -> str:
    """The figures as they stand on the page."""
    head = "| page | processor, ms | the same again, ms |\n|---|---|---|\n"
    body = "".join(f"| {name} | {first:.0f} | {again:.0f} |\n" for name, first, again in rows)
    told = ", ".join(f"{count} answered {status}" for status, count in crowd["statuses"].items())  # type: ignore[union-attr]
    return (
        f"{head}{body}\nIn the same minutes `import sqlalchemy` alone took {alone():.0f} ms of processor time. The process used {memory} MB at most. `memcon serve` took {crowd['start']:.1f} s of processor time until it answered. "
        f"Fifty requests of different pages at once: {told}; the last after {crowd['seconds']:.0f} s.\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ledger")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/reference/speed.md")
    options = parser.parse_args()
    rows, memory = pages(options.ledger)
    found = table(rows, memory, at_once(options.ledger))
    tell(TABLE, found, is_written=options.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
