"""Actors, channels, statements, positions, commitments, processes and precedents over all documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from memcon.domain.actors import OfficeHeld
from memcon.domain.properties import properties_of
from memcon.domain.records import Assessment, Attribution, Phrase, ToldAs
from memcon.domain.spans import Span
from memcon.domain.views import (
    ActorView,
    AssessmentView,
    ChannelView,
    Claim,
    CommitmentView,
    PositionView,
    PrecedentView,
    ProcessView,
    StatementView,
)
from memcon.ledger.claims import Subject, citations_of, sources_cited
from memcon.ledger.corrections import is_correction


def told(subject: Subject, *cited: str) -> dict[str, Any]:
    """What every view holds: id, merged ids, sources, the evidence of the `cited` properties; and the current value of each property under its
    record's name for it. Of several values all that differ, first claimed first; of one, the most recent source's last word."""
    found = {each.attribute: _current(subject, each.name, each.is_many) for each in properties_of(subject.kind)}
    evidence = citations_of(claim for name in cited for claim in subject.all(name))
    return {
        "id": subject.id, "ids": subject.ids, "evidence": evidence, "sources": sources_cited(subject.every), **found
    }  # fmt: skip


def _current(subject: Subject, property: str, is_many: bool) -> Any:
    return subject.values(property) if is_many else subject.latest(property)


def actor_view(subject: Subject) -> ActorView:
    """The name is the longest one given, the earliest of equals, or as a person corrected it; other names and aliases stand in `aliases`."""
    offices: tuple[Claim[OfficeHeld], ...] = subject.all("office")
    current = told(subject, "name", "office") | _names(subject) | {"offices": offices}
    return ActorView(**current, office=_latest_office(offices))


def _names(subject: Subject) -> dict[str, Any]:
    names = subject.values("name")
    last = subject.all("name")[-1]
    name = last.value if is_correction(last) else max(names, key=len)
    others = dict.fromkeys((*names, *subject.values("alias")))
    return {"name": name, "aliases": tuple(other for other in others if other != name)}


def _latest_office(offices: Sequence[Claim[OfficeHeld]]) -> str | None:
    """The most recent source's first office: a text gives the current one first."""
    if not offices:
        return None
    newest = offices[-1].source.document
    return next(claim.value for claim in offices if claim.source.document == newest).wording


def channel_view(subject: Subject, sessions: tuple[str, ...]) -> ChannelView:
    return ChannelView(**(told(subject, "name", "purpose") | _names(subject)), sessions=sessions)


def statement_view(subject: Subject) -> StatementView:
    """The words, and whatever has a place beside them, are those of the latest source."""
    content = subject.all("content")[-1]
    current = told(subject, "quote_type", "content") | {
        "content_spans": tuple(piece.span for piece in content.evidence),
        "speaker_span": _place(subject.all("speaker_text"), content),
        "cue": _phrase(subject.all("cue"), content),
        "factuality": _told_as(subject, "factuality", content),
        "uttered": _told_as(subject, "uttered", content),
    }
    return StatementView(**current, document=content.source.document, confidence=content.certainty)


def _beside(claims: Sequence[Claim[Any]], content: Claim[Any]) -> Claim[Any] | None:
    """The last of the claims, of the document that has the content."""
    return next((claim for claim in reversed(claims) if claim.source == content.source), None)


def _place(claims: Sequence[Claim[Any]], content: Claim[Any]) -> Span | None:
    """Where the claimed words stand, when they are quoted alone."""
    claim = _beside(claims, content)
    found = [piece.span for piece in claim.evidence if piece.quote == claim.value] if claim else []
    return found[0] if found else None


def _phrase(claims: Sequence[Claim[str]], content: Claim[Any]) -> Phrase | None:
    claim = _beside(claims, content)
    return Phrase(text=claim.value, span=claim.evidence[0].span) if claim and claim.evidence else None


def _told_as(subject: Subject, property: str, content: Claim[Any]) -> ToldAs | None:
    """With the words that stand over it: its evidence, unless that is the whole statement's."""
    claim = _beside(subject.all(property), content)
    if claim is None:
        return None
    whole = _beside(subject.all("quote_type"), content)
    is_whole = whole is not None and claim.evidence == whole.evidence
    words = () if is_whole else tuple(Phrase(text=piece.quote, span=piece.span) for piece in claim.evidence)
    value: ToldAs = claim.value
    return replace(value, words=words)


def position_view(subject: Subject) -> PositionView:
    stances = subject.all("stance")
    attribution = stances[-1].attribution or Attribution(kind="outlet")
    return PositionView(**told(subject, "stance"), stances=stances, attribution=attribution)


def commitment_view(subject: Subject) -> CommitmentView:
    return CommitmentView(**told(subject, "text", "status"))


def process_view(subject: Subject) -> ProcessView:
    assessments: tuple[Claim[Assessment], ...] = subject.all("assessment")
    current = told(subject, "name", "assessment") | {"assessments": tuple(map(_assessment, assessments))}
    return ProcessView(**current)


def _assessment(claim: Claim[Assessment]) -> AssessmentView:
    made = claim.value
    return AssessmentView(
        text=made.text, span=made.span, by=made.by, when=made.when, hedge=made.hedge, source=claim.source
    )


def precedent_view(subject: Subject) -> PrecedentView:
    return PrecedentView(**told(subject, "text"))
