from __future__ import annotations

import pytest

from memcon.knowledge import Gazetteer, Organization, PlaceEntry, State, Tenure, build_gazetteer, load

RECORDS = (
    State(
        code="ISL",
        name="Iceland",
        acronyms=("ISL",),
        demonyms=("Icelander", "Icelanders"),
        metonyms=("Reykjavík", "the Isle"),
    ),
    State(code="GEO", name="Georgia", demonyms=("Georgian",)),
    Organization(id="court", name="Supreme Court", sector="JUD", country="ISL"),
    Organization(
        id="court-us",
        name="Supreme Court of Iceland",
        names=("the High Bench", "High Bench"),
        acronyms=("SCI",),
        sector="JUD",
    ),
    PlaceEntry(name="Georgia", country="USA"),
    PlaceEntry(name="Reykjavík", country="ISL", population=100),
    PlaceEntry(name="Reykjavík", country="CAN", population=9000),
    Tenure(person="Han Seo-jun", title="envoy", valid="2020/.."),
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return build_gazetteer(RECORDS)


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str]]:
    words = text.split()
    return [(" ".join(words[start:end]), entries[0].form) for start, end, entries in gazetteer.match(words)]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("the Supreme Court of Iceland sat", [("Supreme Court of Iceland", "name")]),
        ("the Supreme Court of Georgia sat", [("Supreme Court", "name"), ("Georgia", "name")]),
        ("ICELANDERS in REYKJAVÍK", [("ICELANDERS", "demonym"), ("REYKJAVÍK", "metonym")]),
        ("Reykjavik 's mayor", [("Reykjavik", "metonym")]),
        ("the Isle and The Isle and Isle", [("the Isle", "metonym"), ("The Isle", "metonym")]),
        ("the High Bench", [("High Bench", "name")]),
        ("Han Seo-jun , Han Seo Jun , Han Seojun , HAN SEO-JUN", [("Han Seo-jun", "name"), ("Han Seo Jun", "name"), ("Han Seojun", "name"), ("HAN SEO-JUN", "name")]),
        ("sci and Sci but SCI", [("SCI", "acronym")]),
        ("an iceland of supreme court", []),
        ("", []),
        ("Supreme", []),
    ],
)  # fmt: skip
def test_matches(gazetteer: Gazetteer, text: str, matches: list[tuple[str, str]]) -> None:
    """Longest and leftmost, by case, in capitals too, acronyms exactly; the article only where it makes the name."""
    assert found(gazetteer, text) == matches


def test_all_readings_of_a_shared_name_are_kept(gazetteer: Gazetteer) -> None:
    """An ambiguous name gives every record, states first, then places by population."""
    (_, _, georgia), (_, _, capital) = gazetteer.match(["Georgia", "and", "Reykjavík"])

    assert [type(e.record) for e in georgia] == [State, PlaceEntry]
    assert [getattr(e.record, "country", "state") for e in capital] == ["state", "CAN", "ISL"]


def test_look_up_of_a_whole_name(gazetteer: Gazetteer) -> None:
    """A name as a whole is found with or without its article."""
    assert gazetteer.look_up("the Supreme Court")[0].record == RECORDS[2]
    assert gazetteer.look_up("Supreme Court of") == ()


def test_matching_is_linear() -> None:
    """A long run of words that start names takes no more than the longest name's length each."""
    words = ["Supreme", "Court", "of"] * 20_000

    assert len(build_gazetteer(RECORDS).match(words)) == 20_000


def test_shipped_ambiguity() -> None:
    """The packs keep what a name alone can't decide."""
    book = load()
    codes = {
        name: [e.record.code for e in book.gazetteer.look_up(name) if isinstance(e.record, State)]
        for name in ("Korea", "Congo")
    }

    assert codes == {"Korea": ["KOR", "PRK"], "Congo": ["COG", "COD"]}
