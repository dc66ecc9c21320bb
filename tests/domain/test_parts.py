"""Cutting a long document: every block is in a part, and a part's places are the document's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from memcon.domain.actors import Actor
from memcon.domain.documents import Block, Document, Post
from memcon.domain.parts import (
    CARRIED,
    PART,
    WHOLE,
    cut_into_parts,
    head_of,
    introductions,
    is_in_parts,
    not_read,
    part_of,
)
from memcon.domain.plain import make_plain
from memcon.domain.spans import Span


def document(*paragraphs: str, title: str | None = None) -> Document:
    """A document with a block for each paragraph, a blank line between them."""
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(kind="body", span=Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    above = (Block(kind="title", span=Span(0, len(title), "title")),) if title else ()
    return Document(id="d", ref="d", text=text, title=title, blocks=(*above, *blocks))


@pytest.mark.parametrize(("length", "expected"), [(WHOLE, False), (WHOLE + 1, True)])
def test_only_what_is_long_is_cut(length: int, expected: bool) -> None:
    """A document of fifteen pages is read whole."""
    assert expected == is_in_parts(Document(id="d", ref="d", text="a" * length))


def test_parts_hold_all_blocks_and_none_is_long() -> None:
    """Paragraphs stay whole; one that is longer than a part is cut behind a sentence."""
    long = "Norway met Peru in Oslo. " * 1000
    found = document(*["Chad met Peru. " * 200] * 9, long.strip())
    parts = cut_into_parts(found)

    assert all(part.end - part.start <= PART for part in parts)
    assert all(found.text[part.start : part.end].rstrip().endswith(".") for part in parts)
    assert found.text.split() == "".join(found.text[part.start : part.end] + " " for part in parts).split()


def test_a_text_without_sentences_is_cut_at_blanks_or_anywhere() -> None:
    """Where no sentence ends, no word is broken that can be left whole."""
    words, letters = cut_into_parts(document("ab " * 9000)), cut_into_parts(document("a" * 30_000))

    assert all(part.start % 3 == 0 for part in words)
    assert [Span(0, 12_000), Span(12_000, 24_000), Span(24_000, 30_000)] == list(letters)


def test_places_in_a_part_are_the_documents() -> None:
    """A title above the text, a word broken by a soft hyphen, and what is left out between: each word of a part is where the document has it."""
    raw = document(
        "Oslo spoke.", "Some\u00adthing was left out. " * 9, "Maria So\u00adto met Peru.", "Chad came.", title="Talks"
    )
    plain = make_plain(raw)
    own = plain.blocks[-1].span
    part = part_of(plain, own, (*head_of(plain), plain.blocks[-2].span))

    assert "Talks\n\nOslo spoke.\n\nMaria Soto met Peru.\n\nChad came.\n\n" == part.text
    assert ["Talks", "Oslo spoke.", "Maria Soto met Peru.", "Chad came."] == [b.span.of(part.text) for b in part.blocks]
    for word in ("spoke", "Maria", "Peru", "Chad", "came"):
        at = part.offset(part.text.index(word))
        assert word == raw.text[at : at + len(word)]


def test_introductions_are_the_paragraphs_that_name_the_most_named_first() -> None:
    """Persons with more than one word to their name, the most named first, as far as there is room."""
    found = document("Maria Soto came.", "x" * CARRIED, "Uwe Brandt came.")
    starts = [block.span.start for block in found.blocks]
    often = Actor(id="a", name="Uwe Brandt", kind="person", mentions=(Span(starts[2], starts[2] + 10),) * 3)
    once = Actor(id="b", name="Maria Soto", kind="person", mentions=(Span(0, 10),))
    short = Actor(id="c", name="Ono", kind="person", mentions=(Span(starts[1], starts[1] + 3),))

    assert (found.blocks[2].span, found.blocks[0].span) == introductions(found, (once, often, short))


@pytest.mark.parametrize(("is_fault", "expected"), [(False, "without the end of a sentence"), (True, "a fault")])
def test_what_is_left_out_is_told_with_its_place(is_fault: bool, expected: str) -> None:
    """The rest of the document is read, so the problem is not fatal."""
    problem = not_read("d", Span(3, 9), is_fault=is_fault)

    assert ("part_not_read", "d", Span(3, 9), False) == (problem.code, problem.ref, problem.span, problem.is_fatal)
    assert expected in problem.message


def test_posts_of_other_days_are_parts_with_their_own_day() -> None:
    """The part of a post is written on the post's day, and nothing else of the document's date counts in it."""
    report = document("Talks began.", "They signed today.", "They met today.", "They came.")
    places = [block.span for block in report.blocks]
    report = replace(
        report,
        published="2025-03-10",
        published_time="06:00",
        updated="2025-03-11",
        posts=(
            Post(span=Span(places[1].start, places[2].end), published="2025-03-11"),
            Post(span=places[3], published="2025-03-10"),
        ),
    )
    parts = cut_into_parts(report)
    read = [part_of(report, part, ()) for part in parts]

    assert is_in_parts(report)
    assert ["Talks began.", "They signed today.\n\nThey met today.", "They came."] == [
        part.text.strip() for part in read
    ]
    assert [("2025-03-10", "2025-03-11"), ("2025-03-11", None), ("2025-03-10", "2025-03-11")] == [
        (part.published, part.updated) for part in read
    ]


def test_posts_of_one_day_are_read_whole() -> None:
    """Where all was written on the day that the document is of, there is nothing to part."""
    report = document("Talks began.", "They met today.")
    posts = tuple(Post(span=block.span, published="2025-03-10") for block in report.blocks)

    assert not is_in_parts(replace(report, published="2025-03-10", posts=posts))
