"""Sitemaps of sitemaps: followed to the newest, on their own host, and not for ever."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from memcon.store.watched import entries_of
from memcon.watching import SourceFailed, SourceRead
from memcon.watching.following import MOST_SITEMAPS
from tests.watching.news import SITE, START, Press, article, page, press
from tests.web_server import answer


@pytest.fixture
def news() -> Iterator[Press]:
    with press() as opened:
        yield opened


def index(*parts: str | tuple[str, str]) -> bytes:
    """A sitemap that names others, by path or address, with a day where it tells one."""
    rows = ""
    for part in parts:
        place, day = part if isinstance(part, tuple) else (part, "")
        address = place if "//" in place else SITE + place
        rows += f"<sitemap><loc>{address}</loc>{day and f'<lastmod>{day}</lastmod>'}</sitemap>"
    return answer(f"<sitemapindex>{rows}</sitemapindex>", kind="application/xml")


def sitemap(*paths: str) -> bytes:
    rows = "".join(f"<url><loc>{SITE}{path}</loc></url>" for path in paths)
    return answer(f"<urlset>{rows}</urlset>", kind="application/xml")


def listed(news: Press, name: str = "site") -> list[str]:
    with news.store.at() as at:
        return [entry.key.removeprefix(SITE) for entry in entries_of(at.connection, name)]


def asked(news: Press) -> list[str]:
    """The sitemaps that were asked for since this was asked last."""
    paths = [path for path in news.server.paths() if path.endswith(".xml")]
    news.server.asked.clear()
    return paths


def remarks(happened: object) -> list[str]:
    assert isinstance(happened, SourceRead)
    return [problem.message for problem in happened.problems]


def test_pages_of_the_parts(news: Press) -> None:
    """The newest part first, then those without a day; what several list counts once, and each request is remembered under the source's name."""
    news.server.pages["/all.xml"] = index(("/old.xml", "2031-01-01"), ("/new.xml", "2031-04-30"), "/undated.xml")
    news.server.pages["/old.xml"] = sitemap("/a", "/b")
    news.server.pages["/new.xml"] = sitemap("/c", "/b")
    news.server.pages["/undated.xml"] = sitemap("/d")
    news.server.pages.update({path: page(article(path)) for path in ("/a", "/b", "/c", "/d")})
    news.watch("/all.xml", "site")
    news.round()

    assert asked(news)[:4] == ["/all.xml", "/undated.xml", "/new.xml", "/old.xml"]
    assert listed(news) == ["/d", "/c", "/b", "/a"]
    assert len(news.texts()) == 4
    assert {fetch.source for fetch in news.store.fetches()} == {"site"}


def test_only_what_has_changed_is_asked_for_again(news: Press) -> None:
    """The list itself is asked for each time, a part where it was changed on the day of the last reading or later."""
    news.server.pages["/all.xml"] = index(("/old.xml", "2031-01-01"), ("/new.xml", START))
    news.server.pages["/old.xml"] = sitemap("/a")
    news.server.pages["/new.xml"] = [sitemap("/b"), sitemap("/b", "/c")]
    news.server.pages.update({path: page(article(path)) for path in ("/a", "/b", "/c")})
    news.watch("/all.xml", "site")
    asked(news)
    news.round(is_every_source=True)

    assert asked(news) == ["/all.xml", "/new.xml"]
    assert listed(news) == ["/b", "/a", "/c"]


def test_lists_of_lists_end(news: Press) -> None:
    """One that names itself, or another, is no way round; below the second nothing is asked for."""
    news.server.pages["/all.xml"] = index("/all.xml", "/more.xml")
    news.server.pages["/more.xml"] = index("/all.xml", "/pages.xml", "/deep.xml")
    news.server.pages["/pages.xml"] = sitemap("/a")
    news.server.pages["/deep.xml"] = index("/deeper.xml")
    news.watch("/all.xml", "site")
    first = asked(news)
    [read] = [each for each in news.round(is_every_source=True) if isinstance(each, SourceRead)]

    assert first == ["/all.xml", "/more.xml", "/pages.xml", "/deep.xml"]
    assert listed(news) == ["/a"]
    assert any("below the second" in remark for remark in remarks(read))


def test_no_more_than_a_few(news: Press) -> None:
    """The newest are read, and how many are left out is told."""
    days = [f"2031-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 28)]
    news.server.pages["/all.xml"] = index(*((f"/{day}.xml", day) for day in days))
    news.server.pages.update({f"/{day}.xml": sitemap(f"/{day}") for day in days})
    news.watch("/all.xml", "site")

    assert asked(news)[1:] == [f"/{day}.xml" for day in sorted(days, reverse=True)[:MOST_SITEMAPS]]


def test_other_hosts_are_not_asked(news: Press) -> None:
    """A sitemap leads to its own host and those below it."""
    names = (
        "http://other.example/1.xml",
        "http://127.0.0.1/1.xml",
        "http://notnews.example/1.xml",
    )
    news.server.pages["/all.xml"] = index(*names, "/pages.xml")
    news.server.pages["/pages.xml"] = sitemap("/a")
    news.server.pages["/1.xml"] = sitemap("/evil")
    news.watch("/all.xml", "site")
    [read] = [each for each in news.round(is_every_source=True) if isinstance(each, SourceRead)]

    assert listed(news) == ["/a"]
    assert any("3 of the sitemaps" in remark for remark in remarks(read))


def test_part_that_can_not_be_had_now_loses_nothing(news: Press) -> None:
    """The others are read, the source is tried again, and then the part is asked for as if it had never been; one that is gone is only told of."""
    news.server.pages["/all.xml"] = index(
        ("/a.xml", "2031-01-01"), ("/b.xml", "2031-01-02"), ("/gone.xml", "2031-01-03")
    )
    news.server.pages["/a.xml"] = [answer(status=503), answer(status=503), sitemap("/a")]
    news.server.pages["/b.xml"] = sitemap("/b")
    news.watch("/all.xml", "site")
    [failed] = [each for each in news.round() if isinstance(each, SourceFailed)]
    before = listed(news)
    news.pass_time(3600)
    [read] = [each for each in news.round() if isinstance(each, SourceRead)]

    assert failed.problem.code == "server_busy"
    assert before == ["/b"]
    assert listed(news) == ["/b", "/a"]
    assert any("page_missing" in remark for remark in remarks(read))
    asked(news)
    news.round(is_every_source=True)
    assert asked(news) == ["/all.xml"]
