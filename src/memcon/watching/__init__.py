"""Sources that are watched: what they list is fetched, read and added as it comes, each entry once.

Takes a ledger, a client and a reader; gives what happened, as it happens. What it is in the middle of when it is stopped goes on the next time.
"""

from __future__ import annotations

from memcon.watching.records import list_records
from memcon.watching.rounds import EntryRead, Happening, SourceFailed, SourceRead, next_due, run_round
from memcon.watching.sources import add_source, look_at, remove_source, watched_sources

__all__ = [
    "EntryRead",
    "Happening",
    "SourceFailed",
    "SourceRead",
    "add_source",
    "list_records",
    "look_at",
    "next_due",
    "remove_source",
    "run_round",
    "watched_sources",
]
