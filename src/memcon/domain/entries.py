"""What the ledger holds: assertions and judgements, append-only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.domain.records import Attribution
from memcon.domain.spans import Evidence

SubjectKind = Literal[
    "document", "actor", "channel", "event", "statement", "position", "commitment", "process", "precedent"
]
JudgementKind = Literal["same", "different", "corrected", "retracted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """One document's claim of one property of one record.

    `value` is canonical JSON text. `id` is the hash of everything else, so that recording it twice changes nothing.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A ruling on assertions or records, by a rule or a named person. `subjects` are ids; `value` canonical JSON for a correction."""

    id: str
    kind: JudgementKind
    subjects: tuple[str, ...]
    by: str
    why: str
    value: str | None = None


Entry = Assertion | Judgement
