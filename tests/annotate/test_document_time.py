"""The publication date that an undated text implies, and texts that imply none."""

from __future__ import annotations

import time

import pytest

from memcon.annotate.document_time import infer_day, infer_published
from memcon.domain.documents import Document

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
            "The treaty of 2019 lapsed. The palace announced on August 5 that the king will receive the delegation on Thursday, August 8, and "
            "that a dinner follows on August 8.",
            "2019-08-05",
            "August 5",
        ),
        (
            "The accord of 2019 stands. The palace announced on August 5 that the king will receive the delegation on August 8 (Thursday).",
            "2019-08-05",
            "August 5",
        ),
        (
            "OSLO, March 3 (Norden) -- The two kings marked the 70th anniversary of the treaty, which their fathers signed in 1953, and dined.",
            "2023-03-03",
            "March 3",
        ),
        (
            "OSLO, March 3 (Norden) -- The port fell silent. Eight years ago, in 2014, the ferry line closed and nobody came.",
            "2022-03-03",
            "March 3",
        ),
        (
            "OSLO, March 3 (Norden) --\nThe envoys met on January 9, 2023 in Lima and will meet there again on April 2, 2023.",
            "2023-03-03",
            "March 3",
        ),
        ("Today, 4 March 2022, the Council met at the request of two members.", "2022-03-04", "4 March 2022"),
    ],
)
def test_inferred(text: str, day: str, phrase: str) -> None:
    """Day clues that agree and a year clue that leaves one year give a date, with the words that name the day."""
    found = infer_day(text)

    assert found is not None
    assert found[0].isoformat() == day
    assert found[1].of(text) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The envoys met.",
        "The ministry said on June 3 that the two envoys would meet on June 9.",  # no year
        "OSLO, March 3 (Norden) -- Nearly eight years ago, in 2014, the ferry line closed.",  # a rough number
        "OSLO, March 3 (Norden) -- Next year both will mark the 70th anniversary of the treaty signed in 1953.",  # another year
        "OSLO, March 3 (Norden) -- The envoys met on January 9, 2021 and will meet on April 2, 2023.",  # three years
        "OSLO, March 3 (Norden) -- The envoys met on January 9, 2023 in Lima.",  # nothing ahead: this year or a later one
        "Today, 4 March 1922, began the log; in 2019 it was printed.",  # a later year is named
        "The visit is the first in six years, after that of March 2018.",  # no day
        "The ministry said on Tuesday that the envoy, who said on June 3 he was ready, will go on June 9. It is the first trip in two years "
        "since April 2021.",  # a text that names its days by weekday
        "The palace said on May 2 and the ministry said on May 9 that the visit, the first in six years after March 2018, will be on May 20 "
        "and that the one of May 2 and of May 9 stand.",  # two days
    ],
)
def test_open(text: str) -> None:
    """Clues that disagree or do not suffice leave the document undated."""
    assert infer_day(text) is None


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

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        infer_day(text)
        return time.process_time() - started

    seconds(1_000)
    small, large = min(seconds(5_000) for _ in range(2)), seconds(20_000)

    assert large < 12 * small + 0.3
