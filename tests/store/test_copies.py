"""Prints of one text are one witness; a newer version of an article stands in the place of the older one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from memcon import query
from memcon.book import Ledger
from memcon.domain.entries import Judgement
from memcon.domain.views import EventView, witnesses
from memcon.ingest import Reader
from memcon.report.records import ledger_record
from memcon.report.timeline import event_lines
from tests.postgres import fresh_postgres
from tests.resolve.test_prints import WIRE

pytestmark = pytest.mark.model

STORY = "President Maria Soto of Peru met Chancellor Uwe Brandt of Germany in Lima on March 6. " + WIRE
PRINTS = [
    {"id": "a", "published": "2024-03-07", "publisher": "Andes Wire", "title": "Soto receives Brandt", "text": STORY},
    {
        "id": "b", "published": "2024-03-08", "publisher": "Lima Daily", "title": "Brandt in Lima",
        "text": f"By Ines Falk, Lima Daily. {' '.join(STORY.split()[:110])}",
    },
    {
        "id": "c", "published": "2024-03-08", "publisher": "Baltic Post", "title": "Water and trade",
        "text": f"{STORY} The Baltic Post has followed the talks since 2019. Readers in Rostock know Petersen as their former mayor.",
    },
]  # fmt: skip
ALONE = {
    "id": "d", "published": "2024-03-08", "publisher": "Oslo Times",
    "text": "In Lima, Chancellor Uwe Brandt of Germany met President Maria Soto of Peru on March 6.",
}  # fmt: skip

URL = "https://lima-daily.example/2024/soto"
FIRST = {
    "id": "first", "published": "2024-03-08", "publisher": "Lima Daily", "url": URL,
    "text": "President Maria Soto of Peru met Chancellor Uwe Brandt of Germany in Lima on March 6. "
    "Prime Minister Kari Haaland of Norway visited Cusco on March 5.",
}  # fmt: skip
CORRECTED = {
    **FIRST, "id": "second", "published": "2024-03-09",
    "text": "President Maria Soto of Peru met Chancellor Uwe Brandt of Germany in Lima on March 7. "
    "Correction: an earlier version gave another day of the meeting.",
}  # fmt: skip
RENAMED = {**CORRECTED, "text": FIRST["text"].replace("Uwe Brandt", "Olaf Brandt")}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(attribution="rules")


def ledger_of(documents: Sequence[dict[str, str]], reader: Reader) -> Ledger:
    ledger = Ledger.open(":memory:", reader=reader, now=lambda: "2024-04-01T00:00:00Z")
    for document in documents:
        ledger.add_records([document])
    return ledger


def meetings(ledger: Ledger) -> list[EventView]:
    return [event for event in ledger.timeline() if event.kind == "meeting"]


def shown(event: EventView) -> str:
    """Its block, with single blanks."""
    return " ".join(" ".join(line.text for line in event_lines(event)).split())


def test_three_prints_are_one_witness(reader: Reader) -> None:
    """And a report of its own is the second."""
    with ledger_of([*PRINTS, ALONE], reader) as ledger:
        (event,) = [e for e in meetings(ledger) if e.when == "2024-03-06"]
        told = [[source.publisher for source in prints] for prints in witnesses(event.sources)]
        assert sorted(sorted(filter(None, names)) for names in told) == [
            ["Andes Wire", "Baltic Post", "Lima Daily"],
            ["Oslo Times"],
        ]
        record = ledger_record(event)
        assert record["witnesses"]["count"] == 2  # type: ignore[index]
        assert "2 sources (4 prints)" in shown(event)


def test_sources_that_stand_alone_are_not_counted_out(reader: Reader) -> None:
    with ledger_of([ALONE], reader) as ledger:
        assert "prints" not in shown(meetings(ledger)[0])


@pytest.mark.slow
def test_prints_may_come_in_any_order(reader: Reader) -> None:
    seen = set()
    for order in permutations(PRINTS):
        with ledger_of(order, reader) as ledger:
            seen.add(tuple((e.id, tuple(map(len, witnesses(e.sources)))) for e in meetings(ledger)))
    assert len(seen) == 1


def test_a_person_parts_prints(reader: Reader) -> None:
    """And it stays so when one is read again."""
    with ledger_of(PRINTS[::2], reader) as ledger:
        ids = [source.document for source in ledger.documents()]
        ledger.judge("different", *ids, by="Ana Roe", why="each had its own reporter")
        assert len(witnesses(meetings(ledger)[0].sources)) == 2
        ledger.add_records([PRINTS[0]])
        assert len(witnesses(meetings(ledger)[0].sources)) == 2


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_corrected_day_is_no_second_meeting(reader: Reader, order: tuple[int, int]) -> None:
    """The newer version's day holds, undisputed; the older one's is shown as superseded."""
    with ledger_of([(FIRST, CORRECTED)[n] for n in order], reader) as ledger:
        (event,) = meetings(ledger)
        assert event.when == "2024-03-07"
        assert not event.is_disputed
        assert [source.published for source in event.sources] == ["2024-03-09"]
        assert [(each.property, each.claim.value.edtf) for each in event.superseded] == [("when", "2024-03-06")]
        assert "superseded when 2024-03-06 (Lima Daily, 2024-03-08)" in shown(event)


def test_a_day_before_the_older_version_stands(reader: Reader) -> None:
    with ledger_of([FIRST, CORRECTED], reader) as ledger:
        (event,) = [e for e in ledger.timeline(published="2024-03-08") if e.kind == "meeting"]
        assert event.when == "2024-03-06"
        assert event.sources[0].replaced_by is None


def test_what_only_the_older_version_said_is_no_longer_listed(reader: Reader) -> None:
    """But it is shown by its id, and was there a day before."""
    with ledger_of([FIRST], reader) as ledger:
        (visit,) = [e for e in ledger.timeline() if e.kind == "visit"]
        ledger.add_records([CORRECTED])
        assert not [e for e in ledger.timeline() if e.kind == "visit"]
        assert [e for e in ledger.timeline(published="2024-03-08") if e.kind == "visit"]
        found = ledger.show(visit.id)
        assert isinstance(found, EventView)
        assert "no longer told by the newer version" in shown(found)


def test_a_corrected_name_is_no_second_meeting(reader: Reader) -> None:
    with ledger_of([FIRST, RENAMED], reader) as ledger:
        (event,) = meetings(ledger)
        assert {p.name for p in event.participants} == {"Maria Soto", "Olaf Brandt"}
        assert [each.property for each in event.superseded] == ["participant"]


def test_the_index_and_the_book_agree_on_what_is_replaced(reader: Reader) -> None:
    with ledger_of([*PRINTS, FIRST, CORRECTED], reader) as ledger:
        for published in (None, "2024-03-08"):
            whole = {event.id: event for event in ledger.views(published=published).events}
            listed = ledger.timeline(published=published)
            assert all(whole[event.id] == event for event in listed)
            documents = {source.document: source for source in ledger.views(published=published).documents}
            for id, source in documents.items():
                assert ledger.show(id, published=published) == source


def test_the_older_version_still_shows_what_it_told(reader: Reader) -> None:
    with ledger_of([FIRST, CORRECTED], reader) as ledger:
        older = next(source for source in ledger.documents() if source.replaced_by)
        told = query.events_of(ledger, older)
        assert sorted(event.kind for event in told) == ["meeting", "visit"]


def test_a_person_says_that_they_are_two_articles(reader: Reader) -> None:
    """Both count again, and reading them again changes nothing."""
    with ledger_of([FIRST, CORRECTED], reader) as ledger:
        older = next(source for source in ledger.documents() if source.replaced_by)
        assert older.replaced_by is not None
        ledger.judge("different", older.document, older.replaced_by, by="Ana Roe", why="two articles at one address")
        assert not any(source.replaced_by for source in ledger.documents())
        assert {e.kind for e in ledger.timeline()} >= {"meeting", "visit"}
        ledger.add_records([FIRST, CORRECTED])
        assert not any(source.replaced_by for source in ledger.documents())


def test_a_judgement_taken_back_stays_back(reader: Reader) -> None:
    with ledger_of([FIRST, CORRECTED], reader) as ledger:
        entries = [recorded.entry for recorded in ledger.entries()]
        (made,) = [e for e in entries if isinstance(e, Judgement) and e.by == "rule:new-version@1"]
        ledger.judge("retracted", made.id, by="Ana Roe", why="not so")
        ledger.add_records([CORRECTED, FIRST])
        assert not any(source.replaced_by for source in ledger.documents())


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ({}, {"url": f"{URL}-2"}),
        ({"url": "https://lima-daily.example/"}, {"url": "https://lima-daily.example/"}),
        (
            {},
            {
                "text": "The harbour of Rostock opens in May. Ferries sail to Oslo at night, and tickets are sold on board."
            },
        ),
    ],
    ids=["another address", "a front page", "another text altogether"],
)
def test_these_are_no_versions(reader: Reader, older: dict[str, str], newer: dict[str, str]) -> None:
    with ledger_of([FIRST | older, CORRECTED | newer], reader) as ledger:
        assert not any(source.replaced_by for source in ledger.documents())


def test_the_same_id_of_a_publisher_is_an_address(reader: Reader) -> None:
    """Without an address on the web; the later one added is the newer one where both came out on one day."""
    plain = [
        {k: v for k, v in d.items() if k != "url"} | {"id": "soto-1", "published": "2024-03-08"}
        for d in (FIRST, CORRECTED)
    ]
    with ledger_of(plain, reader) as ledger:
        (event,) = meetings(ledger)
        assert event.when == "2024-03-07"


def test_adding_versions_twice_changes_nothing(reader: Reader) -> None:
    with ledger_of([*PRINTS, FIRST, CORRECTED], reader) as ledger:
        before = ledger.store.digest()
        ledger.add_records([FIRST, PRINTS[1], CORRECTED])
        assert ledger.store.digest() == before


@pytest.mark.postgres
def test_a_server_says_the_same(reader: Reader) -> None:
    """Of prints and versions, now and a day before."""
    documents = [*PRINTS, FIRST, CORRECTED]
    with fresh_postgres() as url, Ledger.open(url, reader=reader, now=lambda: "2024-04-01T00:00:00Z") as server:
        server.add_records(documents)
        with ledger_of(documents, reader) as ledger:
            assert server.documents() == ledger.documents()
            for published in (None, "2024-03-08"):
                assert list(map(shown, server.timeline(published=published))) == list(
                    map(shown, ledger.timeline(published=published))
                )
