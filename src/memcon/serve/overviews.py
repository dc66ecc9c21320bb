"""Answers that lay many records out: actors by issues, sessions as a series, what each owes, who meets whom. Typed values, as in `answers`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from memcon import lists, query
from memcon.codebook import load_codebook
from memcon.domain.entries import Recorded
from memcon.domain.views import ActorView, CommitmentView, EventView, ProcessView
from memcon.report.phrases import present
from memcon.review import Doubt, doubts, records_of
from memcon.serve.answers import called_so
from memcon.serve.asked import ActorsAsked, ListAsked, NetworkAsked, ReviewAsked
from memcon.stances import stances
from memcon.store.ledger import LedgerStore
from memcon.store.overview import busiest, how_many_named, judged_by_persons
from memcon.store.settled import Stance

ROWS, COLUMNS_SHOWN = 40, 8
"""Actors and issues of a matrix: those with the most stances."""

LAID_OUT = 1_000
"""Positions that one matrix is made of at most, those published last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What stances are on: a record by its id and name, or words that several hold a stance on."""

    key: str
    name: str
    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Actors (id, name) by issues; `cells[actor, issue key]` are the stances, in the order in which they were first published. `counted` positions fit; with `is_cut` there
    are earlier ones that were not looked at."""

    actors: tuple[tuple[str, str], ...]
    issues: tuple[Issue, ...]
    cells: Mapping[tuple[str, str], tuple[Stance, ...]]
    counted: int = 0
    is_cut: bool = False

    def of(self, actor: str, issue: Issue) -> tuple[Stance, ...]:
        return self.cells.get((actor, issue.key), ())


def matrix(book: LedgerStore, asked: ListAsked) -> Matrix:
    """Actors by issues, as far as positions are on a record of the ledger, or several on the same words."""
    fits = {k: v for k, v in asked.model_dump(include={"since", "until", "actor", "about", "stance"}).items() if v}
    newest = stances(book, **fits, **asked.point, is_newest_first=True, limit=LAID_OUT + 1)
    found = tuple(reversed(newest[:LAID_OUT]))
    by_issue: dict[str, list[Stance]] = {}
    for position in found:
        by_issue.setdefault(position.target or position.target_text.casefold(), []).append(position)
    shared = {k: v for k, v in by_issue.items() if v[0].target or len({p.actor for p in v}) > 1}
    columns = sorted(shared, key=lambda k: (-len({p.actor for p in shared[k]}), -len(shared[k]), k))[:COLUMNS_SHOWN]
    ids = {p.actor for k in columns for p in shared[k]}, {v[0].target for k in columns if (v := shared[k])[0].target}
    names = lists.called_ids(book, *ids, **asked.point)
    issues = {k: _issue(k, shared[k][0], names) for k in columns}
    cells: dict[tuple[str, str], tuple[Stance, ...]] = {}
    for key in columns:
        for position in shared[key]:
            cells[position.actor, key] = (*cells.get((position.actor, key), ()), position)
    held: dict[str, int] = {}
    for (actor, _), positions in cells.items():
        held[actor] = held.get(actor, 0) + len(positions)
    rows = sorted(held, key=lambda a: (-held[a], names.get(a, a)))[:ROWS]
    return Matrix(
        actors=tuple((a, names.get(a, a)) for a in rows),
        issues=tuple(issues[k] for k in columns),
        cells=cells,
        counted=len(found),
        is_cut=len(newest) > len(found),
    )


def _issue(key: str, first: Stance, names: Mapping[str, str]) -> Issue:
    """What the stances are on; by the words of the first of them where the ledger has no such record (any more)."""
    is_held = first.target is not None and first.target in names
    return Issue(
        key=key, name=names[str(first.target)] if is_held else first.target_text, id=first.target if is_held else None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in a numbered series: its session, or the numbers from `ordinal` to `last` of which none is told."""

    ordinal: int | None
    session: EventView | None = None
    last: int | None = None


def series(sessions: Sequence[EventView]) -> tuple[Place, ...]:
    """Sessions in the order of their numbers, with the gaps between them; those without a number last, in the order given."""
    numbered = sorted((e for e in sessions if e.ordinal is not None), key=lambda e: e.ordinal or 0)
    found: list[Place] = []
    before: int | None = None
    for event in numbered:
        number = event.ordinal or 0
        if before is not None and number - before > 1:
            found.append(Place(ordinal=before + 1, last=number - 1))
        found.append(Place(ordinal=number, session=event))
        before = number
    return (*found, *(Place(ordinal=None, session=e) for e in sessions if e.ordinal is None))


def owed(
    found: Sequence[CommitmentView], names: Mapping[str, str]
) -> dict[str, tuple[str, tuple[CommitmentView, ...]]]:
    """What each party undertook, by its id: its name and the commitments; those of nobody named under "", last."""
    gathered: dict[str, list[CommitmentView]] = {}
    for commitment in found:
        for party in commitment.parties or ("",):
            gathered.setdefault(party, []).append(commitment)
    ordered = sorted(gathered, key=lambda id: (id == "", -len(gathered[id]), names.get(id, id)))
    return {id: (names.get(id, id), tuple(gathered[id])) for id in ordered}


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Pairs in doubt that nobody has judged, their records by id, and what persons judged last. `next` is how many to leave out for the next ones."""

    doubts: tuple[Doubt, ...]
    records: Mapping[str, EventView | ActorView | ProcessView]
    judged: tuple[Recorded, ...]
    next: int | None


PAIRS = 10
"""Pairs that are shown at once."""


def queue(book: LedgerStore, asked: ReviewAsked) -> Queue:
    """The next pairs in doubt."""
    found = doubts(book, kind=asked.kind, limit=asked.skip + PAIRS + 1)[asked.skip :]
    shown = found[:PAIRS]
    with book.at() as at:
        judged = judged_by_persons(at, 20)
    rest = asked.skip + PAIRS if len(found) > PAIRS else None
    return Queue(doubts=shown, records=records_of(book, shown), judged=judged, next=rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Actors, each with the number of events that it takes part in; `is_by_name` where they were asked for by a name. The ledger names `of` now."""

    items: tuple[tuple[ActorView, int], ...]
    is_by_name: bool
    of: int


MOST_ACTORS = 100


def actors(book: LedgerStore, asked: ActorsAsked) -> Known:
    """Those called so, or those that take part in most events. As of a point on a clock only those are shown of whom something was told by then."""
    with book.at(**asked.point) as at:
        counts = dict(busiest(at, "participant", 2_000 if asked.name else MOST_ACTORS))
        ids = list(counts) if not asked.name else []
        seen = {a.id: a for a in at.names(ids).views().actors} if ids else {}
        named = 0 if asked.name else how_many_named(at).get("actor", 0)
    if asked.name:
        seen = {r.id: r for r in called_so(book, asked.name, asked) if isinstance(r, ActorView)}
    kinds = [a for a in seen.values() if asked.kind is None or a.kind == asked.kind]
    ordered = sorted(kinds, key=lambda a: (-counts.get(a.id, 0), a.name))
    items = tuple((a, counts.get(a.id, 0)) for a in ordered[:MOST_ACTORS])
    return Known(items=items, is_by_name=bool(asked.name), of=named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor of the network: how many events, and where it stands on the unit circle."""

    id: str
    name: str
    kind: str
    country: str | None
    events: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two actors and the number of events in which both take part."""

    one: Node
    other: Node
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Those who take part in most events, and who meets whom. `counted` is by how many events."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    counted: int


COUNTED = 1_000
"""Events that a network is counted by at most, the newest of the time that is asked."""


def network(book: LedgerStore, asked: NetworkAsked) -> Network:
    """Who meets whom, by the events of the time that is asked: those that took place, and those of which no source tells whether they did."""
    fits = {"since": asked.since, "until": asked.until, "actor": asked.actor, **asked.point}
    events = [e for e in query.timeline(book, **fits, is_latest_first=True, limit=COUNTED) if _may_have_met(e)]
    meetings: dict[str, set[str]] = {}
    seen: dict[str, tuple[str, str, str | None]] = {}
    for event in events:
        for p in present(event):
            if (asked.kind is None or p.kind == asked.kind) and p.kind != "group":
                meetings.setdefault(p.actor, set()).add(event.id)
                seen[p.actor] = (p.name, str(p.kind), p.country)
    ranked = sorted(meetings, key=lambda a: (-len(meetings[a]), a))[: asked.most or 24]
    ranked.sort(key=lambda a: (seen[a][2] or "~", seen[a][0]))
    nodes = {a: _node(a, n, len(ranked), seen[a], len(meetings[a])) for n, a in enumerate(ranked)}
    pairs = [(a, b, len(meetings[a] & meetings[b])) for n, a in enumerate(ranked) for b in ranked[n + 1 :]]
    edges = [Edge(one=nodes[a], other=nodes[b], events=count) for a, b, count in pairs if count]
    edges.sort(key=lambda e: (-e.events, e.one.name, e.other.name))
    return Network(nodes=tuple(nodes.values()), edges=tuple(edges), counted=len(events))


def _may_have_met(event: EventView) -> bool:
    """Not where it is still ahead, only talked of, or was called off."""
    return event.status is None or load_codebook().statuses.of(event.status).style == "done"


def _node(id: str, n: int, count: int, told: tuple[str, str, str | None], events: int) -> Node:
    angle = 2 * math.pi * n / max(count, 1) - math.pi / 2
    name, kind, country = told
    x, y = round(math.cos(angle), 4), round(math.sin(angle), 4)
    return Node(id=id, name=name, kind=kind, country=country, events=events, x=x, y=y)
