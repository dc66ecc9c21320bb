"""What somebody will not do, has not made up their mind to do, or threatens to do unless something is met."""

from __future__ import annotations

from memcon.coding.doers import doers
from memcon.coding.positions.stand import Stand, is_negated, of_verb, towards
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
_WEIGHING = words("weighing_what_to_do")
_THREATENING = words("threatening_to_act")
_CONDITIONS = words("leading_a_condition")
_WHETHER = words("whether")
_GIVING_WAY = words("giving_way")


@rule(
    yes=[
        "Norway refused to attend the talks. → reject",
        "Peru will not attend the talks. → reject",
        "Norway said it would not pay for the bridge. → reject",
        "Peru said it could not accept the terms. → reject",
        "Norway does not recognize the claim of Peru. → reject",
    ],
    no=["Peru will attend the talks.", "The rain will not stop.", "Norway will not waver in its support for Peru."],
)
def refusing(index: TextIndex, i: int) -> Stand | None:
    """Refusing to do something; "will not" with a deed that is asked of somebody."""
    tree = index.tree
    is_unwanted = tree.lemma(i) in _WISHING and is_negated(index, i)
    if (tree.lemma(i) in _REFUSING or is_unwanted) and not tree.is_passive(i):
        deeds = [c for c in tree.deps(i, "xcomp") if tree.is_infinitive(c)]
        return towards(index, deeds[0], of_verb(index, i, "reject")) if deeds else None
    if tree.lemma(i) in _UNABLE | _GIVING_WAY:
        return None
    if (unwilling := _unwilling(index, i)) is not None:
        return unwilling
    is_ahead = any(tree.lower(c) in _WILL for c in tree.deps(i, "aux"))
    if (
        is_ahead
        and is_negated(index, i)
        and not tree.is_passive(i)
        and any(s in index.mention_at or index.tokens[s].pos == "PRON" for s in doers(index, i))
    ):
        return towards(index, i, of_verb(index, i, "reject"))
    return None


def _unwilling(index: TextIndex, i: int) -> Stand | None:
    """What somebody cannot accept or does not recognize."""
    tree = index.tree
    helping = {tree.lower(c) for c in tree.deps(i, "aux")}
    is_unwilling = helping & _CANNOT or (helping & _DOING and tree.lemma(i) in _GRANTING)
    target = tree.child(i, "dobj", "prep", "ccomp")
    if tree.lemma(i) not in _DENYING or not is_unwilling or not is_negated(index, i) or tree.is_passive(i):
        return None
    return towards(index, target, of_verb(index, i, "reject")) if target is not None and target > i else None


@rule(
    yes=[
        "Norway is considering leaving the pact. → undecided",
        "Peru is examining whether it will pay for the bridge. → undecided",
        "Norway threatened to leave the talks unless Peru signed. → conditional",
    ],
    no=["Norway considered the plan a mistake.", "Norway threatened to leave the talks.", "It threatened to rain."],
)
def undecided_or_threatening(index: TextIndex, i: int) -> Stand | None:
    """Weighing whether to do something; threatening to do it unless something is met."""
    tree, lemma = index.tree, index.tree.lemma(i)
    if tree.is_passive(i):
        return None
    for c in tree.deps(i, "xcomp", "ccomp", "pcomp"):
        is_weighed = index.tokens[c].tag == "VBG" or tree.opens_with(c, _WHETHER)
        if lemma in _WEIGHING and c > i and is_weighed:
            return towards(index, c, of_verb(index, i, "undecided"))
        if lemma in _THREATENING and c > i and tree.is_infinitive(c):
            conditions = [a for v in (i, c) for a in tree.deps(v, "advcl") if tree.opens_with(a, _CONDITIONS)]
            return towards(index, c, of_verb(index, i, "conditional")) if conditions else None
    return None


REFUSALS = (undecided_or_threatening, refusing)
"""The rules, first answer wins."""
