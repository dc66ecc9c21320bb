"""Stances that an adjective tells: of its subject ("is opposed to", "remains committed"), or of the one who speaks ("is unacceptable", "must end")."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.coding.doers import doers
from memcon.coding.positions.demands import stood_for, urged
from memcon.coding.positions.stand import Stand, is_negated, towards
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_HELD: Mapping[str, Stance] = values("stance_adjective")
_JUDGING: Mapping[str, Stance] = values("judging_adjective")
_JUDGED_BY_A_NOUN: Mapping[str, Stance] = values("judging_noun")
_EFFECTS: Mapping[str, Stance] = values("doing_good_or_harm")
_NOT_THERE = words("told_not_to_be_there")
_CERTAIN = words("leaving_no_doubt")
_COPULA = words("copula")
_BEING = words("is") | words("was")
_OBLIGING = words("obliging_auxiliary")
_SPEAKING_UP = words("speaking_up")
_READY = words("ready_for_a_deed")
_EMPTY = words("empty_subject")
_BREAKING = words("breaking_a_rule")
_STANDING = words("standing_by_preposition")
_CLAUSES_OF_TIME = words("telling_when")
_OPPOSITE: Mapping[Stance, Stance] = {"support": "reject", "oppose": "support"}


@rule(
    at=_HELD,
    yes=[
        "Norway is opposed to the plan. → oppose",
        "Norway remains committed to the treaty. → support",
        "Norway is determined to counter Peru's raids. → oppose",
        "Peru is deeply concerned about the fighting. → concern",
        "Norway is unwilling to take part. → reject",
        "Norway is not prepared to pay for the bridge. → reject",
        "The minister is grateful for the help. → support",
    ],
    no=["The concerned ministers met.", "Norway chose talks as opposed to war."],
)
def of_its_subject(index: TextIndex, i: int) -> Stand | None:
    """An adjective or participle that tells how its subject stands to what it leads."""
    tree, token = index.tree, index.tokens[i]
    stance = _HELD.get(tree.lower(i))
    if stance is None or token.dep == "amod" or (i > 0 and tree.lower(i - 1) == "as"):
        return None
    target = next((c for c in tree.children[i] if c > i and _is_felt(index, i, c)), None)
    if target is None:
        return None
    is_copular = token.dep in {"acomp", "oprd", "conj"} and token.tag not in {"VBD", "VBP", "VBZ"}
    verb = token.head if is_copular and _is_copula(index, token.head) else i
    if token.pos == "VERB" and verb == i and token.tag != "VBN":
        return None
    if tree.lower(i) in _READY and (is_negated(index, verb) or tree.deps(i, "neg")):
        stance = "reject"
    holders = (
        (token.head,)
        if token.dep in {"acl", "relcl"} and not tree.deps(i, "nsubj", "nsubjpass")
        else tuple(doers(index, verb))
    )
    stance = stood_for(index, stance, target)
    stand = Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders)
    return towards(index, target, stand)


def _is_copula(index: TextIndex, verb: int) -> bool:
    return index.tree.lemma(verb) in _COPULA or index.tree.lower(verb) in _BEING


def _is_felt(index: TextIndex, adjective: int, c: int) -> bool:
    if index.tokens[c].dep in {"prep", "agent"}:
        return True
    return index.tokens[c].dep in {"xcomp", "ccomp"} and (
        index.tree.is_infinitive(c) or bool(index.tree.deps(c, "mark", "nsubj"))
    )


@rule(
    at=("against", "in"),
    dep=("prep",),
    yes=[
        "Norway is against the plan. → oppose",
        "Peru is in favour of the treaty. → support",
        "The ministers agreed that the raid is in direct violation of the truce. → oppose",
        "President Soto spoke out in favour of the treaty. → support",
        "Norway and Peru voted in favour of the resolution. → support",
    ],
    no=["The ladder stands against the wall.", "The raid is in its third day."],
)
def by_a_preposition(index: TextIndex, i: int) -> Stand | None:
    """ "is against", "is in favour of"; what is said to be "in violation of" something."""
    tree, lower = index.tree, index.tree.lower(i)
    over = tree.lemma(index.tokens[i].head)
    if index.tokens[i].dep != "prep" or not (over == "be" or (lower == "in" and over in _SPEAKING_UP)):
        return None
    verb, object_ = index.tokens[i].head, tree.child(i, "pobj")
    if object_ is None:
        return None
    stance: Stance | None = "oppose" if lower == "against" else None
    if lower == "in" and tree.lemma(object_) in _BREAKING and (subject := tree.child(verb, "nsubj", "csubj")):
        return towards(
            index, subject, Stand(anchor=object_, verb=verb, stance="oppose", first=i, last=i, is_spoken=True)
        )
    if lower == "in" and tree.lower(object_) in _STANDING:
        stance = "support"
        object_ = tree.child(object_, "prep")
    if stance is None or object_ is None:
        return None
    return towards(
        index, object_, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=tuple(doers(index, verb)))
    )


@rule(
    at=(*_JUDGING, *_JUDGED_BY_A_NOUN),
    dep=("acomp", "attr", "conj", "oprd"),
    yes=[
        "Norway said the attack was unacceptable. → oppose",
        "The minister said it is essential that Peru allow access to the port. → support",
        "The deal is a disaster, the minister said. → oppose",
    ],
    no=["The minister said the road was wet."],
)
def of_the_speaker(index: TextIndex, i: int) -> Stand | None:
    """A judgement in what somebody says: the speaker's stance towards what is judged."""
    tree, token = index.tree, index.tokens[i]
    stance = _JUDGING.get(tree.lower(i)) or (_JUDGED_BY_A_NOUN.get(tree.lemma(i)) if token.pos == "NOUN" else None)
    if stance is None or token.dep not in {"acomp", "attr", "conj", "oprd"}:
        return None
    verb = token.head if token.dep != "conj" else index.tokens[token.head].head
    if not _is_copula(index, verb):
        return None
    subject = tree.child(verb, "nsubj", "csubj", "expl")
    behind = next(
        (
            c
            for n in (i, verb)
            for c in tree.deps(n, "ccomp", "xcomp", "advcl", "acl")
            if c > i and (tree.is_infinitive(c) or tree.deps(c, "mark"))
        ),
        None,
    )
    is_empty = subject is not None and tree.lower(subject) in _EMPTY
    target = behind if is_empty and behind is not None else subject
    if target is None:
        return None
    if is_negated(index, verb) or tree.deps(i, "neg"):
        stance = _OPPOSITE.get(stance, stance)
    return towards(index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, is_spoken=True))


@rule(
    pos=("VERB", "AUX"),
    yes=[
        "The minister said Peru must end its attacks. → oppose",
        "The minister said that both sides should return to the talks. → support",
        "The minister said the blockade should not go on. → oppose",
    ],
    no=["The minister said that Peru ended its attacks."],
)
def of_what_must_be(index: TextIndex, i: int) -> Stand | None:
    """What somebody says that others must or should do."""
    tree = index.tree
    if index.tokens[i].pos not in {"VERB", "AUX"} or not any(tree.lower(c) in _OBLIGING for c in tree.deps(i, "aux")):
        return None
    return towards(index, i, Stand(anchor=i, verb=i, stance=urged(index, i), first=i, last=i, is_spoken=True))


@rule(
    at=_EFFECTS,
    yes=[
        "The minister said the blockade would harm the region. → oppose",
        "The president warned that the attack violates international law. → oppose",
        "The minister said the treaty will strengthen peace in the region. → support",
        "The minister said that the people of Peru deserve to live in peace. → support",
    ],
    no=["The minister said that he would strengthen his team."],
)
def of_its_effect(index: TextIndex, i: int) -> Stand | None:
    """What somebody says that something does, for good or bad: the speaker's stance towards it."""
    tree = index.tree
    stance = _EFFECTS.get(tree.lemma(i))
    if stance is None or tree.is_passive(i) or not tree.is_finite(i) or not tree.deps(i, "dobj", "xcomp", "prep"):
        return None
    subject = tree.child(i, "nsubj", "csubj")
    is_earned = tree.lemma(i) == "deserve"
    if (
        subject is None
        or (subject in index.mention_at and not is_earned)
        or is_negated(index, i)
        or index.tokens[i].dep in {"relcl", "advcl"}
    ):
        return None
    return towards(
        index, i if is_earned else subject, Stand(anchor=i, verb=i, stance=stance, first=i, last=i, is_spoken=True)
    )


@rule(
    dep=("attr",),
    yes=[
        "There is no justification for the attack, the minister said. → reject",
        "The minister said there can be no military solution in Peru. → reject",
        "It is time to end the war, the minister said. → oppose",
        "It is high time that Peru signed the treaty, the minister said. → support",
    ],
    no=[
        "There is no water in the town.",
        "There is no question that the war must end, the minister said.",
        "The minister said it was time for lunch.",
    ],
)
def of_what_there_is(index: TextIndex, i: int) -> Stand | None:
    """ "There can be no solution", "there is no excuse for"; "it is time to"."""
    tree, head = index.tree, index.tokens[i].head
    if index.tokens[i].dep != "attr" or not _is_copula(index, head):
        return None
    is_none = any(tree.lower(c) == "no" for c in tree.deps(i, "det"))
    is_certain = tree.lemma(i) in _CERTAIN and not any(tree.lower(p) == "of" for p in tree.deps(i, "prep"))
    if tree.deps(head, "expl") and is_none and tree.lemma(i) in _NOT_THERE and not is_certain:
        return towards(index, i, Stand(anchor=i, verb=head, stance="reject", first=i, last=i, is_spoken=True))
    deed = next(
        (
            c
            for n in (i, head)
            for c in tree.deps(n, "acl", "relcl", "xcomp", "advcl")
            if c > i and tree.is_infinitive(c)
        ),
        None,
    )
    due = next(
        (c for n in (i, head) for c in tree.deps(n, "acl", "relcl", "ccomp", "advcl") if c > i and _is_due(index, c)),
        None,
    )
    deed = due if deed is None else deed
    if tree.lemma(i) == "time" and deed is not None:
        return towards(
            index, deed, Stand(anchor=i, verb=head, stance=urged(index, deed), first=i, last=i, is_spoken=True)
        )
    return None


def _is_due(index: TextIndex, deed: int) -> bool:
    """Whether a clause behind "it is time" tells what should have been done: "it is high time that Peru signed"."""
    has_subject = bool(index.tree.deps(deed, "nsubj", "nsubjpass"))
    return has_subject and index.tree.tense(deed) == "past" and not index.tree.opens_with(deed, _CLAUSES_OF_TIME)


ADJECTIVES = (of_its_subject, by_a_preposition, of_the_speaker, of_what_must_be, of_what_there_is, of_its_effect)
"""The rules, first answer wins."""
