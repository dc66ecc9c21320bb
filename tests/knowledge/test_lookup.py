from __future__ import annotations

import pytest

from memcon.knowledge import Knowledge, PlaceEntry, load


@pytest.fixture(scope="module")
def book() -> Knowledge:
    return load()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("South Korea", "KOR"), ("the Republic of Korea", "KOR"), ("DPRK", "PRK"), ("U.S.", "USA"), ("US", "USA"), ("the United States", "USA"), ("UK", "GBR"),
        ("Türkiye", "TUR"), ("Turkiye", "TUR"), ("Cote d'Ivoire", "CIV"), ("the Netherlands", "NLD"), ("PRC", "CHN"), ("ROC", "TWN"), ("UAE", "ARE"), ("Kosovo", "XKX"),
        ("the Vatican", "VAT"), ("Hong Kong", "HKG"), ("Soviet Union", "SUN"), ("Burma", "MMR"), ("Swaziland", "SWZ"), ("BRITAIN", "GBR"),
        ("Korea", None), ("Congo", None), ("us", None), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_states_by_name(book: Knowledge, name: str, code: str | None) -> None:
    """Names in any case, acronyms exactly; what two states share is left open."""
    state = book.state_by_name(name)

    assert (state.code if state else None) == code


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("Zaire", "1985", "COD"), ("Zaire", "2005", None), ("West Germany", "1975", "DEU"), ("West Germany", "1995", None), ("Soviet Union", "1985", "SUN"),
        ("Soviet Union", "1995", None), ("South Sudan", "2005", None), ("South Sudan", "2015", "SSD"), ("Persia", "1890", "IRN"),
    ],
)  # fmt: skip
def test_states_at_a_time(book: Knowledge, name: str, on: str, code: str | None) -> None:
    """A former name, and a state that ended, hold in their time only."""
    state = book.state_by_name(name, on)

    assert (state.code if state else None) == code


@pytest.mark.parametrize(
    ("demonym", "code"),
    [("South Koreans", "KOR"), ("American", "USA"), ("Dutch", "NLD"), ("Swedes", "SWE"), ("Chinese", "CHN"), ("Germans", "DEU"), ("Korean", None), ("Congolese", None), ("Chineses", None)],
)  # fmt: skip
def test_demonyms(book: Knowledge, demonym: str, code: str | None) -> None:
    """Adjectives and nouns, plurals where regular; what two states share is left open."""
    state = book.state_by_demonym(demonym)

    assert (state.code if state else None) == code


def test_tenures_are_dated(book: Knowledge) -> None:
    """A person's offices are those that they held at the time, whatever the spelling."""
    assert [t.valid for t in book.tenures("Donald J. Trump", "2022")] == []
    assert [t.valid for t in book.tenures("Donald Trump", "2018-06")] == ["2017-01-20/2021-01-20"]
    assert [t.title for t in book.tenures("MOON JAE IN", "2019")] == ["president"]
    assert [t.title for t in book.tenures("Kang Kyung-wha")] == ["ambassador to the United States", "foreign minister"]


def test_holders_of_an_office(book: Knowledge) -> None:
    """Who held an office, at a time; nobody where the pack doesn't know."""
    assert [t.person for t in book.holders("Secretary of Defense", "USA", "2023")] == ["Lloyd Austin"]
    assert book.holders("Secretary of Defense", "USA", "1890") == ()


def test_capitals_are_places(book: Knowledge) -> None:
    """Every living state's capital that stands for its government is a place in that state, with coordinates."""
    lost = [
        state.code
        for state in book.states
        if state.capital and not (state.valid or "").count("/1") and not (state.valid or "").count("/20")
        and not any(isinstance(e.record, PlaceEntry) and e.record.country == state.code and e.record.lat is not None for e in book.gazetteer.look_up(state.capital))
    ]  # fmt: skip

    assert lost == []


def test_capital_is_a_metonym_unless_it_shares_the_states_name(book: Knowledge) -> None:
    """Seoul stands for a government; Luxembourg and San Juan don't."""
    assert book.state_by_code["KOR"].metonyms[0] == "Seoul"
    assert book.state_by_code["LUX"].metonyms == ()
    assert book.state_by_code["PRI"].metonyms == ()


def test_ids_refer_to_what_there_is(book: Knowledge) -> None:
    """Organizations named as parents or as where an office belongs are in the packs."""
    named = {o.parent for o in book.organizations} | {t.organization for t in book.people}

    assert named - {None} - set(book.organization_by_id) == set()
