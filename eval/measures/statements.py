"""Statements that are shown, held against a reader's verdicts on statements shown before (docs/reference/gold.md).

The gold omits many statements, so what answers none of them need not be wrong; here a reader judged each shown statement in its text. A shown
statement meets a judged one where their cues overlap. `judged.right`: of the shown ones that meet one, those that meet a right one with the same
content (characters, F1 of .8); a content that has changed since it was judged wrong is left out. `judged.none`: those that were judged to be no
statements. `judged.kept`: of the right ones, those that are still shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import Counts, Figure, gold, precision, recall, tally
from eval.agreement import is_same_content
from eval.reading import make_reader
from eval.record import of_reading
from memcon.report.contract import to_contract

FILE = gold.FOLDER / "statements.jsonl"

READS = True
"""Another reader can be measured by it."""


FIGURES: Mapping[str, Figure] = {
    "judged.right": precision("right"),
    "judged.none": precision("none"),
    "judged.kept": recall("kept"),
}


def measure(path: Path, data: Path) -> Iterator[Counts]:
    """The counts of every document with judged statements."""
    judged: dict[str, list[Mapping[str, Any]]] = {}
    for row in gold.read(path):
        judged.setdefault(row["sha256"], []).append(row)
    pages = list(gold.join([{**rows[0]} for rows in judged.values()], data))
    readings = make_reader().read_many([page["input"] for page in pages])
    for page, reading in zip(pages, readings, strict=True):
        yield _counts(judged[page["sha256"]], [s for s in of_reading(to_contract(reading)).statements if s.is_shown])


def _counts(judged: Sequence[Mapping[str, Any]], shown: Sequence[Any]) -> Counts:
    counts: Counts = {}
    for row in judged:
        start, end = row["cue"]
        met = next((s for s in shown if any(a < end and start < b for a, b in s.cue)), None)
        is_right = row["verdict"] == "right"
        if is_right:
            tally(counts, "kept", hits=met is not None, found=1, gold=1)
        if met is None:
            continue
        is_same = is_same_content(met.content, [(a, b) for a, b in row["content"]])
        if row["verdict"] == "content" and not is_same:
            continue
        tally(counts, "right", hits=is_right and is_same, found=1, gold=1)
        tally(counts, "none", hits=row["verdict"] == "none", found=1, gold=1)
    return counts
