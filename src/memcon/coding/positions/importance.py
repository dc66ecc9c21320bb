"""What somebody tells to be important or needed, and relations and goods that are affirmed as such."""

from __future__ import annotations

from memcon.coding.doers import doers
from memcon.coding.positions.demands import stood_for
from memcon.coding.positions.matters import target_of
from memcon.coding.positions.stand import Stand, of_word, towards
from memcon.coding.positions.targets import asked_of
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import GOVERNED
from memcon.domain.rules import rule
from memcon.lexicon import words

_WEIGHED = GOVERNED | {"conj"}
_IMPORTANCE = words("importance")
_OF_IMPORTANCE = words("leading_to_what_is_important")
_WEIGHING = words("telling_of_importance")
_WITHOUT_A_STAND = words("saying_nothing_for_it")
_PLACING_WEIGHT = words("placing_weight")
_ON = words("upon_or_to")
_STANDING_FOR = words("good_that_is_affirmed")
_TELLING_STANDS = words("voicing")


@rule(
    at=_IMPORTANCE,
    dep=("dobj", "pobj", "conj"),
    yes=[
        "The two ministers underscored the importance of the talks. → support",
        "Norway and Peru agreed on the need for a ceasefire. → support",
        "The president stressed the importance of ending the war. → support",
        "The minister underscored the importance Norway places on the treaty. → support",
        "The president expressed the urgency of a ceasefire. → support",
        "The ministers underscored the need for an end to the raids. → oppose",
    ],
    no=["The importance of the talks is small.", "The minister asked about the need for water."],
)
def weighed(index: TextIndex, i: int) -> Stand | None:
    """What somebody tells to be important or needed."""
    if index.tree.lemma(i) not in _IMPORTANCE:
        return None
    head = index.tokens[i].head
    verb = index.tokens[head].head if index.tokens[i].dep == "pobj" else head
    is_told = index.tree.lemma(verb) in _WEIGHING or index.tree.lemma(verb) in _TELLING_STANDS
    if index.tokens[i].dep not in _WEIGHED or not is_told:
        return None
    holders = tuple(doers(index, verb))
    target = target_of(index, i, leading=_OF_IMPORTANCE)
    if (placed := _placed_on(index, i)) is not None:
        placing, target = placed
        named = (*doers(index, placing), *index.tree.deps(placing, "compound"))
        holders = tuple(d for d in named if index.tokens[d].pos == "PROPN") or holders
    if target is None:
        return None
    stance, target = asked_of(index, "support", target)
    stance = stood_for(index, stance, target)
    return towards(index, target, Stand(anchor=i, verb=verb, stance=stance, first=i, last=i, holders=holders))


def _placed_on(index: TextIndex, noun: int) -> tuple[int, int] | None:
    """The verb and the target of "the importance that Norway places on the treaty"."""
    tree = index.tree
    for verb in tree.deps(noun, "relcl", "acl", "ccomp"):
        leads = (p for p in tree.deps(verb, "prep", "dative") if p > verb and tree.lower(p) in _ON)
        if tree.lemma(verb) in _PLACING_WEIGHT and (target := next(leads, None)) is not None:
            return verb, target
    return None


@rule(
    at=_STANDING_FOR,
    dep=("dobj",),
    yes=[
        "Norway and Peru reaffirmed their friendship. → support",
        "The minister affirmed the alliance with Peru. → support",
    ],
    no=["The court affirmed the sentence."],
)
def affirmed(index: TextIndex, i: int) -> Stand | None:
    """A relation or good that is affirmed as such."""
    if index.tree.lemma(i) not in _STANDING_FOR or index.tokens[i].dep != "dobj":
        return None
    verb = index.tokens[i].head
    if index.tree.lemma(verb) not in _WEIGHING or index.tree.lemma(verb) in _WITHOUT_A_STAND:
        return None
    return towards(index, i, of_word(index, i, verb, "support"))


IMPORTANCE = (weighed, affirmed)
"""The rules, first answer wins."""
