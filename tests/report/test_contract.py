"""The reading contract is what docs/reference/contract.md says: the tables there are read and held against the output."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.report.contract import failed_contract, to_contract
from tests.report.readings import TEXT, bare_reading, full_reading

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "contract.md"
SCALARS: dict[str, type | tuple[type, ...]] = {"text": str, "EDTF": str, "number": (int, float), "true or false": bool}

Tables = dict[str, dict[str, str]]


def documented() -> Tables:
    """Every table of the page: heading → key → type."""
    tables: Tables = {}
    heading = ""
    for row in PAGE.read_text(encoding="utf-8").splitlines():
        if row.startswith("## "):
            heading = row.removeprefix("## ").removeprefix("The ")
        elif match := re.match(r"\| `(\w+)` \| ([^|]+) \|", row):
            tables.setdefault(heading, {})[match[1]] = match[2].strip()
    return tables


def faults(value: Any, kind: str, tables: Tables, place: str, seen: set[str]) -> list[str]:
    """Where `value` is not of the documented type `kind`; `seen` collects the tables that were used."""
    if kind.endswith(" or null"):
        return [] if value is None else faults(value, kind.removesuffix(" or null"), tables, place, seen)
    if kind.startswith("list of "):
        if not isinstance(value, list):
            return [f"{place}: not a list: {value!r}"]
        inner = kind.removeprefix("list of ")
        return [fault for n, item in enumerate(value) for fault in faults(item, inner, tables, f"{place}[{n}]", seen)]
    if kind == "span":
        is_span = isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value)
        return [] if is_span else [f"{place}: not a span: {value!r}"]
    if kind == "id" or kind.endswith(" id"):
        kind = "text"
    if kind in SCALARS:
        return [] if isinstance(value, SCALARS[kind]) else [f"{place}: not {kind}: {value!r}"]
    seen.add(kind)
    if not isinstance(value, dict) or value.keys() != tables[kind].keys():
        return [f"{place}: keys of {kind} differ: {set(value) ^ set(tables[kind])}"]
    return [
        fault
        for key, inner in tables[kind].items()
        for fault in faults(value[key], inner, tables, f"{place}.{key}", seen)
    ]


@pytest.mark.parametrize("reading", [full_reading(), bare_reading()], ids=["full", "bare"])
def test_output_has_the_documented_keys_and_types(reading: Reading) -> None:
    """Every object has all documented keys and no other, whether values are there or not."""
    found = faults(to_contract(reading), "object", documented(), "", set())

    assert found == []


def test_every_documented_record_is_exercised() -> None:
    """The full reading reaches every table of the page, so that none goes unchecked."""
    seen: set[str] = set()
    faults(to_contract(full_reading()), "object", documented(), "", seen)

    assert seen == set(documented())


def test_failed_input_gives_an_object_too() -> None:
    """An input without a document has all keys, no id, and its problems."""
    problem = Problem(code="empty", message="nothing in it", hint="give a text", ref="void.txt")
    record = failed_contract("void.txt", [problem])

    assert faults(record, "object", documented(), "", set()) == []
    assert record["document"] == {**to_contract(bare_reading())["document"], "id": None, "ref": "void.txt", "text": ""}  # type: ignore[dict-item]
    assert [each["code"] for each in record["problems"]] == ["empty"]  # type: ignore[attr-defined]


def test_quotations_are_cut_from_the_text() -> None:
    """Every quotation in the output stands at its span, at any depth."""
    pairs: list[tuple[list[int], str]] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if "quote" in value:
                pairs.append((value["span"], value["quote"]))
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(json.loads(json.dumps(to_contract(full_reading()))))

    assert len(pairs) >= 9
    assert [TEXT[start:end] for (start, end), _ in pairs] == [quote for _, quote in pairs]
