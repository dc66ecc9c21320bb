"""Which nouns name an organ of a body of several states: "the GATT council", "the executive board of the International Coffee Organization"."""

from __future__ import annotations

from memcon.coding.coordination import mentions_around
from memcon.coding.officials import is_international
from memcon.coding.text_index import TextIndex
from memcon.lexicon import words

_ORGANS = words("body_nouns")


def is_organ_of_states(index: TextIndex, i: int) -> bool:
    """Whether a noun is the board, council or committee of a body of several states that the text names, in its phrase or elsewhere
    ("the ICO executive board")."""
    tree = index.tree
    if tree.lemma(i) not in _ORGANS:
        return False
    beside = (*tree.deps(i, "compound", "nmod", "poss", "amod"), *tree.led_by(i, "of"))
    if any(is_international(a) for o in beside for m in mentions_around(index, o) for a in index.actors_of(m)):
        return True
    before = [c for c in beside if c < i]
    phrase = f" {' '.join(index.tokens[j].text for j in range(min(map(tree.first, before), default=i), i))} "
    known = (a for a in index.annotation.actors if is_international(a))
    return any(f" {name} " in phrase for a in known for name in (a.name, *a.aliases))
