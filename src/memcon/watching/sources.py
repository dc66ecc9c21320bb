"""Which sources are watched: adding one means to look at it first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from memcon.acquire.feeds import read_feed
from memcon.acquire.http import Failed, Fetched, Fetcher
from memcon.acquire.http.pages import fetch_of
from memcon.acquire.http.refusals import Refusal
from memcon.acquire.refs import storable
from memcon.domain.feeds import Feed, Watched
from memcon.domain.problems import Problem
from memcon.errors import UsageError
from memcon.store import watched
from memcon.store.ledger import LedgerStore

LONGEST_NAME = 100

_NOT_A_FEED = re.compile(r"(?:image|video|audio|font|multipart|model)/|application/(?:pdf|zip|msword|vnd\.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A feed as it was found at its address, and how it came."""

    feed: Feed
    got: Fetched


def watched_sources(store: LedgerStore) -> tuple[tuple[Watched, dict[str, int]], ...]:
    """Every source that is watched, and how many of its entries are in each state."""
    with store.at() as at:
        counts = watched.entry_counts(at.connection)
        return tuple((source, counts.get(source.name, {})) for source in watched.all_sources(at.connection))


def look_at(fetcher: Fetcher, address: str, *, now: str) -> Looked | Failed | Problem:
    """The feed at an address, or why there is none. Keeps nothing."""
    got = fetcher.fetch(address, check=check_kind)
    if isinstance(got, Failed):
        return got
    feed = read_feed(got.data, got.final, today=now, charset=got.charset)
    return feed if isinstance(feed, Problem) else Looked(feed=feed, got=got)


def add_source(
    store: LedgerStore,
    fetcher: Fetcher,
    address: str,
    *,
    name: str | None = None,
    every: int | None = None,
    is_from_now: bool = False,
    is_unchecked: bool = False,
    now: Callable[[], str],
) -> tuple[Watched, Feed | None]:
    """Watches the source at an address from now on, under a name (by default its host's), every so many seconds; what it lists already waits to be read, or is passed over with `is_from_now`.

    Raises `UsageError` where it is no feed, unless that `is_unchecked`; where it is watched already; and where the name is taken or is none.
    """
    with store.at() as at:
        held = watched.all_sources(at.connection)
    same = next((source.name for source in held if source.address == address), None)
    if same is not None:
        raise UsageError(f"{address} is watched already, as {same!r}", hint=f"memcon watch --once {same}")
    chosen = _name(name, address, {source.name for source in held})
    source = Watched(name=chosen, address=address, added_at=now(), every=every, allows_private=fetcher.allows_private)
    if is_unchecked:
        fetcher.check_address(address)
        with store.writing() as book:
            watched.add_source(book.connection, source)
        return source, None
    looked = look_at(fetcher, address, now=now())
    if not isinstance(looked, Looked):
        problem = looked.problem if isinstance(looked, Failed) else looked
        raise UsageError(f"can't watch {problem.ref}: {problem.message}", hint=problem.hint)
    return _kept(store, source, looked, now=now(), is_from_now=is_from_now), looked.feed


def remove_source(store: LedgerStore, name: str) -> None:
    """Watches a source no longer. What was read of it stays. Raises `UsageError` where none has the name."""
    with store.writing() as book:
        if not watched.remove_source(book.connection, name):
            raise UsageError(f"no source is called {name!r}", hint="memcon source list names them")


def check_kind(final: str, media_type: str) -> None:
    """Refuses what can be no feed before it is fetched."""
    if _NOT_A_FEED.match(media_type):
        raise Refusal(
            code="feed_not_readable",
            message=f"what stands at this address is {media_type[:100]!r}",
            hint="give the address of the feed itself",
        )


def _kept(store: LedgerStore, source: Watched, looked: Looked, *, now: str, is_from_now: bool) -> Watched:
    feed, got = looked.feed, looked.got
    source = replace(source, kind=feed.kind, title=feed.title, validators=got.validators, read_at=now, next_at=now)
    store.keep_fetch(fetch_of(got, at=now, source=source.name))
    with store.writing() as book:
        watched.add_source(book.connection, source)
        watched.take_in_entries(
            book.connection,
            source.name,
            feed.entries,
            now=now,
            may_be_private=got.is_private,
            state="passed_over" if is_from_now else "waiting",
        )
    return source


def _name(given: str | None, address: str, taken: set[str]) -> str:
    if given is not None:
        name = storable(given.strip())
        if not name or len(name) > LONGEST_NAME or not name.isprintable() or name.startswith("-"):
            raise UsageError(f"no name for a source: {given[:120]!r}", hint="give a short word, as --name fjord-mail")
        if name in taken:
            raise UsageError(f"a source is called {name!r} already", hint="give another --name")
        return name
    host = re.sub(r"^(?:www|feeds?|rss)\.", "", urlsplit(address).hostname or "source")
    names = [host, *(f"{host}-{n}" for n in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)
