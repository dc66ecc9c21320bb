"""Whether a stance is taken: not one that is denied, only possible, asked about or asked of another; a denied one may be another stance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from memcon.coding.doers import doers
from memcon.coding.modality import is_only_possible, is_would
from memcon.coding.positions.stand import Stand, is_made_clear, is_negated
from memcon.coding.text_index import TextIndex
from memcon.domain.annotation import OperatorKind
from memcon.domain.labels import CLAUSES, COMPLEMENTS, GOVERNED, NOMINAL_SUBJECTS, SAID_OF_SUBJECT
from memcon.domain.records import Stance
from memcon.lexicon import words

_THINKING = words("thinking")
_HARDLY = words("hardly_thought_so")
_DISOWNING = words("denial_verbs")
_GOING_ON = words("going_on_or_setting_out")
_UNDER_A_VERB = GOVERNED | SAID_OF_SUBJECT | {"conj"}
_DENIED: Mapping[str, Stance] = {"support": "oppose"}
"""What a denied stance is; where nothing stands here it is none ("does not oppose" is no support)."""
_OPEN: tuple[OperatorKind, ...] = (
    "possibility",
    "ability",
    "proposal",
    "attempt",
    "obligation",
    "expectation",
    "arrangement",
    "refusal",
)
"""What leaves open whether an infinitive is done."""
_MEANT_WITH_WOULD = words("meant_also_with_would")
_CANNOT = words("can")
_AHEAD = words("telling_what_is_ahead")
_NEITHER = words("neither_of_two")
_NO = words("negation_determiners")
_GIVING_WAY = words("giving_way")
_COURTESIES = words("courtesy")
_GLAD = words("glad_to_do_it")
_RECEIVING = words("receiving_guests")
_LOOKING_FORWARD = words("looking_forward")
_CHANCES = words("opening_for_something")
_OCCASIONS = words("deed_of_an_occasion")
_DECIDING = words("making_up_ones_mind") | words("taking_sides")
_OF_THE_WILL = words("denied_is_opposed")


def settled(index: TextIndex, stand: Stand) -> Stand | None:
    """`stand` as it is taken, None where it is not."""
    if _is_asked(index, stand) or not _is_held(index, stand):
        return None
    if stand.is_spoken and _is_not_thought(index, stand):
        return replace(stand, stance=_DENIED[stand.stance]) if stand.stance in _DENIED else None
    if stand.is_spoken or not _is_denied(index, stand):
        return stand
    is_verb, is_side = (index.tokens[stand.anchor].pos == pos for pos in ("VERB", "ADP"))
    is_of_the_will = is_side or (is_verb and index.tree.lemma(stand.anchor) in _OF_THE_WILL)
    return replace(stand, stance=_DENIED[stand.stance]) if is_of_the_will and stand.stance in _DENIED else None


def _is_not_thought(index: TextIndex, stand: Stand) -> bool:
    """Whether somebody says not to think what judges: "I do not think that it is right"."""
    over = index.tokens[stand.verb].head
    is_clause = index.tokens[stand.verb].dep == "ccomp" and index.tree.lemma(over) in _THINKING
    return is_clause and is_negated(index, over)


def _is_held(index: TextIndex, stand: Stand) -> bool:
    """Whether somebody has a stance: the one who speaks, who makes it wait for something, who leaves it open, or who takes it."""
    is_waiting = stand.stance == "conditional" or _is_left_open(index, stand)
    is_unable = stand.stance == "reject" and index.tree.has_word(stand.verb, _CANNOT, "aux")  # "cannot accept it"
    return stand.is_spoken or is_waiting or is_unable or _is_taken(index, stand.verb)


def is_courtesy(index: TextIndex, stand: Stand) -> bool:
    """Whether somebody is only thanked out of politeness ("appreciated the warm welcome"), or is glad to meet somebody ("looks forward to visiting Peru",
    "is delighted to have the opportunity")."""
    tree, head = index.tree, index.head_in(stand.first, stand.last)
    if stand.stance != "support" or index.tokens[head].pos == "NOUN":
        is_welcomed = tree.lower(index.tokens[stand.anchor].head) in _GLAD and tree.lemma(stand.anchor) in _RECEIVING
        return stand.stance == "support" and (is_welcomed or tree.lemma(head) in _COURTESIES)
    is_glad = tree.lower(stand.anchor) in _GLAD or tree.lemma(stand.anchor) in _LOOKING_FORWARD
    is_chance = any(tree.lemma(o) in _CHANCES for o in tree.deps(head, "dobj"))
    return is_glad and (is_chance or tree.lemma(head) in _OCCASIONS)


def _is_asked(index: TextIndex, stand: Stand) -> bool:
    if not stand.is_spoken and (_is_guessed(index, stand.verb) or _is_disowned(index, stand.anchor)):
        return True
    return index.is_supposed(stand.verb) or index.is_supposed(stand.anchor)


def _is_disowned(index: TextIndex, i: int) -> bool:
    """Whether somebody denies to do or to have done it: "Peru, which denies backing the rebels", "denied sending notes that ask for talks"."""
    inside = takewhile(lambda a: not index.tree.is_finite(a), index.tree.above(i))
    return any(_is_denied_deed(index, v) for v in (i, *inside))


def _is_denied_deed(index: TextIndex, i: int) -> bool:
    """Whether a clause is what somebody denies: a gerund, or "that it backs them" of oneself."""
    token, subject = index.tokens[i], index.tree.child(i, "nsubj")
    is_own = token.dep == "ccomp" and subject is not None and index.tokens[subject].pos == "PRON"
    is_deed = is_own or (token.dep in COMPLEMENTS and token.tag == "VBG")
    return is_deed and index.tree.lemma(token.head) in _DISOWNING


def _is_guessed(index: TextIndex, verb: int) -> bool:
    """Whether a clause is only doubted or imagined ("it is unlikely that Norway would agree"), or what will or would be by the word of somebody who does
    not act for its subject ("analysts say that Norway would oppose it", "President Soto said that Norway will never have it")."""
    tree, over = index.tree, index.tokens[verb].head
    if index.tokens[verb].dep not in CLAUSES:
        return False
    if index.tokens[over].pos == "NOUN" and tree.has_word(over, _NO, "det"):
        return True  # "won no assurance that Norway would agree"
    beside = (over, *tree.deps(over, "acomp", "advmod"))
    if any(tree.lemma(i) in _HARDLY or tree.lower(i) in _HARDLY for i in beside):
        return True
    return tree.has_word(verb, _AHEAD, "aux") and _is_of_others(index, verb, over)


def _is_of_others(index: TextIndex, verb: int, saying: int) -> bool:
    """Whether whoever says what somebody would do is neither that one nor an official of any land, nor of the same country."""
    said_by = [a for d in doers(index, saying) for a in index.actors_at(d)]
    meant = [a for s in index.tree.deps(verb, "nsubj") for a in index.actors_at(s)]
    if not said_by or not meant or {a.id for a in said_by} & {a.id for a in meant}:
        return False
    lands = {a.country for a in meant if a.country}
    act_for = [a for a in said_by if a.country in lands or (a.country is None and (a.offices or a.sector == "GOV"))]
    return bool(lands) and not act_for


def _is_aside(index: TextIndex, stand: Stand) -> bool:
    """Whether a noun of stance is no object of the verb over it, so that what is denied there is something else: "Peru's support for the pact has not
    hurt it"."""
    token = index.tokens[stand.anchor]
    over = index.tokens[token.head].head if token.dep == "pobj" else token.head
    is_under = over == stand.verb and token.dep in _UNDER_A_VERB
    return token.pos == "NOUN" and stand.anchor != stand.verb and not is_under and not stand.is_spoken


def _is_left_open(index: TextIndex, stand: Stand) -> bool:
    """Whether the stance is that none is taken: "has not decided whether", "has yet to take a position on"."""
    return stand.stance == "undecided" and index.tree.lemma(stand.verb) in _DECIDING


def _is_denied(index: TextIndex, stand: Stand) -> bool:
    if _is_left_open(index, stand):
        return False
    if index.tree.has_word(stand.anchor, _NO, "det"):
        return True
    if _is_of_neither(index, stand.verb):
        return True
    if stand.stance == "reject" or index.tree.lemma(stand.verb) in _GIVING_WAY or _is_aside(index, stand):
        return False
    return (
        is_negated(index, stand.verb)
        or index.is_denied(stand.verb)
        or (stand.anchor != stand.verb and is_negated(index, stand.anchor))
    )


def _is_of_neither(index: TextIndex, verb: int) -> bool:
    """Whether neither of its subjects does what a verb tells ("neither Norway nor Peru endorsed it"), or it is one of two verbs of which neither is so
    ("neither confirmed nor denied it")."""
    subjects = index.tree.deps(verb, *NOMINAL_SUBJECTS)
    if any(index.tree.lower(i) in _NEITHER for s in subjects for i in range(index.tree.first(s), s + 1)):
        return True
    row = (verb, index.tokens[verb].head) if index.tokens[verb].dep == "conj" else (verb,)
    return any(index.tree.has_word(v, _NEITHER, "preconj", "cc", "advmod", "neg") for v in row)


def _is_taken(index: TextIndex, verb: int) -> bool:
    """Whether the clause tells it as taken: finite without "may", a participle, or an infinitive that tells what somebody came to express."""
    tree, token = index.tree, index.tokens[verb]
    if is_only_possible(tree, verb):
        is_said = index.is_reported(verb) or is_made_clear(index, verb)
        is_meant = is_said or tree.lemma(verb) in _MEANT_WITH_WOULD
        return is_meant and is_would(tree, verb)
    if token.dep in CLAUSES and tree.deps(verb, "mark") and index.factuality(verb).operator("obligation") is not None:
        return False  # "it is critical that all parties uphold it"
    if not tree.is_infinitive(verb):
        return token.tag != "VB" or bool(tree.deps(verb, "aux")) or token.dep in {"conj", "ROOT"}
    if token.dep == "advcl" or tree.lemma(token.head) in _GOING_ON:
        return True
    return token.dep == "xcomp" and index.factuality(verb).operator(*_OPEN) is None
