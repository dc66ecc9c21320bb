"""A source: the entries of a minute book, as records of the reading contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

HEAD = re.compile(r"^== *(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}) *\| *(?P<title>.+?) *== *$", re.MULTILINE)


def read_minutes(place: str) -> Iterator[dict[str, object]]:
    """The entries of the book at the path `place`, in its order. Raises `OSError` for a file that can't be read: memcon tells of it."""
    text = Path(place).read_text(encoding="utf-8")
    heads = list(HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        yield {
            "id": f"{Path(place).name} {head['day']} {head['title']}",
            "title": head["title"],
            "published": head["day"],
            "publisher": "Minute book",
            "text": text[head.end() : end].strip(),
        }
