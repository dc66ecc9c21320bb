"""What readers wrote is no part of an article."""

from __future__ import annotations

import pytest

from memcon.domain.documents import Capture
from memcon.extract import extract

ARTICLE = (
    "<p>The Peruvian trade minister met the Chilean trade minister in Lima on Tuesday to discuss the copper accord.</p>"
    "<p>The two sides agreed to meet again, the Peruvian ministry said in a statement after the meeting.</p>"
)
SAID = "<p>The Bolivian foreign minister met the Cuban envoy in Sucre yesterday, as everybody knows.</p>"


def text_of(body: str) -> str:
    page = f"<html lang='en'><body><main><article><h1>Ministers meet in Lima</h1>{body}</article></main></body></html>"
    document, _ = extract(Capture(ref="r", data=page.encode(), media_type="text/html"))
    return document.text if document else ""


@pytest.mark.parametrize(
    "readers",
    [
        f"<section class='comments'>{SAID}</section>",
        f"<div class='reader-comments'>{SAID}</div>",
        f"<div id='disqus_thread'>{SAID}</div>",
        f"<div id='respond'>{SAID}</div>",
        f"<div class='article-responses'><div>ana99</div>{SAID}</div>",
        f"<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'>{SAID}</div>",
        f"<div><h3>3 Comments</h3>{SAID}</div>",
        f"<h2>Readers' comments (12)</h2><div>{SAID}</div>",
        f"<h4>Leave a reply</h4>{SAID}",
    ],
)
def test_what_readers_wrote_is_left_out(readers: str) -> None:
    """By what the page calls it, by its vocabulary, or by the heading above it."""
    found = text_of(ARTICLE + readers)

    assert "copper accord" in found
    assert "after the meeting" in found
    assert "Bolivian" not in found


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='comment'>{ARTICLE}{SAID}</div>",  # an outlet's opinion page
        f"{ARTICLE}<h2>Reactions</h2>{SAID}",
        f"{ARTICLE}<h2>International responses</h2>{SAID}",
        f"{ARTICLE}<h2>3 Comments</h2><p>Good.</p><h2>Background</h2>{SAID}",
    ],
)
def test_what_only_looks_like_it_stays(body: str) -> None:
    """The text that a page begins with, and parts of a report that are called alike."""
    assert "Bolivian" in text_of(body)
