"""The records of diplomacy that a document yields. Every one carries evidence: no span, no fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from memcon.domain.annotation import Certainty, QuoteType
from memcon.domain.spans import Evidence, Span
from memcon.domain.tokens import Time

EventKind: TypeAlias = str
"""A kind of event: one of those with a table in the codebook, or, from a ledger of a newer version, any other word."""

Status: TypeAlias = str
"""Whether an event happens: one of the codebook's statuses, or, from a ledger of a newer version, any other word."""

Role: TypeAlias = str
"""How an actor takes part: one of the codebook's roles, or, from a ledger of a newer version, any other word."""

Stance = Literal["support", "oppose", "concern", "reject", "conditional", "undecided"]
CommitmentStatus = Literal["made", "reaffirmed", "in_progress", "met", "broken", "lapsed", "unknown"]
Verdict = Literal["supported", "contradicted", "unknown"]
AttributionKind = Literal["outlet", "named", "unnamed", "document"]
Grade = Literal["on_record", "office", "unnamed", "hearsay", "outlet"]
"""How directly a word can be held against somebody: `on_record` a person by name; `office` a body or its spokesperson; `unnamed` a
source, an official, a document without an author; `hearsay` what is told at second hand ("reportedly", another outlet's report);
`outlet` the outlet's own account."""
SpeakerKind = Literal["person", "office", "official", "source", "document", "group"]
"""What a speaker is: a named `person`, an `office` (a body or the one who speaks for it), an unnamed `official` or `source`, a `document`,
or a `group` of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Whose word a record rests on.

    `kind` is `outlet` where nobody else is named, `named` for a person or office, `unnamed` for "sources", `document` for a paper.
    `speaker` is an actor id; `speaker_text` and `cue` are the text's words; `hedge` is the hedging word ("reportedly", "may"); `via` is the chain
    from the nearest to the farthest relay, publisher last ("Yonhap", "The Example Daily").
    """

    kind: AttributionKind
    speaker: str | None = None
    speaker_text: str | None = None
    cue: str | None = None
    hedge: str | None = None
    via: tuple[str, ...] = ()
    grade: Grade | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Some words of the text with their place (an agenda item, an outcome, a cue)."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something happens. `country` is alpha-3; coordinates in degrees (WGS 84) and the GeoNames id only where a pack knows the place."""

    name: str
    span: Span
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor in an event, in a role, in the office that the text gives there."""

    actor: str
    role: Role
    span: Span
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An event's time as EDTF, never more exact than the words at `span`."""

    edtf: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusStep:
    """One step of an event's status history: the status, the sentence it rests on, the `word` in it that decided, and whose word it is.

    `when` is the day of the step itself, where the text gives it ("called off on Tuesday"; of what was held, the day it was held).
    """

    status: Status
    evidence: Evidence
    attribution: Attribution
    when: When | None = None
    word: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRef:
    """The standing channel an event belongs to: its id and the name used."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    """The event's PLOVER coding; actors and recipients are actor ids."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens, is planned, or fell through. `statuses` is the history inside this document, oldest first; the last
    one is the document's latest word; empty where the document names the event and leaves open whether it happens. `year` is the one by
    which the text names a channel's meeting that has no number ("the 2025 Delta Forum")."""

    id: str
    kind: EventKind
    label: str
    statuses: tuple[StatusStep, ...]
    evidence: tuple[Evidence, ...]
    channel: ChannelRef | None = None
    ordinal: int | None = None
    year: int | None = None
    when: When | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    agenda: tuple[Phrase, ...] = ()
    outcome: tuple[Phrase, ...] = ()
    follows_up: tuple[str, ...] = ()
    sidelines_of: str | None = None
    plover: Plover | None = None
    certainty: float = 1.0

    @property
    def status(self) -> Status | None:
        """The document's latest word on the event, None where the document leaves it open."""
        return self.statuses[-1].status if self.statuses else None

    @property
    def attribution(self) -> Attribution:
        """Whose word the latest status is; the outlet's own where nobody else is named."""
        return self.statuses[-1].attribution if self.statuses else Attribution(kind="outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A standing mechanism of engagement. `start` and `end` are EDTF; `level` is the level of its principals as stated or known
    ("ministers"), `cadence` as stated or known ("annual")."""

    id: str
    name: str
    evidence: tuple[Evidence, ...]
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    level: str | None = None
    cadence: str | None = None
    start: str | None = None
    end: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAs:
    """How much of a fact the words make of something: FactBank's polarity and certainty, its time seen from the speaker, and the words
    that stand over it, nearest first ("may", "refused")."""

    is_negative: bool = False
    certainty: Certainty = "certain"
    time: Time = "open"
    words: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody's word: speaker, cue and content. `speaker` is an actor id or None when it can't be told, `speakers` all
    of them where several speak as one; `via` the relays, nearest first. `factuality` is that of the content's main word as the speaker has it
    ("the talks may fail" is possible), `uttered` that of the saying itself ("did not say", "will announce"); None where no word carries it."""

    id: str
    speaker: str | None
    speaker_text: str | None
    speaker_span: Span | None
    cue: Phrase | None
    content_text: str
    content_spans: tuple[Span, ...]
    quote_type: QuoteType
    evidence: tuple[Evidence, ...]
    medium: str | None = None
    when: str | None = None
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
class Position:
    """An actor's stance on a target (an event, a channel, a policy)."""

    id: str
    actor: str
    stance: Stance
    target_text: str
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    target: str | None = None
    grounds: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What parties undertook, in which instrument, by when, how far it has come."""

    id: str
    parties: tuple[str, ...]
    text: str
    evidence: tuple[Evidence, ...]
    status: CommitmentStatus = "made"
    instrument: str | None = None
    when: str | None = None
    target: str | None = None
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A judgement of how far a process has come, by whom and when."""

    text: str
    span: Span
    by: tuple[str, ...] = ()
    when: str | None = None
    hedge: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A long-running issue with conditions and assessments."""

    id: str
    name: str
    evidence: tuple[Evidence, ...]
    basis: str | None = None
    conditions: tuple[str, ...] = ()
    target: str | None = None
    assessments: tuple[Assessment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """A claim such as "the first … in eight years". `interval` is an ISO 8601 duration (`P8Y`), `since` EDTF."""

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    event: str | None = None
    scope: str | None = None
    since: str | None = None
    interval: str | None = None
    verdict: Verdict = "unknown"
