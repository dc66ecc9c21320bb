"""Records as the ledger shows them: assembled from what all documents claim, each claim with its sources.

A view keeps every claim and names the current one. Claims stand in source order: documents of unknown date first, then by
publication time, then by document id, and within a document as the text has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from memcon.domain.actors import ActorKind
from memcon.domain.annotation import QuoteType
from memcon.domain.documents import PublishedBasis
from memcon.domain.records import (
    Assessment,
    Attribution,
    ChannelRef,
    CommitmentStatus,
    EventKind,
    Grade,
    Plover,
    Role,
    SpeakerKind,
    Stance,
    Status,
    ToldAs,
    Verdict,
)
from memcon.domain.spans import Span

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as it is cited. `published` is EDTF or None, `published_time` the time of day as far as stated."""

    document: str
    title: str | None = None
    publisher: str | None = None
    wire: str | None = None
    published: str | None = None
    published_time: str | None = None
    published_basis: PublishedBasis = "unknown"
    url: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quotation with its place and its source: `quote` stands at `span` in the text of `source.document`."""

    source: Source
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Generic[T_co]):
    """One document's claim of one value. `recorded_at` is when the ledger came to hold it; `assertion` its entry's id."""

    value: T_co
    source: Source
    evidence: tuple[Citation, ...]
    assertion: str
    recorded_at: str
    attribution: Attribution | None = None
    certainty: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusValue:
    """A step of a status history; `when` is the EDTF time of the step itself, where the text gives one, `word` the word that decided.
    `order` is the step's place in its document's history, from 0."""

    status: Status
    when: str | None = None
    word: str | None = None
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as EDTF with the words that gave it."""

    edtf: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A place without its position in a text. `country` is alpha-3; coordinates in degrees (WGS 84)."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHeld:
    """An office as a text gives it to a person."""

    title: str
    country: str | None = None
    organization: str | None = None
    qualifier: str | None = None


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
class PartValue:
    """A claim that an actor (by canonical id) takes part in a role."""

    actor: str
    role: Role
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event over all documents that tell of it.

    `ids` are the record ids merged into it, `id` the canonical one. `statuses` is the whole history, the last is `status`, None
    where every source leaves open whether it happens. `when` is the current time as EDTF, or None when no source gives one; `whens` are all claims. `is_disputed` when two claimed
    times exclude each other. `evidence` are the event's own citations, without repeats, in source order.
    """

    id: str
    ids: tuple[str, ...]
    kind: EventKind
    label: str
    status: Status | None
    statuses: tuple[Claim[StatusValue], ...]
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    channel: ChannelRef | None = None
    ordinal: int | None = None
    when: str | None = None
    when_text: str | None = None
    whens: tuple[Claim[Moment], ...] = ()
    is_disputed: bool = False
    place: Locality | None = None
    places: tuple[Claim[Locality], ...] = ()
    participants: tuple[ParticipantView, ...] = ()
    agenda: tuple[Claim[str], ...] = ()
    outcome: tuple[Claim[str], ...] = ()
    follows_up: tuple[str, ...] = ()
    sidelines_of: str | None = None
    plover: Plover | None = None
    attribution: Attribution | None = None
    certainty: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """A person, organization, state or group over all documents; `office` is the latest source's."""

    id: str
    ids: tuple[str, ...]
    name: str
    kind: ActorKind
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    offices: tuple[Claim[OfficeHeld], ...] = ()
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelView:
    """A standing channel over all documents. `sessions` are the ids of its events in order of ordinal, then time."""

    id: str
    ids: tuple[str, ...]
    name: str
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    level: str | None = None
    cadence: str | None = None
    start: str | None = None
    end: str | None = None
    purpose: str | None = None
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """Somebody's word. `said` is the EDTF time the text gives, else None; the source's date bounds it."""

    id: str
    ids: tuple[str, ...]
    content: str
    quote_type: QuoteType
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    speaker: str | None = None
    speaker_text: str | None = None
    cue: str | None = None
    medium: str | None = None
    said: str | None = None
    about: tuple[str, ...] = ()
    hedge: str | None = None
    speakers: tuple[str, ...] = ()
    grade: Grade | None = None
    speaker_kind: SpeakerKind | None = None
    via: tuple[str, ...] = ()
    confidence: float = 1.0
    factuality: ToldAs | None = None
    uttered: ToldAs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView:
    """An actor's stance on a target; `stance` is the latest source's, `stances` all of them."""

    id: str
    ids: tuple[str, ...]
    actor: str
    stance: Stance
    stances: tuple[Claim[str], ...]
    target_text: str
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    target: str | None = None
    grounds: str | None = None
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentView:
    """What parties undertook; `status` is the latest source's."""

    id: str
    ids: tuple[str, ...]
    text: str
    status: CommitmentStatus
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    parties: tuple[str, ...] = ()
    instrument: str | None = None
    when: str | None = None
    target: str | None = None
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessView:
    """A long-running issue with every assessment of it."""

    id: str
    ids: tuple[str, ...]
    name: str
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    basis: str | None = None
    conditions: tuple[str, ...] = ()
    target: str | None = None
    assessments: tuple[Claim[Assessment], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedentView:
    """A claim such as "the first … in eight years"."""

    id: str
    ids: tuple[str, ...]
    text: str
    verdict: Verdict
    evidence: tuple[Citation, ...]
    sources: tuple[Source, ...]
    event: str | None = None
    scope: str | None = None
    since: str | None = None
    interval: str | None = None


Resolved = (
    EventView | ActorView | ChannelView | StatementView | PositionView | CommitmentView | ProcessView | PrecedentView
)
"""Records that may be merged of several ids."""

RecordView = Resolved | Source


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
