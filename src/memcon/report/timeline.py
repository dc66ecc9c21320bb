"""Events of the ledger in the order of the world's time, each line with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

from memcon.domain.records import Locality, Moment, PartValue, StatusValue
from memcon.domain.views import Citation, Claim, EventView, Source, is_superseded, witnesses
from memcon.report.layout import BLANK, MARGIN, Line, Piece, field, line, shortened, visible
from memcon.report.phrases import (
    Named,
    attribution_text,
    by_role,
    event_fields,
    is_own_word,
    kind_words,
    place_text,
    quoted,
    status_piece,
    status_words,
    when_words,
)

SHOWN_QUOTATIONS = 4
"""A timeline shows this many quotations an event; `memcon show` shows all."""

SOURCE_WIDTH = 40
"""Characters of a source's name."""


def timeline_lines(events: Iterable[EventView]) -> Iterator[Line]:
    """One block an event, in the order given."""
    for event in events:
        yield from event_lines(event, limit=SHOWN_QUOTATIONS)
        yield BLANK


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
    return f" {step.when}" if step.when is not None and step.when != event.when else ""


def _dates(event: EventView) -> str:
    """Every time that a source gives, with the sources that give it."""
    by_time: dict[str, list[str]] = {}
    for claim in event.whens:
        by_time.setdefault(claim.value.edtf, []).append(source_text(claim.source))
    return "; ".join(f"{time} ({', '.join(dict.fromkeys(sources))})" for time, sources in by_time.items())
