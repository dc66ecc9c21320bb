"""Where words stand that somebody says to have copied from a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from memcon.domain.documents import Document, read_blocks
from memcon.domain.spans import Span

LEAST_WORDS = 3
"""Words of a quotation that can bear a record: by one or two of them anything could be said to be quoted."""

_ALIKE = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u2010": "-", "\u2212": "-"}
)  # fmt: skip
"""Marks that whoever copies a text writes in one way or another."""

_NOTHING = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Characters that nobody sees."""

_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One block of the document: its words as they are compared, and the place of each of their characters."""

    span: Span
    words: str
    places: tuple[int, ...]


class Quotable:
    """The blocks of a document that are read, to look words up in. What is copied is found however it writes quotation marks, dashes and white space, but never over the border of a block."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pieces = [_piece(document, span) for span in read_blocks(document)]

    def find(self, words: str, within: Sequence[Span] | None = None) -> Span | None:
        """The first place of `words`, as whole words; with `within` only there. None where they do not stand."""
        return next(self._places(words, within), None)

    def sentences(self, span: Span) -> Span:
        """`span` with the rest of the sentences that it begins and ends in, so that no word that turns them ("not", "denied that") is left out."""
        block = next(piece.span for piece in self._pieces if span in piece.span)
        text = self._document.words_at(Span(0, block.end, block.field))
        ends = [match.end() for match in _SENTENCE_END.finditer(text, block.start, block.end)]
        start = max((end for end in ends if end <= span.start), default=block.start)
        last = [match.start() for match in _SENTENCE_END.finditer(text, max(block.start, span.end - 1), block.end)]
        end = _with_marks(text, last[0], block.end) if last else block.end
        return Span(start, max(end, span.end), span.field)

    def _places(self, words: str, within: Sequence[Span] | None) -> Iterator[Span]:
        asked = _compared(words)
        if not asked:
            return
        for piece in self._pieces:
            if within is not None and not any(piece.span.overlaps(span) for span in within):
                continue
            at = piece.words.find(asked)
            while at >= 0:
                found = Span(piece.places[at], piece.places[at + len(asked) - 1] + 1, piece.span.field)
                if _is_whole(piece.words, at, at + len(asked)) and (within is None or any(found in w for w in within)):
                    yield found
                at = piece.words.find(asked, at + 1)


def count_words(words: str) -> int:
    return len(words.split())


def _with_marks(text: str, end: int, limit: int) -> int:
    """The end of a sentence with its full stop and the marks behind it."""
    match = re.compile(r"[.!?][\"'\u201d\u2019)\]]*").match(text, end, limit)
    return match.end() if match else end


def _piece(document: Document, span: Span) -> _Piece:
    words: list[str] = []
    places: list[int] = []
    text = document.words_at(span)
    for n, character in enumerate(text):
        if character in _NOTHING:
            continue
        if character.isspace():
            if not words or words[-1] == " ":
                continue
            character = " "
        words.append(character.translate(_ALIKE))
        places.append(span.start + n)
    return _Piece(span, "".join(words), tuple(places))


def _compared(words: str) -> str:
    seen = "".join(character for character in words if character not in _NOTHING)
    return " ".join(seen.split()).translate(_ALIKE)


def _is_whole(words: str, start: int, end: int) -> bool:
    """Whether no word is cut at either end."""
    cuts_first = start > 0 and words[start].isalnum() and words[start - 1].isalnum()
    cuts_last = end < len(words) and words[end].isalnum() and words[end - 1].isalnum()
    return not cuts_first and not cuts_last


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, each once, none inside another."""
    found: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.field, s.start, -s.end)):
        if not any(span in held for held in found):
            found.append(span)
    return tuple(found)
