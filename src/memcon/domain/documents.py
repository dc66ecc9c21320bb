"""The bytes as they came, and the clean text with its metadata."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from memcon.domain.spans import Evidence, Span

PublishedBasis = Literal["stated", "metadata", "given", "inferred", "unknown"]
"""How the publication date is known: `stated` in the text, in the `metadata` of the page or record, `given` by the
user, `inferred` from what the text says about other dates, or `unknown`."""

BlockKind = Literal[
    "title", "heading", "date_line", "byline", "body", "caption", "copyright", "tags", "credit", "boilerplate"
]
"""What a block of text is. Only `title`, `heading`, `body` and `caption` are read as language; a `caption` is evidence for
what it says but never the article's running text; `credit` is a line that names the agency or the outlet only ("Yonhap")."""

READ_BLOCKS: frozenset[BlockKind] = frozenset({"title", "heading", "body", "caption"})
HEADINGS: frozenset[BlockKind] = frozenset({"title", "heading"})
"""Blocks that stand over others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One input as it came from the world, before anything was understood.

    `ref` is the id, path or address that the input gave. `data` are its bytes; `media_type` is one of `text/plain`,
    `text/markdown`, `text/html`, `application/json` (one record), `application/pdf` or that of Word documents. `stated` holds metadata that came beside the text: keys
    `id title published publisher url language text wire byline`, and `charset`, all strings, absent when not known. `given_published`
    is what the user said (`--published`). `announced` is what another place, a feed, said of it, under the same keys: it counts where neither the input nor
    what came beside it says so.
    """

    ref: str
    data: bytes
    media_type: str
    stated: Mapping[str, str] = field(default_factory=dict)
    given_published: str | None = None
    announced: Mapping[str, str] = field(default_factory=dict)
    came: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that is one thing: a paragraph, a title, a caption. Blocks are in order and do not overlap.

    A first block whose span is of the field `title` is the title of metadata, to be read as a headline above a text that does not have it.
    """

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a dispatch says it was written: "SEOUL, Nov. 3 (Yonhap) --". `date` is EDTF or None."""

    place: str | None
    date: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A part of a running report that was written at a time of its own: an entry of a live blog. `published` is a day (EDTF), `time` the time of
    day with its zone as far as that is told."""

    span: Span
    published: str
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The text of a document before it was made plain for reading.

    `lead` characters of `title` and a break were set above it; `dropped` are the places in the plain text before which a character was left
    out, in order, as often as there were such characters.
    """

    text: str
    title: str | None = None
    lead: int = 0
    dropped: tuple[int, ...] = ()

    def offset(self, start: int) -> int:
        """Where a character of the plain text stands in `text`; below zero in the title above it."""
        return start + bisect_right(self.dropped, start) - self.lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Clean text with its metadata. `text` never changes; all spans point into it, or into `title` where they say so.

    `published` is an EDTF string: a day where known (`2025-12-16`), coarser or an interval where only that is implied, None when
    unknown. `published_time` is the time of day with zone as far as stated ("08:51", "08:51+09:00"). `published_span` is
    where the text says so (basis `stated` or `inferred`). `updated` is when it was last updated or corrected, as far as that is said.
    """

    id: str
    ref: str
    text: str
    title: str | None = None
    publisher: str | None = None
    wire: str | None = None
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: str | None = None
    published_time: str | None = None
    published_basis: PublishedBasis = "unknown"
    published_span: Span | None = None
    updated: str | None = None
    language: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    posts: tuple[Post, ...] = ()
    """In order, none in another; what stands in none was written when the document was."""
    original: Original | None = None
    """What `text` was before it was made plain for reading (memcon.domain.plain); None outside annotate and coding."""

    @property
    def headline(self) -> str | None:
        """The title, where it is read though the text does not have it."""
        return self.title if self.blocks and self.blocks[0].span.field == "title" else None

    def offset(self, start: int) -> int:
        """Where a character of `text` stands in the text as it came; below zero in a title set above it."""
        return self.original.offset(start) if self.original else start

    def words_at(self, span: Span) -> str:
        """What stands at `span`, in the text or in the title; nothing where the document has no such place."""
        return span.of(self.text if span.field == "text" else self.title or "")

    def cite(self, span: Span) -> Evidence:
        """The evidence for what stands at `span`."""
        return Evidence(span=span, quote=self.words_at(span))


def day_written(document: Document, start: int) -> str | None:
    """The EDTF date on which what begins at a place of the text was written: its post's, else the document's."""
    n = bisect_right(document.posts, start, key=lambda post: post.span.start) - 1
    return document.posts[n].published if n >= 0 and start < document.posts[n].span.end else document.published


def read_blocks(document: Document) -> list[Span]:
    """The places of the blocks that are read as language."""
    return [block.span for block in document.blocks if block.kind in READ_BLOCKS]
