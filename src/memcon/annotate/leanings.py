"""What the encoder's heads lean to, beside attributions, as a record without arrays of a library."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt

from memcon.annotate.encoder import Encoded
from memcon.domain.leanings import Leanings


def leanings_of(encoded: Encoded, classes: Mapping[str, tuple[str, ...]], heads: Collection[str]) -> Leanings:
    """The chances of all pieces by `heads`, whose classes stand in `classes` in the order of their scores."""
    return make_leanings(
        encoded.starts,
        encoded.ends,
        {head: dict(zip(classes[head], encoded.chances(head).T, strict=True)) for head in heads},
    )


def make_leanings(
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    chances: Mapping[str, Mapping[str, npt.NDArray[np.float32]]],
) -> Leanings:
    """Leanings out of arrays: offsets, and for each head and class a column of chances."""
    columns = {head: {name: array("f", values.tolist()) for name, values in of.items()} for head, of in chances.items()}
    return Leanings(array("q", starts.tolist()), array("q", ends.tolist()), columns)
