"""`memcon pack`: look at knowledge packs."""

from __future__ import annotations

import click


@click.group("pack")
def pack_group() -> None:
    """Look at knowledge packs: dated data about states, offices, channels and places."""


@pack_group.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def list_command(as_json: bool) -> None:
    """List the packs that are installed."""
    from memcon.cli.terminal import print_json, print_lines
    from memcon.knowledge import installed_packs, read_header
    from memcon.knowledge.packs import SHIPPED
    from memcon.report.layout import Piece, line
    from memcon.report.records import view_record

    folders = sorted(path for path in SHIPPED.iterdir() if path.is_dir()) + list(installed_packs().values())
    for header in map(read_header, folders):
        if as_json:
            print_json({**view_record(header), "folder": str(header.folder)})
        else:
            words = f"version {header.version}, valid {header.valid}, {header.folder}"
            print_lines([line(words, margin=Piece(header.name, "strong"), indent=14)])
