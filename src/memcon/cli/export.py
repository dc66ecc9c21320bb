"""`memcon export`: the ledger in the forms that other programs read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from memcon.cli.options import CodebookName, actor_option, as_of_option, ledger_option, recorded_option

if TYPE_CHECKING:
    from memcon.report.exports.material import Material
    from memcon.report.exports.registry import Exporter


class FormatName(click.ParamType[str]):
    """The name of a format. The formats are loaded only when one is asked for."""

    name = "format"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return self._choice().convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Any:
        return self._choice().shell_complete(ctx, param, incomplete)

    def _choice(self) -> click.Choice[str]:
        from memcon.exporting import format_names

        return click.Choice(list(format_names()))


@click.command("export")
@click.argument("format", type=FormatName(), required=False)
@click.option(
    "-o", "--output", metavar="PATH", help="Write to this file; of csv and parquet, to this folder.  [default: print]"
)
@click.option("--overwrite", is_flag=True, help="Replace files that exist.")
@click.option(
    "--table",
    "tables",
    metavar="NAME",
    multiple=True,
    help="Of csv and parquet, only this table (events, participants, statements …). Repeatable.",
)
@click.option("--licence", metavar="TEXT", help="The licence under which you pass the rows on; it stands in each.")
@click.option("--since", metavar="DATE", help="Events that may fall on DATE or later, and what was published then.")
@click.option(
    "--until", metavar="DATE", help="Events that may fall on DATE or earlier, and what was published by then."
)
@actor_option("Only with this person, body or state.")
@click.option("--about", metavar="WORDS|ID", help="Only what is about this record, or has these words in it.")
@click.option("--channel", metavar="NAME|ID", help="Only sessions of this channel.")
@click.option(
    "--country", metavar="NAME|CODE", help="Only events with a party of this country, or that take place there."
)
@click.option("--kind", type=CodebookName("kind"), metavar="KIND", help="Only events of this kind.")
@click.option(
    "--status",
    type=CodebookName("status"),
    metavar="STATUS",
    help="Only events that stand so now.",
)
@as_of_option
@recorded_option
@ledger_option
def export_command(
    format: str | None,
    output: str | None,
    overwrite: bool,
    tables: tuple[str, ...],
    ledger: str | None,
    as_of: str | None,
    recorded: str | None,
    **asked: Any,
) -> None:
    """Write the ledger in a format of other programs; without FORMAT, list the formats.

    Every row or item bears the state of the ledger, the day as of which it is told, the licence, and its source with the words that it rests on.
    With --channel, --country, --kind or --status there are events only.

    \b
    Examples:
      memcon export csv -o tables
      memcon export csv --table positions > positions.csv
      memcon export ics --actor "South Korea" -o meetings.ics
      memcon export plover --since 2025 --as-of 2025-11-03 > events.jsonl
    """
    from memcon.exporting import exporter_of

    if format is None:
        _list_formats()
        return
    exporter = exporter_of(format)
    chosen = _checked_tables(exporter, tables)
    material = _material(exporter, ledger, {"published": as_of, "recorded": recorded, **asked})
    _write(exporter, material, chosen, output, overwrite)
    _tell_left_out(exporter, material)


def _list_formats() -> None:
    from memcon.cli.terminal import print_lines
    from memcon.errors import PluginError
    from memcon.exporting import exporter_of, format_names
    from memcon.report.layout import Piece, line, visible

    for name in format_names():
        try:
            means = exporter_of(name).means
        except PluginError as error:
            means = str(error)
        print_lines([line(visible(means), indent=16, margin=Piece(visible(name), "strong"))])


def _checked_tables(exporter: Exporter, asked: tuple[str, ...]) -> tuple[str, ...]:
    """The tables that are to be written; none where the format has one file."""
    from memcon.errors import UsageError
    from memcon.report.exports.tables import TABLES

    unknown = [name for name in asked if name not in TABLES]
    if unknown:
        raise UsageError(f"there is no table {unknown[0]!r}", hint=f"the tables are {', '.join(TABLES)}")
    if exporter.write_table is None:
        if asked:
            raise UsageError(f"{exporter.name} has no tables", hint="--table is for csv and parquet")
        return ()
    return tuple(dict.fromkeys(asked)) or tuple(TABLES)


def _material(exporter: Exporter, ledger: str | None, asked: dict[str, Any]) -> Material:
    from memcon.cli.ledgers import existing_ledger
    from memcon.exporting import Asked, gather
    from memcon.meant import check_name, country_code

    with existing_ledger(ledger) as book:
        asked["country"] = country_code(asked["country"])
        for kind in ("actor", "channel"):
            check_name(book, asked[kind], kind)
        return gather(book, exporter.needs, Asked(**asked))


def _write(
    exporter: Exporter, material: Material, tables: tuple[str, ...], output: str | None, is_overwriting: bool
) -> None:
    from memcon.cli.terminal import print_bytes, tell
    from memcon.errors import UsageError
    from memcon.exporting import file_parts, write_file, write_folder

    files = list(file_parts(exporter, material, tables))
    if output is None:
        if len(files) > 1:
            hint = "give -o FOLDER for all tables, or --table NAME for one"
            raise UsageError(f"{exporter.name} is a file for each table", hint=hint)
        print_bytes(files[0][1])
    elif exporter.write_table is not None and not _is_one_file(output, exporter, len(files)):
        written = write_folder(Path(output), files, is_overwriting=is_overwriting)
        tell(f"{len(written)} files written to {output}")
    elif len(files) > 1:
        raise UsageError(
            f"{output} is one file, and there are {len(files)} tables", hint="give -o FOLDER, or --table NAME"
        )
    else:
        write_file(Path(output), files[0][1], is_overwriting=is_overwriting)
        tell(f"written: {output}")


def _is_one_file(output: str, exporter: Exporter, tables: int) -> bool:
    """Whether tables go into the file `output`, and not into a folder of that name: by its suffix, or since one table goes to a device or pipe."""
    place = Path(output)
    return output.endswith(exporter.suffix) or (
        tables == 1 and place.exists() and not (place.is_file() or place.is_dir())
    )


def _tell_left_out(exporter: Exporter, material: Material) -> None:
    from memcon.cli.terminal import tell

    for each in exporter.left_out(material):
        tell(each)
    if not (material.records or material.changes or material.brief):
        tell("there is nothing in it", "memcon add FILE adds documents; fewer options find more")
