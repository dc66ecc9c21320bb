"""What a page says about itself in JSON-LD: its article among the objects of all its scripts, and what the article's references point to.

Pages write it by hand or by templates, so it is read as leniently as browsers read markup: in comments and CDATA sections, with entities, with a comma
too many. Nothing that it points to outside of the page is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

from memcon.domain.metadata import SCHEMA_NAMES

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

Node = Mapping[str, object]

_MAX_JSON = 500_000
_MAX_NODES = 2_000
_MAX_VALUES = 20
"""Values of a script that stand behind one another."""


def read_json_ld(tree: Any, *, addresses: frozenset[str] = frozenset()) -> dict[str, str]:
    """What the page's article says of itself, under the keys of `Capture.stated`. Of several articles it is the one at one of the page's own
    `addresses`, else the first."""
    scripts = [value for script in tree.iter("script") for value in _values_of(script)]
    nodes = [node for value in scripts for node in _nodes(value, _GRAPHS)]
    named = _named_by_id([node for value in scripts for node in _nodes(value, None)])
    found: dict[str, str] = {}
    articles = [node for node in nodes if types_of(node) & ARTICLE_TYPES]
    own = [node for node in articles if _JSON_LD["url"](node, named) in addresses]
    for node in sorted(articles, key=lambda n: ("WebPage" in types_of(n), n not in own)):
        for key, read in _JSON_LD.items():
            value = read(node, named)
            if value and key not in found:
                found[key] = unescape(value)
    return found


def read_updates(tree: Any) -> list[Node]:
    """The updates of a live blog as the page's JSON-LD has them."""
    scripts = (script for script in tree.iter("script") if _UPDATES in (script.text or ""))
    nodes = [node for script in scripts for value in _values_of(script) for node in _nodes(value, _GRAPHS)]
    found = (update for node in nodes if "LiveBlogPosting" in types_of(node) for update in _listed(_at(node, _UPDATES)))
    return [update for update in found if isinstance(update, Mapping)]


_UPDATES = "liveBlogUpdate"


def types_of(node: Node) -> set[str]:
    """The types of an object, without the vocabulary that they are of."""
    return {re.split(r"[/:#]", name)[-1] for name in _listed(node.get("@type")) if isinstance(name, str)}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


# --- scripts -----------------------------------------------------------------------------------------------------------------


def _values_of(script: Any) -> list[object]:
    """The JSON-LD values of a script element; none for another script, and for one that is too long or can't be read."""
    kind = (script.get("type") or "").split(";")[0].strip().lower()
    if kind != "application/ld+json" or not script.text or len(script.text) > _MAX_JSON:
        return []
    text = _WRAPPING_BEHIND.sub("", _WRAPPING_BEFORE.sub("", script.text))
    for lenient in (str, unescape, _without_commas):
        text = lenient(text)
        values = list(_decoded(text))
        if values:
            return values
    return []


_WRAPPING_BEFORE = re.compile(r"\A(?:[\s\ufeff<>!/*\-]|\[CDATA\[)++")
_WRAPPING_BEHIND = re.compile(r"(?<=[}\]])(?:[\s;<>!/*\-]|\]\]>)*+\Z")
"""What old pages wrap around a script to hide it from older readers: comments, CDATA sections, a byte order mark."""

_LAST_COMMA = re.compile(r",(?=\s*+[}\]])")


def _without_commas(text: str) -> str:
    """Without the commas behind which nothing comes."""
    return _LAST_COMMA.sub("", text)


def _decoded(text: str) -> Iterator[object]:
    """The values that stand behind one another; none where one of them is broken."""
    found: list[object] = []
    at = 0
    while at < len(text) and len(found) < _MAX_VALUES:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        found.append(value)
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,;"))
    yield from found


_DECODER = json.JSONDecoder(strict=False)


def _nodes(value: object, keys: frozenset[str] | None) -> Iterator[Node]:
    """The objects in a JSON-LD value, breadth first, of bounded number: those in lists and under `keys`, or under any key."""
    queue: list[object] = [value]
    for seen, item in enumerate(queue):
        if seen > _MAX_NODES:
            return
        if isinstance(item, list):
            queue.extend(item[:100])
        elif isinstance(item, Mapping):
            yield item
            queue.extend(v for k, v in item.items() if (keys is None or k in keys) and isinstance(v, list | Mapping))


_GRAPHS = frozenset({"@graph", "mainEntity"})


# --- values ------------------------------------------------------------------------------------------------------------------


def _named_by_id(nodes: list[Node]) -> Mapping[str, str]:
    """The names of the objects of a page that others point to by their `@id`."""
    named = ((node.get("@id"), _at(node, "name")) for node in nodes)
    return {at: name.strip() for at, name in named if isinstance(at, str) and isinstance(name, str) and name.strip()}


def _at(node: Node, key: str) -> object:
    """What an object says under a key, also with its vocabulary's prefix."""
    return node.get(key, node.get(f"schema:{key}"))


Read = Callable[[Node, Mapping[str, str]], str | None]


def _text_at(*keys: str) -> Read:
    """Reads the first of `keys` that has a string, or an object's or list's names; `named` are the objects that others point to."""

    def read(node: Node, named: Mapping[str, str]) -> str | None:
        reads = (_names(_at(node, key), named, is_address=key in _ADDRESSES) for key in keys)
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


def _name_of(value: Node, named: Mapping[str, str], *, is_address: bool) -> str | None:
    """What an object is called: by itself, or by the object of the page that it points to; an address names nobody."""
    at = value.get("@id")
    name = _names(value.get("@value", _at(value, "name")), named, is_address=is_address)
    if name or not isinstance(at, str):
        return name
    return (at.strip() or None) if is_address else named.get(at)


_JSON_LD: Mapping[str, Read] = {key: _text_at(*names) for key, names in SCHEMA_NAMES.items()}
