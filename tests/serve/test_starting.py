"""How a server starts, and what it says when it can't."""

from __future__ import annotations

import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from memcon.cli.app import main, program
from memcon.domain.documents import Capture, Document
from memcon.domain.problems import Problem
from memcon.errors import LedgerError, UsageError
from memcon.ingest import Read, Reader
from memcon.serve.desk import READING_WAITS, Desk, TooBusyError
from memcon.serve.starting import listen
from memcon.store.ledger import LedgerStore
from tests.serve.conftest import NOW, connect_to


def test_a_port_in_use_is_told_of_with_another_one() -> None:
    """Before the ledger is opened."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"port {port} is in use") as refused:
            listen("127.0.0.1", port)
    assert str(port + 1) in refused.value.hint


def test_an_address_that_is_not_ours_is_told_of() -> None:
    """One of a network for examples."""
    with pytest.raises(UsageError, match=r"can't listen on 192\.0\.2\.1"):
        listen("192.0.2.1", 8765)


@pytest.mark.parametrize(
    ("arguments", "token", "words"),
    [
        (["--host", "0.0.0.0"], "", "can be reached from other machines"),
        (["--host", "0.0.0.0"], "a token with spaces in it", "the token can't be used"),
        ([], "short", "the token can't be used"),
        (["--port", "0"], "", "port"),
    ],
)
def test_a_server_that_would_not_be_safe_does_not_start(
    arguments: list[str], token: str, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do about it, and the exit code of wrong use."""
    monkeypatch.setenv("MEMCON_TOKEN", token)

    assert main(["serve", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_no_ledger_a_file_that_is_none_and_one_of_a_later_version(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is told of, and nothing is made."""
    other, later, missing = tmp_path / "other.db", tmp_path / "later.db", tmp_path / "missing.db"
    with sqlite3.connect(other) as made:
        made.execute("CREATE TABLE birds (name TEXT)")
    LedgerStore.open(later).close()
    with sqlite3.connect(later) as made:
        made.execute("UPDATE alembic_version SET version_num = '9999'")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    told = []
    for place in (missing, other, later):
        assert main(["serve", "--port", port, "--ledger", str(place)]) == 2
        told.append(capsys.readouterr().err)

    assert "there is no ledger" in told[0]
    assert "is not a ledger" in told[1]
    assert "written by a later memcon" in told[2]
    assert not missing.exists()


def test_the_command_says_what_it_does() -> None:
    """In its help, with the way to a token."""
    help = CliRunner().invoke(program, ["serve", "--help"]).output

    assert "MEMCON_TOKEN" in help
    assert "--allow-edit" in help


def test_a_reader_waits_for_no_writer_and_sees_what_it_wrote(tmp_path: Path) -> None:
    """While `memcon add` holds the ledger, pages are shown; what it adds is there afterwards."""
    place = tmp_path / "book.db"
    store = LedgerStore.open(place)
    with connect_to(place, None) as client:
        before = client.get("/timeline").headers["etag"]
        with store.writing() as book:
            book.append(recorded_at=NOW)
            assert client.get("/timeline").status_code == 200
        store.append(recorded_at=NOW, document=Document(id="doc_1", ref="one", text="One."))
        assert client.get("/timeline").headers["etag"] != before
        assert client.get("/documents.json").status_code == 200
    store.close()


def test_more_texts_than_can_wait_are_sent_away(tmp_path: Path) -> None:
    """The others are read one after the other."""
    place = tmp_path / "book.db"
    LedgerStore.open(place).close()
    held = threading.Event()

    class Slow:
        def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
            held.wait(20)
            return iter(())

    desk = Desk(str(place), make_reader=Slow)

    def ask() -> None:
        with pytest.raises(IndexError):
            desk.read({"text": "x"})

    waiting = [threading.Thread(target=ask, daemon=True) for _ in range(READING_WAITS)]
    for each in waiting:
        each.start()
    while desk._waiting < READING_WAITS:
        pass
    with pytest.raises(TooBusyError):
        desk.read({"text": "x"})
    held.set()
    for each in waiting:
        each.join(20)
    desk.close()


def test_a_ledger_that_may_be_edited_is_made(tmp_path: Path) -> None:
    """So that a first text can be pasted; one that is only shown must be there."""
    place = tmp_path / "new.db"
    with pytest.raises(LedgerError):
        Desk(str(place), make_reader=Reader)
    with connect_to(place, None, is_editable=True) as client:
        assert "No document yet" in client.get("/").text
        assert "Nothing has been added yet" in client.get("/").text


@pytest.mark.slow
def test_it_starts_serves_and_ends(tmp_path: Path) -> None:
    """As a program of its own, on a free port, without the language model."""
    place = tmp_path / "book.db"
    LedgerStore.open(place).close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "memcon", "serve", "--port", str(port), "--ledger", str(place)]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        assert server.stderr is not None
        said = server.stderr.readline()
        address = re.search(r"http://\S+", said)
        assert address, said
        with urllib.request.urlopen(f"{address[0]}healthz", timeout=10) as answer:
            assert json.load(answer) == {"status": "ok", "entries": 0}
    finally:
        server.terminate()
        server.communicate(timeout=20)
