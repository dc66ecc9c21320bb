"""Dates as intervals: EDTF to days and back, and the absolute dates of a text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.domain.dates import Interval, contains, edtf_of, interval_of, shift

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9990, 12, 31))


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-11", "2025-11-01", "2025-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-11-03", "2025-11-03", "2025-11-03"),
        ("2025-11-03T08:51:00Z", "2025-11-03", "2025-11-03"),
        ("2025-11-03T08:51:00+09:00", "2025-11-03", "2025-11-03"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-07-XX", "2004-07-01", "2004-07-31"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31"),
        ("2018/2021", "2018-01-01", "2021-12-31"),
        ("2018-11/2021", "2018-11-01", "2021-12-31"),
        ("2018-11/..", "2018-11-01", "9999-12-31"),
        ("../2018-11-02", "0001-01-01", "2018-11-02"),
        ("2018/", "2018-01-01", "9999-12-31"),
        ("2018~", "2018-01-01", "2018-12-31"),
        ("2018-06?", "2018-06-01", "2018-06-30"),
        ("2018-06%", "2018-06-01", "2018-06-30"),
        ("2018-22", "2018-06-01", "2018-09-23"),
        ("2018-24", "2017-12-01", "2019-03-20"),
        ("2018-34", "2018-04-01", "2018-06-30"),
        ("2018-41", "2018-07-01", "2018-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("9999-24", "9998-12-01", "9999-12-31"),
    ],
)
def test_interval_of(edtf: str, start: str, end: str) -> None:
    """An EDTF string covers exactly these days."""
    assert interval_of(edtf) == Interval(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "edtf",
    ["", "/", "../..", "XXXX-11-03", "XXXX", "0000", "-0500", "Y17000", "2025-02-31", "2025-13", "2025-13-13", "2025-00",
     "2025-99", "2025/2018", "next week", "2025-11-3", "20250", "198X-05", "2018-22-01", "２０２５"],
)  # fmt: skip
def test_no_interval(edtf: str) -> None:
    """What names no day of the years 1 to 9999 has no interval."""
    assert interval_of(edtf) is None


@pytest.mark.parametrize(
    "edtf", ["2025", "2025-11", "2025-11-03", "199X", "2018/2021", "2018-11/2021-02", "2018-11/..", "../2018",
             "2025-10-27/2025-11-02", "9999-12", "0005", "0005-03", "2018-11/2021-02-03", "1995/2004"]
)  # fmt: skip
def test_round_trip(edtf: str) -> None:
    """Writing an interval and reading it again covers the same days."""
    interval = interval_of(edtf)
    assert interval is not None
    assert interval_of(edtf_of(interval)) == interval


@given(DAYS, DAYS)
def test_any_interval_survives_writing(one: date, other: date) -> None:
    """No interval changes by being written as EDTF."""
    interval = Interval(min(one, other), max(one, other))

    assert interval_of(edtf_of(interval)) == interval


def test_edtf_of_is_shortest() -> None:
    """Whole units are written as units."""
    assert edtf_of(Interval(date(2025, 1, 1), date(2025, 12, 31))) == "2025"
    assert edtf_of(Interval(date(2024, 2, 1), date(2024, 2, 29))) == "2024-02"
    assert edtf_of(Interval(date(1990, 1, 1), date(1999, 12, 31))) == "199X"
    assert edtf_of(Interval(date(2018, 1, 1), date(2021, 12, 31))) == "2018/2021"
    assert edtf_of(Interval(date(2018, 11, 1), date.max)) == "2018-11/.."


def test_interval_refuses_backwards() -> None:
    """An interval does not end before it starts."""
    with pytest.raises(ValueError, match="not an interval"):
        Interval(date(2025, 1, 2), date(2025, 1, 1))


def test_contains() -> None:
    """A wider string contains a narrower one, and nothing contains what has no days."""
    assert contains("2025", "2025-11-03")
    assert contains("2025-11/..", "2026")
    assert not contains("2025-11-03", "2025-11")
    assert not contains("2025", "XXXX-11-03")


def test_overlaps_and_days() -> None:
    """Sharing one day is overlap."""
    november = Interval(date(2025, 11, 1), date(2025, 11, 30))

    assert november.days == 30
    assert november.overlaps(Interval(date(2025, 11, 30), date(2025, 12, 5)))
    assert not november.overlaps(Interval(date(2025, 12, 1), date(2025, 12, 5)))
    assert date(2025, 11, 30) in november


@pytest.mark.parametrize(
    ("edtf", "amount", "expected"),
    [
        ("2025-11", {"months": 1}, "2025-12"),
        ("2025-11", {"months": 3}, "2026-02"),
        ("2025", {"years": -8}, "2017"),
        ("2024-02-29", {"years": 1}, "2025-02-28"),
        ("2025-01-31", {"months": 1}, "2025-02-28"),
        ("2025-02-28", {"months": 1}, "2025-03-28"),
        ("2025-10-27/2025-11-02", {"days": 7}, "2025-11-03/2025-11-09"),
        ("2018-11/..", {"months": 3}, "2019-02/.."),
    ],
)
def test_shift(edtf: str, amount: dict[str, int], expected: str) -> None:
    """Whole months stay whole; days are cut at the month's end."""
    interval = interval_of(edtf)
    assert interval is not None
    moved = shift(interval, **amount)

    assert moved is not None
    assert edtf_of(moved) == expected


def test_shift_out_of_range() -> None:
    """There is nothing before year 1 or after 9999."""
    interval = interval_of("9999-12-31")
    assert interval is not None
    assert shift(interval, days=1) is None
    assert shift(interval, years=1) is None


@given(DAYS, st.integers(-2000, 2000))
def test_shifting_days(day: date, n: int) -> None:
    """A shift by n days moves a day by n days."""
    assert shift(Interval(day, day), days=n) == Interval(day + timedelta(days=n), day + timedelta(days=n))
