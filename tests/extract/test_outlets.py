"""Outlets known by the shape of their names."""

from __future__ import annotations

import pytest

from memcon.extract.outlets import outlet_named, split_outlet


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("The Fjord Courier", "The Fjord Courier"),
        ("*Fjord Tribune*", "Fjord Tribune"),
        ("COASTAL COMMAND BULLETIN", "COASTAL COMMAND BULLETIN"),
        ("— Harbour Broadcasting Corporation", "Harbour Broadcasting Corporation"),
        ("The Herald", "The Herald"),
        ("The Times of Bergen", "The Times of Bergen"),
        ("Publisher: Nordlys", "Nordlys"),
        ("Published by Nordlys Media", "Nordlys Media"),
        ("Bergen Evening Herald", "Bergen Evening Herald"),
    ],
)
def test_outlets(line: str, expected: str) -> None:
    """As written, without marks and labels around."""
    assert outlet_named(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Herald",
        "World News",
        "Daily Bulletin",
        "Hard Times",
        "What the Herald says",
        "The Fjord Courier said so.",
        "Envoys meet in Bergen",
        "Fjord News",
        "Fjord Courier 2021",
        "Published in Bergen",
        "A Courier",
        "",
        "x" * 400,
    ],
)
def test_no_outlets(line: str) -> None:
    """Sections, columns, headings and sentences; "News" needs more than itself."""
    assert outlet_named(line) is None


def test_weak_nouns_need_company() -> None:
    """A date beside them speaks for an outlet, and even then a section is none."""
    assert outlet_named("Fjord News", is_sure=True) == "Fjord News"
    assert outlet_named("World News", is_sure=True) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Envoys meet in Bern - The Fjord Courier", ("Envoys meet in Bern", "The Fjord Courier")),
        ("Fjord Tribune | Envoys meet in Bern", ("Envoys meet in Bern", "Fjord Tribune")),
        ("Envoys meet in Bern - Norway first", ("Envoys meet in Bern - Norway first", None)),
        ("Envoys meet", ("Envoys meet", None)),
    ],
)
def test_split(title: str, expected: tuple[str, str | None]) -> None:
    """Window titles carry the outlet's name."""
    assert split_outlet(title) == expected
