"""One record of the ledger in full: all its claims, each with its source and quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from memcon.domain.views import (
    ActorView,
    ChannelView,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    ProcessView,
    RecordView,
    Source,
    StatementView,
)
from memcon.report.layout import BLANK, Line, Piece, field, line, visible
from memcon.report.lists import process_fields
from memcon.report.phrases import (
    attribution_text,
    basis_words,
    grade_words,
    held_back_words,
    quoted,
    status_piece,
    uttered_words,
    when_words,
)
from memcon.report.timeline import DATE_WIDTH, citation_lines, event_lines, short_id, source_text, witness_text


def entry_lines(record: RecordView, names: Mapping[str, str], events: Sequence[EventView] = ()) -> Iterator[Line]:
    """The record's page. `names` gives the name for an actor's id; `events` are those in which it plays a part, shown as a list."""
    yield from _heading(record)
    yield from _body(record, names)
    if not isinstance(record, Source | EventView):
        yield from citation_lines(record.evidence)
        yield from _fields(("sources", witness_text(record.sources)))
    if events:
        yield BLANK
        yield line(Piece(_EVENTS_OF.get(type(record), "Events"), "heading"))
        yield from (_short(event) for event in events)


_EVENTS_OF = {ChannelView: "Sessions", CommitmentView: "What its parties did or planned together from then on"}
"""How the events of a record are headed that are not simply those in which it plays a part."""


def _heading(record: RecordView) -> Iterator[Line]:
    if isinstance(record, Source):
        yield line(Piece(visible(record.title or record.ref or record.document), "title"))
        yield line(Piece(record.document, "faint"))
    else:
        merged = f", merged from {len(record.ids)} records" if len(record.ids) > 1 else ""
        yield line(Piece(f"{record.id}{merged}", "faint"))


def _body(record: RecordView, names: Mapping[str, str]) -> Iterator[Line]:
    match record:
        case Source():
            basis = basis_words(record.published_basis)
            yield from _fields(
                ("publisher", record.publisher),
                ("wire", record.wire),
                ("published", f"{record.published} ({basis})" if record.published else "unknown"),
                ("replaced", f"by a newer version: {record.replaced_by}" if record.replaced_by else None),
                ("address", record.url),
                ("input", record.ref),
            )
        case EventView():
            yield from event_lines(record)
        case ActorView():
            yield from _actor(record)
        case ChannelView():
            yield from _channel(record, names)
        case StatementView():
            yield from _statement(record, names)
        case PositionView():
            yield line(
                Piece(visible(names.get(record.actor, record.actor)), "title"),
                f"  {record.stance}: {visible(record.target_text)}",
            )
            yield from _fields(("grounds", record.grounds))
            if record.attribution:
                yield from _fields(("says", attribution_text(record.attribution)))
        case CommitmentView():
            yield line(Piece(visible(record.text), "title"), f"  {record.status.replace('_', ' ')}")
            parties = "; ".join(names.get(party, party) for party in record.parties)
            yield from _fields(
                ("by", parties), ("instrument", record.instrument), ("when", record.when), ("by when", record.target)
            )
        case ProcessView():
            yield line(Piece(visible(record.name), "title"))
            yield from _fields(*process_fields(record, names))
        case PrecedentView():
            yield line(Piece(visible(record.text), "title"), f"  {record.verdict}")
            yield from _fields(("since", record.since), ("interval", record.interval), ("scope", record.scope))


def _actor(actor: ActorView) -> Iterator[Line]:
    yield line(Piece(visible(actor.name), "title"), f"  {actor.kind}")
    yield from _fields(("country", actor.country), ("sector", actor.sector), ("also", "; ".join(actor.aliases)))
    for claim in actor.offices:
        yield from _fields(("office", f"{claim.value.wording} ({source_text(claim.source)})"))


def _channel(channel: ChannelView, names: Mapping[str, str]) -> Iterator[Line]:
    yield line(Piece(visible(channel.name), "title"))
    life = f"{channel.start or ''}/{channel.end or ''}" if channel.start or channel.end else None
    yield from _fields(
        ("also", "; ".join(channel.aliases)),
        ("between", "; ".join(names.get(party, party) for party in channel.parties)),
        ("level", channel.level),
        ("cadence", channel.cadence),
        ("life", life),
        ("purpose", channel.purpose),
    )


def _statement(statement: StatementView, names: Mapping[str, str]) -> Iterator[Line]:
    cue = f" ({visible(statement.cue.text)})" if statement.cue else ""
    yield line(
        Piece(visible(statement.speaker_text or "speaker open"), "title"), f"{cue}: ", quoted(statement.content_text)
    )
    yield from _fields(
        ("no statement", None if statement.is_shown else held_back_words(statement.act)),
        ("on behalf of", names.get(statement.on_behalf_of or "", statement.on_behalf_of)),
        ("uttered", uttered_words(statement.uttered)),
        ("quotation", statement.quote_type),
        ("medium", statement.medium),
        ("said", statement.when),
        ("hedge", statement.hedge),
        ("grade", grade_words(statement.grade)),
        ("by way of", ", ".join(statement.via)),
    )


def _fields(*rows: tuple[str, str | None]) -> Iterator[Line]:
    return chain.from_iterable((field(label, visible(value), indent=0),) for label, value in rows if value)


def _short(event: EventView) -> Line:
    return line(
        f"{visible(event.label)}, ",
        status_piece(event.status),
        Piece(f"  {short_id(event.id)}", "faint"),
        indent=DATE_WIDTH,
        margin=Piece(when_words(event.when, event.when_basis), "strong") if event.when else Piece("date open", "faint"),
    )
