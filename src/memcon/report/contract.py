"""A reading as plain data: the reading contract, version 1 (docs/reference/contract.md).

Every key is always there; what is absent is None or an empty list. Spans are `[start, end]` in code points of `document.text`, and
every quotation is cut from that text anew, so that it can't differ from what stands there. What stands in a title that came beside the
text has no span there; its evidence says `field: "title"`, and its span points into `document.title`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.domain.actors import Actor, Office
from memcon.domain.documents import Document
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.domain.records import (
    Assessment,
    Attribution,
    Channel,
    Commitment,
    Event,
    Participant,
    Phrase,
    Place,
    Plover,
    Position,
    Precedent,
    Process,
    Statement,
    StatusStep,
    ToldAs,
    When,
)
from memcon.domain.spans import Evidence, Span
from memcon.domain.times import Timex

Json = dict[str, object]

VERSION = 1


def to_contract(reading: Reading) -> Json:
    """The contract's object for one reading. Raises nothing: a reading that failed has its problems and empty lists."""
    document = reading.document
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        "document": document_record(document),
        "times": [_timex(timex) for timex in reading.times],
        "actors": [_actor(actor, document) for actor in reading.actors],
        "channels": [_channel(channel, document) for channel in reading.channels],
        "events": [_event(event, document, names) for event in reading.events],
        "statements": [_statement(statement, document) for statement in reading.statements],
        "positions": [_position(position, document) for position in reading.positions],
        "commitments": [_commitment(commitment, document) for commitment in reading.commitments],
        "processes": [_process(process, document) for process in reading.processes],
        "precedents": [_precedent(precedent, document) for precedent in reading.precedents],
        "problems": [problem_record(problem) for problem in reading.problems],
    }


def failed_contract(ref: str, problems: Sequence[Problem]) -> Json:
    """The contract's object for an input that no document could be made of: all keys, and the problems that say why."""
    document = Document(id="", ref=ref, text="")
    empty = to_contract(Reading(document=document, problems=tuple(problems)))
    return {**empty, "document": {**document_record(document), "id": None}}


def document_record(document: Document) -> Json:
    """`document` with all its keys, its text included."""
    dateline = document.dateline
    return {
        "id": document.id,
        "ref": document.ref,
        "title": document.title,
        "publisher": document.publisher,
        "wire": document.wire,
        "byline": list(document.byline),
        "dateline": {"place": dateline.place, "date": dateline.date, "span": span_pair(dateline.span)}
        if dateline
        else None,
        "published": document.published,
        "published_time": document.published_time,
        "published_basis": document.published_basis,
        "published_span": span_pair(document.published_span),
        "updated": document.updated,
        "language": document.language,
        "url": document.url,
        "tags": list(document.tags),
        "blocks": [{"kind": b.kind, "span": span_pair(b.span)} for b in document.blocks if b.span.field == "text"],
        "text": document.text,
    }


def problem_record(problem: Problem) -> Json:
    """One problem with all its keys."""
    return {
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "ref": problem.ref,
        "span": span_pair(problem.span),
        "is_fatal": problem.is_fatal,
    }


def span_pair(span: Span | None) -> list[int] | None:
    """`[start, end]` in the text, or None, also for a place in the title."""
    return [span.start, span.end] if span and span.field == "text" else None


def evidence_list(evidence: Iterable[Evidence], document: Document) -> list[Json]:
    """Each piece of evidence with the field it is of and its quotation, cut from `document` anew."""
    spans = (piece.span for piece in evidence)
    return [{"span": [s.start, s.end], "quote": document.words_at(s), "field": s.field} for s in spans]


def attribution_record(attribution: Attribution) -> Json:
    """Whose word it is, with all keys."""
    return {
        "speaker": attribution.speaker,
        "speaker_text": attribution.speaker_text,
        "cue": attribution.cue,
        "kind": attribution.kind,
        "hedge": attribution.hedge,
        "via": list(attribution.via),
        "grade": attribution.grade,
    }


def _timex(timex: Timex) -> Json:
    return {
        "span": span_pair(timex.span),
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.edtf,
        "anchor": timex.anchor,
        "mod": timex.mod,
    }


def _actor(actor: Actor, document: Document) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "office": actor.office,
        "offices": [_office(office, document) for office in actor.offices],
        "aliases": list(actor.aliases),
        "members": list(actor.members),
        "mentions": [span_pair(span) for span in actor.mentions],
    }


def _office(office: Office, document: Document) -> Json:
    return {
        "title": office.title,
        "country": office.country,
        "organization": office.organization,
        "qualifier": office.qualifier,
        "evidence": evidence_list([office.evidence] if office.evidence else [], document),
    }


def _channel(channel: Channel, document: Document) -> Json:
    return {
        "id": channel.id,
        "name": channel.name,
        "aliases": list(channel.aliases),
        "parties": list(channel.parties),
        "level": channel.level,
        "cadence": channel.cadence,
        "start": channel.start,
        "end": channel.end,
        "purpose": channel.purpose,
        "evidence": evidence_list(channel.evidence, document),
    }


def _event(event: Event, document: Document, names: dict[str, str]) -> Json:
    channel = event.channel
    return {
        "id": event.id,
        "kind": event.kind,
        "label": event.label,
        "channel": {"id": channel.id, "name": channel.name} if channel else None,
        "ordinal": event.ordinal,
        "status": event.status,
        "statuses": [_status_step(step, document) for step in event.statuses],
        "when": event.when.edtf if event.when else None,
        "when_text": event.when.text if event.when else None,
        "when_span": span_pair(event.when.span) if event.when else None,
        "place": _place(event.place),
        "participants": [_participant(participant, names) for participant in event.participants],
        "agenda": [_phrase(item) for item in event.agenda],
        "outcome": [_phrase(item) for item in event.outcome],
        "follows_up": list(event.follows_up),
        "sidelines_of": event.sidelines_of,
        "attribution": attribution_record(event.attribution),
        "plover": _plover(event.plover),
        "certainty": event.certainty,
        "evidence": evidence_list(event.evidence, document),
    }


def _status_step(step: StatusStep, document: Document) -> Json:
    return {
        "status": step.status,
        "word": _phrase(step.word) if step.word else None,
        "when": _edtf(step.when),
        "attribution": attribution_record(step.attribution),
        "evidence": evidence_list([step.evidence], document),
    }


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonames": place.geonames,
        "span": span_pair(place.span),
    }


def _participant(participant: Participant, names: dict[str, str]) -> Json:
    return {
        "actor": participant.actor,
        "name": names.get(participant.actor),
        "role": participant.role,
        "office": participant.office,
        "span": span_pair(participant.span),
    }


def _phrase(phrase: Phrase) -> Json:
    return {"text": phrase.text, "span": span_pair(phrase.span)}


def _plover(plover: Plover | None) -> Json | None:
    if plover is None:
        return None
    return {
        "type": plover.type,
        "mode": plover.mode,
        "contexts": list(plover.contexts),
        "actors": list(plover.actors),
        "recipients": list(plover.recipients),
    }


def _statement(statement: Statement, document: Document) -> Json:
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "speakers": list(statement.speakers),
        "speaker_text": statement.speaker_text,
        "speaker_span": span_pair(statement.speaker_span),
        "cue": _phrase(statement.cue) if statement.cue else None,
        "content": {
            "text": statement.content_text,
            "spans": [pair for span in statement.content_spans if (pair := span_pair(span))],
        },
        "quote_type": statement.quote_type,
        "medium": statement.medium,
        "when": statement.when,
        "about": list(statement.about),
        "hedge": statement.hedge,
        "grade": statement.grade,
        "speaker_kind": statement.speaker_kind,
        "via": list(statement.via),
        "confidence": statement.confidence,
        "factuality": _told_as(statement.factuality),
        "uttered": _told_as(statement.uttered),
        "evidence": evidence_list(statement.evidence, document),
    }


def _told_as(told: ToldAs | None) -> Json | None:
    if told is None:
        return None
    return {
        "polarity": "negative" if told.is_negative else "positive",
        "certainty": told.certainty,
        "time": told.time,
        "words": [_phrase(word) for word in told.words],
    }


def _position(position: Position, document: Document) -> Json:
    return {
        "id": position.id,
        "actor": position.actor,
        "stance": position.stance,
        "target": {"text": position.target_text, "id": position.target},
        "grounds": position.grounds,
        "attribution": attribution_record(position.attribution),
        "evidence": evidence_list(position.evidence, document),
    }


def _commitment(commitment: Commitment, document: Document) -> Json:
    return {
        "id": commitment.id,
        "parties": list(commitment.parties),
        "text": commitment.text,
        "instrument": commitment.instrument,
        "when": commitment.when,
        "target": commitment.target,
        "status": commitment.status,
        "follow_ups": list(commitment.follow_ups),
        "evidence": evidence_list(commitment.evidence, document),
    }


def _process(process: Process, document: Document) -> Json:
    return {
        "id": process.id,
        "name": process.name,
        "basis": process.basis,
        "conditions": list(process.conditions),
        "target": process.target,
        "assessments": [_assessment(assessment) for assessment in process.assessments],
        "evidence": evidence_list(process.evidence, document),
    }


def _assessment(assessment: Assessment) -> Json:
    return {
        "text": assessment.text,
        "by": list(assessment.by),
        "when": assessment.when,
        "hedge": assessment.hedge,
        "span": span_pair(assessment.span),
    }


def _precedent(precedent: Precedent, document: Document) -> Json:
    return {
        "id": precedent.id,
        "text": precedent.text,
        "event": precedent.event,
        "scope": precedent.scope,
        "since": precedent.since,
        "interval": precedent.interval,
        "verdict": precedent.verdict,
        "evidence": evidence_list(precedent.evidence, document),
    }
