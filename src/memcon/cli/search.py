"""`memcon search`: documents, statements, events and quotations by their words."""

from __future__ import annotations

from typing import Any

import click

from memcon.cli.options import json_option, ledger_option

PLACES = ("documents", "statements", "events", "quotations")


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--in", "where", type=click.Choice(PLACES), default="documents", show_default=True, help="What to look in."
)
@click.option("--since", metavar="DATE", help="Published on DATE or later.")
@click.option("--until", metavar="DATE", help="Published on DATE or earlier.")
@click.option("--publisher", metavar="NAME", help="Published by NAME, or whose name has it in it.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Print the best N.")
@click.option(
    "--skip", type=click.IntRange(0), default=0, metavar="N", help="Leave out the best N: those of the page before."
)
@ledger_option
@json_option
def search_command(words: tuple[str, ...], ledger: str | None, as_json: bool, **asked: Any) -> None:
    """Print what holds all the WORDS, in any form, best first, with the words marked.

    \b
    Examples:
      memcon search grain corridor
      memcon search sanctions --in statements --since 2025-11
    """
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_json, print_lines, tell
    from memcon.report.contract import Page, record_json
    from memcon.report.found import found_lines

    with existing_ledger(ledger) as book:
        found = book.search(" ".join(words), **asked)
    if as_json:
        for each in found:
            print_json(record_json(each, Page()))
    else:
        for each in found:
            place = each.record or each.document
            print_lines(found_lines(each.title or place, each.passage, place, (each.publisher, each.published)))
    if not found:
        tell("nothing holds all these words", "fewer words, or --in quotations, find more")
