"""What a pack's files look like: each table's columns with their kinds, for reading and for checking alike."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from memcon.errors import PackError
from memcon.knowledge.entries import (
    BodyEntry,
    ChannelEntry,
    FormerName,
    Organization,
    PlaceEntry,
    ProcessEntry,
    State,
    Tenure,
    Title,
)
from memcon.knowledge.offices import FIELD, noun_of
from memcon.knowledge.words import words_of

SUFFIXES = (".yaml", ".toml", ".json", ".tsv")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a pack: the record that a row becomes, its columns by name with their kinds, those that must be there, and the columns
    that together must be unique. Kinds: text, body, list, code, codes, edtf, sector, real, whole, former."""

    build: Callable[..., Any]
    columns: Mapping[str, str]
    required: tuple[str, ...]
    key: tuple[str, ...]


_NAMES = {"name": "text", "names": "list", "acronyms": "list"}

TABLES: Mapping[str, Table] = {
    "states": Table(
        State,
        {**_NAMES, "code": "code", "demonyms": "list", "capital": "text", "metonyms": "list", "former": "former", "valid": "edtf"},
        ("code", "name"),
        ("code",),
    ),
    "organizations": Table(
        Organization,
        {**_NAMES, "id": "text", "country": "code", "sector": "sector", "parent": "text", "kind": "text", "valid": "edtf"},
        ("id", "name", "sector"),
        ("id",),
    ),
    "tenures": Table(
        Tenure,
        {
            "person": "text", "names": "list", "title": "text", "country": "code", "organization": "text", "sector": "sector",
            "valid": "edtf",
        },
        ("person", "title", "valid"),
        ("person", "title", "valid"),
    ),
    "channels": Table(
        ChannelEntry,
        {
            **_NAMES, "id": "text", "parties": "codes", "level": "text", "cadence": "text", "start": "edtf", "end": "edtf",
            "purpose": "text", "kind": "text",
        },
        ("id", "name"),
        ("id",),
    ),
    "processes": Table(
        ProcessEntry,
        {**_NAMES, "id": "text", "parties": "codes", "conditions": "list", "target": "text"},
        ("id", "name"),
        ("id",),
    ),
    "places": Table(
        PlaceEntry,
        {
            "name": "text", "names": "list", "country": "code", "lat": "real", "lon": "real", "geonames": "whole", "kind": "text",
            "population": "whole",
        },
        ("name",),
        ("name", "country", "geonames"),
    ),
    "titles": Table(Title, {"title": "text", "sector": "sector"}, ("title", "sector"), ("title",)),
    "bodies": Table(BodyEntry, {"name": "body", "sector": "sector"}, ("name", "sector"), ("name",)),
}  # fmt: skip


def split_list(value: object) -> tuple[str, ...]:
    """A list cell: a YAML list, or in TSV text parted by `|`."""
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return tuple(v.strip() for v in value.split("|") if v.strip())
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value)
    raise ValueError(f"not a list: {value!r}")


def split_former(value: object) -> tuple[FormerName, ...]:
    """Former names, each written `Name @ EDTF`."""
    found = []
    for item in split_list(value):
        name, at, valid = item.rpartition("@")
        if not at:
            raise ValueError(f"a former name is written 'Name @ 1949/1990', not {item!r}")
        found.append(FormerName(name=name.strip(), valid=valid.strip()))
    return tuple(found)


def optional_text(value: object) -> str | None:
    return str(value) if value not in (None, "") else None


def read_body(value: object) -> str | None:
    """The name of a body, or the noun of bodies with `*`."""
    name = optional_text(value)
    words = words_of(name.lower()) if name is not None else ()
    if FIELD in words:
        noun_of(words)
    return name


def optional_real(value: Any) -> float | None:
    return float(value) if value not in (None, "") else None


def optional_whole(value: Any) -> int | None:
    return int(value) if value not in (None, "") else None


READERS: Mapping[str, Callable[[Any], object]] = {
    "text": optional_text, "code": optional_text, "edtf": optional_text, "sector": optional_text,
    "body": read_body, "list": split_list, "codes": split_list, "former": split_former, "real": optional_real, "whole": optional_whole,
}  # fmt: skip


def build_row(table: Table, row: Mapping[str, Any]) -> Any:
    """The record of one row. Raises `ValueError` or `TypeError` when a cell is not of its kind or a needed one is missing."""
    return table.build(**{k: READERS[table.columns[k]](v) for k, v in row.items() if v not in (None, "")})


def read_tables(folder: Path, name: str) -> list[tuple[Path, Any]]:
    """The files of table `name` in `folder` and what each holds: `name.tsv`, and parts such as `name-cities.tsv`, in order of their
    names. A file holds a list of rows, or a mapping. Raises `PackError` for a file that can't be parsed."""
    return [(path, read_file(path)) for path in table_files(folder, name)]


def table_files(folder: Path, name: str) -> list[Path]:
    """The files of table `name`, whole or in parts, in order of their names."""
    return sorted(
        p for p in folder.iterdir() if p.suffix in SUFFIXES and (p.stem == name or p.stem.startswith(f"{name}-"))
    )


def read_file(path: Path) -> Any:
    """The contents of a data file by its suffix. Raises `PackError` with what is wrong and where."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".tsv":
            return _read_tsv(text)
        if path.suffix == ".json":
            return json.loads(text)
        if path.suffix == ".toml":
            content = tomllib.loads(text)
            return content.get(path.stem, content)
        return yaml.load(text, Loader=_Loader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise PackError(
            f"{path.name}: {error}", hint="see how-to/write-a-pack for what each file looks like"
        ) from error


def _read_tsv(text: str) -> list[dict[str, str]]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    if not lines:
        return []
    header = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) > len(header):
            raise ValueError(f"row {number} has {len(cells)} cells, the header {len(header)}")
        rows.append(dict(zip(header, (c.strip() for c in cells), strict=False)))
    return rows


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader that leaves dates as the text that they are: EDTF, never a calendar day."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
