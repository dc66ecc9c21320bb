"""Electronic mail: letters (`.eml`), saved pages (`.mht`) and mailboxes (mbox). A letter's text is a document, and so is each attachment that is one.

A mailbox is parted here, not by the standard library's reader, which holds a whole letter of any length.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from memcon.acquire.formats import suffixes_of_types
from memcon.acquire.members import Member, Members, damaged, skipped
from memcon.acquire.refs import ref_of, storable
from memcon.domain.problems import Problem

MAX_LETTER = 25_000_000
"""The most bytes of one letter with its attachments; most servers take no more."""

_MOST_PARTS = 500
_LINE = 65_536
_FEWEST_WORDS = 20
_WORDS_TO_A_LINK = 15
_ADDRESS = re.compile(r"https?://", re.I)
_FROM = re.compile(rb"From \S+.{0,10}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d .*\d{4}")
_ESCAPED = re.compile(rb"^>(>*From )")


def read_mbox(stream: BinaryIO, ref: str) -> Members:
    """The letters of a mailbox, each called by its Message-ID, else by its number."""
    n = 0
    for n, letter in enumerate(_letters(stream), 1):
        place = f"{ref}#{n}"
        if len(letter) > MAX_LETTER:
            yield _too_large(place)
        else:
            yield from _letter(letter, place, is_in_box=True)
    if not n:
        yield Problem(code="empty", message="there are no letters in it", hint="check that the export worked", ref=ref)


def _letters(stream: BinaryIO) -> Iterator[bytes]:
    """The letters between the lines that begin with "From "; of one that is too long no more than tells it."""
    lines, size, is_line_start, is_open, is_blank = list[bytes](), 0, True, False, True
    while line := stream.readline(_LINE):
        if is_line_start and is_blank and line.startswith(b"From ") and _FROM.match(line):
            if is_open:
                yield b"".join(lines)
            lines, size, is_open = [], 0, True
        elif size <= MAX_LETTER:
            lines.append(_ESCAPED.sub(rb"\1", line) if is_line_start else line)
            size += len(line)
        is_blank = is_line_start and not line.strip()
        is_line_start = line.endswith(b"\n")
    if is_open:
        yield b"".join(lines)


def read_mail(stream: BinaryIO, ref: str) -> Members:
    """The text and the attachments of one letter."""
    data = stream.read(MAX_LETTER + 1)
    if len(data) > MAX_LETTER:
        yield _too_large(ref)
    else:
        yield from _letter(data, ref, is_in_box=False)


def _letter(data: bytes, ref: str, *, is_in_box: bool) -> Members:
    try:
        message = message_from_bytes(data)
        parts = _leaves(message)
    except (RecursionError, ValueError, LookupError) as error:
        yield damaged(ref, f"the letter's parts can't be told apart ({type(error).__name__})")
        return
    if not message.keys():
        yield damaged(ref, "there is no header of a letter in it")
        return
    id = _header(message, "Message-ID").strip("<> ")
    place = ref_of(id) if is_in_box and id and len(id) < 300 else ref
    stated = _stated(message)
    text, attached = _told_apart(parts)
    unread: Counter[str] = Counter()
    if text is not None:
        yield _member(text, place, _suffix(text) or ".txt", stated)
    elif not any(_suffix(part) for part in attached):
        yield Problem(code="empty", message="the letter has no text", hint="look at its attachments", ref=place)
    for n, part in enumerate(attached, 1):
        suffix = _suffix(part)
        if suffix is None:
            unread[part.get_content_type()] += 1
        else:
            name = _plain(part.get_filename() or f"part{n}{suffix}").replace("/", "_")
            yield _member(part, f"{place}/{ref_of(name)}", suffix, {})
    if unread:
        yield skipped(place, unread, "attachments")


def _leaves(message: Message) -> list[Message]:
    """The parts of a letter that hold something; a letter within it is one."""
    found, waiting = list[Message](), [message]
    while waiting and len(found) < _MOST_PARTS:
        part = waiting.pop(0)
        inner = part.get_payload()
        if part is not message and part.get_content_type() == "message/rfc822":
            found.append(part)
        elif part.is_multipart() and isinstance(inner, list):
            waiting[:0] = [each for each in inner if isinstance(each, Message)]
        else:
            found.append(part)
    return found


def _told_apart(parts: list[Message]) -> tuple[Message | None, list[Message]]:
    """The part that is the letter's text, and its attachments. Of a text in two forms the plain one counts, unless it is a stub or a list of links."""
    bodies = [part for part in parts if part.get_filename() is None and part.get_content_maintype() == "text"]
    attached = [part for part in parts if part not in bodies]
    plain = next((part for part in bodies if part.get_content_type() == "text/plain"), None)
    page = next((part for part in bodies if part.get_content_type() == "text/html"), None)
    if page is None or plain is None:
        return plain or page, attached
    words = _bytes_of(plain).decode("utf-8", "replace").split()
    links = sum(_ADDRESS.search(word) is not None for word in words)
    return (plain if len(words) >= max(_FEWEST_WORDS, links * _WORDS_TO_A_LINK) else page), attached


def _suffix(part: Message) -> str | None:
    """The suffix of the files that a part is read as; None where it is of a kind that is not read."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return ".eml"
    if kind in ("application/octet-stream", "application/zip", "application/x-zip-compressed"):
        suffix = PurePosixPath(_plain(part.get_filename() or "")).suffix.lower()
        return suffix if suffix in (*suffixes_of_types().values(), ".eml", ".zip") else None
    return suffixes_of_types().get(kind)


def _member(part: Message, ref: str, suffix: str, stated: dict[str, str]) -> Member:
    charset = part.get_content_charset() if part.get_content_maintype() == "text" else None
    told = stated | ({"charset": charset} if charset else {})
    return Member(ref=ref, stream=cast(BinaryIO, io.BytesIO(_bytes_of(part))), suffix=suffix, stated=told)


def _bytes_of(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):  # a letter within the letter
        return inner[0].as_bytes() if inner and isinstance(inner[0], Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _stated(message: Message) -> dict[str, str]:
    """What a letter's head says: its subject, its day and who wrote it."""
    sender = re.sub(r"\s*<[^>]*>\s*$", "", _header(message, "From")).strip(" \"'")
    told = {
        "title": _header(message, "Subject"),
        "published": _header(message, "Date"),
        "byline": "" if "@" in sender else sender,
    }
    return {key: value for key, value in told.items() if value}


def _header(message: Message, name: str) -> str:
    return _plain(message.get(name) or "")


def _plain(raw: object) -> str:
    """The words of a header, decoded, in one line; what can't be decoded as it came."""
    try:
        words = str(make_header(decode_header(str(raw)[:2000])))
    except (ValueError, LookupError, UnicodeError):
        words = str(raw)[:2000]
    return storable(" ".join(words.split()))


def _too_large(ref: str) -> Problem:
    return Problem(
        code="too_large",
        message=f"more than {MAX_LETTER:,} bytes in one letter",
        hint="save its text, and give that",
        ref=ref,
    )
