"""The paper in which something is undertaken: named beside the verb, by a relative clause, or the text itself, as its title calls it."""

from __future__ import annotations

from collections.abc import Container

from memcon.coding.commitments.duty import Duty
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import FINITE, ON_NOUNS
from memcon.lexicon import words

_INSTRUMENTS = words("instrument")
_LEADING_TO_AN_INSTRUMENT = words("leading_to_an_instrument")
_ARRANGEMENTS = words("arrangement_that_binds")
_BINDING_ONCE_AGREED = words("binding_once_agreed")
_TERMS = words("terms_of_a_paper")
_ONLY_OFFERED = words("proposal_adjectives")
_AGREEING = words("bringing_about_a_result")
_LEADING = words("leading_to_what_binds")
_TITLES = words("paper_by_its_title")
_FIRST_WORDS = 60
"""How many words of a text may be its title."""
_LONGEST = 4
"""How many words what it calls itself may have."""


def instrument_of(index: TextIndex, duty: Duty) -> str | None:
    """ "in a joint statement"; what a clause hangs on ("a fact sheet, in which", "a deal requiring"); a paper that says so itself ("the accord commits");
    what binds to the deed itself ("agreed to withdraw under the truce"); else the text, where its title calls it a paper that parties make."""
    paper = paper_beside(index, duty)
    if paper is not None:
        return _noun_phrase(index, paper)
    return None if index.is_reported(duty.anchor) else own_paper(index)


def paper_beside(index: TextIndex, duty: Duty) -> int | None:
    """The paper in which the words of its clause tell that something is undertaken, or under which they tell that it is to be done."""
    is_paper_itself = (
        duty.anchor != duty.verb and index.tree.lemma(duty.anchor) in _INSTRUMENTS
    )  # "a deal to link their grids"
    paper = duty.anchor if is_paper_itself else _told_beside(index, duty.verb)
    inside = (i for i in range(duty.first, duty.last + 1) if index.tokens[i].pos == "VERB" and i != duty.verb)
    led = (paper_led_to(index, i, _LEADING) for i in inside)
    return paper if paper is not None else next((p for p in led if p is not None), None)


def _told_beside(index: TextIndex, verb: int) -> int | None:
    """The paper that is told on the verb of undertaking: over its clause, by a preposition, as its subject."""
    head = index.tokens[verb].head
    if index.tokens[verb].dep in ON_NOUNS and index.tree.lemma(head) in _INSTRUMENTS:
        return head
    papers = (s for s in index.tree.deps(verb, "nsubj") if index.tree.lemma(s) in _INSTRUMENTS)
    led = paper_led_to(index, verb, _LEADING_TO_AN_INSTRUMENT)
    return led if led is not None else next(papers, None)


def own_paper(index: TextIndex) -> str | None:
    """What the title of the text calls it, where parties make such papers ("Joint Statement"); no headline about one ("Ministers issue joint statement")."""
    title = [t.i for t in index.tokens[:_FIRST_WORDS] if index.is_heading(t.i)]
    if any(index.tokens[i].tag in FINITE for i in title):
        return None
    runs = (index.span(i, j).of(index.text) for i in title for j in range(i + 1, i + _LONGEST) if j in title)
    return next((run for run in runs if run.lower() in _TITLES), None)


def paper_led_to(index: TextIndex, verb: int, leading: Container[str]) -> int | None:
    """The paper that one of `leading` leads to on a verb, or on the one that it stands in a row with ("under the deal A must leave and B is to pay"):
    "under the treaty", "under the terms of the truce", "under a plan agreed in May"."""
    tree = index.tree
    over = index.tokens[verb].head
    verbs = (verb, over) if index.tokens[verb].dep == "conj" else (verb,)
    told = [p for v in verbs for p in tree.deps(v, "prep") if tree.lower(p) in leading]
    led = (o for p in told for q in (p, *tree.deps(p, "prep")) for o in tree.deps(q, "pobj"))
    papers = (o for noun in led for o in ((noun, *tree.led_by(noun, "of")) if tree.lemma(noun) in _TERMS else (noun,)))
    return next((o for o in papers if is_paper(index, o)), None)


def is_paper(index: TextIndex, noun: int) -> bool:
    """Whether a noun is a paper, or an arrangement, that binds those who made it; none that is only proposed."""
    lemma = index.tree.lemma(noun)
    if any(index.tree.lower(c) in _ONLY_OFFERED for c in index.tree.deps(noun, "amod")):
        return False
    is_agreed = any(index.tree.lemma(c) in _AGREEING for c in index.tree.deps(noun, "acl", "amod", "relcl"))
    return lemma in _INSTRUMENTS | _ARRANGEMENTS or (lemma in _BINDING_ONCE_AGREED and is_agreed)


def _noun_phrase(index: TextIndex, head: int) -> str:
    """The noun with the words before it, without its article."""
    parts = [c for c in index.tree.deps(head, "amod", "compound", "nmod", "poss") if c < head]
    first = min([head, *(index.tree.extent(c)[0] for c in parts)])
    return index.span(first, head).of(index.text)
