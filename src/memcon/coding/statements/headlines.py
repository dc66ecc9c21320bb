"""Statements in a title: a headline that the text tells again is no statement of its own, and "Statement by N on trade" says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.coding.text_index import TextIndex
from memcon.domain.labels import TELLING
from memcon.domain.records import Statement
from memcon.domain.spans import Span

_MOST_OF_IT = 0.5
"""So much of the words of a headline must stand in one sentence with a statement below for that to tell it again."""

_AT_LEAST = 2
"""So many of its words, where it has as many: one word that a short headline shares with a sentence is only its topic."""


def below_headlines(index: TextIndex, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """`statements` without those of a title that tell no words, or that one in the text below tells again."""
    titles = [s.span for s in index.annotation.sentences if s.kind == "title"]
    in_title = [s for s in statements if any(e.span in t for e in s.evidence for t in titles)] if titles else []
    if not in_title:
        return tuple(statements)
    left_out = {s.id for s in in_title}
    below = [s for s in statements if s.is_shown and s.id not in left_out]
    told = {s.id for s in in_title if s.is_shown and not any(_tells_again(index, other, s) for other in below)}
    return tuple(s for s in statements if s.id not in left_out or s.id in told)


def _tells_again(index: TextIndex, below: Statement, headline: Statement) -> bool:
    """Whether a sentence in which a statement stands tells a headline of the same speaker again."""
    speakers, others = _speakers(headline), _speakers(below)
    if speakers and others and speakers.isdisjoint(others):
        return False
    words = _words(index, headline.content_spans)
    enough = max(min(_AT_LEAST, len(words)), _MOST_OF_IT * len(words))
    return any(len(words & _words(index, [sentence])) >= enough for sentence in _around(index, below))


def _speakers(statement: Statement) -> frozenset[str]:
    """Who says it, and for whom; nobody where that is not known."""
    return frozenset(s for s in (statement.speaker, *statement.speakers, statement.on_behalf_of) if s is not None)


def _around(index: TextIndex, statement: Statement) -> tuple[Span, ...]:
    """The sentences in which a statement stands."""
    inside = (index.inside(s) for s in statement.content_spans)
    return tuple(dict.fromkeys(index.sentence(i).span for tokens in inside for i in tokens))


def _words(index: TextIndex, spans: Sequence[Span]) -> frozenset[str]:
    tokens = (i for span in spans for i in index.inside(span))
    return frozenset(index.tree.lemma(i).lower() for i in tokens if index.tokens[i].pos in TELLING)
