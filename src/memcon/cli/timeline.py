"""`memcon timeline`: the ledger's events in order of time."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from memcon.cli.options import CodebookName, as_of_option, json_option, ledger_option, page_options, recorded_option


@click.command("timeline")
@click.option("--since", metavar="DATE", help="Events that may fall on DATE or later (2025-11-03, 2025-11 or 2025).")
@click.option("--until", metavar="DATE", help="Events that may fall on DATE or earlier.")
@click.option("--actor", metavar="NAME|ID", help="Events in which this person, body or state takes part.")
@click.option("--channel", metavar="NAME|ID", help="Sessions of this channel.")
@click.option(
    "--kind",
    type=CodebookName(lambda book: book.kind_names),
    metavar="KIND",
    help="Events of this kind (meeting, visit, call …).",
)
@click.option(
    "--status",
    type=CodebookName(lambda book: book.statuses.entries),
    metavar="STATUS",
    help="Events that stand so now (scheduled, held …).",
)
@page_options
@as_of_option
@recorded_option
@ledger_option
@json_option
def timeline_command(
    ledger: str | None,
    as_json: bool,
    as_of: str | None,
    recorded: str | None,
    limit: int | None,
    after: str | None,
    **asked: Any,
) -> None:
    """Print the events of the ledger in order of time, each with its status and its sources.

    \b
    Examples:
      memcon timeline --since 2025-11 --channel "Security Consultative Meeting"
      memcon timeline --actor "Ministry of Unification" --status declined
      memcon timeline --as-of 2025-11-03            what was known that day
      memcon timeline --json | jq -r .label
    """
    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_pages, tell
    from memcon.report.timeline import timeline_lines

    with existing_ledger(ledger) as book:
        ask = partial(query.timeline, book, published=as_of, recorded=recorded, **asked)
        printed = print_pages(ask, timeline_lines, limit=limit, after=after, as_json=as_json)
    if not printed:
        tell("no event fits", "memcon add FILE adds documents; fewer options find more")
