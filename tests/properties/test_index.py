"""The index answers as the whole book does, at every point of both clocks, whatever was merged, parted, taken back or dated anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from memcon import lists, query
from memcon.domain.actors import Actor
from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.entries import Assertion, Entry, Judgement, judgement
from memcon.domain.ids import content_id
from memcon.domain.reading import Reading
from memcon.domain.records import Attribution, Phrase, Position, Statement
from memcon.domain.spans import Span, cite
from memcon.domain.views import Resolved, Views
from memcon.errors import UsageError
from memcon.ledger.asked import event_key, find, is_said_in, said_key, window_of
from memcon.ledger.assertions import assert_reading
from memcon.ledger.conflicts import conflicts_of
from memcon.ledger.corrections import correct
from memcon.ledger.views import as_of
from memcon.resolve.clusters import canonical_ids
from memcon.resolve.namesakes import judge_names
from memcon.stances import stances
from memcon.store import snapshot
from memcon.store.index import rebuild
from memcon.store.indexed import is_up_to_date
from memcon.store.ledger import LedgerStore
from memcon.store.overview import how_many
from memcon.store.schema import INDEX
from tests.examples import drawn
from tests.ledger.notation import dispatch
from tests.properties.test_ledger import DAYS, TIMES, lines

NAMES = ("River Commission #12", "River Commission #13", "Delta talks", "Dike visit")


def with_own_ids(reading: Reading, said: str | None) -> Reading:
    """The reading with ids of its document for actors and unnumbered events, as readers make them, and with a statement of the first actor."""
    document = reading.document
    own = {a.id: content_id("actor", document.id, a.name) for a in reading.actors}
    events = tuple(
        replace(
            event,
            id=event.id if event.channel else content_id("event", document.id, event.label),
            participants=tuple(replace(p, actor=own[p.actor]) for p in event.participants),
        )
        for event in reading.events
    )
    actors = tuple(
        replace(a, id=own[a.id], key=a.name, country="SWE" if len(reading.events) > 1 else None) for a in reading.actors
    )
    statements = (_statement(reading, actors[0], events[0].id, said),) if actors and said is not None else ()
    positions = (_position(reading, actors[0], events[0].id),) if statements else ()
    return replace(reading, actors=actors, events=events, statements=statements, positions=positions)


def _position(reading: Reading, holder: Actor, target: str) -> Position:
    return Position(
        id=content_id("position", reading.document.id, target),
        actor=holder.id,
        stance="oppose" if len(target + holder.name) % 2 else "support",
        target=target if len(holder.name) % 2 else None,
        target_text=reading.document.words_at(Span(0, 5)),
        attribution=Attribution(kind="outlet"),
        evidence=(cite(reading.document.text, Span(0, 5)),),
    )


def _statement(reading: Reading, speaker: Actor, about: str, when: str) -> Statement:
    span = Span(0, 5)
    words = reading.document.words_at(span)
    return Statement(
        id=content_id("statement", reading.document.id, about),
        speaker=speaker.id,
        speaker_text=speaker.name,
        speaker_span=speaker.mentions[0],
        cue=Phrase(text=words, span=span),
        content_text=words,
        content_spans=(span,),
        quote_type="indirect",
        evidence=(cite(reading.document.text, span),),
        when=when or None,
        about=(about,),
        # how sure it is and what it does hangs on what it is, so that readings of one text agree
        confidence=(0.2, SHOWN_CONFIDENCE, 0.9)[len(about + words) % 3 if when else len(words + speaker.name) % 3],
        act="speech" if len(speaker.name) % 2 else "deed",
    )


readings = st.builds(
    lambda found, published, said: with_own_ids(dispatch(*found, published=published), said),
    st.lists(lines, min_size=1, max_size=3),
    st.sampled_from(DAYS),
    st.sampled_from((None, "", "2031-02-01", "2031")),
)
Step = tuple[str, Any]
steps = st.lists(
    st.one_of(
        st.tuples(st.just("read"), readings),
        st.tuples(st.just("again"), st.tuples(st.integers(0, 9), st.sampled_from(DAYS))),
        st.tuples(
            st.sampled_from(("same", "different")),
            st.tuples(
                st.lists(st.integers(0, 40), min_size=2, max_size=3), st.sampled_from(("A. Clerk", "rule:test@1"))
            ),
        ),
        st.tuples(st.just("retracted"), st.tuples(st.integers(0, 400), st.sampled_from(("A. Clerk", "rule:test@1")))),
        st.tuples(st.just("unjudged"), st.integers(0, 40)),
        st.tuples(
            st.just("corrected"),
            st.tuples(
                st.integers(0, 40),
                st.sampled_from(
                    (
                        ("event", "when", "2031-03-09"),
                        ("event", "status", "held"),
                        ("event", "label", "Dike talks"),
                        ("actor", "name", "Ada Lind"),
                    )
                ),
            ),
        ),
    ),
    min_size=1,
    max_size=9,
)


def fill(store: LedgerStore, found: Sequence[Step]) -> None:
    """Makes the steps, each a day after the one before."""
    read: list[Reading] = []
    for n, (what, told) in enumerate(found, 1):
        entries = list(_entries(store, read, what, told, n))
        document = read[-1].document if what == "read" else None
        store.append(recorded_at=f"2031-01-{n:02}T00:00:00Z", document=document, entries=entries)


def _entries(store: LedgerStore, read: list[Reading], what: str, told: Any, n: int) -> Iterator[Entry]:
    held = [r.entry for r in store.entries()]
    subjects = sorted({e.subject for e in held if isinstance(e, Assertion) and e.subject_kind != "document"})
    judged = [e for e in held if isinstance(e, Judgement)]
    if what == "read":
        read.append(told)
        yield from assert_reading(told)
        yield from judge_names(told)
    elif what == "again" and read:
        again = read[told[0] % len(read)]
        dated = replace(again, document=replace(again.document, published=told[1], published_basis="given"))
        yield from assert_reading(dated)
        gone = [
            e
            for e in held
            if isinstance(e, Assertion) and e.document == dated.document.id and e.property == "published"
        ]
        made = {e.id for e in assert_reading(dated)}
        yield from (judgement("retracted", (e.id,), by="rule:reading", why=str(n)) for e in gone if e.id not in made)
    elif what in ("same", "different") and subjects:
        names = sorted({j.subjects[0] for j in judged if j.kind == "same"})
        kinds = {e.subject: e.subject_kind for e in held if isinstance(e, Assertion)}
        ids = tuple(dict.fromkeys((subjects + names)[i % len(subjects + names)] for i in told[0]))
        ids = tuple(id for id in ids if kinds.get(id) == kinds.get(ids[0]))  # of one kind, as all who judge see to
        if len(ids) > 1:
            yield judgement(what, ids, by=told[1], why=str(n))  # type: ignore[arg-type]
    elif what == "retracted" and held:
        yield judgement("retracted", (held[told[0] % len(held)].id,), by=told[1], why=str(n))
    elif what == "corrected" and held:
        kind, field, value = told[1]
        mine = sorted({e.subject for e in held if isinstance(e, Assertion) and e.subject_kind == kind})
        if mine:
            yield correct(kind, mine[told[0] % len(mine)], field, value, by="A. Clerk", why=str(n))
    elif what == "unjudged" and judged:
        yield judgement("retracted", (judged[told % len(judged)].id,), by="A. Clerk", why=str(n))


@contextmanager
def filled(found: Sequence[Step]) -> Iterator[LedgerStore]:
    store = LedgerStore.open(":memory:")
    fill(store, found)
    yield store
    store.close()


def whole(store: LedgerStore, **asked: Any) -> Views:
    return as_of(store.entries(), resolution=canonical_ids, **asked)


points = st.fixed_dictionaries(
    {
        "recorded": st.sampled_from((None, "2031-01-01", "2031-01-03", "2031-01-05", "2031-01-07")),
        "published": st.sampled_from((None, "2031-01-10", "2031-01-25", "2031-03")),
    }
)


@drawn(60)
@given(steps, points, st.sampled_from((None, *TIMES[:4])), st.integers(1, 3))
def test_index_answers_as_the_book(found: list[Step], point: dict[str, Any], window: str | None, page: int) -> None:
    """The timeline of a window, page by page, the statements, and every record by every one of its ids are those of the whole book at that point."""
    with filled(found) as store:
        expected = whole(store, **point)
        events = sorted(expected.events, key=event_key)
        if window is not None:
            events = [e for e in events if e in whole(store, valid=window, **point).events]
        paged: list[Any] = []
        while more := query.timeline(
            store, since=window, until=window, limit=page, after=paged[-1].id if paged else None, **point
        ):
            paged += more

        assert paged == events
        assert list(query.statements(store, is_all=True, **point)) == sorted(expected.statements, key=said_key)
        every: tuple[Resolved, ...] = (*expected.events, *expected.actors, *expected.channels, *expected.statements)
        for record in every:
            for id in {record.id, *record.ids}:
                assert query.show(store, id, **point) == find(expected, id)
        for source in expected.documents:
            assert query.show(store, source.document, **point) == source


@drawn(40)
@given(steps, points)
def test_what_is_asked_is_found_as_in_the_book(found: list[Step], point: dict[str, Any]) -> None:
    """By an actor's name and id, a channel, a status, a speaker and a subject: those that fit, and no others."""
    with filled(found) as store:
        views = whole(store, **point)
        events = sorted(views.events, key=event_key)
        ada = {a.id for a in views.actors if a.name == "Ada Lind"}
        river = {c.id for c in views.channels}
        said = sorted(views.statements, key=said_key)
        talks = {e.id for e in views.events if "talks" in e.label}

        assert list(query.timeline(store, actor="ada lind", **point)) == [
            e for e in events if ada & {p.actor for p in e.participants}
        ]
        for actor in views.actors:
            assert list(query.timeline(store, actor=actor.id, **point)) == [
                e for e in events if actor.id in {p.actor for p in e.participants}
            ]
        assert list(query.timeline(store, channel="river", status="held", **point)) == [
            e for e in events if e.channel and e.channel.id in river and e.status == "held"
        ]
        for country in ("SWE", "NOR"):
            assert list(query.timeline(store, country=country, **point)) == [
                e for e in events if country in {p.country for p in e.participants}
            ]
        assert list(query.conflicts(store, **point)) == [found for e in events for found in conflicts_of(e)]
        undated = [e for e in events if e.interval is None]
        assert query.unplaced(store, **point) == len(undated)
        assert query.unplaced(store, channel="river", **point) == sum(
            e.channel is not None and e.channel.id in river for e in undated
        )
        for kind in {e.kind for e in events}:
            assert query.unplaced(store, kind=kind, **point) == sum(e.kind == kind for e in undated)
            assert query.unplaced(store, kind=kind, actor="ada lind", **point) == sum(
                e.kind == kind and bool(ada & {p.actor for p in e.participants}) for e in undated
            )
        for sure in (0.0, SHOWN_CONFIDENCE, 0.5, 0.9):
            assert list(query.statements(store, confidence=sure, **point)) == [
                s
                for s in said
                if s.act in (None, "speech") and s.confidence >= sure  # a person may have taken back what the cue does
            ]
        assert list(query.statements(store, is_all=True, speaker="Ada Lind", **point)) == [
            s for s in said if s.speaker in ada or s.speaker_text == "Ada Lind"
        ]
        assert list(query.statements(store, is_all=True, about="talks", **point)) == [
            s for s in said if talks & {*s.about} or "talks" in s.content_text
        ]


@drawn(40)
@given(steps, points, st.sampled_from((None, "2031-01")))
def test_what_is_told_at_a_glance_is_the_whole_book_s(
    found: list[Step], point: dict[str, Any], window: str | None
) -> None:
    """A channel's sessions, who stands how to what, what actors are called, and how many there are."""
    with filled(found) as store:
        views = whole(store, **point)
        days = window_of(window, window)
        held = sorted((p for p in views.positions if days is None or is_said_in(days)(p)), key=said_key)
        every = [id for actor in views.actors for id in (actor.id, *actor.ids)]

        for channel in lists.channels(store, **point):
            mine = sorted((e for e in views.events if e.channel and e.channel.id == channel.id), key=event_key)
            assert channel.sessions == tuple(e.id for e in mine)
        for stance in (None, "oppose"):
            told = stances(store, since=window, until=window, limit=50, stance=stance, **point)
            assert [(s.id, s.actor, s.stance, s.target, s.target_text) for s in told] == [
                (p.id, p.actor, p.stance, p.target, p.target_text) for p in held if stance in (None, p.stance)
            ]
        assert query.names(store, every, **point) == {a.id: a.name for a in views.actors}


@drawn(40)
@given(steps)
def test_records_are_counted_by_the_ids_that_they_go_by(found: list[Step]) -> None:
    """Each record that was ever told of once, by whatever ids it was told."""
    with filled(found) as store:
        goes_by = canonical_ids([j for j in _standing(store) if isinstance(j, Judgement)])
        told = {
            (e.subject_kind, goes_by.get(e.subject, e.subject))
            for r in store.entries()
            if isinstance(e := r.entry, Assertion)
        }
        with store.at() as at:
            counted = how_many(at)

        for kind in ("event", "actor", "channel", "statement", "position"):
            assert counted.get(kind, 0) == sum(each == kind for each, _ in told), kind


@drawn(60)
@given(steps)
def test_index_made_anew_is_the_one_that_was_kept(found: list[Step]) -> None:
    """Row for row; and its canonical ids and withdrawals are those of the book."""
    with filled(found) as store:
        kept = rows(store)
        with store._writing() as connection:
            assert is_up_to_date(connection)
            rebuild(connection)

        assert rows(store) == kept
        standing = [j for j in _standing(store) if isinstance(j, Judgement)]
        assert {row[0]: row[1] for row in kept["merged"] if row[3] is None} == canonical_ids(standing)


@drawn(40)
@given(steps, points)
def test_records_of_many_documents_say_the_same_in_short(found: list[Step], point: dict[str, Any]) -> None:
    """Of an actor that is not loaded whole the name, the other names, kind, country and office are those of the whole book, and what is cited is."""
    with filled(found) as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshot, "MANY", 0)
        for actor in whole(store, **point).actors:
            short: Any = query.show(store, actor.id, **point)

            assert short is not None
            assert {*short.evidence} <= {*actor.evidence}
            assert {*short.ids} <= {*actor.ids}
            left: dict[str, Any] = {"evidence": (), "sources": (), "ids": (), "offices": ()}
            assert replace(short, **left) == replace(actor, **left)


def test_names_that_thousands_have_are_asked_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is in more names than can be meant is not looked up."""
    monkeypatch.setattr("memcon.store.finding.SOME", 1)
    with filled([("read", with_own_ids(dispatch("A: {lead|Ada Lind} and {lead|Zoé Lind}."), None))]) as store:
        with pytest.raises(UsageError, match="names have"):
            query.timeline(store, actor="Lind")
        assert len(query.timeline(store, actor="Ada Lind")) == 1


def rows(store: LedgerStore) -> dict[str, list[tuple[Any, ...]]]:
    """The index but for its own row numbers."""
    with store._engine.connect() as connection:
        return {
            table.name: sorted(
                (
                    tuple(row)
                    for row in connection.execute(
                        select(*(c for c in table.c if (table.name, c.name) != ("names", "seq")))
                    )
                ),
                key=str,
            )
            for table in INDEX
        }


def _standing(store: LedgerStore) -> list[Entry]:
    from memcon.ledger.claims import in_force

    return [r.entry for r in in_force(store.entries())]
