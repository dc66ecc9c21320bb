"""The vocabulary of offices and bodies: the lexicon's nouns, and what packs list."""

from __future__ import annotations

import pytest

from memcon.knowledge.entries import BodyEntry, Title
from memcon.knowledge.offices import Offices, build_offices, noun_of


@pytest.fixture(scope="module")
def offices() -> Offices:
    """Two titles, one within the other, two bodies and a noun."""
    return build_offices(
        [Title(title="vizier", sector="GOV"), Title(title="Grand Vizier", sector="ELI")],
        [
            BodyEntry(name="Council of Guardians", sector="GOV"),
            BodyEntry(name="council", sector="LEG"),
            BodyEntry(name="* majlis", sector="LEG"),
        ],
    )


def test_listed_titles_are_found_longest_first(offices: Offices) -> None:
    """The longest title counts, and none within another."""
    found = offices.titles_in(["the", "grand", "vizier", "met", "a", "vizier"])

    assert [(first, last, title.title) for first, last, title in found] == [(1, 3, "Grand Vizier"), (5, 6, "vizier")]


def test_listed_bodies_are_found_where_they_start(offices: Offices) -> None:
    """The longest body at a word, with its sector."""
    low = ["the", "council", "of", "guardians", "met"]

    assert [offices.body_at(low, i) for i in range(3)] == [None, (4, "GOV"), None]


def test_a_pattern_adds_its_noun(offices: Offices) -> None:
    """`* majlis` makes "majlis" a noun of bodies beside those of the lexicon, and lists no name."""
    assert (offices.body_nouns["majlis"], offices.body_nouns["ministry"]) == ("LEG", "GOV")
    assert "vizier" not in offices.title_nouns


@pytest.mark.parametrize("pattern", [["*"], ["*", "grand", "majlis"]])
def test_a_pattern_has_one_noun(pattern: list[str]) -> None:
    """Anything else is told."""
    with pytest.raises(ValueError, match="one noun"):
        noun_of(pattern)
