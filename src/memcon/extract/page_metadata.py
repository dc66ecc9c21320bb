"""What a web page says about itself: JSON-LD first, then OpenGraph and other meta tags, then <time>, <title> and <html lang>."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from memcon.domain.dates import interval_of
from memcon.domain.metadata import MANY, META_NAMES, NAMES, SCHEMA_NAMES, plain_name
from memcon.extract.date_lines import read_date_line, read_mixed_line

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
    for key in ("byline", "publisher"):
        if "://" in found.get(key, ""):
            del found[key]  # an address of the author's page or of the site, no name
    if "title" in found and "publisher" in found:
        found["title"] = _without_name(found["title"], found["publisher"])
    return found


# --- JSON-LD ---------------------------------------------------------------------------------------------------------------


def _from_json_ld(tree: Any) -> dict[str, str]:
    nodes = [node for script in tree.iter("script") for node in _nodes(_json_of(script))]
    found: dict[str, str] = {}
    named = _named_by_id(nodes)
    articles = [n for n in nodes if _types(n) & ARTICLE_TYPES]
    for node in sorted(articles, key=lambda n: "WebPage" in _types(n)):
        for key, read in _JSON_LD.items():
            value = read(node, named)
            if value and key not in found:
                found[key] = value
    return found


def read_updates(tree: Any) -> list[Mapping[str, object]]:
    """The updates of a live blog as the page's JSON-LD has them."""
    scripts = (script for script in tree.iter("script") if _UPDATES in (script.text or ""))
    nodes = [node for script in scripts for node in _nodes(_json_of(script))]
    found = (update for node in nodes if "LiveBlogPosting" in _types(node) for update in _listed(node.get(_UPDATES)))
    return [update for update in found if isinstance(update, Mapping)]


_UPDATES = "liveBlogUpdate"


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _json_of(script: Any) -> object:
    """The JSON-LD of a script element; None for another script, and for one that is too long or can't be read."""
    kind = (script.get("type") or "").split(";")[0].strip().lower()
    if kind != "application/ld+json" or not script.text or len(script.text) > _MAX_JSON:
        return None
    try:
        value: object = json.loads(_WRAPPING.sub("", script.text).strip().strip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
    return value


_WRAPPING = re.compile(
    r"\A[\s\ufeff]*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)?[\s\ufeff]*|\s*(?:(?://\s*)?-->|(?://|/\*)?\s*\]\]>\s*(?:\*/)?)\s*\Z"
)
"""What old pages wrap around a script to hide it from older readers: a comment, a CDATA section, a byte order mark."""


def _named_by_id(nodes: list[Mapping[str, object]]) -> Mapping[str, str]:
    """The names of the objects of a page that others point to by their `@id`."""
    named = ((node.get("@id"), node.get("name")) for node in nodes)
    return {at: name.strip() for at, name in named if isinstance(at, str) and isinstance(name, str) and name.strip()}


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


def _text_at(*keys: str) -> Callable[[Mapping[str, object], Mapping[str, str]], str | None]:
    """Reads the first of `keys` that has a string, or an object's or list's names; `named` are the objects that others point to."""

    def read(node: Mapping[str, object], named: Mapping[str, str]) -> str | None:
        reads = (_names(node.get(key), named, is_address=key in _ADDRESSES) for key in keys)
        return next((text for text in reads if text), None)

    return read


_ADDRESSES = frozenset({"url", "mainEntityOfPage"})
"""Keys whose objects are addresses: there an object's own address is the value; elsewhere it only points to what has a name."""


def _names(value: object, named: Mapping[str, str], *, is_address: bool) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        return _name_of(value, named, is_address=is_address)
    if isinstance(value, list):
        items = (item for item in value[:20] if not isinstance(item, list))
        found = [name for item in items if (name := _names(item, named, is_address=is_address))]
        return "; ".join(found) or None
    return None


def _name_of(value: Mapping[str, object], named: Mapping[str, str], *, is_address: bool) -> str | None:
    """What an object is called: by itself, or by the object of the page that it points to; an address names nobody."""
    at = value.get("@id")
    name = _names(value.get("name"), named, is_address=is_address)
    if name or not isinstance(at, str):
        return name
    return (at.strip() or None) if is_address else named.get(at)


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
    """The time that is marked as that of publication, else the only day that the times above the text name."""
    times = [t for t in tree.iter("time") if t.get("datetime") and not _is_of_another_part(t)]
    marked = [t for t in times if _is_of_publication(t)]
    bare = [t for t in times if not _is_in_sentence(t)]
    if marked or len({t.get("datetime")[:10] for t in bare}) == 1:
        return str((marked or bare)[0].get("datetime"))
    return _line_of_date(tree) if not times else None


def _line_of_date(tree: Any) -> str | None:
    """The date of a line of its own between the only main heading and the first paragraph; extraction takes such lines for furniture."""
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        return None
    for element in islice(headings[0].xpath("following::*[not(*)] | following::p"), _MAX_HEAD):
        words = " ".join(element.text_content().split())
        if element.tag == "p" and len(words.split()) >= _PARAGRAPH:
            return None
        dates = () if _is_of_another_part(element) else (*read_date_line(words), *read_mixed_line(words))
        told = [d.edtf for d in dates if d.role != "updated" and interval_of(d.edtf)]
        if told:
            return words if len(dates) == 1 else told[0]
    return None


_MAX_HEAD, _PARAGRAPH = 60, 12
"""How many elements may stand between heading and text, and how many words make a paragraph."""


_OTHER_PARTS = re.compile(
    r"(?<![a-z])(?:comments?|responses?|replies|discussion|disqus|related|recommended|recommendations?|more|most|popular|trending|latest|teasers?"
    r"|sidebar|widget|promo|footer|read-?next|up-?next|see-?also|you-?may)(?![a-z])",
    re.IGNORECASE,
)
"""Names by which pages mark what is not the article: comments, lists of other stories, columns beside it."""
_BESIDE = frozenset({"aside", "nav", "footer"})


def _is_of_another_part(element: Any) -> bool:
    """Whether an element stands in a comment, a list of other stories, a side column, or a story within the story."""
    return sum(a.tag == "article" for a in element.iterancestors()) > 1 or is_named_other_part(element)


def is_named_other_part(element: Any) -> bool:
    """Whether what stands around an element is named as a comment, a list of other stories or a side column."""
    return any(
        a.tag in _BESIDE or _OTHER_PARTS.search(f"{a.get('class') or ''} {a.get('id') or ''}")
        for a in element.iterancestors()
        if a.tag not in ("html", "body", "main")
    )


def _is_in_sentence(time: Any) -> bool:
    """Whether a time stands inside a sentence ("The next round is on 1 December in Tokyo"), whose event's day it then is."""
    paragraph = next((a for a in time.iterancestors() if a.tag in _PARAGRAPHS), None)
    if paragraph is None:
        return False
    words = "".join(paragraph.itertext()).replace("".join(time.itertext()), " ", 1)
    return len(words.split()) >= _SENTENCE and words.rstrip(" \"'”’)").endswith((".", "!", "?"))


_PARAGRAPHS = frozenset({"p", "li", "td", "blockquote"})
_SENTENCE = 5
"""Words beside a time that make a sentence of it, where a full stop ends them."""


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
