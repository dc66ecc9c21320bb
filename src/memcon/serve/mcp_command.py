"""`memcon mcp`: the ledger for agents."""

from __future__ import annotations

import click

from memcon.serve.command import HELP_LEDGER


@click.command("mcp")
@click.option(
    "--http", "is_http", is_flag=True, help="Answer over streamable HTTP instead of standard input and output."
)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="With --http: where to listen.")
@click.option(
    "--port",
    type=click.IntRange(1, 65_535),
    default=8766,
    show_default=True,
    metavar="N",
    help="With --http: the port.",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME",
    help="With --http: answer to this host name too. Repeatable.",
)
@click.option(
    "--allow-edit", "is_editable", is_flag=True, help="Add the tool add_text, which keeps texts in the ledger."
)
@click.option("--ledger", metavar="PATH|URL", help=HELP_LEDGER)
def mcp_command(
    is_http: bool, host: str, port: int, names: tuple[str, ...], is_editable: bool, ledger: str | None
) -> None:
    """Answer agents by the Model Context Protocol.

    The tools search, timeline, event, actor, positions, commitments, evidence, changes and read_text only read. Every record bears its
    document, publisher, day, quotation and offsets. A reply has at most 60,000 bytes and says what it left out. Over HTTP an address that other
    machines can reach needs a token in MEMCON_TOKEN, as for memcon serve.

    \b
    Examples:
      memcon mcp --ledger desk.db
      memcon mcp --http --port 8766
    """
    from memcon.serve.starting import serve_agents

    serve_agents(is_http=is_http, host=host, port=port, names=names, is_editable=is_editable, ledger=ledger)
