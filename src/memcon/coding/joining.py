"""The readings of a long document's parts as one reading of the document.

What a part was shown once more (`memcon.domain.parts`) was read with the part that it stands in, so a record counts only if a part's own text
tells it. An actor, an event or a channel with the id of a known one is the known one, told of further.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol, TypeVar

from memcon.coding.events.records import union
from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.domain.records import Channel, Event
from memcon.domain.spans import Evidence, Span


class _Evident(Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


E = TypeVar("E", bound=_Evident)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartReading:
    """What one part yields, with its places in the document; its own text begins at `start`, before it stands what is carried."""

    reading: Reading
    start: int


def join_readings(document: Document, parts: Sequence[PartReading]) -> Reading:
    """One reading of `document`, which is as it came: the parts' records in their order. When it was published is what the parts agreed on."""
    actors: dict[str, Actor] = {}
    events: dict[str, Event] = {}
    channels: dict[str, Channel] = {}
    joined = Reading(document=document)
    for part in parts:
        own = _own_records(part)
        _add_events(events, own.events)
        _add_channels(channels, own.channels)
        of_ids = (own.events, own.statements, own.positions, own.commitments, own.channels, own.processes, own.codes)
        told = set(_ids_in(of_ids))
        _add_actors(actors, part.reading.actors, part.start, told)
        joined = replace(
            joined,
            times=(*joined.times, *own.times),
            statements=(*joined.statements, *own.statements),
            positions=(*joined.positions, *own.positions),
            commitments=(*joined.commitments, *own.commitments),
            processes=(*joined.processes, *own.processes),
            precedents=(*joined.precedents, *own.precedents),
            codes=(*joined.codes, *own.codes),
            considered=(*joined.considered, *own.considered),
            problems=(*joined.problems, *own.problems),
        )
    joined = replace(
        joined,
        actors=tuple(actors.values()),
        events=tuple(events.values()),
        channels=tuple(channels.values()),
        problems=_run_together(joined.problems, document),
    )
    return _without_dangling(joined)


def _own_records(part: PartReading) -> Reading:
    """The records that the part's own text tells."""
    found, start = part.reading, part.start
    return replace(
        found,
        times=tuple(t for t in found.times if _is_behind(t.span, start)),
        events=_own(found.events, start),
        channels=_own(found.channels, start),
        statements=_own(found.statements, start),
        positions=_own(found.positions, start),
        commitments=_own(found.commitments, start),
        processes=_own(found.processes, start),
        precedents=_own(found.precedents, start),
        codes=_own(found.codes, start),
        considered=_own(found.considered, start),
        problems=tuple(p for p in found.problems if p.span is None or _is_behind(p.span, start)),
    )


def _own(records: Iterable[E], start: int) -> tuple[E, ...]:
    return tuple(r for r in records if any(_is_behind(e.span, start) for e in r.evidence))


def _is_behind(span: Span, start: int) -> bool:
    """Whether `span` stands in the text from `start` on; a title stands before all parts but the first, whose start is below zero or none."""
    return start <= 0 or (span.field == "text" and span.start >= start)


def _add_events(known: dict[str, Event], found: Iterable[Event]) -> None:
    for event in found:
        known[event.id] = union(known[event.id], event) if event.id in known else event


def _add_channels(known: dict[str, Channel], found: Iterable[Channel]) -> None:
    for channel in found:
        held = known.get(channel.id)
        if held is None:
            known[channel.id] = channel
            continue
        known[channel.id] = replace(
            held,
            evidence=tuple(dict.fromkeys((*held.evidence, *channel.evidence))),
            aliases=tuple(a for a in dict.fromkeys((*held.aliases, channel.name, *channel.aliases)) if a != held.name),
            parties=tuple(dict.fromkeys((*held.parties, *channel.parties))),
        )


def _add_actors(known: dict[str, Actor], found: Iterable[Actor], start: int, told: set[str]) -> None:
    """Adds to the known actors those that the part names itself, or that its records tell of."""
    for actor in found:
        mentions = tuple(m for m in actor.mentions if _is_behind(m, start))
        held = known.get(actor.id)
        if held is None:
            if mentions or actor.id in told:
                known[actor.id] = actor
            continue
        known[actor.id] = replace(
            held,
            aliases=tuple(a for a in dict.fromkeys((*held.aliases, actor.name, *actor.aliases)) if a != held.name),
            offices=tuple(dict.fromkeys((*held.offices, *actor.offices))),
            mentions=(*held.mentions, *mentions),
        )


def _ids_in(value: Any) -> Iterator[str]:
    """All strings in records, at whatever depth: the ids of others among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _ids_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _ids_in(getattr(value, field.name))


def _ids(*listed: Iterable[_Identified]) -> set[str]:
    """The ids of all records of some lists."""
    return {r.id for records in listed for r in records}


def _without_dangling(reading: Reading) -> Reading:
    """The reading without references to records that only a part's carried text told of."""
    known = _ids(reading.events, reading.channels, reading.commitments, reading.processes)
    told = known | _ids(reading.statements, reading.positions)

    def kept(identifier: str | None) -> str | None:
        return identifier if identifier in known else None

    return replace(
        reading,
        events=tuple(replace(e, sidelines_of=kept(e.sidelines_of)) for e in reading.events),
        statements=tuple(replace(s, about=tuple(filter(kept, s.about))) for s in reading.statements),
        positions=tuple(replace(p, target=kept(p.target)) for p in reading.positions),
        precedents=tuple(replace(p, event=kept(p.event)) for p in reading.precedents),
        codes=tuple(replace(c, record=c.record if c.record in told else None) for c in reading.codes),
    )


def _run_together(problems: Sequence[Problem], document: Document) -> tuple[Problem, ...]:
    """The problems, those of text left out that stand side by side as one."""
    found: list[Problem] = []
    for problem in problems:
        last = found[-1] if found else None
        if last is not None and (span := _as_one(last, problem, document)) is not None:
            found[-1] = replace(last, span=span)
        else:
            found.append(problem)
    return tuple(found)


def _as_one(one: Problem, other: Problem, document: Document) -> Span | None:
    """The place of two problems of which the same is said and between which nothing stands."""
    if one.span is None or other.span is None or (one.code, one.message) != (other.code, other.message):
        return None
    is_next = not document.text[one.span.end : other.span.start].strip()
    return Span(one.span.start, max(one.span.end, other.span.end)) if is_next else None
