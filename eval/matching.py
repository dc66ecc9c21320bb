"""One-to-one matching: which of some things answers which of others, so that as many as possible have a partner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def matched(ones: Sequence[T], others: Sequence[U], agree: Callable[[T, U], bool]) -> list[tuple[int, int]]:
    """The places in `ones` and `others` of a largest set of pairs that agree, each in at most one pair (augmenting paths)."""
    partners = [[n for n, other in enumerate(others) if agree(one, other)] for one in ones]
    taken: dict[int, int] = {}

    def place(m: int, tried: set[int]) -> bool:
        for n in partners[m]:
            if n not in tried:
                tried.add(n)
                if n not in taken or place(taken[n], tried):
                    taken[n] = m
                    return True
        return False

    for m in range(len(ones)):
        place(m, set())
    return sorted((m, n) for n, m in taken.items())
