"""Other readers beside the program's own: their word stands beside it, and what they break is theirs alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from memcon import query
from memcon.book import Ledger
from memcon.domain.documents import Capture
from memcon.domain.problems import Problem
from memcon.domain.readers import ReaderName
from memcon.domain.reading import Reading
from memcon.domain.spans import Evidence, Span
from memcon.domain.views import EventView
from memcon.errors import UsageError
from memcon.ingest import Read, add
from memcon.readers import OtherReader, Together
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch
from tests.test_ingest import BAD, FIRST, SECOND, Clock, Prepared, Remembered, captured


class Second:
    """A reader that says what `change` makes of the program's reading."""

    name = "second"
    fingerprint = "1"

    def __init__(self, change: object = None) -> None:
        self.change = change
        self.asked: list[str] = []

    def read(self, own: Iterable[Reading], /) -> Iterator[Reading]:
        for each in own:
            self.asked.append(each.document.ref)
            named = replace(each, reader=ReaderName(name=self.name, version="1"), problems=())
            yield self.change(named) if callable(self.change) else named


def together(own: object, *others: OtherReader) -> Together:
    return Together(own, others)  # type: ignore[arg-type]  # a reader of prepared readings


@pytest.fixture
def store() -> Iterator[LedgerStore]:
    opened = LedgerStore.open(":memory:")
    yield opened
    opened.close()


def held(reading: Reading) -> Reading:
    """The same reading, with the event moved and seen otherwise."""
    [event] = reading.events
    step = event.statuses[0]
    return replace(reading, events=(replace(event, label="Otherwise", statuses=(replace(step, status="cancelled"),)),))


def the_event(store: LedgerStore) -> EventView:
    [event] = query.timeline(Ledger(store))
    return event


def test_it_says_its_word_beside(store: LedgerStore) -> None:
    """One event, of which both readers tell; the program's own has the last word, and each claim says who read it."""
    list(add(store, captured(FIRST), together(Prepared(FIRST), Second(held)), now=Clock()))
    event = the_event(store)

    assert [(c.value.status, c.reader) for c in event.statuses] == [("cancelled", "second"), ("scheduled", "memcon")]
    assert (event.status, event.label) == ("scheduled", FIRST.events[0].label)
    assert [r.name for r in store.readers()] == ["memcon", "second"]


def test_adding_again_changes_nothing(store: LedgerStore) -> None:
    """Nor is it read again."""
    second = Second(held)
    for _ in range(2):
        outcomes = [a.outcome for a in add(store, captured(FIRST), together(Remembered(FIRST), second), now=Clock())]

    assert outcomes == ["unchanged"]
    assert second.asked == ["first"]


def test_reading_without_it_leaves_its_word(store: LedgerStore) -> None:
    """The program reads again, alone, and otherwise: only its own word changes; read with it again, only that of the other."""
    list(add(store, captured(FIRST), together(Prepared(FIRST), Second(held)), now=Clock()))
    other = replace(FIRST, events=(replace(FIRST.events[0], label="Talks on the delta"),))
    list(add(store, captured(other), Prepared(other), now=Clock()))

    assert {(c.value.status, c.reader) for c in the_event(store).statuses} == {
        ("cancelled", "second"),
        ("scheduled", "memcon"),
    }
    assert the_event(store).label == "Talks on the delta"
    list(add(store, captured(other), together(Prepared(other), Second()), now=Clock()))
    assert {(c.value.status, c.reader) for c in the_event(store).statuses} == {
        ("scheduled", "second"),
        ("scheduled", "memcon"),
    }


def test_what_it_alone_tells_stands(store: LedgerStore) -> None:
    """An event of the other reader alone is in the ledger, as its own; also after the program has read again."""

    def more(reading: Reading) -> Reading:
        return replace(reading, events=(*reading.events, replace(reading.events[0], id="event_more", label="More")))

    list(add(store, captured(FIRST), together(Prepared(FIRST), Second(more)), now=Clock()))
    list(add(store, captured(FIRST), Prepared(FIRST), now=Clock()))
    found = {event.label: {c.reader for c in event.statuses} for event in query.timeline(Ledger(store))}

    assert found == {FIRST.events[0].label: {"memcon", "second"}, "More": {"second"}}


def test_event_of_the_other_alone_is_joined_over_documents(store: LedgerStore) -> None:
    """What the other reader alone tells of in one document is one event with what the program reads in a later one; also where the program has read the first again in between."""
    text = "Talks: {held|met} on {2031-03-09|March 9} with {participant|Ada Lind} and {participant|Oro Tamm}."
    one = dispatch(text, published="2031-03-10", ref="one")
    two = dispatch(text.replace("Talks:", "Meeting:"), published="2031-03-10", ref="two")
    bare = replace(one, events=(), actors=())
    second = Second(lambda reading: replace(reading, events=one.events, actors=one.actors))
    list(add(store, captured(bare), together(Prepared(bare), second), now=Clock()))
    list(add(store, captured(bare), Prepared(bare), now=Clock()))
    list(add(store, captured(two), Prepared(two), now=Clock()))

    assert [len(event.sources) for event in query.timeline(Ledger(store))] == [2]


def test_record_that_does_not_quote_is_left_out(store: LedgerStore) -> None:
    """What a plugin invents never enters the book, and the document says so."""

    def invented(reading: Reading) -> Reading:
        wrong = replace(reading.events[0], id="event_wrong", evidence=(Evidence(span=Span(0, 5), quote="never"),))
        return replace(reading, events=(*reading.events, wrong))

    [added] = add(store, captured(FIRST), together(Prepared(FIRST), Second(invented)), now=Clock())

    assert [p.code for p in added.problems] == ["record_refused"]
    assert "'second'" in added.problems[0].hint
    assert len(query.timeline(Ledger(store))) == 1


def broken(reading: Reading) -> Reading:
    raise RuntimeError("no model")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (broken, "RuntimeError: no model"),
        (lambda reading: None, "no reading of this document"),
        (lambda reading: replace(reading, document=SECOND.document), "no reading of this document"),
        (lambda reading: replace(reading, reader=ReaderName(name="memcon", version="9")), "under its name"),
        (lambda reading: replace(reading, events=("event",)), "its records can't be kept"),
    ],
    ids=["raises", "nothing", "another document", "another name", "no records"],
)
def test_reader_that_fails_costs_its_own_word(change: object, why: str) -> None:
    """Whatever it does, the program's own reading stands, and a problem that is not the document's names the reader."""
    [read] = together(Prepared(FIRST), Second(change)).read_captures(captured(FIRST))
    [problem] = read.problems

    assert read.reading == FIRST
    assert (problem.code, problem.is_fatal) == ("reader_failed", False)
    assert why in problem.message
    assert "'second'" in problem.message


def test_document_is_read_again_after_a_failure(store: LedgerStore) -> None:
    """It is added as the program reads it, and not taken for done."""
    second = Second(broken)
    [added] = add(store, captured(FIRST), together(Remembered(FIRST), second), now=Clock())
    second.asked.clear()
    list(add(store, captured(FIRST), together(Remembered(FIRST), second), now=Clock()))

    assert added.outcome == "added"
    assert second.asked == ["first"]


def test_reader_that_gives_too_few() -> None:
    """A reading for each document, or none counts."""

    class Few(Second):
        def read(self, own: Iterable[Reading], /) -> Iterator[Reading]:
            yield from list(super().read(own))[:1]

    reads = together(Prepared(FIRST, SECOND), Few()).read_captures(captured(FIRST, SECOND))

    assert [[p.code for p in read.problems] for read in reads] == [["reader_failed"], ["reader_failed"]]


def test_one_broken_document_costs_that_one() -> None:
    """Where reading together fails, each is read alone."""
    second = Second(lambda r: broken(r) if r.document.ref == "first" else r)
    reads = together(Prepared(FIRST, SECOND), second).read_captures(captured(FIRST, SECOND))

    assert [[p.code for p in read.problems] for read in reads] == [["reader_failed"], []]


def test_wrong_settings_stop_all() -> None:
    """What is the user's to mend is told at once."""

    def refused(reading: Reading) -> Reading:
        raise UsageError("no such model")

    with pytest.raises(UsageError):
        list(together(Prepared(FIRST), Second(refused)).read_captures(captured(FIRST)))


def test_problems_and_failed_documents_pass() -> None:
    """What the program could not read is not given to others, and keeps its place."""
    second = Second()
    reads: list[Capture | Problem] = [captured(FIRST)[0], BAD, captured(SECOND)[0]]
    found: list[Read] = list(together(Prepared(FIRST, replace(SECOND, problems=(BAD,))), second).read_captures(reads))

    assert [read.ref for read in found] == ["first", "bad", "second"]
    assert [len(read.others) for read in found] == [1, 0, 0]
    assert second.asked == ["first"]


def test_actors_found_by_both_have_one_name(store: LedgerStore) -> None:
    """The judgement that gives an actor its name stands as long as one reader finds it."""
    with_name = dispatch("Delta talks: {held|over}, {lead|Ada Lind} presiding.", published="2031-03-10", ref="named")
    list(add(store, captured(with_name), together(Prepared(with_name), Second()), now=Clock()))
    without = replace(with_name, actors=(), events=())
    list(add(store, captured(without), Prepared(without), now=Clock()))

    assert [event.participants[0].name for event in query.timeline(Ledger(store))] == ["Ada Lind"]
