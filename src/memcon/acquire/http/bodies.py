"""The body of an answer, unpacked within a limit: what swells is given up while it does, not after."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Protocol

from memcon.acquire.http.refusals import Refusal, cut, too_much

MOST_LAYERS = 2
"""How often a body may be packed, one packing in the other."""

GZIP = b"\x1f\x8b\x08"

_STEP = 262_144


def read_body(chunks: Iterable[bytes], encodings: Sequence[str], limit: int) -> bytes:
    """The bytes of a body as they were before they were packed for the way. Raises `Refusal` for more than `limit` bytes, for packings that are not known, and for
    a packed body without its end."""
    names = [name for name in encodings if name not in ("", "identity")]
    unknown = [name for name in names if name not in ("gzip", "x-gzip", "deflate")]
    if unknown or len(names) > MOST_LAYERS:
        raise Refusal(
            code="packing_not_known",
            message=f"the page is packed as {', '.join(names)[:100]!r}, which was not asked for",
            hint="save the page from a browser and give the file",
        )
    layers: list[_Layer] = [_Deflate(limit) if name == "deflate" else _Gzip(limit) for name in reversed(names)]
    body = bytearray()
    for chunk in chunks:
        for part in _through(layers, chunk):
            body += part
            if len(body) > limit:
                raise too_much(limit)
    if not all(layer.is_whole for layer in layers):
        raise cut("the packed body has no end")
    return bytes(body)


def unpack(data: bytes, limit: int) -> bytes:
    """A file that is packed itself (`.xml.gz`), unpacked, also one that was packed twice; any other as it is. Raises `Refusal` as `read_body`."""
    for _ in range(MOST_LAYERS):
        if not data.startswith(GZIP):
            break
        data = read_body([data], ["gzip"], limit)
    return data


class _Layer(Protocol):
    @property
    def is_whole(self) -> bool: ...

    def feed(self, data: bytes) -> Iterable[bytes]: ...


def _through(layers: Sequence[_Layer], data: bytes) -> Iterable[bytes]:
    """What comes out of all layers, in pieces of bounded length."""
    if not layers:
        yield data
        return
    for part in layers[0].feed(data):
        yield from _through(layers[1:], part)


class _Gzip:
    """gzip, of one member or of several."""

    def __init__(self, limit: int) -> None:
        self._unpacking = zlib.decompressobj(wbits=31)
        self._is_begun = False
        self._room = _Room(limit)

    @property
    def is_whole(self) -> bool:
        return self._unpacking.eof or not self._is_begun

    def feed(self, data: bytes) -> Iterable[bytes]:
        while data:
            if self._unpacking.eof:
                if not data.startswith(GZIP[: len(data)]):
                    return  # what stands behind the end is none of it
                self._unpacking = zlib.decompressobj(wbits=31)
            self._is_begun = True
            yield from _unpacked(self._unpacking, data, self._room)
            data = self._unpacking.unused_data


class _Deflate:
    """What is called deflate: zlib's format, or, from some servers, the bare one."""

    def __init__(self, limit: int) -> None:
        self._unpacking: zlib._Decompress | None = None
        self._room = _Room(limit)

    @property
    def is_whole(self) -> bool:
        return self._unpacking is None or self._unpacking.eof

    def feed(self, data: bytes) -> Iterable[bytes]:
        if self._unpacking is None and data:
            has_head = data[0] & 0x0F == 8 and (len(data) < 2 or int.from_bytes(data[:2], "big") % 31 == 0)
            self._unpacking = zlib.decompressobj(wbits=15 if has_head else -15)
        if self._unpacking is not None and not self._unpacking.eof:
            yield from _unpacked(self._unpacking, data, self._room)


class _Room:
    """How many bytes may still come out of one layer."""

    def __init__(self, limit: int) -> None:
        self._limit = self._left = limit

    def take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise Refusal(
                code="unpacks_too_large",
                message=f"what came is small, but grows to more than {self._limit:,} bytes when it is unpacked",
                hint="no article does that: leave this address out",
            )


def _unpacked(unpacking: zlib._Decompress, data: bytes, room: _Room) -> Iterable[bytes]:
    try:
        while True:
            part = unpacking.decompress(data, _STEP)
            room.take(len(part))
            if part:
                yield part
            data = unpacking.unconsumed_tail
            if unpacking.eof or (not data and len(part) < _STEP):
                return
    except zlib.error as error:
        raise cut(f"what came can't be unpacked ({error})") from error
