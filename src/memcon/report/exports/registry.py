"""The formats by name: what each is called, which records it is made of, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from memcon.domain.entries import SubjectKind
from memcon.report.exports import calendar, timelinejs
from memcon.report.exports.annotations import export_annotations
from memcon.report.exports.atom import export_atom, older
from memcon.report.exports.briefing import export_brief, export_brief_html
from memcon.report.exports.cameo import export_cameo
from memcon.report.exports.ftm import export_ftm, export_ftm_statements, not_held
from memcon.report.exports.json_lines import export_jsonl
from memcon.report.exports.material import Material
from memcon.report.exports.parquet import export_parquet
from memcon.report.exports.plover import export_plover, uncoded
from memcon.report.exports.polecat import export_polecat
from memcon.report.exports.provenance import export_prov
from memcon.report.exports.spreadsheet import export_csv
from memcon.report.exports.stix import export_stix
from memcon.report.exports.tables import Table

Need = SubjectKind | Literal["taken_back", "revision", "change", "brief"]
"""What an export is made of: kinds of records, or what the ledger makes of them."""

Write = Callable[[Material], Iterable[bytes]]
WriteTable = Callable[[Material, Table], Iterable[bytes]]

ALL: frozenset[Need] = frozenset(
    {"event", "channel", "statement", "position", "commitment", "process", "precedent", "actor"}
)


def _nothing(material: Material) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A format. `write` gives the bytes of its one file; or `write_table` those of a file for each table. `left_out` says what of the material the format can't
    hold."""

    name: str
    means: str
    suffix: str
    media_type: str
    needs: frozenset[Need]
    write: Write | None = None
    write_table: WriteTable | None = None
    left_out: Callable[[Material], tuple[str, ...]] = _nothing


EXPORTERS: Mapping[str, Exporter] = {
    each.name: each
    for each in (
        Exporter(
            name="csv",
            means="flat tables for spreadsheets, a file each",
            suffix=".csv",
            media_type="text/csv",
            needs=ALL,
            write_table=export_csv,
        ),
        Exporter(
            name="parquet",
            means="the same tables with types, for pandas, DuckDB, R",
            suffix=".parquet",
            media_type="application/vnd.apache.parquet",
            needs=ALL,
            write_table=export_parquet,
        ),
        Exporter(
            name="jsonl",
            means="every record whole, one a line",
            suffix=".jsonl",
            media_type="application/x-ndjson",
            needs=ALL,
            write=export_jsonl,
        ),
        Exporter(
            name="plover",
            means="PLOVER's JSON, a line for each coded event",
            suffix=".jsonl",
            media_type="application/x-ndjson",
            needs=frozenset({"event", "actor"}),
            write=export_plover,
            left_out=uncoded,
        ),
        Exporter(
            name="polecat",
            means="the columns of POLECAT's weekly files",
            suffix=".tsv",
            media_type="text/tab-separated-values",
            needs=frozenset({"event", "actor"}),
            write=export_polecat,
            left_out=uncoded,
        ),
        Exporter(
            name="cameo",
            means="CAMEO dyads: who does what to whom, a row a pair",
            suffix=".tsv",
            media_type="text/tab-separated-values",
            needs=frozenset({"event", "actor"}),
            write=export_cameo,
            left_out=uncoded,
        ),
        Exporter(
            name="ics",
            means="iCalendar, to subscribe to or import",
            suffix=".ics",
            media_type="text/calendar",
            needs=frozenset({"event", "taken_back", "revision"}),
            write=calendar.export_calendar,
            left_out=calendar.undated,
        ),
        Exporter(
            name="timelinejs",
            means="the JSON of a TimelineJS timeline",
            suffix=".json",
            media_type="application/json",
            needs=frozenset({"event"}),
            write=timelinejs.export_timelinejs,
            left_out=timelinejs.undated,
        ),
        Exporter(
            name="atom",
            means="a feed of what changed since --since, for feed readers",
            suffix=".atom",
            media_type="application/atom+xml",
            needs=frozenset({"change"}),
            write=export_atom,
            left_out=older,
        ),
        Exporter(
            name="ftm",
            means="FollowTheMoney entities, for OpenAleph and its kin",
            suffix=".ftm.json",
            media_type="application/x-ndjson",
            needs=frozenset({"event", "actor"}),
            write=export_ftm,
            left_out=not_held,
        ),
        Exporter(
            name="ftm-statements",
            means="the same as FollowTheMoney statements, a row a value",
            suffix=".csv",
            media_type="text/csv",
            needs=frozenset({"event", "actor"}),
            write=export_ftm_statements,
            left_out=not_held,
        ),
        Exporter(
            name="stix",
            means="a STIX 2.1 bundle: identities, locations, notes",
            suffix=".json",
            media_type="application/stix+json",
            needs=frozenset({"event", "position", "commitment", "actor", "revision"}),
            write=export_stix,
        ),
        Exporter(
            name="annotations",
            means="W3C Web Annotations: the words that each record rests on",
            suffix=".jsonld",
            media_type="application/ld+json",
            needs=ALL,
            write=export_annotations,
        ),
        Exporter(
            name="prov",
            means="PROV-JSON: which record is derived from which document",
            suffix=".json",
            media_type="application/json",
            needs=ALL,
            write=export_prov,
        ),
        Exporter(
            name="brief",
            means="the brief about something (--about, --since), in Markdown",
            suffix=".md",
            media_type="text/markdown",
            needs=frozenset({"brief"}),
            write=export_brief,
        ),
        Exporter(
            name="brief-html",
            means="the same as a page",
            suffix=".html",
            media_type="text/html",
            needs=frozenset({"brief"}),
            write=export_brief_html,
        ),
    )
}
"""The formats in the order in which help lists them."""
