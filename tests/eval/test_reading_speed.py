"""How reading is measured beside bare spaCy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from eval.reading_speed import Record, Took, measure, records, table


def test_records_are_taken_evenly_and_need_a_text(tmp_path: Path) -> None:
    """Of ten with a text every third; a day is passed on under either name."""
    rows = [{"text": f"Norway met Peru {n}.", "date": "2024-05-15"} for n in range(10)]
    lines = [*rows, {"title": "no text"}, {"text": " "}]
    (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in lines), encoding="utf-8")

    found = records(tmp_path, 3)

    assert [r["text"] for r in found] == ["Norway met Peru 0.", "Norway met Peru 3.", "Norway met Peru 6."]
    assert {r["published"] for r in found} == {"2024-05-15"}


def test_a_folder_without_texts_is_told_of(tmp_path: Path) -> None:
    """Nothing is measured of nothing."""
    with pytest.raises(SystemExit, match=r"no \*.jsonl"):
        records(tmp_path, 3)


def test_each_round_reads_the_same_after_others_warmed_up() -> None:
    """Everything is read lazily, in turn, as often as there are rounds."""
    seen: list[str] = []

    def reader(name: str) -> Callable[[Sequence[Record]], Iterable[object]]:
        def read(documents: Sequence[Record]) -> Iterator[None]:
            for record in documents:
                seen.append(name + record["id"])
                yield

        return read

    found = measure({"a": reader("a"), "b": reader("b")}, [{"id": "1"}], [{"id": "0"}], rounds=2)

    assert seen == ["a0", "b0", "a1", "b1", "a1", "b1"]
    assert [len(rounds) for rounds in found.values()] == [2, 2]


def test_ratios_are_of_one_round() -> None:
    """A round in which the machine was slow for both sides changes no ratio; the median leaves out the odd one."""
    found = {
        "spaCy alone": [Took(1, 2), Took(10, 20), Took(1, 2)],
        "by rules": [Took(1.4, 3), Took(14, 30), Took(9, 99)],
    }

    lines = table(found, [{"text": "x" * 1000}]).splitlines()

    assert lines[0] == "1 documents of 1,000 characters, 3 rounds."
    assert lines[-1] == "| by rules | 9.00 | 1.40 | 30.00 | 1.50 | 1.5 |"
