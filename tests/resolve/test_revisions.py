"""Documents read again."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.domain.actors import Actor
from memcon.domain.documents import Document
from memcon.domain.entries import Assertion, Entry, Judgement, Recorded, assertion, judgement, read_by
from memcon.domain.readers import OWN, ReaderName
from memcon.domain.reading import Reading
from memcon.domain.spans import Span, cite
from memcon.ledger.claims import in_force
from memcon.resolve.namesakes import judge_names
from memcon.resolve.revisions import revise

OTHER = ReaderName(name="clerk", version="2")


def says(value: str, property: str = "label", *, subject: str = "evt_1", end: int = 4) -> Assertion:
    return assertion("doc_1", "event", subject, property, f'"{value}"', (cite("text", Span(0, end)),))


A, B, C = says("a"), says("b"), says("c")


def name(id: str, key: str = "adalind") -> Judgement:
    """The judgement that names the actor of that id."""
    document = Document(id="doc_1", ref="test", text="text")
    (judged,) = judge_names(Reading(document=document, actors=(Actor(id=id, name="Ada Lind", kind="person", key=key),)))
    return judged


class Book:
    """The entries so far, and what stands of them."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def read(self, *made: Assertion, reader: str = OWN, names: Sequence[Judgement] = ()) -> int:
        before = [e for e in self.entries if isinstance(e, Assertion)]
        added = revise(before, made, names, reader=reader, holds=self.holds, judgements_on=self.judgements_on)
        held = {e.id for e in self.entries}
        new = [e for e in added if e.id not in held]
        self.entries.extend(new)
        return len(new)

    def judge(self, *ids: str) -> None:
        self.entries.append(judgement("retracted", ids, by="A. Clerk", why="wrong"))

    def holds(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset(ids) & {e.id for e in self.entries}

    def judgements_on(self, ids: Sequence[str]) -> tuple[Judgement, ...]:
        return tuple(e for e in self.entries if isinstance(e, Judgement) and not set(ids).isdisjoint(e.subjects))

    @property
    def in_force(self) -> list[Entry]:
        recorded = [Recorded(seq=n, recorded_at="2031-01-01T00:00:00Z", entry=e) for n, e in enumerate(self.entries, 1)]
        return [r.entry for r in in_force(recorded)]

    @property
    def standing(self) -> set[str]:
        return {e.value for e in self.in_force if isinstance(e, Assertion)}

    @property
    def named(self) -> set[str]:
        return {e.subjects[1] for e in self.in_force if isinstance(e, Judgement) and e.kind == "same"}


def test_same_reading_adds_nothing() -> None:
    """Reading a document again without change leaves the book as it is."""
    book = Book()

    assert [book.read(A, B), book.read(A, B), book.read(B, A)] == [2, 0, 0]


def test_book_follows_the_readings_however_they_change() -> None:
    """After each reading exactly what it says stands, back and forth."""
    book = Book()
    for made in [(A, B), (A, C), (B,), (A, B), (A, B), (C,), (A, C), (A, B, C), ()]:
        book.read(*made)

        assert book.standing == {e.value for e in made}
        assert book.read(*made) == 0


def test_persons_retraction_outlives_readings() -> None:
    """What a person took back does not return by reading the document again."""
    book = Book()
    book.read(A, B)
    book.judge(A.id)
    book.read(B)
    book.read(A, B)

    assert book.standing == {'"b"'}


def test_person_keeps_what_a_reading_lost() -> None:
    """A person who retracts the program's retraction keeps the claim, also when the document is read once more."""
    book = Book()
    book.read(A, B)
    book.read(B)
    lost = book.entries[-1]
    book.entries.append(judgement("retracted", (lost.id,), by="A. Clerk", why="the text does say so"))

    assert book.read(B) == 0
    assert book.standing == {'"a"', '"b"'}


def test_readers_revise_their_own_word_alone() -> None:
    """A second reader adds what it says and takes nothing back; each one's later reading replaces its own earlier one."""
    book = Book()
    book.read(A, B)
    book.read(read_by(C, OTHER), reader="clerk")

    assert book.standing == {'"a"', '"b"', '"c"'}
    book.read(A)
    assert book.standing == {'"a"', '"c"'}
    book.read(read_by(A, OTHER), reader="clerk")
    assert [e.reader.name for e in book.in_force if isinstance(e, Assertion)] == ["memcon", "clerk"]


def test_newer_version_that_says_the_same_adds_nothing() -> None:
    """The version belongs to who read first, not to what is said."""
    book = Book()
    book.read(read_by(A, ReaderName(name=OWN, version="1")))

    assert book.read(read_by(A, ReaderName(name=OWN, version="2", packs=("korea 3",)))) == 0
    assert book.read(read_by(B, ReaderName(name=OWN, version="2"))) == 2
    assert book.standing == {'"b"'}


def test_name_goes_with_its_record() -> None:
    """The judgement on who a record is falls when the document no longer has the record, and returns with it."""
    book = Book()
    first, second = says("a", subject="actor_1"), says("b", subject="actor_2")
    for made, named in [((first,), "actor_1"), ((second,), "actor_2"), ((first,), "actor_1")]:
        book.read(*made, names=[name(named, key=named)])

        assert book.named == {named}
        assert book.read(*made, names=[name(named, key=named)]) == 0


def test_name_stays_while_another_reader_has_the_record() -> None:
    """What one reader loses and another one keeps is still who it was."""
    book = Book()
    first = says("a", subject="actor_1")
    book.read(first, names=[name("actor_1")])
    book.read(read_by(first, OTHER), reader="clerk", names=[name("actor_1")])
    book.read(B)

    assert book.named == {"actor_1"}


def test_retraction_holds_for_the_same_claim_with_other_evidence() -> None:
    """A person took the claim back, not its place in the text; whoever takes that back too gets the claim again when it is read anew."""
    book = Book()
    book.read(A, B)
    book.judge(A.id)
    book.read(says("a", end=3), B)

    assert book.standing == {'"b"'}
    assert book.read(says("a", end=3), B) == 0
    book.read(says("a", end=2), says("c", end=2))
    assert book.standing == {'"c"'}


def test_retraction_that_was_taken_back_is_not_carried_over() -> None:
    """A claim that a person restored may be read anew."""
    book = Book()
    book.read(A)
    book.judge(A.id)
    book.judge(book.entries[-1].id)
    book.read(says("a", end=3))

    assert book.standing == {'"a"'}


def test_retraction_holds_when_a_record_gets_an_id_of_its_document() -> None:
    """Ledgers had one id for a name in all documents: a claim about it is the same claim about the document's own actor, and so is one that
    names it in its value."""
    book = Book()
    named = name("actor_0123456789abcdef")
    whole = named.subjects[0]
    book.read(says("a", subject=whole), says(whole, "participant"), B)
    book.judge(*(e.id for e in book.entries[:2]))
    book.read(says("a", subject=named.subjects[1]), says(named.subjects[1], "participant"), B, names=[named])

    assert book.standing == {'"b"'}


def test_retraction_holds_for_a_record_that_goes_by_another_id() -> None:
    """A claim at the same words of a record that took another's place is the same claim; one about a record that stood beside it is not."""
    book = Book()
    book.read(says("a", subject="pos_1"), says("a", subject="pos_2"))
    book.judge(book.entries[0].id)
    book.read(says("a", subject="pos_3"), says("a", subject="pos_2"))

    assert {e.subject for e in book.in_force if isinstance(e, Assertion)} == {"pos_2"}
