"""Equal names, judged to be one."""

from __future__ import annotations

from itertools import permutations

import pytest

from memcon.domain.actors import Actor, ActorKind
from memcon.domain.documents import Document
from memcon.domain.entries import Judgement, judgement
from memcon.domain.ids import content_id
from memcon.domain.reading import Reading
from memcon.domain.records import ChannelRef, Event
from memcon.resolve.clusters import canonical_ids
from memcon.resolve.namesakes import RULES, judge_names, names_of
from memcon.resolve.revisions import BY

LIND = content_id("actor", "person", "adalind", "NOR")
CHANNEL = ChannelRef(id="channel_1", name="Delta Forum")


def actor(id: str, key: str | None = "adalind", kind: ActorKind = "person", country: str | None = "NOR") -> Actor:
    return Actor(id=id, name="Ada Lind", kind=kind, country=country, key=key)


def event(id: str, *, ordinal: int | None = None, year: int | None = None, channel: bool = True) -> Event:
    return Event(
        id=id,
        kind="forum",
        label="Delta Forum",
        statuses=(),
        evidence=(),
        channel=CHANNEL if channel else None,
        ordinal=ordinal,
        year=year,
    )


def named(*records: Actor | Event) -> tuple[Judgement, ...]:
    return judge_names(
        Reading(
            document=Document(id="doc_1", ref="test", text=""),
            actors=tuple(r for r in records if isinstance(r, Actor)),
            events=tuple(r for r in records if isinstance(r, Event)),
        )
    )


def parted(*ids: str) -> Judgement:
    return judgement("different", ids, by="A. Clerk", why="two persons")


def test_a_judgement_tells_rule_version_and_reason() -> None:
    """An actor is the bearer of its name, in the words of the rule that says so."""
    assert named(actor("actor_a")) == (
        judgement("same", (LIND, "actor_a"), by="rule:same-name@1", why="equal kind, name and country"),
    )
    assert names_of(named(actor("actor_a"))) == {"actor_a": LIND}


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (actor("actor_a"), actor("actor_b"), True),
        (actor("actor_a", country=None), actor("actor_b", country=None), True),
        (actor("actor_a", "CHL", "state", "CHL"), actor("actor_b", "CHL", "state", "CHL"), True),
        (actor("actor_a"), actor("actor_b", "evalind"), False),
        (actor("actor_a"), actor("actor_b", country="SWE"), False),
        (actor("actor_a"), actor("actor_b", country=None), False),
        (actor("actor_a"), actor("actor_b", kind="organization"), False),
        (actor("actor_a", None), actor("actor_b", None), False),
        (event("event_a", year=2031), event("event_b", year=2031), True),
        (event("event_a", ordinal=2), event("event_b", ordinal=2), True),
        (event("event_a", year=2031), event("event_b", year=2032), False),
        (event("event_a", ordinal=2), event("event_b", ordinal=3), False),
        (event("event_a"), event("event_b"), False),
        (event("event_a", year=2031, channel=False), event("event_b", year=2031, channel=False), False),
    ],
)
def test_what_is_judged_the_same(one: Actor | Event, other: Actor | Event, is_one: bool) -> None:
    """Actors of equal kind, name and country, and a channel's meetings of equal number or year; nothing without a name."""
    found = canonical_ids([*named(one), *named(other)])

    assert (found.get(one.id, one.id) == found.get(other.id, other.id)) is is_one


def test_a_session_that_all_documents_share_needs_no_judgement() -> None:
    """Its id is its name."""
    assert named(event(content_id("event", CHANNEL.id, 7), ordinal=7)) == ()


def test_record_goes_by_its_name_however_many_bear_it() -> None:
    """The canonical id does not change as documents are added."""
    assert canonical_ids(named(actor("actor_z"))) == {LIND: LIND, "actor_z": LIND}
    assert set(canonical_ids([*named(actor("actor_z")), *named(actor("actor_a"))]).values()) == {LIND}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_person_parts_namesakes_whenever_the_rule_speaks(order: tuple[int, ...]) -> None:
    """Of two bearers of one name whom a person parts, the one that was named later goes by its own id."""
    first, second = named(actor("actor_a"))[0], named(actor("actor_b"))[0]
    found = canonical_ids([[first, second, parted("actor_a", "actor_b")][n] for n in order])
    kept, left = ("actor_a", "actor_b") if order.index(0) < order.index(1) else ("actor_b", "actor_a")

    assert (found[kept], found.get(left, left)) == (LIND, left)


def test_person_takes_one_bearer_out_of_many() -> None:
    """Parted from the record itself, by the id that it goes by, one is left alone and the others stay together."""
    found = canonical_ids([*(named(actor(f"actor_{n}"))[0] for n in range(4)), parted("actor_2", LIND)])

    assert {id for id, canonical in found.items() if canonical == LIND} == {LIND, "actor_0", "actor_1", "actor_3"}
    assert found.get("actor_2", "actor_2") == "actor_2"


def test_parted_bearers_may_have_each_their_own() -> None:
    """What a person adds to one of the two does not come to the other."""
    same = judgement("same", ("actor_b", "actor_c"), by="A. Clerk", why="the same desk")
    judged = [*(named(actor(f"actor_{n}"))[0] for n in "abc"), parted("actor_a", "actor_b"), same]

    assert canonical_ids(judged) == {LIND: LIND, "actor_a": LIND, "actor_b": "actor_b", "actor_c": "actor_b"}


def test_rules_are_told_from_each_other() -> None:
    """Each has a name of its own, and none that of the rule of readings."""
    assert len({rule.name for rule in RULES} | {BY}) == len(RULES) + 1
