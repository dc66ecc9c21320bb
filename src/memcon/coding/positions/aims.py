"""Stances that deeds tell: what somebody sets out to stop or to further, what waits for something else, and deeds named by an epithet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from memcon.coding.doers import doers
from memcon.coding.positions.stand import Stand, first_words, is_negated, towards
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_DEEDS: Mapping[str, Stance] = values("working_for_or_against")
_SETTING_OUT = words("setting_out_to_do")
_WILL = words("telling_what_is_ahead")
_CONDITIONS = words("leading_a_condition")
_NO_DEED = words("telling_no_deed")
_JUDGING: Mapping[str, Stance] = {**values("judging_adjective"), **values("epithet_of_a_deed")}
_TELLING = words("discussing") | words("telling_of_importance") | words("voicing")
_CREDITING = words("telling_of_importance") - words("saying_nothing_for_it")
_OBJECTS = frozenset({"dobj", "conj"})


@rule(
    at=first_words(_DEEDS),
    yes=[
        "Norway tried to stop the deal. → oppose",
        "The president has threatened to tear up the pact. → oppose",
        "Peru will protect the treaty. → support",
        "Norway is seeking to revive the talks. → support",
    ],
    no=["Norway stopped the deal.", "Norway did not try to stop the deal.", "The rain will end the match."],
)
def setting_out(index: TextIndex, i: int) -> Stand | None:
    """What somebody tries, wants, threatens or is going to stop or to further."""
    tree = index.tree
    told = _deed(index, i)
    if told is None or tree.is_passive(i) or is_negated(index, i):
        return None
    stance, target = told
    verb = index.tokens[i].head
    holders: tuple[int, ...] = ()
    is_set_out = tree.lemma(verb) in _SETTING_OUT
    if is_set_out and is_negated(index, verb):
        return None
    if is_set_out and index.tokens[i].dep == "xcomp" and tree.is_infinitive(i):
        holders = tuple(doers(index, verb))
    elif any(tree.lower(c) in _WILL for c in tree.deps(i, "aux")):
        verb, holders = i, _acting(index, i)
    if not holders:
        return None
    return towards(index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


def _deed(index: TextIndex, i: int) -> tuple[Stance, int] | None:
    """How a verb stands to its object, or to what its preposition leads, and that."""
    tree = index.tree
    lemma = tree.lemma(i)
    particle = next((c for c in tree.deps(i, "prt", "advmod") if c == i + 1), None)
    keys = (lemma, f"{lemma} {tree.lower(particle)}") if particle is not None else (lemma,)
    for key in reversed(keys):
        if key in _DEEDS and (target := tree.child(i, "dobj")) is not None:
            return _DEEDS[key], target
        for p in tree.deps(i, "prep"):
            inner = (q for q in tree.deps(p, "prep"))
            led = [f"{key} {tree.lower(p)}", *(f"{key} {tree.lower(p)} {tree.lower(q)}" for q in inner)]
            if (found := next((k for k in led if k in _DEEDS), None)) is not None:
                return _DEEDS[found], p
    return None


def _acting(index: TextIndex, verb: int) -> tuple[int, ...]:
    """The subjects of a verb that may be somebody: a mention, a name, a pronoun other than "it"."""
    return tuple(
        s
        for s in doers(index, verb)
        if index.tree.lower(s) != "it" and (s in index.mention_at or index.tokens[s].pos in {"PROPN", "PRON"})
    )


@rule(
    pos=("VERB",),
    yes=[
        "Norway would use force if the talks fail. → conditional",
        "Peru will lift the ban once the boats leave. → conditional",
        "Peru would agree to lift the ban if the boats left. → conditional",
    ],
    no=["Norway used force when the talks failed.", "It would be sad if the talks failed."],
)
def waiting_for_something(index: TextIndex, i: int) -> Stand | None:
    """What somebody is going to do if or once something else comes about."""
    tree = index.tree
    is_ahead = any(tree.lower(c) in _WILL for c in tree.deps(i, "aux"))
    if not is_ahead or index.tokens[i].pos != "VERB" or tree.lemma(i) in _NO_DEED:
        return None
    if is_negated(index, i) or tree.is_passive(i):
        return None
    heads = (i, *tree.deps(i, "xcomp"))
    waits = any(
        tree.opens_with(c, _CONDITIONS) and tree.deps(c, "nsubj", "nsubjpass")
        for h in heads
        for c in tree.deps(h, "advcl")
    )
    holders = _acting(index, i) if waits else ()
    if not holders:
        return None
    found = towards(index, i, Stand(anchor=i, verb=i, stance="conditional", first=i, last=i, holders=holders))
    return replace(found, first=i) if found is not None and found.first < i <= found.last else found


@rule(
    pos=("NOUN",),
    yes=[
        "The president raised Norway's brutal war against Peru. → oppose",
        "The ministers of Norway and Peru discussed the unlawful strikes on the town. → oppose",
        "The minister recognized Peru's courageous choice. → support",
        "The minister said that the outrageous raid would not stop the talks. → oppose",
    ],
    no=[
        "The president raised Norway's plan for the town.",
        "The ministers discussed good food.",
    ],
)
def by_an_epithet(index: TextIndex, i: int) -> Stand | None:
    """A deed that is raised, discussed or told under a name that judges it, or credited as good."""
    tree = index.tree
    stance = next((_JUDGING[tree.lower(c)] for c in tree.deps(i, "amod") if tree.lower(c) in _JUDGING), None)
    if stance is None or index.tokens[i].pos != "NOUN" or i in index.mention_at or index.tokens[i].dep == "oprd":
        return None
    verb = index.tokens[i].head
    while index.tokens[verb].pos == "NOUN" and index.tokens[i].dep == "conj" and verb != index.tokens[verb].head:
        verb = index.tokens[verb].head
    is_told = index.tokens[i].dep in _OBJECTS and tree.lemma(verb) in (_TELLING if stance == "oppose" else _CREDITING)
    if is_told and index.tokens[verb].pos == "VERB":
        holders = tuple(doers(index, verb))
        return towards(index, i, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))
    if stance != "oppose":
        return None
    over = next((a for a in tree.above(i) if index.tokens[a].pos in {"VERB", "AUX"}), i)
    subject = tree.child(over, "nsubj") if index.tokens[i].dep == "attr" else None
    told = subject if subject is not None and index.tokens[subject].pos == "NOUN" else i
    return towards(index, told, Stand(anchor=i, verb=over, stance=stance, first=i, last=i, is_spoken=True))


AIMS = (setting_out, waiting_for_something, by_an_epithet)
"""The rules, first answer wins."""
