"""`memcon source`: which feeds are watched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.options import Span, json_option, ledger_option, private_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.domain.feeds import Entry, Feed, Watched
    from memcon.domain.problems import Problem
    from memcon.report.layout import Line

SHOWN = 10
"""Entries of a feed that are shown."""


@click.group("source")
def source_group() -> None:
    """Say which feeds, sitemaps and sources of plugins memcon watch reads.

    \b
    Examples:
      memcon source test https://www.example.org/news/rss.xml
      memcon source add https://www.example.org/news/rss.xml --name example --every 2h
      memcon source list
      memcon source remove example
    """


@source_group.command("add")
@click.argument("address")
@click.option("--name", metavar="NAME", help="How to call it.  [default: its host]")
@click.option("--every", type=Span(), metavar="TIME", help="Read it this often: 30m, 2h, 1d.  [default: as memcon watch says]")  # fmt: skip
@click.option("--from-now", "is_from_now", is_flag=True, help="Pass over what it lists already; only what comes is read.")  # fmt: skip
@click.option("--unchecked", "is_unchecked", is_flag=True, help="Add it without looking at it first.")
@private_option
@ledger_option
def add_command(
    address: str,
    name: str | None,
    every: int | None,
    is_from_now: bool,
    is_unchecked: bool,
    allows_private: bool,
    ledger: str | None,
) -> None:
    """Watch the feed or sitemap at ADDRESS from now on.

    RSS, Atom, JSON Feed and sitemaps are known, and the sources of plugins, as PLUGIN:PLACE. What it lists is read by the next memcon watch. With --allow-private it may be in your own network, now and then.
    """
    from memcon.cli.ledgers import writable_ledger
    from memcon.cli.readers import make_fetcher
    from memcon.cli.terminal import print_text, tell
    from memcon.report.layout import visible
    from memcon.store.ledger import utc_now
    from memcon.watching import add_source

    with writable_ledger(ledger) as (book, _), make_fetcher(allows_private=allows_private) as fetcher:
        source, feed = add_source(
            book,
            fetcher,
            address,
            name=name,
            every=every,
            is_from_now=is_from_now,
            is_unchecked=is_unchecked,
            now=utc_now,
        )
    if feed is None:
        print_text(f"{visible(source.name)}: added unseen")
        return
    waiting = "passed over" if is_from_now else "waiting to be read"
    print_text(f"{visible(source.name)}: {_described(feed)}, {waiting}")
    for problem in feed.problems:
        tell(visible(problem.message), problem.hint)
    if not is_from_now:
        tell("nothing was read yet", "memcon watch --once reads what waits, memcon watch goes on with it")


@source_group.command("list")
@ledger_option
@json_option
def list_command(ledger: str | None, as_json: bool) -> None:
    """Print the sources, when each was read last and will be read next, what waits, and why one could not be read."""
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_json, print_lines, tell
    from memcon.watching import watched_sources

    with existing_ledger(ledger) as book:
        found = watched_sources(book)
    for source, counts in found:
        if as_json:
            print_json(source_record(source, counts))
        else:
            print_lines(_source_lines(source, counts))
    if not found:
        tell("nothing is watched", "memcon source add ADDRESS adds a feed")


@source_group.command("remove")
@click.argument("name")
@ledger_option
def remove_command(name: str, ledger: str | None) -> None:
    """Watch the source NAME no longer. What was read of it stays in the ledger."""
    from memcon.cli.ledgers import writable_ledger
    from memcon.cli.terminal import print_text
    from memcon.report.layout import visible
    from memcon.watching import remove_source

    with writable_ledger(ledger) as (book, _):
        remove_source(book, name)
    print_text(f"{visible(name)}: watched no longer")


@source_group.command("test")
@click.argument("place", metavar="NAME|ADDRESS")
@private_option
@ledger_option
@json_option
@click.pass_context
def test_command(context: click.Context, place: str, allows_private: bool, ledger: str | None, as_json: bool) -> None:
    """Fetch a feed and print what it lists; keep nothing.

    NAME is that of a source that is watched. With --json, one object for each entry.
    """
    from memcon.cli.app import SOME_FAILED
    from memcon.cli.failures import tell_failures
    from memcon.cli.terminal import print_json, print_lines, tell
    from memcon.domain.problems import Problem
    from memcon.report.layout import visible

    feed = _look_at(*_address(place, ledger, allows_private))
    if isinstance(feed, Problem):
        tell_failures([feed], failed=1, total=1)
        context.exit(SOME_FAILED)
    if as_json:
        for entry in feed.entries:
            print_json(entry_record(entry))
    else:
        print_lines(_feed_lines(feed))
    for remark in feed.problems:
        tell(visible(remark.message), remark.hint)


def source_record(source: Watched, counts: dict[str, int]) -> dict[str, object]:
    """A source as data; `entries` are counts by state."""
    return {
        "name": source.name,
        "address": source.address,
        "kind": source.kind,
        "title": source.title,
        "every": source.every,
        "allows_private": source.allows_private,
        "added_at": source.added_at,
        "read_at": source.read_at,
        "next_at": source.next_at,
        "failures": source.failures,
        "why": source.why,
        "entries": counts,
    }


def entry_record(entry: Entry) -> dict[str, object]:
    """An entry of a feed as data."""
    return {
        "address": entry.address,
        "title": entry.title,
        "published": entry.published,
        "updated": entry.updated,
        "is_whole": entry.content is not None,
    }


def _look_at(address: str, allows_private: bool) -> Feed | Problem:
    """What stands at an address, or what a plugin's source has."""
    from memcon.acquire.http import Failed
    from memcon.acquire.refs import is_address
    from memcon.cli.readers import make_fetcher
    from memcon.domain.problems import Problem
    from memcon.store.ledger import utc_now
    from memcon.watching import list_records, look_at

    if not is_address(address):
        return list_records(address)
    with make_fetcher(allows_private=allows_private) as fetcher:
        looked = look_at(fetcher, address, now=utc_now())
    if isinstance(looked, Failed):
        return looked.problem
    return looked if isinstance(looked, Problem) else looked.feed


def _address(place: str, ledger: str | None, allows_private: bool) -> tuple[str, bool]:
    """The address of a source that is watched, or the one that is given, and whether it may be in one's own network."""
    from memcon.acquire.refs import is_address
    from memcon.acquire.sources import source_named
    from memcon.cli.ledgers import existing_ledger
    from memcon.errors import UsageError
    from memcon.watching import watched_sources

    if is_address(place) or source_named(place) is not None:
        return place, allows_private
    with existing_ledger(ledger) as book:
        found = {source.name: source for source, _ in watched_sources(book)}
    if place not in found:
        raise UsageError(f"no source is called {place!r}", hint="give its address, whole: https://…")
    return found[place].address, found[place].allows_private or allows_private


def _described(feed: Feed) -> str:
    from memcon.report.layout import visible

    title = f" “{visible(feed.title)}”" if feed.title else ""
    count = len(feed.entries)
    return f"{feed.kind}{title}, {count} {'entry' if count == 1 else 'entries'}"


def _feed_lines(feed: Feed) -> Iterator[Line]:
    from memcon.report.layout import Piece, line, visible

    yield line(Piece(_described(feed), "title"))
    for entry in feed.entries[:SHOWN]:
        margin = Piece((entry.published or entry.updated or "")[:10], "label")
        yield line(visible(entry.title or "(no title)"), margin=margin, indent=12)
        yield line(Piece(visible(entry.address or "in the source itself"), "faint"), indent=12)
    if len(feed.entries) > SHOWN:
        yield line(f"and {len(feed.entries) - SHOWN} more", indent=12)


def _source_lines(source: Watched, counts: dict[str, int]) -> Iterator[Line]:
    from memcon.report.layout import Piece, line, visible

    yield line(Piece(visible(source.name), "strong"), f"  {visible(source.address)}")
    told = f"read {source.read_at or 'never'}"
    if source.next_at:
        told += f"; next {source.next_at}"
    words = {"done": "read", "waiting": "waiting", "failed": "failed", "passed_over": "passed over"}
    parts = [f"{counts[state]} {word}" for state, word in words.items() if counts.get(state)]
    yield line(f"{told}; {', '.join(parts) or 'no entries'}", indent=4)
    if source.why:
        times = f" ({source.failures} times)" if source.failures > 1 else ""
        yield line(Piece(f"could not be read{times}: {visible(source.why)}", "off"), indent=4)
