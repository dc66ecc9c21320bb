"""Web pages."""

from __future__ import annotations

import gc

import pytest

from memcon.extract.page import read_page

ARTICLE = """<html lang="en"><head><title>Envoys meet in Bergen | Fjord Courier</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1>Envoys meet in Bergen</h1>
<figure><img src="a.jpg"><figcaption>Envoy Solberg, left, in the harbour hall.</figcaption></figure>
<p>The envoys of both <b>coastal</b> states met in <a href="/b">Bergen</a> on Tuesday, officials said.</p>
<h2>What comes next</h2>
<p>They will meet again in June,<br>the ministry said in a note.</p>
<ul><li>Counting of the herring</li><li>Painting of the lighthouse</li></ul>
</article>
<aside><figure><figcaption>Buy a boat</figcaption></figure></aside>
<script>document.write("never run")</script></body></html>"""


def test_article_headings_and_captions() -> None:
    """Captions stand behind the text; menus, side columns and scripts are left out."""
    page = read_page(ARTICLE)

    assert [(b.kind, b.span.of(page.text)) for b in page.blocks] == [
        ("title", "Envoys meet in Bergen"),
        ("heading", "What comes next"),
        ("caption", "Envoy Solberg, left, in the harbour hall."),
    ]
    assert "met in Bergen on Tuesday, officials said." in page.text
    assert "Counting of the herring\n\nPainting of the lighthouse" in page.text
    assert page.text.count("Envoys meet in Bergen") == 1
    assert not any(w in page.text for w in ("never run", "Buy a boat", "Home"))
    assert page.stated["title"] == "Envoys meet in Bergen"


def test_a_title_that_the_article_lacks_leads_the_text() -> None:
    """So that it can be cited."""
    page = read_page(ARTICLE.replace("<h1>Envoys meet in Bergen</h1>", ""))

    assert page.text.startswith("Envoys meet in Bergen\n\nThe envoys of both")
    assert page.blocks[0].kind == "title"


def test_reading_twice_gives_the_same() -> None:
    """No state is kept between pages."""
    assert read_page(ARTICLE) == read_page(ARTICLE)


@pytest.mark.parametrize(
    "source",
    [
        "<html><body><nav><ul><li><a href=x>Home</a><li><a href=y>World news of today</a></ul></nav></body></html>",
        "<html><body></body></html>",
        "<html><body><div id=app></div><script>load()</script></body></html>",
        "<html><body>" + "<p><a href=x>The envoys met in Bergen, and more of that.</a></p>" * 3 + "</body></html>",
    ],
)
def test_pages_without_article(source: str) -> None:
    """Menus, empty shells and lists of links."""
    assert read_page(source).text == ""


def test_too_much_text_is_refused() -> None:
    """Before it is analysed."""
    with pytest.raises(ValueError, match="characters"):
        read_page("<p>" + "herring " * 300_000)


@pytest.mark.parametrize(
    "source",
    [
        "<" * 50_000,
        "<div>" * 20_000 + "herring",
        "<p title='" + "x" * 100_000,
        "&#0;&#xd800;<p>\x00",
        "<?xml version='1.0' encoding='x'?><html><p>a",
    ],
)
def test_hostile_markup(source: str) -> None:
    """Is refused or read, never worse."""
    refusal = ""
    try:
        read_page(source)
    except ValueError as error:
        refusal = str(error)

    assert refusal in ("", "nothing in it is HTML")


def _paragraphs(body: str) -> list[str]:
    page = f"<html><head><title>Envoys meet</title></head><body><main><article>{body}</article></main></body></html>"
    return read_page(page).text.split("\n\n")


_REST = "<p>Both sides agreed to count the herring again, the ministry said in a note after the meeting.</p>"


def test_a_date_runs_into_no_sentence() -> None:
    """Elements that style alone sets apart are parted."""
    lead = "<p><span>May 4</span><span>The envoys of both coastal states met in Bergen on Monday.</span></p>"

    assert _paragraphs(f"<h1>Envoys meet</h1>{lead}{_REST}")[1:3] == [
        "May 4",
        "The envoys of both coastal states met in Bergen on Monday.",
    ]


def test_a_line_break_within_a_sentence_parts_nothing() -> None:
    """The next line goes on small, or the last word asks for more."""
    lead = "<p>The envoys of both coastal states met in<br>Bergen, and they<br>spoke for an hour on Monday.</p>"

    assert (
        _paragraphs(f"<h1>Envoys meet</h1>{lead}{_REST}")[1]
        == "The envoys of both coastal states met in Bergen, and they spoke for an hour on Monday."
    )


def test_memory_is_not_searched_for_garbage_at_every_page() -> None:
    """With a language model loaded that takes longer than all else that is done to a page."""
    searched = list[int]()

    def count(phase: str, told: dict[str, int]) -> None:
        searched.extend([1] if phase == "start" and told["generation"] == 2 else [])

    page = "<html><body><article><h1>Envoys meet</h1><p>The envoys of both states met in the old hall on Tuesday.</p></article></body></html>"
    read_page(page)
    gc.callbacks.append(count)
    try:
        for _ in range(10):
            read_page(page)
    finally:
        gc.callbacks.remove(count)

    assert len(searched) < 10
