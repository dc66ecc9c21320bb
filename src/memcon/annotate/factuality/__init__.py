"""How much of what a text tells is fact: polarity, certainty and time of each verb, noun and adjective, with the words that decide.

The method is that of De Facto (Saurí and Pustejovsky 2012, "Are you sure that this happened?", Computational Linguistics 38:2): a sentence is gone
through from its root down the dependency tree; each word passes on to what it governs how much it leaves of it as a fact, and each
verb adds its own tense, negation and modals. What a word does is data (`lexicon/en/factuality.toml`). Whose word it is, is the attributions' affair: a
reported clause is taken as its speaker has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from memcon.annotate.factuality.propagation import Passing
from memcon.domain.annotation import Factuality
from memcon.domain.dates import interval_of
from memcon.domain.labels import AUXILIARIES, WITH_MEANING
from memcon.domain.times import Timex
from memcon.domain.tokens import Token
from memcon.domain.tree import Tree


def find_factualities(tree: Tree, times: Sequence[Timex] = (), published: str | None = None) -> tuple[Factuality, ...]:
    """The factuality of every verb, noun and predicate adjective of a document, in text order.

    `times` are its time expressions and `published` its date (EDTF): the present with a time that lies wholly after that date is a plan ("they meet on
    Friday"), and what has a set of times is no single occasion ("every spring"). Time linear in the number of tokens.
    """
    today = interval_of(published) if published else None
    ahead = (t for t in times if today and t.edtf and (when := interval_of(t.edtf)) and when.start > today.end)
    repeating = (t for t in times if t.type == "SET")
    tokens = tree.tokens
    passing = Passing(tree, _tokens_in(tokens, ahead), _tokens_in(tokens, repeating))
    return tuple(
        passing.state(token.i).of(token.i)
        for token in tokens
        if token.pos in WITH_MEANING and token.dep not in AUXILIARIES and token.dep != "amod"
    )


def _tokens_in(tokens: Sequence[Token], times: Iterable[Timex]) -> frozenset[int]:
    """The tokens of time expressions."""
    starts = [token.start for token in tokens]
    return frozenset(
        i for t in times for i in range(bisect_left(starts, t.span.start), bisect_left(starts, t.span.end))
    )


__all__ = ["find_factualities"]
