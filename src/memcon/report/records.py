"""Views of the ledger as plain data for `--json`."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from memcon.domain.spans import Span


def view_record(value: object) -> object:
    """`value` with records as objects of all their fields, spans as `[start, end]`, tuples as lists; absent is None or []."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return {field.name: view_record(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [view_record(item) for item in value]
    return value
