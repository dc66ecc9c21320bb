"""The publication date and its basis."""

from __future__ import annotations

import pytest

from memcon.domain.documents import Dateline
from memcon.domain.spans import Span
from memcon.extract.blocks import lay_out
from memcon.extract.published import Publication, are_apart, find_publication, read_metadata_date, year_of_dateline

BODY = "The envoys of both coastal states met in Bergen on Tuesday, officials said, to talk about herring."


def find(text: str, *, metadata: str | None = None, given: str | None = None) -> tuple[Publication, list[str]]:
    layout = lay_out(text)
    found, problems = find_publication(text, layout.blocks, layout.dateline, metadata=metadata, given=given, ref="x")
    return found, [p.code for p in problems]


@pytest.mark.parametrize(
    ("text", "published", "time", "quoted"),
    [
        (f"Published: 4 May 2021, 09:15\n{BODY}", "2021-05-04", "09:15", "4 May 2021"),
        (f"date 2021-05-04  Envoys meet\nPublished: 4 May 2021, 09:15\n{BODY}", "2021-05-04", "09:15", "4 May 2021"),
        (f"Updated: May 6, 2021\nPublished: May 4, 2021\n{BODY}", "2021-05-04", None, "May 4, 2021"),
        (f"Updated: May 6, 2021 10:00\n{BODY}", "2021-05-06", "10:00", "May 6, 2021"),
        (f"Tuesday, May 4, 2021\n\n{BODY}", "2021-05-04", None, "May 4, 2021"),
        (f"{BODY}\n{BODY}\n\nMay 4, 2021", "2021-05-04", None, "May 4, 2021"),
        (f"{BODY}\n{BODY}\n\nBergen, 4 May 2021", "2021-05-04", None, "4 May 2021"),
        (f"BERGEN, Norway (May 4, 2021) – {BODY}", "2021-05-04", None, "BERGEN, Norway (May 4, 2021) –"),
        (
            f"Herring pact grows\nAll News 14:02 May 4, 2021\n\nBERGEN, May 3 (Norden) -- {BODY}",
            "2021-05-04",
            "14:02",
            "May 4, 2021",
        ),
        (
            f"Herring pact grows\nPublished - May 4, 2021 02:02 pm IST - BERGEN\nUpdated - May 5, 2021 02:02 am IST\n\n{BODY}",
            "2021-05-04",
            "14:02",
            "May 4, 2021",
        ),
        (f"Herring pact grows\nTuesday 1442/09/22 - 2021/05/04\n\n{BODY}", "2021-05-04", None, "2021/05/04"),
        (
            f"Correction appended May 6, 2021\nHerring pact grows\nMay 4, 2021\n\n{BODY}",
            "2021-05-04",
            None,
            "May 4, 2021",
        ),
    ],
)
def test_stated(text: str, published: str, time: str | None, quoted: str) -> None:
    """With the words that say so."""
    found, problems = find(text)

    assert (found.published, found.time, found.basis) == (published, time, "stated")
    assert found.span is not None
    assert found.span.of(text) == quoted
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        f"BERGEN, May 4 (AP) — {BODY}",
        f"{BODY} It was May 4, 2021.",
        f"Herring Pact Grows | May 4, 2021\n\n{BODY}",
        f"Herring pact grows\n\n{BODY}\n\nThis page was last edited on 6 May 2021, at 14:02 (UTC).",
        f"Herring pact grows\nTuesday 1442/09/22\n\n{BODY}",
        f"{BODY}\n{BODY}\n\nCorrection: The hall is older than was said.\n\nTuesday, May 11, 2021.",
    ],
)
def test_not_stated(text: str) -> None:
    """A day without its year, a date in the text, and a correction's date are left alone."""
    found, problems = find(text)

    assert (found.published, found.basis, problems) == (None, "unknown", [])


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        (f"Published: May 4, 2021\nUpdated: May 6, 2021\n{BODY}", "2021-05-04", "2021-05-06"),
        (f"Updated: May 6, 2021\n{BODY}", "2021-05-06", "2021-05-06"),
        (
            f"Published: May 4, 2021\n{BODY}\n\nThis story was updated on 7 May 2021 with a reply.",
            "2021-05-04",
            "2021-05-07",
        ),
        (
            f"May 4, 2021\n{BODY}\n{BODY}\n\nCorrection: The hall is old.\n\nTuesday, May 11, 2021.",
            "2021-05-04",
            "2021-05-11",
        ),
        (
            f"May 4, 2021\n{BODY}\n\nCorrection: May 11, 2021: The hall is older than was said.",
            "2021-05-04",
            "2021-05-11",
        ),
        (f"May 4, 2021\n{BODY}\n\nEditor's note, posted May 11, 2021: The hall is old.", "2021-05-04", "2021-05-11"),
        (f"May 4, 2021\n{BODY}\n\nCorrection: The hall was built before May 11, 2021.", "2021-05-04", None),
        (f"Correction appended May 6, 2021\nHerring pact grows\nMay 4, 2021\n{BODY}", "2021-05-04", "2021-05-06"),
        (
            f"Published: May 4, 2021\n{BODY}\n\nThis page was last edited on 6 May 2021, at 14:02 (UTC).",
            "2021-05-04",
            "2021-05-06",
        ),
        (f"Published: May 4, 2021\n{BODY} The pact was updated on May 6, 2021.", "2021-05-04", None),
        (f"Published: May 4, 2021\nUpdated: May 4, 2021\n{BODY}", "2021-05-04", None),
    ],
)
def test_updated(text: str, published: str, updated: str | None) -> None:
    """The first date stays; a change's date is noted beside it."""
    found, _ = find(text)

    assert (found.published, found.updated) == (published, updated)


def test_updated_in_metadata() -> None:
    """A stated publication date keeps its place before a change's date, and metadata's change is heard where the text has none."""
    layout = lay_out(BODY)
    found, _ = find_publication(
        BODY, layout.blocks, None, metadata="2021-05-04", given=None, ref="x", changed="2021-05-06T08:00:00Z"
    )

    assert (found.published, found.updated) == ("2021-05-04", "2021-05-06")


def test_order_of_bases() -> None:
    """Given, stated, metadata; agreeing ones lend each other time and place."""
    text = f"Tuesday, May 4, 2021\n\n{BODY}"

    stated, none = find(text, metadata="2021-05-04T09:15:00+02:00")
    assert (stated.basis, stated.time, none) == ("stated", "09:15+02:00", [])
    given, problems = find(text, given="2021-05-09")
    assert (given.published, given.basis, problems) == ("2021-05-09", "given", ["dates_disagree"])
    metadata, none = find(BODY, metadata="2021-05-04")
    assert (metadata.published, metadata.basis, none) == ("2021-05-04", "metadata", [])


def test_disagreement_of_more_than_a_day_is_said() -> None:
    """Time zones make a day."""
    text = f"Tuesday, May 4, 2021\n\n{BODY}"

    assert find(text, metadata="2021-05-05")[1] == []
    assert find(text, metadata="2021-05")[1] == []
    found, problems = find(text, metadata="2021-05-06")
    assert (found.published, problems) == ("2021-05-04", ["dates_disagree"])


def test_what_is_no_date_is_said() -> None:
    """And not used."""
    found, problems = find(BODY, metadata="03/11/2025", given="soon")

    assert found == Publication()
    assert problems == ["published_not_understood"] * 2


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2021-05-04", ("2021-05-04", None)),
        ("2021-05-04T09:15:30.123Z", ("2021-05-04", "09:15+00:00")),
        ("2021-05-04 09:15:30+0900", ("2021-05-04", "09:15+09:00")),
        ("2021-05-04 09:15 UTC", ("2021-05-04", "09:15+00:00")),
        ("20210504", ("2021-05-04", None)),
        ("20210504091530", ("2021-05-04", "09:15")),
        ("Tue, 04 May 2021 09:15:30 GMT", ("2021-05-04", "09:15+00:00")),
        ("May 4, 2021", ("2021-05-04", None)),
        ("2021-05", ("2021-05", None)),
        ("2021", ("2021", None)),
        ("2021-05-04/2021-05-06", ("2021-05-04/2021-05-06", None)),
        ("1620119730", ("2021-05-04", "09:15+00:00")),
        ("1620119730000", ("2021-05-04", "09:15+00:00")),
        ("2021-02-31", None),
        ("04/05/2021", None),
        ("today", None),
        ("", None),
    ],
)
def test_metadata_dates(raw: str, expected: tuple[str, str | None] | None) -> None:
    """The manners of metadata."""
    assert expected == read_metadata_date(raw)


@pytest.mark.parametrize(
    ("date", "published", "expected"),
    [
        ("XXXX-05-04", "2021-05-04", "2021-05-04"),
        ("XXXX-12-31", "2022-01-02", "2021-12-31"),
        ("XXXX-05-04", "2021-09-04", "XXXX-05-04"),
        ("XXXX-05-04", "2021-05", "2021-05-04"),
        ("XXXX-05-04", "2021", "2021-05-04"),
        ("XXXX-12-20", "2021", "XXXX-12-20"),  # of 2020 or of 2021
        ("XXXX-05-04", "2020/2021", "XXXX-05-04"),
        ("XXXX-05-04", "2021-09", "XXXX-05-04"),
        ("XXXX-05-04", None, "XXXX-05-04"),
        ("2020-05-04", "2021-05-04", "2020-05-04"),
        ("XXXX-02-29", "2021-03-01", "XXXX-02-29"),
    ],
)
def test_year_of_dateline(date: str, published: str | None, expected: str) -> None:
    """Only a near publication day tells it."""
    dateline = Dateline(place="BERGEN", date=date, span=Span(0, 6))

    found = year_of_dateline(dateline, published)

    assert found is not None
    assert found.date == expected
    assert year_of_dateline(None, published) is None


def test_are_apart() -> None:
    """Intervals that touch are not."""
    assert are_apart("2021-05-04", "2021-05-06")
    assert not are_apart("2021-05-04", "2021")
    assert not are_apart("2021-05-04", None)


@pytest.mark.parametrize(
    ("text", "metadata", "given", "published", "codes"),
    [
        (BODY, "2099-01-01", None, None, ["published_ahead"]),
        (BODY, "2099", None, None, ["published_ahead"]),
        (BODY, "4070908800", None, None, ["published_ahead"]),
        (BODY, None, "2099-01-01", None, ["published_ahead"]),
        (f"Published: 4 May 2099\n{BODY}", None, None, None, ["published_ahead"]),
        (f"Updated: 4 May 2099\n{BODY}", None, None, None, []),
        (f"Published: 4 May 2021\n{BODY}", "2099-01-01", None, "2021-05-04", ["published_ahead"]),
        (f"Published: 4 May 2099\n{BODY}", "2021-05-04", None, "2021-05-04", ["published_ahead"]),
        (BODY, "2021-06-05", None, "2021-06-05", []),
        (BODY, "2021", None, "2021", []),
        (BODY, "2021-06-06", None, None, ["published_ahead"]),
    ],
)
def test_a_date_that_is_still_to_come_is_none(
    text: str, metadata: str | None, given: str | None, published: str | None, codes: list[str]
) -> None:
    """More than a month behind the day on which the text came: it is told of, and the next best date counts."""
    layout = lay_out(text)

    found, problems = find_publication(
        text, layout.blocks, layout.dateline, metadata=metadata, given=given, ref="x", came="2021-05-05"
    )

    assert (found.published, found.updated, [p.code for p in problems]) == (published, None, codes)
    assert not any(p.is_fatal for p in problems)


def test_without_a_clock_no_date_is_still_to_come() -> None:
    """The core reads none."""
    assert find(BODY, metadata="2099-01-01") == (Publication(published="2099-01-01", basis="metadata"), [])
