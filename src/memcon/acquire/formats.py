"""What kind of input some bytes are: by the name's suffix, and by how they begin."""

from __future__ import annotations

import json
import re
from typing import Literal

Format = Literal["text", "markdown", "html", "json", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

MEDIA_TYPES: dict[Format, str] = {"text": "text/plain", "markdown": "text/markdown", "html": "text/html"}

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:[^-]|-(?!->)){0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b",
    re.I,
)
_RECORD = re.compile(rb'\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[\{"]|\]\s*$))')
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def sniff(head: bytes, suffix: str) -> Format:
    """The format of an input from its first bytes and its name's `suffix` ("" when it has none).

    A known suffix decides, with two exceptions: a page saved as `.txt` is still a page, and `.json` with one record a line is JSONL.
    """
    by_name = SUFFIXES.get(suffix.lower())
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
