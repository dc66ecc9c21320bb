"""The records of diplomacy that a document yields. Every one carries evidence: no span, no fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from memcon.domain.claimed import ITSELF, Claimed
from memcon.domain.confidence import SHOWN_CONFIDENCE
from memcon.domain.spans import Evidence, Span
from memcon.domain.tellings import Certainty, QuoteType
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
WhenBasis = Literal["stated", "framed", "published"]
"""How an event's time is known: `stated` with the event; `framed` by the visit that it is part of or the event on whose sidelines it is;
`published`: told as news without a time, so that it is not later than the publication."""
Act = Literal["speech", "attitude", "unsaid", "hearsay", "deed"]
"""What a cue does: `speech` tells words that somebody said, wrote or thought in so many words; `attitude` what somebody thinks, wants or fears;
`unsaid` what is still to be said, or was not; `hearsay` what is told in nobody's name ("reportedly"); `deed` what is done or aimed at
("discussed", "signed", "the accord seeks to"), also by who says it of itself ("we condemn"). Only the first is a statement."""
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
class Locality:
    """Where something happens. `country` is alpha-3; coordinates in degrees (WGS 84) and the GeoNames id only where a pack knows the place."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Locality):
    """A place where a text names it."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class PartValue:
    """An actor in an event, in a role, in the office that the text gives there."""

    actor: str
    role: Role
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(PartValue):
    """Somebody's part where a text tells it."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time as EDTF with the words that gave it, never more exact than they are; of a `published` one they are the words that tell the event
    as news."""

    edtf: str
    text: str
    basis: WhenBasis = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Moment):
    """A time where a text tells it."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusValue:
    """A step of a status history; `when` is the EDTF time of the step itself, where the text gives one, `word` the word that decided.
    `order` is the step's place in its document's history, from 0."""

    status: Status
    when: str | None = None
    word: str | None = None
    order: int = 0


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
class EventFacts:
    """What one document tells of an event in the same form as all documents do together. A property of one value belongs here."""

    id: str
    kind: Annotated[EventKind, Claimed("what sort of event it is")]
    label: Annotated[str, Claimed("a short name")]
    channel: Annotated[
        ChannelRef | None, Claimed("the standing channel it is a session of", ids=("id",), names="channel")
    ] = None
    ordinal: Annotated[int | None, Claimed("57 for “the 57th”")] = None
    follows_up: Annotated[
        tuple[str, ...], Claimed("an event whose results it takes further", ids=(ITSELF,), names="event")
    ] = ()
    sidelines_of: Annotated[
        str | None, Claimed("the event on whose sidelines it takes place", ids=(ITSELF,), names="event")
    ] = None
    plover: Annotated[Plover | None, Claimed("its PLOVER coding", ids=("actors", "recipients"), names="actor")] = None
    certainty: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(EventFacts):
    """Something that happens, is planned, or fell through. `statuses` is the history inside this document, oldest first; the last
    one is the document's latest word; empty where the document names the event and leaves open whether it happens. `year` is the one by
    which the text names a channel's meeting that has no number ("the 2025 Delta Forum")."""

    statuses: Annotated[
        tuple[StatusStep, ...],
        Claimed("a step of its history, with the word that decided it", name="status", edtf=("when",), evidence="own"),
    ]
    evidence: tuple[Evidence, ...]
    year: int | None = None
    when: Annotated[When | None, Claimed("when it takes place", edtf=("edtf",), evidence="own")] = None
    place: Annotated[Place | None, Claimed("where it takes place", evidence="own")] = None
    participants: Annotated[
        tuple[Participant, ...],
        Claimed(
            "who takes part, in which role and office",
            name="participant", ids=("actor",), names="actor", evidence="own",
        ),
    ] = ()  # fmt: skip
    agenda: Annotated[tuple[Phrase, ...], Claimed("what it is about", evidence="own")] = ()
    outcome: Annotated[tuple[Phrase, ...], Claimed("what came of it", evidence="own")] = ()

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
    name: Annotated[str, Claimed("its name; the longest one claimed is shown")]
    evidence: tuple[Evidence, ...]
    aliases: Annotated[tuple[str, ...], Claimed("another name", name="alias")] = ()
    parties: Annotated[tuple[str, ...], Claimed("who meets in it", name="party", ids=(ITSELF,), names="actor")] = ()
    level: Annotated[str | None, Claimed("of its principals: “ministers”")] = None
    cadence: Annotated[str | None, Claimed("how often it meets: “annual”")] = None
    start: Annotated[str | None, Claimed("when it was set up", edtf=(ITSELF,))] = None
    end: Annotated[str | None, Claimed("when it ended", edtf=(ITSELF,))] = None
    purpose: Annotated[str | None, Claimed("what it is for")] = None


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
    """Somebody's word, or what is told like one (`act`): speaker, cue and content. `speaker` is an actor id or None when it can't be told, `speakers` all
    of them where several speak as one; `via` the relays, nearest first. `factuality` is that of the content's main word as the speaker has it
    ("the talks may fail" is possible), `uttered` that of the saying itself ("did not say", "will announce"); None where no word carries it."""

    id: str
    speaker: Annotated[
        str | None,
        Claimed(
            "who says it; the first, where several speak as one", evidence="speaker_span", ids=(ITSELF,), names="actor"
        ),
    ]
    speaker_text: Annotated[str | None, Claimed("the words that name the speaker", evidence="speaker_span")]
    speaker_span: Span | None
    cue: Annotated[Phrase | None, Claimed("the word that introduces it: “said”", evidence="own")]
    content_text: Annotated[str, Claimed("the words, or what they say", name="content", evidence="content_spans")]
    content_spans: tuple[Span, ...]
    quote_type: Annotated[QuoteType, Claimed("whether the words are the speaker's own")]
    evidence: tuple[Evidence, ...]
    medium: Annotated[str | None, Claimed("press conference, release, interview …")] = None
    when: Annotated[str | None, Claimed("when it was said", edtf=(ITSELF,))] = None
    about: Annotated[tuple[str, ...], Claimed("a record that it is about", ids=(ITSELF,))] = ()
    hedge: Annotated[str | None, Claimed("“reportedly”")] = None
    speakers: Annotated[tuple[str, ...], Claimed("all who speak as one", ids=(ITSELF,), names="actor")] = ()
    grade: Annotated[Grade | None, Claimed("how directly the word can be held against its speaker")] = None
    speaker_kind: Annotated[SpeakerKind | None, Claimed("what the speaker is")] = None
    via: Annotated[tuple[str, ...], Claimed("who passes it on, nearest first, the publisher last")] = ()
    act: Annotated[Act, Claimed("what its cue does; only `speech` is a statement")] = "speech"
    on_behalf_of: Annotated[str | None, Claimed("for whom a spokesperson speaks", ids=(ITSELF,), names="actor")] = None
    confidence: float = 1.0
    factuality: Annotated[
        ToldAs | None,
        Claimed("of the content's main word, as the speaker has it: “the talks may fail” is possible", evidence="own"),
    ] = None
    uttered: Annotated[
        ToldAs | None,
        Claimed("of the saying itself: “did not say” is negative, “will announce” is ahead", evidence="own"),
    ] = None

    @property
    def is_shown(self) -> bool:
        """Whether it is shown where nobody asks for more: the one line that `read`, `show` and `statements` hold."""
        return self.act == "speech" and self.confidence >= SHOWN_CONFIDENCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An actor's stance on a target (an event, a channel, a policy)."""

    id: str
    actor: Annotated[str, Claimed("whose stance it is", ids=(ITSELF,), names="actor")]
    stance: Annotated[Stance, Claimed("for or against")]
    target_text: Annotated[str, Claimed("on what, as worded")]
    attribution: Attribution
    evidence: tuple[Evidence, ...]
    target: Annotated[str | None, Claimed("the record it is, where told", ids=(ITSELF,))] = None
    grounds: Annotated[str | None, Claimed("why")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What parties undertook, in which instrument, when, by when (`target`), how far it has come. Times are EDTF."""

    id: str
    parties: Annotated[tuple[str, ...], Claimed("who undertakes it", name="party", ids=(ITSELF,), names="actor")]
    text: Annotated[str, Claimed("what is undertaken")]
    evidence: tuple[Evidence, ...]
    status: Annotated[CommitmentStatus, Claimed("how far it has come")] = "made"
    instrument: Annotated[str | None, Claimed("the paper it stands in")] = None
    when: Annotated[str | None, Claimed("when it was undertaken", edtf=(ITSELF,))] = None
    target: Annotated[str | None, Claimed("by when", edtf=(ITSELF,))] = None
    follow_ups: Annotated[
        tuple[str, ...], Claimed("an event that carries it on", name="follow_up", ids=(ITSELF,), names="event")
    ] = ()


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
    name: Annotated[str, Claimed("its name; the one that most documents give it is shown")]
    evidence: tuple[Evidence, ...]
    aliases: Annotated[tuple[str, ...], Claimed("another name", name="alias")] = ()
    issue: Annotated[str | None, Claimed("what sort of issue it is: “accession”, “truce”")] = None
    parties: Annotated[
        tuple[str, ...], Claimed("whose it is, or whom it is between", name="party", ids=(ITSELF,), names="actor")
    ] = ()
    countries: Annotated[
        tuple[str, ...], Claimed("a country that it is of or between, ISO 3166 alpha-3", name="country")
    ] = ()
    marks: Annotated[
        tuple[str, ...], Claimed("a word that tells it from others of its sort: “wartime”, or a pack's id", name="mark")
    ] = ()
    basis: Annotated[str | None, Claimed("on what it goes on, as worded: “conditions-based”, or a paper")] = None
    conditions: Annotated[tuple[str, ...], Claimed("what must be met", name="condition")] = ()
    milestones: Annotated[tuple[str, ...], Claimed("a step or phase of it", name="milestone")] = ()
    target: Annotated[str | None, Claimed("by when it is to end, as worded")] = None
    assessments: Annotated[
        tuple[Assessment, ...],
        Claimed(
            "how far it has come, by whom",
            name="assessment",
            edtf=("when",),
            ids=("by",),
            names="actor",
            evidence="own",
        ),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A feature that spoke for a record (above zero) or against it, by so many units of log odds."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """Something that may be an event, and whether it became a record: the chance (0 to 1, calibrated on the gold record) that it is one, and why."""

    kind: EventKind
    evidence: tuple[Evidence, ...]
    chance: float
    is_kept: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActParty(Phrase):
    """Somebody in an act, as worded, with the actors that the words mean; none where the text names people whom no record is made of ("protesters")."""

    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedAct:
    """A row of PLOVER: who does what to whom, whether or not it is an event of diplomacy. `type` is one of the 16 of the 2021 table; `word` the word that
    decided it. `record` is the event, position, commitment or statement of this reading that tells the same, None where there is none.
    `confidence` is the chance that the row is worth one (0 to 1), None where rules alone coded it."""

    id: str
    type: str
    word: Phrase
    evidence: tuple[Evidence, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[ActParty, ...] = ()
    recipients: tuple[ActParty, ...] = ()
    record: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """A claim such as "the first … in eight years". `interval` is an ISO 8601 duration (`P8Y`), `since` EDTF."""

    id: str
    text: Annotated[str, Claimed("“the first in eight years”")]
    evidence: tuple[Evidence, ...]
    event: Annotated[str | None, Claimed("the event it is about", ids=(ITSELF,), names="event")] = None
    scope: Annotated[str | None, Claimed("among what it is the first")] = None
    since: Annotated[str | None, Claimed("since when", edtf=(ITSELF,))] = None
    interval: Annotated[str | None, Claimed("an ISO 8601 duration, P8Y")] = None
    verdict: Annotated[Verdict, Claimed("what the ledger makes of it")] = "unknown"
