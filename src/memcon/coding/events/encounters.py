"""The words of a document that name any meeting, in order: what follows without a name of its own belongs to the last one told before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from memcon.coding.events.mentions import EventMention


@dataclass(frozen=True, slots=True)
class Encounters:
    """The tokens that name a meeting in the running text, in text order."""

    tokens: tuple[int, ...]
    events: tuple[int, ...] = ()
    """Those that name a meeting or a journey."""

    @classmethod
    def told_in(cls, mentions: Iterable[EventMention]) -> Encounters:
        """Those that `mentions` tell of."""
        told = sorted((m.trigger for m in mentions if not m.in_title), key=lambda t: t.anchor)
        return cls(
            tuple(t.anchor for t in told if t.has("topics")),
            tuple(t.anchor for t in told if t.has("topics") or t.has("destination")),
        )

    def is_last_before(self, anchors: Collection[int], i: int) -> bool:
        """Whether the last meeting told before token `i` is named by one of `anchors`."""
        return _is_last_before(self.tokens, anchors, i)

    def is_last_event_before(self, anchors: Collection[int], i: int) -> bool:
        """Whether the last meeting or journey told before token `i` is named by one of `anchors`."""
        return _is_last_before(self.events, anchors, i)


def _is_last_before(tokens: Sequence[int], anchors: Collection[int], i: int) -> bool:
    n = bisect_left(tokens, i)
    return n > 0 and tokens[n - 1] in anchors
