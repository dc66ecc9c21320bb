"""Records of the ledger as rows of a table, for spreadsheets: one a record, the same columns for all of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from memcon.domain.views import (
    ChannelView,
    CommitmentView,
    PositionView,
    PrecedentView,
    ProcessView,
    Resolved,
    Source,
    StatementView,
)
from memcon.report.cells import cell
from memcon.report.lists import Names, Verdicts, assessment_text, event_text, name_of
from memcon.report.phrases import attribution_text
from memcon.report.timeline import source_text

CITED = ("source", "published", "quotation", "sources", "id")
"""Columns that every table ends with: the first source and its words, how many tell it, and the record's id."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "position": ("actor", "stance", "target", "about", "grounds", "says", *CITED),
    "commitment": ("parties", "commitment", "status", "instrument", "undertaken", "by_when", "carried_on", *CITED),
    "process": ("process", "also", "between", "basis", "conditions", "milestones", "target", "assessments", *CITED),
    "precedent": ("claim", "verdict", "about", "since", "interval", "decided_by", "lacking", *CITED),
    "statement": ("said", "speaker", "cue", "words", "quotation_type", "medium", "hedge", "about", *CITED),
    "document": ("document", "title", "publisher", "wire", "published", "published_basis", "url"),
    "channel": ("channel", "also", "between", "level", "cadence", "start", "end", "purpose", "sessions", *CITED),
}


def positions_rows(positions: Iterable[PositionView], names: Names) -> list[Sequence[str]]:
    return [
        _row(p, name_of(names, p.actor), p.stance, p.target_text, names.get(p.target or ""), p.grounds,
             attribution_text(p.attribution))
        for p in positions
    ]  # fmt: skip


def commitments_rows(commitments: Iterable[CommitmentView], names: Names) -> list[Sequence[str]]:
    return [
        _row(c, _several(name_of(names, p) for p in c.parties), c.text, c.status, c.instrument, c.when, c.target,
             _several(names.get(e, e) for e in c.follow_ups))
        for c in commitments
    ]  # fmt: skip


def processes_rows(processes: Iterable[ProcessView], names: Names) -> list[Sequence[str]]:
    return [
        _row(p, p.name, _several(p.aliases), _several(name_of(names, side) for side in p.parties), p.basis, _several(p.conditions), _several(p.milestones), p.target,
             _several(assessment_text(a, names) for a in p.assessments))
        for p in processes
    ]  # fmt: skip


def precedents_rows(precedents: Iterable[PrecedentView], names: Names, verdicts: Verdicts) -> list[Sequence[str]]:
    rows = []
    for claim in precedents:
        made, events = verdicts.get(claim.id, (None, ()))
        told = (claim.text, claim.verdict, names.get(claim.event or ""), claim.since, claim.interval)
        rows.append(_row(claim, *told, _several(map(event_text, events)), made.missing if made else None))
    return rows


def channels_rows(channels: Iterable[ChannelView], names: Names) -> list[Sequence[str]]:
    return [
        _row(c, c.name, _several(c.aliases), _several(name_of(names, p) for p in c.parties), c.level, c.cadence, c.start,
             c.end, c.purpose, str(len(c.sessions)))
        for c in channels
    ]  # fmt: skip


def statements_rows(statements: Iterable[StatementView], names: Names) -> list[Sequence[str]]:
    return [
        _row(s, s.when, s.speaker_text, s.cue.text if s.cue else None, s.content_text, s.quote_type, s.medium, s.hedge,
             _several(names.get(e, e) for e in s.about))
        for s in statements
    ]  # fmt: skip


def documents_rows(sources: Iterable[Source]) -> list[Sequence[str]]:
    return [[cell(getattr(source, column)) for column in COLUMNS["document"]] for source in sources]


def _row(record: Resolved, *told: str | None) -> Sequence[str]:
    first = record.evidence[0] if record.evidence else None
    source = first.source if first else None
    who = source_text(source).rpartition(", ")[0] if source else None
    cited = (
        who,
        source.published if source else None,
        first.quote if first else None,
        str(len(record.sources)),
        record.id,
    )
    return [cell(each) for each in (*told, *cited)]


def _several(items: Iterable[str]) -> str:
    return "; ".join(items)
