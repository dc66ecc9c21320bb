"""Markdown: its text without what only the markup needs, what it says about blocks, and its front matter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from memcon.domain.documents import Block
from memcon.domain.problems import Problem
from memcon.domain.spans import Span
from memcon.extract.front_matter import read_front_matter
from memcon.extract.markdown_inline import without_inline_marks

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S[^\r\n]*?)[ \t]*#*[ \t]*\r?$", re.MULTILINE)
_IMAGE = re.compile(r"^[ \t]*!\[[^\]\r\n]{0,500}\]\([^)\r\n]{0,500}\)[ \t]*\r?$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_UNREAD = re.compile(r"\\(?=[!-/:-@\[-`{-~])|(?:\\|[ \t]{2,})(?=\r?\n)")
"""A backslash that keeps the mark behind it, and what ends a line that is to be broken there."""

_MAX_FENCES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """The text, blocks known from markup, in order, the metadata of the front matter, and what is wrong with that."""

    text: str
    blocks: tuple[Block, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_markup(source: str, *, ref: str) -> Markup:
    """Headings (the first of the first level is the title), pictures, and YAML front matter.

    The text is the source without the marks inside of its lines (links, notes, emphasis), backslash escapes and hard line breaks, and without front matter too long to
    be any.
    """
    front = read_front_matter(source, ref=ref)
    if front is None:
        text = _UNREAD.sub("", without_inline_marks(source))
        return Markup(text=text, blocks=_blocks(text, 0))
    kept = "" if front.is_too_long else source[: front.end]
    text = kept + _UNREAD.sub("", without_inline_marks(source[front.end :]))
    matter = (Block(kind="boilerplate", span=Span(0, len(kept.rstrip()))),) if kept else ()
    return Markup(
        text=text,
        blocks=(*matter, *_blocks(text, len(kept))),
        stated=front.stated,
        problems=(front.problem,) if front.problem else (),
    )


def _blocks(text: str, start: int) -> tuple[Block, ...]:
    return tuple(sorted((*_headings(text, start), *_pictures(text, start)), key=lambda block: block.span.start))


def _headings(text: str, start: int) -> Iterator[Block]:
    """The headings outside of code."""
    fences = [m.start() for m in _FENCE.finditer(text, start)][:_MAX_FENCES]
    has_title = False
    for match in _HEADING.finditer(text, start):
        if bisect_left(fences, match.start()) % 2 == 0:
            is_title = not has_title and len(match[1]) == 1
            has_title = has_title or is_title
            yield Block(kind="title" if is_title else "heading", span=Span(*match.span(2)))


def _pictures(text: str, start: int) -> Iterator[Block]:
    for match in _IMAGE.finditer(text, start):
        shown = match[0].strip()
        first = match.start() + match[0].index(shown)
        yield Block(kind="boilerplate", span=Span(first, first + len(shown)))
