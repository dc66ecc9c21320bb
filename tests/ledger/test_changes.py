"""What has become otherwise of records that are no events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.domain.views import CommitmentView, ProcessView, Source
from memcon.ledger.changes import changes_of

FIRST = Source(document="doc_1", published="2031-03-03", published_basis="given")
LATER = Source(document="doc_2", published="2031-03-10", published_basis="given")
PLEDGE = CommitmentView(
    id="c", ids=("c",), parties=("p",), text="lower the tolls", evidence=(), sources=(FIRST,), status="made"
)
TRANSFER = ProcessView(id="p", ids=("p",), name="transfer of the lock", evidence=(), sources=(FIRST,))


def told(before: object, after: object, kind: str) -> list[tuple[str, str | None, str | None, str]]:
    return [(c.field, c.before, c.after, c.cause) for c in changes_of(kind, before, after)]  # type: ignore[arg-type]


def test_a_new_record_is_told_once() -> None:
    """By its kind and how it stands."""
    assert told(None, PLEDGE, "commitment") == [("commitment", None, "made", "new")]
    assert told(PLEDGE, PLEDGE, "commitment") == []


@pytest.mark.parametrize(
    ("sources", "target", "cause"),
    [
        ((FIRST, LATER), "2031-06", "precision"),
        ((FIRST, LATER), "2032", "world"),
        ((FIRST,), "2032", "correction"),
    ],
)
def test_a_later_source_changes_the_world_and_a_reading_corrects(
    sources: tuple[Source, ...], target: str, cause: str
) -> None:
    """Within what was known it is told more exactly."""
    before = replace(PLEDGE, target="2031")

    assert told(before, replace(before, sources=sources, target=target), "commitment") == [
        ("target", "2031", target, cause)
    ]


def test_a_process_changes_by_what_it_is_to_end_by() -> None:
    """A target where none was told is told more exactly."""
    assert told(TRANSFER, replace(TRANSFER, target="2033", sources=(FIRST, LATER)), "process") == [
        ("target", None, "2033", "precision")
    ]
