"""What one pass of the encoder gives: the word pieces of a text with the scores of every head."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from memcon.annotate.encoder.windows import Pieces


@dataclass(frozen=True, slots=True)
class Encoded:
    """The word pieces of a text's blocks, in order.

    `starts`, `ends` (offsets) and `blocks` (index of the block) are integers, one a piece; `scores` has for each head a row a piece and a
    column a class, as the model gives them.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    blocks: npt.NDArray[np.int64]
    scores: Mapping[str, npt.NDArray[np.float32]]

    def chances(self, head: str) -> npt.NDArray[np.float32]:
        """The scores of a head as chances: each row adds up to 1."""
        scores = self.scores[head]
        powers: npt.NDArray[np.float32] = np.exp(scores - scores.max(axis=1, initial=0.0, keepdims=True))
        found: npt.NDArray[np.float32] = powers / powers.sum(axis=1, keepdims=True)
        return found


def encoded_pieces(blocks: Sequence[Pieces], scores: Mapping[str, npt.NDArray[np.float32]]) -> Encoded:
    """The pieces of a text's blocks with `scores`, a row a piece."""
    return Encoded(
        np.array([start for block in blocks for start in block.starts], np.int64),
        np.array([end for block in blocks for end in block.ends], np.int64),
        np.array([n for n, block in enumerate(blocks) for _ in block.starts], np.int64),
        scores,
    )
