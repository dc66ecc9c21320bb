"""Not more often than a host can bear: a pause between two requests to the same one."""

from __future__ import annotations

from collections.abc import Callable

LONGEST = 30.0
"""Seconds that a host's wish for a pause is followed; who asks for more gets this."""


class Pace:
    """Waits before a request until `seconds` have gone by since the last one to that host, or as many as the host asked for."""

    def __init__(self, seconds: float, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, wished: float | None = None) -> None:
        """Waits as long as it takes. `wished` is the pause that the host's robots.txt asks for."""
        pause = max(self._seconds, min(wished or 0.0, LONGEST))
        if pause > 0 and host in self._last:
            left = self._last[host] + pause - self._clock()
            if left > 0:
                self._sleep(left)
        self._last[host] = self._clock()
