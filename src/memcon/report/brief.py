"""A brief: what the ledger holds about one matter since a day, as sections of sentences that each cite what says so. A pure function of views.

Every sentence is put together from the properties of one record; nothing is concluded from several. What is not told is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from memcon.codebook import load_statuses
from memcon.domain.dates import Interval, interval_of
from memcon.domain.views import (
    Citation,
    Claim,
    CommitmentView,
    EventView,
    PositionView,
    PrecedentView,
    ProcessView,
    Resolved,
    Source,
    StatementView,
)
from memcon.report.layout import shortened, visible
from memcon.report.lists import (
    STANCES,
    Names,
    Verdicts,
    event_text,
    name_of,
    process_fields,
    stance_history,
    state_words,
    verdict_words,
)
from memcon.report.phrases import attribution_text, is_own_word, place_text, present, quoted, status_words

LATEST, SAID = 8, 12
"""So many events and statements are in a brief at most, the newest."""

CITED = 3
"""So many sources are cited for a sentence at most."""

Records = Sequence[Resolved]


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What a brief is made of: the records about the matter, as of the day that is asked, and what their ids are called."""

    about: str
    since: str
    until: str
    events: Sequence[EventView] = ()
    statements: Sequence[StatementView] = ()
    positions: Sequence[PositionView] = ()
    commitments: Sequence[CommitmentView] = ()
    processes: Sequence[ProcessView] = ()
    precedents: Sequence[PrecedentView] = ()
    names: Names = field(default_factory=dict)
    verdicts: Verdicts = field(default_factory=dict)

    @property
    def period(self) -> Interval:
        since, until = interval_of(self.since), interval_of(self.until)
        return Interval(since.start if since else date.min, until.end if until else date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence and what says so."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its sentences; `empty` is printed where there is none."""

    title: str
    sentences: tuple[Sentence, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The sections of a brief. `notes` are the quotations that its sentences cite, in the order of their numbers, from 1."""

    about: str
    since: str
    until: str
    sections: tuple[Section, ...]

    @property
    def notes(self) -> tuple[Citation, ...]:
        cited = (c for section in self.sections for sentence in section.sentences for c in sentence.citations)
        return _distinct(cited)


def note_key(citation: Citation) -> tuple[str, str]:
    """The same words of the same source are one note."""
    return (citation.source.document, visible(citation.quote))


def _distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    found: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        found.setdefault(note_key(citation), citation)
    return tuple(found.values())


def brief_of(material: Material) -> Brief:
    """The brief. Sentences without a source are left out; of the same words one sentence is made, with the sources of all."""
    sections = tuple(
        Section(title=title, sentences=_once(written(material)), empty=empty) for title, written, empty in _SECTIONS
    )
    return Brief(about=material.about, since=material.since, until=material.until, sections=sections)


def _once(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    found: dict[str, list[Citation]] = {}
    for sentence in sentences:
        found.setdefault(sentence.text, []).extend(sentence.citations)
    return tuple(_sentence(text, cited) for text, cited in found.items() if cited)


def _latest(material: Material) -> Iterator[Sentence]:
    """The newest events of the period that are no longer ahead."""
    past = [e for e in material.events if e.interval and e.interval.overlaps(material.period) and not _is_ahead(e)]
    for event in sorted(past, key=lambda e: (e.interval or material.period).end, reverse=True)[:LATEST]:
        yield _sentence(_event_words(event), _telling(event))


def _changed(material: Material) -> Iterator[Sentence]:
    """Steps that a source of the period tells of an event and that differ from the step before; new times; new stances."""
    for event in material.events:
        for before, step in zip(event.statuses, event.statuses[1:], strict=False):
            if before.value.status != step.value.status and _is_new(step.source, material):
                words = f"{status_words(before.value.status)}, then {status_words(step.value.status)}"
                yield _sentence(f"{event.label}: {words}", (*before.evidence, *step.evidence))
        for earlier, later in zip(event.whens, event.whens[1:], strict=False):
            if _excludes(earlier.value.edtf, later.value.edtf) and _is_new(later.source, material):
                words = f"first {earlier.value.edtf}, then {later.value.edtf}"
                yield _sentence(f"{event.label}: {words}", (*earlier.evidence, *later.evidence))
    for position in material.positions:
        history = stance_history(position)
        if history and _is_new(position.stances[-1].source, material):
            name = name_of(material.names, position.actor)
            yield _sentence(f"{name} on {position.target_text}: {history}", _claimed(position.stances))


def _upcoming(material: Material) -> Iterator[Sentence]:
    """What is ahead as of the last day, as far as its time is not over by then."""
    last = material.period.end
    for event in material.events:
        if _is_ahead(event) and (event.interval is None or event.interval.end >= last):
            yield _sentence(_event_words(event), _telling(event))


def _stands(*stances: str) -> Callable[[Material], Iterator[Sentence]]:
    def written(material: Material) -> Iterator[Sentence]:
        for position in material.positions:
            if position.stance in stances and any(_is_new(s, material) for s in position.sources):
                words = STANCES[position.stance][0]
                text = f"{name_of(material.names, position.actor)}: {words} {position.target_text}"
                text += f"; grounds: {position.grounds}" if position.grounds else ""
                text += "" if is_own_word(position.attribution) else f"; says {attribution_text(position.attribution)}"
                yield _sentence(text, position.evidence)

    return written


def _commitments(material: Material) -> Iterator[Sentence]:
    for commitment in material.commitments:
        parties = ", ".join(name_of(material.names, each) for each in commitment.parties)
        told = [
            f"{parties or 'Nobody named'}: {quoted(commitment.text).text}, {state_words(commitment)}",
            commitment.instrument and f"in {commitment.instrument}",
            commitment.when and f"undertaken {commitment.when}",
            commitment.target and f"by {commitment.target}",
            *(f"carried on by {material.names[e]}" for e in commitment.follow_ups if e in material.names),
        ]
        yield _sentence("; ".join(each for each in told if each), commitment.evidence)


def _processes(material: Material) -> Iterator[Sentence]:
    for process in material.processes:
        told = [
            process.name,
            *(
                f"{label}: {text}"
                for label, text in process_fields(process, material.names)
                if text and label != "also"
            ),
        ]
        yield _sentence("; ".join(each for each in told if each), process.evidence)


def _precedents(material: Material) -> Iterator[Sentence]:
    for claim in material.precedents:
        made, events = material.verdicts.get(claim.id, (None, ()))
        text = f"{quoted(claim.text).text}: {verdict_words(claim)}"
        text += f" ({'; '.join(map(event_text, events))})" if events else ""
        text += f" (lacking: {made.missing})" if made and made.missing else ""
        yield _sentence(text, claim.evidence)


def _said(material: Material) -> Iterator[Sentence]:
    """The newest statements of the period, newest first."""
    new = [s for s in material.statements if any(_is_new(source, material) for source in s.sources)]
    for statement in list(reversed(new))[:SAID]:
        hedge = f" (hedged “{visible(statement.hedge)}”)" if statement.hedge else ""
        who = visible(statement.speaker_text or "Speaker open")
        yield _sentence(f"{who}{hedge}: {quoted(statement.content_text).text}", statement.evidence)


def _open(material: Material) -> Iterator[Sentence]:
    """What the sources leave open, what they differ on, and what they hold unsure."""
    for event in material.events:
        if event.is_disputed:
            times = "; ".join(f"{claim.value.edtf} ({_who(claim.source)})" for claim in event.whens)
            yield _sentence(f"{event.label}: sources differ on the date: {times}", _claimed(event.whens))
        if not event.status:
            yield _sentence(f"{event.label}: no source tells whether it takes place", _telling(event))
        elif load_statuses().of(event.status).style == "open":
            yield _sentence(f"{event.label}: {status_words(event.status)} only", _telling(event))
        elif _is_ahead(event) and event.interval is not None and event.interval.end < material.period.end:
            text = f"{event.label}: told as {status_words(event.status)} for {event.when}; no source tells that it took place"
            yield _sentence(text, _telling(event))
    for commitment in material.commitments:
        if commitment.status == "unknown":
            yield _sentence(f"{quoted(commitment.text).text}: how far it has come is open", commitment.evidence)


def _event_words(event: EventView) -> str:
    """ "56th Security Consultative Meeting, held, 2024-10-30, Washington, with …", where the label does not name all of them."""
    people = list(dict.fromkeys(p.name for p in present(event)))
    people = people if any(name not in event.label for name in people) else []
    told = [event_text(event), place_text(event.place) if event.place else None]
    told += [f"with {'; '.join(people[:6])}{' and others' if len(people) > 6 else ''}"] if people else []
    return ", ".join(visible(each) for each in told if each)


def _telling(event: EventView) -> tuple[Citation, ...]:
    """What the status and the time rest on, newest first; else whatever tells of it."""
    deciding = _claimed((*event.statuses[-1:], *event.whens[-1:]))
    return tuple(_whole(piece, event.evidence) for piece in deciding) or event.evidence[::-1]


def _whole(piece: Citation, evidence: Iterable[Citation]) -> Citation:
    """The longest quotation that holds the piece: "Tuesday" alone tells nobody anything."""
    return max((c for c in evidence if _is_in(piece, c)), key=lambda c: len(c.quote), default=piece)


def _is_in(piece: Citation, whole: Citation) -> bool:
    return piece.source.document == whole.source.document and piece.span in whole.span


def _claimed(claims: Iterable[Claim[object]]) -> tuple[Citation, ...]:
    return tuple(piece for claim in claims for piece in claim.evidence)


def _sentence(text: str, citations: Iterable[Citation]) -> Sentence:
    all = tuple(citations)
    distinct = _distinct(_whole(piece, all) for piece in all)
    return Sentence(text=shortened(visible(text), 600), citations=distinct[:CITED])


def _is_new(source: Source, material: Material) -> bool:
    """Whether it may have come out in the period."""
    when = interval_of(source.published)
    return when is not None and when.overlaps(material.period)


def _is_ahead(event: EventView) -> bool:
    return bool(event.status) and load_statuses().of(event.status or "").style == "ahead"


def _excludes(one: str, other: str) -> bool:
    first, second = interval_of(one), interval_of(other)
    return first is not None and second is not None and not first.overlaps(second)


def _who(source: Source) -> str:
    return visible(source.publisher or source.wire or source.title or source.document)


_SECTIONS: tuple[tuple[str, Callable[[Material], Iterator[Sentence]], str], ...] = (
    ("Latest", _latest, "No event of the period."),
    ("What changed", _changed, "No source changed its word in the period."),
    ("Upcoming", _upcoming, "Nothing ahead is told."),
    ("For", _stands("support"), "No stance for anything of it is told."),
    ("Against, or concerned", _stands("oppose", "reject", "concern"), "No stance against anything of it is told."),
    ("On conditions, or undecided", _stands("conditional", "undecided"), ""),
    ("Commitments", _commitments, "No commitment."),
    ("Processes", _processes, "No process."),
    ("Claims of precedent", _precedents, ""),
    ("Said", _said, "No statement in the period."),
    ("Open questions", _open, "Nothing is open, disputed or unsure."),
)
"""Sections in order: heading, what is written, and what stands there when there is nothing; without these words the section is left out."""
