"""The dates that a page shows above its text."""

from __future__ import annotations

import pytest
from lxml import html

from memcon.extract.page_dates import published_of, updated_of

BODY = (
    "<p>The Peruvian trade minister met the Chilean trade minister in Lima on Tuesday to discuss the copper accord.</p>"
)


def tree(top: str, bottom: str = "") -> object:
    return html.document_fromstring(f"<html><body><h1>Ministers meet</h1>{top}{BODY}{bottom}</body></html>")


@pytest.mark.parametrize(
    ("top", "published", "updated"),
    [
        ("<div><time datetime='2025-06-03'>a</time> Updated <time datetime='2025-06-04'>b</time></div>", "2025-06-03", "2025-06-04"),
        ("<div>Last updated: <time datetime='2025-06-04'>b</time> <time datetime='2025-06-03'>a</time></div>", "2025-06-03", "2025-06-04"),
        ("<div><span>Updated on</span><time datetime='2025-06-04'>b</time></div>", None, "2025-06-04"),
        ("<time class='updated' datetime='2025-06-04'>b</time><time class='entry-date published' datetime='2025-06-03'>a</time>", "2025-06-03", "2025-06-04"),
        ("<time class='published updated' datetime='2025-06-03'>a</time>", "2025-06-03", None),
        ("<time itemprop='dateModified' datetime='2025-06-04'>b</time><time itemprop='datePublished' datetime='2025-06-03'>a</time>", "2025-06-03", "2025-06-04"),
        ("<abbr class='published' title='2025-06-03T09:00:00-05:00'>yesterday</abbr>", "2025-06-03T09:00:00-05:00", None),
        ("<abbr title='2025-06-03'>a</abbr>", None, None),
        ("<time datetime='2025'>3 June 2025</time>", "2025-06-03", None),
        ("<time datetime='2024'>3 June 2025</time>", "2024", None),
        ("<p class='meta'>Lima, June 3, 2025</p>", "Lima, June 3, 2025", None),
        ("<p class='meta'>Lima Summit, June 3, 2025</p>", None, None),
        ("<p>March 3, 2025 | Lima</p>", "March 3, 2025 | Lima", None),
    ],
)  # fmt: skip
def test_dates_by_mark_by_label_and_by_place(top: str, published: str | None, updated: str | None) -> None:
    """What is labelled as a change is none of publication, and several days without a label leave it open."""
    assert (published, updated) == (published_of(tree(top)), updated_of(tree(top)))


def test_a_change_told_elsewhere_is_not_the_page_s() -> None:
    """The comment that was updated, and the next round that a sentence tells of."""
    comment = "<div class='comments'>Updated <time datetime='2025-06-08'>8 June</time></div>"
    told = "<p>The list was last updated <time datetime='2025-06-02'>on Monday</time>, the ministry said.</p>"

    assert updated_of(tree("", comment + told)) is None
