"""A stance as the words show it, before anybody is found who holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from memcon.coding.doers import doers
from memcon.coding.text_index import TextIndex
from memcon.domain.records import Stance
from memcon.lexicon import words

_LEADING = words("leading_to_a_target") | {"that"}
_NEVER_LAST = frozenset({"PUNCT", "CCONJ", "SPACE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A stance shown at token `anchor`, in the clause of `verb`, towards the tokens `first` to `last`. `holders` are the tokens of whoever holds
    it; `is_spoken` where it is the one who speaks."""

    anchor: int
    verb: int
    stance: Stance
    first: int
    last: int
    holders: tuple[int, ...] = ()
    is_spoken: bool = False

    def __str__(self) -> str:
        return self.stance


def first_words(keys: Iterable[str]) -> frozenset[str]:
    """The words that begin keys such as "rule out": the lemmas at which rules with those keys may answer."""
    return frozenset(key.split()[0] for key in keys)


def of_verb(index: TextIndex, verb: int, stance: Stance) -> Stand:
    """The stance of whoever does what `verb` tells, towards nothing yet."""
    return Stand(anchor=verb, verb=verb, stance=stance, first=verb, last=verb, holders=tuple(doers(index, verb)))


def towards(index: TextIndex, target: int, stand: Stand) -> Stand | None:
    """`stand` with the phrase or clause of token `target` as its target: without what leads it and without the reasons behind it."""
    first, last = index.tree.extent(target)
    return trimmed(index, replace(stand, first=first, last=last))


def trimmed(index: TextIndex, stand: Stand) -> Stand | None:
    """`stand` with its target without leading prepositions, reasons and signs; None where nothing is left."""
    first, last = stand.first, stand.last
    while first <= last and (_leads(index, first) or index.tokens[first].pos in _NEVER_LAST):
        first += 1
    for clause in reasons(index, stand.verb, stand.anchor):
        start = index.tree.first(clause)
        if first < start <= last:
            last = start - 1
    last = index.end_of_word(last)
    while last >= first and index.tokens[last].pos in _NEVER_LAST:
        last -= 1
    return replace(stand, first=first, last=last) if first <= last else None


def _leads(index: TextIndex, i: int) -> bool:
    """Whether token `i` only leads to the target: a preposition or "that"; "to" before a verb goes with it."""
    return (index.tokens[i].pos == "ADP" or index.tree.lower(i) in _LEADING) and index.tokens[i].tag != "TO"


def reasons(index: TextIndex, *heads: int) -> list[int]:
    """The clauses that hang on `heads` beside what they govern: "arguing that …", "because …", "unless …"."""
    return [
        c
        for h in dict.fromkeys(heads)
        for c in index.tree.deps(h, "advcl")
        if not index.tree.is_infinitive(c) and c > h
    ]


def is_negated(index: TextIndex, verb: int) -> bool:
    """Whether "not", "never" or "no" stands in the verb's own clause."""
    return bool(index.tree.deps(verb, "neg")) or any(
        index.tree.deps(c, "neg") for c in index.tree.deps(verb, "aux", "auxpass")
    )
