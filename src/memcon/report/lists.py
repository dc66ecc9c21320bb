"""Positions, commitments, processes, claims of precedent and channels of the ledger, each with how it stands and its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from memcon.domain.records import CommitmentStatus, Stance, Verdict
from memcon.domain.views import (
    AssessmentView,
    ChannelView,
    Checked,
    Citation,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    ProcessView,
    Source,
)
from memcon.report.layout import BLANK, MARGIN, Line, Piece, Style, field, line, visible
from memcon.report.phrases import attribution_text, is_own_word, status_piece, when_words
from memcon.report.timeline import citation_lines, source_text

SHOWN_QUOTATIONS = 4
"""A list shows this many quotations a record; `memcon show` shows all."""

STANCES: Mapping[Stance, tuple[str, Style]] = {
    "support": ("for", "done"),
    "oppose": ("against", "off"),
    "reject": ("rejects", "off"),
    "concern": ("concerned about", "open"),
    "conditional": ("on conditions for", "open"),
    "undecided": ("undecided on", "open"),
}
"""How a stance is printed before its target."""

_STATES: Mapping[CommitmentStatus, Style] = {
    "made": "plain",
    "reaffirmed": "ahead",
    "in_progress": "ahead",
    "met": "done",
    "broken": "off",
    "lapsed": "off",
    "unknown": "open",
}
_VERDICTS: Mapping[Verdict, tuple[str, Style]] = {
    "supported": ("borne out by this ledger", "done"),
    "contradicted": ("contradicted by this ledger", "off"),
    "unknown": ("not known to this ledger", "open"),
}

_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}

Names = Mapping[str, str]
Verdicts = Mapping[str, tuple[Checked, Sequence[EventView]]]
"""What the ledger makes of each claim of precedent (by its id), with the events that decide."""


def positions_lines(positions: Iterable[PositionView], names: Names) -> Iterator[Line]:
    """A block a position: who stands how to what, why, whose word that is."""
    for position in positions:
        words, style = STANCES.get(position.stance, (position.stance.replace("_", " "), "plain"))
        yield line(
            Piece(name_of(names, position.actor), "strong"),
            "  ",
            Piece(words, style),
            f"  {visible(position.target_text)}",
            indent=MARGIN,
            margin=_first(position.sources),
        )
        yield from _fields(("about", names.get(position.target or "")), ("why", position.grounds))
        yield from _fields(("history", stance_history(position)))
        if not is_own_word(position.attribution):
            yield from _fields(("says", attribution_text(position.attribution)))
        yield from _cited(position.evidence, position.id)


def commitments_lines(commitments: Iterable[CommitmentView], names: Names) -> Iterator[Line]:
    """A block a commitment: what, how far it has come, who undertook it, where and by when, what carries it on."""
    for commitment in commitments:
        yield line(
            Piece(visible(commitment.text), "strong"),
            "  ",
            Piece(state_words(commitment), _STATES.get(commitment.status, "plain")),
            indent=MARGIN,
            margin=_first(commitment.sources),
        )
        yield from _fields(
            ("by", "; ".join(name_of(names, party) for party in commitment.parties) or "nobody named"),
            ("stands in", commitment.instrument),
            ("undertaken", commitment.when),
            ("by when", commitment.target),
            *(("carried on", names.get(event)) for event in commitment.follow_ups),
        )
        yield from _cited(commitment.evidence, commitment.id)


def processes_lines(processes: Iterable[ProcessView], names: Names) -> Iterator[Line]:
    """A block a process: whose it is, and on what it goes on, what must be met, its steps, and each assessment with who told it when."""
    for process in processes:
        yield line(Piece(visible(process.name), "strong"), indent=MARGIN, margin=_first(process.sources))
        yield from _fields(*process_fields(process, names))
        yield from _cited(process.evidence, process.id)


def precedents_lines(precedents: Iterable[PrecedentView], names: Names, verdicts: Verdicts) -> Iterator[Line]:
    """A block a claim: its words, what the ledger makes of it and by which events, or what it lacks to do so."""
    for claim in precedents:
        words, style = _VERDICTS.get(claim.verdict, (claim.verdict, "plain"))
        yield line(
            Piece(visible(claim.text), "strong"), "  ", Piece(words, style), indent=MARGIN, margin=_first(claim.sources)
        )
        made, events = verdicts.get(claim.id, (None, ()))
        yield from _fields(
            ("about", names.get(claim.event or "")),
            ("since", claim.since),
            ("interval", interval_words(claim.interval)),
        )
        yield from _fields(*(("by", event_text(event)) for event in events))
        yield from _fields(("lacking", made.missing if made else None))
        yield from _cited(claim.evidence, claim.id)


LAST_SESSIONS = 3
"""Sessions of a channel that are told of in a list."""


def channels_lines(
    channels: Iterable[ChannelView], names: Names, sessions: Mapping[str, Sequence[EventView]]
) -> Iterator[Line]:
    """A block a channel: between whom, at what level, how often, its life, how many sessions, and the last of them, which `sessions` has, in short."""
    for channel in channels:
        life = f"{channel.start or '…'} – {channel.end or '…'}" if channel.start or channel.end else None
        yield line(Piece(visible(channel.name), "strong"), indent=MARGIN, margin=_first(channel.sources))
        yield from _fields(
            ("also", "; ".join(channel.aliases)),
            ("between", "; ".join(name_of(names, party) for party in channel.parties)),
            ("level", channel.level),
            ("cadence", channel.cadence),
            ("life", life),
            ("purpose", channel.purpose),
        )
        shown = sessions.get(channel.id, ())[-LAST_SESSIONS:]
        is_whole = len(channel.sessions) <= LAST_SESSIONS
        if not is_whole:
            yield from _fields(("sessions", f"{len(channel.sessions)}, the last three:"))
        for n, event in enumerate(shown):
            yield from _fields(("sessions" if n == 0 and is_whole else "", event_text(event)))
        # a channel that is named in every article would fill the page with its name
        yield from _cited(channel.evidence[:1], channel.id, len(channel.evidence) - 1)


def name_of(names: Names, id: str) -> str:
    """The name, or the id of somebody whom nothing names any more."""
    return visible(names.get(id, id))


def state_words(commitment: CommitmentView) -> str:
    return "how far open" if commitment.status == "unknown" else visible(commitment.status.replace("_", " "))


def verdict_words(claim: PrecedentView) -> str:
    return _VERDICTS.get(claim.verdict, (claim.verdict, "plain"))[0]


def interval_words(duration: str | None) -> str | None:
    """ "5 years" for P5Y; None for one without a number ("in decades"), which the claim's own words tell."""
    found = re.findall(r"(\d+)([YMWD])", duration or "")
    return " ".join(f"{n} {_UNITS[unit]}{'' if n == '1' else 's'}" for n, unit in found) or None


def stance_history(position: PositionView) -> str | None:
    """Every stance with its source, of a holder who changed it."""
    if len({claim.value for claim in position.stances}) < 2:
        return None
    return " → ".join(dict.fromkeys(f"{claim.value} ({source_text(claim.source)})" for claim in position.stances))


def assessment_text(made: AssessmentView, names: Names) -> str:
    """ "good progress, hedged “substantially”, by the two ministers (The Example Daily, 2025-11-04)"."""
    parts = [visible(made.text)]
    parts += [f"hedged “{visible(made.hedge)}”"] if made.hedge else []
    parts += ["by " + " and ".join(name_of(names, by) for by in made.by)] if made.by else []
    parts += [made.when] if made.when else []
    return f"{', '.join(parts)} ({source_text(made.source)})"


def event_text(event: EventView) -> str:
    """ "56th Security Consultative Meeting, held 2024-10-30"."""
    when = when_words(event.when, event.when_basis) if event.when else "date open"
    return f"{visible(event.label)}, {status_piece(event.status).text}, {when}"


_COURSE = (("basis", "basis"), ("target", "target"), ("condition", "condition"), ("milestone", "step"))
"""The properties of a process that are told in words, and what they are called."""


def process_fields(process: ProcessView, names: Names) -> Iterator[tuple[str, str | None]]:
    """What is told of a process in labelled lines: other names, sides, and each basis, target, condition and step with who told it, then how it is assessed."""
    yield "also", "; ".join(process.aliases[:_ALIASES])
    yield "between", "; ".join(name_of(names, party) for party in process.parties)
    for property, label in _COURSE:
        by_value: dict[str, list[Source]] = {}
        for claim in process.told(property):
            by_value.setdefault(claim.value, []).append(claim.source)
        for value, sources in by_value.items():
            yield label, f"{value} ({_tellers(sources)})"
    for each in process.assessments:
        yield "assessed", assessment_text(each, names)


_ALIASES = 4


def _tellers(sources: Sequence[Source]) -> str:
    """Who told it: of more than two the first and the last."""
    told = tuple(dict.fromkeys(map(source_text, sources)))
    return "; ".join(told) if len(told) <= _FEW else f"{told[0]}, and {len(told) - 1} more until {told[-1]}"


_FEW = 2


def _first(sources: Sequence[Source]) -> Piece:
    """When it was first published; sources of unknown date stand first and do not tell."""
    day = next((source.published for source in sources if source.published), None)
    return Piece(day, "strong") if day else Piece("undated", "faint")


def _fields(*rows: tuple[str, str | None]) -> Iterator[Line]:
    before = ""
    for label, value in rows:
        if value:
            yield field("" if label == before else label, visible(value))
            before = label


def _cited(evidence: Sequence[Citation], id: str, more: int = 0) -> Iterator[Line]:
    distinct = list({(c.source.document, visible(c.quote)): c for c in reversed(evidence)}.values())[::-1]
    yield from citation_lines(distinct[:SHOWN_QUOTATIONS])
    left = more or len(distinct) - SHOWN_QUOTATIONS
    if left > 0:
        yield line(Piece(f"  and {left} more: memcon show {id}", "faint"), indent=MARGIN)
    yield BLANK
