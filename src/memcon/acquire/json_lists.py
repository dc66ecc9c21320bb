"""The values of a JSON list one at a time, so that memory grows with the longest of them and not with the list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK = re.compile(r"[ \t\n\r]*+")
_MARK = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
_SCALAR = re.compile(r'"(?:[^"\\]++|\\.)*+"|[^\s,\[\]{}"]++', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A value of a list, from 1: decoded, or why it could not be. `is_last` where what follows it could not be found."""

    n: int
    value: object = None
    error: Exception | None = None
    size: int = 0
    is_last: bool = False


def list_items(text: str, *, limit: int) -> Iterator[Item]:
    """The values of the list that `text` is. One of more than `limit` characters is not decoded and has its `size` only. What is no list from some place on
    is one item with an error, the last."""
    at, n = _after_blank(text, _after_blank(text, 0) + 1), 0
    if text[at : at + 1] == "]":
        at, n = _after_blank(text, at + 1), 0
        if at < len(text):
            yield _broken(text, at, n + 1, "Extra data")
        return
    while True:
        n += 1
        end = _end_of(text, at)
        if end is None:
            yield _broken(text, at, n, "Expecting value" if at >= len(text) else "Unterminated value")
            return
        yield Item(n=n, size=end - at) if end - at > limit else _decoded(text, at, end, n)
        at = _after_blank(text, end)
        mark, at = text[at : at + 1], _after_blank(text, at + 1)
        if mark == "]":
            if at < len(text):
                yield _broken(text, at, n + 1, "Extra data")
            return
        if mark != ",":
            yield _broken(text, min(at, len(text)), n + 1, "Expecting ',' delimiter")
            return


def _after_blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return at if found is None else found.end()


def _end_of(text: str, at: int) -> int | None:
    """Where the value ends that begins at a place; None where it does not end."""
    if text[at : at + 1] not in ("{", "["):
        found = _SCALAR.match(text, at)
        return found.end() if found else None
    depth = 0
    for mark in _MARK.finditer(text, at):
        first = text[mark.start()]
        if first in "{[":
            depth += 1
        elif first in "}]":
            depth -= 1
            if depth == 0:
                return mark.end()
    return None


def _decoded(text: str, start: int, end: int, n: int) -> Item:
    try:
        return Item(n=n, value=json.loads(text[start:end]), size=end - start)
    except (ValueError, RecursionError) as error:
        return Item(n=n, error=error, size=end - start)


def _broken(text: str, at: int, n: int, reason: str) -> Item:
    return Item(n=n, error=json.JSONDecodeError(reason, text, at), is_last=True)
