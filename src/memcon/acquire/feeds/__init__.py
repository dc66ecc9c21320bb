"""Feeds and sitemaps: the bytes of one become a list of the articles that it announces, or the problem that it is.

Takes any bytes and bounds what it makes of them; fetches nothing.
"""

from __future__ import annotations

from memcon.acquire.feeds.reading import MOST_ENTRIES, newest, read_feed

__all__ = ["MOST_ENTRIES", "newest", "read_feed"]
