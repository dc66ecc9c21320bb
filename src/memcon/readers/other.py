"""What another reader is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from memcon.domain.reading import Reading


@runtime_checkable
class OtherReader(Protocol):
    """Reads what the program has read, in its own way.

    `name` is the one under which its word is kept: what it reads today takes the place of what a reader of this name read before. `fingerprint` changes whenever it may read
    otherwise than before. `read` takes the program's own readings (each with its document, actors and times) and gives one for each, in their order, of the same document, whose `reader` has
    that name. A document that it can't read gives a reading with nothing but a problem. Whatever record does not quote its document is left out by whoever asks.
    """

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    def read(self, own: Iterable[Reading], /) -> Iterator[Reading]: ...
