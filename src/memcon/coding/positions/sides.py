"""Stances told by taking no side, by holding nothing against something, by the fire of words that somebody comes under, by
conditions that are set, by being a supporter or an opponent."""

from __future__ import annotations

from collections.abc import Mapping

from memcon.coding.doers import doers
from memcon.coding.positions.named_states import is_state
from memcon.coding.positions.nouns import target_of
from memcon.coding.positions.refusals import is_still_ahead
from memcon.coding.positions.stand import Stand, is_negated, towards
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
_HARDLY = words("hardly_any")
_LIKED = words("leading_to_what_is_liked")
_OVER = words("leading_to_what_it_is_for")


@rule(
    at=_SIDES,
    dep=("dobj",),
    yes=[
        "Peru has yet to take a position on the treaty. → undecided",
        "Norway has not taken a stance on the plan. → undecided",
        "Norway took no side on the border. → undecided",
    ],
    no=["Norway has taken a position on the treaty.", "Norway has not made a decision."],
)
def without_a_side(index: TextIndex, i: int) -> Stand | None:
    """Somebody who has taken no position on something."""
    tree, verb = index.tree, index.tokens[i].head
    if tree.lemma(i) not in _SIDES or index.tokens[i].dep != "dobj" or tree.lemma(verb) not in _TAKING:
        return None
    is_none = any(tree.lower(c) in _NO for c in tree.deps(i, "det")) or is_negated(index, verb)
    about = next((p for h in (i, verb) for p in tree.deps(h, "prep") if p > i and tree.lower(p) in _ABOUT), None)
    led = tree.child(about, "pobj", "pcomp") if about is not None else None
    if about is None or led in index.timex_at or not (is_none or is_still_ahead(index, verb)):
        return None
    return towards(
        index, about, Stand(anchor=i, verb=verb, stance="undecided", first=i, last=i, holders=tuple(doers(index, verb)))
    )


@rule(
    at=_NOTHING_AGAINST,
    dep=("dobj",),
    yes=["Norway has no objection to the treaty. → support", "Peru raised no objections to the plan. → support"],
    no=["Norway has an objection to the treaty.", "Norway has no objection."],
)
def nothing_against(index: TextIndex, i: int) -> Stand | None:
    """Somebody who has nothing against something."""
    tree, verb = index.tree, index.tokens[i].head
    is_none = any(tree.lower(c) in _NO for c in tree.deps(i, "det"))
    if tree.lemma(i) not in _NOTHING_AGAINST or index.tokens[i].dep != "dobj" or tree.lemma(verb) not in _HOLDING:
        return None
    to = next((p for h in (i, verb) for p in tree.deps(h, "prep") if p > i and tree.lower(p) == "to"), None)
    if to is None or not is_none or is_negated(index, verb):
        return None
    return towards(
        index, to, Stand(anchor=verb, verb=verb, stance="support", first=i, last=i, holders=tuple(doers(index, verb)))
    )


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
    verb = index.tokens[under].head
    behind = [p for h in (i, under, verb) for p in tree.deps(h, "prep") if p > i]
    from_ = (o for p in behind if tree.lower(p) == "from" for o in tree.deps(p, "pobj"))
    holders = tuple(o for o in from_ if o in index.mention_at or is_state(index, o))
    over = next((p for p in behind if tree.lower(p) in _OVER), None)
    if over is None or not holders:
        return None
    return towards(index, over, Stand(anchor=i, verb=verb, stance="oppose", first=i, last=i, holders=holders))


@rule(
    at=_LIKING,
    dep=("dobj",),
    yes=[
        "Norway has shown no interest in talks with Peru. → reject",
        "Peru has little appetite for a treaty. → reject",
    ],
    no=["Norway has shown interest in talks.", "Norway has no interest."],
)
def little_appetite(index: TextIndex, i: int) -> Stand | None:
    """Somebody who has no interest in something, or little appetite for it."""
    tree, verb = index.tree, index.tokens[i].head
    if tree.lemma(i) not in _LIKING or index.tokens[i].dep != "dobj" or tree.lemma(verb) not in _HOLDING:
        return None
    is_little = any(tree.lower(c) in _HARDLY for c in tree.deps(i, "det", "amod"))
    leading = next((p for h in (i, verb) for p in tree.deps(h, "prep") if p > i and tree.lower(p) in _LIKED), None)
    if leading is None or not is_little or is_negated(index, verb):
        return None
    return towards(
        index,
        leading,
        Stand(anchor=verb, verb=verb, stance="reject", first=i, last=i, holders=tuple(doers(index, verb))),
    )


@rule(
    at=_PARTISANS,
    dep=("attr",),
    yes=["The minister was an opponent of the war. → oppose", "Norway is a strong advocate of the treaty. → support"],
    no=["The minister met opponents of the war."],
)
def partisan(index: TextIndex, i: int) -> Stand | None:
    """Somebody who is told to be a supporter or an opponent of something."""
    stance = _PARTISANS.get(index.tree.lemma(i))
    target = target_of(index, i, leading=_OF_IMPORTANCE)
    verb = index.tokens[i].head
    if stance is None or target is None or index.tokens[i].dep != "attr":
        return None
    return towards(
        index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=tuple(doers(index, verb)))
    )


@rule(
    at=_CONDITIONS,
    dep=("dobj",),
    yes=[
        "Norway set conditions for the talks. → conditional",
        "Peru demands guarantees for a withdrawal. → conditional",
    ],
    no=["The doctor treats heart conditions."],
)
def conditions(index: TextIndex, i: int) -> Stand | None:
    """Conditions that somebody sets for something."""
    if index.tree.lemma(i) not in _CONDITIONS or index.tokens[i].dep != "dobj":
        return None
    verb = index.tokens[i].head
    target = target_of(index, i, verb)
    if index.tree.lemma(verb) not in _SETTING or target is None:
        return None
    return towards(
        index,
        target,
        Stand(anchor=i, verb=verb, stance="conditional", first=i, last=i, holders=tuple(doers(index, verb))),
    )


SIDES = (without_a_side, nothing_against, little_appetite, under_fire, conditions, partisan)
"""The rules, first answer wins."""
