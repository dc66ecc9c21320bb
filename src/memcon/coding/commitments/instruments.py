"""The paper in which something is undertaken: named beside the verb, by a relative clause, or the text itself, as its title calls it."""

from __future__ import annotations

from memcon.coding.text_index import TextIndex
from memcon.lexicon import words

_INSTRUMENTS = words("instrument")
_LEADING_TO_AN_INSTRUMENT = words("leading_to_an_instrument")


def instrument_of(index: TextIndex, verb: int) -> str | None:
    """ "in a joint statement"; what a relative clause hangs on ("a fact sheet, in which"); a paper that says so itself ("the accord commits")."""
    head = index.tokens[verb].head
    if index.tokens[verb].dep == "relcl" and index.tree.lemma(head) in _INSTRUMENTS:
        return _noun_phrase(index, head)
    for p in index.tree.deps(verb, "prep"):
        for o in index.tree.deps(p, "pobj"):
            if index.tree.lower(p) in _LEADING_TO_AN_INSTRUMENT and index.tree.lemma(o) in _INSTRUMENTS:
                return _noun_phrase(index, o)
    for s in index.tree.deps(verb, "nsubj"):
        if index.tree.lemma(s) in _INSTRUMENTS:
            return _noun_phrase(index, s)
    return None


def _noun_phrase(index: TextIndex, head: int) -> str:
    """The noun with the words before it, without its article."""
    parts = [c for c in index.tree.deps(head, "amod", "compound", "nmod", "poss") if c < head]
    first = min([head, *(index.tree.extent(c)[0] for c in parts)])
    return index.span(first, head).of(index.text)
