"""How attribution relations are compared with annotated ones."""

from __future__ import annotations

import pytest

from eval import Counts, f1, precision
from eval.matching import matched
from eval.measures.polnear import agrees, compare
from memcon.domain.annotation import AttributionRelation
from memcon.domain.spans import Span


def roles(
    source: tuple[int, int] | None, cue: tuple[int, int], *content: tuple[int, int]
) -> dict[str, tuple[Span, ...]]:
    return {
        "source": (Span(*source),) if source else (),
        "cue": (Span(*cue),),
        "content": tuple(Span(*c) for c in content),
    }


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (roles((0, 3), (4, 8), (9, 20)), roles((2, 5), (4, 8), (19, 30)), True),
        (roles((0, 3), (4, 8), (9, 20)), roles((3, 4), (4, 8), (9, 20)), False),
        (roles(None, (4, 8), (9, 20)), roles(None, (4, 8), (9, 20)), True),
        (roles(None, (4, 8), (9, 20)), roles((0, 3), (4, 8), (9, 20)), False),
        (roles((0, 3), (4, 8), (9, 20)), roles((0, 3), (4, 8), (20, 30)), False),
    ],
)
def test_agrees(one: dict[str, tuple[Span, ...]], other: dict[str, tuple[Span, ...]], expected: bool) -> None:
    """All three overlap, or no source on both sides."""
    assert expected == agrees(one, other)


def test_each_relation_matches_once() -> None:
    """Two found relations over one annotated relation are one hit; the best pairing is found."""
    gold = [roles((0, 3), (4, 8), (9, 20)), roles((0, 3), (4, 8), (30, 40))]

    assert len(matched(gold, [roles((0, 3), (4, 8), (9, 12)), roles((0, 3), (4, 8), (13, 20))], agrees)) == 1
    assert len(matched(gold, [roles((0, 3), (4, 8), (9, 40)), roles((0, 3), (4, 8), (13, 20))], agrees)) == 2


def test_characters_are_counted_without_white_space() -> None:
    """Half of the content's letters found is a recall of one half, whatever the spaces."""
    text = "She said ab    cd"
    relation = AttributionRelation(
        source=(Span(0, 3),),
        cue=(Span(4, 8),),
        content=(Span(9, 11),),
        quote_type="indirect",
        confidence=1.0,
        method="rules",
    )
    counts: Counts = {}
    compare(counts, "", text, [roles((0, 3), (4, 8), (9, 17))], [relation])

    assert f1("content")(counts) == pytest.approx(2 / 3)
    assert precision("relation")(counts) == 1.0
