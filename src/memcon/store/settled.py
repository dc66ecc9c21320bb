"""Records of which the index alone tells how they stand now: nobody judged, corrected or took back anything of them, so each says of one thing one thing. All others
are put together from their claims (`Snapshot.excerpt`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select

from memcon.ledger.asked import Key
from memcon.ledger.found_by import CORRECTED
from memcon.store.lookup import among
from memcon.store.schema import calendar, entries, links, merged, phrases, withdrawn
from memcon.store.snapshot import NOW, Snapshot, parts


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
    asked, told = _settled(at, events, ("channel", "kind"))
    channels = _single(told["channel"])
    whole = _single(told["kind"]).keys() & _words(at, asked, "label").keys() & channels.keys()
    places = _places(at, sorted(whole))
    goes_by = at.canonical(channels[id] for id in places)
    return {id: (goes_by.get(channels[id], channels[id]), place) for id, place in places.items()}


def stances_by_index(at: Snapshot, positions: Iterable[str]) -> dict[str, Stance]:
    """Of those of the positions (canonical ids) of which the index alone tells it, how they stand."""
    asked, linked = _settled(at, positions, ("actor", "stance", "target"))
    told = {name: _single(found) for name, found in linked.items()}
    texts = _words(at, asked, "target_text")
    goes_by = at.canonical([*told["actor"].values(), *told["target"].values()])
    several = linked["target"].keys() - told["target"].keys()
    whole = (told["actor"].keys() & told["stance"].keys() & texts.keys()) - several
    found = {}
    for id in _places(at, sorted(whole)):
        actor, target = told["actor"][id], told["target"].get(id)
        found[id] = Stance(
            id=id,
            actor=goes_by.get(actor, actor),
            stance=told["stance"][id],
            target=None if target is None else goes_by.get(target, target),
            target_text=texts[id],
        )
    return found


Told = Mapping[str, Mapping[str, list[str]]]
"""By property and record what is named."""


def _settled(at: Snapshot, records: Iterable[str], properties: Sequence[str]) -> tuple[list[str], Told]:
    """Those of which nothing was ever judged, corrected, taken back or replaced, and what they name as the properties; none as of a point in the past, where the index
    only bounds what may be."""
    told: dict[str, dict[str, list[str]]] = {name: {} for name in (*properties, CORRECTED)}
    if at.seq != NOW or at.published is not None:
        return [], told
    asked = list(dict.fromkeys(records))
    linked = select(links.c.property, links.c.record, links.c.target).where(links.c.property.in_(list(told)))
    for some in parts(asked):
        for name, record, target in _rows(at, linked, links.c.record, some):
            told[name].setdefault(record, []).append(target)
    is_gone = select(withdrawn.c.seq).where(withdrawn.c.seq == entries.c.seq, at.holds(withdrawn)).exists()
    is_print = select(merged.c.id).where(merged.c.id == entries.c.document, at.holds(merged)).exists()
    query = select(entries.c.subject).distinct().where(or_(is_gone, is_print))
    unsure = at.canonical(asked).keys() | told[CORRECTED].keys()
    unsure |= {row[0] for some in parts(asked) for row in _rows(at, query, entries.c.subject, some)}
    settled = [id for id in asked if id not in unsure]
    return settled, {name: {id: found[id] for id in settled if id in found} for name, found in told.items()}


def _single(told: Mapping[str, list[str]]) -> dict[str, str]:
    """What each of those records that names one thing names."""
    return {id: found[0] for id, found in told.items() if len(found) == 1}


def _words(at: Snapshot, records: Sequence[str], property: str) -> dict[str, str]:
    """The words of each of those records that has the same ones everywhere."""
    query = select(phrases.c.record, phrases.c.words).distinct().where(phrases.c.property == property)
    told = _gathered(row for some in parts(records) for row in _rows(at, query, phrases.c.record, some))
    return {id: found[0] for id, found in told.items() if len(found) == 1}


def _places(at: Snapshot, records: Sequence[str]) -> dict[str, Key]:
    """Where those of the records stand in the calendar that have one place in it."""
    columns = (calendar.c.first_day, calendar.c.last_day, calendar.c.ordinal, calendar.c.record)
    told: dict[str, list[Key]] = {}
    for some in parts(records):
        for row in _rows(at, select(*columns), calendar.c.record, some):
            told.setdefault(row.record, []).append((row.first_day, row.last_day, row.ordinal, row.record))
    return {id: found[0] for id, found in told.items() if len(found) == 1}


def _gathered(rows: Iterable[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record, told in rows:
        found.setdefault(record, []).append(told)
    return found


def _rows(at: Snapshot, query: Any, column: Any, ids: Sequence[str]) -> Sequence[Any]:
    rows: Sequence[Any] = at.connection.execute(query.where(among(at.connection, column, ids))).all()
    return rows
