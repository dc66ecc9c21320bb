"""Dates in the lines about a text, in figures and with the names of months."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.domain.dates import interval_of
from memcon.extract.dates import find_dates
from tests.seconds import within


@pytest.mark.parametrize(
    ("text", "phrase", "edtf"),
    [
        ("Published: 16 Dec. 2025, 08:51", "16 Dec. 2025", "2025-12-16"),
        ("Dec 16, 2025", "Dec 16, 2025", "2025-12-16"),
        ("on Dec. 16 2025 they", "Dec. 16 2025", "2025-12-16"),
        (" date 2025-12-16  Two", "2025-12-16", "2025-12-16"),
        ("2025-12-16T08:51:00+09:00", "2025-12-16", "2025-12-16"),
        ("2025.12.16.", "2025.12.16", "2025-12-16"),
        ("2025/12/16", "2025/12/16", "2025-12-16"),
        ("on 16/12/2025.", "16/12/2025", "2025-12-16"),
        ("on 12/16/2025.", "12/16/2025", "2025-12-16"),
        ("on 16.12.2025", "16.12.2025", "2025-12-16"),
        ("5/5/2025", "5/5/2025", "2025-05-05"),
        ("in November 2018 to", "November 2018", "2018-11"),
        ("in Nov. 2018", "Nov. 2018", "2018-11"),
        ("in November of 2018", "November of 2018", "2018-11"),
        ("November, 2018", "November, 2018", "2018-11"),
        ("SEOUL, Nov. 3 (Wire) --", "Nov. 3", "XXXX-11-03"),
        ("LIMA, 3 NOVEMBER", "3 NOVEMBER", "XXXX-11-03"),
        ("Sept. 29", "Sept. 29", "XXXX-09-29"),
        ("Feb. 29", "Feb. 29", "XXXX-02-29"),
        ("the 3rd of May 1999", "the 3rd of May 1999", "1999-05-03"),
        ("May 3rd, 1999", "May 3rd, 1999", "1999-05-03"),
        ("16-Dec-2025", "16-Dec-2025", "2025-12-16"),
        ("3 november 2025", "3 november 2025", "2025-11-03"),
        ("from 3-5 November 2025", "3-5 November 2025", "2025-11-03/2025-11-05"),
        ("Nov. 3–5, 2025", "Nov. 3–5, 2025", "2025-11-03/2025-11-05"),
        ("Nov. 3 to 5, 2025", "Nov. 3 to 5, 2025", "2025-11-03/2025-11-05"),
        ("Nov. 3-5", "Nov. 3-5", "XXXX-11-03/XXXX-11-05"),
    ],
)
def test_find_dates(text: str, phrase: str, edtf: str) -> None:
    """Each spelling gives its phrase and its EDTF."""
    assert [(span.of(text), value) for span, value in find_dates(text)] == [(phrase, edtf)]


@pytest.mark.parametrize(
    "text",
    ["13/13/2025", "03/11/2025", "31 February 2025", "Feb. 30", "2025-02-31", "may 5", "May said", "March on", "version 1.2.2025.4",
     "2025", "0000-11-03", "Marching 5", "Mayor 5", "192.168.10.2025", "Nov. 3.5 percent", "12025-11-033", ""],
)  # fmt: skip
def test_not_a_date(text: str) -> None:
    """Impossible days, open orders and other figures are left out."""
    assert find_dates(text) == ()


@given(st.text(alphabet="0123456789/-., NovemberMay", max_size=200))
def test_spans_and_values_hold(text: str) -> None:
    """Whatever is found stands in the text and is a day, a month or a day without year."""
    for span, edtf in find_dates(text):
        assert span.of(text)
        assert edtf.startswith("XXXX-") or interval_of(edtf) is not None


@pytest.mark.parametrize("piece", ["1", "1/", "11-", "1 ", "May ", "Nov. 3 ", "a", " ", "2025-", "3 to ", "the 3rd "])
def test_linear_time(piece: str) -> None:
    """Hostile repetition costs no more than its length."""
    text = piece * (300_000 // len(piece))

    within(3, lambda: find_dates(text))
