"""The paper in which something is undertaken: named beside the verb, by a relative clause, or the text itself, as its title calls it."""

from __future__ import annotations

from collections.abc import Container

from memcon.coding.text_index import TextIndex
from memcon.lexicon import words

_INSTRUMENTS = words("instrument")
_LEADING_TO_AN_INSTRUMENT = words("leading_to_an_instrument")
_ARRANGEMENTS = words("arrangement_that_binds")
_BINDING_ONCE_AGREED = words("binding_once_agreed")
_TERMS = words("terms_of_a_paper")
_AGREEING = words("bringing_about_a_result")


def instrument_of(index: TextIndex, verb: int) -> str | None:
    """ "in a joint statement"; what a relative clause hangs on ("a fact sheet, in which"); a paper that says so itself ("the accord commits")."""
    head = index.tokens[verb].head
    if index.tokens[verb].dep == "relcl" and index.tree.lemma(head) in _INSTRUMENTS:
        return _noun_phrase(index, head)
    if (paper := paper_led_to(index, verb, _LEADING_TO_AN_INSTRUMENT)) is not None:
        return _noun_phrase(index, paper)
    for s in index.tree.deps(verb, "nsubj"):
        if index.tree.lemma(s) in _INSTRUMENTS:
            return _noun_phrase(index, s)
    return None


def paper_led_to(index: TextIndex, verb: int, leading: Container[str]) -> int | None:
    """The paper that one of `leading` leads to on a verb, or on the one that it stands in a row with ("under the deal A must leave and B is to pay"):
    "under the treaty", "under the terms of the truce", "under a plan agreed in May"."""
    tree = index.tree
    over = index.tokens[verb].head
    verbs = (verb, over) if index.tokens[verb].dep == "conj" else (verb,)
    led = (o for v in verbs for p in tree.deps(v, "prep") if tree.lower(p) in leading for o in tree.deps(p, "pobj"))
    papers = (o for noun in led for o in ((noun, *tree.led_by(noun, "of")) if tree.lemma(noun) in _TERMS else (noun,)))
    return next((o for o in papers if _is_paper(index, o)), None)


def _is_paper(index: TextIndex, noun: int) -> bool:
    lemma = index.tree.lemma(noun)
    is_agreed = any(index.tree.lemma(c) in _AGREEING for c in index.tree.deps(noun, "acl", "amod", "relcl"))
    return lemma in _INSTRUMENTS | _ARRANGEMENTS or (lemma in _BINDING_ONCE_AGREED and is_agreed)


def _noun_phrase(index: TextIndex, head: int) -> str:
    """The noun with the words before it, without its article."""
    parts = [c for c in index.tree.deps(head, "amod", "compound", "nmod", "poss") if c < head]
    first = min([head, *(index.tree.extent(c)[0] for c in parts)])
    return index.span(first, head).of(index.text)
