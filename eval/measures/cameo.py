"""News leads, most of them about nothing political: is the first row what a strict majority of the coders saw, and are the others left without one?

CAMEO's roots are taken to PLOVER's by the 2021 table (statements have no row). Leads that are relevant, with no majority for an action, are left out of the
accuracy. Printed for reading by rules and with the shipped weights; the leads were not used for training.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from eval import Counts, accuracy, tally
from eval.measures.plv import root_of
from memcon.ingest import Reader

FILE = "cameo_conflibert/leads.jsonl"

WAYS: tuple[Literal["rules", "learned"], ...] = ("rules", "learned")

FIGURES = {
    f"{way}.{part}": accuracy(f"{way}.{part}") for way in WAYS for part in ("accuracy", "coded.accuracy", "silence")
}

ROOTS: Mapping[int, str | None] = {
    1: None, 2: "REQUEST", 3: "AGREE", 4: "CONSULT", 5: "SUPPORT", 6: "COOPERATE", 7: "AID", 8: "YIELD", 9: "ACCUSE", 10: "REQUEST", 11: "ACCUSE",
    12: "REJECT", 13: "THREATEN", 14: "PROTEST", 15: "MOBILIZE", 16: "SANCTION", 17: "COERCE", 18: "ASSAULT", 19: "ASSAULT", 20: "ASSAULT",
}  # fmt: skip
"""PLOVER's root of CAMEO's, None for what PLOVER does not code."""


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every lead in `path` (JSON lines with `text`, `majority_relevant`, `majority_action1`)."""
    with path.open(encoding="utf-8", newline="") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    texts = [str(record["text"]) for record in records]
    readings = {way: list(Reader(attribution="rules", plover=way).read_many(texts)) for way in WAYS}
    for n, record in enumerate(records):
        counts: Counts = {}
        for way in WAYS:
            _compare(counts, way, record, root_of(readings[way][n]))
        yield counts


def gold_of(record: Mapping[str, Any]) -> tuple[bool, str | None]:
    """Whether a lead has an answer, and the root, None for no row."""
    if not record["majority_relevant"]:
        return True, None
    action = record["majority_action1"]
    return (True, ROOTS[int(action.split()[0].split("-")[1])]) if action else (False, None)


def _compare(counts: Counts, way: str, record: Mapping[str, Any], found: str | None) -> None:
    has_answer, gold = gold_of(record)
    if has_answer:
        tally(counts, f"{way}.accuracy", hits=found == gold, found=1, gold=1)
    if gold is not None:
        tally(counts, f"{way}.coded.accuracy", hits=found == gold, found=1, gold=1)
    if not record["majority_relevant"]:
        tally(counts, f"{way}.silence", hits=found is None, found=1, gold=1)
