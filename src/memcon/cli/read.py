"""`memcon read`: what documents say, without a ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from memcon.cli.options import json_option, reading_options
from memcon.domain.readers import OWN

if TYPE_CHECKING:
    from memcon.domain.problems import Problem
    from memcon.domain.reading import Reading
    from memcon.ingest import Read


@click.command("read")
@click.argument("inputs", nargs=-1, metavar="[FILE|ADDRESS]...")
@reading_options
@click.option(
    "--reasons", "has_reasons", is_flag=True, help="Show why each possible event is in the record, or is not."
)
@json_option
@click.pass_context
def read_command(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    published: str | None,
    mapping: tuple[str, ...],
    follows_links: bool,
    lists: tuple[str, ...],
    allows_private: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Read documents and print what they say; keep nothing.

    With --reader what that reader says is printed, in place of what memcon itself reads; give --reader memcon too for both.

    FILE is text, Markdown, HTML, PDF, Word, JSON, JSONL or a table, a letter, a mailbox, a book, a web archive or a zip file, a folder of such files, or - for standard input; ADDRESS is one on the web, whose page is fetched. With --json,
    one object a document: the reading contract (docs/reference/contract.md).

    \b
    Examples:
      memcon read article.txt
      memcon read page.html --published 2025-11-03
      memcon read https://www.example.org/news/talks-in-oslo
      memcon read corpus.jsonl --map text=body --map published=meta.date --json > readings.jsonl
    """
    from memcon.cli.app import SOME_FAILED
    from memcon.cli.failures import is_failed, tell_failures
    from memcon.cli.readers import Inputs, make_reader, tell_costs, with_listed
    from memcon.cli.terminal import print_json, print_lines
    from memcon.report.contract import failed_contract, to_contract
    from memcon.report.reading import problem_lines, reading_lines

    sources = Inputs(
        names=with_listed(inputs, lists),
        published=published,
        mapping=mapping,
        follows_links=follows_links,
        allows_private=allows_private,
    )
    total = failed = 0
    problems: list[Problem] = []
    reader = make_reader(**options)
    for read in reader.read_captures(sources.captures()):
        total += 1
        readings = chosen_readings(read, options["others"])
        told = [problem for reading in readings for problem in reading.problems] if readings else [*read.problems]
        failed += is_failed(told)
        problems += told
        for reading in readings:
            if as_json:
                print_json(to_contract(reading))
            else:
                print_lines(reading_lines(reading))
        if not readings and as_json:
            print_json(failed_contract(read.ref, read.problems))
        elif not readings:
            print_lines(line for problem in read.problems for line in problem_lines(problem))
    tell_costs(reader)
    if failed:
        tell_failures([problem for problem in problems if problem.is_fatal], failed=failed, total=total)
        context.exit(SOME_FAILED)


def chosen_readings(read: Read, others: tuple[str, ...]) -> tuple[Reading, ...]:
    """The readings that are asked for: the program's own, unless other readers are named; then theirs, with the problems of the document itself."""
    if read.reading is None:
        return ()
    if not read.others:
        return (read.reading,)
    own = (read.reading,) if OWN in others else ()
    found = (replace(other, problems=(*read.reading.problems, *other.problems)) for other in read.others)
    return (*own, *found)
