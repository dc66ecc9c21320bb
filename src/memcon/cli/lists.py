"""The lists of the consultative record: `memcon positions`, `commitments`, `processes`, `channels` and `precedents`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

import click

from memcon.cli.options import (
    actor_option,
    as_of_option,
    csv_option,
    json_option,
    ledger_option,
    newest_option,
    page_options,
    recorded_option,
)

F = TypeVar("F", bound=Callable[..., Any])

STANCES = ("support", "oppose", "reject", "concern", "conditional", "undecided")
STATES = ("made", "reaffirmed", "in_progress", "met", "broken", "lapsed", "unknown")
VERDICTS = ("supported", "contradicted", "unknown")

until_option = click.option("--until", metavar="DATE", help="First published on DATE or earlier.")
since_option = click.option(
    "--since", metavar="DATE", help="First published on DATE or later (2025-11-03, 2025-11 or 2025)."
)


def list_options(command: F) -> F:
    """The options that all lists share."""
    for option in (json_option, csv_option, ledger_option, recorded_option, as_of_option, page_options):
        command = option(command)
    return until_option(since_option(command))


def about_option(help: str) -> Callable[[F], F]:
    return click.option("--about", metavar="WORDS|ID", help=help)


@click.command("positions")
@actor_option("Only stances of this person, body or state.")
@click.option("--stance", type=click.Choice(STANCES), help="Only stances of this kind.")
@about_option("Only stances on this event or other record, or with these words in what they are on or why.")
@newest_option
@list_options
def positions_command(**asked: Any) -> None:
    """Print who stands how to what: holder, stance, target, grounds, and the source.

    \b
    Examples:
      memcon positions --actor "North Korea" --stance oppose
      memcon positions --about exercise --since 2025
      memcon positions --csv > positions.csv
    """
    _print("position", **asked)


@click.command("commitments")
@actor_option("Only what this person, body or state undertook.")
@click.option("--status", type=click.Choice(STATES), help="Only what has come so far.")
@about_option("Only what has these words in it or in the name of its paper, or that this event carries on.")
@newest_option
@list_options
def commitments_command(**asked: Any) -> None:
    """Print what was undertaken: what, by whom, in which paper, by when, how far it has come, and the source.

    \b
    Examples:
      memcon commitments --actor "South Korea" --status reaffirmed
      memcon commitments --about transfer --as-of 2025-11-03
    """
    _print("commitment", **asked)


@click.command("processes")
@actor_option("Only those of this state or body, or that this person, body or state assessed.")
@about_option("Only those with these words in a name or their conditions.")
@newest_option
@list_options
def processes_command(**asked: Any) -> None:
    """Print long-running issues: whose they are, on what they go on, conditions, steps, target, each assessment, and who told it when.

    What several documents tell of one issue is one; --since and --until bound the publication of any of them.

    \b
    Examples:
      memcon processes --about "operational control"
      memcon processes --since 2025 --json
    """
    _print("process", **asked)


@click.command("channels")
@actor_option("Only those that this state or body is a party to.")
@about_option("Only those with these words in a name or their purpose.")
@list_options
def channels_command(**asked: Any) -> None:
    """Print the standing channels by name: between whom, level, cadence, life, sessions, and the source.

    --since and --until bound the publication of what tells of a channel.

    \b
    Examples:
      memcon channels --about dialogue
      memcon channels --csv > channels.csv
    """
    _print("channel", **asked)


@click.command("precedents")
@actor_option("Only claims about events in which this person, body or state takes part.")
@click.option("--verdict", type=click.Choice(VERDICTS), help="Only those of which this ledger holds this.")
@about_option("Only claims about this event, or with these words in them or in its name.")
@newest_option
@list_options
def precedents_command(**asked: Any) -> None:
    """Print claims such as "the first in eight years", each with what this ledger makes of it, and the source.

    A claim is borne out or contradicted by the events that the ledger holds; where it holds too little, it says what is lacking.

    \b
    Examples:
      memcon precedents --verdict contradicted
      memcon precedents --about talks
    """
    _print("precedent", **asked)


def _print(
    kind: str,
    *,
    ledger: str | None,
    as_json: bool,
    as_csv: bool,
    as_of: str | None,
    recorded: str | None,
    limit: int | None,
    after: str | None,
    **asked: Any,
) -> None:
    """One page of the list of a kind, in the form that is asked for."""
    from memcon import lists
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_pages, print_rows
    from memcon.errors import UsageError
    from memcon.report.rows import COLUMNS

    if as_json and as_csv:
        raise UsageError("--json and --csv are two forms", hint="give one of them")
    point: dict[str, Any] = {"published": as_of, "recorded": recorded}
    given = {name: value for name, value in asked.items() if value not in (None, False)}
    with existing_ledger(ledger) as book:
        ask: partial[Any]
        if kind == "channel":
            ask = partial(lists.channels, book, **point, **given)
        else:
            ask = partial(lists.listed, book, kind, **point, **given)  # type: ignore[arg-type]
        lines, rows = list_forms(book, kind, point)
        if as_csv:
            print_rows([COLUMNS[kind]])
        table = rows if as_csv else None
        printed = print_pages(ask, lines, limit=limit, after=after, as_json=as_json, table=table)
        if kind != "channel" and ("since" in given or "until" in given):
            tell_undated(partial(lists.listed, book, kind, **point, **given))  # type: ignore[arg-type]
        if not printed:
            _tell_nothing(book, kind, point, given)


def tell_undated(ask: Callable[..., Sequence[Any]]) -> None:
    """Says how many records a span of time leaves out because their sources don't tell when they came out."""
    from memcon.cli.terminal import tell
    from memcon.query import MOST_UNPLACED

    count = len(ask(is_undated=True, limit=MOST_UNPLACED))
    if count:
        tell(f"{count} more fit but for the time, which no source tells", "without --since and --until they stand last")


def list_forms(book: Any, kind: str, point: dict[str, Any]) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    """The page of some records of a kind, and the rows, with what these need of the ledger beside the records."""
    from memcon import lists
    from memcon.domain.entries import plural
    from memcon.report import lists as pages
    from memcon.report import rows as tables

    def beside(found: Sequence[Any]) -> tuple[Any, ...]:
        names = lists.called(book, found, **point)
        return (names, lists.verdicts_of(book, found, **point)) if kind == "precedent" else (names,)

    def last(found: Sequence[Any]) -> tuple[Any, ...]:
        return (lists.last_sessions(book, found, most=pages.LAST_SESSIONS, **point),) if kind == "channel" else ()

    lines, rows = getattr(pages, f"{plural(kind)}_lines"), getattr(tables, f"{plural(kind)}_rows")
    return (lambda found: lines(found, *beside(found), *last(found))), (lambda found: rows(found, *beside(found)))


def _tell_nothing(book: Any, kind: str, point: dict[str, Any], given: dict[str, Any]) -> None:
    from memcon.cli.terminal import tell

    words = "claim of precedent" if kind == "precedent" else kind
    hint = near_hint(book, given.get("actor"), "actor")
    if kind == "channel" and not hint:
        hint = near_hint(book, given.get("about"), "channel")
    nothing = "fewer options find more" if given or any(point.values()) else "memcon add FILE adds documents"
    tell(f"no {words} fits" if given else f"no {words} in this ledger", hint or nothing)


def near_hint(book: Any, asked: str | None, kind: Any) -> str | None:
    """ "did you mean “Anna Lind”?" where nothing of the kind has the name that is asked, and some are near it."""
    from memcon import query
    from memcon.ledger.asked import each_of

    if not asked:
        return None
    for name in each_of(asked) if kind == "actor" else (asked,):
        if near := query.suggestions(book, name, kind):
            return f"nothing is called {name!r}; did you mean {' or '.join(f'“{n}”' for n in near)}?"
    return None
