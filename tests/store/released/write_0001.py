"""Writes `0001.db.gz` with the program before migration 0002. See README.md."""

from __future__ import annotations

import gzip
import sqlite3
import tempfile
from itertools import count
from pathlib import Path

from memcon.book import Ledger
from memcon.ingest import Reader

HERE = Path(__file__).parent


def write(path: Path) -> None:
    minutes = count()
    reader = Reader(attribution="rules")
    with Ledger.open(path, reader=reader, now=lambda: f"2031-05-01T00:{next(minutes):02}:00Z") as ledger:
        ledger.add("dispatches")
        actors = {actor.name: actor.id for actor in ledger.views().actors}
        events = {event.label: event for event in ledger.timeline()}
        forum = events["2019 Baltic Fisheries Forum"]
        part = next(p for p in forum.participants if p.name == "Haruto Minami")
        ledger.judge("same", actors["Kari Solvang"], actors["K. Solvang"], by="A. Clerk", why="one minister")
        ledger.judge("different", forum.id, events["Forum: Ministers"].id, by="A. Clerk", why="not the same forum")
        ledger.judge("retracted", part.claims[0].assertion, by="A. Clerk", why="he sent his deputy")
        (position,) = ledger.views().positions
        ledger.judge("retracted", position.stances[0].assertion, by="A. Clerk", why="she did not say so")
    with sqlite3.connect(path) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA journal_mode = DELETE")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "ledger.db"
        write(made)
        (HERE / "0001.db.gz").write_bytes(gzip.compress(made.read_bytes(), 9, mtime=0))
