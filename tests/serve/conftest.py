"""One ledger of the samples for all tests of the server, and clients that ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from memcon.acquire import acquire
from memcon.cli.demo import sample_folder
from memcon.ingest import Reader, add
from memcon.serve.app import make_app
from memcon.serve.desk import Desk
from memcon.serve.serving import Serving
from memcon.store.ledger import LedgerStore

NOW = "2026-01-10T09:00:00Z"
TOKEN = "a-token-of-enough-characters"

Connect = Callable[..., TestClient]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader, by rules: its language model is loaded once."""
    return Reader(attribution="rules", events="rules", plover="off")


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """A ledger of the samples."""
    place = tmp_path_factory.mktemp("serve") / "book.db"
    store = LedgerStore.open(place)
    for _ in add(store, acquire([str(sample_folder())]), reader, now=lambda: NOW):
        pass
    store.close()
    return place


@pytest.fixture(scope="session")
def book(ledger: Path) -> Iterator[LedgerStore]:
    """The same for reading."""
    store = LedgerStore.open(ledger, create=False, is_read_only=True)
    yield store
    store.close()


def connect_to(place: Path, reader: Any, **how: Any) -> TestClient:
    """A client of a server on that ledger."""
    serving = Serving(**{"burst": 1_000_000, **how})
    desk = Desk(str(place), make_reader=lambda: reader, now=lambda: NOW, is_editable=serving.is_editable)
    return TestClient(make_app(desk, serving), base_url="http://127.0.0.1:8765", raise_server_exceptions=False)


@pytest.fixture(scope="session")
def client(ledger: Path, reader: Reader) -> Iterator[TestClient]:
    """A client of a server that only shows."""
    with connect_to(ledger, reader) as found:
        yield found
