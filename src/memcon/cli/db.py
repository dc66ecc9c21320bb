"""`memcon db`: the care of a ledger; `memcon query`: its tables."""

from __future__ import annotations

import sys

import click

from memcon.cli.options import json_option, ledger_option

ROWS = 1_000
"""Rows that `memcon query` prints unless told otherwise."""


@click.group("db")
def db_group() -> None:
    """Look after the ledger's database."""


@db_group.command("upgrade")
@ledger_option
def upgrade_command(ledger: str | None) -> None:
    """Bring a ledger of an earlier memcon to the tables and the index of this one. Whatever opens it for writing does so too."""
    from memcon.cli.ledgers import shown_place, tell_indexing
    from memcon.cli.terminal import print_text
    from memcon.settings import load_settings
    from memcon.store.ledger import LedgerStore

    place = ledger or load_settings().ledger
    opened = LedgerStore.open(place, create=False, progress=tell_indexing())
    count = opened.counts()["entries"]
    opened.close()
    print_text(f"the ledger is up to date; {count} entries: {shown_place(place)}")


@db_group.command("check")
@ledger_option
@click.pass_context
def check_command(context: click.Context, ledger: str | None) -> None:
    """Look the whole ledger through: the file, the hashes of texts and entries, quotations against texts, the index against the book.

    Ends with code 1 when something is wrong, and says what. Takes some minutes for a million entries, and room for a copy of the file.
    """
    from memcon.cli.app import SOME_FAILED
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_text
    from memcon.report.layout import visible

    def told(what: str) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"looking at {what}\n")

    with existing_ledger(ledger) as book:
        wrong = book.check(told)
    for each in wrong:
        print_text(visible(each))
    if wrong:
        context.exit(SOME_FAILED)
    print_text("the ledger is sound")


@db_group.command("vacuum")
@ledger_option
def vacuum_command(ledger: str | None) -> None:
    """Make the file as small as it can be, and its questions as quick."""
    from memcon.cli.ledgers import shown_place
    from memcon.cli.terminal import print_text
    from memcon.settings import load_settings
    from memcon.store.ledger import LedgerStore

    place = ledger or load_settings().ledger
    opened = LedgerStore.open(place, create=False)
    opened.vacuum()
    opened.close()
    print_text(f"done: {shown_place(place)}")


@click.command("query")
@click.argument("sql")
@click.option(
    "--limit", type=click.IntRange(1), default=ROWS, show_default=True, metavar="N", help="Print N rows at most."
)
@ledger_option
@json_option
def query_command(sql: str, limit: int, ledger: str | None, as_json: bool) -> None:
    """Print what a query in the database's own SQL gives. Nothing can be changed by it.

    Views to begin with: events, statements, actors, channels, assertions, judgements, status_history, canonical_ids; tables: documents, entries.

    \b
    Examples:
      memcon query "select publisher, count(*) from documents group by 1 order by 2 desc"
      memcon query "select * from events where first_day >= '2025-11-01'" --json
    """
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_json, print_text, tell
    from memcon.report.layout import visible

    with existing_ledger(ledger) as book:
        names, rows = book.select(sql, limit + 1)
    if not as_json:
        print_text("\t".join(names))
    for row in rows[:limit]:
        if as_json:
            print_json({name: _plain(value) for name, value in zip(names, row, strict=True)})
        else:
            print_text(
                "\t".join("" if value is None else visible(str(_plain(value))).replace("\t", " ") for value in row)
            )
    if len(rows) > limit:
        tell(f"there are more than {limit} rows", "--limit prints more")


def _plain(value: object) -> object:
    return f"{len(value)} bytes" if isinstance(value, bytes) else value
