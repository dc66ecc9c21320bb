"""The suite of bounds: its texts are what they say, its verdicts are right, and a small run of it holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from eval.bounds import CASES, Case, Cost, cost, faults, growth


def took(characters: int, seconds: float, *, memory: float = 0.5, events: int = 0) -> Cost:
    return Cost(
        characters=characters, seconds=seconds, memory=memory, events=events, actors=0, statements=0, problems=()
    )


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.is_short])
def test_texts_have_their_size(name: str) -> None:
    """A text has about as many characters as are asked for, and the same every time."""
    text = CASES[name].text(20_000)

    assert 15_000 < len(text) < 25_000
    assert text == CASES[name].text(20_000)


@pytest.mark.parametrize(
    ("large", "expected"),
    [
        (took(1000, 20.0), []),
        (took(1000, 200.0), ["time"]),
        (took(1000, 20.0, memory=1.6), ["memory"]),
        (took(1000, 20.0, events=1), ["invented"]),
    ],
)
def test_faults(large: Cost, expected: list[str]) -> None:
    """Ten times the text may take about ten times as long, 1.5 GB, and an empty text tells of nothing."""
    assert expected == faults(Case(CASES["meeting"].text), took(100, 2.0), large)


def test_lost_participants_are_a_fault() -> None:
    """A row of fifty-two names is fifty-two participants."""
    row = Case(CASES["fifty names"].text, is_empty=False, is_short=True, participants=52)
    all_of_them = replace(took(100, 0.1, events=1), participants=52)

    assert faults(row, all_of_them, all_of_them) == []
    assert faults(row, took(100, 0.1, events=1), took(100, 0.1, events=1)) == ["participants"]


def test_growth_of_next_to_nothing_is_none() -> None:
    """Tenths of a second are noise."""
    assert growth(took(10, 0.0), took(100, 0.9)) == 1.0


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("name", list(CASES))
def test_a_small_run_holds(name: str) -> None:
    """Sixty thousand characters of each: read in bounded time and memory, nothing invented."""
    case = CASES[name]
    found = cost(case.text(60_000))

    assert found.seconds < 120
    assert found.memory < 2.5  # the whole process: other tests loaded theirs before
    assert not (case.is_empty and found.events)
    assert found.participants >= case.participants
    assert "reading_failed" not in found.problems
