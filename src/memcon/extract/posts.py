"""The posts of a running report, each with a day of its own: as the page marks them, else by the headings that tell a time of day and a date.

Most live blogs run over two or three days, and "today" is another day in each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from memcon.domain.dates import Interval, interval_of
from memcon.domain.documents import Block, Dateline, Post
from memcon.domain.spans import Span
from memcon.extract.date_lines import MAX_DATE_LINE, LineDate, read_date_line
from memcon.extract.published import year_of_dateline

MOST_POSTS = 500
"""A report of more posts is read as if none of them had a time."""

NEAR = 31
"""Days: how far a post may be from the day on which the report was published. What is farther is a chronology, whose dates are those of its events."""


def find_posts(
    text: str, blocks: Sequence[Block], marked: Sequence[Post], *, published: str | None
) -> tuple[Post, ...]:
    """The posts of a text in order: those `marked` by a page, else those under headings such as "21:10, 5 November 2025"; none where there are
    fewer than two, or where their days are not those about which the report was `published`."""
    posts = tuple(marked) or tuple(_under_headings(text, blocks, published))
    if not 2 <= len(posts) <= MOST_POSTS:
        return ()
    days = [day for post in posts if (day := interval_of(post.published)) is not None]
    about = interval_of(published) if published else days[0] if days else None
    if about is None or len(days) < len(posts):
        return ()
    return posts if all(_gap(day, about) <= NEAR for day in days) else ()


def _gap(day: Interval, about: Interval) -> int:
    return max((day.start - about.end).days, (about.start - day.end).days, 0)


def _under_headings(text: str, blocks: Sequence[Block], published: str | None) -> Iterator[Post]:
    """A post from each heading that is a time of day with a date to the next one, where something is written under it."""
    heads = [
        (n, line)
        for n, block in enumerate(blocks)
        if block.kind in ("heading", "date_line") and block.span.field == "text"
        if (line := _dated_time(block.span.of(text), published)) is not None
    ]
    for at, (n, line) in enumerate(heads):
        until = heads[at + 1][0] if at + 1 < len(heads) else len(blocks)
        below = blocks[n + 1 : until]
        if any(block.kind == "body" for block in below):
            yield Post(span=Span(blocks[n].span.start, below[-1].span.end), published=line.edtf, time=line.time)


def _dated_time(words: str, published: str | None) -> LineDate | None:
    """What a line says that is a time of day with a date; a date without its year is that nearest to publication."""
    lines = read_date_line(words) if len(words) <= MAX_DATE_LINE else ()
    if len(lines) != 1 or lines[0].role == "updated" or lines[0].time is None:
        return None
    line = lines[0]
    placed = year_of_dateline(Dateline(place=None, date=line.edtf, span=line.span), published)
    dated = placed.date if placed is not None else None
    day = interval_of(dated) if dated else None
    return replace(line, edtf=dated) if dated and day is not None and day.is_day else None
