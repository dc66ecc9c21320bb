"""Processor time of what tests measure, on a machine that does other things too: what is slow of itself is slow each time, a busy machine is not."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

TRIES = 4


def within(seconds: float, run: Callable[[], T]) -> T:
    """What `run` gives, which at one of a few tries takes less than so many seconds. Raises `AssertionError` where it takes longer each time."""
    least = seconds
    for _ in range(TRIES):
        taken, made = _timed(run)
        if taken < seconds:
            return made
        least = taken if least == seconds else min(least, taken)
    raise AssertionError(f"took {least:.2f} seconds at least, not less than {seconds:.2f}")


def least_seconds(run: Callable[[], object], *, enough: float = 0.0) -> float:
    """The least processor time of a few tries of `run`; the first that takes less than `enough` will do."""
    taken = []
    for _ in range(TRIES):
        taken.append(_timed(run)[0])
        if taken[-1] < enough:
            break
    return min(taken)


def _timed(run: Callable[[], T]) -> tuple[float, T]:
    """What other tests left behind is no garbage of `run`'s: none is collected meanwhile."""
    gc.disable()
    try:
        started = time.process_time()
        made = run()
        return time.process_time() - started, made
    finally:
        gc.enable()
