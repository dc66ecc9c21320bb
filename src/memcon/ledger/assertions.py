"""A reading as assertions: one for each property of each record, and for each item of a property that has several values.

`PROPERTIES` in docs/reference/data-model.md lists every property with the shape of its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from memcon.domain.actors import Actor
from memcon.domain.codec import canonical, encode
from memcon.domain.documents import BlockKind, Document
from memcon.domain.entries import Assertion, SubjectKind, assertion, read_by
from memcon.domain.reading import Reading
from memcon.domain.records import (
    Attribution,
    Channel,
    Commitment,
    Event,
    Position,
    Precedent,
    Process,
    Statement,
)
from memcon.domain.spans import Evidence, Span
from memcon.domain.views import Moment, StatusValue


def assert_reading(reading: Reading) -> tuple[Assertion, ...]:
    """Everything that `reading` says, as assertions in the order: document, actors, channels, events, statements, positions,
    commitments, processes, precedents; each record's in the order of its properties. Equal readings give equal ids."""
    document = reading.document
    found: list[Assertion] = list(_document(document))
    seen_at = _places_of_actors(reading)
    for actor in reading.actors:
        found.extend(_actor(document, actor, seen_at.get(actor.id, ())))
    for channel in reading.channels:
        found.extend(_channel(document, channel))
    for event in reading.events:
        found.extend(_event(document, event))
    for statement in reading.statements:
        found.extend(_statement(document, statement))
    for position in reading.positions:
        found.extend(_position(document, position))
    for commitment in reading.commitments:
        found.extend(_commitment(document, commitment))
    for process in reading.processes:
        found.extend(_process(document, process))
    for precedent in reading.precedents:
        found.extend(_precedent(document, precedent))
    return tuple({entry.id: entry for entry in (read_by(entry, reading.reader) for entry in found)}.values())


class _Subject:
    """Makes the assertions about one record, all with the same evidence, attribution and certainty unless told otherwise."""

    def __init__(
        self,
        document: Document,
        kind: SubjectKind,
        id: str,
        evidence: tuple[Evidence, ...] = (),
        *,
        attribution: Attribution | None = None,
        certainty: float = 1.0,
    ) -> None:
        self._document = document
        self._kind = kind
        self._id = id
        self._evidence = evidence
        self._attribution = attribution
        self._certainty = certainty

    def says(
        self,
        property: str,
        value: object,
        *spans: Span,
        evidence: tuple[Evidence, ...] | None = None,
        attribution: Attribution | None = None,
    ) -> Iterator[Assertion]:
        """One assertion, none when `value` is None; its evidence are `spans` or `evidence` where given."""
        if value is None:
            return
        cited = tuple(self._document.cite(span) for span in spans) or (self._evidence if evidence is None else evidence)
        yield assertion(
            self._document.id,
            self._kind,
            self._id,
            property,
            canonical(value),
            cited,
            attribution=attribution or self._attribution,
            certainty=self._certainty,
        )

    def says_each(self, property: str, values: Iterable[object]) -> Iterator[Assertion]:
        """One assertion for each value, all with the record's own evidence."""
        for value in values:
            yield from self.says(property, value)


def _document(document: Document) -> Iterator[Assertion]:
    subject = _Subject(document, "document", document.id)
    yield from subject.says("ref", document.ref)
    yield from subject.says("title", document.title, *_stated(document, document.title, "title", "heading"))
    yield from subject.says(
        "publisher",
        document.publisher,
        *_stated(document, document.publisher, "copyright", "credit", "byline", "date_line"),
    )
    yield from subject.says(
        "wire", document.wire, *_stated(document, document.wire, "credit", "byline", "copyright", "date_line")
    )
    for name in document.byline:
        yield from subject.says("byline", name, *_stated(document, name, "byline"))
    if document.dateline is not None:
        stated = {"place": document.dateline.place, "date": document.dateline.date}
        yield from subject.says("dateline", _without_none(stated), document.dateline.span)
    published = {"edtf": document.published, "time": document.published_time, "basis": document.published_basis}
    if document.published is not None:
        yield from subject.says(
            "published", _without_none(published), *((document.published_span,) if document.published_span else ())
        )
    yield from subject.says("language", document.language)
    yield from subject.says("url", document.url)
    for tag in document.tags:
        yield from subject.says("tag", tag, *_stated(document, tag, "tags"))


def _without_none(value: Mapping[str, str | None]) -> dict[str, str]:
    return {name: item for name, item in value.items() if item is not None}


def _stated(document: Document, words: str | None, *kinds: BlockKind) -> tuple[Span, ...]:
    """Where the text has `words` in a block of one of the kinds; empty when it came beside the text."""
    for block in document.blocks:
        if words and block.kind in kinds:
            start = document.text.find(words, block.span.start, block.span.end)
            if start >= 0:
                return (Span(start, start + len(words)),)
    return ()


def _places_of_actors(reading: Reading) -> dict[str, tuple[Span, ...]]:
    """Where other records place each actor: the evidence for one that no mention of its own names (a party known by its side)."""
    found: dict[str, list[Span]] = {}
    for event in reading.events:
        for participant in event.participants:
            found.setdefault(participant.actor, []).append(participant.span)
    for channel in reading.channels:
        for party in channel.parties:
            found.setdefault(party, []).extend(e.span for e in channel.evidence)
    return {actor: tuple(dict.fromkeys(spans)) for actor, spans in found.items()}


def _actor(document: Document, actor: Actor, seen_at: tuple[Span, ...]) -> Iterator[Assertion]:
    named = tuple(span for span in actor.mentions if actor.name in document.words_at(span))[:1]
    stated = tuple(office.evidence for office in actor.offices if office.evidence is not None)[:1]
    spans = named or actor.mentions[:1] or (() if stated else seen_at[:1])
    evidence = tuple(document.cite(span) for span in spans) or stated
    subject = _Subject(document, "actor", actor.id, evidence)
    yield from subject.says("name", actor.name)
    yield from subject.says("kind", actor.kind)
    yield from subject.says("country", actor.country)
    yield from subject.says("sector", actor.sector)
    for office in actor.offices:
        value = encode(office)
        value.pop("evidence", None)
        yield from subject.says("office", value, evidence=None if office.evidence is None else (office.evidence,))
    for alias in actor.aliases:
        places = tuple(span for span in actor.mentions if alias in document.words_at(span))[:1]
        yield from subject.says("alias", alias, *places)
    yield from subject.says_each("member", actor.members)
    for span in actor.mentions:
        yield from subject.says("mention", document.words_at(span), span)


def _channel(document: Document, channel: Channel) -> Iterator[Assertion]:
    subject = _Subject(document, "channel", channel.id, channel.evidence)
    yield from subject.says("name", channel.name)
    yield from subject.says_each("alias", channel.aliases)
    yield from subject.says_each("party", channel.parties)
    for name in ("level", "cadence", "start", "end", "purpose"):
        yield from subject.says(name, getattr(channel, name))


def _event(document: Document, event: Event) -> Iterator[Assertion]:
    subject = _Subject(
        document, "event", event.id, event.evidence, attribution=event.attribution, certainty=event.certainty
    )
    yield from subject.says("kind", event.kind)
    yield from subject.says("label", event.label)
    yield from subject.says("channel", event.channel)
    yield from subject.says("ordinal", event.ordinal)
    for order, step in enumerate(event.statuses):
        value = StatusValue(
            status=step.status,
            when=step.when.edtf if step.when else None,
            word=step.word.text if step.word else None,
            order=order,
        )
        yield from subject.says("status", value, evidence=(step.evidence,), attribution=step.attribution)
    if event.when is not None:
        yield from subject.says("when", Moment(edtf=event.when.edtf, text=event.when.text), event.when.span)
    if event.place is not None:
        locality = encode(event.place)
        del locality["span"]
        yield from subject.says("place", locality, event.place.span)
    for participant in event.participants:
        part = encode(participant)
        del part["span"]
        yield from subject.says("participant", part, participant.span)
    for phrase in event.agenda:
        yield from subject.says("agenda", phrase.text, phrase.span)
    for phrase in event.outcome:
        yield from subject.says("outcome", phrase.text, phrase.span)
    yield from subject.says_each("follows_up", event.follows_up)
    yield from subject.says("sidelines_of", event.sidelines_of)
    yield from subject.says("plover", event.plover)


def _statement(document: Document, statement: Statement) -> Iterator[Assertion]:
    subject = _Subject(document, "statement", statement.id, statement.evidence, certainty=statement.confidence)
    spans = (statement.speaker_span,) if statement.speaker_span else ()
    yield from subject.says("content", statement.content_text, *statement.content_spans)
    yield from subject.says("quote_type", statement.quote_type)
    yield from subject.says("speaker", statement.speaker, *spans)
    yield from subject.says("speaker_text", statement.speaker_text, *spans)
    if statement.cue is not None:
        yield from subject.says("cue", statement.cue.text, statement.cue.span)
    for name in ("medium", "when", "hedge", "grade", "speaker_kind"):
        yield from subject.says(name, getattr(statement, name))
    for name, told in (("factuality", statement.factuality), ("uttered", statement.uttered)):
        if told is not None:
            yield from subject.says(name, replace(told, words=()), *(word.span for word in told.words))
    yield from subject.says_each("about", statement.about)
    yield from subject.says_each("speakers", statement.speakers)
    yield from subject.says_each("via", statement.via)


def _position(document: Document, position: Position) -> Iterator[Assertion]:
    subject = _Subject(document, "position", position.id, position.evidence, attribution=position.attribution)
    for name in ("actor", "stance", "target_text", "target", "grounds"):
        yield from subject.says(name, getattr(position, name))


def _commitment(document: Document, commitment: Commitment) -> Iterator[Assertion]:
    subject = _Subject(document, "commitment", commitment.id, commitment.evidence)
    for name in ("text", "status", "instrument", "when", "target"):
        yield from subject.says(name, getattr(commitment, name))
    yield from subject.says_each("party", commitment.parties)
    yield from subject.says_each("follow_up", commitment.follow_ups)


def _process(document: Document, process: Process) -> Iterator[Assertion]:
    subject = _Subject(document, "process", process.id, process.evidence)
    for name in ("name", "basis", "target"):
        yield from subject.says(name, getattr(process, name))
    yield from subject.says_each("condition", process.conditions)
    for assessment in process.assessments:
        yield from subject.says("assessment", assessment, assessment.span)


def _precedent(document: Document, precedent: Precedent) -> Iterator[Assertion]:
    subject = _Subject(document, "precedent", precedent.id, precedent.evidence)
    for name in ("text", "verdict", "event", "scope", "since", "interval"):
        yield from subject.says(name, getattr(precedent, name))
