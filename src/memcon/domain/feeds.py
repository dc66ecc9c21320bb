"""What feeds list, and the sources that are watched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from memcon.domain.fetches import UNTOLD, Validators
from memcon.domain.problems import Problem

FeedKind = Literal["RSS", "Atom", "JSON Feed", "sitemap", "records"]
"""`records` are those of a source that another package adds."""


RECORD = "record:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article as a feed lists it. `key` tells it from the others: its address without tracking, else its id; `RECORD` and its ref where it is a record of another package's source.

    `title`, `published` and `updated` are as the feed has them, dates in ISO 8601. `content` is the article's own HTML, where the feed has no address for it; the record in JSON. `fingerprint` changes when
    the feed says something else of it.
    """

    key: str
    address: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    content: str | None = None
    fingerprint: str = ""

    @property
    def said(self) -> dict[str, str]:
        """What the feed says of the article, under the keys of `Capture.announced`."""
        said = {"title": self.title, "published": self.published, "updated": self.updated}
        return {key: value for key, value in said.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sitemap that another one names; `updated` is when it was changed last, by the other's word (ISO 8601)."""

    address: str
    updated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was read. Problems are those of single entries; they are not fatal. A sitemap of sitemaps has `parts` in the place of entries."""

    kind: FeedKind
    title: str | None
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A source that is watched, under its `name`. Every `every` seconds (None: as the one who watches says) it is read again, after `failures` in a row later; `next_at` (UTC) at the
    earliest. `why` tells what the last failure was. With `allows_private` it is in one's own network."""

    name: str
    address: str
    added_at: str
    kind: FeedKind | None = None
    title: str | None = None
    every: int | None = None
    allows_private: bool = False
    validators: Validators = UNTOLD
    read_at: str | None = None
    next_at: str | None = None
    failures: int = 0
    why: str | None = None


EntryState = Literal["waiting", "done", "failed", "passed_over"]
"""`waiting` to be fetched and read; `done`; `failed` for good, or until the feed says otherwise of it; `passed_over`: there before the source was watched, or read under another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An entry as it is remembered. `tries` are the times that it could not be had; `edits` those that the feed said otherwise of it. `next_at` (UTC) is when it is tried at the
    earliest, `why` the last failure. `may_be_private` where the feed itself came from one's own network."""

    source: str
    key: str
    address: str | None
    said: Mapping[str, str] = field(default_factory=dict)
    content: str | None = None
    fingerprint: str = ""
    state: EntryState = "waiting"
    may_be_private: bool = False
    tries: int = 0
    edits: int = 0
    next_at: str = ""
    why: str | None = None
    document: str | None = None

    @property
    def is_record(self) -> bool:
        """Whether `content` is a record in JSON."""
        return self.key.startswith(RECORD)

    @property
    def ref(self) -> str:
        """How the document that it becomes is called; a record as where `memcon add` reads it."""
        if self.is_record:
            return self.key.removeprefix(RECORD)
        return self.address or f"{self.source}: {self.key}"
