"""How far two people agree who annotated the same documents: the second pass held against the first, by the program of `record`.

What is printed is the ceiling to lay beside the figures of `record`; a reading cannot be told from a person above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eval import Counts, gold
from eval.agreement import compare
from eval.measures import record
from eval.record import of_gold

__all__ = ["FIGURES", "FILE", "measure"]

FILE = gold.FILES["second"]

HAS_FLOORS = False

FIGURES = {name: figure for name, figure in record.FIGURES.items() if "actors." not in name}
"""Those of `record` that ask for no text: this measure needs none."""


def measure(path: Path, data: Path) -> Iterator[Counts]:
    """The counts of every document that was annotated twice."""
    pages = gold.pages_of(("dev", "test"))
    first = {(p["collection"], p["id"]): p for p in gold.join(pages, data)}
    for page in gold.join(gold.read(path), data):
        counts = compare(of_gold(first[page["collection"], page["id"]]), of_gold(page))
        yield {f"{r}{name}": n for r in ("", f"{page['register']}.") for name, n in counts.items()}
