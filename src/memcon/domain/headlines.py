"""A title that came beside the text is read as a headline above it.

The stages of reading know one text. `set_above` gives them one that begins with the title; `take_apart` sends every place in what they
found back to where it is: to the document's text, or to its title.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

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
    lead = len(title) + len(_BREAK)
    below = _moved(replace(document, blocks=document.blocks[1:]), lambda span: Span(span.start + lead, span.end + lead))
    headline = Block(kind="title", span=Span(0, len(title)))
    return replace(below, text=title + _BREAK + document.text, blocks=(headline, *below.blocks), lead=lead)


def take_apart(reading: Reading) -> Reading:
    """The reading with its title beside its text again, and every place where it is in one of the two.

    Times of the title and places in it where actors are named are left out: those lists are of the text.
    """
    lead = reading.document.lead
    if lead is None:
        return reading
    read: Reading = _moved(reading, lambda span: _own_place(span, lead))
    document = replace(read.document, text=read.document.text[lead:], lead=None)
    times = tuple(t for t in read.times if t.span.field == "text")
    actors = tuple(replace(a, mentions=tuple(m for m in a.mentions if m.field == "text")) for a in read.actors)
    return replace(read, document=document, times=times, actors=actors)


def _own_place(span: Span, lead: int) -> Span:
    if span.start < lead:
        return Span(span.start, min(span.end, lead - len(_BREAK)), "title")
    return Span(span.start - lead, span.end - lead)


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
    return cast(T, found)


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))
