"""Stances told by taking no side, by holding nothing against something, by the fire of words that somebody comes under, by
conditions that are set, by being a supporter or an opponent."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from memcon.coding.positions.matters import target_of
from memcon.coding.positions.named_states import is_state
from memcon.coding.positions.refusals import is_still_ahead
from memcon.coding.positions.stand import Stand, is_negated, of_word, towards
from memcon.coding.positions.targets import leading_behind
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_PARTISANS: Mapping[str, Stance] = values("partisan")
_SETTING = words("setting_a_condition")
_CONDITIONS = words("condition_that_is_set")
_OF_IMPORTANCE = words("leading_to_what_is_important")
_SIDES = words("side_that_is_taken")
_TAKING = words("taking_sides")
_NO = words("negation_determiners")
_ABOUT = words("leading_to_a_topic")
_NOTHING_AGAINST = words("nothing_against_it")
_HOLDING = words("holding_a_stand")
_FIRE = words("fire_of_words")
_LIKING = words("liking_for_a_thing")
_MEANING = words("meaning_to_do_it")
_LACKING = words("holding_a_stand") | words("seeing_or_having")
_HARDLY = words("hardly_any")
_GROUNDS = words("ground_for_a_deed")
_FINDING = words("taking_in")
_LIKED = words("leading_to_what_is_liked")
_OVER = words("leading_to_what_it_is_for")


@rule(
    at=_SIDES,
    dep=("dobj",),
    yes=[
        "Peru has yet to take a position on the treaty. → undecided",
        "Norway has not taken a stance on the plan. → undecided",
        "Norway took no side on the border. → undecided",
        "Peru has yet to make up its mind about the ban. → undecided",
    ],
    no=["Norway has taken a position on the treaty.", "Norway has not made a decision."],
)
def without_a_side(index: TextIndex, i: int) -> Stand | None:
    """Somebody who has taken no position on something."""
    tree, verb = index.tree, index.tokens[i].head
    about = leading_behind(index, i, _ABOUT, i, verb) if _is_object(index, i, _SIDES, _TAKING) else None
    if about is None or tree.child(about, "pobj", "pcomp") in index.timex_at:
        return None
    is_none = tree.has_word(i, _NO, "det") or is_negated(index, verb) or is_still_ahead(index, verb)
    return towards(index, about, of_word(index, i, verb, "undecided")) if is_none else None


def _is_object(index: TextIndex, i: int, nouns: Container[str], verbs: Container[str]) -> bool:
    """Whether token `i` is one of some nouns and the object of one of some verbs."""
    is_object = index.tokens[i].dep == "dobj" and index.tree.lemma(i) in nouns
    return is_object and index.tree.lemma(index.tokens[i].head) in verbs


@rule(
    at=_NOTHING_AGAINST,
    dep=("dobj",),
    yes=[
        "Norway has no objection to the treaty. → support",
        "Peru raised no objections to the plan. → support",
        "Norway has nothing against the opening of the border. → support",
    ],
    no=["Norway has an objection to the treaty.", "Norway has no objection.", "Norway has nothing to say."],
)
def nothing_against(index: TextIndex, i: int) -> Stand | None:
    """Somebody who has nothing against something."""
    verb = index.tokens[i].head
    leading = {"to"} if index.tokens[i].pos == "NOUN" else {"against"}
    to = leading_behind(index, i, leading, i, verb) if _is_object(index, i, _NOTHING_AGAINST, _HOLDING) else None
    is_none = index.tokens[i].pos != "NOUN" or index.tree.has_word(i, _NO, "det")
    if to is None or not is_none or is_negated(index, verb):
        return None
    return towards(index, to, replace(of_word(index, i, verb, "support"), anchor=verb))


@rule(
    at=_FIRE,
    dep=("pobj",),
    yes=[
        "Peru came under fire from President Liv Dahl over the raid. → oppose",
        "The bank has come under criticism from the Interior Ministry for the ban. → oppose",
    ],
    no=["The town came under fire from the hills.", "The plan is under review by Norway."],
)
def under_fire(index: TextIndex, i: int) -> Stand | None:
    """Whoever somebody comes under fire from, over what."""
    tree, under = index.tree, index.tokens[i].head
    if tree.lemma(i) not in _FIRE or index.tokens[i].dep != "pobj" or tree.lower(under) != "under":
        return None
    heads = (i, under, index.tokens[under].head)
    holders = tuple(o for h in heads for o in _fired_by(index, h, i))
    over = leading_behind(index, i, _OVER, *heads)
    stand = Stand(anchor=i, verb=heads[-1], stance="oppose", first=i, last=i, holders=holders)
    return towards(index, over, stand) if over is not None and holders else None


def _fired_by(index: TextIndex, head: int, fire: int) -> Iterator[int]:
    """Whom "from" names behind the fire of words, where it hangs on `head`."""
    behind = (p for p in index.tree.prepositions(head, {"from"}) if p > fire)
    named = (o for p in behind for o in index.tree.deps(p, "pobj"))
    return (o for o in named if o in index.mention_at or is_state(index, o))


@rule(
    at=_LIKING | _MEANING | _GROUNDS,
    dep=("dobj",),
    yes=[
        "Norway has shown no interest in talks with Peru. → reject",
        "Peru has little appetite for a treaty. → reject",
        "Norway has no plans to leave the pact. → reject",
        "Peru sees no need for another summit. → reject",
        "Norway does not see the need for new talks. → reject",
        "Peru has shown no willingness to talk. → reject",
        "Norway sees no reason to leave the pact. → reject",
    ],
    no=[
        "Norway has shown interest in talks.",
        "Norway has no interest.",
        "Norway has plans to leave the pact.",
        "Norway has no plan for the bridge.",
        "Norway has no reason to doubt the report.",
    ],
)
def little_appetite(index: TextIndex, i: int) -> Stand | None:
    """Somebody who has no interest in something, little appetite for it, or no plans to do it."""
    tree, verb = index.tree, index.tokens[i].head
    if not _is_object(index, i, _LIKING | _MEANING | _GROUNDS, _LACKING):
        return None
    deed = next(iter(tree.infinitives(i, "acl", "relcl")), None)
    led = leading_behind(index, i, _LIKED, i, verb) if tree.lemma(i) in _LIKING else None
    leading = led if deed is None else deed
    is_none = tree.has_word(i, _HARDLY, "det", "amod")
    if tree.lemma(i) in _GROUNDS and tree.lemma(verb) not in _FINDING:
        return None  # "has no reason to doubt it"
    if leading is None or is_none == is_negated(index, verb) or tree.child(leading, "pobj") in index.timex_at:
        return None
    return towards(index, leading, replace(of_word(index, i, verb, "reject"), anchor=verb))


@rule(
    at=_PARTISANS,
    dep=("attr", "appos"),
    yes=[
        "The minister was an opponent of the war. → oppose",
        "Norway is a strong advocate of the treaty. → support",
        "President Liv Dahl, a critic of the treaty, spoke in Oslo. → oppose",
    ],
    no=["The minister met opponents of the war."],
)
def partisan(index: TextIndex, i: int) -> Stand | None:
    """Somebody who is told to be a supporter or an opponent of something."""
    stance = _PARTISANS.get(index.tree.lemma(i))
    target = target_of(index, i, leading=_OF_IMPORTANCE)
    if stance is None or target is None:
        return None
    over = index.tokens[i].head
    if index.tokens[i].dep == "attr":
        return towards(index, target, of_word(index, i, over, stance))
    stand = Stand(anchor=i, verb=i, stance=stance, first=i, last=i, holders=(over,))
    return towards(index, target, stand) if index.tokens[i].dep == "appos" and over in index.mention_at else None


@rule(
    at=_CONDITIONS,
    dep=("dobj",),
    yes=[
        "Norway set conditions for the talks. → conditional",
        "Peru demands guarantees for a withdrawal. → conditional",
    ],
    no=["The doctor treats heart conditions.", "Norway wants guarantees that Peru will stay."],
)
def conditions(index: TextIndex, i: int) -> Stand | None:
    """Conditions that somebody sets for something."""
    verb = index.tokens[i].head
    target = target_of(index, i, verb) if _is_object(index, i, _CONDITIONS, _SETTING) else None
    if target is None or index.tokens[target].pos != "ADP":
        return None  # "guarantees that Norway stays" are asked for
    return towards(index, target, of_word(index, i, verb, "conditional"))


SIDES = (without_a_side, nothing_against, little_appetite, under_fire, conditions, partisan)
"""The rules, first answer wins."""
