"""Answers that take a short way: the same as by the long one."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from memcon import lists, query
from memcon.domain.views import ActorView, CommitmentView, ProcessView
from memcon.serve import answers, overviews
from memcon.serve.asked import (
    ActorsAsked,
    ChangesAsked,
    ListAsked,
    NetworkAsked,
    Paged,
    Point,
    SearchAsked,
    StatementsAsked,
    TimelineAsked,
)
from memcon.store.ledger import LedgerStore

pytestmark = pytest.mark.model


@pytest.mark.parametrize("as_of", [None, "2021"])
def test_whom_an_actor_meets_is_counted_over_all_its_events(book: LedgerStore, as_of: str | None) -> None:
    """Not only over those of its page, and as of the point that is asked."""
    point = Point(as_of=as_of)
    counts: Counter[str] = Counter(p.actor for e in query.timeline(book, **point.point) for p in e.participants)
    for id, _ in counts.most_common(4):
        met: Counter[str] = Counter()
        for event in query.timeline(book, actor=id, **point.point):
            met.update({p.actor for p in event.participants} - {id})
        found = answers.record(book, id, point)
        assert isinstance(found, ActorView)
        answer = answers.actor(book, found, Paged(as_of=as_of, limit=1), "2025-01-01")

        expected = sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))
        assert list(answer.meets) == expected[: answers.BESIDE] != []
        assert len(answer.events.items) == 1


def test_the_first_page_counts_what_the_lists_show(book: LedgerStore) -> None:
    """Acts that are told like statements are in no list of statements, so they are not counted as such."""
    counted = answers.counts(book)

    assert counted["statement"] == len(query.statements(book)) < len(query.statements(book, is_all=True))
    assert counted["event"] == len(query.timeline(book))


def test_who_meets_whom_is_counted_by_what_took_place(book: LedgerStore) -> None:
    """Or of which nobody tells whether it did: not by what is ahead, and not by what was called off."""
    met = [e for e in query.timeline(book) if e.status in ("held", "under_way", None)]
    net = overviews.network(book, NetworkAsked(most=60))
    pairs = Counter(
        frozenset((one, other))
        for event in met
        for one, other in combinations(dict.fromkeys(p.actor for p in event.participants if p.kind != "group"), 2)
    )

    assert net.counted == len(met) < len(query.timeline(book))
    assert {frozenset((e.one.id, e.other.id)): e.events for e in net.edges} == pairs


def test_those_that_take_part_are_some_of_those_that_are_named(book: LedgerStore) -> None:
    """The page says how many it leaves out."""
    known = overviews.actors(book, ActorsAsked())

    assert 0 < len(known.items) < known.of == answers.counts(book)["actor"]


def test_a_wire_is_a_publisher_where_none_is_told(book: LedgerStore) -> None:
    """The lists name it so; a search shows it and finds by it."""
    found = answers.search(book, SearchAsked(q="talks", publisher="harbor"))

    assert {hit.publisher for hit in found.items} == {"Harbor Wire"}


@pytest.mark.parametrize("day", ["2024-01-10", "2024-09-01", "2023-11-20", "2023-01-05", "2019-01-01"])
def test_what_is_ahead_and_what_is_overdue(book: LedgerStore, day: str) -> None:
    """The next ones, and those of the year before whose day has passed last."""
    year_before = f"{int(day[:4]) - 1}{day[4:]}"
    home = answers.home(book, ChangesAsked(), day)

    assert home.upcoming == query.upcoming(book, day, since=day)[: answers.BESIDE]
    overdue = query.upcoming(book, day, is_overdue=True, since=year_before, until=day)
    assert home.overdue == overdue[-answers.OVERDUE :]
    assert bool(home.overdue) == (day > "2023-11-14")


def test_an_old_ledger_tells_what_was_ahead_of_its_newest_document(book: LedgerStore) -> None:
    """Where nothing is ahead of today; none of it counts as overdue beside that."""
    home = answers.home(book, ChangesAsked(), "2031-01-01")
    newest = answers.home(book, ChangesAsked(), home.ahead_of)

    assert home.ahead_of == max(s.published or "" for s in home.documents)
    assert newest.ahead_of == home.ahead_of
    assert home.upcoming == newest.upcoming
    assert not set(home.upcoming) & set(home.overdue)


@pytest.mark.parametrize("as_of", [None, "2021"])
def test_what_an_actor_did_and_said_last_comes_first(book: LedgerStore, as_of: str | None) -> None:
    """Page by page; events of which nobody knows when stand last all the same."""
    point = Point(as_of=as_of)
    found = answers.record(book, query.timeline(book)[0].participants[0].actor, point)
    assert isinstance(found, ActorView)
    events = query.timeline(book, actor=found.id, **point.point)
    dated = [e for e in events if e.interval is not None]
    paged: list[object] = []
    asked, after = Paged(as_of=as_of, limit=2), None
    while not paged or after:
        page = answers.actor(book, found, asked.model_copy(update={"after": after}), "2031-01-01").events
        paged, after = [*paged, *page.items], page.next
    said = query.statements(book, speaker=found.id, **point.point)

    assert paged == [*reversed(dated), *(e for e in events if e.interval is None)]
    assert len(paged) > 2
    assert answers.actor(book, found, asked, "2031-01-01").statements == said[::-1][: answers.OF_AN_ACTOR]


@pytest.mark.parametrize("since", [None, "2021"])
def test_statements_the_newest_first(book: LedgerStore, since: str | None) -> None:
    """Page by page, in the other order."""
    whole = query.statements(book, since=since)
    paged: list[object] = []
    asked, after = StatementsAsked(order="newest", limit=3, since=since), None
    while not paged or after:
        page = answers.statements(book, asked.model_copy(update={"after": after}))
        paged, after = [*paged, *page.items], page.next

    assert paged == list(reversed(whole))
    assert len(paged) > 3


@pytest.mark.parametrize("kind", ["position", "commitment", "process"])
@pytest.mark.parametrize("since", [None, "2021"])
def test_newest_first_is_the_other_way_round(book: LedgerStore, kind: str, since: str | None) -> None:
    """Page by page, and with those of which nobody knows when at the end all the same."""
    whole = lists.listed(book, kind, since=since)  # type: ignore[arg-type]
    dated = [r for r in whole if any(source.published for source in r.sources)]
    paged: list[object] = []
    asked, after = ListAsked(order="newest", limit=2, since=since), None
    while not paged or after:
        page = answers.listed(book, kind, asked.model_copy(update={"after": after}))  # type: ignore[arg-type]
        paged, after = [*paged, *page.items], page.next

    assert paged == [*reversed(dated), *(r for r in whole if r not in dated)]
    assert len(paged) > (2 if kind != "process" else 0)


def test_what_the_parties_did_afterwards_stands_beside_a_commitment(book: LedgerStore) -> None:
    """Those in which every party takes part, a state by anybody of its own, and none from before."""
    found = {c.text: answers.single(book, c, Point()) for c in lists.listed(book, "commitment")}
    answer = next(a for a in found.values() if a.afterwards)
    record = answer.record

    assert isinstance(record, CommitmentView)
    assert len(record.parties) > 1
    assert all((e.when or "") >= min(s.published or "" for s in record.sources)[:4] for e in answer.afterwards)
    assert not {e.id for e in answer.about} & {e.id for e in answer.afterwards}
    assert all(not a.afterwards for a in found.values() if len(getattr(a.record, "parties", ())) < 2)


def test_events_about_a_process_are_found_by_any_of_its_names(book: LedgerStore) -> None:
    """Of two names each, and both."""
    first, second = (e.label for e in (query.timeline(book)[0], query.timeline(book)[-1]))
    one, other = (query.timeline(book, about=each) for each in (first, second))
    both = query.timeline(book, about=(first, second))

    assert {e.id for e in both} == {e.id for e in (*one, *other)} > {e.id for e in one}
    for process in lists.listed(book, "process"):
        assert isinstance(process, ProcessView)
        asked = answers.topic(book, TimelineAsked(process=process.id))
        assert asked == (process.name, *process.aliases)[: answers.NAMES_OF_A_PROCESS]
