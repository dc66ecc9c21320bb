"""What is asked of records, and the order in which they come: pure functions of views, the same for a page and for a whole ledger."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from memcon.domain.dates import Interval, interval_of
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
    is_superseded,
)
from memcon.errors import UsageError
from memcon.knowledge.names import normalize_name
from memcon.ledger.claims import published_interval
from memcon.ledger.found_by import UNDATED
from memcon.ledger.precedents import check_precedent
from memcon.ledger.views import asked_interval

Key = tuple[str, str, int, str]
"""Where a record stands in the order of time: first and last day, ordinal (0: none), id."""

EventTest = Callable[[EventView], bool]
StatementTest = Callable[[StatementView], bool]


def event_key(event: EventView) -> Key:
    """Events by the first day they may fall on; of those with the same first day the more exactly dated first (a day, then its month,
    then its year); then by ordinal. Events without a time, or in an untold year, come last."""
    return _key(event.interval or UNDATED, event.ordinal or 0, event.id)


def newest_key(event: EventView) -> tuple[str, str, str]:
    """Events by the publication of their last source, and the last that the ledger came to hold of those of a day."""
    last = event.sources[-1] if event.sources else None
    told = published_interval(last) if last else None
    held = max((claim.recorded_at for claim in (*event.statuses, *event.whens)), default="")
    return (told.end.isoformat() if told else "", held, event.id)


def said_key(record: Resolved) -> Key:
    """Statements by when they were said, as far as told, else published; other records by when they were first published."""
    return _key(said(record) or UNDATED, 0, record.id)


def said(record: Resolved) -> Interval | None:
    """When it was said: the time the text gives, else the publication of its first source, by which it was said at the latest."""
    given = interval_of(record.when) if isinstance(record, StatementView) else None
    dates = [i for s in record.sources if (i := published_interval(s)) is not None]
    return given or min(dates, default=None)


def window_of(since: str | None, until: str | None) -> Interval | None:
    """The days from `since` to `until` (EDTF), both included; None when neither is given. Raises `UsageError` when they can't be read."""
    if since is None and until is None:
        return None
    start = date.min if since is None else asked_interval(since).start
    end = date.max if until is None else asked_interval(until).end
    if end < start:
        raise UsageError(f"{since} is after {until}", hint="give the earlier time as `since`")
    return Interval(start, end)


def event_tests(
    windows: Iterable[Interval],
    *,
    kind: str | None = None,
    status: str | Collection[str] | None = None,
    actors: Iterable[Collection[str]] = (),
    channels: Collection[str] | None = None,
    country: str | None = None,
) -> tuple[EventTest, ...]:
    """What an event must be: told by a source that no newer version replaces, at a time that may lie in each of the `windows`, with one of each of the `actors`, and of one of the
    `channels` (canonical ids)."""
    tests: list[EventTest] = [is_current, *map(_falls_in, windows), *map(_takes_part, actors)]
    if channels is not None:
        tests.append(lambda event: event.channel is not None and event.channel.id in channels)
    if country is not None:
        tests.append(lambda event: is_of_country(event, country))
    if kind is not None:
        tests.append(lambda event: event.kind == kind)
    if status is not None:
        statuses = any_of(status)
        tests.append(lambda event: event.status in statuses)
    return tuple(tests)


def _takes_part(actors: Collection[str]) -> EventTest:
    return lambda event: any(p.actor in actors for p in event.participants)


def each_of(asked: str | None) -> tuple[str, ...]:
    """The names or ids that are asked for together, with ";" between them: all of them."""
    return tuple(name.strip() for name in (asked or "").split(";") if name.strip())


def any_of(asked: str | Collection[str]) -> frozenset[str]:
    """What is asked for: one word, or any of several."""
    return frozenset({asked} if isinstance(asked, str) else asked)


def is_event_about(asked: str, ids: Collection[str]) -> EventTest:
    """An event of one of the ids, or with the words in its label, its agenda or its outcome."""
    words = whole_words(asked)
    if is_id(asked):
        return lambda event: event.id in ids

    def fits(event: EventView) -> bool:
        said = (event.label, *(claim.value for claim in (*event.agenda, *event.outcome)))
        return event.id in ids or any(words.search(each) for each in said)

    return fits


def is_of_country(event: EventView, country: str) -> bool:
    """Whether a party of the event is that country or of it (alpha-3), or it takes place there."""
    return country in {*(p.country for p in event.participants), event.place.country if event.place else None}


def nearest(asked: str, names: Iterable[str]) -> tuple[str, ...]:
    """At most three of `names` that may have been meant: whole, or by one of their words."""
    wanted = normalize_name(asked)
    by_key: dict[str, str] = {}
    for name in names:
        key = normalize_name(name)
        by_key.setdefault(key, name)
        for word in key.split():
            by_key.setdefault(word, name)
    found = get_close_matches(wanted, list(by_key), n=6, cutoff=0.7)
    return tuple(dict.fromkeys(by_key[key] for key in found))[:3]


def is_current(record: Resolved) -> bool:
    """Whether more than replaced versions of articles tell of it: what they alone tell is shown by its id, and not listed."""
    return not is_superseded(record)


def _falls_in(window: Interval) -> EventTest:
    return lambda event: (when := event.interval) is not None and when.overlaps(window)


def is_said_in(window: Interval) -> Callable[[Resolved], bool]:
    return lambda record: (when := said(record)) is not None and when.overlaps(window)


def is_told_in(window: Interval) -> Callable[[Resolved], bool]:
    """Whether any of its sources was published then: what goes on for years is told again and again."""
    return lambda record: any((d := published_interval(source)) and d.overlaps(window) for source in record.sources)


def whole_words(asked: str) -> re.Pattern[str]:
    """`asked` as whole words, in any case."""
    return re.compile(rf"(?<!\w){re.escape(asked.strip())}(?!\w)", re.IGNORECASE)


def is_id(asked: str) -> bool:
    """Whether it is the id of a record: then no words are looked for."""
    return _ID.fullmatch(asked) is not None


_ID = re.compile(r"[a-z]+_[0-9a-f]{16}")


def find(seen: Views, id: str) -> RecordView | None:
    """The record of that id among `seen`, or the one that it was merged into; None when there is none. Where records of two kinds go by one id, it is
    the one that the id itself is of, else the first kind's. The verdict on a claim of precedent is that of `seen`."""
    records: tuple[Resolved, ...] = (
        *seen.events, *seen.actors, *seen.channels, *seen.statements,
        *seen.positions, *seen.commitments, *seen.processes, *seen.precedents,
    )  # fmt: skip
    found = next((r for r in records if id in r.ids), None) or next((r for r in records if id == r.id), None)
    if isinstance(found, PrecedentView):
        return replace(found, verdict=check_precedent(found, seen).verdict)
    return found or next((source for source in seen.documents if source.document == id), None)


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
                return any(source.document == record.document for source in (*event.sources, *event.former))
            case _:
                return False

    return tuple(sorted(filter(is_related, seen.events), key=event_key))


def _key(when: Interval, ordinal: int, id: str) -> Key:
    return (when.start.isoformat(), when.end.isoformat(), ordinal, id)
