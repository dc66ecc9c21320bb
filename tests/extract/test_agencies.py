"""News agencies."""

from __future__ import annotations

import pytest

from memcon.extract.agencies import agencies_in_credit, agency_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yonhap News Agency", "Yonhap"),
        ("(AP)", "AP"),
        ("agence  france-presse", "AFP"),
        ("AP Photo", None),
        ("Fjord Courier", None),
        ("MENA", None),
        ("", None),
    ],
)
def test_named(text: str, expected: str | None) -> None:
    """Variants have one name; the name must be all."""
    assert expected == agency_named(text)


def test_short_names_hold_in_datelines() -> None:
    """Elsewhere they mean a region or a spa."""
    assert agency_named("MENA", is_dateline=True) == "MENA"
    assert agency_named("SPA", is_dateline=True) == "SPA"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AFP, Reuters", ("AFP", "Reuters")),
        ("Source: Xinhua", ("Xinhua",)),
        ("Yonhap / Fjord Courier", ()),
        ("Reuters said", ()),
        ("", ()),
    ],
)
def test_credits(line: str, expected: tuple[str, ...]) -> None:
    """Only lines of nothing but agencies."""
    assert expected == agencies_in_credit(line)
