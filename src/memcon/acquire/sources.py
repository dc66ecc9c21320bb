"""Sources that other packages add: an input "NAME:PLACE" is read by the source of that name, wherever PLACE is for it.

A source is a function from a place to records (mappings as in the reading contract, or texts). What it gives goes the way of all records, within the same bounds.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from memcon.acquire.records import capture_record, capture_text
from memcon.acquire.refs import ref_of
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.errors import MemconError
from memcon.plugins import broken, find_plugins, load_plugin, plugin_of

Source = Callable[[str], Iterable[Mapping[str, object] | str]]
"""What a package gives as a source: from a place to the records there, in order. What it raises costs what it had not given yet."""

OWN_NAMES = ("http", "https", "file", "memcon")
"""What an input may begin with that is no plugin's."""

MOST_CHARACTERS = 10_000_000
"""Code points of one text."""

_NAMED = re.compile(r"([a-z][a-z0-9_-]+):(?!//)")


def source_named(name: str) -> str | None:
    """The name of the source that an input names; None for a path and whatever else. Nothing is loaded.

    >>> source_named("minutes.txt"), source_named("https://example.org/a")
    (None, None)
    """
    match = _NAMED.match(name)
    if match is None or match[1] in OWN_NAMES or os.path.exists(name):
        return None
    return match[1] if any(plugin.name == match[1] for plugin in find_plugins("sources")) else None


def check_source(name: str) -> Source:
    """The source of that name. Raises `PluginError` for one that can't be used."""
    read: Source = load_plugin("sources", name, own=OWN_NAMES)
    if not callable(read):
        raise broken(plugin_of("sources", name), TypeError("it gives no function"))
    return read


def read_source(
    name: str, place: str, *, fields: Mapping[str, str], published: str | None
) -> Iterator[Capture | Problem]:
    """The captures of the records that the source `name` has at `place`. A source that fails is a problem that names it; what it gave before is read. Raises `PluginError` for one that
    can't be loaded: nothing could be read with it."""
    read = check_source(name)
    ref = ref_of(f"{name}:{place}")
    try:
        for n, record in enumerate(read(place), 1):
            yield from _captures(record, f"{ref}#{n}", name, fields, published)
    except MemconError:
        raise
    except OSError as error:
        message = f"the source {name!r} can't read {place!r}: {error.strerror or error}"
        yield Problem(code="source_failed", message=message, hint="look at what stands behind the colon", ref=ref)
    except Exception as error:
        told = broken(plugin_of("sources", name), error)
        yield Problem(code="source_failed", message=str(told), hint=told.hint, ref=ref)


def _captures(
    record: Any, ref: str, name: str, fields: Mapping[str, str], published: str | None
) -> Iterator[Capture | Problem]:
    text = record.get(fields.get("text", "text")) if isinstance(record, Mapping) else record
    if isinstance(text, str) and len(text) > MOST_CHARACTERS:
        hint = "documents are shorter; the source should part it"
        message = f"the source {name!r} gave a text of {len(text):,} characters"
        yield Problem(code="too_large", message=message, hint=hint, ref=ref)
    elif isinstance(record, str):
        yield capture_text(ref, record, published)
    else:
        yield from capture_record(record, ref=ref, fields=fields, published=published)
