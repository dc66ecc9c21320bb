"""Dispatches in a small notation, so that tests of the ledger read like the news and need no language model.

    dispatch(
        "River Commission #12: {scheduled|will meet} on {2031-03-09|March 9} in {place|Strelsau}, led by {lead|Flavia Elphberg},"
        " to take up {agenda|water levels}.",
        published="2031-03-03",
    )

A line is one event. What stands before ": " names its channel and ordinal, or the event itself; `{what|words}` marks words of the text
as a status, an EDTF time, a place, a role or an agenda item. The document's text is the lines without the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from memcon.codebook import load_codebook
from memcon.domain.actors import Actor
from memcon.domain.documents import Block, Document
from memcon.domain.entries import Entry, Recorded
from memcon.domain.ids import content_id
from memcon.domain.reading import Reading
from memcon.domain.records import (
    Attribution,
    Channel,
    ChannelRef,
    Event,
    Participant,
    Phrase,
    Place,
    Role,
    Status,
    StatusStep,
    When,
)
from memcon.domain.spans import Span, cite
from memcon.ledger.assertions import assert_reading

_MARK = re.compile(r"\{([^{}|]+)\|([^{}]+)\}")
_SESSION = re.compile(r"(.+?) #([0-9]+)")

OUTLET = Attribution(kind="outlet")


def actor_id(name: str) -> str:
    return content_id("act", name)


def channel_id(name: str) -> str:
    return content_id("chn", name)


def event_id(name: str) -> str:
    """The id of the event that a line's beginning names: "River Commission #12"."""
    session = _SESSION.fullmatch(name)
    return content_id("evt", channel_id(session[1]), int(session[2])) if session else content_id("evt", name)


def dispatch(*lines: str, published: str | None = None, publisher: str | None = None, ref: str = "test") -> Reading:
    """The reading of a document whose lines are in the notation above."""
    parsed: list[_Line] = []
    text = ""
    for line in lines:
        parsed.append(_parse(line, len(text)))
        text += parsed[-1].text + "\n"
    blocks = tuple(Block(kind="body", span=Span(p.start, p.start + len(p.text))) for p in parsed)
    document = Document(
        id=content_id("doc", text) if publisher is None else content_id("doc_at", text, publisher),
        ref=ref,
        text=text,
        publisher=publisher,
        published=published,
        published_basis="given" if published else "unknown",
        language="en",
        blocks=blocks,
    )
    actors: dict[str, Actor] = {}
    channels: dict[str, Channel] = {}
    for found in parsed:
        for _, span in found.parts:
            name = span.of(text)
            mentions = actors[name].mentions if name in actors else ()
            actors[name] = Actor(id=actor_id(name), name=name, kind="person", mentions=(*mentions, span))
        if found.channel:
            channels[found.channel] = Channel(
                id=channel_id(found.channel), name=found.channel, evidence=(cite(text, found.name_span),)
            )
    return Reading(
        document=document,
        actors=tuple(actors.values()),
        channels=tuple(channels.values()),
        events=tuple(_event(found, text) for found in parsed),
    )


def book(*readings: Reading | Iterable[Entry], start: str = "2031-01-01T00:00:00Z") -> tuple[Recorded, ...]:
    """Entries as a ledger would hold them: each reading, or group of entries, recorded a day after the one before."""
    found: list[Recorded] = []
    held: set[str] = set()
    day = int(start[8:10])
    for n, item in enumerate(readings):
        entries = assert_reading(item) if isinstance(item, Reading) else tuple(item)
        for entry in entries:
            if entry.id not in held:
                held.add(entry.id)
                at = f"{start[:8]}{day + n:02}{start[10:]}"
                found.append(Recorded(seq=len(found) + 1, recorded_at=at, entry=entry))
    return tuple(found)


@dataclass
class _Line:
    start: int
    text: str = ""
    name: str = ""
    channel: str | None = None
    ordinal: int | None = None
    statuses: list[tuple[Status, Span]] = field(default_factory=list)
    times: list[tuple[str, Span]] = field(default_factory=list)
    parts: list[tuple[Role, Span]] = field(default_factory=list)
    agenda: list[Span] = field(default_factory=list)
    place: Span | None = None

    @property
    def name_span(self) -> Span:
        return Span(self.start, self.start + len(self.name))


def _parse(line: str, start: int) -> _Line:
    found = _Line(start=start, name=line.partition(": ")[0])
    session = _SESSION.fullmatch(found.name)
    if session:
        found.channel, found.ordinal = session[1], int(session[2])
    last = 0
    for mark in _MARK.finditer(line):
        found.text += line[last : mark.start()]
        here = start + len(found.text)
        _place_mark(found, mark[1], Span(here, here + len(mark[2])))
        found.text += mark[2]
        last = mark.end()
    found.text += line[last:]
    return found


def _place_mark(line: _Line, what: str, span: Span) -> None:
    for status in load_codebook().statuses.entries:
        if what == status:
            line.statuses.append((status, span))
            return
    for role in load_codebook().roles.entries:
        if what == role:
            line.parts.append((role, span))
            return
    if what == "agenda":
        line.agenda.append(span)
    elif what == "place":
        line.place = span
    else:
        line.times.append((what, span))


def _event(line: _Line, text: str) -> Event:
    whole = cite(text, Span(line.start, line.start + len(line.text)))
    time = line.times[0] if line.times else None
    return Event(
        id=event_id(line.name),
        kind="meeting",
        label=line.name,
        statuses=tuple(
            StatusStep(status=s, evidence=cite(text, span), attribution=OUTLET) for s, span in line.statuses
        ),
        evidence=(whole,),
        channel=ChannelRef(id=channel_id(line.channel), name=line.channel) if line.channel else None,
        ordinal=line.ordinal,
        when=When(edtf=time[0], span=time[1], text=time[1].of(text)) if time else None,
        place=Place(name=line.place.of(text), span=line.place) if line.place else None,
        participants=tuple(Participant(actor=actor_id(s.of(text)), role=role, span=s) for role, s in line.parts),
        agenda=tuple(Phrase(text=s.of(text), span=s) for s in line.agenda),
    )
