"""Full-text search: documents, statements, events and quotations that hold all the words, stemmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, text

from memcon.domain.dates import Interval
from memcon.errors import UsageError

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
    record: str
    joins: str
    only: str = ""


_PHRASES = (
    "JOIN entries AS e ON e.seq = t.seq JOIN documents AS d ON d.id = e.document "
    "LEFT JOIN merged AS m ON m.id = t.record AND m.until IS NULL"
)
_STANDS = " AND NOT EXISTS (SELECT 1 FROM withdrawn AS w WHERE w.seq = t.seq AND w.until IS NULL)"

_TABLES: Mapping[Where, _Table] = {
    "documents": _Table(
        table="documents", words="t.text", column=1, record="NULL", joins="JOIN documents AS d ON d.seq = t.seq",
        postgres_words="coalesce(t.title, '') || ' ' || left(t.text, 250000)",
    ),
    "statements": _Table(
        table="phrases", words="t.words", postgres_words="t.words", column=0, record="coalesce(m.canonical, t.record)",
        joins=_PHRASES, only=" AND t.kind = 'statement' AND t.property = 'content'" + _STANDS,
    ),
    "events": _Table(
        table="phrases", words="t.words", postgres_words="t.words", column=0, record="coalesce(m.canonical, t.record)",
        joins=_PHRASES, only=" AND t.kind = 'event'" + _STANDS,
    ),
    "quotations": _Table(
        table="quotes", words="t.quote", postgres_words="t.quote", column=0, record="NULL",
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
    `window` for certain, by a `publisher` whose name holds those words. Raises `UsageError` for words that no text can hold."""
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
        also += " AND lower(d.publisher) LIKE :publisher ESCAPE '\\'"
        bound["publisher"] = f"%{_escaped(publisher.strip().lower())}%"
    query = (_SQLITE if is_sqlite else _POSTGRES).format(**_parts(_TABLES[where]), also=also)
    return tuple(Found(**row) for row in connection.execute(text(query), bound).mappings())


def _parts(table: _Table) -> dict[str, object]:
    return {
        "table": table.table, "words": table.words, "postgres_words": table.postgres_words, "column": table.column,
        "record": table.record, "joins": table.joins, "only": table.only, "source": _SOURCE,
    }  # fmt: skip


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_SHOWN = "d.id AS document, d.title AS title, {record} AS record, d.published AS published, d.publisher AS publisher"

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
