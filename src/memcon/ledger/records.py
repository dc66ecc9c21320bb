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
    Citation,
    Claim,
    CommitmentView,
    PositionView,
    PrecedentView,
    ProcessView,
    StatementView,
    Telling,
)
from memcon.ledger.claims import Subject, citations_of, source_key, sources_cited
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
    """The name is the one that most documents give it, of equals the longest, or as a person corrected it; other names and aliases stand in `aliases`."""
    assessments: tuple[Claim[Assessment], ...] = subject.all("assessment")
    name = _usual_name(subject.all("name"))
    others = dict.fromkeys((*subject.values("name"), *subject.values("alias")))
    current = told(subject, "name") | {
        "name": name,
        "evidence": _outermost(citations_of((*subject.all("name"), *assessments))),
        "aliases": tuple(other for other in others if other != name),
        "assessments": tuple(map(_assessment, assessments)),
        "course": _course(subject),
    }
    return ProcessView(**current)


COURSE = ("basis", "condition", "milestone", "target", "assessment")
"""The properties by which a process goes on: each document may tell others."""


def _outermost(cited: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations that stand in no other: a sentence, and not also the assessment in it."""
    spans: dict[str, list[Span]] = {}
    for piece in cited:
        spans.setdefault(piece.source.document, []).append(piece.span)

    def is_inside(piece: Citation) -> bool:
        return any(piece.span in span and piece.span != span for span in spans[piece.source.document])

    return tuple(piece for piece in cited if not is_inside(piece))


def _usual_name(claims: Sequence[Claim[str]]) -> str:
    if is_correction(claims[-1]):
        return claims[-1].value
    by_name: dict[str, set[str]] = {}
    for claim in claims:
        by_name.setdefault(claim.value, set()).add(claim.source.document)
    return max(by_name, key=lambda name: (len(by_name[name]), len(name)))


def _course(subject: Subject) -> tuple[Telling, ...]:
    found = [Telling(property=name, claim=_narrowed(claim)) for name in COURSE for claim in subject.all(name)]
    return tuple(sorted(found, key=lambda each: source_key(each.claim.source)))


def _narrowed(claim: Claim[Any]) -> Claim[Any]:
    """The claim by the quotations that hold its words, where any do: its record's are those of every place that names it."""
    words = claim.value if isinstance(claim.value, str) else claim.value.text
    holding = tuple(piece for piece in claim.evidence if words in piece.quote)
    return replace(claim, evidence=holding) if holding else claim


def _assessment(claim: Claim[Assessment]) -> AssessmentView:
    made = claim.value
    return AssessmentView(
        text=made.text, span=made.span, by=made.by, when=made.when, hedge=made.hedge, source=claim.source
    )


def precedent_view(subject: Subject) -> PrecedentView:
    return PrecedentView(**told(subject, "text"))
