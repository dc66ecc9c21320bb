"""Learns which acts are worth a PLOVER row: a logistic regression over the named features of `memcon.coding.plover.relevance`.

    python -m training.plover --data DIR

`DIR` holds `plv/train.jsonl`; the invented sentences stand beside this file. The type of an act is told by the frames of the codebook, not learned.
The encoder's hidden states (means over the sentence, layers 2 to 4) were tried beside the features: on news leads that were not trained on they lowered
the accuracy from .61 to .58 at the same threshold, so they are left out; so did counts of the sentence's words of state (.70 to .62).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from eval.floors import file_hash
from memcon.acquire.records import capture_text
from memcon.annotate import Annotator
from memcon.annotate.nlp import load_pipeline
from memcon.codebook.acts import load_acts
from memcon.coding.events.keeping.model import Keeper
from memcon.coding.plover.acts import ActReader
from memcon.coding.plover.parties import Parties
from memcon.coding.plover.records import Told, cases_of, find_codes
from memcon.coding.plover.relevance import features
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import Annotation
from memcon.domain.plain import restore
from memcon.domain.reading import Reading
from memcon.extract import extract
from memcon.knowledge import load
from training.regression import fit

SENTENCES = Path(__file__).with_name("plover_sentences.jsonl")
WEIGHTS = Path("src/memcon/coding/plover/weights.json")

LEAST = 0.75
"""The chance from which on a row is kept: chosen so that the news leads that are about nothing stay silent."""

RIDGE = 4.0
LEAST_COUNT = 6
"""Acts that a feature must occur in to get a weight."""

NOTHING_COUNTS = 2.0
"""How much more an invented sentence about nothing counts: there are fewer of them."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one act, and whether it is worth a row."""

    features: frozenset[str]
    is_right: bool


def annotate(texts: Sequence[str]) -> list[Annotation]:
    annotator = Annotator(load_pipeline(), load(("world", "korea")))
    documents = [extract(capture_text(f"sentence-{n}", text, None))[0] for n, text in enumerate(texts)]
    return list(annotator.annotate_many([document for document in documents if document is not None]))


def examples_of(annotation: Annotation, *, is_right: bool) -> Iterator[Example]:
    """The acts of a sentence: of one that tells one its main act, of one about nothing all."""
    index = TextIndex(annotation)
    reader = ActReader(index.tree, load_acts())
    parties = Parties(index.tree, reader.acts)
    cases = [c for sentence in annotation.sentences for c in cases_of(index, reader, parties, sentence)]
    for case in cases[:1] if is_right else cases:
        yield Example(frozenset(features(case)), is_right)


def learn(examples: Sequence[Example]) -> Keeper:
    counts = Counter(f for example in examples for f in example.features)
    names = sorted(name for name, count in counts.items() if count >= LEAST_COUNT)
    column = {name: n for n, name in enumerate(names, 1)}
    values = np.zeros((len(examples), len(names) + 1))
    values[:, 0] = 1.0
    for row, example in enumerate(examples):
        values[row, [column[f] for f in example.features if f in column]] = 1.0
    labels = np.array([float(example.is_right) for example in examples])
    weights = np.where(labels > 0, 1.0, NOTHING_COUNTS)
    bias, *found = fit(values, labels, RIDGE, weights)
    return Keeper(bias=round(bias, 4), weights={n: round(w, 4) for n, w in zip(names, found, strict=True)}, least=LEAST)


def invented() -> list[Example]:
    """The acts of the invented sentences."""
    records = [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
    annotations = annotate([record["text"] for record in records])
    return [
        e
        for record, annotation in zip(records, annotations, strict=True)
        for e in examples_of(annotation, is_right=record["type"] is not None)
    ]


def read_by_folds(texts: Sequence[str], roots: Sequence[str], folds: Sequence[int]) -> Iterator[Reading]:
    """The readings of sentences that all tell an act, each by weights learned from the other folds and the invented sentences."""
    annotations, own = annotate(texts), invented()
    each = [list(examples_of(annotation, is_right=True)) for annotation in annotations]
    keepers = {
        fold: learn([*own, *(e for n, es in enumerate(each) if folds[n] != fold for e in es)]) for fold in set(folds)
    }
    for n, annotation in enumerate(annotations):
        codes = find_codes(TextIndex(annotation), Told(), keepers[folds[n]])
        yield restore(Reading(document=annotation.document, actors=annotation.actors, codes=codes))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    path = options.data / "plv" / "train.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    own = [e for a in annotate([r["text"] for r in records]) for e in examples_of(a, is_right=True)]
    keeper = learn([*own, *invented()])
    stored = {
        "trained_on": {"plv": file_hash(path), "invented": file_hash(SENTENCES)},
        "least": keeper.least,
        "bias": keeper.bias,
        "weights": keeper.weights,
    }
    options.out.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
