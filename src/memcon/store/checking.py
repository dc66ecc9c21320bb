"""Looks a ledger through: the database's own integrity, the hashes of texts and entries, quotations against texts, the index against the book."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection, select, text

from memcon.domain.entries import Judgement, entry_id
from memcon.errors import LedgerError
from memcon.ledger.claims import in_force, sources_of
from memcon.ledger.found_by import source_rank
from memcon.resolve.clusters import canonical_ids
from memcon.store.indexed import is_up_to_date
from memcon.store.refusals import reason
from memcon.store.remaking import lacking
from memcon.store.rows import ANYBODY, document_of, problem_of, problem_row, reader_of, recorded_of, sealed, unproved
from memcon.store.schema import captures, documents, entries, judged, merged, problems, readers, sources, withdrawn

_STEP = 2_000

Told = Callable[[str], None]


def check(connection: Connection, told: Told) -> Iterator[str]:
    """A sentence for each thing that is wrong; nothing for a sound ledger. Raises nothing: what can't be read is wrong."""
    for name, look in CHECKS.items():
        told(name)
        try:
            yield from look(connection)
        except Exception as error:
            yield f"{name} can't be read: {reason(error)}"


def _integrity(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield f"the file: {row[0]}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"the table {row[0]}: row {row[1]} names a row of {row[2]} that is not there"


def _captures(connection: Connection) -> Iterator[str]:
    for row in _rows(connection, captures, captures.c.sha256):
        try:
            data = zlib.decompress(row.compressed)
        except zlib.error:
            data = b""
        if hashlib.sha256(data).hexdigest() != row.sha256 or len(data) != row.size:
            yield f"the capture {row.sha256[:16]}…: its bytes are not those that came in"


def _documents(connection: Connection) -> Iterator[str]:
    """Each text against the quotations from it; what is quoted from a title, against the title."""
    for row in _rows(connection, documents, documents.c.seq):
        try:
            document_of(row._mapping)  # which holds it against its columns
        except (ValueError, KeyError, TypeError, LedgerError) as error:
            yield f"the document {row.id}: {error}"
        for entry in connection.execute(select(entries.c.id, entries.c.payload).where(entries.c.document == row.id)):
            for cited in json.loads(entry.payload).get("evidence", ()):
                start, end, *field = cited["span"]
                if not field and row.text[start:end] != cited["quote"]:
                    yield f"the entry {entry.id}: its quotation does not stand in the text of {row.id}"
        quoted = text("SELECT span_start, span_end, quote FROM quotes WHERE document = :document")
        for quote in connection.execute(quoted, {"document": row.id}):
            if row.text[quote.span_start : quote.span_end] != quote.quote:
                yield f"the quotation at {quote.span_start} of {row.id} does not stand there"


def _entries(connection: Connection) -> Iterator[str]:
    """Each entry against the hash that is its id, its instant against the one before, and what judgements name against their index."""
    known = {row["id"]: reader_of(row) for row in connection.execute(select(readers)).mappings()}
    before = ""
    for row in _rows(connection, entries, entries.c.seq):
        try:
            recorded = unproved(row, known)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            yield f"the entry {row.id}: it can't be read"
            continue
        if entry_id(recorded.entry) != row.id:
            yield f"the entry {row.id}: it says something else than what it was recorded with"
        if row.recorded_at < before:
            yield f"the entry {row.id}: it was recorded before the one that stands before it"
        before = row.recorded_at
        if isinstance(recorded.entry, Judgement):
            named = select(judged.c.subject).where(judged.c.judgement == row.id).order_by(judged.c.place)
            if tuple(connection.execute(named).scalars()) != recorded.entry.subjects:
                yield f"the judgement {row.id}: it is not found by what it names"


def _index(connection: Connection) -> Iterator[str]:
    """What changes in the index against the book as a whole: ids, withdrawals, sources."""
    if not is_up_to_date(connection):
        yield "the index does not take in the whole book: memcon db upgrade makes it anew"
        return
    gone, standing = _withdrawn(connection)
    held = set(connection.execute(select(withdrawn.c.seq).where(withdrawn.c.until.is_(None))).scalars())
    if held != gone:
        yield f"the index: {len(held ^ gone)} entries are withdrawn in it and not in the book, or the other way round"
    rows = connection.execute(select(merged.c.id, merged.c.canonical).where(merged.c.until.is_(None)))
    if {row.id: row.canonical for row in rows} != canonical_ids(standing):
        yield "the index: records are one in it that are not in the book, or the other way round"
    yield from _citations(connection, held)


def _citations(connection: Connection, held: set[int]) -> Iterator[str]:
    for row in _rows(connection, documents, documents.c.seq):
        query = select(entries).where(entries.c.document == row.id, entries.c.subject_kind == "document")
        facts = [recorded_of(r, ANYBODY) for r in connection.execute(query.order_by(entries.c.seq)).mappings()]
        told = sources_of([fact for fact in facts if fact.seq not in held]).get(row.id)
        query = select(sources.c.rank, sources.c.payload).where(sources.c.document == row.id, sources.c.until.is_(None))
        cited = connection.execute(query).all()
        if told is not None and [(c.rank, c.payload) for c in cited] != [(source_rank(told), sealed(told))]:
            yield f"the index: the document {row.id} is cited otherwise than the book says"


def _lacks(connection: Connection) -> Iterator[str]:
    """What the index, made anew in a copy, has and the kept one lacks."""
    if connection.dialect.name == "sqlite":
        yield from lacking(connection)


def _problems(connection: Connection) -> Iterator[str]:
    """Each problem against the hash that is its id."""
    for row in _rows(connection, problems, problems.c.seq):
        try:
            is_same = problem_row(problem_of(row._mapping), row.document)["id"] == row.id
        except (ValueError, KeyError, TypeError):
            is_same = False
        if not is_same:
            yield f"the problem {row.id}: it says something else than what it was recorded with"


def _withdrawn(connection: Connection) -> tuple[set[int], list[Judgement]]:
    """The withdrawn entries, and the judgements that stand, from the judgements alone."""
    query = select(entries).where(entries.c.kind == "judgement").order_by(entries.c.seq)
    rulings = [recorded_of(row, ANYBODY) for row in connection.execute(query).mappings()]
    standing = [r.entry for r in in_force(rulings) if isinstance(r.entry, Judgement)]
    named = sorted({id for judgement in standing if judgement.kind == "retracted" for id in judgement.subjects})
    gone: set[int] = set()
    for start in range(0, len(named), _STEP):
        query = select(entries.c.seq).where(entries.c.id.in_(named[start : start + _STEP]))
        gone.update(connection.execute(query).scalars())
    return gone, standing


def _rows(connection: Connection, table: Any, key: Any) -> Iterator[Any]:
    """All rows in the order of their key, some at a time."""
    last: Any = None
    while True:
        query = select(table).order_by(key).limit(_STEP if table is entries else 50)
        rows = connection.execute(query if last is None else query.where(key > last)).all()
        if not rows:
            return
        yield from rows
        last = getattr(rows[-1], key.name)


CHECKS: dict[str, Callable[[Connection], Iterator[str]]] = {
    "the file": _integrity,
    "captures": _captures,
    "documents and quotations": _documents,
    "entries": _entries,
    "problems": _problems,
    "the index": _index,
    "the index made anew": _lacks,
}
"""What is looked at, in order."""
