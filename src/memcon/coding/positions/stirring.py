"""What something stirs in somebody: "angered Norway", "left Peru uneasy". Whoever is stirred holds the stance; what stirs is its target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from memcon.coding.positions.stand import Stand
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_STIRRING: Mapping[str, Stance] = values("stirring_a_stand")
_HELD: Mapping[str, Stance] = values("stance_adjective")
_LEAVING = words("leaving_somebody_so")


def noun_alone(index: TextIndex, noun: int, stand: Stand) -> Stand | None:
    """`stand` towards a noun with the words before it, without what follows it."""
    return replace(stand, first=index.tree.first(noun), last=noun) if index.tree.first(noun) <= noun else None


@rule(
    at=_STIRRING,
    yes=["The decision angered Norway. → oppose", "The tests have alarmed Peru. → concern"],
    no=["The noise alarmed the dog.", "Norway angered nobody."],
)
def stirring_somebody(index: TextIndex, i: int) -> Stand | None:
    """What something stirs in somebody: the object holds the stance, the subject is its target."""
    stance = _STIRRING.get(index.tree.lemma(i))
    stirred = index.tree.child(i, "dobj")
    subject = next(iter(index.tree.subjects(i)), None)
    if (
        stance is None
        or stirred is None
        or subject is None
        or index.tree.is_passive(i)
        or stirred not in index.mention_at
    ):
        return None
    stand = Stand(anchor=i, verb=i, stance=stance, first=i, last=i, holders=(stirred,))
    return noun_alone(index, subject, stand) if subject not in index.mention_at else None


@rule(
    at=_LEAVING,
    yes=[
        "The decision left Norway furious. → oppose",
        "The pact has made Peru uneasy. → concern",
    ],
    no=[
        "The storm left the town wet.",
        "The decision left Norway alone.",
        "The attack on its embassy left Norway more determined than ever.",
    ],
)
def leaving_somebody_so(index: TextIndex, i: int) -> Stand | None:
    """What makes or leaves somebody angry or uneasy."""
    tree = index.tree
    if tree.lemma(i) not in _LEAVING or tree.is_passive(i):
        return None
    subject = tree.child(i, "nsubj", "csubj")
    states = (c for h in (i, *tree.deps(i, "dobj")) for c in tree.deps(h, "acomp", "oprd", "ccomp", "xcomp", "amod"))
    state = next((c for c in states if c > i and tree.lower(c) in _HELD), None)
    if subject is None or state is None or subject in index.mention_at or index.tokens[subject].pos == "PRON":
        return None
    left = next((o for o in (*tree.deps(i, "dobj"), *tree.deps(state, "nsubj")) if o in index.mention_at), None)
    if left is None or _HELD[tree.lower(state)] == "support":  # what "leaves" somebody determined is not what is backed
        return None
    stand = Stand(anchor=state, verb=i, stance=_HELD[tree.lower(state)], first=i, last=i, holders=(left,))
    return noun_alone(index, subject, stand)


STIRRING = (stirring_somebody, leaving_somebody_so)
"""The rules, first answer wins."""
