"""Web pages: the article's text, its headings and captions, and the page's metadata. Nothing is executed and nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from memcon.domain.documents import Block, BlockKind
from memcon.domain.spans import Span
from memcon.extract.headlines import is_prose, is_same_title
from memcon.extract.page_metadata import read_metadata

MAX_TEXT = 2_000_000
"""The most characters of visible text in a page that is read."""

_DROPPED = ("script", "style", "noscript", "template", "svg", "iframe", "object", "form", "figcaption")
_NOT_ARTICLE = frozenset({"aside", "nav", "footer", "header"})
_INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLOCKS = frozenset(
    {"p", "head", "item", "quote", "row", "list", "table", "code", "fw", "div", "body", "comments", "main"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of a page as paragraphs between blank lines, the blocks that markup tells, and its metadata. `text` is empty
    when there is no article."""

    text: str
    blocks: tuple[Block, ...]
    stated: Mapping[str, str]


def read_page(source: str) -> Page:
    """The article of a page, with recall before precision: a lost sentence is a lost event.

    The title leads the text, unless the article repeats it there; captions follow it at the end. Raises `ValueError` when the
    source is no HTML at all or holds too much text.
    """
    tree = _parse(source)
    stated = read_metadata(tree)
    captions = list(dict.fromkeys(_captions(tree)))
    _drop(tree)
    if sum(len(t) for t in tree.itertext()) > MAX_TEXT:
        raise ValueError(f"more than {MAX_TEXT:,} characters of text")
    pieces = _article(tree)
    if not _is_article(pieces, tree):
        return Page(text="", blocks=(), stated=stated)
    title = stated.get("title")
    if title is not None and not any(is_same_title(words, title) for _, words in pieces[:6]):
        pieces.insert(0, ("title", title))
    body = {words for _, words in pieces}
    pieces += [("caption", c) for c in captions if c not in body]
    return _build(pieces, title, stated)


def _drop(tree: Any) -> None:
    """Takes out of a page what is never its text."""
    for element in list(tree.iter(*_DROPPED)):
        if element.getparent() is not None:
            element.drop_tree()


def _build(pieces: list[tuple[BlockKind | None, str]], title: str | None, stated: Mapping[str, str]) -> Page:
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, words in pieces:
        span = Span(at, at + len(words))
        if kind is not None:
            is_title = kind == "heading" and title is not None and is_same_title(words, title)
            blocks.append(Block(kind="title" if is_title else kind, span=span))
        parts.append(words)
        at = span.end + 2
    return Page(text="\n\n".join(parts), blocks=tuple(blocks), stated=stated)


def _parse(source: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(_INVALID.sub(" ", source).encode("utf-8"), parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ValueError("nothing in it is HTML") from error
    return tree


def _captions(tree: Any) -> Iterator[str]:
    """The captions of figures that stand in no side column, menu or footer."""
    for caption in tree.iter("figcaption"):
        if not any(a.tag in _NOT_ARTICLE for a in caption.iterancestors()):
            words = " ".join(caption.text_content().split())
            if words:
                yield words


# --- article ---------------------------------------------------------------------------------------------------------------


def _article(tree: Any) -> list[tuple[BlockKind | None, str]]:
    """The article's pieces in order. Short articles are read again with a lower threshold, which keeps their paragraphs apart."""
    for name in ("htmldate", "trafilatura"):  # they log what is a Problem here, and their own housekeeping, as errors
        logging.getLogger(name).setLevel(logging.CRITICAL)
    from trafilatura.meta import reset_caches  # half a second to import, and only pages need it

    try:
        first = _extract(tree, None)
        if len(first) > 2:
            return first
        second = _extract(tree, "1")
        return second if _length(second) >= 0.6 * _length(first) else first
    finally:
        reset_caches()


def _length(pieces: list[tuple[BlockKind | None, str]]) -> int:
    return sum(len(words) for _, words in pieces)


def _extract(tree: Any, threshold: str | None) -> list[tuple[BlockKind | None, str]]:
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    if threshold is not None:
        config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = threshold
    try:
        found = trafilatura.bare_extraction(
            tree,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            with_metadata=False,
            config=config,
        )
    except Exception as error:  # whatever hostile markup provokes in there costs this one page
        raise ValueError(f"the page's markup could not be followed ({type(error).__name__})") from error
    body = getattr(found, "body", None)
    return [] if body is None else [piece for piece in _pieces(body) if piece[1]]


def _pieces(element: Any) -> Iterator[tuple[BlockKind | None, str]]:
    """The block-level pieces of trafilatura's tree; inline elements are joined to the text around them, line breaks part it."""
    kind: BlockKind | None = "heading" if element.tag == "head" else None
    open_text: list[str] = [element.text or ""]
    for child in element:
        is_block = child.tag in _BLOCKS and element.tag != "row"
        if is_block or child.tag == "lb":
            yield kind, _squeeze(open_text)
            yield from _pieces(child) if is_block else ()
            open_text = [child.tail or ""]
        else:
            open_text += _inline(child)
    yield kind, _squeeze(open_text)


def _inline(child: Any) -> tuple[str, str]:
    """The words of an inline element or of a table's cell, and what stands between it and the next."""
    words = "".join(child.itertext())
    if child.tag == "cell":
        return " ".join(words.split()), " | " if child.getnext() is not None else ""
    return words if child.tag != "graphic" else "", child.tail or ""


def _squeeze(texts: list[str]) -> str:
    return " ".join("".join(texts).split())


def _is_article(pieces: list[tuple[BlockKind | None, str]], tree: Any) -> bool:
    """Whether there is a paragraph of prose that is not wholly a link."""
    links = {" ".join("".join(a.itertext()).split()) for a in tree.iter("a")}
    return any(kind is None and is_prose(words) and words not in links for kind, words in pieces)
