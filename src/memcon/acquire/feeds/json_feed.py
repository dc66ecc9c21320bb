"""JSON Feed (versions 1 and 1.1)."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping

from memcon.acquire.feeds.found import Found, NoFeedError, Parsed, first_of

MOST = 5_000
"""Items that are looked at."""


def parse(text: str) -> Parsed:
    """The items of a feed in JSON. Raises `NoFeedError` where it is none."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise NoFeedError("feed_not_readable", f"not valid JSON: {why[:200]}", "tell its publisher") from error
    items = feed.get("items")
    if "jsonfeed.org" not in str(feed.get("version", ""))[:200] or not isinstance(items, list):
        raise NoFeedError(
            "feed_not_readable",
            "JSON, but no JSON Feed (its version and its items are missing)",
            "records of articles are added by memcon add, not watched",
        )
    found = tuple(_found(item) for item in items[:MOST] if isinstance(item, Mapping))
    return Parsed(kind="JSON Feed", title=first_of([feed.get("title")]), found=found)


def _found(item: Mapping[str, object]) -> Found:
    text = first_of([item.get("content_text")])
    return Found(
        id=str(item["id"])[:2_000] if isinstance(item.get("id"), str | int) else None,
        link=first_of([item.get("url"), item.get("external_url")]),
        title=first_of([item.get("title")]),
        published=first_of([item.get("date_published")]),
        updated=first_of([item.get("date_modified")]),
        summary=first_of([item.get("summary")]),
        content=first_of([item.get("content_html")]) or (_as_html(text) if text else None),
    )


def _as_html(text: str) -> str:
    return "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n") if part.strip())
