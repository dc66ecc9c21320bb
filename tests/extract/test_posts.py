"""Posts under headings that tell when they were written."""

from __future__ import annotations

import pytest

from memcon.domain.documents import Capture, Document, Post
from memcon.domain.spans import Span
from memcon.extract import extract
from memcon.extract.posts import MOST_POSTS, find_posts

REPORT = """Harbour talks in Tallinn

10 March 2025

The Estonian and Finnish foreign ministers are meeting for two days over the harbour accord.

17:40 Tuesday 11 March

The Estonian and Finnish foreign ministers signed the harbour accord in Tallinn today.

{second}

The Finnish minister arrived in Tallinn on Sunday evening for talks on the harbour accord.
"""


def read(text: str) -> Document:
    document, _ = extract(Capture(ref="r", data=text.encode(), media_type="text/plain"))
    assert document is not None
    return document


def test_headings_of_a_time_and_a_date_head_posts() -> None:
    """A day without its year is that nearest to publication; a post goes on to the next heading of a time."""
    document = read(REPORT.format(second="Mon, March 10, 7.30 a.m."))
    first, second = (post.span.of(document.text) for post in document.posts)

    assert [("2025-03-11", "17:40"), ("2025-03-10", "07:30")] == [(p.published, p.time) for p in document.posts]
    assert first.startswith("17:40 Tuesday")
    assert first.endswith("in Tallinn today.")
    assert second.endswith("on the harbour accord.")


@pytest.mark.parametrize(
    "second",
    [
        "10 March 2025",  # a chronology has no times of day
        "7.30 a.m.",  # one post alone is no report
        "Updated 10 March 2025, 7.30 a.m.",
        "10 March 2021, 7.30 a.m.",  # what is years away was not written about then
        "The talks of March 10 at 7.30 a.m.",
    ],
)
def test_other_headings_head_none(second: str) -> None:
    """Only times of day with a date, about the day of publication, are the times of posts."""
    assert () == read(REPORT.format(second=second)).posts


def test_marked_posts_count_within_bounds() -> None:
    """Those that a page marks are taken as they are, but not for hundreds."""
    some = [Post(span=Span(n, n + 1), published="2025-03-10") for n in range(MOST_POSTS + 1)]

    assert tuple(some[:2]) == find_posts("", (), some[:2], published="2025-03-11")
    assert tuple(some[:2]) == find_posts("", (), some[:2], published=None)
    assert () == find_posts("", (), some[:1], published="2025-03-11")
    assert () == find_posts("", (), some[:2], published="2025-05-11")
    assert () == find_posts("", (), some, published="2025-03-11")
