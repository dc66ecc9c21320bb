"""Stances that an adjective tells: of its subject ("is opposed to", "remains committed"), or of the one who speaks ("is unacceptable", "must end")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from memcon.coding.doers import doers
from memcon.coding.modality import is_would
from memcon.coding.positions.demands import aim_of, stood_for, urged
from memcon.coding.positions.stand import Stand, is_negated, of_word, spoken, towards
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import ADJUNCT_CLAUSES, CLAUSES, COMPLEMENTS, ON_NOUNS, SAID_OF_SUBJECT, TENSED
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_HELD: Mapping[str, Stance] = values("stance_adjective")
_JUDGING: Mapping[str, Stance] = values("judging_adjective")
_JUDGED_BY_A_NOUN: Mapping[str, Stance] = values("judging_noun")
_JUDGED_BY_TWO_WORDS: Mapping[str, Stance] = values("judging_by_two_words")
_LAST_OF_TWO = frozenset(two.split()[-1] for two in _JUDGED_BY_TWO_WORDS)
_EFFECTS: Mapping[str, Stance] = values("doing_good_or_harm")
_NOT_THERE = words("told_not_to_be_there")
_CERTAIN = words("leaving_no_doubt")
_COPULA = words("copula")
_BEING = words("is") | words("was")
_DECLARING, _REFLEXIVES = words("declaring_oneself"), words("reflexive")
_SPEAKING_UP = words("speaking_up")
_READY = words("ready_for_a_deed")
_LEARNING = words("taking_in")
_MANNERS = words("manner_behind_in")
_BESIDE = words("leading_to_ones_like")
_AT_NO_TIME = words("at_no_time")
_EMPTY = words("empty_subject")
_BREAKING = words("breaking_a_rule")
_STANDING = words("standing_by_preposition")
_CONDITIONS = words("condition_marks")
_CLAUSES_OF_TIME = words("telling_when")
_OF_A_COPULA = SAID_OF_SUBJECT | {"conj"}
_NEARBY = 2
"""How far behind what there is none of its "for" stands that hangs on the verb."""
_OPPOSITE: Mapping[Stance, Stance] = {"support": "reject", "oppose": "support"}


@rule(
    at=_HELD,
    yes=[
        "Norway is opposed to the plan. → oppose",
        "Norway remains committed to the treaty. → support",
        "Norway is determined to counter Peru's raids. → oppose",
        "Norway is open to talks provided that Peru leaves the town. → support",
        "Peru is deeply concerned about the fighting. → concern",
        "Norway is unwilling to take part. → reject",
        "Norway is not prepared to pay for the bridge. → reject",
        "The minister is grateful for the help. → support",
        "President Dahl is pleased to see that Peru has joined the talks. → support",
        "Norway is committed to the principle of free trade. → support",
        "Diplomats said there were wide differences, with Norway and Peru strongly opposed to the tax. → oppose",
    ],
    no=[
        "The concerned ministers met.",
        "Norway chose talks as opposed to war.",
        "Norway remains opposed in principle.",
        "Norway has been outspoken among critics of the toll.",
    ],
)
def of_its_subject(index: TextIndex, i: int) -> Stand | None:
    """An adjective or participle that tells how its subject stands to what it leads."""
    tree = index.tree
    stance = None if _is_no_state(index, i) else _HELD.get(tree.lower(i))
    if stance is None:
        return None
    target = next((c for c in tree.children[i] if _is_felt(index, i, c) and not _tells_how(index, c)), None)
    verb = _verb_of_state(index, i)
    if target is None or verb is None:
        return None
    if tree.lower(i) in _READY and (is_negated(index, verb) or tree.deps(i, "neg")):
        stance = "reject"
    target = _learned(index, target)
    stance, holders = stood_for(index, stance, target), _in_the_state(index, i, verb)
    return towards(index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


def _tells_how(index: TextIndex, c: int) -> bool:
    """Whether "in principle" or the like tells only how somebody stands, or "among" beside whom."""
    return index.tree.lower(c) in _BESIDE or (index.tree.lower(c) == "in" and index.tree.has_word(c, _MANNERS, "pobj"))


def _learned(index: TextIndex, felt: int) -> int:
    """What somebody is glad or sorry "to see" or "to hear" is so, told by a clause; of other deeds the deed itself."""
    is_learned = index.tree.is_infinitive(felt) and index.tree.lemma(felt) in _LEARNING
    told = (c for c in index.tree.deps(felt, "ccomp") if c > felt and index.tree.deps(c, "nsubj", "nsubjpass"))
    return next(told, felt) if is_learned else felt


def _is_no_state(index: TextIndex, adjective: int) -> bool:
    """Whether an adjective only describes the noun behind it, or stands in "as opposed to"."""
    return index.tokens[adjective].dep == "amod" or (adjective > 0 and index.tree.lower(adjective - 1) == "as")


def _verb_of_state(index: TextIndex, adjective: int) -> int | None:
    """The copula over an adjective, else the adjective or participle itself, which has the clause's verb; None where it is an active verb."""
    token = index.tokens[adjective]
    is_copular = token.dep in _OF_A_COPULA and token.tag not in TENSED
    if is_copular and _is_copula(index, token.head):
        return token.head
    is_beside = token.tag == "VBD" and _stands_beside(index, adjective)
    return None if token.pos == "VERB" and token.tag != "VBN" and not is_beside else adjective


def _stands_beside(index: TextIndex, participle: int) -> bool:
    """Whether "with" leads somebody and a participle, which the parser took for a verb: "with Peru strongly [opposed] to the tax"."""
    token, subject = index.tokens[participle], index.tree.child(participle, "nsubj")
    is_led = token.dep == "pcomp" and index.tree.lower(token.head) == "with"
    return subject is not None and (is_led or index.tree.has_word(participle, {"with"}, "mark"))


def _in_the_state(index: TextIndex, adjective: int, verb: int) -> tuple[int, ...]:
    """Whose state it is: of the noun that a clause without a subject describes, else of whoever does what the verb tells."""
    token = index.tokens[adjective]
    is_of_noun = token.dep in ON_NOUNS and not index.tree.deps(adjective, "nsubj", "nsubjpass")
    return (token.head,) if is_of_noun else tuple(doers(index, verb))


def _is_copula(index: TextIndex, verb: int) -> bool:
    return index.tree.lemma(verb) in _COPULA or index.tree.lower(verb) in _BEING


def _is_felt(index: TextIndex, adjective: int, c: int) -> bool:
    """Whether what hangs on an adjective stands behind it and tells what is felt, or felt about."""
    if c <= adjective or index.tokens[c].pos == "ADP":
        return c > adjective
    is_told = index.tree.is_infinitive(c) or bool(index.tree.deps(c, "mark", "nsubj"))
    return index.tokens[c].dep in COMPLEMENTS and is_told


@rule(
    at=("against", "in"),
    dep=("prep", "conj"),
    yes=[
        "Norway is against the plan. → oppose",
        "Norway was against lifting the ban. → oppose",
        "Norway spoke in favour of the talks and against the ban. → oppose",
        "Peru is in favour of the treaty. → support",
        "The ministers agreed that the raid is in direct violation of the truce. → oppose",
        "President Soto spoke out in favour of the treaty. → support",
        "Norway and Peru voted in favour of the resolution. → support",
        "Norway and Peru declared themselves against the treaty. → oppose",
    ],
    no=[
        "The ladder stands against the wall.",
        "Norway braced itself against the storm.",
        "The raid is in its third day.",
    ],
)
def by_a_preposition(index: TextIndex, i: int) -> Stand | None:
    """ "is against", "is in favour of"; what is said to be "in violation of" something."""
    tree, lower, verb = index.tree, index.tree.lower(i), index.tree.governor(i)
    over, object_ = tree.lemma(verb), tree.child(i, "pobj", "pcomp")
    is_told = over == "be" or (over in _SPEAKING_UP and (lower == "in" or index.tokens[i].dep == "conj"))
    is_declared = lower == "against" and over in _DECLARING and tree.has_word(verb, _REFLEXIVES, "dobj")
    if not (is_told or is_declared) or object_ is None:
        return None
    if lower == "against":
        return towards(index, object_, of_word(index, i, verb, "oppose"))
    return _in_violation(index, i, object_) or _in_favour(index, i, object_) if lower == "in" else None


def _in_violation(index: TextIndex, i: int, object_: int) -> Stand | None:
    """What is said to be "in violation of" something: the speaker's stance towards it."""
    verb = index.tokens[i].head
    subject = index.tree.child(verb, "nsubj", "csubj") if index.tree.lemma(object_) in _BREAKING else None
    stand = Stand(anchor=object_, verb=verb, stance="oppose", first=i, last=i, is_spoken=True)
    return towards(index, subject, stand) if subject is not None else None


def _in_favour(index: TextIndex, i: int, object_: int) -> Stand | None:
    """Who is "in favour of" something."""
    verb = index.tree.governor(i)
    led = next((p for h in (object_, verb) for p in index.tree.deps(h, "prep") if p == object_ + 1), None)
    found = towards(index, led, of_word(index, i, verb, "support")) if led is not None else None
    if found is None or led is None or index.tree.lower(object_) not in _STANDING:
        return None
    other = next((c for c in index.tree.deps(led, "conj") if index.tokens[c].pos == "ADP" and c > found.first), None)
    return found if other is None else replace(found, last=index.without_links(found.first, other - 1))


@rule(
    at=(*_JUDGING, *_JUDGED_BY_A_NOUN, *_LAST_OF_TWO),
    dep=("acomp", "attr", "conj", "oprd"),
    yes=[
        "Norway said the attack was unacceptable. → oppose",
        "The minister said it is essential that Peru allow access to the port. → support",
        "The deal is a disaster, the minister said. → oppose",
        "The minister said it was important for both sides to avoid new raids. → oppose",
        "For Norway, the recognition of the region is a red line. → oppose",
        "The plan is a non-starter, the minister said. → reject",
        "The minister said it was too early to lift the ban. → reject",
        "Norway is adamant that the raid was a crime. → oppose",
        "The terms are unacceptable to Norway. → oppose",
        "The alliance has never been more important, the minister said. → support",
    ],
    no=[
        "The minister said the road was wet.",
        "The minister said the talks would have been pointless if Peru had not come.",
    ],
)
def of_the_speaker(index: TextIndex, i: int) -> Stand | None:
    """A judgement in what somebody says: the speaker's stance towards what is judged."""
    tree, token = index.tree, index.tokens[i]
    stance = _judgement(index, i)
    if stance is None or token.dep not in _OF_A_COPULA:
        return None
    verb = token.head if token.dep != "conj" else index.tokens[token.head].head
    target = _judged(index, i, verb) if _is_copula(index, verb) else None
    if target is None or _would_have_been(index, verb):
        return None
    if (is_negated(index, verb) or tree.deps(i, "neg")) and not _is_never_more(index, i, verb):
        stance = _OPPOSITE.get(stance, stance)
    elif stance == "support" and tree.is_infinitive(target):
        stance = urged(index, target)
    return towards(index, target, spoken(i, verb, stance))


def _would_have_been(index: TextIndex, verb: int) -> bool:
    """Whether something is told only to have been so, had something else come about: "would have been pointless if Peru had not come"."""
    is_past = index.tree.is_perfect(verb) and is_would(index.tree, verb)
    return is_past and any(index.tree.opens_with(c, _CONDITIONS) for c in index.tree.deps(verb, "advcl"))


def _is_never_more(index: TextIndex, adjective: int, verb: int) -> bool:
    """Whether something is said never to have been more so: "has never been more important", which is high praise."""
    tree = index.tree
    is_more = any(index.tokens[c].tag == "RBR" for c in tree.deps(adjective, "advmod"))
    return is_more and any(tree.lower(n) in _AT_NO_TIME for n in tree.deps(verb, "neg", "advmod"))


def _judgement(index: TextIndex, i: int) -> Stance | None:
    """How an adjective, or a noun, judges what it is said of."""
    by_a_noun = judged_by_a_noun(index, i)
    return _JUDGING.get(index.tree.lower(i)) or by_a_noun


def judged_by_a_noun(index: TextIndex, i: int) -> Stance | None:
    """How a noun judges what it is said of, alone or with the word before it ("red line")."""
    together = f"{index.tree.lower(i - 1)} {index.tree.lemma(i)}" if i else ""
    alone = _JUDGED_BY_A_NOUN.get(index.tree.lemma(i)) if index.tokens[i].pos == "NOUN" else None
    return _JUDGED_BY_TWO_WORDS.get(together) or alone


def _judged(index: TextIndex, i: int, verb: int) -> int | None:
    """What a judgement is said of: the subject, or the clause that an empty one stands for ("it is essential that Peru sign")."""
    tree = index.tree
    subject = tree.child(verb, "nsubj", "csubj", "expl")
    if subject is None or tree.lower(subject) not in _EMPTY:
        return subject
    behind = (c for c in _clauses_behind(index, i, verb, *CLAUSES) if tree.is_infinitive(c) or tree.deps(c, "mark"))
    return next(behind, subject)


def _clauses_behind(index: TextIndex, i: int, verb: int, *labels: str) -> Iterator[int]:
    """The clauses behind a word that hang on it, or on the verb that says it of something, as the parser has it."""
    hanging = (c for n in (i, verb) for c in index.tree.deps(n, *labels))
    return (c for c in hanging if c > i)


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
    stance = _EFFECTS.get(tree.lemma(i)) if _is_told(index, i) else None
    subject = tree.child(i, "nsubj", "csubj")
    if stance is None or subject is None or not tree.deps(i, "dobj", "xcomp", "prep"):
        return None
    is_earned = tree.lemma(i) == "deserve"
    if subject in index.mention_at and not is_earned:
        return None
    return towards(index, i if is_earned else subject, spoken(i, i, stance))


def _is_told(index: TextIndex, verb: int) -> bool:
    """Whether a verb tells in a clause of its own what something does: active, not denied, no aside."""
    tree = index.tree
    is_aside = index.tokens[verb].dep in ADJUNCT_CLAUSES
    return tree.is_finite(verb) and not (is_aside or tree.is_passive(verb) or is_negated(index, verb))


@rule(
    dep=("attr",),
    yes=[
        "There is no justification for the attack, the minister said. → reject",
        "There is no role whatsoever for foreign troops, the minister said. → reject",
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
    head = index.tokens[i].head
    if index.tokens[i].dep != "attr" or not _is_copula(index, head):
        return None
    if _is_told_not_to_be(index, i):
        found = towards(index, i, spoken(i, head, "reject"))
        led = next(
            (p for p in index.tree.prepositions(head, {"for"}) if found is not None and p - found.last <= _NEARBY), None
        )
        return replace(found, last=index.tree.last(led)) if found is not None and led is not None else found
    deed = _timely(index, i, head) if index.tree.lemma(i) == "time" else None
    return towards(index, aim_of(index, deed), spoken(i, head, urged(index, deed))) if deed is not None else None


def _is_told_not_to_be(index: TextIndex, i: int) -> bool:
    """Whether "there is no" stands before it, and it is no doubt that there is none of ("no question that the war must end")."""
    tree = index.tree
    is_certain = tree.lemma(i) in _CERTAIN and not tree.prepositions(i, {"of"})
    is_there = bool(tree.deps(index.tokens[i].head, "expl"))
    return is_there and tree.has_word(i, {"no"}, "det") and tree.lemma(i) in _NOT_THERE and not is_certain


def _timely(index: TextIndex, time: int, verb: int) -> int | None:
    """The deed that it is time for: "time to [end] it", "time that Peru [signed]"."""
    told = _clauses_behind(index, time, verb, "acl", "relcl", "xcomp", "advcl")
    wished = _clauses_behind(index, time, verb, "acl", "relcl", "ccomp", "advcl")
    return next(chain(filter(index.tree.is_infinitive, told), (c for c in wished if _is_due(index, c))), None)


def _is_due(index: TextIndex, deed: int) -> bool:
    """Whether a clause behind "it is time" tells what should have been done: "it is high time that Peru signed"."""
    has_subject = bool(index.tree.deps(deed, "nsubj", "nsubjpass"))
    return has_subject and index.tree.tense(deed) == "past" and not index.tree.opens_with(deed, _CLAUSES_OF_TIME)


ADJECTIVES = (
    of_its_subject,
    by_a_preposition,
    of_the_speaker,
    of_what_there_is,
    of_its_effect,
)
"""The rules, first answer wins."""
