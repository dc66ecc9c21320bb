"""Readings as assertions: every property, each with its own evidence."""

from __future__ import annotations

import json
from dataclasses import fields, replace

from memcon.domain.documents import Block, Document
from memcon.domain.entries import entry_id
from memcon.domain.reading import Reading
from memcon.domain.records import Channel, Commitment, Position, Precedent, Process, Statement
from memcon.domain.spans import Span
from memcon.ledger.assertions import assert_reading
from memcon.ledger.invariants import validate
from memcon.ledger.views import as_of
from tests.ledger.notation import book, dispatch
from tests.report.readings import full_reading


def test_multi_valued_properties_are_one_each() -> None:
    """Each agenda item, participant and status step is an assertion of its own, quoting its own words."""
    reading = dispatch(
        "Delta talks: {scheduled|set}, then {held|held}, {lead|Ada Lind} on {agenda|dikes} and {agenda|tolls}."
    )
    quotes = [
        (e.property, e.evidence[0].quote)
        for e in assert_reading(reading)
        if e.property in ("agenda", "participant", "status")
    ]

    assert quotes == [
        ("status", "set"),
        ("status", "held"),
        ("participant", "Ada Lind"),
        ("agenda", "dikes"),
        ("agenda", "tolls"),
    ]


def test_ids_are_hashes_and_repeat() -> None:
    """The same reading gives the same ids, each the hash of what the assertion says."""
    made = assert_reading(full_reading())

    assert made == assert_reading(full_reading())
    assert all(e.id == entry_id(e) for e in made)
    assert len({e.id for e in made}) == len(made)


def test_other_certainty_is_another_assertion() -> None:
    """What differs in anything but its id is another assertion."""
    reading = dispatch("Delta talks: {held|over}.")
    unsure = replace(reading, events=(replace(reading.events[0], certainty=0.5),))
    ids = {e.id for e in assert_reading(reading) if e.subject_kind == "event"}

    assert ids.isdisjoint(e.id for e in assert_reading(unsure) if e.subject_kind == "event")


def test_full_reading_is_valid_and_comes_back_whole() -> None:
    """A reading with every record and field passes the invariants, and its views hold what the records held."""
    reading = full_reading()
    made, problems = validate(assert_reading(reading), reading.document)
    views = as_of(book(made))

    assert problems == ()
    assert any(event.agenda for event in reading.events)
    assert {e.id for e in views.events} == {e.id for e in reading.events}
    for event in reading.events:
        view = next(v for v in views.events if v.id == event.id)
        assert (view.kind, view.label, view.status, view.ordinal) == (
            event.kind,
            event.label,
            event.status,
            event.ordinal,
        )
        assert view.channel == event.channel
        assert view.when == (event.when.edtf if event.when else None)
        assert [c.value for c in view.agenda] == [p.text for p in event.agenda]
        assert [c.value for c in view.outcome] == [p.text for p in event.outcome]
        assert (view.follows_up, view.sidelines_of, view.plover) == (event.follows_up, event.sidelines_of, event.plover)
        assert view.attribution == event.attribution
    for actor in reading.actors:
        shown = next(v for v in views.actors if v.id == actor.id)
        assert (shown.name, shown.kind, shown.country, shown.sector) == (
            actor.name,
            actor.kind,
            actor.country,
            actor.sector,
        )
        assert shown.office == actor.office
        assert shown.members == actor.members


def test_every_other_record_comes_back_whole() -> None:
    """Channels, statements, positions, commitments, processes and precedents keep every field through the ledger."""
    reading = full_reading()
    views = as_of(book(reading))
    pairs: list[tuple[tuple[object, ...], tuple[object, ...], type, dict[str, str]]] = [
        (reading.channels, views.channels, Channel, {}),
        (reading.statements, views.statements, Statement, {"content_text": "content", "when": "said"}),
        (reading.positions, views.positions, Position, {}),
        (reading.commitments, views.commitments, Commitment, {}),
        (reading.processes, views.processes, Process, {}),
        (reading.precedents, views.precedents, Precedent, {}),
    ]
    left_out = {"evidence", "content_spans", "speaker_span", "cue", "assessments", "factuality", "uttered"}

    for records, shown, kind, renamed in pairs:
        assert records
        by_id = {getattr(view, "id"): view for view in shown}  # noqa: B009
        for record in records:
            view = by_id[getattr(record, "id")]  # noqa: B009
            for field in fields(kind):
                if field.name not in left_out:
                    assert getattr(view, renamed.get(field.name, field.name)) == getattr(record, field.name), field.name
    assert [a.value for p in views.processes for a in p.assessments] == [
        a for p in reading.processes for a in p.assessments
    ]
    [statement], [told] = reading.statements, views.statements
    assert (statement.factuality, statement.uttered) != (None, None)
    for before, after in ((statement.factuality, told.factuality), (statement.uttered, told.uttered)):
        assert before is not None
        assert replace(before, words=()) == after
    assert [s.cue for s in views.statements] == [s.cue.text if s.cue else None for s in reading.statements]


def test_document_metadata_quote_the_blocks_that_state_them() -> None:
    """A title or publisher in the text is quoted from its block; one that came beside the text has no evidence."""
    text = "Dikes hold\nAll is well.\n(c) The Delta Mail\n"
    document = Document(
        id="doc_d",
        ref="a.txt",
        text=text,
        title="Dikes hold",
        publisher="The Delta Mail",
        wire="Delta Wire",
        published="2031-03-03",
        published_basis="given",
        blocks=(
            Block(kind="title", span=Span(0, 10)),
            Block(kind="body", span=Span(11, 23)),
            Block(kind="copyright", span=Span(24, 42)),
        ),
    )
    made = {e.property: e for e in assert_reading(Reading(document=document))}

    assert [e.quote for e in made["title"].evidence] == ["Dikes hold"]
    assert [e.quote for e in made["publisher"].evidence] == ["The Delta Mail"]
    assert made["wire"].evidence == ()
    assert json.loads(made["published"].value) == {"edtf": "2031-03-03", "basis": "given"}
    assert "url" not in made
