"""Why somebody takes a stance, and on what condition."""

from __future__ import annotations

from memcon.coding.positions.stand import Stand, reasons
from memcon.coding.text_index import TextIndex
from memcon.lexicon import words

_GIVING_GROUNDS = words("giving_grounds")
_REASONS = words("leading_a_reason")
_CONDITIONS = words("leading_a_condition")
_NEARBY = 60
"""How far behind the stance its grounds may begin, in tokens."""


def grounds_of(index: TextIndex, stand: Stand) -> str | None:
    """What follows "arguing that", "citing", "because", "since" or "as" behind the stance, in its sentence."""
    for clause in reasons(index, stand.verb, stand.anchor):
        if index.tree.opens_with(clause, _REASONS):
            return _words(index, clause)
    for i in range(stand.verb + 1, min(index.sentence(stand.verb).last, stand.verb + _NEARBY)):
        is_participle = index.tokens[i].tag == "VBG" and index.tokens[i].dep in {"advcl", "acl", "conj"}
        if is_participle and index.tree.lemma(i) in _GIVING_GROUNDS:
            for c in index.tree.deps(i, "ccomp", "dobj"):
                return _words(index, c)
    return None


def is_conditional(index: TextIndex, stand: Stand) -> bool:
    """Whether the stance waits for something: "unless", "until", "only if", "as long as"."""
    if stand.stance not in {"support", "reject"}:
        return False
    heads = (stand.verb, stand.anchor, *index.tree.deps(stand.verb, "xcomp", "ccomp", "conj"))
    return any(index.tree.opens_with(c, _CONDITIONS) for c in reasons(index, *heads))


def _words(index: TextIndex, clause: int) -> str:
    first, last = index.tree.extent(clause)
    while first < last and (index.tree.lower(first) in _REASONS or index.tree.lower(first) == "that"):
        first += 1
    while last > first and index.tokens[last].pos == "PUNCT":
        last -= 1
    return index.span(first, last).of(index.text)
