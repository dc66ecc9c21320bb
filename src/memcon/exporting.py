"""THE WAY OUT: asked → the records that fit, as of (recorded, published) → `Material` → a format's bytes → files."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from memcon import lists, query
from memcon.domain.entries import SubjectKind, plural
from memcon.domain.news import Change
from memcon.domain.views import ActorView, EventView, Resolved, StatementView
from memcon.errors import UsageError
from memcon.plugins import Plugin, broken, find_plugins, load_plugin, naming, plugin_of
from memcon.query import Book
from memcon.report.brief import brief_of
from memcon.report.exports.material import Edition, Material
from memcon.report.exports.registry import EXPORTERS, Exporter
from memcon.report.exports.tables import TABLES
from memcon.store.snapshot import Snapshot

_BLOCK = 500
"""Records put together at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be exported: the filters of the lists, which narrow all kinds of records that have what they ask for. `channel`, `country`, `kind` and `status` ask
    for events, so with one of them there are no others. `licence` is what whoever exports says of the rows."""

    since: str | None = None
    until: str | None = None
    actor: str | None = None
    about: str | None = None
    channel: str | None = None
    country: str | None = None
    kind: str | None = None
    status: str | None = None
    recorded: str | None = None
    published: str | None = None
    licence: str | None = None

    @property
    def point(self) -> dict[str, Any]:
        return {"recorded": self.recorded, "published": self.published}

    @property
    def of_all(self) -> dict[str, Any]:
        """What may be asked of every kind."""
        return {"since": self.since, "until": self.until, "about": self.about, **self.point}

    @property
    def is_of_events(self) -> bool:
        return any((self.channel, self.country, self.kind, self.status))


def format_names() -> tuple[str, ...]:
    """The formats that there are, memcon's own first; no package is loaded for it."""
    return tuple(dict.fromkeys((*EXPORTERS, *(plugin.name for plugin in find_plugins("exporters")))))


def exporter_of(name: str) -> Exporter:
    """The format of that name. Raises `PluginError` for one of another package that can't be used."""
    return EXPORTERS[name] if name in EXPORTERS else plugin_exporter(name)


def plugin_exporter(name: str) -> Exporter:
    """The format that another package adds under that name. What it does wrong is an error that names it. Raises `PluginError` for one that can't be used."""
    found, plugin = load_plugin("exporters", name, own=EXPORTERS), plugin_of("exporters", name)
    if not isinstance(found, Exporter) or (found.write is None) == (found.write_table is None):
        raise broken(plugin, TypeError("it gives no Exporter that writes"))
    write, write_table, left_out = found.write, found.write_table, found.left_out

    def told(material: Material) -> tuple[str, ...]:
        with naming(plugin):
            return tuple(map(str, left_out(material)))

    return replace(
        found,
        name=name,
        write=write and (lambda material: _guarded(plugin, lambda: write(material))),
        write_table=write_table and (lambda material, table: _guarded(plugin, lambda: write_table(material, table))),
        left_out=told,
    )


def _guarded(plugin: Plugin, write: Callable[[], Iterable[bytes]]) -> Iterator[bytes]:
    """The bytes that a plugin gives."""
    with naming(plugin):
        for part in write():
            if not isinstance(part, bytes):
                raise TypeError(f"it gives {type(part).__name__}, not bytes")
            yield part


def gather(ledger: Book, needs: Collection[str], asked: Asked) -> Material:
    """All that fits of what an export `needs`, as of the points that are asked. It is held in memory whole. Raises `UsageError` as the lists do."""
    found = _records(ledger, needs, asked)
    records: list[Resolved] = [record for each in found.values() for record in each]
    changes = query.changes(ledger, asked.since or "0001", **asked.point) if "change" in needs else ()
    with ledger.at(**asked.point) as at:
        gone = _taken_back(at, asked) if "taken_back" in needs else ()
        actors = _actors(at, records) if "actor" in needs else {}
        revised = (*records, *gone, *actors.values()) if "revision" in needs else ()
        beside: dict[str, Any] = {
            "edition": _edition(at, asked),
            "actors": actors,
            "taken_back": gone,
            "revisions": at.revisions(id for record in revised for id in record.ids),
            "changes": tuple(change for change in changes if _fits(change, at, asked)),
        }
    names = lists.called(ledger, [r for r in records if not isinstance(r, EventView)], **asked.point)
    brief = _brief(ledger, asked, beside["edition"]) if "brief" in needs else None
    return Material(names=names, brief=brief, **beside, **found)


def _edition(at: Snapshot, asked: Asked) -> Edition:
    last = at.last_entry()
    return Edition(
        entries=last[0] if last else 0,
        recorded=last[1] if last else None,
        as_of=asked.published,
        licence=asked.licence,
        program=f"memcon {version('memcon')}",
    )


def _records(ledger: Book, needs: Collection[str], asked: Asked) -> dict[str, Any]:
    """The records of each kind, under the names that `Material` has for them."""
    found: dict[str, Any] = {}
    if "event" in needs:
        of_events = {name: getattr(asked, name) for name in ("actor", "channel", "country", "kind", "status")}
        found["events"] = query.timeline(ledger, **asked.of_all, **of_events)
    if asked.is_of_events:
        return found
    if "statement" in needs:
        found["statements"] = query.statements(ledger, speaker=asked.actor, **asked.of_all)
    if "channel" in needs:
        found["channels"] = lists.channels(ledger, actor=asked.actor, **asked.of_all)
    kinds: tuple[SubjectKind, ...] = ("position", "commitment", "process", "precedent")
    for kind in kinds:
        if kind in needs:
            found[plural(kind)] = lists.listed(ledger, kind, actor=asked.actor, **asked.of_all)
    return found


def _actors(at: Snapshot, records: Iterable[Resolved]) -> dict[str, ActorView]:
    """All actors that the records name, by the id that each goes by."""
    ids = at.canonical_of({id for record in records for id in _named(record)})
    found: dict[str, ActorView] = {}
    for start in range(0, len(ids), _BLOCK):
        seen = at.excerpt(ids[start : start + _BLOCK], has_actors=False).views()
        found.update((actor.id, actor) for actor in seen.actors)
    return found


def _named(record: Resolved) -> Iterable[str]:
    match record:
        case EventView():
            coded = record.plover
            parts = tuple(p.actor for p in record.participants)
            return parts + ((*coded.actors, *coded.recipients) if coded else ())
        case StatementView():
            return tuple(filter(None, (record.speaker, record.on_behalf_of, *record.speakers)))
        case _:
            return lists.actor_ids(record)


def _taken_back(at: Snapshot, asked: Asked) -> tuple[EventView, ...]:
    """The events that the ledger held and holds no more, as they last were, and that fit."""
    gone = at.taken_back("event")
    canonical = at.canonical_of(gone)
    stand = {event.id for event in at.excerpt(canonical, has_actors=False).views().events}
    by_entry: dict[int, list[str]] = {}
    for id, entry in gone.items():
        if not stand.intersection(at.canonical_of([id])):
            by_entry.setdefault(entry, []).append(id)
    found: dict[str, EventView] = {}
    for entry, ids in sorted(by_entry.items()):
        then = at.before(entry)
        seen = then.excerpt(then.canonical_of(ids)).views().events
        found.update((event.id, event) for event in seen if event.id not in stand)
    return tuple(event for event in found.values() if query.fits(event, at, **_of_events(asked)))


def _fits(change: Change, at: Snapshot, asked: Asked) -> bool:
    """Whether the event that became otherwise fits what is asked but for its time: `since` is of the change."""
    return query.fits(change.event, at, **{**_of_events(asked), "since": None})


def _of_events(asked: Asked) -> dict[str, Any]:
    return {
        name: getattr(asked, name)
        for name in ("since", "until", "actor", "channel", "country", "kind", "status", "about")
    }


def _brief(ledger: Book, asked: Asked, edition: Edition) -> Any:
    """Up to the day that is asked, else to that of the ledger's last entry: what is later is ahead."""
    if asked.about is None or asked.since is None:
        raise UsageError("a brief is about something since a day", hint="give --about and --since")
    until = asked.until or asked.published or max((edition.recorded or "")[:10], asked.since)
    return brief_of(lists.brief_material(ledger, asked.about, since=asked.since, until=until, **asked.point))


def file_parts(
    exporter: Exporter, material: Material, tables: Iterable[str] | None = None
) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of an export: name and bytes of each. A format with one file has it under the name "memcon" with its suffix."""
    if exporter.write is not None:
        yield f"memcon{exporter.suffix}", exporter.write(material)
        return
    assert exporter.write_table is not None
    for name in TABLES if tables is None else tables:
        yield f"{name}{exporter.suffix}", exporter.write_table(material, TABLES[name])


def write_file(path: Path, parts: Iterable[bytes], *, is_overwriting: bool = False) -> None:
    """Writes a file whole or not at all: a crash or a full disk leaves what was there before. Raises `UsageError` for a file that exists, unless it
    `is_overwriting`, and for a place that can't be written."""
    if path.exists() and not path.is_file() and not path.is_dir():
        _write_through(path, parts)
        return
    if path.is_dir():
        raise UsageError(f"{path} is a folder", hint="name a file in it")
    if path.exists() and not is_overwriting:
        raise UsageError(f"{path} exists", hint="name another file, or give --overwrite")
    written: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
            written = Path(out.name)
            for part in parts:
                out.write(part)
            out.flush()
            os.fsync(out.fileno())
        written.chmod(0o666 & ~_umask())
        written.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        if written is not None:
            written.unlink(missing_ok=True)


def write_folder(
    folder: Path, files: Iterable[tuple[str, Iterable[bytes]]], *, is_overwriting: bool = False
) -> list[Path]:
    """Writes the files of an export into a folder, each whole; gives their paths. Raises as `write_file` does, before anything is written where a file exists."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            f"{folder} is a file, and the tables go into a folder", hint="name a folder, or one table with --table NAME"
        )
    named = list(files)
    there = [name for name, _ in named if (folder / name).exists()]
    if there and not is_overwriting:
        raise UsageError(f"{folder / there[0]} exists", hint="name another folder, or give --overwrite")
    for name, parts in named:
        write_file(folder / name, parts, is_overwriting=is_overwriting)
    return [folder / name for name, _ in named]


def _write_through(path: Path, parts: Iterable[bytes]) -> None:
    """Into a pipe or a device, which can't be replaced."""
    try:
        with path.open("wb") as out:
            for part in parts:
                out.write(part)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> UsageError:
    reason = error.strerror or str(error)
    return UsageError(f"can't write {path}: {reason}", hint=f"nothing of this file was kept; {_wanted(error)}")


def _wanted(error: OSError) -> str:
    """What would let a file be written."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return "make room, or name another place"
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return "name a place that you may write in"
        case errno.ENOTDIR | errno.EEXIST:
            return "a folder on the way to it is a file; name another place"
        case errno.ENAMETOOLONG:
            return "give it a shorter name"
        case _:
            return "name another place"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
