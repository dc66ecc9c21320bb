"""The tables, as SQLAlchemy Core sees them. Migrations make them (migrations/versions); a test compares the two."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

HEAD = "0002"
"""The migration that this program works with."""

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("compressed", LargeBinary, nullable=False),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)
"""The bytes as they came, zlib-compressed, under the SHA-256 of the bytes before compression."""

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("ref", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("wire", Text),
    Column("published", Text),
    Column("published_basis", Text, nullable=False),
    Column("language", Text),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("capture", Text, ForeignKey("captures.sha256")),
    Column("added_at", Text, nullable=False),
    sqlite_strict=True,
)
"""Clean texts. `payload` is the whole record but its text; `text` never changes."""

readers = Table(
    "readers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("payload", Text, nullable=False),
    sqlite_strict=True,
)
"""Who made the assertions, each reader once; `payload` is the whole record, with packs and models."""

entries = Table(
    "entries",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.id"), index=True),
    Column("subject_kind", Text, index=True),
    Column("subject", Text, index=True),
    Column("property", Text),
    Column("value", Text),
    Column("payload", Text, nullable=False),
    Column("reader", Text, ForeignKey("readers.id")),
    sqlite_strict=True,
)
"""The book: assertions and judgements, append-only. `payload` is JSON of what the other columns don't hold; `reader` is that of an
assertion."""

judged = Table(
    "judged",
    metadata,
    Column("judgement", Text, ForeignKey("entries.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("subject", Text, nullable=False, index=True),
    sqlite_strict=True,
)
"""The records and entries that each judgement names, in its order: an index from them to it."""

quotes = Table(
    "quotes",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    sqlite_strict=True,
)
"""Every distinct quotation that an entry rests on, for search."""

problems = Table(
    "problems",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("recorded_at", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.id")),
    Column("ref", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Column("span_start", Integer),
    Column("span_end", Integer),
    Column("is_fatal", Integer, nullable=False),
    sqlite_strict=True,
)
"""What could not be read, and why."""
