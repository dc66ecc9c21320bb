"""Records assembled again from what all documents claim, as of a point on each clock. Pure functions of entries.

The rules, each kept by a test in tests/ledger:

* Claims stand in source order: documents of unknown date first, then by publication, and within a document as the text has them.
* The current status is the last step in that order, but that what has come about is not ahead again; all steps stay.
* The current time is the most recent source's. Of times claimed by sources of the same day, the most exact one that is
  compatible with that source's last word is current.
* One-valued properties (label, place, office) are the most recent source's; many-valued ones (participants, agenda) gather.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from memcon.domain.dates import Interval, interval_of
from memcon.domain.entries import Assertion, Judgement, Recorded, SubjectKind
from memcon.domain.views import EventView, Source, Views
from memcon.errors import UsageError
from memcon.ledger import claims as book
from memcon.ledger.claims import Subject
from memcon.ledger.corrections import told_by_persons
from memcon.ledger.events import event_view
from memcon.ledger.records import (
    actor_view,
    channel_view,
    commitment_view,
    position_view,
    precedent_view,
    process_view,
    statement_view,
)
from memcon.ledger.replacing import marked, replaced_by

Resolution = Callable[[Sequence[Judgement]], Mapping[str, str]]
"""Decides which record ids are one: from judgements in order, a mapping of each merged id to the canonical one."""


def as_of(
    entries: Sequence[Recorded],
    *,
    valid: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
    resolution: Resolution = lambda _: {},
) -> Views:
    """The records as of a point on each clock; None on a clock means all that the ledger holds.

    `recorded`: only what the ledger held by then (a UTC instant `2025-12-16T08:51:00Z`, or EDTF, which takes the whole day or
    month in). `published`: only what was published for certain by the end of then; documents of unknown date are left out.
    `valid`: only what may hold in the world at some time of then: events whose time overlaps it, channels alive in it; what
    has no time is left out. `valid` and `published` are EDTF. Raises `UsageError` for a time that can't be read.
    """
    known = book.in_force(visible(entries, recorded=recorded))
    sources = book.sources_of(known)
    if published is not None:
        sources = {s.document: s for s in sources.values() if _published_by(s, published)}
        known = tuple(r for r in known if not isinstance(r.entry, Assertion) or r.entry.document in sources)
    judgements = [r.entry for r in known if isinstance(r.entry, Judgement)]
    canonical = resolution(judgements)
    newer = replaced_by(judgements, canonical, sources)
    sources = {id: marked(source, canonical, newer) for id, source in sources.items()}
    corrections, by_persons = told_by_persons(known)
    cited = sorted((*sources.values(), *by_persons.values()), key=book.source_key)
    views = assemble((*known, *corrections), {s.document: s for s in cited}, canonical)
    views = replace(views, documents=tuple(sources.values()))
    return views if valid is None else valid_at(views, valid)


def visible(entries: Sequence[Recorded], *, recorded: str | None) -> tuple[Recorded, ...]:
    """The entries that the ledger held by `recorded`."""
    if recorded is None:
        return tuple(entries)
    limit = instant_limit(recorded)
    return tuple(r for r in entries if r.recorded_at <= limit)


def assemble(entries: Sequence[Recorded], sources: Mapping[str, Source], canonical: Mapping[str, str]) -> Views:
    """Views of all records that `entries` (in force) speak of. `sources` are their documents in source order."""
    subjects = book.subjects_of(entries, sources, canonical)
    actors = {s.id: actor_view(s) for s in _whole(subjects, "actor", "name", "kind")}
    events = tuple(event_view(s, actors) for s in _whole(subjects, "event", "kind", "label"))
    sessions = _sessions(events)
    channels = _whole(subjects, "channel", "name")
    statements = _whole(subjects, "statement", "content", "quote_type")
    positions = _whole(subjects, "position", "actor", "stance", "target_text")
    return Views(
        documents=tuple(sources.values()),
        events=events,
        actors=tuple(actors.values()),
        channels=tuple(channel_view(s, sessions.get(s.id, ())) for s in channels),
        statements=tuple(statement_view(s) for s in statements),
        positions=tuple(position_view(s) for s in positions),
        commitments=tuple(commitment_view(s) for s in _whole(subjects, "commitment", "text", "status")),
        processes=tuple(process_view(s) for s in _whole(subjects, "process", "name")),
        precedents=tuple(precedent_view(s) for s in _whole(subjects, "precedent", "text", "verdict")),
    )


def _whole(
    subjects: Mapping[SubjectKind, Mapping[str, Subject]], kind: SubjectKind, *needed: str
) -> tuple[Subject, ...]:
    """The records of a kind of which every needed property is still claimed; the others were retracted."""
    return tuple(s for s in subjects.get(kind, {}).values() if all(s.all(name) for name in needed))


def valid_at(views: Views, valid: str) -> Views:
    """`views` with only the events whose time, and the channels whose lifespan, may overlap `valid` (EDTF)."""
    asked = asked_interval(valid)
    return replace(
        views,
        events=tuple(e for e in views.events if (when := e.interval) and when.overlaps(asked)),
        channels=tuple(
            c
            for c in views.channels
            if (life := interval_of(f"{c.start or '..'}/{c.end or '..'}")) and life.overlaps(asked)
        ),
    )


def _sessions(events: Iterable[EventView]) -> dict[str, tuple[str, ...]]:
    """The ids of each channel's events, by ordinal and then time, those without last."""
    found: dict[str, list[EventView]] = {}
    for event in events:
        if event.channel is not None:
            found.setdefault(event.channel.id, []).append(event)
    return {
        channel: tuple(
            e.id for e in sorted(held, key=lambda e: (e.ordinal is None, e.ordinal or 0, e.when or "~", e.id))
        )
        for channel, held in found.items()
    }


def _published_by(source: Source, limit: str) -> bool:
    """Whether `source` came out, for certain, by the last day of `limit`."""
    when = book.published_interval(source)
    return when is not None and when.end <= asked_interval(limit).end


def instant_limit(given: str) -> str:
    """The last instant of `given`: itself when it is an instant, else the end of its last day."""
    if len(given) == 20 and given[10] == "T" and given[19] == "Z" and interval_of(given[:10]) is not None:
        return given
    return f"{asked_interval(given).end.isoformat()}T23:59:59Z"


def asked_interval(given: str) -> Interval:
    """The days of a time that somebody asks for, as EDTF. Raises `UsageError` when it can't be read."""
    found = interval_of(given)
    if found is None:
        raise UsageError(
            f"not a time that can be asked: {given!r}", hint="write a day, month or year, such as 2025-11-03 or 2025-11"
        )
    return found
