"""An event over all the documents that tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from memcon.codebook import load_codebook
from memcon.domain.codec import decode
from memcon.domain.dates import Interval, interval_of
from memcon.domain.records import ChannelRef, Plover, Role
from memcon.domain.views import ActorView, Claim, EventView, Locality, Moment, ParticipantView, PartValue, StatusValue
from memcon.ledger.claims import Subject, citations_of, published_interval, read_as, source_key, sources_cited

_ALWAYS = Interval(date.min, date.max)


def event_view(subject: Subject, actors: Mapping[str, ActorView], canonical: Mapping[str, str]) -> EventView:
    """The event that `subject`'s claims tell of. `actors` are views by canonical id, `canonical` maps merged ids."""
    statuses = _in_order(read_as(subject.all("status"), lambda value: decode(StatusValue, value)))
    whens = read_as(subject.all("when"), lambda value: decode(Moment, value))
    places = read_as(subject.all("place"), lambda value: decode(Locality, value))
    named = subject.all("kind")
    last = statuses[-1] if statuses else named[-1]
    now = current_time(whens)
    return EventView(
        id=subject.id,
        ids=subject.ids,
        kind=named[-1].value,
        label=subject.latest("label"),
        status=statuses[-1].value.status if statuses else None,
        statuses=statuses,
        evidence=citations_of((*named, *statuses)),
        sources=sources_cited(subject.every),
        channel=_channel(subject.latest("channel"), canonical),
        ordinal=subject.latest("ordinal"),
        when=now.value.edtf if now else None,
        when_text=now.value.text if now else None,
        whens=whens,
        is_disputed=is_disputed(whens, statuses),
        place=places[-1].value if places else None,
        places=places,
        participants=_participants(subject.all("participant"), actors, canonical),
        agenda=subject.all("agenda"),
        outcome=subject.all("outcome"),
        follows_up=tuple(dict.fromkeys(canonical.get(id, id) for id in subject.values("follows_up"))),
        sidelines_of=_mapped(subject.latest("sidelines_of"), canonical),
        plover=_plover(subject.latest("plover"), canonical),
        attribution=last.attribution,
        certainty=named[-1].certainty,
    )


def _in_order(statuses: Sequence[Claim[StatusValue]]) -> tuple[Claim[StatusValue], ...]:
    """Status claims by source, and within a document by its own order of steps, whenever each was recorded."""
    return tuple(sorted(statuses, key=lambda claim: (source_key(claim.source), claim.value.order)))


def current_time(whens: Sequence[Claim[Moment]]) -> Claim[Moment] | None:
    """The time that holds: the last one claimed, or a more exact one within it from a source of the same day of publication.

    Times that name no interval (a day of an untold year) count only where there are no others.
    """
    placed = [claim for claim in whens if interval_of(claim.value.edtf) is not None] or list(whens)
    if not placed:
        return None
    last = placed[-1]
    bounds = _interval(last)
    peers = [claim for claim in placed if _is_as_recent(claim, last) and _interval(claim) in bounds]
    return min(reversed(peers), key=lambda claim: _interval(claim).days)


def is_disputed(whens: Sequence[Claim[Moment]], statuses: Sequence[Claim[StatusValue]]) -> bool:
    """Whether two times exclude each other, of those claimed since the event was last put off: a new date is no dispute."""
    known = load_codebook().statuses
    put_off = [source_key(claim.source) for claim in statuses if known.of(claim.value.status).moves]
    since = [claim for claim in whens if not put_off or source_key(claim.source) >= put_off[-1]]
    intervals = [_interval(claim) for claim in since]
    return any(not one.overlaps(other) for n, one in enumerate(intervals) for other in intervals[:n])


def _is_as_recent(claim: Claim[Moment], last: Claim[Moment]) -> bool:
    if claim.source.document == last.source.document:
        return True
    when = published_interval(claim.source)
    return when is not None and when == published_interval(last.source)


def _interval(claim: Claim[Moment]) -> Interval:
    return interval_of(claim.value.edtf) or _ALWAYS


def _participants(
    claims: Sequence[Claim[Any]], actors: Mapping[str, ActorView], canonical: Mapping[str, str]
) -> tuple[ParticipantView, ...]:
    """One for each actor, in the order in which they are first named."""
    parts: dict[str, list[Claim[PartValue]]] = {}
    for claim in read_as(
        _in_text_order(claims),
        lambda value: decode(PartValue, value | {"actor": canonical.get(value["actor"], value["actor"])}),
    ):
        parts.setdefault(claim.value.actor, []).append(claim)
    return tuple(_participant(id, found, actors.get(id)) for id, found in parts.items())


def _in_text_order(claims: Sequence[Claim[Any]]) -> list[Claim[Any]]:
    """Claims by source, and within a document by where it makes them, whenever each was recorded."""
    return sorted(claims, key=lambda claim: (source_key(claim.source), claim.evidence[0].span.start))


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
    known = load_codebook().roles
    held = roles[0]
    for role in roles[1:]:
        if role != known.plainest or known.of(held).is_away:
            held = role
    return held


def _channel(value: Any, canonical: Mapping[str, str]) -> ChannelRef | None:
    if value is None:
        return None
    return ChannelRef(id=canonical.get(value["id"], value["id"]), name=value["name"])


def _plover(value: Any, canonical: Mapping[str, str]) -> Plover | None:
    if value is None:
        return None
    ids = {name: [canonical.get(id, id) for id in value.get(name, ())] for name in ("actors", "recipients")}
    return decode(Plover, value | ids)


def _mapped(id: str | None, canonical: Mapping[str, str]) -> str | None:
    return None if id is None else canonical.get(id, id)
