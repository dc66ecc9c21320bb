"""Every interval contains the day that is meant: phrases made from a day, in the ways in which careful writers would name it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.annotate.timexes import find_times_in_text
from memcon.domain.dates import interval_of

PUBLISHED = st.dates(min_value=date(1995, 1, 1), max_value=date(2059, 12, 31))
WEEK = timedelta(days=7)
ORDINALS = ("first", "second", "third", "fourth")


def absolute(day: date) -> Iterator[str]:
    """Phrases that need no document date."""
    month, number, year = f"{day:%B}", day.day, day.year
    yield f"on {month} {number}, {year}"
    yield f"on {number} {month} {year}"
    yield f"on {day:%A}, {month} {number}, {year}"
    yield f"in {month} {year}"
    yield f"in {'early' if number <= 10 else 'mid-' if number <= 20 else 'late'} {month} {year}".replace("- ", "-")
    yield f"in {year}"
    yield f"in the {ORDINALS[(day.month - 1) // 3]} quarter of {year}"
    yield f"in Q{(day.month + 2) // 3} {year}"
    yield f"in the {ORDINALS[(day.month - 1) // 6]} half of {year}"
    yield f"in the {year // 10 * 10}s"
    yield f"in the week of {month} {number}, {year}"
    yield f"on {day.isoformat()}"
    yield f"between {year - 1}-{year + 1}"
    nth = (number - 1) // 7
    if nth < 4:
        yield f"on the {ORDINALS[nth]} {day:%A} of {month} {year}"
        yield f"in the {ORDINALS[nth]} week of {month} {year}"
    if (day + WEEK).month != day.month:
        yield f"in the last week of {month} {year}"
        yield f"on the last {day:%A} in {month} {year}"
    yield f"in the {ORDINALS[0 if number <= 15 else 1]} half of {month} {year}"
    yield f"in {'H1' if day.month <= 6 else 'H2'} {year}"
    yield f"in the {year}/{(year + 1) % 100:02} season"
    yield f"in the {year} fiscal year"
    yield f"on {number:02}.{day.month:02}.{year}"
    yield f"on {number:02}-{day:%b}-{year}"
    yield f"at 9 p.m. local time on {number} {month} {year}"


def behind(day: date, published: date) -> Iterator[str]:
    """Phrases for a day before the document's, told as past."""
    days, months = (published - day).days, (published.year - day.year) * 12 + published.month - day.month
    weeks = (_monday(published) - _monday(day)).days // 7
    if days == 1:
        yield "yesterday"
    if 1 <= days <= 6:
        yield f"on {day:%A}"
    if days > 1:
        yield f"{days} days ago"
    if weeks == 1:
        yield "last week"
    if weeks > 1:
        yield f"{weeks} weeks ago"
    if months == 1:
        yield "last month"
    if months == 0:
        yield "earlier this month"
    if 1 <= months <= 9:
        yield f"in {day:%B}"
        yield f"on {day:%B} {day.day}"
    if published.year == day.year:
        yield "earlier this year"
    if published.year - day.year == 1:
        yield "last year"
        yield f"in {day:%B} last year"
    if published.year > day.year + 1:
        yield f"{published.year - day.year} years ago"
        yield f"about {published.year - day.year} years ago"
        yield f"over {published.year - day.year} years ago"
    if (day.month, day.day) == (published.month, published.day):
        yield f"{published.year - day.year} years ago today"
    if days % 7 == 0:
        yield f"{days // 7} weeks ago today"
    if weeks == 1:
        yield f"on {day:%A} of last week"
        yield f"last {day:%A}"
    if weeks == 2:
        yield "the week before last"
    if 150 <= days <= 210:
        yield "half a year ago"
    if 8 <= days <= 360:
        yield "over the past year"


def ahead(day: date, published: date) -> Iterator[str]:
    """Phrases for a day after the document's, told as to come."""
    days, months = (day - published).days, (day.year - published.year) * 12 + day.month - published.month
    if days == 1:
        yield "tomorrow"
    if 1 <= days <= 6:
        yield f"on {day:%A}"
    weeks = (_monday(day) - _monday(published)).days // 7
    if weeks == 1:
        yield "next week"
        yield f"on {day:%A} next week"
        yield f"next {day:%A}"
        if day.isoweekday() > 5:
            yield "next weekend"
    if weeks == 2:
        yield "the week after next"
    if months == 1:
        yield "next month"
    if 1 <= months <= 9:
        yield f"in {day:%B}"
        yield f"on {day:%B} {day.day}"
    if day.year - published.year == 1:
        yield "next year"
    if 1 <= days <= 360:
        yield "over the next year"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _check(text: str, day: date, published: date) -> None:
    found = find_times_in_text(text, published.isoformat())
    interval = interval_of(found[0].edtf or "") if len(found) == 1 else None

    assert interval is not None, (text, published, found)
    assert day in interval, (text, published, found)


@given(PUBLISHED, st.integers(-12_000, 12_000))
@settings(max_examples=60)
def test_absolute_phrases_hold_their_day(published: date, days: int) -> None:
    """Whatever the document's date, a phrase with its year holds the day that it was made from."""
    day = published + timedelta(days=days)
    for phrase in absolute(day):
        _check(f"They met {phrase} in Lima.", day, published)


@given(PUBLISHED, st.one_of(st.integers(1, 8), st.integers(9, 300), st.integers(301, 3000)))
@settings(max_examples=120)
def test_past_phrases_hold_their_day(published: date, days: int) -> None:
    """What is told as past and counted from the document's date holds the day that it was made from."""
    day = published - timedelta(days=days)
    for phrase in behind(day, published):
        _check(f"They met {phrase} in Lima.", day, published)


@given(PUBLISHED, st.one_of(st.integers(1, 8), st.integers(9, 300), st.integers(301, 720)))
@settings(max_examples=120)
def test_phrases_to_come_hold_their_day(published: date, days: int) -> None:
    """What is told as to come holds the day that it was made from."""
    day = published + timedelta(days=days)
    for phrase in ahead(day, published):
        _check(f"They will meet {phrase} in Lima.", day, published)


@given(PUBLISHED, st.integers(1, 25), st.integers(1, 400))
@settings(max_examples=60)
def test_days_of_a_story_hold_their_day(published: date, later: int, days: int) -> None:
    """What goes on from a date named before holds its day."""
    first = published - timedelta(days=days)
    day = first + timedelta(days=later)
    if day >= published:
        return
    text = f"They arrived on {first:%B} {first.day}, {first.year} in Lima."
    follow = [f"{later} days later"] if later > 1 else ["the next day", "the following day"]
    if (day.year * 12 + day.month) - (first.year * 12 + first.month) == 1:
        follow.append("in the following month")
    for phrase in follow:
        found = find_times_in_text(f"{text} They left {phrase}.", published.isoformat())
        interval = interval_of(found[-1].edtf or "")

        assert interval is not None, (text, phrase, found)
        assert day in interval, (text, phrase, found)
