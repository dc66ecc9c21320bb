"""What a page says about itself."""

from __future__ import annotations

import pytest
from lxml import html

from memcon.extract.page_metadata import read_metadata


def read(head: str, body: str = "") -> dict[str, str]:
    return read_metadata(
        html.document_fromstring(f"<html lang='en-GB'><head>{head}</head><body>{body}<p>a</p></body></html>")
    )


def test_json_ld_comes_first() -> None:
    """A graph with its article, publisher and writers."""
    head = """<meta property="og:title" content="Other"><meta property="og:site_name" content="Other">
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "Page", "inLanguage": "en"},
    {"@type": ["NewsArticle"], "headline": "Envoys meet", "datePublished": "2021-05-04T09:15:00+02:00", "author": [{"@type": "Person", "name": "Ingrid Solberg"}, "Pavel Novak"],
    "publisher": {"@type": "Organization", "name": "Fjord Courier"}, "keywords": ["herring", "talks"], "mainEntityOfPage": {"@id": "https://example.org/a"}}]}</script>"""

    assert read(head) == {
        "title": "Envoys meet",
        "published": "2021-05-04T09:15:00+02:00",
        "publisher": "Fjord Courier",
        "url": "https://example.org/a",
        "language": "en",
        "byline": "Ingrid Solberg; Pavel Novak",
        "tags": "herring; talks",
    }


def test_meta_tags() -> None:
    """OpenGraph, Dublin Core and the plain names."""
    head = """<title>Envoys meet - Fjord Courier</title><meta property="og:site_name" content="Fjord Courier"><meta name="DC.date.issued" content="2021-05-04">
    <meta name="author" content="Ingrid Solberg"><meta property="article:tag" content="herring"><meta property="article:tag" content="talks">
    <meta property="og:url" content="https://example.org/a">"""

    found = read(head)

    assert found["title"] == "Envoys meet"
    assert found["publisher"] == "Fjord Courier"
    assert found["published"] == "2021-05-04"
    assert found["tags"] == "herring; talks"
    assert found["language"] == "en-GB"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<time datetime="2021-05-04T09:15">May 4</time>', "2021-05-04T09:15"),
        ('<time datetime="2021-05-04">a</time><time datetime="2021-05-06">b</time>', None),
        ('<ul class="related"><li><time datetime="2021-05-06">May 6</time></li></ul>', None),
        ('<div id="comments"><time datetime="2021-05-06">May 6</time></div>', None),
        ('<article><article><time datetime="2021-05-06">May 6</time></article></article>', None),
        ('<p>The next count begins on <time datetime="2021-06-01">1 June</time> in Bergen.</p>', None),
        (
            "<h1>Envoys meet</h1><div>May 4, 2021 09:15</div><p>The envoys of both coastal states met in the old harbour hall on Tuesday.</p>",
            "May 4, 2021 09:15",
        ),
        ("<h1>Envoys meet</h1><p>By the harbour desk, May 4, 2021</p>", "By the harbour desk, May 4, 2021"),
        ('<h1>Envoys meet</h1><div class="most-read"><span>May 6, 2021</span></div>', None),
        ("<h1>Envoys meet</h1><div>Updated May 6, 2021</div>", None),
        (
            "<h1>Envoys meet</h1><p>The envoys of both coastal states met in the old harbour hall on Tuesday.</p><div>May 6, 2021</div>",
            None,
        ),
        ('<time datetime="2021-05-06">a</time><time class="published" datetime="2021-05-04">b</time>', "2021-05-04"),
    ],
)
def test_time_elements(body: str, expected: str | None) -> None:
    """Several days without a mark leave it open."""
    assert read("", body).get("published") == expected


@pytest.mark.parametrize(
    "script", ["{", "[" * 50_000, '{"@type": "NewsArticle", "headline": {"a": 1}}', "null", '{"@type": 7}', '[[["x"]]]']
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    """The rest of the page still speaks."""
    assert (
        read(f'<title>Envoys meet</title><script type="application/ld+json">{script}</script>')["title"]
        == "Envoys meet"
    )


_ARTICLE = '"@type": "NewsArticle", "headline": "Envoys meet", "datePublished": "2021-05-04"'


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (
            f'[{{{_ARTICLE}, "publisher": {{"@id": "#o"}}}}, {{"@type": "Organization", "@id": "#o", "name": "Fjord Courier"}}]',
            "Fjord Courier",
        ),
        (f'{{{_ARTICLE}, "publisher": {{"@id": "#o"}}}}', None),
        (f'{{{_ARTICLE}, "publisher": "https://example.org/#o"}}', None),
    ],
)
def test_json_ld_references(graph: str, expected: str | None) -> None:
    """An object is called by the one that it points to; an address is no name."""
    assert expected == read(f'<script type="application/ld+json">{graph}</script>').get("publisher")


@pytest.mark.parametrize("wrapping", ["<!-- {} -->", "/*<![CDATA[*/{}/*]]>*/", "//<![CDATA[\n{}\n//]]>", "\ufeff{}"])
def test_json_ld_in_old_wrappings(wrapping: str) -> None:
    """A comment, a CDATA section and a byte order mark are no part of it."""
    script = wrapping.replace("{}", f"{{{_ARTICLE}}}")

    assert read(f'<script type="application/ld+json">{script}</script>')["published"] == "2021-05-04"
