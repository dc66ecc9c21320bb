"""What a record is found by: the days, names, words and other records that an assertion tells of.

An index holds these for every assertion that there ever was, so that it finds all records that may fit at any point of both clocks; which of them do is
decided by the record itself, put together as of that point.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import Any

from memcon.domain.dates import Interval, interval_of
from memcon.domain.entries import Assertion, SubjectKind
from memcon.domain.properties import known_property, linked
from memcon.domain.views import Source
from memcon.ledger.claims import published_interval

UNDATED = Interval(date.max, date.max)
"""Where what has no time stands in an order of time: behind all that has one."""

DATED: frozenset[SubjectKind] = frozenset({"event", "statement", "position", "commitment", "process", "precedent"})
"""Kinds of record that are listed by time: events by their own, the others by when they were said, as far as told, else published."""

NAMED: frozenset[SubjectKind] = frozenset({"actor", "channel"})
"""Kinds of record that one name may gather from thousands of documents."""

_TIME: dict[SubjectKind, str] = {"event": "when", "statement": "when"}
"""The property by which the records of a kind are dated, where it is not publication."""

_WORDS: dict[SubjectKind, frozenset[str]] = {
    "event": frozenset({"label", "agenda", "outcome"}),
    "statement": frozenset({"content", "speaker_text"}),
    "position": frozenset({"target_text", "grounds"}),
    "commitment": frozenset({"text"}),
    "process": frozenset({"name", "alias", "condition"}),
    "precedent": frozenset({"text"}),
    "channel": frozenset({"purpose"}),
}
"""The properties whose words are searched."""

_CLASSES: dict[tuple[SubjectKind, str], tuple[str, str | None]] = {
    ("event", "kind"): ("kind", None),
    ("event", "status"): ("status", "status"),
    ("event", "place"): ("country", "country"),
    ("actor", "country"): ("country", None),
    ("position", "stance"): ("stance", None),
    ("commitment", "status"): ("status", None),
}
"""Properties whose values, or one part of whose values, are few: records are asked for by them, under this name."""

NAMES = frozenset({"name", "alias"})

CORRECTED = "corrected"
"""What links a record to the corrections that were ever made of it."""


def time_of(entry: Assertion) -> Interval | None:
    """The days by which the assertion dates its record; None where it does not, or names none."""
    if _TIME.get(entry.subject_kind) != entry.property:
        return None
    value = json.loads(entry.value)
    told = value if isinstance(value, dict) else {"edtf": value}
    found = interval_of(told.get("edtf"))
    if found is None:
        return None
    return Interval(found.end, found.end) if told.get("basis") == "published" else found


def is_dated_by_publication(kind: SubjectKind) -> bool:
    """Whether records of the kind stand, for want of a time of their own, where their source was published."""
    return kind in DATED and kind != "event"


def publication_of(source: Source) -> Interval:
    return published_interval(source) or UNDATED


def out_by(source: Source) -> str:
    """The day (ISO) by which the source is out for certain; the last of all days where nobody knows."""
    return publication_of(source).end.isoformat()


SURE = 100

SPEECH = "speech"
"""What a statement's cue does: what does anything else is told like a statement and is none."""


def sureness(entries: Iterable[Assertion]) -> int:
    """How surely, in 100, one document tells of a record at the most: of a statement the certainty of its content, 0 where it is no speech. All others are sure."""
    contents: list[float] = []
    acts: set[str] = set()
    for entry in entries:
        if entry.subject_kind != "statement":
            return SURE
        if entry.property == "content":
            contents.append(entry.certainty)
        elif entry.property == "act":
            acts.add(json.loads(entry.value))
    if not contents:
        return SURE if SPEECH in acts else 0
    return ceil(SURE * max(contents)) if SPEECH in acts or not acts else 0


def ordinal_of(entry: Assertion) -> int | None:
    """The number of a session that the assertion claims."""
    if (entry.subject_kind, entry.property) != ("event", "ordinal"):
        return None
    value = json.loads(entry.value)
    return value if isinstance(value, int) else None


def links_of(entry: Assertion) -> tuple[tuple[str, str], ...]:
    """The property with each record, or each of a few words, that the assertion names: ("participant", "actor_…"), ("status", "held")."""
    known = known_property(entry.subject_kind, entry.property)
    if known is not None and known.ids:
        return tuple((entry.property, id) for id in linked(known.ids, json.loads(entry.value)))
    if (entry.subject_kind, entry.property) in _CLASSES:
        name, part = _CLASSES[entry.subject_kind, entry.property]
        value = json.loads(entry.value)
        word = value.get(part) if part is not None and isinstance(value, dict) else value
        return ((name, word),) if isinstance(word, str) else ()
    return ()


def name_of(entry: Assertion) -> str | None:
    """The name or other name that the assertion gives an actor or a channel."""
    if entry.subject_kind not in NAMED or entry.property not in NAMES:
        return None
    value = json.loads(entry.value)
    return _searchable(value)


def words_of(entry: Assertion) -> str | None:
    """The words of the assertion that are searched."""
    if entry.property not in _WORDS.get(entry.subject_kind, ()):
        return None
    return _searchable(json.loads(entry.value))


def _searchable(value: Any) -> str | None:
    """Text that every database can hold."""
    return value.replace("\0", " ") if isinstance(value, str) else None


def source_rank(source: Source) -> str:
    """The place of a source in source order, as text that sorts so: last and first possible day of publication, time of day, document."""
    when = published_interval(source)
    days = f"{when.end.isoformat()} {when.start.isoformat()}" if when else f"{UNKNOWN} {UNKNOWN}"
    return f"{days} {source.published_time or ''} {source.document}"


UNKNOWN = "0000-00-00"
"""The day of a source whose publication nobody knows; it sorts before all days."""
