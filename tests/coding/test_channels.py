"""Standing channels: named by what they are for, by the parties before them, in lower case, and in session."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


def _told(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    names = {a.id: a.name for a in reading.actors}
    return [(c.name, tuple(names[p] for p in c.parties)) for c in reading.channels]


@pytest.mark.parametrize(
    ("text", "name", "parties"),
    [
        ("The Norway-Chad Strategic Dialogue was held in Oslo on Monday.", "Strategic Dialogue", ("Norway", "Chad")),
        ("Norway and Chad will launch a new security dialogue in May.", "security dialogue", ("Norway", "Chad")),
        ("They formed the Working Group on Border Fisheries.", "Working Group on Border Fisheries", ()),
        ("The Norway-Chad Joint Border Commission met in Oslo.", "Joint Border Commission", ("Norway", "Chad")),
    ],
)
def test_a_channel_with_its_parties(
    text: str, name: str, parties: tuple[str, ...], read: Callable[..., Reading]
) -> None:
    """Both parties joined by a dash, those who launch it, and none where none is told."""
    assert [(name, parties)] == _told(read(text))


def test_the_states_before_a_shared_body_meet_in_it(read: Callable[..., Reading]) -> None:
    """The body itself is no third party, and "the Commission" is the one named before."""
    reading = read(
        "The Norway-Chad Joint Border Commission met in Oslo on Monday. The Commission last met in Lima in 2018."
    )
    names = {a.id: a.name for a in reading.actors}

    assert {"Norway", "Chad"} == {names[p.actor] for p in reading.events[0].participants}
    assert 1 == len({e.channel for e in reading.events})


def test_a_name_of_many_is_another_one_of_other_sides(read: Callable[..., Reading]) -> None:
    """In whatever order the sides are told, and not that of another pair, be it in the same text."""
    [first] = read("The Norway-Chad Joint Border Commission met in Oslo on Monday.").channels
    [again] = read(
        "The 5th meeting of the Joint Border Commission of Chad and Norway was held in Oslo on Monday."
    ).channels
    both = read(
        "The Norway-Peru Strategic Dialogue was held in Oslo. The Norway-Chad Strategic Dialogue was held in Lima."
    )

    assert first.id == again.id
    assert 2 == len({c.id for c in both.channels})


@pytest.mark.parametrize("fate", ["go down the same road as", "end up like"])
def test_how_long_another_one_ran_is_not_told_of_it(fate: str, read: Callable[..., Reading]) -> None:
    """ "Run from 2018-21" is told of the working group, whatever verb the parser hangs the years on."""
    channels = read(
        "Norway and Chad opened a dialogue channel. Diplomats have voiced concern that the dialogue channel could "
        f'{fate} the joint "working group" run by Lima and Oslo during the Lind government from 2018-21.'
    ).channels

    assert {("working group", "2018", "2021")} == {(c.name, c.start, c.end) for c in channels}


def test_a_further_body_is_no_numbered_session(read: Callable[..., Reading]) -> None:
    """A number behind "a" counts bodies."""
    assert [] == [
        e.ordinal for e in read("Norway and Chad decided to set up a fourth working group on cod.").events if e.ordinal
    ]


def test_a_rhythm_makes_a_channel(read: Callable[..., Reading]) -> None:
    """What is to run on a regular basis is a channel, with that as its cadence."""
    [channel] = read("Norway wants to make the dialogue channel run on a regular basis.").channels

    assert ("dialogue channel", "regular") == (channel.name, channel.cadence)


def test_a_council_that_only_speaks_is_none(read: Callable[..., Reading]) -> None:
    """Praise is no session; a resolution adopted is one."""
    assert [] == _told(read("The UN Security Council praised Norway."))
    assert ["UN Security Council"] == [
        n for n, _ in _told(read("The UN Security Council adopted a resolution on Monday."))
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway and Chad held the seventh round of their strategic dialogue in Oslo. The first round of the strategic dialogue was held in Lima in May 2019.", ("2019-05", None, None)),
        ("Ministers met in Oslo for the annual Norway-Chad ministerial consultations.", (None, None, "annual")),
        ("Norway and Chad praised the Fisheries Dialogue taking place on 11-12 July 2024 in Oslo.", (None, None, None)),
    ],
)  # fmt: skip
def test_a_channel_began_with_its_first_session_and_outlasts_one(
    text: str, told: tuple[str | None, str | None, str | None], read: Callable[..., Reading]
) -> None:
    """The days of a session are no lifespan; how often it meets may be told before its parties."""
    assert {told} == {(c.start, c.end, c.cadence) for c in read(text).channels}


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        ("The OECD council held its fifth meeting in Oslo on Monday.", "2024-05-15", [("OECD council", ())]),
        ("Oil ministers came to Lima for the 80th OPEC conference.", "1987-06-22", [("OPEC", ())]),
        ("The NRC told Lima Rail on Monday to close the line.", "1987-05-15", []),
        ("The Nordic Rail Company (NRC) met bankers. The NRC was praised in Oslo.", "2024-05-15", []),
        ("The G-7 will meet in Venice next week, Norway told Japan.", "1987-06-01", [("G-7", ())]),
        ("Dealers praised the G-7 accord in Oslo. The pact of the Group of Seven was signed in Paris.", "1987-06-01", []),
        ("The Lind administration's Trade Policy Council met on Monday. The Trade Policy Council meeting was short.", "2024-05-15", []),
    ],
)  # fmt: skip
def test_bodies_of_states_in_session(
    text: str, published: str, told: list[tuple[str, tuple[str, ...]]], read: Callable[..., Reading]
) -> None:
    """Organs of bodies of states and groups when they sit, with no parties that are not told to be members; acronyms only of what there was by then."""
    assert told == _told(read(text, published))


def test_a_group_of_which_all_members_are_named_has_them_as_parties(read: Callable[..., Reading]) -> None:
    """In one sentence."""
    [channel] = read(
        "The Group of Five -- the United States, Japan, West Germany, France and Britain -- met in Paris.", "1987-03-01"
    ).channels

    assert 5 == len(channel.parties)


def test_a_summit_meeting_is_one_session(read: Callable[..., Reading]) -> None:
    """The second noun of "summit meeting" behind a channel's name is no other meeting."""
    reading = read("President Maria Soto attended the G-20 Summit Meeting in Lima on Monday.")

    assert [(e.kind, e.channel and e.channel.name) for e in reading.events] == [("summit", "G-20")]
