"""Statements in a title: a headline that the text tells again is no statement of its own, and "Statement by N on trade" says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.coding.text_index import TextIndex
from memcon.domain.records import Statement
from memcon.domain.spans import Span

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})

_MOST_OF_IT = 0.5
"""So much of the words of a headline must stand in one sentence with a statement below for that to tell it again."""


def below_headlines(index: TextIndex, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """`statements` without those of a title that tell no words, or that one in the text below tells again."""
    titles = [s.span for s in index.annotation.sentences if s.kind == "title"]
    in_title = [s for s in statements if any(e.span in t for e in s.evidence for t in titles)] if titles else []
    if not in_title:
        return tuple(statements)
    left_out = {s.id for s in in_title}
    below = [_words(index, _around(index, s)) for s in statements if s.is_shown and s.id not in left_out]
    told = {s.id for s in in_title if s.is_shown and not _is_told_again(_words(index, s.content_spans), below)}
    return tuple(s for s in statements if s.id not in left_out or s.id in told)


def _around(index: TextIndex, statement: Statement) -> tuple[Span, ...]:
    """The sentences in which a statement stands."""
    inside = (index.inside(s) for s in statement.content_spans)
    return tuple(dict.fromkeys(index.sentence(i).span for tokens in inside for i in tokens))


def _words(index: TextIndex, spans: Sequence[Span]) -> frozenset[str]:
    tokens = (i for span in spans for i in index.inside(span))
    return frozenset(index.tree.lemma(i).lower() for i in tokens if index.tokens[i].pos in _TELLING)


def _is_told_again(words: frozenset[str], below: Sequence[frozenset[str]]) -> bool:
    return any(len(words & other) >= _MOST_OF_IT * len(words) for other in below)
