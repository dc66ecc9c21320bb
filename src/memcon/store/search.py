"""Full-text search: documents, statements, events and quotations that hold all the words, stemmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, RowMapping, select, text

from memcon.domain.dates import Interval
from memcon.domain.documents import Document
from memcon.domain.entries import Assertion
from memcon.errors import UsageError
from memcon.ledger.found_by import words_of
from memcon.store.pages import Pages
from memcon.store.rows import checked_id, damage
from memcon.store.schema import entries

Where = Literal["documents", "statements", "events", "quotations"]

_RANGE = " AND s.rank >= :earliest AND s.rank < :latest"
"""Published for certain between two days."""

_SOURCE = "LEFT JOIN sources AS s ON s.document = d.id AND s.until IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A hit: a document, or a record or quotation in it, and the passage with the matched words between `[` and `]`. `record` goes by that id."""

    document: str
    title: str | None
    passage: str
    record: str | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """What is searched: its columns, what it is joined to, and what a hit is."""

    table: str
    words: str
    postgres_words: str
    column: int
    joins: str
    record: str = "NULL"
    of: str = "NULL"
    only: str = ""


_PHRASES = (
    "JOIN entries AS e ON e.seq = t.seq JOIN documents AS d ON d.id = e.document "
    "LEFT JOIN merged AS m ON m.id = t.record AND m.until IS NULL"
)
_STANDS = " AND NOT EXISTS (SELECT 1 FROM withdrawn AS w WHERE w.seq = t.seq AND w.until IS NULL)"

_TABLES: Mapping[Where, _Table] = {
    "documents": _Table(
        table="documents", words="t.text", column=1, joins="JOIN documents AS d ON d.seq = t.seq",
        postgres_words="coalesce(t.title, '') || ' ' || left(t.text, 250000)",
    ),
    "statements": _Table(
        table="phrases", words="t.words", postgres_words="t.words", column=0, record="coalesce(m.canonical, t.record)",
        of="t.record", joins=_PHRASES, only=" AND t.kind = 'statement' AND t.property = 'content'" + _STANDS,
    ),
    "events": _Table(
        table="phrases", words="t.words", postgres_words="t.words", column=0, record="coalesce(m.canonical, t.record)",
        of="t.record", joins=_PHRASES, only=" AND t.kind = 'event'" + _STANDS,
    ),
    "quotations": _Table(
        table="quotes", words="t.quote", postgres_words="t.quote", column=0,
        joins="JOIN documents AS d ON d.id = t.document",
    ),
}  # fmt: skip


def search(
    connection: Connection,
    words: str,
    *,
    where: Where = "documents",
    window: Interval | None = None,
    publisher: str | None = None,
    limit: int = 20,
    skip: int = 0,
) -> tuple[Found, ...]:
    """The best hits for all of the `words`, in any form and case, accents aside: at most `limit`, after the first `skip`; of what was published in the
    `window` for certain, by a `publisher` whose name holds those words. Raises `UsageError` for words that no text can hold, and `LedgerError` where what the index
    found is not what the book holds."""
    if "\0" in words:
        raise UsageError("a NUL can't be searched for", hint="give words")
    asked = words.split()
    if not asked:
        return ()
    bound: dict[str, Any] = {"limit": limit, "skip": skip, "words": words}
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        bound["words"] = " ".join('"' + word.replace('"', '""') + '"' for word in asked)
    also = ""
    if window is not None:
        also += _RANGE
        bound |= {"earliest": max(window.start.isoformat(), "0001-01-01"), "latest": f"{window.end.isoformat()}~"}
    if publisher is not None:
        also += " AND lower(coalesce(d.publisher, d.wire)) LIKE :publisher ESCAPE '\\'"
        bound["publisher"] = f"%{_escaped(publisher.strip().lower())}%"
    query = (_SQLITE if is_sqlite else _POSTGRES).format(**_parts(_TABLES[where]), also=also)
    hits = connection.execute(text(query), bound).mappings().all()
    _prove(Pages(connection), where, hits)
    return tuple(Found(**{name: value for name, value in hit.items() if name not in _PROVED_BY}) for hit in hits)


def _prove(pages: Pages, where: Where, hits: Sequence[RowMapping]) -> None:
    """Raises `LedgerError` where a hit is not what the book holds: the index finds, and the book says what is so."""
    texts = {id: pages.document(id) for id in {hit["document"] for hit in hits}}
    if lost := sorted(id for id, document in texts.items() if document is None):
        raise damage(f"{lost[0]} was found, and is not held")
    if where == "quotations" and any(hit["words"] not in _all_of(texts[hit["document"]]) for hit in hits):
        raise damage("a quotation does not stand in its document")
    if _TABLES[where].table == "phrases":
        _prove_phrases(pages, hits)


def _all_of(document: Document | None) -> str:
    return "" if document is None else f"{document.title or ''}\n{document.text}"


def _prove_phrases(pages: Pages, hits: Sequence[RowMapping]) -> None:
    told = {r.seq: r.entry for r in pages.recorded(select(entries).where(entries.c.seq.in_([h["seq"] for h in hits])))}
    known = pages.holds_subjects([hit["record"] for hit in hits])
    for hit in hits:
        entry = told.get(hit["seq"])
        is_as_told = isinstance(entry, Assertion) and (words_of(entry), entry.subject) == (hit["words"], hit["of"])
        if not is_as_told or checked_id(hit["record"], hit["of"]) not in known:
            raise damage(f"the index has of {hit['of']} what the book does not")


def _parts(table: _Table) -> dict[str, object]:
    return {
        "table": table.table, "words": table.words, "postgres_words": table.postgres_words, "column": table.column,
        "record": table.record, "of": table.of, "proof": "NULL" if table.table == "documents" else table.words,
        "joins": table.joins, "only": table.only, "source": _SOURCE,
    }  # fmt: skip


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_SHOWN = (
    "d.id AS document, d.title AS title, {record} AS record, d.published AS published, coalesce(d.publisher, d.wire) AS publisher, "
    "t.seq AS seq, {proof} AS words, {of} AS of"
)
_PROVED_BY = frozenset({"seq", "words", "of"})
"""Columns that are not shown, but held against the book."""

_SQLITE = (
    f"SELECT {_SHOWN}, snippet({{table}}_fts, {{column}}, '[', ']', '…', 24) AS passage "
    "FROM {table}_fts JOIN {table} AS t ON t.seq = {table}_fts.rowid {joins} {source} "
    "WHERE {table}_fts MATCH :words{only}{also} ORDER BY bm25({table}_fts), t.seq LIMIT :limit OFFSET :skip"
)

_POSTGRES = (
    f"SELECT {_SHOWN}, ts_headline('english', {{words}}, q, 'StartSel=[, StopSel=], MaxWords=24, MinWords=12') AS passage "
    "FROM {table} AS t {joins} {source}, plainto_tsquery('english', :words) AS q "
    "WHERE to_tsvector('english', {postgres_words}) @@ q{only}{also} "
    "ORDER BY ts_rank(to_tsvector('english', {postgres_words}), q) DESC, t.seq LIMIT :limit OFFSET :skip"
)
