"""Lines of JSON and of tab-separated values, and what each bears of the state of the ledger."""

from __future__ import annotations

import json
from collections.abc import Sequence

from memcon.report.contract import Json
from memcon.report.exports.material import Edition
from memcon.report.layout import visible

NONE = "None"
"""What stands in a cell of event data where there is nothing."""


def json_line(value: object) -> bytes:
    """A JSON value on one line."""
    return json_bytes(value, indent=None) + b"\n"


def json_bytes(value: object, *, indent: int | None = 1) -> bytes:
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators).encode("utf-8")


def edition_json(edition: Edition) -> Json:
    """The state of the ledger as keys beside a record's own."""
    return {"ledger_version": edition.version, "as_of": edition.as_of, "licence": edition.licence}


def tab_line(values: Sequence[object]) -> bytes:
    """Values with tabs between; none of them can hold a tab or a line end."""
    cells = [NONE if value is None or value == "" else visible(str(value)) for value in values]
    return ("\t".join(cells) + "\n").encode("utf-8")
