"""PLOVER JSON: a line for each event that PLOVER codes, with the fields of its manual (draft 2.0, "Data Fields").

The coding is that of the ledger's event: of what took place its type, of what is still to come AGREE, of what was called off REJECT. Speculation and denials
have no row. `date` and `enddate` are the days between which the event lies; how exactly that is known stands in `comment`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.codebook.scales import load_scales
from memcon.domain.records import Plover
from memcon.domain.views import EventView
from memcon.report.contract import Json
from memcon.report.exports.lines import edition_json, json_line
from memcon.report.exports.material import Material, dated, days_of, first_citation, sector_of

RESOLUTION_COUNTRY, RESOLUTION_PLACE = 1, 4
"""How near a location is told: a country, a city."""


def export_plover(material: Material) -> Iterator[bytes]:
    """A line an event, in the order of time."""
    for event, coding in coded(material):
        yield json_line(_row(event, coding, material))


def coded(material: Material) -> Iterator[tuple[EventView, Plover]]:
    """The events that PLOVER codes and that have a day, with their coding. A type that this version does not know has no row."""
    scales = load_scales()
    for event in material.events:
        if event.plover is not None and event.plover.type in scales and dated(event) is not None:
            yield event, event.plover


def uncoded(material: Material) -> tuple[str, ...]:
    """How many events have no row, for whoever exports."""
    count = len(material.events) - sum(1 for _ in coded(material))
    return (
        (f"{count} events have no row: PLOVER does not code what is only talked of, or no day is known",)
        if count
        else ()
    )


def certainty_of_date(event: EventView) -> str:
    """How the days of a row are known."""
    if days_of(event) is not None:
        return f"when: {event.when}"
    return "by: publication" if event.when is None else f"by: {event.when}"


def _row(event: EventView, coding: Plover, material: Material) -> Json:
    days, scale = dated(event), load_scales()[coding.type]
    assert days is not None
    cited = first_citation(event)
    source = cited.source if cited else None
    return {
        "id": event.id,
        "has_event": True,
        "date": days.start.isoformat(),
        "time": None,
        "enddate": None if days.is_day else days.end.isoformat(),
        "endtime": None,
        "actor": list(_entities(coding.actors, event, material)),
        "recipient": list(_entities(coding.recipients, event, material)),
        "event": [coding.type],
        "mode": [coding.mode] if coding.mode else [],
        "context": list(coding.contexts),
        "event_loc": _location(event),
        "event_text": event.label,
        "quad_code": scale.quad,
        "event_scale": scale.score_of(coding.mode),
        "link": event.id,
        "text": cited.quote if cited else None,
        "text_info": {
            "sequence": None,
            "start": cited.span.start if cited else None,
            "end": cited.span.end if cited else None,
            "text_story": source.document if source else None,
        },
        "cite_info": {
            "corpus": "memcon",
            "citation": "; ".join(s.document for s in event.sources),
            "url": source.url if source else None,
            "title": source.title if source else None,
            "language": None,
            "publication": (source.publisher or source.wire) if source else None,
            "publication_date": source.published if source else None,
            "license": material.edition.licence,
            "copyright": None,
            "coder": material.edition.program,
            "codebook": "PLOVER draft 2.0",
            "version": material.edition.version,
        },
        "coder": material.edition.program,
        "coded_date": (material.edition.recorded or "")[:10] or None,
        "coded_time": (material.edition.recorded or "")[11:19] or None,
        "comment": f"{certainty_of_date(event)}; status: {event.status or 'open'}",
        "status": event.status,
        **edition_json(material.edition),
    }


def _entities(ids: Iterable[str], event: EventView, material: Material) -> Iterator[Json]:
    offices = {p.actor: p.office for p in event.participants}
    for id in ids:
        yield {
            "code": country_code(id, material),
            "sector": sector_of(material, id, event),
            "entity_text": material.name(id) or id,
            "identifier_id": id,
            "office": offices.get(id),
        }


def country_code(id: str, material: Material) -> str | None:
    """The country of an actor, alpha-3; IGO of an international organization."""
    actor = material.actors.get(id)
    if actor is None:
        return None
    return actor.country or ("IGO" if actor.sector == "IGO" else None)


def _location(event: EventView) -> Json | None:
    place = event.place
    if place is None:
        return None
    return {
        "extracted_place": place.name,
        "resolved_place": place.name if place.geonames else None,
        "geonameid": place.geonames,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country,
        "resolution": RESOLUTION_PLACE if place.lat is not None else RESOLUTION_COUNTRY if place.country else None,
    }
