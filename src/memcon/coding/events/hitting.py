"""Whom an act hits through what is theirs: the state whose envoy is sent home, whose bank is blacklisted or whose consulate is closed."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.codebook import VerbFrame, load_codebook
from memcon.coding.text_index import TextIndex
from memcon.domain.actors import Mention
from memcon.domain.labels import ATTRIBUTES_AND_POSSESSORS, NOMINAL, SUBSTANTIVE
from memcon.domain.rules import rule
from memcon.domain.tree import Tree
from memcon.lexicon import words

_UNWELCOME = words("said_of_who_is_unwelcome")
_FARTHEST = 25
"""How many tokens behind "declared" that somebody is unwelcome may stand."""


def owners_of(index: TextIndex, frame: VerbFrame, i: int) -> list[Mention]:
    """The states whose the thing or the people at token `i` are, where the frame's kind hits a state through its own and nobody is named there."""
    if i in index.mention_at or not load_codebook().kind(frame.kind).has("hitting"):
        return []
    tree = index.tree
    phrase = [i, *(o for o in tree.led_by(i, "of") if o not in index.mention_at)]  # "members of the embassy of A"
    named = (index.mention_at.get(c) for j in phrase for c in tree.deps(j, *ATTRIBUTES_AND_POSSESSORS))
    return [m for m in named if m is not None and m.form != "pronoun" and _is_state(index, m)]


def _is_state(index: TextIndex, mention: Mention) -> bool:
    actors = index.actors_of(mention)
    return bool(actors) and all(a.kind == "state" for a in actors)


def declared_unwelcome(tree: Tree, verb: int) -> Iterator[int]:
    """Who is declared persona non grata: the noun before these words, of a passive its subject, else the noun behind them."""
    at = _unwelcome(tree, verb)
    if at is None:
        return
    if tree.is_passive(verb):
        yield from tree.subjects(verb)
    elif at - 1 > verb and tree.tokens[at - 1].pos in SUBSTANTIVE:
        yield at - 1
    else:
        behind = range(at + 3, min(at + _FARTHEST, len(tree.tokens)))
        yield from [i for i in behind if tree.tokens[i].pos in NOMINAL and tree.tokens[i].dep != "compound"][:1]


def _unwelcome(tree: Tree, verb: int) -> int | None:
    sentence = tree.tokens[verb].sentence
    near = range(verb + 1, min(verb + _FARTHEST, len(tree.tokens)))
    return next((i for i in near if tree.lower(i) in _UNWELCOME and tree.tokens[i].sentence == sentence), None)


@rule(
    yes=["Norway declared its ambassador on Monday."],
    no=["Norway declared the Chadian envoy persona non grata on Monday."],
)
def not_unwelcome(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """Nobody is declared persona non grata."""
    return "unwelcome" in frame.asks and _unwelcome(index.tree, verb) is None


@rule(
    yes=["Norway recognised President Maria Soto on Monday."],
    no=["Norway recognised Chad on Monday."],
)
def of_no_state(index: TextIndex, verb: int, frame: VerbFrame) -> bool:
    """What it is done to is no state by its name."""
    if "state" not in frame.asks:
        return False
    named = (index.mention_at.get(o) for o in index.tree.objects(verb))
    return not any(m is not None and not m.is_possessive and _is_state(index, m) for m in named)


HIT = (not_unwelcome, of_no_state)
"""What takes from a verb that it tells of an act that hits somebody; one answer is enough."""
