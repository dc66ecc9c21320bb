"""CAMEO dyads: tab-separated, a row for each party that does something to another.

A visit has two rows (042 from the visitor, 043 from the host), a meeting of n parties n(n-1), but for pairs of one side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from memcon.codebook.scales import CameoCode, cameo_of, load_scales
from memcon.domain.records import Plover
from memcon.domain.views import EventView
from memcon.report.exports.lines import tab_line
from memcon.report.exports.material import Material, dated, first_citation, sector_of
from memcon.report.exports.plover import certainty_of_date, coded, country_code

COLUMNS = (
    "event_id", "date", "end_date", "source_actor", "source_country", "source_sector", "target_actor", "target_country", "target_sector",
    "cameo", "cameo_label", "quad", "plover_type", "plover_mode", "status", "date_basis", "quotation",
    "publisher", "document", "url", "published", "licence", "ledger_version", "as_of",
)  # fmt: skip

MOST_PARTIES = 24
"""Of an event with more parties than these only states have rows with each other."""


def export_cameo(material: Material) -> Iterator[bytes]:
    """A head line and the rows, event by event in the order of time."""
    yield tab_line(COLUMNS)
    for event, coding in coded(material):
        code = cameo_of(coding.type, coding.mode, event.kind, coding.contexts)
        if code is not None:
            for source, target, number in dyads(coding, code, material):
                yield tab_line(_row(event, coding, source, target, number, code.label, material))


def dyads(coding: Plover, code: CameoCode, material: Material) -> Iterator[tuple[str, str | None, str]]:
    """Who does it to whom under which code. What one party does to nobody named has a row without a target."""
    for actor in coding.actors:
        for recipient in coding.recipients:
            yield actor, recipient, code.code
            if code.host or code.is_mutual:
                yield recipient, actor, code.host or code.code
    if coding.recipients:
        return
    pairs = _pairs(_few(coding.actors, material), material) if code.is_mutual else []
    for source, target in pairs:
        yield source, target, code.code
    if not pairs:
        yield from ((actor, None, code.code) for actor in coding.actors)


def _pairs(parties: Sequence[str], material: Material) -> list[tuple[str, str]]:
    """Each party with each other one. Where several countries deal with each other those of one country are one side: a minister does not meet his ministry."""
    countries = {id: country_code(id, material) for id in parties}
    if len(set(filter(None, countries.values()))) < 2:
        return list(permutations(parties, 2))
    return [(a, b) for a, b in permutations(parties, 2) if countries[a] is None or countries[a] != countries[b]]


def _few(ids: Sequence[str], material: Material) -> Sequence[str]:
    if len(ids) <= MOST_PARTIES:
        return ids
    return [id for id in ids if (actor := material.actors.get(id)) and actor.kind == "state"]


def _row(
    event: EventView,
    coding: Plover,
    source: str,
    target: str | None,
    number: str,
    label: str,
    material: Material,
) -> list[object]:
    days, cited = dated(event), first_citation(event)
    told = cited.source if cited else None
    return [
        event.id,
        days.start.isoformat() if days else None,
        days.end.isoformat() if days else None,
        *_party(source, event, material),
        *_party(target, event, material),
        number,
        label if number[:3] != "043" else "host a visit",
        load_scales()[coding.type].quad,
        coding.type,
        coding.mode,
        event.status,
        certainty_of_date(event),
        cited.quote if cited else None,
        (told.publisher or told.wire) if told else None,
        told.document if told else None,
        told.url if told else None,
        told.published if told else None,
        material.edition.licence,
        material.edition.version,
        material.edition.as_of,
    ]


def _party(id: str | None, event: EventView, material: Material) -> list[object]:
    if id is None:
        return [None, None, None]
    return [material.name(id) or id, country_code(id, material), sector_of(material, id, event)]
