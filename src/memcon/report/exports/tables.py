"""Records as flat tables with typed columns: what CSV and Parquet hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from memcon.domain.dates import Interval
from memcon.domain.entries import SubjectKind
from memcon.domain.views import (
    Citation,
    Claim,
    ParticipantView,
    Resolved,
    Source,
    witnesses,
)
from memcon.report.exports.material import Material, days_of, first_citation, sector_of
from memcon.report.phrases import attribution_text, present

ColumnType = Literal["text", "integer", "number", "flag", "day"]
Row = Mapping[str, object]

BETWEEN = "; "
"""Stands between several values in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and what its values are; every one may be empty."""

    name: str
    type: ColumnType = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its name, the kind of record whose rows it holds, its columns, and its rows as values in their order."""

    name: str
    needs: SubjectKind
    columns: tuple[Column, ...]
    rows: Callable[[Material], Iterator[Row]]

    def values(self, material: Material) -> Iterator[list[object]]:
        """The rows of the table, each with a value for every column, the last ones the same for all tables."""
        for row in self.rows(material):
            full = {**row, **_edition(material)}
            yield [full.get(column.name) for column in self.columns]


_CITED = (
    Column("quotation"),
    Column("source"),
    Column("source_document"),
    Column("source_url"),
    Column("source_published"),
    Column("sources", "integer"),
)
_EDITION = (Column("licence"), Column("ledger_version"), Column("as_of"))


def _columns(*names: str | Column) -> tuple[Column, ...]:
    own = tuple(Column(name) if isinstance(name, str) else name for name in names)
    return (*own, *_CITED, *_EDITION)


def _edition(material: Material) -> Row:
    edition = material.edition
    return {"licence": edition.licence, "ledger_version": edition.version, "as_of": edition.as_of}


def _cited(record: Resolved) -> Row:
    return {**_quoted(first_citation(record)), "sources": len(witnesses(record.sources))}


def _quoted(citation: Citation | None) -> Row:
    return {"quotation": citation.quote, **_from(citation.source)} if citation else {}


def _from(source: Source) -> Row:
    return {
        "source": source.publisher or source.wire or source.title or source.ref,
        "source_document": source.document,
        "source_url": source.url,
        "source_published": source.published,
    }


def _several(items: Iterable[str]) -> str | None:
    return BETWEEN.join(dict.fromkeys(items)) or None


def _words(claims: Iterable[Claim[str]]) -> str | None:
    first: dict[str, str] = {}
    for claim in claims:
        first.setdefault(claim.value.casefold(), claim.value)
    return _several(first.values())


def _days(interval: Interval | None) -> Row:
    return {"first_day": interval and interval.start, "last_day": interval and interval.end}


def _events(material: Material) -> Iterator[Row]:
    for e in material.events:
        place, channel, plover = e.place, e.channel, e.plover
        yield {
            "id": e.id,
            "kind": e.kind,
            "label": e.label,
            "status": e.status,
            "when": e.when,
            **_days(days_of(e)),
            "when_basis": e.when_basis,
            "disputed": e.is_disputed,
            "channel_id": channel and channel.id,
            "channel": channel and channel.name,
            "ordinal": e.ordinal,
            "participants": _several(p.name for p in present(e)),
            "place": place and place.name,
            "country": place and place.country,
            "latitude": place and place.lat,
            "longitude": place and place.lon,
            "geonames": place and place.geonames,
            "agenda": _words(e.agenda),
            "outcome": _words(e.outcome),
            "says": attribution_text(e.attribution) if e.attribution else None,
            "plover_type": plover and plover.type,
            "plover_mode": plover and plover.mode,
            "certainty": e.certainty,
            "read_by": _several(e.readers),
            "follows_up": _several(e.follows_up),
            "sidelines_of": e.sidelines_of,
            **_cited(e),
        }


def _participants(material: Material) -> Iterator[Row]:
    for event in material.events:
        for p in event.participants:
            yield {
                "event": event.id,
                "actor": p.actor,
                "name": p.name,
                "actor_kind": p.kind,
                "country": p.country,
                "sector": sector_of(material, p.actor, event),
                "role": p.role,
                "office": p.office,
                "event_kind": event.kind,
                "event_status": event.status,
                "event_when": event.when,
                **_quoted(_part_citation(p) or first_citation(event)),
                "sources": len({claim.source.document for claim in p.claims}),
            }


def _part_citation(part: ParticipantView) -> Citation | None:
    """The words by which somebody takes part in the role that is shown."""
    cited = [c for claim in part.claims if claim.value.role == part.role for c in claim.evidence]
    return cited[0] if cited else None


def _statements(material: Material) -> Iterator[Row]:
    for s in material.statements:
        told = s.factuality
        yield {
            "id": s.id,
            "speaker": s.speaker,
            "speaker_name": material.name(s.speaker),
            "speaker_text": s.speaker_text,
            "speaker_kind": s.speaker_kind,
            "cue": s.cue.text if s.cue else None,
            "content": s.content_text,
            "quote_type": s.quote_type,
            "act": s.act,
            "grade": s.grade,
            "when": s.when,
            "medium": s.medium,
            "hedge": s.hedge,
            "via": _several(s.via),
            "about": _several(s.about),
            "polarity": told and ("negative" if told.is_negative else "positive"),
            "factuality": told and told.certainty,
            "confidence": s.confidence,
            "shown": s.is_shown,
            **_cited(s),
        }


def _positions(material: Material) -> Iterator[Row]:
    for p in material.positions:
        yield {
            "id": p.id,
            "actor": p.actor,
            "actor_name": material.name(p.actor),
            "stance": p.stance,
            "target": p.target,
            "target_name": material.name(p.target),
            "target_text": p.target_text,
            "grounds": p.grounds,
            "says": attribution_text(p.attribution),
            **_cited(p),
        }


def _commitments(material: Material) -> Iterator[Row]:
    for c in material.commitments:
        yield {
            "id": c.id,
            "parties": _several(c.parties),
            "party_names": _several(material.listed(c.parties)),
            "commitment": c.text,
            "status": c.status,
            "instrument": c.instrument,
            "when": c.when,
            "by_when": c.target,
            "follow_ups": _several(c.follow_ups),
            **_cited(c),
        }


def _processes(material: Material) -> Iterator[Row]:
    for p in material.processes:
        yield {
            "id": p.id,
            "process": p.name,
            "aliases": _several(p.aliases),
            "issue": p.issue,
            "parties": _several(p.parties),
            "party_names": _several(material.listed(p.parties)),
            "basis": p.basis,
            "conditions": _several(p.conditions),
            "milestones": _several(p.milestones),
            "target": p.target,
            "assessments": len(p.assessments),
            **_cited(p),
        }


def _assessments(material: Material) -> Iterator[Row]:
    for process in material.processes:
        for a in process.assessments:
            yield {
                "process": process.id,
                "process_name": process.name,
                "assessment": a.text,
                "by": _several(a.by),
                "by_names": _several(material.listed(a.by)),
                "when": a.when,
                "hedge": a.hedge,
                "quotation": a.text,
                **_from(a.source),
                "sources": 1,
            }


def _precedents(material: Material) -> Iterator[Row]:
    for p in material.precedents:
        yield {
            "id": p.id,
            "claim": p.text,
            "verdict": p.verdict,
            "event": p.event,
            "event_label": material.name(p.event),
            "scope": p.scope,
            "since": p.since,
            "interval": p.interval,
            **_cited(p),
        }


def _channels(material: Material) -> Iterator[Row]:
    for c in material.channels:
        yield {
            "id": c.id,
            "channel": c.name,
            "aliases": _several(c.aliases),
            "parties": _several(c.parties),
            "party_names": _several(material.listed(c.parties)),
            "level": c.level,
            "cadence": c.cadence,
            "start": c.start,
            "end": c.end,
            "purpose": c.purpose,
            "sessions": len(c.sessions),
            **_cited(c),
        }


def _actors(material: Material) -> Iterator[Row]:
    for a in sorted(material.actors.values(), key=lambda a: (a.name.casefold(), a.id)):
        yield {
            "id": a.id,
            "name": a.name,
            "kind": a.kind,
            "country": a.country,
            "sector": a.sector,
            "office": a.office,
            "aliases": _several(a.aliases),
            **_cited(a),
        }


def _documents(material: Material) -> Iterator[Row]:
    for s in material.documents:
        yield {
            "id": s.document,
            "title": s.title,
            "publisher": s.publisher,
            "wire": s.wire,
            "published": s.published,
            "published_time": s.published_time,
            "published_basis": s.published_basis,
            "ref": s.ref,
            "replaced_by": s.replaced_by,
            **_from(s),
            "sources": 1,
        }


TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table(
            name="events",
            needs="event",
            rows=_events,
            columns=_columns(
                "id", "kind", "label", "status", "when", Column("first_day", "day"), Column("last_day", "day"), "when_basis", Column("disputed", "flag"),
                "channel_id", "channel", Column("ordinal", "integer"), "participants", "place", "country",
                Column("latitude", "number"), Column("longitude", "number"), Column("geonames", "integer"), "agenda", "outcome", "says",
                "plover_type", "plover_mode", Column("certainty", "number"), "read_by", "follows_up", "sidelines_of",
            ),
        ),
        Table(
            name="participants",
            needs="event",
            rows=_participants,
            columns=_columns(
                "event", "actor", "name", "actor_kind", "country", "sector", "role", "office", "event_kind", "event_status", "event_when",
            ),
        ),
        Table(
            name="statements",
            needs="statement",
            rows=_statements,
            columns=_columns(
                "id", "speaker", "speaker_name", "speaker_text", "speaker_kind", "cue", "content", "quote_type", "act", "grade", "when",
                "medium", "hedge", "via", "about", "polarity", "factuality", Column("confidence", "number"), Column("shown", "flag"),
            ),
        ),
        Table(
            name="positions",
            needs="position",
            rows=_positions,
            columns=_columns("id", "actor", "actor_name", "stance", "target", "target_name", "target_text", "grounds", "says"),
        ),
        Table(
            name="commitments",
            needs="commitment",
            rows=_commitments,
            columns=_columns("id", "parties", "party_names", "commitment", "status", "instrument", "when", "by_when", "follow_ups"),
        ),
        Table(
            name="processes",
            needs="process",
            rows=_processes,
            columns=_columns("id", "process", "aliases", "issue", "parties", "party_names", "basis", "conditions", "milestones", "target", Column("assessments", "integer")),
        ),
        Table(
            name="assessments",
            needs="process",
            rows=_assessments,
            columns=_columns("process", "process_name", "assessment", "by", "by_names", "when", "hedge"),
        ),
        Table(
            name="precedents",
            needs="precedent",
            rows=_precedents,
            columns=_columns("id", "claim", "verdict", "event", "event_label", "scope", "since", "interval"),
        ),
        Table(
            name="channels",
            needs="channel",
            rows=_channels,
            columns=_columns(
                "id", "channel", "aliases", "parties", "party_names", "level", "cadence", "start", "end", "purpose", Column("sessions", "integer"),
            ),
        ),
        Table(
            name="actors",
            needs="actor",
            rows=_actors,
            columns=_columns("id", "name", "kind", "country", "sector", "office", "aliases"),
        ),
        Table(
            name="documents",
            needs="document",
            rows=_documents,
            columns=_columns("id", "title", "publisher", "wire", "published", "published_time", "published_basis", "ref", "replaced_by"),
        ),
    )
}  # fmt: skip
"""The tables by name, in the order in which they are written."""
