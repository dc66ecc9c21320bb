"""Time expressions that only the words about them tell apart: phrase, TIMEX3 value, EDTF. The document's date is Tuesday,
4 November 2025."""

from __future__ import annotations

import pytest

from memcon.annotate.timexes import find_times_in_text

PUBLISHED = "2025-11-04"
Expected = list[tuple[str, str, str | None]]

WEEKDAYS: list[tuple[str, Expected]] = [
    ("They left following Friday's vote.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("Following Friday night's vote they left.", [("Friday night", "2025-10-31TNI", "2025-10-31")]),
    ("They met on 8 October and left the following Friday.", [("8 October", "2025-10-08", "2025-10-08"), ("the following Friday", "2025-10-10", "2025-10-10")]),
    ("Following his gains on Friday, Hadi felt safe.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("Trains stood still due to a strike on Friday.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("According to senior clerk Lund on Friday, it is shut.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("The toll rose to 31 people on Friday.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("She returned to work on Friday.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("They had given him until Thursday to answer, in vain.", [("Thursday", "2025-10-30", "2025-10-30")]),
    ("They have given him until Thursday to answer.", [("Thursday", "2025-11-06", "2025-11-06")]),
    ("By Thursday, they said no more.", [("Thursday", "2025-10-30", "2025-10-30")]),
    ("Monday's ruling will be felt in the valley.", [("Monday", "2025-11-03", "2025-11-03/2025-11-10")]),
    ("They had been due to meet in the valley on Friday.", [("Friday", "2025-10-31", "2025-10-31/2025-11-07")]),
    ("They had been due to meet in the valley on Monday.", [("Monday", "2025-11-03", "2025-11-03")]),
    ("They had met in the valley on Friday.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("Friday's vote will be felt in the valley.", [("Friday", "2025-11-07", "2025-11-07")]),
    ("The border towns fell silent in the days leading up to Friday's vote.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("It ran late adverts before the ward's vote on Wednesday.", [("Wednesday", "2025-11-05", "2025-11-05")]),
    ("They stayed away because of the flood on Friday.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("It rained on 8 October, and on the preceding Friday.", [("8 October", "2025-10-08", "2025-10-08"), ("the preceding Friday", "2025-10-03", "2025-10-03")]),
    ("They spoke about Friday.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("They dine on Friday evenings.", [("Friday evenings", "XXXX-WXX-5TEV", None)]),
]  # fmt: skip

MONTHS: list[tuple[str, Expected]] = [
    ("In 1988 he lost the north. He won the south that November.", [("1988", "1988", "1988"), ("that November", "1988-11", "1988-11")]),
    ("In December 2013 talks began, and that January they failed.", [("December 2013", "2013-12", "2013-12"), ("that January", "2014-01", "2014-01")]),
    ("That March they left.", [("That March", "XXXX-03", None)]),
    ("He said that March was cold.", [("March", "2025-03", "2025-03")]),
    ("The ward's deadline is March 14, and Lund pledged to keep it.", [("March 14", "2026-03-14", "2026-03-14")]),
    ("The rival in the May election said no.", [("May", "2026-05", "2026-05")]),
    ("The rival in the March 12 election said no.", [("March 12", "2026-03-12", "2026-03-12")]),
    ("They turned toward the June election.", [("June", "2025-06", None)]),
    ("Fares rise in the spring.", [("the spring", "2026-SP", "2026-21")]),
    ("They did well in the spring.", [("the spring", "2025-SP", "2025-21")]),
    ("Deer feed there in spring.", [("spring", "2025-SP", None)]),
    ("They did well in the winter.", [("the winter", "2024-WI", "2023-12-01/2026-03-20")]),
    ("The court ruled on September 11 the ban was void.", [("September 11", "2025-09-11", "2025-09-11")]),
    ("Let's win in March.", [("March", "2026-03", "2026-03")]),
    ("He was bold enough to say so in March.", [("March", "2025-03", "2025-03")]),
    ("The League to Mend Roads and March on the Capital was there.", []),
    ("They marched in March on the capital.", [("March", "2025-03", "2025-03")]),
]  # fmt: skip

FROM_A_STORY: list[tuple[str, Expected]] = [
    ("He wrote on Oct. 22 of the storm of the previous weekend.", [("Oct. 22", "2025-10-22", "2025-10-22"), ("the previous weekend", "2025-W42-WE", "2025-10-18/2025-10-19")]),
    ("It broke on Oct. 8; they met that weekend.", [("Oct. 8", "2025-10-08", "2025-10-08"), ("that weekend", "2025-W41-WE", "2025-10-11/2025-10-12")]),
    ("It broke on Oct. 8; they met the following weekend.", [("Oct. 8", "2025-10-08", "2025-10-08"), ("the following weekend", "2025-W42-WE", "2025-10-11/2025-10-19")]),
    ("She met them in May 2024 with a man held since 2012. A month later he was free.", [("May 2024", "2024-05", "2024-05"), ("2012", "2012", "2012"), ("A month later", "2024-06", "2024-06")]),
    ("It has stood since 2012. A year later it was moved.", [("2012", "2012", "2012"), ("A year later", "2013", "2013")]),
    ("It joined in the week leading up to the summit.", [("the week", "XXXX-WXX", None)]),
    ("It joined in the year she left.", []),
    ("She came on Thursday and spoke later in the day.", [("Thursday", "2025-10-30", "2025-10-30"), ("later in the day", "2025-10-30", "2025-10-30")]),
    ("At the end of the day, it is his to say.", [("the end of the day", "2025-11-04", None)]),
    ("He gave on 3 May 2019 and, as in 2010, left that same day.", [("3 May 2019", "2019-05-03", "2019-05-03"), ("2010", "2010", "2010"), ("that same day", "XXXX-XX-XX", None)]),
    ("But a few days later, Lund reversed himself.", [("a few days later", "PAST_REF", None)]),
]  # fmt: skip

SPANS: list[tuple[str, Expected]] = [
    ("The ward\nToday, a ship left.", [("Today", "2025-11-04", "2025-11-04")]),
    ("He writes for Asia Today.", []),
    ("It shook at 4:53 a.m. Thursday morning.", [("4:53 a.m. Thursday morning", "2025-10-30T04:53", "2025-10-30")]),
    ("It stood at nine as of Saturday 8:00 p.m. there.", [("Saturday 8:00 p.m.", "2025-11-01T20:00", "2025-11-01")]),
    ("They spoke 40 or 50 years ago.", [("40 or 50 years ago", "1985", "1975/1985")]),
    ("It was drafted six to eight weeks ago.", [("six to eight weeks ago", "2025-W39", "2025-09-08/2025-09-28")]),
    ("He left some years ago.", [("some years ago", "PAST_REF", None)]),
    ("They meet every single day.", [("every single day", "P1D", None)]),
    ("They were blamed for last month's raid.", [("last month", "2025-10", "2025-10")]),
    ("It sold more than last year.", [("last year", "2024", "2024")]),
    ("The deal would last four years.", [("four years", "P4Y", None)]),
    ("They began a week-long push.", [("week-long", "P1W", None)]),
    ("They talked about today.", [("today", "2025-11-04", "2025-11-04")]),
    ("She spoke of a better tomorrow.", []),
    ("He is heard on Late Show Tonight.", []),
    ("It lasts up to two weeks.", [("up to two weeks", "P2W", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WEEKDAYS + MONTHS + FROM_A_STORY + SPANS)
def test_phrases_in_context(text: str, expected: Expected) -> None:
    """All time expressions of a text, with what they name."""
    assert [(t.text, t.value, t.edtf) for t in find_times_in_text(text, PUBLISHED)] == expected


def test_that_month_of_a_day_to_come() -> None:
    """What is told as past does not go on from a date that is still to come."""
    times = find_times_in_text("The vote falls in 2027. They won the south that March.", PUBLISHED)

    assert [(t.text, t.edtf) for t in times] == [("2027", "2027"), ("that March", None)]


def test_the_year_in_its_first_weeks() -> None:
    """ "The biggest deals of the year" may in January be those of the year gone by."""
    times = find_times_in_text("It was among the biggest deals of the year.", "2026-01-07")

    assert [(t.text, t.value, t.edtf) for t in times] == [("the year", "2026", "2025/2026")]


def test_a_season_told_long_after() -> None:
    """What is told of "the fall" as past, ten months behind it, may as well be of the one to come."""
    times = find_times_in_text("He said they did well in the fall debates.", "2026-08-17")

    assert [(t.value, t.edtf) for t in times] == [("2025-FA", "2025-09-01/2026-12-21")]
