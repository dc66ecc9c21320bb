"""Tab-separated rows in the columns of POLECAT's weekly files, for programs that read those; behind them columns of ours.

What memcon does not know (Correlates-of-War numbers, Wikipedia's names of persons, districts) is `None`, as in those files. The parties of a row stand
in one cell, "; " between them; what is told of each stands in the same order. `Event Date` is the first day that the event may have been: of what is known to a
month or a year look at `Event End Date` before counting days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from memcon.codebook.scales import load_scales
from memcon.domain.actors import ActorKind
from memcon.domain.records import Plover
from memcon.domain.views import EventView, Source
from memcon.report.exports.lines import NONE, tab_line
from memcon.report.exports.material import Material, dated, first_citation, sector_of
from memcon.report.exports.plover import certainty_of_date, coded, country_code

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
"""The columns of POLECAT, in order."""

OWN_COLUMNS = (
    "Event Text", "Event Status", "Event End Date", "Date Basis", "Source Document", "Source URL", "Licence", "Ledger Version", "As Of",
)  # fmt: skip
"""Behind them: the words that the row rests on, the event's status, the last day that it may have been, how its date is known, and the state of the ledger."""

BETWEEN = "; "


def export_polecat(material: Material) -> Iterator[bytes]:
    """A head line and a row for each event that PLOVER codes, in the order of time."""
    yield tab_line([*COLUMNS, *OWN_COLUMNS])
    for event, coding in coded(material):
        yield tab_line([*_row(event, coding, material), *_own(event, material)])


def _row(event: EventView, coding: Plover, material: Material) -> list[object]:
    days, scale, place = dated(event), load_scales()[coding.type], event.place
    cited = first_citation(event)
    source = cited.source if cited else None
    stories = [source.document for source in event.sources]
    return [
        event.id,
        days.start.isoformat() if days else None,
        coding.type,
        coding.mode,
        scale.score_of(coding.mode),
        scale.quad_name,
        BETWEEN.join(coding.contexts),
        *_side(coding.actors, event, material),
        *_side(coding.recipients, event, material),
        place.name if place else None,
        place.name if place and place.geonames else None,
        None,
        None,
        place.country if place else None,
        place.lat if place else None,
        place.lon if place else None,
        place.geonames if place else None,
        place.name if place else None,
        None,
        _publisher(source),
        source.published if source else None,
        _named(material, stories, ("person",)),
        _named(material, stories, ("organization", "state")),
        None,
        None,
        material.edition.program,
    ]


def _side(ids: Sequence[str], event: EventView, material: Material) -> list[object]:
    """Names, countries, COW, first sector, sectors, titles, raw names, Wikipedia."""
    offices = {p.actor: p.office for p in event.participants}
    sectors = [sector_of(material, id, event) for id in ids]
    return [
        _joined(material.listed(ids)),
        _joined(country_code(id, material) for id in ids),
        None,
        next(filter(None, sectors), None),
        _joined(sectors),
        _joined(offices.get(id) for id in ids),
        _joined(material.listed(ids)),
        None,
    ]


def _joined(values: Iterable[str | None]) -> str | None:
    """One cell for all parties; None where nothing is known of any."""
    found = list(values)
    return BETWEEN.join(value or NONE for value in found) if any(found) else None


def _named(material: Material, stories: Sequence[str], kinds: Sequence[ActorKind]) -> str | None:
    """The actors of the export that the documents name."""
    told = set(stories)
    found = [a.name for a in material.actors.values() if a.kind in kinds and any(s.document in told for s in a.sources)]
    return BETWEEN.join(sorted(set(found))) or None


def _publisher(source: Source | None) -> str | None:
    return None if source is None else source.publisher or source.wire or source.title or source.ref


def _own(event: EventView, material: Material) -> list[object]:
    cited, edition, days = first_citation(event), material.edition, dated(event)
    return [
        cited.quote if cited else None,
        event.status,
        days.end.isoformat() if days else None,
        certainty_of_date(event),
        cited.source.document if cited else None,
        cited.source.url if cited else None,
        edition.licence,
        edition.version,
        edition.as_of,
    ]
