"""Parquet: a table a file, with typed columns; the state of the ledger stands in the file's metadata as well."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from memcon.errors import UsageError
from memcon.report.exports.material import Material
from memcon.report.exports.tables import ColumnType, Table


def export_parquet(material: Material, table: Table) -> Iterator[bytes]:
    """The table as one Parquet file. Raises `UsageError` where the library for it is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise UsageError(
            "Parquet needs a library that is not installed", hint="pip install 'memcon[parquet]'"
        ) from None
    types: Mapping[ColumnType, Any] = {
        "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_(), "day": pa.date32(),
    }  # fmt: skip
    edition = material.edition
    told = {
        "ledger_version": edition.version,
        "as_of": edition.as_of or "",
        "licence": edition.licence or "",
        "program": edition.program,
    }
    schema = pa.schema([pa.field(c.name, types[c.type]) for c in table.columns], metadata=told)
    rows = list(table.values(material))
    columns = [[row[n] for row in rows] for n in range(len(table.columns))]
    arrays = [pa.array(values, type=field.type) for values, field in zip(columns, schema, strict=True)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out)
    yield out.getvalue()
