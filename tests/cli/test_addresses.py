"""Addresses on the command line and in Python: fetched, kept, asked for again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from memcon.book import Ledger
from memcon.cli.app import program
from memcon.cli.readers import with_listed
from memcon.errors import UsageError
from memcon.store.ledger import LedgerStore
from tests.web_server import Server, answer, serving

KOREAN = "<html><head><title>t</title></head><body><article><p>{}</p></article></body></html>".format(
    "양국 외교장관은 월요일 서울에서 만나 회담을 열고 다음 회담의 일정을 논의하였다고 외교부가 밝혔다. " * 6
)
"""A page in a language that is kept and not read, so that no model has to be loaded."""


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEMCON_PACE", "0")


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(program, arguments, input=stdin)


def test_addresses_and_lists_of_them_are_added(server: Server, tmp_path: Path) -> None:
    """A page in one's own network is fetched by request only; the second time it is asked for as far as it has changed."""
    book, listed = tmp_path / "book.db", tmp_path / "list.txt"
    place = f"http://127.0.0.1:{server.port}"
    server.pages["/a"] = [answer(KOREAN, ETag='"1"'), answer(status=304)]
    listed.write_text(f"# mine\n\n{place}/a   # the first\n{place}/a\n")

    refused = run("add", f"{place}/a", "--ledger", str(book), "--json")
    first = run("add", "--addresses", str(listed), "--allow-private", "--ledger", str(book), "--json")
    second = run("add", "--addresses", "-", "--allow-private", "--ledger", str(book), "--json", stdin=f"{place}/a\n")

    told = [json.loads(result.stdout) for result in (refused, first, second)]
    assert [[p["code"] for p in each["problems"]] for each in told] == [
        ["address_private"],
        *[["language_not_supported"]] * 2,
    ]
    assert {each["ref"] for each in told} == {f"{place}/a"}
    with closing(LedgerStore.open(book)) as store:
        assert [fetch.outcome for fetch in store.fetches()] == ["address_private", "fetched", "unchanged"]
        assert [document.url for document in store.documents()] == [f"{place}/a"]
        assert store.capture_of(next(store.documents()).id) == KOREAN.encode()


def test_address_is_read_without_a_ledger(server: Server) -> None:
    """`memcon read` fetches, and remembers nothing."""
    server.pages["/a"] = answer("x", kind="image/png")
    result = run("read", f"http://127.0.0.1:{server.port}/a", "--allow-private", "--json")

    assert result.exit_code == 1
    assert [p["code"] for p in json.loads(result.stdout)["problems"]] == ["content_not_read"]


def test_ledger_in_python_fetches_too(server: Server) -> None:
    """As the command does."""
    with Ledger.open(":memory:") as ledger:
        [added] = ledger.add(f"http://127.0.0.1:{server.port}/gone")

        assert [problem.code for problem in added.problems] == ["address_private"]
        assert [fetch.outcome for fetch in ledger.store.fetches()] == ["address_private"]


@pytest.mark.parametrize("text", ["notes.txt\n", "https://example.org/a\nexample.org/b\n"])
def test_list_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    """Before anything is fetched, with the line."""
    listed = tmp_path / "list.txt"
    listed.write_text(text)

    with pytest.raises(UsageError, match="no web address"):
        with_listed((), (str(listed),))


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    """No input, or a list of none, or a list that is not there."""
    empty = tmp_path / "list.txt"
    empty.write_text("# nothing yet\n")

    for lists in ((), (str(empty),), (str(tmp_path / "none.txt"),)):
        with pytest.raises(UsageError):
            with_listed((), lists)
    assert with_listed(("a.txt",), (str(empty),)) == ("a.txt",)
