"""Answers that take a short way: the same as by the long one."""

from __future__ import annotations

from collections import Counter

import pytest

from memcon import query
from memcon.domain.views import ActorView
from memcon.serve import answers
from memcon.serve.asked import ChangesAsked, Paged, Point
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
        answer = answers.actor(book, found, Paged(as_of=as_of, limit=1))

        expected = sorted(met.items(), key=lambda pair: (-pair[1], pair[0]))
        assert list(answer.meets) == expected[: answers.BESIDE] != []
        assert len(answer.events.items) == 1


@pytest.mark.parametrize("day", ["2024-01-10", "2024-09-01", "2023-11-20", "2023-01-05", "2019-01-01"])
def test_what_is_ahead_and_what_is_overdue(book: LedgerStore, day: str) -> None:
    """The next ones, and those of the year before whose day has passed last."""
    year_before = f"{int(day[:4]) - 1}{day[4:]}"
    home = answers.home(book, ChangesAsked(), day)

    assert home.upcoming == query.upcoming(book, day, since=day)[: answers.BESIDE]
    overdue = query.upcoming(book, day, is_overdue=True, since=year_before, until=day)
    assert home.overdue == overdue[-answers.OVERDUE :]
    assert bool(home.overdue) == (day > "2023-11-14")
