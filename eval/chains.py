"""The chains: documents that tell of the same engagements, read into one ledger, and its events beside the annotated ones.

The scorer stands beside the data (`checks/score_chains.py` next to the data folder); its docstring tells how events are aligned and what is counted.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from memcon.book import Ledger
from memcon.domain.views import EventView
from memcon.ingest import Reader
from memcon.report.records import ledger_record

Record = Mapping[str, Any]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scorer_of(folder: Path) -> ModuleType:
    """The scorer that stands beside the data. Raises `FileNotFoundError`."""
    path = folder.parents[1] / "checks" / "score_chains.py"
    spec = importlib.util.spec_from_file_location("score_chains", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_ledger(folder: Path) -> Ledger:
    """A ledger in memory of the documents in `folder`."""
    ledger = Ledger.open(":memory:", reader=Reader())
    ledger.add_records(read_lines(folder / "documents.jsonl"))
    return ledger


def as_records(events: Iterable[EventView]) -> list[Record]:
    """What `memcon timeline --json` prints of events, as objects."""
    return [json.loads(json.dumps(ledger_record(event))) for event in events]


def told_as(folder: Path, events: Sequence[Record]) -> dict[str, set[str]]:
    """For each event of the system the annotated ones that it is aligned with, as one of their mentions or as a double of them."""
    scorer = scorer_of(folder)
    documents = {d["id"]: scorer.Document(d) for d in read_lines(folder / "documents.jsonl")}
    mentions, doubles, _ = scorer.align(read_lines(folder / "gold.jsonl"), events, documents)
    found: dict[str, set[str]] = {}
    for name, _, _, event in mentions:
        if event is not None:
            found.setdefault(event, set()).add(name)
    for name, ids in doubles.items():
        for event in ids:
            found.setdefault(event, set()).add(name)
    return found
