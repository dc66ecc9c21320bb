"""Checks a pack folder and says everything that is wrong with it, each with its file and row and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from memcon.errors import PackError
from memcon.knowledge.entries import SECTORS
from memcon.knowledge.packs import SHIPPED
from memcon.knowledge.tables import (
    SUFFIXES,
    TABLES,
    Table,
    optional_real,
    optional_whole,
    read_body,
    read_file,
    split_former,
    split_list,
    table_files,
)
from memcon.knowledge.validity import bounds

HEADER_KEYS = ("name", "version", "valid", "sources")
INTERNATIONAL = frozenset({"EUE", "UNO"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PackProblem:
    """Something wrong in a pack. `where` is the file and, where it is a row's, its number from 1 and its key; `hint` says what to do."""

    where: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f" ({self.hint})" if self.hint else "")


def check(path: Path) -> tuple[PackProblem, ...]:
    """Everything that is wrong with the pack in folder `path`, in order of its files; empty when it is valid."""
    if not path.is_dir():
        return (PackProblem(where=str(path), message="is not a folder", hint="name the folder that holds pack.yaml"),)
    found = [*_check_header(path), *_check_file_names(path)]
    for name, table in TABLES.items():
        seen: dict[tuple[str, ...], str] = {}
        for file in table_files(path, name):
            found += _check_table(file, name, table, seen)
    return tuple(found)


def _check_header(path: Path) -> Iterator[PackProblem]:
    file = next((path / f"pack{s}" for s in (".yaml", ".toml") if (path / f"pack{s}").is_file()), None)
    if file is None:
        yield PackProblem(
            where=path.name, message="has no pack.yaml", hint="write one with name, version, valid and sources"
        )
        return
    try:
        content = read_file(file)
    except PackError as error:
        yield PackProblem(where=file.name, message=str(error), hint=error.hint)
        return
    if not isinstance(content, dict):
        yield PackProblem(where=file.name, message="must be a mapping", hint="write `name: …` and so on")
        return
    yield from _unknown_keys(file.name, content, HEADER_KEYS)
    for key in HEADER_KEYS:
        if not content.get(key):
            yield PackProblem(where=file.name, message=f"lacks {key}", hint=f"add `{key}: …`")
    if content.get("valid"):
        yield from _cell(file.name, "valid", "edtf", content["valid"])


def _check_file_names(path: Path) -> Iterator[PackProblem]:
    known = (*TABLES, "pack")
    for file in sorted(path.iterdir()):
        stem = file.stem.partition("-")[0]
        if file.suffix in SUFFIXES and stem not in known:
            yield PackProblem(
                where=file.name, message="is not a table that packs have", hint=_did_you_mean(stem, known)
            )


def _check_table(file: Path, name: str, table: Table, seen: dict[tuple[str, ...], str]) -> Iterator[PackProblem]:
    try:
        rows = read_file(file)
    except PackError as error:
        yield PackProblem(where=file.name, message=str(error), hint=error.hint)
        return
    if not isinstance(rows, list):
        yield PackProblem(
            where=file.name, message="must be a list of rows", hint=f"each row has {', '.join(table.required)}"
        )
        return
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            yield PackProblem(
                where=f"{file.name} row {number}", message=f"is no row: {row!r}", hint="write `key: value` pairs"
            )
            continue
        where = f"{file.name} row {number} ({row.get(table.key[0]) or row.get('name') or '?'})"
        yield from _check_row(where, table, row)
        key = tuple(str(row.get(k) or "") for k in table.key)
        if key in seen and any(key):
            hint = f"{seen[key]} has it too; give one of them another {table.key[0]}, or join them"
            yield PackProblem(where=where, message=f"repeats {', '.join(table.key)}", hint=hint)
        seen.setdefault(key, where)


def _check_row(where: str, table: Table, row: Mapping[str, Any]) -> Iterator[PackProblem]:
    yield from _unknown_keys(where, row, tuple(table.columns))
    for key in table.required:
        if row.get(key) in (None, ""):
            yield PackProblem(where=where, message=f"lacks {key}", hint=f"every row needs {', '.join(table.required)}")
    for key, value in row.items():
        if key in table.columns and value not in (None, ""):
            yield from _cell(where, key, table.columns[key], value)
    if ("lat" in row) and (row.get("lat") in (None, "")) != (row.get("lon") in (None, "")):
        yield PackProblem(where=where, message="has one of lat and lon", hint="give both or neither")
    if "start" in row and row.get("start") and row.get("end"):
        yield from _order(where, str(row["start"]), str(row["end"]))


def _order(where: str, start: str, end: str) -> Iterator[PackProblem]:
    try:
        if bounds(start)[0] > bounds(end)[1]:
            yield PackProblem(where=where, message=f"ends ({end}) before it starts ({start})", hint="swap them")
    except ValueError:
        return  # each date has its own problem already


def _cell(where: str, key: str, kind: str, value: Any) -> Iterator[PackProblem]:
    try:
        CELL_CHECKS[kind](key, value)
    except (TypeError, ValueError) as error:
        message, _, hint = str(error).partition("; ")
        yield PackProblem(
            where=where, message=f"{key}: {message}", hint=hint or "see how-to/write-a-pack for what goes there"
        )


def _check_text(key: str, value: Any) -> None:
    if isinstance(value, list | dict):
        raise TypeError(f"must be text, not {value!r}; quote it")


def _check_body(key: str, value: Any) -> None:
    _check_text(key, value)
    read_body(value)


def _check_list(key: str, value: Any) -> None:
    names = split_list(value)
    if len(set(names)) < len(names):
        twice = sorted({n for n in names if names.count(n) > 1})
        raise ValueError(f"names twice: {', '.join(twice)}; leave one out")


def _check_code(key: str, value: Any) -> None:
    known = known_codes()
    if key != "code" and str(value) not in known:
        raise ValueError(f"no state has the code {value!r}; {_did_you_mean(str(value), known)}")
    if not (len(str(value)) == 3 and str(value).isalpha() and str(value).isupper()):
        raise ValueError(f"not an ISO 3166 alpha-3 code: {value!r}; three capital letters, such as KOR")


def _check_codes(key: str, value: Any) -> None:
    for code in split_list(value):
        _check_code("country", code)


def _check_edtf(key: str, value: Any) -> None:
    try:
        bounds(str(value))
    except ValueError as error:
        raise ValueError(
            f"{error}; write EDTF: 2025, 2025-01, 2025-01-20, or an interval such as 2025-01-20/.."
        ) from error


def _check_sector(key: str, value: Any) -> None:
    if value not in SECTORS:
        raise ValueError(f"no PLOVER sector is called {value!r}; {_did_you_mean(str(value), SECTORS)}")


def _check_real(key: str, value: Any) -> None:
    number = optional_real(value)
    limit = 90 if key == "lat" else 180
    if number is None or not -limit <= number <= limit:
        raise ValueError(f"out of range: {value}; degrees from -{limit} to {limit}")


def _check_whole(key: str, value: Any) -> None:
    if (optional_whole(value) or 0) < 0:
        raise ValueError(f"below nought: {value}; leave it out when it is not known")


def _check_former(key: str, value: Any) -> None:
    for former in split_former(value):
        _check_edtf(key, former.valid)


CELL_CHECKS: Mapping[str, Callable[[str, Any], None]] = {
    "text": _check_text, "body": _check_body, "list": _check_list, "code": _check_code, "codes": _check_codes, "edtf": _check_edtf, "sector": _check_sector,
    "real": _check_real, "whole": _check_whole, "former": _check_former,
}  # fmt: skip


@lru_cache(maxsize=1)
def known_codes() -> frozenset[str]:
    """The codes of all states that the world pack has."""
    return frozenset(row["code"] for row in read_file(SHIPPED / "world" / "states.tsv")) | INTERNATIONAL


def _unknown_keys(where: str, row: Mapping[str, Any], known: Iterable[str]) -> Iterator[PackProblem]:
    for key in row:
        if key not in tuple(known):
            yield PackProblem(where=where, message=f"unknown key {key!r}", hint=_did_you_mean(str(key), known))


def _did_you_mean(word: str, known: Iterable[str]) -> str:
    options = sorted(known)
    close = difflib.get_close_matches(word, options, n=1, cutoff=0.6)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"there are: {', '.join(options)}" if len(options) <= 40 else "see the states of the world pack"
