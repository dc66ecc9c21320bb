"""The shapes of headlines, headings and prose."""

from __future__ import annotations

import pytest

from memcon.extract.headlines import is_heading, is_headline, is_issuer, is_prose, is_same_title


@pytest.mark.parametrize(
    "line",
    [
        "Norway, Switzerland to open talks on herring",
        "Envoys Meet in Bern",
        "Will Oslo sign the pact?",
        "U.S. envoy visits Oslo",
    ],
)
def test_headlines(line: str) -> None:
    """Short, and no sentence ends in them."""
    assert is_headline(line)


@pytest.mark.parametrize(
    "line",
    [
        "The envoys met in Bern on Tuesday. They spoke for three hours.",
        "On Tuesday the envoys of both coastal states met in the old harbour hall and spoke for three hours about herring.",
        "herring",
        "Here is the text of the statement:",
        "- first point",
        "",
    ],
)
def test_no_headlines(line: str) -> None:
    """Sentences, lead-ins and bullets."""
    assert not is_headline(line)


def test_archives_put_a_stop_behind_titles() -> None:
    """Then words in capitals tell."""
    assert is_headline("Norwegian Envoy Opens Herring Talks in Bern.", with_stop=True)
    assert not is_headline(
        "The Norwegian envoy has now at last opened the talks on herring in the hall of Bern.", with_stop=True
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("What Comes Next", True),
        ("BACKGROUND:", True),
        ("He added:", False),
        ("He left.", False),
        ("– Pavel Novak", False),
        ("and then", False),
    ],
)
def test_headings(line: str, expected: bool) -> None:
    """Between paragraphs fewer lines are headings."""
    assert expected == is_heading(line)


def test_prose() -> None:
    """Sentences, or anything long."""
    assert is_prose("The envoys met in Bern on Tuesday afternoon.")
    assert is_prose("herring " * 40)
    assert not is_prose("Envoys meet in Bern")


def test_same_title() -> None:
    """But for case, marks and the site's name."""
    assert is_same_title("Envoys ‘Meet’ in Bern.", "Envoys 'meet' in Bern")
    assert is_same_title(
        "Envoys of both states meet in Bern at last", "Envoys of both states meet in Bern at last - Fjord Courier"
    )
    assert not is_same_title("Envoys meet", "Envoys meet in Bern")
    assert not is_same_title("", "")


def test_issuer() -> None:
    """Offices that head a release."""
    assert is_issuer("Office of the Spokesperson")
    assert is_issuer("Ministry of Fisheries, Norway")
    assert not is_issuer("Ministers meet in Bern")
