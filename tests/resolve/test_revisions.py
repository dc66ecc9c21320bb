"""Documents read again."""

from __future__ import annotations

from collections.abc import Sequence

from memcon.domain.entries import Assertion, Entry, Recorded, assertion, judgement
from memcon.domain.spans import Span, cite
from memcon.ledger.claims import in_force
from memcon.resolve.revisions import revise


def says(value: str, property: str = "label") -> Assertion:
    return assertion("doc_1", "event", "evt_1", property, f'"{value}"', (cite("text", Span(0, 4)),))


A, B, C = says("a"), says("b"), says("c")


class Book:
    """The entries so far, and what stands of them."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def read(self, *made: Assertion) -> int:
        before = [e for e in self.entries if isinstance(e, Assertion)]
        added = revise(before, made, self.holds)
        self.entries.extend(added)
        return len(added)

    def holds(self, ids: Sequence[str]) -> frozenset[str]:
        return frozenset(ids) & {e.id for e in self.entries}

    @property
    def standing(self) -> set[str]:
        recorded = [Recorded(seq=n, recorded_at="2031-01-01T00:00:00Z", entry=e) for n, e in enumerate(self.entries, 1)]
        return {r.entry.value or "" for r in in_force(recorded) if isinstance(r.entry, Assertion)}


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
    book.entries.append(judgement("retracted", (A.id,), by="A. Clerk", why="wrong"))
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
