"""What stands beside a document's text: the records read from it, each with where it rests, and the marks for the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from memcon.domain.spans import Span
from memcon.domain.views import Resolved
from memcon.report.lists import STANCES, state_words, verdict_words
from memcon.report.phrases import status_words
from memcon.serve.answers import DocumentAnswer
from memcon.serve.marked import Rests, anchor, mark
from memcon.serve.shown import PATHS, Here, brief, when_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A record beside the text: what it is called, its page, a word on it, and where in the text it rests first."""

    label: str
    href: str
    note: str
    at: str | None


def beside(answer: DocumentAnswer, here: Here, *, asked: Sequence[Span] = (), start: int = 0) -> dict[str, Any]:
    """What the template of a text with its notes is filled with: the text from `start` on with its marks, those that are `asked` for lit, and the notes."""
    notes = notes_of(answer, here)
    return {
        "here": here,
        "answer": answer,
        "marked": mark(answer.document, rests_of(answer), asked=asked, start=start),
        "notes": notes,
        "is_empty": not any(items for _, _, items in notes),
    }


def rests_of(answer: DocumentAnswer) -> list[Rests]:
    """Every place of the text on which a record rests."""
    found: dict[tuple[str, Span], Rests] = {}
    for kind, records in _by_kind(answer):
        for record in records:
            for span in _spans(record, answer.source.document):
                found.setdefault(
                    (record.id, span), Rests(id=record.id, kind=kind, label=_label(record, answer.names), span=span)
                )
    return list(found.values())


def notes_of(answer: DocumentAnswer, here: Here) -> list[tuple[str, str, list[Note]]]:
    """(title, kind, notes) for each kind of record, each in the order of the text."""
    return [
        (title, kind, [_note(record, answer, here) for record in _in_order(records, answer.source.document)])
        for title, (kind, records) in zip(_TITLES, _by_kind(answer), strict=True)
    ]


_TITLES = ("Events", "Statements", "Positions", "Commitments", "Processes", "Claims of precedent", "Channels")


def _by_kind(answer: DocumentAnswer) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    told = answer.records
    return (
        ("event", told.events),
        ("statement", tuple(s for s in told.statements if s.is_shown)),
        ("position", told.positions),
        ("commitment", told.commitments),
        ("process", told.processes),
        ("precedent", told.precedents),
        ("channel", told.channels),
    )


def _spans(record: Resolved, document: str) -> list[Span]:
    return [c.span for c in record.evidence if c.source.document == document]


def _in_order(records: Iterable[Resolved], document: str) -> list[Resolved]:
    return sorted(records, key=lambda r: min((s.start for s in _spans(r, document)), default=0))


def _note(record: Any, answer: DocumentAnswer, here: Here) -> Note:
    first = min(_spans(record, answer.source.document), default=None)
    path = f"/{PATHS[type(record).__name__]}/{record.id}"
    at = None
    if first is not None:
        mark = f"{first.start}-{first.end}" + ("" if first.field == "text" else "-title")
        at = here.link(here.path, mark=mark) + ("#mark" if first.field == "text" else "#title")
    return Note(label=_label(record, answer.names), href=here.link(path), note=_word(record), at=at)


def _label(record: Any, names: Mapping[str, str]) -> str:
    match type(record).__name__:
        case "EventView":
            return str(record.label)
        case "StatementView":
            return f"{record.speaker_text or 'Speaker open'}: {brief(record.content_text, 90)}"
        case "PositionView":
            words = STANCES.get(record.stance, (record.stance, "plain"))[0]
            return f"{names.get(record.actor, record.actor)} {words} {record.target_text}"
        case "ProcessView" | "ChannelView":
            return str(record.name)
        case _:
            return str(record.text)


def _word(record: Any) -> str:
    match type(record).__name__:
        case "EventView":
            return f"{status_words(record.status) if record.status else 'status open'}, {when_of(record)}"
        case "CommitmentView":
            return state_words(record)
        case "PrecedentView":
            return verdict_words(record)
        case _:
            return ""


__all__ = ["Note", "anchor", "notes_of", "rests_of"]
