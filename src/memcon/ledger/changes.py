"""What has changed of a record between two points on a clock, and why: the world went on, a source told it more exactly, or what was held was corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from memcon.domain.dates import contains
from memcon.domain.news import Cause, Change, Changing, ChangingKind
from memcon.domain.views import Claim, Source
from memcon.ledger.claims import source_key
from memcon.ledger.corrections import is_correction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """What is compared: a field's name, its value, and its claims where the view has them."""

    name: str
    value: Callable[[Any], str | None]
    claims: Callable[[Any], tuple[Claim[Any], ...]] | None = None


_FIELDS: Mapping[ChangingKind, tuple[_Field, ...]] = {
    "event": (
        _Field(name="status", value=lambda event: event.status, claims=lambda event: event.statuses),
        _Field(name="when", value=lambda event: event.when, claims=lambda event: event.whens),
        _Field(
            name="place",
            value=lambda event: event.place.name if event.place else None,
            claims=lambda event: event.places,
        ),
    ),
    "statement": (),  # words that were said stay as they are
    "position": (
        _Field(name="stance", value=lambda position: position.stance, claims=lambda position: position.stances),
    ),
    "commitment": (
        _Field(name="status", value=lambda commitment: commitment.status),
        _Field(name="target", value=lambda commitment: commitment.target),
    ),
    "process": (
        _Field(name="target", value=lambda process: process.target),
        _Field(name="assessment", value=lambda process: process.assessments[-1].text if process.assessments else None),
    ),
}


def changes_of(kind: ChangingKind, before: Changing | None, after: Changing) -> tuple[Change, ...]:
    """What is otherwise of a record than it was `before`; None where it was not held."""
    if before is None:
        source = after.sources[-1] if after.sources else None
        now = getattr(after, "status", None) or getattr(after, "stance", None)
        return (Change(kind=kind, record=after, field=kind, before=None, after=now, cause="new", source=source),)
    found = []
    for field in _FIELDS[kind]:
        was, now = field.value(before), field.value(after)
        if was == now:
            continue
        if field.claims is None:
            cause, told = _cause_by_sources(was, now, before, after), after.sources[-1] if after.sources else None
        else:
            cause = _cause(was, now, field.claims(before), field.claims(after))
            told = _telling(now, field.claims(after))
        found.append(Change(kind=kind, record=after, field=field.name, before=was, after=now, cause=cause, source=told))
    return tuple(found)


def _cause_by_sources(was: str | None, now: str | None, before: Changing, after: Changing) -> Cause:
    """Why a field is otherwise of which the view keeps no claims: by a source that was not there, or because a reading took something back."""
    known = {source.document for source in before.sources}
    last = max(map(source_key, before.sources), default=None)
    new = [source for source in after.sources if source.document not in known]
    if not any(last is None or source_key(source) > last for source in new):
        return "correction"
    return "precision" if was is None or (now is not None and contains(was, now)) else "world"


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
    return (value, *(getattr(value, name, None) for name in ("status", "edtf", "name")))
