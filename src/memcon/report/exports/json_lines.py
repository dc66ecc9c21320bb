"""JSON Lines: a record a line, whole, in the shape that `--json` prints, with its kind and the state of the ledger beside it."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.domain.views import ActorView, Resolved
from memcon.report.exports.lines import edition_json, json_line
from memcon.report.exports.material import Material
from memcon.report.records import ledger_record


def export_jsonl(material: Material) -> Iterator[bytes]:
    """Events, channels, statements, positions, commitments, processes, precedents, then the actors that these name."""
    actors = sorted(material.actors.values(), key=lambda actor: actor.id)
    about = edition_json(material.edition)
    for record in (*material.records, *actors):
        yield json_line({"record": _kind(record), **ledger_record(record), **about})


def _kind(record: Resolved | ActorView) -> str:
    return type(record).__name__.removesuffix("View").casefold()
