"""The sources that are watched and what they list, so that no entry is lost and none is read twice, whenever the one who watches is stopped.

What a feed lists is kept in the same transaction as the word that the feed was read; only then are its articles fetched, and each is done only after it is kept.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from memcon.domain.feeds import Entry, EntryState, Listed, Watched
from memcon.domain.fetches import Validators
from memcon.store.lookup import chunks
from memcon.store.schema import watched_entries, watched_sources

FIRST_WAIT = 15 * 60
LONGEST_WAIT = 24 * 3600
"""Seconds until something is tried again: twice as many each time, up to a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What a feed listed that was not known: entries that are `new`, and such as it says otherwise of than before."""

    new: int = 0
    edited: int = 0


def later(instant: str, seconds: float) -> str:
    """The UTC instant so many seconds after another."""
    return (datetime.fromisoformat(instant) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def waited(times: int, first: float = FIRST_WAIT) -> float:
    """Seconds to wait after something went wrong so many times in a row."""
    return float(min(first * 2 ** min(max(times - 1, 0), 20), max(LONGEST_WAIT, first)))


def all_sources(connection: Connection) -> tuple[Watched, ...]:
    """Every source that is watched, by name."""
    rows = connection.execute(select(watched_sources).order_by(watched_sources.c.name)).mappings()
    return tuple(map(_source, rows))


def add_source(connection: Connection, source: Watched) -> None:
    connection.execute(insert(watched_sources), _source_row(source))


def keep_source(connection: Connection, source: Watched) -> None:
    """The newest word on a source that is watched; nothing where it no longer is."""
    connection.execute(update(watched_sources).where(watched_sources.c.name == source.name).values(_source_row(source)))


def remove_source(connection: Connection, name: str) -> bool:
    """Forgets a source and what it listed; what waits under it and another source lists too waits under that one. False where there is none of the name."""
    own = watched_entries.c.source == name
    waiting = select(watched_entries.c.key).where(own, watched_entries.c.state == "waiting")
    keys = connection.execute(waiting).scalars().all()
    connection.execute(delete(watched_entries).where(own))
    for some in chunks(list(keys)):
        passed = watched_entries.c.key.in_(some) & (watched_entries.c.state == "passed_over")
        connection.execute(update(watched_entries).where(passed).values(state="waiting", why=None))
    return connection.execute(delete(watched_sources).where(watched_sources.c.name == name)).rowcount > 0


def take_in_entries(
    connection: Connection,
    source: str,
    listed: Sequence[Entry],
    *,
    now: str,
    may_be_private: bool = False,
    state: EntryState = "waiting",
) -> TakenIn:
    """Remembers what a source lists. New entries are in `state`; one that another source lists too, and that is not failed there, is passed over."""
    known = {entry.key: entry for entry in _listed(connection, source, [entry.key for entry in listed])}
    elsewhere = _elsewhere(connection, source, [entry.key for entry in listed if entry.address])
    new, edited = [], 0
    for entry in listed:
        held = known.get(entry.key)
        if held is None:
            made = _new(source, entry, now, state, may_be_private)
            if state == "waiting" and entry.key in elsewhere:
                made = replace(made, state="passed_over", why=f"read under {elsewhere[entry.key]}")
            new.append(made)
        elif held.fingerprint != entry.fingerprint:
            changed = _edited(held, entry, now)
            edited += changed.state == "waiting" and held.state != "waiting"
            keep_entry(connection, changed)
    if new:
        connection.execute(insert(watched_entries), [_entry_row(entry) | {"found_at": now} for entry in new])
    return TakenIn(new=sum(entry.state == "waiting" for entry in new), edited=edited)


def waiting_entries(connection: Connection, now: str, sources: Sequence[str] | None = None) -> tuple[Listed, ...]:
    """The entries that wait and may be tried now, in the order in which they were found; those of some sources alone, where these are named."""
    query = select(watched_entries).where(watched_entries.c.state == "waiting", watched_entries.c.next_at <= now)
    if sources is not None:
        query = query.where(watched_entries.c.source.in_(list(sources)))
    return tuple(map(_entry, connection.execute(query.order_by(watched_entries.c.seq)).mappings()))


def next_wait(connection: Connection) -> str | None:
    """When the next entry that waits may be tried; None where none waits."""
    query = select(func.min(watched_entries.c.next_at)).where(watched_entries.c.state == "waiting")
    return connection.execute(query).scalar()


def keep_entry(connection: Connection, entry: Listed) -> None:
    """The newest word on an entry; nothing where its source was removed."""
    own = (watched_entries.c.source == entry.source) & (watched_entries.c.key == entry.key)
    connection.execute(update(watched_entries).where(own).values(_entry_row(entry)))


def entry_counts(connection: Connection) -> dict[str, dict[str, int]]:
    """How many entries of each source are in each state."""
    query = select(watched_entries.c.source, watched_entries.c.state, func.count()).group_by(
        watched_entries.c.source, watched_entries.c.state
    )
    found: dict[str, dict[str, int]] = {}
    for source, state, count in connection.execute(query):
        found.setdefault(source, {})[state] = count
    return found


def entries_of(connection: Connection, source: str) -> tuple[Listed, ...]:
    """Every entry of a source, in the order in which they were found."""
    query = select(watched_entries).where(watched_entries.c.source == source).order_by(watched_entries.c.seq)
    return tuple(map(_entry, connection.execute(query).mappings()))


def _new(source: str, entry: Entry, now: str, state: EntryState, may_be_private: bool) -> Listed:
    return Listed(
        source=source,
        key=entry.key,
        address=entry.address,
        said=entry.said,
        content=entry.content,
        fingerprint=entry.fingerprint,
        state=state,
        may_be_private=may_be_private,
        next_at=now,
    )


def _edited(held: Listed, entry: Entry, now: str) -> Listed:
    """An entry of which the feed says otherwise than before. It is fetched again, at once the first time, and later and later after that: some feeds change with every reading."""
    changed = replace(
        held, address=entry.address, said=entry.said, content=entry.content, fingerprint=entry.fingerprint
    )
    if held.state == "waiting":
        return changed
    wait = waited(held.edits) if held.edits else 0
    return replace(changed, state="waiting", tries=0, edits=held.edits + 1, next_at=later(now, wait), why=None)


def _listed(connection: Connection, source: str, keys: Sequence[str]) -> list[Listed]:
    found: list[Listed] = []
    for some in chunks(keys):
        query = select(watched_entries).where(watched_entries.c.source == source, watched_entries.c.key.in_(some))
        found += map(_entry, connection.execute(query).mappings())
    return found


def _elsewhere(connection: Connection, source: str, keys: Sequence[str]) -> dict[str, str]:
    """By key the other source under which an entry waits or was read."""
    found: dict[str, str] = {}
    for some in chunks(keys):
        query = select(watched_entries.c.key, watched_entries.c.source).where(
            watched_entries.c.key.in_(some),
            watched_entries.c.source != source,
            watched_entries.c.state.in_(["waiting", "done"]),
        )
        found.update((row.key, row.source) for row in connection.execute(query))
    return found


def _source_row(source: Watched) -> dict[str, Any]:
    return {
        "name": source.name,
        "address": source.address,
        "added_at": source.added_at,
        "kind": source.kind,
        "title": source.title,
        "every": source.every,
        "allows_private": int(source.allows_private),
        "etag": source.validators.etag,
        "last_modified": source.validators.last_modified,
        "read_at": source.read_at,
        "next_at": source.next_at,
        "failures": source.failures,
        "why": source.why,
    }


def _source(row: RowMapping) -> Watched:
    return Watched(
        name=row["name"],
        address=row["address"],
        added_at=row["added_at"],
        kind=row["kind"],
        title=row["title"],
        every=row["every"],
        allows_private=bool(row["allows_private"]),
        validators=Validators(etag=row["etag"], last_modified=row["last_modified"]),
        read_at=row["read_at"],
        next_at=row["next_at"],
        failures=row["failures"],
        why=row["why"],
    )


def _entry_row(entry: Listed) -> dict[str, Any]:
    return {
        "source": entry.source,
        "key": entry.key,
        "address": entry.address,
        "said": json.dumps(dict(entry.said), ensure_ascii=False, sort_keys=True),
        "content": entry.content,
        "fingerprint": entry.fingerprint,
        "state": entry.state,
        "may_be_private": int(entry.may_be_private),
        "tries": entry.tries,
        "edits": entry.edits,
        "next_at": entry.next_at,
        "why": entry.why,
        "document": entry.document,
    }


def _entry(row: RowMapping) -> Listed:
    return Listed(
        source=row["source"],
        key=row["key"],
        address=row["address"],
        said=json.loads(row["said"]),
        content=row["content"],
        fingerprint=row["fingerprint"],
        state=row["state"],
        may_be_private=bool(row["may_be_private"]),
        tries=row["tries"],
        edits=row["edits"],
        next_at=row["next_at"],
        why=row["why"],
        document=row["document"],
    )
