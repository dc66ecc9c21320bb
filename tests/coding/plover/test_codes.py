"""PLOVER rows: what sentences are coded as, who does it and to whom, and what has no row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.domain.reading import Reading

pytestmark = pytest.mark.model


def rows(reading: Reading) -> list[tuple[str, list[str], list[str]]]:
    return [(c.type, [p.text for p in c.actors], [p.text for p in c.recipients]) for c in reading.codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway condemned Peru.", ("ACCUSE", ["Norway"], ["Peru"])),
        ("Norway opened an investigation into Peru.", ("ACCUSE", ["Norway"], ["Peru"])),
        ("Norway called for sanctions against Peru.", ("ACCUSE", ["Norway"], ["Peru"])),
        ("Norway rejected a proposal by Peru.", ("REJECT", ["Norway"], ["Peru"])),
        ("Norway refused to release the Peruvian sailors.", ("REJECT", ["Norway"], ["the Peruvian sailors"])),
        ("Norway threatened to attack Peru.", ("THREATEN", ["Norway"], ["Peru"])),
        ("Norway will impose sanctions on Peru.", ("THREATEN", ["Norway"], ["Peru"])),
        ("Norway urged Peru to release the hostages.", ("REQUEST", ["Norway"], ["Peru"])),
        ("Norway said that Peru must release the hostages.", ("REQUEST", ["Norway"], ["Peru"])),
        ("Norway praised Peru.", ("SUPPORT", ["Norway"], ["Peru"])),
        ("Norway and Peru signed a treaty.", ("SUPPORT", ["Norway", "Peru"], [])),
        ("Norway agreed to send aid to Peru.", ("AGREE", ["Norway"], ["Peru"])),
        ("Norway met Peru.", ("CONSULT", ["Norway"], ["Peru"])),
        ("Norway lifted sanctions on Peru.", ("CONCEDE", ["Norway"], ["Peru"])),
        ("Norway withdrew its troops from Peru.", ("RETREAT", ["Norway"], ["Peru"])),
        ("Norway suspended aid to Peru.", ("SANCTION", ["Norway"], ["Peru"])),
        ("Norway announced the suspension of aid to Peru.", ("SANCTION", ["Norway"], ["Peru"])),
        ("Norway stopped supplying food to Peru.", ("SANCTION", ["Norway"], ["Peru"])),
        ("Norway imposed sanctions on Peru.", ("COERCE", ["Norway"], ["Peru"])),
        ("Norway sent troops to Peru.", ("MOBILIZE", ["Norway"], ["Peru"])),
        ("Norway sent peacekeepers to Peru.", ("AID", ["Norway"], ["Peru"])),
        ("Rebels attacked Peru.", ("ASSAULT", ["Rebels"], ["Peru"])),
        ("Norway held joint exercises with Peru.", ("COOPERATE", ["Norway"], ["Peru"])),
        ("Peru received aid from Norway.", ("AID", ["Norway"], ["Peru"])),
    ],
)  # fmt: skip
def test_type_and_parties(text: str, expected: tuple[str, list[str], list[str]], read: Callable[..., Reading]) -> None:
    """The first row is what the main clause tells, with an operator's effect."""
    assert expected == rows(read(text))[0]


@pytest.mark.parametrize(
    "text",
    [
        "If Norway attacks Peru, prices will rise.",
        "Norway did not attack Peru.",
        "Did Norway attack Peru?",
        "The striker fired a shot over the bar.",
        "The retailer met analysts and raised its outlook.",
        "Rain is expected on Sunday.",
        "Talk to a doctor first.",
    ],
)
def test_what_has_no_row(text: str, read: Callable[..., Reading]) -> None:
    """Conditions, denials, questions, sport, business, weather and advice."""
    assert rows(read(text)) == []


def test_a_row_rests_on_the_event_of_its_words(read: Callable[..., Reading]) -> None:
    """A meeting's row names the meeting; the word that decided and the contexts are given."""
    reading = read("The Norwegian ambassador met the Peruvian president in Lima on Monday.")
    (row,) = reading.codes

    assert (row.record, row.word.text, row.contexts) == (reading.events[0].id, "met", ("diplomatic", "executive"))


def test_an_act_below_another_is_no_row_of_its_own(read: Callable[..., Reading]) -> None:
    """ "agreed to meet" is one row; what is coordinated is another."""
    reading = read("Norway agreed to meet Peru, and Peru condemned Chile.")

    assert [row.type for row in reading.codes] == ["AGREE", "ACCUSE"]
