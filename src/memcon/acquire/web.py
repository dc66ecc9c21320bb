"""Addresses among the inputs: a client that is made when the first of them is asked for, since most runs ask for none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from memcon.domain.documents import Capture
from memcon.domain.problems import Problem

if TYPE_CHECKING:
    from memcon.acquire.http import Fetcher
    from memcon.acquire.http.pages import Memory


class Web:
    """What stands at addresses, for `acquire` to call. Close it, or use it in a `with` block.

    `make` makes the client; `now` is the clock by which requests are remembered in `memory`. `fields` and `published` are as in `acquire`.
    """

    def __init__(
        self,
        make: Callable[[], Fetcher],
        *,
        now: Callable[[], str],
        memory: Memory | None = None,
        fields: Mapping[str, str] | None = None,
        published: str | None = None,
    ) -> None:
        self._make = make
        self._now = now
        self._memory = memory
        self._fields = fields
        self._published = published
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Web:
        return self

    def __exit__(self, *_: object) -> None:
        if self._fetcher is not None:
            self._fetcher.close()

    def __call__(self, address: str) -> Iterator[Capture | Problem]:
        """What stands at an address, or the problem that keeps it out."""
        from memcon.acquire.http import Asked, captures_at

        if self._fetcher is None:
            self._fetcher = self._make()
        return captures_at(
            Asked(address=address),
            self._fetcher,
            now=self._now,
            memory=self._memory,
            fields=self._fields,
            published=self._published,
        )


def fetcher(*, allows_private: bool = False) -> Fetcher:
    """A client with the usual bounds."""
    from memcon.acquire.http import Fetcher

    return Fetcher(allows_private=allows_private)
