"""A parsed document as the attribution rules cut it: its tree with its text, its sentences and what is quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from memcon.annotate.quotes import QuotedText
from memcon.domain.annotation import Sentence
from memcon.domain.spans import Span
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree

_EDGE = " \t\r\n\xa0,;:–—-"
"""White space and punctuation that belongs to no role when it stands at a border."""

_NOUN = 3
"""Tokens from an article to its noun, at most."""


class Page:
    """Text, tree, sentences and quotations of one document. Nothing changes after it is made."""

    def __init__(self, text: str, tree: Tree, sentences: Sequence[Sentence], quoted: QuotedText) -> None:
        self.text = text
        self.tree = tree
        self.tokens = tree.tokens
        self.sentences = sentences
        self.quoted = quoted

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each token starts."""
        return [token.start for token in self.tokens]

    def first_at(self, offset: int) -> int:
        """The first token that starts at `offset` or behind it."""
        return bisect_left(self.starts, offset)

    @cached_property
    def _pieces(self) -> Mapping[Span, tuple[Span, ...]]:
        return {piece: q.pieces for q in self.quoted.quotations for piece in q.pieces}

    def whole_quotation(self, piece: Span) -> tuple[Span, ...]:
        """The pieces of the quotation that `piece` is one of: a piece a paragraph."""
        return self._pieces.get(piece, (piece,))

    def block_end(self, n: int) -> int:
        """Where the last sentence of the block of sentence `n` ends."""
        while n + 1 < len(self.sentences) and self.sentences[n + 1].block == self.sentences[n].block:
            n += 1
        return self.sentences[n].span.end

    def sentence_of(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sentence]

    def unquoted(self, pos: str, lemmas: frozenset[str]) -> Iterator[Token]:
        """The words of one part of speech whose lemma is one of `lemmas`, in text order, outside quotation marks."""
        for token in self.tokens:
            if token.pos == pos and self.tree.lemma(token.i) in lemmas and not self.quoted.at(token.start):
                yield token

    # --- cutting ---------------------------------------------------------------------------------------------------------

    def span(self, first: int, last: int) -> Span | None:
        """The text from token `first` to token `last`, without punctuation at its borders; None where nothing is left."""
        return self.trim(Span(self.tokens[first].start, self.tokens[last].end)) if first <= last else None

    def trim(self, span: Span) -> Span | None:
        """`span` without white space and punctuation at its borders; a full stop goes too, unless it is quoted or an abbreviation's."""
        start, end = span.start, span.end
        while start < end and self.text[start] in _EDGE:
            start += 1
        while start < end and (self.text[end - 1] in _EDGE or self._is_stop(end - 1)):
            end -= 1
        return Span(start, end) if start < end else None

    def in_words(self, span: Span) -> Span:
        """`span` with the whole of the words in which it begins and ends."""
        first, last = bisect_right(self.starts, span.start) - 1, bisect_left(self.starts, span.end) - 1
        if first < 0 or last < first:
            return span
        begins = self.tokens[first]
        start = begins.start if span.start < begins.end else span.start
        return Span(start, max(span.end, self.tokens[last].end))

    def with_its_noun(self, span: Span) -> Span:
        """`span` with the noun of the article in which it ends: "said in an" is "said in an [interview]"."""
        last = bisect_left(self.starts, span.end) - 1
        if last < 0 or self.tokens[last].dep != "det" or not last < (noun := self.tokens[last].head) <= last + _NOUN:
            return span
        return Span(span.start, max(span.end, self.tokens[noun].end))

    def phrase(self, i: int) -> Span | None:
        """The whole of what depends on token `i`."""
        return self.span(*self.tree.extent(i))

    def _is_stop(self, place: int) -> bool:
        if self.text[place] not in ".?!" or self.quoted.at(place):
            return False
        return any(place in (s.span.end - 1, s.span.end - 2) for s in self._sentences_at(place))

    def _sentences_at(self, place: int) -> Sequence[Sentence]:
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= place:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low : low + 1]
