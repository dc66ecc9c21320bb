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
def _formats() -> tuple[ContentFormat, ...]:
    from memcon.extract.formats import FORMATS  # reading pages is slow to load, and most commands read none

    return FORMATS


@cache
def _suffixes() -> Mapping[str, str]:
    return {**{suffix: each.name for each in _formats() for suffix in each.suffixes}, **_CONTAINERS}


def sniff(head: bytes, suffix: str) -> str:
    """The name of the format of an input from its first bytes and its name's `suffix` ("" when it has none).

    A known suffix decides, with two exceptions: what begins like another format though its name says text ("a page saved as `.txt`") is of that
    format, and `.json` with one record a line is JSONL.
    """
    by_name = _suffixes().get(suffix.lower())
    by_bytes = next((each.name for each in _formats() if each.begins and head.startswith(each.begins)), None)
    if by_name in (None, "text") and by_bytes is not None:
        return by_bytes
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
