"""Events of the ledger in the order of the world's time, each line with its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.domain.records import ChannelRef
from memcon.domain.views import Citation, Claim, EventView, Source
from memcon.report.layout import BLANK, MARGIN, Line, Piece, field, line, visible
from memcon.report.phrases import Named, attribution_text, by_role, is_own_word, place_text, quoted, status_piece

SHOWN_QUOTATIONS = 4
"""A timeline shows this many quotations an event; `memcon show` shows all."""


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
        f"  {event.kind}, ",
        status_piece(event.status),
        indent=MARGIN,
        margin=Piece(event.when, "strong") if event.when else Piece("date open", "faint"),
    )
    if event.channel:
        yield field("channel", channel_text(event.channel, event.ordinal))
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
        claims = [f"{claim.value.edtf} ({source_text(claim.source)})" for claim in event.whens]
        yield field("disputed", "; ".join(dict.fromkeys(claims)))
    if len({claim.value.status for claim in event.statuses}) > 1:
        yield field("history", _history(event))
    if event.attribution and not is_own_word(event.attribution):
        yield field("says", attribution_text(event.attribution))
    yield from citation_lines(event.evidence, limit=limit)


def channel_text(channel: ChannelRef, ordinal: int | None) -> str:
    """ "Security Consultative Meeting #57"."""
    return visible(channel.name) + (f" #{ordinal}" if ordinal is not None else "")


def source_text(source: Source) -> str:
    """ "The Example Daily, 2025-11-03"; the title or the input's name where the publisher is not known."""
    who = source.publisher or source.wire or source.title or source.ref or source.document
    return visible(f"{who}, {source.published or 'undated'}")


def citation_lines(citations: Iterable[Citation], *, limit: int | None = None) -> Iterator[Line]:
    """A line for each quotation: "— The Example Daily, 2025-11-03: “…”"."""
    every = list(dict.fromkeys(citations))
    for citation in every[:limit]:
        yield line(Piece(f"— {source_text(citation.source)}: ", "label"), quoted(citation.quote), indent=MARGIN)
    if limit is not None and len(every) > limit:
        yield line(Piece(f"  and {len(every) - limit} more (memcon show)", "faint"), indent=MARGIN)


def _listed(label: str, claims: Iterable[Claim[str]]) -> Iterator[Line]:
    items: dict[str, str] = {}
    for claim in claims:
        items.setdefault(claim.value.casefold(), claim.value)
    for item in items.values():
        yield field(label, visible(item))
        label = ""


def _history(event: EventView) -> str:
    steps = [f"{claim.value.status.replace('_', ' ')} ({source_text(claim.source)})" for claim in event.statuses]
    return " → ".join(dict.fromkeys(steps))
