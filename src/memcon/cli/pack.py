"""`memcon pack`: look at knowledge packs."""

from __future__ import annotations

import click

from memcon.cli.options import json_option


@click.group("pack")
def pack_group() -> None:
    """Look at knowledge packs: dated data about states, offices, channels and places."""


@pack_group.command("list")
@json_option
def list_command(as_json: bool) -> None:
    """List the packs that are installed."""
    from memcon.cli.terminal import print_json, print_lines
    from memcon.knowledge import installed_packs, read_header
    from memcon.knowledge.packs import SHIPPED
    from memcon.report.contract import Page, record_json
    from memcon.report.layout import Piece, line

    folders = sorted(path for path in SHIPPED.iterdir() if path.is_dir()) + list(installed_packs().values())
    for header in map(read_header, folders):
        if as_json:
            print_json({**record_json(header, Page()), "folder": str(header.folder)})
        else:
            words = f"version {header.version}, valid {header.valid}, {header.folder}"
            print_lines([line(words, margin=Piece(header.name, "strong"), indent=14)])


@pack_group.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@json_option
@click.pass_context
def check_command(context: click.Context, /, paths: tuple[str, ...], as_json: bool) -> None:
    """Check packs and say everything that is wrong with them.

    PATH is a folder that is a pack or holds packs. Ends with code 1 when something is wrong.
    """
    from pathlib import Path

    from memcon.cli.app import SOME_FAILED
    from memcon.cli.terminal import print_json, print_lines
    from memcon.knowledge.checking import check
    from memcon.knowledge.packs import pack_folders
    from memcon.report.contract import Page, record_json
    from memcon.report.layout import Piece, line

    is_valid = True
    for folder in [found for path in paths for found in pack_folders(Path(path))]:
        problems = check(folder)
        is_valid = is_valid and not problems
        if as_json:
            print_json(
                {"pack": str(folder), "is_valid": not problems, "problems": [record_json(p, Page()) for p in problems]}
            )
            continue
        verdict = Piece(f"{len(problems)} problems", "off") if problems else Piece("valid", "done")
        print_lines([line(Piece(str(folder), "strong"), ": ", verdict)])
        for problem in problems:
            print_lines([line(f"{problem.where}: {problem.message}", indent=2)])
            if problem.hint:
                print_lines([line(Piece(problem.hint, "faint"), indent=4)])
    if not is_valid:
        context.exit(SOME_FAILED)
