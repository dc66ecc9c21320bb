"""RSS and Atom in all their editions, by feedparser.

It is given bytes in a stream, since it opens a file or fetches an address where it is given a text that looks like one; with nothing of HTTP, by whose media types it would guess encodings anew;
and its links are not made absolute by it. Where it fails with an exception of its own (it does so for some broken feeds) the feed is not readable.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping
from typing import Any

from memcon.acquire.feeds.found import Found, NoFeedError, Parsed, date_of, first_of, utc
from memcon.extract.markup import bounded

MOST = 5_000
"""Entries that are looked at."""

LONGEST = 4_000_000
"""Characters of a feed. Feeds of news have some ten thousand."""

MOST_ELEMENTS = 50_000
"""Elements of a feed: feedparser takes some 50 millionths of a second for each. A thousand entries have some ten thousand."""

MOST_REFERENCES = 500_000
"""Characters that are written by their names or numbers ("&amp;"), which are replaced one by one."""

_PERSONS = re.compile(
    r"(</?(?:[^\s<>/:]*+:)?)(?=(?:author|creator|managingeditor|webmaster|publisher|owner|contributor)[\s/>])", re.I
)
"""Elements of persons. Nothing of them is used, and feedparser looks for their e-mail addresses in a time that grows with the square of the text; under another name it passes them over."""

_CDATA = "<![CDATA["


def parse(text: str) -> Parsed:
    """The entries of a feed in XML. Raises `NoFeedError` where there are none to be found."""
    import feedparser

    _check_size(text)
    text = _PERSONS.sub(r"\1unread-", bounded(text, is_xml=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            # Decoded already: its declaration was taken off, and without one XML is UTF-8.
            stream = io.BytesIO(text.encode("utf-8", "replace"))
            parsed = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
        except Exception as error:
            raise _not_readable(f"reading it stopped with {type(error).__name__}") from error
        if not parsed.version and not parsed.entries:
            raise _not_readable(str(parsed.get("bozo_exception") or "no feed is known that is like it"))
        is_rdf = parsed.version in ("rss090", "rss10")
        found = tuple(_found(entry, is_rdf=is_rdf) for entry in parsed.entries[:MOST])
        return Parsed(
            kind="Atom" if parsed.version.startswith("atom") else "RSS",
            title=first_of([parsed.feed.get("title")]),
            found=found,
        )


def _check_size(text: str) -> None:
    """Raises `NoFeedError` for what would keep feedparser busy for longer than some ten seconds."""
    counts = (
        (len(text), LONGEST, "characters"),
        (_elements(text), MOST_ELEMENTS, "elements"),
        (text.count("&"), MOST_REFERENCES, "ampersands"),
    )
    for count, most, words in counts:
        if count > most:
            raise NoFeedError(
                "too_large", f"more than {most:,} {words} in one feed", "ask its publisher for a shorter one"
            )


def _elements(text: str) -> int:
    """How many tags there are, those in the text of articles (CDATA) left out."""
    count, at = 0, 0
    while (start := text.find(_CDATA, at)) >= 0:
        count += text.count("<", at, start)
        end = text.find("]]>", start)
        if end < 0:
            return count
        at = end
    return count + text.count("<", at)


def _found(entry: Any, *, is_rdf: bool) -> Found:
    """An entry. RSS in RDF has one date, which feedparser takes for that of a change."""
    contents = [each.get("value") for each in entry.get("content", ()) if isinstance(each, Mapping)]
    return Found(
        id=first_of([entry.get("id")]),
        link=first_of([entry.get("feedburner_origlink"), _alternate(entry), entry.get("link")]),
        title=first_of([entry.get("title")]),
        published=_date(entry, "published") or _date(entry, "updated" if is_rdf else "created"),
        updated=None if is_rdf else _date(entry, "updated"),
        summary=first_of([entry.get("summary")]),
        content=first_of(contents),
    )


def _alternate(entry: Any) -> str | None:
    """The link to the article as a page, where there are several kinds."""
    links = [link for link in entry.get("links", ()) if link.get("rel", "alternate") == "alternate"]
    pages = [link for link in links if "html" in str(link.get("type", "html"))]
    return first_of(link.get("href") for link in [*pages, *links])


def _date(entry: Any, name: str) -> str | None:
    """As it is written, where that can be read with its zone; else as feedparser reads it, in UTC."""
    if name not in entry:
        return None
    told = entry[name]
    if isinstance(told, str) and (date := date_of(told)):
        return date
    parts = entry.get(f"{name}_parsed")
    try:
        return utc(parts) if parts else None
    except (ValueError, OverflowError):
        return None


def _not_readable(why: str) -> NoFeedError:
    return NoFeedError(
        "feed_not_readable", f"no feed can be read here: {why[:200]}", "open it in a browser; tell its publisher"
    )
