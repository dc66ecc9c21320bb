"""Names in bylines."""

from __future__ import annotations

import pytest

from memcon.extract.bylines import agency_of, is_byline, names_in, writers_of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ingrid Solberg", ("Ingrid Solberg",)),
        ("By INGRID SOLBERG and PAVEL NOVAK", ("INGRID SOLBERG", "PAVEL NOVAK")),
        (
            "By Ingrid Solberg, Pavel Novak and Jan van der Meer | Fjord Courier",
            ("Ingrid Solberg", "Pavel Novak", "Jan van der Meer"),
        ),
        ("By Ingrid Solberg, Staff reporter", ("Ingrid Solberg",)),
        ("By Ingrid Solberg, Associated Press", ("Ingrid Solberg",)),
        ("BY SOLBERG IN-GRID [ingrid.solberg@example.org]", ("SOLBERG IN-GRID",)),
        ("Ingrid Solberg (solberg@example.org)", ("Ingrid Solberg",)),
        ("solberg@example.org", ()),
        ("By AFP", ()),
        ("(Reporting by Ingrid Solberg in Bergen; Editing by Pavel Novak)", ("Ingrid Solberg",)),
    ],
)
def test_writers(line: str, expected: tuple[str, ...]) -> None:
    """Roles, agencies and addresses are no names."""
    assert is_byline(line)
    assert expected == writers_of(line)


@pytest.mark.parametrize(
    "line", ["By Friday all was over", "By The Sea", "By all accounts, Oslo won", "Bystanders Met Solberg", ""]
)
def test_other_lines(line: str) -> None:
    """Sentences may begin with "By"."""
    assert not is_byline(line)
    assert writers_of(line) == ()


def test_agency() -> None:
    """An agency beside the writer."""
    assert agency_of("By Ingrid Solberg, Associated Press") == "AP"
    assert agency_of("By AFP") == "AFP"
    assert agency_of("By Ingrid Solberg") is None


def test_names_in_metadata() -> None:
    """Lists in their usual manners."""
    assert names_in("Ingrid Solberg; Pavel Novak") == ("Ingrid Solberg", "Pavel Novak")
    assert names_in("by Ingrid Solberg, Senior Correspondent") == ("Ingrid Solberg",)
    assert names_in("https://example.org/solberg") == ()
