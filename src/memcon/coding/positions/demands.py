"""Stances that ask for deeds: urging somebody, wishing that another acts, and what asking for a deed amounts to."""

from __future__ import annotations

from memcon.coding.positions.stand import Stand, is_negated, of_verb, towards
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.domain.rules import rule
from memcon.lexicon import words

_URGING = words("urging")
_WISHING = words("wishing_that_others_act")
_ENDING = words("ending_a_deed")
_WHETHER = frozenset({"whether", "if"})
_TELLING_OR_ASKING = words("telling_or_asking")
_OBLIGING = words("obliging_auxiliary")


def urged(index: TextIndex, deed: int) -> Stance:
    """What asking for a deed amounts to: against it where it is not to be done or is an end put to something."""
    return "oppose" if is_negated(index, deed) != (index.tree.lemma(deed) in _ENDING) else "support"


@rule(
    yes=[
        "Norway urged Peru to sign the treaty. → support",
        "The minister called on Peru not to use force. → oppose",
        "Norway urged Peru to stop the attacks. → oppose",
        "Norway wants Peru to leave the town. → support",
        "Peru hopes that the truce will hold. → support",
        "Norway demanded that the blockade be lifted. → support",
        "Peru urged restraint. → support",
        "Norway insisted that Peru open the port. → support",
        "President Dahl warned Peru not to attack the town. → oppose",
        "Peru warned Norway to refrain from further steps. → oppose",
        "The ministers passed a resolution calling on Peru to open its archives. → support",
    ],
    no=[
        "Norway asked Peru a question.",
        "The minister wants to leave.",
        "Norway asked whether Peru would come.",
        "Norway insisted that it was not told.",
        "Norway told Peru that it was late.",
    ],
)
def urging_a_deed(index: TextIndex, i: int) -> Stand | None:
    """Urging somebody to do something, or wishing that another does it."""
    key, tree = index.tree.lemma(i), index.tree
    is_led = any(f"{key} {tree.lower(p)}" in _URGING for p in tree.deps(i, "prep"))
    if not (key in _URGING or is_led or key in _WISHING) or tree.is_passive(i):
        return None
    for c in tree.deps(i, "xcomp", "ccomp", *(["advcl"] if is_led else [])):
        is_of_another = is_led or bool(tree.deps(i, "dobj")) or bool(tree.deps(c, "nsubj", "nsubjpass"))
        is_question = tree.opens_with(c, _WHETHER) or any(
            index.tokens[w].tag in {"WRB", "WP"} for w in tree.children[c]
        )
        is_told = key in _TELLING_OR_ASKING and not (tree.is_infinitive(c) or is_wanted(index, c))
        if c > i and is_of_another and not (is_question or is_told) and (tree.is_infinitive(c) or tree.deps(c, "mark")):
            return towards(index, c, of_verb(index, i, urged(index, c)))
    target = tree.child(i, "dobj")
    if (
        key in _URGING - _TELLING_OR_ASKING
        and target is not None
        and target not in index.mention_at
        and not tree.deps(i, "dative")
    ):
        is_end = tree.lemma(target) in _ENDING
        return towards(index, target, of_verb(index, i, "oppose" if is_end else "support"))
    return None


def is_wanted(index: TextIndex, deed: int) -> bool:
    """Whether a clause tells what should be, not what is: "insisted that Peru sign", "that Peru must sign"."""
    helping = index.tree.deps(deed, "aux", "auxpass")
    is_bare = index.tokens[deed].tag == "VB" or any(index.tokens[a].tag == "VB" for a in helping)
    return is_bare and all(index.tree.lower(a) in _OBLIGING or index.tokens[a].tag == "VB" for a in helping)


DEMANDS = (urging_a_deed,)
"""The rules, first answer wins."""
