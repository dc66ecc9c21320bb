"""A ledger of hand-made documents for the tests of exports: every kind of record, text that is hostile to every format, an event taken back, one merged."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from memcon.domain.documents import Document
from memcon.domain.entries import judgement
from memcon.domain.reading import Reading
from memcon.domain.records import Event, Plover
from memcon.exporting import Asked, gather
from memcon.ledger.assertions import assert_reading
from memcon.report.exports.material import Material
from memcon.report.exports.registry import EXPORTERS, Need
from memcon.store.ledger import LedgerStore
from tests.ledger.notation import actor_id, dispatch, event_id
from tests.report.readings import full_reading

EVIL = '=1+1 <script>alert(1)</script> "]]> ; , \\ & * [x](y)'

CODINGS = {
    "Dike visit": Plover(type="CONSULT", mode="visit", actors=("Ada Lind",), recipients=("Ben Aho",)),
    "Delta talks": Plover(type="REJECT", mode="meet", contexts=("diplomatic",), actors=("Ada Lind", "Ben Aho")),
    "Port talks": Plover(type="CONSULT", contexts=("diplomatic",), actors=("Ada Lind", "Ben Aho", "Cy Dee")),
    "Yearly fair": Plover(type="AGREE", contexts=("diplomatic",), actors=("Cy Dee",)),
    "Undated talks": Plover(type="CONSULT", actors=("Cy Dee",)),
}
"""Codings of events by their labels; the names stand for actors."""

FIRST, SECOND, TAKEN_BACK = "2031-01-01T00:00:00Z", "2031-02-01T00:00:00Z", "2031-03-01T00:00:00Z"


def coded(reading: Reading) -> Reading:
    """The reading with the codings of `CODINGS`."""

    def with_coding(event: Event) -> Event:
        coding = CODINGS.get(event.label)
        if coding is None:
            return event
        actors, recipients = (tuple(map(actor_id, side)) for side in (coding.actors, coding.recipients))
        return replace(event, plover=replace(coding, actors=actors, recipients=recipients))

    return replace(reading, events=tuple(map(with_coding, reading.events)))


MAIL = coded(
    dispatch(
        "Dike visit: {held|came} on {2031-03-09|March 9} with {visitor|Ada Lind} and {host|Ben Aho} at {place|Narvik}.",
        "Delta talks: {cancelled|off}, were due on {2031-04-01|April 1} with {participant|Ada Lind} and {participant|Ben Aho}.",
        "Port talks: {held|met} in {2031-02|February} with {lead|Ada Lind}, {lead|Ben Aho} and {lead|Cy Dee} on {agenda|ferries}.",
        "Yearly fair: {scheduled|is set} for {2032|next year} with {participant|Cy Dee} and without {absent|Ida Falk}.",
        "Rumour: {speculated|may come} on {2031-05-01|May 1}.",
        "Undated talks: {held|met} with {participant|Cy Dee}.",
        f"{EVIL}: {{scheduled|is set}} for {{2031-06-01|June 1}}.",
        published="2031-03-10",
        publisher=EVIL,
    )
)
WRONG = dispatch("Ghost meeting: {scheduled|is set} for {2031-07-01|July 1}.", published="2031-03-01", publisher="Post")


_FOLDER = tempfile.TemporaryDirectory()
PATH, EMPTY_PATH = Path(_FOLDER.name) / "ledger.db", Path(_FOLDER.name) / "empty.db"


def filled() -> LedgerStore:
    """The ledger, in a file that goes when the tests do."""
    store = LedgerStore.open(PATH)
    for at, reading in ((FIRST, WRONG), (FIRST, full_reading()), (SECOND, MAIL)):
        _add(store, reading, at)
    gone = [entry.id for entry in assert_reading(WRONG)]
    store.append(recorded_at=TAKEN_BACK, entries=[judgement("retracted", tuple(gone), by="Eve", why="no such meeting")])
    return store


def _add(store: LedgerStore, reading: Reading, at: str) -> None:
    store.append(recorded_at=at, document=Document(id=reading.document.id, ref="test", text=reading.document.text))
    store.append(recorded_at=at, entries=assert_reading(reading))


LEDGER = filled()
EMPTY = LedgerStore.open(EMPTY_PATH)


@cache
def everything(times: int = 0) -> Material:
    """What all formats but the brief are made of, as of a day and under a licence; gathered anew for each number of `times`."""
    needs = {need for exporter in EXPORTERS.values() for need in exporter.needs} - {"brief"}
    return gather(LEDGER, needs, Asked(licence="CC0-1.0", published="2031-03-20"))


def material(name: str, ledger: LedgerStore = LEDGER, **asked: str | None) -> Material:
    """What the export of that name is made of."""
    return _gathered(ledger, EXPORTERS[name].needs, Asked(**asked))


@cache
def _gathered(ledger: LedgerStore, needs: frozenset[Need], asked: Asked) -> Material:
    """The ledgers of these tests do not change: what several formats need is gathered once."""
    return gather(ledger, needs, asked)


def written(name: str, ledger: LedgerStore = LEDGER, **asked: str | None) -> bytes:
    """The one file of an export."""
    write = EXPORTERS[name].write
    assert write is not None
    return b"".join(write(material(name, ledger, **asked)))


__all__ = ["EMPTY", "EVIL", "LEDGER", "event_id", "everything", "material", "written"]
