"""What kind of input some bytes are: by the name's suffix, and by how they begin."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from memcon.extract.content import ContentFormat

_CONTAINERS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv"}
"""Files that hold records, by suffix; each record is a document."""

MEMBERS = frozenset({"zip", "gzip", "warc", "mail", "mbox"})
"""Formats that hold files."""

_OF_MEMBERS = {
    **dict.fromkeys((".zip", ".wacz", ".epub"), "zip"),
    **dict.fromkeys((".gz", ".tgz"), "gzip"),
    **dict.fromkeys((".warc", ".arc"), "warc"),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), "mail"),
    **dict.fromkeys((".mbox", ".mbx"), "mbox"),
}

_OTHER_TYPES: Mapping[str, str] = {
    "application/xhtml+xml": ".html",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/epub+zip": ".epub",
}
"""The suffix of the files that what comes with a media type is read as, where the type is not that of a format of documents."""

_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"WARC/", "warc"),
    (b"filedesc://", "warc"),
)
"""How archives begin. Their suffix counts for nothing without it, as that of a format of documents that tells how its files begin."""

_MBOX = re.compile(rb"From \S+.{0,10}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d .*\d{4}\r?\n[!-9;-~]+:")
_MAIL = re.compile(
    rb"(?:(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|Subject|To|X-[\w-]+|DKIM-Signature):[^\n]*\n(?:[ \t][^\n]*\n)*+){3}",
    re.I,
)

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b",
    re.I,
)
_RECORD = re.compile(rb'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[\{"]|\]\s*$))')
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def media_type_of(name: str) -> str:
    """The media type of the format `name`."""
    return next(each.media_type for each in _formats() if each.name == name)


@cache
def suffixes_of_types() -> Mapping[str, str]:
    """The suffix of the files that what comes with a media type is read as, by media type."""
    return {**{each.media_type: each.suffixes[0] for each in _formats() if each.suffixes}, **_OTHER_TYPES}


@cache
def _formats() -> tuple[ContentFormat, ...]:
    from memcon.extract.formats import FORMATS  # reading pages is slow to load, and most commands read none

    return FORMATS


@cache
def _suffixes() -> Mapping[str, str]:
    return {**{suffix: each.name for each in _formats() for suffix in each.suffixes}, **_CONTAINERS, **_OF_MEMBERS}


@cache
def _magic() -> tuple[tuple[bytes, str], ...]:
    return (*((begins, each.name) for each in _formats() for begins in each.begins), *_MAGIC)


def sniff(head: bytes, suffix: str) -> str:
    """The name of the format of an input from its first bytes and its name's `suffix` ("" when it has none).

    A known suffix decides, with three exceptions: what begins like another format though its name says text ("a page saved as `.txt`") is of that
    format, `.json` with one record a line is JSONL, and what is called a PDF or an archive but does not begin like one is none.
    """
    known, by_name = _suffixes(), _suffixes().get(suffix.lower())
    by_bytes = next((name for begins, name in _magic() if head.startswith(begins)), None)
    of_bytes = {"docx", *(name for _, name in _magic())}
    if by_bytes == "zip" and by_name == "docx":
        return "docx"
    if by_bytes is not None and (by_name in (None, "text") or by_name in of_bytes):
        return by_bytes
    if by_name in of_bytes and by_bytes is None:
        by_name = None  # an error page that was saved as a PDF
    if by_name is None and known.get(suffix.lower()) is None:
        by_name = "mbox" if _MBOX.match(head) else "mail" if _MAIL.match(head) else None
    start = _plain(head)
    if by_name in (None, "text") and _HTML.match(start):
        return "html"
    if by_name == "json" or (by_name is None and _RECORD.match(start)):
        return "jsonl" if has_record_lines(start) else "json"
    return by_name or "text"


def has_record_lines(start: bytes) -> bool:
    """Whether the first line is a whole JSON object and another object begins after it."""
    line, newline, rest = start.lstrip().partition(b"\n")
    if not newline or not line.startswith(b"{") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _plain(head: bytes) -> bytes:
    """The first bytes without a byte order mark and, for UTF-16, without the zero bytes of ASCII characters."""
    for bom in _BOMS:
        if head.startswith(bom):
            head = head[len(bom) :]
            return head.replace(b"\0", b"") if len(bom) == 2 else head
    return head
