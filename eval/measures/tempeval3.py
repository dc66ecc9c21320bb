"""Time expressions on TempEval-3 (TimeBank, AQUAINT): spans, types and values, from raw text and the document's date.

Scored as the task did (UzZaman et al. 2013): *strict* spans are equal, *relaxed* spans overlap, one to one; *type* and *value* count the
relaxed matches whose attribute is equal, and their F1 is over all expressions. The rules were developed on TimeBank and on the documents
at even places in AQUAINT's file (`--file tempeval3=PATH` measures it); those at odd places are held out: no rule was taken from them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from eval import Counts, f1, precision, recall, tally
from memcon.annotate.timexes import find_times_in_text

FILE = "tempeval3/timebank.jsonl"

FIGURES = {
    "strict.f1": f1("strict"),
    "strict.precision": precision("strict"),
    "strict.recall": recall("strict"),
    "relaxed.f1": f1("relaxed"),
    "relaxed.precision": precision("relaxed"),
    "relaxed.recall": recall("relaxed"),
    "type.f1": f1("type"),
    "value.f1": f1("value"),
    "type.accuracy": recall("type_of_matched"),
    "value.accuracy": recall("value_of_matched"),
}

Expression = tuple[int, int, str, str]
"""Start, end, type and value of a time expression."""


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every document in `path` (JSON lines with `text`, `dct` and `timexes`)."""
    for record in records(path):
        yield count(gold_of(record), read(record["text"], record["dct"]))


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def gold_of(record: dict[str, Any]) -> list[Expression]:
    """The gold expressions of one record, in text order."""
    return sorted((t["start"], t["end"], t["type"], t["value"]) for t in record["timexes"])


def read(text: str, published: str) -> list[Expression]:
    """memcon's time expressions of raw text; `published` is the document's date, of which only the day counts."""
    found = find_times_in_text(text, published[:10])
    return [(t.span.start, t.span.end, t.type, t.value) for t in found]


def count(gold: Sequence[Expression], found: Sequence[Expression]) -> Counts:
    """The counts of one document."""
    pairs = align(gold, found)
    same_type = sum(g[2] == f[2] for g, f in pairs)
    same_value = sum(g[3] == f[3] for g, f in pairs)
    strict = sum(g[:2] == f[:2] for g, f in pairs)
    counts: Counts = {}
    for name, hits in (("strict", strict), ("relaxed", len(pairs)), ("type", same_type), ("value", same_value)):
        tally(counts, name, hits=hits, found=len(found), gold=len(gold))
    tally(counts, "type_of_matched", hits=same_type, found=len(pairs), gold=len(pairs))
    tally(counts, "value_of_matched", hits=same_value, found=len(pairs), gold=len(pairs))
    return counts


def align(gold: Sequence[Expression], found: Sequence[Expression]) -> list[tuple[Expression, Expression]]:
    """Pairs that overlap, each expression in at most one: equal spans first, then in text order."""
    by_span = {f[:2]: f for f in found}
    pairs = [(g, by_span[g[:2]]) for g in gold if g[:2] in by_span]
    taken = {g[:2] for g, _ in pairs}
    left_gold = [g for g in gold if g[:2] not in taken]
    left_found = [f for f in found if f[:2] not in taken]
    used: set[int] = set()
    for g in left_gold:
        for n, f in enumerate(left_found):
            if n not in used and g[0] < f[1] and f[0] < g[1]:
                pairs.append((g, f))
                used.add(n)
                break
    return pairs


def main(paths: Sequence[str]) -> None:
    """Prints the figures of every file, of all its documents and of those at even and at odd places."""
    for path in paths:
        documents = list(measure(Path(path)))
        parts = {"all": documents, "even": documents[::2], "odd": documents[1::2]}
        totals = {name: _sum(part) for name, part in parts.items()}
        print(path)
        print(f"  {'':20}" + "".join(f"{name:>7}" for name in parts))
        for name, figure in FIGURES.items():
            print(f"  {name:20}" + "".join(f"{figure(total):7.3f}" for total in totals.values()))


def _sum(documents: Sequence[Counts]) -> Counts:
    total: Counts = {}
    for counts in documents:
        for name, number in counts.items():
            total[name] = total.get(name, 0) + number
    return total


if __name__ == "__main__":
    main(sys.argv[1:])
