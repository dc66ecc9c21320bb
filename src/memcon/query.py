"""THE READ PATH: asked → candidates by the index → their entries as of (valid, recorded, published) → views → what fits, in order, page by page.

The index finds at least what fits; the views, put together by the pure functions of `memcon.ledger`, decide. Only `views` reads the whole book.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from math import floor
from typing import Any, Literal, Protocol, TypedDict, TypeVar

from memcon.codebook import load_statuses
from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.dates import Interval
from memcon.domain.entries import Recorded, SubjectKind, plural
from memcon.domain.news import Change, Changing, ChangingKind, Conflict
from memcon.domain.records import EventKind, Status
from memcon.domain.views import (
    ActorView,
    ChannelView,
    Checked,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    RecordView,
    Resolved,
    Source,
    StatementView,
    Views,
)
from memcon.errors import UsageError
from memcon.ledger import asked as ask
from memcon.ledger import conflicts as conflicts_by
from memcon.ledger.asked import Key, event_key, said_key, window_of
from memcon.ledger.changes import changes_of
from memcon.ledger.claims import published_interval
from memcon.ledger.conflicts import conflicts_of
from memcon.ledger.found_by import SPEECH, SURE
from memcon.ledger.precedents import HAPPENED, check_precedent, decided_by, parties_of
from memcon.ledger.views import as_of, asked_interval
from memcon.store.finding import (
    BEHIND_ALL_TIMES,
    Condition,
    Linked,
    Told,
    Worded,
    ids_like,
    in_time,
    linked_to,
    named_so,
    names_like,
    recorded_after,
    told_after,
)
from memcon.store.lookup import chunks
from memcon.store.settled import undated_by_index
from memcon.store.snapshot import Snapshot

Found = TypeVar("Found", bound=Resolved)

Clock = Literal["published", "recorded"]

_UNSEEN = ("mention",)
"""Properties that only ledgers of earlier versions hold, where they are a good part of the book; no view shows them."""

SESSIONS = 500
"""A channel of more events than these is shown without the list of its sessions: `events_of` gives them page by page."""


class Book(Protocol):
    """Whatever holds entries: a `Ledger`, or the store under it."""

    def at(self, *, recorded: str | None = None, published: str | None = None) -> AbstractContextManager[Snapshot]: ...

    def entries(
        self, *, subject_kinds: Iterable[str] | None = None, without: Iterable[str] = ()
    ) -> tuple[Recorded, ...]: ...


class Look:
    """One look at a book from one point: whatever is asked of it is answered by one state of the ledger, and what one question found out the next one knows."""

    def __init__(self, book: Book, point: Mapping[str, str | None], at: Snapshot) -> None:
        self._book = book
        self._point = point
        self._at = at

    def at(self, *, recorded: str | None = None, published: str | None = None) -> AbstractContextManager[Snapshot]:
        """The state that is looked at. Raises `ValueError` for another point than its own."""
        if (recorded, published) != (self._point.get("recorded"), self._point.get("published")):
            raise ValueError("a look has one point")
        return nullcontext(self._at)

    def entries(
        self, *, subject_kinds: Iterable[str] | None = None, without: Iterable[str] = ()
    ) -> tuple[Recorded, ...]:
        return self._book.entries(subject_kinds=subject_kinds, without=without)


@contextmanager
def look(book: Book, **point: str | None) -> Iterator[Book]:
    """A book of which, within the block, everything is asked from this point."""
    with book.at(**point) as at:
        yield Look(book, point, at)


class Sought(TypedDict, total=False):
    """What events are asked for by, as `timeline` takes it, but for its page."""

    since: str | None
    until: str | None
    actor: str | None
    channel: str | None
    about: str | Sequence[str] | None
    kind: EventKind | None
    status: Status | None
    country: str | None
    recorded: str | None
    published: str | None


def timeline(
    ledger: Book,
    *,
    since: str | None = None,
    until: str | None = None,
    actor: str | None = None,
    channel: str | None = None,
    about: str | Sequence[str] | None = None,
    kind: EventKind | None = None,
    status: Status | Collection[Status] | None = None,
    country: str | None = None,
    valid: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
    is_contradicted: bool = False,
    has_actors: bool = True,
    is_latest_first: bool = False,
    after: str | None = None,
    limit: int | None = None,
) -> tuple[EventView, ...]:
    """The events that fit all that is asked, in the order of `event_key`, or with `is_latest_first` the other way round, but for those without a time, which stand last: at most `limit` of them, from behind the event `after` (an id).

    `since` and `until` are EDTF, both included: an event fits when its time may lie between them, so one without a time does not.
    `actor` and `channel` are an id, a name or alias, or some whole words of one, in any case and spelling; of actors several, with ";" between them, are all to take part; `country` is the alpha-3 code of a party's
    or the place's; `status` is one, or any of several; `about` an event's id, or whole words of its label, agenda or outcome, or several of which one is enough; with `is_contradicted` sources must contradict each other on it;
    unless it `has_actors`, what participants are called and which country they are of is left out. Raises `UsageError` for a time that can't be
    read, an unknown `after` and a name that thousands have.
    """
    windows = [w for w in (window_of(since, until), asked_interval(valid) if valid else None) if w is not None]
    with ledger.at(recorded=recorded, published=published) as at:
        actors, channels = ids_of_each(at, actor), named_ids(at, channel, "channel")
        tests = ask.event_tests(windows, kind=kind, status=status, actors=actors, channels=channels, country=country)
        conditions = event_conditions(kind=kind, status=status, actors=actors, channels=channels, country=country)
        if is_contradicted:
            tests += (lambda event: bool(conflicts_of(event)),)
            conditions.append((Told(("status", "country")),))
        if about is not None:
            tests += (_is_about_any(at, about),)
            conditions += conditions_about(at, about)

        def fitting(records: Iterable[str]) -> list[EventView]:
            events = at.excerpt(records, has_actors=has_actors).views().events
            return [e for e in events if all(fits(e) for fits in tests)]

        places = in_time(
            at,
            "event",
            windows=windows,
            after=place_of(at, after, "event", event_key),
            conditions=conditions,
            size=size_of(limit),
            is_newest_first=is_latest_first,
        )
        return tuple(islice(in_their_places(places, fitting, event_key), limit))


def fits(event: EventView, at: Snapshot, **asked: Any) -> bool:
    """Whether an event that the ledger does not hold at that point would fit what `timeline` is asked, but for its versions."""
    window = window_of(asked.get("since"), asked.get("until"))
    actors, channels = ids_of_each(at, asked.get("actor")), named_ids(at, asked.get("channel"), "channel")
    of = {name: asked.get(name) for name in ("kind", "status", "country")}
    tests = ask.event_tests([] if window is None else [window], actors=actors, channels=channels, **of)
    if asked.get("about") is not None:
        tests += (_is_about_any(at, asked["about"]),)
    return all(test(event) for test in tests)


def newest(ledger: Book, *, after: str | None = None, limit: int | None = None, **asked: Any) -> tuple[EventView, ...]:
    """As `timeline`, with those that a source told of last first; all that fit are put in order, so it takes as long as they are many."""
    found = sorted(timeline(ledger, **asked), key=ask.newest_key, reverse=True)
    start = next((n for n, event in enumerate(found, 1) if event.id == after), 0)
    return tuple(found[start : None if limit is None else start + limit])


CHANGING: tuple[ChangingKind, ...] = ("event", "statement", "position", "commitment", "process")


def changes(
    ledger: Book,
    since: str,
    *,
    kinds: Iterable[ChangingKind] = ("event",),
    clock: Clock = "published",
    limit: int | None = None,
    recorded: str | None = None,
    published: str | None = None,
) -> tuple[Change, ...]:
    """What has become otherwise of records of some `kinds` after the last day of `since` (EDTF), by what sources published (`published`) or by what the ledger came to hold
    (`recorded`, where `since` may be an instant as well); those told last first. What `memcon.query.statements` leaves out unless asked is left out here too. `recorded` and
    `published` are the point up to which. Raises `UsageError` for a time that can't be read."""
    point = {"published": since} if clock == "published" else {"recorded": since}
    found: list[Change] = []
    with ledger.at(recorded=recorded, published=published) as now:
        then = now.as_of(**point)
        for kind in kinds:
            if clock == "published":
                touched = told_after(now, kind, asked_interval(since).end.isoformat())
            else:
                touched = recorded_after(now, kind, then.seq)
            after = [record for record in getattr(now.excerpt(touched).views(), plural(kind)) if _is_shown(record)]
            members = {id: record.id for record in after for id in record.ids}
            held = getattr(then.excerpt(then.canonical_of(members), has_actors=False).views(), plural(kind))
            before = {members[id]: record for record in held for id in record.ids if id in members}
            found += [change for record in after for change in changes_of(kind, before.get(record.id), record)]
    found.sort(key=lambda change: _told_last(change.record), reverse=True)
    return tuple(found[:limit])


def _is_said_surely(record: StatementView, confidence: float) -> bool:
    """Whether a statement is speech, as far as is told, of at least this confidence."""
    return record.act in (None, SPEECH) and record.confidence >= confidence


def _is_shown(record: Changing) -> bool:
    if isinstance(record, StatementView):
        return _is_said_surely(record, SHOWN_CONFIDENCE) and ask.is_current(record)
    return isinstance(record, EventView) or ask.is_current(record)


def _told_last(record: Changing) -> tuple[str, str, str]:
    if isinstance(record, EventView):
        return ask.newest_key(record)
    told = published_interval(record.sources[-1]) if record.sources else None
    return (told.end.isoformat() if told else "", "", record.id)


def upcoming(ledger: Book, today: str, *, is_overdue: bool = False, **asked: Any) -> tuple[EventView, ...]:
    """The events still to come as of `today` (EDTF), in order, those without a date last; or those whose time has passed without word of what became of them.
    The rest is asked as in `timeline`."""
    test = conflicts_by.is_overdue if is_overdue else conflicts_by.is_ahead
    ahead: list[Status] = [e.name for e in load_statuses().entries.values() if e.is_ahead]
    return tuple(e for e in timeline(ledger, status=ahead, **asked) if test(e, today))


def conflicts(ledger: Book, **asked: Any) -> tuple[Conflict, ...]:
    """The fields of events on which sources contradict each other; asked as `timeline`, whose `limit` counts such events."""
    return tuple(found for event in timeline(ledger, is_contradicted=True, **asked) for found in conflicts_of(event))


def unplaced(
    ledger: Book,
    *,
    actor: str | None = None,
    channel: str | None = None,
    kind: EventKind | None = None,
    status: Status | None = None,
    country: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
) -> int:
    """How many events fit but for their time, because no source tells it: those that a question about a span of time can't place. At most `MOST_UNPLACED` are counted."""
    with ledger.at(recorded=recorded, published=published) as at:
        actors, channels = ids_of_each(at, actor), named_ids(at, channel, "channel")
        tests = ask.event_tests([], kind=kind, status=status, actors=actors, channels=channels, country=country)
        conditions = event_conditions(kind=kind, status=status, actors=actors, channels=channels, country=country)
        # the index does not tell an event's status now, nor whose its parties are; and of several conditions it may leave one out
        is_told = status is None and country is None and len(conditions) < 2
        count = 0
        for block in in_time(at, "event", after=BEHIND_ALL_TIMES, conditions=conditions, size=MOST_UNPLACED):
            ids = {place[3] for place in block}
            known = undated_by_index(at, sorted(ids)) if is_told else frozenset[str]()
            seen = at.excerpt(ids - known, has_actors=country is not None).views().events
            count += len(known) + sum(e.interval is None and all(fits(e) for fits in tests) for e in seen)
            if count >= MOST_UNPLACED:
                break
        return min(count, MOST_UNPLACED)


MOST_UNPLACED = 100
"""Putting them together takes about as long as two pages."""


def event_conditions(
    *,
    kind: str | None = None,
    status: str | Collection[str] | None = None,
    actors: Iterable[frozenset[str]] = (),
    channels: frozenset[str] | None = None,
    country: str | None = None,
) -> list[Condition]:
    """What the index is asked for where events are to fit `memcon.ledger.asked.event_tests`."""
    wanted = (
        *(("participant", each) for each in actors),
        ("channel", channels),
        ("kind", kind and {kind}),
        ("status", status and ask.any_of(status)),
    )
    found: list[Condition] = [(Linked(properties=(p,), targets=frozenset(t)),) for p, t in wanted if t is not None]
    if country is not None:
        there = Linked(properties=("country",), targets=frozenset({country}))
        found.append((there, replace(there, via="participant")))
    return found


def conditions_about(at: Snapshot, about: str | Sequence[str]) -> list[Condition]:
    """What the index is asked for where events are to be about these words, or any of these; nothing for an id."""
    asked = _several(about)
    if any(ids_like(at, each, 1) for each in asked):
        return []
    of = ("label", "agenda", "outcome")
    return [tuple(Worded(kind="event", property=p, words=each) for each in asked for p in of)]


def _is_about_any(at: Snapshot, about: str | Sequence[str]) -> ask.EventTest:
    tests = [ask.is_event_about(each, frozenset(at.canonical_of([each]))) for each in _several(about)]
    return lambda event: any(test(event) for test in tests)


def _several(about: str | Sequence[str]) -> tuple[str, ...]:
    return (about,) if isinstance(about, str) else tuple(about)


def suggestions(ledger: Book, asked: str, kind: SubjectKind) -> tuple[str, ...] | None:
    """None when `asked` names an actor or a channel (`kind`) of the ledger; else the names that come nearest, the best first."""
    with ledger.at() as at:
        if ids_like(at, asked, 1) or _is_named(at, asked, kind):
            return None
        return ask.nearest(asked, names_like(at, asked, kind))


def _is_named(at: Snapshot, asked: str, kind: SubjectKind) -> bool:
    return bool(at.called(named_so(at, asked, kind), kind))


def statements(
    ledger: Book,
    *,
    speaker: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    confidence: float = SHOWN_CONFIDENCE,
    is_all: bool = False,
    is_undated: bool = False,
    is_newest_first: bool = False,
    recorded: str | None = None,
    published: str | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> tuple[StatementView, ...]:
    """The statements that fit all that is asked, by when they were said, as far as told, else by their source's publication, or with `is_newest_first` the other way round: at most `limit` of them,
    from behind the statement `after` (an id).

    `speaker` is an id, or whole words of a name, an alias or of the text's words for the speaker; `about` a record's id, or words of the
    content or of the label of an event that it is about; `since` and `until` are EDTF, both included; less sure ones than
    `confidence`, and what is told like a statement and is none (its `act`), are left out unless `is_all`. With `is_undated` those of which nobody
    tells when they were said, whatever `since` and `until` ask: what these leave out without a word. Raises `UsageError` as `timeline` does.
    """
    window = window_of(since, until)
    windows = [] if window is None or is_undated else [window]
    tests: list[ask.StatementTest] = [ask.is_current, *map(ask.is_said_in, windows)]
    if is_undated:
        tests.append(lambda s: ask.said(s) is None)
    if not is_all:
        tests.append(lambda s: _is_said_surely(s, confidence))
    conditions: list[Condition] = []
    with ledger.at(recorded=recorded, published=published) as at:
        if speaker is not None:
            speakers, words = named_ids(at, speaker, "actor") or frozenset(), ask.whole_words(speaker)
            is_id = ask.is_id(speaker)
            tests.append(
                lambda s: s.speaker in speakers or (not is_id and words.search(s.speaker_text or "") is not None)
            )
            spoken, worded = (
                Linked(properties=("speaker",), targets=speakers),
                Worded(kind="statement", property="speaker_text", words=speaker),
            )
            conditions.append((spoken,) if ask.is_id(speaker) else (spoken, worded))
        if about is not None:
            topic, topics = ask.whole_words(about), frozenset(at.canonical_of([about]))
            linked, labelled = (
                Linked(properties=("about",), targets=topics),
                Worded(kind="event", property="label", words=about, via="about"),
            )
            worded = Worded(kind="statement", property="content", words=about)
            conditions.append((linked,) if ask.is_id(about) else (linked, worded, labelled))

        def fitting(records: Iterable[str]) -> list[StatementView]:
            found = [s for s in at.excerpt(records).views().statements if all(fits(s) for fits in tests)]
            if about is None or ask.is_id(about):
                return found if about is None else [s for s in found if topics.intersection(s.about)]
            events = at.excerpt({id for s in found for id in s.about}, has_actors=False).views().events
            right = {e.id for e in events if e.id in topics or topic.search(e.label)}
            return [s for s in found if right.intersection(s.about) or topic.search(s.content_text)]

        places = in_time(
            at,
            "statement",
            windows=windows,
            after=BEHIND_ALL_TIMES if is_undated and after is None else place_of(at, after, "statement", said_key),
            conditions=conditions,
            sure=0 if is_all else floor(SURE * confidence),
            size=size_of(limit),
            is_newest_first=is_newest_first and not is_undated,
        )
        return tuple(islice(in_their_places(places, fitting, said_key), limit))


def show(ledger: Book, id: str, *, recorded: str | None = None, published: str | None = None) -> RecordView | None:
    """The record of that id, or the one that it was merged into, with all its claims and sources; None when there is none.

    Of an actor or a channel that thousands of documents tell of there are the first and the last claim of each value, with their sources; `events_of` gives
    the events that it has part in page by page.
    """
    with ledger.at(recorded=recorded, published=published) as at:
        [record] = at.canonical_of([id])
        seen = at.excerpt([record]).views()
        found = _found(seen, id, record)
        if isinstance(found, ChannelView):
            sessions = linked_to(at, "channel", record, SESSIONS + 1)
            if len(sessions) <= SESSIONS:
                found = _found(at.excerpt([record, *sessions], has_actors=False).views(), id, record)
        if found is None or isinstance(found, Source):
            return at.document(id)  # documents are prints of one text, and still each its own
        if isinstance(found, PrecedentView):
            return replace(found, verdict=checked(at, [found])[0].verdict)
        return found


def _found(seen: Views, id: str, record: str) -> RecordView | None:
    """What is of the `id` itself, else what the `record` is that it was merged into."""
    return ask.find(seen, id) or ask.find(seen, record)


def events_of(
    ledger: Book,
    record: RecordView,
    *,
    recorded: str | None = None,
    published: str | None = None,
    after: str | None = None,
    limit: int | None = None,
) -> tuple[EventView, ...]:
    """The events in which an actor takes part, that belong to a channel, or that a document tells of, in order and page by page as in
    `timeline`; none for other records."""
    point: dict[str, Any] = {"recorded": recorded, "published": published, "after": after}
    match record:
        case ActorView():
            return timeline(ledger, actor=record.id, limit=limit, **point)
        case ChannelView():
            return timeline(ledger, channel=record.id, limit=limit, **point)
        case Source():
            with ledger.at(recorded=recorded, published=published) as at:
                seen = at.excerpt(at.told_by(record.document).get("event", ())).views()
                start = place_of(at, after, "event", event_key)
            found = ask.related_events(seen, record)
            return tuple(e for e in found if start is None or event_key(e) > start)[:limit]
        case _:
            return ()


def names(
    ledger: Book, ids: Iterable[str], *, recorded: str | None = None, published: str | None = None
) -> dict[str, str]:
    """What the actors and channels of those ids are called, by the id that each goes by."""
    with ledger.at(recorded=recorded, published=published) as at:
        seen = at.cards(ids).views()
    return {a.id: a.name for a in seen.actors} | {c.id: c.name for c in seen.channels}


def named_in(record: RecordView) -> tuple[str, ...]:
    """The ids of the actors that a record names by id alone."""
    match record:
        case ChannelView() | CommitmentView():
            return record.parties
        case PositionView():
            return (record.actor,)
        case _:
            return ()


def whole_id(ledger: Book, id: str) -> str:
    """The id of a record or document that begins so, `id` itself when none does. Raises `UsageError` when several do."""
    with ledger.at() as at:
        found = ids_like(at, id, 10)
    if len(found) > 1 and id not in found:
        raise UsageError(f"several ids begin with {id!r}", hint=f"they are {', '.join(found)}")
    return found[0] if len(found) == 1 else id


def views(
    ledger: Book,
    *,
    valid: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
    subject_kinds: Iterable[str] | None = None,
) -> Views:
    """All records as of a point on each clock (see `memcon.ledger.views.as_of`), from the whole book: time and memory grow with it.
    `subject_kinds` loads only these and documents."""
    from memcon.resolve.clusters import canonical_ids

    kinds = None if subject_kinds is None else {"document", *subject_kinds}
    entries = ledger.entries(subject_kinds=kinds, without=_UNSEEN)
    return as_of(entries, valid=valid, recorded=recorded, published=published, resolution=canonical_ids)


def in_their_places(
    places: Iterator[list[Key]], fitting: Callable[[Iterable[str]], Iterable[Found]], key: Callable[[Found], Key]
) -> Iterator[Found]:
    """Each record that fits, at the one of its places in the calendar where it stands as of the point that is asked."""
    for block in places:
        seen = {record.id: record for record in fitting({place[3] for place in block})}
        yield from (seen[place[3]] for place in block if place[3] in seen and key(seen[place[3]]) == place)


def checked(at: Snapshot, claims: Sequence[PrecedentView]) -> list[Checked]:
    """What the ledger makes of each claim: by the events of the same kind and with the same parties as the one that it is about. What several claims need is looked up once."""
    about = at.excerpt((c.event for c in claims if c.event), has_actors=False, properties=_COMPARED).views().events
    by_id = {id: event for event in about for id in (event.id, *event.ids)}
    asked = [(claim, by_id.get(claim.event or "")) for claim in claims]
    before = [_like(at, claim, event) if event is not None else frozenset() for claim, event in asked]
    earlier: dict[str, EventView] = {}
    for some in chunks(sorted({place[3] for places in before for place in places})):
        found = at.excerpt(some, has_actors=False, properties=_COMPARED).views().events
        earlier |= {event.id: event for event in found}
    keys = {id: event_key(event) for id, event in earlier.items()}
    return [
        check_precedent(
            claim,
            Views(
                events=(*([event] if event else ()), *(earlier[p[3]] for p in sorted(places) if keys.get(p[3]) == p))
            ),
        )
        for (claim, event), places in zip(asked, before, strict=True)
    ]


_COMPARED = ("kind", "label", "ordinal", "status", "when", "participant")
"""What of an event makes it one, and what claims of precedent are checked by."""


def _like(at: Snapshot, claim: PrecedentView, event: EventView) -> frozenset[Key]:
    """The places of the earlier events by which the claim on the event is decided; none where nothing earlier decides."""
    if decided_by(claim, Views(events=(event,))) is None or event.interval is None:
        return frozenset()
    like: list[Condition] = [
        (Linked(properties=("kind",), targets=frozenset({event.kind})),),
        (Linked(properties=("status",), targets=HAPPENED),),
        *((Linked(properties=("participant",), targets=frozenset({p})),) for p in parties_of(event)),
    ]
    before = Interval(date.min, event.interval.start)
    return frozenset(chain.from_iterable(in_time(at, "event", windows=[before], conditions=like)))


def size_of(limit: int | None) -> int:
    """Records looked at first: the page that is asked for, and a few that may not fit."""
    return 64 if limit is None else min(limit + limit // 8 + 1, 64)


def place_of(at: Snapshot, after: str | None, kind: SubjectKind, key: Callable[..., Key]) -> Key | None:
    """Where the record `after` of that kind stands."""
    if after is None:
        return None
    [id] = at.canonical_of([after])
    seen = at.excerpt([id], has_actors=False).views()
    record = next((r for r in getattr(seen, plural(kind)) if r.id == id), None)
    if record is None:
        raise UsageError(f"there is no record {after!r} to go on from", hint="give the id of the last one of a page")
    return key(record)


def ids_of_each(at: Snapshot, asked: str | None) -> list[frozenset[str]]:
    """For each of the actors that are asked for together, the canonical ids of those that are called so; nobody where only marks are asked for (";")."""
    if asked is not None and asked.strip() and not ask.each_of(asked):
        return [frozenset()]
    return [named_ids(at, name, "actor") or frozenset() for name in ask.each_of(asked)]


def named_ids(at: Snapshot, asked: str | None, kind: SubjectKind) -> frozenset[str] | None:
    """The canonical ids of the records of a kind that `asked` names: an id, or some whole words of a name; None when nothing is asked."""
    if asked is None:
        return None
    called = frozenset[str]() if ask.is_id(asked) else at.called(named_so(at, asked, kind), kind)
    return called | frozenset(at.canonical_of([asked]))
