"""What has changed of an event between two points on a clock, and why: the world went on, a source told it more exactly, or what was held was corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from memcon.domain.dates import contains
from memcon.domain.news import Cause, Change
from memcon.domain.views import Claim, EventView, Source
from memcon.ledger.claims import source_key
from memcon.ledger.corrections import is_correction

_FIELDS: tuple[tuple[str, Callable[[EventView], str | None], Callable[[EventView], tuple[Claim[Any], ...]]], ...] = (
    ("status", lambda event: event.status, lambda event: event.statuses),
    ("when", lambda event: event.when, lambda event: event.whens),
    ("place", lambda event: event.place.name if event.place else None, lambda event: event.places),
)
"""What is compared: a field's name, its value, its claims."""


def changes_of(before: EventView | None, after: EventView) -> tuple[Change, ...]:
    """What is otherwise of an event than it was `before`; None where it was not held."""
    if before is None:
        source = after.sources[-1] if after.sources else None
        return (Change(event=after, field="event", before=None, after=after.status, cause="new", source=source),)
    found = []
    for name, value, claims in _FIELDS:
        was, now = value(before), value(after)
        if was != now:
            cause = _cause(was, now, claims(before), claims(after))
            told = _telling(now, claims(after))
            found.append(Change(event=after, field=name, before=was, after=now, cause=cause, source=told))
    return tuple(found)


def _cause(was: str | None, now: str | None, before: Iterable[Claim[Any]], after: Iterable[Claim[Any]]) -> Cause:
    held = {claim.assertion for claim in before}
    stands = {claim.assertion for claim in after}
    new = [claim for claim in after if claim.assertion not in held]
    if held - stands or any(map(is_correction, new)) or not new:
        return "correction"
    if was is None or (now is not None and contains(was, now)):
        return "precision"
    last = max(map(_order, before), default=None)
    is_later = last is None or any(_order(claim) > last for claim in new)
    return "world" if is_later else "correction"


def _order(claim: Claim[Any]) -> Any:
    return source_key(claim.source)


def _telling(now: str | None, claims: Iterable[Claim[Any]]) -> Source | None:
    told = [claim for claim in claims if now in _words(claim.value)]
    return told[-1].source if told else None


def _words(value: Any) -> tuple[Any, ...]:
    return tuple(getattr(value, name, None) for name in ("status", "edtf", "name"))
