"""iCalendar (RFC 5545): an item for each event whose days are known to a month or better, to subscribe to or to import.

A meeting that was called off is CANCELLED, and so is one that the ledger held and holds no more, so that calendars take it away. An item's SEQUENCE counts what the
ledger ever recorded of the event, so it only rises. Days that are known to a month only are TENTATIVE and say so in the summary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.codebook import load_codebook
from memcon.domain.dates import Interval
from memcon.domain.views import EventView, witnesses
from memcon.report.exports.material import Material, day_after, days_of, instant_of
from memcon.report.layout import visible
from memcon.report.phrases import kind_words, place_text, quoted, status_words
from memcon.report.timeline import date_of, source_text, telling

if TYPE_CHECKING:
    from icalendar import Component, Event

LONGEST = 31
"""An event of which is known only that it lies within more days than these has no place in a calendar."""

QUOTED = 3
"""Quotations in an item's description."""


def export_calendar(material: Material) -> Iterator[bytes]:
    """One calendar."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//memcon//ledger of diplomatic engagement//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", "memcon")
    calendar.add("x-wr-calname", "memcon")
    _add_edition(calendar, material)
    for event in material.events:
        if (days := shown_days(event)) is not None:
            calendar.add_component(_item(event, days, material))
    for event in material.taken_back:
        if (days := shown_days(event)) is not None:
            calendar.add_component(_taken_back(event, days, material))
    yield calendar.to_ical()


def shown_days(event: EventView) -> Interval | None:
    """The days that the event is shown on, None where they are not known well enough."""
    days = days_of(event)
    return days if days is not None and days.days <= LONGEST else None


def undated(material: Material) -> tuple[str, ...]:
    """How many events have no place in a calendar, for whoever exports."""
    count = sum(shown_days(event) is None for event in material.events)
    return (f"{count} events are left out: their time is not known to a month",) if count else ()


def _item(event: EventView, days: Interval, material: Material) -> Event:
    from icalendar import Event

    item = Event()
    item.add("uid", f"{event.id}@memcon")
    revision = material.revisions.get(event.id)
    changed = instant_of(revision.last_at if revision else None)
    item.add("dtstamp", changed)
    item.add("last-modified", changed)
    item.add("sequence", revision.count if revision else 0)
    item.add("dtstart", days.start)
    item.add("dtend", day_after(days.end))
    item.add("status", _state(event, days))
    item.add("transp", "TRANSPARENT")
    item.add("summary", _summary(event, days))
    item.add("description", _description(event))
    item.add("categories", [kind_words(event.kind), *([status_words(event.status)] if event.status else [])])
    if event.place:
        item.add("location", place_text(event.place))
        if event.place.lat is not None and event.place.lon is not None:
            item.add("geo", (event.place.lat, event.place.lon))
    _relate(item, event)
    url = next((source.url for source in event.sources if source.url), None)
    if url:
        item.add("url", url)
    item.add("x-memcon-when", event.when or "")
    item.add("x-memcon-status", event.status or "open")
    item.add("x-memcon-sources", str(len(witnesses(event.sources))))
    _add_edition(item, material)
    return item


def _taken_back(event: EventView, days: Interval, material: Material) -> Event:
    """What the ledger held and holds no more: nothing in it may be taken for what is to come."""
    item = _item(replace(event, status=None), days, material)
    for name, value in (
        ("status", "CANCELLED"),
        ("x-memcon-status", "retracted"),
        ("x-memcon-retracted", "TRUE"),
        ("description", "taken back: the ledger holds it no more"),
    ):
        item.pop(name, None)
        item.add(name, value)
    return item


def _relate(item: Event, event: EventView) -> None:
    """The event that it is on the sidelines of is its parent; what it follows up stands beside it; either may be in another calendar."""
    if event.sidelines_of:
        item.add("related-to", f"{event.sidelines_of}@memcon", parameters={"RELTYPE": "PARENT"})
    for earlier in event.follows_up:
        item.add("related-to", f"{earlier}@memcon", parameters={"RELTYPE": "SIBLING"})


def _state(event: EventView, days: Interval) -> str:
    status = load_codebook().statuses.of(event.status)
    if event.status is not None and status.stage in ("undone", "refused"):
        return "TENTATIVE" if event.status == "postponed" else "CANCELLED"
    is_sure = event.status is not None and (status.is_happening or event.status == "scheduled")
    return "CONFIRMED" if is_sure and days.is_day else "TENTATIVE"


def _summary(event: EventView, days: Interval) -> str:
    told = [visible(event.label)]
    if event.status not in (None, "held", "scheduled"):
        told.insert(0, f"{status_words(event.status)}:")
    if not days.is_day:
        told.append(f"({date_of(event)})")
    return " ".join(told)


def _description(event: EventView) -> str:
    lines = [f"{status_words(event.status) if event.status else 'status open'}; {date_of(event)}"]
    lines += [
        f"{visible(p.name)}: {visible(p.role)}" + (f", {visible(p.office)}" if p.office else "")
        for p in event.participants
    ]
    lines += [f"agenda: {visible(claim.value)}" for claim in event.agenda]
    lines += [f"{source_text(c.source)}: {quoted(c.quote).text}" for c in telling(event, QUOTED)]
    return "\n".join(dict.fromkeys(lines))


def _add_edition(component: Component, material: Material) -> None:
    edition = material.edition
    component.add("x-memcon-ledger-version", edition.version)
    if edition.as_of:
        component.add("x-memcon-as-of", edition.as_of)
    if edition.licence:
        component.add("x-memcon-licence", edition.licence)
