"""What frames an event, in short texts read whole."""

from __future__ import annotations

import pytest

from memcon.domain.records import Event
from memcon.ingest import Reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """A reader without learned parts."""
    return Reader(attribution="rules")


def told(reader: Reader, text: str, kind: str) -> Event:
    """The last event of that kind in a text published on Thursday 2025-11-06."""
    reading = next(iter(reader.read_many([{"text": text, "published": "2025-11-06"}])))
    return [event for event in reading.events if event.kind == kind][-1]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Foreign Minister Maria Soto will travel to Norway next week. In Oslo, Soto will meet Prime Minister Uwe Brandt.",
            "meeting",
            ("2025-11-10/2025-11-16", "framed", "Oslo"),
        ),
        (
            "Foreign Minister Maria Soto visited Oslo on Tuesday. Soto met Prime Minister Uwe Brandt.",
            "meeting",
            ("2025-11-04", "framed", "Oslo"),
        ),
        # what was agreed was agreed at the talks; one alone agrees to something anywhere
        (
            "Norway and Peru agreed on Tuesday to share fish. During the talks in Oslo, Premier Paul Ruiz of Peru praised cod.",
            "talks",
            ("2025-11-04", "framed", "Oslo"),
        ),
        (
            "Norway agreed on Tuesday to share fish. During the talks in Oslo, Premier Paul Ruiz of Peru praised cod.",
            "talks",
            (None, None, "Oslo"),
        ),
        # what those who met signed in the next sentence was signed there, whoever they are told to be; not what had been signed, or has its own time
        (
            "The presidents of Norway, Chad and Peru met in Oslo on Tuesday. The presidents signed a treaty on fish.",
            "signing",
            ("2025-11-04", "framed", "Oslo"),
        ),
        (
            "The presidents of Norway and Chad met in Oslo on Tuesday. Norway and Chad had signed a treaty on fish.",
            "signing",
            (None, None, None),
        ),
        (
            "The presidents of Norway and Chad met in Oslo on Tuesday. In May, Norway and Chad signed a treaty on fish.",
            "signing",
            ("2025-05", "stated", None),
        ),
        # a visit still to come frames nothing that is over
        (
            "Foreign Minister Maria Soto will visit Oslo on Friday. Soto met Prime Minister Uwe Brandt.",
            "meeting",
            (None, None, None),
        ),
        # nor does the meeting at which a summit is made ready
        (
            "Envoys of Norway and Chad met in Lima on Tuesday to prepare a summit of their presidents.",
            "summit",
            (None, None, None),
        ),
        # what has its own day keeps it
        (
            "Foreign Minister Maria Soto visited Oslo this week. Soto met Prime Minister Uwe Brandt on Tuesday.",
            "meeting",
            ("2025-11-04", "stated", "Oslo"),
        ),
        # news without a day is no later than the publication; what is to come has no time
        # the first sentence tells the news; what was done in a week that is not over was done by the publication
        ("President Maria Soto spoke with Prime Minister Uwe Brandt.", "talks", ("../2025-11-06", "published", None)),
        ("Norway and Chad held talks in Oslo this week.", "talks", ("2025-11-03/2025-11-06", "stated", "Oslo")),
        ("Norway and Chad will hold talks in Oslo this week.", "talks", ("2025-11-03/2025-11-09", "stated", "Oslo")),
        ("Norway and Chad are holding talks in Oslo.", "talks", ("../2025-11-06", "published", "Oslo")),
        ("Norway and Chad will hold talks in Oslo.", "talks", (None, None, "Oslo")),
    ],
)
def test_an_event_has_the_time_and_place_of_what_frames_it(
    reader: Reader, text: str, kind: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    """The time, how it is known, and the place."""
    event = told(reader, text, kind)

    when, place = event.when, event.place
    assert (when and when.edtf, when and when.basis, place and place.name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers of Norway and Chad met in Oslo from Monday to Wednesday.", "2025-11-03/2025-11-05"),
        (
            "Ministers of Norway and Chad will meet in Oslo from 30 December 2025 to 2 January 2026.",
            "2025-12-30/2026-01-02",
        ),
        ("Ministers of Norway and Chad will meet in Oslo on the 11th and 12th of June 2026.", "2026-06-11/2026-06-12"),
        ("Ministers of Norway and Chad will meet in Oslo on the last Friday of this month.", "2025-11-28"),
        ("Ministers of Norway and Chad will meet in Oslo on Tuesday week.", "2025-11-18"),
    ],
)
def test_a_range_or_a_counted_day_is_the_event_s(reader: Reader, text: str, expected: str) -> None:
    """Both ends of a range, and the day that is counted to."""
    event = told(reader, text, "meeting")

    assert event.when is not None
    assert event.when.edtf == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys of Norway and Chad met in Athens, Georgia, on Tuesday.", ("Athens", None)),
        ("Envoys of Norway and Chad met in Geneva, Switzerland, on Tuesday.", ("Geneva", "CHE")),
    ],
)
def test_a_town_is_in_the_land_behind_it(reader: Reader, text: str, expected: tuple[str, str | None]) -> None:
    """A namesake in another country is not meant."""
    event = told(reader, text, "meeting")

    assert event.place is not None
    assert (event.place.name, event.place.country) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what was held on its sidelines on the day of the publication tells that the summit is on
        (
            "President Maria Soto met Chancellor Uwe Brandt on the margins of the Nordic Summit on Thursday.",
            ("under_way", "2025-11-06", "framed"),
        ),
        (
            "President Maria Soto met Chancellor Uwe Brandt on the margins of the Nordic Summit on October 3.",
            ("held", "2025-10-03", "framed"),
        ),
        # what is still to come there leaves it open
        (
            "President Maria Soto will meet Chancellor Uwe Brandt on the margins of the Nordic Summit.",
            (None, None, None),
        ),
    ],
)
def test_an_event_is_on_when_something_was_held_on_its_sidelines(
    reader: Reader, text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    """The status, the time and how it is known."""
    event = told(reader, text, "summit")

    assert expected == (event.status, event.when and event.when.edtf, event.when and event.when.basis)
