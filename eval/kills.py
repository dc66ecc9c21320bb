"""Kills the process that adds documents, again and again at random moments, and tells what that did to the ledger: `python -m eval.kills READINGS`.

READINGS is a file of readings as `eval.ledgers --read` writes it; 300 short documents are made of them. A process adds them (by the way that `memcon add` goes, but for the
reading) and is killed with SIGKILL at a random moment; then the ledger is opened, looked through, and the next process goes on. When one comes to its end, the ledger must hold
exactly what a ledger holds to which the same was added in peace, and a new one is begun, until there were 300 kills. On SQLite, and on PostgreSQL where MEMCON_TEST_POSTGRES names a server
(`scripts/with-postgres python -m eval.kills READINGS`).

The process is killed while it writes, never while it reads texts: the readings are there before. A line tells how far it is; with `--state FILE` the counts are kept after every kill, and
the next run goes on from there with a new ledger.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from sqlalchemy import create_engine, text

from eval.ledgers import Shapes
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.ingest import Read, add
from memcon.store.engine import database_url
from memcon.store.ledger import LedgerStore, utc_now

LONGEST = 6_000
"""Characters of a reading at the most: the ledger is looked through as a whole after each kill."""

GROUP = 8
"""Documents in one transaction at the most."""

PATIENCE = 12
"""A process is killed before it can have added more documents than these, as fast as they were added in peace."""


class Prepared:
    """A reader that has read all before: it gives the reading of each capture."""

    fingerprint = "prepared"

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = {reading.document.ref: reading for reading in readings}

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
        for capture in captures:
            assert isinstance(capture, Capture)
            yield Read(ref=capture.ref, capture=capture, reading=self.readings[capture.ref])


@dataclass(slots=True)
class Told:
    """What came of the kills, and what was wrong, as sentences."""

    kills: int = 0
    ledgers: int = 0
    inside: int = 0
    wrong: list[str] = field(default_factory=list)


def documents(readings: Path, count: int) -> list[Reading]:
    """So many short readings, each of another document."""
    found: dict[str, Reading] = {}
    for number, reading in enumerate(Shapes(readings, LONGEST).copies()):
        if len(found) == count:
            break
        document = replace(reading.document, ref=f"document {number}")
        found.setdefault(document.id, replace(reading, document=document))
    return list(found.values())


def add_all(place: str, readings: Sequence[Reading], told: Callable[[str], object], draw: random.Random) -> None:
    """Adds the documents, some at a time, and tells of each as soon as it is said to be kept."""
    reader = Prepared(readings)
    store = LedgerStore.open(place)
    captures = [Capture(ref=r.document.ref, data=r.document.text.encode(), media_type="text/plain") for r in readings]
    start = 0
    while start < len(captures):
        some = captures[start : start + draw.randrange(1, GROUP + 1)]
        for added in add(store, some, reader, now=utc_now):
            told(added.ref)
        start += len(some)
    store.close()


def contents(place: str) -> tuple[frozenset[str], int, tuple[str, ...], dict[str, int]]:
    """The ids of all entries and how many there are, what is wrong, and how many entries each document has, by its ref."""
    store = LedgerStore.open(place)  # it may have been killed before it made the tables
    ids = store.select("select id from entries", 10**9)[1]
    query = (
        "select d.ref, count(e.id) from documents as d left join entries as e on e.document = d.id group by d.id, d.ref"
    )
    held = {str(row[0]): int(row[1]) for row in store.select(query, 10**9)[1]}
    wrong = store.check()
    store.close()
    return frozenset(str(row[0]) for row in ids), len(ids), wrong, held


def run(
    places: Iterator[str],
    readings: Sequence[Reading],
    kills: int,
    draw: random.Random,
    found: Told,
    tell: Callable[[Told], object],
) -> Told:
    """Kills until `found` counts so many; the ledgers are made at `places`, the first one in peace. `tell` is called after each kill."""
    calm = next(places)
    began = time.perf_counter()
    add_all(calm, readings, lambda _: None, draw)
    patience = PATIENCE * (time.perf_counter() - began) / len(readings)
    expected, _, wrong, whole = contents(calm)
    found.wrong += wrong
    place, kept = next(places), set[str]()
    while found.kills < kills:
        ended, told = _one(place, readings, draw.uniform(0, patience), draw)
        kept |= told
        if not ended:
            found.kills += 1
        elif not _is_begun(place):
            found.wrong.append("a process ended and left no ledger")
        if not _is_begun(place):
            continue
        ids, count, wrong, held = contents(place)
        found.inside += not ended and 0 < len(held) < len(readings)
        found.wrong += wrong
        found.wrong += [f"{ref} was kept and is gone" for ref in sorted(kept - held.keys())]
        found.wrong += [f"{ref} has {n} entries of {whole[ref]}" for ref, n in held.items() if n != whole[ref]]
        found.wrong += [f"{count - len(ids)} entries are doubled"] if count != len(ids) else []
        if ended:
            found.ledgers += 1
            found.wrong += (
                [] if ids == expected else [f"{len(ids ^ expected)} entries are lost, or are none of these documents"]
            )
            place, kept = next(places), set()
        tell(found)
    return found


class Progress:
    """Tells after each kill how far it is, with rate and time left, and keeps the counts in a file."""

    def __init__(self, name: str, kills: int, state: Path | None) -> None:
        self.name, self.kills, self.state = name, kills, state
        self.found = held(state).get(name, Told())
        self._began, self._first = time.monotonic(), self.found.kills

    def __call__(self, found: Told) -> None:
        if self.state:
            keep(self.state, self.name, found)
        line = line_of(self.name, found, self.kills, found.kills - self._first, time.monotonic() - self._began)
        is_last = found.kills >= self.kills
        if sys.stderr.isatty():
            print(f"\r{line:<100}", end="\n" if is_last else "", file=sys.stderr)
        elif is_last or found.kills % _EVERY == 0:
            print(line, file=sys.stderr)


_EVERY = 10
"""Kills between two lines of a log that is no screen."""


def line_of(name: str, found: Told, kills: int, done: int, seconds: float) -> str:
    """How far it is, of which `done` kills in so many seconds."""
    rate = done / seconds if seconds else 0.0
    left = f"{(kills - found.kills) / rate / 60:.0f} minutes left" if rate else "time left not known"
    wrong = f", {len(found.wrong)} WRONG" if found.wrong else ""
    return f"{name}: {found.kills} of {kills} kills, {found.ledgers} ledgers complete, {60 * rate:.1f} kills a minute, {left}{wrong}"


def held(state: Path | None) -> dict[str, Told]:
    """What was counted before, by store; nothing where there is no such file."""
    if state is None or not state.exists():
        return {}
    return {name: Told(**each) for name, each in json.loads(state.read_text(encoding="utf-8")).items()}


def keep(state: Path, name: str, found: Told) -> None:
    """Puts the counts of one store into the file, whole or not at all."""
    new = state.with_name(f"{state.name}.new")
    new.write_text(json.dumps({n: asdict(each) for n, each in {**held(state), name: found}.items()}), encoding="utf-8")
    new.replace(state)


def _is_begun(place: str) -> bool:
    """Whether there is a ledger at all: before its tables are made there is none, and that is no loss."""
    return "://" in place or Path(place).exists()


def _one(place: str, readings: Sequence[Reading], delay: float, draw: random.Random) -> tuple[bool, set[str]]:
    """Adds in a process of its own, which is killed after so many seconds. Whether it had come to its end before, and what it said was kept."""
    ours, theirs = os.pipe()
    seed = draw.random()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(ours)
            add_all(place, readings, lambda ref: os.write(theirs, f"{ref}\n".encode()), random.Random(seed))
            status = 0
        finally:
            os._exit(status)
    os.close(theirs)
    waited, ended = time.monotonic() + delay, 0
    while time.monotonic() < waited and not ended:
        ended, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0 if ended else min(0.002, max(0.0, waited - time.monotonic())))
    if not ended:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    with os.fdopen(ours) as pipe:
        told = {line.rstrip("\n") for line in pipe if line.endswith("\n")}
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError("the process that adds failed by itself")
    return os.WIFEXITED(status), told


def files(folder: Path) -> Iterator[str]:
    number = 0
    while True:
        yield str(folder / f"ledger{number}.db")
        number += 1


def schemas(server: str, used: list[str]) -> Iterator[str]:
    """Addresses of empty schemas of a PostgreSQL server; their names are put into `used`."""
    engine = create_engine(database_url(server))
    while True:
        name = f"memcon_kills_{os.getpid()}_{len(used)}"
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
        engine.dispose()  # a fork must not share its connections
        used.append(name)
        url = database_url(server).update_query_dict({"options": f"-csearch_path={name}"})
        yield url.render_as_string(hide_password=False)


def drop(server: str, names: Iterable[str]) -> None:
    engine = create_engine(database_url(server))
    with engine.begin() as connection:
        for name in names:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("readings", type=Path)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--state", type=Path, help="keep the counts in this file, and go on from what it holds")
    options = parser.parse_args()
    readings = documents(options.readings, options.documents)
    stores: dict[str, Told] = {}

    def killed(name: str, places: Iterator[str]) -> None:
        progress = Progress(name, options.kills, options.state)
        draw = random.Random(options.seed + progress.found.kills)
        stores[name] = run(places, readings, options.kills, draw, progress.found, progress)
        _tell(name, stores[name], len(readings))

    if options.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            killed("SQLite", files(Path(folder)))
    server = os.environ.get("MEMCON_TEST_POSTGRES")
    if server and options.only != "sqlite":
        used: list[str] = []
        try:
            killed("PostgreSQL", schemas(server, used))
        finally:
            drop(server, used)
    return int(any(found.wrong for found in stores.values()) or not stores)


def _tell(name: str, found: Told, count: int) -> None:
    print(
        f"{name}: killed {found.kills} times ({found.inside} of them with some of {count} documents kept and others not), "
        f"{found.ledgers} ledgers complete, {len(found.wrong)} things wrong",
        flush=True,
    )
    for each in found.wrong[:20]:
        print(f"  {each}")


if __name__ == "__main__":
    sys.exit(main())
