"""What a web page says about itself: JSON-LD first, then OpenGraph and other meta tags, then <time>, <title> and <html lang>."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from memcon.domain.metadata import MANY, META_NAMES, NAMES, SCHEMA_NAMES, plain_name

ARTICLE_TYPES: frozenset[str] = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "SocialMediaPosting",
        "Report",
        "PressRelease",
        "GovernmentService",
        "WebPage",
        "TechArticle",
    ]
)
"""schema.org types that describe the text of a page; a WebPage is heard only for what an article does not say."""

_MAX_JSON = 500_000
_MAX_NODES = 2_000
_TITLE_SEPARATOR = re.compile(r"\s+[|•·»—–-]\s+|\s*::\s*")


def read_metadata(tree: Any) -> dict[str, str]:
    """The metadata of a parsed page (an lxml element) under the keys of `Capture.stated`, and `tags`."""
    found: dict[str, str] = {}
    for read in (_from_json_ld, _from_meta, _from_elements):
        for key, value in read(tree).items():
            clean = " ".join(value.split())
            if clean and key not in found:
                found[key] = clean
    if "title" in found and "publisher" in found:
        found["title"] = _without_name(found["title"], found["publisher"])
    if "byline" in found and "://" in found["byline"]:
        del found["byline"]  # an address of the author's page, no name
    return found


# --- JSON-LD ---------------------------------------------------------------------------------------------------------------


def _from_json_ld(tree: Any) -> dict[str, str]:
    nodes = [node for script in tree.iter("script") for node in _nodes(_json_of(script))]
    found: dict[str, str] = {}
    articles = [n for n in nodes if _types(n) & ARTICLE_TYPES]
    for node in sorted(articles, key=lambda n: "WebPage" in _types(n)):
        for key, read in _JSON_LD.items():
            value = read(node)
            if value and key not in found:
                found[key] = value
    return found


def _json_of(script: Any) -> object:
    """The JSON-LD of a script element; None for another script, and for one that is too long or can't be read."""
    kind = (script.get("type") or "").split(";")[0].strip().lower()
    if kind != "application/ld+json" or not script.text or len(script.text) > _MAX_JSON:
        return None
    try:
        value: object = json.loads(script.text.strip().strip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
    return value


def _nodes(value: object) -> Iterator[Mapping[str, object]]:
    """All objects in a JSON-LD value, breadth first, of bounded number: lists, graphs and the main entity."""
    queue: list[object] = [value]
    for seen, item in enumerate(queue):
        if seen > _MAX_NODES:
            return
        if isinstance(item, list):
            queue.extend(item[:100])
        elif isinstance(item, Mapping):
            yield item
            queue.extend(item[k] for k in ("@graph", "mainEntity") if isinstance(item.get(k), list | Mapping))


def _types(node: Mapping[str, object]) -> set[str]:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return {n.rsplit("/", 1)[-1] for n in names if isinstance(n, str)}


def _text_at(*keys: str) -> Callable[[Mapping[str, object]], str | None]:
    """Reads the first of `keys` that has a string, or an object's or list's names."""

    def read(node: Mapping[str, object]) -> str | None:
        return next((text for key in keys if (text := _names(node.get(key)))), None)

    return read


def _names(value: object) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        return _names(value.get("name")) or _names(value.get("@id"))
    if isinstance(value, list):
        found = [name for item in value[:20] if not isinstance(item, list) and (name := _names(item))]
        return "; ".join(found) or None
    return None


_JSON_LD = {key: _text_at(*names) for key, names in SCHEMA_NAMES.items()}


# --- meta tags and elements --------------------------------------------------------------------------------------------------


def _from_meta(tree: Any) -> dict[str, str]:
    values = _meta_values(tree)
    found: dict[str, str] = {}
    for key, names in META_NAMES.items():
        told = next((values[n] for n in map(plain_name, (*names, *NAMES[key])) if n in values), None)
        if told is not None:
            found[key] = "; ".join(dict.fromkeys(told)) if key in MANY else told[0]
    return found


def _meta_values(tree: Any) -> dict[str, list[str]]:
    """What the meta tags say under each of their names."""
    values: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for name in (plain_name(meta.get(attribute) or "") for attribute in _META_ATTRIBUTES):
            if name and content:
                values.setdefault(name, []).append(content[:2000])
    return values


_META_ATTRIBUTES = ("property", "name", "itemprop", "http-equiv")


def _from_elements(tree: Any) -> dict[str, str]:
    told = {key: read(tree) for key, read in _ELEMENTS.items()}
    return {key: value for key, value in told.items() if value}


def _title_of(tree: Any) -> str | None:
    """The page's only main heading, else its window title without the site's name."""
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = tree.find(".//title")
    return None if title is None else _without_site(" ".join(title.text_content().split()))


def _published_of(tree: Any) -> str | None:
    """The time that is marked as that of publication, else the only day that the page's times name."""
    times = [t for t in tree.iter("time") if t.get("datetime")]
    marked = [t for t in times if _is_of_publication(t)]
    if marked or len({t.get("datetime")[:10] for t in times}) == 1:
        return str((marked or times)[0].get("datetime"))
    return None


def _is_of_publication(time: Any) -> bool:
    return time.get("pubdate") is not None or "publi" in (time.get("itemprop") or time.get("class") or "").lower()


def _address_of(tree: Any) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next(links, None)


def _language_of(tree: Any) -> str | None:
    language: str | None = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return language


_ELEMENTS: Mapping[str, Callable[[Any], str | None]] = {
    "title": _title_of,
    "published": _published_of,
    "url": _address_of,
    "language": _language_of,
}


def _without_name(title: str, publisher: str) -> str:
    """A title without the publisher's name behind or before it."""
    parts = _TITLE_SEPARATOR.split(title)
    kept = [p for p in (parts[0], parts[-1]) if p.casefold() != publisher.casefold()]
    return kept[0] if len(parts) == 2 and len(kept) == 1 else title


def _without_site(title: str) -> str:
    """A window title without the site's name after it: the longest of the parts, if it comes first."""
    parts = _TITLE_SEPARATOR.split(title)
    return parts[0] if len(parts) > 1 and len(parts[0]) == max(map(len, parts)) else title
