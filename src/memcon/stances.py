"""Who stands how to what, in short: what a matrix of actors by issues is made of. Told by the index where that is certain, else by the positions put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from memcon import lists
from memcon.domain.views import PositionView
from memcon.ledger.asked import Key, is_current, is_said_in, said_key, window_of
from memcon.query import Book, ids_of_each
from memcon.store.finding import Condition, Linked, in_time
from memcon.store.settled import Stance, stances_by_index
from memcon.store.snapshot import Snapshot


def stances(
    ledger: Book,
    *,
    actor: str | None = None,
    about: str | None = None,
    stance: str | None = None,
    since: str | None = None,
    until: str | None = None,
    recorded: str | None = None,
    published: str | None = None,
    is_newest_first: bool = False,
    limit: int,
) -> tuple[Stance, ...]:
    """The positions that `memcon.lists.listed` gives, in its order and asked alike, in short. Raises `UsageError` as it does."""
    if about is not None or recorded is not None or published is not None:
        found = lists.listed(
            ledger, "position", actor=actor, about=about, stance=stance, since=since, until=until,
            recorded=recorded, published=published, is_newest_first=is_newest_first, limit=limit,
        )  # fmt: skip
        return tuple(map(_in_short, found))
    windows = [] if (window := window_of(since, until)) is None else [window]
    with ledger.at() as at:
        actors = ids_of_each(at, actor)
        asked = (*(("actor", each) for each in actors), *([("stance", {stance})] if stance else []))
        conditions: list[Condition] = [(Linked(properties=(p,), targets=frozenset(t)),) for p, t in asked]

        def is_asked(position: PositionView) -> bool:
            is_theirs = all(position.actor in each for each in actors)
            is_in_time = all(is_said_in(window)(position) for window in windows)
            return is_theirs and is_in_time and stance in (None, position.stance) and is_current(position)

        blocks = in_time(
            at, "position", windows=windows, conditions=conditions, size=limit, is_newest_first=is_newest_first
        )
        return tuple(islice((each for block in blocks for each in _told(at, block, is_asked)), limit))


def _told(at: Snapshot, places: Sequence[Key], is_asked: Callable[[PositionView], bool]) -> Iterator[Stance]:
    """The positions of some places in the calendar, each at the one where it stands."""
    ids = [place[3] for place in places]
    known = stances_by_index(at, ids)
    rest = at.excerpt((id for id in ids if id not in known), has_actors=False).views().positions
    others = {position.id: position for position in rest if is_asked(position)}
    for place in places:
        if place[3] in known:
            yield known[place[3]]
        elif place[3] in others and said_key(others[place[3]]) == place:
            yield _in_short(others[place[3]])


def _in_short(position: PositionView) -> Stance:
    return Stance(
        id=position.id,
        actor=position.actor,
        stance=position.stance,
        target=position.target,
        target_text=position.target_text,
    )
