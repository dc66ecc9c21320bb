"""The index of a ledger, kept in the transaction of every append: what questions are answered by.

It holds nothing that the entries do not say and can be made again from them (`rebuild`). What changes over time in it (by which id a record goes, what
is withdrawn, how a document is cited) is kept with the entry since which and until which it held; all else is a key under which a record was ever to be found,
and stays. So it serves every point of both clocks: what it finds is more than fits, never less, and the record itself decides.

An append touches the records that its entries speak of and no others, however many documents a record has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from memcon.domain.entries import Assertion, Recorded, SubjectKind
from memcon.domain.views import Source
from memcon.ledger import found_by
from memcon.ledger.claims import sources_of
from memcon.ledger.corrections import told_by_persons
from memcon.store.clusters import Clusters
from memcon.store.indexed import EDITION, Progress
from memcon.store.lookup import chunks, insert_new
from memcon.store.places import Places, write_places
from memcon.store.rows import ANYBODY, reader_of, recorded_of, sealed, source_of, value_hash
from memcon.store.schema import (
    INDEX,
    claims,
    entries,
    indexed,
    links,
    names,
    phrases,
    readers,
    sources,
    withdrawn,
)
from memcon.store.withdrawals import Withdrawals

_STEP = 4_000
"""Entries that are taken in at once when the index is made anew."""


def take_in(connection: Connection, found: Sequence[Recorded]) -> None:
    """Brings the index from the entries before `found`, which the book has just got, to those with them."""
    if found:
        _Append(connection, found).run()


def rebuild(connection: Connection, progress: Progress = lambda _, __: None) -> None:
    """Makes the index anew from the entries, a group of equal instants after the other."""
    for table in (*INDEX, indexed):
        connection.execute(delete(table))
    if connection.dialect.name == "sqlite":
        for name in ("names", "phrases"):
            connection.exec_driver_sql(f"INSERT INTO {name}_fts({name}_fts) VALUES ('rebuild')")
    total = connection.execute(select(func.count()).select_from(entries)).scalar_one()
    done = 0
    for group in _groups(connection):
        take_in(connection, group)
        done += len(group)
        progress(done, total)


def _groups(connection: Connection) -> Iterator[list[Recorded]]:
    """All entries in order, those of one instant together."""
    known = {row["id"]: reader_of(row) for row in connection.execute(select(readers)).mappings()}
    group: list[Recorded] = []
    last = 0
    while True:
        query = select(entries).where(entries.c.seq > last).order_by(entries.c.seq).limit(_STEP)
        rows = connection.execute(query).mappings().all()
        if not rows:
            break
        for row in rows:
            recorded = recorded_of(row, known)
            if group and (recorded.recorded_at != group[-1].recorded_at or len(group) >= _STEP):
                yield group
                group = []
            group.append(recorded)
        last = group[-1].seq
    if group:
        yield group


class _Append:
    """One group of new entries on its way into the index."""

    def __init__(self, connection: Connection, found: Sequence[Recorded]) -> None:
        self._connection = connection
        self._found = found
        self._first, self._last = found[0].seq, found[-1].seq
        self._made = [r for r in found if isinstance(r.entry, Assertion)]
        self._corrected = told_by_persons(found)[0]
        self._rows: dict[str, tuple[Table, dict[tuple[Any, ...], dict[str, Any]]]] = {}
        self._sources: dict[str, Source] = {}
        self._places: dict[tuple[str, str], Places] = {}

    def run(self) -> None:
        changed = Withdrawals(self._connection, self._found).settle()
        self._clusters = Clusters(self._connection, self._last)
        moved = self._clusters.settle(self._found, changed)
        turned = [r for r, _ in changed if isinstance(r.entry, Assertion)]
        self._cite({_document(r) for r in (*self._made, *turned)})
        told = self._by_subject((*self._made, *self._corrected))
        goes_by = self._clusters.canonical([*told, *moved])
        older = self._older(moved, told)
        for subject, mine in told.items():
            self._index(goes_by[subject], mine)
            for recorded in mine:
                self._search(subject, recorded)
        for subject, mine in older.items():
            self._index(goes_by[subject], mine, is_moved=True)
        self._reveal(turned)
        write_places(self._connection, self._places)
        for table, rows in self._rows.values():
            insert_new(self._connection, table, list(rows.values()))
        self._connection.execute(delete(indexed))
        self._connection.execute(insert(indexed), {"edition": EDITION, "seq": self._last})

    def _by_subject(self, found: Iterable[Recorded]) -> dict[str, list[Recorded]]:
        told: dict[str, list[Recorded]] = {}
        for recorded in found:
            if isinstance(recorded.entry, Assertion) and recorded.entry.subject_kind != "document":
                told.setdefault(recorded.entry.subject, []).append(recorded)
        return told

    def _older(self, moved: Iterable[str], told: Mapping[str, Sequence[Recorded]]) -> dict[str, list[Recorded]]:
        """What was said before of the records that go by another id now."""
        found: list[Recorded] = []
        for some in chunks(sorted(moved)):
            query = select(entries).where(entries.c.subject.in_(some), entries.c.seq < self._first)
            found += self._entries(query.order_by(entries.c.seq))
        self._know_sources({_document(r) for r in found})
        return self._by_subject((*found, *self._older_corrections(moved)))

    def _older_corrections(self, moved: Iterable[str]) -> list[Recorded]:
        """The corrections that were made before of records that go by another id now."""
        asked = sorted(moved)
        places = sorted({id for ids in self._clusters.ever(asked).values() for id in ids})
        found: set[str] = set()
        for some in chunks(places):
            query = select(links.c.target).where(links.c.record.in_(some), links.c.property == found_by.CORRECTED)
            found.update(self._connection.execute(query).scalars())
        made: list[Recorded] = []
        for some in chunks(sorted(found)):
            query = select(entries).where(entries.c.id.in_(some), entries.c.seq < self._first)
            made += told_by_persons(self._entries(query))[0]
        return [r for r in made if isinstance(r.entry, Assertion) and r.entry.subject in set(asked)]

    def _entries(self, query: Any) -> list[Recorded]:
        # Who read it does not matter here, so readers are not looked up.
        return [recorded_of(row, ANYBODY) for row in self._connection.execute(query).mappings()]

    def _index(self, record: str, told: Sequence[Recorded], *, is_moved: bool = False) -> None:
        """The keys under which `record` is found by what is `told` of one of its ids."""
        for recorded in told:
            entry = recorded.entry
            assert isinstance(entry, Assertion)
            kind = entry.subject_kind
            if is_corrected := entry.document == entry.id:
                self._add(links, {"record": record, "property": found_by.CORRECTED, "target": entry.id})
            for property, target in found_by.links_of(entry):
                self._add(links, {"record": record, "property": property, "target": target})
            if kind in found_by.NAMED and not is_corrected:
                rank = found_by.source_rank(self._sources[entry.document])
                row = {"record": record, "property": entry.property, "value": value_hash(entry.value)}
                self._add(claims, row | {"rank": rank, "seq": recorded.seq})
            if (name := found_by.name_of(entry)) is not None:
                self._add(names, {"record": record, "kind": kind, "name": name})
        self._place(record, told, is_moved=is_moved)

    def _place(self, record: str, told: Sequence[Recorded], *, is_moved: bool = False) -> None:
        """Where the record may stand in the calendar by what is told of it, document by document."""
        by_document: dict[tuple[SubjectKind, str], list[Recorded]] = {}
        for recorded in told:
            entry = recorded.entry
            assert isinstance(entry, Assertion)
            if entry.subject_kind in found_by.DATED:
                by_document.setdefault((entry.subject_kind, entry.document), []).append(recorded)
        for (kind, document), mine in by_document.items():
            places = self._places.setdefault((kind, record), Places())
            if document == mine[0].entry.id:  # a person's correction is told whatever day is asked
                places.take(mine, out_by="", source=None)
                continue
            source = self._sources[document]
            out_by = found_by.out_by(source)
            is_dated = places.take(mine, out_by=out_by, source=source)
            places.sure = max(places.sure, found_by.sureness(r.entry for r in mine if isinstance(r.entry, Assertion)))
            if kind == "event" and (is_moved or not is_dated):
                places.add(found_by.UNDATED, min(r.seq for r in mine), out_by)

    def _search(self, subject: str, recorded: Recorded) -> None:
        entry = recorded.entry
        assert isinstance(entry, Assertion)
        words = found_by.words_of(entry)
        if words is not None:
            row = {"record": subject, "kind": entry.subject_kind, "property": entry.property, "words": words}
            self._add(phrases, {"seq": recorded.seq, **row})

    def _reveal(self, changed: Iterable[Recorded]) -> None:
        """An event whose time is withdrawn may come to have none; a statement of which is withdrawn what it did counts as one again."""
        turned = [(r.seq, r.entry) for r in changed if isinstance(r.entry, Assertion)]
        timed = [(seq, entry) for seq, entry in turned if found_by.time_of(entry) is not None]
        acted = [entry for _, entry in turned if (entry.subject_kind, entry.property) == ("statement", "act")]
        goes_by = self._clusters.canonical({entry.subject for entry in (*(e for _, e in timed), *acted)})
        for seq, entry in timed:
            places = self._places.setdefault((entry.subject_kind, goes_by[entry.subject]), Places())
            places.add(found_by.UNDATED, seq, "")
        for entry in acted:
            self._places.setdefault((entry.subject_kind, goes_by[entry.subject]), Places()).sure = found_by.SURE

    def _cite(self, documents: set[str]) -> None:
        """How each document is cited now; what hangs on its date moves with it."""
        self._know_sources(documents)
        for some in chunks(sorted(documents)):
            query = select(entries).where(entries.c.document.in_(some), entries.c.subject_kind == "document")
            stands = (
                ~select(withdrawn.c.seq).where(withdrawn.c.seq == entries.c.seq, withdrawn.c.until.is_(None)).exists()
            )
            query = query.where(stands, entries.c.seq <= self._last)
            facts = self._entries(query.order_by(entries.c.seq))
            told = sources_of(facts)
            for document in some:
                now = told.get(document, Source(document=document))
                before = self._sources.get(document)
                if now == before:
                    continue
                self._sources[document] = now
                self._connection.execute(
                    update(sources)
                    .where(sources.c.document == document, sources.c.until.is_(None))
                    .values(until=self._last)
                )
                rank = found_by.source_rank(now)
                row = {"document": document, "since": self._last, "rank": rank, "payload": sealed(now)}
                self._connection.execute(insert(sources), row)
                if before is not None and found_by.source_rank(before) != rank:
                    self._redate(document, found_by.source_rank(before), rank)

    def _know_sources(self, documents: set[str]) -> None:
        for some in chunks(sorted(documents - self._sources.keys())):
            query = select(sources.c.document, sources.c.payload)
            for row in self._connection.execute(query.where(sources.c.document.in_(some), sources.c.until.is_(None))):
                self._sources[row.document] = source_of(row.payload)

    def _redate(self, document: str, before: str, now: str) -> None:
        query = select(entries).where(entries.c.document == document, entries.c.seq < self._first)
        found = self._by_subject(self._entries(query))
        ever = self._clusters.ever(list(found))
        for subject, mine in found.items():
            for record in ever[subject]:
                self._place(record, mine)
                for recorded in mine:
                    entry = recorded.entry
                    assert isinstance(entry, Assertion)
                    if entry.subject_kind in found_by.NAMED:
                        row = (claims.c.record == record) & (claims.c.property == entry.property)
                        row &= (claims.c.value == value_hash(entry.value)) & (claims.c.rank == before)
                        self._connection.execute(
                            update(claims).where(row & (claims.c.seq == recorded.seq)).values(rank=now)
                        )

    def _add(self, table: Table, row: dict[str, Any]) -> None:
        """The row, once; written with the others of its table."""
        _, rows = self._rows.setdefault(table.name, (table, {}))
        rows.setdefault(tuple(row.values()), row)


def _document(recorded: Recorded) -> str:
    assert isinstance(recorded.entry, Assertion)
    return recorded.entry.document
