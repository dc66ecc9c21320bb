"""`memcon review`: a person's word on which records are one, and on what is told wrongly."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import Any, TypeVar

import click

from memcon.cli.options import json_option, ledger_option

F = TypeVar("F", bound=Callable[..., Any])


def _person(command: F) -> F:
    by = click.option("--by", metavar="NAME", help="Who judges so.  [default: your name on this machine]")
    why = click.option("--why", default="", metavar="TEXT", help="The reason, kept with the judgement.")
    return by(why(ledger_option(command)))


@click.group("review")
def review_group() -> None:
    """Settle what the rules leave in doubt, and correct what was read wrongly. What a person judges holds when documents are read again, and can be undone.

    \b
    Examples:
      memcon review list
      memcon review accept event_5d2c91ab event_91ab03f7 --why "the same talks, reported a day apart"
      memcon review split actor_77d0 actor_5a01 --why "a minister and a wrestler of one name"
      memcon review correct event_5d2c91ab status held --why "see the communique"
      memcon review undo jdg_63ae1469
    """


@review_group.command("list")
@click.option(
    "--kind",
    type=click.Choice(["events", "persons", "processes"]),
    help="Only pairs of events, of persons, or of processes.",
)
@click.option(
    "--limit", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="Print N at most; 0 prints all."
)
@ledger_option
@json_option
def list_command(kind: str | None, limit: int, ledger: str | None, as_json: bool) -> None:
    """Print the pairs of records that may be one, as far as nobody has judged them: the chance, the reasons, and both records."""
    from memcon import review
    from memcon.cli.ledgers import existing_ledger
    from memcon.cli.terminal import print_json, print_lines, tell
    from memcon.report.judgements import doubt_json, doubt_lines

    with existing_ledger(ledger) as book:
        found = review.doubts(book, kind=kind, limit=limit + 1 if limit else None)
        shown = found[:limit] if limit else found
        records = review.records_of(book, shown)
    if as_json:
        for each in shown:
            print_json(doubt_json(each))
    else:
        print_lines(doubt_lines(shown, records))
    if not found:
        tell("nothing is in doubt that nobody has judged")
    if len(shown) < len(found):
        tell(f"there are more than {limit}", "all: --limit 0")


@review_group.command("accept")
@click.argument("one")
@click.argument("other")
@_person
def accept_command(one: str, other: str, **given: Any) -> None:
    """Judge that two records are one."""
    _merge((one, other), **given)


@review_group.command("merge")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@_person
def merge_command(ids: tuple[str, ...], **given: Any) -> None:
    """Judge that several records are one."""
    _merge(ids, **given)


@review_group.command("reject")
@click.argument("one")
@click.argument("other")
@_person
def reject_command(one: str, other: str, **given: Any) -> None:
    """Judge that two records are not one; they are never joined by a rule again."""
    from memcon import review

    _record(lambda book, by, why: review.reject(book, one, other, by=by, why=why), **given)


@review_group.command("split")
@click.argument("record")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@_person
def split_command(record: str, ids: tuple[str, ...], **given: Any) -> None:
    """Take the IDs out of RECORD, of which they are part (see memcon show RECORD --why); they stay together, apart from the rest."""
    from memcon import review

    _record(lambda book, by, why: review.split(book, record, ids, by=by, why=why), **given)


@review_group.command("correct")
@click.argument("record")
@click.argument("field")
@click.argument("value")
@_person
def correct_command(record: str, field: str, value: str, **given: Any) -> None:
    """Correct one FIELD of RECORD: status, when (EDTF), place ("Seoul, KOR"), label, kind, ordinal of an event; name, kind, country of an actor …

    It has the last word over all sources of before; what is published later may change it again.
    """
    from memcon import review

    _record(lambda book, by, why: review.correct_record(book, record, field, value, by=by, why=why), **given)


@review_group.command("undo")
@click.argument("judgement")
@_person
def undo_command(judgement: str, **given: Any) -> None:
    """Take a judgement back, a person's or a rule's; memcon show ID --why tells which there are."""
    from memcon import review

    _record(lambda book, by, why: review.undo(book, judgement, by=by, why=why), **given)


def _merge(ids: tuple[str, ...], **given: Any) -> None:
    from memcon import review

    _record(lambda book, by, why: review.merge(book, ids, by=by, why=why), **given)


def _record(judge: Callable[[Any, str, str], Any], *, ledger: str | None, by: str | None, why: str) -> None:
    """Makes the judgements, keeps them and says which they are."""
    from memcon.cli.ledgers import existing_ledger, writable_ledger
    from memcon.cli.terminal import print_lines
    from memcon.report.judgements import made_lines
    from memcon.store.ledger import utc_now

    with existing_ledger(ledger):
        pass  # a ledger that is missing is told of, not made
    with writable_ledger(ledger) as (book, _):
        made = judge(book, _user() if by is None else by, why)
        book.append(recorded_at=utc_now(), entries=made)
    print_lines(made_lines(made))


def _user() -> str:
    """The name of the user of this machine. Raises `UsageError` where the machine has none for it, as in a container."""
    from memcon.errors import UsageError

    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("this machine has no name for you", hint="--by NAME says who judges so") from error
