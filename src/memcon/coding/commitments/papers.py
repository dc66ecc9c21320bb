"""What a paper binds somebody to where the paper is told beside it: "under the deal Norway must leave"."""

from __future__ import annotations

from memcon.coding.commitments.acts import subjects
from memcon.coding.commitments.duty import Duty, bounds
from memcon.coding.commitments.instruments import paper_led_to
from memcon.coding.text_index import TextIndex
from memcon.domain.rules import rule
from memcon.lexicon import words

_LEADING = words("leading_to_what_binds")
_BOUND = words("bound_to_do")
_BEFORE_AN_INFINITIVE = words("put_before_an_infinitive")


@rule(
    pos=("VERB",),
    yes=[
        "Under the deal, Norway must open the port within a month. → made",
        "Under a plan agreed in May, Norway is to withdraw its troops. → made",
        "Norway shall open the port under the terms of the truce. → made",
    ],
    no=[
        "Norway must open the port.",
        "Under a plan of its own, Norway is to withdraw its troops.",
        "Under the deal, Norway may open the port.",
    ],
)
def under_a_paper(index: TextIndex, i: int) -> Duty | None:
    """What somebody must do, or is to do, under a paper."""
    tree = index.tree
    verb = _bound_by(index, i)
    if verb is None or tree.is_passive(i) or paper_led_to(index, verb, _LEADING) is None:
        return None
    parties = tuple(p for p in subjects(index, verb) if p in index.mention_at or index.tokens[p].pos == "PRON")
    first, last = bounds(index, i)
    behind = [tree.last(p) + 1 for p in tree.deps(i, "nsubj") if tree.last(p) < i]
    return Duty(anchor=i, verb=verb, first=max(first, *behind, first), last=last, parties=parties) if parties else None


def _bound_by(index: TextIndex, i: int) -> int | None:
    """The verb of the clause that tells that the deed at `i` has to be done: itself behind "must", else "is" or "has" before its infinitive."""
    tree, over = index.tree, index.tokens[i].head
    if any(tree.lower(a) in _BOUND for a in tree.deps(i, "aux")):
        return i
    is_put = index.tokens[i].dep == "xcomp" and tree.lemma(over) in _BEFORE_AN_INFINITIVE and tree.is_infinitive(i)
    is_bare = not tree.deps(over, "acomp", "attr", "dobj", "neg", "advmod")
    return over if is_put and is_bare and tree.subjects(over) else None


PAPERS = (under_a_paper,)
"""The rules, first answer wins."""
