"""A document read again: what the new reading adds, what it no longer says, and what it says again.

The book only grows. An assertion that the new reading does not make is retracted by a judgement; when a later reading makes it again,
that judgement is itself retracted, and so on: each change of mind retracts the last one. What a person retracted stays retracted, and
what a person kept by retracting the program's retraction stays kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from memcon.domain.entries import RULE, Assertion, Entry, Judgement, judgement

BY = f"{RULE}reading"
WHY = "a later reading of the same document says otherwise"

Holds = Callable[[Sequence[str]], frozenset[str]]
"""Which of some entry ids the book holds."""


def revise(before: Sequence[Assertion], made: Sequence[Assertion], holds: Holds) -> tuple[Entry, ...]:
    """The entries that bring the book from the assertions `before` (all it ever held of one document) to those now `made`.

    Nothing when it says so already, however often it is read.
    """
    if not before:
        return tuple(made)
    now = {entry.id for entry in made}
    known = {entry.id for entry in before}
    top = _tops((entry.id for entry in before), holds)
    flips = [judged for id, (judged, is_in_force) in top.items() if is_in_force != (id in now)]
    return (*(e for e in made if e.id not in known), *flips)


def _tops(ids: Iterable[str], holds: Holds) -> Mapping[str, tuple[Judgement, bool]]:
    """For each assertion the retraction that would change its state, and whether it stands now, as far as readings decide."""
    found = {id: (_retraction(id), True) for id in ids}
    open_ids = list(found)
    while open_ids:
        held = holds([found[id][0].id for id in open_ids])
        open_ids = [id for id in open_ids if found[id][0].id in held]
        for id in open_ids:
            judged, stands = found[id]
            found[id] = (_retraction(judged.id), not stands)
    return found


def _retraction(id: str) -> Judgement:
    return judgement("retracted", (id,), by=BY, why=WHY)
