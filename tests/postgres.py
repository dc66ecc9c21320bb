"""A place on the PostgreSQL server that MEMCON_TEST_POSTGRES names."""

from __future__ import annotations

import os
import uuid

import pytest
from sqlalchemy import create_engine, text

from memcon.store.engine import database_url


class fresh_postgres:  # noqa: N801
    """A new schema on the test server, dropped afterwards."""

    def __enter__(self) -> str:
        server = os.environ.get("MEMCON_TEST_POSTGRES")
        if not server:
            pytest.skip("MEMCON_TEST_POSTGRES is not set")
        self._schema = f"memcon_{uuid.uuid4().hex}"
        self._engine = create_engine(database_url(server))
        with self._engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {self._schema}"))
        url = database_url(server).update_query_dict({"options": f"-csearch_path={self._schema}"})
        return url.render_as_string(hide_password=False)

    def __exit__(self, *_: object) -> None:
        with self._engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {self._schema} CASCADE"))
        self._engine.dispose()
