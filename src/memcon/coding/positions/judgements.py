"""Judgements in so many words: what something amounts to, what is the best way, what is not borne or has consequences, who is to be held to account."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.coding.positions.stand import Stand, is_negated, of_word, spoken, towards, verb_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import GOVERNED, NOMINAL_SUBJECTS, SAID_OF_SUBJECT
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
_PHRASES: Mapping[str, Stance] = values("judging_phrase")
_PHRASES_DENIED: Mapping[str, Stance] = values("judging_phrase_when_denied")
_DOORS = words("way_in")
_OPEN: Mapping[str, Stance] = values("open_or_shut")
_TO_OR_FOR = words("leading_to_a_target")
_RIGHTS = words("right_that_is_lacking")
_CARRYING = words("carrying_a_right")
_BEING = words("copula") | {"be"}
_EMPTY = words("empty_subject")
_NO = words("negation_determiners")


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
    if tree.lemma(i) not in _WAYS or not is_singled or not (token.dep in SAID_OF_SUBJECT or token.dep == "dobj"):
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


@rule(
    dep=("pobj",),
    yes=[
        "The minister said that a return to the talks was out of the question. → reject",
        '"It is out of the question for Norway to leave the pact," the minister said. → reject',
        "The minister said the treaty was in the interest of both sides. → support",
        "The minister said that a new tax was not on the table. → reject",
        'The minister said it was "not in the interest of Peru to renew the treaty". → oppose',
    ],
    no=["The minister said that the book was on the table.", "The minister said the town was out of reach."],
)
def by_a_phrase_that_judges(index: TextIndex, i: int) -> Stand | None:
    """What is said to be "out of the question", "in the interest of" somebody, "not on the table"."""
    tree = index.tree
    led = index.tokens[i].head
    verb = tree.governor(led) if index.tokens[i].dep == "pobj" else None
    if verb is None or tree.lemma(verb) not in _BEING:
        return None
    is_denied = is_negated(index, verb) or bool(tree.deps(led, "neg"))
    phrases = _PHRASES_DENIED if is_denied else _PHRASES
    stance = phrases.get(_phrase(index, i))
    target = _said_of(index, i, verb) if stance is not None else None
    return towards(index, target, spoken(i, verb, stance)) if stance is not None and target is not None else None


def _phrase(index: TextIndex, noun: int) -> str:
    """The prepositions over a noun, and it: "out of question"."""
    over = index.tokens[noun].head
    before = index.tokens[over].head
    further = f"{index.tree.lower(before)} " if index.tokens[before].pos == "ADP" else ""
    return f"{further}{index.tree.lower(over)} {index.tree.lemma(noun)}"


def _said_of(index: TextIndex, noun: int, verb: int) -> int | None:
    """What a phrase is said of: the subject, or the clause behind that an empty one stands for."""
    tree = index.tree
    subject = tree.child(verb, "nsubj", "csubj", "expl")
    if subject is None or tree.lower(subject) not in _EMPTY:
        return subject
    over = index.tokens[noun].head
    hanging = (c for h in (noun, over, verb) for c in tree.deps(h, "xcomp", "ccomp", "advcl", "acl") if c > noun)
    return next((c for c in hanging if tree.is_infinitive(c) or tree.deps(c, "mark")), None)


@rule(
    at=_RIGHTS,
    dep=("dobj",),
    yes=[
        "The minister said the vote had no legal validity. → reject",
        "Norway said Peru had no right to close the strait. → reject",
        "The minister said foreign troops have no place in the region. → reject",
        "Norway said Peru had the right to defend itself. → support",
    ],
    no=["The minister said that he had no role.", "The minister said the town had no water."],
)
def without_a_right(index: TextIndex, i: int) -> Stand | None:
    """What is said to have no force in law, no place or no right to what it does."""
    tree, verb = index.tree, index.tokens[i].head
    is_right = tree.lemma(i) in _RIGHTS and index.tokens[i].dep == "dobj" and tree.lemma(verb) in _CARRYING
    subject = tree.child(verb, "nsubj")
    is_none = tree.has_word(i, _NO, "det") or is_negated(index, verb)
    if is_right and not is_none and tree.infinitives(i, "acl"):
        return towards(index, verb, spoken(i, verb, "support"))
    if not is_right or not is_none or subject is None or index.tokens[subject].pos == "PRON":
        return None
    return towards(index, verb if subject in index.mention_at else subject, spoken(i, verb, "reject"))


@rule(
    at=_DOORS,
    dep=NOMINAL_SUBJECTS,
    yes=[
        "The minister said the door remained open to talks. → support",
        "The door is closed to a new treaty, the minister said. → reject",
    ],
    no=["The minister said the door was open."],
)
def by_an_open_door(index: TextIndex, i: int) -> Stand | None:
    """What the door is said to be open for."""
    tree, verb = index.tree, index.tokens[i].head
    if tree.lemma(i) not in _DOORS or index.tokens[i].dep not in NOMINAL_SUBJECTS:
        return None
    for state in (verb, *tree.deps(verb, "acomp", "oprd")):
        led = next(iter(tree.prepositions(state, _TO_OR_FOR)), None)
        stance = _OPEN.get(tree.lower(state))
        if led is not None and stance is not None and not is_negated(index, verb):
            return towards(index, led, spoken(i, verb, stance))
    return None


JUDGEMENTS = (
    by_an_open_door,
    by_a_phrase_that_judges,
    without_a_right,
    by_what_it_amounts_to,
    by_the_best_way,
    not_to_be_borne,
    with_consequences,
    holding_to_account,
)
"""The rules, first answer wins."""
