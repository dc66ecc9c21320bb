"""Who speaks by the clause of a verb, and who is only spoken to or of: whoever "was blamed" or "faced criticism" says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.annotate.attributions.page import Page
from memcon.domain.labels import NOMINAL_SUBJECTS
from memcon.domain.spans import Span
from memcon.domain.tree import Tree
from memcon.lexicon import words

_TO_SOMEBODY = words("said_to_somebody_or_of_it")
_MEETING_WITH = words("meeting_with_what_others_say")
_OF_OTHERS = words("what_others_say_of_it")
_CHANCES = words("opportunity_nouns")


def who_says(tree: Tree, verb: int) -> int | None:
    """Who does what a verb of saying tells. An opportunity "to say" it is that of whoever had or took it."""
    doer = tree.doer(verb)
    if doer is None or tree.lemma(doer) not in _CHANCES or tree.tokens[doer].dep != "dobj":
        return doer
    return tree.doer(tree.tokens[doer].head)


def spoken_of(page: Page, cue: Span) -> Iterator[int]:
    """Whom somebody else's words are told to be said to or of in `cue`: the subject of such a verb in the passive, and of one that meets with
    the words of others."""
    tree = page.tree
    for i in range(page.first_at(cue.start), page.first_at(cue.end)):
        token = page.tokens[i]
        if token.pos == "VERB" and tree.is_passive(i) and tree.lemma(i) in _TO_SOMEBODY:
            yield from tree.deps(i, "nsubjpass")
        elif token.pos == "NOUN" and tree.lemma(i) in _OF_OTHERS and (verb := _met_by(tree, i)) is not None:
            yield from tree.deps(verb, *NOMINAL_SUBJECTS)


def _met_by(tree: Tree, noun: int) -> int | None:
    """The verb whose subject meets with what a noun tells: "faced criticism", "came under fire"."""
    head = tree.tokens[noun].head
    if tree.tokens[noun].dep == "dobj":
        return head if tree.lemma(head) in _MEETING_WITH else None
    is_under = tree.tokens[noun].dep == "pobj" and tree.lower(head) == "under"
    return tree.tokens[head].head if is_under else None
