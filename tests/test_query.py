"""The read path: what is asked, and in what order it comes."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest

from memcon.domain.documents import Document
from memcon.domain.entries import Assertion, Recorded
from memcon.domain.views import ActorView, ChannelView, EventView, Source
from memcon.errors import UsageError
from memcon.query import changes, events_of, names, show, statements, timeline, views
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import actor_id, book, channel_id, dispatch, event_id


def kept(entries: tuple[Recorded, ...]) -> LedgerStore:
    """A ledger in memory that got the entries when they say."""
    store = LedgerStore.open(":memory:")
    for at, group in groupby(entries, key=lambda r: r.recorded_at):
        found = [r.entry for r in group]
        for document in {e.document for e in found if isinstance(e, Assertion)}:
            store.append(recorded_at=at, document=Document(id=document, ref="test", text=""))
        store.append(recorded_at=at, entries=found)
    return store


LEDGER = kept(
    book(
        dispatch(
            "River Commission #12: {scheduled|will meet} on {2031-03-09|March 9} with {lead|Ada Lind}.",
            "Dike visit: {expected|may come} in {2031-03|March}.",
            "Harbour opening: {proposed|is proposed} for {2031|this year}.",
            "Old treaty: {held|was signed} on {2029-05-01|May 1, 2029} by {participant|Ben Aho}.",
            "Delta talks: {cancelled|off}.",
            "Flower day: {expected|comes} every {XXXX-03-01|March 1}.",
            published="2031-03-03",
            publisher="The Delta Mail",
        ),
        dispatch("River Commission #11: {held|met} on {2031-03-01|March 1}.", published="2031-03-20"),
    )
)


def labels(**asked: Any) -> list[str]:
    return [event.label for event in timeline(LEDGER, **asked)]


def test_order_of_time() -> None:
    """By the first possible day, the more exact first; what has no time, or only an untold year, last."""
    found = labels()

    assert found[:5] == ["Old treaty", "Harbour opening", "River Commission #11", "Dike visit", "River Commission #12"]
    assert set(found[5:]) == {"Delta talks", "Flower day"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"since": "2031"}, {"River Commission #11", "Dike visit", "River Commission #12", "Harbour opening"}),
        ({"since": "2031-03-10"}, {"Dike visit", "Harbour opening"}),
        ({"until": "2030"}, {"Old treaty"}),
        ({"since": "2031-03-01", "until": "2031-03-01"}, {"River Commission #11", "Dike visit", "Harbour opening"}),
        ({"actor": "ada lind"}, {"River Commission #12"}),
        ({"actor": "Lind"}, {"River Commission #12"}),
        ({"actor": "Lin"}, set()),
        ({"actor": actor_id("Ben Aho")}, {"Old treaty"}),
        ({"channel": "river commission"}, {"River Commission #11", "River Commission #12"}),
        ({"channel": channel_id("River Commission"), "status": "held"}, {"River Commission #11"}),
        ({"status": "cancelled"}, {"Delta talks"}),
        ({"kind": "summit"}, set()),
        ({"published": "2031-03-03", "channel": "River Commission"}, {"River Commission #12"}),
        ({"recorded": "2031-01-01", "channel": "River Commission"}, {"River Commission #12"}),
        ({"valid": "2029"}, {"Old treaty"}),
    ],
)
def test_what_is_asked(asked: dict[str, Any], expected: set[str]) -> None:
    """Every event that fits all that is asked, and no other."""
    assert set(labels(**asked)) == expected


@pytest.mark.parametrize("asked", [{"since": "soon"}, {"until": "2031-02-30"}, {"since": "2031", "until": "2030"}])
def test_times_that_can_not_be_asked(asked: dict[str, str]) -> None:
    """An unreadable or upside-down window is the caller's mistake."""
    with pytest.raises(UsageError):
        labels(**asked)


def test_show_finds_records_of_every_kind() -> None:
    """Events, actors, channels and documents are found by id; other ids are not."""
    document = views(LEDGER).documents[0]

    assert isinstance(show(LEDGER, event_id("Delta talks")), EventView)
    assert isinstance(show(LEDGER, actor_id("Ada Lind")), ActorView)
    assert isinstance(show(LEDGER, channel_id("River Commission")), ChannelView)
    assert isinstance(show(LEDGER, document.document), Source)
    assert show(LEDGER, "evt_none") is None


def test_show_as_of() -> None:
    """What was not yet published is not shown."""
    assert show(LEDGER, event_id("River Commission #11"), published="2031-03-03") is None


def test_views_of_documents_alone() -> None:
    """Documents can be had without loading the records."""
    found = views(LEDGER, subject_kinds=())

    assert len(found.documents) == 2
    assert (found.events, found.actors) == ((), ())


def test_pages_follow_one_another() -> None:
    """Page by page, each from behind the last event of the one before, is the whole timeline once."""
    whole = [event.id for event in timeline(LEDGER)]
    paged: list[str] = []
    while page := timeline(LEDGER, limit=2, after=paged[-1] if paged else None):
        paged += [event.id for event in page]

    assert paged == whole


@pytest.mark.parametrize("asked", [{"after": "evt_none"}, {"actor": "x", "after": "doc_none"}])
def test_pages_begin_at_known_records(asked: dict[str, Any]) -> None:
    """A place to go on from that is not there is the caller's mistake."""
    with pytest.raises(UsageError, match="to go on from"):
        timeline(LEDGER, **asked)


def test_events_of_records() -> None:
    """Those that an actor takes part in, of a channel and of a document; and what actors are called."""
    ada, river = show(LEDGER, actor_id("Ada Lind")), show(LEDGER, channel_id("River Commission"))
    document = views(LEDGER).documents[0]
    assert ada
    assert river

    assert [e.label for e in events_of(LEDGER, ada)] == ["River Commission #12"]
    assert [e.label for e in events_of(LEDGER, river)] == ["River Commission #11", "River Commission #12"]
    assert isinstance(river, ChannelView)
    assert river.sessions == (event_id("River Commission #11"), event_id("River Commission #12"))
    assert len(events_of(LEDGER, document)) == 6
    assert names(LEDGER, [actor_id("Ada Lind"), "act_none"]) == {actor_id("Ada Lind"): "Ada Lind"}
    assert statements(LEDGER) == ()


def test_changes_of_a_ledger_in_memory() -> None:
    """Both points in time are looked at in one transaction: one connection is enough, and nothing can be added between them."""
    assert {change.record.id for change in changes(LEDGER, "2031-03-10")} == {event_id("River Commission #11")}
    assert changes(LEDGER, "2031-03-20") == ()
