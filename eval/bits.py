"""Flips random bits in ledgers' files and tells whether that is noticed: `python -m eval.bits READINGS`.

Of each of 60 small SQLite ledgers one copy is damaged at 40 random bits of the whole file, and three others at one bit each. `memcon db check` looks each copy through, and everything is asked of it: timeline,
every record, statements, searches, texts. Damage is *noticed* when the check says something, or the file can't be opened; that of 40 bits must be. It is *read as fact* when an answer is another than before and
no error is raised: that must never be. A single bit that is not noticed and changes no answer stands in bytes that mean nothing, such as the free room of a page.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.kills import documents
from memcon import query
from memcon.domain.reading import Reading
from memcon.domain.views import Resolved
from memcon.errors import MemconError
from memcon.ingest import Read, append
from memcon.store.ledger import LedgerStore

DOCUMENTS = 3
"""In one ledger."""


@dataclass(slots=True)
class Flipped:
    """How many files were damaged at so many bits, and what came of it."""

    files: int = 0
    noticed: int = 0
    refused: int = 0
    as_fact: list[str] = field(default_factory=list)


def make(path: Path, readings: Sequence[Reading]) -> None:
    """A ledger in one file, without a log beside it."""
    store = LedgerStore.open(path)
    for n, reading in enumerate(readings):
        append(store, Read(ref=reading.document.ref, reading=reading), recorded_at=f"2031-01-{n + 1:02}T00:00:00Z")
    store.vacuum()
    store.close()


def questions(store: LedgerStore) -> dict[str, Callable[[LedgerStore], Any]]:
    """Everything that a sound ledger is asked, by what it is called."""
    asked: dict[str, Callable[[LedgerStore], Any]] = {
        "timeline": lambda s: query.timeline(s),
        "timeline as of a day": lambda s: query.timeline(s, published="2024"),
        "timeline as it was": lambda s: query.timeline(s, recorded="2031-01-02"),
        "statements": lambda s: query.statements(s, is_all=True),
        "sources": lambda s: s.sources(),
        "texts": lambda s: tuple(s.documents()),
        "search": lambda s: s.search("the"),
        "search of statements": lambda s: s.search("the", where="statements"),
    }
    views: list[Resolved] = [*query.timeline(store), *query.statements(store, is_all=True)]
    ids = {v.id for v in views} | {p.actor for e in query.timeline(store) for p in e.participants}
    asked |= {f"show {id}": lambda s, id=id: query.show(s, id) for id in sorted(ids)}  # type: ignore[misc]
    return asked


def answers(path: Path, asked: Mapping[str, Callable[[LedgerStore], Any]]) -> dict[str, Any]:
    """The answer to each question, None where an error is raised. Raises what can't be opened."""
    store = LedgerStore.open(path, create=False, is_read_only=True)
    try:
        return {name: _answer(store, ask) for name, ask in asked.items()}
    finally:
        store.close()


def _answer(store: LedgerStore, ask: Callable[[LedgerStore], Any]) -> Any:
    try:
        return ask(store)
    except MemconError:
        return None


def flip(path: Path, sound: Path, bits: int, draw: random.Random) -> list[int]:
    """Makes `path` a copy of the file `sound` but for so many bits; gives the bytes' places."""
    content = bytearray(sound.read_bytes())
    places = [draw.randrange(len(content)) for _ in range(bits)]
    for place in places:
        content[place] ^= 1 << draw.randrange(8)
    path.write_bytes(content)
    return places


def is_noticed(path: Path) -> bool:
    """Whether `memcon db check` says that something is wrong."""
    try:
        store = LedgerStore.open(path, create=False, is_read_only=True)
    except MemconError:
        return True
    try:
        return bool(store.check())
    except MemconError:
        return True
    finally:
        store.close()


def run(ledgers: Iterable[Path], ways: Mapping[int, int], draw: random.Random) -> dict[int, Flipped]:
    """Damages so many copies (a value of `ways`) of each ledger at so many bits (its key)."""
    found = {bits: Flipped() for bits in ways}
    for sound in ledgers:
        store = LedgerStore.open(sound, is_read_only=True)
        asked = questions(store)
        store.close()
        right = answers(sound, asked)
        for bits, copies in ways.items():
            for _ in range(copies):
                _damage(sound, bits, asked, right, draw, found[bits])
    return found


def _damage(
    sound: Path,
    bits: int,
    asked: Mapping[str, Callable[[LedgerStore], Any]],
    right: Mapping[str, Any],
    draw: random.Random,
    found: Flipped,
) -> None:
    damaged = sound.with_name("damaged.db")
    places = flip(damaged, sound, bits, draw)
    noticed = is_noticed(damaged)
    found.files += 1
    found.noticed += noticed
    try:
        given = answers(damaged, asked)
    except MemconError:
        found.refused += 1
        return
    found.refused += any(answer is None for answer in given.values())
    if wrong := [name for name, answer in given.items() if answer is not None and answer != right[name]]:
        how = "noticed" if noticed else "not noticed"
        found.as_fact.append(f"{sound.name}, {how} by the check, bytes {places[:5]}: {', '.join(wrong[:3])}")


def made(folder: Path, readings: Sequence[Reading], count: int) -> Iterator[Path]:
    for n in range(count):
        path = folder / f"ledger{n}.db"
        make(path, readings[n * DOCUMENTS : (n + 1) * DOCUMENTS])
        yield path


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("readings", type=Path)
    parser.add_argument("--ledgers", type=int, default=60)
    parser.add_argument("--bits", type=int, default=40)
    parser.add_argument("--single", type=int, default=3, help="copies of each ledger that are damaged at one bit")
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    readings = documents(options.readings, options.ledgers * DOCUMENTS)
    with tempfile.TemporaryDirectory() as folder:
        ledgers = made(Path(folder), readings, options.ledgers)
        ways = {options.bits: 1, 1: options.single}
        found = run(ledgers, ways, random.Random(options.seed))
    for bits, each in found.items():
        print(
            f"{each.files} files with {bits} random bits flipped: {each.noticed} noticed by the check, {each.refused} not read as a whole, "
            f"{len(each.as_fact)} read as fact"
        )
        for told in each.as_fact:
            print(f"  {told}")
    is_sound = found[options.bits].noticed == options.ledgers
    return int(not is_sound or any(each.as_fact for each in found.values()))


if __name__ == "__main__":
    sys.exit(main())
