"""iCalendar, read back by a calendar library."""

from __future__ import annotations

from datetime import date
from typing import Any

from icalendar import Calendar

from memcon.report.exports.calendar import undated
from tests.ledger.notation import event_id
from tests.report.exports.ledgers import EMPTY, EVIL, LEDGER, material, written


def items(**asked: str | None) -> dict[str, Any]:
    """The items by summary."""
    calendar = Calendar.from_ical(written("ics", LEDGER, **asked))
    found = calendar.walk("VEVENT")
    assert [item.errors for item in found] == [[]] * len(found)
    return {str(item["summary"]): item for item in found}


def test_an_item_has_the_days_the_status_and_the_source() -> None:
    """A day ends where the next begins; a held meeting is confirmed."""
    item = items()["Dike visit"]

    assert (item.decoded("dtstart"), item.decoded("dtend")) == (date(2031, 3, 9), date(2031, 3, 10))
    assert str(item["status"]) == "CONFIRMED"
    assert str(item["uid"]) == f"{event_id('Dike visit')}@memcon"
    assert "came on March 9" in str(item["description"])
    assert str(item["x-memcon-when"]) == "2031-03-09"


def test_cancelled_and_retracted_meetings_are_cancelled() -> None:
    """One was called off; the other the ledger holds no more: its sequence and its stamp rise, so that calendars take it away, and nothing tells of it as ahead."""
    before = items(recorded="2031-02-15")["Ghost meeting"]
    found = items()

    assert str(found["cancelled: Delta talks"]["status"]) == "CANCELLED"
    assert (str(before["status"]), str(found["Ghost meeting"]["status"])) == ("CONFIRMED", "CANCELLED")
    assert int(found["Ghost meeting"]["sequence"]) > int(before["sequence"])
    assert found["Ghost meeting"].decoded("dtstamp") > before.decoded("dtstamp")
    assert "scheduled" not in found["Ghost meeting"].to_ical().decode()
    assert found["Ghost meeting"]["uid"] == before["uid"]


def test_what_is_known_to_a_month_is_tentative_and_to_a_year_left_out() -> None:
    """Never more exact than the source."""
    found = items()

    assert str(found["Port talks (February 2031)"]["status"]) == "TENTATIVE"
    assert not any("Yearly fair" in summary for summary in found)
    assert "left out" in undated(material("ics"))[0]


def test_relations_place_and_hostile_text() -> None:
    """A follow-up and the event on whose sidelines it is; marks of the format are text."""
    found = items()
    session = found["12th River Commission"]
    related = {str(each): each.params["RELTYPE"] for each in session["related-to"]}

    assert related == {"evt_1@memcon": "PARENT", "evt_11@memcon": "SIBLING"}
    assert str(session["location"]) == "Strelsau, RUR"
    assert session["geo"].to_ical() == "1.0;2.0"
    assert EVIL in found


def test_a_filter_narrows_what_is_cancelled_too_and_empty_is_a_calendar() -> None:
    """No item that does not fit; an empty ledger has none."""
    assert "Ghost meeting" not in items(status="held")
    assert Calendar.from_ical(written("ics", EMPTY)).walk("VEVENT") == []
    assert written("ics") == written("ics", LEDGER)
