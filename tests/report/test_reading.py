"""A reading as a page: everything that it holds is shown, with its quotations."""

from __future__ import annotations

from dataclasses import replace

from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.report.layout import plain_text
from memcon.report.reading import reading_lines
from tests.report.readings import TEXT, bare_reading, full_reading


def page(reading: Reading) -> str:
    return plain_text(reading_lines(reading))


def test_document_stands_first() -> None:
    """Title, publisher, wire and date with its basis."""
    assert page(full_reading()).startswith(
        "Ruritania and Zenda to resume river talks\n"
        "The Example Daily · wire Wire · 2031-03-03 (as the text states)\n"
        "doc_1 · river.txt\n"
    )


def test_event_shows_all_that_is_known() -> None:
    """Date, status, channel with ordinal, participants with office, place, agenda, speaker and the quotation with its offsets."""
    start = TEXT.index("will host the 12th")
    end = TEXT.index(" on March 9")

    assert (
        "2031-03-09    12th River Commission  meeting, scheduled\n"
        "              channel    River Commission #12\n"
        "              host       Flavia Elphberg (Foreign Minister, RUR)\n"
        "              place      Strelsau, RUR\n"
        "              agenda     water levels\n"
        "                         ferry licences\n"
        "              outcome    river talks\n"
        "              says       sources (said), hedged “reportedly”, through Wire\n"
        f"              “will host the 12th River Commission in Strelsau” [{start}:{end}]\n"
    ) in page(full_reading())


def test_every_kind_of_record_has_its_section() -> None:
    """All sections of a full reading, in their order."""
    shown = page(full_reading()).splitlines()
    sections = ["Events", "Channels", "Statements", "Positions", "Commitments", "Processes", "Precedents", "Problems"]

    assert [row for row in shown if row in sections] == sections


def test_what_is_open_is_said_to_be_open() -> None:
    """No date, no status and no publication date are words, not blanks."""
    shown = page(bare_reading())

    assert "publication date unknown" in shown
    assert "date open     river talks  talks, status open" in shown


def test_events_stand_in_the_order_of_time() -> None:
    """Dated events come first, by date; the undated follow."""
    dated, undated = full_reading().events[0], bare_reading().events[0]
    reading = replace(full_reading(), events=(undated, dated))
    shown = page(reading)

    assert shown.index("12th River Commission  meeting") < shown.index("river talks  talks")


def test_nothing_found_is_said() -> None:
    """An article without any event or statement gets a line that says so."""
    assert "No event and no statement found." in page(replace(bare_reading(), events=()))


def test_problems_are_shown_with_place_and_hint() -> None:
    """The code, the input, and what to do."""
    problem = Problem(code="empty", message="nothing in it", hint="give a text", ref="void.txt")
    shown = page(replace(bare_reading(), events=(), problems=(problem,)))

    assert "  empty  void.txt: nothing in it\n    give a text\n" in shown
