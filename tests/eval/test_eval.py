"""Figures, intervals and floors of the quality harness, on counts made up here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval import Counts, accuracy, f1, macro, precision, recall, tally
from eval.__main__ import main
from eval.floors import Floors, file_hash, load, lowered, raised, save, shortfalls
from eval.intervals import estimate


def counts(hits: float, found: float, gold: float) -> Counts:
    made: Counts = {}
    tally(made, "x", hits=hits, found=found, gold=gold)
    return made


def test_figures_of_summed_counts() -> None:
    """Precision, recall, F1 and their mean follow from hits, found and gold."""
    made = counts(6, 8, 12)

    assert precision("x")(made) == 0.75
    assert recall("x")(made) == accuracy("x")(made) == 0.5
    assert f1("x")(made) == pytest.approx(0.6)
    assert macro({"a": precision("x"), "b": recall("x")})(made) == 0.625


def test_nothing_to_count_is_zero() -> None:
    """A figure without any case is 0, not an error."""
    assert f1("x")({}) == 0.0


def test_intervals_hold_the_value_and_do_not_change() -> None:
    """The interval lies round the figure, and the same documents give the same interval."""
    documents = [counts(n % 5, 5, 5) for n in range(40)]
    first, second = (estimate(documents, {"x.f1": f1("x")}) for _ in range(2))

    assert first == second
    assert first["x.f1"].low < first["x.f1"].value == 0.4 < first["x.f1"].high


def test_equal_documents_have_no_interval() -> None:
    """Where every document is alike, resampling changes nothing."""
    found = estimate([counts(1, 2, 2)] * 9, {"x.f1": f1("x")})["x.f1"]

    assert (found.low, found.value, found.high) == (0.5, 0.5, 0.5)


FLOORS = Floors(sha256="a", figures={"one": 0.7, "two": 0.5})


def test_a_figure_below_its_floor_is_a_shortfall() -> None:
    """Lower than the floor by more than the tolerance, or gone."""
    assert shortfalls(FLOORS, {"one": 0.698, "two": 0.6}) == {}
    assert shortfalls(FLOORS, {"one": 0.65}) == {"one": (0.65, 0.7), "two": (0.0, 0.5)}


def test_update_never_lowers() -> None:
    """Raising takes what is higher, keeps what is lower, adds what is new."""
    after = raised(FLOORS, {"one": 0.6, "two": 0.9, "three": 0.1}, "a")

    assert after.figures == {"one": 0.7, "two": 0.9, "three": 0.1}
    with pytest.raises(ValueError, match="other bytes"):
        raised(FLOORS, {"one": 0.9}, "b")


def test_lowering_takes_a_reason_and_leaves_a_note() -> None:
    """What fell is written down; other bytes give new floors."""
    after = lowered(FLOORS, {"one": 0.6, "two": 0.9}, "b", "stricter matching")

    assert after.figures == {"one": 0.6, "two": 0.9}
    assert after.sha256 == "b"
    assert after.lowered == ("one: 0.7000 -> 0.6000: stricter matching",)
    with pytest.raises(ValueError, match="reason"):
        lowered(FLOORS, {}, "a", " ")


def test_floors_survive_their_file(tmp_path: Path) -> None:
    """What is saved is loaded again; a missing file is no floors."""
    path = tmp_path / "floors.json"

    assert load(path) == {}
    save({"x": FLOORS}, path)
    assert load(path) == {"x": FLOORS}


def test_the_shipped_floors_are_shares() -> None:
    """Every floor in the project lies between 0 and 1 and names the file that it belongs to."""
    for floors in load().values():
        assert len(floors.sha256) == 64
        assert all(0 < value <= 1 for value in floors.figures.values())


def test_file_hash(tmp_path: Path) -> None:
    """SHA-256 of the bytes."""
    path = tmp_path / "x"
    path.write_bytes(b"")

    assert file_hash(path).startswith("e3b0c44298fc1c14")


def test_floors_are_sorted_json(tmp_path: Path) -> None:
    """A change of one floor is a change of one line."""
    path = tmp_path / "floors.json"
    save({"b": FLOORS, "a": FLOORS}, path)

    assert list(json.loads(path.read_text())) == ["a", "b"]


def test_another_reader_is_measured_without_floors(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Only measures that read documents can ask another reader; one that can't be used is told of, and a part of a file is no measure of memcon itself."""
    monkeypatch.delenv("MEMCON_LLM_ADDRESS", raising=False)
    monkeypatch.setenv("MEMCON_CONFIG", "/dev/null")
    nothing = str(Path(__file__).parents[2] / "eval" / "gold")

    assert main(["--data", nothing, "--only", "tempeval3", "--reader", "llm"]) == 2
    empty = tmp_path / "readouts.jsonl"
    empty.write_text("")
    assert main(["--file", f"readouts={empty}", "--only", "readouts", "--reader", "nobody"]) == 2
    with pytest.raises(SystemExit):
        main(["--data", nothing, "--documents", "3"])
    told = capsys.readouterr().err
    assert "there is no reader 'nobody'" in told
    assert "--documents is for --reader" in told
