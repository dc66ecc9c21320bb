"""Flips random bits in ledgers' files and tells whether that is noticed: `python -m eval.bits READINGS`.

Of each of 60 small SQLite ledgers one copy is damaged at 40 random bits of the whole file, and three others at one bit each. `memcon db check` looks each copy through, and everything is asked of it: timeline,
every record, statements, searches, texts. Damage is *noticed* when the check says something, or the file can't be opened; that of 40 bits must be. It is *read as fact* when an answer tells
anything (a claim, its words and place in the text, a source, a text) that the sound ledger does not tell: that must never be. It is *left out* when an answer lacks something, or gives another instant of
recording, and no error is raised: only the check tells of that. A single bit that is not noticed and changes no answer stands in bytes that mean nothing, such as the free room of a page.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any

from eval.kills import documents
from memcon import query
from memcon.domain.documents import Document
from memcon.domain.reading import Reading
from memcon.domain.views import Claim, Resolved, Source
from memcon.errors import MemconError
from memcon.ingest import Read, append
from memcon.store.ledger import LedgerStore
from memcon.store.search import Found

DOCUMENTS = 3
"""In one ledger."""


@dataclass(slots=True)
class Flipped:
    """How many files were damaged at so many bits, and what came of it."""

    files: int = 0
    noticed: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list)
    as_fact: list[str] = field(default_factory=list)
    left_out: int = 0


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
    except Exception as error:
        return error


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
    found.faults += [f"{name}: {answer!r}" for name, answer in given.items() if isinstance(answer, Exception)]
    given = {name: answer for name, answer in given.items() if not isinstance(answer, Exception)}
    if wrong := [name for name, answer in given.items() if answer is not None and answer != right[name]]:
        found.left_out += 1
        known = frozenset().union(*map(facts, right.values()))
        told = [name for name in wrong if not facts(given[name]) <= known]
        how = "noticed" if noticed else "not noticed"
        if told:
            found.as_fact.append(f"{sound.name}, {how} by the check, bytes {places[:5]}: {', '.join(told[:3])}")


def facts(answer: Any) -> frozenset[Any]:
    """What an answer tells: each claim without its instant of recording, each source, text and passage that a search found."""
    if isinstance(answer, Claim):
        return frozenset({(answer.assertion, repr(answer.value), answer.evidence, answer.source)})
    if isinstance(answer, (Source, Document, Found)):
        return frozenset({repr(answer)})
    if is_dataclass(answer) and not isinstance(answer, type):
        return frozenset().union(*(facts(getattr(answer, each.name)) for each in fields(answer)))
    return frozenset().union(*map(facts, answer)) if isinstance(answer, tuple) else frozenset()


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
            f"{each.left_out} with something left out of an answer, {len(each.as_fact)} read as fact, {len(each.faults)} answers that were a fault of the program"
        )
        for told in (*each.as_fact, *each.faults[:20]):
            print(f"  {told}")
    is_sound = found[options.bits].noticed == options.ledgers
    return int(not is_sound or any(each.as_fact or each.faults for each in found.values()))


if __name__ == "__main__":
    sys.exit(main())
