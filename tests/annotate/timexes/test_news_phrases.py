"""Time expressions as news writes them, each sentence with all that it holds: phrase, TIMEX3 value, EDTF. The document's date is
Monday, 3 November 2025."""

from __future__ import annotations

import pytest

from memcon.annotate.timexes import find_times_in_text

PUBLISHED = "2025-11-03"
Expected = list[tuple[str, str, str | None]]

PAIRS_AND_SPANS: list[tuple[str, Expected]] = [
    ("They sat on Oct. 30 and 31.", [("Oct. 30", "2025-10-30", "2025-10-30"), ("31", "2025-10-31", "2025-10-31")]),
    ("They sit on 10, 12 and 14 November.", [("10", "2025-11-10", "2025-11-10"), ("12", "2025-11-12", "2025-11-12"), ("14 November", "2025-11-14", "2025-11-14")]),
    ("They sat on May 4 and 5, 2023.", [("May 4", "2023-05-04", "2023-05-04"), ("5, 2023", "2023-05-05", "2023-05-05")]),
    ("On November 4 and 5 others left.", [("November 4", "2025-11-04", "2025-11-04")]),
    ("It runs from June 28 to July 3, 2026.", [("June 28", "2026-06-28", "2026-06-28"), ("July 3, 2026", "2026-07-03", "2026-07-03")]),
    ("It ran from Dec. 28 to Jan. 3, 2024.", [("Dec. 28", "2023-12-28", "2023-12-28"), ("Jan. 3, 2024", "2024-01-03", "2024-01-03")]),
    ("They will confer from 3 to 5 December.", [("3 to 5 December", "2025-12-03/2025-12-05", "2025-12-03/2025-12-05")]),
    ("They confer on 4–5 May 2026.", [("4–5 May 2026", "2026-05-04/2026-05-05", "2026-05-04/2026-05-05")]),
    ("It was held Dec. 30-Jan. 2, 2024.", [("Dec. 30-Jan. 2, 2024", "2023-12-30/2024-01-02", "2023-12-30/2024-01-02")]),
    ("The talks lasted from Monday to Thursday.", [("Monday", "2025-10-27", "2025-10-27"), ("Thursday", "2025-10-30", "2025-10-30")]),
    ("Envoys will gather Wednesday through Friday.", [("Wednesday", "2025-11-05", "2025-11-05"), ("Friday", "2025-11-07", "2025-11-07")]),
    ("He spoke on Friday and Thursday.", [("Friday", "2025-10-31", "2025-10-31"), ("Thursday", "2025-10-30", "2025-10-30")]),
    ("They met on Tuesday and Wednesday of last week.", [("Tuesday", "2025-10-28", "2025-10-28"), ("Wednesday of last week", "2025-10-29", "2025-10-29")]),
    ("They will meet on Wednesday next week.", [("Wednesday next week", "2025-11-12", "2025-11-12")]),
    ("It ran from November to January 2021.", [("November", "2020-11", "2020-11"), ("January 2021", "2021-01", "2021-01")]),
    ("It was shut from November to March.", [("November", "2024-11", "2024-11"), ("March", "2025-03", "2025-03")]),
    ("It will be shut from November to March.", [("November", "2025-11", "2025-11"), ("March", "2026-03", "2026-03")]),
    ("It was shut from September to November last year.", [("September", "2024-09", "2024-09"), ("November last year", "2024-11", "2024-11")]),
    ("The desk existed between 2018 and 2021.", [("2018", "2018", "2018"), ("2021", "2021", "2021")]),
    ("It fell in the 2020/21 season.", [("the 2020/21", "2020/2021", "2020/2021")]),
]  # fmt: skip

PARTS: list[tuple[str, Expected]] = [
    ("They vote on the second Tuesday of November.", [("the second Tuesday of November", "2025-11-11", "2025-11-11")]),
    ("They voted on the last Friday in May 2024.", [("the last Friday in May 2024", "2024-05-31", "2024-05-31")]),
    ("They vote in the first week of December.", [("the first week of December", "2025-W49", "2025-12-01/2025-12-13")]),
    ("They met in the last week of October.", [("the last week of October", "2025-W44", "2025-10-19/2025-10-31")]),
    ("They met in the second half of May 2024.", [("the second half of May 2024", "2024-05", "2024-05-15/2024-05-31")]),
    ("They met in the second half of last month.", [("the second half of last month", "2025-10", "2025-10-15/2025-10-31")]),
    ("They leave on the last day of the month.", [("the last day of the month", "2025-11-30", "2025-11-30")]),
    ("They left on the first day of 2024.", [("the first day of 2024", "2024-01-01", "2024-01-01")]),
    ("The last day of talks was dull.", []),
    ("They meet on the first Monday of each month.", [("the first Monday of each month", "P1M", None)]),
    ("A deal is due by the end of next month.", [("the end of next month", "2025-12", "2025-12")]),
    ("They convene in the latter half of next year.", [("the latter half of next year", "2026-H2", "2026-07/2026-12")]),
    ("Trade rose in 2Q 2025 and fell in H1 2026.", [("2Q 2025", "2025-Q2", "2025-04/2025-06"), ("H1 2026", "2026-H1", "2026-01/2026-06")]),
    ("Trade fell in Q1.", [("Q1", "2025-Q1", "2025-01/2025-03")]),
    ("They will convene in the second quarter.", [("the second quarter", "2026-Q2", "2026-04/2026-06")]),
    ("It is in the budget of the 2026 fiscal year.", [("the 2026 fiscal year", "2026", "2025/2027")]),
    ("He recalled the summer of '94 and June '87.", [("the summer of '94", "1994-SU", "1994-22"), ("June '87", "1987-06", "1987-06")]),
    ("Last October they met.", [("Last October", "2024-10", "2024-10/2025-10")]),
    ("Last May they met.", [("Last May", "2025-05", "2025-05")]),
    ("Starting in January, fees rise.", [("January", "2026-01", "2026-01")]),
    ("The ban takes effect in January.", [("January", "2026-01", "2026-01")]),
    ("The truce was extended through Dec. 15.", [("Dec. 15", "2025-12-15", "2025-12-15")]),
    ("The round, first planned for September, is off.", [("September", "2025-09", "2025-09")]),
]  # fmt: skip

ANCHORED: list[tuple[str, Expected]] = [
    ("They met a year ago today.", [("a year ago today", "2024-11-03", "2024-11-03")]),
    ("It was signed 70 years ago this month.", [("70 years ago this month", "1955-11", "1955-11")]),
    ("It was signed a week ago Tuesday.", [("a week ago Tuesday", "2025-10-21", "2025-10-21/2025-10-28")]),
    ("They will meet a week from Friday.", [("a week from Friday", "2025-11-14", "2025-11-14")]),
    ("They will meet four days from Sunday.", [("four days from Sunday", "2025-11-13", "2025-11-13")]),
    ("They will meet two weeks from this Wednesday.", [("two weeks from this Wednesday", "2025-11-19", "2025-11-19")]),
    ("They will meet a week on Tuesday.", [("a week on Tuesday", "2025-11-11", "2025-11-11")]),
    ("They will meet a week from Monday.", [("a week from Monday", "2025-11-10", "2025-11-10/2025-11-17")]),
    ("They will stay for a week from Friday.", [("a week", "P1W", None), ("Friday", "2025-11-07", None)]),
    ("The fair lasts four days from Sunday.", [("four days", "P4D", None), ("Sunday", "2025-11-02", None)]),
    ("They will meet two days a week on Friday.", [("two days", "P2D", None), ("Friday", "2025-11-07", "2025-11-07")]),
    ("They will walk two hours from Sunday.", [("two hours", "PT2H", None), ("Sunday", "2025-11-09", "2025-11-09")]),
    ("They met a week from Friday.", [("a week", "P1W", None), ("Friday", "2025-10-31", None)]),
    ("It was signed half a year ago.", [("half a year ago", "2025-05", "2025-02/2025-08")]),
    ("It was signed three and a half years ago.", [("three and a half years ago", "2022", "2021-05/2023-05")]),
    ("It was signed a quarter of a century ago.", [("a quarter of a century ago", "2000", "1995/2005")]),
    ("It was signed over 30 years ago.", [("30 years ago", "1995", "1994/1996")]),
    ("He came on Oct. 12. The day before, he had called.", [("Oct. 12", "2025-10-12", "2025-10-12"), ("The day before", "2025-10-11", "2025-10-11")]),
    ("He came on Oct. 12, and left two weeks after.", [("Oct. 12", "2025-10-12", "2025-10-12"), ("two weeks after", "2025-W43", "2025-10-20/2025-10-26")]),
    ("He came the day before the vote.", []),
    ("It is set for the week after next.", [("the week after next", "2025-W47", "2025-11-17/2025-11-23")]),
    ("It took place the year before last.", [("the year before last", "2023", "2023")]),
    ("They will meet in the week of 17 November.", [("the week of 17 November", "2025-W47", "2025-11-17/2025-11-23")]),
    ("They will meet in the week starting 10 November.", [("the week", "P1W", None), ("10 November", "2025-11-10", "2025-11-10")]),
    ("They will meet next weekend.", [("next weekend", "2025-W46-WE", "2025-11-08/2025-11-16")]),
    ("Officials met last Monday.", [("last Monday", "2025-10-27", "2025-10-27")]),
    ("Over the coming year they will meet.", [("the coming year", "2026", "2025-11-03/2026-12-31")]),
    ("They spoke on the sidelines of the 2025 APEC summit.", [("2025", "2025", "2025")]),
    ("It must end within the current administration's term.", [("the current administration's term", "PXY", None)]),
    ("He came twice in his first term and once in her second term in office.", [("first term", "PXY", None), ("second term", "PXY", None)]),
    ("Ties today are better than a decade ago.", [("today", "PRESENT_REF", None), ("a decade ago", "2015", "2010/2020")]),
    ("These days few go; in those days many went.", [("These days", "PRESENT_REF", None), ("those days", "PAST_REF", None)]),
    ("In today's meeting they agreed.", [("today", "2025-11-03", "2025-11-03")]),
    ("He will one day return.", [("one day", "FUTURE_REF", None)]),
]  # fmt: skip

CLOCKS: list[tuple[str, Expected]] = [
    ("The line opened at 18:00 UTC on 4 November.", [("18:00 UTC on 4 November", "2025-11-04T18:00", "2025-11-04")]),
    ("It fell at 6:45 a.m. local time on Thursday.", [("6:45 a.m. local time on Thursday", "2025-10-30T06:45", "2025-10-30")]),
    ("It fell at 9:42 p.m. ET on Nov. 2, 2025.", [("9:42 p.m. ET on Nov. 2, 2025", "2025-11-02T21:42", "2025-11-02")]),
    ("It fell at 4.30pm on Sunday.", [("4.30pm on Sunday", "2025-11-02T16:30", "2025-11-02")]),
    ("It fell at 14:00 UTC+9 on Sunday.", [("14:00 UTC+9 on Sunday", "2025-11-02T14:00", "2025-11-02")]),
    ("It fell at 8 a.m. KST Tuesday (2300 GMT).", [("8 a.m. KST Tuesday", "2025-10-28T08:00", "2025-10-28"), ("2300 GMT", "2025-10-28T23:00", None)]),
    ("It fell on the morning of 1 November.", [("the morning of 1 November", "2025-11-01TMO", "2025-11-01")]),
    ("It fell the night the line was cut.", []),
]  # fmt: skip

SETS_AND_LENGTHS: list[tuple[str, Expected]] = [
    ("They consult biennially and report twice a year.", [("biennially", "P2Y", None), ("twice a year", "P1Y", None)]),
    ("They consult several times a month.", [("several times a month", "P1M", None)]),
    ("They consult four times per year.", [("four times per year", "P1Y", None)]),
    ("The forum is held every other year.", [("every other year", "P2Y", None)]),
    ("The forum is held every few months.", [("every few months", "PXM", None)]),
    ("They meet every Tuesday and Thursday.", [("every Tuesday", "XXXX-WXX-2", None), ("Thursday", "XXXX-WXX-4", None)]),
    ("They meet every Friday night.", [("every Friday night", "XXXX-WXX-5TNI", None)]),
    ("They drill each spring and report semi-annually.", [("each spring", "XXXX-SP", None), ("semi-annually", "P6M", None)]),
    ("In his weekly address he agreed.", [("weekly", "P1W", None)]),
    ("He reads a weekly magazine of average daily length.", []),
    ("It was a two-and-a-half-hour call.", [("two-and-a-half-hour", "PT2H30M", None)]),
    ("It took half an hour, or 1.5 years.", [("half an hour", "PT30M", None), ("1.5 years", "P1.5Y", None)]),
    ("There are four flights a week.", []),
    ("It was the second call in as many days.", []),
]  # fmt: skip

FIGURES: list[tuple[str, Expected]] = [
    ("Signed on 3.11.2025 in Bern.", [("3.11.2025", "2025-11-03", "2025-11-03")]),
    ("Signed on 2025/11/03 in Seoul.", [("2025/11/03", "2025-11-03", "2025-11-03")]),
    ("Signed 03-Nov-2025 in Oslo.", [("03-Nov-2025", "2025-11-03", "2025-11-03")]),
    ("Signed on Mon, 3 Nov 2025 in Oslo.", [("Mon, 3 Nov 2025", "2025-11-03", "2025-11-03")]),
    ("Signed on 3/11/2025 in Oslo.", [("3/11/2025", "2025", "2025")]),
    ("Flight 1950 left; he sat in room 2001 with “1984”.", []),
    ("Monday.com and Dec Olsen are names.", []),
    ("The note of 33-Nov-2025 and of 13.13.2025 is lost.", []),
    ("It was on 30 February 2025.", [("2025", "2025", "2025")]),
    ("It was in the year 0 or 9999.", []),
]  # fmt: skip

NUMBERED_DAYS: list[tuple[str, Expected]] = [
    ("They spoke at 9 p.m. on the 2nd.", [("9 p.m. on the 2nd", "2025-11-02T21:00", "2025-11-02")]),
    ("They dined on the evening of the 30th of last month.", [("the evening of the 30th of last month", "2025-10-30TEV", "2025-10-30")]),
    ("It is slated for the 12th.", [("the 12th", "2025-11-12", "2025-11-12")]),
    ("It was put off until the 19th but moved to the 21st.", [("the 19th", "2025-11-19", None), ("the 21st", "2025-11-21", None)]),
    ("They will sit from the 4th to the 6th.", [("the 4th", "2025-11-04", "2025-11-04"), ("the 6th", "2025-11-06", "2025-11-06")]),
    ("He came for the 12th time to the 9th floor.", []),
    ("They met in May 2019 and in June that year.", [("May 2019", "2019-05", "2019-05"), ("June that year", "2019-06", "2019-06")]),
    ("They met in 2019, on March 5 of the following year and later.", [("2019", "2019", "2019"), ("March 5 of the following year", "2020-03-05", "2020-03-05")]),
    ("They sat on Dec. 26-30 last year.", [("Dec. 26-30 last year", "2024-12-26/2024-12-30", "2024-12-26/2024-12-30")]),
    ("The cabinet (May 2022-April 2025) fell.", [("May 2022", "2022-05", "2022-05"), ("April 2025", "2025-04", "2025-04")]),
    ("The September 19 military accord lapsed.", [("September 19", "XXXX-09-19", "XXXX-09-19")]),
    ("The Oct. 29 accord was praised.", [("Oct. 29", "2025-10-29", "2025-10-29")]),
    ("The March 29 accord was praised.", [("March 29", "XXXX-03-29", "XXXX-03-29")]),
]  # fmt: skip

OF_WHAT_IS_TOLD: list[tuple[str, Expected]] = [
    ("Last year's summit was held in May.", [("Last year", "2024", "2024"), ("May", "2024-05", "2024-05")]),
    ("Next year's summit will be held on Nov. 7.", [("Next year", "2026", "2026"), ("Nov. 7", "2026-11-07", "2026-11-07")]),
    ("The 2019 round took place in June.", [("2019", "2019", "2019"), ("June", "2019-06", "2019-06")]),
    ("Since 2019 they have met in June.", [("2019", "2019", "2019"), ("June", "2025-06", "2025-06")]),
    ("On Sunday, March 3, they met.", [("Sunday, March 3", "2024-03-03", "2024-03-03")]),
    ("They met on a Friday.", [("Friday", "XXXX-WXX-5", None)]),
    ("In a Friday statement he agreed.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("They meet on Tuesday the 4th.", [("Tuesday the 4th", "2025-11-04", "2025-11-04")]),
    ("It fell on Friday, the fourth day of losses.", [("Friday", "2025-10-31", "2025-10-31")]),
    ("He said so on the 2nd of this month.", [("the 2nd of this month", "2025-11-02", "2025-11-02")]),
    ("They met in May/June 2024.", [("May", "2024-05", "2024-05"), ("June 2024", "2024-06", "2024-06")]),
    ("They have until the end of January.", [("the end of January", "2026-01", "2026-01")]),
    ("Prices rose in the year to October.", [("the year", "P1Y", None), ("October", "2025-10", "2025-10")]),
    ("The next morning they left.", [("The next morning", "XXXX-XX-XXTMO", None)]),
    ("They came on Oct. 12; the next morning they left.", [("Oct. 12", "2025-10-12", "2025-10-12"), ("the next morning", "2025-10-13TMO", "2025-10-13")]),
    ("It formed this weekend and grew.", [("this weekend", "2025-W44-WE", "2025-11-01/2025-11-02")]),
    ("It began in 1963, ten years earlier than told.", [("1963", "1963", "1963"), ("ten years earlier", "1953", "1953")]),
    ("In the 1800s herds were large.", [("the 1800s", "18", "18XX")]),
    ("The rate is in the mid-30s for three quarters of them.", []),
    ("She won in 2:14:04 on Saturday Night Live.", []),
    ("The now-cancelled deal was their most recent one.", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [*PAIRS_AND_SPANS, *PARTS, *ANCHORED, *CLOCKS, *SETS_AND_LENGTHS, *FIGURES, *OF_WHAT_IS_TOLD, *NUMBERED_DAYS],
)
def test_all_phrases_of_a_sentence(text: str, expected: Expected) -> None:
    """Every time expression of the sentence, and nothing else."""
    assert [(t.text, t.value, t.edtf) for t in find_times_in_text(text, PUBLISHED)] == expected
