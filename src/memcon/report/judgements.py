"""Pages of judgements: pairs in doubt, what was judged, and which judgements made a record one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from memcon.domain.entries import Judgement, Recorded
from memcon.domain.views import ActorView, EventView, ProcessView
from memcon.report.contract import Json
from memcon.report.layout import BLANK, Line, Piece, line, visible
from memcon.report.timeline import short_id, short_line, source_text

SHOWN = 60
"""Judgements that a page shows; `--json` gives all."""


class Doubtful(Protocol):
    """Two records that may be one."""

    @property
    def kind(self) -> str: ...
    @property
    def pair(self) -> tuple[str, str]: ...
    @property
    def reasons(self) -> tuple[str, ...]: ...
    @property
    def chance(self) -> float | None: ...


def doubt_lines(
    doubts: Iterable[Doubtful], records: Mapping[str, EventView | ActorView | ProcessView]
) -> Iterator[Line]:
    """For each pair the chance and the reasons, both records, and what to type to settle it."""
    for doubt in doubts:
        sure = f"{doubt.chance:.2f}: " if doubt.chance is not None else ""
        yield line(Piece(f"{sure}{', '.join(doubt.reasons)}", "open"))
        for id in doubt.pair:
            record = records.get(id)
            if isinstance(record, EventView):
                yield short_line(record)
            elif isinstance(record, ProcessView):
                yield _process_line(record)
            elif record is not None:
                yield _actor_line(record)
        one, other = map(short_id, doubt.pair)
        yield line(Piece(f"memcon review accept|reject {one} {other}", "faint"), indent=4)
        yield BLANK


def _actor_line(actor: ActorView) -> Line:
    about = ", ".join(visible(part) for part in (actor.office, actor.country) if part)
    told = source_text(actor.sources[-1]) if actor.sources else ""
    return line(
        Piece(visible(actor.name), "strong"),
        f" ({about})" if about else "",
        f" · {len(actor.sources)} sources, last {told}",
        Piece(f"  {short_id(actor.id)}", "faint"),
        indent=4,
    )


def _process_line(process: ProcessView) -> Line:
    told = source_text(process.sources[-1]) if process.sources else ""
    return line(
        Piece(visible(process.name), "strong"),
        f" ({visible(process.issue)})" if process.issue else "",
        f" · {len(process.sources)} sources, last {told}",
        Piece(f"  {short_id(process.id)}", "faint"),
        indent=4,
    )


def doubt_json(doubt: Doubtful) -> Json:
    """A pair in doubt."""
    return {"kind": doubt.kind, "pair": list(doubt.pair), "chance": doubt.chance, "reasons": list(doubt.reasons)}


def made_lines(made: Sequence[Judgement]) -> Iterator[Line]:
    """What was judged, each with the id by which it can be undone."""
    for each in made[:SHOWN]:
        yield _judgement_line(each, "")
    if len(made) > SHOWN:
        yield line(Piece(f"and {len(made) - SHOWN} more", "faint"))


def why_lines(found: Sequence[Recorded]) -> Iterator[Line]:
    """The judgements on a record: by whom, of what, and why; a rule's reason holds the chance."""
    yield BLANK
    yield line(Piece("Judgements", "heading"))
    if not found:
        yield line(Piece("none: it is one document's record, or known by its number", "faint"))
    for recorded in found[:SHOWN]:
        if isinstance(recorded.entry, Judgement):
            yield _judgement_line(recorded.entry, recorded.recorded_at)
    if len(found) > SHOWN:
        yield line(Piece(f"and {len(found) - SHOWN} more: --json gives all", "faint"))


def why_json(found: Sequence[Recorded]) -> list[Json]:
    """The judgements on a record as plain data."""
    return [
        {
            "id": entry.id,
            "kind": entry.kind,
            "subjects": list(entry.subjects),
            "by": entry.by,
            "why": entry.why,
            "value": entry.value,
            "recorded_at": recorded.recorded_at,
        }
        for recorded in found
        if isinstance(entry := recorded.entry, Judgement)
    ]


def _judgement_line(each: Judgement, at: str) -> Line:
    subjects = " ".join(map(short_id, each.subjects))
    value = f" {visible(each.value)}" if each.value else ""
    why = f": {visible(each.why)}" if each.why else ""
    when = f", {at[:10]}" if at else ""
    return Line(
        pieces=(
            Piece(each.kind.ljust(10), "off" if each.kind in ("different", "retracted") else "done"),
            Piece(f"{subjects}{value}"),
            Piece(f"  {visible(each.by)}{when}{why}", "label"),
            Piece(f"  {each.id}", "faint"),
        ),
        is_row=True,
    )
