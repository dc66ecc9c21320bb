"""One reading as a page of text: the document, its events, statements and the rest, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.domain.records import (
    Channel,
    Commitment,
    Considered,
    Event,
    Position,
    Precedent,
    Process,
    Statement,
    StatusStep,
)
from memcon.domain.spans import Evidence, Span
from memcon.report.dates import date_words
from memcon.report.layout import BLANK, MARGIN, Line, Piece, field, line, visible
from memcon.report.phrases import (
    attribution_text,
    basis_words,
    by_role,
    event_fields,
    grade_words,
    is_own_word,
    kind_words,
    named,
    place_text,
    quoted,
    status_piece,
    status_words,
    uttered_words,
    when_words,
)


def reading_lines(reading: Reading) -> Iterator[Line]:
    """The whole page for one reading, ending in a blank line."""
    document = reading.document
    actors = {actor.id: actor for actor in reading.actors}
    yield from document_lines(reading.document)
    yield from _section("Events", (_event(event, actors, document) for event in sorted(reading.events, key=_by_date)))
    yield from _section("Channels", (_channel(channel, actors, document) for channel in reading.channels))
    yield from _section("Statements", (_statement(each, actors) for each in reading.statements if each.is_shown))
    yield from _section("Positions", (_position(position, actors, document) for position in reading.positions))
    yield from _section("Considered", (_considered(each, document) for each in reading.considered))
    yield from _section(
        "Commitments", (_commitment(commitment, actors, document) for commitment in reading.commitments)
    )
    yield from _section("Processes", (_process(process, actors, document) for process in reading.processes))
    yield from _section("Precedents", (_precedent(precedent, document) for precedent in reading.precedents))
    if reading.problems:
        yield line(Piece("Problems", "heading"))
        for problem in reading.problems:
            yield from problem_lines(problem)
        yield BLANK
    if not (reading.events or reading.statements or reading.problems):
        yield line(Piece("No event and no statement found.", "faint"))
        yield BLANK


def document_lines(document: Document) -> Iterator[Line]:
    """Title, who published it and when, and on what basis that date stands."""
    yield line(Piece(visible(document.title or document.ref), "title"))
    origin = [visible(part) for part in (document.publisher, document.wire and f"wire {document.wire}") if part]
    basis = basis_words(document.published_basis)
    origin.append(f"{document.published} ({basis})" if document.published else "publication date unknown")
    yield line(Piece(" · ".join(origin)))
    yield line(Piece(" · ".join((document.id, visible(document.ref))), "faint"))
    yield BLANK


def problem_lines(problem: Problem) -> Iterator[Line]:
    """What was wrong, where, and what to do about it."""
    place = f" at {problem.span.start}–{problem.span.end}" if problem.span else ""
    yield line(Piece(problem.code, "off"), f"  {visible(problem.ref)}{place}: {visible(problem.message)}", indent=2)
    if problem.hint:
        yield line(Piece(visible(problem.hint), "faint"), indent=4)


def _section(name: str, entries: Iterable[Iterable[Line]]) -> Iterator[Line]:
    started = False
    for entry in entries:
        if not started:
            yield line(Piece(name, "heading"))
            started = True
        yield from entry
        yield BLANK


def _by_date(event: Event) -> tuple[bool, str, int]:
    return (event.when is None, event.when.edtf.removeprefix("../") if event.when else "", event.evidence[0].span.start)


def _event(event: Event, actors: Mapping[str, Actor], document: Document) -> Iterator[Line]:
    yield line(
        Piece(visible(event.label), "strong"),
        f"  {kind_words(event.kind)}, ",
        status_piece(event.status),
        indent=MARGIN,
        margin=Piece(when_words(event.when.edtf, event.when.basis), "strong")
        if event.when
        else Piece("date open", "faint"),
    )
    yield from event_fields(event)
    for label, names in by_role(named(event.participants, actors)):
        yield field(label, names)
    if event.place:
        yield field("place", place_text(event.place))
    for label, items in (("agenda", event.agenda), ("outcome", event.outcome)):
        for item in items:
            yield field(label, visible(item.text))
            label = ""
    if len(event.statuses) > 1 or any(step.when not in (None, event.when) for step in event.statuses):
        yield field("history", " → ".join(_step(step) for step in event.statuses))
    if not is_own_word(event.attribution):
        yield field("says", attribution_text(event.attribution))
    yield from _quotations(event.evidence, document)


def _step(step: StatusStep) -> str:
    """ "cancelled (“called”, 2024-05-13)": the status with the word that decided it and its day."""
    told = [f"“{visible(step.word.text)}”"] if step.word else []
    told += [date_words(step.when.edtf)] if step.when else []
    return status_words(step.status) + (f" ({', '.join(told)})" if told else "")


def _quotations(evidence: Iterable[Evidence], document: Document) -> Iterator[Line]:
    for piece in evidence:
        yield line(quoted(document.words_at(piece.span)), Piece(_place(piece.span), "faint"), indent=MARGIN)


def _place(span: Span) -> str:
    return f" [{span.start}:{span.end}]" if span.field == "text" else " [title]"


def _channel(channel: Channel, actors: Mapping[str, Actor], document: Document) -> Iterator[Line]:
    life = f"{channel.start or ''}/{channel.end or ''}" if channel.start or channel.end else ""
    about = [visible(part) for part in (channel.cadence, channel.level) if part]
    yield line(
        Piece(visible(channel.name), "strong"),
        f"  {', '.join(about)}" if about else "",
        indent=MARGIN,
        margin=Piece(life, "strong") if life else None,
    )
    if channel.parties:
        yield field("between", "; ".join(_name(party, actors) for party in channel.parties))
    if channel.purpose:
        yield field("purpose", visible(channel.purpose))
    yield from _quotations(channel.evidence, document)


def _statement(statement: Statement, actors: Mapping[str, Actor]) -> Iterator[Line]:
    is_one = statement.speaker is not None and len(statement.speakers) < 2
    who = (
        _name(statement.speaker, actors)
        if is_one and statement.speaker
        else "; ".join(_name(each, actors) for each in statement.speakers)
        or visible(statement.speaker_text or "speaker open")
    )
    cue = f" ({visible(statement.cue.text)})" if statement.cue else ""
    grade = grade_words(statement.grade)
    hedge = statement.hedge and f"hedged “{statement.hedge}”"
    served = statement.on_behalf_of and f"for {_name(statement.on_behalf_of, actors)}"
    notes = [served, uttered_words(statement.uttered), statement.quote_type, statement.medium, hedge, grade]
    yield line(
        Piece(who, "strong"),
        f"{cue}: ",
        quoted(statement.content_text),
        Piece(f" {', '.join(visible(note) for note in notes if note)}", "label"),
        Piece("".join(map(_place, statement.content_spans)), "faint"),
        indent=MARGIN,
        margin=Piece(statement.when, "strong") if statement.when else None,
    )


def _position(position: Position, actors: Mapping[str, Actor], document: Document) -> Iterator[Line]:
    yield line(
        Piece(_name(position.actor, actors), "strong"),
        f": {position.stance}: {visible(position.target_text)}",
        indent=MARGIN,
    )
    if position.grounds:
        yield field("grounds", visible(position.grounds))
    yield field("says", attribution_text(position.attribution))
    yield from _quotations(position.evidence, document)


def _commitment(commitment: Commitment, actors: Mapping[str, Actor], document: Document) -> Iterator[Line]:
    yield line(
        Piece(visible(commitment.text), "strong"),
        f"  {commitment.status.replace('_', ' ')}",
        indent=MARGIN,
        margin=Piece(commitment.when, "strong") if commitment.when else None,
    )
    if commitment.parties:
        yield field("by", "; ".join(_name(party, actors) for party in commitment.parties))
    if commitment.instrument:
        yield field("instrument", visible(commitment.instrument))
    yield from _quotations(commitment.evidence, document)


def _process(process: Process, actors: Mapping[str, Actor], document: Document) -> Iterator[Line]:
    yield line(Piece(visible(process.name), "strong"), indent=MARGIN)
    if process.parties:
        yield field("between", "; ".join(_name(party, actors) for party in process.parties))
    if process.basis:
        yield field("basis", visible(process.basis))
    for condition in process.conditions:
        yield field("condition", visible(condition))
    for milestone in process.milestones:
        yield field("step", visible(milestone))
    if process.target:
        yield field("target", visible(process.target))
    for assessment in process.assessments:
        yield field("assessed", visible(assessment.text), f" ({assessment.hedge})" if assessment.hedge else "")
    yield from _quotations(process.evidence, document)


def _precedent(precedent: Precedent, document: Document) -> Iterator[Line]:
    known = [
        part for part in (precedent.since and f"since {precedent.since}", precedent.interval, precedent.verdict) if part
    ]
    yield line(Piece(visible(precedent.text), "strong"), f"  {', '.join(known)}", indent=MARGIN)
    yield from _quotations(precedent.evidence, document)


_MOST_REASONS = 6


def _considered(considered: Considered, document: Document) -> Iterator[Line]:
    """Whether something became an event, how likely it is one, and the reasons that weigh most."""
    verdict = Piece("kept", "done") if considered.is_kept else Piece("left out", "off")
    yield line(
        Piece(kind_words(considered.kind), "strong"),
        "  ",
        verdict,
        indent=MARGIN,
        margin=Piece(f"{considered.chance:.2f}"),
    )
    told = [f"{reason.feature} ({reason.weight:+.2f})" for reason in considered.reasons[:_MOST_REASONS]]
    yield field("because", ", ".join(told) or "nothing speaks for or against it")
    yield from _quotations(considered.evidence[:1], document)


def _name(actor: str, actors: Mapping[str, Actor]) -> str:
    return visible(actors[actor].name) if actor in actors else actor
