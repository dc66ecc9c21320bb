"""`memcon show`: one record in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from memcon.cli.options import PAGE, as_of_option, json_option, ledger_option, page_options, recorded_option

if TYPE_CHECKING:
    from memcon.domain.views import EventView, RecordView
    from memcon.query import Book


@click.command("show")
@click.argument("id")
@click.option(
    "--why", "is_why", is_flag=True, help="Also which judgements made it one record, with chance and reasons."
)
@page_options
@as_of_option
@recorded_option
@ledger_option
@json_option
def show_command(
    id: str,
    ledger: str | None,
    as_json: bool,
    as_of: str | None,
    recorded: str | None,
    limit: int | None,
    after: str | None,
    is_why: bool,
) -> None:
    """Print everything about one event, actor, channel, document or other record, with all quotations and sources.

    ID is what memcon read --json and memcon timeline --json call "id", or its beginning, as long as no other begins so. The events of an actor or a channel come page by page; of one
    that thousands of documents tell of the first and the last source of each name and office are printed.
    """
    from memcon import query, review
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_json, print_lines, tell
    from memcon.domain.views import Source
    from memcon.errors import UsageError
    from memcon.report.contract import Page, document_record, record_json
    from memcon.report.entries import entry_lines
    from memcon.report.judgements import why_json, why_lines
    from memcon.report.records import ledger_record

    with existing_ledger(ledger) as held:
        point = {"published": as_of, "recorded": recorded}
        id = query.whole_id(held, id)
        record = query.show(held, id, **point)
        if record is None:
            raise UsageError(f"the ledger has no record {id!r}", hint="ids stand in memcon timeline --json")
        document = held.document(record.document) if isinstance(record, Source) else None
        limit = PAGE if limit is None else limit
        asked = limit + 1 if limit else None
        events = () if as_json else _events(held, record, after=after, limit=asked, **point)
        judged = review.why_one(held, record, **point) if is_why else ()
        named = {} if as_json else query.names(held, query.named_in(record), **point)
    if as_json:
        if isinstance(record, Source):
            print_json(document_record(document) if document else record_json(record, Page()))
        else:
            print_json(ledger_record(record) | ({"judgements": why_json(judged)} if is_why else {}))
        return
    shown = events[:limit] if limit else events
    print_lines(entry_lines(record, named, shown))
    if is_why:
        print_lines(why_lines(judged))
    if len(shown) < len(events):
        tell(f"there are more than {limit} events", f"the next ones: --after {shown[-1].id}; all: --limit 0")


def _events(held: Book, record: RecordView, **how: Any) -> tuple[EventView, ...]:
    """Those that belong to the record; of a commitment those of its parties since, of the first that are looked at."""
    from memcon import lists, query
    from memcon.domain.views import CommitmentView

    if isinstance(record, CommitmentView):
        found = lists.done_since(held, record, recorded=how["recorded"], published=how["published"])
        behind = next((n for n, e in enumerate(found, 1) if e.id == how["after"]), 0)
        return found[behind:]
    return query.events_of(held, record, **how)
