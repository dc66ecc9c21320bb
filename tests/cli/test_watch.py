"""`memcon source` and `memcon watch` from the command line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from memcon.cli.app import main, program
from memcon.cli.options import Span
from memcon.errors import UsageError
from tests.watching.news import Item, atom, rss
from tests.watching.test_day import at_home
from tests.web_server import Server, answer, serving

KOREAN = "양국 외교장관은 월요일 서울에서 만나 회담을 열고 다음 회담의 일정을 논의하였다고 외교부가 밝혔다. " * 6

DAY = "2025-11-03T10:00:00Z"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("MEMCON_PACE", "0")
    with serving() as running:
        running.pages["/feed"] = at_home(
            running, rss([Item(path="/a", title="회담", published=DAY), Item(path="/gone", published=DAY)])
        )
        running.pages["/a"] = answer(KOREAN, kind="text/plain; charset=utf-8")
        yield running


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "book.db"


def run(book: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program, [*arguments, "--ledger", str(book)])


def address(server: Server, path: str = "/feed") -> str:
    return f"http://127.0.0.1:{server.port}{path}"


def test_from_adding_to_removing(server: Server, book: Path) -> None:
    """A feed is tested, added, listed, watched and removed; each says what it did."""
    place = address(server)
    refused = run(book, "source", "add", place)
    tested = run(book, "source", "test", place, "--allow-private")
    added = run(book, "source", "add", place, "--name", "wire", "--every", "2h", "--allow-private")
    watched = run(book, "watch", "--once")
    again = run(book, "watch", "--once")
    listed = run(book, "source", "list")
    data = json.loads(run(book, "source", "list", "--json").stdout)
    by_name = [json.loads(row) for row in run(book, "source", "test", "wire", "--json").stdout.splitlines()]
    removed = run(book, "source", "remove", "wire")

    assert isinstance(refused.exception, UsageError)
    assert "RSS “Wire”, 2 entries" in tested.stdout
    assert "회담" in tested.stdout
    assert added.stdout == "wire: RSS “Wire”, 2 entries, waiting to be read\n"
    assert watched.exit_code == 1
    assert "failed     회담" in watched.stdout
    assert "language_not_supported" in watched.stdout
    assert "page_missing" in watched.stdout
    assert "1 source read; 2 failed" in watched.stderr
    assert (again.exit_code, again.stdout) == (0, "")
    assert "1 source read; nothing new" in again.stderr
    assert "2 failed" in listed.stdout
    assert (data["name"], data["every"], data["entries"]) == ("wire", 7200, {"failed": 2})
    assert [row["address"] for row in by_name] == [address(server, "/a"), address(server, "/gone")]
    assert removed.stdout == "wire: watched no longer\n"
    assert "nothing is watched" in run(book, "source", "list").stderr
    assert "nothing is watched" in run(book, "watch", "--once").stderr


def test_what_happens_as_data(server: Server, book: Path) -> None:
    """One object for each source and each entry."""
    server.pages["/other"] = at_home(server, atom([Item(path="/busy", published=DAY)]))
    server.pages["/busy"] = answer(status=503)
    run(book, "source", "add", address(server), "--name", "wire", "--allow-private")
    run(book, "source", "add", address(server, "/other"), "--name", "office", "--allow-private")
    run(book, "source", "add", address(server, "/dead"), "--name", "dead", "--unchecked", "--allow-private")
    rows = [json.loads(row) for row in run(book, "watch", "--once", "--json").stdout.splitlines()]
    told = {
        (row["event"], row["source"]): row for row in rows if row["event"] != "entry" or row["outcome"] == "put_off"
    }

    assert [(row["event"], row["source"]) for row in rows[:3]] == [
        ("source_failed", "dead"),
        ("source_read", "office"),
        ("source_read", "wire"),
    ]
    assert [problem["code"] for problem in told["source_failed", "dead"]["problems"]] == ["page_missing"]
    put_off = told["entry", "office"]
    assert (put_off["ref"], put_off["state"], put_off.get("document")) == (
        address(server, "/busy"),
        "waiting",
        None,
    )
    assert put_off["next_at"]
    assert sorted(row["outcome"] for row in rows[3:]) == ["failed", "failed", "put_off"]


def test_feed_that_is_none(server: Server, book: Path) -> None:
    """Testing it ends with code 1, and a page that names its feeds is asked for them."""
    server.pages["/page"] = answer('<html><link rel=alternate type="application/rss+xml" href="/feed"></html>')
    result = run(book, "source", "test", address(server, "/page"), "--allow-private")

    assert result.exit_code == 1
    assert f"the page names its feeds: {address(server)}" in "".join(result.stderr.split("\n    ")).replace(
        "      ", ""
    )
    assert isinstance(run(book, "source", "test", "nobody").exception, Exception)


@pytest.mark.parametrize(
    ("given", "seconds"), [("30m", 1800), ("90s", 90), ("2H", 7200), ("1d", 86_400), ("45", 2700), (600, 600)]
)
def test_spans_of_time(given: str | int, seconds: int) -> None:
    """A number alone is of minutes."""
    assert Span().convert(given, None, None) == seconds


@pytest.mark.parametrize("given", ["", "soon", "5s", "0", "-1h", "99d", "1h30m", "1e3"])
def test_what_is_no_span_of_time(given: str) -> None:
    """Nor one that no feed should be read in."""
    with pytest.raises(click.BadParameter):
        Span().convert(given, None, None)


@pytest.mark.slow
def test_service_is_stopped_quietly(server: Server, book: Path) -> None:
    """It goes on until it is told to end, and ends with code 0."""
    assert main(["source", "add", address(server), "--name", "wire", "--allow-private", "--ledger", str(book)]) == 0
    command = [sys.executable, "-m", "memcon", "watch", "--every", "1m", "--json", "--ledger", str(book)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        first = json.loads(running.stdout.readline())
        deadline = time.monotonic() + 60
        while len(server.asked) < 3 and time.monotonic() < deadline:
            time.sleep(0.1)
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0

    assert (first["event"], first["source"]) == ("source_read", "wire")
