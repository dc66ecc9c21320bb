"""The program: its commands by name, loaded only when called, and how it ends.

Exit codes: 0 all went well; 1 some documents could not be read; 2 the command was wrong or could not be carried out;
3 a fault in memcon itself; 130 interrupted.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Sequence

import click

from memcon.errors import MemconError

COMMANDS: dict[str, str] = {
    "read": "memcon.cli.read:read_command",
    "add": "memcon.cli.add:add_command",
    "source": "memcon.cli.source:source_group",
    "watch": "memcon.cli.watch:watch_command",
    "reread": "memcon.cli.reread:reread_command",
    "timeline": "memcon.cli.timeline:timeline_command",
    "statements": "memcon.cli.statements:statements_command",
    "positions": "memcon.cli.lists:positions_command",
    "commitments": "memcon.cli.lists:commitments_command",
    "processes": "memcon.cli.lists:processes_command",
    "channels": "memcon.cli.lists:channels_command",
    "precedents": "memcon.cli.lists:precedents_command",
    "brief": "memcon.cli.brief:brief_command",
    "export": "memcon.cli.export:export_command",
    "show": "memcon.cli.show:show_command",
    "changes": "memcon.cli.news:changes_command",
    "upcoming": "memcon.cli.news:upcoming_command",
    "conflicts": "memcon.cli.news:conflicts_command",
    "review": "memcon.cli.review:review_group",
    "search": "memcon.cli.search:search_command",
    "query": "memcon.cli.db:query_command",
    "db": "memcon.cli.db:db_group",
    "serve": "memcon.serve.command:serve_command",
    "mcp": "memcon.serve.mcp_command:mcp_command",
    "pack": "memcon.cli.pack:pack_group",
    "plugins": "memcon.cli.plugins:plugins_command",
    "doctor": "memcon.cli.doctor:doctor_command",
    "demo": "memcon.cli.demo:demo_command",
    "completion": "memcon.cli.completion:completion_command",
}
"""Each command's name, module and function, in the order in which a newcomer meets them."""

SOME_FAILED, WRONG_USE, FAULT, INTERRUPTED = 1, 2, 3, 130


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for. No module of `cli` imports more than click at its top."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="memcon", message="memcon %(version)s")
def program() -> None:
    """Read news and official releases about diplomacy; keep a sourced, bitemporal ledger of who met whom.

    Begin with `memcon demo`, then `memcon read FILE`, then `memcon add FILE` and `memcon timeline`.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program with `arguments` (default: the command line's); returns the exit code and never shows a traceback
    unless MEMCON_DEBUG is set."""
    try:
        code = program.main(
            args=None if arguments is None else list(arguments), prog_name="memcon", standalone_mode=False
        )
    except (KeyboardInterrupt, click.Abort):
        return _interrupted()
    except click.ClickException as error:
        _complain(error.format_message(), _click_hint(error))
        return WRONG_USE
    except MemconError as error:
        _complain(str(error), error.hint)
        return WRONG_USE
    except Exception as error:
        if "MEMCON_DEBUG" in os.environ:
            raise
        _complain(
            f"a fault in memcon: {type(error).__name__}: {error}",
            "nothing was half written to the ledger; MEMCON_DEBUG=1 shows where it happened",
        )
        return FAULT
    return code if isinstance(code, int) else 0


def _complain(message: str, hint: str) -> None:
    from memcon.cli.terminal import tell

    tell(message, hint)


def _click_hint(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.NoSuchOption) and context is not None and isinstance(context.command, click.Group):
        return f"options stand behind the command: {context.command_path} COMMAND {error.option_name} …"
    return f"see: {context.command_path} --help" if context is not None else "see: memcon --help"


def _interrupted() -> int:
    with contextlib.suppress(OSError):
        sys.stderr.write("memcon: interrupted\n")
    return INTERRUPTED
