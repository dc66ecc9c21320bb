"""What somebody will not do, has not made up their mind to do, or threatens to do unless something is met."""

from __future__ import annotations

from memcon.coding.doers import doers
from memcon.coding.positions.stand import Stand, is_negated, of_verb, towards, with_its_verb
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import rule
from memcon.lexicon import words

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
_THREATENING = words("threatening_to_act")
_CONDITIONS = words("leading_a_condition")
_WHETHER = words("whether")
_NO_REFUSAL = _UNABLE | words("giving_way")


@rule(
    yes=[
        "Norway refused to attend the talks. → reject",
        "Peru will not attend the talks. → reject",
        "Norway said it would not pay for the bridge. → reject",
        "Peru said it could not accept the terms. → reject",
        "Norway does not recognize the claim of Peru. → reject",
        "Peru will not accept a treaty without guarantees. → reject",
    ],
    no=["Peru will attend the talks.", "The rain will not stop.", "Norway will not waver in its support for Peru."],
)
def refusing(index: TextIndex, i: int) -> Stand | None:
    """Refusing to do something; "will not" with a deed that is asked of somebody."""
    tree = index.tree
    is_unwanted = tree.lemma(i) in _WISHING and is_negated(index, i)
    if (tree.lemma(i) in _REFUSING or is_unwanted) and not tree.is_passive(i):
        deed = next(iter(tree.infinitives(i, "xcomp")), None)
        return towards(index, deed, of_verb(index, i, "reject")) if deed is not None else None
    if not tree.deps(i, "aux") or tree.lemma(i) in _NO_REFUSAL:
        return None
    return _unwilling(index, i) or _not_going_to(index, i)


def _not_going_to(index: TextIndex, i: int) -> Stand | None:
    """What somebody will not do, or will not accept."""
    tree = index.tree
    is_refused = tree.has_word(i, _WILL, "aux") and is_negated(index, i) and not tree.is_passive(i)
    if not is_refused or not any(index.is_somebody(s) for s in doers(index, i)):
        return None
    object_ = tree.child(i, "dobj") if tree.lemma(i) in _DENYING else None
    if object_ is not None:
        return towards(index, object_, of_verb(index, i, "reject"))
    return with_its_verb(towards(index, i, of_verb(index, i, "reject")), i)


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
    ],
    no=["Norway considered the plan a mistake.", "Norway threatened to leave the talks.", "It threatened to rain."],
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
    return None


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


REFUSALS = (undecided_or_threatening, refusing)
"""The rules, first answer wins."""
