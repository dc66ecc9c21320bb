"""Where sources contradict each other about an event: field by field, which source says what, when it said so, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from memcon.codebook import load_statuses
from memcon.domain.dates import interval_of
from memcon.domain.news import Conflict, Told
from memcon.domain.views import Claim, EventView
from memcon.ledger.claims import source_key
from memcon.ledger.corrections import is_correction


def conflicts_of(event: EventView) -> tuple[Conflict, ...]:
    """The fields on which the event's sources contradict each other. What a person corrected is settled, and what changes in the world (a postponement, a step
    from scheduled to held) contradicts nothing."""
    found = []
    if event.is_disputed:
        whens = [claim for claim in event.whens if claim.value.basis != "published"]
        told = _told((claim.value.edtf, claim) for claim in whens)
        found.append(Conflict(event=event, field="when", current=event.when, told=told))
    if _is_held_and_undone(event.statuses):
        told = _told((claim.value.status, claim) for claim in event.statuses)
        found.append(Conflict(event=event, field="status", current=event.status, told=told))
    if _is_in_two_countries(event.places):
        told = _told((_place_words(claim), claim) for claim in event.places)
        current = _place_words(event.places[-1])
        found.append(Conflict(event=event, field="place", current=current, told=told))
    return tuple(found)


def _told(pairs: Any) -> tuple[Told, ...]:
    by_value: dict[str, list[Claim[Any]]] = {}
    for value, claim in pairs:
        by_value.setdefault(value, []).append(claim)
    return tuple(Told(value=value, claims=tuple(claims)) for value, claims in by_value.items())


def _is_held_and_undone(statuses: Sequence[Claim[Any]]) -> bool:
    """Whether it has taken place by one source, and has not by another that came out the same day or later."""
    if statuses and is_correction(statuses[-1]):
        return False
    known = load_statuses()
    held = [source_key(c.source)[:2] for c in statuses if known.of(c.value.status).is_happening]
    undone = [source_key(c.source)[:2] for c in statuses if _is_off(known.of(c.value.status))]
    return any(off >= done for done in held for off in undone)


def _is_off(status: Any) -> bool:
    return (status.is_undone or status.is_refused) and not status.moves


def _is_in_two_countries(places: Sequence[Claim[Any]]) -> bool:
    if places and is_correction(places[-1]):
        return False
    countries = {claim.value.country for claim in places if claim.value.country}
    return any(one != other for one, other in combinations(sorted(countries), 2))


def _place_words(claim: Claim[Any]) -> str:
    return ", ".join(part for part in (claim.value.name, claim.value.country) if part)


def is_ahead(event: EventView, today: str) -> bool:
    """Whether the event is still to come: it may fall on `today` (EDTF) or later, or nobody tells when, and by its status it has neither happened nor fallen through."""
    if not _is_open(event):
        return False
    when, now = event.interval, interval_of(today)
    return when is None or now is None or when.end >= now.start


def is_overdue(event: EventView, today: str) -> bool:
    """Whether its time has passed and no source has told what became of it."""
    when, now = event.interval, interval_of(today)
    return _is_open(event) and when is not None and now is not None and when.end < now.start


def _is_open(event: EventView) -> bool:
    return event.status is not None and load_statuses().of(event.status).is_ahead
