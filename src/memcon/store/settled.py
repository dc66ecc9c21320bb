"""Records of which the index alone tells how they stand now: nobody judged, corrected or took back anything of them, so each says of one thing one thing. All others
are put together from their claims (`Snapshot.excerpt`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from memcon.ledger.asked import Key
from memcon.ledger.found_by import CORRECTED, UNDATED
from memcon.store.snapshot import NOW, Snapshot, each_of, parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A position in short: whose, which, on what; `target` is a record's id."""

    id: str
    actor: str
    stance: str
    target: str | None
    target_text: str


def sessions_by_index(at: Snapshot, events: Iterable[str]) -> dict[str, tuple[str, Key]]:
    """Of those of the events (canonical ids) of which the index alone tells it, the channel and the place in time."""
    rows = _settled(at, events, _SESSIONS)
    return {id: (channel, (first, last, ordinal, id)) for id, channel, first, last, ordinal in rows}


def stances_by_index(at: Snapshot, positions: Iterable[str]) -> dict[str, Stance]:
    """Of those of the positions (canonical ids) of which the index alone tells it, how they stand."""
    rows = _settled(at, positions, _STANCES)
    return {
        id: Stance(id=id, actor=actor, stance=stance, target=target, target_text=words)
        for id, actor, stance, target, words in rows
    }


def undated_by_index(at: Snapshot, events: Iterable[str]) -> frozenset[str]:
    """Those of the events (canonical ids) of which the index alone tells that they stand and that nobody tells their time; each is of one kind, and of one channel at most."""
    return frozenset(row[0] for row in _settled(at, events, _UNDATED))


def _settled(at: Snapshot, records: Iterable[str], query: str) -> Iterator[Any]:
    """What the query tells of those of the records of which nothing was ever judged, corrected, taken back or replaced, and which have one place in the calendar; nothing
    as of a point in the past, where the index only bounds what may be."""
    if at.seq != NOW or at.published is not None:
        return
    asked = text(query.format(records=each_of(at.connection, "records")))
    for some in parts(dict.fromkeys(records)):
        yield from at.connection.execute(asked, {"records": json.dumps(some)}).all()


_IS_SETTLED = (
    "NOT EXISTS (SELECT 1 FROM merged AS m WHERE m.id = r.value AND m.until IS NULL) "
    f"AND NOT EXISTS (SELECT 1 FROM links AS l WHERE l.record = r.value AND l.property = '{CORRECTED}') "
    "AND NOT EXISTS (SELECT 1 FROM entries AS e WHERE e.subject = r.value AND ("
    "EXISTS (SELECT 1 FROM withdrawn AS w WHERE w.seq = e.seq AND w.until IS NULL) "
    "OR EXISTS (SELECT 1 FROM merged AS m WHERE m.id = e.document AND m.until IS NULL)))"
)


def _named(property: str) -> str:
    """What a record names as that property, where it names one thing."""
    links_of = f"links AS l WHERE l.record = r.value AND l.property = '{property}'"
    return f"(SELECT CASE WHEN min(l.target) = max(l.target) THEN min(l.target) END FROM {links_of})"


def _worded(property: str) -> str:
    """The words of a record, where they are the same everywhere."""
    phrases_of = f"phrases AS p WHERE p.record = r.value AND p.property = '{property}'"
    return f"(SELECT CASE WHEN min(p.words) = max(p.words) THEN min(p.words) END FROM {phrases_of})"


def _goes_by(id: str) -> str:
    return f"coalesce((SELECT min(m.canonical) FROM merged AS m WHERE m.id = {id} AND m.until IS NULL), {id})"


_PLACED = "(SELECT count(*) FROM calendar AS c WHERE c.record = r.value) = 1"

_SESSIONS = (
    f"WITH t AS MATERIALIZED (SELECT r.value AS id, {_named('channel')} AS channel, {_named('kind')} AS kind, "
    f"{_worded('label')} AS label FROM {{records}} AS r WHERE {_IS_SETTLED} AND {_PLACED}) "
    f"SELECT t.id, {_goes_by('t.channel')}, c.first_day, c.last_day, c.ordinal FROM t "
    "JOIN calendar AS c ON c.record = t.id WHERE t.channel IS NOT NULL AND t.kind IS NOT NULL AND t.label IS NOT NULL"
)

_STANCES = (
    f"WITH t AS MATERIALIZED (SELECT r.value AS id, {_named('actor')} AS actor, {_named('stance')} AS stance, "
    f"{_named('target')} AS target, {_worded('target_text')} AS words, "
    "(SELECT count(*) FROM links AS l WHERE l.record = r.value AND l.property = 'target') AS targets "
    f"FROM {{records}} AS r WHERE {_IS_SETTLED} AND {_PLACED}) "
    f"SELECT t.id, {_goes_by('t.actor')}, t.stance, {_goes_by('t.target')}, t.words FROM t "
    "WHERE t.actor IS NOT NULL AND t.stance IS NOT NULL AND t.targets < 2 AND t.words IS NOT NULL"
)

_UNDATED = (
    f"SELECT r.value FROM {{records}} AS r WHERE {_IS_SETTLED} AND {_PLACED} "
    "AND EXISTS (SELECT 1 FROM calendar AS c WHERE c.record = r.value "
    f"AND c.kind = 'event' AND c.first_day = '{UNDATED.start.isoformat()}') "
    f"AND {_named('kind')} IS NOT NULL "
    "AND EXISTS (SELECT 1 FROM phrases AS p WHERE p.record = r.value AND p.property = 'label') "
    "AND (SELECT count(*) FROM links AS l WHERE l.record = r.value AND l.property = 'channel') < 2"
)
