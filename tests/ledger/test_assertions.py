"""Readings as assertions: every property, each with its own evidence."""

from __future__ import annotations

import json
from dataclasses import fields, replace

from memcon.domain.actors import Actor
from memcon.domain.codec import encode
from memcon.domain.documents import Block, Document
from memcon.domain.entries import entry_id
from memcon.domain.reading import Reading
from memcon.domain.records import Channel, Commitment, Position, Precedent, Process, Statement
from memcon.domain.spans import Evidence, Span
from memcon.domain.views import Views
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


def test_mentions_stay_in_the_reading() -> None:
    """Where an actor is named is no property: the ledger keeps the place of its name, and of each alias."""
    reading = full_reading()

    assert any(actor.mentions for actor in reading.actors)
    assert [e for e in assert_reading(reading) if e.property == "mention"] == []


def test_every_other_record_comes_back_whole() -> None:
    """Channels, statements, positions, commitments, processes and precedents keep every field through the ledger, places in the text too."""
    reading = full_reading()
    views = as_of(book(reading))

    for kind in (Channel, Statement, Position, Commitment, Process, Precedent):
        records, shown = of_kind(reading, kind), of_kind(views, kind)
        assert records
        assert [same_fields(record, kind) for record in records] == [same_fields(view, kind) for view in shown]


def of_kind(held: Reading | Views, kind: type) -> list[object]:
    """All records of `kind` in a reading or in views, by id."""
    lists = (getattr(held, field.name) for field in fields(held))
    everything = (item for each in lists if isinstance(each, tuple) for item in each)
    found = [item for item in everything if isinstance(item, kind)]
    return sorted(found, key=lambda record: str(getattr(record, "id")))  # noqa: B009


def same_fields(record: object, kind: type) -> object:
    """What `record` says as a record of `kind`, as JSON, without its evidence and sources."""

    def without(value: object) -> object:
        if isinstance(value, dict):
            return {key: without(item) for key, item in value.items() if key not in {"evidence", "source"}}
        return [without(item) for item in value] if isinstance(value, list) else value

    return without(encode({field.name: getattr(record, field.name) for field in fields(kind)}))


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


def test_an_actor_that_only_the_title_names_rests_on_the_title() -> None:
    """A title that came beside the text is evidence like the text."""
    document = Document(id="doc_1", ref="r", text="Talks were held.", title="Lind Meets Envoys")
    actor = Actor(id="act_1", name="Lind", kind="person", mentions=(Span(0, 4, "title"),))

    made = assert_reading(Reading(document=document, actors=(actor,)))

    assert [entry.evidence for entry in made if entry.property == "name"] == [
        (Evidence(span=Span(0, 4, "title"), quote="Lind"),)
    ]
