"""Records as plain data: the reading contract, version 1 (docs/reference/contract.md), for one reading and for the ledger.

Every key is always there; what is absent is None or an empty list. Spans are `[start, end]` in code points of `document.text`, and
every quotation of a reading is cut anew, so that it can't differ from what stands there. What stands in a title that came beside the text
has no span there; its evidence says `field: "title"`, and its span points into `document.title`. A record is written field by field;
where the contract words it otherwise, a shape below says how.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.domain.records import Event, Participant, Position, Statement, StatusStep, ToldAs
from memcon.domain.spans import Evidence, Span

Json = dict[str, object]

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What records are written with: the document that quotations are cut from (None where each has its own), the names of actors, and
    the shapes of records that are not written field by field."""

    document: Document | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    shapes: Mapping[type, Shape] = field(default_factory=lambda: SHAPES)


def to_contract(reading: Reading) -> Json:
    """The contract's object for one reading. Raises nothing: a reading that failed has its problems and empty lists."""
    page = Page(document=reading.document, names={actor.id: actor.name for actor in reading.actors})
    return {each.name: as_json(getattr(reading, each.name), page) for each in fields(reading)}


def failed_contract(ref: str, problems: Sequence[Problem]) -> Json:
    """The contract's object for an input that no document could be made of: all keys, and the problems that say why."""
    document = Document(id="", ref=ref, text="")
    empty = to_contract(Reading(document=document, problems=tuple(problems)))
    return {**empty, "document": {**document_record(document), "id": None}}


def document_record(document: Document) -> Json:
    """`document` with all its keys, its text included."""
    return record_json(document, Page(document=document))


def problem_record(problem: Problem) -> Json:
    """One problem with all its keys."""
    return record_json(problem, Page())


def as_json(value: object, page: Page) -> object:
    """Any value of a record: spans as pairs, tuples as lists, records as objects."""
    if isinstance(value, Span):
        return [value.start, value.end] if value.field == "text" else None
    if isinstance(value, tuple):
        return [as_json(item, page) for item in value if not (isinstance(item, Span) and item.field != "text")]
    if is_dataclass(value):
        return record_json(value, page)
    return value


def record_json(record: Any, page: Page) -> Json:
    """`record` as an object of all its fields, in the contract's shape."""
    shape = next((page.shapes[kind] for kind in type(record).__mro__ if kind in page.shapes), None)
    written = {each.name: as_json(getattr(record, each.name), page) for each in fields(record)}
    return shape(record, written, page) if shape else written


def _evidence(piece: Evidence, written: Json, page: Page) -> Json:
    quote = piece.quote if page.document is None else page.document.words_at(piece.span)
    return {"span": [piece.span.start, piece.span.end], "quote": quote, "field": piece.span.field}


def _document(document: Document, written: Json, page: Page) -> Json:
    """Without the block of a title that came beside the text: blocks are of the text."""
    blocks = tuple(block for block in document.blocks if block.span.field == "text")
    return {**_without(written, "original"), "blocks": as_json(blocks, page)}


def _one_or_none(record: Any, written: Json, page: Page) -> Json:
    """The one piece of evidence, as a list like everywhere else."""
    return {**written, "evidence": [] if written["evidence"] is None else [written["evidence"]]}


def _actor(actor: Actor, written: Json, page: Page) -> Json:
    offices = [_one_or_none(office, record_json(office, page), page) for office in actor.offices]
    return {**_without(written, "key"), "office": actor.office, "offices": offices}


def _event(event: Event, written: Json, page: Page) -> Json:
    when = event.when
    return {
        **_without(written, "year"),
        "status": event.status,
        "when": when.edtf if when else None,
        "when_basis": when.basis if when else None,
        "when_text": when.text if when else None,
        "when_span": as_json(when.span, page) if when else None,
        "attribution": as_json(event.attribution, page),
    }


def _status_step(step: StatusStep, written: Json, page: Page) -> Json:
    return {**_one_or_none(step, written, page), "when": step.when.edtf if step.when else None}


def _participant(participant: Participant, written: Json, page: Page) -> Json:
    return {**written, "name": page.names.get(participant.actor)}


def _statement(statement: Statement, written: Json, page: Page) -> Json:
    told = _gathered(written, "content", text="content_text", spans="content_spans")
    return {**told, "is_shown": statement.is_shown}


def _position(position: Position, written: Json, page: Page) -> Json:
    return _gathered({**written, "target_id": written["target"]}, "target", text="target_text", id="target_id")


def _gathered(written: Json, name: str, **keys: str) -> Json:
    """`written` with several of its keys in one object."""
    return {**_without(written, *keys.values()), name: {key: written[old] for key, old in keys.items()}}


def _told_as(told: ToldAs, written: Json, page: Page) -> Json:
    return {"polarity": "negative" if told.is_negative else "positive", **_without(written, "is_negative")}


def _without(written: Json, *keys: str) -> Json:
    return {key: value for key, value in written.items() if key not in keys}


Shape = Callable[[Any, Json, Page], Json]

SHAPES: Mapping[type, Shape] = {
    Document: _document,
    Evidence: _evidence,
    Actor: _actor,
    Event: _event,
    StatusStep: _status_step,
    Participant: _participant,
    Statement: _statement,
    Position: _position,
    ToldAs: _told_as,
}
"""How the contract words a record that it does not write field by field."""
