"""The stage on one screen: decode, find the article, tell its blocks apart, read its masthead and its date."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.domain.documents import Block, Capture, Document
from memcon.domain.ids import content_id
from memcon.domain.plain import with_blanks, without_quote_marks
from memcon.domain.problems import Problem
from memcon.domain.spans import Span
from memcon.extract.blocks import lay_out
from memcon.extract.characters import unseen_problems
from memcon.extract.content import Content
from memcon.extract.formats import FORMATS
from memcon.extract.formats import text as plain_text
from memcon.extract.headlines import begins_with_title, can_stand_above, is_same_title
from memcon.extract.language import READABLE_LANGUAGES, detect_language, is_readable
from memcon.extract.lines import has_words
from memcon.extract.masthead import find_byline, find_publisher, find_tags, find_title, find_wire, value_of
from memcon.extract.posts import find_posts
from memcon.extract.published import find_publication, year_of_dateline

MAX_CHARACTERS = 2_000_000
"""The most characters of one document; a long book has about a million."""


_HEAD = 12
"""Blocks within which a title is looked for."""


_READERS = {each.media_type: each.read for each in FORMATS}


def extract(capture: Capture) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in a capture, and what is wrong with it. Pure; never raises for what a capture contains.

    The document is None when a fatal problem left no text. A text in a language that is not read comes back whole, with its `language`, and
    with the fatal problem `language_not_supported`. The id depends on the text alone.
    """
    content = _content(capture)
    if content.text is None:
        return None, content.problems
    text, ref = content.text, capture.ref
    if (refusal := _refusal(text, ref)) is not None:
        return None, (*content.problems, refusal)
    document, problems = _document(text, content, capture)
    if not is_readable(document.language):
        problems = (*problems, _not_supported(document, ref))
    return document, (*content.problems, *problems, *unseen_problems(text, ref=ref))


def _document(text: str, content: Content, capture: Capture) -> tuple[Document, tuple[Problem, ...]]:
    stated, seen = content.stated, without_quote_marks(with_blanks(text))
    layout = lay_out(seen, title=value_of(stated, "title"), marked=content.blocks)
    title = find_title(seen, layout.blocks, stated)
    publication, problems = find_publication(
        seen,
        layout.blocks,
        layout.dateline,
        metadata=value_of(stated, "published"),
        given=capture.given_published,
        ref=capture.ref,
        changed=value_of(stated, "updated"),
        came=capture.came,
    )
    document = Document(
        id=content_id("doc", text),
        ref=capture.ref,
        text=text,
        title=title,
        publisher=find_publisher(seen, layout, stated),
        wire=find_wire(seen, layout, stated),
        byline=find_byline(seen, layout.blocks, stated),
        dateline=year_of_dateline(layout.dateline, publication.published),
        published=publication.published,
        published_time=publication.time,
        published_basis=publication.basis,
        published_span=publication.span,
        updated=publication.updated,
        language=detect_language(_running_text(seen, layout.blocks), value_of(stated, "language")),
        url=value_of(stated, "url"),
        tags=find_tags(seen, layout.blocks, stated),
        blocks=(*_headline(seen, layout.blocks, title), *layout.blocks),
        posts=find_posts(seen, layout.blocks, content.posts, published=publication.published),
    )
    return document, problems


def _headline(text: str, blocks: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The title as a block of its own, where it came beside a text that doesn't have it and can be read as a headline."""
    if title is None or not can_stand_above(title) or any(b.kind == "title" for b in blocks):
        return ()
    if begins_with_title(text, title) or any(is_same_title(b.span.of(text), title) for b in blocks[:_HEAD]):
        return ()
    return (Block(kind="title", span=Span(0, len(title), "title")),)


def _content(capture: Capture) -> Content:
    """The text of a capture by its media type; what no format claims is taken for plain text."""
    if not capture.data.strip() and "text" not in capture.stated:
        return Content(text=None, problems=(_empty(capture.ref),))
    return _READERS.get(capture.media_type, plain_text.read)(capture)


def _refusal(text: str, ref: str) -> Problem | None:
    """Why a text can't be a document at all."""
    if not text.strip():
        return _empty(ref)
    if len(text) > MAX_CHARACTERS:
        return Problem(
            code="too_long",
            message=f"{len(text):,} characters; a document has at most {MAX_CHARACTERS:,}",
            hint="split it into its documents, and give each as a file or a record",
            ref=ref,
            span=Span(MAX_CHARACTERS, len(text)),
        )
    if not has_words(text):
        return Problem(
            code="no_words", message="there is no word in the text", hint="check that the export worked", ref=ref
        )
    return None


def _empty(ref: str) -> Problem:
    return Problem(
        code="empty", message="there is no text in it", hint="check that the download or export worked", ref=ref
    )


def _running_text(text: str, blocks: Sequence[Block]) -> str:
    """The paragraphs, else the titles and captions, else everything."""
    for kinds in (("body",), ("title", "heading", "caption")):
        found = [b.span.of(text) for b in blocks if b.kind in kinds]
        if found:
            return "\n".join(found)
    return text


def _not_supported(document: Document, ref: str) -> Problem:
    return Problem(
        code="language_not_supported",
        message=f"the text is in {document.language!r}; memcon reads {', '.join(READABLE_LANGUAGES)}",
        hint="the document is kept; give a translation as a document of its own to have it read",
        ref=ref,
        span=next((b.span for b in document.blocks if b.kind == "body"), None),
    )
