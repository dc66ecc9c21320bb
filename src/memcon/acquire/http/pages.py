"""Pages by their addresses become Captures, as files do; every request is remembered, and a page that has not changed is taken from where it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import urlsplit

from memcon.acquire.formats import suffixes_of_types
from memcon.acquire.http.answers import kind_of
from memcon.acquire.http.client import Failed, Fetched, Fetcher
from memcon.acquire.http.refusals import Refusal
from memcon.acquire.inputs import read_bytes
from memcon.acquire.refs import ref_of, without_tracking
from memcon.acquire.unread import FEED
from memcon.domain.documents import Capture
from memcon.domain.fetches import Fetch, Held
from memcon.domain.problems import Problem

_UNTOLD = ("", "application/octet-stream", "binary/octet-stream", "application/xml", "text/xml")
"""Media types that do not tell: the address's own suffix and the first bytes do."""

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An address to fetch. `source` is the source that announced it, `announced` what it says of the page; with `may_be_private` false it does not lead into one's own network."""

    address: str
    source: str | None = None
    announced: Mapping[str, str] = field(default_factory=dict)
    may_be_private: bool = True


class Memory(Protocol):
    """What is remembered of the web; a ledger is one."""

    def held_page(self, address: str) -> Held | None:
        """The page that was fetched last from an address, where it is kept."""

    def keep_fetch(self, fetch: Fetch) -> None:
        """Remembers what was asked and what came of it."""


def captures_at(
    asked: Asked,
    fetcher: Fetcher,
    *,
    now: Callable[[], str],
    memory: Memory | None = None,
    fields: Mapping[str, str] | None = None,
    published: str | None = None,
    told: Callable[[Failed], None] = lambda failed: None,
) -> Iterator[Capture | Problem]:
    """What stands at an address, as `acquire` gives what stands in a file, or the problem that keeps it out. `told` is told of that too.

    Without a `memory` nothing is remembered and everything is fetched whole.
    """
    held = memory.held_page(asked.address) if memory is not None else None
    got = fetcher.fetch(
        asked.address,
        validators=held.validators if held else None,
        check=_check_kind,
        may_be_private=asked.may_be_private,
    )
    if memory is not None:
        memory.keep_fetch(fetch_of(got, at=now(), source=asked.source))
    if isinstance(got, Failed):
        told(got)
        yield got.problem
        return
    if got.is_unchanged and held is not None:
        media_type, charset = kind_of(held.media_type)
        got = replace(got, data=held.data, media_type=media_type, charset=charset, final=held.final)
    if FEED.match(got.data[:4096]):
        yield _is_feed().problem(ref_of(asked.address))
        return
    suffix = suffixes_of_types().get(got.media_type) or PurePosixPath(urlsplit(got.final).path).suffix[:10]
    for item in read_bytes(got.data, ref_of(asked.address), suffix=suffix, fields=fields, published=published):
        yield _placed(item, got, asked) if isinstance(item, Capture) else item


def fetch_of(got: Fetched | Failed, *, at: str, source: str | None) -> Fetch:
    """What is remembered of a request."""
    known = Fetch(at=at, address=got.address, final=got.final, outcome="unchanged", status=got.status, source=source)
    if isinstance(got, Failed):
        return replace(known, outcome=got.problem.code)
    if got.is_unchanged:
        return replace(known, validators=got.validators)
    return replace(
        known,
        outcome="fetched",
        validators=got.validators,
        media_type=f"{got.media_type}; charset={got.charset}" if got.charset else got.media_type,
        size=len(got.data),
        sha256=hashlib.sha256(got.data).hexdigest(),
    )


def _placed(capture: Capture, got: Fetched, asked: Asked) -> Capture:
    """The capture with its address, which goes before what the page says of that: a page could name another's. What a record, or a page in an archive, has for its own stays."""
    is_whole = capture.ref == ref_of(asked.address) and capture.media_type != "application/json"
    own = None if is_whole else capture.stated.get("url")
    stated = {**capture.stated, "url": own or without_tracking(got.final)}
    if is_whole and got.charset:
        stated["charset"] = got.charset
    return replace(capture, stated=stated, announced=asked.announced if is_whole else {})


def _check_kind(final: str, media_type: str) -> None:
    if media_type in suffixes_of_types() or media_type in _UNTOLD:
        return
    if media_type in _FEEDS:
        raise _is_feed()
    raise Refusal(
        code="content_not_read",
        message=f"what stands at this address is {media_type[:100]!r}, which memcon does not read",
        hint="give the address of the article itself, or its text",
    )


def _is_feed() -> Refusal:
    return Refusal(
        code="feed_not_document",
        message="this is a feed of many articles, not an article",
        hint="memcon source add ADDRESS has its articles read as they come",
    )
