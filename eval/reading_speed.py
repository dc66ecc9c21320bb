"""How long reading takes beside bare spaCy on the same texts: `python -m eval.reading_speed --data DIR [--documents 25] [--rounds 5] [--write]`.

DIR has lines of JSON with a `text` and, where known, a day (`published` or `date`). In one run, round by round, the same documents are parsed by the
bare spaCy pipeline, read by rules alone, and read with everything that was learned, after others were read to warm up. A ratio is that of one round, and told is
the median of the rounds: what else the machine does slows both sides of a round alike. Both clocks are told: that on the wall, and the processor time of all threads.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from eval.speed_page import tell

TABLE = "<!-- reading -->"
WARM_UP = 5
"""Documents that are read before those measured."""

BARE = "spaCy alone"
MOST: Mapping[str, float | None] = {BARE: None, "by rules": 1.5, "with everything learned": 2.2}
"""What is measured, with the most times that it may take of what spaCy alone takes."""

Record = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Took:
    """What one pass over the documents took, in seconds: by the clock, and of processor time."""

    wall: float
    processor: float


def records(folder: Path, count: int) -> list[Record]:
    """`count` records with a text out of the lines of JSON in `folder`, taken evenly; fewer where it has fewer. Raises `SystemExit` where it has none."""
    files = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.jsonl")))
    rows = (json.loads(line) for text in files for line in text.split("\n") if line)
    found = [row for row in rows if str(row.get("text") or "").strip()]
    if not found:
        raise SystemExit(f"{folder} has no *.jsonl with a text")
    step = max(1, len(found) // count)
    return [_record(n, row) for n, row in enumerate(found[::step][:count])]


def _record(n: int, row: Mapping[str, Any]) -> Record:
    day = row.get("published") or row.get("date")
    return {"id": f"d{n}", "text": row["text"], **({"published": day} if day else {})}


def measure(readers: Mapping[str, Callable[[Sequence[Record]], Iterable[object]]], measured: Sequence[Record],
            warming: Sequence[Record], rounds: int) -> dict[str, list[Took]]:  # fmt: skip
    """What each of `readers` took of the documents in each round, in turn; all are warmed up before."""
    for read in readers.values():
        _took(read, warming)
    found: dict[str, list[Took]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, read in readers.items():
            found[name].append(_took(read, measured))
    return found


def _took(read: Callable[[Sequence[Record]], Iterable[object]], documents: Sequence[Record]) -> Took:
    wall, processor = time.perf_counter(), time.process_time()
    for _ in read(documents):
        pass
    return Took(time.perf_counter() - wall, time.process_time() - processor)


def shipped() -> dict[str, Callable[[Sequence[Record]], Iterable[object]]]:
    """The bare pipeline, which shares nothing with the readers, and both ways of reading."""
    import spacy

    from memcon.annotate.nlp import DEFAULT_MODEL
    from memcon.ingest import Reader

    nlp = spacy.load(DEFAULT_MODEL)
    ways = (
        lambda documents: nlp.pipe(record["text"] for record in documents),
        Reader(attribution="rules").read_many,
        Reader(attribution="learned").read_many,
    )
    return dict(zip(MOST, ways, strict=True))


def table(found: Mapping[str, Sequence[Took]], documents: Sequence[Record]) -> str:
    """The figures as Markdown: seconds, and how many times the first of `found`, each the median of its rounds."""
    bare = next(iter(found.values()))
    size = sum(len(record["text"]) for record in documents)
    lines = [
        f"{len(documents)} documents of {size:,} characters, {len(bare)} rounds.",
        "",
        "| | clock, s | times spaCy | processor, s | times spaCy | at most |",
        "|---|---|---|---|---|---|",
    ]
    for name, rounds in found.items():
        wall = median(took.wall / b.wall for took, b in zip(rounds, bare, strict=True))
        processor = median(took.processor / b.processor for took, b in zip(rounds, bare, strict=True))
        clocks = median(took.wall for took in rounds), median(took.processor for took in rounds)
        most = MOST.get(name)
        lines.append(f"| {name} | {clocks[0]:.2f} | {wall:.2f} | {clocks[1]:.2f} | {processor:.2f} | {most or ''} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="a folder with lines of JSON (*.jsonl)")
    parser.add_argument("--documents", type=int, default=25)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write the figures into docs/reference/speed.md")
    options = parser.parse_args()
    chosen = records(options.data, options.documents + WARM_UP)
    warming, measured = chosen[:WARM_UP], chosen[WARM_UP:] or chosen
    found = table(measure(shipped(), measured, warming, options.rounds), measured)
    tell(TABLE, found, is_written=options.write)
    return 0


if __name__ == "__main__":
    sys.exit(main())
