"""Sources are looked at, named, added and removed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from memcon.acquire.http import Failed
from memcon.domain.problems import Problem
from memcon.errors import UsageError
from memcon.store.watched import all_sources, entries_of
from memcon.watching import add_source, look_at, remove_source, watched_sources
from memcon.watching.sources import Looked
from tests.watching.news import SITE, START, Item, Press, article, atom, page, press, rss
from tests.web_server import answer

ITEMS = [Item(path="/a"), Item(path="/b")]


@pytest.fixture
def news() -> Iterator[Press]:
    with press() as opened:
        opened.server.pages["/feed"] = rss(ITEMS)
        yield opened


def add(news: Press, path: str = "/feed", **given: object) -> str:
    source, _ = add_source(news.store, news.fetcher, SITE + path, now=lambda: START, **given)  # type: ignore[arg-type]
    return source.name


def test_source_is_added_with_what_it_lists(news: Press) -> None:
    """It waits to be read; nothing is fetched but the feed, and that once."""
    add(news, name="wire", every=7200)
    [(source, counts)] = watched_sources(news.store)

    assert (source.name, source.kind, source.title, source.every, source.read_at) == (
        "wire",
        "RSS",
        "Wire",
        7200,
        START,
    )
    assert counts == {"waiting": 2}
    assert news.server.paths() == ["/feed"]
    assert [fetch.source for fetch in news.store.fetches()] == ["wire"]


def test_names(news: Press) -> None:
    """By default its host's; one that is taken or is none is refused, and so is a source that is watched."""
    news.server.pages["/other"] = news.server.pages["/third"] = atom(ITEMS)

    assert (add(news), add(news, "/other")) == ("news.example", "news.example-2")
    for given in ({"name": "news.example"}, {"name": " "}, {"name": "-x"}, {"name": "a\nb"}, {"name": "x" * 101}):
        with pytest.raises(UsageError):
            add(news, "/third", **given)
    with pytest.raises(UsageError, match="watched already"):
        add(news, name="again")
    assert len(watched_sources(news.store)) == 2


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/page", "not a feed"),
        ("/none", "no page"),
        ("/image", "image/png"),
        ("/wrong", "no feed can be read"),
        ("/long", "more than 10,000,000 bytes"),
    ],
)
def test_what_is_no_feed_is_not_added(news: Press, path: str, words: str) -> None:
    """With the reason; unless that is not wanted."""
    news.server.pages["/page"] = answer("<html><body>News</body></html>")
    news.server.pages["/image"] = answer("x", kind="image/png")
    news.server.pages["/wrong"] = answer("<rss", kind="text/xml")
    news.server.pages["/long"] = answer("<rss>", kind="text/xml", length=100_000_000)

    with pytest.raises(UsageError, match=words):
        add(news, path)
    assert watched_sources(news.store) == ()
    assert add(news, path, is_unchecked=True) == "news.example"


@pytest.mark.parametrize("address", ["news.example/feed", "ftp://news.example/", "http://u:p@news.example/"])
def test_what_is_no_address_is_not_added_unseen(news: Press, address: str) -> None:
    """An address is looked at even where the feed is not."""
    with pytest.raises(UsageError):
        add_source(news.store, news.fetcher, address, is_unchecked=True, now=lambda: START)


def test_looking_keeps_nothing(news: Press) -> None:
    """The feed, or why there is none."""
    news.server.pages["/words"] = page("News")
    found, none, words = (look_at(news.fetcher, SITE + path, now=START) for path in ("/feed", "/none", "/words"))

    assert isinstance(found, Looked)
    assert [entry.address for entry in found.feed.entries] == [f"{SITE}/a", f"{SITE}/b"]
    assert isinstance(none, Failed)
    assert isinstance(words, Problem)
    assert news.store.fetches() == ()
    assert watched_sources(news.store) == ()


def test_only_what_comes_from_now_on(news: Press) -> None:
    """What is listed already is passed over; what is listed later is read."""
    add(news, name="wire", is_from_now=True)
    news.server.pages["/feed"] = rss([*ITEMS, Item(path="/c")])
    news.server.pages["/c"] = page(article("c"))
    news.round()

    assert news.texts() == ["Dispatch c of the strait office"]
    assert watched_sources(news.store)[0][1] == {"passed_over": 2, "done": 1}


def test_source_is_removed(news: Press) -> None:
    """With what waits, unless another source lists it too."""
    news.server.pages["/other"] = atom([Item(path="/b"), Item(path="/c")])
    add(news, name="wire")
    add(news, "/other", name="office")
    before = {source.name: counts for source, counts in watched_sources(news.store)}
    remove_source(news.store, "wire")

    assert before == {"wire": {"waiting": 2}, "office": {"passed_over": 1, "waiting": 1}}
    with news.store.at() as at:
        assert [source.name for source in all_sources(at.connection)] == ["office"]
        assert entries_of(at.connection, "wire") == ()
        assert [(entry.key[-2:], entry.state) for entry in entries_of(at.connection, "office")] == [
            ("/b", "waiting"),
            ("/c", "waiting"),
        ]
    with pytest.raises(UsageError):
        remove_source(news.store, "wire")
