"""Events of the ledger in the order of the world's time, each line with its sources."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from memcon.domain.readers import OWN
from memcon.domain.records import Locality, Moment, PartValue, StatusValue
from memcon.domain.views import Citation, Claim, EventView, Source, is_superseded, witnesses
from memcon.report.cells import cell
from memcon.report.dates import date_words
from memcon.report.layout import BLANK, MARGIN, Line, Piece, field, line, shortened, visible
from memcon.report.phrases import (
    Named,
    attribution_text,
    by_role,
    channel_words,
    event_fields,
    is_own_word,
    kind_words,
    place_text,
    present,
    quoted,
    status_piece,
    status_words,
    when_words,
)

SHOWN_QUOTATIONS = 4
"""A timeline shows this many quotations an event; `memcon show` shows all."""

DATE_WIDTH, STATUS_WIDTH, LABEL_WIDTH = 21, 13, 90
"""Columns of a line of the timeline: its date, its status, and the most characters of what and who."""

MOST_PARTIES = 5
"""Parties that a line of the timeline names."""

SOURCE_WIDTH = 40
"""Characters of a source's name."""


def timeline_lines(events: Iterable[EventView]) -> Iterator[Line]:
    """One block an event, in the order given."""
    for event in events:
        yield from event_lines(event, limit=SHOWN_QUOTATIONS)
        yield BLANK


def short_lines(events: Iterable[EventView]) -> Iterator[Line]:
    """One line an event: date, status, what, parties, place, how many documents tell of it, and an id that `memcon show` takes."""
    for event in events:
        yield short_line(event)


def short_line(event: EventView) -> Line:
    """ "2025-11-04        held         57th Security Consultative Meeting · Ahn Gyu-back, Pete Hegseth · Seoul, KOR · 3 sources  event_5d2c91ab"."""
    status = status_piece(event.status)
    parts = [visible(shortened(each, LABEL_WIDTH)) for each in (_what(event), _parties(event)) if each]
    parts += [place_text(event.place)] if event.place else []
    count = len(witnesses(event.sources))
    parts.append(f"{count} source" if count == 1 else f"{count} sources")
    doubts = [Piece("  dates differ", "open")] if event.is_disputed else []
    return Line(
        pieces=(
            Piece(status.text.ljust(STATUS_WIDTH), status.style),
            Piece(parts[0], "strong"),
            Piece("".join(f" · {part}" for part in parts[1:])),
            *doubts,
            Piece(f"  {short_id(event.id)}", "faint"),
        ),
        indent=DATE_WIDTH,
        margin=Piece(f"{date_of(event)} ", "strong" if event.when else "faint"),
        is_row=True,
    )


def date_of(event: EventView) -> str:
    """When it is, in words; of an event without a time by when it was told of."""
    if event.when:
        return when_words(event.when, event.when_basis)
    told = [source.published for source in event.sources if source.published]
    return f"open at {told[-1]}" if told else "date open"


def short_id(id: str) -> str:
    """The beginning of an id, long enough for `memcon show` in all but the largest ledgers, which say so."""
    kind, mark, hash = id.rpartition("_")
    return f"{kind}{mark}{hash[:8]}"


def _what(event: EventView) -> str:
    """The label with the kind where it does not say it, and the channel with its number where it does not name it."""
    channel = channel_words(event)
    kind = kind_words(event.kind)
    words = event.label.partition(": ")[0] if event.label.partition(": ")[2] else event.label
    if kind.split()[0].casefold() not in words.casefold():
        words = f"{words} ({kind})"
    if channel and event.channel and event.channel.name.casefold() not in words.casefold():
        return f"{words}, {channel}"
    if channel and event.ordinal is not None and str(event.ordinal) not in words:
        return f"{words} #{event.ordinal}"
    return words


def _parties(event: EventView) -> str:
    """Who takes part: persons and bodies by name, with their country; then states that none of them stands for; at most so many."""
    there = present(event)
    persons = [p for p in there if p.kind != "state"]
    spoken_for = {p.country for p in persons}
    states = [p for p in there if p.kind == "state" and p.country not in spoken_for]
    named = [f"{p.name} ({p.country})" if p.country and p.kind != "state" else p.name for p in (*persons, *states)]
    shown = list(dict.fromkeys(visible(name) for name in named))
    more = f" and {len(shown) - MOST_PARTIES} more" if len(shown) > MOST_PARTIES else ""
    return ", ".join(shown[:MOST_PARTIES]) + more


def event_lines(event: EventView, *, limit: int | None = None) -> Iterator[Line]:
    """An event's block: what, when, whether it happened, who, where, about what, and who says so.

    `limit` is the number of quotations shown; None means all.
    """
    yield line(
        Piece(visible(event.label), "strong"),
        f"  {kind_words(event.kind)}, ",
        status_piece(event.status),
        indent=MARGIN,
        margin=Piece(when_words(event.when, event.when_basis), "strong") if event.when else Piece("date open", "faint"),
    )
    yield from event_fields(event)
    people = [
        Named(name=p.name, role=p.role, office=p.office, country=None if p.kind == "state" else p.country)
        for p in event.participants
    ]
    for label, names in by_role(people):
        yield field(label, names)
    if event.place:
        yield field("place", place_text(event.place))
    yield from _listed("agenda", event.agenda)
    yield from _listed("outcome", event.outcome)
    if event.is_disputed:
        yield field("dates", _dates(event))
    if len({claim.value.status for claim in event.statuses}) > 1 or any(
        _own_day(claim.value, event) for claim in event.statuses
    ):
        yield field("history", _history(event))
    yield from superseded_lines(event)
    if event.attribution and not is_own_word(event.attribution):
        yield field("says", attribution_text(event.attribution))
    yield from citation_lines(telling(event, limit) if limit else event.evidence)
    if counted := witness_text(event.sources):
        yield field("sources", counted)
    if event.readers not in ((), (OWN,)):
        yield field("read by", visible(", ".join(event.readers)))
    left = len(set(event.evidence)) - limit if limit else 0
    if left > 0:
        yield line(Piece(f"  and {left} more: memcon show {event.id}", "faint"), indent=MARGIN)


def telling(event: EventView, limit: int) -> list[Citation]:
    """At most `limit` of the event's quotations, in source order: every source has its turn, and in each those come first on which
    the status and the time rest. The same words of the same source are not quoted twice."""
    deciding = [piece for claims in (event.statuses, event.whens) for claim in claims for piece in claim.evidence]
    distinct = {(citation.source.document, visible(citation.quote)): citation for citation in reversed(event.evidence)}
    by_source: dict[str, list[Citation]] = {}
    for citation in reversed(distinct.values()):
        by_source.setdefault(citation.source.document, []).append(citation)
    for found in by_source.values():
        found.sort(key=lambda citation: -sum(_holds(citation, piece) for piece in deciding))
    turns = [citation for turn in zip_longest(*by_source.values()) for citation in turn if citation is not None]
    chosen = set(turns[:limit])
    return [citation for citation in dict.fromkeys(event.evidence) if citation in chosen]


def _holds(citation: Citation, piece: Citation) -> bool:
    return citation.source.document == piece.source.document and piece.span in citation.span


def source_text(source: Source) -> str:
    """ "The Example Daily, 2025-11-03"; the title or the input's name where the publisher is not known."""
    who = visible(source.publisher or source.wire or source.title or source.ref or source.document)
    return f"{shortened(who, SOURCE_WIDTH)}, {source.published or 'undated'}"


def witness_text(sources: Sequence[Source]) -> str | None:
    """ "2 sources (3 prints)", where several sources are prints of one text; None where each is its own."""
    count = len(witnesses(sources))
    if count == len(sources):
        return None
    return f"{count} source{'' if count == 1 else 's'} ({len(sources)} prints)"


def superseded_lines(event: EventView) -> Iterator[Line]:
    """What an earlier version of an article said otherwise, and that all is an earlier version's."""
    if is_superseded(event):
        newer = ", ".join(dict.fromkeys(source.replaced_by or "" for source in event.sources))
        yield field("superseded", f"no longer told by the newer version: memcon show {newer}")
    for each in event.superseded:
        told = f"{each.property} {_claimed(each.claim)} ({source_text(each.claim.source)})"
        yield field("superseded", visible(told))


def _claimed(claim: Claim[Any]) -> str:
    match claim.value:
        case StatusValue():
            return status_words(claim.value.status)
        case Moment():
            return claim.value.edtf
        case Locality():
            return claim.value.name
        case PartValue():
            return claim.evidence[0].quote if claim.evidence else claim.value.actor
        case _:
            return str(claim.value)


def citation_lines(citations: Iterable[Citation]) -> Iterator[Line]:
    """A line for each quotation: "— The Example Daily, 2025-11-03: “…”"."""
    for citation in dict.fromkeys(citations):
        yield line(Piece(f"— {source_text(citation.source)}: ", "label"), quoted(citation.quote), indent=MARGIN)


def _listed(label: str, claims: Iterable[Claim[str]]) -> Iterator[Line]:
    items: dict[str, str] = {}
    for claim in claims:
        items.setdefault(claim.value.casefold(), claim.value)
    for item in items.values():
        yield field(label, visible(item))
        label = ""


def _history(event: EventView) -> str:
    """Every step with its own day, where it has one, and its source: "called off 2024-05-20 (The Oslo Post, 2024-05-22)"."""
    steps = [
        f"{status_words(claim.value.status)}{_own_day(claim.value, event)} ({source_text(claim.source)})"
        for claim in event.statuses
    ]
    return " → ".join(dict.fromkeys(steps))


def _own_day(step: StatusValue, event: EventView) -> str:
    """The day of a step that is not the event's."""
    return f" {date_words(step.when)}" if step.when is not None and step.when != event.when else ""


def _dates(event: EventView) -> str:
    """Every time that a source gives, with the sources that give it."""
    by_time: dict[str, list[str]] = {}
    for claim in event.whens:
        by_time.setdefault(claim.value.edtf, []).append(source_text(claim.source))
    return "; ".join(f"{date_words(time)} ({', '.join(dict.fromkeys(sources))})" for time, sources in by_time.items())


CSV_COLUMNS = (
    "id", "when", "when_basis", "status", "kind", "label", "channel", "ordinal", "participants", "place", "country", "sources", "disputed", "published",
)  # fmt: skip


def csv_heading() -> Line:
    """The names of the columns."""
    return _csv_row(CSV_COLUMNS)


def csv_lines(events: Iterable[EventView]) -> Iterator[Line]:
    """A row an event; dates as EDTF. A field that a spreadsheet would take for a formula begins with an apostrophe."""
    for event in events:
        yield _csv_row(csv_row(event))


def csv_row(event: EventView) -> tuple[str, ...]:
    """The cells of an event's row."""
    place = event.place
    values = (
        event.id,
        event.when,
        event.when_basis,
        event.status,
        event.kind,
        event.label,
        event.channel.name if event.channel else None,
        event.ordinal,
        "; ".join(p.name for p in present(event)),
        place.name if place else None,
        place.country if place else None,
        len(witnesses(event.sources)),
        "yes" if event.is_disputed else None,
        event.sources[-1].published if event.sources else None,
    )
    return tuple(map(cell, values))


def _csv_row(cells: Iterable[str]) -> Line:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return Line(pieces=(Piece(out.getvalue()),), is_row=True)
