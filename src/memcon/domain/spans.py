"""Places in a document: in its text, or in a title that came beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal["text", "title"]
"""Which words of a document a span points into: its `text`, or the `title` that metadata gives and the text does not have."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points in a document's text, or in its title where `field` says so."""

    start: int
    end: int
    field: Field = "text"

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __contains__(self, other: Span) -> bool:
        return self.field == other.field and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether at least one character is in both."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def of(self, words: str) -> str:
        """The characters of `words` in this range. `Document.words_at` knows which words a span points into."""
        return words[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quotation and where it stands: ``text[span.start:span.end] == quote`` in the named document, or in its title (`span.field`).

    `document` is the document's id; `None` means "the document this record was read from".
    """

    span: Span
    quote: str
    document: str | None = None


def cite(text: str, span: Span) -> Evidence:
    """The evidence for what `span` of `text` says."""
    return Evidence(span=span, quote=span.of(text))
