"""Time expressions against TempEval-3 (TimeBank, AQUAINT): spans, types and values.

Scored as the task did (UzZaman et al. 2013): *strict* spans are equal, *relaxed* spans overlap, each system expression matches
at most one gold expression; *type* and *value* F1 count the relaxed matches whose attribute is equal.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

Scored = tuple[int, int, str, str]
"""Start, end, type and value of a time expression."""
ReadTimes = Callable[[str, str], Sequence[Scored]]
"""Gives the time expressions of a text, given the document's date."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many expressions the gold and the system have, and how many of them agree."""

    gold: int = 0
    system: int = 0
    strict: int = 0
    relaxed: int = 0
    type_: int = 0
    value: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(a + b for a, b in zip(self.astuple(), other.astuple(), strict=True)))

    def astuple(self) -> tuple[int, ...]:
        return (self.gold, self.system, self.strict, self.relaxed, self.type_, self.value)

    def scores(self) -> dict[str, float]:
        """Precision, recall and F1 of each kind of match, and the share of relaxed matches with the right type."""

        def f1(right: int) -> float:
            return 2 * right / (self.gold + self.system) if self.gold + self.system else 0.0

        def share(right: int, total: int) -> float:
            return right / total if total else 0.0

        found = {
            f"{name}_{part}": score
            for name, right in (("strict", self.strict), ("relaxed", self.relaxed))
            for part, score in (("p", share(right, self.system)), ("r", share(right, self.gold)), ("f1", f1(right)))
        }
        found["type_f1"], found["value_f1"] = f1(self.type_), f1(self.value)
        found["type_accuracy"] = share(self.type_, self.relaxed)
        found["value_accuracy"] = share(self.value, self.relaxed)
        return found


def align(gold: Sequence[Scored], system: Sequence[Scored]) -> list[tuple[Scored, Scored]]:
    """Pairs of gold and system expressions that overlap, one to one: equal spans first, then in text order."""
    pairs = [(g, s) for g in gold for s in system if g[:2] == s[:2]]
    used_gold, used_system = {g for g, _ in pairs}, {s for _, s in pairs}
    for g in gold:
        for s in system:
            if g not in used_gold and s not in used_system and g[0] < s[1] and s[0] < g[1]:
                pairs.append((g, s))
                used_gold.add(g)
                used_system.add(s)
    return pairs


def count(gold: Sequence[Scored], system: Sequence[Scored]) -> Counts:
    """The counts of one document."""
    pairs = align(gold, system)
    return Counts(
        gold=len(gold),
        system=len(system),
        strict=sum(g[:2] == s[:2] for g, s in pairs),
        relaxed=len(pairs),
        type_=sum(g[2] == s[2] for g, s in pairs),
        value=sum(g[3] == s[3] for g, s in pairs),
    )


def gold_of(record: dict[str, object]) -> list[Scored]:
    """The gold expressions of one line of the data."""
    timexes = record["timexes"]
    assert isinstance(timexes, list)
    return sorted((t["start"], t["end"], t["type"], t["value"]) for t in timexes)


def records(path: Path) -> Iterable[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def measure(path: Path, read: ReadTimes) -> dict[str, float]:
    """The scores of `read` on the documents of a JSONL file, micro-averaged over documents."""
    total = Counts()
    for record in records(path):
        total += count(gold_of(record), read(str(record["text"]), str(record["dct"])))
    return total.scores()


def read_with_memcon(text: str, published: str) -> list[Scored]:
    """memcon's time layer on raw text."""
    from memcon.annotate.timexes import find_times_in_text

    found = find_times_in_text(text, published[:10])
    return [(t.span.start, t.span.end, t.type, t.value) for t in found]


def main(paths: Sequence[str]) -> None:
    for path in paths:
        print(path)
        for name, score in measure(Path(path), read_with_memcon).items():
            print(f"  {name:16} {score:.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
