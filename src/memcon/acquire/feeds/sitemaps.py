"""Sitemaps, those of news among them: what a site has, and when it was changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from memcon.acquire.feeds.found import Found, NoFeedError, Parsed

MOST = 50_000
"""Pages, or sitemaps, that a sitemap may name, by its own rules."""


def parse(text: str) -> Parsed:
    """The pages that a sitemap names, or the sitemaps. Raises `NoFeedError` for what can't be read."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise NoFeedError("feed_not_readable", f"not valid XML: {str(error)[:200]}", "tell its publisher") from error
    if root is None:
        raise NoFeedError("feed_not_readable", "not valid XML: there is nothing in it", "tell its publisher")
    if _name(root) == "sitemapindex":
        return Parsed(kind="sitemap", parts=tuple(_parts(root)))
    return Parsed(kind="sitemap", found=tuple(_pages(root)))


def _pages(root: Any) -> Iterator[Found]:
    """Those of articles, where the sitemap tells which these are; else all."""
    pages = [_told(url) for url in root[:MOST] if _name(url) == "url"]
    news = [page for page in pages if "news" in page]
    for page in news or pages:
        told = {name: words.strip() for name, words in page.items()}
        yield Found(
            link=told.get("loc"),
            title=told.get("title") if "news" in page else None,
            published=told.get("publication_date"),
            updated=told.get("lastmod"),
        )


def _told(url: Any) -> dict[str, str]:
    """What stands in the elements of one page; nothing where that is in characters that are none, which the parser lets by."""
    try:
        return {_name(each): each.text or "" for each in url.iter()}
    except UnicodeDecodeError:
        return {}


def _parts(root: Any) -> Iterator[Found]:
    for each in root[:MOST]:
        told = {name: words.strip() for name, words in _told(each).items()}
        if told.get("loc"):
            yield Found(link=told["loc"], updated=told.get("lastmod"))


def _name(element: Any) -> str:
    """The element's name without its namespace."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
