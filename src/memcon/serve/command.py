"""`memcon serve`: the ledger as pages and as REST."""

from __future__ import annotations

import click

HELP_LEDGER = "The ledger to use: a file, or a database URL.  [default: the one of your settings; see memcon doctor]"


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65_535), default=8765, show_default=True, metavar="N", help="The port.")
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="Answer to this host name too. Repeatable.")
@click.option("--allow-edit", "is_editable", is_flag=True, help="Let who comes correct, merge, undo and add texts.")
@click.option(
    "--by",
    "editor",
    default="web",
    show_default=True,
    metavar="NAME",
    help="Who judges, unless a page names somebody else.",
)
@click.option("--ledger", metavar="PATH|URL", help=HELP_LEDGER)
def serve_command(
    host: str, port: int, names: tuple[str, ...], is_editable: bool, editor: str, ledger: str | None
) -> None:
    """Show the ledger in a browser, and answer programs under /api/v1.

    Only this machine can reach it, and nothing can be changed, unless you say so. An address that other machines can reach needs a token,
    16 characters or more, in MEMCON_TOKEN: whoever comes gives it once, programs as a bearer token. The language model is loaded when a
    text is to be read.

    \b
    Examples:
      memcon serve
      memcon serve --allow-edit --by "Anna Lind"
      MEMCON_TOKEN=… memcon serve --host 0.0.0.0 --allow-host desk.example.org
    """
    from memcon.serve.starting import serve

    serve(host=host, port=port, names=names, is_editable=is_editable, editor=editor, ledger=ledger)
