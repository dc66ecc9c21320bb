"""Live blogs in a page's markup and in its JSON-LD."""

from __future__ import annotations

import json

import pytest

from memcon.domain.documents import Capture, Document
from memcon.extract import extract

HEAD = '<meta property="article:published_time" content="2025-03-10T06:00:00+02:00">'
ABOVE = "<p>The Estonian and Finnish foreign ministers are meeting for two days over the harbour accord.</p>"
SIGNED = "The Estonian and Finnish foreign ministers signed the harbour accord in Tallinn today."
FORCE = "It comes into force in May, the Estonian ministry said in a statement."
ARRIVED = "The Finnish minister arrived in Tallinn on Sunday evening for talks on the accord."


def page(body: str, head: str = HEAD) -> str:
    title = "<title>Harbour talks in Tallinn: live</title>"
    return f"<html lang='en'><head>{title}{head}</head><body><main><article><h1>Harbour talks in Tallinn: live</h1>{ABOVE}{body}</article></main></body></html>"


def read(body: str, head: str = HEAD) -> Document:
    document, _ = extract(Capture(ref="r", data=page(body, head).encode(), media_type="text/html"))
    assert document is not None
    return document


def posts(document: Document) -> list[tuple[str, str]]:
    return [(post.published, post.span.of(document.text)) for post in document.posts]


TWO = [("2025-03-11", f"Accord signed\n\n{SIGNED}\n\n{FORCE}"), ("2025-03-10", ARRIVED)]


@pytest.mark.parametrize(
    ("post", "head", "foot"),
    [
        ("article class='entry'", "<header>", "</header>"),
        ("div class='post'", "", ""),
        ("section", "<div><span>", "</span></div>"),
    ],
)
def test_each_post_has_the_time_that_heads_it(post: str, head: str, foot: str) -> None:
    """Whatever the element, what stands above the posts is written when the page was; times, links and what is beside it are left out."""
    tag = post.split()[0]
    share = "<ul><li><a href='#'>Share this</a></li></ul>"
    document = read(
        f"<div><{post}>{head}<time datetime='2025-03-11T17:40+02:00'>17:40</time>{foot}<h2>Accord signed</h2><p>{SIGNED}</p><p>{FORCE}</p>{share}</{tag}>"
        f"<{post}>{head}<time datetime='2025-03-10T07:30+02:00'>Mon 07:30</time>{foot}<p>{ARRIVED}</p></{tag}></div>"
        "<div class='related'><div><time datetime='2025-03-09'>9 March</time><p>The fleet of the Latvian navy sails for an exercise off Gotland.</p></div></div>"
    )

    assert TWO == posts(document)
    assert "2025-03-10" == document.published
    assert document.text.startswith(
        "Harbour talks in Tallinn: live\n\nThe Estonian and Finnish foreign ministers are meeting"
    )
    assert "Gotland" not in document.text


def test_json_ld_tells_the_times_that_the_markup_lacks() -> None:
    """A paragraph that stands in the words of one update has that update's time."""
    updates = [
        {"@type": "BlogPosting", "datePublished": "2025-03-11T17:40:00+02:00", "articleBody": f"{SIGNED} {FORCE}"},
        {"@type": "BlogPosting", "datePublished": "2025-03-10T07:30:00+02:00", "articleBody": ARRIVED},
        "no update",
    ]
    told = {"@type": "LiveBlogPosting", "datePublished": "2025-03-10T06:00:00+02:00", "liveBlogUpdate": updates}
    document = read(
        f"<p>{SIGNED}</p><p>{FORCE}</p><p>{ARRIVED}</p>",
        f'<script type="application/ld+json">{json.dumps(told)}</script>',
    )

    assert [("2025-03-11", SIGNED), ("2025-03-11", FORCE), ("2025-03-10", ARRIVED)] == posts(document)


@pytest.mark.parametrize(
    "body",
    [
        # teasers of other stories under a longer article
        f"<p>{SIGNED}</p><p>{FORCE}</p><p>{ARRIVED}</p><div><div><time datetime='2025-03-09'>9 March</time><p>The fleet of the Latvian navy sails next week.</p></div>"
        "<div><time datetime='2025-03-08'>8 March</time><p>A mayor opens the new bridge to the island.</p></div></div>",
        # what readers wrote
        f"<p>{SIGNED}</p><p>{FORCE}</p><div class='comments'><div><time datetime='2025-03-12'>12 March</time><p>{ARRIVED} {ARRIVED}</p></div>"
        f"<div><time datetime='2025-03-11'>11 March</time><p>{ARRIVED} {ARRIVED} {ARRIVED}</p></div></div>",
        # the times of events
        f"<div><p>{SIGNED} The next round is on <time datetime='2025-03-12'>Wednesday</time> in Turku.</p></div>"
        f"<div><p>{ARRIVED} The envoys meet on <time datetime='2025-03-13'>Thursday</time> in Riga.</p></div>",
    ],
)
def test_other_times_of_a_page_make_no_posts(body: str) -> None:
    """Teasers, comments and the days that a sentence names."""
    document = read(body)

    assert () == document.posts
    assert SIGNED in document.text


def test_thousands_of_times_are_looked_through_at_once() -> None:
    """Ten thousand times in one part: its words are counted once."""
    document = read(f"<div><p>{SIGNED}</p>" + "<time datetime='2025-03-09'>9 March</time> " * 10_000 + "</div>")

    assert () == document.posts
