"""Views of the ledger as plain data for `--json`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from memcon.domain.spans import Span


def view_record(record: object) -> dict[str, object]:
    """`record` as an object of all its fields, at any depth; spans are `[start, end]`, tuples lists; absent is None or [].

    Raises `TypeError` when it is no record.
    """
    if not is_dataclass(record):
        raise TypeError(f"not a record: {type(record).__name__}")
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return view_record(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value
