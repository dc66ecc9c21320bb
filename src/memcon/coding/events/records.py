"""Event records: clusters of mentions, put together with their ids, labels, channels and codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from memcon.codebook import Codebook
from memcon.coding.channels.mentions import ChannelMention
from memcon.coding.events.history import history_of, in_order
from memcon.coding.events.labels import label_of
from memcon.coding.events.mentions import EventMention, describe
from memcon.coding.events.merging import Cluster, merge_mentions
from memcon.coding.events.participants import strongest
from memcon.coding.events.plover import code_plover
from memcon.coding.events.properties import (
    agenda_of,
    distinct,
    evidence_of,
    kind_of,
    participants_of,
    place_of,
    when_of,
)
from memcon.coding.events.relevance import is_worth_a_record
from memcon.coding.events.triggers import find_triggers, objects_of
from memcon.coding.places import Places
from memcon.coding.statements.attribution import Attributions
from memcon.coding.syntax import Syntax
from memcon.domain.ids import content_id
from memcon.domain.records import ChannelRef, Event, EventKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """The events of one document, and which event each token that names one belongs to."""

    events: tuple[Event, ...]
    by_token: dict[int, str]


def find_events(syntax: Syntax, places: Places, codebook: Codebook, channels: Sequence[ChannelMention]) -> Events:
    """All events of one annotation, in the order of their first mention."""
    triggers = find_triggers(syntax, codebook, channels)
    mentions = _with_compared_places(syntax, [describe(syntax, places, t) for t in triggers])
    told = [m for m in mentions if not m.is_generic and not m.is_comparison]
    clusters = [c for c in merge_mentions(syntax.annotation, told) if is_worth_a_record(syntax, c)]
    clusters += _sideline_hosts(mentions, clusters)
    ordered = sorted(clusters, key=lambda c: c.mentions[0].trigger.anchor)
    events = _assemble(syntax, codebook, channels, ordered)
    by_token = {m.trigger.anchor: e.id for c, e in zip(ordered, events, strict=True) for m in c.mentions}
    return Events(events=_unique(events), by_token=by_token)


def _with_compared_places(syntax: Syntax, mentions: list[EventMention]) -> list[EventMention]:
    """ "the first time that A visited P, following the visit by B": the visit that is compared went to P as well."""
    compared = {m.trigger.family: m for m in mentions if m.is_comparison and m.place is not None}
    return [
        replace(m, place=c.place)
        if m.place is None
        and (c := compared.get(m.trigger.family)) is not None
        and m.clause.preposition in {"following", "since", "after"}
        and syntax.tokens[m.trigger.anchor].sentence == syntax.tokens[c.trigger.anchor].sentence
        else m
        for m in mentions
    ]


def _sideline_hosts(mentions: Sequence[EventMention], clusters: Sequence[Cluster]) -> list[Cluster]:
    """The forums on whose sidelines other events are, where nothing else told of them."""
    known = {m.trigger.anchor for c in clusters for m in c.mentions}
    wanted = {m.sidelines for c in clusters for m in c.mentions if m.sidelines is not None}
    hosts = [m for m in mentions if m.trigger.anchor not in known and _is_pointed_at(m, wanted)]
    return [Cluster(mentions=[m]) for m in hosts]


def _is_pointed_at(mention: EventMention, tokens: Iterable[int]) -> bool:
    return any(mention.trigger.first - 2 <= t <= mention.trigger.last for t in tokens)


def _assemble(
    syntax: Syntax, codebook: Codebook, channels: Sequence[ChannelMention], clusters: Sequence[Cluster]
) -> list[Event]:
    attributions = Attributions(syntax)
    events: list[Event] = []
    by_cluster: dict[int, Event] = {}
    told = [m for c in clusters for m in c.mentions if m.trigger.family == "encounter" and not m.in_title]
    encounters = tuple(sorted(m.trigger.anchor for m in told))
    for n, cluster in enumerate(clusters):
        event = _event(syntax, codebook, attributions, channels, cluster, encounters)
        by_cluster[n] = event
        events.append(event)
    for n, cluster in enumerate(clusters):
        target = next((m.sidelines for m in cluster.mentions if m.sidelines is not None), None)
        if target is not None:
            for k, host in enumerate(clusters):
                if k != n and any(_is_pointed_at(m, [target]) for m in host.mentions):
                    events[n] = replace(events[n], sidelines_of=by_cluster[k].id)
    return events


def _unique(events: Sequence[Event]) -> tuple[Event, ...]:
    """One event an id: two clusters of one numbered session are the same event."""
    found: dict[str, Event] = {}
    for event in events:
        known = found.get(event.id)
        found[event.id] = event if known is None else _union(known, event)
    return tuple(found.values())


def _union(a: Event, b: Event) -> Event:
    return replace(
        a,
        statuses=in_order((*a.statuses, *b.statuses)),
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        when=a.when or b.when,
        place=a.place or b.place,
        participants=strongest((*a.participants, *b.participants)),
        agenda=distinct((*a.agenda, *b.agenda)),
        outcome=distinct((*a.outcome, *b.outcome)),
        sidelines_of=a.sidelines_of or b.sidelines_of,
    )


def _event(
    syntax: Syntax,
    codebook: Codebook,
    attributions: Attributions,
    channels: Sequence[ChannelMention],
    cluster: Cluster,
    encounters: Sequence[int],
) -> Event:
    mentions = cluster.mentions
    named = [c for m in mentions if (c := m.trigger.channel) is not None]
    channel = next((c for c in named if c.is_session), named[0] if named else _founded(syntax, channels, mentions))
    ordinal = next((c.ordinal for m in mentions if (c := m.trigger.channel) is not None and c.ordinal), None)
    kind = kind_of(mentions)
    participants = participants_of(syntax, mentions, encounters)
    event = Event(
        id=_id(syntax, mentions, kind, channel, ordinal),
        kind=kind,
        label=label_of(syntax, mentions, participants, channel),
        statuses=history_of(syntax, attributions, mentions),
        evidence=evidence_of(syntax, mentions),
        channel=ChannelRef(id=channel.channel_id, name=channel.full_name) if channel is not None else None,
        ordinal=ordinal,
        when=when_of(mentions),
        place=place_of(mentions),
        participants=participants,
        agenda=agenda_of(syntax, mentions, participants, encounters),
        outcome=distinct(o for m in mentions for o in m.outcome),
    )
    return replace(event, plover=code_plover(event, codebook, syntax.annotation.actor_by_id))


def _founded(
    syntax: Syntax, channels: Sequence[ChannelMention], mentions: Sequence[EventMention]
) -> ChannelMention | None:
    """The channel that a launch is of."""
    for mention in mentions:
        if mention.trigger.family == "launch":
            objects = set(objects_of(syntax, mention.trigger.anchor))
            return next((c for c in channels if c.head in objects), None)
    return None


def _id(
    syntax: Syntax,
    mentions: Sequence[EventMention],
    kind: EventKind,
    channel: ChannelMention | None,
    ordinal: int | None,
) -> str:
    """A numbered session has the same id in every document; so has a forum of a year. All else is tied to its place in the text."""
    year = next((c.year for m in mentions if (c := m.trigger.channel) is not None and c.year), None)
    if channel is not None and ordinal is not None:
        return content_id("event", channel.channel_id, ordinal)
    if channel is not None and year is not None and not channel.is_common:
        return content_id("event", channel.channel_id, f"year {year}")
    first, document = mentions[0].trigger, syntax.annotation.document
    return content_id("event", document.id, kind, document.offset(syntax.tokens[first.anchor].start))
