"""Markdown: what its markup says about blocks, and its front matter. The text itself stays as given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from memcon.domain.documents import Block
from memcon.domain.spans import Span

_FRONT = re.compile(r"---[ \t]*\r?\n((?:.*\r?\n){0,60}?)---[ \t]*(?:\r?\n|\Z)")
_ENTRY = re.compile(r"^([A-Za-z_][\w-]{0,30})[ \t]*:[ \t]*(.+?)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S[^\r\n]*?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)
_IMAGE = re.compile(r"^[ \t]*!\[[^\]\r\n]{0,500}\]\([^)\r\n]{0,500}\)[ \t]*\r?$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)

_NAMES = {
    "title": "title", "headline": "title", "date": "published", "published": "published", "pubdate": "published", "author": "byline",
    "authors": "byline", "byline": "byline", "publisher": "publisher", "source": "publisher", "site": "publisher", "url": "url", "link": "url",
    "canonical": "url", "lang": "language", "language": "language", "tags": "tags", "keywords": "tags",
}  # fmt: skip
"""What front matter calls things, and what memcon calls them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """Blocks known from markup, in order, and the metadata of the front matter."""

    blocks: tuple[Block, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)


def read_markup(text: str) -> Markup:
    """Headings (the first of the first level is the title), pictures, and YAML front matter of simple `key: value` lines."""
    front = _FRONT.match(text)
    found: list[Block] = []
    stated: dict[str, str] = {}
    start = 0
    if front is not None and (entries := _ENTRY.findall(front[1])):
        for key, value in entries:
            if name := _NAMES.get(key.lower()):
                stated.setdefault(name, value.strip("\"'[] "))
        start = front.end()
        found.append(Block(kind="boilerplate", span=Span(0, len(front[0].rstrip()))))
    has_title = False
    fences = [m.start() for m in _FENCE.finditer(text, start)]
    for match in _HEADING.finditer(text, start):
        if sum(f < match.start() for f in fences[:200]) % 2:
            continue
        is_title = not has_title and len(match[1]) == 1
        has_title = has_title or is_title
        found.append(Block(kind="title" if is_title else "heading", span=Span(*match.span(2))))
    found += [
        Block(kind="boilerplate", span=Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip())))
        for m in _IMAGE.finditer(text, start)
    ]
    return Markup(blocks=tuple(sorted(found, key=lambda b: b.span.start)), stated=stated)
