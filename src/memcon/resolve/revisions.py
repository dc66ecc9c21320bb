"""A document read again: what the new reading adds, what it no longer says, and what it says again.

The book only grows. An entry that the new reading does not make is retracted by a judgement; when a later reading makes it again,
that judgement is itself retracted, and so on: each change of mind retracts the last one. What a person retracted stays retracted, and
what a person kept by retracting the program's retraction stays kept. Each reader revises its own word alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from memcon.domain.entries import RULE, Assertion, Entry, Judgement
from memcon.resolve.namesakes import names_of
from memcon.resolve.retractions import JudgementsOn, carried_over
from memcon.resolve.standing import Holds, tops

BY = f"{RULE}reading"
WHY = "a later reading of the same document says otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one reader says of a document: its assertions, and the judgements `names` on the records in them."""

    reader: str = ""
    assertions: tuple[Assertion, ...] = ()
    names: tuple[Judgement, ...] = ()


def revise_all(
    before: Sequence[Assertion], said: Sequence[Said], *, holds: Holds, judgements_on: JudgementsOn
) -> tuple[Entry, ...]:
    """As `revise`, for several readers that have read the document at once. A name stands as long as one of them gives it."""
    names = tuple({judged.id: judged for each in said for judged in each.names}.values())
    found = (
        entry
        for each in said
        for entry in revise(
            before, each.assertions, names, reader=each.reader, holds=holds, judgements_on=judgements_on
        )
    )
    return tuple({entry.id: entry for entry in found}.values())


def said_by_others(
    before: Sequence[Assertion], said: Sequence[Said], *, holds: Holds, judgements_on: JudgementsOn
) -> Said:
    """What readers that have not read the document now said of it `before`, as far as they have not taken it back."""
    now = {each.reader for each in said}
    own = [entry for entry in before if entry.reader.name not in now]
    if not own:
        return Said()
    top = tops({entry.id for entry in own}, holds, by=BY, why=WHY)
    kept = tuple(entry for entry in own if top[entry.id][1])
    names = _names_given(kept, [judged for each in said for judged in each.names], judgements_on)
    return Said(assertions=kept, names=tuple(names))


def revise(
    before: Sequence[Assertion],
    made: Sequence[Assertion],
    names: Sequence[Judgement],
    *,
    reader: str,
    holds: Holds,
    judgements_on: JudgementsOn,
) -> tuple[Entry, ...]:
    """The entries that bring the book from the assertions `before` (all it ever held of one document) to those that `reader` has now
    `made`, and to the judgements `names` on the records in them.

    Nothing when it says so already, however often it is read. Other readers' assertions stay, and so do the names of their records.
    """
    if not before:
        return (*made, *names)
    own = [entry for entry in before if entry.reader.name == reader]
    named = _names_given(before, names, judgements_on)
    others = {entry.subject for entry in before if entry.reader.name != reader}
    kept = [judged for judged in named if judged.subjects[1] in others]
    now = {entry.id for entry in made} | {judged.id for judged in (*names, *kept)}
    known = {entry.id for entry in own} | {judged.id for judged in named}
    wanted: tuple[Entry, ...] = (*made, *names)
    top = tops(known, holds, by=BY, why=WHY)
    return (
        *(entry for entry in wanted if entry.id not in known),
        *(judged for id, (judged, is_in_force) in top.items() if is_in_force != (id in now)),
        *carried_over(own, made, names_of([*named, *names]), judgements_on),
    )


def _names_given(
    before: Sequence[Assertion], names: Sequence[Judgement], judgements_on: JudgementsOn
) -> list[Judgement]:
    """The judgements of the rules of names on records of `before`. The names themselves, which old ledgers have claims about, are not asked
    for: every document's judgements are on them."""
    records = {entry.subject for entry in before} - set(names_of(names).values())
    return [j for j in judgements_on(sorted(records)) if not records.isdisjoint(names_of([j]))]
