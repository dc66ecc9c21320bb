"""Invented passages with the stances that they tell, as further candidates to learn from: `invented_stances.jsonl`, one passage a line.

A passage has its `text` and its `positions`, each with the `holder` (words of the name), the `stance`, and `words` of the text that its target has; whatever else is found there
is wrong. They show wordings in which news tells stances of states, bodies and officials, and the same wordings where firms, fans, parties at home or nobody takes one.
They serve learning alone; no figure is taken from them. What tells of a whole document is left out of their features: one sentence says nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from eval import gold
from memcon.domain.annotation import Annotation
from memcon.ingest import Reader
from training.candidates import Case

PASSAGES = Path(__file__).with_name("invented_stances.jsonl")
PUBLISHED = "2025-06-12"
OF_DOCUMENTS = ("states in document", "text:", "document:", "place: lead", "place: last third")
"""What features begin with that tell of the document."""


def invented(find: Any) -> Iterator[Case]:
    """The candidates of the passages; `find` gives those of a document that it calls by a name, each with its words, holders, label and features."""
    pages = gold.read(PASSAGES)
    records = [{"text": page["text"], "published": PUBLISHED} for page in pages]
    for n, (page, reading) in enumerate(zip(pages, Reader(attribution="rules").read_many(records), strict=True)):
        annotation, found = find(reading.document, f"invented {n}")
        for f in found:
            is_right = any(_agrees(annotation, f, told) for told in page["positions"])
            features = frozenset(name for name in f.features if not name.startswith(OF_DOCUMENTS))
            yield Case(document=f"invented {n}", features=features, is_right=is_right)


def _agrees(annotation: Annotation, found: Any, told: Mapping[str, str]) -> bool:
    """Whether a candidate is one that the passage tells: holder, stance, and words of the target."""
    named = " ".join(_names(annotation, found.holders)).casefold()
    start, end = found.words
    place = annotation.document.text.find(told["words"])
    overlaps = place < end and start < place + len(told["words"])
    return told["holder"].casefold() in named and told["stance"] == found.label and overlaps


def _names(annotation: Annotation, holders: Sequence[str]) -> Iterator[str]:
    known = annotation.actor_by_id
    yield from (known[h].name for h in holders if h in known)
