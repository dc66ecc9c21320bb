"""The tagger's labels, and how the chances of word pieces become spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from memcon.domain.spans import Span

Role = Literal["source", "cue", "content"]
"""PolNeAR's names for the three parts of an attribution."""

ROLES: tuple[Role, ...] = get_args(Role)

LABELS: tuple[str, ...] = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))
"""The classes of the `tags` head, in its order: B begins a span, I goes on with it."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The word pieces of a text's blocks, in order, with their chances.

    `starts`, `ends` (offsets) and `blocks` (index of the block) are integers, one a piece; `chances` has a row a piece and a column a label of
    LABELS, each row adding up to 1.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    blocks: npt.NDArray[np.int64]
    chances: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TagSpan:
    """A run of pieces `first` to `last` (exclusive) of one role, and the mean chance of that role in it."""

    role: Role
    first: int
    last: int
    span: Span
    block: int
    chance: float


def decode(tagged: Tagged, *, eager: float, eager_content: float = 0.0) -> list[TagSpan]:
    """The best sequence of spans: Viterbi with I only after its own B or I, and never across blocks.

    `eager` is added to the log chances of source and cue, `eager_content` to those of content: above 0, more of them is found (a wrong one
    seldom finds its fellows).
    """
    spans: list[TagSpan] = []
    role, first = -1, 0
    labels = [*_best_labels(tagged, eager, eager_content), 0]
    roles = role_chances(tagged)
    for n, label in enumerate(labels):
        if role >= 0 and (label == 0 or label % 2 == 1):
            chance = float(roles[first:n, role].mean())
            span = Span(int(tagged.starts[first]), int(tagged.ends[n - 1]))
            spans.append(TagSpan(ROLES[role], first, n, span, int(tagged.blocks[first]), chance))
            role = -1
        if label % 2 == 1:
            role, first = label // 2, n
    return spans


def role_chances(tagged: Tagged) -> npt.NDArray[np.float32]:
    """A row a piece and a column a role of ROLES: B and I taken together."""
    both: npt.NDArray[np.float32] = tagged.chances[:, 1::2] + tagged.chances[:, 2::2]
    return both


def _best_labels(tagged: Tagged, eager: float, eager_content: float) -> list[int]:
    scores: list[list[float]] = np.log(np.maximum(tagged.chances, 1e-9)).tolist()
    blocks: list[int] = tagged.blocks.tolist()
    came_from: list[tuple[int, ...]] = []
    state = [0.0] * len(LABELS)
    before = -1
    for row, block in zip(scores, blocks, strict=True):
        top = max(range(7), key=state.__getitem__)
        best = state[top]
        is_new = block != before
        before = block
        steps = [top] * 7
        now = [best + row[0]] + [0.0] * 6
        for begin in (1, 3, 5):
            inside = begin + 1
            bonus = eager if begin < 5 else eager_content
            now[begin] = best + row[begin] + bonus
            steps[inside] = begin if state[begin] >= state[inside] else inside
            now[inside] = -inf if is_new else state[steps[inside]] + row[inside] + bonus
        came_from.append(tuple(steps))
        state = now
    return _walk_back(came_from, state)


def _walk_back(came_from: Sequence[tuple[int, ...]], state: Sequence[float]) -> list[int]:
    if not came_from:
        return []
    label = max(range(7), key=state.__getitem__)
    labels = [label]
    for steps in reversed(came_from[1:]):
        label = steps[label]
        labels.append(label)
    return labels[::-1]
