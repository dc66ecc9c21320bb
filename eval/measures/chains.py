"""One event over many documents: what a ledger of the chains joins, keeps apart and tells of each event's history.

All figures come from one ledger, so there is one count and no interval.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from eval import Counts, accuracy, f1, precision, recall, tally
from eval.chains import as_records, read_ledger, read_lines, scorer_of

FILE = "chains/documents.jsonl"

FIGURES = {
    "across.precision": precision("across"),
    "across.recall": recall("across"),
    "across.f1": f1("across"),
    "one_line": accuracy("one_line"),
    "events": accuracy("events"),
    "main_events": accuracy("main_events"),
    "status": accuracy("status"),
    "history": accuracy("history"),
    "date": accuracy("date"),
    "unmerged": accuracy("unmerged"),
}
"""`across` are pairs of mentions in different documents, of those found; `one_line` the share of events that several documents tell of
that have one record and no other; `events` and `main_events` those found at all; `status` the class of the last status; `history` the share of events
whose status changes with all of their steps; `date` those of the right day, or a time that holds it; `unmerged` one less the annotated events that share a
record with another."""


def measure(path: Path) -> Iterator[Counts]:
    """The counts of the ledger of all documents in the folder of `path`."""
    folder = path.parent
    scorer = scorer_of(folder)
    golds = read_lines(folder / "gold.jsonl")
    documents = {d["id"]: scorer.Document(d) for d in read_lines(path)}
    with read_ledger(folder) as ledger:
        figures, rows, merged, _ = scorer.score(golds, documents, as_records(ledger.timeline()))
    yield counts_of(figures, rows, len(merged))


def counts_of(figures: Mapping[str, Any], rows: list[dict[str, Any]], merged: int) -> Counts:
    """The scorer's figures as counts."""
    counts: Counts = {}
    across = figures["across"]
    tally(counts, "across", hits=across["tp"], found=across["tp"] + across["fp"], gold=across["tp"] + across["fn"])
    several = figures["several_documents"]
    _share(counts, "one_line", figures["exactly_one_of_several_documents"] * several, several)
    seen, main = [r for r in rows if r["found"]], [r for r in rows if r["main"]]
    _share(counts, "events", len(seen), len(rows))
    _share(counts, "main_events", sum(bool(r["found"]) for r in main), len(main))
    _share(counts, "status", sum(r["final_coarse"] for r in seen), len(seen))
    changing = [r for r in seen if r["changes"]]
    _share(counts, "history", sum(r["complete"] for r in changing), len(changing))
    dated = [r for r in seen if r["date"]]
    _share(counts, "date", sum(r["date"] in ("equal", "contains") for r in dated), len(dated))
    _share(counts, "unmerged", len(rows) - merged, len(rows))
    return counts


def _share(counts: Counts, name: str, hits: float, of: float) -> None:
    tally(counts, name, hits=round(hits), found=of, gold=of)
