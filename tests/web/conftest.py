"""A server on a ledger of the samples, and a browser that looks at it. Without MEMCON_TEST_BROWSER these tests are left out."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from memcon.ingest import Reader
from memcon.serve.app import make_app
from memcon.serve.desk import Desk
from memcon.serve.serving import Serving
from tests.serve.conftest import NOW, ledger, reader  # noqa: F401

BROWSER = os.environ.get("MEMCON_TEST_BROWSER")

PICTURES = Path(os.environ.get("MEMCON_TEST_PICTURES", Path(__file__).parents[2] / "build" / "pictures"))
"""Where the pictures of the pages are kept."""

WIDTHS = {"phone": (390, 844), "desk": (1280, 900)}
THEMES = ("light", "dark")


WEB = [
    pytest.mark.web,
    pytest.mark.skipif(BROWSER is None, reason="MEMCON_TEST_BROWSER names no browser"),
]
"""The marks of every module of this folder."""


class Running:
    """A server in a thread."""

    def __init__(self, place: str | Path, reader: Reader) -> None:  # noqa: F811
        import uvicorn

        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        desk = Desk(str(place), make_reader=lambda: reader, now=lambda: NOW, is_editable=True)
        app = make_app(desk, Serving(port=port, is_editable=True, editor="A. Clerk"))
        self.address = f"http://127.0.0.1:{port}"
        self._server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        until = time.monotonic() + 30
        while not self._server.started and time.monotonic() < until:
            time.sleep(0.05)
        return self.address

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture(scope="session")
def address(ledger: Path, reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: F811
    """Of a server that only looks at the samples."""
    copy = tmp_path_factory.mktemp("web") / "book.db"
    shutil.copy(ledger, copy)
    with Running(copy, reader) as running:
        yield running


@pytest.fixture
def own_address(ledger: Path, reader: Reader, tmp_path: Path) -> Iterator[str]:  # noqa: F811
    """Of a server whose ledger the test may change."""
    shutil.copy(ledger, tmp_path / "book.db")
    with Running(tmp_path / "book.db", reader) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A window as wide as a desk's, which fails the test when the page complains."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    complaints = watch(opened)
    yield opened
    context.close()
    assert complaints == []


def watch(page: Any) -> list[str]:
    """What goes wrong from now on: errors of scripts, what the content policy refused, faults of the server, assets that are not there.

    An answer that says no in words (4xx) is a page as any other.
    """
    complaints: list[str] = []

    def told(message: Any) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(message.text)

    def answered(response: Any) -> None:
        if response.status >= 500 or (response.status >= 400 and "/static/" in response.url):
            complaints.append(f"{response.status} {response.url}")

    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", told)
    page.on("response", answered)
    return complaints
