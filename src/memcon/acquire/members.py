"""What an archive, a mailbox or a book holds: its members one after the other, each read as a file of its own would be.

Nothing is written to a disk under a member's name, and nothing grows beyond what the archive's own size allows.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from memcon.domain.problems import Problem

DEEPEST = 3
"""How deep archives may stand in one another: a letter in a mailbox in a zip file is the third."""

MOST_MEMBERS = 100_000

FLOOR, RATIO = 200_000_000, 60
"""An archive may unpack to so many bytes, and to so many times its own size beside them. Text packs to a fifth, or a twentieth; what packs better is made to hurt."""

_IN_MEMORY = 20_000_000
_MOST_SPOOLED = 4_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One file in an archive. `ref` is how it is called, `suffix` tells its format; `stated` and `announced` are what the archive says beside it, as in `Capture`."""

    ref: str
    stream: BinaryIO
    suffix: str
    stated: Mapping[str, str] = field(default_factory=dict)
    announced: Mapping[str, str] = field(default_factory=dict)


Members = Iterator[Member | Problem]


class TooMuchUnpackedError(Exception):
    """An archive unpacks to more than it is allowed to."""


class Room:
    """How much may still be unpacked of one archive."""

    def __init__(self, packed: int) -> None:
        self.limit = self._left = FLOOR + RATIO * packed

    def take(self, count: int) -> None:
        """Raises `TooMuchUnpackedError` where there is no more room."""
        self._left -= count
        if self._left < 0:
            raise TooMuchUnpackedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """In how many archives something stands, and the room that is left in the outermost."""

    depth: int = 0
    room: Room | None = None


OUTSIDE = Inside()


class Unpacked:
    """A stream out of an archive, counted while it is read."""

    def __init__(self, stream: BinaryIO, room: Room) -> None:
        self._stream = stream
        self._room = room

    def read(self, size: int = -1) -> bytes:
        return self._counted(self._stream.read, size)

    def readline(self, size: int = -1) -> bytes:
        return self._counted(self._stream.readline, size)

    def _counted(self, take: Callable[[int], bytes], size: int) -> bytes:
        data = take(size)
        self._room.take(len(data))
        return data


@contextmanager
def seekable(head: bytes, stream: BinaryIO) -> Iterator[tuple[BinaryIO, int]]:
    """A stream of which `head` is read, from its beginning again, and its size; one that can't go back is kept beside meanwhile. Raises `TooMuchUnpackedError` for one
    that has no end."""
    if hasattr(stream, "seekable") and stream.seekable():
        size = stream.seek(0, 2)
        stream.seek(0)
        yield stream, size
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as kept:
        piece = head
        while piece:
            if kept.tell() + len(piece) > _MOST_SPOOLED:
                raise TooMuchUnpackedError
            kept.write(piece)
            piece = stream.read(_IN_MEMORY)
        size = kept.tell()
        kept.seek(0)
        yield cast(BinaryIO, kept), size


def damaged(ref: str, what: str) -> Problem:
    """An archive that can't be read on from some place."""
    return Problem(
        code="archive_damaged",
        message=f"the archive can't be read to its end: {what[:200]}",
        hint="what came before is read; get the file again, it may have been cut",
        ref=ref,
    )


def too_deep(ref: str) -> Problem:
    return Problem(
        code="archive_too_deep",
        message=f"an archive in an archive in an archive; {DEEPEST} is as deep as memcon looks",
        hint="unpack it, and give what is in it",
        ref=ref,
    )


def too_much(ref: str, limit: int | None) -> Problem:
    """An archive that swells."""
    bound = f"{limit:,} bytes, {RATIO} times its own size and more," if limit else f"{_MOST_SPOOLED:,} bytes"
    return Problem(
        code="archive_too_large",
        message=f"it unpacks to more than {bound} and is not read any further",
        hint="what came before is read; no collection of articles packs so well: look at what it is",
        ref=ref,
    )


def skipped(ref: str, kinds: Mapping[str, int], what: str) -> Problem:
    """What of an archive is not read, by kinds: pictures, styles, scripts."""
    by_number = sorted(kinds.items(), key=lambda each: (-each[1], each[0]))
    shown = ", ".join(f"{kind[:80]} ({count:,})" for kind, count in by_number[:8])
    more = f" and {len(by_number) - 8} other kinds" if len(by_number) > 8 else ""
    return Problem(
        code="members_skipped",
        message=f"{what} not read: {shown}{more}",
        hint="nothing to do where no article is among them",
        ref=ref,
        is_fatal=False,
    )
