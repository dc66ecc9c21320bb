"""Copies of a text that the ledger holds."""

from __future__ import annotations

from dataclasses import replace

from memcon.domain.documents import Block, Document
from memcon.domain.spans import Span
from memcon.resolve.documents import settle_copy

HELD = Document(
    id="doc_1",
    ref="a.txt",
    text="All is well.",
    publisher="The Delta Mail",
    published="2031-03-03",
    published_basis="stated",
)


def test_same_place_is_the_newest_word() -> None:
    """A document read again from where it came has its metadata as now read."""
    now = replace(HELD, published="2031-03-04", publisher=None)

    assert settle_copy(HELD, now) == now


def test_copy_fills_in_what_was_open() -> None:
    """A copy gives the title that the first lacked, and changes neither publisher nor where it first came from."""
    copy = replace(HELD, ref="b.txt", publisher="The Zenda Post", title="Dikes hold", published_basis="given")

    assert settle_copy(HELD, copy) == replace(HELD, title="Dikes hold")


def test_copy_dates_an_undated_text() -> None:
    """A first text without a date takes the copy's, with how that is known."""
    undated = replace(HELD, published=None, published_basis="unknown")
    copy = replace(HELD, ref="b.txt", published_basis="given")

    assert settle_copy(undated, copy) == replace(undated, published="2031-03-03", published_basis="given")


def test_copy_of_another_date_is_left_alone() -> None:
    """The same words on another day may mean other days: the first reading stays."""
    assert settle_copy(HELD, replace(HELD, ref="b.txt", published="2031-04-03")) is None
    assert settle_copy(HELD, replace(HELD, ref="b.txt", published=None)) is None


def test_copy_read_under_another_title_is_left_alone() -> None:
    """What the first title told stays: a copy under another one, or none, is another reading."""
    block = (Block(kind="title", span=Span(0, 10, "title")),)
    held = replace(HELD, title="Dikes hold", blocks=block)

    assert settle_copy(held, replace(held, ref="b.txt")) == held
    assert settle_copy(held, replace(held, ref="b.txt", title="Dikes fail")) is None
    assert settle_copy(held, replace(held, ref="b.txt", title=None, blocks=())) is None
