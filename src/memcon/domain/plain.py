"""The plain text that is read: a document with its title above it where the text lacks it, and without what nobody reads as a word.

The stages of reading know one text of words and blanks. `make_plain` gives them one; `restore` sends every place in what they found back to
where it is in the document as it came, its text or its title, and quotes it from there.

Every space of Unicode is a blank. Soft hyphens, joiners and other marks without width are nothing, so that a word broken by them is whole.
So is a backslash before a mark or at the end of a line, by which Markdown keeps the mark or breaks the line, and the ">" before the lines of
quoted mail.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from memcon.domain.documents import Document, Original
from memcon.domain.reading import Reading
from memcon.domain.records import Phrase, Statement, When
from memcon.domain.spans import Evidence, Span
from memcon.domain.times import Timex

T = TypeVar("T")

_BREAK = "\n\n"

_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNREAD = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\\\\(?=[!-/:-@\\[-`{-~]|\r?\n)")
_QUOTE_MARKS = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
"""The marks that mail sets before each line of what it quotes."""
_ODD = re.compile(f"{_SPACES.pattern}|{_UNREAD.pattern}|(?m:{_QUOTE_MARKS.pattern})")

_DROPPED = re.compile(f"{_UNREAD.pattern}|(?m:{_QUOTE_MARKS.pattern})")


def make_plain(document: Document) -> Document:
    """The document as it is to be read; itself where it is plain already and its title needs no reading."""
    title = document.headline
    if title is None and _ODD.search(document.text) is None:
        return document
    raw = document.text if title is None else title + _BREAK + document.text
    lead = len(raw) - len(document.text)
    dropped = [at for match in _DROPPED.finditer(raw) for at in range(*match.span())]

    def place(span: Span) -> Span:
        shift = lead if span.field == "text" else 0
        start, end = span.start + shift, span.end + shift
        return Span(start - bisect_left(dropped, start), end - bisect_left(dropped, end))

    below: Document = _moved(document, place)
    before = tuple(at - n for n, at in enumerate(dropped))
    return replace(
        below, text=plain_words(raw), original=Original(text=document.text, title=title, lead=lead, dropped=before)
    )


def plain_words(text: str) -> str:
    """`text` with a blank for every space of Unicode, and without what is no part of a word."""
    return _DROPPED.sub("", with_blanks(text))


def without_quote_marks(text: str) -> str:
    """`text` with blanks for the marks before the lines of quoted mail: offsets hold."""
    return _QUOTE_MARKS.sub(lambda marks: " " * len(marks[0]), text)


def with_blanks(text: str) -> str:
    """`text` with a blank for every space of Unicode: offsets hold."""
    return _SPACES.sub(" ", text)


def restore(reading: Reading) -> Reading:
    """The reading of what `make_plain` gave, with its places in the document as it came and its quotations from there.

    Times of a title set above the text are left out: that list is of the text.
    """
    original = reading.document.original
    if original is None:
        return reading
    read: Reading = _moved(reading, lambda span: _own_place(span, original))
    document = replace(read.document, text=original.text, original=None)
    quoted: Reading = _cut_anew(replace(read, document=document), document)
    times = tuple(t for t in quoted.times if t.span.field == "text")
    return replace(quoted, times=times)


def _own_place(span: Span, original: Original) -> Span:
    start = original.offset(span.start)
    end = start if span.end == span.start else original.offset(span.end - 1) + 1
    if start < 0:
        return Span(start + original.lead, min(end + original.lead, len(original.title or "")), "title")
    return Span(start, end)


# --- through records of any shape ------------------------------------------------------------------------------------------


def _moved(value: T, move: Callable[[Span], Span]) -> T:
    """`value` with every span in it, at whatever depth, moved."""
    return cast(T, move(value)) if isinstance(value, Span) else _rebuilt(value, lambda item: _moved(item, move))


def _cut_anew(value: T, document: Document) -> T:
    """`value` with every quotation in it, at whatever depth, as `document` has it at its span."""
    found: Any = value
    if isinstance(found, Evidence):
        return cast(T, replace(found, quote=document.words_at(found.span)))
    if isinstance(found, Phrase | When | Timex):
        return cast(T, replace(found, text=document.words_at(found.span)))
    if isinstance(found, Statement):
        found = replace(
            found,
            content_text=_QUOTE_MARKS.sub("", " ".join(map(document.words_at, found.content_spans))),
            speaker_text=document.words_at(found.speaker_span) if found.speaker_span else found.speaker_text,
        )
    return cast(T, _rebuilt(found, lambda item: _cut_anew(item, document)))


def _rebuilt(value: T, change: Callable[[Any], Any]) -> T:
    """`value` with each of its items or fields changed; itself where nothing is."""
    found: Any = value
    if isinstance(found, tuple):
        items = tuple(item if type(item) in _WITHOUT_PARTS else change(item) for item in found)
        return cast(T, found if all(map(_is_same, items, found)) else items)
    if isinstance(found, Span) or not is_dataclass(found) or isinstance(found, type):
        return value
    changed = {}
    for name in _fields(type(found)):
        item = getattr(found, name)
        if item and type(item) not in _WITHOUT_PARTS and (new := change(item)) is not item:
            changed[name] = new
    return cast(T, replace(found, **changed)) if changed else value


_WITHOUT_PARTS = frozenset({str, int, float, bool, type(None)})
"""Kinds of values in which no span can stand."""


def _is_same(one: object, other: object) -> bool:
    return one is other


@functools.cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))
