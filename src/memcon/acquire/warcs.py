"""Web archives (WARC, and the older ARC): each page that was captured whole is a document, called by its address."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from email.message import Message
from typing import Any, BinaryIO, cast

from memcon.acquire.formats import suffixes_of_types
from memcon.acquire.members import Member, Members, Room, TooMuchUnpackedError, Unpacked, damaged, skipped
from memcon.acquire.refs import is_address, ref_of, without_credentials

_LONGEST = 10_000_001
"""A page is read to one byte more than a document may have: what is too large is said where it is read."""

_KINDS = ("response", "resource", "conversion")
_STEP = 1_000_000
_LINE = 65_536
"""The most bytes of a line of a record's head."""


def read_warc(stream: BinaryIO, ref: str, room: Room) -> Members:
    """The pages of a web archive in its order. What is no page (pictures, answers other than 200, what a page was asked with) is counted, and the count told at the end."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.bufferedreaders import DecompressingBufferedReader
    except ImportError:
        from memcon.extract.formats.libraries import not_installed

        yield not_installed(ref, "web archives")
        return
    unread: Counter[str] = Counter()

    class Quiet(ArchiveIterator):  # type: ignore[misc]  # it has no types
        INC_RECORD = ""  # what it tells of a wrong length goes to the terminal; here it is a problem

    class Bounded(DecompressingBufferedReader):  # type: ignore[misc]
        def readline(self, length: int | None = None) -> bytes:
            return bytes(super().readline(min(length or _LINE, _LINE)))

    records = Quiet(cast(BinaryIO, Unpacked(stream, room)), arc2warc=True)
    records.reader = Bounded(records.fh)
    try:
        for record in records:
            if record.rec_type is None:
                break
            room.take(max(0, min(record.length or 0, _LONGEST)))
            if record.rec_type in _KINDS:
                yield from _page(record, ref, unread)
        if not _is_whole(records):
            yield damaged(ref, "it ends in the middle of a record")
    except TooMuchUnpackedError:
        raise
    except Exception as error:  # whatever forged records provoke in there costs the rest of this archive
        yield damaged(ref, str(error) or type(error).__name__)
    if unread:
        yield skipped(ref, unread, "records")


def _is_whole(records: Any) -> bool:
    """Whether the last record ends where the file does."""
    return bool(records.offset >= records.fh.tell() and not records.err_count)


def _page(record: Any, ref: str, unread: Counter[str]) -> Members:
    """The page of a record; none, but counted, where it is none."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    media_type, charset = _kind_of(record)
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not is_address(address) or status != "200":
        unread["addresses that are none" if status == "200" else f"answers with status {status}"] += 1
        return
    suffix = suffixes_of_types().get(media_type)
    if suffix is None:
        unread[media_type or "unknown kind"] += 1
        return
    place = ref_of(without_credentials(address))
    try:
        body = _body(record)
    except (ValueError, EOFError, OSError) as error:
        yield damaged(place, str(error))
        return
    if getattr(record.raw_stream, "limit", 0) and len(body) < _LONGEST:
        yield damaged(place, "the page was cut")
        return
    stated = {"url": place} | ({"charset": charset} if charset else {})
    yield Member(ref=place, stream=io.BytesIO(body), suffix=suffix, stated=stated)


def _kind_of(record: Any) -> tuple[str, str | None]:
    """The media type and the charset of what a record holds."""
    told = (record.http_headers and record.http_headers.get_header("Content-Type")) or ""
    if not record.http_headers:
        told = record.rec_headers.get_header("Content-Type") or ""
    message = Message()
    message["Content-Type"] = re.sub(r"[\r\n]", " ", told)[:300]
    return message.get_content_type() if told else "", message.get_param(
        "charset", None
    ) and message.get_content_charset()


def _body(record: Any) -> bytes:
    """What a record holds, unpacked. Raises `ValueError` where it is packed as it can't be unpacked."""
    packing = ((record.http_headers and record.http_headers.get_header("Content-Encoding")) or "").strip().lower()
    if packing != "br":
        return bytes(record.content_stream().read(_LONGEST))
    record.http_headers.remove_header("Content-Encoding")
    return b"".join(_unpacked_brotli(record.content_stream().read(_LONGEST)))


def _unpacked_brotli(data: bytes) -> Iterator[bytes]:
    """What a page is that came packed as "br", in pieces, no more of it than `_LONGEST`."""
    try:
        import brotli
    except ImportError as error:
        raise ValueError("the page is packed with brotli: pip install 'memcon[files]'") from error
    unpacking, size = brotli.Decompressor(), 0
    while size < _LONGEST:
        try:
            piece = unpacking.process(data, output_buffer_limit=_STEP)
        except brotli.error as error:
            raise ValueError("the page's packing is broken") from error
        data = b""
        size += len(piece)
        yield piece
        if unpacking.is_finished():
            return
        if not piece:
            raise ValueError("the page was cut")
