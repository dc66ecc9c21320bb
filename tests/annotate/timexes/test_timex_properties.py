"""What holds of time expressions in any text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.annotate.timexes import find_times_in_text
from memcon.annotate.timexes.lexer import lex
from memcon.domain.dates import Interval, interval_of, shift
from tests.seconds import least_seconds, within

WORDS = [
    "the",
    "a",
    "last",
    "next",
    "this",
    "that",
    "early",
    "late",
    "mid",
    "-",
    "end",
    "of",
    "in",
    "on",
    "at",
    "year",
    "month",
    "week",
    "day",
    "years",
    "weeks",
    "days",
    "Monday",
    "Friday's",
    "May",
    "March",
    "3",
    "16",
    "2017",
    "2018",
    "'80s",
    "1990s",
    "first",
    "third",
    "quarter",
    "half",
    "ago",
    "later",
    "earlier",
    "two",
    "five",
    "twenty",
    "and",
    "to",
    ",",
    ".",
    ":",
    "/",
    "5",
    "p.m.",
    "noon",
    "morning",
    "today",
    "yesterday",
    "now",
    "recently",
    "every",
    "each",
    "fiscal",
    "summer",
    "weekend",
    "about",
    "nearly",
    "more",
    "than",
    "will",
    "met",
    "said",
    "Nov.",
    "03/11/2025",
    "2025-11-03",
    "12:30",
    "century",
    "before",
    "after",
    "Easter",
    "Ramadan",
    "9/11",
    "H1",
    "2020/21",
    "twice",
    "per",
    "these",
    "administration",
    "term",
    "from",
    "Nov",
    "through",
]
PHRASES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@given(PHRASES, st.one_of(st.none(), DAYS))
@settings(max_examples=150)
def test_spans_quote_and_never_overlap(text: str, day: date | None) -> None:
    """Every phrase stands in the text as quoted, in order, and its EDTF is one."""
    found = find_times_in_text(text, day.isoformat() if day else None)

    for timex in found:
        assert timex.text == timex.span.of(text)
        assert timex.value
        assert timex.edtf is None or timex.edtf.startswith("XXXX-") or interval_of(timex.edtf)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """No text raises."""
    for timex in find_times_in_text(text, "2025-11-03"):
        assert timex.text == timex.span.of(text)


@pytest.mark.parametrize(
    "phrase", ["yesterday", "tomorrow", "today", "the day after tomorrow", "10 days ago", "three days ago"]
)
@settings(max_examples=30)
@given(day=DAYS, n=st.integers(-3000, 3000))
def test_days_move_with_the_document(phrase: str, day: date, n: int) -> None:
    """A day counted from the document's date moves by as many days as that date does."""
    moved = day + timedelta(days=n)
    one, other = (
        interval_of(find_times_in_text(f"It was {phrase}.", d.isoformat())[0].edtf or "") for d in (day, moved)
    )

    assert one is not None
    assert other == Interval(one.start + timedelta(days=n), one.end + timedelta(days=n))


@pytest.mark.parametrize(
    "phrase",
    [
        "last week",
        "this week",
        "next week",
        "two weeks ago",
        "They met on Friday",
        "They will meet on Friday",
        "last Tuesday",
        "next Sunday",
        "next weekend",
        "the week after next",
        "They met from Monday",
        "on Wednesday of last week",
        "a week ago Tuesday",
    ],
)
@settings(max_examples=30)
@given(day=DAYS, n=st.integers(-300, 300))
def test_weeks_move_with_the_document(phrase: str, day: date, n: int) -> None:
    """A week or weekday counted from the document's date moves by whole weeks with it."""
    moved = day + timedelta(weeks=n)
    one, other = (interval_of(find_times_in_text(f"{phrase}.", d.isoformat())[0].edtf or "") for d in (day, moved))

    assert one is not None
    assert other == Interval(one.start + timedelta(weeks=n), one.end + timedelta(weeks=n))


@pytest.mark.parametrize(
    ("phrase", "months"),
    [
        ("last month", 1),
        ("next month", 1),
        ("this month", 1),
        ("five months ago", 1),
        ("last year", 12),
        ("ten years ago", 12),
    ],
)
@settings(max_examples=30)
@given(day=DAYS.filter(lambda d: d.day <= 28), n=st.integers(-300, 300))
def test_months_and_years_move_with_the_document(phrase: str, months: int, day: date, n: int) -> None:
    """A month or year counted from the document's date moves by as many of them as that date does."""
    count = day.year * 12 + day.month - 1 + months * n
    moved = date(count // 12, count % 12 + 1, day.day)
    one, other = (
        interval_of(find_times_in_text(f"It was {phrase}.", d.isoformat())[0].edtf or "") for d in (day, moved)
    )

    assert one is not None
    assert other == shift(one, months=months * n)


@given(DAYS, st.integers(1, 40))
@settings(max_examples=60)
def test_spans_of_days_hold_both_ends(first: date, days: int) -> None:
    """What runs from one day to another names both, in order, with the year that stands behind the second."""
    last = first + timedelta(days=days)
    text = f"It ran from {first:%B} {first.day} to {last:%B} {last.day}, {last.year}."
    found = [t.edtf for t in find_times_in_text(text, "2025-11-03")]
    ends = [first.isoformat(), last.isoformat()]

    assert found in (ends, ["/".join(ends)])


@given(DAYS, DAYS)
@settings(max_examples=60)
def test_weekdays_of_a_span_are_in_order(published: date, day: date) -> None:
    """ "From W to V" told as past: both behind the document, V after W by less than a week."""
    other = day + timedelta(days=1 + published.day % 5)
    found = find_times_in_text(f"They met from {day:%A} to {other:%A} in Lima.", published.isoformat())
    first, last = (date.fromisoformat(t.edtf or "") for t in found)

    assert (first.weekday(), last.weekday()) == (day.weekday(), other.weekday())
    assert 0 < (last - first).days < 7
    assert published - timedelta(days=7) < last <= published


NO_NARROWER = [
    ("last week", 7), ("two weeks ago", 7), ("this month", 28), ("in late January", 28), ("last year", 365), ("earlier this year", 365),
    ("next quarter", 90), ("five years ago", 365), ("about five years ago", 365), ("the weekend", 2), ("the 1990s", 3652),
    ("in the summer of 2024", 90), ("in October 2017", 28), ("from 2018-21", 1461), ("fiscal 2026", 365), ("03/11/2025", 365),
    ("half a year ago", 60), ("three and a half years ago", 365), ("over 30 years ago", 365), ("a quarter of a century ago", 3652),
    ("in the first week of May 2024", 7), ("in the last week of May 2024", 7), ("in the second half of June 2025", 15), ("in Q1", 90),
    ("over Easter", 4), ("during Ramadan", 29), ("around Chuseok", 30), ("in the 2026 fiscal year", 365), ("in the 2020/21 season", 730),
    ("early next year", 365), ("by the end of the month", 28), ("in the first half of 2025", 181),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "days"), NO_NARROWER)
@settings(max_examples=30)
@given(day=DAYS)
def test_nothing_is_narrower_than_its_phrase(phrase: str, days: int, day: date) -> None:
    """The interval has at least the days that the phrase leaves open, whatever the document's date."""
    found = find_times_in_text(f"It was {phrase}.", day.isoformat())
    interval = interval_of(found[0].edtf or "")

    assert interval is not None
    assert interval.days >= days


@given(DAYS, DAYS)
@settings(max_examples=60)
def test_the_week_of_a_day_has_the_day(published: date, day: date) -> None:
    """Whichever day weeks begin on, the week of a day holds that day and the six behind it."""
    found = find_times_in_text(f"It was in the week of {day:%B} {day.day}, {day.year}.", published.isoformat())
    interval = interval_of(found[0].edtf or "")

    assert interval is not None
    assert Interval(day, day + timedelta(days=6)) in interval
    assert interval.days <= 13


@pytest.mark.parametrize(
    ("phrase", "month", "day"), [("New Year's Day", 1, 1), ("Christmas Day", 12, 25), ("Boxing Day", 12, 26)]
)
@settings(max_examples=30)
@given(published=DAYS)
def test_holidays_keep_their_day(phrase: str, month: int, day: int, published: date) -> None:
    """A holiday is that month and day of the document's year or the one beside it, and behind when it is told as past."""
    found = find_times_in_text(f"They met on {phrase}.", published.isoformat())
    named = date.fromisoformat(found[0].edtf or "")

    assert (named.month, named.day) == (month, day)
    assert abs((named - published).days) <= 366
    assert named <= published + timedelta(days=31)


@pytest.mark.parametrize("unit", ["week", "month", "year"])
@settings(max_examples=30)
@given(published=DAYS)
def test_the_past_unit_reaches_the_document(unit: str, published: date) -> None:
    """ "Over the past year" holds every day from that day a year ago to the document's own."""
    interval = interval_of(find_times_in_text(f"It grew over the past {unit}.", published.isoformat())[0].edtf or "")

    assert interval is not None
    assert Interval(published - timedelta(days={"week": 7, "month": 28, "year": 365}[unit]), published) in interval
    assert interval.end == published


HOSTILE = ["November 4 and ", "4, 5 and ", "first Monday of ", "the second half of ", "Tuesday and ", "the day before ", "Good Friday ", "Eid al-",
           "a quarter of a ", "9/11 ", "January ", "twice a ", "every other ", "2020/21 ", "these days ", "3.11.", "extended to ", "\t" * 50, "than a decade ago today ",
           "New Year's ", "Christmas ", "week of March 6 ", "o'clock ", "9 o'clock in the ", "year-long ","1", "1/", "1/1/1/", "1 ", "a", " ", "the ", "May ", "May 1", "first ", "last week ", "1990-", "in 1990 ", "'9", "12:", "the last ",
           "-", "a year ", "two ", "hundred ", "Nov. 3 ", "said ", "to meet ", "U.S. ", "Q3 ", "at least ", "1,", "1.", "\n", "’s"]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_backtracking(piece: str) -> None:
    """Four times the text takes about four times as long, whatever is repeated."""

    def reading(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: find_times_in_text(text, "2025-11-03")

    bound = 12 * least_seconds(reading(10_000)) + 0.1

    within(bound, reading(40_000))


def test_a_hundred_thousand_numbers() -> None:
    """100,000 numbers in a row are read in seconds and name no day."""
    text = " ".join(str(n) for n in range(100_000))

    found = within(20, lambda: find_times_in_text(text, "2025-11-03"))

    assert found
    assert all(t.type != "DATE" or len(t.value) == 4 for t in found)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_lexemes_are_in_order(text: str) -> None:
    """Lexemes follow each other and cover no white space."""
    lexemes = lex(text)

    assert len(lexemes.classes) == len(lexemes.starts) == len(lexemes.ends)
    assert all(s < e for s, e in zip(lexemes.starts, lexemes.ends, strict=True))
    assert all(e <= s for e, s in zip(lexemes.ends, lexemes.starts[1:], strict=False))
