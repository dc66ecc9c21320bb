"""One body of behaviour for every database: in memory, in a file, and PostgreSQL where MEMCON_TEST_POSTGRES names a server."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from memcon.domain.documents import Capture
from memcon.domain.entries import Assertion, Entry, assertion, judgement, read_by
from memcon.domain.feeds import Entry as FeedEntry
from memcon.domain.feeds import Watched
from memcon.domain.fetches import Fetch, Held, Validators
from memcon.domain.problems import Problem
from memcon.domain.readers import UNTOLD, ReaderName
from memcon.domain.spans import Span, cite
from memcon.errors import LedgerError
from memcon.ledger.assertions import assert_reading
from memcon.store.ledger import LedgerStore
from memcon.store.watched import (
    add_source,
    all_sources,
    entry_counts,
    keep_entry,
    keep_source,
    next_wait,
    remove_source,
    take_in_entries,
    waiting_entries,
)
from tests.ledger.notation import dispatch
from tests.postgres import fresh_postgres

NOON = "2031-01-01T12:00:00Z"
LATER = "2031-01-02T12:00:00Z"

READING = dispatch(
    "River Commission #12: {scheduled|will meet} on {2031-03-09|March 9}, {lead|Ada Lind} presiding.",
    published="2031-03-03",
)
DOCUMENT = READING.document
CAPTURE = Capture(ref="a.txt", data=DOCUMENT.text.encode(), media_type="text/plain")
MADE = assert_reading(READING)
PROBLEM = Problem(code="no_text", message="empty", hint="look", ref="b.txt", span=Span(1, 2), is_fatal=False)


@pytest.fixture(
    params=[
        "memory",
        pytest.param("file", marks=pytest.mark.slow),
        pytest.param("postgres", marks=pytest.mark.postgres),
    ]
)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[LedgerStore]:
    if request.param == "postgres":
        with fresh_postgres() as url:
            opened = LedgerStore.open(url)
            yield opened
            opened.close()
        return
    opened = LedgerStore.open(":memory:" if request.param == "memory" else tmp_path / "ledger.db")
    yield opened
    opened.close()


def state(store: LedgerStore) -> tuple[dict[str, int], str]:
    return store.counts(), store.digest()


def test_new_ledger_is_empty(store: LedgerStore) -> None:
    """A new ledger holds nothing."""
    assert set(store.counts().values()) == {0}
    assert store.entries() == ()


def test_everything_comes_back_as_it_was(store: LedgerStore) -> None:
    """Document, bytes, entries in order, and problems are what was put in."""
    ruling = judgement("same", ("evt_1", "evt_2"), by="A. Clerk", why="one meeting", value='{"a":1}')
    entries: tuple[Entry, ...] = (*MADE, ruling)
    appended = store.append(recorded_at=NOON, document=DOCUMENT, capture=CAPTURE, entries=entries, problems=[PROBLEM])

    assert (appended.is_new_document, appended.entries, appended.problems) == (True, len(entries), 1)
    assert tuple(r.entry for r in store.entries()) == entries
    assert [r.seq for r in store.entries()] == sorted({r.seq for r in store.entries()})
    assert {r.recorded_at for r in store.entries()} == {NOON}
    assert store.document(DOCUMENT.id) == DOCUMENT
    assert list(store.documents()) == [DOCUMENT]
    assert store.capture_of(DOCUMENT.id) == CAPTURE.data
    assert store.problems() == (PROBLEM,)


def test_adding_again_changes_nothing(store: LedgerStore) -> None:
    """The same document, entries and problems a second time leave every row and the digest of the book as they were."""
    store.append(recorded_at=NOON, document=DOCUMENT, capture=CAPTURE, entries=MADE, problems=[PROBLEM])
    before = state(store)
    again = store.append(recorded_at=LATER, document=DOCUMENT, capture=CAPTURE, entries=MADE, problems=[PROBLEM])

    assert again.is_nothing
    assert state(store) == before


def test_failure_in_the_middle_leaves_nothing(store: LedgerStore) -> None:
    """An entry that the database refuses takes the whole document with it, and the ledger stays usable."""
    stray = assertion("doc_unknown", "event", "evt_1", "kind", '"talks"', (cite(DOCUMENT.text, Span(0, 5)),))
    before = state(store)
    with pytest.raises(ValueError, match=r"(?i)foreign key"):
        store.append(recorded_at=NOON, document=DOCUMENT, capture=CAPTURE, entries=(*MADE, stray), problems=[PROBLEM])

    assert state(store) == before
    assert not store.append(recorded_at=NOON, document=DOCUMENT, capture=CAPTURE, entries=MADE).is_nothing


def test_generator_that_breaks_leaves_nothing(store: LedgerStore) -> None:
    """Entries that stop coming with an exception leave the ledger as it was."""

    def broken() -> Iterator[Assertion]:
        yield MADE[0]
        raise RuntimeError("lost")

    with pytest.raises(RuntimeError, match="lost"):
        store.append(recorded_at=NOON, document=DOCUMENT, capture=CAPTURE, entries=broken())

    assert set(store.counts().values()) == {0}


def test_text_that_no_database_holds_is_refused(store: LedgerStore) -> None:
    """A lone surrogate is no text: the document is refused, not the ledger broken."""
    with pytest.raises(ValueError, match=r".+"):
        store.append(recorded_at=NOON, document=replace(DOCUMENT, title="\ud800"))

    assert set(store.counts().values()) == {0}


def test_text_of_a_document_never_changes(store: LedgerStore) -> None:
    """Another text under the same id is refused."""
    store.append(recorded_at=NOON, document=DOCUMENT, entries=MADE)
    with pytest.raises(ValueError, match="another text"):
        store.append(recorded_at=LATER, document=replace(DOCUMENT, text=DOCUMENT.text + "!"))

    assert store.document(DOCUMENT.id) == DOCUMENT


def test_metadata_follow_the_newest_reading_but_for_the_ref(store: LedgerStore) -> None:
    """A document read again may be dated better; where it first came from stays."""
    store.append(recorded_at=NOON, document=DOCUMENT)
    store.append(recorded_at=LATER, document=replace(DOCUMENT, published="2031-03-04", ref="copy.txt"))

    assert store.document(DOCUMENT.id) == replace(DOCUMENT, published="2031-03-04")


@pytest.mark.parametrize("table", ["entries", "problems", "captures", "documents", "readers", "judged", "quotes"])
@pytest.mark.parametrize("verb", ["UPDATE {0} SET {1} = 'x'", "DELETE FROM {0}"])
def test_book_refuses_change(store: LedgerStore, table: str, verb: str) -> None:
    """Entries, problems, captures, readers and quotations refuse every UPDATE and DELETE, documents a DELETE or another text, in the database itself."""
    entries: tuple[Entry, ...] = (*MADE, judgement("same", ("evt_1", "evt_2"), by="A. Clerk", why="one meeting"))
    store.append(recorded_at=NOON, document=DOCUMENT, capture=CAPTURE, entries=entries, problems=[PROBLEM])
    before = state(store)
    column = {
        "entries": "value",
        "problems": "message",
        "captures": "media_type",
        "documents": "text",
        "readers": "name",
        "judged": "subject",
        "quotes": "quote",
    }[table]

    with pytest.raises(DBAPIError, match=r"append-only|never"), store._engine.begin() as connection:
        connection.execute(text(verb.format(table, column)))
    assert state(store) == before


def test_clock_far_ahead_is_refused(store: LedgerStore) -> None:
    """It would stand over all that is recorded later; a clock that is a few years ahead is not told from a ledger that lay idle."""
    store.append(recorded_at=NOON, document=DOCUMENT, entries=MADE)
    ruling = judgement("same", ("a", "b"), by="A. Clerk", why="x")
    with pytest.raises(LedgerError, match="the clock says 2099"):
        store.append(recorded_at="2099-01-01T00:00:00Z", entries=[ruling])
    store.append(recorded_at="2041-01-01T00:00:00Z", entries=[ruling])

    assert store.last_instant() == "2041-01-01T00:00:00Z"


def test_clock_set_back_never_rewrites_the_past(store: LedgerStore) -> None:
    """An entry is never recorded before the ones that stand before it."""
    store.append(recorded_at=LATER, document=DOCUMENT, entries=MADE)
    store.append(recorded_at=NOON, entries=[judgement("same", ("a", "b"), by="A. Clerk", why="x")])

    assert [r.recorded_at for r in store.entries()][-1] == LATER


def test_clock_that_was_never_set_locks_nobody_out(store: LedgerStore) -> None:
    """A machine without a battery wakes up in 1970; what it recorded then is no reason to refuse the right time."""
    store.append(recorded_at="1970-01-01T00:03:00Z", document=DOCUMENT, entries=MADE)
    store.append(recorded_at=NOON, entries=[judgement("same", ("a", "b"), by="A. Clerk", why="x")])

    assert store.last_instant() == NOON


@pytest.mark.parametrize("instant", ["", "2031-01-01", "2031-01-01T12:00:00", "2031-01-01T12:00:00+01:00"])
def test_instants_are_utc(store: LedgerStore, instant: str) -> None:
    """Only full UTC instants order the book."""
    with pytest.raises(ValueError, match="UTC"):
        store.append(recorded_at=instant, document=DOCUMENT)


def test_entries_of_chosen_documents_and_kinds(store: LedgerStore) -> None:
    """A part of the book can be asked for; judgements are always in it."""
    other = dispatch("Delta talks: {held|over}.")
    ruling = judgement("same", ("a", "b"), by="A. Clerk", why="x")
    store.append(recorded_at=NOON, document=DOCUMENT, entries=MADE)
    store.append(recorded_at=NOON, document=other.document, entries=(*assert_reading(other), ruling))
    of_document = [r.entry for r in store.entries(documents=[other.document.id])]
    of_kind = [r.entry for r in store.entries(subject_kinds=["actor"])]

    assert of_document == [*assert_reading(other), ruling]
    assert of_kind == [*(e for e in MADE if e.subject_kind == "actor"), ruling]
    assert [r.entry for r in store.entries(without=["mention", "label"])] == [
        *(e for e in (*MADE, *assert_reading(other)) if e.property not in ("mention", "label")),
        ruling,
    ]
    assert store.assertions_of(other.document.id) == assert_reading(other)
    assert store.holds([ruling.id, "jdg_none"]) == {ruling.id}
    assert store.holds_subjects([other.events[0].id, "evt_none"]) == {other.events[0].id}


def test_readers_are_kept_once_and_told(store: LedgerStore) -> None:
    """Every assertion comes back with its reader, packs and models and all; two readers' equal claims are two entries."""
    clerk = ReaderName(name="clerk", version="2", packs=("delta 1", "world 7"), models=("tagger 3",))
    theirs = [read_by(entry, clerk) for entry in MADE]
    store.append(recorded_at=NOON, document=DOCUMENT, entries=MADE)
    store.append(recorded_at=LATER, document=DOCUMENT, entries=theirs)

    assert store.readers() == (clerk, UNTOLD)
    assert [r.entry for r in store.entries()] == [*MADE, *theirs]
    assert store.counts()["readers"] == 2


def test_newer_version_that_says_the_same_is_not_kept(store: LedgerStore) -> None:
    """The entry stays with the version that said so first."""
    store.append(recorded_at=NOON, document=DOCUMENT, entries=MADE)
    newer = [read_by(entry, ReaderName(name="memcon", version="9")) for entry in MADE]

    assert store.append(recorded_at=LATER, document=DOCUMENT, entries=newer).entries == 0
    assert store.assertions_of(DOCUMENT.id) == MADE


def test_judgements_are_found_by_what_they_name(store: LedgerStore) -> None:
    """In their order, each once, whichever of its ids is asked for; the ids that they name are known."""
    first = judgement("same", ("evt_1", "evt_2"), by="A. Clerk", why="one meeting")
    second = judgement("retracted", (first.id,), by="A. Clerk", why="two after all")
    third = judgement("different", ("evt_2", "evt_1", "evt_3"), by="A. Clerk", why="three")
    store.append(recorded_at=NOON, entries=[first, second])
    store.append(recorded_at=LATER, entries=[third, first])

    assert store.judgements_on(["evt_2", "evt_1"]) == (first, third)
    assert store.judgements_on(["evt_3", first.id]) == (second, third)
    assert store.judgements_on([]) == store.judgements_on(["evt_4"]) == ()
    assert store.judgements_on([f"evt_{n}" for n in range(2_000)]) == (first, third)
    assert store.holds_subjects(["evt_3", "evt_4"]) == {"evt_3"}


def test_many_entries_at_once(store: LedgerStore) -> None:
    """A document may have more entries than a database takes parameters."""
    evidence = (cite(DOCUMENT.text, Span(0, 5)),)
    many = [assertion(DOCUMENT.id, "event", f"evt_{n}", "kind", '"talks"', evidence) for n in range(3_000)]
    store.append(recorded_at=NOON, document=DOCUMENT, entries=many[:2_000])

    assert store.append(recorded_at=NOON, document=DOCUMENT, entries=many).entries == 1_000
    assert store.counts()["quotes"] == 1


def test_page_that_was_fetched_comes_back(store: LedgerStore) -> None:
    """As long as its bytes are kept, and the server gave something to tell by; the last one counts."""
    data = CAPTURE.data
    address = "https://example.org/a"
    fetch = Fetch(
        at=NOON,
        address=address,
        final="https://example.org/b",
        outcome="fetched",
        status=200,
        validators=Validators(etag='"7"'),
        media_type="text/plain",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        source="mail",
    )
    store.keep_fetch(fetch)
    before = store.held_page(address)
    store.append(recorded_at=NOON, document=DOCUMENT, capture=CAPTURE)
    unchanged = Fetch(at=LATER, address=address, final=address, outcome="unchanged", status=304)
    store.keep_fetch(unchanged)
    after = store.held_page(address)
    store.keep_fetch(replace(fetch, at=LATER, validators=Validators()))

    assert before is None
    assert after == Held(
        data=data, final="https://example.org/b", media_type="text/plain", validators=Validators(etag='"7"')
    )
    assert store.held_page(address) is None
    assert store.held_page("https://example.org/other") is None
    assert store.fetches()[:2] == (fetch, unchanged)


def test_what_sources_list_comes_back(store: LedgerStore) -> None:
    """In the order in which it was found; only what is new or told otherwise waits, and what is done waits no more."""
    source = Watched(name="wire", address="https://example.org/feed", added_at=NOON, every=60, allows_private=True)
    one, two = (
        FeedEntry(key=key, address=f"https://example.org/{key}", title="Talks – Gespräche", fingerprint="1")
        for key in "ab"
    )
    with store.writing() as book:
        add_source(book.connection, source)
        first = take_in_entries(book.connection, "wire", [one, two], now=NOON)
        again = take_in_entries(book.connection, "wire", [one, two], now=LATER)
        [waiting, _] = waiting_entries(book.connection, NOON)
        keep_entry(book.connection, replace(waiting, state="done", document="doc_1"))
        edited = take_in_entries(book.connection, "wire", [replace(one, fingerprint="2"), two], now=LATER)
    known = replace(source, title="Wire", validators=Validators(etag='"1"'), failures=2, why="busy", next_at=LATER)
    with store.writing() as book:
        keep_source(book.connection, known)

    assert [(taken.new, taken.edited) for taken in (first, again, edited)] == [(2, 0), (0, 0), (0, 1)]
    assert (waiting.key, waiting.said, waiting.state) == ("a", {"title": "Talks – Gespräche"}, "waiting")
    with store.at() as at:
        assert all_sources(at.connection) == (known,)
        assert entry_counts(at.connection) == {"wire": {"waiting": 2}}
        assert [(entry.key, entry.edits) for entry in waiting_entries(at.connection, LATER)] == [("a", 1), ("b", 0)]
        assert waiting_entries(at.connection, "2030-01-01T00:00:00Z") == ()
        assert waiting_entries(at.connection, LATER, ["other"]) == ()
        assert next_wait(at.connection) == NOON
    with store.writing() as book:
        assert [remove_source(book.connection, name) for name in ("wire", "wire")] == [True, False]
        assert (all_sources(book.connection), next_wait(book.connection)) == ((), None)
