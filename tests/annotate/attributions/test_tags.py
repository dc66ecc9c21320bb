"""From chances of word pieces to spans."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from memcon.annotate.attributions.tags import LABELS, Tagged, decode


def tagged(*labels: str, blocks: str | None = None, sure: float = 0.9) -> Tagged:
    """Pieces of two characters each, one space between, with `sure` on the label given and the rest spread evenly."""
    rows = [[sure if name == label else (1 - sure) / 6 for name in LABELS] for label in labels]
    starts = np.arange(len(labels)) * 3
    return Tagged(
        starts,
        starts + 2,
        np.array([int(b) for b in blocks] if blocks else [0] * len(labels)),
        np.array(rows, np.float32).reshape(-1, 7),
    )


def found(text: Tagged, eager: float = 0.0, eager_content: float = 0.0) -> list[tuple[str, int, int]]:
    return [(s.role, s.first, s.last) for s in decode(text, eager=eager, eager_content=eager_content)]


def test_spans_follow_the_labels() -> None:
    """B begins, I goes on, O ends, another B begins anew."""
    text = tagged("B-source", "I-source", "O", "B-cue", "B-content", "I-content", "B-content")

    assert found(text) == [("source", 0, 2), ("cue", 3, 4), ("content", 4, 6), ("content", 6, 7)]


def test_an_inside_without_a_beginning_begins() -> None:
    """A span whose first piece looks like an inside one is still found, and never in another role's name."""
    assert found(tagged("O", "I-content", "I-content", "I-content")) == [("content", 1, 4)]
    assert ("cue", 1, 2) not in found(tagged("B-source", "I-cue", "I-source", sure=0.5))


def test_no_span_crosses_a_block() -> None:
    """What goes on in the next block begins anew there."""
    text = tagged("B-content", "I-content", "I-content", "I-content", blocks="0011")

    assert found(text) == [("content", 0, 2), ("content", 2, 4)]


def test_eager_finds_more() -> None:
    """A bonus for cues turns a doubtful piece into a span."""
    doubtful = tagged("O", sure=0.3)
    doubtful = replace(doubtful, chances=np.array([[0.5, 0.0, 0.0, 0.4, 0.0, 0.1, 0.0]], np.float32))

    assert found(doubtful) == []
    assert found(doubtful, eager=0.5) == [("cue", 0, 1)]


def test_spans_have_offsets_and_a_mean_chance() -> None:
    """Offsets run from the first piece to the last; the chance takes B and I together."""
    (span,) = decode(tagged("O", "B-cue", "I-cue"), eager=0.0, eager_content=0.0)

    assert (span.span.start, span.span.end) == (3, 8)
    assert span.chance == pytest.approx(0.9 + 0.1 / 6, abs=1e-4)


def test_nothing_tagged() -> None:
    """No pieces, no spans."""
    assert found(tagged()) == []
