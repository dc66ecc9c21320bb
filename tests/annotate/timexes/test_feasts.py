"""Feasts that move: their days against those of published calendars."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.annotate.timexes import find_times_in_text
from memcon.annotate.timexes.feasts import NAMES, easter, from_islamic, occurrences, orthodox_easter
from memcon.domain.dates import interval_of


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (1961, "1961-04-02", "1961-04-09"),
        (2000, "2000-04-23", "2000-04-30"),
        (2008, "2008-03-23", "2008-04-27"),
        (2013, "2013-03-31", "2013-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2038, "2038-04-25", "2038-04-25"),
    ],
)
def test_easter(year: int, western: str, eastern: str) -> None:
    """Easter Sunday of both reckonings, its earliest and its latest among them."""
    assert (easter(year).isoformat(), orthodox_easter(year).isoformat()) == (western, eastern)


@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Western Easter is a Sunday from 22 March to 25 April, the eastern one a Sunday too and never before it."""
    western, eastern = easter(year), orthodox_easter(year)

    assert date(year, 3, 22) <= western <= date(year, 4, 25)
    assert western.isoweekday() == eastern.isoweekday() == 7
    assert western <= eastern


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("ramadan", "2011-08-01"),
        ("ramadan", "2025-03-01"),
        ("eid al-fitr", "2024-04-10"),
        ("eid al-adha", "2024-06-16"),
        ("eid al-adha", "2013-10-15"),
        ("eid al-fitr", "2000-01-08"),
        ("lunar new year", "2025-01-29"),
        ("lunar new year", "2026-02-17"),
        ("chuseok", "2025-10-06"),
        ("chuseok", "2014-09-08"),
        ("passover", "2024-04-29"),
        ("diwali", "2023-11-12"),
    ],
)
def test_days_kept(name: str, day: str) -> None:
    """The days on which feasts were kept are among those that they can name."""
    kept = date.fromisoformat(day)

    assert any(kept in o.interval for o in occurrences(name, kept.year))


@given(st.sampled_from(sorted(NAMES)), st.integers(1, 9999))
def test_occurrences_in_any_year(name: str, year: int) -> None:
    """Nothing raises at the calendar's ends, and all occurrences begin about the year asked for."""
    for occurrence in occurrences(name, year):
        assert abs((occurrence.interval.start - date(year, 7, 1)).days) <= 190
        assert occurrence.value.startswith(f"{year:04}")


def test_islamic_calendar_ends() -> None:
    """A day outside the years 1 to 9999 is none."""
    assert from_islamic(1, 1, 1) == date(622, 7, 19)
    assert from_islamic(20_000, 1, 1) is None


IN_TEXT = [
    ("The truce was kept over Easter.", "Easter", "2025-04-20", "2025-04-18/2025-04-21"),
    ("The truce will be kept through Easter Monday.", "Easter Monday", "2026-04-06", "2026-04-06/2026-04-13"),
    ("They signed on Good Friday 2019.", "Good Friday 2019", "2019-04-19", "2019-04-19/2019-04-26"),
    ("Prayers were said in Easter week.", "Easter week", "2025-W16", "2025-04-11/2025-04-27"),
    ("Reunions were held around Chuseok.", "around Chuseok", "2025", "2025-09/2025-10"),
    ("Markets close for Lunar New Year 2027.", "Lunar New Year 2027", "2027", "2027-01/2027-02"),
    ("Fighting slowed during Ramadan.", "Ramadan", "2025", "2025-02-27/2025-04-01"),
    ("The gates will open for Eid al-Adha.", "Eid al-Adha", "2026", "2026-05-25/2026-06-01"),
    ("The gates opened for Eid al-Fitr 2024.", "Eid al-Fitr 2024", "2024", "2024-04-08/2024-04-14"),
    ("On Halloween they dined.", "Halloween", "2025-10-31", "2025-10-31"),
    ("By Christmas the troops will be home.", "Christmas", "2025-12-25", "2025-12-25"),
    ("Security was tightened after 9/11.", "9/11", "2001-09-11", "2001-09-11"),
    ("The Sept. 11 attacks changed the law.", "Sept. 11", "2001-09-11", "2001-09-11"),
    ("The Oct. 7 attack set it off.", "Oct. 7", "XXXX-10-07", "XXXX-10-07"),
    ("The Oct. 14 explosion killed two guards.", "Oct. 14", "2025-10-14", "2025-10-14"),
    ("The Jan. 14 explosion killed two guards.", "Jan. 14", "XXXX-01-14", "XXXX-01-14"),
]


@pytest.mark.parametrize(("text", "phrase", "value", "edtf"), IN_TEXT)
def test_feasts_and_named_days_in_text(text: str, phrase: str, value: str, edtf: str) -> None:
    """A feast in a text of 3 November 2025: its value and all days that it can name."""
    found = find_times_in_text(text, "2025-11-03")

    assert [(t.text, t.value, t.edtf) for t in found] == [(phrase, value, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday Agreement holds.",
        "Tariq Ramadan spoke.",
        "The Easter Rising failed.",
        "He read the Tet Offensive.",
    ],
)
def test_names_with_feasts_in_them(text: str) -> None:
    """Names made from feasts are no times."""
    assert find_times_in_text(text, "2025-11-03") == ()


def test_an_incident_of_last_year() -> None:
    """In January the shooting of last November still has its year, that of last May not."""
    found = find_times_in_text("The Nov. 23 shooting followed the May 23 shooting.", "2026-01-22")

    assert [t.edtf for t in found] == ["2025-11-23", "XXXX-05-23"]


def test_nine_eleven_before_its_day() -> None:
    """What a text of 1999 calls 9/11 is not the day of 2001, nor are attacks of "Sept. 11"."""
    found = find_times_in_text("They spoke of 9/11 and of the Sept. 11 attacks.", "1999-03-01")

    assert [t.edtf for t in found] == ["XXXX-09-11"]


@given(
    st.sampled_from(["Easter", "Ramadan", "Lunar New Year", "Eid al-Fitr"]),
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
)
def test_the_last_feast_has_begun(name: str, published: date) -> None:
    """Last Easter and the like had begun by the document's day, and not more than about a year before it."""
    found = find_times_in_text(f"They met last {name}.", published.isoformat())
    interval = interval_of(found[0].edtf or "")

    assert interval is not None
    assert interval.start <= published <= interval.end + timedelta(days=400)
