"""A reading as assertions: one for each property of each record, and for each item of a property that has several values.

What the properties are, what is claimed of each and where its evidence comes from is said in `memcon.domain.properties`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from functools import cache
from typing import Any

from memcon.domain.actors import Actor
from memcon.domain.codec import canonical
from memcon.domain.documents import BlockKind, Document
from memcon.domain.entries import Assertion, SubjectKind, assertion, read_by
from memcon.domain.properties import DocumentFacts, Property, Publication, Written, properties_of
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, Phrase, StatusStep, StatusValue, ToldAs
from memcon.domain.spans import Evidence, Span

_STATED_IN: dict[str, tuple[BlockKind, ...]] = {
    "title": ("title", "heading"),
    "publisher": ("copyright", "credit", "byline", "date_line"),
    "wire": ("credit", "byline", "copyright", "date_line"),
    "byline": ("byline",),
    "tag": ("tags",),
}
"""The blocks of a text that may state a property of the document."""


def assert_reading(reading: Reading) -> tuple[Assertion, ...]:
    """Everything that `reading` says, as assertions in the order: document, actors, channels, events, statements, positions,
    commitments, processes, precedents; each record's in the order of its properties. Equal readings give equal ids."""
    document = reading.document
    found: list[Assertion] = list(_document(document))
    seen_at = _places_of_actors(reading)
    for actor in reading.actors:
        found.extend(_record(document, "actor", actor, _named_at(document, actor, seen_at.get(actor.id, ()))))
    for channel in reading.channels:
        found.extend(_record(document, "channel", channel, channel.evidence))
    for event in reading.events:
        found.extend(_record(document, "event", event, event.evidence, event.attribution, event.certainty))
    for statement in reading.statements:
        found.extend(_record(document, "statement", statement, statement.evidence, None, statement.confidence))
    for position in reading.positions:
        found.extend(_record(document, "position", position, position.evidence, position.attribution))
    for commitment in reading.commitments:
        found.extend(_record(document, "commitment", commitment, commitment.evidence))
    for process in reading.processes:
        found.extend(_record(document, "process", process, process.evidence))
    for precedent in reading.precedents:
        found.extend(_record(document, "precedent", precedent, precedent.evidence))
    return tuple({entry.id: entry for entry in (read_by(entry, reading.reader) for entry in found)}.values())


def _record(
    document: Document,
    kind: SubjectKind,
    record: Any,
    evidence: tuple[Evidence, ...],
    attribution: Attribution | None = None,
    certainty: float = 1.0,
) -> Iterator[Assertion]:
    """The assertions about one record, with its own evidence, attribution and certainty unless an item has others."""
    for each in properties_of(kind):
        for order, item in enumerate(_items(each, record)):
            yield assertion(
                document.id,
                kind,
                record.id,
                each.name,
                canonical(_claimed(each, item, order)),
                _evidence(document, each, record, item) or evidence,
                attribution=item.attribution if isinstance(item, StatusStep) else attribution,
                certainty=certainty,
            )


def _items(each: Property, record: object) -> Sequence[Any]:
    held = getattr(record, each.attribute)
    if each.is_many:
        return tuple(held)
    return () if held is None else (held,)


def _claimed(each: Property, item: Any, order: int) -> object:
    """What is claimed of `item`: itself, without its place in the text."""
    if isinstance(item, Phrase):
        return item.text
    if isinstance(item, ToldAs):
        return replace(item, words=())
    if isinstance(item, StatusStep):
        return StatusValue(
            status=item.status,
            when=item.when.edtf if item.when else None,
            word=item.word.text if item.word else None,
            order=order,
        )
    return item if each.value is each.item else _narrowed(each.value)(item)


@cache
def _narrowed(kind: type) -> Callable[[Any], object]:
    names = tuple(field.name for field in fields(kind))
    return lambda item: kind(**{name: getattr(item, name) for name in names})


def _evidence(document: Document, each: Property, record: Any, item: Any) -> tuple[Evidence, ...]:
    """The evidence of an item, where it has its own; else none."""
    if each.evidence == "record":
        return ()
    if each.evidence == "mention":
        spans: tuple[Span, ...] = tuple(span for span in record.mentions if item in document.words_at(span))[:1]
    elif each.evidence != "own":
        held = getattr(record, each.evidence)
        spans = () if held is None else (held,) if isinstance(held, Span) else held
    elif isinstance(item, ToldAs):
        spans = tuple(word.span for word in item.words)
    elif hasattr(item, "span"):
        spans = (item.span,)
    else:
        return (item.evidence,) if item.evidence is not None else ()
    return tuple(document.cite(span) for span in spans)


def _document(document: Document) -> Iterator[Assertion]:
    """The assertions about the document itself: evidence is where its text says so, none for what came beside the text."""
    facts = _facts(document)
    for each in properties_of("document"):
        for item in _items(each, facts):
            stated = _stated_at(document, each, item)
            evidence = () if stated is None else (document.cite(stated),)
            yield assertion(document.id, "document", document.id, each.name, canonical(item), evidence)


def _facts(document: Document) -> DocumentFacts:
    dateline = document.dateline
    published = document.published and Publication(
        edtf=document.published, time=document.published_time, basis=document.published_basis
    )
    return DocumentFacts(
        ref=document.ref,
        title=document.title,
        publisher=document.publisher,
        wire=document.wire,
        byline=document.byline,
        dateline=Written(place=dateline.place, date=dateline.date) if dateline else None,
        published=published or None,
        language=document.language,
        url=document.url,
        tags=document.tags,
    )


def _stated_at(document: Document, each: Property, item: object) -> Span | None:
    """Where the text states a property of the document; None when it came beside the text."""
    if each.name == "dateline":
        return document.dateline.span if document.dateline else None
    if each.name == "published":
        return document.published_span
    return _stated(document, str(item), _STATED_IN.get(each.name, ()))


def _stated(document: Document, words: str, kinds: Sequence[BlockKind]) -> Span | None:
    """Where the text has `words` in a block of one of the kinds; None when it came beside the text."""
    for block in document.blocks:
        if block.kind in kinds and words:
            start = document.text.find(words, block.span.start, block.span.end)
            if start >= 0:
                return Span(start, start + len(words))
    return None


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


def _named_at(document: Document, actor: Actor, seen_at: tuple[Span, ...]) -> tuple[Evidence, ...]:
    """An actor's evidence: the first mention that has its name, else the first of all, else its office, else another record's."""
    named = tuple(span for span in actor.mentions if actor.name in document.words_at(span))[:1]
    stated = tuple(office.evidence for office in actor.offices if office.evidence is not None)[:1]
    spans = named or actor.mentions[:1] or (() if stated else seen_at[:1])
    return tuple(document.cite(span) for span in spans) or stated
