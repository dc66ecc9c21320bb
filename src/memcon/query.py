"""THE READ PATH: entries → in force as of (valid, recorded, published) → canonical ids → views → asked, ordered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.dates import Interval, interval_of
from memcon.domain.entries import Recorded
from memcon.domain.records import EventKind, Status
from memcon.domain.views import (
    ActorView,
    ChannelView,
    EventView,
    PrecedentView,
    RecordView,
    Resolved,
    Source,
    StatementView,
    Views,
)
from memcon.errors import UsageError
from memcon.ledger.precedents import check_precedent
from memcon.ledger.views import as_of, asked_interval
from memcon.resolve.clusters import canonical_ids

_TIMELINE_KINDS = ("document", "actor", "channel", "event")

_UNSEEN = ("mention",)
"""Properties that only ledgers of earlier versions hold, where they are a good part of the book; no view shows them."""


class Book(Protocol):
    """Whatever holds entries: a `Ledger`, or the store under it."""

    def entries(
        self, *, subject_kinds: Iterable[str] | None = None, without: Iterable[str] = ()
    ) -> tuple[Recorded, ...]: ...


def views(
    ledger: Book,
    *,
    valid: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
    subject_kinds: Iterable[str] | None = None,
) -> Views:
    """All records as of a point on each clock (see `memcon.ledger.views.as_of`); `subject_kinds` loads only these and documents."""
    kinds = None if subject_kinds is None else {"document", *subject_kinds}
    entries = ledger.entries(subject_kinds=kinds, without=_UNSEEN)
    return as_of(entries, valid=valid, recorded=recorded, published=published, resolution=canonical_ids)


def timeline(
    ledger: Book,
    *,
    since: str | None = None,
    until: str | None = None,
    actor: str | None = None,
    channel: str | None = None,
    kind: EventKind | None = None,
    status: Status | None = None,
    valid: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
) -> tuple[EventView, ...]:
    """The events that fit all that is asked, in the order of `event_order`.

    `since` and `until` are EDTF, both included: an event fits when its time may lie between them, so one without a time does not.
    `actor` and `channel` are an id, a name or alias, or some whole words of one, in any case. Raises `UsageError` for a time that can't be read.
    """
    seen = views(ledger, valid=valid, recorded=recorded, published=published, subject_kinds=_TIMELINE_KINDS)
    tests: list[Callable[[EventView], bool]] = []
    if since is not None or until is not None:
        window = _window(since, until)
        tests.append(lambda event: (when := event.interval) is not None and when.overlaps(window))
    if actor is not None:
        actors = _named(actor, seen.actors)
        tests.append(lambda event: any(p.actor in actors for p in event.participants))
    if channel is not None:
        channels = _named(channel, seen.channels)
        tests.append(lambda event: event.channel is not None and event.channel.id in channels)
    if kind is not None:
        tests.append(lambda event: event.kind == kind)
    if status is not None:
        tests.append(lambda event: event.status == status)
    return tuple(sorted((e for e in seen.events if all(fits(e) for fits in tests)), key=event_order))


def event_order(event: EventView) -> tuple[date, date, str, int, str]:
    """Events by the first day they may fall on; of those with the same first day the more exactly dated first (a day, then its month,
    then its year); then by channel and ordinal. Events without a time, or in an untold year, come last."""
    when = event.interval or Interval(date.max, date.max)
    return (when.start, when.end, event.channel.id if event.channel else "~", event.ordinal or 0, event.id)


def statements(
    ledger: Book,
    *,
    speaker: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    confidence: float = SHOWN_CONFIDENCE,
    is_all: bool = False,
    recorded: str | None = None,
    published: str | None = None,
) -> tuple[StatementView, ...]:
    """The statements that fit all that is asked, by when they were said, as far as told, else by their source's publication.

    `speaker` is an id, or whole words of a name, an alias or of the text's words for the speaker; `about` a record's id, or words of the
    content or of the label of an event that it is about; `since` and `until` are EDTF, both included; less sure ones than
    `confidence`, and what is told like a statement and is none (its `act`), are left out unless `is_all`. Raises `UsageError` for a time that can't be read.
    """
    seen = views(ledger, recorded=recorded, published=published, subject_kinds=(*_TIMELINE_KINDS, "statement"))
    tests: list[Callable[[StatementView], bool]] = []
    if not is_all:
        tests.append(lambda s: s.act == "speech" and s.confidence >= confidence)
    if since is not None or until is not None:
        window = _window(since, until)
        tests.append(lambda s: (when := _said(s)) is not None and when.overlaps(window))
    if speaker is not None:
        speakers, words = _named(speaker, seen.actors), _whole_words(speaker)
        tests.append(lambda s: s.speaker in speakers or words.search(s.speaker_text or "") is not None)
    if about is not None:
        topic = _whole_words(about)
        events = {e.id for e in seen.events if about in (e.id, *e.ids) or topic.search(e.label)}
        tests.append(lambda s: bool(events.intersection(s.about)) or topic.search(s.content_text) is not None)
    found = [s for s in seen.statements if all(fits(s) for fits in tests)]
    return tuple(sorted(found, key=lambda s: (_said(s) or Interval(date.max, date.max), s.id)))


def _said(statement: StatementView) -> Interval | None:
    """When it was said: the time the text gives, else the publication of its first source, by which it was said at the latest."""
    given = interval_of(statement.when)
    dates = [i for s in statement.sources if (i := interval_of(s.published)) is not None]
    return given or min(dates, default=None)


def show(ledger: Book, id: str, *, recorded: str | None = None, published: str | None = None) -> RecordView | None:
    """The record of that id, or the one that it was merged into, with all its claims and sources; None when there is none."""
    return find(views(ledger, recorded=recorded, published=published), id)


def find(seen: Views, id: str) -> RecordView | None:
    """The record of that id among `seen`, or the one that it was merged into; None when there is none. The verdict on a claim of precedent is that of
    `seen`."""
    records: tuple[Resolved, ...] = (
        *seen.events, *seen.actors, *seen.channels, *seen.statements,
        *seen.positions, *seen.commitments, *seen.processes, *seen.precedents,
    )  # fmt: skip
    for record in records:
        if id == record.id or id in record.ids:
            if isinstance(record, PrecedentView):
                return replace(record, verdict=check_precedent(record, seen).verdict)
            return record
    return next((source for source in seen.documents if source.document == id), None)


def related_events(seen: Views, record: RecordView) -> tuple[EventView, ...]:
    """The events of `seen` in which an actor takes part, that belong to a channel, or that a document tells of, in order; none for
    other records."""

    def is_related(event: EventView) -> bool:
        match record:
            case ActorView():
                return any(participant.actor == record.id for participant in event.participants)
            case ChannelView():
                return event.channel is not None and event.channel.id == record.id
            case Source():
                return any(source.document == record.document for source in event.sources)
            case _:
                return False

    return tuple(sorted(filter(is_related, seen.events), key=event_order))


def _window(since: str | None, until: str | None) -> Interval:
    start = date.min if since is None else asked_interval(since).start
    end = date.max if until is None else asked_interval(until).end
    if end < start:
        raise UsageError(f"{since} is after {until}", hint="give the earlier time as `since`")
    return Interval(start, end)


def _whole_words(asked: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(asked.strip())}(?!\w)", re.IGNORECASE)


def _named(asked: str, records: Iterable[ActorView | ChannelView]) -> frozenset[str]:
    """The canonical ids of the records that `asked` names."""
    words = _whole_words(asked)
    return frozenset(
        r.id for r in records if asked in (r.id, *r.ids) or any(words.search(name) for name in (r.name, *r.aliases))
    )
