"""`memcon watch`: what sources list, read as it comes."""

from __future__ import annotations

import signal
import time
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from memcon.cli.options import Span, json_option, ledger_option, reader_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from memcon.report.layout import Line
    from memcon.watching import EntryRead, Happening, SourceFailed, SourceRead
    from memcon.watching.rounds import Round

LONGEST_SLEEP = 3600.0
"""Seconds after which it is looked again whether something is due: a source may have been added meanwhile."""


@click.command("watch")
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--every", type=Span(), default="30m", show_default=True, metavar="TIME", help="Read sources that have no time of their own this often.")  # fmt: skip
@click.option("--once", "is_once", is_flag=True, help="Read every source once, then what waits, and end.")
@reader_options
@ledger_option
@json_option
@click.pass_context
def watch_command(
    context: click.Context,
    /,
    names: tuple[str, ...],
    every: int,
    is_once: bool,
    ledger: str | None,
    as_json: bool,
    **options: Any,
) -> None:
    """Read the sources again and again; fetch, read and add what is new, and print what became of it.

    With NAMEs these sources alone. A source that can't be read is left alone for a while, longer each time. It can be stopped at any moment: what waits is read the next time, and nothing is read twice. Ends with
    code 1 after --once where a source or an entry could not be read.

    \b
    Examples:
      memcon watch --once
      memcon watch --every 15m --json >> watch.jsonl
    """
    from memcon.cli.app import SOME_FAILED
    from memcon.cli.ledgers import writable_ledger
    from memcon.cli.readers import make_fetcher, make_reader
    from memcon.cli.terminal import tell
    from memcon.store.ledger import utc_now
    from memcon.watching import watched_sources
    from memcon.watching.rounds import Round

    context.call_on_close(_end_on_request())
    with writable_ledger(ledger) as (book, _):
        sources = [source for source, _ in watched_sources(book)]
        if not sources:
            tell("nothing is watched", "memcon source add ADDRESS adds a feed")
            return
        is_private = any(source.allows_private for source in sources)
        with make_fetcher(allows_private=is_private) as fetcher:
            at = Round(store=book, fetcher=fetcher, reader=make_reader(**options), now=utc_now, every=every)
            failed = _tell_round(at, names, is_once=is_once, as_json=as_json)
            while not is_once:
                _sleep(at)
                _tell_round(at, (), is_once=False, as_json=as_json)
    if failed:
        context.exit(SOME_FAILED)


def _tell_round(at: Round, names: tuple[str, ...], *, is_once: bool, as_json: bool) -> int:
    """Tells what happens in one round, and a word on it as a whole where something did. Gives how many sources and entries failed."""
    from memcon.cli.terminal import print_json, print_lines, tell
    from memcon.watching import run_round

    counts: Counter[str] = Counter()
    for happening in run_round(at, names=names, is_every_source=is_once):
        counts.update(_counted(happening))
        if as_json:
            print_json(happening_record(happening))
        else:
            print_lines(_lines(happening))
    if is_once or counts["entries"] or counts["sources failed"]:
        tell(_summary(counts))
    return counts["sources failed"] + counts["failed"]


def _sleep(at: Round) -> None:
    """Until something is due."""
    from datetime import datetime

    from memcon.watching import next_due

    due = next_due(at.store, at.every)
    left = (datetime.fromisoformat(due) - datetime.fromisoformat(at.now())).total_seconds() if due else LONGEST_SLEEP
    time.sleep(min(max(left, 1.0), LONGEST_SLEEP))


def _end_on_request() -> Callable[[], object]:
    """A service manager's word ends it quietly: there is nothing to save. Gives what undoes this."""

    def end(*_: object) -> None:
        raise SystemExit(0)

    return partial(signal.signal, signal.SIGTERM, signal.signal(signal.SIGTERM, end))


def happening_record(happening: Happening) -> dict[str, object]:
    """What happened, as data: `event` is `source_read`, `source_failed` or `entry`."""
    from memcon.cli.add import added_record
    from memcon.report.contract import problem_record
    from memcon.watching import EntryRead, SourceFailed

    if isinstance(happening, EntryRead):
        entry, added = happening.entry, happening.added
        told: dict[str, object] = {
            "event": "entry",
            "source": entry.source,
            "state": entry.state,
            "address": entry.address,
        }
        told |= {"is_edit": entry.edits > 0, "next_at": entry.next_at if entry.state == "waiting" else None}
        record = added_record(added) if added else {"ref": entry.ref, "outcome": "put_off"}
        return {**told, **record, "problems": [problem_record(problem) for problem in happening.problems]}
    source = happening.source
    place = {"source": source.name, "address": source.address, "next_at": source.next_at}
    if isinstance(happening, SourceFailed):
        problem = problem_record(happening.problem)
        return {"event": "source_failed", **place, "failures": source.failures, "problems": [problem]}
    problems = [problem_record(problem) for problem in happening.problems]
    return {
        "event": "source_read",
        **place,
        "is_unchanged": happening.is_unchanged,
        "new": happening.taken.new,
        "edited": happening.taken.edited,
        "problems": problems,
    }


def _counted(happening: Happening) -> Iterator[str]:
    from memcon.watching import EntryRead, SourceFailed

    if isinstance(happening, EntryRead):
        yield "entries"
        yield _word(happening)
    elif isinstance(happening, SourceFailed):
        yield "sources failed"
    else:
        yield "sources read"


def _word(happening: EntryRead) -> str:
    """What became of an entry, in a word."""
    if happening.entry.state == "waiting":
        return "put off"
    if happening.entry.state == "failed" or happening.added is None:
        return "failed"
    is_edit = happening.entry.edits > 0 and happening.added.outcome in ("added", "revised")
    return "edited" if is_edit else happening.added.outcome


def _summary(counts: Counter[str]) -> str:
    words = ("added", "edited", "revised", "unchanged", "put off", "failed")
    entries = ", ".join(f"{counts[word]} {word}" for word in words if counts[word]) or "nothing new"
    failed = f", {counts['sources failed']} could not be read" if counts["sources failed"] else ""
    read = counts["sources read"]
    return f"{read} source{'s' * (read != 1)} read{failed}; {entries}"


def _lines(happening: Happening) -> Iterator[Line]:
    from memcon.watching import EntryRead, SourceFailed

    if isinstance(happening, EntryRead):
        yield from _entry_lines(happening)
    elif isinstance(happening, SourceFailed):
        yield from _failed_lines(happening)
    else:
        yield from _source_lines(happening)


def _source_lines(happening: SourceRead) -> Iterator[Line]:
    """Only where there is something to tell."""
    from memcon.report.layout import Piece, line, visible

    taken = happening.taken
    if not taken.new and not taken.edited:
        return
    parts = [f"{count} {word}" for count, word in ((taken.new, "new"), (taken.edited, "edited")) if count]
    yield line(Piece(visible(happening.source.name), "strong"), f"  lists {', '.join(parts)}")
    for problem in happening.problems:
        yield line(Piece(visible(problem.message), "faint"), indent=4)


def _failed_lines(happening: SourceFailed) -> Iterator[Line]:
    from memcon.report.layout import Piece, line, visible

    source, problem = happening.source, happening.problem
    told = f"  could not be read: {visible(problem.message)} ({problem.code}); again at {source.next_at}"
    yield line(Piece(visible(source.name), "strong"), Piece(told, "off"))
    yield line(Piece(f"→ {visible(problem.hint)}", "faint"), indent=4)


def _entry_lines(happening: EntryRead) -> Iterator[Line]:
    from memcon.report.layout import Piece, line, visible

    entry, added, word = happening.entry, happening.added, _word(happening)
    record = added.reading if added and added.outcome in ("added", "revised") else None
    title = record.document.title if record else None
    shown = visible(title or entry.said.get("title") or entry.ref)
    parts: list[str | Piece] = [shown]
    if record is not None:
        count = len(record.events)
        parts.append(Piece(f"  {record.document.published or 'no date'}, {count} event{'s' * (count != 1)}", "label"))
    yield line(*parts, margin=Piece(word, "off" if word in ("failed", "put off") else "done"), indent=11)
    if word in ("failed", "put off"):
        again = f"; again at {entry.next_at}" if word == "put off" else ""
        yield line(Piece(f"{visible(entry.ref)}: {visible(entry.why or '')}{again}", "faint"), indent=11)
