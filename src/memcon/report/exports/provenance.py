"""PROV (W3C): which record rests on which document, who published it, which program read it; as PROV-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from memcon.domain.ids import content_id
from memcon.domain.views import Resolved, Source
from memcon.report.exports.annotations import words_of
from memcon.report.exports.lines import json_bytes
from memcon.report.exports.material import Material

SPACE = "urn:memcon:"


def export_prov(material: Material) -> Iterator[bytes]:
    """One document: records are entities derived from documents, each by the words that it quotes."""
    from prov.model import ProvDocument

    found = ProvDocument()
    found.add_namespace("memcon", SPACE)
    edition = material.edition
    program = found.agent("memcon:program", {"prov:type": "prov:SoftwareAgent", "prov:label": edition.program})
    ledger = found.entity(
        "memcon:ledger",
        {
            "prov:type": "prov:Collection",
            "memcon:version": edition.version,
            "memcon:as_of": edition.as_of or "",
            "memcon:licence": edition.licence or "",
        },
    )
    found.wasAttributedTo(ledger, program)
    for name in dict.fromkeys(publisher for source in material.documents if (publisher := _publisher(source))):
        found.agent(_publisher_id(name), {"prov:type": "prov:Organization", "prov:label": name})
    for source in material.documents:
        _add_document(found, source)
    for record in material.records:
        _add_record(found, record, program)
    yield json_bytes(json.loads(found.serialize(format="json") or "{}")) + b"\n"


def _add_document(found: Any, source: Source) -> None:
    told = {
        "prov:type": "memcon:document",
        "prov:label": source.title or source.ref or source.document,
        **({"prov:location": source.url} if source.url else {}),
        **({"memcon:published": source.published} if source.published else {}),
    }
    document = found.entity(f"memcon:{source.document}", told)
    if publisher := _publisher(source):
        found.wasAttributedTo(document, _publisher_id(publisher))


def _publisher(source: Source) -> str | None:
    return source.publisher or source.wire


def _publisher_id(name: str) -> str:
    return f"memcon:{content_id('publisher', name)}"


def _add_record(found: Any, record: Resolved, program: Any) -> None:
    kind = type(record).__name__.removesuffix("View").casefold()
    entity = found.entity(f"memcon:{record.id}", {"prov:type": f"memcon:{kind}", "prov:label": words_of(record)})
    found.wasAttributedTo(entity, program)
    found.hadMember("memcon:ledger", entity)
    for piece in dict.fromkeys(record.evidence):
        told = {
            "prov:type": "prov:Quotation",
            "memcon:quotation": piece.quote,
            "memcon:start": piece.span.start,
            "memcon:end": piece.span.end,
            "memcon:field": piece.span.field,
        }
        found.wasDerivedFrom(entity, f"memcon:{piece.source.document}", other_attributes=told)
