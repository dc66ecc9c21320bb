"""Killing the process that adds: how far it is, and going on from what was counted."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

import memcon
from eval.kills import Progress, Told, files, held, keep, line_of, run
from memcon.domain.reading import Reading


def test_line_tells_rate_and_time_left() -> None:
    """Of the kills of this run alone; those of an earlier one took no time of it."""
    assert (
        "SQLite: 120 of 300 kills, 5 ledgers complete, 10.0 kills a minute, 18 minutes left"
        == line_of("SQLite", Told(kills=120, ledgers=5), 300, 20, 120.0)
    )  # fmt: skip
    assert "SQLite: 0 of 300 kills, 0 ledgers complete, 0.0 kills a minute, time left not known, 1 WRONG" == line_of(
        "SQLite", Told(wrong=["a document is gone"]), 300, 0, 0.0
    )


def test_counts_of_each_store_are_kept(tmp_path: Path) -> None:
    """What one store came to stays when the other is killed."""
    state = tmp_path / "state.json"

    keep(state, "SQLite", Told(kills=3, ledgers=1, inside=2, wrong=["x"]))
    keep(state, "PostgreSQL", Told(kills=1))

    assert {"SQLite": Told(kills=3, ledgers=1, inside=2, wrong=["x"]), "PostgreSQL": Told(kills=1)} == held(state)
    assert Told(kills=3, ledgers=1, inside=2, wrong=["x"]) == Progress("SQLite", 9, state).found
    assert {} == held(tmp_path / "none.json")
    assert {} == held(None)


@pytest.mark.slow
@pytest.mark.model
def test_killed_adding_goes_on_from_what_was_counted(tmp_path: Path) -> None:
    """Two kills in one run, two more in the next: nothing lost or doubled, and four are counted."""
    state, readings = tmp_path / "state.json", _readings()

    for kills in (2, 4):
        progress = Progress("SQLite", kills, state)
        folder = tmp_path / str(kills)
        folder.mkdir()
        run(files(folder), readings, kills, random.Random(kills), progress.found, progress)

    told = held(state)["SQLite"]
    assert (4, []) == (told.kills, told.wrong)


def _readings() -> list[Reading]:
    found = []
    for n in range(4):
        reading = memcon.read(f"Foreign Minister Anna Lind met Tomas Varga in Geneva on {n + 3} March 2024.")
        found.append(replace(reading, document=replace(reading.document, ref=f"document {n}")))
    return found
