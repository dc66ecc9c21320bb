"""Stances that a verb takes: towards its object, what its preposition leads, its clause or infinitive; active and passive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from memcon.coding.positions.demands import DEMANDS, is_wanted, urged
from memcon.coding.positions.led import LED, RECEIVING, TAKING, is_guest, key_of
from memcon.coding.positions.refusals import REFUSALS
from memcon.coding.positions.stand import Stand, first_words, of_verb, towards
from memcon.coding.positions.targets import ended, matter_of, put_behind, shared
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_FIRST_WORDS = first_words(TAKING)
_IN_A_CLAUSE: Mapping[str, Stance] = values("taking_a_stand_in_a_clause")
_WISHING = words("wishing_that_others_act")
_RIGHT_BEHIND = 2
"""How far behind its verb a gerund stands that is its object ("ruled out sending troops"), in tokens."""
_NEARBY = 30
"""How far behind what is named its name may stand, in tokens."""
_THANKING = words("thanking")
_OWN_PEOPLE = words("people_of_ones_own")
_REFLEXIVES = words("reflexive")
_STIRRING: Mapping[str, Stance] = values("stirring_a_stand")
_MAY_COME = words("telling_what_may_come")
_TELLING_OR_ASKING = words("telling_or_asking")
_NAMING = words("calling_by_a_name")
_JUDGED_BY_A_NOUN: Mapping[str, Stance] = values("judging_noun")
_JUDGED: Mapping[str, Stance] = values("judging_adjective")


@rule(
    at=_FIRST_WORDS,
    yes=[
        "Norway opposes the border plan. → oppose",
        "Norway welcomed the agreement with Peru. → support",
        "Norway ruled out a deal with Peru. → reject",
        "Norway has ruled out sending troops. → reject",
        "The minister thanked Peru for its help. → support",
        "Norway criticised and rejected the plan. → oppose",
        "Norway rejected as baseless the claim that it had sent troops. → reject",
        "Norway sought an end to the raids. → oppose",
        "Norway joined Peru in condemning the raid. → oppose",
        "Norway and Peru are alone in opposing the treaty. → oppose",
        "Norway has accused Peru of breaking the truce. → oppose",
        'President Soto condemned what she called a "brazen breach" of the treaty. → oppose',
    ],
    no=[
        "Norway visited the border.",
        "The border plan was opposed.",
        "President Liv Dahl will welcome President Maria Soto of Peru to Oslo.",
        "The minister thanked her staff.",
    ],
)
def towards_an_object(index: TextIndex, i: int) -> Stand | None:
    """A verb of stance with its object."""
    stance = TAKING.get(key_of(index, i))
    if stance is None or index.tree.is_passive(i):
        return None
    target = index.tree.child(i, "dobj") or next(iter((*_without_subject(index, i), *_by_its_name(index, i))), None)
    if target is not None and index.tree.lemma(i) in RECEIVING and is_guest(index, target):
        return None
    if target is not None and index.tree.lower(target) in _REFLEXIVES:
        return None
    if target is None and (behind := put_behind(index, i)) is not None:
        first, target = behind
        found = towards(index, target, of_verb(index, i, stance))
        return replace(found, first=first) if found is not None else None
    target = target if target is not None else shared(index, i, TAKING)
    return _judged(index, i, stance, target) if target is not None else None


def _judged(index: TextIndex, verb: int, stance: Stance, target: int) -> Stand | None:
    """The stance towards a verb's object, or towards what somebody is thanked or blamed for; None of thanks to one's own people."""
    if index.tree.lemma(verb) in _THANKING and index.tree.lemma(target) in _OWN_PEOPLE:
        return None
    matter = matter_of(index, verb, target)
    if stance == "support" and (over := ended(index, target, verb)) is not None:
        return towards(index, over, of_verb(index, verb, "oppose"))
    return towards(index, target if matter is None else matter, of_verb(index, verb, stance))


def _by_its_name(index: TextIndex, verb: int) -> Iterator[int]:
    """What is named only by what somebody calls it: "condemned what he called a crime"."""
    for c in index.tree.deps(verb, "ccomp"):
        yield from (c for o in index.tree.deps(c, "dobj", "nsubj") if index.tree.lower(o) == "what" and o == verb + 1)


def _without_subject(index: TextIndex, verb: int) -> Iterator[int]:
    """What the parser took for a clause: "opposed holding talks"."""
    found = [c for c in index.tree.deps(verb, "xcomp", "ccomp") if index.tokens[c].tag == "VBG" and c > verb]
    behind = (
        c for c in index.tree.deps(verb, "advcl") if index.tokens[c].tag == "VBG" and 0 < c - verb <= _RIGHT_BEHIND
    )
    yield from found or behind


@rule(
    at=_IN_A_CLAUSE,
    yes=[
        "Norway fears that the talks will fail. → concern",
        "Peru regrets that the talks failed. → concern",
        "Norway complained that the boats came too near. → oppose",
        "Norway warned that an attack on the town would end the talks. → oppose",
    ],
    no=["Norway fears nobody.", "The minister hopes to travel soon.", "Norway warned that the storm was near."],
)
def in_a_clause(index: TextIndex, i: int) -> Stand | None:
    """A verb of stance with the clause that tells of what."""
    stance = _IN_A_CLAUSE.get(index.tree.lemma(i))
    if stance is None or index.tree.is_passive(i):
        return None
    for c in index.tree.deps(i, "ccomp"):
        if c > i and index.tree.deps(c, "nsubj", "nsubjpass", "expl", "csubj"):
            if stance == "oppose" and index.tree.lemma(i) == "warn":
                return _warned_of(index, i, c)
            if index.tree.lemma(i) in _TELLING_OR_ASKING and not is_wanted(index, c):
                return None
            is_demand = stance == "support" and index.tree.lemma(i) in _WISHING
            return towards(index, c, of_verb(index, i, urged(index, c) if is_demand else stance))
    return None


def _warned_of(index: TextIndex, verb: int, clause: int) -> Stand | None:
    """What somebody warns would do harm: the subject of the clause, where that is a deed and not somebody."""
    subject = index.tree.child(clause, "nsubj", "csubj")
    is_ahead = any(index.tree.lower(c) in _MAY_COME for c in index.tree.deps(clause, "aux"))
    if subject is None or not is_ahead or subject in index.mention_at or index.tokens[subject].pos == "PRON":
        return None
    return towards(index, subject, of_verb(index, verb, "oppose"))


@rule(
    at=_FIRST_WORDS,
    yes=[
        "The attack was condemned by Norway and Peru. → oppose",
        "The talks are opposed by Peru. → oppose",
        "The plan was debated at length and opposed by Peru. → oppose",
    ],
    no=["The attack was condemned.", "The minister was received by Peru."],
)
def by_an_agent(index: TextIndex, i: int) -> Stand | None:
    """A passive verb of stance, with "by" whom."""
    agent = index.tree.agent(i)
    is_passive = index.tree.is_passive(i) or (index.tokens[i].tag == "VBN" and agent is not None)
    stance = TAKING.get(key_of(index, i)) if is_passive else None
    if stance is None or agent is None:
        return None
    patients = (
        index.tree.deps(i, "nsubjpass")
        or ([index.tokens[i].head] if index.tokens[i].dep in {"acl", "relcl"} else [])
        or (index.tree.deps(index.tokens[i].head, "nsubjpass") if index.tokens[i].dep == "conj" else [])
    )
    if not patients:
        return None
    stand = Stand(anchor=i, verb=i, stance=stance, first=i, last=i, holders=(agent,))
    if (matter := matter_of(index, i, patients[0])) is not None:
        return towards(index, matter, stand)
    return (
        towards(index, patients[0], stand)
        if index.tokens[i].dep not in {"acl", "relcl"}
        else _noun_alone(index, patients[0], stand)
    )


def _noun_alone(index: TextIndex, noun: int, stand: Stand) -> Stand | None:
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
    return _noun_alone(index, subject, stand) if subject not in index.mention_at else None


@rule(
    at=_NAMING,
    yes=[
        "The minister called the deal a disaster. → oppose",
        "Norway described the agreement as a historic step. → support",
        "Peru dismissed the plan as unacceptable. → oppose",
    ],
    no=[
        "The minister called the agreement a treaty.",
        "She called her brother a doctor.",
        "The minister denounced the raid and said that might does not make right.",
    ],
)
def naming_it(index: TextIndex, i: int) -> Stand | None:
    """Calling something by a name that judges it."""
    own = TAKING.get(index.tree.lemma(i), "reject")
    if index.tree.lemma(i) not in _NAMING or index.tree.is_passive(i) or own != "reject":
        return None
    named = index.tree.child(i, "dobj")
    subject = next((s for c in index.tree.deps(i, "ccomp") for s in index.tree.deps(c, "nsubj")), None)
    target = named if named is not None else subject
    if target is None:
        return None
    for j in range(target + 1, min(index.tree.last(i), target + _NEARBY) + 1):
        stance = _JUDGED_BY_A_NOUN.get(index.tree.lemma(j)) or _JUDGED.get(index.tree.lower(j))
        if stance is not None:
            found = towards(index, target, of_verb(index, i, stance))
            return _before_its_name(index, found, j) if found is not None else None
    return None


def _before_its_name(index: TextIndex, stand: Stand, name: int) -> Stand:
    """The stance towards "the move" in "described the move as provocative": without the "as" that leads what it is called."""
    leading = [i for i in range(stand.first + 1, stand.last + 1) if index.tree.lower(i) == "as" and i < name]
    return replace(stand, last=leading[-1] - 1) if leading else stand


VERBS = (
    naming_it,
    stirring_somebody,
    *REFUSALS,
    *DEMANDS,
    in_a_clause,
    *LED,
    towards_an_object,
    by_an_agent,
)
"""The rules, first answer wins."""
