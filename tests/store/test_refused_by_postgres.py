"""What a PostgreSQL server refuses is told in words, with what to do, and without the password."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import create_engine, text

from memcon.cli.app import main
from memcon.domain.entries import judgement
from memcon.errors import LedgerError
from memcon.store.engine import database_url
from memcon.store.ledger import LedgerStore, utc_now
from tests.postgres import fresh_postgres

SECRET = "dontprintme"


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that is refused prints."""
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert SECRET not in printed.out + printed.err
    assert printed.out == ""
    return printed.err


@pytest.fixture
def closed() -> int:
    """A port at which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize(
    "command", [("timeline",), ("timeline", "--json"), ("review", "undo", "jdg_0"), ("db", "check")]
)
def test_server_that_is_not_there(command: tuple[str, ...], closed: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is asked, in lines or as JSON."""
    pytest.importorskip("psycopg")
    said = told(capsys, *command, "--ledger", f"postgresql://me:{SECRET}@127.0.0.1:{closed}/book")

    assert "can't be reached" in said
    assert "the host and the port" in said


def test_web_server_says_who_can_read_the_password(closed: int, capsys: pytest.CaptureFixture[str]) -> None:
    """It runs for long, and its command line is there for all on the machine to see."""
    pytest.importorskip("psycopg")
    said = told(capsys, "serve", "--port", str(closed), "--ledger", f"postgresql://me:{SECRET}@127.0.0.1:1/book")

    assert "read the password in the command line" in said
    assert "MEMCON_LEDGER" in said


@pytest.fixture
def place() -> Iterator[str]:
    """A ledger on a server."""
    with fresh_postgres() as found:
        LedgerStore.open(found).close()
        yield found


@pytest.mark.postgres
def test_database_that_is_not_there(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The server is, and says so itself."""
    elsewhere = database_url(place).set(database="memcon_nowhere", password=SECRET)
    said = told(capsys, "timeline", "--ledger", elsewhere.render_as_string(hide_password=False))

    assert "no such database" in said
    assert "createdb" in said


@pytest.mark.postgres
def test_who_may_not_read_and_who_may_only_read(place: str) -> None:
    """The first is told that it is a matter of rights, the second reads, and writes nothing."""
    engine = create_engine(database_url(place))
    schema = database_url(place).query["options"].removeprefix("-csearch_path=")  # type: ignore[union-attr]
    role = f"{schema}_clerk"
    url = database_url(place).update_query_dict({"options": f"-csearch_path={schema} -crole={role}"})
    as_clerk = url.render_as_string(hide_password=False)
    with engine.begin() as owner:
        owner.execute(text(f"CREATE ROLE {role}"))
        owner.execute(text(f"GRANT USAGE ON SCHEMA {schema} TO {role}"))
    try:
        with pytest.raises(LedgerError, match="no right to that") as refused:
            LedgerStore.open(as_clerk, create=False, is_read_only=True)
        assert "GRANT SELECT" in refused.value.hint
        with engine.begin() as owner:
            owner.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role}"))
        with closing(LedgerStore.open(as_clerk, create=False, is_read_only=True)) as store:
            assert store.document_ids() == ()
        with (
            closing(LedgerStore.open(as_clerk)) as store,
            pytest.raises(LedgerError, match="can't write the ledger: the database gives this user no right"),
        ):
            store.append(recorded_at=utc_now(), entries=[judgement("same", ("a", "b"), by="A. Clerk", why="")])
    finally:
        with engine.begin() as owner:
            owner.execute(text(f"DROP OWNED BY {role}"))
            owner.execute(text(f"DROP ROLE {role}"))
        engine.dispose()
