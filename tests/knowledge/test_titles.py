from __future__ import annotations

import pytest

from memcon.knowledge import Knowledge, load, words_of


@pytest.fixture(scope="module")
def book() -> Knowledge:
    return load(("world",))


@pytest.mark.parametrize(
    ("text", "matched", "kind", "field"),
    [
        ("President Nora Field", "President", "head_of_state", None),
        ("prime minister of the islands", "prime minister", "head_of_government", None),
        ("acting Defense Minister Karl Ohm", "acting Defense Minister", "minister", None),
        ("vice minister for diplomatic strategy at the ministry", "vice minister for diplomatic strategy", "vice_minister", "diplomatic strategy"),
        ("Minister of Trade, Industry and Energy Kim", "Minister of Trade, Industry and Energy", "minister", "Trade , Industry and Energy"),
        ("Assistant Secretary of State for East Asian and Pacific Affairs Dan", "Assistant Secretary of State for East Asian and Pacific Affairs", "vice_minister", "East Asian and Pacific Affairs"),
        ("secretary for Foreign and Commonwealth Affairs", "secretary for Foreign and Commonwealth Affairs", "minister", "Foreign and Commonwealth Affairs"),
        ("Minister of National Unity", "Minister of National Unity", "minister", "National Unity"),
        ("Fisheries Minister Una", "Fisheries Minister", "minister", "Fisheries"),
        ("national security adviser Joan", "national security adviser", "senior_official", None),
        ("deputy director general for nonproliferation affairs", "deputy director general for nonproliferation affairs", "senior_official", "nonproliferation affairs"),
        ("ambassador to Peru", "ambassador", "diplomat", None),
        ("foreign minister of France", "foreign minister", "minister", None),
        ("director of the Larch Institute", "director", "senior_official", None),
        ("spokesman for President Ula", "spokesman", "spokesperson", None),
        ("Crown Prince Omar", "Crown Prince", "royal", None),
        ("Lt. Gen. Amos Reed", "Lt. Gen.", "military", None),
        ("lawmakers from", "lawmakers", "legislator", None),
        ("Pope Peter", "Pope", "religious", None),
        ("spokesperson said", "spokesperson", "spokesperson", None),
        ("chief of staff Ann", "chief of staff", "senior_official", None),
    ],
)  # fmt: skip
def test_titles(book: Knowledge, text: str, matched: str, kind: str, field: str | None) -> None:
    """The longest title is taken with its qualifiers and with what it is a title of, but not the name behind it."""
    match = book.titles_at(words_of(text), 0)

    assert match is not None
    assert words_of(text)[: match.end] == words_of(matched)
    assert (match.title.kind, match.field) == (kind, field)


@pytest.mark.parametrize(
    "text", ["former", "Nora Field", "foreign trade grew", "the minister", "of state", "acting on orders"]
)
def test_what_is_no_title(book: Knowledge, text: str) -> None:
    """A qualifier alone, a portfolio alone and other words are no title; a title must start at the word asked for."""
    assert book.titles_at(words_of(text), 0) is None


def test_qualifiers_are_kept_apart(book: Knowledge) -> None:
    """Words that change an office's force are told."""
    match = book.titles_at(words_of("then acting Finance Minister Ilse"), 0)

    assert match is not None
    assert (match.qualifiers, match.title.sector) == (("then", "acting"), "GOV")


@pytest.mark.parametrize(
    ("text", "matched", "sector", "kind"),
    [
        ("Ministry of National Unity, which", "Ministry of National Unity", "GOV", "ministry"),
        ("Ministry of Foreign Affairs and Anna Lund", "Ministry of Foreign Affairs", "GOV", "ministry"),
        ("Ministry of Culture, Sports and Tourism said", "Ministry of Culture, Sports and Tourism", "GOV", "ministry"),
        ("Department of Foreign Affairs and Trade", "Department of Foreign Affairs and Trade", "GOV", "ministry"),
        ("Resilience Ministry officials", "Resilience Ministry", "GOV", "ministry"),
        ("defence ministry sources", "defence ministry", "GOV", "ministry"),
        ("Ministry of the Interior", "Ministry of the Interior", "GOV", "ministry"),
        ("Joint Chiefs of Staff", "Joint Chiefs of Staff", "MIL", "military"),
        ("General Staff", "General Staff", "MIL", "military"),
        ("Northern Command", "Northern Command", "MIL", "military"),
        ("National Security Council met", "National Security Council", "GOV", "agency"),
        ("Cabinet Office", "Cabinet Office", "GOV", "ministry"),
        ("parliament voted", "parliament", "LEG", "legislature"),
        ("Supreme Court ruled", "Supreme Court", "JUD", "court"),
        ("embassy in Lima", "embassy", "GOV", "mission"),
        ("Law and Order Party won", "Law and Order Party", "PTY", "party"),
        ("Northland Press Agency", "Northland Press Agency", "JRN", "press"),
        ("Harbour Workers' Party won", "Harbour Workers' Party", "PTY", "party"),
    ],
)  # fmt: skip
def test_bodies(book: Knowledge, text: str, matched: str, sector: str, kind: str) -> None:
    """Bodies that no pack names are recognised by their pattern, with a sector."""
    match = book.body_at(words_of(text), 0)

    assert match is not None
    assert words_of(text)[: match.end] == words_of(matched)
    assert (match.sector, match.pattern.kind) == (sector, kind)


@pytest.mark.parametrize(
    "text",
    [
        "ministry of silly walks",
        "Anna Lund said",
        "a department",
        "of Staff",
        "party",
        "The Larch Party",
        "U.S. Department of Defense",
        "Today 's Court",
    ],
)
def test_what_is_no_body(book: Knowledge, text: str) -> None:
    """A common noun with no name, a person and stray words are no body."""
    assert book.body_at(words_of(text), 0) is None
