"""`memcon show`: one record in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.options import as_of_option, json_option, ledger_option, recorded_option

if TYPE_CHECKING:
    from memcon.domain.views import EventView, RecordView, Views


@click.command("show")
@click.argument("id")
@as_of_option
@recorded_option
@ledger_option
@json_option
def show_command(id: str, ledger: str | None, as_json: bool, as_of: str | None, recorded: str | None) -> None:
    """Print everything about one event, actor, channel, document or other record, with all quotations and sources.

    ID is what `memcon read --json` and `memcon timeline --json` call `id`; its first eight characters do if no other begins so.
    """
    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_json, print_lines
    from memcon.errors import UsageError
    from memcon.report.entries import entry_lines
    from memcon.report.records import view_record

    with existing_ledger(ledger) as book:
        seen = query.views(book, published=as_of, recorded=recorded)
    record = find_record(seen, id)
    if record is None:
        raise UsageError(f"the ledger has no record {id!r}", hint="ids stand in memcon timeline --json")
    if as_json:
        print_json(view_record(record))
    else:
        print_lines(entry_lines(record, {actor.id: actor.name for actor in seen.actors}, related_events(seen, record)))


def find_record(seen: Views, id: str) -> RecordView | None:
    """The record called `id` (or merged from one called so); or the only one whose id begins with it. None when there is none."""
    records: list[RecordView] = [
        *seen.events, *seen.actors, *seen.channels, *seen.statements, *seen.positions, *seen.commitments, *seen.processes,
        *seen.precedents, *seen.documents,
    ]  # fmt: skip
    exact = [record for record in records if id in _ids(record)]
    if exact:
        return exact[0]
    beginning = [record for record in records if len(id) >= 8 and any(each.startswith(id) for each in _ids(record))]
    return beginning[0] if len(beginning) == 1 else None


def related_events(seen: Views, record: RecordView) -> list[EventView]:
    """The events in which an actor takes part, that a channel holds, or that a document tells of, in order of time."""
    from memcon.domain.views import ActorView, ChannelView, Source
    from memcon.query import event_order

    def is_related(event: EventView) -> bool:
        match record:
            case ActorView():
                return any(participant.actor == record.id for participant in event.participants)
            case ChannelView():
                return event.channel is not None and event.channel.id == record.id
            case Source():
                return any(source.document == record.document for source in event.sources)
        return False

    return sorted(filter(is_related, seen.events), key=event_order)


def _ids(record: RecordView) -> tuple[str, ...]:
    from memcon.domain.views import Source

    return (record.document,) if isinstance(record, Source) else record.ids
