"""Judgements in so many words: what something amounts to, what is the best way, what is not borne or has consequences, who is to be held to account."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.coding.positions.stand import Stand, is_negated, of_word, spoken, towards, verb_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import GOVERNED
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_JUDGED_BY_A_NOUN: Mapping[str, Stance] = values("judging_noun")
_EQUATING = words("equating")
_SERVING = words("equating_by_a_preposition")
_MET_BY = words("leading_what_it_is_met_by")
_WAYS = words("way_to_an_end")
_BEST = words("singling_out")
_BORNE = words("bearing_with_it")
_CONSEQUENCES = words("what_follows_a_wrong")
_ANSWERING = words("answering_a_wrong")
_ANSWERABLE = words("answerable_for_it")
_HOLDING = words("holding_or_keeping")
_AHEAD = words("telling_what_may_come")


@rule(
    at=_JUDGED_BY_A_NOUN,
    pos=("NOUN",),
    yes=[
        "The minister said the raid constitutes a threat. → oppose",
        "The president said that the treaty serves as a milestone. → support",
        "The minister said the blockade amounts to a crime. → oppose",
    ],
    no=["The minister said the bridge represents a city.", "The minister serves as an envoy."],
)
def by_what_it_amounts_to(index: TextIndex, i: int) -> Stand | None:
    """What is said to constitute, to serve as or to amount to something that judges it."""
    tree, token = index.tree, index.tokens[i]
    stance = _JUDGED_BY_A_NOUN.get(tree.lemma(i))
    if stance is None or token.pos != "NOUN":
        return None
    verb = verb_of(index, i)
    is_led = token.dep == "pobj" and f"{tree.lemma(verb)} {tree.lower(token.head)}" in _SERVING
    if not is_led and not (token.dep == "dobj" and tree.lemma(verb) in _EQUATING):
        return None
    subject = tree.child(verb, "nsubj", "csubj")
    return None if subject is None or is_negated(index, verb) else towards(index, subject, spoken(i, verb, stance))


@rule(
    at=_WAYS,
    dep=("attr", "dobj"),
    yes=[
        "The minister said that talks are the only way to end the war. → support",
        "The president underscored that a treaty remains the best path to peace. → support",
        "The deal represents the best chance for peace, the minister said. → support",
    ],
    no=["The minister said the road was the only one.", "The raid was not the best way, the minister said."],
)
def by_the_best_way(index: TextIndex, i: int) -> Stand | None:
    """What is said to be the best or only way, chance or tool."""
    tree, token = index.tree, index.tokens[i]
    verb = token.head
    is_singled = tree.has_word(i, _BEST, "amod")
    if tree.lemma(i) not in _WAYS or not is_singled or token.dep not in {"attr", "dobj"}:
        return None
    subject = tree.child(verb, "nsubj", "csubj")
    is_said_of_it = tree.lemma(verb) in _EQUATING or token.dep == "attr"
    if subject is None or not is_said_of_it or is_negated(index, verb):
        return None
    return towards(index, i if index.tokens[subject].pos == "PRON" else subject, spoken(i, verb, "support"))


@rule(
    at=_BORNE,
    yes=[
        "The attack will not be tolerated, the minister said. → oppose",
        "The minister said that the raid would not go unanswered. → oppose",
        "The minister said that the blockade cannot be accepted. → oppose",
    ],
    no=["The minister said the guests will not be received.", "The minister said the plan will be accepted."],
)
def not_to_be_borne(index: TextIndex, i: int) -> Stand | None:
    """What somebody says will not be tolerated or left unanswered."""
    tree = index.tree
    subject = tree.child(i, "nsubjpass", "nsubj")
    if tree.lemma(i) not in _BORNE or subject is None or not is_negated(index, i):
        return None
    is_left = tree.has_word(i, _ANSWERING, "acomp", "xcomp", "oprd", "advcl")
    if not (tree.is_passive(i) and tree.lemma(i) != "go") and not is_left:
        return None
    return towards(index, subject, spoken(i, i, "oppose"))


@rule(
    at=_CONSEQUENCES,
    dep=GOVERNED,
    yes=[
        "The minister warned that a new test would have serious consequences. → oppose",
        "The ministers agreed that an attack would be met with a strong response. → oppose",
        "The minister said any raid would carry a price. → oppose",
    ],
    no=["The minister said that the storm had consequences.", "The minister said the envoy will be met with flowers."],
)
def with_consequences(index: TextIndex, i: int) -> Stand | None:
    """What somebody says will have consequences or be answered."""
    tree = index.tree
    if tree.lemma(i) not in _CONSEQUENCES or index.tokens[i].dep not in GOVERNED:
        return None
    verb = verb_of(index, i)
    subject = tree.child(verb, "nsubjpass", "nsubj", "csubj")
    if subject is None or index.tokens[subject].pos == "PRON" or is_negated(index, verb):
        return None
    is_ahead = tree.has_word(verb, _AHEAD, "aux")
    return towards(index, subject, spoken(i, verb, "oppose")) if is_ahead and _brings(index, verb, i) else None


def _brings(index: TextIndex, verb: int, consequence: int) -> bool:
    """Whether a verb tells that something has a consequence, or "is met with" one."""
    tree = index.tree
    if index.tokens[consequence].dep == "dobj":
        return tree.lemma(verb) in _HOLDING and not tree.is_passive(verb)
    is_met = tree.lemma(verb) == "meet" and tree.is_passive(verb)
    return is_met and tree.lower(index.tokens[consequence].head) in _MET_BY


@rule(
    at=("hold",),
    yes=[
        "Norway is working to hold Peru accountable for the raid. → oppose",
        "Norway holds Peru responsible for the attack. → oppose",
    ],
    no=["The minister held the door open.", "Norway will not hold Peru responsible."],
)
def holding_to_account(index: TextIndex, i: int) -> Stand | None:
    """Holding somebody accountable or responsible."""
    tree = index.tree
    answerable = next(
        (
            c
            for c in (*tree.deps(i, "oprd", "acomp", "xcomp", "ccomp"), *_under_object(index, i))
            if tree.lower(c) in _ANSWERABLE
        ),
        None,
    )
    if tree.lemma(i) != "hold" or answerable is None or tree.is_passive(i):
        return None
    held = next(iter((*tree.deps(i, "dobj"), *tree.deps(answerable, "nsubj"))), None)
    if held is None:
        return None
    return towards(index, held, of_word(index, i, i, "oppose"))


def _under_object(index: TextIndex, verb: int) -> list[int]:
    return [c for o in index.tree.deps(verb, "dobj") for c in index.tree.deps(o, "amod", "acl", "relcl")]


JUDGEMENTS = (by_what_it_amounts_to, by_the_best_way, not_to_be_borne, with_consequences, holding_to_account)
"""The rules, first answer wins."""
