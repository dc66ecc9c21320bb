"""Records as the ledger shows them: assembled from what all documents claim, each claim with its sources.

A view keeps every claim and names the current one. Claims stand in source order: documents of unknown date first, then by
publication time, then by document id, and within a document as the text has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from memcon.domain.actors import ActorFacts, ActorKind, OfficeHeld
from memcon.domain.dates import Interval, interval_of
from memcon.domain.documents import PublishedBasis
from memcon.domain.readers import OWN
from memcon.domain.records import (
    Assessment,
    Attribution,
    Channel,
    Commitment,
    EventFacts,
    Locality,
    Moment,
    PartValue,
    Position,
    Precedent,
    Process,
    Role,
    Statement,
    Status,
    StatusValue,
    Verdict,
    WhenBasis,
)
from memcon.domain.spans import Evidence

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as it is cited. `published` is EDTF or None, `published_time` the time of day as far as stated.

    `witness` is the id that the prints and versions of one text go by, None for a text that stands alone; `replaced_by` the document that is a newer
    version of it.
    """

    document: str
    title: str | None = None
    publisher: str | None = None
    wire: str | None = None
    published: str | None = None
    published_time: str | None = None
    published_basis: PublishedBasis = "unknown"
    url: str | None = None
    ref: str | None = None
    witness: str | None = None
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Evidence):
    """Evidence with its source: `quote` stands at `span` in the text of `source.document`."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[T_co]):
    """One document's claim of one value. `recorded_at` is when the ledger came to hold it; `assertion` its entry's id; `reader` the name of who read it there."""

    value: T_co
    source: Source
    evidence: tuple[Citation, ...]
    assertion: str
    recorded_at: str
    attribution: Attribution | None = None
    certainty: float = 1.0
    reader: str = OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """What only a replaced version of an article claims of a record: a property and its value."""

    property: str
    claim: Claim[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantView:
    """An actor in an event, with the roles and offices of all claims; `role` and `office` are the latest source's."""

    actor: str
    name: str
    kind: ActorKind | None
    country: str | None
    role: Role
    office: str | None
    claims: tuple[Claim[PartValue], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView(EventFacts):
    """An event over all documents that tell of it.

    `ids` are the record ids merged into it, `id` the canonical one. `statuses` is the whole history, the last is `status`, None
    where every source leaves open whether it happens. `when` is the current time as EDTF, or None when no source gives one; `whens` are all claims. `is_disputed` when two claimed
    times exclude each other. `evidence` are the event's own citations, without repeats, in source order. `former` are replaced
    versions of its sources, `superseded` what they alone claim; both count for nothing else here.
    """

    ids: tuple[str, ...]
    status: Status | None
    statuses: tuple[Claim[StatusValue], ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    when: str | None = None
    when_text: str | None = None
    when_basis: WhenBasis | None = None
    whens: tuple[Claim[Moment], ...] = ()
    is_disputed: bool = False
    place: Locality | None = None
    places: tuple[Claim[Locality], ...] = ()
    participants: tuple[ParticipantView, ...] = ()
    agenda: tuple[Claim[str], ...] = ()
    outcome: tuple[Claim[str], ...] = ()
    attribution: Attribution | None = None
    former: tuple[Source, ...] = ()
    superseded: tuple[Superseded, ...] = ()

    @property
    def readers(self) -> tuple[str, ...]:
        """The names of all who read something of it."""
        parts = (claim for part in self.participants for claim in part.claims)
        claims = (*self.statuses, *self.whens, *self.places, *self.agenda, *self.outcome, *parts)
        return tuple(sorted({claim.reader for claim in claims}))

    @property
    def interval(self) -> Interval | None:
        """The days that it is found and ordered by; of a time known by publication only the last, for news is of about that day."""
        found = interval_of(self.when)
        return Interval(found.end, found.end) if found is not None and self.when_basis == "published" else found


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView(ActorFacts):
    """A person, organization, state or group over all documents; `office` is the latest source's."""

    ids: tuple[str, ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    office: str | None = None
    offices: tuple[Claim[OfficeHeld], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelView(Channel):
    """A standing channel over all documents. `sessions` are the ids of its events in order of ordinal, then time."""

    ids: tuple[str, ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView(Statement):
    """Somebody's word over all documents that have it; its spans are those of `document`, the latest source. `when` is the EDTF time the
    text gives, else None; the source's date bounds it."""

    ids: tuple[str, ...]
    document: str
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView(Position):
    """An actor's stance on a target; `stance` is the latest source's, `stances` all of them."""

    ids: tuple[str, ...]
    stances: tuple[Claim[str], ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView(Commitment):
    """What parties undertook; `status` is the latest source's."""

    ids: tuple[str, ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentView(Assessment):
    """An assessment with the document that makes it."""

    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one document tells of a record: the name of a property, and the claim, whose evidence is the words that hold the value where one quotation does."""

    property: str
    claim: Claim[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessView(Process):
    """A long-running issue over all documents; `assessments` are all of them, each with its source. `course` is what each document tells of its
    basis, conditions, steps, target and how it goes, in source order: so two targets stand beside each other, each with who told it when."""

    ids: tuple[str, ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    assessments: tuple[AssessmentView, ...] = ()
    course: tuple[Telling, ...] = ()

    def told(self, property: str) -> tuple[Claim[Any], ...]:
        """What is told of one property, in source order."""
        return tuple(each.claim for each in self.course if each.property == property)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedentView(Precedent):
    """A claim such as "the first … in eight years"."""

    ids: tuple[str, ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the ledger makes of a claim: the events (ids) that decide it, earliest first, or, of an unknown one, what is missing."""

    verdict: Verdict
    events: tuple[str, ...] = ()
    missing: str | None = None


Resolved = (
    EventView | ActorView | ChannelView | StatementView | PositionView | CommitmentView | ProcessView | PrecedentView
)
"""Records that may be merged of several ids."""

RecordView = Resolved | Source


def witnesses(sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
    """The sources by whose word it is, in order: prints of one text are one witness."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(source.witness or source.document, []).append(source)
    return tuple(map(tuple, found.values()))


def is_superseded(record: Resolved) -> bool:
    """Whether nothing but replaced versions of articles tells of the record."""
    return bool(record.sources) and all(source.replaced_by for source in record.sources)


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """Everything the ledger shows as of one point on each clock. Records are ordered by id, documents in source order."""

    documents: tuple[Source, ...] = ()
    events: tuple[EventView, ...] = ()
    actors: tuple[ActorView, ...] = ()
    channels: tuple[ChannelView, ...] = ()
    statements: tuple[StatementView, ...] = ()
    positions: tuple[PositionView, ...] = ()
    commitments: tuple[CommitmentView, ...] = ()
    processes: tuple[ProcessView, ...] = ()
    precedents: tuple[PrecedentView, ...] = ()
