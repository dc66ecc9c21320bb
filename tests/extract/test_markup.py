"""Markup that would keep the parser busy for hours."""

from __future__ import annotations

import pytest

from memcon.domain.documents import Capture
from memcon.extract.extraction import extract
from memcon.extract.markup import MOST_ATTRIBUTES, bounded
from memcon.extract.page import MOST_BESIDE
from tests.seconds import within

PROSE = "<p>Foreign Minister Ada Lind met Ben Aho in Oslo on 3 May 2021 and spoke about the river treaty at length.</p>"
PAGE = f"<html><body><article><h1>Talks in Oslo</h1>{PROSE}{{}}</article></body></html>"
MANY = 150_000


def attributes(count: int, form: str) -> str:
    return " ".join(form.format(n) for n in range(count))


@pytest.mark.parametrize("form", ["a{}", "a{}=1", 'a{}=">"', "a{}='<b>'", "a{} = \\"])
def test_a_tag_with_too_many_attributes_loses_them_and_no_text(form: str) -> None:
    page = PAGE.format(f"<p {attributes(MOST_ATTRIBUTES + 1, form)}>They agree.</p>")

    assert bounded(page) == PAGE.format("<p>They agree.</p>")


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("<p class='a b' title=\"2 > 1\">They agree.</p>"),
        PAGE.format(f"<p {attributes(MOST_ATTRIBUTES, 'a{}')}>They agree.</p>"),
        PAGE.format(f"<img alt='{'words and more ' * 500}'>"),
        PAGE.format(f"<p it's>{'It is so. ' * 500}</p>"),
        PAGE.format(f"<script>if (a <b) {{ {'x = y; ' * 900} }}</script>"),
        PAGE.format(f"a < b and <3 {'words ' * 900}"),
        f"<p {'=' * 5}",
        "<",
    ],
)
def test_other_pages_are_left_as_they_are(page: str) -> None:
    """Long values, stray quotation marks, scripts and comparisons are no attributes."""
    assert bounded(page) == page


def test_very_many_attributes_cost_no_time() -> None:
    """A million of them took a quarter of an hour."""
    page = PAGE.format(f"<p {attributes(MANY, 'a{}')}>They agree.</p>")
    document, problems = within(5, lambda: extract(Capture(ref="x", data=page.encode(), media_type="text/html")))

    assert document is not None
    assert "They agree." in document.text
    assert problems == ()


@pytest.mark.parametrize("tag", ["<p {0}", "<a {0}>", "<a b={0}c", "<{0}", "<a b='{0}"])
def test_the_time_grows_with_the_length(tag: str) -> None:
    """Whatever is left open."""
    page = tag.format("\"'") * 200_000

    within(3, lambda: bounded(page))


@pytest.mark.parametrize("piece", ["<span>A</span>", "a<br>", "<td>a", "<div></div>"])
def test_too_many_elements_side_by_side_are_refused(piece: str) -> None:
    """With a problem that says so, and at once."""
    page = PAGE.format(f"<div>{piece * (MOST_BESIDE + 1)}</div>")
    document, [problem] = within(3, lambda: extract(Capture(ref="x", data=page.encode(), media_type="text/html")))

    assert document is None
    assert (problem.code, "side by side" in problem.message) == ("html_not_readable", True)


def test_a_long_line_of_breaks_is_read_in_time() -> None:
    """The time grew with the square."""
    page = PAGE.format(f"<p>{'word<br>' * 2_000}</p>")
    document, _ = within(6, lambda: extract(Capture(ref="x", data=page.encode(), media_type="text/html")))

    assert document is not None
    assert document.text.count("word") == 2_000
