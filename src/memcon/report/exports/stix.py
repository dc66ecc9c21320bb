"""STIX 2.1: one bundle. Actors are identities, places locations, and each event, position and commitment a note about those who take part, with its sources.

STIX has no object for a meeting; a note has text, authors and what it is about. What a note's text can't hold as data (kind, status, EDTF time) is in a property extension, which is
defined in the bundle. Ids are made of the ledger's (UUID version 5), so the same record has the same id in every export.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from memcon.domain.actors import ActorKind
from memcon.domain.views import ActorView, EventView, PositionView, Resolved, witnesses
from memcon.report.contract import Json
from memcon.report.exports.lines import edition_json, json_bytes
from memcon.report.exports.material import Edition, Material, first_citation, instant_of, two_letters
from memcon.report.lists import STANCES
from memcon.report.phrases import kind_words, present, status_words
from memcon.report.timeline import date_of

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:memcon:stix")

_CLASSES: Mapping[ActorKind, str] = {
    "person": "individual",
    "organization": "organization",
    "state": "organization",
    "group": "group",
}

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""When the objects that are the same in every export (the program, the extension) were made."""


def export_stix(material: Material) -> Iterator[bytes]:
    """One bundle."""
    objects = list(_objects(material))
    bundle_id = stix_id("bundle", *(str(each["id"]) for each in objects), material.edition.version)
    yield json_bytes({"type": "bundle", "id": bundle_id, "objects": objects}) + b"\n"


def stix_id(kind: str, *parts: str) -> str:
    """The id of an object that is made of a record."""
    return f"{kind}--{uuid.uuid5(_NAMESPACE, ' '.join((kind, *parts)))}"


_PROGRAM = stix_id("identity", "memcon")
_EXTENSION = stix_id("extension-definition", "record")


def _objects(material: Material) -> Iterator[Json]:
    yield _stix_object("identity", _PROGRAM, _FIRST, name="memcon", identity_class="system")
    yield _stix_object(
        "extension-definition",
        _EXTENSION,
        _FIRST,
        created_by_ref=_PROGRAM,
        name="memcon record",
        description="What a note is made of: the record's kind, status, EDTF time and number of witnesses, and the state of the ledger.",
        schema="record, status, when, kind, witnesses, ledger_version, as_of, licence: all text but witnesses, a whole number",
        version="1.0.0",
        extension_types=["property-extension"],
    )
    for actor in sorted(material.actors.values(), key=lambda actor: actor.id):
        yield _identity(actor, material)
    for event in material.events:
        if event.place is not None and (location := _location(event, material)) is not None:
            yield location
    for event in material.events:
        yield _note(event, event.label, _told(event), _parties(event, material), material)
    for position in material.positions:
        yield _note(position, _stance(position, material), position.grounds, [position.actor], material)
    for commitment in material.commitments:
        yield _note(commitment, commitment.text, commitment.instrument, commitment.parties, material)


def _stix_object(kind: str, id: str, made: datetime, changed: datetime | None = None, **properties: object) -> Json:
    """An object. `made` is the same in every export; each state of the ledger, which the extension tells, makes it a new version, of `changed`."""
    told = {
        "type": kind,
        "spec_version": "2.1",
        "id": id,
        "created": _stamp(made),
        "modified": _stamp(changed or made),
        **properties,
    }
    return {key: value for key, value in told.items() if value not in (None, [], "")}


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _made(record: str, material: Material) -> datetime:
    """When the ledger first held something of a record."""
    revision = material.revisions.get(record)
    return instant_of(revision.first_at) if revision else _FIRST


def _identity(actor: ActorView, material: Material) -> Json:
    edition = material.edition
    return _stix_object(
        "identity",
        stix_id("identity", actor.id),
        _made(actor.id, material),
        edition.instant,
        created_by_ref=_PROGRAM,
        name=actor.name,
        identity_class=_CLASSES.get(actor.kind, "unspecified"),
        sectors=["government"] if actor.sector in ("GOV", "MIL", "IGO") else [],
        roles=[actor.office] if actor.office else [],
        external_references=_references(actor),
        extensions=_extension(actor, edition, kind=actor.kind),
    )


def _location(event: EventView, material: Material) -> Json | None:
    """The place, where STIX can have one: it needs coordinates or a country."""
    place, edition = event.place, material.edition
    assert place is not None
    if place.country is None and (place.lat is None or place.lon is None):
        return None
    return _stix_object(
        "location",
        _location_id(event),
        _made(event.id, material),
        edition.instant,
        created_by_ref=_PROGRAM,
        name=place.name,
        country=two_letters(place.country),
        latitude=place.lat if place.lon is not None else None,
        longitude=place.lon if place.lat is not None else None,
        external_references=_references(event),
        extensions=_extension(event, edition),
    )


def _location_id(event: EventView) -> str:
    place = event.place
    assert place is not None
    return stix_id("location", event.id, place.name)


def _parties(event: EventView, material: Material) -> list[str]:
    return [p.actor for p in present(event) if p.actor in material.actors]


def _note(record: Resolved, abstract: str, text: str | None, about: Iterable[str], material: Material) -> Json:
    cited, edition = first_citation(record), material.edition
    refs = [stix_id("identity", id) for id in dict.fromkeys(about) if id in material.actors]
    if isinstance(record, EventView) and record.place and _location(record, material):
        refs.append(_location_id(record))
    content = "\n".join(filter(None, (text, f"“{cited.quote}”" if cited else None)))
    return _stix_object(
        "note",
        stix_id("note", record.id),
        _made(record.id, material),
        edition.instant,
        created_by_ref=_PROGRAM,
        abstract=abstract,
        content=content or abstract,
        object_refs=refs or [_PROGRAM],
        external_references=_references(record),
        extensions=_extension(
            record,
            edition,
            status=getattr(record, "status", None),
            when=getattr(record, "when", None),
            kind=getattr(record, "kind", None),
        ),
    )


def _extension(record: Resolved, edition: Edition, **told: object) -> Json:
    held = {"record": record.id, **told, "witnesses": len(witnesses(record.sources)), **edition_json(edition)}
    return {_EXTENSION: {"extension_type": "property-extension", **{k: v for k, v in held.items() if v is not None}}}


def _references(record: Resolved) -> list[Json]:
    """The sources, each with its address and the first words that it has of the record."""
    words = {piece.source.document: piece.quote for piece in reversed(record.evidence)}
    return [
        {
            "source_name": source.publisher or source.wire or "source",
            "external_id": source.document,
            **({"url": source.url} if source.url and source.url.startswith(("http://", "https://")) else {}),
            **({"description": words[source.document]} if source.document in words else {}),
        }
        for source in record.sources
    ]


def _told(event: EventView) -> str:
    return (
        f"{kind_words(event.kind)}, {status_words(event.status) if event.status else 'status open'}, {date_of(event)}"
    )


def _stance(position: PositionView, material: Material) -> str:
    return f"{material.name(position.actor) or position.actor}: {STANCES[position.stance][0]} {position.target_text}"
