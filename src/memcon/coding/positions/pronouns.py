"""What a pronoun means as the target of a stance: what the stance told just before it is about ("Norway opposes the loan. Peru favours [it]")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from memcon.coding.positions.stand import Stand, up_to_its_clause
from memcon.coding.text_index import TextIndex
from memcon.domain.labels import COMMON_NOUNS, NOMINAL_SUBJECTS, PLURAL
from memcon.lexicon import words

_ONE, _MANY = words("it_as_object"), words("them_as_object")


def with_what_is_meant(index: TextIndex, stands: Iterable[tuple[str, Stand]]) -> Iterator[tuple[str, Stand]]:
    """Rules with their stands, in text order; where a target is a pronoun, with what it means."""
    before: Stand | None = None
    for name, stand in stands:
        found = replace(stand, meant=stand.meant or meant(index, stand, before) or told_before(index, stand))
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


def told_before(index: TextIndex, stand: Stand) -> tuple[int, int] | None:
    """First and last token of the one thing that is the subject of a clause before "it" in its sentence, where that is not the pronoun's own ("the [proposal]
    had little chance, with Peru opposed to it"); else of the one that is an object there ("the house passed a [bill], but it was vetoed by Peru")."""
    if stand.first != stand.last or index.tree.lower(stand.first) not in _ONE:
        return None
    before = range(index.sentence(stand.first).first, min(stand.first, stand.anchor))
    for labels in (NOMINAL_SUBJECTS, {"dobj"}):
        things = [i for i in before if index.tokens[i].dep in labels and _is_a_thing(index, i)]
        if things:
            return _as_phrase(index, things[0], stand) if len(things) == 1 else None
    return None


def _is_a_thing(index: TextIndex, i: int) -> bool:
    """Whether token `i` is a common noun in the singular with an article, and nobody, nor a name in quotes."""
    is_noun = index.tokens[i].tag in COMMON_NOUNS - PLURAL and bool(index.tree.deps(i, "det", "poss"))
    is_name = any(index.tokens[j].tag == "``" for j in range(index.tree.first(i), i))  # 'called the pact "a sham"'
    return is_noun and not is_name and i not in index.mention_at and i not in index.timex_at


def _as_phrase(index: TextIndex, i: int, stand: Stand) -> tuple[int, int] | None:
    """The first and last token of a noun with its phrase, up to a clause on it, as the target of a stance."""
    found = up_to_its_clause(index, i, stand)
    return (found.first, found.last) if found is not None else None
