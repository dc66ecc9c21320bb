"""What the encoder learns from: documents in word pieces, each piece with the label of every head that somebody annotated there.

PolNeAR (docs/reference/model-card-attributions.md) tells of `tags`; the gold record (docs/reference/gold.md) of `events`, `stances` and `undertakings`. Examples are
written to a file without any text, so that a machine that has neither the collections nor memcon's models can train.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from memcon.annotate.attributions.tags import LABELS, ROLES
from memcon.annotate.encoder.windows import Pieces, split_pieces
from memcon.coding.leaning import STANCES
from memcon.domain.spans import Span

IGNORED = -100
"""The label of a piece that counts nothing."""

PAINT_ORDER = ("content", "source", "cue")
"""Where roles of different relations overlap, the later one in this list wins: a cue is never lost inside a content."""

OUTSIDE = LABELS[0]


@dataclass(frozen=True)
class Block:
    """A paragraph in pieces, with a label a piece for each head that was annotated."""

    pieces: Pieces
    labels: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Example:
    """One document. `side` is `train` or `dev` of PolNeAR, or `gold`."""

    id: str
    side: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Examples:
    """All documents, the classes of every head in the order of its scores, and the ids of the marks that training needs."""

    heads: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, int]
    examples: tuple[Example, ...]


def of_polnear(path: Path, tokenizer: Tokenizer, side: str) -> Iterator[Example]:
    """The documents of a file of PolNeAR (fields `id`, `text` and `attributions`)."""
    with path.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                painted = _painted(record)
                blocks = _blocks(record["text"], tokenizer, partial(_tagged, painted))
                yield Example(str(record["id"]), side, blocks)


def _painted(record: Mapping[str, Any]) -> list[tuple[str, int] | None]:
    """For every character the role that it has and in which span."""
    painted: list[tuple[str, int] | None] = [None] * len(record["text"])
    count = 0
    for role in PAINT_ORDER:
        for relation in record["attributions"]:
            for start, end in relation[role]:
                count += 1
                painted[start:end] = [(role, count)] * (end - start)
    return painted


def _tagged(painted: Sequence[tuple[str, int] | None], pieces: Pieces) -> dict[str, tuple[int, ...]]:
    return {"tags": _tags(pieces, painted)}


def _labelled(painted: Mapping[str, Sequence[int]], pieces: Pieces) -> dict[str, tuple[int, ...]]:
    """The label of each piece's first character, by head."""
    return {head: tuple(labels[start] for start in pieces.starts) for head, labels in painted.items()}


def _tags(pieces: Pieces, painted: Sequence[tuple[str, int] | None]) -> tuple[int, ...]:
    labels, before = [], None
    for start, end in zip(pieces.starts, pieces.ends, strict=True):
        here = painted[start] if start < end else None
        labels.append(0 if here is None else 1 + 2 * ROLES.index(here[0]) + (here == before))
        before = here
    return tuple(labels)


def of_gold(pages: Iterable[Mapping[str, Any]], kinds: Sequence[str], tokenizer: Tokenizer) -> Iterator[Example]:
    """Documents of the gold record, joined to their texts. What is marked minor counts nothing."""
    stances = sorted(set(STANCES.values()))
    for page in pages:
        text = page["input"]["text"]
        painted = {
            "events": _paint(text, ((e["triggers"], 1 + kinds.index(e["kind"]), e["minor"]) for e in page["events"])),
            "stances": _paint(text, (([p["span"]], 1 + stances.index(STANCES[p["stance"]]), p["minor"]) for p in page["positions"])),
            "undertakings": _paint(text, (([p["span"]], 1, p["minor"]) for p in page["commitments"])),
        }  # fmt: skip
        blocks = _blocks(
            text,
            tokenizer,
            partial(_labelled, painted),
        )  # fmt: skip
        yield Example(page["id"], "gold", blocks)


def _paint(text: str, told: Iterable[tuple[Sequence[Sequence[int]], int, bool]]) -> list[int]:
    """The label of every character: a shorter span over a longer one, what counts over what is minor."""
    painted = [0] * (len(text) + 1)
    spans = [(start, end, IGNORED if is_minor else label) for places, label, is_minor in told for start, end in places]
    for start, end, label in sorted(spans, key=lambda s: (s[2] != IGNORED, s[0] - s[1])):
        painted[start:end] = [label] * (end - start)
    return painted


def _blocks(
    text: str, tokenizer: Tokenizer, label: Callable[[Pieces], Mapping[str, tuple[int, ...]]]
) -> tuple[Block, ...]:
    found = (split_pieces(text, Span(*line.span()), tokenizer) for line in re.finditer(r"[^\n]+", text))
    return tuple(Block(pieces, label(pieces)) for pieces in found if len(pieces))


def heads(kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The classes of every head, in the order of its scores; the first is none of them."""
    return {
        "tags": LABELS,
        "events": (OUTSIDE, *kinds),
        "stances": (OUTSIDE, *sorted(set(STANCES.values()))),
        "undertakings": (OUTSIDE, "undertaking"),
    }


def write(path: Path, examples: Examples) -> None:
    """One line for heads and marks, then a line a document."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as lines:
        lines.write(json.dumps({"heads": examples.heads, "marks": examples.marks}) + "\n")
        for example in examples.examples:
            blocks = [{**asdict(b.pieces), "labels": b.labels} for b in example.blocks]
            lines.write(json.dumps({"id": example.id, "side": example.side, "blocks": blocks}) + "\n")


def read(path: Path) -> Examples:
    """What `write` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        first, *rest = (json.loads(line) for line in lines)
    found = tuple(Example(r["id"], r["side"], tuple(map(_read_block, r["blocks"]))) for r in rest)
    return Examples({name: tuple(classes) for name, classes in first["heads"].items()}, first["marks"], found)


def _read_block(stored: Mapping[str, Any]) -> Block:
    pieces = Pieces(*(tuple(stored[name]) for name in ("ids", "cases", "starts", "ends")))
    return Block(pieces, {head: tuple(labels) for head, labels in stored["labels"].items()})
