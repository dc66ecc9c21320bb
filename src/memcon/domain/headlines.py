"""A title that came beside the text is read as a headline above it.

The stages of reading know one text. `set_above` gives them one that begins with the title; `take_apart` sends every place in what they
found back to where it is: to the document's text, or to its title.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from memcon.domain.documents import Block, Document
from memcon.domain.reading import Reading
from memcon.domain.spans import Span

T = TypeVar("T")

_BREAK = "\n\n"


def set_above(document: Document) -> Document:
    """The document with its title above its text, where the title is to be read and the text does not have it; else as it is."""
    title = document.headline
    if title is None:
        return document
    headed = _moved(replace(document, blocks=document.blocks[1:]), lambda span: _down(span, len(title)))
    headline = Block(kind="title", span=Span(0, len(title)))
    return replace(headed, text=title + _BREAK + document.text, blocks=(headline, *headed.blocks))


def take_apart(reading: Reading, document: Document) -> Reading:
    """The reading of what `set_above` made of `document`, with its places in `document` itself.

    Times of the title and places in it where actors are named are left out: those lists are of the text.
    """
    title = document.headline
    if title is None:
        return reading
    read: Reading = _moved(reading, lambda span: _up(span, len(title)))
    own = replace(read.document, text=document.text, blocks=document.blocks)
    actors = tuple(replace(a, mentions=tuple(m for m in a.mentions if m.field == "text")) for a in read.actors)
    return replace(read, document=own, times=tuple(t for t in read.times if t.span.field == "text"), actors=actors)


def _down(span: Span, length: int) -> Span:
    return Span(span.start + length + len(_BREAK), span.end + length + len(_BREAK))


def _up(span: Span, length: int) -> Span:
    if span.start < length:
        return Span(span.start, min(span.end, length), "title")
    return Span(span.start - length - len(_BREAK), span.end - length - len(_BREAK))


def _moved(value: T, move: Callable[[Span], Span]) -> T:
    """`value` with every span in it, at whatever depth, moved."""
    found: Any = value
    if isinstance(found, Span):
        found = move(found)
    elif isinstance(found, tuple):
        found = tuple(_moved(item, move) for item in found)
    elif is_dataclass(found) and not isinstance(found, type):
        held = {name: getattr(found, name) for name in _fields(type(found))}
        moved = {name: _moved(item, move) for name, item in held.items()}
        changed = {name: item for name, item in moved.items() if item is not held[name] and item != held[name]}
        found = replace(found, **changed) if changed else found
    return found


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))
