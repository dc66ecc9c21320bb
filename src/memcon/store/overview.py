"""The ledger from afar: how much it holds, its newest documents, who takes part most. Counted by the index."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, Table, and_, desc, func, literal, select, union_all

from memcon.domain.entries import Judgement, Recorded
from memcon.domain.problems import Problem
from memcon.domain.views import Source
from memcon.store.rows import ANYBODY, problem_of, recorded_of, source_of
from memcon.store.schema import calendar, documents, entries, links, merged, names, problems, sources
from memcon.store.snapshot import NOW, Snapshot

DATED_SINCE = "0000-00-01"
"""Sorts after the sources of unknown date, and before all others."""


def edition(at: Snapshot) -> tuple[int, int]:
    """What tells one state of the book from another: its last entry and its last document."""
    last = at.connection.execute(select(func.max(entries.c.seq))).scalar() or 0
    return last, at.connection.execute(select(func.max(documents.c.seq))).scalar() or 0


def how_many(at: Snapshot) -> Mapping[str, int]:
    """Documents, records of each kind and problems that the ledger holds now, whenever they were published: each record that was ever told of once, by the
    id that it goes by."""
    found: dict[str, int] = {"document": _scalar(at, select(func.count()).select_from(documents))}
    found |= _in(at, calendar) | how_many_named(at)
    found["problem"] = _scalar(at, select(func.count()).select_from(problems))
    return found


def how_many_named(at: Snapshot) -> dict[str, int]:
    """The records that go by names, actors and channels: how many of each kind the ledger holds now."""
    return _in(at, names)


def _in(at: Snapshot, table: Table) -> dict[str, int]:
    found = dict(_pairs(at, _standing(table)))
    for kind, count in _pairs(at, _left_behind(table)):
        found[kind] -= count
    return found


def how_many_said(at: Snapshot, sure: int) -> int:
    """Statements that were told with that sureness (in 100) or more: those that are speech, and not acts told like it."""
    is_said = and_(calendar.c.kind == "statement", calendar.c.sure >= sure)
    return _scalar(at, select(func.count(calendar.c.record.distinct())).where(is_said))


def _standing(table: Table) -> Select[Any]:
    """How many records of each kind the index has, but for ids that go by another one now: what was told of these stands under that one too."""
    goes_by = select(merged.c.id).where(merged.c.id == table.c.record, merged.c.until.is_(None))
    is_another = goes_by.where(merged.c.canonical != merged.c.id).exists()
    return select(table.c.kind, func.count(table.c.record.distinct())).where(~is_another).group_by(table.c.kind)


def _left_behind(table: Table) -> Select[Any]:
    """How many records of each kind the index still has that are nobody's: ids under which a judgement once put others, which no source gave, and which were parted
    again since."""
    now = merged.alias()
    is_current = select(now.c.id).where(now.c.id == merged.c.id, now.c.until.is_(None)).exists()
    is_told = select(entries.c.seq).where(entries.c.subject == merged.c.id).exists()
    ids = select(merged.c.id).where(merged.c.canonical == merged.c.id, merged.c.until.is_not(None))
    nobodys = table.c.record.in_(ids.where(~is_current, ~is_told))
    return select(table.c.kind, func.count(table.c.record.distinct())).where(nobodys).group_by(table.c.kind)


def newest_sources(
    at: Snapshot, limit: int, *, before: str | None = None, words: str | None = None
) -> tuple[Source, ...]:
    """The documents published last, newest first, from behind the place `before` (`memcon.ledger.found_by.source_rank`); those of unknown date last."""
    query = select(sources.c.payload).where(at.holds(sources))
    if at.published is not None:
        query = query.where(sources.c.rank >= DATED_SINCE, sources.c.rank < f"{at.published}~")
    if before is not None:
        query = query.where(sources.c.rank < before)
    if words is not None:
        query = query.where(sources.c.payload.icontains(words, autoescape=True))
    rows = at.connection.execute(query.order_by(desc(sources.c.rank)).limit(limit)).scalars()
    found = {source.document: source for source in map(source_of, rows)}
    return tuple(at.marked(found).values())


def busiest(at: Snapshot, property: str, limit: int) -> list[tuple[str, int]]:
    """The canonical ids of the records that the most others have to do with, as that property, and with how many."""
    goes_by = func.coalesce(merged.c.canonical, links.c.target)
    joined = links.outerjoin(merged, and_(merged.c.id == links.c.target, merged.c.until.is_(None)))
    count = func.count(links.c.record.distinct())
    query = select(goes_by, count).select_from(joined).where(links.c.property == property).group_by(goes_by)
    rows = at.connection.execute(query.order_by(desc(count), goes_by).limit(limit))
    return [(record, number) for record, number in rows]


def met_most(at: Snapshot, actor: str, limit: int) -> list[tuple[str, int]]:
    """The canonical ids of those who take part in most events together with an actor, and in how many: events that a source told of by the point that is asked, whoever
    it says there now takes part."""
    mine, theirs = links.alias(), links.alias()
    others = select(merged.c.id).where(merged.c.canonical == actor, at.holds(merged))
    members = union_all(select(literal(actor)), others)  # of a name that everybody has thousands: these are not fetched
    goes_by = func.coalesce(merged.c.canonical, theirs.c.target)
    joined = mine.join(theirs, and_(theirs.c.record == mine.c.record, theirs.c.property == "participant"))
    joined = joined.outerjoin(merged, and_(merged.c.id == theirs.c.target, at.holds(merged)))
    count = func.count(theirs.c.record.distinct())
    query = select(goes_by, count).select_from(joined).where(mine.c.property == "participant")
    query = query.where(mine.c.target.in_(members), goes_by != actor)
    if at.published is not None or at.seq != NOW:
        told = select(calendar.c.record).where(calendar.c.kind == "event", calendar.c.since <= at.seq)
        if at.published is not None:
            told = told.where(calendar.c.out_by <= at.published)
        query = query.where(mine.c.record.in_(told))
    rows = at.connection.execute(query.group_by(goes_by).order_by(desc(count), goes_by).limit(limit))
    return [(record, number) for record, number in rows]


LOOKED_THROUGH = 20_000
"""Entries at the end of the book among which the last judgements of persons are looked for."""


def judged_by_persons(at: Snapshot, limit: int) -> tuple[Recorded, ...]:
    """What persons judged last, the latest first, as far as it stands near the end of the book."""
    last = _scalar(at, select(func.max(entries.c.seq)))
    query = select(entries).where(entries.c.seq > last - LOOKED_THROUGH, entries.c.kind == "judgement")
    found: list[Recorded] = []
    for row in at.connection.execute(query.order_by(desc(entries.c.seq))).mappings():
        recorded = recorded_of(row, ANYBODY)
        if isinstance(recorded.entry, Judgement) and not recorded.entry.is_by_rule:
            found.append(recorded)
            if len(found) == limit:
                break
    return tuple(found)


def problems_of(at: Snapshot, document: str, limit: int) -> tuple[Problem, ...]:
    """What of a document could not be read."""
    query = select(problems).where(problems.c.document == document).order_by(problems.c.seq).limit(limit)
    return tuple(map(problem_of, at.connection.execute(query).mappings()))


def _pairs(at: Snapshot, query: Any) -> list[tuple[str, int]]:
    return [(kind, count) for kind, count in at.connection.execute(query)]


def _scalar(at: Snapshot, query: Any) -> int:
    return int(at.connection.execute(query).scalar() or 0)
