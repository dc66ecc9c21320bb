"""`memcon plugins`: what other packages add."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from memcon.cli.options import json_option

if TYPE_CHECKING:
    from memcon.plugins import Plugin


@click.command("plugins")
@json_option
@click.pass_context
def plugins_command(context: click.Context, as_json: bool) -> None:
    """List the sources, readers and export formats that installed packages add, and try to load each.

    Ends with code 2 when one can't be used.
    """
    from memcon.cli.app import WRONG_USE
    from memcon.cli.terminal import print_json, print_lines, tell
    from memcon.plugins import GROUPS, find_plugins
    from memcon.report.contract import Page, record_json
    from memcon.report.layout import Piece, line, visible

    is_well, count = True, 0
    for plugin in (plugin for group in GROUPS for plugin in find_plugins(group)):
        fault = _fault_of(plugin)
        is_well, count = is_well and fault is None, count + 1
        if as_json:
            print_json({**record_json(plugin, Page()), "fault": fault})
            continue
        mark = Piece("no", "off") if fault else Piece("ok", "done")
        named = f"  {plugin.group}, by {visible(plugin.package)}"
        print_lines([line(Piece(visible(plugin.name), "strong"), named, margin=mark, indent=4)])
        if fault:
            print_lines([line(Piece(visible(fault), "faint"), indent=16)])
    if not count:
        tell("no package adds anything to memcon", "see docs/how-to/write-a-plugin.md")
    context.exit(0 if is_well else WRONG_USE)


def _fault_of(plugin: Plugin) -> str | None:
    """Why a plugin can't be used, None where it can."""
    from memcon.acquire.sources import check_source
    from memcon.errors import MemconError
    from memcon.exporting import plugin_exporter
    from memcon.readers import make_plugin

    try:
        match plugin.group:
            case "sources":
                check_source(plugin.name)
            case "readers":
                make_plugin(plugin.name)
            case "exporters":
                plugin_exporter(plugin.name)
    except MemconError as error:
        return str(error)
    return None
