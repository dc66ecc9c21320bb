"""What the ledger holds: assertions and judgements, append-only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from memcon.domain.codec import encode
from memcon.domain.ids import content_id
from memcon.domain.readers import OWN, UNTOLD, ReaderName
from memcon.domain.records import Attribution
from memcon.domain.spans import Evidence

SubjectKind = Literal[
    "document", "actor", "channel", "event", "statement", "position", "commitment", "process", "precedent"
]
JudgementKind = Literal["same", "different", "corrected", "retracted"]

RULE = "rule:"
"""What `Judgement.by` begins with when a rule of the program made it; any other value names a person."""


NEW_VERSION = f"{RULE}new-version"
"""The rule, without its version, whose judgements `same` are on two documents of which the second replaces the first."""


def plural(kind: str) -> str:
    """A kind of subject, in the singular, as its lists are called: "process" → "processes"."""
    return {"process": "processes"}.get(kind, f"{kind}s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One document's claim of one property of one record, as `reader` read it.

    `value` is canonical JSON text. `id` is the hash of everything else, so that recording it twice changes nothing. Of the reader it is the
    name that is hashed: a newer version that reads the same says nothing new, and `reader` stays the one that read it first.
    """

    id: str
    document: str
    subject: str
    subject_kind: SubjectKind
    property: str
    value: str
    evidence: tuple[Evidence, ...]
    attribution: Attribution | None = None
    certainty: float = 1.0
    reader: ReaderName = UNTOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A ruling on assertions or records, by a rule or a named person. `subjects` are ids; `value` canonical JSON for a correction.

    `same` and `different` take two or more record ids; `retracted` takes ids of assertions, or of judgements, which takes the
    judgement back.
    """

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    by: str
    why: str
    value: str | None = None

    @property
    def is_by_rule(self) -> bool:
        return self.by.startswith(RULE)


Entry = Assertion | Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An entry in its place in the book: `seq` counts up from 1, `recorded_at` is the UTC instant (`2025-12-16T08:51:00Z`) at
    which the ledger came to hold it."""

    seq: int
    recorded_at: str
    entry: Entry


def assertion(
    document: str,
    subject_kind: SubjectKind,
    subject: str,
    property: str,
    value: str,
    evidence: tuple[Evidence, ...],
    *,
    attribution: Attribution | None = None,
    certainty: float = 1.0,
) -> Assertion:
    """An assertion under its content hash. `value` is canonical JSON text."""
    found = Assertion(
        id="",
        document=document,
        subject=subject,
        subject_kind=subject_kind,
        property=property,
        value=value,
        evidence=evidence,
        attribution=attribution,
        certainty=certainty,
    )
    return replace(found, id=entry_id(found))


def judgement(
    kind: JudgementKind, subjects: tuple[str, ...], *, by: str, why: str, value: str | None = None
) -> Judgement:
    """A judgement under its content hash."""
    found = Judgement(id="", kind=kind, subjects=subjects, by=by, why=why, value=value)
    return replace(found, id=entry_id(found))


def read_by(entry: Assertion, reader: ReaderName) -> Assertion:
    """The same claim as another reader makes it."""
    named = replace(entry, reader=reader)
    return named if reader.name == entry.reader.name else replace(named, id=entry_id(named))


def entry_id(entry: Entry) -> str:
    """The hash of all that `entry` says except its id: `ast_…` for an assertion, `jdg_…` for a judgement.

    The program's own name is not written into it: its assertions are under the ids that they had before readers were named.
    """
    body = encode(entry)
    del body["id"]
    if isinstance(entry, Judgement):
        return content_id("jdg", body)
    del body["reader"]
    return content_id("ast", body) if entry.reader.name == OWN else content_id("ast", body, entry.reader.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How many entries the ledger holds that told something of a record or ruled on it, those taken back too, and the UTC instants of the first
    and the last: the count and the last never fall, and the first never changes."""

    count: int
    first_at: str
    last_at: str
