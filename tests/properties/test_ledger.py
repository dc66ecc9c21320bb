"""What holds for every ledger, over generated dispatches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from memcon.domain.codec import canonical, decode, decode_text, encode
from memcon.domain.documents import Document
from memcon.domain.entries import Assertion, Entry, Judgement, Recorded, entry_id, judgement
from memcon.domain.ids import content_id
from memcon.domain.reading import Reading
from memcon.domain.views import Views
from memcon.ledger.assertions import assert_reading
from memcon.ledger.invariants import validate
from memcon.ledger.views import as_of
from memcon.resolve.clusters import canonical_ids
from memcon.resolve.namesakes import judge_names
from memcon.store.ledger import LedgerStore
from tests.examples import drawn
from tests.ledger.notation import book, dispatch, event_id

NAMES = ("River Commission #12", "River Commission #13", "Delta talks", "Dike visit")
PEOPLE = ("Ada Lind", "Ben Aho", "Zoé Kern")
TIMES = ("2031", "2031-03", "2031-03-09", "2031-04-02", "2030/2031", "XXXX-03-09")
STATUSES = ("scheduled", "expected", "held", "postponed", "cancelled")
DAYS = ("2031-01-05", "2031-01-20", "2031-02", None)

lines = st.builds(
    lambda name, status, time, role, who, item: (
        f"{name}: {{{status}|it is {status}}} for {{{time}|then}}, {{{role}|{who}}} on {{agenda|{item}}}."
    ),
    st.sampled_from(NAMES),
    st.sampled_from(STATUSES),
    st.sampled_from(TIMES),
    st.sampled_from(("lead", "participant", "absent")),
    st.sampled_from(PEOPLE),
    st.text(st.characters(exclude_characters="{}|", codec="utf-8"), min_size=1, max_size=12),
)
readings = st.builds(
    lambda found, published, publisher: dispatch(*found, published=published, publisher=publisher),
    st.lists(lines, min_size=1, max_size=3),
    st.sampled_from(DAYS),
    st.sampled_from(("The Delta Mail", "The Zenda Post", None)),
)
judgements = st.builds(
    lambda kind, pair, by: judgement(kind, tuple(event_id(name) for name in pair), by=by, why="so"),
    st.sampled_from(("same", "different")),
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=3, unique=True),
    st.sampled_from(("A. Clerk", "rule:test")),
)
items = st.lists(st.one_of(readings, judgements.map(lambda made: [made])), max_size=6)


def shown(entries: tuple[Recorded, ...], **asked: Any) -> Views:
    return as_of(entries, resolution=canonical_ids, **asked)


@drawn(40)
@given(items)
def test_replay_is_deterministic(found: list[Reading | list[Judgement]]) -> None:
    """The same entries give the same views, to the letter."""
    assert canonical(shown(book(*found))) == canonical(shown(book(*found)))


@drawn(40)
@given(items, items)
def test_past_never_changes(before: list[Reading | list[Judgement]], after: list[Reading | list[Judgement]]) -> None:
    """What the ledger showed as of a day is what it shows as of that day after anything is added later."""
    past = book(*before)
    now = book(*before, *after)
    last = f"2031-01-{len(before):02}" if before else "2030-12-31"

    assert now[: len(past)] == past
    assert shown(now, recorded=last) == shown(past, recorded=last) == shown(past)


@drawn(40)
@given(st.lists(readings, min_size=2, max_size=4, unique_by=lambda r: r.document.id), st.randoms(use_true_random=False))
def test_order_of_documents_is_immaterial(found: list[Reading], random: Any) -> None:
    """Documents added in another order give the same events, but for when the ledger came to hold each claim."""
    shuffled = list(found)
    random.shuffle(shuffled)

    assert timeless(shown(book(*found))) == timeless(shown(book(*shuffled)))


@drawn(40)
@given(st.lists(readings, min_size=2, max_size=4, unique_by=lambda r: r.document.id), st.randoms(use_true_random=False))
def test_names_make_one_of_many_in_any_order(found: list[Reading], random: Any) -> None:
    """Actors with ids of their documents are as many as their names, go by the same ids and do the same things, in whatever order documents come."""
    local = [_with_own_ids(reading) for reading in found]
    entries: list[tuple[Entry, ...]] = [(*assert_reading(each), *judge_names(each)) for each in local]
    shuffled = list(entries)
    random.shuffle(shuffled)
    views = shown(book(*entries))

    assert sorted(a.name for a in views.actors) == sorted({a.name for reading in found for a in reading.actors})
    assert timeless(views) == timeless(shown(book(*shuffled)))


def _with_own_ids(reading: Reading) -> Reading:
    own = {actor.id: content_id("actor", reading.document.id, actor.name) for actor in reading.actors}
    return replace(
        reading,
        actors=tuple(replace(actor, id=own[actor.id], key=actor.name) for actor in reading.actors),
        events=tuple(
            replace(event, participants=tuple(replace(p, actor=own[p.actor]) for p in event.participants))
            for event in reading.events
        ),
    )


@drawn(40)
@given(readings)
def test_every_assertion_quotes_its_document(reading: Reading) -> None:
    """Every quotation is what the text says at its span, and validation finds nothing to refuse."""
    made = assert_reading(reading)

    assert validate(made, reading.document) == (made, ())
    assert all(e.span.of(reading.document.text) == e.quote for entry in made for e in entry.evidence)


@drawn(40)
@given(readings)
def test_views_say_only_what_was_asserted(reading: Reading) -> None:
    """Each claim of a view is an assertion of the book, with its value, and quotes it."""
    entries = {r.entry.id: r.entry for r in book(reading)}
    for event in shown(book(reading)).events:
        for claim in (*event.statuses, *event.whens, *event.agenda, *(c for p in event.participants for c in p.claims)):
            entry = entries[claim.assertion]

            assert isinstance(entry, Assertion)
            assert entry.value == canonical(claim.value)
            assert [c.quote for c in claim.evidence] == [e.quote for e in entry.evidence]


@drawn(40)
@given(readings, judgements)
def test_codec_round_trip(reading: Reading, judged: Judgement) -> None:
    """Every record is what it was after writing and reading it, and keeps its content hash."""
    assert decode(Document, encode(reading.document)) == reading.document
    assert decode_text(Reading, canonical(reading)) == reading
    assert decode_text(Judgement, canonical(judged)) == judged
    for entry in assert_reading(reading):
        assert decode_text(Assertion, canonical(entry)) == entry
        assert entry_id(decode_text(Assertion, canonical(entry))) == entry.id


@drawn(15)
@given(items)
def test_store_only_grows_and_gives_back_the_book(found: list[Reading | list[Judgement]]) -> None:
    """Whatever is appended, twice over: entries held before stay where they were, and views over the store are those over the values."""
    store = LedgerStore.open(":memory:")
    held: tuple[Recorded, ...] = ()
    for _ in range(2):
        for n, item in enumerate(found):
            document = item.document if isinstance(item, Reading) else None
            entries = assert_reading(item) if isinstance(item, Reading) else item
            store.append(recorded_at=f"2031-01-{n + 1:02}T00:00:00Z", document=document, entries=entries)

            assert store.entries()[: len(held)] == held
            held = store.entries()
    expected = book(*found)
    store.close()

    assert held == expected
    assert shown(held) == shown(expected)


def timeless(views: Views) -> Any:
    """The views as JSON without the instants at which claims were recorded."""

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without(item) for key, item in value.items() if key != "recorded_at"}
        return [without(item) for item in value] if isinstance(value, list) else value

    return without(encode(views))
