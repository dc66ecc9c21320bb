"""Ledgers of earlier programs: they open, show what they showed, and can be read again. See tests/store/released/README.md."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, insert, text
from sqlalchemy.exc import DBAPIError

from memcon.annotate import Annotator
from memcon.book import Ledger
from memcon.domain.documents import Capture
from memcon.domain.entries import Assertion
from memcon.domain.readers import ReaderName
from memcon.domain.views import EventView
from memcon.ingest import Reader, add
from memcon.store.engine import open_engine
from memcon.store.migrate import MIGRATIONS
from memcon.store.schema import metadata
from tests.postgres import fresh_postgres

pytestmark = pytest.mark.slow

RELEASED = Path(__file__).parent / "released" / "0001.db.gz"
BEFORE_READING_AGAIN = "2031-05-31"

Told = tuple[str, str, tuple[tuple[str, str | None], ...], tuple[str, ...]]

TIMELINE: list[Told] = [
    (
        "event_e4fb2c5c722e9d85",
        "Meeting: Kari Solvang, Pekka Aalto (Oslo)",
        (("held", "1994-06-06"),),
        ("Kari Solvang", "Pekka Aalto"),
    ),
    (
        "event_0cd515758fd145a8",
        "2019 Baltic Fisheries Forum",
        (("scheduled", "2019-05-02"), ("held", "2019-05-21")),
        ("Kari Solvang",),
    ),
    (
        "event_86e47d4fa1c23d4d",
        "6th Fisheries Consultative Meeting",
        (("scheduled", "2019-03-04"), ("scheduled", "2019-03-08"), ("postponed", "2019-03-08"), ("held", "2019-03-21")),
        ("Norway", "Japan", "Kari Solvang", "Haruto Minami"),
    ),
    (
        "event_9676f762bfa02550",
        "Meeting: Japan, Norway (Tromsø)",
        (("scheduled", "2019-04-03"), ("held", "2019-04-11")),
        ("Japan", "Norway"),
    ),
    ("event_c385594bf542e253", "Forum: Ministers", (("scheduled", "2019-05-02"),), ("Ministers",)),
]
"""What the earlier program showed: id, label, steps with the day of their source, participants. A person had taken a participant back."""

READ_AGAIN: list[Told] = [
    *(
        (id, label, steps, ("Ministers", "Kari Solvang") if label == "2019 Baltic Fisheries Forum" else parties)
        for id, label, steps, parties in TIMELINE
        if label != "Forum: Ministers"
    ),
    ("event_3132bcb81c82502b", "Talks: Japan", (), ("Japan",)),
    ("event_e7906f99ebe5ea5d", "Agreement", (("held", "2019-03-21"),), ()),
]
"""Of one document the earlier program read two forums, the headline's ("ministers to meet") and the text's; they are one. It left out talks that a minister says have made progress, and
that there was an agreement at a meeting ("we agreed")."""


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger of the earlier program is."""
    path = tmp_path / "ledger.db"
    path.write_bytes(gzip.decompress(RELEASED.read_bytes()))
    if request.param == "sqlite":
        yield str(path)
        return
    with fresh_postgres() as url:
        copy_to_postgres(path, url)
        yield url


def copy_to_postgres(path: Path, url: str) -> None:
    """The rows of the file in tables as the earlier program made them."""
    source, target = create_engine(f"sqlite:///{path}"), open_engine(url)
    with source.connect() as rows, target.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for name in ("captures", "documents", "entries", "quotes", "problems"):
            found = [dict(row) for row in rows.execute(text(f"SELECT * FROM {name}")).mappings()]
            if found:
                connection.execute(insert(metadata.tables[name]), found)
            if name != "captures":
                connection.execute(
                    text(f"SELECT setval(pg_get_serial_sequence('{name}', 'seq'), {max(len(found), 1)}, true)")
                )
    source.dispose()
    target.dispose()


@pytest.fixture(scope="module")
def reader(nlp: Any, knowledge: Any) -> Reader:
    made = Reader(attribution="rules")
    made._loaded = (Annotator(nlp, knowledge), knowledge)
    return made


@pytest.fixture
def ledger(released: str, reader: Reader) -> Iterator[Ledger]:
    days = count(1)
    with Ledger.open(released, reader=reader, now=lambda: f"2031-06-01T00:00:{next(days):02}Z") as opened:
        yield opened


def told(events: tuple[EventView, ...]) -> list[Told]:
    return [
        (
            event.id,
            event.label,
            tuple((step.value.status, step.source.published) for step in event.statuses),
            tuple(participant.name for participant in event.participants),
        )
        for event in events
    ]


def read_again(ledger: Ledger, reader: Reader) -> set[str]:
    """Reads the bytes that the ledger keeps of each document, as they once came."""
    captures = [
        Capture(ref=document.ref, data=ledger.store.capture_of(document.id) or b"", media_type="text/plain")
        for document in ledger.store.documents()
    ]
    return {added.outcome for added in add(ledger.store, captures, reader, now=ledger._now or str)}


def names(ledger: Ledger) -> list[tuple[str, str, str | None]]:
    return sorted((actor.id, actor.name, actor.country) for actor in ledger.views().actors)


@pytest.mark.model
def test_ledger_of_an_earlier_program_shows_what_it_showed(ledger: Ledger) -> None:
    """Opening it changes nothing that is seen; its assertions are said to be the earlier program's."""
    assert told(ledger.timeline()) == TIMELINE
    assert ledger.store.readers() == (ReaderName(name="memcon", version="0.1.0"),)
    assert {r.entry.reader for r in ledger.entries() if isinstance(r.entry, Assertion)} == set(ledger.store.readers())


@pytest.mark.model
def test_ledger_of_an_earlier_program_still_refuses_change(ledger: Ledger) -> None:
    """The migration wrote the readers in; nobody else may."""
    with pytest.raises(DBAPIError, match="append-only"), ledger.store._engine.begin() as connection:
        connection.execute(text("UPDATE entries SET reader = NULL"))


@pytest.mark.model
def test_reading_again_adds_nothing_false(ledger: Ledger, reader: Reader) -> None:
    """The documents read by this program give the same events, actors and steps once, under the same ids, and what the earlier one left out; a second time, nothing."""
    before = names(ledger)

    assert read_again(ledger, reader) == {"revised"}
    assert told(ledger.timeline()) == READ_AGAIN
    assert names(ledger) == before
    digest = ledger.store.digest()
    assert read_again(ledger, reader) == {"unchanged"}
    assert ledger.store.digest() == digest


@pytest.mark.model
def test_past_of_an_earlier_ledger_stays(ledger: Ledger, reader: Reader) -> None:
    """What the ledger showed before its documents were read again can still be asked."""
    before = ledger.views(recorded=BEFORE_READING_AGAIN)
    read_again(ledger, reader)

    assert ledger.views(recorded=BEFORE_READING_AGAIN) == before


@pytest.mark.model
def test_rulings_of_persons_outlive_the_upgrade(ledger: Ledger, reader: Reader) -> None:
    """Records that a person joined by their old ids are one, those parted are two, and what was taken back is not said again, though all of them go by
    new ids now."""
    read_again(ledger, reader)
    views = ledger.views()
    minister = [actor for actor in views.actors if "K. Solvang" in (actor.name, *actor.aliases)]

    assert [(actor.name, actor.aliases) for actor in minister] == [("Kari Solvang", ("K. Solvang", "Solvang"))]
    forums = {event.label: event for event in views.events if event.kind == "forum"}
    assert sorted(forums) == ["2019 Baltic Fisheries Forum"]
    assert [p.name for p in forums["2019 Baltic Fisheries Forum"].participants] == ["Ministers", "Kari Solvang"]
    assert views.positions == ()


@pytest.mark.model
def test_namesakes_of_an_earlier_ledger_can_be_parted(ledger: Ledger, reader: Reader) -> None:
    """Once the documents are read again, the minister of 1994 and the one of 2019 can be told to be two."""
    read_again(ledger, reader)
    [one] = [actor for actor in ledger.views().actors if actor.name == "Kari Solvang"]
    own = {
        r.entry.subject: r.entry.document
        for r in ledger.entries()
        if isinstance(r.entry, Assertion) and r.entry.subject in one.ids and r.entry.subject != one.id
    }
    dates = {source.document: source.published for source in ledger.documents()}
    [older] = [id for id, document in own.items() if dates[document] == "1994-06-06"]
    ledger.judge("different", older, one.id, by="A. Clerk", why="25 years apart, and another office")

    parted = sorted(a.sources[0].published or "" for a in ledger.views().actors if a.name == "Kari Solvang")
    assert parted == ["1994-06-06", "2019-03-04"]
    assert read_again(ledger, reader) == {"unchanged"}
