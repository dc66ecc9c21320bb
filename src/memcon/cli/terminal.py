"""Where output goes: data to standard output, messages and progress to standard error, colours only for people. What lays out a screen is loaded where there is one, or a long line.

`NO_COLOR`, `--json` and pipes get plain text. A reader that goes away (`memcon timeline | head`) ends the program quietly.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeVar

from memcon.cli.options import PAGE
from memcon.report.layout import Line, Style

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from memcon.domain.views import Resolved
    from memcon.errors import UsageError

Found = TypeVar("Found", bound="Resolved")

PIPE_WIDTH = 100
"""Columns of output that does not go to a screen."""

STEP = 500
"""Records that are in memory at once while a long list is printed."""

WIDEST = 120
"""Lines longer than this are hard to read, however wide the screen."""

_UNSAFE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
"""Characters by which other people's words could do something to a screen."""

_COLOURS: dict[Style, str] = {
    "plain": "",
    "title": "bold",
    "heading": "bold underline",
    "strong": "bold",
    "label": "cyan",
    "faint": "dim",
    "quote": "italic",
    "done": "green",
    "ahead": "blue",
    "open": "yellow",
    "off": "red",
}


def print_lines(lines: Iterable[Line]) -> None:
    """Wraps the lines at the screen's width and writes them to standard output."""
    is_screen, console = sys.stdout.isatty(), None
    for line in lines:
        if line.is_row and not is_screen:
            _write(line.text + "\n")
        else:
            console = console or _console(sys.stdout)
            _write(_render(console, line))


def tell_lines(lines: Iterable[Line]) -> None:
    """Wraps the lines and writes them to standard error."""
    console = _console(sys.stderr)
    sys.stderr.write("".join(_render(console, line) for line in lines))
    sys.stderr.flush()


def print_json(record: object) -> None:
    """One JSON value on one line of standard output."""
    _write(json_line(record) + "\n")


def print_found(records: Sequence[Found], lines: Callable[[Iterable[Found]], Iterable[Line]], *, as_json: bool) -> None:
    """Records of the ledger: with `as_json` one object a line, else the page that `lines` makes of them."""
    from memcon.report.records import ledger_record

    if as_json:
        for record in records:
            print_json(ledger_record(record))
    else:
        print_lines(lines(records))


def print_pages(
    ask: Callable[..., Sequence[Found]],
    lines: Callable[[Iterable[Found]], Iterable[Line]],
    *,
    limit: int | None,
    after: str | None,
    as_json: bool,
    table: Callable[[Sequence[Found]], Iterable[Sequence[str]]] | None = None,
) -> int:
    """Prints what `ask` gives, as `print_found` or as the rows of a `table`, some at a time, until `limit` (0: all; None: a page, as data all) are printed, and says how to have more
    when there are more. Gives how many were printed."""
    most = limit if limit is not None else 0 if as_json or table else PAGE
    printed = 0
    while True:
        wanted = min(STEP, most - printed) if most else STEP
        found = ask(after=after, limit=wanted + 1)
        shown = found[:wanted]
        if table is not None:
            print_rows(table(shown))
        else:
            print_found(shown, lines, as_json=as_json)
        printed += len(shown)
        if len(found) <= wanted:
            return printed
        after = shown[-1].id
        if most and printed >= most:
            sys.stdout.flush()
            tell(f"there are more than {most}", f"the next ones: --after {after}; all: --limit 0")
            return printed


def print_rows(rows: Iterable[Sequence[str]]) -> None:
    """Rows as comma-separated values."""
    import csv

    text = io.StringIO()
    shown = ([_UNSAFE.sub("", cell) for cell in row] for row in rows) if sys.stdout.isatty() else rows
    csv.writer(text, lineterminator="\n").writerows(shown)
    if text.tell():
        _write(text.getvalue())


def json_line(record: object) -> str:
    """`record` as JSON on one line; non-ASCII characters as they are, unless one of them can't be encoded (a lone surrogate). On a screen what could move the cursor
    or turn the writing direction is written as its number, which is the same JSON."""
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    if sys.stdout.isatty():
        line = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(record, ensure_ascii=True, separators=(",", ":"))
    return line


def print_text(text: str) -> None:
    """Text as it is, with a line end, to standard output."""
    _write(text + "\n")


def print_bytes(parts: Iterable[bytes]) -> None:
    """A file to standard output, as it is. Raises `UsageError` where that can't be written (a full disk)."""
    sys.stdout.flush()
    out = getattr(sys.stdout, "buffer", None)
    try:
        for part in parts:
            out.write(part) if out is not None else sys.stdout.write(part.decode("utf-8", "replace"))
        (out or sys.stdout).flush()
    except BrokenPipeError:
        _leave_quietly()
    except OSError as error:
        raise _unwritten(error) from error


def tell(message: str, hint: str = "") -> None:
    """A message for the person at the keyboard, to standard error, with what to do about it on a line of its own."""
    from memcon.report.layout import visible

    first, second = ("memcon: ", visible(message)), "        " + visible(hint)
    if sys.stderr.isatty():
        from rich.text import Text

        console = _console(sys.stderr)
        told = _styled(console, Text.assemble((first[0], "bold"), first[1]))
        told += _styled(console, Text(second, style="dim")) if hint else ""
    else:
        told = "".join(first) + "\n" + (second + "\n" if hint else "")
    sys.stderr.write(told)
    sys.stderr.flush()


def message_console() -> Console:
    """The console for progress bars: standard error."""
    from rich.console import Console

    return Console(stderr=True)


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    is_screen = stream.isatty()
    console = Console(
        file=stream, force_terminal=is_screen and "NO_COLOR" not in os.environ, soft_wrap=False, highlight=False
    )
    width = min(console.width, WIDEST) if is_screen else PIPE_WIDTH
    return Console(
        file=io.StringIO(),
        force_terminal=console.is_terminal,
        color_system=console.color_system if console.is_terminal else None,  # type: ignore[arg-type]
        width=max(width, 40),
        highlight=False,
        markup=False,
        emoji=False,
    )


def _render(console: Console, line: Line) -> str:
    from rich.text import Text

    body = Text.assemble(*((piece.text, _COLOURS[piece.style]) for piece in line.pieces))
    margin = Text()
    if line.margin:
        margin.append(line.margin.text, style=_COLOURS[line.margin.style])
    rows = list(body.wrap(console, max(console.width - line.indent, 20))) or [Text()]
    out = ""
    if margin.cell_len >= line.indent > 0:
        # A margin that is too wide for its column ("2018-11/2021-05") takes a line of its own.
        out += _styled(console, margin)
        margin = Text()
    for row in rows:
        row.rstrip()
        margin.pad_right(line.indent - margin.cell_len)
        full = margin + row
        full.rstrip()
        out += _styled(console, full)
        margin = Text()
    return out


def _styled(console: Console, text: Text) -> str:
    with console.capture() as capture:
        console.print(text, soft_wrap=True)
    return capture.get()


def _write(text: str) -> None:
    """Raises `UsageError` where standard output can't be written (a full disk)."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly()
    except OSError as error:
        raise _unwritten(error) from error
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()


def _leave_quietly() -> NoReturn:
    """Ends the program as the signal SIGPIPE would."""
    _drop_output()
    raise SystemExit(141)


def _unwritten(error: OSError) -> UsageError:
    from memcon.errors import UsageError

    _drop_output()
    return UsageError(f"can't write the output: {error.strerror}", hint="make room, or write elsewhere")


def _drop_output() -> None:
    """What is still buffered goes nowhere, without a complaint at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
