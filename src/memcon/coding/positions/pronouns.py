"""What a pronoun means as the target of a stance: what the stance told just before it is about ("Norway opposes the loan. Peru favours [it]")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.coding.positions.stand import Stand
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import COMMON_NOUNS, PLURAL
from memcon.lexicon import words

_ONE, _MANY = words("it_as_object"), words("them_as_object")


def with_what_is_meant(index: TextIndex, stands: Iterable[tuple[str, Stand]]) -> Iterator[tuple[str, Stand]]:
    """Rules with their stands, in text order; where a target is a pronoun, with what it means."""
    before: Stand | None = None
    for name, stand in stands:
        found = replace(stand, meant=stand.meant or meant(index, stand, before))
        yield name, found
        if found.meant is not None or index.tree.lower(stand.first) not in _ONE | _MANY:
            before = found


def meant(index: TextIndex, stand: Stand, before: Stand | None) -> tuple[int, int] | None:
    """First and last token of what the pronoun that a stance is about means: the target of the stance `before`, told in the same sentence or the one before
    it, where the pronoun's number fits; None of any other target."""
    pronoun = index.tree.lower(stand.first)
    if before is None or stand.first != stand.last or pronoun not in _ONE | _MANY:
        return None
    first, last = before.matter
    is_near = 0 <= index.tokens[stand.anchor].sentence - index.tokens[before.anchor].sentence <= 1
    head = index.head_in(first, last)
    is_thing = index.tokens[head].tag in COMMON_NOUNS and head not in index.mention_at
    fits = (index.tokens[head].tag in PLURAL) == (pronoun in _MANY)
    return (first, last) if is_near and is_thing and fits and last < stand.anchor else None
