"""How a record is held against the gold record: hand-made cases, one rule of the score each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval import Counts
from eval.agreement import align, compare, pair_events, same_family
from eval.record import Actor, Channel, Claim, Event, Record, Statement

NOTHING = Record(actors=(), events=(), statements=(), positions=(), commitments=(), processes=(), precedents=())

SOTO = Actor(id="g1", name="Maria Soto", kind="person", mentions=((0, 20), (50, 53)))
BRANDT = Actor(id="g2", name="Uwe Brandt", kind="person", mentions=((25, 46),))

MEETING = Event(
    id="e1",
    kind="meeting",
    status="held",
    minor=False,
    places=((21, 24),),
    when="2024-05-14",
    place="Lima",
    participants=(("g1", "host"), ("g2", "visitor")),
    channel=None,
    ordinal=None,
    agenda=((60, 70),),
    outcome=(),
)

GOLD = replace(NOTHING, actors=(SOTO, BRANDT), events=(MEETING,))


def share(counts: Counts, name: str) -> tuple[float, float, float]:
    return counts[f"{name}.hits"], counts[f"{name}.found"], counts[f"{name}.gold"]


def test_a_record_agrees_with_itself() -> None:
    """Every question has the answer "right", and nothing is split, merged or too much."""
    counts = compare(GOLD, GOLD)

    names = ("events", "right", "kind", "status", "when", "place", "participants", "complete", "roles", "agenda")
    assert {n: share(counts, n) for n in names} == {
        n: (k, k, k) for n, k in zip(names, (1, 1, 1, 1, 1, 1, 2, 1, 2, 1), strict=True)
    }
    assert (share(counts, "split")[0], share(counts, "merged")[0]) == (0, 0)


def test_an_event_is_found_by_a_word_that_names_it() -> None:
    """Evidence that covers none of the triggers answers nothing, whatever else agrees."""
    elsewhere = replace(GOLD, events=(replace(MEETING, places=((90, 120),)),))
    around = replace(GOLD, events=(replace(MEETING, places=((0, 80),)),))

    assert share(compare(GOLD, elsewhere), "events") == (0, 1, 1)
    assert share(compare(GOLD, around), "events") == (1, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("meeting", "visit", True),
        ("signing", "agreement", True),
        ("sanction", "sanction", True),
        ("meeting", "sanction", False),
        ("aid", "agreement", False),
    ],
)
def test_kinds_of_one_family_answer_one_another(one: str, other: str, expected: bool) -> None:
    """A call may answer a meeting; a sanction answers neither."""
    assert same_family(one, other) is expected


def test_a_wrong_party_makes_a_record_wrong() -> None:
    """It still answers the event, but the record is not right; the missing second party makes it incomplete."""
    stranger = Actor(id="f9", name="Ann Lee", kind="person", mentions=((80, 87),))
    found = replace(
        GOLD,
        actors=(SOTO, stranger),
        events=(replace(MEETING, participants=(("g1", "host"), ("f9", "visitor"))),),
    )

    counts = compare(GOLD, found)

    assert share(counts, "events") == (1, 1, 1)
    assert share(counts, "right") == (0, 1, 1)
    assert share(counts, "participants") == (1, 2, 2)
    assert share(counts, "complete") == (0, 1, 1)


def test_a_minor_event_is_neither_asked_for_nor_false() -> None:
    """What answers it leaves the counts alone, but for those of all events."""
    minor = replace(GOLD, events=(replace(MEETING, minor=True),))

    assert share(compare(minor, GOLD), "events") == (0, 0, 0)
    assert share(compare(minor, GOLD), "all_events") == (1, 1, 1)
    assert share(compare(minor, NOTHING), "events") == (0, 0, 0)


def test_the_pair_that_agrees_more_comes_first() -> None:
    """Two events of one sentence: the one with the same parties answers."""
    other = replace(MEETING, id="e2", participants=(("g1", "host"),), when=None, places=((30, 33),))
    whole = ((0, 80),)
    found = (replace(other, id="f2", places=whole), replace(MEETING, id="f1", places=whole))

    pairs = pair_events((MEETING, other), found, {"g1": "g1", "g2": "g2"})

    assert [(g.id, f.id) for g, f in pairs] == [("e1", "f1"), ("e2", "f2")]


def test_split_and_merged_events_are_counted() -> None:
    """Two records of one event are one split; one record over two events is one merged."""
    twice = replace(GOLD, events=(MEETING, replace(MEETING, id="e1b")))
    second = replace(MEETING, id="e2", places=((70, 75),))
    over_both = replace(GOLD, events=(replace(MEETING, places=((21, 24), (70, 75))),))

    assert share(compare(GOLD, twice), "split") == (1, 2, 1)
    assert share(compare(replace(GOLD, events=(MEETING, second)), over_both), "merged") == (1, 1, 2)


@pytest.mark.parametrize(
    ("found", "right", "honest"),
    [("2024-05-14", 1, 1), ("2024-05-14T10:00", 1, 1), (None, 0, 1), ("2024-05-15", 0, 0), ("2024-05", 0, 0)],
)
def test_a_day_is_right_or_open_or_wrong(found: str | None, right: int, honest: int) -> None:
    """Left open where the gold has a day, it is not right and not wrong."""
    counts = compare(GOLD, replace(GOLD, events=(replace(MEETING, when=found),)))

    assert (counts["when.hits"], counts["when_open_or_right.hits"]) == (right, honest)


def test_actors_are_the_same_by_mention_or_name() -> None:
    """Mentions that end together are one; the state in a title is nobody in the gold."""
    state = Actor(id="f0", name="Peru", kind="state", mentions=((0, 4),))
    by_mention = Actor(id="f1", name="Soto", kind="person", mentions=((10, 20),))
    by_name = Actor(id="f2", name="Mr Brandt", kind="person", mentions=((200, 206),))

    assert align((SOTO, BRANDT), (state, by_mention, by_name)) == {"f1": "g1", "f2": "g2"}


def test_documents_about_something_else_count_what_is_read_there() -> None:
    """Where the gold has no event, every record is one too many."""
    assert share(compare(NOTHING, GOLD), "elsewhere") == (1, 1, 1)
    assert share(compare(NOTHING, NOTHING), "elsewhere") == (0, 1, 1)


def test_statements_agree_as_in_polnear_and_then_the_speaker_is_asked() -> None:
    """Source, cue and content overlap; the right words with another speaker are one hit and one wrong speaker."""
    said = Statement(id="s1", speaker="g1", source=((50, 53),), cue=((54, 58),), content=((59, 80),), minor=False)
    gold = replace(GOLD, statements=(said,))
    found = replace(GOLD, statements=(replace(said, speaker="g2"),))

    assert share(compare(gold, found), "statements") == (1, 1, 1)
    assert share(compare(gold, found), "speaker") == (0, 1, 1)
    assert share(compare(gold, replace(found, statements=(replace(said, cue=((90, 94),)),))), "statements") == (0, 1, 1)


def test_a_position_agrees_by_words_holder_and_stance() -> None:
    """Another stance over the same words is spotted, and wrong."""
    holds = Claim(id="p1", holders=("g1",), label="oppose", places=((30, 60),), minor=False)
    gold = replace(GOLD, positions=(holds,))
    found = replace(GOLD, positions=(replace(holds, label="support"),))

    assert share(compare(gold, gold), "positions") == (1, 1, 1)
    assert share(compare(gold, found), "positions") == (0, 1, 1)
    assert share(compare(gold, found), "positions.spotted") == (1, 1, 1)


def test_channels_answer_by_place_and_name() -> None:
    """The same place under another name, and the same name elsewhere, answer nothing; a shorter name does."""
    council = Channel(id="h1", names=("Nordic Security Dialogue",), places=((10, 34),))
    gold = replace(NOTHING, channels=(council,))

    def found(name: str, place: tuple[int, int]) -> Record:
        return replace(NOTHING, channels=(Channel(id="f1", names=(name,), places=(place,)),))

    assert share(compare(gold, found("Security Dialogue", (0, 80))), "channels") == (1, 1, 1)
    assert share(compare(gold, found("Fisheries Forum", (0, 80))), "channels") == (0, 1, 1)
    assert share(compare(gold, found("Security Dialogue", (90, 120))), "channels") == (0, 1, 1)
