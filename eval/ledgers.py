"""Writes a ledger of any size in the shape of real readings, the same for the same size: `python -m eval.ledgers READINGS OUT --assertions N`.

READINGS is a file of readings, one canonical JSON object a line (`python -m eval.ledgers --read FOLDER READINGS` makes one of documents). Each is written again and again: with other ids,
shifted days, and persons' names whose letters are exchanged for others, so that quotations still stand where they stood. States and bodies keep their names: they are what thousands
of documents tell of. A numbered session is told of by a dozen copies, then comes the next.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from memcon.domain.codec import canonical, decode
from memcon.domain.entries import Entry
from memcon.domain.ids import content_id
from memcon.domain.reading import Reading
from memcon.ingest import Read, Reader, prepare
from memcon.store.ledger import LedgerStore

BATCH = 100
"""Documents in one transaction."""

SESSION_COPIES = 12
"""Copies of a document that tell of the same numbered session."""

PEOPLE = 400
"""Variants of each person's name; the first ones are drawn most often."""

DAYS = 3_650
"""Copies are spread over so many days."""

_ID = re.compile(r"\b(doc|actor|event|statement|position|commitment|process|precedent)_[0-9a-f]{16}\b")
_DAY = re.compile(r"\b(1[89]|20)\d\d-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?\b")
_LETTERS = "aeiou", "bcdfgklmnprst"


class Shapes:
    """Readings to copy: those of the file that take at most `longest` characters as JSON."""

    def __init__(self, path: Path, longest: int = sys.maxsize) -> None:
        self._lines = [line for line in path.read_text(encoding="utf-8").splitlines() if 0 < len(line) <= longest]
        self._fixed = [self._kept(json.loads(line)) for line in self._lines]

    def copies(self) -> Iterator[Reading]:
        """Endless, in a fixed order."""
        number = 0
        while True:
            for index in range(len(self._lines)):
                yield self._copy(index, number)
            number += 1

    def _copy(self, index: int, number: int) -> Reading:
        draw = random.Random(f"{index} {number}")
        shift = timedelta(days=draw.randrange(DAYS) - DAYS // 2)
        people, sessions = self._fixed[index]
        line = self._lines[index]
        others = {name: _another(name, int(draw.paretovariate(0.7)) % PEOPLE) for name in people}
        if others:
            line = re.sub(rf"\b({'|'.join(others)})\b", lambda found: others[found[0]], line)
        line = _DAY.sub(lambda found: _shifted(found[0], shift), line)

        def renamed(found: re.Match[str]) -> str:
            salt = number // SESSION_COPIES if found[0] in sessions else number
            return f"{found[1]}_{hashlib.sha256(f'{found[0]} {index * 0 if found[0] in sessions else index} {salt}'.encode()).hexdigest()[:16]}"

        body = json.loads(_ID.sub(renamed, line))
        text = body["document"]["text"] = f"{body['document']['text']}\n\nCopy {number}."
        body = json.loads(json.dumps(body).replace(body["document"]["id"], content_id("doc", text)))
        for event in body.get("events", ()):
            if "ordinal" in event and "channel" in event:
                event["ordinal"] = event["ordinal"] + number // SESSION_COPIES
        return decode(Reading, body)

    @staticmethod
    def _kept(body: dict[str, object]) -> tuple[list[str], set[str]]:
        """The persons whose names change, and the sessions whose ids documents share."""
        actors: list[dict[str, str]] = body.get("actors", [])  # type: ignore[assignment]
        events: list[dict[str, str]] = body.get("events", [])  # type: ignore[assignment]
        last = {a["name"].split()[-1] for a in actors if a["kind"] == "person" and " " in a["name"]}
        sessions = {e["id"] for e in events if "ordinal" in e and "channel" in e}
        return sorted(n for n in last if len(n) > 3 and n.isalpha() and n[0].isupper()), sessions


def _another(name: str, variant: int) -> str:
    """A name of equal length, letter for letter of the same sort."""
    if variant == 0:
        return name
    made = []
    for n, letter in enumerate(name):
        row = next((row for row in _LETTERS if letter in row), None)
        made.append(row[(row.index(letter) + (variant // 5**n) % 5) % len(row)] if row else letter)
    return "".join(made)


def _shifted(day: str, shift: timedelta) -> str:
    try:
        return (date.fromisoformat(day if len(day) == 10 else f"{day}-15") + shift).isoformat()[: len(day)]
    except (ValueError, OverflowError):
        return day


def write(readings: Path, out: str, assertions: int) -> None:
    """Fills the ledger at `out` until it holds so many assertions, and tells how fast each tenth went."""
    store = LedgerStore.open(out)
    copies = Shapes(readings).copies()
    held = documents = 0
    told, started = assertions // 10, time.process_time()
    while held < assertions:
        batch = []
        for _ in range(BATCH):
            reading = next(copies)
            prepared = prepare(Read(ref=reading.document.ref, reading=reading))
            entries: tuple[Entry, ...] = (*prepared.assertions, *prepared.names)
            held += len(prepared.assertions)
            batch.append((reading.document, entries))
        instant = f"20{31 + documents // 1_000_000:02}-{1 + documents // 40_000 % 12:02}-{1 + documents // 1_400 % 28:02}T{documents // 60 % 24:02}:{documents % 60:02}:00Z"
        with store.writing() as transaction:
            for document, entries in batch:
                transaction.append(recorded_at=instant, document=document, entries=entries)
        documents += len(batch)
        if held >= told:
            seconds = time.process_time() - started
            print(
                f"{held:>10} assertions of {documents} documents, {1000 * seconds / documents:.1f} ms each",
                file=sys.stderr,
            )
            told += assertions // 10
    store.close()


def read(folder: Path, out: Path) -> None:
    """Reads documents and writes their readings, to be copied."""
    from memcon.acquire import acquire

    with out.open("w", encoding="utf-8") as file:
        for found in Reader().read_captures(acquire([str(folder)])):
            if found.reading is not None:
                file.write(canonical(found.reading) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("out")
    parser.add_argument("--assertions", type=int, default=1_000_000)
    parser.add_argument("--read", action="store_true", help="SOURCE is a folder of documents; OUT gets their readings")
    options = parser.parse_args()
    if options.read:
        read(options.source, Path(options.out))
    else:
        write(options.source, options.out, options.assertions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
