"""How mentions of actors are held against the gold's: hand-made cases, one rule of the score each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.coreference import count_mentions, form_of, is_same_place
from eval.record import Actor, Claim, Record, Statement
from tests.eval.test_agreement import NOTHING

TEXT = "Minister Maria Soto came. She met Uwe Brandt, the envoy. The minister said so."


def actor(identifier: str, name: str, *mentions: str) -> Actor:
    places = tuple((TEXT.index(m), TEXT.index(m) + len(m)) for m in mentions)
    return Actor(id=identifier, name=name, kind="person", mentions=places)


def speaking(*actors: Actor, of: str = "a") -> Record:
    said = Statement(id="s", speaker=of, source=(), cue=(), content=(), minor=False)
    return replace(NOTHING, actors=actors, statements=(said,))


GOLD = speaking(
    actor("a", "Maria Soto", "Minister Maria Soto", "She", "minister"), actor("b", "Uwe Brandt", "Uwe Brandt")
)


def counted(found: Record, name: str) -> tuple[float, float, float]:
    counts = count_mentions(GOLD, found, TEXT)
    return tuple(counts.get(f"actors.{name}.{part}", 0.0) for part in ("hits", "found", "gold"))  # type: ignore[return-value]


def test_only_needed_actors_are_asked_for() -> None:
    """The speaker's three mentions count, one of each form; the man who is only met does not."""
    assert {name: counted(GOLD, name) for name in ("mentions", "names", "nominals", "pronouns")} == {
        "mentions": (3, 3, 3),
        "names": (1, 1, 1),
        "nominals": (1, 1, 1),
        "pronouns": (1, 1, 1),
    }


def test_a_holder_of_a_position_is_needed_too() -> None:
    """Whoever takes a position is asked for."""
    position = Claim(id="p", holders=("b",), label="support", places=((0, 3),), minor=False)
    gold = replace(GOLD, statements=(), positions=(position,))

    assert count_mentions(gold, gold, TEXT)["actors.mentions.gold"] == 1


def test_a_person_read_as_two_counts_once() -> None:
    """The office that became an actor of its own is missed where the named one answers."""
    found = speaking(actor("x", "Maria Soto", "Maria Soto", "She"), actor("y", "minister", "The minister"))

    assert counted(found, "mentions") == (2, 2, 3)
    assert counted(found, "nominals") == (0, 0, 1)


def test_a_mention_of_somebody_else_is_wrong() -> None:
    """A pronoun given to the wrong actor is one given and not right."""
    found = speaking(actor("x", "Maria Soto", "Maria Soto", "The minister", "Uwe Brandt"))

    assert counted(found, "mentions") == (2, 3, 3)
    assert counted(found, "names") == (1, 2, 1)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Minister Maria Soto", "Maria Soto", True),
        ("Uwe Brandt", "Uwe Brandt, the envoy", True),
        ("The minister", "minister", True),
        ("Maria Soto", "Minister", False),
    ],
)
def test_mentions_are_the_same_that_end_or_start_together(one: str, other: str, expected: bool) -> None:
    """A title before and an office behind may belong to the mention or not; an article never matters."""
    places = [(TEXT.index(m), TEXT.index(m) + len(m)) for m in (one, other)]

    assert is_same_place(places[0], places[1], TEXT) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he", "pronouns"),
        ("We", "pronouns"),
        ("the two sides", "nominals"),
        ("Foreign Secretary", "nominals"),
        ("Maria Soto", "names"),
        ("Peru", "names"),
    ],
)
def test_the_form_is_told_by_the_words(text: str, expected: str) -> None:
    """By the last word: a pronoun alone, a noun in lower case or of offices, else a name."""
    assert form_of(text, (0, len(text))) == expected
