from __future__ import annotations

import pytest

from memcon.knowledge.validity import bounds, overlaps


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2025-01-20", ("2025-01-20", "2025-01-20")),
        ("2025-01-20/..", ("2025-01-20", "9999-12-31")),
        ("../1991-12", ("0000-01-01", "1991-12-31")),
        ("1949/1990-10", ("1949-01-01", "1990-10-31")),
        ("2018~", ("2018-01-01", "2018-12-31")),
        ("201X", ("2010-01-01", "2019-12-31")),
        ("19XX", ("1900-01-01", "1999-12-31")),
        ("2025-21", ("2025-03-01", "2025-05-31")),
        ("2025-24", ("2025-12-01", "2026-02-28")),
    ],
)
def test_bounds(edtf: str, days: tuple[str, str]) -> None:
    """An EDTF string stands for all days that it can mean."""
    assert bounds(edtf) == days


@pytest.mark.parametrize("text", ["", "soon", "2025-13", "2025-02-30", "2025-1-1", "2025/2024", "20250120"])
def test_what_is_no_edtf_is_refused(text: str) -> None:
    """Anything but an EDTF date or interval raises."""
    with pytest.raises(ValueError, match=r"EDTF|month|day|ends before"):
        bounds(text)


@pytest.mark.parametrize(
    ("valid", "on", "holds"),
    [
        ("2017-01-20/2021-01-20", "2018", True),
        ("2017-01-20/2021-01-20", "2021-01-20", True),
        ("2017-01-20/2021-01-20", "2021-01-21", False),
        ("2025-01-20/..", "2024-12", False),
        ("2025-01-20/..", "2030", True),
        (None, "1900", True),
        ("1900", None, True),
    ],
)
def test_overlaps(valid: str | None, on: str | None, holds: bool) -> None:
    """What is valid in an interval can hold at a time that shares a day with it."""
    assert overlaps(valid, on) is holds
