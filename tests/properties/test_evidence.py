"""No span, no fact: every quotation of every record is cut from the text at its span, over real and generated text."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.acquire import acquire, from_records
from memcon.annotate import Annotator
from memcon.coding import code
from memcon.domain.documents import Capture, Document
from memcon.domain.problems import Problem
from memcon.domain.reading import Reading
from memcon.domain.spans import Evidence, Span
from memcon.extract import extract
from memcon.knowledge import Knowledge
from memcon.ledger.assertions import assert_reading
from memcon.ledger.invariants import validate
from memcon.report.contract import to_contract
from tests.examples import drawn

SAMPLES = Path(__file__).parents[2] / "samples" / "dispatches"

NAMES = [
    "President Maria Soto",
    "Chancellor Uwe Brandt",
    "Norway",
    "the Foreign Ministry",
    "Minister Ahn Gyu-min",
    "sources",
    "“both sides”",
    "Seoul",
]
VERBS = [
    "met",
    "will meet",
    "held talks with",
    "visited",
    "may visit",
    "said it would meet",
    "postponed a summit with",
    "denied meeting",
]
TAILS = [
    "in Vienna on Monday",
    "on the sidelines of the 2023 G20 summit",
    "to discuss ▲trade ▲security",
    "for the 12th Nordic Dialogue (ND)",
    "…\u202e",
    "\t—  in\u00a0May",
    "🙂 (Reuters)",
    "",
]
MARKS = [". ", ".\n\n", "\n", " – ", "; “", "?” "]


def quotations(value: Any) -> Iterator[dict[str, Any]]:
    """All `{span, quote}` objects in a contract's JSON."""
    if isinstance(value, dict):
        if set(value) >= {"span", "quote"}:
            yield value
        for inner in value.values():
            yield from quotations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from quotations(inner)


def evidence_of(reading: Reading) -> Iterator[Evidence]:
    records: list[Any] = [*reading.events, *reading.channels, *reading.statements, *reading.precedents]
    for record in records:
        assert record.evidence, f"{record.id} has no evidence"
        yield from record.evidence
    for event in reading.events:
        yield from (step.evidence for step in event.statuses)


def check(reading: Reading) -> None:
    """Asserts what must hold of every reading."""
    document, text = reading.document, reading.document.text
    for evidence in evidence_of(reading):
        assert document.words_at(evidence.span) == evidence.quote
    for event in reading.events:
        phrases: list[Any] = [*event.agenda, *event.outcome, *([event.when] if event.when else [])]
        for phrase in phrases:
            assert document.words_at(phrase.span) == phrase.text
        if event.place is not None:
            assert document.words_at(event.place.span) == event.place.name
        known = {a.id for a in reading.actors}
        assert {p.actor for p in event.participants} <= known
    for timex in reading.times:
        assert text[timex.span.start : timex.span.end] == timex.text
    for actor in reading.actors:
        assert all(document.words_at(m).strip() for m in actor.mentions)
    contract = to_contract(reading)
    for found in quotations(json.loads(json.dumps(contract))):
        start, end = found["span"]
        assert {"text": text, "title": document.title or ""}[found["field"]][start:end] == found["quote"]


def documents(captures: Iterator[Capture | Problem]) -> Iterator[Document]:
    for capture in captures:
        if isinstance(capture, Capture):
            document, problems = extract(capture)
            if document is not None and not any(p.is_fatal for p in problems):
                yield document


@pytest.mark.model
def test_every_quotation_of_the_samples_stands_where_it_says(nlp: Any, knowledge: Knowledge) -> None:
    """The dispatches of the demo, in all their formats."""
    annotator = Annotator(nlp, knowledge)
    readings = [code(a, knowledge) for a in annotator.annotate_many(documents(acquire([str(SAMPLES)])))]

    assert len(readings) >= 12
    assert sum(len(r.events) for r in readings) >= 12
    for reading in readings:
        check(reading)


@pytest.mark.model
@drawn(40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(VERBS),
            st.sampled_from(NAMES),
            st.sampled_from(TAILS),
            st.sampled_from(MARKS),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_quotation_of_generated_text_stands_where_it_says(
    nlp: Any, knowledge: Knowledge, parts: list[tuple[str, ...]]
) -> None:
    """Sentences put together at random, with odd marks, invisible characters and broken quotation."""
    text = "".join(f"{a} {v} {b} {t}{m}" for a, v, b, t, m in parts)
    for document in documents(from_records([{"text": text, "published": "2024-05-15"}])):
        check(code(Annotator(nlp, knowledge).annotate(document), knowledge))


@pytest.mark.model
def test_every_quotation_of_a_title_stands_in_the_title(nlp: Any, knowledge: Knowledge) -> None:
    """A title that came beside the text is cited as that, in the reading, the contract and the ledger; the text's records keep their ids."""
    text = "The premier spoke with King Haakon of Norway on Monday. They discussed herring, the palace said."
    title = "Readout of Premier Anna Lind’s Call with King Haakon of Norway"
    records = [{"text": text, "published": "2024-05-15"} | extra for extra in ({}, {"title": title})]
    annotator = Annotator(nlp, knowledge)
    alone, titled = (code(annotator.annotate(d), knowledge) for d in documents(from_records(records)))
    made, refused = validate(assert_reading(titled), titled.document)
    cited = {(e.span, e.quote) for entry in made for e in entry.evidence if e.span.field == "title"}
    evidence = [q for q in quotations(to_contract(titled)) if q["field"] == "title"]

    assert [(e.kind, e.status, e.when and e.when.edtf) for e in titled.events] == [("call", "held", "2024-05-13")]
    assert (titled.document.text, refused) == (text, ())
    assert (Span(0, len(title), "title"), title) in cited
    assert all(title[span.start : span.end] == quote for span, quote in cited)
    assert [title[q["span"][0] : q["span"][1]] for q in evidence] == [q["quote"] for q in evidence] != []
    assert {s.id for s in alone.statements} == {s.id for s in titled.statements} != set()


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.skipif("MEMCON_DATA" not in os.environ, reason="MEMCON_DATA names no folder of measuring material")
def test_every_quotation_of_real_news_stands_where_it_says(nlp: Any, knowledge: Knowledge) -> None:
    """Real news and releases, from a folder of measuring material that does not ship."""
    root = Path(os.environ["MEMCON_DATA"])
    files = [str(root / "wikinews" / "2019.jsonl"), str(root / "state_press" / "releases.jsonl")]
    count = 0
    for annotation in Annotator(nlp, knowledge).annotate_many(documents(acquire(files))):
        check(code(annotation, knowledge))
        count += 1

    assert count >= 150
