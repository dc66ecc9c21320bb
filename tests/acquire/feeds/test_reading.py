"""Feeds of all kinds, and what is none."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest

from memcon.acquire.feeds import MOST_ENTRIES, read_feed
from memcon.acquire.feeds.found import date_of
from memcon.domain.feeds import Entry, Feed, Part
from memcon.domain.problems import Problem
from tests.files import bomb
from tests.seconds import within

HERE = "https://news.example/feeds/world.xml"
TODAY = "2026-11-26"

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Fjord Mail &amp; Co</title><link>https://news.example/</link>
<item><title>Talks in &lt;b&gt;Oslo&lt;/b&gt; &amp;amp; Bergen</title><link>https://news.example/a?utm_source=rss#x</link>
<guid isPermaLink="false">id-1</guid><pubDate>Mon, 03 Nov 2025 01:00:00 +0900</pubDate>
<description>The ministers met.</description></item>
<item><title>By its guid</title><guid>https://news.example/b</guid></item>
<item><title>Relative</title><link>/c</link></item>
<item><title>Only here</title><guid isPermaLink="false">id-4</guid>
<content:encoded><![CDATA[<p>The whole <i>article</i>.</p>]]></content:encoded></item>
<item><title>Nothing</title></item>
<item><title>Elsewhere</title><link>mailto:desk@news.example</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Fjord</title>
<entry><id>urn:1</id><title type="html">&lt;em&gt;Talks&lt;/em&gt;</title>
<link rel="self" href="https://news.example/a.json" type="application/json"/>
<link rel="alternate" type="text/html" href="../a"/>
<published>2025-11-03T01:00:00+09:00</published><updated>2025-11-04T10:00:00Z</updated></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old</title></channel>
<item rdf:about="https://news.example/a"><title>Talks</title><link>https://news.example/a</link><dc:date>2025-11-03</dc:date></item>
</rdf:RDF>"""

SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/about</loc></url>
<url><loc> https://news.example/a </loc><lastmod>2025-11-04</lastmod><news:news><news:publication><news:name>Fjord</news:name>
</news:publication><news:publication_date>2025-11-03T01:00:00+09:00</news:publication_date><news:title>Talks</news:title></news:news></url>
</urlset>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Fjord",
    "items": [
        {"id": 7, "url": "https://news.example/a", "title": "Talks", "date_published": "2025-11-03T01:00:00+09:00"},
        {"id": "8", "content_text": "The <whole>\narticle."},
        "no item",
    ],
}


def feed(data: str | bytes, address: str = HERE) -> Feed:
    found = read_feed(data.encode() if isinstance(data, str) else data, address, today=TODAY)
    assert isinstance(found, Feed), found
    return found


def problem(data: str | bytes) -> Problem:
    found = read_feed(data.encode() if isinstance(data, str) else data, HERE, today=TODAY)
    assert isinstance(found, Problem), found
    assert found.ref == HERE
    assert found.hint
    return found


def told(entry: Entry) -> Entry:
    assert entry.fingerprint.startswith("entry_")
    return replace(entry, fingerprint="")


def test_rss() -> None:
    """Titles without markup, dates with their zone, links made absolute; what leads nowhere and says nothing is left out and told."""
    found = feed(RSS)

    assert (found.kind, found.title) == ("RSS", "Fjord Mail & Co")
    assert [told(entry) for entry in found.entries] == [
        Entry(
            key="https://news.example/a",
            address="https://news.example/a?utm_source=rss#x",
            title="Talks in Oslo & Bergen",
            published="2025-11-03T01:00:00+09:00",
        ),
        Entry(key="https://news.example/b", address="https://news.example/b", title="By its guid"),
        Entry(key="https://news.example/c", address="https://news.example/c", title="Relative"),
        Entry(key="id:id-4", title="Only here", content="<p>The whole <i>article</i>.</p>"),
    ]
    assert [each.code for each in found.problems] == ["feed_entry_empty"]


@pytest.mark.parametrize(
    ("data", "kind"), [(ATOM, "Atom"), (RDF, "RSS"), (SITEMAP, "sitemap"), (json.dumps(JSON), "JSON Feed")]
)
def test_the_other_kinds(data: str, kind: str) -> None:
    """The same article in each; of a sitemap of news the articles alone."""
    found = feed(data)
    entry = found.entries[0]

    assert found.kind == kind
    assert (entry.address, entry.title) == ("https://news.example/a", "Talks")
    assert entry.published == ("2025-11-03" if data == RDF else "2025-11-03T01:00:00+09:00")
    assert entry.updated == {ATOM: "2025-11-04T10:00:00Z", SITEMAP: "2025-11-04"}.get(data)
    assert len(found.entries) == (2 if kind == "JSON Feed" else 1)


def test_text_of_a_json_feed() -> None:
    """Text stands for itself, also where it looks like markup."""
    assert feed(json.dumps(JSON)).entries[1].content == "<p>The &lt;whole&gt;</p><p>article.</p>"


def test_charset_that_the_server_tells() -> None:
    """It counts where the feed tells none."""
    data = RSS.replace(' encoding="utf-8"', "").replace("Talks", "Gespräche über").encode("iso-8859-15")
    found = read_feed(data, HERE, today=TODAY, charset="iso-8859-15")

    assert isinstance(found, Feed)
    assert found.entries[0].title == "Gespräche über in Oslo & Bergen"


def test_characters_that_are_none() -> None:
    """They cost the page that they stand in, and a feed at most: nothing is raised."""
    page = "<url><loc>https://news.example/{}</loc></url>"
    sitemap = "<urlset>" + page.format("a&#55296;") + page.format("b") + "</urlset>"
    rss = "<rss version='2.0'><channel><item><title>&#1114112;</title><link>https://news.example/a</link></item></channel></rss>"

    assert [entry.key for entry in feed(sitemap).entries] == ["https://news.example/b"]
    assert isinstance(read_feed(rss.encode(), HERE, today=TODAY), Feed | Problem)


def test_plain_sitemap() -> None:
    """Where nothing tells which pages are articles, all are taken; a list of sitemaps has none, but its parts."""
    pages = "<urlset><url><loc>https://news.example/a</loc></url><url><loc>https://news.example/b</loc></url></urlset>"
    parts = "<sitemap><loc> /1.xml </loc><lastmod>2025-11-03</lastmod></sitemap><sitemap><lastmod>2025</lastmod></sitemap><sitemap><loc>/2.xml</loc><lastmod>2099-01-01</lastmod></sitemap>"
    index = feed(f"<sitemapindex>{parts}</sitemapindex>")

    assert [entry.key for entry in feed(pages).entries] == ["https://news.example/a", "https://news.example/b"]
    assert index.entries == ()
    assert index.parts == (
        Part(address="https://news.example/1.xml", updated="2025-11-03"),
        Part(address="https://news.example/2.xml"),
    )


@pytest.mark.parametrize(
    "data",
    [
        RSS.replace("utf-8", "utf-16").encode("utf-16"),
        RSS.replace("utf-8", "utf-16").encode("utf-16-le"),
        RSS.replace("utf-8", "iso-8859-1").encode("iso-8859-1"),
        b"\xef\xbb\xbf" + RSS.encode(),
        gzip.compress(RSS.encode()),
        gzip.compress(gzip.compress(RSS.encode())),
        b"\n\n<!-- made by hand -->\n" + RSS.encode(),
        RSS.replace("?>", '?><!DOCTYPE rss [<!ENTITY x "y">]>', 1).encode(),
        b"Warning: cannot modify header in /srv/feed.php\n" + RSS.encode(),
        RSS.replace("The ministers", "The &nbsp; & ministers").encode(),
        RSS[:-30].encode(),
    ],
    ids=[
        "utf-16",
        "utf-16 unmarked",
        "latin",
        "marked",
        "gzip",
        "gzip twice",
        "comment",
        "doctype",
        "junk",
        "entity",
        "cut",
    ],
)
def test_feeds_in_other_clothes(data: bytes) -> None:
    """Encoded, packed, with something before them, or not quite well-formed: the entries are the same."""
    assert [entry.key for entry in feed(data).entries] == [entry.key for entry in feed(RSS).entries]


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))

NO_FEED: dict[str, tuple[str | bytes, str]] = {
    "page": ("<!doctype html><html><body><p>News</p></body></html>", "feed_is_page"),
    "empty": ("", "feed_not_readable"),
    "words": ("The ministers met.", "feed_not_readable"),
    "other XML": ("<svg xmlns='http://www.w3.org/2000/svg'/>", "feed_not_readable"),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(100), "feed_not_readable"),
    "declarations without end": ("<!DOCTYPE r [" + "\n<!ENTITY a" * 100_000, "feed_not_readable"),
    "comment without end": ("<!--" * 100_000 + "<rss/>", "feed_not_readable"),
    "other JSON": ('{"items": []}', "feed_not_readable"),
    "deep JSON": ('{"version":"https://jsonfeed.org/version/1","items":' + "[" * 100_000, "feed_not_readable"),
    "bomb": (bomb(), "unpacks_too_large"),
    "bomb in a bomb": (bomb(2), "unpacks_too_large"),
    "packed and cut": (gzip.compress(RSS.encode())[:-9], "body_cut"),
    "long": ("<rss><channel>" + "<item/>" * 1_000_000, "too_large"),
    "longer": (b"<rss>" + bytes(10_000_000), "too_large"),
    "element of a feed in words": ("<p>See <rss> there</p>", "feed_not_readable"),
}


@pytest.mark.parametrize("case", sorted(NO_FEED))
def test_what_is_no_feed(case: str) -> None:
    """One problem each, at once."""
    data, code = NO_FEED[case]

    assert problem(data).code == code


def test_page_that_names_its_feeds() -> None:
    """They are told, so that they can be added; nothing is fetched."""
    page = '<html><head><link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2"><link rel=icon href=/i></head></html>'

    assert problem(page).hint == "the page names its feeds: https://news.example/rss?a=1&b=2"


def test_entities_are_not_declared_by_feeds() -> None:
    """Neither a billion laughs, nor one long one that is told over and over, nor a file of this machine."""
    body = (
        "<rss version='2.0'><channel><item><title>{}</title><link>https://news.example/a</link></item></channel></rss>"
    )
    laughs = feed(f"<!DOCTYPE r [<!ENTITY l0 'ha'>{LAUGHS}]>" + body.format("&l9;"))
    long = feed(f'<!DOCTYPE r [<!ENTITY a "{"x" * 15_000}">]>' + body.format("&a;" * 1_000))
    file = feed('<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + body.format("&a;"))

    assert [len(found.entries) for found in (laughs, long, file)] == [1, 1, 1]
    assert [(found.entries[0].title or "")[:4] for found in (laughs, long, file)] == ["&l9;", "&a;&", "&a;"]


LONG = 600_000


@pytest.mark.parametrize(
    "made",
    [
        "<item " + " ".join(f'a{n}="1"' for n in range(20_000)) + "><link>https://news.example/a</link></item>",
        "<_x " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/><item><link>https://news.example/a</link></item>",
        f"<item><link>https://news.example/a</link><author>{'a' * LONG}</author></item>",
        f"<item><link>https://news.example/a</link><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>{'a.' * LONG}@</dc:creator></item>",
        f"<item><link>https://news.example/a</link><a:author xmlns:a='http://www.w3.org/2005/Atom'><![CDATA[</author>{'a' * LONG}]]></a:author></item>",
    ],
    ids=["attributes", "attributes-of-others", "person", "creator", "hidden-person"],
)
def test_feeds_that_are_made_to_be_slow(made: str) -> None:
    """What feedparser would take hours for costs what is not used anyway; the entry is read."""
    found = within(3.0, lambda: feed(f"<rss version='2.0'><channel><title>Wire</title>{made}</channel></rss>"))

    assert [entry.address for entry in found.entries] == ["https://news.example/a"]


@pytest.mark.parametrize(("made", "words"), [("<a/>" * 50_001, "elements"), ("&amp;" * 500_001, "ampersands")])
def test_feeds_of_too_much(made: str, words: str) -> None:
    """Elements and references are counted before they are read."""
    found = within(3.0, lambda: problem(f"<rss><channel><item><title>{made}</title></item></channel></rss>"))

    assert found.code == "too_large"
    assert words in found.message


def test_markup_of_articles_is_not_counted() -> None:
    """A feed may have the whole text of its articles."""
    text = "<p>They met.</p>" * 60_000
    found = feed(
        f"<rss><channel><item><guid isPermaLink='false'>1</guid><description><![CDATA[{text}]]></description></item></channel></rss>"
    )

    assert [entry.content for entry in found.entries] == [text]


def test_entries_of_one_id_are_told_apart() -> None:
    """By their addresses; the same address twice is one entry."""
    item = "<item><guid isPermaLink='false'>same</guid><link>https://news.example/{}</link></item>"
    found = feed("<rss version='2.0'><channel>" + "".join(item.format(n) for n in (1, 2, 2, 3)) + "</channel></rss>")

    assert [entry.key for entry in found.entries] == [f"https://news.example/{n}" for n in (1, 2, 3)]


def test_articles_of_one_id_in_the_feed_itself_are_told_apart() -> None:
    """Each is kept, and keeps its key when the feed is read again; one that stands there twice is one."""
    items = "".join(
        f"<entry><id>urn:one</id><title>Talks {n}</title><content>They met {n}.</content></entry>" for n in (1, 2, 2)
    )
    data = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Fjord</title>{items}</feed>'.encode()
    first, again = (read_feed(data, "https://fjord.example/feed", today="2025-11-05") for _ in range(2))

    assert isinstance(first, Feed)
    assert isinstance(again, Feed)
    assert [entry.title for entry in first.entries] == ["Talks 1", "Talks 2"]
    assert [entry.key for entry in first.entries] == [entry.key for entry in again.entries]


def test_dates_that_can_not_be() -> None:
    """From the year 2099 or before the web: not used, and told."""
    item = "<item><link>https://news.example/{}</link><pubDate>{}</pubDate></item>"
    dates = [
        "Tue, 03 Nov 2099 01:00:00 GMT",
        "Sat, 03 Nov 1900 01:00:00 GMT",
        "Fri, 27 Nov 2026 23:00:00 GMT",
        "soon",
        "",
    ]
    found = feed(
        "<rss version='2.0'><channel>"
        + "".join(item.format(n, date) for n, date in enumerate(dates))
        + "</channel></rss>"
    )

    assert [entry.published for entry in found.entries] == [None, None, "2026-11-27T23:00:00+00:00", None, None]
    assert [(each.code, each.is_fatal) for each in found.problems] == [("feed_date_not_likely", False)]


def test_long_feeds_are_cut_to_the_newest() -> None:
    """And that is told."""
    urls = "".join(
        f"<url><loc>https://news.example/{n}</loc><lastmod>2025-{n % 10 + 1:02}-01</lastmod></url>"
        for n in range(MOST_ENTRIES * 2)
    )
    found = feed(f"<urlset>{urls}</urlset>")

    assert len(found.entries) == MOST_ENTRIES
    assert min(entry.updated or "" for entry in found.entries) == "2025-06-01"
    assert [each.code for each in found.problems] == ["feed_too_long"]


def test_fingerprint_changes_with_what_the_feed_says() -> None:
    """Of the entry that changed, and of no other."""
    before, after = feed(RSS).entries, feed(RSS.replace("The ministers met.", "The ministers met twice.")).entries

    assert [one.fingerprint == other.fingerprint for one, other in zip(before, after, strict=True)] == [
        False,
        True,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("Mon, 03 Nov 2025 01:00:00 +0900", "2025-11-03T01:00:00+09:00"),
        ("03 Nov 2025 01:00 EST", "2025-11-03T01:00:00-05:00"),
        ("2025-11-03T01:00:00Z", "2025-11-03T01:00:00Z"),
        ("2025-11-03", "2025-11-03"),
        ("2025-11", "2025-11"),
        ("2025-13-03", None),
        ("2025-11-03T99:00:00Z", None),
        ("Mon, 99 Nov 2025 01:00:00 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(told: str | None, date: str | None) -> None:
    """With the zone that they have; none is made up."""
    assert date_of(told) == date
