"""`memcon show`: one record in full."""

from __future__ import annotations

import click

from memcon.cli.options import as_of_option, json_option, ledger_option, recorded_option


@click.command("show")
@click.argument("id")
@as_of_option
@recorded_option
@ledger_option
@json_option
def show_command(id: str, ledger: str | None, as_json: bool, as_of: str | None, recorded: str | None) -> None:
    """Print everything about one event, actor, channel, document or other record, with all quotations and sources.

    ID is what memcon read --json and memcon timeline --json call "id".
    """
    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_json, print_lines
    from memcon.domain.views import Source
    from memcon.errors import UsageError
    from memcon.report.contract import Page, document_record, record_json
    from memcon.report.entries import entry_lines
    from memcon.report.records import ledger_record

    with existing_ledger(ledger) as held:
        seen = query.views(held, published=as_of, recorded=recorded)
        record = query.find(seen, id)
        document = held.document(record.document) if isinstance(record, Source) else None
    if record is None:
        raise UsageError(f"the ledger has no record {id!r}", hint="ids stand in memcon timeline --json")
    if as_json:
        if isinstance(record, Source):
            print_json(document_record(document) if document else record_json(record, Page()))
        else:
            print_json(ledger_record(record))
    else:
        print_lines(
            entry_lines(record, {actor.id: actor.name for actor in seen.actors}, query.related_events(seen, record))
        )
