"""Rounds: every entry once, edits as versions, failures put off with a reason, and nothing lost wherever it stops."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from memcon.acquire.http import Fetcher
from memcon.domain.documents import Capture
from memcon.domain.feeds import Watched
from memcon.domain.problems import Problem
from memcon.errors import UsageError
from memcon.ingest import Read
from memcon.store.watched import add_source as keep_watched
from memcon.store.watched import all_sources, entries_of, later, waited
from memcon.watching import EntryRead, Happening, SourceFailed, SourceRead, add_source, next_due
from tests.watching.news import SITE, START, Item, Press, article, atom, json_feed, page, press, rss
from tests.watching.plain_reader import PlainReader
from tests.web_server import PUBLIC, Names, Wires, answer


@pytest.fixture
def news() -> Iterator[Press]:
    with press() as opened:
        yield opened


def publish(news: Press, *paths: str) -> list[Item]:
    """Articles at these paths."""
    news.server.pages.update({path: page(article(path)) for path in paths})
    return [Item(path=path) for path in paths]


def told(happened: Iterable[Happening]) -> list[tuple[str, str]]:
    """What became of each entry, by its path."""
    return [
        (h.entry.ref.removeprefix(SITE), h.added.outcome if h.added else h.entry.state)
        for h in happened
        if isinstance(h, EntryRead)
    ]


def states(news: Press, source: str) -> dict[str, str]:
    with news.store.at() as at:
        return {entry.key.removeprefix(SITE): entry.state for entry in entries_of(at.connection, source)}


def test_entries_are_read_once(news: Press) -> None:
    """The first round reads what is there, the next one what is new; a feed that has not changed is not sent again."""
    news.server.pages["/feed"] = rss(publish(news, "/a", "/b"))
    news.watch("/feed", "wire")
    first = news.round()
    second = news.round(is_every_source=True)
    news.server.pages["/feed"] = rss(publish(news, "/a", "/b", "/c"))
    third = news.round(is_every_source=True)

    assert [told(each) for each in (first, second, third)] == [
        [("/a", "added"), ("/b", "added")],
        [],
        [("/c", "added")],
    ]
    assert news.reader.read == [f"{SITE}{path}" for path in ("/a", "/b", "/c")]
    assert states(news, "wire") == {"/a": "done", "/b": "done", "/c": "done"}
    with news.store.at() as at:
        documents = [entry.document for entry in entries_of(at.connection, "wire")]
    assert documents == list(news.store.document_ids())


def test_feed_that_has_not_changed(news: Press) -> None:
    """Its server is asked with what it gave to tell by."""
    news.server.pages["/feed"] = [
        answer("<rss version='2.0'><channel/></rss>", kind="text/xml", ETag='"1"'),
        answer(status=304),
    ]
    news.watch("/feed", "wire")
    [happening] = news.round(is_every_source=True)

    assert isinstance(happening, SourceRead)
    assert (happening.is_unchanged, happening.source.next_at) == (True, later(START, 1800))
    assert news.server.asked[-1].headers["if-none-match"] == '"1"'


def test_sources_wait_for_their_time(news: Press) -> None:
    """Each its own; by name they are read before it."""
    news.server.pages["/feed"] = rss([])
    news.server.pages["/other"] = atom([])
    news.watch("/feed", "wire", every=3600)
    news.watch("/other", "office")

    def names(happened: list[Happening]) -> list[str]:
        return [h.source.name for h in happened if isinstance(h, SourceRead)]

    assert names(news.round()) == ["office", "wire"]
    assert next_due(news.store) == later(START, 1800)
    news.pass_time(1800)
    assert names(news.round()) == ["office"]
    assert names(news.round("wire")) == ["wire"]
    assert names(news.round()) == []
    with pytest.raises(UsageError):
        news.round("nobody")


def test_what_several_sources_list_is_read_once(news: Press) -> None:
    """Under whichever came first, whatever kind of feed it is; what leads to it is no matter."""
    items = publish(news, "/a", "/b", "/c")
    news.server.pages["/b?utm_source=rss"] = page(article("/b"))
    news.server.pages["/feed"] = rss([items[0], Item(path="/b?utm_source=rss")])
    news.server.pages["/other"] = atom(items[:2])
    news.server.pages["/third"] = json_feed([*items, items[2]])
    for path, name in (("/feed", "wire"), ("/other", "office"), ("/third", "mail")):
        news.watch(path, name)
    news.round()

    assert sorted(news.reader.read) == [f"{SITE}/a", f"{SITE}/b?utm_source=rss", f"{SITE}/c"]
    assert states(news, "office") == {"/a": "passed_over", "/b": "passed_over"}
    assert states(news, "mail") == {"/a": "passed_over", "/b": "passed_over", "/c": "done"}


def test_edits_become_versions(news: Press) -> None:
    """Where the feed says so the page is fetched again: the new text stands in the place of the old one."""
    [item] = publish(news, "/a")
    news.server.pages["/feed"] = atom([item])
    news.watch("/feed", "office")
    news.round()
    news.server.pages["/a"] = page(article("/a", "A sentence on ferry tolls was added."), "2")
    item.updated = "2031-05-01T09:00:00Z"
    news.server.pages["/feed"] = atom([item])
    happened = news.round(is_every_source=True)

    assert told(happened) == [("/a", "added")]
    assert [h.taken.edited for h in happened if isinstance(h, SourceRead)] == [1]
    old, new = news.store.document_ids()
    judged = [judgement for judgement in news.store.judgements_on([old]) if judgement.kind == "same"]
    assert [judgement.subjects for judgement in judged] == [(old, new)]


def test_feed_that_changes_with_every_reading(news: Press) -> None:
    """Its pages are asked for less and less often, and read only where they have changed."""
    [item] = publish(news, "/a")
    news.server.pages["/a"] = [page(article("/a")), answer(status=304)]
    news.server.pages["/feed"] = rss([item])
    news.watch("/feed", "wire")
    for n in range(8):
        news.round(is_every_source=True)
        item.updated = f"{n} comments"
        news.server.pages["/feed"] = rss([item])
        news.pass_time(600)

    assert news.server.paths().count("/a") == 3  # after 0, 10 and 40 minutes
    assert news.reader.read == [f"{SITE}/a"] * 1
    assert states(news, "wire") == {"/a": "waiting"}


def test_source_that_fails_is_left_alone_for_a_while(news: Press) -> None:
    """Longer each time, as long as it asks for; it says why, and what it lists later is read."""
    news.server.pages["/feed"] = [
        rss([]),
        answer(status=503, Retry_After="7200"),
        answer("<html>"),
        rss(publish(news, "/a")),
    ]
    news.watch("/feed", "wire")
    waits, whys = [], []
    for _ in range(2):
        [failed] = news.round()
        assert isinstance(failed, SourceFailed)
        assert news.round(is_every_source=True) == []
        waits.append(failed.source.next_at)
        whys.append((failed.source.why or "").partition(":")[0])
        news.now = failed.source.next_at or ""
    [read, _] = news.round()

    assert waits == [later(START, 7200), later(START, 7200 + 3600)]
    assert whys == ["server_busy", "feed_is_page"]
    assert isinstance(read, SourceRead)
    assert (read.source.failures, read.source.why) == (0, None)
    assert news.texts() == ["Dispatch /a of the strait office"]


def test_entry_that_can_not_be_had_now_is_tried_again(news: Press) -> None:
    """Later each time; the ledger is told of no problem until it is given up."""
    news.server.pages["/a"] = [answer(status=503), answer(status=503), page(article("/a"))]
    news.server.pages["/feed"] = rss([Item(path="/a"), *publish(news, "/b")])
    news.watch("/feed", "wire")
    waits = []
    for _ in range(2):
        [put_off, *_rest] = [h for h in news.round() if isinstance(h, EntryRead) and h.entry.state == "waiting"]
        waits.append(put_off.entry.next_at)
        assert news.round() == []
        news.now = put_off.entry.next_at
    happened = news.round()

    assert waits == [later(START, 900), later(START, 900 + 1800)]
    assert told(happened) == [("/a", "added")]
    assert news.store.problems() == ()
    assert sorted(news.texts()) == ["Dispatch /a of the strait office", "Dispatch /b of the strait office"]


def test_entry_is_given_up_in_the_end(news: Press) -> None:
    """And then the ledger is told why."""
    news.server.pages["/a"] = answer(status=503)
    news.server.pages["/feed"] = rss([Item(path="/a")])
    news.watch("/feed", "wire")
    for _ in range(12):
        news.round()
        news.pass_time(90_000)

    assert news.server.paths().count("/a") == 8
    assert states(news, "wire") == {"/a": "failed"}
    assert [problem.code for problem in news.store.problems()] == ["server_busy"]


def test_entry_that_is_gone_or_forbidden_is_not_tried_again(news: Press) -> None:
    """Until the feed says otherwise of it. What the public internet lists leads nowhere private."""
    items = [Item(path="/gone"), Item(path="/image"), *publish(news, "/b")]
    news.server.pages["/image"] = answer("x", kind="image/png")
    body = rss(items).partition(b"\r\n\r\n")[2].replace(f"{SITE}/gone".encode(), b"http://127.0.0.1:1/")
    news.server.pages["/feed"] = answer(body, kind="text/xml")
    news.watch("/feed", "wire")
    happened = news.round()
    again = news.round(is_every_source=True)

    assert [problem.code for problem in news.store.problems()] == ["address_private", "content_not_read"]
    assert sorted(outcome for _, outcome in told(happened)) == ["added", "failed", "failed"]
    assert told(again) == []
    items[1].title = "Now with words"
    news.server.pages["/image"] = page(article("image"))
    news.server.pages["/feed"] = rss(items)
    assert ("/image", "added") in told(news.round(is_every_source=True))


def test_article_in_the_feed_itself(news: Press) -> None:
    """Where it leads nowhere, its text is the article."""
    text = (
        "The ministers of Norway and Sweden met in Oslo on Monday to discuss the strait. They will meet again in June."
    )
    feed = f"<rss version='2.0'><channel><item><title>Talks in Oslo</title><guid isPermaLink='false'>7</guid><pubDate>2031-04-30</pubDate><description>&lt;p&gt;{text}&lt;/p&gt;</description></item></channel></rss>"
    news.server.pages["/feed"] = answer(feed, kind="text/xml")
    news.watch("/feed", "wire")
    news.round()
    [document] = news.store.documents()

    assert (document.ref, document.title, document.published) == ("wire: id:7", "Talks in Oslo", "2031-04-30")
    assert text in document.text


def test_what_the_feed_says_counts_where_the_page_says_nothing(news: Press) -> None:
    """Its date, above all."""
    news.server.pages["/feed"] = rss(publish(news, "/a"))
    news.watch("/feed", "wire")
    news.round()
    [document] = news.store.documents()

    assert (document.published, document.published_basis) == ("2031-04-30", "metadata")


class Stopping(PlainReader):
    """A reader that is stopped before it has read so many."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
        for read in super().read_captures(captures):
            if self._left == 0:
                raise KeyboardInterrupt
            self._left -= 1
            yield read


@pytest.mark.parametrize("after", [17, *(pytest.param(n, marks=pytest.mark.slow) for n in (0, 1, 7, 15, 16, 18, 19))])
def test_nothing_is_lost_and_nothing_read_twice_where_it_is_stopped(news: Press, after: int) -> None:
    """What was read is kept; what was not waits, though the feed itself is not sent again."""
    paths = [f"/{n}" for n in range(20)]
    news.server.pages["/feed"] = [rss(publish(news, *paths)), answer(status=500)]
    news.watch("/feed", "wire")
    news.reader = Stopping(after)
    with pytest.raises(KeyboardInterrupt):
        news.round()
    kept = len(news.texts())
    news.reader = PlainReader()
    news.round()

    assert kept <= after
    assert sorted(news.texts()) == sorted(f"Dispatch {path} of the strait office" for path in paths)
    assert len(news.reader.read) == len(paths) - kept
    assert set(states(news, "wire").values()) == {"done"}


def test_waits_grow_up_to_a_day() -> None:
    """And no further."""
    assert [waited(n) for n in (1, 2, 3, 7, 8, 500)] == [900, 1800, 3600, 57_600, 86_400, 86_400]
    assert waited(9, first=3 * 86_400) == 3 * 86_400


def test_private_feeds_may_list_private_pages() -> None:
    """Where the source was added so; and next time too, when the feed has not changed."""
    with press() as inside:
        place = f"http://127.0.0.1:{inside.server.port}"
        feed = f"<rss version='2.0'><channel><item><link>{place}/a</link></item></channel></rss>"
        inside.server.pages["/feed"] = [answer(feed, kind="text/xml", ETag='"1"'), answer(status=304)]
        inside.server.pages["/a"] = page(article("a"))
        with Fetcher(allows_private=True, pace=0) as inside.fetcher:
            add_source(inside.store, inside.fetcher, f"{place}/feed", now=lambda: START)
            happened = inside.round(is_every_source=True)
        with inside.store.at() as at:
            [source] = all_sources(at.connection)

    assert [outcome for _, outcome in told(happened)] == ["added"]
    assert source.allows_private


def test_one_private_source_opens_nothing_to_the_others(news: Press) -> None:
    """What a public feed lists, and a source that was not added so, lead nowhere private, though the client may go there."""
    names = Names({"news.example": [PUBLIC], "intranet.example": ["10.1.2.3"]})
    news.server.pages["/feed"] = rss([Item(path="/a")])
    news.watch("/feed", "wire")
    body = rss([Item(path="/a")]).partition(b"\r\n\r\n")[2].replace(SITE.encode(), b"http://intranet.example")
    news.server.pages["/feed"] = answer(body, kind="text/xml")
    news.server.pages["/a"] = page(article("inside"))
    with news.store.writing() as book:
        inside = Watched(name="inside", address="http://intranet.example/feed", added_at=START)
        keep_watched(book.connection, inside)
    wires = Wires(news.server.port, reached=(PUBLIC, "10.1.2.3"))
    with Fetcher(allows_private=True, resolve=names, network=wires, pace=0) as news.fetcher:
        happened = news.round(is_every_source=True)

    assert [h.problem.code for h in happened if isinstance(h, SourceFailed)] == ["address_private"]
    codes = {h.entry.ref: [p.code for p in h.problems] for h in happened if isinstance(h, EntryRead)}
    assert codes["http://intranet.example/a"] == ["address_private"]
    assert set(wires.connected) == {PUBLIC}
