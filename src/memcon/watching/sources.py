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
from memcon.acquire.sources import check_source, source_named
from memcon.domain.feeds import Entry, Feed, Listed, Watched
from memcon.domain.fetches import UNTOLD, Validators
from memcon.domain.problems import Problem
from memcon.errors import UsageError
from memcon.store import watched
from memcon.store.ledger import LedgerStore
from memcon.watching.following import follow
from memcon.watching.records import take_in_records

LONGEST_NAME = 100

_NOT_A_FEED = re.compile(r"(?:image|video|audio|font|multipart|model)/|application/(?:pdf|zip|msword|vnd\.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A feed as it was found at its address, and how it came; of a sitemap of sitemaps what was `asked` for it beside, and with `failed` what could not be had now."""

    feed: Feed
    got: Fetched
    asked: tuple[Fetched | Failed, ...] = ()
    failed: Failed | None = None

    @property
    def validators(self) -> Validators:
        """By what it can be told that nothing has changed: a sitemap of sitemaps may be what it was where those are not."""
        return UNTOLD if self.feed.parts else self.got.validators


def watched_sources(store: LedgerStore) -> tuple[tuple[Watched, dict[str, int]], ...]:
    """Every source that is watched, and how many of its entries are in each state."""
    with store.at() as at:
        counts = watched.entry_counts(at.connection)
        return tuple((source, counts.get(source.name, {})) for source in watched.all_sources(at.connection))


def look_at(fetcher: Fetcher, address: str, *, now: str) -> Looked | Failed | Problem:
    """The feed at an address, or why there is none. Keeps nothing."""
    got = fetcher.fetch(address, check=check_kind)
    return got if isinstance(got, Failed) else look_into(got, fetcher, now=now)


def look_into(got: Fetched, fetcher: Fetcher, *, now: str, since: str | None = None) -> Looked | Problem:
    """The feed that came; of a sitemap of sitemaps what these list that were changed `since` (UTC)."""
    feed = read_feed(got.data, got.final, today=now, charset=got.charset)
    if isinstance(feed, Problem):
        return feed
    if not feed.parts:
        return Looked(feed=feed, got=got)
    asked: list[Fetched | Failed] = []
    followed = follow(feed, got, fetcher, now=now, since=since, told=asked.append)
    return Looked(feed=followed.feed, got=got, asked=tuple(asked), failed=followed.failed)


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
    """Watches the source at an address, or a plugin's ("NAME:PLACE"), from now on, under a name (by default its host's, or the plugin's), every so many seconds; what it lists already waits to be read, or is
    passed over with `is_from_now`.

    Raises `UsageError` where it is no feed, unless that `is_unchecked`; where it is watched already; and where the name is taken or is none. Raises `PluginError` for a plugin that can't be loaded.
    """
    with store.at() as at:
        held = watched.all_sources(at.connection)
    same = next((source.name for source in held if source.address == address), None)
    if same is not None:
        raise UsageError(f"{address} is watched already, as {same!r}", hint=f"memcon watch --once {same}")
    chosen = _name(name, address, {source.name for source in held})
    plugin = source_named(address)
    source = Watched(
        name=chosen, address=address, added_at=now(), every=every, allows_private=fetcher.allows_private and not plugin
    )
    if plugin is not None:
        check_source(plugin)
        if not is_unchecked:
            return _with_records(store, source, now=now, is_from_now=is_from_now)
    if is_unchecked:
        if plugin is None:
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
    is_whole = looked.failed is None
    source = replace(
        source,
        kind=feed.kind,
        title=feed.title,
        validators=looked.validators,
        read_at=now if is_whole else None,
        next_at=now,
    )
    for each in (got, *looked.asked):
        store.keep_fetch(fetch_of(each, at=now, source=source.name))
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


def _with_records(
    store: LedgerStore, source: Watched, *, now: Callable[[], str], is_from_now: bool
) -> tuple[Watched, Feed]:
    source = replace(source, kind="records", read_at=now(), next_at=now())
    with store.writing() as book:
        watched.add_source(book.connection, source)
    found = take_in_records(store, source, now=now, state="passed_over" if is_from_now else "waiting")
    if found.failure is not None:
        remove_source(store, source.name)
        raise UsageError(f"can't watch {source.address}: {found.failure.message}", hint=found.failure.hint)
    with store.at() as at:
        entries = tuple(map(_entry, watched.entries_of(at.connection, source.name)))
    return source, Feed(kind="records", title=None, entries=entries, problems=tuple(found.problems))


def _entry(listed: Listed) -> Entry:
    return Entry(key=listed.key, content="", fingerprint=listed.fingerprint)


def _name(given: str | None, address: str, taken: set[str]) -> str:
    if given is not None:
        name = storable(given.strip())
        if not name or len(name) > LONGEST_NAME or not name.isprintable() or name.startswith("-"):
            raise UsageError(f"no name for a source: {given[:120]!r}", hint="give a short word, as --name fjord-mail")
        if name in taken:
            raise UsageError(f"a source is called {name!r} already", hint="give another --name")
        return name
    own = source_named(address) or urlsplit(address).hostname or "source"
    host = re.sub(r"^(?:www|feeds?|rss)\.", "", own)
    names = [host, *(f"{host}-{n}" for n in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)
