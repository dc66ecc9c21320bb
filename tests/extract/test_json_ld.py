"""JSON-LD as pages have it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from lxml import html

from memcon.extract.json_ld import read_json_ld, read_updates

WRITER = {"@type": "Person", "@id": "#a", "name": "Rosa Quispe"}
OUTLET = {"@type": ["NewsMediaOrganization", "Organization"], "@id": "#o", "name": "Andes Daily"}
ARTICLE: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "Ministers meet in Lima",
    "datePublished": "2025-06-03T09:00:00-05:00",
    "author": {"@id": "#a"},
    "publisher": {"@id": "#o"},
}
TOLD = {
    "title": "Ministers meet in Lima",
    "published": "2025-06-03T09:00:00-05:00",
    "publisher": "Andes Daily",
    "byline": "Rosa Quispe",
}


def read(*scripts: str, addresses: frozenset[str] = frozenset()) -> dict[str, str]:
    head = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return read_json_ld(
        html.document_fromstring(f"<html><head>{head}</head><body>a</body></html>"), addresses=addresses
    )


def as_json(*values: object) -> list[str]:
    return [json.dumps(value) for value in values]


@pytest.mark.parametrize(
    "scripts",
    [
        as_json({"@graph": [OUTLET, WRITER, ARTICLE]}),
        as_json(ARTICLE, OUTLET, WRITER),  # each in a script of its own
        as_json({"@graph": [{"@type": "WebSite", "publisher": OUTLET}, ARTICLE, {"@type": "WebPage", "author": WRITER}]}),
        as_json({"@type": "WebPage", "datePublished": "2020-01-01", "mainEntity": {**ARTICLE, "publisher": OUTLET}}, WRITER),
        as_json({"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}, ARTICLE, OUTLET, WRITER),
        as_json({f"schema:{key}" if key[0] != "@" else key: value for key, value in ARTICLE.items()} | {"@type": "schema:NewsArticle"}, OUTLET, WRITER),
        ["".join(as_json(OUTLET, WRITER, ARTICLE))],  # one behind the other
    ],
)  # fmt: skip
def test_references_are_followed_within_the_page(scripts: list[str]) -> None:
    """Wherever the objects stand that the article points to."""
    assert TOLD == read(*scripts)


@pytest.mark.parametrize(
    "wrap",
    [
        "\n//<![CDATA[\n{}\n//]]>\n",
        "/* <![CDATA[ */{}/* ]]> */",
        "<!--//--><![CDATA[//><!--\n{}\n//--><!]]>",
        "<!-- {} -->",
        "\ufeff{};",
    ],
)
def test_wrappings_are_taken_off(wrap: str) -> None:
    """Comments, CDATA sections, both in one, and a byte order mark."""
    assert TOLD == read(wrap.format(as_json([ARTICLE, OUTLET, WRITER])[0]))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('"', "&quot;"),
        lambda text: text.replace("}", ",}"),
        lambda text: text.replace("meet in", "meet\nin").replace("Ministers meet\nin", "Ministers meet in"),
    ],
)
def test_small_faults_are_forgiven(spoil: Any) -> None:
    """Entities, a comma behind which nothing comes, a bare line break."""
    assert TOLD == read(spoil(as_json([{**ARTICLE, "description": "they meet in Lima"}, OUTLET, WRITER])[0]))


def test_of_several_articles_the_page_is_at_its_own_address() -> None:
    """Teasers come with articles of their own."""
    other = {
        "@type": "NewsArticle",
        "headline": "Fleet sails",
        "datePublished": "2024-01-01",
        "url": "https://andes.example/fleet",
    }
    own = {**ARTICLE, "url": "https://andes.example/lima"}
    scripts = as_json([other, own, OUTLET, WRITER])

    assert "Ministers meet in Lima" == read(*scripts, addresses=frozenset({"https://andes.example/lima"}))["title"]
    assert "Fleet sails" == read(*scripts)["title"]


def test_entities_in_words_are_characters() -> None:
    """A headline that was escaped twice."""
    assert "Ministers & envoys" == read(*as_json({**ARTICLE, "headline": "Ministers &amp; envoys"}))["title"]


@pytest.mark.parametrize("script", ['{"@type": "NewsArticle"} no JSON', "," * 1000, '{"a":' * 5000, "[]", "7 8 9"])
def test_what_is_broken_says_nothing(script: str) -> None:
    """Not even what stood before the fault."""
    assert {} == read(script)


def test_updates_of_a_live_blog() -> None:
    """In a graph or alone, one or several; nothing from what is called otherwise."""
    update = {"@type": "BlogPosting", "articleBody": "They met."}
    tree = html.document_fromstring(
        "<html><body>"
        + "".join(
            f'<script type="application/ld+json">{script}</script>'
            for script in as_json(
                {"@graph": [{"@type": "LiveBlogPosting", "liveBlogUpdate": [update, "x"]}]},
                {"@type": "LiveBlogPosting", "liveBlogUpdate": update},
                {"@type": "NewsArticle", "liveBlogUpdate": update},
            )
        )
        + "</body></html>"
    )

    assert [update, update] == read_updates(tree)
