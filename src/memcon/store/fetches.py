"""What was asked of the web, and what came of it: so that a page that has not changed is not sent again."""

from __future__ import annotations

import zlib
from typing import Any

from sqlalchemy import Connection, insert, select

from memcon.domain.fetches import Fetch, Held, Validators
from memcon.store.schema import captures, fetches


def keep_fetch(connection: Connection, fetch: Fetch) -> None:
    """Remembers a request."""
    connection.execute(insert(fetches), fetch_row(fetch))


def held_page(connection: Connection, address: str) -> Held | None:
    """The page that was fetched last from an address; None where it is not kept, or came with nothing to tell by whether it has changed."""
    query = select(fetches).where(fetches.c.address == address, fetches.c.outcome == "fetched")
    last = connection.execute(query.order_by(fetches.c.seq.desc()).limit(1)).mappings().first()
    if last is None:
        return None
    fetch = fetch_from(last)
    kept = connection.execute(select(captures.c.compressed).where(captures.c.sha256 == fetch.sha256)).scalar()
    if kept is None or not fetch.validators:
        return None
    return Held(
        data=zlib.decompress(kept),
        final=fetch.final,
        media_type=fetch.media_type or "",
        validators=fetch.validators,
    )


def all_fetches(connection: Connection) -> tuple[Fetch, ...]:
    """Every request, in order."""
    rows = connection.execute(select(fetches).order_by(fetches.c.seq)).mappings()
    return tuple(map(fetch_from, rows))


def fetch_row(fetch: Fetch) -> dict[str, Any]:
    return {
        "at": fetch.at,
        "address": fetch.address,
        "final": fetch.final,
        "outcome": fetch.outcome,
        "status": fetch.status,
        "etag": fetch.validators.etag,
        "last_modified": fetch.validators.last_modified,
        "media_type": fetch.media_type,
        "size": fetch.size,
        "sha256": fetch.sha256,
        "source": fetch.source,
    }


def fetch_from(row: Any) -> Fetch:
    return Fetch(
        at=row["at"],
        address=row["address"],
        final=row["final"],
        outcome=row["outcome"],
        status=row["status"],
        validators=Validators(etag=row["etag"], last_modified=row["last_modified"]),
        media_type=row["media_type"],
        size=row["size"],
        sha256=row["sha256"],
        source=row["source"],
    )
