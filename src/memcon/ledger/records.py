"""Actors, channels, statements, positions, commitments, processes and precedents over all documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from memcon.domain.codec import decode
from memcon.domain.records import Assessment, ToldAs
from memcon.domain.views import (
    ActorView,
    ChannelView,
    Citation,
    CommitmentView,
    OfficeHeld,
    PositionView,
    PrecedentView,
    ProcessView,
    Source,
    StatementView,
)
from memcon.ledger.claims import Subject, citations_of, read_as, sources_cited


def actor_view(subject: Subject, canonical: Mapping[str, str]) -> ActorView:
    """The name is the longest one given, the earliest of equals; other names and aliases stand in `aliases`."""
    names = subject.values("name")
    name = max(names, key=len)
    offices = read_as(subject.all("office"), lambda value: decode(OfficeHeld, value))
    return ActorView(
        id=subject.id,
        ids=subject.ids,
        name=name,
        kind=subject.latest("kind"),
        evidence=citations_of((*subject.all("name"), *offices)),
        sources=sources_cited(subject.every),
        country=subject.latest("country"),
        sector=subject.latest("sector"),
        office=_latest_office(offices),
        offices=offices,
        aliases=tuple(other for other in dict.fromkeys((*names, *subject.values("alias"))) if other != name),
        members=_ids(subject.values("member"), canonical),
    )


def _latest_office(offices: tuple[Any, ...]) -> str | None:
    """The most recent source's first office: a text gives the current one first."""
    if not offices:
        return None
    newest = offices[-1].source.document
    first: OfficeHeld = next(claim.value for claim in offices if claim.source.document == newest)
    return f"{first.qualifier} {first.title}" if first.qualifier else first.title


def channel_view(subject: Subject, sessions: tuple[str, ...], canonical: Mapping[str, str]) -> ChannelView:
    names = subject.values("name")
    name = max(names, key=len)
    return ChannelView(
        **_common(subject, "name", "purpose"),
        name=name,
        aliases=tuple(other for other in dict.fromkeys((*names, *subject.values("alias"))) if other != name),
        parties=_ids(subject.values("party"), canonical),
        level=subject.latest("level"),
        cadence=subject.latest("cadence"),
        start=subject.latest("start"),
        end=subject.latest("end"),
        purpose=subject.latest("purpose"),
        sessions=sessions,
    )


def statement_view(subject: Subject, canonical: Mapping[str, str]) -> StatementView:
    content = subject.all("content")[-1]
    return StatementView(
        **_common(subject, "quote_type", "content"),
        content=content.value,
        quote_type=subject.latest("quote_type"),
        speaker=_id(subject.latest("speaker"), canonical),
        speaker_text=subject.latest("speaker_text"),
        cue=subject.latest("cue"),
        medium=subject.latest("medium"),
        said=subject.latest("when"),
        about=_ids(subject.values("about"), canonical),
        hedge=subject.latest("hedge"),
        grade=subject.latest("grade"),
        speaker_kind=subject.latest("speaker_kind"),
        speakers=_ids(subject.values("speakers"), canonical),
        via=tuple(dict.fromkeys(subject.values("via"))),
        confidence=content.certainty,
        factuality=_told_as(subject.latest("factuality")),
        uttered=_told_as(subject.latest("uttered")),
    )


def _told_as(value: Any) -> ToldAs | None:
    return decode(ToldAs, value) if value is not None else None


def position_view(subject: Subject, canonical: Mapping[str, str]) -> PositionView:
    stances = subject.all("stance")
    return PositionView(
        **_common(subject, "stance"),
        actor=canonical.get(subject.latest("actor"), subject.latest("actor")),
        stance=stances[-1].value,
        stances=stances,
        target_text=subject.latest("target_text"),
        target=_id(subject.latest("target"), canonical),
        grounds=subject.latest("grounds"),
        attribution=stances[-1].attribution,
    )


def commitment_view(subject: Subject, canonical: Mapping[str, str]) -> CommitmentView:
    return CommitmentView(
        **_common(subject, "text", "status"),
        text=subject.latest("text"),
        status=subject.latest("status"),
        parties=_ids(subject.values("party"), canonical),
        instrument=subject.latest("instrument"),
        when=subject.latest("when"),
        target=subject.latest("target"),
        follow_ups=_ids(subject.values("follow_up"), canonical),
    )


def process_view(subject: Subject) -> ProcessView:
    return ProcessView(
        **_common(subject, "name", "assessment"),
        name=subject.latest("name"),
        basis=subject.latest("basis"),
        conditions=subject.values("condition"),
        target=subject.latest("target"),
        assessments=read_as(subject.all("assessment"), lambda value: decode(Assessment, value)),
    )


def precedent_view(subject: Subject, canonical: Mapping[str, str]) -> PrecedentView:
    return PrecedentView(
        **_common(subject, "text"),
        text=subject.latest("text"),
        verdict=subject.latest("verdict"),
        event=_id(subject.latest("event"), canonical),
        scope=subject.latest("scope"),
        since=subject.latest("since"),
        interval=subject.latest("interval"),
    )


def _common(subject: Subject, *cited: str) -> dict[str, Any]:
    """Id, merged ids, sources, and the evidence of the `cited` properties."""
    claims = [claim for name in cited for claim in subject.all(name)]
    evidence: tuple[Citation, ...] = citations_of(claims)
    sources: tuple[Source, ...] = sources_cited(subject.every)
    return {"id": subject.id, "ids": subject.ids, "evidence": evidence, "sources": sources}


def _id(id: str | None, canonical: Mapping[str, str]) -> str | None:
    return None if id is None else canonical.get(id, id)


def _ids(ids: Iterable[str], canonical: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(canonical.get(id, id) for id in ids))
