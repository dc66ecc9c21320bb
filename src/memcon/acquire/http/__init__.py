"""Pages by their address: one polite client, which reaches nothing but the public web and takes no more than it has room for.

The only place that speaks HTTP. Gives bytes or the reason why not; never understands them, never runs them, never fetches what they point to.
"""

from __future__ import annotations

from memcon.acquire.http.client import Failed, Fetched, Fetcher, Limits
from memcon.acquire.http.pages import Asked, captures_at

__all__ = ["Asked", "Failed", "Fetched", "Fetcher", "Limits", "captures_at"]
