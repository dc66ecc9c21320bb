"""`memcon demo`: the main job on the samples that come with memcon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from memcon.cli.options import json_option

if TYPE_CHECKING:
    from memcon.domain.entries import SubjectKind
    from memcon.store.ledger import LedgerStore


LISTS: dict[SubjectKind, str] = {
    "channel": "Channels",
    "position": "Positions",
    "commitment": "Commitments",
    "process": "Processes",
    "precedent": "Claims of precedent",
}
"""The lists that stand under the timeline, with their headings."""


@click.command("demo")
@click.option("--ledger", metavar="PATH", help="Keep the ledger in this file.  [default: a temporary one]")
@json_option
def demo_command(ledger: str | None, as_json: bool) -> None:
    """Read the sample dispatches into a temporary ledger and print its timeline and the lists of its consultative record.

    The samples were composed for the purpose, after public facts. With --ledger the ledger stays, to try the other commands on.
    """
    import tempfile

    from memcon.cli.terminal import tell

    with tempfile.TemporaryDirectory() as folder:
        count = _fill(ledger or str(Path(folder) / "demo.db"), as_json)
    hint = (
        f"look further: memcon timeline --ledger {ledger}"
        if ledger
        else "next: memcon read FILE on an article of your own"
    )
    tell(f"{count} sample dispatches, composed for this demonstration", hint)


def sample_folder() -> Path:
    """Where the samples are: inside the installed package, or beside the sources. Raises `UsageError` when they are in neither place."""
    import memcon
    from memcon.errors import UsageError

    package = Path(memcon.__file__).parent
    for folder in (package / "samples" / "dispatches", package.parents[1] / "samples" / "dispatches"):
        if folder.is_dir() and any(folder.iterdir()):
            return folder
    raise UsageError("the samples are not installed", hint="install memcon again")


def _fill(place: str, as_json: bool) -> int:
    """Adds the samples to the ledger at `place` and prints its timeline and lists; the number of documents."""
    from memcon import query
    from memcon.acquire import acquire
    from memcon.cli.ledgers import writable_ledger
    from memcon.cli.readers import make_reader
    from memcon.cli.terminal import print_found
    from memcon.ingest import add
    from memcon.report.timeline import timeline_lines
    from memcon.store.ledger import utc_now

    with writable_ledger(place) as (book, _):
        count = sum(1 for _ in add(book, acquire([str(sample_folder())]), make_reader(), now=utc_now))
        print_found(query.timeline(book), timeline_lines, as_json=as_json)
        for kind, heading in LISTS.items():
            _print_list(book, kind, heading, as_json=as_json)
    return count


def _print_list(book: LedgerStore, kind: SubjectKind, heading: str, *, as_json: bool) -> None:
    from memcon import lists
    from memcon.cli.lists import list_forms
    from memcon.cli.terminal import print_found, print_lines
    from memcon.report.layout import BLANK, Piece, line

    found = lists.channels(book) if kind == "channel" else lists.listed(book, kind)
    if found and not as_json:
        print_lines([line(Piece(heading, "heading")), BLANK])
    print_found(found, list_forms(book, kind, {})[0], as_json=as_json)
