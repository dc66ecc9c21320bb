"""Fifty readers at the same time, on both stores."""

from __future__ import annotations

import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from memcon.acquire import acquire
from memcon.cli.demo import sample_folder
from memcon.ingest import Reader, add
from memcon.store.ledger import LedgerStore
from tests.postgres import fresh_postgres
from tests.serve.conftest import NOW
from tests.web.conftest import Running

PAGES = (
    "/", "/timeline", "/timeline?country=Japan&order=newest", "/timeline.json?status=held", "/statements", "/positions",
    "/commitments", "/channels", "/actors", "/network", "/search?q=talks", "/documents", "/precedents", "/review",
    "/api/v1/events",
)  # fmt: skip


def statuses_of_fifty(place: str | Path, reader: Reader) -> Counter[int]:
    with Running(place, reader) as address, ThreadPoolExecutor(50) as threads:
        asked = [f"{address}{PAGES[n % len(PAGES)]}" for n in range(50)]
        return Counter(threads.map(_status, asked))


def _status(address: str) -> int:
    with urllib.request.urlopen(address, timeout=300) as response:
        response.read()
        return int(response.status)


@pytest.mark.slow
def test_fifty_at_once_on_sqlite(ledger: Path, reader: Reader) -> None:
    """Each gets its page."""
    assert statuses_of_fifty(ledger, reader) == {200: 50}


@pytest.mark.postgres
def test_fifty_at_once_on_postgresql(reader: Reader) -> None:
    """Each gets its page."""
    with fresh_postgres() as place:
        store = LedgerStore.open(place)
        for _ in add(store, acquire([str(sample_folder())]), reader, now=lambda: NOW):
            pass
        store.close()

        assert statuses_of_fifty(place, reader) == {200: 50}
