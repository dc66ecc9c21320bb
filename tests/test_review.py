"""What a person decides: in doubt, merged, parted, corrected, undone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from memcon import query, review
from memcon.cli.app import program
from memcon.domain.entries import Judgement
from memcon.domain.views import ActorView, EventView, Views
from memcon.errors import UsageError
from memcon.ledger.asked import event_key
from memcon.ledger.assertions import assert_reading
from memcon.ledger.views import as_of
from memcon.resolve.clusters import canonical_ids
from memcon.store.ledger import LedgerStore
from tests.examples import drawn
from tests.ledger.notation import actor_id, dispatch, event_id

READINGS = (
    dispatch(
        "Delta talks: {scheduled|will be} on {2031-03-01|March 1} with {lead|Ada Lind}.",
        "Dike visit: {expected|may come} on {2031-04-01|April 1}.",
        published="2031-02-03",
        publisher="The Delta Mail",
    ),
    dispatch(
        "Talks in the delta: {held|took place} on {2031-03-01|March 1} with {lead|A. Lind}.",
        "Harbour opening: {cancelled|is off}.",
        published="2031-03-03",
        publisher="The Zenda Post",
    ),
)
EVENTS = ("Delta talks", "Dike visit", "Talks in the delta", "Harbour opening")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "book.db"
    with closing(LedgerStore.open(found)) as store:
        for n, reading in enumerate(READINGS, 4):
            entries = assert_reading(reading)
            store.append(recorded_at=f"2031-03-{n:02}T00:00:00Z", document=reading.document, entries=entries)
    return found


@pytest.fixture
def store(path: Path) -> Iterator[LedgerStore]:
    with closing(LedgerStore.open(path)) as found:
        yield found


def keep(store: LedgerStore, made: tuple[Judgement, ...], at: str = "2031-04-01T00:00:00Z") -> tuple[Judgement, ...]:
    store.append(recorded_at=at, entries=made)
    return made


def whole(store: LedgerStore) -> Views:
    return as_of(store.entries(), resolution=canonical_ids)


def event(store: LedgerStore, id: str) -> EventView:
    found = query.show(store, id)
    assert isinstance(found, EventView)
    return found


@drawn(12)
@given(st.permutations(EVENTS), st.integers(2, 3))
def test_merge_then_split_is_the_identity(names: list[str], count: int) -> None:
    """Whatever was merged and in whatever order, what is taken out again leaves the records that there were."""
    with closing(LedgerStore.open(":memory:")) as store:
        for reading in READINGS:
            store.append(recorded_at="2031-03-04T00:00:00Z", document=reading.document, entries=assert_reading(reading))
        before = query.timeline(store)
        ids = [event_id(name) for name in names[:count]]
        keep(store, review.merge(store, ids, by="A. Clerk", why=""))
        assert len(query.timeline(store)) == len(EVENTS) - count + 1
        for id in ids[1:]:
            [record] = {e.id for e in query.timeline(store) if id in e.ids}
            if len(event(store, record).ids) > 1:
                keep(store, review.split(store, record, [id], by="A. Clerk", why=""))

        assert query.timeline(store) == before
        assert whole(store).events == tuple(sorted(before, key=lambda e: e.id))


@pytest.mark.parametrize(
    ("kind", "record", "field", "value", "shown"),
    [
        ("event", event_id("Dike visit"), "status", "postponed", "postponed"),
        ("event", event_id("Talks in the delta"), "status", "scheduled", "scheduled"),
        ("event", event_id("Dike visit"), "when", "2031-23", "2031-23"),
        ("event", event_id("Harbour opening"), "when", "2031-05-02", "2031-05-02"),
        ("event", event_id("Dike visit"), "label", "Visit to the dike", "Visit to the dike"),
        ("event", event_id("Dike visit"), "place", "Strelsau, CZE", "Strelsau"),
        ("actor", actor_id("Ada Lind"), "name", "Ada", "Ada"),
        ("actor", actor_id("Ada Lind"), "country", "SWE", "SWE"),
    ],
)
def test_correction_and_its_undo(
    store: LedgerStore, kind: str, record: str, field: str, value: str, shown: str
) -> None:
    """The record shows what a person says, the index as the whole book; taken back, all is as it was, and the past never changes."""
    before = whole(store)
    [made] = keep(store, review.correct_record(store, record, field, value, by="A. Clerk", why="seen"))
    seen = query.show(store, record)

    assert isinstance(seen, EventView | ActorView)
    got = getattr(seen, field)
    assert getattr(got, "name", got) == shown
    after = whole(store)
    found: tuple[EventView | ActorView, ...] = (*after.events, *after.actors)
    assert {seen.id: seen} == {r.id: r for r in found if r.id == record}
    assert list(query.timeline(store)) == sorted(after.events, key=event_key)
    assert after.documents == before.documents
    assert [r.entry.id for r in review.why_one(store, seen)] == [made.id]
    assert query.views(store, recorded="2031-03-31") == before

    keep(store, review.undo(store, made.id[:10], by="A. Clerk", why=""), "2031-04-02T00:00:00Z")
    assert whole(store) == before
    assert {*query.timeline(store)} == {*before.events}


def test_correction_holds_when_read_again_and_yields_to_later_news(store: LedgerStore) -> None:
    """A newer reading of the old text changes nothing; a source of a later day may."""
    dike = event_id("Dike visit")
    keep(store, review.correct_record(store, dike, "when", "2031-04-09", by="A. Clerk", why=""))
    again = dispatch("Dike visit: {scheduled|will come} on {2031-04-02|April 2}.", published="2031-02-04")
    store.append(recorded_at="2031-04-03T00:00:00Z", document=again.document, entries=assert_reading(again))
    assert event(store, dike).when == "2031-04-09"

    later = dispatch("Dike visit: {postponed|is put off} to {2031-05-01|May 1}.", published="2031-04-08")
    store.append(recorded_at="2031-04-09T00:00:00Z", document=later.document, entries=assert_reading(later))
    assert event(store, dike).when == "2031-05-01"


def test_correction_moves_with_a_merged_record(store: LedgerStore) -> None:
    """What was corrected of one of two records is corrected of both together, and found on its day."""
    keep(store, review.correct_record(store, event_id("Harbour opening"), "when", "2031-07-01", by="A", why=""))
    keep(store, review.merge(store, [event_id("Harbour opening"), event_id("Dike visit")], by="A", why=""))

    assert [e.when for e in query.timeline(store, since="2031-07")] == ["2031-07-01"]
    assert list(query.timeline(store)) == sorted(whole(store).events, key=event_key)


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("status", "finished", "one of"),
        ("when", "soon", "EDTF"),
        ("when", "2031-02-31", "EDTF"),
        ("ordinal", "twelfth", "a number"),
        ("participant", "Ada Lind", "what can be"),
        ("shoe_size", "9", "what can be"),
        ("label", "", "undo"),
        ("place", "{", "braces"),
        ("place", '{"name": "Zenda", "country": "Ruritania"}', "three letters"),
    ],
)
def test_nonsense_is_refused(store: LedgerStore, field: str, value: str, hint: str) -> None:
    """With what could be said instead."""
    with pytest.raises(UsageError) as caught:
        review.correct_record(store, event_id("Dike visit"), field, value, by="A. Clerk", why="")
    assert hint in caught.value.hint


def test_contradictions_are_refused(store: LedgerStore) -> None:
    """What is one already, what is unknown, what is of two kinds, a split of all, a rule's name."""
    delta, dike = event_id("Delta talks"), event_id("Dike visit")
    refused: tuple[Callable[[], object], ...] = (
        lambda: review.merge(store, [delta, delta], by="A", why=""),
        lambda: review.merge(store, [delta, "evt_of_another_ledger"], by="A", why=""),
        lambda: review.merge(store, [delta, actor_id("Ada Lind")], by="A", why=""),
        lambda: review.split(store, delta, [delta], by="A", why=""),
        lambda: review.split(store, delta, [dike], by="A", why=""),
        lambda: review.reject(store, delta, delta, by="A", why=""),
        lambda: review.reject(store, delta, dike, by="rule:mine", why=""),
        lambda: review.undo(store, "jdg_0", by="A", why=""),
    )
    for each in refused:
        with pytest.raises(UsageError):
            each()


def run(path: Path, *arguments: str) -> Result:
    return CliRunner().invoke(program, [*arguments, "--ledger", str(path)])


def test_review_from_the_command_line(path: Path) -> None:
    """Merged, corrected, told why, undone; short ids do."""
    one, other = event_id("Delta talks")[:12], event_id("Talks in the delta")[:12]
    merged = run(path, "review", "merge", one, other, "--by", "A. Clerk", "--why", "reported twice")
    assert merged.exit_code == 0, merged.output
    page = run(path, "show", one, "--why").stdout
    assert "same" in page
    assert "A. Clerk" in page
    assert "reported twice" in page
    assert run(path, "review", "correct", one, "place", "Zenda", "--by", "A. Clerk").exit_code == 0
    shown = json.loads(run(path, "show", one, "--why", "--json").stdout)
    assert shown["place"]["name"] == "Zenda"
    assert [j["kind"] for j in shown["judgements"]] == ["same", "corrected"]
    for judged in shown["judgements"]:
        assert run(path, "review", "undo", judged["id"]).exit_code == 0
    assert "none: it is one" in run(path, "show", one, "--why").stdout
    assert "nothing is in doubt" in run(path, "review", "list").stderr
