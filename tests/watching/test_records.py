"""Sources of plugins, watched as feeds are: each record once, an edit as a version, and a plugin that fails costs nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from importlib.metadata import EntryPoint

import pytest

from memcon.acquire import acquire
from memcon.domain.documents import Capture
from memcon.errors import PluginError, UsageError
from memcon.store.watched import entries_of
from memcon.watching import EntryRead, SourceFailed, SourceRead, add_source, list_records, watched_sources
from memcon.watching import records as watching_records
from tests.watching.news import START, Item, Press, article, page, press, rss

BOOK: list[object] = []
"""What the source has; an exception is raised where it stands."""


def desk(place: str) -> Iterator[object]:
    for record in BOOK:
        if isinstance(record, Exception):
            raise record
        yield record


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    point = EntryPoint(name="desk", value=f"{__name__}:desk", group="memcon.sources")
    found: Callable[..., list[EntryPoint]] = lambda group: [point] if group == "memcon.sources" else []  # noqa: E731
    monkeypatch.setattr("memcon.plugins.entry_points", found)
    BOOK.clear()
    with press() as opened, closing(opened.store):
        yield opened


def watch(news: Press, **given: object) -> str:
    source, _ = add_source(news.store, news.fetcher, "desk:Oslo", now=lambda: news.now, **given)  # type: ignore[arg-type]
    return source.name


def record(n: int, words: str = "") -> dict[str, object]:
    return {
        "id": f"minute-{n}",
        "text": article(n, words),
        "title": f"Minute {n}",
        "published": "2031-04-30",
        "publisher": "Desk",
    }


def outcomes(news: Press) -> list[tuple[str, str]]:
    happened = news.round(is_every_source=True)
    return [(h.entry.ref, h.added.outcome if h.added else h.entry.state) for h in happened if isinstance(h, EntryRead)]


def test_each_record_once(news: Press) -> None:
    """Under the name that `memcon add` gives it; what is new and what is edited is read the next time."""
    BOOK[:] = [record(1), record(2)]
    name = watch(news)
    first = outcomes(news)
    BOOK[:] = [record(3), record(1), record(2, "One more sentence was added.")]
    second = outcomes(news)

    assert name == "desk"
    assert first == [("minute-1", "added"), ("minute-2", "added")]
    assert second == [("minute-2", "added"), ("minute-3", "added")]
    assert outcomes(news) == []
    assert [judged.kind for judged in news.store.judgements_on(news.store.document_ids())] == ["same"]
    assert [item.ref for item in acquire(["desk:Oslo"]) if isinstance(item, Capture)] == [
        "minute-3",
        "minute-1",
        "minute-2",
    ]
    [(source, counts)] = watched_sources(news.store)
    assert (source.kind, source.address, counts) == ("records", "desk:Oslo", {"done": 3})
    with news.store.at() as at:
        assert {entry.content for entry in entries_of(at.connection, "desk")} == {None}


def test_record_is_kept_as_it_came(news: Press) -> None:
    """With fields that nobody knows, and with characters that no database holds."""
    BOOK[:] = [record(1) | {"file": 7, "note": "half \ud800 and \0"}, "A text alone, of the envoys who met in Oslo."]
    watch(news)
    outcomes(news)

    [first, second] = [news.store.capture_of(document) or b"" for document in news.store.document_ids()]
    assert b'"file": 7' in first
    assert b"A text alone" in second


def test_records_without_an_id_are_known_by_what_they_hold(news: Press) -> None:
    """A new one in front of an old one is no edit of it."""
    BOOK[:] = [article(1)]
    watch(news)
    first = outcomes(news)
    BOOK[:] = [article(2), article(1)]
    second = outcomes(news)

    assert [outcome for _, outcome in first + second] == ["added", "added"]
    assert len(news.texts()) == 2


def test_source_that_fails_costs_nobody_else(news: Press) -> None:
    """What it gave before is read; it is left alone for a while, and says why."""
    BOOK[:] = [record(1)]
    watch(news)
    news.server.pages.update({"/feed": rss([Item(path="/a")]), "/a": page(article("a"))})
    news.watch("/feed", "wire")
    BOOK[:] = [record(1), record(2), [1], ValueError("the drawer is stuck"), record(3)]
    happened = news.round()
    [failed] = [h for h in happened if isinstance(h, SourceFailed)]

    assert failed.problem.code == "source_failed"
    assert "the drawer is stuck" in failed.problem.message
    assert failed.source.next_at is not None
    assert failed.source.next_at > news.now
    assert len(news.texts()) == 3


def test_package_that_is_gone(news: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one source that failed, however much else there is."""
    watch(news)
    monkeypatch.setattr("memcon.plugins.entry_points", lambda group: [])
    [failed] = news.round()

    assert isinstance(failed, SourceFailed)
    assert "no package adds 'desk'" in failed.problem.message


def test_what_can_not_be_watched(news: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source that fails at once is not added, nor one that is broken, even unseen."""
    BOOK[:] = [record(1), OSError(13, "Permission denied")]
    with pytest.raises(UsageError, match="Permission denied"):
        watch(news)
    broken = EntryPoint(name="desk", value="nothing_that_is_there:desk", group="memcon.sources")
    monkeypatch.setattr("memcon.plugins.entry_points", lambda group: [broken])
    with pytest.raises(PluginError, match="nothing_that_is_there"):
        watch(news, is_unchecked=True)

    assert watched_sources(news.store) == ()


def test_only_what_comes_from_now_on(news: Press) -> None:
    """What is there is passed over; records that are none are told of."""
    BOOK[:] = [record(1), 5]
    watch(news, is_from_now=True)
    BOOK[:] = [record(1), record(2), 5]
    [read, *_] = news.round(is_every_source=True)

    assert isinstance(read, SourceRead)
    assert [problem.code for problem in read.problems] == ["record_not_object"]
    assert news.reader.read == ["minute-2"]


def test_endless_source(news: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read as far as it may be, which is told."""
    monkeypatch.setattr(watching_records, "MOST_RECORDS", 3)
    BOOK[:] = [record(n) for n in range(9)]
    feed = list_records("desk:Oslo")
    watch(news)

    assert [problem.code for problem in getattr(feed, "problems", ())] == ["feed_too_long"]
    assert len(outcomes(news)) == 3
    assert START == news.now
