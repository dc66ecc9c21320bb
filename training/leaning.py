"""What the encoder's heads say of documents that they learned from, as if they had not: what `training.heads cross` wrote, in place of what the shipped encoder says.

Weights that were fitted on what a head says of its own examples would trust it far too much.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from memcon.annotate import Annotator
from memcon.annotate.annotator import LEANING, Learned
from memcon.annotate.attributions import load_tagger
from memcon.annotate.encoder import load_encoder
from memcon.annotate.leanings import make_leanings
from memcon.annotate.nlp import load_pipeline
from memcon.coding.leaning import Part
from memcon.domain.annotation import Annotation
from memcon.domain.documents import Document
from memcon.knowledge.lookup import Knowledge

Annotate = Callable[[Document, str], Annotation]
"""Annotates a document that the gold or another collection calls by that name."""


def annotating(part: Part, knowledge: Knowledge) -> Annotate:
    """How documents are annotated for weights of that part."""
    if part == "with_encoder":
        return Leaning(knowledge).annotate
    annotator = Annotator(load_pipeline(), knowledge)
    return lambda document, _: annotator.annotate(document)


CHANCES = Path(__file__).with_name("chances.npz")


class Leaning:
    """Annotates documents with the encoder, those of the gold with what it says when it was not shown them."""

    def __init__(self, knowledge: Knowledge) -> None:
        encoder = load_encoder(threads=2)
        self._classes = encoder.classes
        self._annotator = Annotator(load_pipeline(), knowledge, Learned(encoder=encoder, attributions=load_tagger()))
        self._held = np.load(CHANCES)
        self._names = frozenset(self._held.files)

    def annotate(self, document: Document, name: str) -> Annotation:
        """The annotation of a document that the gold or another collection calls `name`."""
        annotation = self._annotator.annotate(document)
        if f"{name} starts" not in self._names or annotation.leanings is None:
            return annotation
        leanings = annotation.leanings
        place = {int(start): n for n, start in enumerate(self._held[f"{name} starts"])}
        rows = np.array([place.get(annotation.document.offset(start), -1) for start in leanings.starts], np.int64)
        chances = {head: dict(zip(self._classes[head], self._told(name, head, rows), strict=True)) for head in LEANING}
        starts, ends = (np.array(offsets, np.int64) for offsets in (leanings.starts, leanings.ends))
        return replace(annotation, leanings=make_leanings(starts, ends, chances))

    def _told(self, name: str, head: str, rows: np.ndarray) -> np.ndarray:
        """A row a class: the chances of the pieces that the head was asked about, none of its classes for the others (a title)."""
        stored = self._held[f"{name} {head}"].astype(np.float32) / 255
        nothing = np.eye(1, len(self._classes[head]), dtype=np.float32)
        return np.concatenate([stored, nothing])[rows].T
