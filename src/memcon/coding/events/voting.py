"""What is voted: "the council voted to extend the mandate" tells of one vote, not of an extension that is still to come."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook import VerbFrame
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

_VOTING = words("voting")


def over_by_vote(tree: Tree, verb: int) -> int | None:
    """The verb of voting over the infinitive that tells what is voted."""
    above = tree.tokens[verb].head
    return (
        above
        if tree.tokens[verb].dep == "xcomp" and tree.is_infinitive(verb) and tree.lemma(above) in _VOTING
        else None
    )


def voted(tree: Tree, verb: int) -> Iterator[int]:
    """The infinitives that tell what is voted."""
    if tree.lemma(verb) in _VOTING:
        yield from (c for c in tree.deps(verb, "xcomp") if c > verb and tree.is_infinitive(c))


@rule(
    yes=["The United Nations voted to extend the mandate of its mission in Chad."],
    no=["The United Nations extended the mandate of its mission in Chad."],
)
def told_by_the_vote(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """A vote that the verb of voting over it tells."""
    return frame.kind == "vote" and over_by_vote(index.tree, verb) is not None
