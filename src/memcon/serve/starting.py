"""Starts the server: settings and environment to a desk, a free port, uvicorn."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import ExitStack, nullcontext
from typing import Any

from memcon.errors import UsageError
from memcon.serve.desk import Desk
from memcon.serve.serving import Serving, program_version


def serve(*, host: str, port: int, names: tuple[str, ...], is_editable: bool, editor: str, ledger: str | None) -> None:
    """Serves until it is interrupted. Raises `UsageError` for a port in use, an address that can't be had, a token that can't be used and a missing extra;
    `LedgerError` for a ledger that can't be opened."""
    serving = Serving(host=host, port=port, names=names, token=_token(), is_editable=is_editable, editor=editor)
    try:
        from memcon.serve.app import make_app
    except ModuleNotFoundError as error:
        raise _missing(error, "serve") from error
    with listen(host, port) as listening:
        desk = open_desk(ledger, is_editable=is_editable)
        tell(serving)
        _run(make_app(desk, serving), listening)


def serve_agents(
    *, is_http: bool, host: str, port: int, names: tuple[str, ...], is_editable: bool, ledger: str | None
) -> None:
    """Answers agents until the other side ends or it is interrupted. Raises as `serve` does."""
    serving = Serving(host=host, port=port, names=names, token=_token(), is_editable=is_editable) if is_http else None
    try:
        from memcon.serve import mcp
    except ModuleNotFoundError as error:
        raise _missing(error, "mcp") from error
    with nullcontext() if serving is None else listen(host, port) as listening:
        desk = open_desk(ledger, is_editable=is_editable)
        server = mcp.make_server(desk, version=program_version(), is_editable=is_editable)
        try:
            if serving is not None and listening is not None:
                tell(serving, mcp.PATH)
                _run(mcp.make_http_app(server, serving), listening)
            else:
                mcp.serve_stdio(server)
        finally:
            desk.close()


def _token() -> str | None:
    return os.environ.get("MEMCON_TOKEN") or None


def _missing(error: ModuleNotFoundError, extra: str) -> UsageError:
    return UsageError(f"{error.name} is not installed", hint=f"pip install 'memcon[{extra}]'")


IN_SIGHT = """\
memcon: whoever is on this machine can read the password in the command line
        put the URL into MEMCON_LEDGER, or the password into ~/.pgpass"""


def open_desk(ledger: str | None, *, is_editable: bool) -> Desk:
    """A desk over the ledger, or the one of the settings."""
    import click

    from memcon.ingest import Reader
    from memcon.settings import load_settings
    from memcon.store.engine import database_url

    settings = load_settings()
    if ledger and "://" in ledger and database_url(ledger).password:
        click.echo(IN_SIGHT, err=True)
    return Desk(ledger or settings.ledger, make_reader=lambda: Reader.from_settings(settings), is_editable=is_editable)


LONGEST_HEAD = 32_768
"""Bytes of the head of a request."""


def _run(app: Any, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, h11_max_incomplete_event_size=LONGEST_HEAD
    )
    uvicorn.Server(config).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises `UsageError` when that can't be had."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with ExitStack() as unless_it_listens:
            found = unless_it_listens.enter_context(socket.socket(family, kind))
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind(address)
            found.listen(256)
            unless_it_listens.pop_all()
            return found
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise UsageError(f"port {port} is in use", hint=f"take another: memcon serve --port {port + 1}") from error
        told = error.strerror or error
        raise UsageError(f"can't listen on {host}:{port}: {told}", hint="give --host and --port") from error


def tell(serving: Serving, path: str = "/") -> None:
    """Where to look, on standard error."""
    import click

    name = f"[{serving.host}]" if ":" in serving.host else serving.host
    how = "it can be edited" if serving.is_editable else "read only; --allow-edit lets you correct and add"
    click.echo(f"memcon: http://{name}:{serving.port}{path} ({how}); Ctrl-C ends it", err=True)
