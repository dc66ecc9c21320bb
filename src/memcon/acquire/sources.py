"""Sources that other packages add: an input "NAME:PLACE" is read by the source of that name, wherever PLACE is for it.

A source is a function from a place to records (mappings as in the reading contract, or texts). What it gives goes the way of all records, within the same bounds.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from memcon.acquire.records import capture_record, capture_text
from memcon.acquire.refs import ref_of
from memcon.domain.documents import Capture
from memcon.domain.feeds import RECORD, Entry, Listed
from memcon.domain.ids import content_id
from memcon.domain.problems import Problem
from memcon.errors import MemconError
from memcon.plugins import broken, find_plugins, load_plugin, plugin_of

Source = Callable[[str], Iterable[Mapping[str, object] | str]]
"""What a package gives as a source: from a place to the records there, in order. What it raises costs what it had not given yet."""

OWN_NAMES = ("http", "https", "file", "memcon")
"""What an input may begin with that is no plugin's."""

MOST_CHARACTERS = 10_000_000
"""Code points of one text."""

LONGEST_ID = 1_000
"""Characters of an id by which a record is remembered."""

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


def list_source(given: str) -> Iterator[Entry | Problem]:
    """What a source has at a place, given as "NAME:PLACE", as entries that can be remembered until they are read: each record under its id, one without an id under what it holds.
    A source that fails or can't be loaded is a problem `source_failed`, with which it ends."""
    name, _, place = given.partition(":")
    try:
        for item in read_source(name, place, fields={}, published=None):
            yield _entry(item, ref_of(given)) if isinstance(item, Capture) else item
    except MemconError as error:
        yield Problem(code="source_failed", message=str(error), hint=error.hint, ref=ref_of(given))


def capture_entry(entry: Listed) -> Iterator[Capture | Problem]:
    """The capture of a record that `list_source` gave."""
    for item in capture_record(json.loads(entry.content or "{}"), ref=entry.ref, fields={}, published=None):
        if isinstance(item, Capture) or item.is_fatal:  # what else is wrong with it was told when it was listed
            yield replace(item, ref=entry.ref)


def _entry(capture: Capture, given: str) -> Entry:
    stated = capture.stated
    content = json.dumps(_record(capture))
    fingerprint = content_id("entry", content)
    is_named = 0 < len(stated.get("id", "").strip()) <= LONGEST_ID
    return Entry(
        key=RECORD + (capture.ref if is_named else f"{given}#{fingerprint.removeprefix('entry_')}"),
        title=stated.get("title"),
        published=stated.get("published"),
        updated=stated.get("updated"),
        content=content,
        fingerprint=fingerprint,
    )


def _record(capture: Capture) -> object:
    """The record as it came."""
    stated = dict(capture.stated)
    is_text_alone = capture.data == stated["text"].encode("utf-8", "surrogatepass")
    return stated if is_text_alone else json.loads(capture.data) or stated


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
