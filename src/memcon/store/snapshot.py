"""The ledger as it stood at a point on its own clock and on its sources', seen in one transaction: finds records by the index and loads what they need."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal_column, select, text

from memcon.domain.entries import Assertion, Judgement, Recorded, Revision, SubjectKind, plural
from memcon.domain.properties import known_property
from memcon.domain.views import Source
from memcon.ledger.claims import ids_in, published_interval
from memcon.ledger.corrections import told_by_persons
from memcon.ledger.excerpts import Excerpt
from memcon.ledger.found_by import CORRECTED, NAMES
from memcon.ledger.replacing import marked, replaced_by
from memcon.ledger.views import asked_interval, instant_limit
from memcon.store.lookup import among, among_asked, asked_ids
from memcon.store.rows import all_recorded, checked_id, damage, name_hash, reader_of, source_of
from memcon.store.schema import entries, judged, links, merged, names, readers, sources, withdrawn

MANY = 2_000
"""An actor or channel of more claims than these is not loaded whole: of each value that was claimed of it there are the first claim and the last."""

LIMIT = 5_000
"""Ids asked for in one query."""

FEW_CORRECTED = 500
"""Corrections that are looked up all at once, and not those of each record."""

NOW = 2**31 - 1
"""The place in the book that no entry reaches: nothing is later."""

CARD = ("country", "kind", "name")
"""What is shown of an actor beside an event."""


class Snapshot:
    """The ledger as of the entry `seq`, and of what was published by the day `published` (ISO; None: all, the undated too)."""

    def __init__(
        self,
        connection: Connection,
        *,
        seq: int = NOW,
        published: str | None = None,
        read: dict[str, Recorded] | None = None,
    ) -> None:
        self.connection = connection
        self._read = {} if read is None else read
        self.seq = seq
        self.published = published
        self._readers: Mapping[str, Any] | None = None
        self._moved: frozenset[str] | None = None
        self._told_by_moved: dict[str, list[int]] | None = None
        self._goes_by: dict[str, str | None] = {}
        self._corrections_made: Sequence[Any] | None = None
        self.fitting: dict[Any, frozenset[str] | None] = {}
        """Which records fit a condition, for those who look for some (`memcon.store.finding`)."""

    def last_entry(self) -> tuple[int, str] | None:
        """The place in the book and the instant of the last entry; None of an empty ledger."""
        query = select(entries.c.seq, entries.c.recorded_at).where(entries.c.seq <= self.seq)
        row = self.connection.execute(query.order_by(entries.c.seq.desc()).limit(1)).first()
        return None if row is None else (row.seq, row.recorded_at)

    def as_of(self, *, recorded: str | None = None, published: str | None = None) -> Snapshot:
        """The same state of the book, from another point on each clock."""
        limit = None if published is None else asked_interval(published).end.isoformat()
        seq = NOW if recorded is None else seq_at(self.connection, instant_limit(recorded))
        return Snapshot(self.connection, seq=seq, published=limit, read=self._read)

    def before(self, seq: int) -> Snapshot:
        """The ledger as it stood before an entry."""
        return Snapshot(self.connection, seq=seq - 1, published=self.published, read=self._read)

    def revisions(self, records: Iterable[str]) -> dict[str, Revision]:
        """What was ever recorded of each of the records and of those that go by it: the claims, the judgements on it and on these, and those that took one back."""
        asked = list(dict.fromkeys(records))
        goes_by = self.canonical(asked)
        of = {id: frozenset({goes_by.get(id, id)}) for id in asked}
        touching = {row.id: (row, of[row.subject]) for row in self._rows(entries.c.subject, asked)}
        level = [*asked, *touching]
        of |= {id: whose for id, (_, whose) in touching.items()}
        while level:
            rulings: dict[str, tuple[Any, frozenset[str]]] = {}
            for row in self._rows(judged.c.subject, level):
                _, whose = rulings.get(row.id, (row, frozenset()))
                rulings[row.id] = row, whose | of[row.subject]
            level = [id for id in rulings if id not in touching]
            of |= {id: rulings[id][1] for id in level}
            touching |= {id: rulings[id] for id in level}
        found: dict[str, Revision] = {}
        for row, whose in touching.values():
            for id in whose:
                known = found.get(id) or Revision(count=0, first_at=row.recorded_at, last_at=row.recorded_at)
                first, last = min(known.first_at, row.recorded_at), max(known.last_at, row.recorded_at)
                found[id] = Revision(count=known.count + 1, first_at=first, last_at=last)
        return found

    def _rows(self, subject: Any, ids: Sequence[str]) -> Iterator[Any]:
        """The entries of which a column, theirs or that of what they judge, holds one of `ids`: id and instant, with what it holds as `subject`."""
        for some in parts(ids):
            query = select(entries.c.id, entries.c.recorded_at, subject.label("subject"))
            if subject.table is judged:
                query = query.join(judged, judged.c.judgement == entries.c.id)
            yield from self.connection.execute(query.where(subject.in_(some), entries.c.seq <= self.seq))

    def taken_back(self, kind: str) -> dict[str, int]:
        """The records of a kind of which no claim stands any more, with the entry by which the last one was taken back."""
        is_gone = select(withdrawn.c.seq).where(withdrawn.c.seq == entries.c.seq, self.holds(withdrawn)).exists()
        gone = (
            select(entries.c.subject)
            .distinct()
            .where(entries.c.subject_kind == kind, entries.c.seq <= self.seq, is_gone)
        )
        ids = self.connection.execute(gone).scalars().all()
        found: dict[str, int] = {}
        for some in parts(ids):
            stand = select(entries.c.subject).where(entries.c.subject.in_(some), entries.c.seq <= self.seq, ~is_gone)
            left = sorted(set(some) - set(self.connection.execute(stand.distinct()).scalars()))
            query = select(entries.c.subject, func.max(withdrawn.c.since)).join(
                withdrawn, withdrawn.c.seq == entries.c.seq
            )
            query = query.where(entries.c.subject.in_(left), self.holds(withdrawn)).group_by(entries.c.subject)
            found.update((subject, since) for subject, since in self.connection.execute(query))
        return found

    def canonical(self, ids: Iterable[str]) -> dict[str, str]:
        """The ids among `ids` that go by another, or that others go by, with the canonical one."""
        asked = list(dict.fromkeys(ids))
        for some in parts(id for id in asked if id not in self._goes_by):
            rows = self._asked("canonical", some, lambda: self._merged(merged.c.id)).all()
            self._goes_by |= dict.fromkeys(some) | {id: checked_id(one, id) for id, one in rows}
        return {id: one for id in asked if (one := self._goes_by[id]) is not None}

    def _merged(self, column: Any) -> Any:
        of = among_asked(self.connection, column)
        return select(merged.c.id, merged.c.canonical).where(of, self.holds(merged))

    def members(self, records: Iterable[str]) -> dict[str, list[str]]:
        """The ids merged into each of the `records` that goes by its own id, that id among them."""
        asked = list(dict.fromkeys(records))
        goes_by = self.canonical(asked)
        found = {id: [id] for id in asked if goes_by.get(id, id) == id}
        for some in parts(id for id in found if id in goes_by):
            for id, one in self._asked("members", some, lambda: self._merged(merged.c.canonical)).all():
                if one not in found:
                    raise damage(f"the index has of {id} two ids that it goes by")
                if id != one:
                    found[one].append(id)
        return found

    def excerpt(
        self, records: Iterable[str], *, has_actors: bool = True, properties: Sequence[str] | None = None
    ) -> Excerpt:
        """All that the `records` are made of, or what is claimed of some `properties`; of the actors that take part in them, unless it is not `has_actors`, what is shown beside an event; of a record of very
        many documents the first and the last claim of each value. The records that are not canonical are left out."""
        asked = list(dict.fromkeys(records))
        goes_by = self.canonical(asked)
        canonical_ones = [id for id in asked if goes_by.get(id, id) == id]
        large = self.large(canonical_ones)
        clusters = self.members(id for id in canonical_ones if id not in large) | {id: [id] for id in large}
        whole = (id for record, ids in clusters.items() if record not in large for id in ids)
        found = self._standing(whole, properties) + self._distinct(sorted(large), properties)
        corrections, by_persons = self._corrections(clusters)
        found += [r for r in corrections if properties is None or r.entry.property in properties]  # type: ignore[union-attr]
        refs, near = _referred(found)
        canonical = self.canonical({*refs, *(r.entry.subject for r in found)})  # type: ignore[union-attr]
        actors = {canonical.get(id, id) for id in near} - clusters.keys() if has_actors else set()
        if actors:
            more = self._cards(sorted(actors))
            of_actors, of_persons = self._corrections(actors)
            more += of_actors
            by_persons = {**by_persons, **of_persons}
            canonical |= self.canonical({r.entry.subject for r in more})  # type: ignore[union-attr]
            found += more
        told_by = {r.entry.document for r in found}  # type: ignore[union-attr]
        cited = self.marked(self.sources(told_by - by_persons.keys())) | by_persons
        return Excerpt(entries=found, sources=cited, canonical=canonical)

    def large(self, records: Iterable[str]) -> frozenset[str]:
        """Those of the records that are not loaded whole."""
        found: set[str] = set()
        for some in parts(records):
            query = text(_LARGE.format(records=self._each("records")))
            found.update(self.connection.execute(query, {"records": json.dumps(some), "many": MANY}).scalars())
        return frozenset(found)

    def names(self, records: Iterable[str]) -> Excerpt:
        """What actors and channels are called, and what they are."""
        clusters = self.canonical_of(records)
        found = self._distinct(sorted(clusters), (*CARD, "alias"))
        corrections, by_persons = self._corrections(clusters)
        found += [r for r in corrections if r.entry.property in CARD]  # type: ignore[union-attr]
        canonical = self.canonical({r.entry.subject for r in found})  # type: ignore[union-attr]
        told_by = {r.entry.document for r in found}  # type: ignore[union-attr]
        cited = self.sources(told_by - by_persons.keys()) | by_persons
        return Excerpt(entries=found, sources=cited, canonical=canonical)

    def cards(self, records: Iterable[str]) -> Excerpt:
        """What actors and channels are called, and nothing else of them but what an actor is: less than `names` loads of those with many other names."""
        clusters = self.canonical_of(records)
        found = self._cards(sorted(clusters))
        actors = {r.entry.subject for r in found}  # type: ignore[union-attr]
        goes_by = self.canonical(actors)
        rest = set(clusters) - {goes_by.get(id, id) for id in actors}
        found += self._distinct(sorted(rest), ("name",)) if rest else []
        corrections, by_persons = self._corrections(clusters)
        found += [r for r in corrections if r.entry.property in CARD]  # type: ignore[union-attr]
        canonical = self.canonical({r.entry.subject for r in found})  # type: ignore[union-attr]
        told_by = {r.entry.document for r in found}  # type: ignore[union-attr]
        return Excerpt(
            entries=found, sources=self.sources(told_by - by_persons.keys()) | by_persons, canonical=canonical
        )

    def called(self, told: Iterable[tuple[str, str]], kind: SubjectKind) -> frozenset[str]:
        """Those of the actors or channels (canonical ids, each with a name) of which it stands that they are called so. Raises as `sources` does."""
        pairs = sorted(set(told))
        records = list(dict.fromkeys(record for record, _ in pairs))
        intricate = {*self._moved_seqs(records), *self.corrected(records)}
        seen = getattr(self.names(intricate).views(), plural(kind)) if intricate else ()
        found = {each.id for each in seen if any((each.id, name) in set(pairs) for name in (each.name, *each.aliases))}
        plain = [(record, property, name_hash(name)) for record, name in pairs for property in NAMES]
        standing = {record for record, _, _ in self._first_claims([e for e in plain if e[0] not in intricate], kind)}
        needed = ("kind", "name") if kind == "actor" else ("name",)
        told_of = {(row.record, row.property) for row in self._values(sorted(standing), needed, kind)}
        return frozenset(found | {id for id in standing if all((id, each) in told_of for each in needed)})

    def corrected(self, records: Iterable[str]) -> frozenset[str]:
        """Those of the records that a person ever corrected."""
        return frozenset(self._corrected_by(records))

    def _corrected_by(self, records: Iterable[str]) -> dict[str, list[str]]:
        """Those of the records that a person ever corrected, each with the judgements that did; where few were ever made, these are looked up once."""
        corrects = select(links.c.record, links.c.target).where(links.c.property == CORRECTED)
        if self._corrections_made is None:
            self._corrections_made = self.connection.execute(corrects.limit(FEW_CORRECTED + 1)).all()
        asked, rows = list(records), self._corrections_made
        if len(rows) > FEW_CORRECTED:
            each = (corrects.where(among(self.connection, links.c.record, some)) for some in parts(asked))
            rows = [row for query in each for row in self.connection.execute(query).all()]
        wanted, found = set(asked), dict[str, list[str]]()
        for record, target in rows:
            if record in wanted:
                found.setdefault(record, []).append(target)
        return found

    def _corrections(self, records: Iterable[str]) -> tuple[list[Recorded], dict[str, Source]]:
        """The corrections of the records that stand, as assertions, and whom they are cited as."""
        asked = set(records)
        made = {target for targets in self._corrected_by(sorted(asked)).values() for target in targets}
        if not made:
            return [], {}
        found: list[Recorded] = []
        for some in parts(sorted(made)):
            query = select(entries).where(among(self.connection, entries.c.id, some), entries.c.seq <= self.seq)
            found += self._recorded(self.connection.execute(query.order_by(entries.c.seq)))
        gone = self._gone([r.seq for r in found])
        told, cited = told_by_persons(r for r in found if r.seq not in gone)
        goes_by = self.canonical(r.entry.subject for r in told)  # type: ignore[union-attr]
        mine = [r for r in told if goes_by.get(r.entry.subject, r.entry.subject) in asked]  # type: ignore[union-attr]
        return mine, {r.entry.id: cited[r.entry.id] for r in mine}

    def canonical_of(self, ids: Iterable[str]) -> list[str]:
        asked = list(dict.fromkeys(ids))
        goes_by = self.canonical(asked)
        return list(dict.fromkeys(goes_by.get(id, id) for id in asked))

    def sources(self, documents: Iterable[str]) -> dict[str, Source]:
        """The documents as they were cited."""
        asked = set(documents)
        found: dict[str, Source] = {}
        for some in parts(asked):
            rows = self._asked("sources", some, self._cited_so).all()
            found.update((document, source_of(payload)) for document, payload in rows)
        if lost := asked - found.keys():
            raise damage(f"{min(lost)} is cited nowhere")
        return found

    def _cited_so(self) -> Any:
        of = among_asked(self.connection, sources.c.document)
        return select(sources.c.document, sources.c.payload).where(of, self.holds(sources))

    def marked(self, found: Mapping[str, Source]) -> dict[str, Source]:
        """The sources with what judgements say of them: which are prints of one text, and which a newer version replaces."""
        canonical = self.canonical(found)
        made = self._version_judgements(sorted(id for id in found if id in canonical))
        newer = {id for each in made for id in each.subjects[1:]} - found.keys()
        known = {*found, *(id for id in newer if self._cited(id) is not None)}
        replaced = replaced_by(made, canonical | self.canonical(newer), known)
        return {id: marked(source, canonical, replaced) for id, source in found.items()}

    def _version_judgements(self, documents: Sequence[str]) -> list[Judgement]:
        """The judgements that stand by which newer versions of documents are known."""
        found: list[Recorded] = []
        for some in parts(documents):
            naming = select(judged.c.judgement).where(
                among(self.connection, judged.c.subject, some), judged.c.place == 0
            )
            query = select(entries).where(entries.c.id.in_(naming), entries.c.seq <= self.seq)
            found += self._recorded(self.connection.execute(query.order_by(entries.c.seq)))
        gone = self._gone([r.seq for r in found])
        return [r.entry for r in found if r.seq not in gone and isinstance(r.entry, Judgement)]

    def document(self, id: str) -> Source | None:
        """The document as it was cited; None when nothing that it says stands, or it was not published yet."""
        source = self._cited(id)
        return None if source is None else self.marked({id: source})[id]

    def _cited(self, id: str) -> Source | None:
        query = select(entries.c.seq).where(entries.c.document == id, entries.c.seq <= self.seq)
        gone = select(withdrawn.c.seq).where(withdrawn.c.seq == entries.c.seq, self.holds(withdrawn)).exists()
        if self.connection.execute(query.where(~gone).limit(1)).first() is None:
            return None
        source = self.sources([id])[id]
        return source if self._is_out(source) else None

    def _is_out(self, source: Source) -> bool:
        """Whether it was published for certain by the day that is asked."""
        when = published_interval(source)
        return self.published is None or (when is not None and when.end.isoformat() <= self.published)

    def told_by(self, document: str) -> dict[str, list[str]]:
        """The records that a document tells of, by their kind."""
        query = select(entries.c.subject_kind, entries.c.subject).distinct().where(entries.c.document == document)
        found: dict[str, list[str]] = {}
        for row in self.connection.execute(query.where(entries.c.seq <= self.seq)):
            found.setdefault(row.subject_kind, []).append(row.subject)
        return {kind: self.canonical_of(sorted(ids)) for kind, ids in found.items()}

    def _standing(self, subjects: Iterable[str], properties: Sequence[str] | None = None) -> list[Recorded]:
        """All assertions about the subjects that stand, or those of some properties."""
        found: list[Recorded] = []
        for some in parts(subjects):
            if properties is None:
                found += self._recorded(self._asked("standing", some, self._told_of))
            else:
                query = self._told_of().where(entries.c.property.in_(properties))
                found += self._recorded(self.connection.execute(query, asked_ids(self.connection, some)))
        return self._out(found)

    def _told_of(self) -> Any:
        told = select(entries).where(among_asked(self.connection, entries.c.subject), entries.c.seq <= self.seq)
        return told.order_by(entries.c.seq)

    def _out(self, found: Sequence[Recorded]) -> list[Recorded]:
        """Those of the assertions that stand, of documents that were published by the day that is asked."""
        gone = self._gone([r.seq for r in found])
        standing = [r for r in found if r.seq not in gone]
        if self.published is None:
            return standing
        cited = self.sources(r.entry.document for r in standing)  # type: ignore[union-attr]
        out = {document for document, source in cited.items() if self._is_out(source)}
        return [r for r in standing if r.entry.document in out]  # type: ignore[union-attr]

    def _gone(self, seqs: Sequence[int]) -> frozenset[int]:
        found: set[int] = set()
        for some in parts(seqs):
            found.update(self._asked("gone", some, self._taken_back).scalars())
        return frozenset(found)

    def _taken_back(self) -> Any:
        return select(withdrawn.c.seq).where(among_asked(self.connection, withdrawn.c.seq), self.holds(withdrawn))

    def _distinct(self, records: Sequence[str], properties: Sequence[str] | None) -> list[Recorded]:
        """Of each value of each of the properties (None: all) of actors and channels the first claim and the last that stand."""
        if not records:
            return []
        seqs: set[int] = set()
        for row in self._values(records, properties or self._properties()):
            seqs.update((row.first, _seq(row.last)))
        return self._at(seqs) + self._redated(records, properties)

    def _whole(self, records: Iterable[str], properties: Sequence[str] | None) -> list[Recorded]:
        clusters = self.members(records)
        whole = self._standing(id for ids in clusters.values() for id in ids)
        return [r for r in whole if properties is None or r.entry.property in properties]  # type: ignore[union-attr]

    def _cards(self, records: Sequence[str]) -> list[Recorded]:
        """What decides how actors are shown beside an event: the first claim of the longest name, and the last of kind and country; of those that a person corrected all."""
        corrected = self.corrected(records)
        plain = [r for r in records if r not in corrected]
        latest: dict[tuple[str, str], tuple[str, int]] = {}
        for row in self._values(plain, ("country", "kind"), "actor"):
            key, place = (row.record, row.property), (row.last.rpartition(" ")[0], _seq(row.last))
            latest[key] = max(latest.get(key, place), place)
        seqs = {seq for _, seq in latest.values()} | self._longest_names(plain)
        return self._at(seqs) + self._redated(plain, CARD) + self._whole(sorted(corrected), CARD)

    def _longest_names(self, records: Sequence[str]) -> set[int]:
        """The first claim of the longest name that each actor is given, of equals the earliest."""
        longest: dict[str, dict[int, list[str]]] = {}
        for some in parts(records):
            query = select(names.c.record, names.c.name).where(among(self.connection, names.c.record, some))
            for record, name in self.connection.execute(query.where(names.c.kind == "actor")).all():
                longest.setdefault(record, {}).setdefault(len(name), []).append(name)
        found = self._first_named({record: {max(told): told[max(told)]} for record, told in longest.items()})
        rest = {record: told for record, told in longest.items() if record not in found and len(told) > 1}
        return {*found.values(), *self._first_named(rest).values()}

    def _first_named(self, told: Mapping[str, Mapping[int, Sequence[str]]]) -> dict[str, int]:
        """By the names that records ever had (by their length) the first claim that stands of the longest."""
        lengths = {
            (record, name_hash(name)): length
            for record, by_length in told.items()
            for length, names_of in by_length.items()
            for name in names_of
        }
        best: dict[str, tuple[int, str, int]] = {}
        for record, value, place in self._first_claims([(record, "name", value) for record, value in lengths], "actor"):
            found = (-lengths[record, value], place.rpartition(" ")[0], _seq(place))
            best[record] = min(best.get(record, found), found)
        return {record: seq for record, (_, _, seq) in best.items()}

    def _first_claims(self, asked: Sequence[tuple[str, str, int]], kind: SubjectKind) -> Iterator[tuple[str, int, str]]:
        """Of records with a property and the hash of a value those of which that stands: the record, the value, and the place and entry of the first claim."""
        each = _ASKED_SQLITE if self.connection.dialect.name == "sqlite" else _ASKED_POSTGRES
        query = text(f"SELECT v.record, v.value, {self._claim('ASC', _PLACE, kind)} AS first FROM {each} AS v")
        for some in parts(asked):
            rows = self.connection.execute(query, self._bound(kind) | {"asked": json.dumps(some)}).all()
            yield from ((record, value, first) for record, value, first in rows if first is not None)

    def _values(
        self, records: Sequence[str], properties: Iterable[str], kind: SubjectKind | None = None
    ) -> Iterator[Any]:
        """Each value that stands of the properties, with the entry of its first claim, and the place and entry of its last."""
        bound = self._bound(kind) | {"properties": json.dumps(sorted(properties))}
        for some in parts(records):
            rows = self.connection.execute(self._values_query(kind), bound | {"records": json.dumps(some)}).all()
            yield from (row for row in rows if row.first is not None)

    def _at(self, seqs: Iterable[int]) -> list[Recorded]:
        found: list[Recorded] = []
        for some in parts(sorted(seqs)):
            found += self._recorded(self._asked("at", some, self._numbered))
        return found

    def _numbered(self) -> Any:
        return select(entries).where(among_asked(self.connection, entries.c.seq)).order_by(entries.c.seq)

    def _properties(self) -> Sequence[str]:
        from memcon.domain.properties import properties_of

        return sorted({each.name for kind in ("actor", "channel") for each in properties_of(kind)})

    def _redated(self, records: Iterable[str], properties: Sequence[str] | None) -> list[Recorded]:
        """What documents tell of actors and channels that stand at another place among the sources now than they did then: `_values` leaves it out, for claims stand in today's order."""
        found = self._at(seq for seqs in self._moved_seqs(records).values() for seq in seqs)
        return self._out([r for r in found if properties is None or r.entry.property in properties])  # type: ignore[union-attr]

    def _moved_seqs(self, records: Iterable[str]) -> dict[str, list[int]]:
        """The actors and channels of which documents tell that stand at another place now, with the entries that do."""
        if not (moved := self._moved_documents()):
            return {}
        if self._told_by_moved is None:
            told: dict[str, list[int]] = {}
            for some in parts(sorted(moved)):
                query = select(entries.c.subject, entries.c.seq).where(among(self.connection, entries.c.document, some))
                for row in self.connection.execute(query.where(entries.c.seq <= self.seq)):
                    told.setdefault(row.subject, []).append(row.seq)
            goes_by = self.canonical(told)
            self._told_by_moved = {}
            for id, seqs in told.items():
                self._told_by_moved.setdefault(goes_by.get(id, id), []).extend(seqs)
        return {record: each for record in records if (each := self._told_by_moved.get(record))}

    def _moved_documents(self) -> frozenset[str]:
        """The documents that have another place among the sources now than they had then."""
        if self.seq == NOW:
            return frozenset()
        if self._moved is None:
            now, then = sources.alias(), sources.alias()
            query = select(now.c.document).where(then.c.until > self.seq, then.c.since <= self.seq)
            is_now = self._until(now).is_(None)
            query = query.where(now.c.document == then.c.document, is_now, now.c.rank != then.c.rank)
            self._moved = frozenset(self.connection.execute(query).scalars())
        return self._moved

    def _values_query(self, kind: SubjectKind | None) -> Any:
        return text(
            _DISTINCT.format(
                records=self._each("records"),
                properties=self._each("properties"),
                first=self._claim("ASC", "c.seq", kind),
                last=self._claim("DESC", _PLACE, kind),
            )
        )

    def _each(self, name: str) -> str:
        return each_of(self.connection, name)

    def _claim(self, order: str, what: str, kind: SubjectKind | None) -> str:
        published = "AND c.rank >= :earliest AND c.rank < :latest " if self.published is not None else ""
        past = "AND c.seq <= :seq " if self.seq != NOW else ""
        if self._moved_documents():
            past += f"AND e.document NOT IN (SELECT value FROM {self._each('moved')}) "
        return _CLAIM.format(
            what=what,
            order=order,
            published=published + past + ("AND e.subject_kind = :kind " if kind is not None else ""),
        )

    def _bound(self, kind: SubjectKind | None) -> dict[str, Any]:
        bound: dict[str, Any] = {"seq": self.seq} | ({"kind": kind} if kind is not None else {})
        if self.published is not None:
            bound |= {"earliest": _FIRST, "latest": f"{self.published}~"}
        if moved := self._moved_documents():
            bound["moved"] = json.dumps(sorted(moved))
        return bound

    def holds(self, table: Any) -> Any:
        """Whether a row held at this point."""
        until = self._until(table)
        if self.seq == NOW:
            return until.is_(None)
        return (table.c.since <= self.seq) & (until.is_(None) | (until > self.seq))

    def _until(self, table: Any) -> Any:
        """The end of a row's time. Nearly every source holds now: SQLite, which has not counted them, would go by that through all there are, so it is hidden from it."""
        is_of_all = getattr(table, "element", table) is sources and self.connection.dialect.name == "sqlite"
        return table.c.until + literal_column("0") if is_of_all else table.c.until

    def _recorded(self, told: Any) -> list[Recorded]:
        """The entries that a query gave."""
        if self._readers is None:
            self._readers = {row["id"]: reader_of(row) for row in self.connection.execute(select(readers)).mappings()}
        return all_recorded(told.all(), self._readers, self._read)

    def _asked(self, name: str, ids: Sequence[Any], make: Callable[[], Any]) -> Any:
        """What a query with `among_asked` gives for the ids. One of the present is put together once a process: a page asks a hundred, and to put one together takes as long as to answer it."""
        key = name, self.connection.dialect.name
        query = _MADE.get(key) if self.seq == NOW else None
        if query is None:
            query = make()
            if self.seq == NOW:
                _MADE[key] = query
        return self.connection.execute(query, asked_ids(self.connection, ids))


_MADE: dict[tuple[str, str], Any] = {}
"""Queries of the present by their name and the database's."""

_PLACE = "c.rank || ' ' || cast(c.seq AS text)"
"""The place of a claim among the sources, and its entry."""

_FIRST = "0000-00-01"
"""Sorts after the sources of unknown date, and before all others."""

_LARGE = "SELECT r.value FROM {records} AS r WHERE EXISTS (SELECT 1 FROM claims AS c WHERE c.record = r.value LIMIT 1 OFFSET :many)"
"""Those of some records of which more is claimed than that: no more is counted."""

_HELD = "(:seq >= {0}.since AND ({0}.until IS NULL OR {0}.until > :seq))"

_CLAIM = (
    "(SELECT {what} FROM claims AS c JOIN entries AS e ON e.seq = c.seq "
    f"LEFT JOIN merged AS m ON m.id = e.subject AND {_HELD.format('m')} "
    "WHERE c.record = v.record AND c.property = v.property AND c.value = v.value {published}"
    "AND coalesce(m.canonical, e.subject) = c.record "
    f"AND NOT EXISTS (SELECT 1 FROM withdrawn AS w WHERE w.seq = c.seq AND {_HELD.format('w')}) "
    "ORDER BY c.rank {order}, c.seq {order} LIMIT 1)"
)

_DISTINCT = (
    "WITH RECURSIVE v(record, property, value) AS ("
    "SELECT r.value, p.value, (SELECT min(c.value) FROM claims AS c WHERE c.record = r.value AND c.property = p.value) "
    "FROM {records} AS r CROSS JOIN {properties} AS p "
    "UNION ALL "
    "SELECT v.record, v.property, (SELECT min(c.value) FROM claims AS c "
    "WHERE c.record = v.record AND c.property = v.property AND c.value > v.value) FROM v WHERE v.value IS NOT NULL) "
    "SELECT v.record AS record, v.property AS property, {first} AS first, {last} AS last FROM v WHERE v.value IS NOT NULL"
)
"""From one value to the next by the key, so that the number of claims does not matter; then its first claim and its last, by the key as well."""


_ASKED_SQLITE = (
    "(SELECT json_extract(j.value, '$[0]') AS record, json_extract(j.value, '$[1]') AS property, json_extract(j.value, '$[2]') AS value "
    "FROM json_each(:asked) AS j)"
)
_ASKED_POSTGRES = (
    "(SELECT j.value ->> 0 AS record, j.value ->> 1 AS property, cast(j.value ->> 2 AS bigint) AS value "
    "FROM json_array_elements(cast(:asked AS json)) AS j(value))"
)
"""Records with a property and the hash of a value, as a table."""


def seq_at(connection: Connection, instant: str) -> int:
    """The last entry recorded by an instant, 0 when there is none. Entries stand in the order of their instants, so it is looked for by halves."""
    low, high = 0, connection.execute(select(func.max(entries.c.seq))).scalar() or 0
    query = select(entries.c.seq, entries.c.recorded_at).where(entries.c.seq <= bindparam("middle"))
    query = query.order_by(entries.c.seq.desc()).limit(1)
    while low < high:
        middle = (low + high + 1) // 2
        row = connection.execute(query, {"middle": middle}).first()
        if row is None or row.recorded_at <= instant:
            low = middle
        else:
            high = row.seq - 1
    return low


def each_of(connection: Connection, name: str) -> str:
    """The values of a list that is bound as JSON, as a table in SQL."""
    if connection.dialect.name == "sqlite":
        return f"json_each(:{name})"
    return f"json_array_elements_text(cast(:{name} AS json))"


def _seq(place: str) -> int:
    """The entry at the end of a place."""
    return int(place.rpartition(" ")[2])


def parts(ids: Iterable[Any]) -> Iterator[list[Any]]:
    """The ids in lists of at most `LIMIT`."""
    asked = list(ids)
    return (asked[start : start + LIMIT] for start in range(0, len(asked), LIMIT))


def _referred(found: Iterable[Recorded]) -> tuple[set[str], set[str]]:
    """The ids of records that the values and attributions of assertions name, and those of actors that take part in events."""
    ids: set[str] = set()
    parties: set[str] = set()
    for recorded in found:
        entry = recorded.entry
        assert isinstance(entry, Assertion)
        known = known_property(entry.subject_kind, entry.property)
        if known is not None and known.ids:
            named = ids_in(entry.subject_kind, entry.property, entry.value)
            ids.update(named)
            if (entry.subject_kind, entry.property) == ("event", "participant"):
                parties.update(named)
        if entry.attribution is not None and entry.attribution.speaker is not None:
            ids.add(entry.attribution.speaker)
    return ids, parties
