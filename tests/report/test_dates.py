"""EDTF in words."""

from __future__ import annotations

import pytest

from memcon.report.dates import date_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-06-15", "2025-06-15"),
        ("2025-06", "June 2025"),
        ("2025-23", "autumn 2025"),
        ("2025-33", "first quarter of 2025"),
        ("2025-06-15/2025-06-17", "2025-06-15 to 17"),
        ("2025-06-30/2025-07-02", "2025-06-30 to 2025-07-02"),
        ("2018/2021", "2018 to 2021"),
        ("2018/..", "since 2018"),
        ("../2025-06", "until June 2025"),
        ("201X", "the 2010s"),
        ("2025~", "about 2025"),
        ("XXXX-03-15", "15 March of an untold year"),
        ("XXXX-03-15/XXXX-03-17", "15 to 17 March of an untold year"),
        ("XXXX-03-30/XXXX-04-02", "30 March to 2 April of an untold year"),
        ("nonsense", "nonsense"),
    ],
)
def test_date_words(edtf: str, words: str) -> None:
    """Days stay as they are; what is no EDTF is shown as it is."""
    assert date_words(edtf) == words
