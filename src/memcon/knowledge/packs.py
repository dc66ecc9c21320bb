"""Finds packs (shipped, in folders, installed) and loads them into one `Knowledge`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from memcon.errors import PackError
from memcon.knowledge.entries import State
from memcon.knowledge.lookup import Knowledge
from memcon.knowledge.offices import build_offices
from memcon.knowledge.tables import TABLES, build_row, read_file, read_tables, split_list

SHIPPED = Path(__file__).parent / "packs"
ENTRY_POINTS = "memcon.packs"
_HEADERS = ("pack.yaml", "pack.toml")
NO_METONYM = "-"
"""Written as a state's metonym where its capital doesn't stand for a government ("San Juan")."""
_HINT = "run `memcon pack check FOLDER` to see everything that is wrong with it"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHeader:
    """What a pack says of itself: `valid` is the EDTF date as of which its contents are right."""

    name: str
    version: str
    valid: str
    folder: Path
    sources: tuple[str, ...] = ()


def load(names: Sequence[str] = ("world", "korea"), folders: Sequence[Path] = ()) -> Knowledge:
    """The packs `names` (shipped, or installed under the entry point group `memcon.packs`) and every pack in `folders`, as one value.

    A folder is a pack itself or holds packs. Later packs add to earlier ones; a row with the key of an earlier row replaces it, but
    a row for a known state adds its names. Raises `PackError` for a pack that is missing or can't be read.
    """
    headers = [read_header(_find(name)) for name in names]
    headers += [read_header(path) for folder in folders for path in pack_folders(folder)]
    rows: dict[str, dict[tuple[Any, ...], Any]] = {name: {} for name in TABLES}
    for header in headers:
        for name in TABLES:
            _read_rows(header.folder, name, rows[name])
    return Knowledge(
        packs=tuple((h.name, h.version) for h in headers),
        states=tuple(rows["states"].values()),
        organizations=tuple(rows["organizations"].values()),
        people=tuple(rows["tenures"].values()),
        channels=tuple(rows["channels"].values()),
        processes=tuple(rows["processes"].values()),
        places=tuple(rows["places"].values()),
        offices=build_offices(rows["titles"].values(), rows["bodies"].values()),
    )


@cache
def load_shared(names: tuple[str, ...] = ("world", "korea")) -> Knowledge:
    """As `load`, without folders: packs that ship or are installed are read once a process, however many readers it has."""
    return load(names)


@cache
def load_states(names: tuple[str, ...] = ("world", "korea")) -> tuple[State, ...]:
    """The states of the packs alone: a question about a country needs nothing else, and all of the packs take ten times as long."""
    found: dict[tuple[Any, ...], Any] = {}
    for name in names:
        _read_rows(_find(name), "states", found)
    return tuple(found.values())


def read_header(folder: Path) -> PackHeader:
    """The header of the pack in `folder`. Raises `PackError` when there is none or it lacks a key."""
    path = next((folder / h for h in _HEADERS if (folder / h).is_file()), None)
    if path is None:
        raise PackError(f"{folder} is not a pack: it has no pack.yaml", hint="name a folder that holds pack.yaml")
    content = read_file(path)
    missing = [k for k in ("name", "version", "valid") if not isinstance(content, dict) or not content.get(k)]
    if missing:
        raise PackError(f"{path.name} lacks {', '.join(missing)}", hint=_HINT)
    return PackHeader(
        name=str(content["name"]),
        version=str(content["version"]),
        valid=str(content["valid"]),
        folder=folder,
        sources=split_list(content.get("sources")),
    )


def pack_folders(folder: Path) -> list[Path]:
    """The packs that `folder` is or holds, in order of their names. Raises `PackError` when there is none."""
    if not folder.is_dir():
        raise PackError(f"no such folder: {folder}", hint="check the path")
    if any((folder / h).is_file() for h in _HEADERS):
        return [folder]
    found = sorted(p for p in folder.iterdir() if any((p / h).is_file() for h in _HEADERS))
    if not found:
        raise PackError(f"no pack in {folder}", hint="a pack is a folder with a pack.yaml; see how-to/write-a-pack")
    return found


def installed_packs() -> dict[str, Path]:
    """The packs of installed packages: entry points of the group `memcon.packs`, each a module or package beside its pack.yaml."""
    return {point.name: _folder_of(point.load()) for point in entry_points(group=ENTRY_POINTS)}


def _folder_of(loaded: object) -> Path:
    if isinstance(loaded, ModuleType) and loaded.__file__:
        return Path(loaded.__file__).parent
    return Path(str(loaded))


def _find(name: str) -> Path:
    shipped = SHIPPED / name
    if name.isidentifier() and shipped.is_dir():
        return shipped
    installed = installed_packs()
    if name in installed:
        return installed[name]
    known = ", ".join(sorted({p.name for p in SHIPPED.iterdir() if p.is_dir()} | set(installed)))
    raise PackError(f"no pack is called {name!r}", hint=f"there are: {known}; a pack in a folder is given by its path")


def _read_rows(folder: Path, name: str, found: dict[tuple[Any, ...], Any]) -> None:
    table = TABLES[name]
    for path, row in _rows(folder, name):
        try:
            record = build_row(table, row)
        except (KeyError, TypeError, ValueError) as error:
            raise PackError(f"{path.name}: {error} in {row!r}", hint=_HINT) from error
        key = tuple(getattr(record, k) for k in table.key)
        if isinstance(record, State):
            record = _complete_state(record, found.get(key))
        found[key] = record


def _rows(folder: Path, name: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path, rows in read_tables(folder, name):
        if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
            raise PackError(f"{path.name} must be a list of rows", hint=_HINT)
        for row in rows:
            yield path, row


def _complete_state(state: State, known: State | None) -> State:
    """`state` with plural demonyms and its capital as metonym; what `known` (the same state in an earlier pack) says is kept."""
    demonyms = tuple(dict.fromkeys(d for one in state.demonyms for d in _numbers(one)))
    metonyms = tuple(m for m in state.metonyms if m != NO_METONYM)
    if NO_METONYM not in state.metonyms and state.capital and state.capital not in (state.name, *state.names):
        metonyms = tuple(dict.fromkeys((state.capital, *metonyms)))
    if known is None:
        return replace(state, demonyms=demonyms, metonyms=metonyms)
    return replace(
        known,
        names=_both(known.names, state.names),
        acronyms=_both(known.acronyms, state.acronyms),
        demonyms=_both(known.demonyms, demonyms),
        metonyms=_both(known.metonyms, metonyms),
        former=tuple(dict.fromkeys((*known.former, *state.former))),
    )


def _both(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*a, *b)))


def _numbers(demonym: str) -> tuple[str, ...]:
    """A demonym with its plural where that is regular: Korean, Koreans; not Chinese, Dutch, French, Swiss, Englishmen."""
    if demonym.endswith(("s", "sh", "ch", "ese", "x", "man", "men", "woman", "women")) and not demonym.endswith(
        ("German", "Roman", "Oman")
    ):
        return (demonym,)
    return (demonym, demonym + "s")
