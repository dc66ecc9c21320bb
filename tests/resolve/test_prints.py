"""Which texts are prints of one."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.domain.documents import Document
from memcon.resolve.copies import PRINTS
from memcon.resolve.prints import Print, judge_prints, least_share, print_of
from tests.examples import drawn

WIRE = (
    "Peru and Germany will reopen talks on the Ucayali water treaty in Lima next month, the foreign ministers of both countries said on Tuesday after a day of "
    "consultations in Hamburg. Foreign Minister Clara Benavides told reporters that the delegations had settled eleven of the fourteen chapters, and that the "
    "chapters on dams, on fees and on the court that hears complaints remained open. Her colleague Jonas Petersen called the round useful and said that engineers "
    "of both sides would measure the flow at Pucallpa until the end of September before anybody spoke of fees again. The treaty of 1974 lapsed two years ago when "
    "the parliament in Lima refused to extend it, and farmers below the dam have had no fixed share of the water since. Petersen added that the bank which pays for "
    "the gauges had agreed to wait. A spokeswoman of the river board in Pucallpa welcomed the announcement and asked that the towns be heard before the fees are set."
)
CUT = "By Ines Falk, Lima Daily. " + " ".join(WIRE.split()[:95])
LONGER = (
    f"{WIRE} The Baltic Post has followed the talks since 2019. Readers in Rostock know Petersen as their former mayor."
)
OFFICE = (
    "President {a} spoke today with {b} of {c} by phone. The leaders reaffirmed the strength of the friendship between the two countries and discussed the {d}. "
    "They agreed to remain in close contact and to continue to work together on shared challenges, including trade, the climate and the security of the region. "
    "President {a} thanked {b} for the hospitality shown to the delegation in {e} last {f} and looked forward to their next meeting."
)
READOUT = OFFICE.format(
    a="Soto", b="Prime Minister Kari Haaland", c="Norway", d="fisheries treaty", e="Bergen", f="May"
)
OTHER_READOUT = OFFICE.format(a="Soto", b="Chancellor Uwe Brandt", c="Germany", d="water treaty", e="Kiel", f="June")


def printed(id: str, text: str) -> Print:
    return print_of(Document(id=id, ref=id, text=text))


def joined(*texts: str) -> list[tuple[str, ...]]:
    return [judged.subjects for judged in judge_prints(printed(f"doc_{n}", text) for n, text in enumerate(texts))]


def test_a_wire_story_in_three_outlets() -> None:
    """One as it came, one cut short under a byline, one with two sentences of its own."""
    made = judge_prints([printed("doc_a", WIRE), printed("doc_b", CUT), printed("doc_c", LONGER)])
    assert {id for judged in made for id in judged.subjects} == {"doc_a", "doc_b", "doc_c"}
    assert len(made) == 2
    assert made[0].by == "rule:same-text@1"
    assert made[0].why.startswith(("1.00", "0.9"))


@pytest.mark.parametrize(
    "texts",
    [
        (READOUT, OTHER_READOUT),
        ("President Soto met Chancellor Brandt in Lima.", "President Soto met Chancellor Brandt in Lima!"),
        (" ".join(WIRE.split()[:40]), " ".join(WIRE.split()[:41])),
        (WIRE, " ".join(WIRE.split()[::-1])),
        ("", ""),
        ("x", WIRE),
    ],
    ids=["formulas of one office", "one line", "too short to tell", "other words", "nothing", "a letter"],
)
def test_these_are_two_texts(texts: tuple[str, ...]) -> None:
    assert joined(*texts) == []


def test_two_days_of_one_form_are_two_texts() -> None:
    """Nearly all words are shared, but the names and numbers between them are others."""
    days = [
        WIRE.replace("Tuesday", day).replace("eleven", "11").replace("Pucallpa", place).replace("1974", year)
        for day, place, year in (("Tuesday", "Pucallpa", "1974"), ("Friday", "Iquitos", "1983"))
    ]
    assert joined(*days) == []


def test_an_announcement_that_is_made_again_weeks_later_is_another() -> None:
    """The same change within days is a print."""
    changed = WIRE.replace("reopen talks on", "go on with their talks about").replace(
        "called the round useful and said", "told a radio"
    )
    for day, is_print in (("2024-03-09", True), ("2024-05-09", False)):
        first = print_of(Document(id="doc_a", ref="a", text=WIRE, published="2024-03-08"))
        again = print_of(Document(id="doc_b", ref="b", text=changed, published=day))
        assert bool(judge_prints([first, again])) is is_print


def test_a_correction_leaves_a_print_a_print() -> None:
    assert joined(WIRE, WIRE.replace("Tuesday", "Monday")) == [("doc_0", "doc_1")]


def test_a_digest_makes_one_text_of_nothing_that_it_holds() -> None:
    """Two stories in a third are not prints of each other, so at most one of them joins it."""
    other = WIRE[::-1].replace("i", "o").replace(" ", " k")
    made = joined(WIRE, other, f"{WIRE}\n\n{other}")
    assert ("doc_0", "doc_1") not in made
    assert len(made) <= 1


@drawn(30)
@given(st.permutations(range(5)))
def test_the_order_is_without_effect(order: list[int]) -> None:
    prints = [printed(f"doc_{n}", text) for n, text in enumerate([WIRE, CUT, LONGER, READOUT, OTHER_READOUT])]
    assert judge_prints(prints) == judge_prints([prints[n] for n in order])


def test_what_is_kept_of_a_text_is_read_as_it_was_written() -> None:
    made = printed("doc_a", WIRE)
    assert PRINTS.of_text(PRINTS.to_text(made)) == made
    assert len(PRINTS.to_text(made)) < 3 * len(WIRE)


def test_prints_find_each_other_by_a_key() -> None:
    """So the look-up is by index."""
    for one, other in permutations([printed("doc_a", WIRE), printed("doc_b", CUT), printed("doc_c", LONGER)], 2):
        assert PRINTS.keys_of(one) & PRINTS.keys_of(other)


@given(st.integers(1, 400), st.data())
def test_a_small_sample_is_less_sure(of: int, data: st.DataObject) -> None:
    both = data.draw(st.integers(0, of))
    assert 0 <= least_share(both, of) + 1e-9
    assert least_share(both, of) <= both / of + 1e-9
    assert least_share(2 * both, 2 * of) >= least_share(both, of) - 1e-9
