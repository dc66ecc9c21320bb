"""The write path: one document, one transaction; trouble costs one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, TypeGuard

import pytest

from memcon import ingest, query
from memcon.book import Ledger
from memcon.domain.documents import Capture, Document
from memcon.domain.entries import Assertion, Entry, Judgement
from memcon.domain.problems import Problem
from memcon.domain.readers import ReaderName
from memcon.domain.reading import Reading
from memcon.domain.spans import Evidence, Span
from memcon.errors import LedgerError, UsageError
from memcon.ingest import Read, Reader, add, commit, prepare
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import dispatch

FIRST = dispatch("Delta talks: {scheduled|set} for {2031-03-09|March 9}.", published="2031-03-03", ref="first")
SECOND = dispatch("Delta talks: {held|over}, {lead|Ada Lind} presiding.", published="2031-03-10", ref="second")
BAD = Problem(code="empty", message="nothing in it", hint="leave it out", ref="bad")


class Clock:
    """A clock that moves on a minute each time it is read."""

    def __init__(self) -> None:
        self._minutes = count()

    def __call__(self) -> str:
        return f"2031-05-01T00:{next(self._minutes):02}:00Z"


class Prepared:
    """A reader that gives the readings prepared for each capture's ref."""

    def __init__(self, *readings: Reading) -> None:
        self.readings = {reading.document.ref: reading for reading in readings}

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
        for item in captures:
            if isinstance(item, Problem):
                yield Read(ref=item.ref, problems=(item,))
            else:
                reading = self.readings[item.ref]
                yield Read(ref=item.ref, capture=item, reading=reading, problems=reading.problems)


def captured(*readings: Reading) -> list[Capture | Problem]:
    return [Capture(ref=r.document.ref, data=r.document.text.encode(), media_type="text/plain") for r in readings]


@pytest.fixture
def store() -> Iterator[LedgerStore]:
    opened = LedgerStore.open(":memory:")
    yield opened
    opened.close()


def add_all(store: LedgerStore, *readings: Reading, now: Callable[[], str] | None = None) -> list[str]:
    return [a.outcome for a in add(store, captured(*readings), Prepared(*readings), now=now or Clock())]


def state(store: LedgerStore) -> tuple[dict[str, int], str]:
    return store.counts(), store.digest()


def test_batch_goes_on_past_bad_documents(store: LedgerStore) -> None:
    """A problem is recorded and told in its place; the documents around it are added."""
    captures = [captured(FIRST)[0], BAD, captured(SECOND)[0]]
    added = list(add(store, captures, Prepared(FIRST, SECOND), now=Clock()))

    assert [(a.ref, a.outcome) for a in added] == [("first", "added"), ("bad", "failed"), ("second", "added")]
    assert store.problems() == (BAD,)
    assert store.counts()["documents"] == 2


def test_adding_again_changes_nothing(store: LedgerStore) -> None:
    """The same documents a second time leave the same rows and the same digest."""
    add_all(store, FIRST, SECOND)
    before = state(store)

    assert add_all(store, FIRST, SECOND) == ["unchanged", "unchanged"]
    assert state(store) == before


def test_results_come_when_they_are_kept(store: LedgerStore) -> None:
    """A document is kept by the time its result is told, and nothing is read before the asking."""
    results = add(store, captured(FIRST, SECOND), Prepared(FIRST, SECOND), now=Clock())

    assert store.counts()["documents"] == 0
    for added in results:
        assert store.document(added.reading.document.id if added.reading else "") is not None


def test_slow_document_holds_nothing_back(store: LedgerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is kept after a second, whether there is more to come or not."""
    monkeypatch.setattr("memcon.ingest.GROUP_SECONDS", 0.0)
    next(add(store, captured(FIRST, SECOND), Prepared(FIRST, SECOND), now=Clock()))

    assert store.counts()["documents"] == 1


def test_what_was_read_is_kept_before_a_slow_document(store: LedgerStore) -> None:
    """Where a reader says that what comes next may take a while, the ones before it are kept first; a second need not have passed."""

    class Slow(Prepared):
        def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
            for read in super().read_captures(captures):
                yield replace(read, is_last=read.ref == "first")
                if read.ref == "first":
                    kept.append(store.counts()["documents"])

    kept: list[int] = []
    list(add(store, captured(FIRST, SECOND), Slow(FIRST, SECOND), now=Clock()))

    assert kept == [1]


class Remembered(Prepared):
    """A reader that is told by a fingerprint, and counts what it reads."""

    def __init__(self, *readings: Reading, fingerprint: str = "one") -> None:
        super().__init__(*readings)
        self.fingerprint = fingerprint
        self.read: list[str] = []

    def read_captures(self, captures: Iterable[Capture | Problem]) -> Iterator[Read]:
        for read in super().read_captures(captures):
            self.read.append(read.ref)
            yield read


def test_known_inputs_are_not_read_again(store: LedgerStore) -> None:
    """The second time the ledger says what it remembers, new inputs between them are read, and order is kept."""
    reader = Remembered(FIRST, SECOND)
    list(add(store, captured(FIRST), reader, now=Clock()))
    before = state(store)
    added = list(add(store, [*captured(FIRST, SECOND), BAD, *captured(FIRST)], reader, now=Clock()))

    assert reader.read == ["first", "second", "bad"]
    assert [(a.ref, a.outcome) for a in added] == [
        ("first", "unchanged"), ("second", "added"), ("bad", "failed"), ("first", "unchanged")
    ]  # fmt: skip
    assert added[0].known
    assert (added[0].known.document, added[0].known.events) == (FIRST.document.id, 1)
    assert state(store) != before


@pytest.mark.parametrize("change", ["reader", "bytes", "date", "document"])
def test_what_has_changed_is_read_again(store: LedgerStore, change: str) -> None:
    """Another reader, other bytes, another date beside the text, and a document that somebody else's reading changed."""
    reader = Remembered(FIRST)
    list(add(store, captured(FIRST), reader, now=Clock()))
    again = Remembered(FIRST, fingerprint="two" if change == "reader" else "one")
    [capture] = captured(FIRST)
    assert isinstance(capture, Capture)
    if change == "bytes":
        capture = replace(capture, data=capture.data + b" ")
    if change == "date":
        capture = replace(capture, given_published="2031-03-04")
    if change == "document":
        add_all(store, replace(FIRST, events=(replace(FIRST.events[0], label="Talks on the delta"),)))
    list(add(store, [capture], again, now=Clock()))

    assert again.read == ["first"]


def test_failed_inputs_are_tried_again(store: LedgerStore) -> None:
    """What could not be read is not remembered as read."""
    failed = replace(FIRST, problems=(BAD,))
    reader = Remembered(failed)
    for _ in range(2):
        list(add(store, captured(failed), reader, now=Clock()))

    assert reader.read == ["first", "first"]


def test_reader_is_told_by_its_files_and_choices(tmp_path: Path) -> None:
    """Nothing is loaded for it; another choice, pack folder or file in one makes another reader."""
    (tmp_path / "pack.toml").write_text("a")
    plain, mine = Reader(), Reader(pack_folders=[tmp_path])
    (tmp_path / "pack.toml").write_text("ab")

    assert plain.fingerprint == Reader().fingerprint
    assert plain._loaded is None
    told = {
        plain.fingerprint,
        Reader(events="rules").fingerprint,
        mine.fingerprint,
        Reader(packs=["world"]).fingerprint,
    }
    assert len(told) == 4
    (tmp_path / "pack.toml").write_text("abc")
    assert Reader(pack_folders=[tmp_path]).fingerprint != mine.fingerprint


def test_new_reading_revises_the_old(store: LedgerStore) -> None:
    """A document that reads otherwise now shows what it says now; the book keeps what it said."""
    clock = Clock()
    add_all(store, FIRST, now=clock)
    better = replace(FIRST, events=(replace(FIRST.events[0], label="Talks on the delta"),))
    held = store.entries()

    assert add_all(store, better, now=clock) == ["revised"]
    assert store.entries()[: len(held)] == held
    assert [e.label for e in Ledger(store).timeline()] == ["Talks on the delta"]
    assert [e.label for e in Ledger(store).timeline(recorded="2031-05-01T00:00:00Z")] == ["Delta talks"]
    assert add_all(store, better, now=clock) == ["unchanged"]
    add_all(store, FIRST, now=clock)
    assert [e.label for e in Ledger(store).timeline()] == ["Delta talks"]


def test_copy_elsewhere_is_unchanged(store: LedgerStore) -> None:
    """The same text under another name adds nothing."""
    add_all(store, FIRST)
    before = store.counts()["entries"], store.digest()
    copy = replace(FIRST, document=replace(FIRST.document, ref="copy", publisher=None))

    assert add_all(store, copy) == ["unchanged"]
    assert (store.counts()["entries"], store.digest()) == before


def test_failed_reading_takes_nothing_back(store: LedgerStore) -> None:
    """A document that could not be read this time keeps what it said before."""
    add_all(store, FIRST)
    failed = Reading(document=FIRST.document, problems=(replace(BAD, ref="first"),))

    assert add_all(store, failed) == ["failed"]
    assert [e.label for e in Ledger(store).timeline()] == ["Delta talks"]


def test_broken_record_is_left_out_and_told(store: LedgerStore) -> None:
    """A record whose quotation is not in the text never enters the book; the rest of the document does."""
    wrong = replace(FIRST.events[0], id="evt_wrong", evidence=(Evidence(span=Span(0, 5), quote="Gamma"),))
    (added,) = add(store, captured(FIRST), Prepared(replace(FIRST, events=(*FIRST.events, wrong))), now=Clock())

    assert added.outcome == "added"
    assert [p.code for p in added.problems] == [p.code for p in store.problems()] == ["record_refused"]
    assert [e.id for e in Ledger(store).timeline()] == [FIRST.events[0].id]


def test_document_that_can_not_be_kept_is_a_problem(store: LedgerStore) -> None:
    """What the database can't hold costs that document only."""
    unkept = replace(FIRST, document=replace(FIRST.document, title="\ud800"))
    added = list(add(store, captured(unkept, SECOND), Prepared(unkept, SECOND), now=Clock()))

    assert [a.outcome for a in added] == ["failed", "added"]
    assert [p.code for p in store.problems()] == ["not_kept"]


def test_ledger_judges_by_name(store: LedgerStore) -> None:
    """A person merges two records, and takes it back; neither is possible for records that nobody knows."""
    other = dispatch("Talks at the delta: {held|over}.", published="2031-03-11", ref="other")
    add_all(store, FIRST, other)
    ledger = Ledger(store, now=Clock())
    ids = [e.id for e in ledger.timeline()]
    made = ledger.judge("same", *ids, by="A. Clerk", why="one and the same")

    assert [e.ids for e in ledger.timeline()] == [tuple(sorted(ids))]
    assert ledger.show(ids[0]) == ledger.show(ids[1]) == ledger.timeline()[0]
    ledger.judge("retracted", made.id, by="A. Clerk", why="not so")
    assert {e.id for e in ledger.timeline()} == set(ids)
    for refused in (("same", ids[0]), ("same", ids[0], "evt_none"), ("retracted", "jdg_none")):
        with pytest.raises(UsageError):
            ledger.judge(*refused, by="A. Clerk", why="x")
    with pytest.raises(UsageError):
        ledger.judge("same", *ids, by=" ", why="x")


def test_records_of_two_kinds_are_not_judged_the_same(store: LedgerStore) -> None:
    """An event and an actor are never one, also where either was joined before; that they differ may be said."""
    add_all(store, FIRST, SECOND)
    ledger = Ledger(store, now=Clock())
    event, actor = ledger.timeline()[0], ledger.views().actors[0]

    for ids in ((event.id, actor.id), (*event.ids, *actor.ids)):
        with pytest.raises(UsageError, match="can't be actor and event at once"):
            ledger.judge("same", *ids, by="A. Clerk", why="x")
    assert ledger.show(actor.id) == actor
    assert ledger.judge("different", event.id, actor.id, by="A. Clerk", why="x").kind == "different"


@pytest.mark.model
def test_namesakes_are_one_until_a_person_says_otherwise(reader: Reader) -> None:
    """Two dispatches about people of one name and country: one actor by rule, two by a person's word, and two they stay however often the
    dispatches are read; a third dispatch and the meetings of the others are still told under the name."""
    first = "Norwegian Trade Minister Ada Lind met Finnish Trade Minister Eero Salo in Oslo on March 9, 2031."
    second = "Norwegian Envoy Ada Lind met Peruvian Energy Minister Ana Ruiz in Lima on May 2, 2031."
    third = "Norwegian Trade Minister Ada Lind met Danish Trade Minister Bo Holm in Aarhus on May 9, 2031."
    with Ledger.open(":memory:", reader=reader, now=Clock()) as ledger:
        documents = [a.reading.document.id for a in ledger.add_records([first, second]) if a.reading]
        [whole] = [a for a in ledger.views().actors if a.name == "Ada Lind"]
        ids = {r.entry.document: r.entry.subject for r in ledger.entries() if is_named(r.entry, "Ada Lind")}
        [rule] = [
            r.entry
            for r in ledger.entries()
            if isinstance(r.entry, Judgement) and ids[documents[1]] in r.entry.subjects
        ]

        assert (whole.ids, len(whole.sources)) == (tuple(sorted(ids.values())), 2)
        assert (rule.kind, rule.by, rule.why) == ("same", "rule:same-name@1", "equal kind, name and country")
        assert len(ledger.timeline(actor=whole.id)) == 2

        ledger.judge("different", *ids.values(), by="A. Clerk", why="a minister and an envoy")
        parted = [(a.id, a.ids, a.office) for a in ledger.views().actors if a.name == "Ada Lind"]
        assert sorted(parted, key=lambda each: each[2] or "") == [
            (ids[documents[1]], (ids[documents[1]],), "Envoy"),
            (whole.id, (ids[documents[0]],), "Trade Minister"),
        ]
        before = ledger.store.digest()
        assert [a.outcome for a in ledger.add_records([second, first])] == ["unchanged", "unchanged"]
        assert ledger.store.digest() == before

        ledger.add_records([third])
        assert [(a.office, len(a.sources)) for a in ledger.views().actors if a.id == whole.id] == [
            ("Trade Minister", 2)
        ]
        assert [e.participants[0].actor for e in ledger.timeline(actor="Ada Lind")] == [
            whole.id,
            ids[documents[1]],
            whole.id,
        ]

        ledger.judge("same", *ids.values(), by="B. Clerk", why="she was both")
        assert [len(a.sources) for a in ledger.views().actors if a.name == "Ada Lind"] == [3]


def is_named(entry: Entry, name: str) -> TypeGuard[Assertion]:
    return isinstance(entry, Assertion) and (entry.property, entry.value) == ("name", f'"{name}"')


@pytest.mark.model
def test_one_bearer_of_a_name_is_taken_out(reader: Reader) -> None:
    """A person may part one actor from the record that a name stands for, by the ids that `show` gives."""
    texts = [
        f"Norwegian Trade Minister Ada Lind met Danish Trade Minister Bo Holm on May {day}, 2031." for day in (2, 5, 9)
    ]
    with Ledger.open(":memory:", reader=reader, now=Clock()) as ledger:
        ledger.add_records(texts)
        [whole] = [a for a in ledger.views().actors if a.name == "Ada Lind"]
        ledger.judge("different", whole.ids[1], whole.id, by="A. Clerk", why="another one")

        assert sorted(a.ids for a in ledger.views().actors if a.name == "Ada Lind") == sorted(
            [(whole.ids[0], whole.ids[2]), (whole.ids[1],)]
        )
        assert ledger.show(whole.id) == ledger.show(whole.ids[0]) != ledger.show(whole.ids[1])


@pytest.mark.model
def test_every_assertion_names_its_reader(reader: Reader) -> None:
    """The program says its version and its packs, also where a document could not be read."""
    with Ledger.open(":memory:", reader=reader, now=Clock()) as ledger:
        ledger.add_records([TEXT, "외교부는 화요일 서울에서 두 나라가 회담을 열었다고 밝혔다. " * 4])
        found = {r.entry.reader for r in ledger.entries() if isinstance(r.entry, Assertion)}

    assert {(each.name, bool(each.version)) for each in found} == {("memcon", True)}
    assert reader.name in found
    assert [name.split()[0] for name in reader.name.packs] == ["world", "korea"]


def test_preparing_asks_no_ledger(store: LedgerStore) -> None:
    """The entries of a reading are made without a ledger, and committed later are those of adding it at once."""
    reads = list(Prepared(FIRST, SECOND).read_captures(captured(FIRST, SECOND)))
    prepared = [prepare(read) for read in reads]

    assert prepared == [prepare(read) for read in reads]
    assert [commit(store, each, recorded_at="2031-05-01T00:00:00Z").outcome for each in prepared] == ["added", "added"]
    assert add_all(store, FIRST, SECOND) == ["unchanged", "unchanged"]


def test_a_second_reader_takes_nothing_back(store: LedgerStore) -> None:
    """What another reader says of the same document stands beside the first one's word, and each revises its own alone."""
    other = replace(FIRST.events[0], id="evt_other", label="Talks on fish")
    theirs = replace(FIRST, events=(other,), reader=ReaderName(name="clerk", version="1"))
    add_all(store, FIRST)

    assert add_all(store, theirs) == ["revised"]
    assert sorted(e.label for e in Ledger(store).timeline()) == ["Delta talks", "Talks on fish"]
    assert add_all(store, replace(FIRST, events=())) == ["revised"]
    assert [e.label for e in Ledger(store).timeline()] == ["Talks on fish"]
    assert add_all(store, theirs) == ["unchanged"]


def test_missing_ledger_is_not_made_for_reading(tmp_path: Path) -> None:
    """Opening for reading only does not leave an empty file."""
    with pytest.raises(LedgerError):
        Ledger.open(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


class Faulty:
    """An annotator that fails on texts with the word "crash"."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def annotate_many(self, documents: Iterable[Document]) -> Iterator[Any]:
        for document in documents:
            if "crash" in document.text:
                raise RecursionError("too deep")
            yield from self._real.annotate_many([document])


@pytest.fixture(scope="module")
def reader(nlp: Any, knowledge: Any) -> Reader:
    """The real reader, on the session's pipeline."""
    from memcon.annotate import Annotator

    made = Reader()
    made._loaded = (Annotator(nlp, knowledge), knowledge)
    return made


TEXT = "The envoys of Norway and Peru met in Lima on March 9, 2031. They discussed fishing rights."


@pytest.mark.model
def test_reader_reads_texts_records_and_documents_in_order(reader: Reader) -> None:
    """Each input gives one reading in its place, whatever its form, the bad ones with their problems."""
    given: list[Any] = [TEXT, {"text": TEXT + " It rained.", "id": "r2"}, {"id": "r3"}, {"text": 7, "id": "r4"}, ""]
    found = list(reader.read_many(given, published="2031-03-10"))
    again = list(reader.read_many([found[0].document]))

    assert [r.document.text for r in found] == [TEXT, TEXT + " It rained.", "", "", ""]
    assert found[1].document.ref == "r2"
    assert [bool(r.problems) for r in found] == [False, False, True, True, True]
    assert found[0].document.published == "2031-03-10"
    assert again[0].events == found[0].events


@pytest.mark.model
def test_reader_reads_a_stream_in_bounded_batches(reader: Reader) -> None:
    """An endless stream of documents is read as it comes."""
    endless = (f"The envoys met {n} times." for n in count())
    found = reader.read_many(endless)

    assert [next(found).document.text for _ in range(3)] == [f"The envoys met {n} times." for n in range(3)]


@pytest.mark.model
def test_fault_in_one_document_costs_that_document(reader: Reader) -> None:
    """A fault of the program in one document leaves the others of its batch read."""
    faulty = Reader()
    annotator, knowledge = reader._load()
    faulty._loaded = (Faulty(annotator), knowledge)  # type: ignore[assignment]
    found = list(faulty.read_many([TEXT, "The envoys crash the party in Lima.", TEXT]))

    assert [[p.code for p in r.problems] for r in found] == [[], ["reading_failed"], []]
    assert "RecursionError" in found[1].problems[0].message
    assert found[0].events == found[2].events


@pytest.mark.model
def test_whole_way_from_files_to_timeline(reader: Reader, tmp_path: Path) -> None:
    """Files go in, events with their quotations come out; the same folder a second time changes nothing."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(
        '{"id": "b1", "text": "Norway and Peru will hold talks in Oslo on April 2, 2031.", "published": "2031-03-20", "url": 5}\n{"id": "b2"}\n',
        encoding="utf-8",
    )
    (tmp_path / "c.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    with Ledger.open(":memory:", reader=reader, now=Clock()) as ledger:
        added = {a.ref: a.outcome for a in ledger.add(tmp_path, published="2031-03-10")}
        before = ledger.store.digest()
        again = {a.ref: a.outcome for a in ledger.add(tmp_path, published="2031-03-10")}
        events = ledger.timeline(since="2031")
        texts = {d.id: d.text for d in ledger.store.documents()}

        assert added[str(tmp_path / "a.txt")] == added["b1"] == "added"
        assert {again[str(tmp_path / "a.txt")], again["b1"]} == {"unchanged"}
        assert added[str(tmp_path / "c.txt")] == added["b2"] == "failed"
        assert ledger.store.digest() == before
        assert [e.when for e in events] == ["2031-03-09", "2031-04-02"]
        assert all(c.span.of(texts[c.source.document]) == c.quote for e in events for c in e.evidence)


class Again(Prepared):
    """A reader that reads documents again: as the readings prepared for each ref."""

    def read_documents(self, documents: Iterable[Document]) -> Iterator[Read]:
        for document in documents:
            yield Read(ref=document.ref, reading=self.readings[document.ref])


def test_reading_again_loses_nothing(store: LedgerStore) -> None:
    """What the newer reading says otherwise stands now; as of before, the ledger says what it said, and what a person judged holds."""
    add_all(store, FIRST, SECOND)
    before = store.entries()
    instant = before[-1].recorded_at
    newer = dispatch("Delta talks: {scheduled|set} for {2031-03-10|March 9}.", published="2031-03-03", ref="first")
    newer = replace(newer, document=FIRST.document)
    found = list(ingest.reread(store, Again(newer, SECOND), now=lambda: "2031-06-01T00:00:00Z"))

    assert [(a.ref, a.outcome) for a in found] == [("first", "revised"), ("second", "unchanged")]
    assert store.entries()[: len(before)] == before
    assert [e.when for e in query.timeline(store, recorded=instant, since="2031-03-09", until="2031-03-09")] == [
        "2031-03-09"
    ]
    assert {e.when for e in query.timeline(store)} == {"2031-03-10"}


def test_reading_again_what_is_not_there(store: LedgerStore) -> None:
    """An id that is no document's is the caller's mistake."""
    with pytest.raises(UsageError, match="no document 'doc_x'"):
        list(ingest.reread(store, Again(), documents=["doc_x"], now=Clock()))


@pytest.mark.model
def test_posts_of_a_running_report_speak_from_their_own_days(reader: Reader) -> None:
    """What a post of the second day tells as done is done that day, though the report came out the day before."""
    text = """Harbour talks in Tallinn

10 March 2025

17:40 Tuesday 11 March

The Estonian and Finnish foreign ministers signed the harbour accord in Tallinn today.

07:30 Monday 10 March

The Finnish foreign minister met the Estonian prime minister in Tallinn today."""
    found = reader.read(text)

    assert "2025-03-10" == found.document.published
    assert [("meeting", "2025-03-10", "held"), ("signing", "2025-03-11", "held")] == sorted(
        (event.kind, event.when.edtf if event.when else None, event.status) for event in found.events
    )
    assert all(e.quote == found.document.words_at(e.span) for event in found.events for e in event.evidence)
