"""What documents say of one process comes together as they are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

import pytest

from memcon import lists, review
from memcon.book import Ledger
from memcon.domain.views import ProcessView
from memcon.errors import UsageError
from memcon.ingest import Reader

pytestmark = pytest.mark.model

PERU = {
    "id": "peru", "published": "2024-03-01", "publisher": "Andes Wire",
    "text": "Peru's accession to the European Union is on track, the foreign ministry said. Peru wants to conclude accession negotiations by 2026.",
}  # fmt: skip
AGAIN = {
    "id": "again", "published": "2024-06-01", "publisher": "Baltic Post",
    "text": "The accession of Peru to the EU depends on a vote in Oslo, Norway said. Peru wants to conclude accession negotiations by 2028.",
}  # fmt: skip
CHAD = {
    "id": "chad", "published": "2024-07-01", "publisher": "Lima Daily",
    "text": "Chad's accession to the European Union is on track, officials in Oslo said.",
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(attribution="rules")


def ledger_of(documents: Sequence[dict[str, str]], reader: Reader) -> Ledger:
    ledger = Ledger.open(":memory:", reader=reader, now=lambda: "2024-08-01T00:00:00Z")
    for document in documents:
        ledger.add_records([document])
    return ledger


@pytest.fixture(scope="module")
def ledger(reader: Reader) -> Iterator[Ledger]:
    with ledger_of([PERU, AGAIN, CHAD], reader) as held:
        yield held


def processes(ledger: Ledger, **asked: str) -> list[ProcessView]:
    return list(lists.listed(ledger.store, "process", **asked))  # type: ignore[arg-type]


def test_an_accession_told_twice_is_one_with_both_targets(ledger: Ledger) -> None:
    """Each with who told it when, in whose words; the accession of another country is another process."""
    peru, chad = processes(ledger)
    assert [s.publisher for s in peru.sources] == ["Andes Wire", "Baltic Post"]
    assert [s.publisher for s in chad.sources] == ["Lima Daily"]
    assert [(c.value, c.source.published) for c in peru.told("target")] == [
        ("by 2026", "2024-03-01"),
        ("by 2028", "2024-06-01"),
    ]
    assert [c.evidence[0].quote for c in peru.told("target")] == [
        "Peru wants to conclude accession negotiations by 2026.",
        "Peru wants to conclude accession negotiations by 2028.",
    ]
    assert peru.target == "by 2028"
    assert peru.countries == ("PER",)


def test_it_is_found_by_any_of_its_names_and_by_its_sides(ledger: Ledger) -> None:
    """Words that one document alone uses, and whom it is between."""
    [peru] = processes(ledger, about="accession of Peru")
    assert peru in processes(ledger, actor="European Union")
    assert [p.id for p in processes(ledger, actor="Peru")] == [peru.id]


def test_what_was_published_later_is_not_there_before(ledger: Ledger) -> None:
    """As of April only the first target was told."""
    [peru] = processes(ledger, published="2024-04")
    assert [c.value for c in peru.told("target")] == ["by 2026"]


def test_the_judgements_tell_why(ledger: Ledger) -> None:
    """Each name that it bears, and why two names are one."""
    peru, _ = processes(ledger)
    why = [r.entry.why for r in review.why_one(ledger.store, peru)]  # type: ignore[union-attr]
    assert why.count("equal sort, sides and words, told in one year") == 2


def test_a_person_parts_and_joins_processes(reader: Reader) -> None:
    """And it stays so when another document comes; undone, they are one again."""
    with ledger_of([PERU, AGAIN, CHAD], reader) as ledger:
        peru, chad = processes(ledger)
        made = review.split(ledger.store, peru.id, peru.ids[:1], by="Ana Roe", why="two plans")
        for each in made:
            ledger.judge(each.kind, *each.subjects, by=each.by, why=each.why)
        assert len(processes(ledger)) == 3
        ledger.add_records([{**CHAD, "id": "late", "text": "Chad's accession to the European Union has stalled."}])
        assert len(processes(ledger)) == 3
        for each in made:
            [undone] = review.undo(ledger.store, each.id, by="Ana Roe", why="one plan")
            ledger.judge(undone.kind, *undone.subjects, by=undone.by, why=undone.why)
        assert len(processes(ledger)) == 2
        ledger.judge("same", peru.id, chad.id, by="Ana Roe", why="one round")
        assert len(processes(ledger)) == 1
        with pytest.raises(UsageError):
            review.merge(ledger.store, [peru.id, chad.id], by="Ana Roe", why="")


@pytest.mark.slow
def test_documents_may_come_in_any_order(reader: Reader) -> None:
    """The same records under the same ids."""
    seen = set()
    for order in permutations([PERU, AGAIN, CHAD]):
        with ledger_of(order, reader) as ledger:
            seen.add(tuple((p.id, p.name, p.aliases, p.course) for p in processes(ledger)))
    assert len(seen) == 1


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    """No entry is written again."""
    before = ledger.store.digest()
    ledger.add_records([AGAIN])
    assert ledger.store.digest() == before
