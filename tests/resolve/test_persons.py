"""Bearers of names judged one person."""

from __future__ import annotations

import pytest

from memcon.resolve.persons import OPEN_COUNTRY, OTHER_SPELLING, PART_OF_A_NAME, Bearer, judge_persons


def bearer(id: str, name: str, country: str | None = None, *offices: str) -> Bearer:
    return Bearer(id=id, name=name, words=tuple(name.lower().split()), country=country, offices=frozenset(offices))


SOTO = bearer("a", "Maria Soto", "PER", "president")


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (bearer("b", "Maria Soto", None), OPEN_COUNTRY),
        (bearer("b", "Marya Soto", "PER", "president of peru"), OTHER_SPELLING),
        (bearer("b", "Mario Soto", "PER", "president"), None),
        (bearer("b", "Marya Sotto", "PER", "president"), None),
        (bearer("b", "Maria Elena Soto", "PER", "president of peru"), OTHER_SPELLING),
        (bearer("b", "Soto", "PER", "president"), PART_OF_A_NAME),
        (bearer("b", "Soto", "PER", "minister"), None),
        (bearer("b", "Soto", None, "president"), None),
        (bearer("b", "Maria Soto", "ESP", "president"), None),
        (bearer("b", "Ana Soto", "PER", "president"), None),
    ],
)
def test_two_bearers(other: Bearer, why: str | None) -> None:
    """What joins two names, and what leaves them apart."""
    joined = judge_persons([SOTO, other]).joined
    assert [(j.subjects, j.why) for j in joined] == ([(("a", "b"), why)] if why else [])


def test_a_part_of_two_names_is_nobodys() -> None:
    """Two presidents of one family name: a person decides."""
    found = judge_persons([SOTO, bearer("b", "Ana Soto", "PER", "president"), bearer("c", "Soto", "PER", "president")])
    assert found.joined == ()
    assert {doubt[:2] for doubt in found.doubts} == {("c", "a"), ("c", "b")}


def test_an_open_country_with_two_bearers_stays_open() -> None:
    """A Maria Soto of Peru and one of Spain."""
    found = judge_persons([SOTO, bearer("b", "Maria Soto", "ESP"), bearer("c", "Maria Soto")])
    assert found.joined == ()


def test_the_order_of_bearers_changes_nothing() -> None:
    """Whoever comes first."""
    known = [
        SOTO,
        bearer("b", "Maria Elena Soto", "PER", "president"),
        bearer("c", "Soto", "PER", "president"),
        bearer("d", "Maria Soto"),
    ]
    assert judge_persons(known) == judge_persons(known[::-1])
    assert len(judge_persons(known).joined) == 3
