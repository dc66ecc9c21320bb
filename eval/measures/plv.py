"""PLOVER roots of sentences, from the raw text: what a sentence's first row says (rows stand from the main clause down), and whether its parties are found.

CONCEDE and RETREAT count as YIELD, as in the material. The marks of source and target are used for scoring alone. `rules.` reads by rules; `learned.` with a
chance fitted on four fifths of the sentences and measured on the last, near-duplicates kept in one fold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from eval import Counts, accuracy, f1, macro, tally
from memcon.domain.reading import Reading
from memcon.domain.records import ActParty, CodedAct
from memcon.ingest import Reader

FILE = "plv/train.jsonl"

ROOTS = (
    "YIELD", "REJECT", "ACCUSE", "AGREE", "ASSAULT", "COERCE", "SUPPORT", "AID", "CONSULT", "REQUEST", "THREATEN", "SANCTION", "PROTEST", "MOBILIZE",
    "COOPERATE",
)  # fmt: skip

WAYS = ("rules", "learned")

FIGURES = {
    f"{way}.{name}": figure
    for way in WAYS
    for name, figure in {
        "root.accuracy": accuracy(f"{way}.root"),
        "root.macro.f1": macro({root: f1(f"{way}.{root}") for root in ROOTS}),
        "actor.recall": accuracy(f"{way}.actor"),
        "recipient.recall": accuracy(f"{way}.recipient"),
    }.items()
}

FOLDS = 5
_ALIKE = 0.6
"""The share of the shorter sentence's words from which on two sentences are near-duplicates."""


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every sentence in `path` (JSON lines with `text`, `event`, `source_spans`, `target_spans`)."""
    with path.open(encoding="utf-8", newline="") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    readings = {way: list(read(records, way)) for way in WAYS}
    for n, record in enumerate(records):
        counts: Counts = {}
        for way in WAYS:
            _compare(counts, way, record, readings[way][n])
        yield counts


def read(records: Sequence[Mapping[str, Any]], way: str) -> Iterator[Reading]:
    """The readings of the sentences; by what was learned, each with weights that did not see it."""
    texts = [str(record["text"]) for record in records]
    if way == "rules":
        yield from Reader(attribution="rules", plover="rules").read_many(texts)
        return
    from training.plover import read_by_folds

    yield from read_by_folds(texts, [str(r["event"]) for r in records], folds_of(texts))


def folds_of(texts: Sequence[str]) -> list[int]:
    """The fold of each text; texts that are much alike share one."""
    words = [frozenset(re.findall(r"\w+", text.lower())) for text in texts]
    group = list(range(len(texts)))
    for i in range(len(texts)):
        for j in range(i):
            if len(words[i] & words[j]) >= _ALIKE * min(len(words[i]), len(words[j])):
                old, new = group[i], group[j]
                group = [new if g == old else g for g in group]
    return [int(sha256(texts[g].encode()).hexdigest(), 16) % FOLDS for g in group]


def root_of(reading: Reading) -> str | None:
    """The root that a reading gives its sentence: that of its first row."""
    if not reading.codes:
        return None
    return as_root(reading.codes[0].type)


def as_root(type_: str) -> str:
    return "YIELD" if type_ in ("CONCEDE", "RETREAT") else type_


def _compare(counts: Counts, way: str, record: Mapping[str, Any], reading: Reading) -> None:
    gold, found = str(record["event"]), root_of(reading)
    tally(counts, f"{way}.root", hits=found == gold, found=1, gold=1)
    for root in ROOTS:
        if root in (gold, found):
            tally(counts, f"{way}.{root}", hits=found == gold, found=found == root, gold=gold == root)
    row = reading.codes[0] if reading.codes else None
    for part, spans in (("actor", record["source_spans"]), ("recipient", record["target_spans"])):
        if spans:
            is_found = row is not None and _is_found(record["text"], spans[0], _parties(row, part))
            tally(counts, f"{way}.{part}", hits=is_found, found=1, gold=1)


def _parties(row: CodedAct, part: str) -> Sequence[ActParty]:
    """Who does it or to whom; of several who do it together to nobody else, each does it with the others."""
    if part == "actor":
        return row.actors
    return row.recipients or row.actors[1:]


_BEHIND_HEAD = re.compile(
    r",|\(|\s(?:of|in|on|at|for|from|with|to|by|who|that|which|and|against|between|including|such)\s"
)
_POSSESSIVE = re.compile(r"['’]s?\Z")


def head_of(text: str, span: Sequence[int]) -> tuple[int, int]:
    """The characters of a phrase's head: its last word before a preposition, a comma or a clause."""
    phrase = text[span[0] : span[1]]
    cut = _BEHIND_HEAD.search(phrase, 1)
    words = list(re.finditer(r"\S+", phrase[: cut.start()] if cut else phrase)) or list(re.finditer(r"\S+", phrase))
    last = words[-1]
    word = _POSSESSIVE.sub("", last[0])
    return span[0] + last.start(), span[0] + last.start() + len(word)


def _is_found(text: str, gold: Sequence[int], parties: Sequence[ActParty]) -> bool:
    """Whether the head of the annotated phrase stands in a party's words, or a party's head in the annotated phrase."""
    start, end = head_of(text, gold)
    spans = [(p.span.start, p.span.end) for p in parties if p.span.field == "text"]
    heads = [head_of(text, span) for span in spans]
    return any(a <= start and end <= b for a, b in spans) or any(gold[0] <= a and b <= gold[1] for a, b in heads)
