"""Sources that other packages add, watched: what one has is remembered before it is read, as entries of a feed are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from memcon.acquire.sources import list_source
from memcon.domain.feeds import Entry, EntryState, Feed, Watched
from memcon.domain.problems import Problem
from memcon.store import watched
from memcon.store.ledger import LedgerStore
from memcon.store.watched import TakenIn

MOST_RECORDS = 10_000
"""Records of a source that are looked at each time."""

GROUP = 20
"""Records that are remembered at once, each of which may have ten million characters."""


@dataclass(slots=True, kw_only=True)
class Found:
    """What a source had: what of it was `taken` in, what is wrong with single records, and the `failure` with which it ended."""

    taken: TakenIn = field(default_factory=TakenIn)
    problems: list[Problem] = field(default_factory=list)
    failure: Problem | None = None


def take_in_records(
    store: LedgerStore, source: Watched, *, now: Callable[[], str], state: EntryState = "waiting"
) -> Found:
    """Remembers what a source has, in `state` what is new of it; what it gave before it failed is remembered too."""
    found = Found()
    for some in _groups(_entries(source.address, found)):
        with store.writing() as book:
            taken = watched.take_in_entries(book.connection, source.name, some, now=now(), state=state)
        found.taken = TakenIn(new=found.taken.new + taken.new, edited=found.taken.edited + taken.edited)
    return found


def list_records(given: str) -> Feed | Problem:
    """What the source "NAME:PLACE" has, without the texts, or why it has nothing."""
    found = Found()
    entries = tuple(replace(entry, content="") for entry in _entries(given, found))
    if found.failure is not None:
        return found.failure
    return Feed(kind="records", title=None, entries=entries, problems=tuple(found.problems))


def _entries(given: str, found: Found) -> Iterator[Entry]:
    """The records of a source; what is wrong goes to `found`."""
    for n, item in enumerate(list_source(given)):
        if n == MOST_RECORDS:
            found.problems.append(_too_many(given))
            return
        if isinstance(item, Entry):
            yield item
        elif item.code == "source_failed":
            found.failure = item
        else:
            found.problems.append(item)


def _groups(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while some := list(islice(entries, GROUP)):
        yield some


def _too_many(given: str) -> Problem:
    return Problem(
        code="feed_too_long",
        message=f"more than {MOST_RECORDS:,} records; those behind them are not looked at",
        hint="let the source give the newest first, or part what it reads",
        ref=given,
        is_fatal=False,
    )
