"""What somebody will not do, has not made up their mind to do, or threatens to do unless something is met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from memcon.coding.doers import doers
from memcon.coding.positions.stand import Stand, is_negated, of_verb, of_word, towards, with_its_verb
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import NAMES_AND_PRONOUNS, SAID_OR_TOLD
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import values, words

_WISHING = words("wishing_that_others_act")
_REFUSING = words("refusing_to_act")
_WILL = words("telling_what_is_ahead")
_UNABLE = words("telling_no_deed")
_DENYING = words("unwilling_when_denied")
_GRANTING = _DENYING - words("denied_is_opposed")
_CANNOT = words("can")
_DOING = words("do")
_DECIDING = words("making_up_ones_mind")
_WEIGHING = words("weighing_what_to_do")
_PUT = words("put_to_somebody")
_THREATENING = words("threatening_to_act")
_CONDITIONS = words("leading_a_condition")
_WHETHER = words("whether")
_PRESSING = words("pressing_somebody")
_SHARES = words("having_a_share")
_SIGNS = words("sign_of_a_deed")
_SHOWING = words("seeing_or_having")
_NO = words("negation_determiners")
_ONLY_TOLD = words("telling_a_reporter")
_TALKING = words("talking_of_it")
_DEFINITES = words("definites")
_ENSURING = words("seeing_to_it")
_TAKING: Mapping[str, Stance] = values("taking_a_stand")
_TAKING_SIDES, _SIDES = words("taking_sides"), words("side_that_is_taken")
_NO_REFUSAL = _UNABLE | words("giving_way")


@rule(
    yes=[
        "Norway refused to attend the talks. → reject",
        "Peru will not attend the talks. → reject",
        "Norway said it would not pay for the bridge. → reject",
        "Peru said it could not accept the terms. → reject",
        "Norway cannot accept the terms. → reject",
        "Norway will not back the plan for the port. → reject",
        "Norway does not recognize the claim of Peru. → reject",
        "Peru will not accept a treaty without guarantees. → reject",
        "Norway is not going to pay for the bridge. → reject",
        "Norway cannot countenance a tax on fish. → reject",
        "Norway cannot negotiate on its fishing rights. → reject",
    ],
    no=[
        "Peru will attend the talks.",
        "The rain will not stop.",
        "Norway will not waver in its support for Peru.",
        "The minister declined to comment on the raid.",
        "The minister would not say who came.",
        "The deal ensures that Norway will never leave.",
        "Peru wants guarantees that Norway will not leave.",
        "Norway would not oppose the deal.",
        "Peru will not object to a delay.",
        "Norway declined to take sides in the dispute.",
        "The minister declined to discuss details of the plan.",
    ],
)
def refusing(index: TextIndex, i: int) -> Stand | None:
    """Refusing to do something; "will not" with a deed that is asked of somebody."""
    tree = index.tree
    is_unwanted = tree.lemma(i) in _WISHING and is_negated(index, i)
    if (tree.lemma(i) in _REFUSING or is_unwanted) and not tree.is_passive(i):
        deeds = (d for d in tree.infinitives(i, "xcomp") if tree.lemma(d) not in _ONLY_TOLD)
        deed = next((d for d in deeds if not _takes_sides(index, d) and not _is_kept_quiet(index, i, d)), None)
        return towards(index, deed, of_verb(index, i, "reject")) if deed is not None else None
    is_told = tree.lemma(i) in _ONLY_TOLD or tree.is_perfect(i) or _is_ensured(index, i)
    if not tree.deps(i, "aux") or tree.lemma(i) in _NO_REFUSAL or is_told:
        return None
    return _unwilling(index, i) or _will_not(index, i) or _is_not_going_to(index, i)


def _is_ensured(index: TextIndex, verb: int) -> bool:
    """Whether a clause tells what somebody else sees to: "ensured that Norway would not leave"."""
    return index.tokens[verb].dep in SAID_OR_TOLD and index.tree.lemma(index.tokens[verb].head) in _ENSURING


def _is_not_going_to(index: TextIndex, i: int) -> Stand | None:
    """What somebody "is not going to" do."""
    tree, over = index.tree, index.tokens[i].head
    is_ahead = tree.is_infinitive(i) and index.tokens[i].dep == "xcomp" and tree.lower(over) == "going"
    if not is_ahead or not is_negated(index, over) or tree.is_passive(i):
        return None
    if not any(index.is_somebody(s) for s in doers(index, over)) or _own_stance(index, i) not in {None, "support"}:
        return None
    return with_its_verb(towards(index, i, of_word(index, i, over, "reject")), i)


def _will_not(index: TextIndex, i: int) -> Stand | None:
    """What somebody will not do, or will not accept."""
    tree = index.tree
    is_refused = tree.has_word(i, _WILL, "aux") and is_negated(index, i) and not tree.is_passive(i)
    if not is_refused or not any(index.is_somebody(s) for s in doers(index, i)):
        return None
    if _own_stance(index, i) not in {None, "support"}:
        return None  # "would not oppose it"
    is_for_it = tree.lemma(i) in _DENYING or _own_stance(index, i) == "support"
    object_ = tree.child(i, "dobj") if is_for_it else None
    if object_ is not None:
        return towards(index, object_, of_verb(index, i, "reject"))
    return with_its_verb(towards(index, i, of_verb(index, i, "reject")), i)


def _own_stance(index: TextIndex, verb: int) -> Stance | None:
    """The stance that a verb takes by itself, or with one of its prepositions."""
    led = (f"{index.tree.lemma(verb)} {index.tree.lower(p)}" for p in index.tree.deps(verb, "prep"))
    return next((_TAKING[k] for k in (index.tree.lemma(verb), *led) if k in _TAKING), None)


def _is_kept_quiet(index: TextIndex, verb: int, deed: int) -> bool:
    """Whether a deed that is declined is only to talk of something: "declined to discuss details"."""
    return index.tree.lemma(verb) == "decline" and index.tree.lemma(deed) in _TALKING


def _takes_sides(index: TextIndex, deed: int) -> bool:
    """Whether a deed is to take a side, which who declines it only stays out of."""
    sides = (o for o in index.tree.deps(deed, "dobj") if index.tree.lemma(o) in _SIDES)
    return index.tree.lemma(deed) in _TAKING_SIDES and any(sides)


def _unwilling(index: TextIndex, i: int) -> Stand | None:
    """What somebody cannot accept or does not recognize."""
    tree = index.tree
    if tree.lemma(i) not in _DENYING:
        return None
    helping = {tree.lower(c) for c in tree.deps(i, "aux")}
    is_unwilling = helping & _CANNOT or (helping & _DOING and tree.lemma(i) in _GRANTING)
    target = tree.child(i, "dobj", "prep", "ccomp")
    if not is_unwilling or not is_negated(index, i) or tree.is_passive(i):
        return None
    return towards(index, target, of_verb(index, i, "reject")) if target is not None and target > i else None


@rule(
    at=_WEIGHING | _THREATENING | _DECIDING,
    yes=[
        "Norway is considering leaving the pact. → undecided",
        "Peru is examining whether it will pay for the bridge. → undecided",
        "Norway threatened to leave the talks unless Peru signed. → conditional",
        "Peru has not decided whether to sign the treaty. → undecided",
        "Peru has yet to decide whether it will sign the treaty. → undecided",
        "Norway is still studying the proposal. → undecided",
        "Norway has threatened retaliation if the levy is passed. → conditional",
    ],
    no=[
        "Norway threatened the crew if they spoke.",
        "Norway considered the plan a mistake.",
        "Norway threatened to leave the talks.",
        "It threatened to rain.",
    ],
)
def undecided_or_threatening(index: TextIndex, i: int) -> Stand | None:
    """Weighing whether to do something; threatening to do it unless something is met."""
    tree = index.tree
    if tree.is_passive(i):
        return None
    for c in (c for c in tree.deps(i, "xcomp", "ccomp", "pcomp") if c > i):
        if _is_undecided(index, i, c):
            return towards(index, c, of_verb(index, i, "undecided"))
        if tree.lemma(i) in _THREATENING and tree.is_infinitive(c):
            is_conditional = any(tree.opens_with(a, _CONDITIONS) for v in (i, c) for a in tree.deps(v, "advcl"))
            return towards(index, c, of_verb(index, i, "conditional")) if is_conditional else None
    return _threatened(index, i) or _still_weighed(index, i)


def _threatened(index: TextIndex, verb: int) -> Stand | None:
    """What somebody threatens unless, or if, something comes about: "threatened [sanctions] if the tax is raised"."""
    tree = index.tree
    threat = tree.child(verb, "dobj") if tree.lemma(verb) in _THREATENING else None
    is_deed = (
        threat is not None
        and index.tokens[threat].pos == "NOUN"
        and threat not in index.mention_at
        and not tree.deps(threat, "poss")
        and not tree.has_word(threat, _DEFINITES, "det")  # "threatened the crew" tells no deed
    )
    if threat is None or not is_deed or not any(tree.opens_with(c, _CONDITIONS) for c in tree.deps(verb, "advcl")):
        return None
    return towards(index, threat, of_verb(index, verb, "conditional"))


def _still_weighed(index: TextIndex, verb: int) -> Stand | None:
    """What was put to somebody, who is still at weighing it: "is studying the proposal"."""
    tree = index.tree
    put = tree.child(verb, "dobj") if tree.lemma(verb) in _WEIGHING and index.tokens[verb].tag == "VBG" else None
    if put is None or tree.lemma(put) not in _PUT or not tree.deps(verb, "aux") or is_negated(index, verb):
        return None
    return towards(index, put, of_verb(index, verb, "undecided"))


def _is_undecided(index: TextIndex, verb: int, deed: int) -> bool:
    """Whether a deed is weighed ("is considering leaving"), or not decided on ("has not decided whether to sign")."""
    is_asked = index.tree.opens_with(deed, _WHETHER)
    if index.tree.lemma(verb) in _WEIGHING and (is_asked or index.tokens[deed].tag == "VBG"):
        return True
    is_open = is_negated(index, verb) or is_still_ahead(index, verb)
    return index.tree.lemma(verb) in _DECIDING and is_asked and is_open


def is_still_ahead(index: TextIndex, verb: int) -> bool:
    """Whether somebody "has yet to" do something."""
    over = index.tokens[verb].head
    told = (*index.tree.deps(verb, "advmod"), *index.tree.deps(over, "advmod"))
    return index.tree.is_infinitive(verb) and any(index.tree.lower(c) == "yet" and c < verb for c in told)


@rule(
    at=_PRESSING,
    yes=[
        "Norway will not be bullied into giving up the port. → reject",
        "President Dahl said that Norway would not be drawn into the war. → reject",
        "Peru will not be intimidated by threats. → oppose",
    ],
    no=["Norway was not drawn into the war.", "The boat will not be pushed into the water by the crew."],
)
def not_to_be_pressed(index: TextIndex, i: int) -> Stand | None:
    """What somebody "will not be forced into", or what they will not give way to ("intimidated by")."""
    tree = index.tree
    is_firm = tree.has_word(i, _WILL, "aux") and is_negated(index, i) and tree.is_passive(i)
    subject = tree.child(i, "nsubjpass")
    if tree.lemma(i) not in _PRESSING or not is_firm or subject is None or not _may_be_somebody(index, subject):
        return None
    stand = Stand(anchor=i, verb=i, stance="reject", first=i, last=i, holders=(subject,))
    for p in (*tree.prepositions(i, {"into"}), *tree.deps(i, "agent")):
        led = tree.child(p, "pcomp", "pobj")
        if led is not None and led not in index.mention_at:
            return towards(index, led, replace(stand, stance="reject" if tree.lower(p) == "into" else "oppose"))
    return None


def _may_be_somebody(index: TextIndex, i: int) -> bool:
    """Whether a subject may be somebody: a mention, a name, a pronoun other than "it"."""
    is_named = i in index.mention_at or index.is_somebody(i)
    return is_named or (index.tokens[i].pos in NAMES_AND_PRONOUNS and index.tree.lower(i) != "it")


@rule(
    at=_SHARES,
    dep=("attr",),
    yes=[
        "Norway will not be a party to the blockade. → reject",
        "Peru said that it would not be part of the pact. → reject",
    ],
    no=["Norway will be a party to the treaty.", "The bridge will not be part of the road."],
)
def no_share(index: TextIndex, i: int) -> Stand | None:
    """What somebody "will not be a party to"."""
    tree, verb = index.tree, index.tokens[i].head
    is_refused = tree.has_word(verb, _WILL, "aux") and is_negated(index, verb) and tree.lemma(verb) == "be"
    if tree.lemma(i) not in _SHARES or index.tokens[i].dep != "attr" or not is_refused:
        return None
    led = next(iter(tree.deps(i, "prep")), None)
    is_somebodys = any(_may_be_somebody(index, s) for s in doers(index, verb))
    return towards(index, led, of_word(index, i, verb, "reject")) if led is not None and is_somebodys else None


@rule(
    at=_SIGNS,
    dep=("dobj",),
    yes=[
        "Peru has shown no sign of bowing to the demand. → reject",
        "Norway had no intention of leaving the pact. → reject",
    ],
    no=["Norway saw no sign of progress.", "Peru has shown signs of bowing to the demand."],
)
def no_sign_of(index: TextIndex, i: int) -> Stand | None:
    """What somebody shows "no sign of" doing."""
    tree, verb = index.tree, index.tokens[i].head
    is_shown = tree.lemma(i) in _SIGNS and index.tokens[i].dep == "dobj" and tree.lemma(verb) in _SHOWING
    if not is_shown or not (tree.has_word(i, _NO, "det") or is_negated(index, verb)):
        return None
    deed = next((g for p in tree.prepositions(i, {"of"}) for g in tree.deps(p, "pcomp")), None)
    stand = replace(of_word(index, i, verb, "reject"), anchor=verb)
    return towards(index, deed, stand) if deed is not None else None


REFUSALS = (not_to_be_pressed, no_share, no_sign_of, undecided_or_threatening, refusing)
"""The rules, first answer wins."""
