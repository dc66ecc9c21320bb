"""The world comes in: paths, folders, addresses on the web, standard input and records become Captures, or Problems that say why not.

Never understands text, never fetches what nobody named, never raises for what an input contains.
"""

from __future__ import annotations

from memcon.acquire.inputs import MAX_BYTES, acquire
from memcon.acquire.records import RECORD_KEYS, from_records

__all__ = ["MAX_BYTES", "RECORD_KEYS", "acquire", "from_records"]
