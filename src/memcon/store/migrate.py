"""Brings a database to the tables that this program works with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, inspect, text

from memcon.errors import LedgerError
from memcon.store.indexed import is_up_to_date
from memcon.store.schema import HEAD

MIGRATIONS = Path(__file__).with_name("migrations")

Step = tuple[str, Any]
"""An SQL statement and its parameters."""

_made: dict[str, tuple[Step, ...]] = {}
"""What made the first new ledger of this process, by the kind of database: the next one is made so at once, since finding and loading the migrations takes far longer than applying them."""


def revision(connection: Connection) -> str | None:
    """The migration that the database stands at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_current(connection: Connection) -> bool:
    """Whether nothing is to be done before the program can work with the ledger. Writes nothing."""
    return revision(connection) == HEAD and is_up_to_date(connection)


def has_tables(connection: Connection) -> bool:
    """Whether the database holds anything at all."""
    return bool(inspect(connection).get_table_names())


def upgrade(connection: Connection) -> None:
    """Applies the missing migrations in the transaction of `connection`, all or none.

    Raises `LedgerError` when the database was written by a later program, or is not a ledger.
    """
    found = revision(connection)
    if found == HEAD:
        return
    if found is None and has_tables(connection):
        raise LedgerError(
            "the database holds other tables and is not a ledger", hint="name a new file or an empty database"
        )
    kind = connection.dialect.name
    if found is None and kind in _made:
        for statement, parameters in _made[kind]:
            connection.exec_driver_sql(statement, parameters).close()
        return
    with _noted(connection) as steps:
        _migrate(connection, found)
    if found is None:
        _made[kind] = tuple(steps)


@contextmanager
def _noted(connection: Connection) -> Iterator[list[Step]]:
    """What is executed on the connection within the block and changes something."""
    steps: list[Step] = []

    def note(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "PRAGMA")):
            steps.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield steps
    finally:
        event.remove(connection, "before_cursor_execute", note)


def _migrate(connection: Connection, found: str | None) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise LedgerError(
            f"the ledger was written by a later memcon (its tables are {found}, this program knows {HEAD})",
            hint="upgrade memcon",
        )
    command.upgrade(config, "head")
