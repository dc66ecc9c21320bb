"""A small press for tests: articles on a server, and feeds of three kinds that list them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from memcon.acquire.http import Fetcher, Limits
from memcon.store.engine import open_engine
from memcon.store.ledger import LedgerStore
from memcon.store.watched import later
from memcon.watching import Happening, add_source, run_round
from memcon.watching.rounds import Round
from tests.watching.plain_reader import PlainReader
from tests.web_server import PUBLIC, Names, Server, Wires, answer, serving

SITE = "http://news.example"
START = "2031-05-01T08:00:00Z"


def article(n: int | str, words: str = "") -> str:
    """A text that is like no other's."""
    return (
        f"Dispatch {n} of the strait office\n\nThe ministers of district {n} met on Monday and spoke of ferry {n}. "
        f"They will meet again, the office of district {n} said in statement {n}. {words}"
    )


@dataclass(kw_only=True)
class Item:
    """An article as a feed lists it."""

    path: str
    title: str = "Dispatch"
    published: str = "2031-04-30T10:00:00Z"
    updated: str = ""
    id: str = ""


def rss(items: Sequence[Item]) -> bytes:
    rows = "".join(
        f"<item><title>{i.title}</title><link>{SITE}{i.path}</link><guid isPermaLink='false'>{i.id or i.path}</guid>"
        f"<pubDate>{i.published}</pubDate><description>{i.updated}</description></item>"
        for i in items
    )
    return answer(f"<rss version='2.0'><channel><title>Wire</title>{rows}</channel></rss>", kind="application/rss+xml")


def atom(items: Sequence[Item]) -> bytes:
    rows = "".join(
        f"<entry><id>{i.id or i.path}</id><title>{i.title}</title><link href='{SITE}{i.path}'/>"
        f"<published>{i.published}</published><updated>{i.updated or i.published}</updated></entry>"
        for i in items
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Office</title>{rows}</feed>"
    return answer(feed, kind="application/atom+xml")


def json_feed(items: Sequence[Item]) -> bytes:
    rows = [
        {"id": i.id or i.path, "url": SITE + i.path, "title": i.title, "date_published": i.published, "date_modified": i.updated or None}
        for i in items
    ]  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Mail", "items": rows}
    return answer(json.dumps(feed), kind="application/feed+json")


def page(text: str, tag: str = "1") -> bytes:
    return answer(text, kind="text/plain; charset=utf-8", ETag=f'"{tag}"')


@dataclass
class Press:
    """The server, a ledger, and a client whose clock goes only when a test says so."""

    server: Server
    store: LedgerStore
    fetcher: Fetcher
    reader: PlainReader = field(default_factory=PlainReader)
    now: str = START

    def pass_time(self, seconds: float) -> None:
        self.now = later(self.now, seconds)

    def watch(self, path: str, name: str, *, every: int | None = None, is_from_now: bool = False) -> None:
        add_source(
            self.store,
            self.fetcher,
            SITE + path,
            name=name,
            every=every,
            is_from_now=is_from_now,
            now=lambda: self.now,
        )

    def at(self) -> Round:
        return Round(store=self.store, fetcher=self.fetcher, reader=self.reader, now=lambda: self.now)

    def round(self, *names: str, is_every_source: bool = False) -> list[Happening]:
        return list(run_round(self.at(), names=names, is_every_source=is_every_source))

    def texts(self) -> list[str]:
        """The first lines of all documents, in the order in which they were added."""
        return [document.text.splitlines()[0] for document in self.store.documents()]


@cache
def _new_ledger() -> LedgerStore:
    return LedgerStore.open(":memory:")


def fresh_ledger() -> LedgerStore:
    """An empty ledger in memory: a copy of one, since making its tables takes longer than most tests."""
    engine = open_engine(":memory:")
    source, copy = _new_ledger()._engine.raw_connection(), engine.raw_connection()
    source.driver_connection.backup(copy.driver_connection)  # type: ignore[union-attr]
    source.close()
    copy.close()
    return LedgerStore(engine)


@contextmanager
def press() -> Iterator[Press]:
    with serving() as server:
        store = fresh_ledger()
        fetcher = Fetcher(
            resolve=Names({"news.example": [PUBLIC]}),
            network=Wires(server.port),
            pace=0,
            limits=Limits(silence=30.0),
        )
        try:
            yield Press(server, store, fetcher)
        finally:
            fetcher.close()
            store.close()
