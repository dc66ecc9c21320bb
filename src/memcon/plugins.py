"""What other packages add to memcon: sources, readers and exporters, by entry points. A package is loaded when what it adds is asked for by name, so one that is broken
costs only whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal

from memcon.errors import MemconError, PluginError

Group = Literal["sources", "readers", "exporters"]

GROUPS: tuple[Group, ...] = ("sources", "readers", "exporters")
"""What a package may add, each by an entry point of the group `memcon.…`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """Something that another package adds: its `name`, the package with its version, and where in it it stands ("package.module:object")."""

    group: Group
    name: str
    package: str
    at: str


def find_plugins(group: Group) -> tuple[Plugin, ...]:
    """All that installed packages add to `group`, in order of names; nothing is loaded."""
    found = (_plugin(group, point) for point in entry_points(group=f"memcon.{group}"))
    return tuple(sorted(set(found), key=lambda plugin: (plugin.name, plugin.package)))


def load_plugin(group: Group, name: str, *, own: Iterable[str] = ()) -> Any:
    """What is added to `group` under `name`. Raises `PluginError`, which names the package, for one that can't be loaded, for a name that two packages add, and for one
    of memcon's `own` names."""
    found = [point for point in entry_points(group=f"memcon.{group}") if point.name == name]
    plugins = sorted({_plugin(group, point) for point in found}, key=lambda plugin: plugin.package)
    if not plugins:
        raise PluginError(f"no package adds {name!r} to memcon.{group}", hint="memcon plugins lists what there is")
    if len(plugins) > 1:
        raise PluginError(
            f"{name!r} is added to memcon.{group} by {' and by '.join(each.package for each in plugins)}",
            hint="uninstall one of them",
        )
    if name in own:
        raise PluginError(
            f"{plugins[0].package} adds {name!r}, which is memcon's own",
            hint="uninstall it, or ask its author for another name",
        )
    try:
        return found[0].load()
    except (Exception, SystemExit) as error:
        raise broken(plugins[0], error) from error


def broken(plugin: Plugin, error: BaseException) -> PluginError:
    """The error that says which plugin failed, and how."""
    return PluginError(
        f"{plugin.name!r} of {plugin.package} ({plugin.at}) can't be used: {type(error).__name__}: {error}",
        hint=f"this is a fault of {plugin.package}, not of memcon: upgrade it, or uninstall it",
    )


@contextmanager
def naming(plugin: Plugin) -> Iterator[None]:
    """Whatever goes wrong within is an error that names the plugin."""
    try:
        yield
    except (MemconError, OSError):
        raise
    except Exception as error:
        raise broken(plugin, error) from error


def plugin_of(group: Group, name: str) -> Plugin:
    """The plugin of that name, for who tells of it. Raises `PluginError` as `load_plugin` where there is none."""
    found = [plugin for plugin in find_plugins(group) if plugin.name == name]
    if not found:
        raise PluginError(f"no package adds {name!r} to memcon.{group}", hint="memcon plugins lists what there is")
    return found[0]


def _plugin(group: Group, point: EntryPoint) -> Plugin:
    package = f"{point.dist.name} {point.dist.version}" if point.dist is not None else "a package without a name"
    return Plugin(group=group, name=point.name, package=package, at=point.value)
