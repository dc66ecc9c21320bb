"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


F = TypeVar("F", bound=Callable[..., Any])

private_option = click.option(
    "--allow-private",
    "allows_private",
    is_flag=True,
    help="Fetch from your own network too: addresses of an intranet, or of this machine.",
)

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")

csv_option = click.option("--csv", "as_csv", is_flag=True, help="A table of comma-separated values with a head line.")

ledger_option = click.option(
    "--ledger",
    metavar="PATH|URL",
    help="The ledger to use: a file, or a database URL.  [default: the one of your settings; see memcon doctor]",
)

as_of_option = click.option(
    "--as-of", metavar="DATE", help="Only what had been published by DATE: what could be known then."
)

recorded_option = click.option("--recorded", metavar="TIME", help="Only what this ledger held at TIME (UTC).")


def actor_option(help: str) -> Callable[[F], F]:
    """The option `--actor`, which may be given several times: all of them are meant, and a command gets them with ";" between."""

    def together(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> str | None:
        return "; ".join(given) or None

    return click.option(
        "--actor", metavar="NAME|ID", multiple=True, callback=together, help=f"{help} Repeatable: all of them."
    )


newest_option = click.option("--newest", "is_newest_first", is_flag=True, help="Those published last come first.")


PAGE = 50
"""Records that a command prints for a reader unless told otherwise; data for programs come whole."""


def page_options(command: F) -> F:
    """The options of a page of a long list."""
    after = click.option("--after", metavar="ID", help="Go on behind this record: the last one of the page before.")
    limit = click.option(
        "--limit",
        type=click.IntRange(0),
        metavar="N",
        help=f"Print N at most; 0 prints all.  [default: {PAGE}; with --json all]",
    )
    return limit(after(command))


class CodebookName(click.ParamType[str]):
    """A name that the codebook lists: of a kind or of a status. Its tables are opened only when such an option is given: one that can't be used spoils no other command."""

    name = "name"

    def __init__(self, of: Literal["kind", "status"]) -> None:
        self._of = of

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return self._choice().convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return self._choice().shell_complete(ctx, param, incomplete)

    def _choice(self) -> click.Choice[str]:
        from memcon.codebook import load_kind_names, load_statuses

        return click.Choice(list(load_kind_names() if self._of == "kind" else load_statuses().entries))


class Span(click.ParamType[int]):
    """A span of time in seconds: "90s", "30m", "2h", "1d"."""

    name = "time"
    least = 60

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        found = re.fullmatch(r"([0-9]{1,6})\s?([smhd]?)", str(value).strip().lower())
        if found is None:
            self.fail(f"no span of time: {value!r}; give one as 30m, 2h or 1d", param, ctx)
        seconds = int(found[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86_400}[found[2] or "m"]
        if not self.least <= seconds <= 31 * 86_400:
            self.fail("at least a minute, at most a month", param, ctx)
        return seconds


def reading_options(command: F) -> F:
    """The options that decide what is read, and how."""
    return _with(_INPUT_OPTIONS, reader_options(command))


def reader_options(command: F) -> F:
    """The options that decide how documents are read."""
    return _with(_READER_OPTIONS, command)


def _with(options: Sequence[Callable[[F], F]], command: F) -> F:
    for option in reversed(options):
        command = option(command)
    return command


_INPUT_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--published", metavar="DATE", help="When the documents were published, where they don't say so themselves."
    ),
    click.option(
        "--map",
        "mapping",
        metavar="KEY=NAME",
        multiple=True,
        help="In JSON input, KEY is called NAME (text=body). Repeatable.",
    ),
    click.option(
        "--addresses",
        "lists",
        metavar="FILE",
        multiple=True,
        help="Read the pages at the addresses in FILE too, one a line; - is standard input. Repeatable.",
    ),
    private_option,
    click.option(
        "--follow-links", "follows_links", is_flag=True, help="In folders, follow links that lead out of them."
    ),
)

_READER_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--reader",
        "others",
        metavar="NAME",
        multiple=True,
        shell_complete=lambda context, param, incomplete: _readers(incomplete),
        help="Let this reader read too: llm, or one of a plugin. Its word stands beside memcon's own. Repeatable.",
    ),
    click.option("--pack", "packs", metavar="NAME", multiple=True, help="Use this knowledge pack too. Repeatable."),
    click.option("--no-pack", "without_packs", metavar="NAME", multiple=True, help="Do without this pack. Repeatable."),
    click.option(
        "--pack-folder",
        "pack_folders",
        metavar="FOLDER",
        multiple=True,
        help="Use the packs in FOLDER too. Repeatable.",
    ),
    click.option(
        "--attribution",
        type=click.Choice(["learned", "rules"]),
        help="How statements are found.  [default: learned]",
    ),
    click.option(
        "--events",
        type=click.Choice(["learned", "rules"]),
        help="How it is decided what is an event worth a record.  [default: learned]",
    ),
    click.option(
        "--plover",
        type=click.Choice(["rules", "learned", "off"]),
        help="How acts are coded as PLOVER codes them.  [default: rules]",
    ),
)


def _readers(incomplete: str) -> list[str]:
    from memcon.readers import names_of_others

    return [name for name in names_of_others() if name.startswith(incomplete)]


def field_mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    """`--map text=body` as a dictionary. Raises `click.BadParameter` for a pair without "="."""
    mapping: dict[str, str] = {}
    for pair in pairs:
        key, mark, name = pair.partition("=")
        if not (key and mark and name):
            raise click.BadParameter(f"not KEY=NAME: {pair!r}", param_hint="--map")
        mapping[key] = name
    return mapping
