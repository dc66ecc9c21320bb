"""Tables of comma- or tab-separated values: each row below the line of column names is a record."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from memcon.acquire.records import capture_record
from memcon.domain.documents import Capture
from memcon.domain.metadata import plain_name
from memcon.domain.problems import Problem

MOST_COLUMNS = 1_000
"""A table of more columns is refused: what is read of a row are eleven."""

_LONGEST = 10_000_000
"""The most characters of one cell."""

_SHOWN = 8
"""Columns that a problem names."""


def read_table(
    data: bytes, ref: str, fields: Mapping[str, str], published: str | None, *, delimiter: str = ","
) -> Iterator[Capture | Problem]:
    """A capture for each row, its `ref` the row's id, else `#n`. The first line names the columns, one of them that of the text; a row of another length is a
    problem and the next is read. In a comma-separated file semicolons count where its first line has no comma."""
    from memcon.extract.decode import decode

    decoded = decode(data, ref=ref)
    yield from decoded.problems
    if decoded.text is None:
        return
    head = decoded.text[: decoded.text.find("\n") + 1 or None]
    if delimiter == "," and ";" in head and "," not in head:
        delimiter = ";"
    csv.field_size_limit(_LONGEST)
    rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip() for name in next(rows, [])]
        refusal = _refusal(names, ref, fields)
        if refusal is not None:
            yield refusal
            return
        yield from _records(names, rows, ref, fields, published)
    except csv.Error as error:
        yield Problem(
            code="table_not_valid",
            message=f"line {rows.line_num}: {error}",
            hint='put quotation marks around a cell that holds one, and write it twice there: "he said ""yes"""',
            ref=ref,
        )


def _records(
    names: Sequence[str], rows: Iterator[list[str]], ref: str, fields: Mapping[str, str], published: str | None
) -> Iterator[Capture | Problem]:
    n = 0
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        n += 1
        if len(row) != len(names):
            yield Problem(
                code="row_not_like_head",
                message=f"the row has {len(row)} cells, the first line names {len(names)} columns",
                hint="a cell that holds a comma or a line end needs quotation marks around it",
                ref=f"{ref}#{n}",
            )
            continue
        record = {name: cell for name, cell in zip(names, row, strict=True) if cell.strip()}
        yield from capture_record(record, ref=f"{ref}#{n}", fields=fields, published=published)
    if not n:
        yield Problem(code="empty", message="there are no rows in it", hint="check that the export worked", ref=ref)


def _refusal(names: Sequence[str], ref: str, fields: Mapping[str, str]) -> Problem | None:
    """Why the first line can't be one of column names."""
    if not any(names):
        return Problem(code="empty", message="there are no rows in it", hint="check that the export worked", ref=ref)
    if len(names) > MOST_COLUMNS:
        return Problem(
            code="table_too_wide",
            message=f"{len(names):,} columns; a table has at most {MOST_COLUMNS:,}",
            hint="keep the columns of text, title, date, publisher and address",
            ref=ref,
        )
    wanted = fields.get("text", "text")
    if wanted in names or ("text" not in fields and any(plain_name(name) == "text" for name in names)):
        return None
    shown = ", ".join(name[:40] or "(none)" for name in names[:_SHOWN])
    return Problem(
        code="table_without_text",
        message=f"no column is called {wanted!r}; the first line has {shown}",
        hint="the first line names the columns; say which holds the text: --map text=NAME",
        ref=ref,
    )
