"""The reader that is a language model, against an endpoint of this machine: good, invented, cut, hostile, slow and failing answers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from memcon.domain.reading import Reading
from memcon.endpoint import Endpoint, Kept
from memcon.errors import UsageError
from memcon.readers.llm import GIVES_UP_AFTER, LlmReader
from tests.conftest import make_document
from tests.endpoint.double import Model, Reply, completion, serving
from tests.proving.pages import MEETING, answer, event, own_reading


@pytest.fixture
def model() -> Iterator[Model]:
    with serving(Model()) as served:
        yield served


def reader_at(model: Model, kept: Path | None = None, **given: Any) -> LlmReader:
    prices = {name: given.pop(name) for name in ("price_in", "price_out", "parallel") if name in given}
    endpoint = Endpoint(address=model.address, model="tiny", sleep=lambda seconds: None, **given)
    return LlmReader(endpoint, Kept(kept), **prices)


def paragraphs(count: int) -> Reading:
    """A document of so many paragraphs of 800 characters, each with a meeting of its own number."""
    text = "\n\n".join(f"Ada Lind met Oro Tamm for session {n}. " + "They talked of water. " * 34 for n in range(count))
    return Reading(document=make_document(text))


def sessions(body: Mapping[str, Any]) -> dict[str, Any]:
    """What a model that reads well says of such a document: a meeting for each session that it was shown."""
    text = json.loads(body["messages"][1]["content"])["text"]
    found = [s for s in text.split(". ") if "session" in s]
    return answer(
        events=[event(evidence=[s.strip()], when=None, place=None, agenda=[], participants=[]) for s in found]
    )


def test_good_answer(model: Model) -> None:
    """A reading in the name of the model, with all that it was made with; what it cost is counted."""
    model.answer = lambda body: completion(answer(events=[event()]), tokens=(1500, 200))
    reader = reader_at(model, price_in=0.5, price_out=2.0)
    [reading] = reader.read([own_reading()])

    assert [e.id for e in reading.events] == ["event_own"]
    assert (reading.reader.name, reading.reader.models) == ("llm", ("parser", "tiny"))
    assert reader.cost == pytest.approx((1500 * 0.5 + 200 * 2) / 1e6)
    assert reader.summary() == "llm (tiny): 1 documents; 1 requests; 1,500 tokens in, 200 out, cost 0.0011; 1 records"


def test_invented_answer(model: Model) -> None:
    """Nothing of it is kept, and all of it counted."""
    invented = answer(events=[event(evidence=["Max Null met the King of Atlantis on Friday."])])
    model.answer = lambda body: completion(invented)
    reader = reader_at(model)
    [reading] = reader.read([own_reading()])

    assert reading.events == ()
    assert reader.counts.dropped == {"quotation_not_in_text": 1, "no_quotation": 1}
    assert [p.code for p in reading.problems] == ["answer_unproved"]


def test_cut_answer_is_asked_for_in_halves(model: Model) -> None:
    """A model that can't write so much is asked about half of the text each time, until it can; every session is there once."""
    most = 3

    def answered(body: Mapping[str, Any]) -> Reply:
        found = sessions(body)
        whole = json.dumps(found)
        return completion(found) if len(found["events"]) <= most else completion(whole[:700], reason="length")

    model.answer = answered
    reader = reader_at(model)
    [reading] = reader.read([paragraphs(10)])

    assert len(reading.events) == 10
    assert reading.problems == ()
    assert reader.counts.requests == len(model.requests) == 7


def test_answer_cut_for_good(model: Model) -> None:
    """Of a text that can't be halved what was said is kept, up to the cut, and a problem says so; also where the endpoint does not tell that it cut."""
    whole = json.dumps(answer(events=[event(), event(word="flew", evidence=["x"])]))
    at = whole.index('"flew"')
    for reason in ("length", "stop"):
        model.answer = lambda body, reason=reason: completion(whole[:at], reason=reason)  # type: ignore[misc]
        [reading] = reader_at(model).read([own_reading()])

        assert [e.id for e in reading.events] == ["event_own"]
        assert "answer_cut" in [p.code for p in reading.problems]


@pytest.mark.parametrize(
    "content", ["I am sorry, I can't.", "", "[1, 2]", "null", '"done"', "<b>{}</b>", "[" * 3000], ids=range(7)
)  # fmt: skip
def test_answer_that_is_none(model: Model, content: str) -> None:
    """The document has no reading by the model then, for a reason that is told."""
    model.answer = lambda body: completion(content)
    [reading] = reader_at(model).read([own_reading()])

    assert [(p.code, p.is_fatal) for p in reading.problems] == [("reader_failed", True)]
    assert reading.events == ()


def test_hostile_answer(model: Model) -> None:
    """Escape sequences, markup, ten thousand records and huge strings: whatever does not quote is gone."""
    evil = "\x1b[2J<script>alert(1)</script>"
    records = [
        event(label=evil, place=evil, hedge=evil),
        event(evidence=[evil]),
        *[{"kind": "visit", "evil": evil}] * 10_000,
    ]
    model.answer = lambda body: completion(answer(events=records, statements=[{"content": "x" * 100_000}]))
    [reading] = reader_at(model).read([own_reading()])

    assert evil not in repr(reading)
    assert len(reading.events) == 1


def test_documents_are_asked_about_at_once_and_come_in_order(model: Model) -> None:
    """The first answer comes last: the readings are in the order of the documents all the same."""
    import threading

    others_done = threading.Event()
    seen: list[str] = []

    def answered(body: Mapping[str, Any]) -> Reply:
        asked = body["messages"][1]["content"]
        if "number 0" in asked:
            others_done.wait(10)
        seen.append(asked)
        if len(seen) == 3:
            others_done.set()
        return completion(answer())

    model.answer = answered
    own = [Reading(document=make_document(f"A text of number {n} about water.")) for n in range(4)]
    found = list(reader_at(model, parallel=4).read(own))

    assert [r.document.id for r in found] == [r.document.id for r in own]
    assert "number 0" in seen[-1]


def test_what_was_answered_is_not_asked_again(model: Model, tmp_path: Path) -> None:
    """The answer is kept by what was asked; another text is another question."""
    model.answer = lambda body: completion(answer(events=[event()]))
    first, second = reader_at(model, tmp_path), reader_at(model, tmp_path)
    [before] = first.read([own_reading()])
    [after] = second.read([own_reading()])

    assert before == after
    assert (len(model.requests), second.counts.requests, second.counts.kept, second.counts.tokens_in) == (1, 0, 1, 0)
    list(second.read([paragraphs(1)]))
    assert len(model.requests) == 2


def test_failing_endpoint_costs_its_documents(model: Model) -> None:
    """Each document that got no answer says so, and the ones behind it are read."""
    model.replies(Reply(status=500), completion(answer(events=[event()])))
    reader = reader_at(model, retries=0, parallel=1)
    failed, read = reader.read([paragraphs(1), own_reading()])

    assert [p.code for p in failed.problems] == ["reader_failed"]
    assert [e.id for e in read.events] == ["event_own"]


def test_endpoint_that_fails_again_and_again_is_left_alone(model: Model) -> None:
    """After some documents in a row without an answer no more are asked about."""
    model.replies(Reply(status=500))
    reader = reader_at(model, retries=0, parallel=1)
    own = [replace(paragraphs(1), document=make_document(f"Text {n} about water.")) for n in range(8)]
    found = [reading for each in own for reading in reader.read([each])]

    assert len(model.requests) == GIVES_UP_AFTER
    assert {p.code for r in found for p in r.problems} == {"reader_failed"}


def test_wrong_key_stops_all(model: Model) -> None:
    """It is the user's to mend: nothing is read with it."""
    model.replies(Reply(status=401))
    with pytest.raises(UsageError, match="401"):
        list(reader_at(model).read([own_reading()]))


def test_fingerprint_changes_with_what_is_asked(model: Model) -> None:
    """With the model, the address and the form; not with the key."""
    mine = reader_at(model)
    told = {
        mine.fingerprint,
        reader_at(model, form="text").fingerprint,
        reader_at(Model(address="http://localhost/v1")).fingerprint,
    }

    assert len(told) == 3
    assert reader_at(model, key="sk-1").fingerprint == mine.fingerprint


def test_slow_endpoint(model: Model) -> None:
    """One that never ends costs the time of a request, and that document."""
    import threading

    gone = threading.Event()
    model.answer = lambda body: Reply(body=b"late" if gone.wait(10) else b"")
    [reading] = reader_at(model, timeout=0.1, retries=0).read([own_reading()])
    gone.set()

    assert "no whole answer within 0.1 s" in reading.problems[0].message


def test_leaving_does_not_wait_for_answers(model: Model) -> None:
    """Whoever stops in the middle is not held up by a request that hangs, and nothing more is asked."""
    import threading

    left = threading.Event()
    own = [Reading(document=make_document(f"A text of number {n} about water.")) for n in range(20)]

    def answered(body: Mapping[str, Any]) -> Reply:
        if "number 0" not in body["messages"][1]["content"]:
            left.wait(60)
        return completion(answer())

    model.answer = answered
    readings = reader_at(model, parallel=2, timeout=60.0).read(own)
    next(readings)
    readings.close()  # type: ignore[attr-defined]  # a generator
    held_up = left.is_set()
    asked = len(model.requests)
    left.set()

    assert not held_up
    assert asked <= 4


def test_meeting_is_told_in_the_document() -> None:
    """The sentence that these tests quote stands there."""
    assert MEETING in own_reading().document.text
