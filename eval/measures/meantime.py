"""Whether what a text tells has happened, on the event mentions of MEANTIME's English news (Minard et al. 2016).

Four classes, from the annotators' certainty, polarity and time: *denied* (negative polarity), *speculated* (possible or underspecified; probable of
what is not ahead), *scheduled* (ahead, certain or probable) and *happened* (certain, positive, not ahead). Mentions without all three marks,
and those that are certain with an underspecified time (generic ones), have no class and are left out. The rules were developed on the half about
Airbus; nobody read the errors on the other half, about Apple (`held_out`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

from eval import Counts, f1, macro, precision, recall, tally
from eval.reading import read_parses
from memcon.annotate.factuality import find_factualities
from memcon.annotate.timexes import find_times
from memcon.domain.annotation import Factuality
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree
from memcon.lexicon.grammar import grammar

FILE = "meantime/docs.jsonl"

Class = Literal["happened", "scheduled", "speculated", "denied"]
CLASSES: tuple[Class, ...] = get_args(Class)

DEVELOPED_ON = "corpus_airbus"
"""The topic whose errors were read."""

FIGURES = {
    "macro.f1": macro({name: f1(name) for name in CLASSES}),
    **{
        f"{name}.{part}": figure(name)
        for name in CLASSES
        for part, figure in (("precision", precision), ("recall", recall))
    },
    "held_out.macro.f1": macro({name: f1(f"held_out.{name}") for name in CLASSES}),
    "held_out.scheduled.recall": recall("held_out.scheduled"),
}


def measure(path: Path) -> Iterator[Counts]:
    """The counts of every document in `path` (JSON lines with `text`, `dct` and `events`)."""
    with path.open(encoding="utf-8", newline="") as lines:
        records: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    for record, (_, parse) in zip(records, read_parses([r["text"] for r in records]), strict=True):
        published = (record["dct"] or "")[:10] or None
        times = find_times(parse.tokens, record["text"], published)
        found = {f.token: f for f in find_factualities(Tree(parse.tokens, grammar()), times, published)}
        yield _count(record, parse.tokens, found)


def _count(record: dict[str, Any], tokens: Sequence[Token], found: dict[int, Factuality]) -> Counts:
    counts: Counts = {}
    prefixes = ("",) if record["corpus"] == DEVELOPED_ON else ("", "held_out.")
    for event in record["events"]:
        gold = gold_class(event)
        if gold is None:
            continue
        head = _head(tokens, *event["spans"][0])
        given = class_of(found.get(head)) if head is not None else "happened"
        for prefix in prefixes:
            for name in CLASSES:
                is_given, is_gold = given == name, gold == name
                tally(counts, prefix + name, hits=is_given and is_gold, found=is_given, gold=is_gold)
    return counts


def gold_class(event: dict[str, Any]) -> Class | None:
    """The class of an annotated mention, None where the annotators left it without one."""
    certainty, polarity, time = event["certainty"], event["polarity"], event["time"]
    if not (certainty and polarity and time):
        return None
    if polarity == "NEG":
        return "denied"
    if certainty in {"POSSIBLE", "UNDERSPECIFIED"}:
        return "speculated"
    if time == "FUTURE":
        return "scheduled"
    if certainty == "PROBABLE":
        return "speculated"
    return "happened" if time == "NON_FUTURE" else None


def class_of(factuality: Factuality | None) -> Class:
    """The class that memcon's factuality falls in. What is put off did not take place: MEANTIME marks it negative."""
    if factuality is None:
        return "happened"
    if factuality.is_negative or factuality.operator("postponement"):
        return "denied"
    if factuality.certainty == "possible" or factuality.operator("condition", "question"):
        return "speculated"
    return "scheduled" if factuality.time == "future" else "happened"


def _head(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The syntactic head of the tokens that touch `start` to `end`."""
    inside = {t.i: t for t in tokens if t.start < end and t.end > start}
    return next((t.i for t in inside.values() if t.head not in inside or t.head == t.i), None)
