"""Web pages: the article's text, its headings and captions, and the page's metadata. Nothing is executed and nothing is fetched."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, count
from typing import Any

from lxml import etree, html

from memcon.domain.documents import Block, BlockKind, Post
from memcon.domain.spans import Span
from memcon.extract.date_lines import read_date_line
from memcon.extract.elements import elements
from memcon.extract.headlines import is_prose, is_same_title
from memcon.extract.json_ld import read_updates
from memcon.extract.lines import is_left_open
from memcon.extract.markup import bounded
from memcon.extract.page_comments import drop_comments
from memcon.extract.page_metadata import read_metadata
from memcon.extract.page_posts import PagePost, read_posts

MAX_TEXT = 2_000_000
"""The most characters of visible text in a page that is read."""

MOST_ELEMENTS, MOST_BESIDE = 250_000, 20_000
"""The most elements of a page, and of one of its elements; an article has a few thousand."""

_DROPPED, _NOT_ARTICLE, _INLINE = elements("dropped"), elements("beside", "head"), elements("inline")
_INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNSEEN = re.compile(
    r"\x1b\[[0-9;]*[A-Za-z]|[\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]"
)
"""What no reader of a page sees, and by which a sentence would seem to have no end."""
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
    posts: tuple[Post, ...] = ()


def read_page(source: str) -> Page:
    """The article of a page, with recall before precision: a lost sentence is a lost event.

    The title leads the text, unless the article repeats it there; captions follow it at the end. Raises `ValueError` when the
    source is no HTML at all or holds too much text.
    """
    tree = _parse(source)
    _check_size(tree)
    stated, updates = read_metadata(tree), read_updates(tree)
    captions = list(dict.fromkeys(_captions(tree)))
    _drop(tree)
    drop_comments(tree)
    if sum(len(t) for t in tree.itertext()) > MAX_TEXT:
        raise ValueError(f"more than {MAX_TEXT:,} characters of text")
    above, posts = read_posts(tree, updates)
    pieces = above + [piece for post in posts for piece in post.pieces] if posts else _article(tree)
    if not _is_article(pieces, tree):
        return Page(text="", blocks=(), stated=stated)
    title = stated.get("title")
    if title is not None:
        pieces = _led_by_title(pieces, title)
    ends = len(pieces)
    body = {words for _, words in pieces}
    pieces += [("caption", c) for c in captions if c not in body]
    page = _build(pieces, title, stated)
    return replace(page, posts=tuple(_placed(posts, [words for _, words in pieces[:ends]])))


def _placed(posts: Sequence[PagePost], words: Sequence[str]) -> Iterator[Post]:
    """The posts of a page where they stand in the text that its pieces make; they are the last of these."""
    starts = list(accumulate((len(each) + len(_BREAK) for each in words), initial=0))
    at = len(words) - sum(len(post.pieces) for post in posts)
    for post in posts:
        last = at + len(post.pieces)
        yield Post(span=Span(starts[at], starts[last] - len(_BREAK)), published=post.published, time=post.time)
        at = last


def _check_size(tree: Any) -> None:
    """Raises `ValueError` for a page of more elements than can be looked through: the time grows with the square of those that stand in one."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise ValueError(f"more than {MOST_ELEMENTS:,} elements")
    if any(len(element) > MOST_BESIDE for element in tree.iter()):
        raise ValueError(f"more than {MOST_BESIDE:,} elements side by side")


def _drop(tree: Any) -> None:
    """Takes out of a page what is never its text, and parts what stands beside each other without a blank."""
    for element in list(tree.iter(*_DROPPED)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter(*_INLINE)):
        if _runs_into_next(element):
            element.tail = " "
            if read_date_line(" ".join("".join(element.itertext()).split())):
                element.addnext(element.makeelement("br"))


def _runs_into_next(element: Any) -> bool:
    """Whether an inline element ends in a whole word, and another begins at once with a capital or a figure; a big first letter is none."""
    beside = element.getnext()
    if element.tail or beside is None or beside.tag not in _INLINE:
        return False
    words, more = "".join(element.itertext()), "".join(beside.itertext())
    return len(words) > 1 and words[-1].isalnum() and (more[:1].isupper() or more[:1].isdigit())


def _led_by_title(pieces: list[tuple[BlockKind | None, str]], title: str) -> list[tuple[BlockKind | None, str]]:
    """The pieces with the title before the running text: added where the article lacks it, moved where the text was put before it."""
    at = next((n for n, (_, words) in enumerate(pieces[:6]) if is_same_title(words, title)), None)
    if at is None:
        return [("title", title), *pieces]
    is_late = any(kind is None and is_prose(words) for kind, words in pieces[:at])
    return [pieces[at], *pieces[:at], *pieces[at + 1 :]] if is_late else pieces


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
        at = span.end + len(_BREAK)
    return Page(text=_BREAK.join(parts), blocks=tuple(blocks), stated=stated)


_BREAK = "\n\n"
"""What stands between the pieces of a page."""


def _parse(source: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(
            _INVALID.sub(" ", _UNSEEN.sub("", bounded(source))).encode("utf-8"), parser=parser, ensure_head_body=True
        )
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
        if next(_READ) % BETWEEN == 0:
            reset_caches()


_READ = count(1)
BETWEEN = 200
"""Pages after which what the library keeps of them is let go: with that it looks through all of memory for garbage, which takes an eighth of a second once a language model is loaded."""


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
        if child.tag == "lb" and _goes_on(_squeeze(open_text[-_LAST:]), (child.tail or "").lstrip()):
            open_text += [" ", child.tail or ""]
        elif is_block or child.tag == "lb":
            yield kind, _squeeze(open_text)
            yield from _pieces(child) if is_block else ()
            open_text = [child.tail or ""]
        else:
            open_text += _inline(child)
    yield kind, _squeeze(open_text)


_LAST = 20
"""Pieces of text before a line break that are looked at for its end; a line of nothing but more breaks has no other."""

_ENDED = re.compile(r"""[.!?…:;][)"'”’\]]{0,3}$""")


def _goes_on(words: str, more: str) -> bool:
    """Whether a line break stands within a sentence: nothing ends it, and the next line goes on small, or the last word asks for more."""
    if not words or not more or _ENDED.search(words):
        return False
    return more[0].islower() or is_left_open(words)


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
