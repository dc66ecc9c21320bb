"""The words of a document that name any meeting, in order: what follows without a name of its own belongs to the last one told before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from memcon.coding.events.mentions import EventMention


@dataclass(frozen=True, slots=True)
class Encounters:
    """The tokens that name a meeting in the running text, in text order."""

    tokens: tuple[int, ...]

    @classmethod
    def told_in(cls, mentions: Iterable[EventMention]) -> Encounters:
        """Those that `mentions` tell of."""
        return cls(tuple(sorted(m.trigger.anchor for m in mentions if m.trigger.has("topics") and not m.in_title)))

    def is_last_before(self, anchors: Collection[int], i: int) -> bool:
        """Whether the last meeting told before token `i` is named by one of `anchors`."""
        n = bisect_left(self.tokens, i)
        return n > 0 and self.tokens[n - 1] in anchors
