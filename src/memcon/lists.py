"""The lists of the consultative record: positions, commitments, processes and claims of precedent by who, about what and how they stand; channels by name.

Asked as in `memcon.query`: the index finds at least what fits, and the records themselves decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from memcon.domain.dates import Interval, interval_of
from memcon.domain.entries import SubjectKind, plural
from memcon.domain.views import (
    ChannelView,
    Checked,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    ProcessView,
    Resolved,
    StatementView,
    Views,
)
from memcon.ledger import asked as ask
from memcon.ledger.asked import Key, event_key, said_key, whole_words, window_of
from memcon.ledger.precedents import parties_of
from memcon.query import (
    SESSIONS,
    Book,
    checked,
    ids_of_each,
    in_their_places,
    named_ids,
    place_of,
    size_of,
    statements,
    timeline,
)
from memcon.report.brief import Material
from memcon.report.phrases import present
from memcon.store.finding import BEHIND_ALL_TIMES, Condition, Linked, Worded, all_named, in_time, linked_to_any
from memcon.store.lookup import chunks
from memcon.store.settled import sessions_by_index
from memcon.store.snapshot import Snapshot

Listed = PositionView | CommitmentView | ProcessView | PrecedentView

LOADED = 64
"""Channels that are loaded at once: nearly all of them fit, so no more than are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """How a kind of record is asked for: which properties name actors, which other records (and what these are called by), and
    which hold words."""

    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()


_LISTS: Mapping[str, _List] = {
    "position": _List(
        actors=("actor",),
        topics=("target",),
        words=("target_text", "grounds"),
        attributes=("target_text", "grounds"),
    ),
    "commitment": _List(
        actors=("party",),
        topics=("follow_up",),
        words=("text",),
        attributes=("text", "instrument"),
    ),
    "process": _List(
        actors=("assessment", "party"),
        words=("name", "alias", "condition"),
        attributes=("name", "aliases", "conditions"),
    ),
    "precedent": _List(topics=("event",), words=("text",), attributes=("text",)),
}

_CALLED: Mapping[SubjectKind, str] = {"event": "label", "channel": "name", "process": "name", "commitment": "text"}
"""What a record that another one is about is called by."""


def listed(
    ledger: Book,
    kind: SubjectKind,
    *,
    actor: str | None = None,
    about: str | None = None,
    stance: str | None = None,
    status: str | None = None,
    verdict: str | None = None,
    is_undated: bool = False,
    is_newest_first: bool = False,
    since: str | None = None,
    until: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> tuple[Any, ...]:
    """The positions, commitments, processes or precedents (`kind` in the singular) that fit all that is asked, in the order in which they were first
    published, or with `is_newest_first` the other way round: at most `limit` of them, from behind the record `after` (an id).

    `actor` is an id or whole words of a name: of the holder, a party, who assesses, or who takes part in the event of the claim; several, with ";" between them, are all to. `about` is the id of a
    record or of what it is about, or whole words of either. `since` and `until` are EDTF, both included, of the first publication, of a process of any; with `is_undated`
    those of which no source tells when it came out, whatever these ask. The verdict on a claim of
    precedent is the ledger's. Raises `UsageError` as `timeline` does.
    """
    window = window_of(since, until)
    windows = [] if window is None or is_undated else [window]
    goes_on = kind == "process"
    first_told = [Interval(date.min, each.end) if goes_on else each for each in windows]
    with ledger.at(recorded=recorded, published=published) as at:
        actors = ids_of_each(at, actor)
        conditions = [*_of_actors(kind, actors), *_of_topic(at, kind, about), *_of_state(stance, status)]
        tests: list[Callable[[Any], bool]] = [
            ask.is_current,
            *map(ask.is_told_in if goes_on else ask.is_said_in, windows),
        ]
        tests += [lambda r: ask.said(r) is None] if is_undated else []
        tests += [lambda r: r.stance == stance] if stance is not None else []
        tests += [lambda r: r.status == status] if status is not None else []

        def fitting(records: Iterable[str]) -> list[Listed]:
            found: Sequence[Any] = getattr(at.excerpt(records).views(), plural(kind))
            found = [r for r in found if all(fits(r) for fits in tests)]
            found = [r for r in found if not actors or all(each & _actors_of(at, r) for each in actors)]
            found = found if about is None else _about(at, found, about)
            if kind != "precedent":
                return list(found)
            return [r for r in _judged(at, found) if verdict is None or r.verdict == verdict]

        places = in_time(
            at,
            kind,
            windows=first_told,
            after=BEHIND_ALL_TIMES if is_undated and after is None else place_of(at, after, kind, said_key),
            conditions=conditions,
            size=size_of(limit),
            is_newest_first=is_newest_first and not is_undated,
        )
        return tuple(islice(in_their_places(places, fitting, said_key), limit))


def channels(
    ledger: Book,
    *,
    actor: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> tuple[ChannelView, ...]:
    """The channels that fit all that is asked, by name: at most `limit` of them, from behind the channel `after` (an id), each with its sessions.

    `actor` is a party; `about` an id, or whole words of a name or of the purpose; `since` and `until` bound the publication of what tells of it.
    """
    window = window_of(since, until)
    with ledger.at(recorded=recorded, published=published) as at:
        actors = ids_of_each(at, actor)
        tests: list[Callable[[ChannelView], bool]] = [ask.is_current]
        tests.append(lambda c: all(each.intersection(c.parties) for each in actors))
        if about is not None:
            words, ids = whole_words(about), frozenset(at.canonical_of([about]))
            tests.append(lambda c: c.id in ids or _says(words, (c.name, *c.aliases, c.purpose)))
        if window is not None:
            tests.append(ask.is_told_in(window))
        shown = tuple(islice(_in_order_of_names(at, after, tests, min(limit or LOADED, LOADED)), limit))
        held = _session_ids(at, [c.id for c in shown])
        return tuple(replace(c, sessions=held[c.id]) for c in shown)


def _in_order_of_names(
    at: Snapshot, after: str | None, tests: Sequence[Callable[[ChannelView], bool]], size: int
) -> Iterator[ChannelView]:
    """The channels that pass the tests, from behind `after`: all of them are put in order by their names alone, and loaded as they are wanted."""
    named = sorted(map(_by_name, at.cards(all_named(at, "channel")).views().channels))
    if after is not None:
        place_of(at, after, "channel", said_key)
        [last] = at.cards(at.canonical_of([after])).views().channels
        named = [each for each in named if each > _by_name(last)]
    for start in range(0, len(named), size):
        seen = at.excerpt((id for _, id in named[start : start + size]), has_actors=False).views().channels
        yield from sorted((c for c in seen if all(fits(c) for fits in tests)), key=_by_name)


def last_sessions(
    ledger: Book,
    channels: Iterable[ChannelView],
    *,
    most: int,
    recorded: str | None = None,
    published: str | None = None,
) -> dict[str, tuple[EventView, ...]]:
    """The last `most` of the sessions of each channel (by its id) in order of time."""
    asked = {c.id: c.sessions[-most:] for c in channels}
    with ledger.at(recorded=recorded, published=published) as at:
        seen = at.excerpt((id for ids in asked.values() for id in ids), has_actors=False).views().events
    events = {event.id: event for event in seen}
    return {channel: tuple(events[id] for id in ids if id in events) for channel, ids in asked.items()}


def verdicts_of(
    ledger: Book, claims: Iterable[PrecedentView], *, recorded: str | None = None, published: str | None = None
) -> dict[str, tuple[Checked, tuple[EventView, ...]]]:
    """For each claim (by its id) what the ledger makes of it, and the events that decide."""
    with ledger.at(recorded=recorded, published=published) as at:
        asked = [replace(claim, verdict="unknown") for claim in claims]
        made = dict(zip((claim.id for claim in asked), checked(at, asked), strict=True))
        seen = at.excerpt({id for each in made.values() for id in each.events}, has_actors=False).views().events
        return {id: (each, tuple(e for e in seen if e.id in each.events)) for id, each in made.items()}


def called(
    ledger: Book, records: Iterable[Resolved], *, recorded: str | None = None, published: str | None = None
) -> dict[str, str]:
    """What the actors and the other records that the `records` name by id are called, by id."""
    asked = list(records)
    actors = {a for r in asked for a in actor_ids(r)}
    topics = {t for r in asked for t in topic_ids(r)}
    return called_ids(ledger, actors, topics, recorded=recorded, published=published)


def called_ids(
    ledger: Book,
    actors: Iterable[str],
    topics: Iterable[str],
    *,
    recorded: str | None = None,
    published: str | None = None,
) -> dict[str, str]:
    """What some actors, and some records of other kinds, are called, by id."""
    with ledger.at(recorded=recorded, published=published) as at:
        seen = at.cards(actors).views()
        named = at.excerpt(topics, has_actors=False, properties=_NAMING).views()
        return {a.id: a.name for a in seen.actors} | _names_of(named)


_NAMING = ("kind", "label", "name", "text", "status")
"""What of an event, a channel, a process or a commitment makes it one, and names it."""


def _of_actors(kind: str, actors: Iterable[frozenset[str]]) -> list[Condition]:
    properties = _LISTS[kind].actors
    return [(Linked(properties=properties, targets=each),) for each in actors if properties]


def _of_topic(at: Snapshot, kind: SubjectKind, about: str | None) -> list[Condition]:
    """None where it is the record's own id that is asked: the test decides."""
    # the paper that a commitment stands in is in no index: any commitment may be asked for by it
    ids = [] if about is None else at.canonical_of([about])
    is_paper = kind == "commitment" and not ask.is_id(ids[0] if ids else "")
    if about is None or is_paper or ids[0].startswith(f"{kind}_"):
        return []
    how = _LISTS[kind]
    if ask.is_id(ids[0]):
        return [(Linked(properties=how.topics, targets=frozenset(ids)),)]
    found: list[Linked | Worded] = [Worded(kind=kind, property=each, words=about) for each in how.words]
    if how.topics:
        targets = frozenset(ids) | (named_ids(at, about, "channel") or frozenset())
        found.append(Linked(properties=how.topics, targets=targets))
        for topic in how.topics:
            found += [Worded(kind=k, property=p, words=about, via=topic) for k, p in _CALLED.items() if k != "channel"]
    return [tuple(found)]


def _of_state(stance: str | None, status: str | None) -> list[Condition]:
    asked = (("stance", stance), ("status", status))
    return [(Linked(properties=(p,), targets=frozenset({t})),) for p, t in asked if t is not None]


def _actors_of(at: Snapshot, record: Listed) -> frozenset[str]:
    match record:
        case PrecedentView():
            events = at.excerpt([record.event]).views().events if record.event else ()
            return frozenset(party for event in events for party in parties_of(event))
        case _:
            return frozenset(actor_ids(record))


def actor_ids(record: Resolved) -> tuple[str, ...]:
    """The ids of the actors that a record of a list names by id alone."""
    match record:
        case PositionView():
            return (record.actor,)
        case CommitmentView() | ChannelView():
            return record.parties
        case ProcessView():
            return (*record.parties, *(by for each in record.assessments for by in each.by))
        case _:
            return ()


def topic_ids(record: Resolved) -> tuple[str, ...]:
    """The ids of the records that it is about."""
    match record:
        case StatementView():
            return record.about
        case PositionView():
            return (record.target,) if record.target else ()
        case CommitmentView():
            return record.follow_ups
        case PrecedentView():
            return (record.event,) if record.event else ()
        case _:
            return ()


def _about(at: Snapshot, found: Sequence[Listed], about: str) -> list[Listed]:
    words, ids = whole_words(about), frozenset(at.canonical_of([about]))
    if ask.is_id(about):
        return [r for r in found if r.id in ids or ids.intersection(topic_ids(r))]
    linked = at.excerpt({id for r in found for id in topic_ids(r)}, has_actors=False).views()
    right = ids | {id for id, name in _names_of(linked).items() if words.search(name)}
    kept = []
    for record in found:
        texts = [getattr(record, each) for each in _list_of(record).attributes]
        flat = [t for text in texts for t in (text if isinstance(text, tuple) else (text,))]
        if record.id in ids or right.intersection(topic_ids(record)) or _says(words, flat):
            kept.append(record)
    return kept


def _list_of(record: Listed) -> _List:
    return _LISTS[type(record).__name__.removesuffix("View").casefold()]


def _names_of(seen: Views) -> dict[str, str]:
    return (
        {e.id: e.label for e in seen.events}
        | {c.id: c.name for c in seen.channels}
        | {p.id: p.name for p in seen.processes}
        | {c.id: c.text for c in seen.commitments}
    )


def _judged(at: Snapshot, claims: Sequence[Any]) -> list[PrecedentView]:
    """The claims with the verdict of the ledger on each."""
    return [replace(claim, verdict=made.verdict) for claim, made in zip(claims, checked(at, claims), strict=True)]


def _says(words: re.Pattern[str], texts: Iterable[str | None]) -> bool:
    return any(text and words.search(text) for text in texts)


def _by_name(channel: Resolved) -> tuple[str, str]:
    return (getattr(channel, "name", "").casefold(), channel.id)


def _session_ids(at: Snapshot, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The ids of each channel's sessions in order: by the index where it is certain, else of events put together of what decides it."""
    linked = linked_to_any(at, "channel", ids, SESSIONS)
    held: dict[str, list[Key]] = {id: [] for id in ids}
    known = sessions_by_index(at, sorted(linked))
    for channel, place in known.values():
        if channel in held:
            held[channel].append(place)
    for some in chunks(sorted(linked - known.keys())):
        for event in at.excerpt(some, has_actors=False, properties=_IN_A_SERIES).views().events:
            if event.channel is not None and event.channel.id in held:
                held[event.channel.id].append(event_key(event))
    return {id: tuple(place[3] for place in sorted(places)) for id, places in held.items()}


_IN_A_SERIES = ("kind", "label", "channel", "ordinal", "when")
"""What of an event makes it one, and tells which session it is."""


def brief_material(
    ledger: Book,
    about: str,
    *,
    since: str,
    until: str,
    recorded: str | None = None,
    published: str | None = None,
) -> Material:
    """All that a brief about `about` (a record's id, a name, or words) needs: what tells of it in so many words, is linked to it, or is somebody's own."""
    point: dict[str, Any] = {"recorded": recorded, "published": published}
    ways = {key: {key: about, **point} for key in ("actor", "channel", "speaker", "about")}
    by_id = {e.id: e for key in ("actor", "channel", "about") for e in timeline(ledger, **ways[key])}
    events = sorted(by_id.values(), key=event_key)
    said = {s.id: s for key in ("speaker", "about") for s in statements(ledger, **ways[key])}
    kinds: tuple[SubjectKind, ...] = ("position", "commitment", "process", "precedent")
    found: dict[str, list[Any]] = {}
    for kind in kinds:
        both = {r.id: r for key in ("actor", "about") for r in listed(ledger, kind, **ways[key])}
        found[plural(kind)] = sorted(both.values(), key=said_key)
    shown = {r.id: r for key in ("actors", "channels") for r in _of_name(ledger, about, key, **point)}
    title = shown[about].name if about in shown else by_id[about].label if about in by_id else about
    return Material(
        about=title,
        since=since,
        until=until,
        events=events,
        statements=sorted(said.values(), key=said_key),
        names=called(ledger, [r for records in found.values() for r in records], **point),
        verdicts=verdicts_of(ledger, found["precedents"], **point),
        **found,
    )


def _of_name(ledger: Book, id: str, key: str, **point: str | None) -> tuple[Any, ...]:
    with ledger.at(**point) as at:
        records: tuple[Any, ...] = getattr(at.names([id]).views(), key)
        return records


LOOKED_AT = 200
"""Events of one of its parties among which those that a commitment's parties have together are looked for."""


def done_since(
    ledger: Book, found: CommitmentView, *, recorded: str | None = None, published: str | None = None
) -> tuple[EventView, ...]:
    """The events in which all parties of a commitment take part, of states anybody of theirs, from the day on which they undertook it or it was first published; of one
    party alone none, as it meets everybody. Whether they carry it on, their sources tell."""
    point: dict[str, Any] = {"recorded": recorded, "published": published}
    told = interval_of(found.when) or ask.said(found)
    if told is None or len(found.parties) < 2:
        return ()
    with ledger.at(**point) as at:
        parties = at.cards(found.parties).views().actors
    states = {a.id: a.country for a in parties if a.kind == "state" and a.country}
    first, *others = found.parties
    whose: dict[str, Any] = {"country": states[first]} if first in states else {"actor": first}
    events = timeline(ledger, since=told.start.isoformat(), limit=LOOKED_AT, **whose, **point)
    return tuple(e for e in events if all(_is_there(party, states.get(party), e) for party in others))


def _is_there(party: str, country: str | None, event: EventView) -> bool:
    return any(p.actor == party or (country is not None and p.country == country) for p in present(event))
