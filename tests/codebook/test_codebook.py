"""The codebook's example sentences are its tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from memcon.codebook import load_codebook, load_kind_names, load_statuses
from memcon.coding import code
from memcon.domain.annotation import Annotation
from memcon.domain.reading import Reading
from memcon.domain.records import Event
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

    assert example["finds"] == found_in(reading, kind, example["finds"])


def found_in(reading: Reading, kind: str, wanted: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The events of `kind` as an example writes them, each with the keys of what is wanted in its place."""
    names = {a.id: a.name for a in reading.actors}
    found = [e for e in reading.events if e.kind == kind]
    return [
        {key: _as_written(event, key, names, want.get(key)) for key in want}
        for event, want in zip(found, [*wanted, *[{"kind": kind}] * len(found)], strict=False)
    ]


def _as_written(event: Event, key: str, names: Mapping[str, str], wanted: Any) -> Any:
    """What an example writes for a property; participants in the order wanted, where they are the same."""
    match key:
        case "participants":
            found = sorted(names[p.actor] for p in event.participants)
            return wanted if sorted(wanted) == found else found
        case "place":
            return event.place.name if event.place else None
        case "when":
            return event.when.edtf if event.when else None
        case "agenda":
            return [item.text for item in event.agenda]
        case _:
            return getattr(event, key)


def test_names_alone_are_those_of_the_whole_codebook() -> None:
    """Kinds and statuses can be listed without their words."""
    assert load_kind_names() == load_codebook().kind_names
    assert load_statuses().entries == load_codebook().statuses.entries
