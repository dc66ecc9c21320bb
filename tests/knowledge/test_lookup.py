from __future__ import annotations

import pytest

from memcon.knowledge import Knowledge, PlaceEntry, load


@pytest.fixture(scope="module")
def book() -> Knowledge:
    return load()


def test_tenures_are_dated(book: Knowledge) -> None:
    """A person's offices are those that they held at the time, whatever the spelling."""
    assert [t.valid for t in book.tenures("Donald J. Trump", "2022")] == []
    assert [t.valid for t in book.tenures("Donald Trump", "2018-06")] == ["2017-01-20/2021-01-20"]
    assert [t.title for t in book.tenures("MOON JAE IN", "2019")] == ["president"]
    assert [t.title for t in book.tenures("Kang Kyung-wha")] == ["ambassador to the United States", "foreign minister"]


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

    assert named - {None} - {o.id for o in book.organizations} == set()


def test_a_surname_means_the_only_one_in_office(book: Knowledge) -> None:
    """By the last name, or the first where the family's stands there; of a time when somebody held an office."""
    assert {t.person for t in book.in_office("Trump", "2018-06-01")} == {"Donald Trump"}
    assert {t.person for t in book.in_office("Moon", "2019-01-01")} == {"Moon Jae-in"}
    assert book.in_office("Trump", "2022-06-01") == ()
    assert book.in_office("Jae-in", "2019-01-01") == ()
