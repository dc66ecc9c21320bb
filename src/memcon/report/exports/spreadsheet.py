"""CSV: a table a file, comma-separated (RFC 4180), UTF-8 with line feeds. Text that a spreadsheet would run as a formula begins with an apostrophe."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from memcon.report.cells import cell
from memcon.report.exports.material import Material
from memcon.report.exports.tables import Column, Table


def export_csv(material: Material, table: Table) -> Iterator[bytes]:
    """The table with a head line."""
    yield _line([column.name for column in table.columns])
    for values in table.values(material):
        yield _line([_cell(value, column) for value, column in zip(values, table.columns, strict=True)])


def _cell(value: object, column: Column) -> str:
    if value is None:
        return ""
    if column.type == "flag":
        return "true" if value else "false"
    return cell(value) if column.type == "text" else str(value)


def _line(values: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue().encode("utf-8")
