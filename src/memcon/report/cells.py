"""What may stand in a cell of a spreadsheet."""

from __future__ import annotations

from memcon.report.layout import visible


def cell(value: object) -> str:
    """A value as a cell. Articles are other people's input: what a spreadsheet would run as a formula gets an apostrophe before it; None is empty."""
    shown = "" if value is None else visible(str(value))
    return f"'{shown}" if shown[:1] in ("=", "+", "-", "@") else shown
