"""Sitemaps of sitemaps: the newest of those that one names are fetched, and what they list is taken together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from memcon.acquire.feeds import MOST_ENTRIES, newest, read_feed
from memcon.acquire.http import Failed, Fetched, Fetcher
from memcon.acquire.http.refusals import Refusal
from memcon.domain.feeds import Entry, Feed, Part
from memcon.domain.problems import Problem

MOST_SITEMAPS = 20
"""Sitemaps that are fetched for one source at one time."""

DEEPEST = 2
"""A sitemap of sitemaps may name another one, but that no further."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """What the parts of a sitemap list together. `failed` is the first of them that could not be had now, but may in a while."""

    feed: Feed
    failed: Failed | None = None


@dataclass(slots=True, kw_only=True)
class _Walk:
    """How far a sitemap was followed."""

    host: str
    day: str
    """What was not changed since is left out."""
    waiting: list[tuple[int, Part]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    asked: int = 0
    elsewhere: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failed: Failed | None = None

    def wait_for(self, parts: Iterable[Part], depth: int) -> None:
        """Puts the parts of a sitemap in front, the newest first; those without a date in their order."""
        chosen = []
        for part in sorted(parts, key=lambda part: part.updated or "9999", reverse=True):
            if part.address in self.seen:
                continue
            self.seen.add(part.address)
            if not _is_of(self.host, part.address):
                self.elsewhere += 1
            elif part.updated is None or part.updated[:10] >= self.day:
                chosen.append((depth, part))
        self.waiting[:0] = chosen


def follow(
    index: Feed,
    got: Fetched,
    fetcher: Fetcher,
    *,
    now: str,
    since: str | None = None,
    told: Callable[[Fetched | Failed], None] = lambda got: None,
) -> Followed:
    """What the parts of the sitemap `index` list, which came as `got`. `since` (UTC) is when they were read last: those not changed after that are left out. Parts on other hosts are not asked for, no more than
    `MOST_SITEMAPS` are, and none after `MOST_ENTRIES` entries. `told` is told of every request."""
    walk = _Walk(host=_host(got.final), day=since[:10] if since else "", seen={got.address, got.final})
    walk.wait_for(index.parts, 1)
    while walk.waiting and walk.asked < MOST_SITEMAPS and len(walk.entries) < MOST_ENTRIES:
        depth, part = walk.waiting.pop(0)
        walk.asked += 1
        _read(walk, part, depth, fetcher, got.is_private, now, told)
    entries = newest(walk.entries.values())
    problems = (*index.problems, *walk.problems, *_left_out(walk, got.address))
    return Followed(feed=replace(index, entries=entries, problems=problems), failed=walk.failed)


def _read(
    walk: _Walk,
    part: Part,
    depth: int,
    fetcher: Fetcher,
    is_private: bool,
    now: str,
    told: Callable[[Fetched | Failed], None],
) -> None:
    got = fetcher.fetch(part.address, check=_check_kind, may_be_private=is_private)
    told(got)
    if isinstance(got, Failed):
        if got.is_passing:
            walk.failed = walk.failed or got
        walk.problems.append(_not_read(got.problem))
        return
    feed = read_feed(got.data, got.final, today=now, charset=got.charset)
    if isinstance(feed, Problem):
        walk.problems.append(_not_read(feed))
        return
    walk.problems.extend(feed.problems)
    if feed.parts and depth >= DEEPEST:
        deep = f"{part.address} names further sitemaps, below the second"
        walk.problems.append(_remark(deep, "add the address of one of these", part.address, code="sitemap_left_out"))
    elif feed.parts:
        walk.wait_for(feed.parts, depth + 1)
    for entry in feed.entries:
        walk.entries.setdefault(entry.key, entry)


def _check_kind(final: str, media_type: str) -> None:
    if media_type.startswith(("image/", "video/", "audio/", "font/")):
        raise Refusal(
            code="feed_not_readable", message=f"what stands there is {media_type[:100]!r}", hint="tell its publisher"
        )


def _left_out(walk: _Walk, address: str) -> Iterable[Problem]:
    if walk.waiting:
        told = f"{walk.asked + len(walk.waiting):,} sitemaps are named; the newest {walk.asked:,} were read"
        yield _remark(told, "to read an older one, add its address", address, code="sitemap_left_out")
    if walk.elsewhere:
        told = f"{walk.elsewhere:,} of the sitemaps that are named are on other hosts, and were not asked for"
        yield _remark(told, "to read one of these, add its address", address, code="sitemap_left_out")


def _not_read(problem: Problem) -> Problem:
    why = f"a sitemap that is named could not be read: {problem.message} ({problem.code})"
    return _remark(why, problem.hint, problem.ref, code="sitemap_left_out")


def _remark(message: str, hint: str, ref: str, *, code: str) -> Problem:
    return Problem(code=code, message=message, hint=hint, ref=ref, is_fatal=False)


def _is_of(host: str, address: str) -> bool:
    """Whether an address is of the host, or of one below it."""
    other = _host(address)
    return other == host or other.endswith(f".{host}")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
