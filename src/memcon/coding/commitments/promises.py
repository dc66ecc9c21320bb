"""Undertakings that a noun names ("its pledge to", "the commitment of both sides to"), and what is told to have become of them."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.coding.commitments.acts import subjects
from memcon.coding.commitments.duty import Duty, bounds
from memcon.coding.positions.named_states import is_state
from memcon.coding.text_index import TextIndex
from memcon.domain.records import CommitmentStatus
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_PROMISES = words("promise_noun")
_FATES: Mapping[str, CommitmentStatus] = values("what_becomes_of_a_promise")
_BEFORE = ("poss", "compound", "amod", "nmod")
"""How whoever is bound stands before the noun."""
_AGAIN = words("saying_it_again")
_VOICING = words("holding_a_stand")
_CONTINUED = words("going_on_as_before")
_SUPPORT = words("help_that_goes_on")


@rule(
    at=_PROMISES,
    pos=("NOUN",),
    yes=[
        "Norway reaffirmed its commitment to defend Peru. → reaffirmed",
        "The ministers expressed their determination to end the war. → made",
        "Norway fulfilled its promise to open the port. → met",
        "Peru broke its pledge to withdraw. → broken",
        "Similar pledges remain unfulfilled, though Peru's promise to pay stands. → made",
    ],
    no=["The promise of spring is near.", "Promises were made."],
)
def by_a_noun(index: TextIndex, i: int) -> Duty | None:
    """A noun of undertaking with what it binds to; its owner is bound, else whoever voices it."""
    tree, token = index.tree, index.tokens[i]
    if tree.lemma(i) not in _PROMISES or token.pos != "NOUN":
        return None
    told = next((c for c in tree.deps(i, "acl", "prep", "relcl", "ccomp") if c > i and _binds(index, c)), None)
    verb = next((a for a in tree.above(i) if index.tokens[a].pos in {"VERB", "AUX"}), i)
    if token.dep == "dobj" and told is None:
        told = next(
            (
                c
                for c in tree.deps(verb, "prep", "xcomp", "advcl")
                if c > i and (tree.lower(c) == "to" or tree.is_infinitive(c))
            ),
            None,
        )
    fate = _fate(index, i, verb)
    if told is None and fate == "made":
        return None
    owners = tuple(c for c in tree.deps(i, *_BEFORE) if c < i and _may_own(index, c))
    of = tuple(
        o
        for p in tree.deps(i, "prep")
        if tree.lower(p) in {"of", "by"}
        for o in tree.deps(p, "pobj")
        if o in index.mention_at
    )
    is_voiced = token.dep in {"dobj", "conj"} and tree.lemma(verb) in _VOICING
    named = tuple(o for o in owners if index.tokens[o].tag != "PRP$")
    parties = named or of or (subjects(index, verb) if is_voiced or fate != "made" else owners)
    first, last = (
        bounds(index, told, behind=told if tree.lower(told) == "to" and index.tokens[told].dep == "prep" else None)
        if told is not None
        else bounds(index, i)
    )
    return Duty(anchor=i, verb=verb, first=first, last=last, status=fate, parties=parties) if first <= last else None


def _may_own(index: TextIndex, i: int) -> bool:
    """Whether token `i` before a noun may be whoever is bound: a mention, a state's name, "our", "their"."""
    return i in index.mention_at or is_state(index, i) or index.tokens[i].tag == "PRP$"


def _binds(index: TextIndex, c: int) -> bool:
    return (
        index.tree.is_infinitive(c)
        or index.tree.lower(c) == "to"
        or (index.tokens[c].dep in {"ccomp", "acl"} and bool(index.tree.deps(c, "mark")))
    )


def _fate(index: TextIndex, noun: int, verb: int) -> CommitmentStatus:
    """What the verb over it tells: kept, broken, said again."""
    lemma = index.tree.lemma(verb)
    if index.tokens[noun].dep in {"dobj", "nsubjpass", "pobj", "nsubj"} and lemma in _FATES:
        return _FATES[lemma]
    return "reaffirmed" if lemma in _AGAIN else "made"


@rule(
    at=_SUPPORT,
    dep=("dobj",),
    yes=[
        "The president emphasized continued support for Peru. → reaffirmed",
        "Norway underscored its enduring support to the people of Peru. → reaffirmed",
    ],
    no=["The president emphasized the need for support."],
)
def help_that_goes_on(index: TextIndex, i: int) -> Duty | None:
    """Continued support, engagement or assistance that somebody stresses."""
    tree, verb = index.tree, index.tokens[i].head
    goes_on = any(tree.lower(c) in _CONTINUED for c in tree.deps(i, "amod"))
    if (
        tree.lemma(i) not in _SUPPORT
        or not goes_on
        or index.tokens[i].dep != "dobj"
        or tree.lemma(verb) not in _VOICING
    ):
        return None
    owners = tuple(
        c
        for c in tree.deps(i, *_BEFORE)
        if (c in index.mention_at or is_state(index, c)) and index.tokens[c].tag != "PRP$"
    )
    first, last = bounds(index, i)
    return Duty(
        anchor=i, verb=verb, first=first, last=last, status="reaffirmed", parties=owners or subjects(index, verb)
    )


PROMISES = (by_a_noun, help_that_goes_on)
"""The rules, first answer wins."""
