"""TimelineJS 3: the JSON of a timeline (timeline.knightlab.com/docs/json-format.html). Dates are as exact as they are known; text of articles is escaped, for it is shown as
HTML, and addresses in it are not made links, as TimelineJS would do by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from memcon.domain.dates import interval_of, last_of_month
from memcon.domain.views import EventView, Source, witnesses
from memcon.report.contract import Json
from memcon.report.exports.lines import json_bytes
from memcon.report.exports.material import Material, days_of
from memcon.report.layout import visible
from memcon.report.phrases import kind_words, place_text, present, quoted, status_words
from memcon.report.timeline import date_of, source_text, telling

QUOTED = 3
"""Quotations on a slide."""


def export_timelinejs(material: Material) -> Iterator[bytes]:
    """One object with a title slide and a slide for each event that has a time."""
    slides = [_slide(event, material) for event in material.events if days_of(event) is not None]
    yield json_bytes({"title": _title(material), "events": slides, "scale": "human"})


def undated(material: Material) -> tuple[str, ...]:
    """How many events have no slide, for whoever exports."""
    count = sum(days_of(event) is None for event in material.events)
    return (f"{count} events are left out: no source tells their time",) if count else ()


def _title(material: Material) -> Json:
    edition = material.edition
    told = [f"ledger {edition.version}"]
    told += [f"as of {edition.as_of}"] if edition.as_of else []
    told += [f"licence: {edition.licence}"] if edition.licence else []
    return {"text": {"headline": "Diplomatic engagement", "text": escape("; ".join(told))}, "autolink": False}


def _slide(event: EventView, material: Material) -> Json:
    found = interval_of(event.when)
    assert found is not None
    is_span = not found.is_day and not _is_month(found.start, found.end) and not _is_year(found.start, found.end)
    slide: Json = {
        "unique_id": event.id,
        "start_date": _date(found.start, found.end) if not is_span else _day(found.start),
        "display_date": date_of(event),
        "group": kind_words(event.kind),
        "autolink": False,
        "text": {"headline": escape(visible(event.label)), "text": _text(event)},
        "memcon": {
            "status": event.status,
            "when": event.when,
            "sources": len(witnesses(event.sources)),
            "ledger_version": material.edition.version,
            "as_of": material.edition.as_of,
            "licence": material.edition.licence,
        },
    }
    if is_span:
        slide["end_date"] = _day(found.end)
    return slide


def _date(start: date, end: date) -> Json:
    """A day, a month or a year."""
    if start == end:
        return _day(start)
    return {"year": start.year} if _is_year(start, end) else {"year": start.year, "month": start.month}


def _day(day: date) -> Json:
    return {"year": day.year, "month": day.month, "day": day.day}


def _is_month(start: date, end: date) -> bool:
    return start.day == 1 and end == last_of_month(start.year, start.month)


def _is_year(start: date, end: date) -> bool:
    return (start.month, start.day, end.month, end.day, end.year) == (1, 1, 12, 31, start.year)


def _text(event: EventView) -> str:
    told = [status_words(event.status) if event.status else "status open"]
    told += [place_text(event.place)] if event.place else []
    told += ["; ".join(visible(p.name) for p in there)] if (there := present(event)) else []
    rows = [f"<p>{escape(' · '.join(told))}</p>"]
    rows += [f"<p>{escape(quoted(c.quote).text)} — {_source(c.source)}</p>" for c in telling(event, QUOTED)]
    return "".join(rows)


def _source(source: Source) -> str:
    words = escape(source_text(source))
    is_address = source.url is not None and source.url.startswith(("http://", "https://"))
    return f'<a href="{escape(source.url or "")}">{words}</a>' if is_address else words
