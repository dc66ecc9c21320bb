"""An event over all the documents that tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from memcon.codebook import load_roles, load_statuses
from memcon.domain.dates import Interval, interval_of
from memcon.domain.readers import OWN
from memcon.domain.records import Locality, Moment, PartValue, Role, StatusValue
from memcon.domain.views import ActorView, Claim, EventView, ParticipantView, Superseded
from memcon.ledger.claims import Subject, citations_of, published_interval, source_key, sources_cited
from memcon.ledger.corrections import is_correction
from memcon.ledger.records import told

_ALWAYS = Interval(date.min, date.max)
_SETTLED = ("happening", "undone", "refused")
"""Stages in which something is decided about an event."""

_DAYS_ON = 3
"""How long what is set for one day may still go on: longer than most visits and rounds, shorter than from one date to the next that is set."""


def event_view(subject: Subject, actors: Mapping[str, ActorView]) -> EventView:
    """The event that `subject`'s claims tell of. `actors` are views by canonical id."""
    statuses = _in_order(subject.all("status"))
    standing = current_status(statuses)
    whens: tuple[Claim[Moment], ...] = subject.all("when")
    named = subject.all("kind")
    last = standing or named[-1]
    now = current_time(whens, statuses)
    current = told(subject) | {
        "evidence": citations_of((*named, *statuses)),
        "statuses": statuses,
        "when": now.value.edtf if now else None,
        "when_basis": now.value.basis if now else None,
        "agenda": subject.all("agenda"),
        "outcome": subject.all("outcome"),
        "participants": _participants(subject.all("participant"), actors),
    }
    return EventView(
        **current,
        status=standing.value.status if standing else None,
        when_text=now.value.text if now else None,
        whens=whens,
        is_disputed=is_disputed(whens, statuses),
        places=subject.all("place"),
        attribution=last.attribution,
        former=sources_cited(each.claim for each in subject.superseded),
        superseded=_only_before(subject),
        certainty=named[-1].certainty,
    )


def _only_before(subject: Subject) -> tuple[Superseded, ...]:
    """What a replaced version said otherwise of the event's course, time, place and people."""
    now = {(name, _told_by(claim.value)) for name, claims in subject.claims.items() for claim in claims}
    found = {
        (each.property, _told_by(each.claim.value)): each
        for each in subject.superseded
        if each.property in _CORRECTED and (each.property, _told_by(each.claim.value)) not in now
    }
    return tuple(found.values())


def _told_by(value: Any) -> Any:
    """What of a value tells it from another: the words for it and its place in a text may change from version to version."""
    match value:
        case StatusValue():
            return value.status
        case Moment():
            return value.edtf
        case PartValue():
            return value.actor
        case Locality():
            return value.name
        case _:
            return value


_CORRECTED = ("status", "when", "place", "participant", "ordinal", "agenda", "outcome")


def _in_order(statuses: Sequence[Claim[StatusValue]]) -> tuple[Claim[StatusValue], ...]:
    """Status claims by source, and within a document by its own order of steps, whenever each was recorded; the program's own reading has the last word."""
    return tuple(sorted(statuses, key=lambda claim: (source_key(claim.source), claim.reader == OWN, claim.value.order)))


def current_status(statuses: Sequence[Claim[StatusValue]]) -> Claim[StatusValue] | None:
    """The step where the event stands: the last one, but that what a source told as having come about is not ahead again because a later one
    still speaks of it so; that step stays in the history."""
    if not statuses:
        return None
    if is_correction(statuses[-1]):
        return statuses[-1]
    known = load_statuses()
    if not known.of(statuses[-1].value.status).is_ahead:
        return statuses[-1]
    since = next(
        (n for n in reversed(range(len(statuses))) if known.of(statuses[n].value.status).stage in _SETTLED), None
    )
    return (
        statuses[since] if since is not None and known.of(statuses[since].value.status).is_happening else statuses[-1]
    )


def current_time(whens: Sequence[Claim[Moment]], statuses: Sequence[Claim[StatusValue]] = ()) -> Claim[Moment] | None:
    """The time that holds: the last one claimed, or a more exact one within it, of a source of the same day of publication or of one that told of the event as it took place
    ("last month" takes nothing back of "met on 12 May"; of what was only set for that day nobody knows).

    Times that name no interval (a day of an untold year) count only where there are no others, and so do those known by publication only.
    Those for which it was set do not hold where a later source tells of it as going on, days after them.
    """
    if whens and is_correction(whens[-1]):
        return whens[-1]
    standing = _standing(whens, statuses)
    told = [claim for claim in standing if claim.value.basis != "published"] or standing
    placed = [claim for claim in told if interval_of(claim.value.edtf) is not None] or told
    if not placed:
        return None
    last = placed[-1]
    bounds = _interval(last)
    reports = _reports(statuses)
    peers = [
        claim
        for claim in placed
        if _interval(claim) in bounds and (_is_as_recent(claim, last) or claim.source.document in reports)
    ]
    return min(reversed(peers), key=lambda claim: _interval(claim).days)


def _reports(statuses: Sequence[Claim[StatusValue]]) -> frozenset[str]:
    """The documents that tell of the event as happening."""
    known = load_statuses()
    return frozenset(each.source.document for each in statuses if known.of(each.value.status).is_happening)


def _standing(whens: Sequence[Claim[Moment]], statuses: Sequence[Claim[StatusValue]]) -> list[Claim[Moment]]:
    """The times but those for which it was only set, where a source that was published more than `_DAYS_ON` after them tells of the event as going on."""
    known, reports = load_statuses(), _reports(statuses)
    going_on = [published_interval(each.source) for each in statuses if known.of(each.value.status).lasts]
    days = [day.start for day in going_on if day is not None]

    def is_outlived(claim: Claim[Moment]) -> bool:
        then = interval_of(claim.value.edtf)
        if then is None or claim.source.document in reports or is_correction(claim):
            return False
        return any((day - then.end).days > _DAYS_ON for day in days)

    return [claim for claim in whens if not is_outlived(claim)]


def is_disputed(whens: Sequence[Claim[Moment]], statuses: Sequence[Claim[StatusValue]]) -> bool:
    """Whether two times exclude each other, of those claimed since the event was last put off: a new date is no dispute, and a person's correction
    ends one."""
    known = load_statuses()
    put_off = [source_key(claim.source) for claim in statuses if known.of(claim.value.status).moves]
    settled = max((n for n, claim in enumerate(whens) if is_correction(claim)), default=0)
    told = [claim for claim in _standing(whens[settled:], statuses) if claim.value.basis != "published"]
    since = [claim for claim in told if not put_off or source_key(claim.source) >= put_off[-1]]
    intervals = [_interval(claim) for claim in since]
    return any(not one.overlaps(other) for n, one in enumerate(intervals) for other in intervals[:n])


def _is_as_recent(claim: Claim[Moment], last: Claim[Moment]) -> bool:
    if claim.source.document == last.source.document:
        return True
    when = published_interval(claim.source)
    return when is not None and when == published_interval(last.source)


def _interval(claim: Claim[Moment]) -> Interval:
    return interval_of(claim.value.edtf) or _ALWAYS


def _participants(claims: Sequence[Claim[PartValue]], actors: Mapping[str, ActorView]) -> tuple[ParticipantView, ...]:
    """One for each actor, in the order in which they are first named."""
    parts: dict[str, list[Claim[PartValue]]] = {}
    for claim in _in_text_order(claims):
        parts.setdefault(claim.value.actor, []).append(claim)
    return tuple(_participant(id, found, actors.get(id)) for id, found in parts.items())


def _in_text_order(claims: Sequence[Claim[PartValue]]) -> list[Claim[PartValue]]:
    """Claims by source, and within a document by where it makes them, whenever each was recorded."""
    return sorted(
        claims, key=lambda claim: (source_key(claim.source), claim.reader == OWN, claim.evidence[0].span.start)
    )


def _participant(id: str, claims: Sequence[Claim[PartValue]], actor: ActorView | None) -> ParticipantView:
    offices = [claim.value.office for claim in claims if claim.value.office]
    return ParticipantView(
        actor=id,
        name=actor.name if actor else claims[-1].evidence[0].quote,
        kind=actor.kind if actor else None,
        country=actor.country if actor else None,
        role=_role([claim.value.role for claim in claims]),
        office=offices[-1] if offices else None,
        claims=tuple(claims),
    )


def _role(roles: Sequence[Role]) -> Role:
    """The last role claimed. The plainest one ("with") after a fuller one leaves that, as it only repeats it in fewer words; one of
    those who stay away it takes back."""
    known = load_roles()
    held = roles[0]
    for role in roles[1:]:
        if role != known.plainest or known.of(held).is_away:
            held = role
    return held
