"""What a web page says about itself: JSON-LD first, then OpenGraph and other meta tags, then <time>, <title> and <html lang>."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from memcon.domain.metadata import MANY, META_NAMES, NAMES, plain_name
from memcon.extract.json_ld import read_json_ld
from memcon.extract.page_dates import published_of, updated_of

_TITLE_SEPARATOR = re.compile(r"\s+[|•·»—–-]\s+|\s*::\s*")


def read_metadata(tree: Any) -> dict[str, str]:
    """The metadata of a parsed page (an lxml element) under the keys of `Capture.stated`, and `tags`."""
    found: dict[str, str] = {}
    meta, shown = _from_meta(tree), _from_elements(tree)
    addresses = frozenset(each["url"] for each in (meta, shown) if "url" in each)
    for told in (read_json_ld(tree, addresses=addresses), meta, shown):
        for key, value in told.items():
            clean = " ".join(value.split())
            if clean and key not in found:
                found[key] = clean
    for key in ("byline", "publisher"):
        if "://" in found.get(key, ""):
            del found[key]  # an address of the author's page or of the site, no name
    if "title" in found and "publisher" in found:
        found["title"] = _without_name(found["title"], found["publisher"])
    return found


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


def _address_of(tree: Any) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next(links, None)


def _language_of(tree: Any) -> str | None:
    language: str | None = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return language


_ELEMENTS: Mapping[str, Callable[[Any], str | None]] = {
    "title": _title_of,
    "published": published_of,
    "updated": updated_of,
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
