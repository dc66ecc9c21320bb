"""What the auxiliaries of a verb make of what it tells: only possible, told as somebody's "will"."""

from __future__ import annotations

from memcon.domain.tree import Tree
from memcon.lexicon import words

_ONLY_POSSIBLE = words("only_possible")


def is_only_possible(tree: Tree, verb: int) -> bool:
    """Whether "may", "could", "would" or the like stands by a verb ("may oppose it"), so that it tells of nothing done; not "to"."""
    return any(tree.lower(c) in _ONLY_POSSIBLE and tree.tokens[c].tag != "TO" for c in tree.deps(verb, "aux"))


def is_would(tree: Tree, verb: int) -> bool:
    """Whether "would" stands by a verb, which in what somebody said is "will" ("said that it would oppose it")."""
    return tree.has_word(verb, {"would"}, "aux")
