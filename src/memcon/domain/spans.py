"""Places in a document's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range ``[start, end)`` of Unicode code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether at least one character is in both."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quotation and where it stands: ``text[span.start:span.end] == quote`` in the named document.

    `document` is the document's id; `None` means "the document this record was read from".
    """

    span: Span
    quote: str
    document: str | None = None


def cite(text: str, span: Span) -> Evidence:
    """The evidence for what `span` of `text` says."""
    return Evidence(span=span, quote=span.of(text))
