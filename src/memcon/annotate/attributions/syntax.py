"""A parsed document as the attribution rules ask about it: children, subjects, subtrees, the quoted parts."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.annotate.quotes import QuotedText
from memcon.domain.annotation import Sentence
from memcon.domain.spans import Span
from memcon.domain.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVE = frozenset({"who", "which", "that"})
_EDGE = " \t\r\n\xa0,;:–—-"
"""White space and punctuation that belongs to no role when it stands at a border."""


class Syntax:
    """Tokens, sentences and text, with the dependency tree turned round. Nothing changes after it is made."""

    def __init__(self, text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], quoted: QuotedText) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        self.quoted = quoted
        self.children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)
        self._first, self._last = self._extents()

    def _extents(self) -> tuple[list[int], list[int]]:
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        order = [token.i for token in self.tokens if token.head == token.i]
        for i in order:
            order.extend(self.children[i])
        for i in reversed(order):
            head = self.tokens[i].head
            first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
        return first, last

    def first(self, i: int) -> int:
        """The first token of what depends on token `i`, itself included."""
        return self._first[i]

    def last(self, i: int) -> int:
        return self._last[i]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of token `i` in one of the relations `deps`."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)

    def sentence_of(self, i: int) -> Sentence:
        return self.sentences[self.tokens[i].sentence]

    def subject(self, verb: int) -> int | None:
        """Who does what `verb` says: its own subject, a passive's agent, or the subject that it shares with the verb above it."""
        for _ in range(4):
            own = next((c for c in self.children[verb] if self.tokens[c].dep in _SUBJECTS), None)
            if own is not None:
                if self.tokens[own].dep == "nsubjpass":
                    return self._agent(verb)
                is_relative = self.tokens[own].text.lower() in _RELATIVE and self.tokens[verb].dep == "relcl"
                return self.tokens[verb].head if is_relative else own
            dep, head = self.tokens[verb].dep, self.tokens[verb].head
            if dep == "acl":
                return self._agent(verb) if self.tokens[verb].tag == "VBN" else head
            if dep not in ("conj", "advcl", "xcomp", "pcomp", "prep", "dep") or head == verb:
                return self._agent(verb)
            verb = head
        return None

    def _agent(self, verb: int) -> int | None:
        by = self.child(verb, "agent")
        return self.child(by, "pobj") if by is not None else None

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

    def phrase(self, i: int) -> Span | None:
        """The whole of what depends on token `i`."""
        return self.span(self.first(i), self.last(i))
