"""Who is at home where an event is: the host of those who came, and who makes no journey."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from memcon.codebook import PLACE, load_codebook
from memcon.coding.events.mentions import EventMention
from memcon.domain.actors import BODIES, Actor
from memcon.domain.records import Event, Participant, Place
from memcon.lexicon import words

_SEATS_OF_MANY = words("seats_of_bodies_of_many_states")
_POSTED = words("posted_to_a_state")
_FEW = 2
"""So many persons at home may receive a guest together; of more it is the first one."""


def with_hosts_at_home(events: Sequence[Event], actors: Mapping[str, Actor], afar: Container[str]) -> list[Event]:
    """The events, those at the seat of one side with it as host and the others as visitors: "Soto of Peru met Holm of Norway in Lima". States that deal with each other
    stay as they are told, and so does an event at which more than that is told of anybody. `afar` are the ids of events to which nobody travels."""
    abroad = _abroad(events)
    return [e if e.id in afar else replace(e, participants=_received(e, abroad, actors)) for e in events]


def _abroad(events: Sequence[Event]) -> frozenset[tuple[str, str]]:
    """Who is told to visit which country."""
    stages = load_codebook().statuses
    done = (e for e in events if not (stages.of(e.status).is_undone or stages.of(e.status).is_refused))
    told = ((p, e.place.country) for e in done if e.place is not None for p in e.participants)
    return frozenset((p.actor, land) for p, land in told if p.role == "visitor" and land is not None)


def _received(event: Event, abroad: Container[tuple[str, str]], actors: Mapping[str, Actor]) -> tuple[Participant, ...]:
    parties, land = event.participants, _land_of_one(event.place)
    if land is None or event.sidelines_of is not None or not _is_of_people(event, actors):
        return parties
    home = [p for p in parties if actors[p.actor].country == land]
    away = (p.actor for p in parties if p not in home)
    guests = {i for i in away if (i, land) in abroad or _is_from_elsewhere(actors[i])}
    if not home or not guests:
        return parties
    role_of = {p.actor: "host" for p in _hosts(home, actors)} | dict.fromkeys(guests, "visitor")
    return tuple(replace(p, role=role_of.get(p.actor, p.role)) for p in parties)


def _land_of_one(place: Place | None) -> str | None:
    """The country of a place; None for a town where many states meet on the ground of none ("met in New York")."""
    return place.country if place is not None and place.name.lower() not in _SEATS_OF_MANY else None


def _is_of_people(event: Event, actors: Mapping[str, Actor]) -> bool:
    """Whether it is a meeting or talks of persons and groups alone of whom nothing is told but that they take part, or a visit on which somebody else does."""
    kind, plainest = load_codebook().kind(event.kind), load_codebook().roles.plainest
    roles = {p.role for p in event.participants} - {plainest}
    if any(p.actor not in actors or actors[p.actor].kind in BODIES for p in event.participants):
        return False
    return (kind.has("broad") and not roles) or (kind.has("destination") and roles == {kind.role})


def _is_from_elsewhere(actor: Actor) -> bool:
    """Whether it is somebody of another country who is not posted there, or who acts for none ("the Secretary-General of the United Nations")."""
    if any(word in _POSTED for office in actor.offices for word in office.title.lower().split()):
        return False
    return actor.country is not None or (actor.kind == "person" and actor.sector == "IGO")


def _hosts(home: Sequence[Participant], actors: Mapping[str, Actor]) -> Sequence[Participant]:
    people = [p for p in home if actors[p.actor].kind == "person"]
    return (people if len(people) <= _FEW else people[:1]) or home[:1]


def is_way_at_home(event: Event, mentions: Sequence[EventMention], actors: Mapping[str, Actor]) -> bool:
    """Whether only a verb of motion tells that somebody goes about in his own country: "President Soto of Peru arrived in Lima". A visit to a place of note is
    told as one."""
    land = event.place.country if event.place is not None else None
    if land is None or not load_codebook().kind(event.kind).has("destination"):
        return False
    frames = [m.trigger.frame for m in mentions]
    is_motion = all(f is not None and f.roles.get("object") is None and PLACE in f.roles.values() for f in frames)
    told = [a for p in event.participants if (a := actors.get(p.actor)) is not None]
    return is_motion and bool(told) and all(a.kind == "person" and a.country == land for a in told)
