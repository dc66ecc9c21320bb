"""`memcon changes`, `memcon upcoming`, `memcon conflicts`: what is new, what is ahead, and where sources contradict each other."""

from __future__ import annotations

from typing import Any

import click

from memcon.cli.options import PAGE, actor_option, as_of_option, json_option, ledger_option, recorded_option

_limit = click.option(
    "--limit",
    type=click.IntRange(0),
    default=PAGE,
    show_default=True,
    metavar="N",
    help="Print N at most; 0 prints all.",
)
_actor = actor_option("Events in which this person, body or state takes part.")
_channel = click.option("--channel", metavar="NAME|ID", help="Sessions of this channel.")
_country = click.option(
    "--country", metavar="NAME|CODE", help="Events with a party of this country, or that take place there."
)


@click.command("changes")
@click.option("--since", required=True, metavar="DATE", help="What has changed after DATE.")
@click.option(
    "--clock",
    type=click.Choice(["published", "recorded"]),
    default="published",
    show_default=True,
    help="By when sources came out, or by when the ledger got them.",
)
@click.option(
    "--of",
    "kinds",
    type=click.Choice(["event", "statement", "position", "commitment", "process"]),
    multiple=True,
    help="Only changes of such records. Repeatable.  [default: all]",
)
@_limit
@ledger_option
@json_option
def changes_command(
    since: str, clock: Any, kinds: tuple[Any, ...], limit: int, ledger: str | None, as_json: bool
) -> None:
    """Print what has changed since DATE, told last first: what is new, and where status, date, place, stance or assessment became another; a correction is told
    apart from a change in the world.

    \b
    Examples:
      memcon changes --since 2025-11-03
      memcon changes --since 2025-11-03 --of position --of commitment
      memcon changes --since 2025-11-03 --clock recorded
    """
    from functools import partial

    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.report.news import change_json, change_lines

    with existing_ledger(ledger) as book:
        found = query.changes(
            book, since, kinds=kinds or query.CHANGING, clock=clock, limit=limit + 1 if limit else None
        )
        named = {} if as_json else query.names(book, {id for each in found for id in query.named_in(each.record)})
    _print(found, partial(change_lines, names=named), change_json, limit, as_json, "nothing has changed")


@click.command("upcoming")
@click.option("--today", metavar="DATE", help="Go by this day.  [default: today, UTC]")
@click.option(
    "--overdue", "is_overdue", is_flag=True, help="Those whose day has passed with no word of what became of them."
)
@_actor
@_channel
@_country
@_limit
@as_of_option
@recorded_option
@ledger_option
@json_option
def upcoming_command(
    today: str | None,
    is_overdue: bool,
    limit: int,
    ledger: str | None,
    as_json: bool,
    as_of: str | None,
    recorded: str | None,
    **asked: Any,
) -> None:
    """Print the events that are announced, planned or talked of and still to come, in order; those without a date last."""
    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.report.records import ledger_record
    from memcon.report.timeline import short_lines
    from memcon.store.ledger import utc_now

    day = today or as_of or utc_now()[:10]
    with existing_ledger(ledger) as book:
        _check(book, asked)
        found = query.upcoming(book, day, is_overdue=is_overdue, published=as_of, recorded=recorded, **asked)
    _print(found, short_lines, ledger_record, limit, as_json, f"nothing is ahead as of {day}")


@click.command("conflicts")
@click.option("--since", metavar="DATE", help="Events that may fall on DATE or later.")
@click.option("--until", metavar="DATE", help="Events that may fall on DATE or earlier.")
@_actor
@_channel
@_country
@_limit
@as_of_option
@recorded_option
@ledger_option
@json_option
def conflicts_command(
    limit: int, ledger: str | None, as_json: bool, as_of: str | None, recorded: str | None, **asked: Any
) -> None:
    """Print where sources contradict each other on an event's date, status or place: which says what, when it said so, and how sure it is."""
    from memcon import query
    from memcon.cli.ledgers import existing_ledger
    from memcon.report.news import conflict_json, conflict_lines

    with existing_ledger(ledger) as book:
        _check(book, asked)
        found = query.conflicts(book, published=as_of, recorded=recorded, **asked)
    _print(found, conflict_lines, conflict_json, limit, as_json, "no sources contradict each other")


def _check(book: Any, asked: dict[str, Any]) -> None:
    from memcon.meant import check_name, country_code

    asked["country"] = country_code(asked["country"])
    for kind in ("actor", "channel"):
        check_name(book, asked[kind], kind)


def _print(found: Any, lines: Any, to_json: Any, limit: int, as_json: bool, nothing: str) -> None:
    from memcon.cli.terminal import print_json, print_lines, tell

    shown = found[:limit] if limit and not as_json else found
    if as_json:
        for each in shown:
            print_json(to_json(each))
    else:
        print_lines(lines(shown))
    if not found:
        tell(nothing)
    if len(shown) < len(found):
        tell(f"there are more than {limit}", "all: --limit 0")
