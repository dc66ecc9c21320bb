"""Which judgements of a rule stand, and what changes that: each change of mind retracts the last one, since the book only grows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from memcon.domain.entries import Judgement, judgement

Holds = Callable[[Sequence[str]], frozenset[str]]
"""Which of some entry ids the book holds."""


def tops(ids: Iterable[str], holds: Holds, *, by: str, why: str) -> Mapping[str, tuple[Judgement, bool]]:
    """For each entry the retraction by `by` that would change its state, and whether it stands now, as far as retractions by `by` decide."""
    found = {id: (_retraction(id, by, why), True) for id in sorted(ids)}
    open_ids = list(found)
    while open_ids:
        held = holds([found[id][0].id for id in open_ids])
        open_ids = [id for id in open_ids if found[id][0].id in held]
        for id in open_ids:
            judged, stands = found[id]
            found[id] = (_retraction(judged.id, by, why), not stands)
    return found


def _retraction(id: str, by: str, why: str) -> Judgement:
    return judgement("retracted", (id,), by=by, why=why)
