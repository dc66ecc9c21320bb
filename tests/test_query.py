"""The read path: what is asked, and in what order it comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from memcon.domain.entries import Recorded
from memcon.domain.views import ActorView, ChannelView, EventView, Source
from memcon.errors import UsageError
from memcon.query import show, timeline, views
from tests.ledger.notation import actor_id, book, channel_id, dispatch, event_id


class Entries:
    """A book in memory that gives the kinds of subject asked for."""

    def __init__(self, entries: tuple[Recorded, ...]) -> None:
        self._entries = entries

    def entries(
        self, *, subject_kinds: Iterable[str] | None = None, without: Iterable[str] = ()
    ) -> tuple[Recorded, ...]:
        kinds = None if subject_kinds is None else {*subject_kinds, None}
        wanted = [r for r in self._entries if kinds is None or getattr(r.entry, "subject_kind", None) in kinds]
        return tuple(r for r in wanted if getattr(r.entry, "property", None) not in set(without))


LEDGER = Entries(
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
