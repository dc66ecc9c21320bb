"""One round: the feeds that are due are read, then what waits is fetched, read and added. Each step is kept before the next is taken."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from memcon.acquire.coming import came
from memcon.acquire.http import Asked, Failed, Fetcher, captures_at
from memcon.acquire.http.pages import fetch_of
from memcon.acquire.refs import is_address
from memcon.acquire.sources import capture_entry
from memcon.domain.documents import Capture
from memcon.domain.feeds import Listed, Watched
from memcon.domain.problems import Problem
from memcon.errors import UsageError
from memcon.ingest import Added, CaptureReader, add
from memcon.store import watched
from memcon.store.ledger import LedgerStore
from memcon.store.watched import TakenIn, later, waited
from memcon.watching.records import take_in_records
from memcon.watching.sources import check_kind, look_into

EVERY = 30 * 60
"""Seconds between two readings of a feed."""

MOST_TRIES = 8
"""How often an entry that can't be had now is tried, over some two days, before it is given up."""

BATCH = 16
"""Entries that are fetched before they are read: what is lost of work where it is stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRead:
    """A feed was read, and what it listed was `taken` in; `is_unchanged` where its server says that it is what it was."""

    source: Watched
    taken: TakenIn = field(default_factory=TakenIn)
    problems: tuple[Problem, ...] = ()
    is_unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFailed:
    """A feed could not be read; it is tried again at `source.next_at`."""

    source: Watched
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRead:
    """What became of an entry: the document that was `added`, or why there is none; one that waits is tried again at `entry.next_at`."""

    entry: Listed
    added: Added | None
    problems: tuple[Problem, ...] = ()


Happening = SourceRead | SourceFailed | EntryRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round works with: `now` is the clock, `every` the seconds between two readings of a source that has no own."""

    store: LedgerStore
    fetcher: Fetcher
    reader: CaptureReader
    now: Callable[[], str]
    every: int = EVERY


def run_round(at: Round, *, names: Sequence[str] = (), is_every_source: bool = False) -> Iterator[Happening]:
    """Reads the sources that are due, then the entries that wait; yields what happened, after it is kept.

    With `names` these sources alone, also before they are due; with `is_every_source` all of them but those that failed and are to be left alone for a while. Raises `UsageError` for a name
    that no source has, `LedgerError` when the ledger can't be written.
    """
    for source in _due(at, names, is_every_source=is_every_source):
        yield _read_source(at, source)
    with at.store.at() as held:
        waiting = watched.waiting_entries(held.connection, at.now(), names or None)
    entries = _in_turns(waiting)
    for start in range(0, len(entries), BATCH):
        yield from _read_entries(at, entries[start : start + BATCH])


def next_due(store: LedgerStore, every: int = EVERY) -> str | None:
    """The instant at which there is something to do again; None where nothing is watched."""
    with store.at() as at:
        sources = watched.all_sources(at.connection)
        times = [source.next_at or source.added_at for source in sources]
        if sources and (waiting := watched.next_wait(at.connection)):
            times.append(waiting)
    return min(times, default=None)


def _due(at: Round, names: Sequence[str], *, is_every_source: bool) -> list[Watched]:
    with at.store.at() as held:
        sources = watched.all_sources(held.connection)
    unknown = sorted(set(names) - {source.name for source in sources})
    if unknown:
        raise UsageError(f"no source is called {unknown[0]!r}", hint="memcon source list names them")
    if names:
        return [source for source in sources if source.name in names]
    now = at.now()
    return [source for source in sources if (source.next_at or "") <= now or (is_every_source and not source.failures)]


def _read_source(at: Round, source: Watched) -> SourceRead | SourceFailed:
    return _read_feed(at, source) if is_address(source.address) else _read_records(at, source)


def _read_records(at: Round, source: Watched) -> SourceRead | SourceFailed:
    """A source of another package."""
    found = take_in_records(at.store, source, now=at.now)
    now = at.now()
    if found.failure is not None:
        return _source_failed(at, source, found.failure, now, None)
    next_at = later(now, source.every or at.every)
    done = replace(source, kind="records", read_at=now, next_at=next_at, failures=0, why=None)
    with at.store.writing() as book:
        watched.keep_source(book.connection, done)
    return SourceRead(source=done, taken=found.taken, problems=tuple(found.problems))


def _read_feed(at: Round, source: Watched) -> SourceRead | SourceFailed:
    got = at.fetcher.fetch(
        source.address, validators=source.validators, check=check_kind, may_be_private=source.allows_private
    )
    now = at.now()
    at.store.keep_fetch(fetch_of(got, at=now, source=source.name))
    if isinstance(got, Failed):
        return _source_failed(at, source, got.problem, now, got.after)
    every = source.every or at.every
    done = replace(source, read_at=now, next_at=later(now, every), failures=0, why=None)
    if got.is_unchanged:
        with at.store.writing() as book:
            watched.keep_source(book.connection, done)
        return SourceRead(source=done, is_unchanged=True)
    looked = look_into(got, at.fetcher, now=now, since=source.read_at)
    if isinstance(looked, Problem):
        return _source_failed(at, source, looked, now, None)
    for each in looked.asked:
        at.store.keep_fetch(fetch_of(each, at=now, source=source.name))
    feed = looked.feed
    done = replace(done, kind=feed.kind, title=feed.title, validators=looked.validators)
    with at.store.writing() as book:
        if looked.failed is None:
            watched.keep_source(book.connection, done)
        taken = watched.take_in_entries(
            book.connection, source.name, feed.entries, now=now, may_be_private=got.is_private
        )
    if looked.failed is not None:  # the rest of its sitemaps is asked for again, as since the last whole reading
        return _source_failed(at, source, looked.failed.problem, now, looked.failed.after)
    return SourceRead(source=done, taken=taken, problems=feed.problems)


def _source_failed(at: Round, source: Watched, problem: Problem, now: str, after: float | None) -> SourceFailed:
    failures = source.failures + 1
    wait = max(waited(failures, source.every or at.every), after or 0.0)
    failed = replace(source, failures=failures, next_at=later(now, wait), why=f"{problem.code}: {problem.message}")
    with at.store.writing() as book:
        watched.keep_source(book.connection, failed)
    return SourceFailed(source=failed, problem=problem)


def _in_turns(waiting: Sequence[Listed]) -> list[Listed]:
    """One of each source after the other, so that the pauses of one host are used for another; what several list alike once."""
    by_source: dict[str, list[Listed]] = {}
    seen: set[str] = set()
    for entry in waiting:
        if entry.ref not in seen:
            seen.add(entry.ref)
            by_source.setdefault(entry.source, []).append(entry)
    return [entry for some in zip_longest(*by_source.values()) for entry in some if entry is not None]


def _read_entries(at: Round, entries: Sequence[Listed]) -> Iterator[EntryRead]:
    """Each of a few entries: fetched, read, added, and only then done."""
    by_ref = {entry.ref: entry for entry in entries}
    parts: dict[str, list[Added]] = {}
    put_off: list[EntryRead] = []
    for added in add(at.store, came(_captures(at, entries, put_off), at.now), at.reader, now=at.now):
        yield from put_off
        put_off.clear()
        ref = added.ref if added.ref in by_ref else added.ref.rpartition("#")[0]
        if ref == added.ref:
            yield _settled(at, by_ref.pop(ref), [added])
        elif ref in by_ref:
            parts.setdefault(ref, []).append(added)
    yield from put_off
    for ref, some in parts.items():
        if ref in by_ref:
            yield _settled(at, by_ref[ref], some)


def _captures(at: Round, entries: Sequence[Listed], put_off: list[EntryRead]) -> Iterator[Capture | Problem]:
    """What stands at the entries' addresses, or in the feed. An entry that can't be had now is put off; its problem is none of the ledger's yet."""
    for entry in entries:
        if entry.is_record:
            yield from capture_entry(entry)
            continue
        if entry.address is None:
            yield _own_text(entry)
            continue
        failures: list[Failed] = []
        asked = Asked(
            address=entry.address, source=entry.source, announced=entry.said, may_be_private=entry.may_be_private
        )
        items = captures_at(asked, at.fetcher, now=at.now, memory=at.store, told=failures.append)
        first = next(items, None)
        if failures and failures[0].is_passing and entry.tries + 1 < MOST_TRIES:
            put_off.append(_put_off(at, entry, failures[0]))
            continue
        if first is not None:
            yield first
        yield from items


def _put_off(at: Round, entry: Listed, failed: Failed) -> EntryRead:
    wait = max(waited(entry.tries + 1), failed.after or 0.0)
    tried = replace(
        entry,
        tries=entry.tries + 1,
        next_at=later(at.now(), wait),
        why=f"{failed.problem.code}: {failed.problem.message}",
    )
    with at.store.writing() as book:
        watched.keep_entry(book.connection, tried)
    return EntryRead(entry=tried, added=None, problems=(failed.problem,))


def _settled(at: Round, entry: Listed, results: Sequence[Added]) -> EntryRead:
    """An entry of which everything was kept."""
    kept = next((added for added in results if added.outcome != "failed"), None)
    problems = tuple(problem for added in results for problem in added.problems)
    fatal = next((problem for problem in problems if problem.is_fatal), None)
    why = f"{fatal.code}: {fatal.message}" if fatal and kept is None else None
    done = replace(
        entry,
        state="failed" if kept is None else "done",
        why=why,
        document=kept.document if kept else results[0].document,
        content=None if entry.is_record else entry.content,  # which the ledger has as a document now
    )
    with at.store.writing() as book:
        watched.keep_entry(book.connection, done)
    return EntryRead(entry=done, added=kept or results[0], problems=problems)


def _own_text(entry: Listed) -> Capture:
    """An article that stands in the feed alone, as a page."""
    title = html.escape(entry.said.get("title", ""))
    page = f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>{entry.content or ""}</article></body></html>'
    return Capture(ref=entry.ref, data=page.encode(), media_type="text/html", announced=entry.said)
