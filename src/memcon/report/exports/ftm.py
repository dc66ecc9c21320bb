"""FollowTheMoney: entities for OpenAleph, OpenSanctions' tools and Yente, and the same taken apart into statements, each with its source.

Persons, organizations and states are `Person`, `Organization` and `PublicBody`; events are `Event`; documents `Article`. Offices are `position`. Groups ("sources") are nobody in particular and are left
out. Dates are as FollowTheMoney has them: a year, a month or a day, never more exact than told. Ids have a hyphen for our underscore, which FollowTheMoney allows in no reference: it would drop the link.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from memcon.domain.actors import ActorKind
from memcon.domain.dates import Interval
from memcon.domain.views import ActorView, EventView, Resolved, Source
from memcon.report.exports.lines import edition_json, json_line
from memcon.report.exports.material import Material, days_of, first_citation, two_letters
from memcon.report.layout import visible
from memcon.report.phrases import kind_words, place_text, present, status_words

DATASET = "memcon"

_SCHEMAS: Mapping[ActorKind, str] = {"person": "Person", "organization": "Organization", "state": "PublicBody"}

STATEMENT_COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value", "external",
    "first_seen", "last_seen", "id", "source_url", "source_published", "quotation", "licence", "ledger_version", "as_of",
)  # fmt: skip
"""The columns of FollowTheMoney's statements, then the source, its words and the state of the ledger."""

_TYPES = {
    "name": "name", "alias": "name", "title": "string", "country": "country", "jurisdiction": "country", "position": "string",
    "startDate": "date", "endDate": "date", "date": "date", "publishedAt": "date", "location": "address", "involved": "entity",
    "proof": "entity", "summary": "text", "description": "text", "sourceUrl": "url", "publisher": "string", "recordId": "string",
    "keywords": "string",
}  # fmt: skip
"""The type of each property that is used here, as FollowTheMoney has it."""


@dataclass(slots=True)
class _Entity:
    """An entity on the way out; `told_by` is the source of its statements."""

    id: str
    schema: str
    properties: dict[str, list[str]] = field(default_factory=dict)
    told_by: Source | None = None
    quote: str | None = None

    def add(self, name: str, *values: str | None) -> None:
        for value in values:
            shown = visible(value) if value else ""
            if shown and shown not in self.properties.setdefault(name, []):
                self.properties[name].append(shown)


def export_ftm(material: Material) -> Iterator[bytes]:
    """An entity a line."""
    about = edition_json(material.edition)
    for entity in _entities(material):
        yield json_line(
            {
                "id": entity.id,
                "schema": entity.schema,
                "properties": {name: values for name, values in entity.properties.items() if values},
                "datasets": [DATASET],
                **about,
            }
        )


def export_ftm_statements(material: Material) -> Iterator[bytes]:
    """A head line and a row for each value of each property of each entity."""
    yield _csv_line(STATEMENT_COLUMNS)
    for entity in _entities(material):
        for name, values in entity.properties.items():
            for value in values:
                yield _csv_line(_statement(entity, name, value, material))


def _statement(entity: _Entity, name: str, value: str, material: Material) -> list[str]:
    source, edition = entity.told_by, material.edition
    key = f"{DATASET}.{entity.id}.{name}.{value}"
    seen = edition.recorded or ""
    return [
        entity.id,
        entity.id,
        name,
        _TYPES[name],
        entity.schema,
        value,
        DATASET,
        _id(source.document) if source else "",
        "",
        "",
        "f",
        seen,
        seen,
        hashlib.sha1(key.encode("utf-8"), usedforsecurity=False).hexdigest(),
        (source.url or "") if source else "",
        (source.published or "") if source else "",
        visible(entity.quote or ""),
        edition.licence or "",
        edition.version,
        edition.as_of or "",
    ]


def _csv_line(values: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue().encode("utf-8")


def _entities(material: Material) -> Iterator[_Entity]:
    shown = {id: actor for id, actor in material.actors.items() if actor.kind in _SCHEMAS}
    for source in material.documents:
        yield _document(source)
    for actor in sorted(shown.values(), key=lambda actor: actor.id):
        yield _actor(actor)
    for event in material.events:
        yield _event(event, shown)


def _id(ours: str) -> str:
    return ours.replace("_", "-")


def _document(source: Source) -> _Entity:
    found = _Entity(_id(source.document), "Article", told_by=source)
    found.add("title", source.title or source.ref or source.document)
    found.add("publisher", source.publisher or source.wire)
    found.add("publishedAt", _date_text(source.published))
    found.add("sourceUrl", _address(source.url))
    return found


def _actor(actor: ActorView) -> _Entity:
    found = _cited(actor, _SCHEMAS[actor.kind])
    found.add("name", actor.name)
    found.add("alias", *actor.aliases)
    code = two_letters(actor.country)
    found.add("jurisdiction" if actor.kind != "person" else "country", code and code.lower())
    if actor.kind == "person":
        found.add("position", *(claim.value.wording for claim in actor.offices))
    return found


def _event(event: EventView, shown: Mapping[str, ActorView]) -> _Entity:
    found = _cited(event, "Event")
    found.add("name", event.label)
    if (days := days_of(event)) is not None:
        first, last = _bounds(days)
        if first == last:
            found.add("date", first)
        else:
            found.add("startDate", first)
            found.add("endDate", last)
    found.add("location", place_text(event.place) if event.place else None)
    found.add("involved", *(_id(p.actor) for p in present(event) if p.actor in shown))
    found.add("summary", f"{kind_words(event.kind)}, {status_words(event.status) if event.status else 'status open'}")
    found.add("description", *(claim.value for claim in event.agenda))
    found.add("recordId", event.id)
    found.add("proof", *(_id(source.document) for source in event.sources))
    found.add("sourceUrl", *(_address(source.url) for source in event.sources))
    return found


def _cited(record: Resolved, schema: str) -> _Entity:
    cited = first_citation(record)
    return _Entity(
        _id(record.id), schema, told_by=cited.source if cited else None, quote=cited.quote if cited else None
    )


def _bounds(days: Interval) -> tuple[str, str]:
    """First and last day; the same, shorter, for a whole month or year."""
    first, last = days.start.isoformat(), days.end.isoformat()
    if days.days > 364 and first.endswith("01-01") and last.endswith("12-31") and first[:4] == last[:4]:
        return first[:4], first[:4]
    if days.days > 27 and first.endswith("-01") and first[:7] == last[:7]:
        return first[:7], first[:7]
    return first, last


def _date_text(edtf: str | None) -> str | None:
    """A day, month or year; None for what FollowTheMoney has no words for."""
    return edtf if edtf and len(edtf) in (4, 7, 10) and edtf.replace("-", "").isdigit() else None


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def not_held(material: Material) -> tuple[str, ...]:
    """How many actors the format has no schema for, for whoever exports."""
    count = sum(actor.kind not in _SCHEMAS for actor in material.actors.values())
    return (
        (f"{count} groups without a name of their own are left out: FollowTheMoney has no schema for them",)
        if count
        else ()
    )
