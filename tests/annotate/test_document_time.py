"""The publication date that an undated text implies, and texts that imply none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from memcon.annotate.annotator import Annotator
from memcon.annotate.document_time import infer_day, infer_published, writing_day
from memcon.annotate.timexes import find_times_in_text
from memcon.domain.dates import contains, interval_of
from memcon.domain.documents import Dateline, Document
from memcon.domain.spans import Span
from memcon.extract.datelines import read_dateline
from memcon.knowledge.lookup import Knowledge
from tests.seconds import least_seconds, within


def day_in(text: str) -> tuple[str, str] | None:
    """The inferred day and the words for it, with the dateline that extraction finds in one of the lines."""
    document = Document(id="d", ref="r", text=text)
    lines = re.finditer(r"[^\n]+", text)
    found = next((f for line in lines if (f := read_dateline(line[0], line.start())) is not None), None)
    if found is not None:
        document = replace(document, dateline=found.dateline)
    dated = infer_published(document)
    return (dated.published, dated.published_span.of(text)) if dated.published and dated.published_span else None


FIRST_IN_YEARS = (
    "According to the Foreign Ministry on May 12, Minister Ilse Brandt will fly to Ankara on May 14. It is the first such visit in six years, "
    "after that of former minister Karl Weiss in March 2018."
)


@pytest.mark.parametrize(
    ("text", "day", "phrase"),
    [
        (FIRST_IN_YEARS, "2024-05-12", "May 12"),
        (
            "The ministry said on June 3 that the two envoys would meet on June 9. This will be the first round in two years since talks broke "
            "off in April 2021.",
            "2023-06-03",
            "June 3",
        ),
        (
            "Evening update, March 3, 2011\nHarbour Command\nOSLO, Norway (March 3) – Guards freed two hikers today.",
            "2011-03-03",
            "OSLO, Norway (March 3) –",
        ),
        (
            "Evening update, March 4, 2011\nOSLO, Norway (March 3) – Guards freed two hikers today.",
            "2011-03-03",
            "OSLO, Norway (March 3) –",
        ),
        (
            "Harbour Command 2011-03-S-014\nOSLO, Norway (March 3) – Guards, in office since 2004, freed two hikers.",
            "2011-03-03",
            "OSLO, Norway (March 3) –",
        ),
        (
            "Evening update, March 3, 2011\nOSLO, Norway (March 3) – Guards will go to Bergen on Saturday, March 5.",
            "2011-03-03",
            "OSLO, Norway (March 3) –",
        ),
    ],
)
def test_inferred(text: str, day: str, phrase: str) -> None:
    """Day clues that agree and a year clue that leaves one year give a date, with the words that name the day."""
    assert day_in(text) == (day, phrase)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The envoys met.",
        "The ministry said on June 3 that the two envoys would meet on June 9.",  # no year
        "OSLO, March 3 (Norden) -- Eight years ago, in 2014, the ferry line closed.",  # no word of the document's own year
        "OSLO, March 3 (Norden) -- The envoys met on January 9, 2023 in Lima and will meet on April 2, 2023.",
        "Today, 4 March 2022, the Council met at the request of two members.",
        "The treaty of 2019 lapsed. The palace announced on August 5 that the king will receive the delegation on Thursday, August 8, and "
        "that a dinner follows on August 8.",  # a weekday recurs
        "The accord of 2019 stands. The palace announced on August 5 that the king will receive the delegation on August 8 (Thursday).",
        "OSLO, March 3 (Norden) -- Guards freed two hikers on Wednesday, March 2. The pass was closed in 2010.",
        "Evening update, June 12, 2011\nOSLO, Norway (March 3) – Guards freed two hikers.",  # another day's date
        "Updates, March 3, 2011 and March 3, 2012\nOSLO, Norway (March 3) – Guards freed two hikers.",
        "Harbour Command 2011-04-S-014\nOSLO, Norway (March 3) – Guards freed two hikers.",  # another month's number
        "Harbour Command 2011-03-S-014\nOSLO, Norway (March 3) – Guards freed two hikers, as they did in May 2012.",  # a later year
        "Evening update, March 3, 2011\nOSLO, Norway (March 3) – Guards go to Bergen on Sunday, March 5.",  # 5 March 2011 was a Saturday
        "Evening update, January 1, 2012\nOSLO, Norway (Dec. 31) – Guards freed two hikers.",  # 2011 or a slip
        "Harbour Command 2011-02-S-014\nOSLO, Norway (Feb. 29) – Guards freed two hikers.",  # no such day
        "OSLO, Norway (March 3) – Guards freed two hikers.\nEvening update, March 3, 2011",  # not above
        "The visit is the first in six years, after that of March 2018.",  # no day
        "The ministry said on Tuesday that the envoy, who said on June 3 he was ready, will go on June 9. It is the first trip in two years "
        "since April 2021.",  # a text that names its days by weekday
        "The palace said on May 2 and the ministry said on May 9 that the visit, the first in six years after March 2018, will be on May 20 "
        "and that the one of May 2 and of May 9 stand.",  # two days
    ],
)
def test_open(text: str) -> None:
    """Clues that disagree or do not suffice leave the document undated."""
    assert day_in(text) is None


def test_document_keeps_its_date() -> None:
    """A date that is known is never replaced."""
    dated = Document(id="d", ref="r", text=FIRST_IN_YEARS, published="2020", published_basis="stated")

    assert infer_published(dated) is dated


def test_document_gets_date_basis_and_span() -> None:
    """An inferred date says so and shows its words."""
    document = infer_published(Document(id="d", ref="r", text=FIRST_IN_YEARS))

    assert document.published == "2024-05-12"
    assert document.published_basis == "inferred"
    assert document.published_span is not None
    assert document.published_span.of(document.text) == "May 12"


def test_dateline_gets_its_year() -> None:
    """The year that the head implies stands in the dateline too."""
    text = "Evening update, March 3, 2011\nOSLO, Norway (March 3) – Guards freed two hikers today."
    found = read_dateline(text[30:], 30)
    assert found is not None

    document = infer_published(Document(id="d", ref="r", text=text, dateline=found.dateline))

    assert (document.published_basis, document.dateline and document.dateline.date) == ("inferred", "2011-03-03")


@pytest.mark.parametrize(
    ("dateline", "published", "day"),
    [
        ("2021-05-04", "2021-05-04", "2021-05-04"),
        ("2021-05-04", "2021-05-05", "2021-05-04"),  # published the day after
        ("2021-05-04", "2021-05-03", "2021-05-04"),  # west of the dateline's clock
        ("2021-05-04", "2021-05-01", "2021-05-01"),  # published before it was written: one is wrong
        ("2021-05-04", "2021-06-04", "2021-06-04"),
        ("2021-05-04", "2021-05", "2021-05-04"),  # the month is given
        ("2021-05-04", "2021", "2021-05-04"),
        ("2020-05-04", "2021", "2021"),
        ("XXXX-05-04", "2021-05", "2021-05"),
        ("XXXX-05-04", None, None),
        ("2021-05-04", None, "2021-05-04"),
        (None, "2021-05-04", "2021-05-04"),
    ],
)
def test_writing_day(dateline: str | None, published: str | None, day: str | None) -> None:
    """The dateline's day where it goes with the publication, else the publication's."""
    document = Document(
        id="d",
        ref="r",
        text="OSLO --",
        dateline=Dateline(place="OSLO", date=dateline, span=Span(0, 7)),
        published=published,
        published_basis="given" if published else "unknown",
    )

    assert writing_day(document) == day


@pytest.mark.parametrize("published", ["2025-11", "2025", "2025-10/2026-03"])
@pytest.mark.parametrize(
    "phrase", ["yesterday", "today", "on Friday", "two days ago", "next week", "in June", "last month"]
)
def test_open_publication_narrows_nothing(published: str, phrase: str) -> None:
    """With a publication date of a month, a year or some months, what a phrase says in each day of it lies in what it is read as."""
    text = f"The envoys met {phrase} in Oslo."
    found = find_times_in_text(text, published)
    days = interval_of(published)
    assert days is not None

    for n in range(0, days.days, 9):
        day = (days.start + timedelta(days=n)).isoformat()
        exact = find_times_in_text(text, day)
        assert [t.span for t in exact] == [t.span for t in found]
        assert all(contains(t.edtf or "", e.edtf or "") for t, e in zip(found, exact, strict=True))


@pytest.mark.parametrize(
    "piece",
    [
        "On May 3 he said ",
        "the 5th anniversary of 1999 ",
        "two years ago, in 1990 ",
        "today, May 3, 1999 ",
        "first in two years since 1990 ",
        "A",
        "OSLO, May 3 ",
    ],
)
def test_hostile_text(piece: str) -> None:
    """Four times the text takes about four times as long."""

    def reading(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: infer_day(text)

    bound = 12 * least_seconds(reading(5_000)) + 0.1

    within(bound, reading(20_000))


@pytest.mark.model
def test_days_are_told_from_the_dateline(nlp: Any, knowledge: Knowledge) -> None:
    """In a dispatch that is published a day later, "yesterday" is the day before its dateline's."""
    text = "OSLO, May 4, 2021 (Norden) -- The envoys met yesterday in Bergen, officials said."
    found = read_dateline(text)
    assert found is not None
    document = Document(
        id="d", ref="r", text=text, dateline=found.dateline, published="2021-05-05", published_basis="given"
    )

    annotation = Annotator(nlp, knowledge).annotate(document)

    assert [t.edtf for t in annotation.times if t.text == "yesterday"] == ["2021-05-03"]
