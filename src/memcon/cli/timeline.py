"""`memcon timeline`: the ledger's events in order of time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import click

from memcon.cli.options import (
    CodebookName,
    actor_option,
    as_of_option,
    json_option,
    ledger_option,
    page_options,
    recorded_option,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.domain.views import EventView


@click.command("timeline")
@click.option("--since", metavar="DATE", help="Events that may fall on DATE or later (2025-11-03, 2025-11 or 2025).")
@click.option("--until", metavar="DATE", help="Events that may fall on DATE or earlier.")
@actor_option("Events in which this person, body or state takes part.")
@click.option("--channel", metavar="NAME|ID", help="Sessions of this channel.")
@click.option("--country", metavar="NAME|CODE", help="Events with a party of this country, or that take place there.")
@click.option(
    "--kind",
    type=CodebookName("kind"),
    metavar="KIND",
    help="Events of this kind (meeting, visit, call …).",
)
@click.option(
    "--status",
    type=CodebookName("status"),
    metavar="STATUS",
    help="Events that stand so now (scheduled, held …).",
)
@click.option("--long", "is_long", is_flag=True, help="A block an event: who in which office, history, quotations.")
@click.option("--newest", "is_newest", is_flag=True, help="Those that a source told of last come first.")
@click.option("--csv", "as_csv", is_flag=True, help="A table for spreadsheets, one row an event.")
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
    is_long: bool,
    is_newest: bool,
    as_csv: bool,
    **asked: Any,
) -> None:
    """Print the events of the ledger in order of time, one a line: date, status, what, who, where, how many sources, and an id for memcon show.

    \b
    Examples:
      memcon timeline --since 2025-11 --channel "Security Consultative Meeting"
      memcon timeline --actor "Ministry of Unification" --status declined
      memcon timeline --country Japan --newest
      memcon timeline --as-of 2025-11-03            what was known that day
      memcon timeline --csv > events.csv
      memcon timeline --json | jq -r .label
    """
    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_lines, print_pages, tell
    from memcon.meant import check_name, country_code
    from memcon.report.timeline import csv_heading, csv_lines, short_lines, timeline_lines

    lines = csv_lines if as_csv else timeline_lines if is_long else short_lines
    with existing_ledger(ledger) as book:
        after = query.whole_id(book, after) if after else None
        asked["country"] = country_code(asked["country"])
        for kind in ("actor", "channel"):
            check_name(book, asked[kind], kind)
        point = {"published": as_of, "recorded": recorded}
        how: Callable[..., tuple[EventView, ...]] = query.newest if is_newest else query.timeline
        if as_csv:
            print_lines([csv_heading()])
        most = 0 if as_csv and limit is None else limit
        printed = print_pages(partial(how, book, **point, **asked), lines, limit=most, after=after, as_json=as_json)
        window = (asked.pop("since"), asked.pop("until"))
        open_ones = query.unplaced(book, **point, **asked) if any(window) else 0
    if open_ones:
        tell(
            f"{open_ones} more fit but for their date, which no source tells",
            "without --since and --until they stand last",
        )
    if not printed:
        is_of_a_state = "; --country finds what a state's people and bodies do" if asked["actor"] else ""
        tell("no event fits", f"memcon add FILE adds documents; fewer options find more{is_of_a_state}")
