"""Event records: clusters of mentions, put together with their ids, labels, channels and codes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from memcon.codebook import Codebook
from memcon.coding.channels.naming import ChannelMention
from memcon.coding.events.at_home import is_way_at_home, with_hosts_at_home
from memcon.coding.events.continuing import Continued, continued, told_encounter
from memcon.coding.events.describing import describe
from memcon.coding.events.encounters import Encounters
from memcon.coding.events.framing import is_from_afar, with_frames
from memcon.coding.events.history import history_of, in_order
from memcon.coding.events.keeping import Keeper, features_of, without_echoes
from memcon.coding.events.labels import label_of
from memcon.coding.events.mentions import EventMention
from memcon.coding.events.merging import merge_mentions
from memcon.coding.events.pairs import Cluster
from memcon.coding.events.plover import code_plover
from memcon.coding.events.properties import (
    agenda_of,
    distinct,
    evidence_of,
    first_told,
    found_in,
    kind_of,
    outcome_of,
    participants_of,
)
from memcon.coding.events.proposals import with_those_asked
from memcon.coding.events.roles import strongest
from memcon.coding.events.rounds import with_parties_of_the_row
from memcon.coding.events.separate_calls import each_call
from memcon.coding.events.triggers import find_triggers
from memcon.coding.places import Places
from memcon.coding.statements.attribution import Attributions
from memcon.coding.text_index import TextIndex
from memcon.domain.ids import content_id
from memcon.domain.records import ChannelRef, Considered, Event, EventKind, Participant
from memcon.lexicon import words

_COMPARING = words("leading_to_what_is_compared")


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """The events of one document, which event each token that names one belongs to, and, where asked for, all that might have been one."""

    events: tuple[Event, ...]
    by_token: dict[int, str]
    considered: tuple[Considered, ...] = ()


def find_events(
    index: TextIndex,
    places: Places,
    codebook: Codebook,
    channels: Sequence[ChannelMention],
    attributions: Attributions,
    keeper: Keeper,
    *,
    has_reasons: bool = False,
) -> Events:
    """All events of one annotation that `keeper` keeps, in the order of their first mention; with `has_reasons` what was considered, too."""
    mentions = find_mentions(index, places, codebook, channels)
    found = candidates(index, mentions)
    judged = list(zip(found, features_of(index, found), strict=True))
    clusters = without_echoes([c for c, features in judged if keeper.keeps(features)])
    clusters += _sideline_hosts(mentions, clusters)
    ordered = sorted(clusters, key=lambda c: c.mentions[0].trigger.anchor)
    recorder = _Recorder(
        index=index,
        codebook=codebook,
        channels=channels,
        attributions=attributions,
        encounters=Encounters.told_in(m for c in ordered for m in c.mentions),
    )
    events = with_frames(index, _with_hosts(_recorded(recorder, ordered), ordered), ordered)
    actors = index.annotation.actor_by_id
    anchors = [[m.trigger.anchor for m in c.mentions] for c in ordered]
    afar = {e.id for e, named in zip(events, anchors, strict=True) if is_from_afar(index, e.kind, named)}
    told = list(zip(ordered, with_hosts_at_home(events, actors, afar), strict=True))
    told = [(c, e) for c, e in told if not is_way_at_home(e, c.mentions, actors)]
    by_token = {m.trigger.anchor: e.id for c, e in told for m in c.mentions}
    considered = (_considered(index, c, keeper, features) for c, features in judged if has_reasons)
    single = [e for c, event in told for e in each_call(index, c.mentions, event)]
    return Events(events=_unique(single), by_token=by_token, considered=tuple(considered))


def _considered(index: TextIndex, cluster: Cluster, keeper: Keeper, features: Collection[str]) -> Considered:
    return Considered(
        kind=kind_of(cluster.mentions),
        evidence=evidence_of(index, cluster.mentions),
        chance=round(keeper.chance(features), 3),
        is_kept=keeper.keeps(features),
        reasons=tuple(keeper.reasons(features)),
    )


def find_mentions(
    index: TextIndex, places: Places, codebook: Codebook, channels: Sequence[ChannelMention]
) -> list[EventMention]:
    """Every mention of an event, in text order, worth a record or not."""
    triggers = find_triggers(index, codebook, channels)
    nouns = frozenset(t.anchor for t in triggers if not t.is_verb)
    return _with_compared_places(index, [describe(index, places, t, nouns - {t.anchor}) for t in triggers])


def candidates(index: TextIndex, mentions: Sequence[EventMention]) -> list[Cluster]:
    """The mentions, those of one event together; each that speaks of such events in general alone, so that it says nothing of another."""
    told = [m for m in mentions if not m.generic and not m.is_comparison]
    merged = with_parties_of_the_row(index, merge_mentions(index.annotation, told))
    return [*merged, *(Cluster(mentions=[m]) for m in mentions if m.generic)]


def _recorded(recorder: _Recorder, clusters: Sequence[Cluster]) -> list[Event]:
    """The events of `clusters`, each with what the sentences that go on to tell of it add."""
    index = recorder.index
    parties = with_those_asked(index, [c.mentions for c in clusters], [recorder.parties(c.mentions) for c in clusters])
    told = (told_encounter(index, n, c.mentions, p) for n, (c, p) in enumerate(zip(clusters, parties, strict=True)))
    continuing = continued(index, [t for t in told if t is not None])
    return [
        recorder.event(c.mentions, p, continuing.get(n, Continued()))
        for n, (c, p) in enumerate(zip(clusters, parties, strict=True))
    ]


def _with_compared_places(index: TextIndex, mentions: list[EventMention]) -> list[EventMention]:
    """ "the first time that A visited P, following the visit by B": the visit that is compared went to P as well."""
    compared = {m.trigger.family: m for m in mentions if m.is_comparison and m.place is not None}
    return [_with_place_of(index, m, compared.get(m.trigger.family)) for m in mentions]


def _with_place_of(index: TextIndex, mention: EventMention, compared: EventMention | None) -> EventMention:
    if compared is None or mention.place is not None or mention.clause.preposition not in _COMPARING:
        return mention
    sentences = {index.tokens[m.trigger.anchor].sentence for m in (mention, compared)}
    return replace(mention, place=compared.place) if len(sentences) == 1 else mention


def _sideline_hosts(mentions: Sequence[EventMention], clusters: Sequence[Cluster]) -> list[Cluster]:
    """The forums on whose sidelines other events are, where nothing else told of them."""
    known = {m.trigger.anchor for c in clusters for m in c.mentions}
    wanted = {m.sidelines for c in clusters for m in c.mentions if m.sidelines is not None}
    hosts = [m for m in mentions if m.trigger.anchor not in known and any(m.is_at(t) for t in wanted)]
    return [Cluster(mentions=[m]) for m in hosts]


def _with_hosts(events: Sequence[Event], clusters: Sequence[Cluster]) -> list[Event]:
    """The events, each with the one on whose sidelines it is."""
    return [
        replace(event, sidelines_of=events[host].id) if (host := _host_of(n, clusters)) is not None else event
        for n, event in enumerate(events)
    ]


def _host_of(n: int, clusters: Sequence[Cluster]) -> int | None:
    target = next((m.sidelines for m in clusters[n].mentions if m.sidelines is not None), None)
    if target is None:
        return None
    hosts = [k for k, c in enumerate(clusters) if k != n and any(m.is_at(target) for m in c.mentions)]
    return hosts[-1] if hosts else None


def _unique(events: Sequence[Event]) -> tuple[Event, ...]:
    """One event an id: two clusters of one numbered session are the same event."""
    found: dict[str, Event] = {}
    for event in events:
        known = found.get(event.id)
        found[event.id] = event if known is None else union(known, event)
    return tuple(found.values())


def union(a: Event, b: Event) -> Event:
    """What two accounts in one document tell of one event, in their order."""
    return replace(
        a,
        statuses=in_order((*a.statuses, *b.statuses)),
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        participants=strongest((*a.participants, *b.participants)),
        agenda=distinct((*a.agenda, *b.agenda)),
        outcome=distinct((*a.outcome, *b.outcome)),
        sidelines_of=a.sidelines_of or b.sidelines_of,
        **first_told(a, b),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recorder:
    """All of a document that its events are put together from."""

    index: TextIndex
    codebook: Codebook
    channels: Sequence[ChannelMention]
    attributions: Attributions
    encounters: Encounters

    def parties(self, mentions: Sequence[EventMention]) -> tuple[Participant, ...]:
        """Who takes part in the event that `mentions` tell of."""
        return participants_of(self.index, mentions, self.encounters)

    def event(
        self, mentions: Sequence[EventMention], participants: tuple[Participant, ...], continuing: Continued
    ) -> Event:
        """The event that `mentions` tell of, with `participants`, and what `continuing` verbs tell behind it."""
        channel = self._channel(mentions)
        named = (m.trigger.channel for m in mentions)
        numbers = (*(c.ordinal for c in named if c is not None), *(m.ordinal for m in mentions))
        ordinal = next((n for n in numbers if n), None)
        kind = kind_of(mentions)
        event = Event(
            id=_id(self.index, mentions, kind, channel, ordinal),
            kind=kind,
            label=label_of(self.index, mentions, participants, channel),
            statuses=history_of(self.index, self.attributions, mentions),
            evidence=evidence_of(self.index, mentions),
            channel=ChannelRef(id=channel.channel_id, name=channel.full_name) if channel is not None else None,
            ordinal=ordinal,
            year=_year(mentions, channel, ordinal),
            participants=participants,
            agenda=agenda_of(self.index, mentions, continuing, self.encounters),
            outcome=outcome_of(self.index, mentions, continuing),
            **found_in(self.index, mentions),
        )
        frames = (m.trigger.frame for m in mentions if m.trigger.kind == kind)
        told = next((f.plover for f in frames if f is not None and f.plover is not None), None)
        return replace(event, plover=code_plover(event, self.codebook, self.index.annotation.actor_by_id, told=told))

    def _channel(self, mentions: Sequence[EventMention]) -> ChannelMention | None:
        """The channel whose session it is, or that a launch is of."""
        named = [c for m in mentions if (c := m.trigger.channel) is not None]
        if named:
            return next((c for c in named if c.is_session), named[0])
        launch = next((m.trigger.anchor for m in mentions if m.trigger.has("founding")), None)
        launched = set(self.index.tree.objects(launch)) if launch is not None else set()
        return next((c for c in self.channels if c.head in launched), None)


def _id(
    index: TextIndex,
    mentions: Sequence[EventMention],
    kind: EventKind,
    channel: ChannelMention | None,
    ordinal: int | None,
) -> str:
    """A numbered session of a channel with a name has the same id in every document. All else has an id of this document: the number or the
    year by which it is told from the channel's other meetings, or its place in the text."""
    document, own = index.annotation.document.id, index.annotation.document.offset
    if channel is not None and ordinal is not None:
        shared = content_id("event", channel.channel_id, ordinal)
        return content_id("event", document, channel.channel_id, ordinal) if channel.is_common else shared
    if channel is not None and (year := _year(mentions, channel, ordinal)) is not None:
        return content_id("event", document, channel.channel_id, f"year {year}")
    first = mentions[0].trigger
    return content_id("event", document, kind, own(index.tokens[first.anchor].start))


def _year(mentions: Sequence[EventMention], channel: ChannelMention | None, ordinal: int | None) -> int | None:
    """The year that names the meeting: of a channel with a name, and where it has no number."""
    if channel is None or channel.is_common or ordinal is not None:
        return None
    return next((c.year for m in mentions if (c := m.trigger.channel) is not None and c.year), None)
