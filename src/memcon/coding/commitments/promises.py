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
_TESTING = words("putting_to_the_test")
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
    no=[
        "The promise of spring is near.",
        "Promises were made.",
        "The talks are to test the willingness of Peru to withdraw.",
    ],
)
def by_a_noun(index: TextIndex, i: int) -> Duty | None:
    """A noun of undertaking with what it binds to; its owner is bound, else whoever voices it."""
    tree = index.tree
    if tree.lemma(i) not in _PROMISES or index.tokens[i].pos != "NOUN":
        return None
    verb = next((a for a in tree.above(i) if index.tokens[a].pos in {"VERB", "AUX"}), i)
    told, fate = _what_for(index, i, verb), _fate(index, i, verb)
    is_tested = index.tokens[i].dep == "dobj" and tree.lemma(index.tokens[i].head) in _TESTING
    if is_tested or (told is None and fate == "made"):
        return None
    first, last = bounds(index, i) if told is None else bounds(index, told, behind=_past_to(index, told))
    parties = _whose(index, i, verb, fate)
    return Duty(anchor=i, verb=verb, first=first, last=last, status=fate, parties=parties) if first <= last else None


def _what_for(index: TextIndex, noun: int, verb: int) -> int | None:
    """What a noun of undertaking binds to: what hangs on it, else on the verb that it is the object of."""
    tree = index.tree
    own = (c for c in tree.deps(noun, "acl", "prep", "relcl", "ccomp") if _binds(index, c))
    beside = tree.deps(verb, "prep", "xcomp", "advcl") if index.tokens[noun].dep == "dobj" else []
    aims = (c for c in beside if tree.lower(c) == "to" or tree.is_infinitive(c))
    return next((c for c in (*own, *aims) if c > noun), None)


def _past_to(index: TextIndex, told: int) -> int | None:
    """The preposition "to" by which what is undertaken is led, which is no part of it."""
    return told if index.tree.lower(told) == "to" and index.tokens[told].dep == "prep" else None


def _whose(index: TextIndex, noun: int, verb: int, fate: CommitmentStatus) -> tuple[int, ...]:
    """Who is bound: whoever is named before the noun or behind it, else whoever does what the verb tells, where that voices or settles it."""
    tree = index.tree
    owners = tuple(c for c in tree.deps(noun, *_BEFORE) if c < noun and _may_own(index, c))
    named = tuple(o for o in owners if index.tokens[o].tag != "PRP$")
    behind = tuple(o for o in tree.led_by(noun, "of", "by") if o in index.mention_at)
    is_voiced = index.tokens[noun].dep in {"dobj", "conj"} and tree.lemma(verb) in _VOICING
    return named or behind or (subjects(index, verb) if is_voiced or fate != "made" else owners)


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
