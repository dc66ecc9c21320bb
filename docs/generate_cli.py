"""Writes docs/reference/cli.md from the live program; with --check, only says whether it is up to date (exit 1 when it is not)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from memcon.cli.app import program

PAGE = Path(__file__).parent / "reference" / "cli.md"
WIDTH = 100

PREAMBLE = """\
# Commands

<!-- Written by docs/generate_cli.py from the program itself; run `make accept` after changing a command. -->

Data goes to standard output, messages and progress to standard error. Colours appear on a screen only, and not when `NO_COLOR` is set.
`--json` gives data for programs, one JSON object a line.

| exit code | meaning |
|---|---|
| 0 | all went well |
| 1 | some documents could not be read; the rest was, and a summary says which failed |
| 2 | the command was wrong or could not be carried out |
| 3 | a fault in memcon itself; `MEMCON_DEBUG=1` shows where |
| 130 | interrupted by Ctrl-C |
| 141 | whoever read the output went away |
"""


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """`command` and all commands below it with their full names, in the order of the program's own list."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from commands(found, f"{name} {below}")


def page() -> str:
    """The whole page."""
    parts = [PREAMBLE]
    for name, command in commands(program, "memcon"):
        context = click.Context(command, info_name=name, max_content_width=WIDTH, terminal_width=WIDTH)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Writes the page, or compares it."""
    expected = page()
    if "--check" in sys.argv[1:]:
        if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == expected:
            return 0
        print(f"{PAGE.name} differs from the program; run: make accept", file=sys.stderr)
        return 1
    PAGE.write_text(expected, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
