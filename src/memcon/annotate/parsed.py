"""The words of one sentence as the parser hung them, for those who hang some of them elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from memcon.domain.tokens import Token


@dataclass(frozen=True)
class Parsed:
    """The words of one sentence; `first` is the number of the first."""

    tokens: Sequence[Token]

    @property
    def first(self) -> int:
        return self.tokens[0].i

    def at(self, i: int) -> Token:
        return self.tokens[i - self.first]

    def has(self, i: int) -> bool:
        return self.first <= i < self.first + len(self.tokens)

    @cached_property
    def _hanging(self) -> Mapping[int, Sequence[Token]]:
        found: dict[int, list[Token]] = {}
        for t in self.tokens:
            if t.head != t.i:
                found.setdefault(t.head, []).append(t)
        return found

    def children(self, i: int, *labels: str) -> list[Token]:
        return [t for t in self._hanging.get(i, ()) if not labels or t.dep in labels]

    @property
    def root(self) -> Token | None:
        """The word on which all others hang."""
        return next((t for t in self.tokens if t.head == t.i and t.dep == "ROOT"), None)

    def to_of(self, verb: int) -> Token | None:
        """The "to" of an infinitive."""
        return next((t for t in self.children(verb, "aux") if t.tag == "TO"), None)

    def extent(self, i: int) -> tuple[int, int]:
        """The first and last word of what hangs on `i`, itself included."""
        inside = {i}
        level = [i]
        while level:
            level = [t.i for j in level for t in self.children(j) if t.i not in inside]
            inside.update(level)
        return min(inside), max(inside)
