"""Days of the calendar at the edges of what their rules allow."""

from __future__ import annotations

from datetime import date

import pytest

from memcon.annotate.timexes import find_times_in_text
from memcon.annotate.timexes.days import nearest_day

NOVEMBER_3 = "2025-11-03"


def read(text: str, published: str | None = NOVEMBER_3) -> list[tuple[str, str, str | None]]:
    """Phrase, value and EDTF of the times in a text."""
    return [(t.text, t.value, t.edtf) for t in find_times_in_text(text, published)]


@pytest.mark.parametrize(
    ("month", "day", "tense", "expected"),
    [
        (12, 4, "past", "2025-12-04"),  # 31 days ahead: the tense may be misread
        (12, 5, "past", "2024-12-05"),
        (10, 3, "future", "2025-10-03"),  # 31 days behind
        (10, 2, "future", "2026-10-02"),
        (5, 5, None, "2025-05-05"),  # 182 days behind, 183 ahead
        (5, 3, None, "2026-05-03"),  # 184 behind, 181 ahead
        (11, 3, "past", "2025-11-03"),
        (11, 3, "future", "2025-11-03"),
        (5, 5, "open", "2025-05-05"),
    ],
)
def test_nearest_day(month: int, day: int, tense: str | None, expected: str) -> None:
    """The nearest such day on the side of the tense, a month of doubt allowed."""
    assert nearest_day(date(2025, 11, 3), month, day, tense) == date.fromisoformat(expected)


def test_nearest_day_of_a_leap_year() -> None:
    """Of 29 February there is one beside a year, or none."""
    assert nearest_day(date(2025, 1, 3), 2, 29, None) == date(2024, 2, 29)
    assert nearest_day(date(2022, 1, 3), 2, 29, None) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dated 2025/12/16.", [("2025/12/16", "2025-12-16", "2025-12-16")]),
        ("Dated 16.12.2025.", [("16.12.2025", "2025-12-16", "2025-12-16")]),
        ("Dated 3.11.2025.", [("3.11.2025", "2025-11-03", "2025-11-03")]),
        ("Dated 11.13.2025.", []),
        ("Dated 3/11/2025.", [("3/11/2025", "2025", "2025")]),
        ("Dated 5/5/2025.", [("5/5/2025", "2025-05-05", "2025-05-05")]),
        ("Dated 12/16/98.", [("12/16/98", "1998-12-16", "1998-12-16")]),
        ("Dated 12/16/31.", [("12/16/31", "2031-12-16", "2031-12-16")]),
        ("Dated 12/16/75.", [("12/16/75", "1975-12-16", "1975-12-16")]),
        ("Dated 12/16/198.", []),
        ("Dated 161/12/2025.", []),
        ("Dated 1/2/9.", []),
        ("Dated 0000/01/01.", []),
        ("Dated 16/12/0000.", []),
    ],
)
def test_dates_in_figures(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """A day where its order can be told, the year where it can't, nothing where no calendar has it."""
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on the 3rd, and left.", [("the 3rd", "2025-11-03", "2025-11-03")]),
        ("They met on the 4th, and left.", [("the 4th", "2025-10-04", "2025-10-04")]),
        ("They will meet on the 2nd.", [("the 2nd", "2025-12-02", "2025-12-02")]),
        ("The round was put off to the 2nd.", [("the 2nd", "2025-12-02", None)]),
        ("The round was put off to the 3rd.", [("the 3rd", "2025-11-03", None)]),
        ("They will meet on the 3rd.", [("the 3rd", "2025-11-03", "2025-11-03")]),
        ("The note of the day says: on the 31st.", [("the 31st", "2025-10-31", "2025-10-31")]),
        ("They met on the 32nd.", []),
        ("They met on the 0th.", []),
        ("They met on the third.", []),
        ("They chose the 3rd.", []),
        ("The 3rd, he said.", []),
        ("They met at 9 a.m. on the 2nd, he said.", [("9 a.m. on the 2nd", "2025-11-02T09:00", "2025-11-02")]),
        ("They dined on the evening of the 2nd.", [("the evening of the 2nd", "2025-11-02TEV", "2025-11-02")]),
        ("They live on the 3rd floor.", []),
        ("The round was put off to the 19th.", [("the 19th", "2025-11-19", None)]),
        ("They met on the 12th of this month.", [("the 12th of this month", "2025-11-12", "2025-11-12")]),
        ("They met on the 12th of last month.", [("the 12th of last month", "2025-10-12", "2025-10-12")]),
        ("They meet on the 12th of next month.", [("the 12th of next month", "2025-12-12", "2025-12-12")]),
        ("They met on the 31st of this month.", [("this month", "2025-11", "2025-11")]),
        ("They met on the 12th of this year.", [("this year", "2025", "2025")]),
    ],
)
def test_days_by_their_number(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """A day of this month or of the one beside it, in keeping with the tense."""
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("They met on the 20th.", "2025-01-15", "2024-12-20"),
        ("They met on the 15th.", "2025-01-15", "2025-01-15"),
        ("They will meet on the 10th.", "2025-12-15", "2026-01-10"),
        ("They met on the 31st.", "2025-12-31", "2025-12-31"),
        ("They met on the 31st.", "2025-12-30", None),
        ("They met on the 1st of last month.", "2025-01-15", "2024-12-01"),
        ("They met on the 1st of this month.", "2025-12-15", "2025-12-01"),
        ("They meet on the 1st of next month.", "2025-12-15", "2026-01-01"),
    ],
)
def test_days_by_their_number_over_a_new_year(text: str, published: str, edtf: str | None) -> None:
    """Before January comes December, behind December January."""
    assert [t.edtf for t in find_times_in_text(text, published)] == ([edtf] if edtf else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Sept. 11 attacks stay known.", ("2001-09-11", "none")),
        ("The Sept. 12 attacks stay known.", ("2025-09-12", "document")),
        ("The Sept. 10 attacks stay known.", ("2025-09-10", "document")),
        ("The Oct. 11 attacks stay known.", ("2025-10-11", "document")),
        ("The Aug. 11 attacks stay known.", ("2025-08-11", "document")),
    ],
)
def test_the_day_known_by_its_date(text: str, found: tuple[str, str]) -> None:
    """Only the attacks of 11 September have their year from nobody."""
    assert [(t.value, t.anchor) for t in find_times_in_text(text, NOVEMBER_3)] == [found]
    assert [t.value for t in find_times_in_text(text)] == [f"XXXX{found[0][4:]}"]


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("They met on Feb. 30.", None, []),
        ("They met on Feb. 29.", None, [("Feb. 29", "XXXX-02-29", None)]),
        ("They met on Feb. 29.", "2022-11-03", []),
        ("They met on Feb. 29, 2024.", None, [("Feb. 29, 2024", "2024-02-29", "2024-02-29")]),
        ("They met on Saturday, Feb. 29.", "2022-01-03", [("Saturday, Feb. 29", "2020-02-29", "2020-02-29")]),
        ("They met on Monday, Feb. 29.", "2022-11-03", [("Monday", "2022-10-31", "2022-10-31")]),
        ("They met on February 29th of last year.", "2025-03-03", [("February 29th of last year", "2024-02-29", "2024-02-29")]),
    ],
)  # fmt: skip
def test_days_that_not_each_year_has(
    text: str, published: str | None, found: list[tuple[str, str, str | None]]
) -> None:
    """29 February is a day where the year is open or a leap year."""
    assert [(t, v, e if "X" not in v else None) for t, v, e in read(text, published)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on June 31st of last year.", [("June", "2025-06", "2025-06"), ("last year", "2024", "2024")]),
        ("They met on June 16th of last month.", [("June 16th", "2025-06-16", "2025-06-16"), ("last month", "2025-10", "2025-10")]),
        ("It lapsed about June 16th of last year.", [("about June 16th of last year", "2024-06-16", "2024-06-16")]),
        ("It lapsed about the 3rd of May.", [("about the 3rd of May", "2025-05-03", "2025-05-02/2025-05-04")]),
    ],
)  # fmt: skip
def test_days_beside_a_unit(text: str, found: list[tuple[str, str, str | None]]) -> None:
    """A day that no month has, or of a unit that is no year, is read without it."""
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on the 12th.", "XXXX-XX-12"),
        ("They met on the 12th of this month.", "XXXX-XX-12"),
        ("They met on the 31st of this month.", "XXXX-XX-31"),
        ("They met on the 32nd of this month.", "XXXX-XX"),
        ("They met on the 12th of this year.", "XXXX"),
        ("They met on June 3 of that year.", "XXXX-06-03"),
        ("They met on February 29 of that year.", "XXXX-02-29"),
        ("They met on November 4.", "XXXX-11-04"),
        ("They met on June 16th of last year.", "XXXX-06-16"),
    ],
)
def test_days_without_a_document_date(text: str, value: str) -> None:
    """What the text tells stays, what it does not tell stays open."""
    assert [t.value for t in find_times_in_text(text)] == [value]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on the twenty first of October.", "2025-10-21"),
        ("They met on October twenty-first.", "2025-10-21"),
        ("They met on October 21st, 2019.", "2019-10-21"),
        ("They met on October 1.", "2025-10-01"),
        ("It was signed on June 16th of last year.", "2024-06-16"),
        ("It was signed on June 16th of this year.", "2025-06-16"),
        ("It is due on June 16th of next year.", "2026-06-16"),
        ("Effective December 20, fees rose.", "2025-12-20"),
        ("Fees rose on December 20.", "2024-12-20"),
        ("The truce was extended through December 20.", "2025-12-20"),
        ("They have until December 20, he said.", "2025-12-20"),
        ("The round was moved as was said in Oslo to December 20.", "2025-12-20"),
        ("The round was moved, as was said in Oslo to December 20.", "2024-12-20"),
        ("They gave them through December 20.", "2025-12-20"),
        ("They stayed until December 20.", "2024-12-20"),
        ("They stayed through December 20.", "2024-12-20"),
        ("They spoke of the December 20 election.", "2025-12-20"),
        ("They met on Sunday, Nov. 2.", "2025-11-02"),
        ("They met on Saturday, Nov. 2.", "2024-11-02"),
        ("They met on Thursday, Nov. 2.", "2023-11-02"),
        ("They met on Wednesday, Nov. 2.", "XXXX-11-02"),
        ("They will meet on Monday, Nov. 2.", "2026-11-02"),
        ("They will meet on Tuesday, Nov. 2.", "XXXX-11-02"),
    ],
)
def test_a_day_without_its_year(text: str, edtf: str) -> None:
    """Tense, what was moved, what is awaited and a weekday tell the year."""
    assert [t.edtf for t in find_times_in_text(text, NOVEMBER_3)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Last year's summit was held on May 12.", "2024-05-12"),
        ("The 2019 summit was held on May 12.", "2019-05-12"),
        ("The 2019 summit of the two was, all the envoys there say, held on May 12.", "2019-05-12"),
        ("The 2019 summit of the two was, as all of the envoys there still say now, held on May 12.", "2025-05-12"),
        ("In 2019 the summit was held on May 12.", "2025-05-12"),
        ("The 2019 summit failed. It was held on May 12.", "2025-05-12"),
        ("The 2019 summit is missed on May 12.", "2025-05-12"),
        ("The 2019 summit held by May 12.", "2025-05-12"),
        ("The 2019 summit was held on Feb. 29.", "2024-02-29"),
        ("The 2019 summit was held on the 12th of May.", "2019-05-12"),
        ("The 2019 summit\nwas held on May 12.", "2025-05-12"),
        ("The 1990s summit was held on May 12.", "2025-05-12"),
        ("Bathe 2019 wines held on May 12.", "2025-05-12"),
    ],
)
def test_the_year_of_the_thing_spoken_of(text: str, edtf: str) -> None:
    """A year that owns the thing is that of its day, in the same clause and close by."""
    assert find_times_in_text(text, NOVEMBER_3)[-1].edtf == edtf


@pytest.mark.parametrize(("characters", "edtf"), [(69, "2019-05-12"), (70, "2019-05-12"), (71, "2025-05-12")])
def test_how_close_by_the_thing_spoken_of_is(characters: int, edtf: str) -> None:
    """Further behind than that the year is not looked for."""
    head, tail = " summit of ", " was held on "
    text = f"The 2019{head}{'o' * (characters - len(head + tail))}{tail}May 12."

    assert find_times_in_text(text, NOVEMBER_3)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The note of 2024-05-06 is out.", "2024-05-06"),
        ("It began 2024-05-06T09:30:00Z there.", "2024-05-06T09:30:00Z"),
    ],
)
def test_iso_dates(text: str, value: str) -> None:
    """A day, or a time with its zone."""
    assert [t.value for t in find_times_in_text(text)] == [value]
    assert [t.type for t in find_times_in_text(text)] == ["TIME" if "T" in value else "DATE"]
    assert find_times_in_text("The note of 2024-02-30 is out.") == ()


def test_the_year_told_in_a_story() -> None:
    """ "That year" is the year told last; where none was told it stays open."""
    told = find_times_in_text(
        "It began in 2012. They met on June 3 of that year, and on June 3 of the following year.", NOVEMBER_3
    )
    untold = find_times_in_text("They met on June 3 of that year.", NOVEMBER_3)

    assert [t.edtf for t in told] == ["2012", "2012-06-03", "2013-06-03"]
    assert [t.edtf for t in untold] == ["XXXX-06-03"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It began in May 2012. They met on June 3 of that year.", ("2012-06-03", "discourse")),
        ("It began in the 1990s. They met on June 3 of that year.", ("XXXX-06-03", "none")),
        ("It began in 2012. They met on June 3 of last year.", ("2024-06-03", "document")),
        ("It began in 2012. They met on June 3 of the previous year.", ("2024-06-03", "document")),
    ],
)
def test_what_the_year_of_a_story_is_counted_from(text: str, found: tuple[str, str]) -> None:
    """From the time told before, where that is within one year; "last year" from the document."""
    time = find_times_in_text(text, NOVEMBER_3)[-1]

    assert (time.edtf, time.anchor) == found


@pytest.mark.parametrize(
    ("updated", "text", "expected"),
    [
        ("2025-11-05", "The envoys met on Wednesday.", "2025-11-05"),
        ("2025-11-05", "The envoys met on Thursday.", "2025-10-30"),
        ("2025-11-05", "The envoys met last Wednesday.", "2025-10-29"),
        ("2025-12-05", "The envoys met on Wednesday.", "2025-10-29"),
        (None, "The envoys met on Wednesday.", "2025-10-29"),
    ],
)
def test_a_weekday_in_a_text_that_was_changed_later(updated: str | None, text: str, expected: str) -> None:
    """Told as past, it is the one since the publication where the change came behind it, within days."""
    assert [t.edtf for t in find_times_in_text(text, NOVEMBER_3, updated=updated)] == [expected]
