"""What inputs call the things they say about a text: one table for records, front matter and the meta tags of pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": (
        "published", "date", "pub_date", "published_at", "published_time", "published_date", "publish_date", "publication_date", "date_published",
    ),
    "updated": (
        "updated", "modified", "lastmod", "last_modified", "last_updated", "modified_at", "modified_time", "updated_at", "updated_time",
        "modified_date", "date_modified",
    ),
    "publisher": ("publisher", "source", "source_name", "site", "site_name"),
    "wire": ("wire",),
    "byline": ("byline", "author", "authors"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "permalink"),
    "language": ("language", "lang", "locale"),
    "tags": ("tags", "keywords"),
}  # fmt: skip
"""Key of `Capture.stated` → the names for it, the surest first. Case, hyphens and underscores don't matter."""


META_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "citation_publication_date", "citation_date",
        "pubdate", "publishdate", "publication_date", "article.published",
    ),
    "updated": ("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dc.date.modified", "dcterms.modified"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name"),
    "url": ("og:url", "twitter:url", "parsely-link"),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language"),
    "byline": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl"),
    "tags": ("keywords", "news_keywords", "article:tag", "parsely-tags", "sailthru.tags"),
}  # fmt: skip
"""The names of meta tags for each key, the best first; those of `NAMES` come after them."""

SCHEMA_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("headline", "name"),
    "published": ("datePublished", "dateCreated"),
    "updated": ("dateModified",),
    "publisher": ("publisher", "sourceOrganization"),
    "url": ("url", "mainEntityOfPage"),
    "language": ("inLanguage",),
    "byline": ("author", "creator"),
    "tags": ("keywords",),
}
"""The properties of schema.org for each key, the best first."""

MANY = frozenset({"byline", "tags"})
"""Keys that may be given several times."""


def plain_name(name: str) -> str:
    """A name as names are compared: "Source-URL", "source_url" and "sourceUrl" are one."""
    return re.sub(r"[-_ ]", "", name).lower()


def metadata_text(value: object) -> str | None:
    """A value of metadata as a string: numbers and dates are written out, what has a name is called by it, a list of these is joined; None
    for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float) or hasattr(value, "isoformat"):  # dates come from the Python API
        return str(value)
    if isinstance(value, Mapping):
        name = value.get("name")
        return name if isinstance(name, str) else None
    if isinstance(value, list | tuple):
        found = [None if isinstance(item, list | tuple) else metadata_text(item) for item in value]
        return "; ".join(text for text in found if text) if found and None not in found else None
    return None
