"""Time expressions on TempEval-3's other training part, AQUAINT: scored as in `eval.measures.tempeval3`, on other annotators' work.

Rules were developed on the documents at even places in the file; those at odd places are held out (`odd.*`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval import Counts, f1
from eval.measures import tempeval3

FILE = "tempeval3/aquaint.jsonl"

FIGURES = {
    "strict.f1": f1("strict"),
    "relaxed.f1": f1("relaxed"),
    "type.f1": f1("type"),
    "value.f1": f1("value"),
    "odd.strict.f1": f1("odd.strict"),
    "odd.relaxed.f1": f1("odd.relaxed"),
    "odd.value.f1": f1("odd.value"),
}


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every document in `path`, those at odd places a second time under `odd.`."""
    for place, counts in enumerate(tempeval3.measure(path)):
        held_out = {f"odd.{name}": number for name, number in counts.items()} if place % 2 else {}
        yield counts | held_out
