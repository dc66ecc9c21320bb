"""W3C Web Annotation: a page of annotations, one for each quotation that a record rests on, each with its place in the document's text."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.domain.views import (
    Citation,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    Resolved,
    StatementView,
)
from memcon.report.contract import Json
from memcon.report.exports.lines import edition_json, json_bytes
from memcon.report.exports.material import Material

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def export_annotations(material: Material) -> Iterator[bytes]:
    """An annotation collection with its one page."""
    items = [_annotation(record, n, piece, material) for record in material.records for n, piece in _pieces(record)]
    page: Json = {"id": "urn:memcon:annotations:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    edition = edition_json(material.edition)
    found = {
        "@context": [CONTEXT, {key: f"urn:memcon:terms:{key}" for key in _OWN}],
        "id": "urn:memcon:annotations",
        "type": "AnnotationCollection",
        "label": "memcon: the words that records rest on",
        "total": len(items),
        **edition,
    }
    yield json_bytes(found | {"first": page} if items else found) + b"\n"


_OWN = ("ledger_version", "as_of", "licence", "record_kind", "record")


def _pieces(record: Resolved) -> Iterator[tuple[int, Citation]]:
    yield from enumerate(dict.fromkeys(record.evidence))


def _annotation(record: Resolved, n: int, piece: Citation, material: Material) -> Json:
    edition = material.edition
    found: Json = {
        "id": f"urn:memcon:annotation:{record.id}:{n}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": "urn:memcon:program", "type": "Software", "name": edition.program},
        "body": {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": words_of(record)},
        "target": {"source": _source(piece), "selector": _selectors(piece)},
        "record": record.id,
        "record_kind": type(record).__name__.removesuffix("View").casefold(),
        **edition_json(edition),
    }
    return found


def _source(piece: Citation) -> Json:
    """The document's text as the ledger has it, or the title that came beside it, which is a text of its own; and the page that both came from."""
    url = piece.source.url or ""
    came = {"via": url} if url.startswith(("http://", "https://")) else {}
    part = "" if piece.span.field == "text" else f":{piece.span.field}"
    return {"id": f"urn:memcon:{piece.source.document}{part}", "type": "Text", "format": "text/plain", **came}


def _selectors(piece: Citation) -> list[Json]:
    """Where the words stand in their text, and the words."""
    return [
        {"type": "TextPositionSelector", "start": piece.span.start, "end": piece.span.end},
        {"type": "TextQuoteSelector", "exact": piece.quote},
    ]


def words_of(record: Resolved) -> str:
    """What the record is called, or says."""
    match record:
        case EventView():
            return record.label
        case StatementView():
            return record.content_text
        case PositionView():
            return f"{record.stance}: {record.target_text}"
        case CommitmentView() | PrecedentView():
            return record.text
        case _:
            return record.name
