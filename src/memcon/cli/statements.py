"""`memcon statements`: who said what."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from memcon.cli.options import as_of_option, json_option, ledger_option, newest_option, page_options, recorded_option
from memcon.domain.confidence import SHOWN_CONFIDENCE


@click.command("statements")
@click.option("--speaker", metavar="NAME|ID", help='Only what this person, body or kind of source ("officials") said.')
@click.option("--about", metavar="WORDS|ID", help="Only what is about this event, or has these words in it.")
@click.option("--since", metavar="DATE", help="Said, or published, on DATE or later.")
@click.option("--until", metavar="DATE", help="Said, or published, on DATE or earlier.")
@click.option(
    "--confidence",
    type=click.FloatRange(0.0, 1.0),
    default=SHOWN_CONFIDENCE,
    show_default=True,
    help="Leave out what is less sure than this.",
)
@click.option(
    "--all",
    "is_all",
    is_flag=True,
    help="Also what is unsure, and what is told like a statement and is none: aims, attitudes, hearsay.",
)
@newest_option
@page_options
@as_of_option
@recorded_option
@ledger_option
@json_option
def statements_command(
    ledger: str | None,
    as_json: bool,
    as_of: str | None,
    recorded: str | None,
    limit: int | None,
    after: str | None,
    **asked: Any,
) -> None:
    """Print who said what: speaker, words, how directly they can be held to them, and the source.

    \b
    Examples:
      memcon statements --speaker "Foreign Ministry"
      memcon statements --about "Security Consultative Meeting" --since 2025-11
      memcon statements --speaker sources --all
    """
    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.lists import tell_undated
    from memcon.cli.terminal import print_pages, tell
    from memcon.report.statements import statements_lines

    with existing_ledger(ledger) as book:
        ask = partial(query.statements, book, published=as_of, recorded=recorded, **asked)
        printed = print_pages(ask, statements_lines, limit=limit, after=after, as_json=as_json)
        if asked["since"] or asked["until"]:
            tell_undated(ask)
    if not printed:
        tell("no statement fits", "fewer options, or --all, find more")
