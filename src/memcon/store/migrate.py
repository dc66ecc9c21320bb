"""Brings a database to the tables that this program works with."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from memcon.errors import LedgerError
from memcon.store.indexed import is_up_to_date
from memcon.store.schema import HEAD

MIGRATIONS = Path(__file__).with_name("migrations")


def revision(connection: Connection) -> str | None:
    """The migration that the database stands at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_current(connection: Connection) -> bool:
    """Whether nothing is to be done before the program can work with the ledger. Writes nothing."""
    return revision(connection) == HEAD and is_up_to_date(connection)


def upgrade(connection: Connection) -> None:
    """Applies the missing migrations in the transaction of `connection`, all or none.

    Raises `LedgerError` when the database was written by a later program, or is not a ledger.
    """
    found = revision(connection)
    if found == HEAD:
        return
    if found is None and inspect(connection).get_table_names():
        raise LedgerError(
            "the database holds other tables and is not a ledger", hint="name a new file or an empty database"
        )
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
