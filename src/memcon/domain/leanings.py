"""What the encoder says of each word piece of a text: how likely it names an event of a kind, takes a stance, undertakes something."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from memcon.domain.spans import Span

OUTSIDE = "O"
"""The class of a piece that is none of a head's others."""


@dataclass(frozen=True, slots=True)
class Leanings:
    """The word pieces of a document in text order: `starts` and `ends` are offsets, `chances` has for each head and class a chance (0 to 1) a piece; those of one
    head add up to 1."""

    starts: array[int]
    ends: array[int]
    chances: Mapping[str, Mapping[str, array[float]]]

    def over(self, span: Span, head: str, classes: Collection[str] | None = None) -> list[float]:
        """For each piece that overlaps `span` the chance that it is of one of `classes`, or of any."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        columns = self.chances[head]
        if classes is None:
            return [1 - chance for chance in columns[OUTSIDE][first:last]]
        asked = [columns[c][first:last] for c in classes if c in columns]
        return [sum(chances) for chances in zip(*asked, strict=True)]
