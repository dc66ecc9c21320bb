"""Event records: clusters of mentions, each property from the mention that says it best, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from memcon.coding.agendas import find_listed_agenda, items_of
from memcon.coding.attribution import Attributions
from memcon.coding.channels import ChannelMention
from memcon.coding.codebook import Codebook
from memcon.coding.labels import label_of
from memcon.coding.mentions import EventMention, describe
from memcon.coding.merging import Cluster, merge_mentions
from memcon.coding.places import Places
from memcon.coding.plover import code_plover
from memcon.coding.syntax import Syntax
from memcon.coding.triggers import find_triggers, objects_of
from memcon.domain.actors import Actor
from memcon.domain.ids import content_id
from memcon.domain.records import ChannelRef, Event, EventKind, Participant, Phrase, Place, Status, StatusStep, When
from memcon.domain.spans import Evidence, cite

LIFE: tuple[Status, ...] = (
    "speculated", "proposed", "expected", "scheduled", "under_way", "held", "postponed", "cancelled", "declined", "denied", "fell_through",
)  # fmt: skip
"""The order in which an event lives through its statuses; within one document the last of these is its latest word."""

_ROLE_STRENGTH = ("participant", "subject", "observer", "mediator", "visitor", "host", "lead", "declined", "absent")


def find_events(
    syntax: Syntax, places: Places, codebook: Codebook, channels: Sequence[ChannelMention]
) -> tuple[Event, ...]:
    """All events of one annotation, in the order of their first mention."""
    triggers = find_triggers(syntax, codebook, channels)
    mentions = _with_compared_places(syntax, [describe(syntax, places, t) for t in triggers])
    told = [m for m in mentions if not m.is_generic and not m.is_comparison]
    clusters = [c for c in merge_mentions(syntax.annotation, told) if _is_worth_a_record(syntax, c)]
    clusters += _sideline_hosts(mentions, clusters)
    ordered = sorted(clusters, key=lambda c: c.mentions[0].trigger.anchor)
    return _assemble(syntax, codebook, channels, ordered)


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


_OFFICIAL_SECTORS = frozenset(
    ["GOV", "MIL", "IGO", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "REB", "UAF", "PRM", "ELI", "REL"]
)
"""PLOVER sectors whose members' dealings are political; a meeting among others (musicians, scholars) is none of the ledger's."""


def _is_worth_a_record(syntax: Syntax, cluster: Cluster) -> bool:
    """Whether the mentions tell of one occasion of public business: a numbered session, or parties, one of them official, together
    with a status, time or place."""
    ms = cluster.mentions
    actors = syntax.annotation.actor_by_id
    parties = [a for i in {p.actor for m in ms for p in m.participants if p.role != "absent"} if (a := actors.get(i))]
    has_status = any(m.status is not None for m in ms)
    has_setting = any(m.when is not None or m.place is not None for m in ms)
    if any(m.trigger.channel is not None and m.trigger.channel.is_session for m in ms):
        return has_status or has_setting or bool(parties)
    if any((c := m.trigger.channel) is not None and not c.is_common and m.status is not None for m in ms):
        return True
    family, kind = ms[0].trigger.family, ms[0].trigger.kind
    if family == "launch":
        return has_status and (has_setting or bool(parties))
    if family == "encounter" and kind in {"summit", "forum"}:
        has_end = any(
            m.status is not None and m.status.status in {"postponed", "cancelled", "fell_through"} for m in ms
        )
        return has_status and (bool(parties) or has_setting or has_end)
    if not has_status or not any(_is_official(a) for a in parties):
        return False
    if family == "visit":
        has_visitor = any(p.role == "visitor" for m in ms for p in m.participants)
        return has_visitor and (has_setting or len(parties) > 1)
    if family in {"encounter", "call"}:
        return _are_parties_to_talks(ms, parties, has_setting)
    return True


def _is_official(actor: Actor) -> bool:
    return (
        actor.kind == "state"
        or bool(actor.offices)
        or actor.sector in _OFFICIAL_SECTORS
        or bool(actor.kind == "group" and actor.country)
    )


def _are_parties_to_talks(mentions: Sequence[EventMention], parties: Sequence[Actor], has_setting: bool) -> bool:
    """Two or more parties; or one, where it is several ("the ministers"), or where a noun tells of the occasion and its time or place.
    A single body that "meets" (a parliament, a board) deals with nobody but itself, unless its members are states."""
    size = sum(max(1, len(a.members)) for a in parties)
    is_refused = any(m.status is not None and m.status.status in {"declined", "denied"} for m in mentions)
    if size > 1 or (size == 1 and is_refused):
        return True
    if size == 0:
        return False
    [only] = parties
    if only.kind == "organization" and only.sector != "IGO":
        return any(m.trigger.form == "channel" for m in mentions)
    if only.kind == "group" or any(m.is_elliptic or m.has_unnamed_party for m in mentions):
        return True
    return any(m.trigger.form != "verb" for m in mentions) and has_setting


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
) -> tuple[Event, ...]:
    attributions = Attributions(syntax)
    events: list[Event] = []
    by_cluster: dict[int, Event] = {}
    for n, cluster in enumerate(clusters):
        event = _event(syntax, codebook, attributions, channels, cluster)
        by_cluster[n] = event
        events.append(event)
    for n, cluster in enumerate(clusters):
        target = next((m.sidelines for m in cluster.mentions if m.sidelines is not None), None)
        if target is not None:
            for k, host in enumerate(clusters):
                if k != n and any(_is_pointed_at(m, [target]) for m in host.mentions):
                    events[n] = replace(events[n], sidelines_of=by_cluster[k].id)
    return _unique(events)


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
        statuses=_history((*a.statuses, *b.statuses)),
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        when=a.when or b.when,
        place=a.place or b.place,
        participants=_strongest((*a.participants, *b.participants)),
        agenda=_distinct((*a.agenda, *b.agenda)),
        outcome=_distinct((*a.outcome, *b.outcome)),
        sidelines_of=a.sidelines_of or b.sidelines_of,
    )


def _event(
    syntax: Syntax, codebook: Codebook, attributions: Attributions, channels: Sequence[ChannelMention], cluster: Cluster
) -> Event:
    mentions = cluster.mentions
    named = [c for m in mentions if (c := m.trigger.channel) is not None]
    channel = next((c for c in named if c.is_session), named[0] if named else _founded(syntax, channels, mentions))
    ordinal = next((c.ordinal for m in mentions if (c := m.trigger.channel) is not None and c.ordinal), None)
    kind = _kind(mentions)
    participants = _without_covering_groups(syntax, _strongest(_told_participants(syntax, mentions)))
    event = Event(
        id=_id(syntax, mentions, kind, channel, ordinal),
        kind=kind,
        label=label_of(syntax, mentions, participants, channel),
        statuses=_history(_steps(syntax, attributions, mentions)),
        evidence=_evidence(syntax, mentions),
        channel=ChannelRef(id=channel.channel_id, name=channel.full_name) if channel is not None else None,
        ordinal=ordinal,
        when=_when(mentions),
        place=_place(mentions),
        participants=participants,
        agenda=_distinct(
            (
                *(a for m in mentions for a in m.agenda),
                *_listed(syntax, mentions),
                *_taken_up(syntax, mentions, participants),
            )
        ),
        outcome=_distinct(o for m in mentions for o in m.outcome),
    )
    return replace(event, plover=code_plover(event, codebook, syntax.annotation.actor_by_id))


def _told_participants(syntax: Syntax, mentions: Sequence[EventMention]) -> list[Participant]:
    """The participants of all mentions; where the text names parties, without nameless groups ("allies", a headline's "ministers")."""
    found = [p for m in mentions for p in m.participants]
    actors = syntax.annotation.actor_by_id
    has_names = sum(1 for i in {p.actor for p in found} if (a := actors.get(i)) is not None and a.kind != "group") > 1
    in_titles = {p.span for m in mentions if m.in_title for p in m.participants}
    return [
        p
        for p in found
        if (a := actors.get(p.actor)) is not None
        and not (
            has_names and a.kind == "group" and not a.members and (p.span in in_titles or a.name.lower() in _NAMELESS)
        )
    ]


_NAMELESS = frozenset({"allies", "the allies", "sides", "both sides", "two sides", "ministers", "leaders", "officials"})


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
    first = mentions[0].trigger
    return content_id("event", syntax.annotation.document.id, kind, syntax.tokens[first.anchor].start)


def _kind(mentions: Sequence[EventMention]) -> EventKind:
    """That of its channel's sessions, else of the first mention that introduces it, a body mention before a headline."""
    for mention in mentions:
        if mention.trigger.channel is not None:
            return mention.trigger.kind
    introducing = (
        [m for m in mentions if not m.is_definite and not m.in_title]
        or [m for m in mentions if not m.in_title]
        or list(mentions)
    )
    specific = next((m for m in introducing if m.trigger.kind not in {"meeting", "talks"}), introducing[0])
    return specific.trigger.kind


def _steps(syntax: Syntax, attributions: Attributions, mentions: Sequence[EventMention]) -> list[StatusStep]:
    steps = [
        StatusStep(
            status=m.status.status,
            evidence=syntax.cite_sentence(m.trigger.anchor),
            attribution=attributions.of_token(m.trigger.anchor),
            when=m.when,
        )
        for m in mentions
        if m.status is not None
    ]
    in_body = [s for m, s in zip((m for m in mentions if m.status is not None), steps, strict=True) if not m.in_title]
    return in_body or steps


def _history(steps: Iterable[StatusStep]) -> tuple[StatusStep, ...]:
    """One step a status, in the order of `LIFE`; of several mentions that say the same, an attributed one speaks, else the first."""
    best: dict[Status, StatusStep] = {}
    for step in steps:
        known = best.get(step.status)
        if known is None or (known.attribution.kind == "outlet" and step.attribution.kind != "outlet"):
            best[step.status] = step
    return tuple(sorted(best.values(), key=lambda s: LIFE.index(s.status)))


def _when(mentions: Sequence[EventMention]) -> When | None:
    """The finest time that any mention gives; of equally fine ones the first."""
    dated = [m for m in mentions if m.when is not None]
    if not dated:
        return None
    return min(dated, key=lambda m: m.interval.days if m.interval is not None else 400).when


def _place(mentions: Sequence[EventMention]) -> Place | None:
    """The first place told in the text itself; a located mention of the same name before one that is only named."""
    places = [m.place for m in mentions if m.place is not None and not m.in_title] or [
        m.place for m in mentions if m.place is not None
    ]
    if not places:
        return None
    first = places[0]
    return next((p for p in places if p.country is not None and (p.name in first.name or first.name in p.name)), first)


def _strongest(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    best: dict[str, Participant] = {}
    for p in participants:
        known = best.get(p.actor)
        if known is None or _ROLE_STRENGTH.index(p.role) > _ROLE_STRENGTH.index(known.role):
            best[p.actor] = p
    return tuple(best.values())


def _without_covering_groups(syntax: Syntax, participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Replaces a group by its members where they are known ("both ministers")."""
    actors = syntax.annotation.actor_by_id
    found: list[Participant] = []
    for p in participants:
        actor = actors.get(p.actor)
        if actor is not None and actor.kind == "group" and actor.members:
            found += [replace(p, actor=m, office=None) for m in actor.members]
        else:
            found.append(p)
    return _strongest(found)


def _distinct(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Without phrases that say no more than another one does."""
    found: list[Phrase] = []
    for phrase in phrases:
        words = phrase.text.lower()
        if not any(words in f.text.lower() or phrase.span.overlaps(f.span) for f in found):
            found = [f for f in found if f.text.lower() not in words] + [phrase]
    return tuple(found)


def _listed(syntax: Syntax, mentions: Sequence[EventMention]) -> list[Phrase]:
    """The agenda that a following sentence of the same paragraph lists ("Key agenda items include: …")."""
    found: list[Phrase] = []
    sentences = syntax.annotation.sentences
    for mention in mentions:
        own = syntax.tokens[mention.trigger.anchor].sentence
        for n in range(own, min(own + 3, len(sentences))):
            if sentences[n].block == sentences[own].block and mention.trigger.family == "encounter":
                items = find_listed_agenda(syntax, n)
                if items and items[0].span.start > syntax.tokens[mention.trigger.anchor].start:
                    found += items
    return found


def _taken_up(syntax: Syntax, mentions: Sequence[EventMention], participants: Sequence[Participant]) -> list[Phrase]:
    """What "they discussed" in the sentence behind: its subject must be among the participants, and no other event in it."""
    found: list[Phrase] = []
    actors = {p.actor for p in participants}
    sentences = syntax.annotation.sentences
    own = {syntax.tokens[m.trigger.anchor].sentence for m in mentions if not m.in_title}
    for n in (n + 1 for n in own if n + 1 < len(sentences) and n + 1 not in own):
        root = next((t.i for t in syntax.tokens[sentences[n].first : sentences[n].last] if t.dep == "ROOT"), None)
        if root is None or syntax.tokens[root].tag not in {"VBD", "VBN"}:
            continue
        subjects = {a for s in syntax.subjects(root) for m in syntax.mentions_around(s) for a in m.actors}
        if subjects and subjects <= actors:
            found += items_of(syntax, root)
    return found


def _evidence(syntax: Syntax, mentions: Sequence[EventMention]) -> tuple[Evidence, ...]:
    """The sentences of the mentions, those of the running text first, each once."""
    ordered = sorted(mentions, key=lambda m: (m.in_title, m.trigger.anchor))
    spans = dict.fromkeys(syntax.sentence(m.trigger.anchor).span for m in ordered)
    by_quote: dict[str, Evidence] = {}
    for span in spans:
        by_quote.setdefault(span.of(syntax.text), cite(syntax.text, span))
    return tuple(by_quote.values())
