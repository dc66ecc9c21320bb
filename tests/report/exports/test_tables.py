"""CSV, Parquet and JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from memcon.report.exports.parquet import export_parquet
from memcon.report.exports.spreadsheet import export_csv
from memcon.report.exports.tables import TABLES
from tests.ledger.notation import event_id
from tests.report.exports.ledgers import EMPTY, EVIL, LEDGER, material, written

EVERYTHING = material("csv")
TAIL = ["quotation", "source", "source_document", "source_url", "source_published", "sources", "licence", "ledger_version", "as_of"]  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    text = b"".join(export_csv(EVERYTHING, TABLES[name])).decode()
    return list(csv.DictReader(io.StringIO(text)))


def rows_of(query: str) -> list[tuple[Any, ...]]:
    """What DuckDB answers."""
    answer = duckdb.sql(query)
    assert answer is not None
    return list(answer.fetchall())


@pytest.mark.parametrize("name", TABLES)
def test_csv_has_every_record_with_its_source_and_the_state_of_the_ledger(name: str) -> None:
    """A table of each kind, none of them empty."""
    found = rows(name)

    assert found
    assert list(found[0])[-9:] == TAIL
    assert all(row["source_document"] for row in found)
    assert {row["ledger_version"] for row in found} == {EVERYTHING.edition.version}
    assert not any(cell[:1] in ("=", "+", "@") for row in found for cell in row.values())


@pytest.mark.parametrize("name", TABLES)
def test_parquet_holds_the_same_with_types(name: str, tmp_path: Path) -> None:
    """Read by pyarrow and by DuckDB."""
    path = tmp_path / f"{name}.parquet"
    path.write_bytes(b"".join(export_parquet(EVERYTHING, TABLES[name])))
    found = pq.read_table(path)

    assert found.num_rows == len(rows(name))
    assert found.column_names == [c.name for c in TABLES[name].columns]
    assert found.schema.metadata[b"ledger_version"].decode() == EVERYTHING.edition.version
    assert rows_of(f"select count(*) from '{path}'") == [(found.num_rows,)]


def test_days_are_days_and_numbers_numbers(tmp_path: Path) -> None:
    """So that a query can reckon with them; text is unchanged where nothing runs formulas."""
    path = tmp_path / "events.parquet"
    path.write_bytes(b"".join(export_parquet(EVERYTHING, TABLES["events"])))
    asked = "select label, first_day, last_day, latitude from '{}' where first_day >= date '2031-02-01' order by 2, 1"
    found = rows_of(asked.format(path))

    assert [(row[0], str(row[1]), str(row[2])) for row in found[:2]] == [
        ("Port talks", "2031-02-01", "2031-02-28"),
        ("12th River Commission", "2031-03-09", "2031-03-09"),
    ]
    assert found[1][3] == 1.0
    assert EVIL in [row[0] for row in found]


def test_csv_guards_a_formula_and_no_number() -> None:
    """A label that begins with "=" gets an apostrophe."""
    labels = {row["id"]: row["label"] for row in rows("events")}

    assert labels[event_id(EVIL)] == "'" + EVIL


def test_json_lines_are_the_records_of_the_lists() -> None:
    """In the shape of `--json`, with kind and edition; what is read back is what was held."""
    from memcon.report.records import ledger_record

    found = [json.loads(line) for line in written("jsonl", licence="CC0-1.0").splitlines()]
    by_id = {row["id"]: row for row in found}

    assert {row["record"] for row in found} == {
        "event", "channel", "statement", "position", "commitment", "process", "precedent", "actor",
    }  # fmt: skip
    assert {row["licence"] for row in found} == {"CC0-1.0"}
    for record in EVERYTHING.records:
        expected = json.loads(json.dumps(ledger_record(record)))
        assert {key: by_id[record.id][key] for key in expected} == expected


def test_an_empty_ledger_has_heads_and_no_rows() -> None:
    """And says which state it is."""
    nothing = material("csv", EMPTY)

    assert nothing.edition.version == "0"
    assert all(len(b"".join(export_csv(nothing, table)).splitlines()) == 1 for table in TABLES.values())
    assert all(export_parquet(nothing, table) for table in TABLES.values())
    assert written("jsonl", EMPTY) == b""


def test_filters_and_points_are_those_of_the_lists() -> None:
    """What asks for events leaves other kinds out; what was not published then is not there."""
    narrow = material("csv", LEDGER, status="cancelled")
    early = material("csv", LEDGER, published="2031-03-03")

    assert [e.label for e in narrow.events] == ["Delta talks"]
    assert narrow.statements == ()
    assert [e.label for e in early.events] == ["12th River Commission"]
    assert early.edition.as_of == "2031-03-03"
    assert [e.label for e in material("csv", LEDGER, actor="Ben Aho").events] == [
        "Port talks",
        "Dike visit",
        "Delta talks",
    ]


def test_those_who_stay_away_are_no_party_of_the_event() -> None:
    """They stand among the participants, with their role, and nowhere as one of those who meet."""
    fair = event_id("Yearly fair")
    slides = {slide["unique_id"]: slide for slide in json.loads(written("timelinejs"))["events"]}

    assert {(r["name"], r["role"]) for r in rows("participants") if r["event"] == fair} == {
        ("Cy Dee", "participant"),
        ("Ida Falk", "absent"),
    }
    assert [r["participants"] for r in rows("events") if r["id"] == fair] == ["Cy Dee"]
    assert "<p>scheduled · Cy Dee</p>" in slides[fair]["text"]["text"]
