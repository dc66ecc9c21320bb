"""Rules for how a page is laid out rather than how a sentence is built: transcripts and signed quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.annotate.attributions.candidates import Candidate
from memcon.annotate.attributions.page import Page
from memcon.domain.rules import rule
from memcon.domain.spans import Span
from memcon.lexicon import words

_LABELLED = re.compile(
    r"[ \t]*((?:[A-Z][\w.'’\-]*|[QA]|of|the|for|and)(?:[ \t]+(?:[A-Z][\w.'’\-]*|of|the|for|and)){0,6})(?:[ \t]*\([^)\n]{1,60}\))?[ \t]?(:)[ \t]+(?=\S)"
)
_SIGNED = re.compile(r"[”\"»」][ \t]*([—–―]|--)[ \t]*([A-Z][^\n—–\"“”]{1,80})$")


_NAME = 8
"""Tokens of a label that are looked at for a person's name, at most."""

_SIGNATURE = 100
"""Code points at the end of a block that may hold a signature."""

_LABELS = words("line_label")


@rule(
    yes=[
        "MINISTER LINDGREN: The treaty stands.\nMODERATOR: Thank you.",
        "The talks ended in May.\nSPEAKER LIND: The treaty stands.\nSPEAKER HOLM: It does.",
    ],
    no=["Time: noon\nPlace: the old harbour", "Published: 4 May 2024", "The envoy left: the talks were over."],
)
def transcript(page: Page) -> Iterator[Candidate]:
    """ "MINISTER: Talks will resume." at the beginning of a block: what follows the colon. Twice at least in a document, or a name."""
    turns = [turn for first, last in _blocks(page) if (turn := _turn(page, first, last)) is not None]
    for found, is_person in turns:
        if is_person or len(turns) > 1:
            yield found


def _turn(page: Page, first: int, last: int) -> tuple[Candidate, bool] | None:
    """The block from token `first` to `last` as what its label says, and whether the label is a person's name."""
    end = page.tokens[last - 1].end
    match = _LABELLED.match(page.text, page.tokens[first].start, end)
    if match is None or {match.group(1).lower(), match.group(1).split()[-1].lower()} & _LABELS:
        return None
    label, content = Span(*match.span(1)), page.trim(Span(match.end(), end))
    named = (t for t in page.tokens[first : min(first + _NAME, last)] if t.end <= label.end)
    is_person = any("PERSON" in t.entity for t in named)
    return (Candidate(label, Span(*match.span(2)), (content,)), is_person) if content is not None else None


@rule(
    yes=["“The treaty stands.” — Foreign Minister Lindgren"],
    no=["“The treaty stands,” said Lindgren.", "The treaty stands — for now"],
)
def signed_quotation(page: Page) -> Iterator[Candidate]:
    """ "“We will come.” — Name" at the end of a block."""
    for first, last in _blocks(page):
        start, end = page.tokens[first].start, page.tokens[last - 1].end
        match = _SIGNED.search(page.text, max(start, end - _SIGNATURE), end)
        quote = page.quoted.at(match.start()) if match else None
        source = page.trim(Span(*match.span(2))) if match else None
        if match and quote and source:
            yield Candidate(source, Span(*match.span(1)), (quote,))


def _blocks(page: Page) -> Iterator[tuple[int, int]]:
    """The first and last token of every block."""
    start = 0
    for n, sentence in enumerate(page.sentences):
        if n + 1 == len(page.sentences) or page.sentences[n + 1].block != sentence.block:
            yield page.sentences[start].first, sentence.last
            start = n + 1
