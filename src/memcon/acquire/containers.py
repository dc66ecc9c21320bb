"""Archives, mailboxes and books opened, and each of their members read; what can't be opened, or swells, is a problem, and what came before it stands."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast
from zipfile import BadZipFile

from memcon.acquire.mail import read_mail, read_mbox
from memcon.acquire.members import (
    DEEPEST,
    OUTSIDE,
    Inside,
    Member,
    Members,
    Room,
    TooMuchUnpackedError,
    Unpacked,
    damaged,
    seekable,
    too_deep,
    too_much,
)
from memcon.acquire.unread import not_read
from memcon.acquire.warcs import read_warc
from memcon.acquire.zips import BROKEN, kind_of_zip, read_epub, read_wacz, read_zip
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem

_CUT = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError)
"""What reading a member raises that was cut or forged."""

_HEAD = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open archive: its format, its name's suffix, and the first bytes, which are read; `inside` is where it stands."""

    stream: BinaryIO
    head: bytes
    ref: str
    format: str
    suffix: str
    inside: Inside = OUTSIDE


Read = Callable[[Member, Inside], Iterator[Capture | Problem]]


def read_members(opened: Opened, read: Read) -> Iterator[Capture | Problem]:
    """The captures of an archive's members in order, each as `read` makes them, with what the archive says beside it."""
    if opened.inside.depth >= DEEPEST:
        yield too_deep(opened.ref)
        return
    room = opened.inside.room
    try:
        with seekable(opened.head, opened.stream) as (stream, size):
            room = room or Room(size)
            inside = Inside(depth=opened.inside.depth + 1, room=room)
            for member in _members(opened, stream, room):
                if isinstance(member, Problem):
                    yield member
                else:
                    yield from _captures(member, inside, read)
    except TooMuchUnpackedError:
        if opened.inside.room is not None:
            raise  # the outermost archive says so, and is read no further
        yield too_much(opened.ref, room.limit if room is not None else None)
    except BROKEN as error:
        yield damaged(opened.ref, str(error) or type(error).__name__)


def _captures(member: Member, inside: Inside, read: Read) -> Iterator[Capture | Problem]:
    try:
        for item in read(member, inside):
            yield _placed(item, member) if isinstance(item, Capture) else item
    except _CUT as error:
        yield damaged(member.ref, str(error) or type(error).__name__)


def _placed(capture: Capture, member: Member) -> Capture:
    """The capture with what the archive says beside it; what a record says of itself goes before."""
    return replace(
        capture,
        stated={**member.stated, **capture.stated},
        announced={**member.announced, **capture.announced},
    )


def _members(opened: Opened, stream: BinaryIO, room: Room) -> Members:
    match opened.format:
        case "zip":
            yield from _of_zip(opened, stream, room)
        case "gzip":
            yield from _of_gzip(opened, stream, room)
        case "warc":
            yield from read_warc(stream, opened.ref, room)
        case "mbox":
            yield from read_mbox(stream, opened.ref)
        case _:
            yield from read_mail(stream, opened.ref)


def _of_zip(opened: Opened, stream: BinaryIO, room: Room) -> Members:
    kind = kind_of_zip(stream)
    if kind == "docx":
        yield Member(ref=opened.ref, stream=stream, suffix=".docx")
    elif kind in _ZIPS:
        yield from _ZIPS[kind](stream, opened.ref, room)
    else:
        yield not_read(opened.ref, kind)


_ZIPS = {"zip": read_zip, "wacz": read_wacz, "epub": read_epub}


def _of_gzip(opened: Opened, stream: BinaryIO, room: Room) -> Members:
    """What one packed file holds: a web archive, or any other file. A tar archive in it is a kind that is not read."""
    head = io.BufferedReader(_Gzip(stream)).read(_HEAD)
    stream.seek(0)
    if head.startswith((b"WARC/", b"filedesc://")):
        yield from read_warc(stream, opened.ref, room)
        return
    if head[257:262] == b"ustar":
        yield not_read(opened.ref, "a tar archive")
        return
    inner = PurePosixPath(opened.ref.removesuffix(opened.suffix)).suffix if opened.suffix else ""
    raw = _Gzip(stream)
    unpacked = cast(BinaryIO, Unpacked(io.BufferedReader(raw), room))
    yield Member(ref=opened.ref, stream=unpacked, suffix=inner)
    if raw.cut:
        yield damaged(opened.ref, raw.cut)


class _Gzip(io.RawIOBase):
    """A packed file of which also the last bytes before a cut are read; `cut` says then what is wrong."""

    def __init__(self, stream: BinaryIO) -> None:
        self._unpacked = gzip.GzipFile(fileobj=stream, mode="rb")
        self.cut = ""

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        try:
            data = b"" if self.cut else self._unpacked.read1(len(room))
        except (EOFError, zlib.error, OSError) as error:
            self.cut, data = str(error) or type(error).__name__, b""
        room[: len(data)] = data
        return len(data)
