"""What every page, every `.json` beside it, every REST resource and every tool says: one function an answer, from the queries to typed values.

Each takes the book and what is asked, and gives a frozen record; None where there is no such thing. They word nothing and draw nothing. Raise `UsageError` as the queries do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from math import ceil
from typing import Any, Generic, TypeVar

from memcon import lists, query, review
from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.dates import Interval, interval_of, shift
from memcon.domain.documents import Document
from memcon.domain.entries import Recorded, SubjectKind
from memcon.domain.news import Change, Conflict
from memcon.domain.problems import Problem
from memcon.domain.views import (
    ActorView,
    ChannelView,
    Checked,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    ProcessView,
    RecordView,
    Resolved,
    Source,
    StatementView,
    Views,
)
from memcon.errors import UsageError
from memcon.ledger.asked import is_current
from memcon.ledger.conflicts import conflicts_of, is_ahead
from memcon.ledger.corrections import correctable
from memcon.ledger.found_by import SURE, source_rank
from memcon.meant import check_name, country_code
from memcon.query import Book
from memcon.serve.asked import (
    MOST,
    ChangesAsked,
    DocumentsAsked,
    ListAsked,
    Paged,
    Point,
    SearchAsked,
    StatementsAsked,
    TimelineAsked,
)
from memcon.store.finding import in_time, linked_to, some_with
from memcon.store.ledger import LedgerStore
from memcon.store.overview import how_many, how_many_said, met_most, newest_sources, problems_of
from memcon.store.search import Found

T = TypeVar("T")

BESIDE = 12
"""Records of another kind that stand beside one on its page."""

_NAMED: tuple[SubjectKind, ...] = ("actor", "channel")

HITS = 20
"""Search hits on a page unless more are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some records in order. `next` is the id from behind which the next page goes on, None on the last one. `names` is what the ids in them are called."""

    items: tuple[T, ...]
    next: str | None = None
    names: Mapping[str, str]
    unplaced: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventAnswer:
    """An event with what is told beside it. `conflicts` are the fields on which its sources contradict each other, `judgements` those that made it one record."""

    event: EventView
    conflicts: tuple[Conflict, ...]
    statements: tuple[StatementView, ...]
    positions: tuple[PositionView, ...]
    commitments: tuple[CommitmentView, ...]
    precedents: tuple[PrecedentView, ...]
    follows_up: tuple[EventView, ...]
    followed_by: tuple[EventView, ...]
    beside: tuple[EventView, ...]
    judgements: tuple[Recorded, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorAnswer:
    """An actor with a page of its events, what is ahead of it, and what it said, holds and undertook. `meets` is with whom it takes part in most events, as far as these
    were told by the point that is asked."""

    actor: ActorView
    events: Page[EventView]
    statements: tuple[StatementView, ...]
    positions: tuple[PositionView, ...]
    commitments: tuple[CommitmentView, ...]
    meets: tuple[tuple[str, int], ...]
    upcoming: tuple[EventView, ...]
    judgements: tuple[Recorded, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAnswer:
    """A document with its text, as it is cited, and the records that it tells of."""

    source: Source
    document: Document
    records: Views
    problems: tuple[Problem, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAnswer:
    """A channel with a page of its sessions."""

    channel: ChannelView
    sessions: Page[EventView]
    judgements: tuple[Recorded, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAnswer:
    """A statement, position, commitment, process or claim of precedent; of a claim also what the ledger makes of it, and the events that decide; of a
    commitment also `afterwards`: the events from then on in which its parties take part together, whether or not they have to do with it."""

    record: Resolved
    about: tuple[EventView, ...]
    afterwards: tuple[EventView, ...] = ()
    judgements: tuple[Recorded, ...]
    names: Mapping[str, str]
    checked: Checked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """Search hits; `next` is how many to leave out for the next page. `named` are actors and channels that are called so."""

    items: tuple[Found, ...]
    named: tuple[ActorView | ChannelView, ...] = ()
    next: int | None = None


def timeline(book: LedgerStore, asked: TimelineAsked, *, has_actors: bool = True) -> Page[EventView]:
    """A page of events that fit; unless it `has_actors`, participants bear the names that their documents use first."""
    for kind in ("actor", "channel"):
        check_name(book, getattr(asked, kind), kind)
    fitting = fits(asked)
    within: dict[str, Any] = {"since": asked.since, "until": asked.until, "about": topic(book, asked)}
    if asked.country is None and not has_actors:
        within["has_actors"] = False
    how = query.newest if asked.order == "newest" else query.timeline
    found = how(book, **fitting, **within, after=asked.after, limit=asked.size + 1)
    page = _page(found, asked.size, {})
    is_placed = (asked.since or asked.until) and not (within["about"] or asked.after or page.next)
    return replace(page, unplaced=query.unplaced(book, **fitting)) if is_placed else page


def fits(asked: TimelineAsked) -> dict[str, Any]:
    """What events are to be and from where is looked, as the queries take it; but for their time and what they are about."""
    return {
        "actor": asked.actor,
        "channel": asked.channel,
        "country": country_code(asked.country),
        "kind": asked.kind,
        "status": asked.status,
        **asked.point,
    }


def statements(book: LedgerStore, asked: StatementsAsked) -> Page[StatementView]:
    """A page of statements that fit."""
    asks = asked.model_dump(include={"since", "until", "speaker", "about", "after"})
    is_newest_first = asked.order == "newest"
    found = query.statements(book, **asks, **asked.point, is_newest_first=is_newest_first, limit=asked.size + 1)
    return _page(found, asked.size, _called(book, found, asked))


def listed(book: LedgerStore, kind: SubjectKind, asked: ListAsked) -> Page[Any]:
    """A page of positions, commitments, processes, claims of precedent or channels (`kind` in the singular) that fit."""
    taken = {"since", "until", "actor", "about", "after", *_STATES.get(kind, ())}
    asks = {name: value for name, value in asked.model_dump(include=taken).items() if value is not None}
    found: tuple[Any, ...]
    if kind == "channel":
        found = lists.channels(book, **asks, **asked.point, limit=asked.size + 1)
    else:
        is_newest_first = asked.order == "newest"
        found = lists.listed(book, kind, **asks, **asked.point, is_newest_first=is_newest_first, limit=asked.size + 1)
    return _page(found, asked.size, lists.called(book, found, **asked.point))


_STATES: Mapping[str, tuple[str, ...]] = {"position": ("stance",), "commitment": ("status",), "precedent": ("verdict",)}


def documents(book: LedgerStore, asked: DocumentsAsked) -> Page[Source]:
    """A page of documents, newest first."""
    with book.at(**asked.point) as at:
        last = None if asked.after is None else at.document(asked.after)
        if asked.after is not None and last is None:
            raise UsageError(f"there is no document {asked.after!r} to go on from", hint="give the last one of a page")
        before = None if last is None else source_rank(last)
        found = newest_sources(at, asked.size + 1, before=before, words=asked.words)
    shown = found[: asked.size]
    return Page(items=shown, next=shown[-1].document if len(found) > len(shown) else None, names={})


def search(book: LedgerStore, asked: SearchAsked) -> Hits:
    """The best hits for all the words. An as-of day bounds the publication."""
    if not asked.words:
        return Hits(items=())
    size = asked.limit or HITS
    until = min((day for day in (asked.until, asked.as_of) if day), default=None)
    found = book.search(
        asked.words,
        where=asked.where or "documents",
        since=asked.since,
        until=until,
        publisher=asked.publisher,
        limit=size + 1,
        skip=asked.skip,
    )
    named = () if asked.skip else called_so(book, asked.words, asked)
    return Hits(items=found[:size], named=named, next=asked.skip + size if len(found) > size else None)


def called_so(book: LedgerStore, words: str, point: Point) -> tuple[ActorView | ChannelView, ...]:
    """Some actors and channels with a name of these words."""
    with book.at(**point.point) as at:
        ids = [id for kind in _NAMED for id in some_with(at, words, kind, BESIDE)]
        seen = at.names(ids[:BESIDE]).views()
    return (*seen.actors, *seen.channels)


def changes(book: LedgerStore, asked: ChangesAsked) -> tuple[Change, ...]:
    """What has become otherwise of events since then, told last first."""
    if asked.since is None:
        raise UsageError("since when?", hint="give `since`: a day such as 2025-11-03")
    return query.changes(book, asked.since, clock=asked.clock or "published", limit=asked.limit or 50, **asked.point)


def conflicts(book: LedgerStore, asked: TimelineAsked) -> tuple[Page[EventView], tuple[Conflict, ...]]:
    """A page of events, and the fields on which their sources contradict each other."""
    page = timeline(book, asked)
    return page, tuple(found for event in page.items for found in conflicts_of(event))


def upcoming(book: LedgerStore, today: str, point: Point, limit: int) -> tuple[EventView, ...]:
    """The events still to come as of a day; of an as-of day, that one."""
    return query.upcoming(book, point.as_of or today, **point.point)[:limit]


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeAnswer:
    """What is new. `since` is the day or instant from which on `changes` are told, by `clock`; `upcoming` is what was ahead on the day `ahead_of`: today, or, where nothing is told to be
    ahead of that, the day of the newest document; `overdue` are events whose day has passed with no word of them."""

    since: str | None
    clock: query.Clock
    changes: tuple[Change, ...]
    upcoming: tuple[EventView, ...]
    ahead_of: str
    overdue: tuple[EventView, ...]
    documents: tuple[Source, ...]
    counts: Mapping[str, int]
    today: str


RECENT = 30
"""Days before the newest document that are told of to who comes for the first time."""


def home(book: LedgerStore, asked: ChangesAsked, today: str, *, has_actors: bool = True) -> HomeAnswer:
    """What is new since then; where nothing is asked, since `RECENT` days before the newest document. Unless it `has_actors`, what is ahead and what is overdue is told
    without what is known of who takes part."""
    with book.at(**asked.point) as at:
        newest = newest_sources(at, BESIDE)
    last = next((found for source in newest if (found := interval_of(source.published))), None)
    day = asked.as_of or today
    since, clock = asked.since, asked.clock or "published"
    if since is None and last is not None:
        since = (min(last.end, date.max) - timedelta(days=RECENT)).isoformat()
    told = query.changes(book, since, clock=clock, limit=asked.limit or 20, **asked.point) if since else ()
    ahead_of = day
    upcoming = _ahead(book, day, asked, since=day, limit=2 * BESIDE)[:BESIDE]
    if not upcoming and last is not None and last.end.isoformat() < day:
        ahead_of = last.end.isoformat()
        upcoming = _ahead(book, ahead_of, asked, since=ahead_of, limit=2 * BESIDE)[:BESIDE]
    overdue = tuple(e for e in _overdue(book, day, asked) if e not in upcoming)
    whole = _whole(book, (*upcoming, *overdue), asked) if has_actors else (*upcoming, *overdue)
    return HomeAnswer(
        since=since,
        clock=clock,
        changes=told,
        upcoming=whole[: len(upcoming)],
        ahead_of=ahead_of,
        overdue=whole[len(upcoming) :],
        documents=newest[:8],
        counts=counts(book),
        today=day,
    )


def counts(book: LedgerStore) -> Mapping[str, int]:
    """How much the ledger holds now; of statements those that the list of them shows."""
    with book.at() as at:
        return {**how_many(at), "statement": how_many_said(at, ceil(SURE * SHOWN_CONFIDENCE))}


OVERDUE = 6
"""Events whose day has passed with no word of them that the first page shows, of the last year."""


LOOKED_BACK = (30, 90, 365)
"""Days before the day that are looked through for them: the longer only where the shorter holds too few."""


def _overdue(book: LedgerStore, day: str, point: Point) -> tuple[EventView, ...]:
    """Those whose day has passed last."""
    when = interval_of(day)
    found: tuple[EventView, ...] = ()
    for days in LOOKED_BACK:
        begin = when and shift(Interval(when.start, when.start), days=-days)
        if begin is None or len(found) >= OVERDUE:
            break
        found = _ahead(book, day, point, since=begin.start.isoformat(), until=day, limit=2 * MOST, is_overdue=True)
    return found[-OVERDUE:]


def _whole(book: LedgerStore, events: tuple[EventView, ...], point: Point) -> tuple[EventView, ...]:
    """The events, chosen of many without them, with what is known of who takes part."""
    with book.at(**point.point) as at:
        found = {e.id: e for e in at.excerpt(e.id for e in events).views().events}
    return tuple(found[e.id] for e in events)


def _ahead(
    book: LedgerStore,
    day: str,
    point: Point,
    *,
    since: str,
    limit: int,
    until: str | None = None,
    is_overdue: bool = False,
) -> tuple[EventView, ...]:
    """Events with a time that are still ahead as of the day, or overdue, in order, among the first `limit` that stand so."""
    asked: dict[str, Any] = {"since": since, "until": until, "limit": limit, "has_actors": False, **point.point}
    return query.upcoming(book, day, is_overdue=is_overdue, **asked)


def record(book: LedgerStore, id: str, point: Point) -> RecordView | None:
    """The record or document of that id, or the one that it was merged into."""
    return query.show(book, query.whole_id(book, id), **point.point)


def event(book: LedgerStore, found: EventView, point: Point) -> EventAnswer:
    """All about an event."""
    with query.look(book, **point.point) as here:
        return _event(here, found, point)


def _event(book: Book, found: EventView, point: Point) -> EventAnswer:
    at_point = point.point
    about: dict[str, Any] = {"about": found.id, "limit": BESIDE, **at_point}
    statements = query.statements(book, **about)
    positions = lists.listed(book, "position", **about)
    commitments = lists.listed(book, "commitment", **about)
    precedents = lists.listed(book, "precedent", **about)
    with book.at(**at_point) as at:
        later = linked_to(at, "follows_up", found.id, BESIDE)
        near = linked_to(at, "sidelines_of", found.id, BESIDE)
        earlier = at.canonical_of((*found.follows_up, *((found.sidelines_of,) if found.sidelines_of else ())))
        seen = {e.id: e for e in at.excerpt({*later, *near, *earlier}, has_actors=False).views().events}
    main = {found.sidelines_of} - {None}
    ids = {found.id, *found.ids}
    return EventAnswer(
        event=found,
        conflicts=conflicts_of(found),
        statements=statements,
        positions=positions,
        commitments=commitments,
        precedents=precedents,
        follows_up=tuple(seen[id] for id in earlier if id in seen and id not in main),
        followed_by=tuple(seen[id] for id in later if id in seen and ids.intersection(seen[id].follows_up)),
        beside=tuple(e for id, e in seen.items() if id in main or e.sidelines_of in ids),
        judgements=review.why_one(book, found, **at_point),
        names=lists.called(book, (*statements, *positions, *commitments, *precedents), **at_point)
        | query.names(book, _speakers(statements), **at_point),
    )


def actor(book: LedgerStore, found: ActorView, asked: Paged, today: str) -> ActorAnswer:
    """All about an actor, with a page of its events, the latest first; `today` is the day from which is looked ahead, unless an as-of day is asked."""
    with query.look(book, **asked.point) as here:
        return _actor(here, found, asked, asked.as_of or today)


def _actor(book: Book, found: ActorView, asked: Paged, day: str) -> ActorAnswer:
    point = asked.point
    mine: dict[str, Any] = {"limit": OF_AN_ACTOR, **point}
    size = asked.limit or ENGAGEMENTS
    latest: dict[str, Any] = {"is_latest_first": True, "after": asked.after, "limit": size + 1, **point}
    events = query.timeline(book, actor=found.id, **latest)
    said = query.statements(book, speaker=found.id, is_newest_first=True, **mine)
    positions = lists.listed(book, "position", actor=found.id, is_newest_first=True, **mine)
    commitments = lists.listed(book, "commitment", actor=found.id, is_newest_first=True, **mine)
    ahead = query.timeline(book, actor=found.id, since=day, has_actors=False, **mine)
    with book.at(**point) as at:
        meets = tuple(met_most(at, found.id, BESIDE))
    told = (*said, *positions, *commitments)
    actors = {
        *found.members,
        *(id for id, _ in meets),
        *_speakers(said),
        *(a for r in told for a in lists.actor_ids(r)),
    }
    return ActorAnswer(
        actor=found,
        events=_page(events, size, {}),
        statements=said,
        positions=positions,
        commitments=commitments,
        meets=meets,
        upcoming=tuple(e for e in ahead if is_ahead(e, day)),
        judgements=review.why_one(book, found, **point),
        names=lists.called_ids(book, actors, {t for r in told for t in lists.topic_ids(r)}, **point),
    )


ENGAGEMENTS, OF_AN_ACTOR = 15, 8
"""Events on an actor's page unless more are asked for, and records of each other kind below them."""


def channel(book: LedgerStore, found: ChannelView, asked: Paged) -> ChannelAnswer:
    """All about a channel, with a page of its sessions."""
    events = query.events_of(book, found, after=asked.after, limit=asked.size + 1, **asked.point)
    return ChannelAnswer(
        channel=found,
        sessions=_page(events, asked.size, {}),
        judgements=review.why_one(book, found, **asked.point),
        names=lists.called(book, [found], **asked.point),
    )


def single(book: LedgerStore, found: Resolved, point: Point) -> RecordAnswer:
    """All about a statement, position, commitment, process or claim of precedent."""
    at_point = point.point
    ids = lists.topic_ids(found)
    with book.at(**at_point) as at:
        events = at.excerpt(at.canonical_of(ids), has_actors=False).views().events if ids else ()
    checked = None
    if isinstance(found, PrecedentView):
        checked, deciding = lists.verdicts_of(book, [found], **at_point)[found.id]
        events = tuple({e.id: e for e in (*events, *deciding)}.values())
    afterwards = lists.done_since(book, found, **at_point) if isinstance(found, CommitmentView) else ()
    names = lists.called(book, [found], **at_point)
    if isinstance(found, StatementView):
        names |= query.names(book, _speakers([found]), **at_point)
    return RecordAnswer(
        record=found,
        about=events,
        afterwards=tuple(e for e in afterwards if e.id not in {each.id for each in events})[:BESIDE],
        judgements=review.why_one(book, found, **at_point),
        names=names,
        checked=checked,
    )


def process_names(book: LedgerStore) -> list[tuple[str, str]]:
    """The id and the name of each process that the ledger holds now, by name, where two have one name with the years in which they are told; at most some hundreds."""
    with book.at() as at:
        places = islice((place for block in in_time(at, "process", size=300) for place in block), 300)
        seen = at.excerpt({place[3] for place in places}, has_actors=False, properties=("name",)).views().processes
    found = [each for each in seen if is_current(each)]
    count = Counter(p.name.casefold() for p in found)
    told = ((p.id, p.name if count[p.name.casefold()] == 1 else f"{p.name} ({_years_of(p)})") for p in found)
    return sorted(told, key=lambda pair: pair[1].casefold())


def _years_of(process: ProcessView) -> str:
    """ "2016", "2016 to 2024", "undated"."""
    years = sorted({source.published[:4] for source in process.sources if source.published})
    return " to ".join(dict.fromkeys((years[0], years[-1]))) if years else "undated"


def document(book: LedgerStore, found: Source, point: Point) -> DocumentAnswer | None:
    """A document with its text and all that it tells."""
    text = book.document(found.document)
    if text is None:
        return None
    with book.at(**point.point) as at:
        told = at.told_by(found.document)
        seen = at.excerpt([id for kind, ids in told.items() if kind not in ("actor", "document") for id in ids]).views()
        actors = at.names(told.get("actor", ())).views().actors
        problems = problems_of(at, found.document, 50)
    seen = replace(seen, actors=tuple(a for a in actors if a.id in set(told.get("actor", ()))))
    topics: tuple[Resolved, ...] = (*seen.positions, *seen.commitments, *seen.precedents, *seen.processes)
    names = {a.id: a.name for a in actors} | lists.called(book, topics, **point.point)
    return DocumentAnswer(source=found, document=text, records=seen, problems=problems, names=names)


def corrections_of(found: RecordView) -> tuple[str, ...]:
    """The fields of a record that a person may correct."""
    kind = type(found).__name__.removesuffix("View").lower()
    return () if isinstance(found, Source) else correctable(kind)  # type: ignore[arg-type]


def _page(found: tuple[T, ...], size: int, names: Mapping[str, str]) -> Page[T]:
    shown = found[:size]
    last: Any = shown[-1] if len(found) > len(shown) else None
    return Page(items=shown, next=last.id if last is not None else None, names=names)


NAMES_OF_A_PROCESS = 8
"""Names by which events about a process are looked for, its usual one first."""


def topic(book: LedgerStore, asked: TimelineAsked) -> str | tuple[str, ...] | None:
    """What the events are to be about: words, or any of the names of a process."""
    if asked.process is None:
        return asked.about
    if asked.about is not None:
        raise UsageError("words and a process at once", hint="give one of them")
    found = query.show(book, query.whole_id(book, asked.process), **asked.point)
    if not isinstance(found, ProcessView):
        raise UsageError(f"there is no process {asked.process!r}", hint="give the id of a process")
    return (found.name, *found.aliases)[:NAMES_OF_A_PROCESS]


def _called(book: LedgerStore, found: tuple[StatementView, ...], asked: Point) -> dict[str, str]:
    """What speakers are called, and what the events are that statements are about."""
    with book.at(**asked.point) as at:
        events = at.excerpt({id for s in found for id in s.about}, has_actors=False).views().events
    return query.names(book, _speakers(found), **asked.point) | {e.id: e.label for e in events}


def _speakers(found: Any) -> set[str]:
    return {id for s in found for id in (*s.speakers, s.speaker, s.on_behalf_of) if id}
