"""The codebook's example sentences are its tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from memcon.codebook import load_codebook
from memcon.coding import code
from memcon.domain.annotation import Annotation
from memcon.knowledge import Knowledge

EXAMPLES = [(k.kind, e) for k in load_codebook().kinds.values() for e in k.examples]
PUBLISHED = "2024-05-15"


def test_every_kind_has_three_positive_and_two_negative_examples() -> None:
    """Each table of the codebook says in sentences what it means and what it does not."""
    counts = {
        k.kind: (sum(1 for e in k.examples if e["finds"]), sum(1 for e in k.examples if not e["finds"]))
        for k in load_codebook().kinds.values()
    }

    assert {k: c for k, c in counts.items() if c[0] < 3 or c[1] < 2} == {}


@pytest.mark.model
@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[e["text"][:50] for _, e in EXAMPLES])
def test_an_example_is_read_as_its_table_says(
    kind: str, example: Mapping[str, Any], annotate: Callable[..., Annotation], knowledge: Knowledge
) -> None:
    """A sentence of the codebook yields the events that stand beside it, and no other of its kind."""
    reading = code(annotate(example["text"], PUBLISHED), knowledge)
    names = {a.id: a.name for a in reading.actors}
    found = [e for e in reading.events if e.kind == kind]

    assert len(example["finds"]) == len(found)
    for wanted, event in zip(example["finds"], found, strict=True):
        got = {
            "kind": event.kind,
            "status": event.status,
            "participants": sorted(names[p.actor] for p in event.participants),
            "place": event.place.name if event.place else None,
            "when": event.when.edtf if event.when else None,
            "agenda": [a.text for a in event.agenda],
        }
        assert {k: sorted(v) if k == "participants" else v for k, v in wanted.items()} == {k: got[k] for k in wanted}
