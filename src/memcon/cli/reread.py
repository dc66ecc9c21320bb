"""`memcon reread`: the documents of a ledger read again, by the reader of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from memcon.cli.options import json_option, ledger_option, reader_options

if TYPE_CHECKING:
    from memcon.ingest import Added


@dataclass(slots=True, kw_only=True)
class _Pace:
    """Documents that are done, of how many."""

    total: int | None
    consumed: int = 0

    def count(self, results: Iterator[Added]) -> Iterator[Added]:
        for added in results:
            self.consumed += 1
            yield added


@click.command("reread")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...")
@reader_options
@ledger_option
@json_option
@click.pass_context
def reread_command(
    context: click.Context, /, documents: tuple[str, ...], ledger: str | None, as_json: bool, **options: Any
) -> None:
    """Read documents of the ledger again, from the texts that it keeps: after an upgrade, or with other packs.

    DOCUMENT is an id, or the beginning of one; without any all are read. What is read otherwise than before takes its place, and nothing is lost: --recorded shows what the ledger said
    before, and what a person judged holds.

    \b
    Examples:
      memcon reread
      memcon reread doc_5d2c91ab --pack korea
    """
    from memcon import query
    from memcon.cli.add import tell_added, with_progress
    from memcon.cli.ledgers import existing_ledger, writable_ledger
    from memcon.cli.readers import make_reader
    from memcon.ingest import reread
    from memcon.store.ledger import utc_now

    with existing_ledger(ledger) as book:
        wanted = tuple(query.whole_id(book, id) for id in documents) or book.document_ids()
    reader, pace = make_reader(**options), _Pace(total=len(wanted))
    with writable_ledger(ledger) as (book, place):
        results = pace.count(reread(book, reader, documents=wanted, now=utc_now))
        tell_added(context, with_progress(results, pace), place, as_json=as_json, reader=reader)
