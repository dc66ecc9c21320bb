"""Time expressions in sentences: span, TIMEX3 type and value, EDTF. The document's date is Monday, 3 November 2025 unless said."""

from __future__ import annotations

import pytest

from memcon.annotate.timexes import GRAMMAR, find_times_in_text

PUBLISHED = "2025-11-03"

RULES = {rule.name: rule for rule in GRAMMAR.rules}


@pytest.mark.parametrize("name", RULES)
def test_rule_examples(name: str) -> None:
    """Each rule's examples with a phrase in brackets hold exactly that phrase; those without hold none."""
    assert RULES[name].yes
    for example in RULES[name].yes:
        text = example.replace("[", "").replace("]", "")
        phrase = example[example.index("[") + 1 : example.index("]")]

        assert phrase in [t.text for t in find_times_in_text(text, PUBLISHED)]
    for example in RULES[name].no:
        assert find_times_in_text(example, PUBLISHED) == ()


def test_rule_names_differ() -> None:
    """A rule is known by its name."""
    assert len(RULES) == len(GRAMMAR.rules)


ABSOLUTE = [
    ("They met in October 2017 in Rome.", "October 2017", "DATE", "2017-10", "2017-10"),
    ("Signed on 3 November 2019 in Lima.", "3 November 2019", "DATE", "2019-11-03", "2019-11-03"),
    ("Signed on the 3rd of November, 2019.", "the 3rd of November, 2019", "DATE", "2019-11-03", "2019-11-03"),
    ("The note of 2024-05-06 is out.", "2024-05-06", "DATE", "2024-05-06", "2024-05-06"),
    ("Received 2024-05-06T09:00:00Z here.", "2024-05-06T09:00:00Z", "TIME", "2024-05-06T09:00:00Z", "2024-05-06"),
    ("Dated 16/12/2024.", "16/12/2024", "DATE", "2024-12-16", "2024-12-16"),
    ("Dated 03/11/2024.", "03/11/2024", "DATE", "2024", "2024"),
    ("The desk worked from 2018-21 on it.", "2018-21", "DATE", "2018/2021", "2018/2021"),
    ("The pact of the 1990s lapsed.", "the 1990s", "DATE", "199", "199X"),
    ("In the early 2000s they met.", "the early 2000s", "DATE", "200", "200X"),
    ("It goes back to the '80s.", "the '80s", "DATE", "198", "198X"),
    ("In the 21st century.", "the 21st century", "DATE", "20", "20XX"),
    ("Output fell in the third quarter of 2024.", "the third quarter of 2024", "DATE", "2024-Q3", "2024-07/2024-09"),
    ("Output fell in Q3 2024.", "Q3 2024", "DATE", "2024-Q3", "2024-07/2024-09"),
    ("Trade grew in the first half of 2024.", "the first half of 2024", "DATE", "2024-H1", "2024-01/2024-06"),
    ("He came in the summer of 2024.", "the summer of 2024", "DATE", "2024-SU", "2024-22"),
    ("The plan covers fiscal 2026.", "fiscal 2026", "DATE", "2026", "2025/2027"),
    ("The plan covers FY2026.", "FY2026", "DATE", "2026", "2025/2027"),
    ("The mandate ends in 2030.", "2030", "DATE", "2030", "2030"),
    ("The summit runs June 3-5, 2026.", "June 3-5, 2026", "DATE", "2026-06-03/2026-06-05", "2026-06-03/2026-06-05"),
    ("It was in nineteen ninety-six.", "nineteen ninety-six", "DATE", "1996", "1996"),
    ("At the end of 1994 it closed.", "the end of 1994", "DATE", "1994", "1994"),
]  # fmt: skip

NEAREST = [
    ("The round was held in September.", "September", "DATE", "2025-09", "2025-09"),
    ("The round is scheduled for November 4.", "November 4", "DATE", "2025-11-04", "2025-11-04"),
    ("The envoy arrived on December 20.", "December 20", "DATE", "2024-12-20", "2024-12-20"),
    ("The envoy will arrive on February 2.", "February 2", "DATE", "2026-02-02", "2026-02-02"),
    ("The pact entered into force on 1 January.", "1 January", "DATE", "2025-01-01", "2025-01-01"),
    ("The pact will enter into force on 1 January.", "1 January", "DATE", "2026-01-01", "2026-01-01"),
    ("The vote is due in January.", "January", "DATE", "2026-01", "2026-01"),
    ("It was signed in late January.", "late January", "DATE", "2025-01", "2025-01"),
    ("They met on Tuesday.", "Tuesday", "DATE", "2025-10-28", "2025-10-28"),
    ("They will meet Tuesday.", "Tuesday", "DATE", "2025-11-04", "2025-11-04"),
    ("They met on Monday.", "Monday", "DATE", "2025-11-03", "2025-11-03"),
    ("They will meet on Monday.", "Monday", "DATE", "2025-11-03", "2025-11-03"),
    ("The two were set to confer Thursday.", "Thursday", "DATE", "2025-11-06", "2025-11-06"),
    ("Thursday's session will be led by the envoy.", "Thursday", "DATE", "2025-11-06", "2025-11-06"),
    ("They have given him until Tuesday.", "Tuesday", "DATE", "2025-11-04", "2025-11-04"),
    ("It will resume this Thursday.", "this Thursday", "DATE", "2025-11-06", "2025-11-06"),
    ("Officials met last Friday.", "last Friday", "DATE", "2025-10-31", "2025-10-31"),
    ("Officials meet next Friday.", "next Friday", "DATE", "2025-11-07", "2025-11-07/2025-11-14"),
    ("On Sunday, Nov. 2, they dined.", "Sunday, Nov. 2", "DATE", "2025-11-02", "2025-11-02"),
    ("The minister said on the 2nd that he agreed.", "the 2nd", "DATE", "2025-11-02", "2025-11-02"),
    ("It will be held Nov. 30-Dec. 2.", "Nov. 30-Dec. 2", "DATE", "2025-11-30/2025-12-02", "2025-11-30/2025-12-02"),
    ("It began on June 16th of last year.", "June 16th of last year", "DATE", "2024-06-16", "2024-06-16"),
    ("The pact will still be signed on April 24.", "April 24", "DATE", "2026-04-24", "2026-04-24"),
    ("The matter ends when the case is heard in May.", "May", "DATE", "2026-05", "2026-05"),
    ("Ways to undo Thursday's ruling are unknown.", "Thursday", "DATE", "2025-10-30", "2025-10-30"),
    ("The rule was to be issued on Saturday.", "Saturday", "DATE", "2025-11-01", "2025-11-01"),
    ("They were surprised to see it on Thursday.", "Thursday", "DATE", "2025-10-30", "2025-10-30"),
    ("He managed to leave on Tuesday.", "Tuesday", "DATE", "2025-10-28", "2025-10-28"),
    ("A dinner is planned Friday in Lima.", "Friday", "DATE", "2025-11-07", "2025-11-07"),
    ("Earlier Friday, lawyers called.", "Earlier Friday", "DATE", "2025-10-31", "2025-10-31"),
    ("They tried to get around Friday's ruling.", "Friday", "DATE", "2025-10-31", "2025-10-31"),
    ("The truce held until New Year's Day.", "New Year's Day", "DATE", "2025-01-01", "2025-01-01"),
    ("They will dine on Christmas Eve.", "Christmas Eve", "DATE", "2025-12-24", "2025-12-24"),
    ("They met at Christmas 2019.", "Christmas 2019", "DATE", "2019-12-25", "2019-12-25"),
    ("They met last Christmas.", "last Christmas", "DATE", "2024-12-25", "2024-12-25"),
    ("They talked over Christmas.", "Christmas", "DATE", "2024-12-25", None),
    ("He was found on Thanksgiving Day 2024.", "Thanksgiving Day 2024", "DATE", "2024-11-28", "2024-10/2024-11"),
    ("They spoke of Sept. 11 conspiracies.", "Sept. 11", "DATE", "XXXX-09-11", "XXXX-09-11"),
    ("They spoke of the Jan. 6 riot.", "Jan. 6", "DATE", "XXXX-01-06", "XXXX-01-06"),
]  # fmt: skip

RELATIVE = [
    ("It met last week.", "last week", "DATE", "2025-W44", "2025-10-27/2025-11-02"),
    ("Next month they will meet.", "Next month", "DATE", "2025-12", "2025-12"),
    ("Earlier this year they met.", "Earlier this year", "DATE", "2025", "2025"),
    ("He will go later this week.", "later this week", "DATE", "2025-W45", "2025-11-03/2025-11-09"),
    ("Talks will resume early next year.", "early next year", "DATE", "2026", "2026"),
    ("They met in the week of March 6.", "the week of March 6", "DATE", "2025-W10", "2025-03-03/2025-03-12"),
    ("They will meet in the weekend of Nov. 9.", "the weekend of Nov. 9", "DATE", "2025-W45-WE", "2025-11-03/2025-11-15"),
    ("Trade grew over the past year.", "the past year", "DATE", "2024", "2024-01-01/2025-11-03"),
    ("They met at 9 o'clock.", "9 o'clock", "TIME", "2025-11-03T09:00", None),
    ("They met at nine o'clock in the evening on Friday.", "nine o'clock in the evening on Friday", "TIME", "2025-10-31T21:00", "2025-10-31"),
    ("It ended at 2130 UTC.", "2130 UTC", "TIME", "2025-11-03T21:30", None),
    ("They met two decades ago.", "two decades ago", "DATE", "2005", "2000/2010"),
    ("It will grow over the next year.", "the next year", "DATE", "2026", "2025-11-03/2026-12-31"),
    ("They came back the next year.", "the next year", "DATE", "2026", None),
    ("It would fund the desk through September.", "September", "DATE", "2026-09", "2026-09"),
    ("They nest in winter.", "winter", "DATE", "2025-WI", None),
    ("They met two weeks ago.", "two weeks ago", "DATE", "2025-W43", "2025-10-20/2025-10-26"),
    ("They met years ago.", "years ago", "DATE", "PAST_REF", None),
    ("The drill could start this week.", "this week", "DATE", "2025-W45", "2025-11-03/2025-11-09"),
    ("They met five years ago.", "five years ago", "DATE", "2020", "2020"),
    ("They met about five years ago.", "about five years ago", "DATE", "2020", "2019/2021"),
    ("It was reached over the weekend.", "the weekend", "DATE", "2025-W44-WE", "2025-11-01/2025-11-02"),
    ("They leave the day after tomorrow.", "the day after tomorrow", "DATE", "2025-11-05", "2025-11-05"),
    ("They spoke this morning.", "this morning", "TIME", "2025-11-03TMO", "2025-11-03"),
    ("They spoke last night.", "last night", "TIME", "2025-11-02TNI", "2025-11-02"),
    ("They spoke at noon Friday.", "noon Friday", "TIME", "2025-10-31T12:00", "2025-10-31"),
    ("It began at 3 p.m. KST on Tuesday.", "3 p.m. KST on Tuesday", "TIME", "2025-10-28T15:00", "2025-10-28"),
    ("It began at 3:15 p.m.", "3:15 p.m.", "TIME", "2025-11-03T15:15", None),
    ("It ends by the end of the month.", "the end of the month", "DATE", "2025-11", "2025-11"),
    ("This summer, the allies drilled.", "This summer", "DATE", "2025-SU", "2025-22"),
    ("Recently, ties have improved.", "Recently", "DATE", "PAST_REF", None),
    ("They hope to agree soon.", "soon", "DATE", "FUTURE_REF", None),
    ("The next day, they left.", "The next day", "DATE", "XXXX-XX-XX", None),
    ("Two days later, they left.", "Two days later", "DATE", "XXXX-XX-XX", None),
]  # fmt: skip

LENGTHS = [
    ("It is the first visit in eight years.", "eight years", "DURATION", "P8Y", None),
    ("It opened a two-day round.", "two-day", "DURATION", "P2D", None),
    ("It took nearly three months.", "nearly three months", "DURATION", "P3M", None),
    ("It took a year and a half.", "a year and a half", "DURATION", "P1Y6M", None),
    ("It lasted 24 hours.", "24 hours", "DURATION", "PT24H", None),
    ("The past two years were hard.", "The past two years", "DURATION", "P2Y", None),
    ("It took several weeks.", "several weeks", "DURATION", "PXW", None),
    ("Trade grew over the past decade.", "the past decade", "DURATION", "P10Y", None),
    ("It ended a decades-long dispute.", "decades-long", "DURATION", "PXE", None),
    ("It was a weeklong trip.", "weeklong", "DURATION", "P1W", None),
    ("They confer on a weekly basis.", "weekly", "SET", "P1W", None),
    ("They meet every two years.", "every two years", "SET", "P2Y", None),
    ("The dialogue is held annually.", "annually", "SET", "P1Y", None),
    ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5", None),
    ("They meet on Mondays.", "Mondays", "SET", "XXXX-WXX-1", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "type_", "value", "edtf"), [*ABSOLUTE, *NEAREST, *RELATIVE, *LENGTHS])
def test_phrase(text: str, phrase: str, type_: str, value: str, edtf: str | None) -> None:
    """One phrase a sentence, with its span, type, value and interval."""
    found = find_times_in_text(text, PUBLISHED)

    assert [(t.text, t.type, t.value, t.edtf) for t in found] == [(phrase, type_, value, edtf)]
    assert [t.span.of(text) for t in found] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "May said the round would go on.",
        "Protesters March on the capital, and they march on.",
        "He met April Olsen, June Park and Jan Berg.",
        "About 2000 troops, 1500 soldiers and 1999 people came.",
        "The vote was 31 February-like in its oddity.",
        "He lives on the 27th floor and reads the Sunday Times.",
        "It was item 13/13/2025 of file 0000-01-01.",
        "We fall, we spring, and we second it; the sun sat on it.",
        "The man, 52 years old, spoke.",
        "They lit the Christmas tree and sailed to Christmas Island.",
        "He won on Super Tuesday and marched in the March on Lima.",
        "In today’s world it reads ‘’60 Miles’.",
        "Output grows 8 percent annually.",
        "The Asia Weekly Herald and Asia Today said so.",
        "",
    ],
)
def test_no_time(text: str) -> None:
    """Names, verbs, numbers of things, ages and impossible days are no time expressions."""
    assert find_times_in_text(text, PUBLISHED) == ()


def test_impossible_day_keeps_its_year_only() -> None:
    """Of 31 February only the year can be meant."""
    assert [t.edtf for t in find_times_in_text("It was on 31 February 2025.", PUBLISHED)] == ["2025"]


DISCOURSE = [
    ("They arrived on June 3, 2024. Two days later they left.", "2024-06-05"),
    ("They arrived in June 2024. The following month they left.", "2024-07"),
    ("They arrived on June 3, 2024. That day it rained.", "2024-06-03"),
    ("They arrived on June 3, 2024. The previous day was calm.", "2024-06-02"),
    ("They met in 2019. The following year they met again.", "2020"),
    ("They met in June 2024. That day it rained.", "2024-06"),
    ("They met in June 2024. Two days later it rained.", None),
    ("They met in June 2023. The next year they left.", "2024"),
    ("He is due in court on December 5. The attack took place on the same day.", None),
    ("He is due in court on December 5. The attack took place at 13:40.", None),
    ("He is due in court on December 5. He will leave two days later.", "2025-12-07"),
    ("They left at 2 a.m. local time and landed at 7 a.m.", None),
    ("On October 31, they dined. In the evening they spoke.", "2025-10-31"),
]


@pytest.mark.parametrize(("text", "edtf"), DISCOURSE)
def test_discourse(text: str, edtf: str | None) -> None:
    """What follows a date counts from it, and never gets more exact than it."""
    found = find_times_in_text(text, PUBLISHED)

    assert found[-1].edtf == edtf
    assert found[-1].edtf is None or found[-1].anchor == "discourse"


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("They met on Tuesday.", "XXXX-WXX-2", None),
        ("They met on November 3.", "XXXX-11-03", "XXXX-11-03"),
        ("They met in September.", "XXXX-09", None),
        ("They met yesterday.", "XXXX-XX-XX", None),
        ("They met last year.", "XXXX", None),
        ("They met two weeks ago.", "XXXX-WXX", None),
        ("They met in the third quarter.", "XXXX-Q3", None),
        ("They met this morning.", "XXXX-XX-XXTMO", None),
        ("They met at 3 p.m.", "XXXX-XX-XXT15:00", None),
        ("They met in October 2017.", "2017-10", "2017-10"),
    ],
)
def test_without_document_date(text: str, value: str, edtf: str | None) -> None:
    """Without a document date relative phrases are left open."""
    assert [(t.value, t.edtf) for t in find_times_in_text(text, None)] == [(value, edtf)]


def test_open_document_date() -> None:
    """Where only the month of publication is known, what holds on all its days is told, the rest as an interval."""
    found = find_times_in_text("This year they met last month and yesterday, and in October 2017.", "2025-11")

    assert [(t.value, t.edtf) for t in found] == [
        ("2025", "2025"),
        ("2025-10", "2025-10"),
        ("XXXX-XX-XX", "2025-10-31/2025-11-29"),
        ("2017-10", "2017-10"),
    ]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2024-02-29", "not a date", "", "2020/2025"])
def test_any_document_date(published: str) -> None:
    """The calendar's ends and nonsense raise nothing."""
    text = (
        "Yesterday, tomorrow, last century, 50 decades ago, next quarter, Feb. 29, Friday, the weekend, next winter, '99, 12/16/98. "
        "From Monday to Friday, from November to March, next weekend, the week after next, a year ago today, half a year ago, Easter, "
        "last Ramadan, Q4, H2, the first week of May, the last day of next month, Tuesday the 4th, Sunday, March 3, last October, "
        "Last year's talks were held in May. Next year's talks will be held on Nov. 4 and 5. The next morning, the day before, 9/11."
    )

    for timex in find_times_in_text(text, published):
        assert timex.span.of(text) == timex.text
