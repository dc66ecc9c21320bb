"""On which day what comes in came: told by whoever has a clock, so that no date of publication lies far ahead of it unnoticed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem


def came(items: Iterable[Capture | Problem], now: Callable[[], str]) -> Iterator[Capture | Problem]:
    """The captures with the day on which they come, by the clock as the first of them does; problems pass through."""
    day: str | None = None
    for item in items:
        if isinstance(item, Capture):
            day = day or now()[:10]
            yield replace(item, came=day)
        else:
            yield item
