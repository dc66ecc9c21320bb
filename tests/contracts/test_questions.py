"""Questions have the same answers on every database: those of the whole book."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from memcon import lists, query
from memcon.domain.entries import judgement
from memcon.domain.views import Resolved
from memcon.errors import UsageError
from memcon.ledger.asked import event_key, find, is_current, said_key
from memcon.ledger.views import as_of
from memcon.resolve.clusters import canonical_ids
from memcon.store import snapshot
from memcon.store.index import rebuild
from memcon.store.ledger import LedgerStore
from memcon.store.overview import how_many, met_most
from tests.contracts.test_ledger_store import store  # noqa: F401
from tests.ledger.notation import dispatch
from tests.properties.test_index import fill, rows, with_own_ids

LINES = (
    "River Commission #12: {scheduled|will meet} on {2031-03-09|March 9}, {lead|Ada Lind} presiding on {agenda|tolls}.",
    "Delta talks: {held|were held} in {2031|this year} by {participant|Zoé Kern} with {participant|Ada Lind}.",
    "River Commission #12: {cancelled|is off}, {lead|Ben Aho} said on {agenda|100% of Ada_Lind}.",
    "Delta talks: {expected|may go on} on {2031-04-02|April 2} with {absent|Ada Lind}.",
)
STEPS = [
    ("read", with_own_ids(dispatch(*LINES[:2], published="2031-01-05", publisher="The Delta Mail"), "")),
    ("read", with_own_ids(dispatch(*LINES[2:], published="2031-01-20"), "2031-02-01")),
    ("same", ([1, 5], "A. Clerk")),
    ("retracted", (9, "A. Clerk")),
    ("again", (1, "2031-02")),
    ("different", ([1, 5], "A. Clerk")),
    ("read", with_own_ids(dispatch(LINES[0], LINES[3]), None)),
    ("unjudged", 3),
]
POINTS: list[dict[str, Any]] = [
    {},
    {"recorded": "2031-01-02"},
    {"recorded": "2031-01-05", "published": "2031-01-10"},
    {"recorded": "2031-01-06"},
    {"published": "2031-02"},
]


@pytest.fixture
def filled(store: LedgerStore) -> LedgerStore:  # noqa: F811
    fill(store, STEPS)
    return store


@pytest.mark.parametrize("point", POINTS, ids=str)
def test_index_answers_as_the_book(filled: LedgerStore, point: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Timelines, statements and every record; also of records that are not loaded whole."""
    expected = as_of(filled.entries(), resolution=canonical_ids, **point)
    events = sorted(expected.events, key=event_key)
    said = sorted(expected.statements, key=said_key)
    ada = {a.id for a in expected.actors if a.name == "Ada Lind"}

    assert list(query.timeline(filled, **point)) == events
    assert list(query.timeline(filled, actor="ada lind", **point)) == [
        e for e in events if ada & {p.actor for p in e.participants}
    ]
    assert (
        list(query.timeline(filled, status="held", limit=1, **point)) == [e for e in events if e.status == "held"][:1]
    )
    assert list(query.statements(filled, is_all=True, **point)) == said
    assert list(query.statements(filled, is_all=True, about="talks", **point)) == [
        s for s in said if {e.id for e in events if "talks" in e.label} & {*s.about} or "talks" in s.content_text
    ]
    seen: tuple[Resolved, ...] = (*events, *expected.actors, *expected.channels)
    for record in seen:
        assert query.show(filled, record.id, **point) == find(expected, record.id)
    monkeypatch.setattr(snapshot, "MANY", 0)
    for actor in expected.actors:
        short = query.show(filled, actor.id, **point)
        assert (getattr(short, "name", None), getattr(short, "aliases", None)) == (actor.name, actor.aliases)


@pytest.mark.parametrize("point", POINTS, ids=str)
def test_channels_stand_in_the_order_of_their_names(filled: LedgerStore, point: dict[str, Any]) -> None:
    """All at once, and page by page."""
    expected = as_of(filled.entries(), resolution=canonical_ids, **point)
    names = sorted((c.name.casefold(), c.id) for c in expected.channels if is_current(c))
    shown = lists.channels(filled, **point)
    one_by_one = [lists.channels(filled, after=id, limit=1, **point) for _, id in names]

    assert [c.id for c in shown] == [id for _, id in names]
    assert [[c.id for c in page] for page in one_by_one] == [*([id] for _, id in names[1:]), *([[]] if names else [])]


@pytest.mark.parametrize("point", POINTS, ids=str)
def test_who_meets_whom_is_counted_by_canonical_ids(filled: LedgerStore, point: dict[str, Any]) -> None:
    """Over all events that were told of by then."""
    expected = as_of(filled.entries(), resolution=canonical_ids, **point)
    for actor in expected.actors:
        together = [{p.actor for p in e.participants} for e in expected.events]
        met = Counter(id for ids in together if actor.id in ids for id in ids - {actor.id})
        with filled.at(**point) as at:
            counted = dict(met_most(at, actor.id, 10))

        assert counted.keys() >= met.keys()
        assert point or counted == met


def test_records_are_counted_once_by_the_ids_that_they_go_by(filled: LedgerStore) -> None:
    """Those that were judged the same are one; those that were parted again are two."""
    expected = as_of(filled.entries(), resolution=canonical_ids)
    with filled.at() as at:
        counted = how_many(at)

    assert counted["event"] == len(expected.events)
    assert counted["actor"] >= len(expected.actors)
    assert counted["channel"] == len(expected.channels)
    assert counted["statement"] >= len(expected.statements) > 0


def test_records_of_two_kinds_under_one_id_stay_what_they_are(store: LedgerStore) -> None:  # noqa: F811
    """As in ledgers that let them be judged the same: each of their ids shows the record that it is of, with all that belongs to it, and a page goes on behind it."""
    fill(store, STEPS[:2])
    told = as_of(store.entries(), resolution=canonical_ids)
    every: tuple[Resolved, ...] = (*told.events, *told.actors, *told.channels, *told.statements)
    kinds = {id: type(record).__name__ for record in every for id in record.ids}
    store.append(recorded_at="2031-01-08T00:00:00Z", entries=[judgement("same", tuple(kinds), by="A. Clerk", why="x")])
    expected = as_of(store.entries(), resolution=canonical_ids)
    shown = {id: query.show(store, id) for id in kinds}

    assert len({view.id for view in shown.values() if isinstance(view, Resolved)}) == 1
    assert {id: type(view).__name__ for id, view in shown.items()} == kinds
    assert shown == {id: find(expected, id) for id in kinds}
    for page in (query.timeline, query.statements):
        assert len(page(store)) == 1
        assert page(store, after=page(store)[0].id) == ()
    with pytest.raises(UsageError, match="go on from"):
        lists.listed(store, "position", after=next(iter(kinds)))


def test_walking_the_calendar_finds_as_the_fetching_of_few(
    filled: LedgerStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many records fit a condition, the answer is the same."""
    asked: list[dict[str, Any]] = [{"actor": "lind"}, {"status": "held"}, {"channel": "river", "since": "2031-02"}]
    few = [query.timeline(filled, **each) for each in asked]
    about = query.statements(filled, is_all=True, about="talks", speaker="lind")
    monkeypatch.setattr("memcon.store.finding.FEW", 0)

    assert [query.timeline(filled, **each) for each in asked] == few
    assert query.statements(filled, is_all=True, about="talks", speaker="lind") == about


def test_index_made_anew_is_the_one_that_was_kept(filled: LedgerStore) -> None:
    """Row for row."""
    kept = rows(filled)
    with filled._writing() as connection:
        rebuild(connection)

    assert rows(filled) == kept
    assert filled.check() == ()


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"words": "talks"}, 2),
        ({"words": "TOLLS presiding"}, 2),
        ({"words": "tolls", "publisher": "delta"}, 1),
        ({"words": "talks", "since": "2031-02"}, 1),
        ({"words": "talks", "where": "events"}, 2),
        ({"words": "nowhere"}, 0),
        ({"words": "'); drop table entries; -- \" * % _"}, 0),
    ],
)
def test_search(filled: LedgerStore, asked: dict[str, Any], count: int) -> None:
    """All words must be there, in any case; no word is a command."""
    found = filled.search(**asked)

    assert len(found) >= count if count else found == ()
    assert all("[" in hit.passage for hit in found)


def test_documents_refused_cost_themselves(store: LedgerStore) -> None:  # noqa: F811
    """In a transaction of several the others are kept, and the index takes them in."""
    good, bad = dispatch(LINES[0]), dispatch(LINES[1])
    stray = judgement("same", ("a", "\ud800"), by="A. Clerk", why="x")
    with store.writing() as transaction:
        from memcon.ledger.assertions import assert_reading

        transaction.append(recorded_at="2031-01-01T00:00:00Z", document=good.document, entries=assert_reading(good))
        with pytest.raises(ValueError, match="surrogates"):
            transaction.append(recorded_at="2031-01-01T00:00:00Z", document=bad.document, entries=[stray])

    assert [e.label for e in query.timeline(store)] == ["River Commission #12"]
    assert store.document(bad.document.id) is None
    assert store.check() == ()


@pytest.mark.parametrize("wrong", ["delete from names", "select 1; drop table entries", "selec"])
def test_queries_only_read(filled: LedgerStore, wrong: str) -> None:
    """One query that reads is answered; all else is refused and changes nothing."""
    before = filled.digest()
    assert filled.select("select count(*) as n from events", 1)[0] == ("n",)
    with pytest.raises(UsageError):
        filled.select(wrong, 1)

    assert filled.digest() == before


@pytest.mark.parametrize(
    "view",
    ["events", "statements", "actors", "channels", "assertions", "judgements", "status_history", "canonical_ids"],
)
def test_views_can_be_read(filled: LedgerStore, view: str) -> None:
    """Each of the views that are named to users."""
    assert filled.select(f"select * from {view}", 1)[0]
