"""`memcon add`: documents into the ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

import click

from memcon.cli.options import json_option, ledger_option, reading_options

if TYPE_CHECKING:
    from memcon.domain.problems import Problem
    from memcon.ingest import Added


@click.command("add")
@click.argument("inputs", nargs=-1, metavar="[FILE|ADDRESS]...")
@reading_options
@ledger_option
@json_option
@click.pass_context
def add_command(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    published: str | None,
    mapping: tuple[str, ...],
    follows_links: bool,
    lists: tuple[str, ...],
    allows_private: bool,
    ledger: str | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Read documents and keep what they say in the ledger.

    FILE and ADDRESS are what they are for memcon read. A page that was added before is asked for only as far as it has changed. Adding the same document again changes nothing, so a run that was interrupted is simply run again.
    A document that can't be read is told of at the end, and the others are added.

    \b
    Examples:
      memcon add articles/
      memcon add today.html --published 2025-11-03 --ledger desk.db
      memcon add https://www.example.org/news/talks-in-oslo
      memcon add --addresses reading-list.txt
    """
    from memcon.cli.ledgers import writable_ledger
    from memcon.cli.readers import Inputs, make_reader, with_listed
    from memcon.ingest import add
    from memcon.store.ledger import utc_now

    names = with_listed(inputs, lists)
    reader = make_reader(**options)
    with writable_ledger(ledger) as (book, place):
        sources = Inputs(
            names=names,
            published=published,
            mapping=mapping,
            follows_links=follows_links,
            allows_private=allows_private,
            memory=book,
        )
        results = with_progress(add(book, sources.captures(), reader, now=utc_now), sources)
        tell_added(context, results, place, as_json=as_json, reader=reader)


def tell_added(
    context: click.Context, results: Iterator[Added], place: str, *, as_json: bool, reader: object = None
) -> None:
    """Tells what became of each input as it comes, then of all, and what reading by `reader` cost; ends with code 1 where some failed."""
    from memcon.cli.app import SOME_FAILED
    from memcon.cli.failures import is_failed, tell_failures
    from memcon.cli.readers import tell_costs
    from memcon.cli.terminal import print_json

    counts: Counter[str] = Counter()
    problems: list[Problem] = []
    for added in results:
        if added.document is not None or added.outcome == "failed":  # else it is a remark: on an archive, on a folder
            counts[added.outcome] += 1
        counts["events"] += len(added.reading.events) if added.reading and added.outcome != "unchanged" else 0
        problems += added.problems
        if as_json:
            print_json(added_record(added))
    if not as_json:
        _print_summary(counts, place)
    tell_costs(reader)
    failed = counts["failed"]
    tell_failures(
        [problem for problem in problems if problem.is_fatal or not failed], failed=failed, total=_total(counts)
    )
    if failed or is_failed(problems) or any(problem.code == "reader_failed" for problem in problems):
        context.exit(SOME_FAILED)


def added_record(added: Added) -> dict[str, object]:
    """What became of one input, as data."""
    from memcon.report.contract import problem_record

    reading, known = added.reading, added.known
    return {
        "ref": added.ref,
        "outcome": added.outcome,
        "document": added.document,
        "title": reading.document.title if reading else known.title if known else None,
        "published": reading.document.published if reading else known.published if known else None,
        "events": len(reading.events) if reading else known.events if known else 0,
        "statements": len(reading.statements) if reading else known.statements if known else 0,
        "problems": [problem_record(problem) for problem in added.problems],
    }


class Pace(Protocol):
    """How far a run has come, in bytes or documents, and how far it goes, where that can be told."""

    @property
    def total(self) -> int | None: ...

    @property
    def consumed(self) -> int: ...


def with_progress(results: Iterator[Added], sources: Pace) -> Iterator[Added]:
    """The results, with a bar on standard error while they come; no bar where nobody watches."""
    if not sys.stderr.isatty():
        yield from results
        return
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from memcon.cli.terminal import message_console

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=message_console(), transient=True) as progress:
        task = progress.add_task("loading the language model", total=sources.total)
        began = monotonic()
        for number, added in enumerate(results, 1):
            told = pace_words(number, monotonic() - began, sources.consumed, sources.total)
            progress.update(task, description=told, completed=sources.consumed)
            yield added


def pace_words(number: int, seconds: float, consumed: int, total: int | None) -> str:
    """How far it has come: "120 documents, 3.1 a second, 4 min left"; the rest by the bytes that are left, as far as these can be told."""
    rate = number / seconds if seconds > 0 else 0.0
    told = f"{number} documents, {rate:.1f} a second"
    if not total or not consumed or consumed > total:
        return told
    left = seconds * (total - consumed) / consumed
    return f"{told}, {f'{left / 60:.0f} min' if left >= 90 else f'{left:.0f} s'} left"


def _total(counts: Counter[str]) -> int:
    return sum(counts[outcome] for outcome in ("added", "revised", "unchanged", "failed"))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _print_summary(counts: Counter[str], place: str) -> None:
    from memcon.cli.ledgers import shown_place
    from memcon.cli.terminal import print_text

    parts = [f"{counts[name]} {name}" for name in ("added", "revised", "unchanged", "failed") if counts[name]]
    events = f" with {_counted(counts['events'], 'event')}" if counts["events"] else ""
    print_text(
        f"{_counted(_total(counts), 'document')}: {', '.join(parts) or 'none'}{events}; ledger: {shown_place(place)}"
    )
