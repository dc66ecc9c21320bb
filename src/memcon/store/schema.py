"""The tables, as SQLAlchemy Core sees them. Migrations make them (migrations/versions); a test compares the two."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

HEAD = "0009"
"""The migration that this program works with."""

metadata = MetaData()

Sorted = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is put in order: by code point in every database, as Python does."""

Long = BigInteger().with_variant(Integer(), "sqlite")
"""Whole numbers of 64 bits; SQLite has no others."""

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


# The index: what questions are answered by. It is computed from the entries (memcon.store.index) and can be computed again at any time.

merged = Table(
    "merged",
    metadata,
    Column("id", Sorted, nullable=False),
    Column("canonical", Sorted, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer),
    Index("ix_merged_id", "id", "until", "canonical"),
    Index("ix_merged_canonical", "canonical", "until", "id"),
    sqlite_strict=True,
)
"""By which id a record went, from the entry `since` until before the entry `until` (NULL: to this day); none for a record that was never merged."""

parted = Table("parted", metadata, Column("id", Sorted, primary_key=True), sqlite_strict=True)
"""Records that somebody, at some time, judged different from another."""

withdrawn = Table(
    "withdrawn",
    metadata,
    Column("seq", Integer, nullable=False, index=True),
    Column("since", Integer, nullable=False),
    Column("until", Integer),
    sqlite_strict=True,
)
"""Entries (by `seq`) that a retraction had taken back, from the entry `since` until before the entry `until` (NULL: to this day)."""

sources = Table(
    "sources",
    metadata,
    Column("document", Sorted, nullable=False, index=True),
    Column("since", Integer, nullable=False),
    Column("until", Integer, index=True),
    Column("rank", Sorted, nullable=False, index=True),
    Column("payload", Text, nullable=False),
    sqlite_strict=True,
)
"""A document as it was cited, from the entry `since` until before the entry `until` (NULL: to this day). `rank` sorts in source order."""

claims = Table(
    "claims",
    metadata,
    Column("record", Sorted, primary_key=True),
    Column("property", Sorted, primary_key=True),
    Column("value", Long, primary_key=True, autoincrement=False),
    Column("rank", Sorted, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What was ever claimed of actors and channels, under every id that they ever went by: `value` is a hash, `rank` the source's, `seq` the entry."""

calendar = Table(
    "calendar",
    metadata,
    Column("kind", Sorted, primary_key=True),
    Column("is_long", Integer, primary_key=True, autoincrement=False),
    Column("first_day", Sorted, primary_key=True),
    Column("last_day", Sorted, primary_key=True),
    Column("ordinal", Long, primary_key=True, autoincrement=False),
    Column("record", Sorted, primary_key=True),
    Column("since", Integer, nullable=False),
    Column("out_by", Sorted, nullable=False),
    Column("sure", Integer, nullable=False),
    Index("ix_calendar_record", "record"),
    Index("ix_calendar_kind", "kind", "record"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Every place in the order of time that a record ever had, under every id that it ever went by. Spans of more than a month are `is_long`.
It can stand there from the entry `since` on at the earliest, for those who know what was published by the day `out_by`; it was never told with more than
`sure` in 100 (`memcon.ledger.found_by.sureness`)."""

links = Table(
    "links",
    metadata,
    Column("record", Sorted, primary_key=True),
    Column("property", Sorted, primary_key=True),
    Column("target", Sorted, primary_key=True),
    Index("ix_links_target", "property", "target", "record"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Which records, and which of a few words (kinds, statuses), a record was ever said to have to do with. `target` is as the document gives it."""

names = Table(
    "names",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("record", Sorted, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Index("ix_names_record", "record", "name", unique=True),
    Index("ix_names_kind", "kind", "record"),
    sqlite_strict=True,
)
"""Every name that an actor or a channel ever had."""

phrases = Table(
    "phrases",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("record", Sorted, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("property", Text, nullable=False),
    Column("words", Text, nullable=False),
    sqlite_strict=True,
)
"""The words that records are searched by, under the entry that claims them and the record's own id."""

indexed = Table(
    "indexed",
    metadata,
    Column("edition", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, nullable=False),
    sqlite_strict=True,
)
"""One row: the edition of the index (memcon.store.indexed.EDITION) and the last entry that it takes in."""

taken = Table(
    "taken",
    metadata,
    Column("key", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("payload", Text, nullable=False),
    sqlite_strict=True,
)
"""Inputs that were read by a reader and changed nothing since: `key` hashes both, so that they need not be read again."""

sketches = Table(
    "sketches",
    metadata,
    Column("kind", Sorted, primary_key=True),
    Column("id", Sorted, primary_key=True),
    Column("document", Sorted, primary_key=True),
    Column("payload", Text, nullable=False),
    Index("ix_sketches_document", "document"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""What is compared over documents: each document's events, and the bearers of names (whose `document` is empty)."""

sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("kind", Sorted, primary_key=True),
    Column("key", Sorted, primary_key=True),
    Column("id", Sorted, primary_key=True),
    Column("document", Sorted, primary_key=True),
    Index("ix_sketch_keys_id", "kind", "id", "document"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The keys by which sketches that may be of one record find each other."""

compared = Table(
    "compared",
    metadata,
    Column("kind", Sorted, primary_key=True),
    Column("id", Sorted, primary_key=True),
    Column("judgement", Text, ForeignKey("entries.id"), primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Every judgement that a comparison of sketches ever made on a record: `judged` has all others too, thousands on a name."""

fetches = Table(
    "fetches",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("address", Text, nullable=False, index=True),
    Column("final", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("status", Integer),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("media_type", Text),
    Column("size", Integer),
    Column("sha256", Text),
    Column("source", Text),
    sqlite_strict=True,
)
"""What was asked of the web, in order, and what came of it (`memcon.domain.fetches.Fetch`). `sha256` is the key of the capture, where one was kept."""

watched_sources = Table(
    "watched_sources",
    metadata,
    Column("name", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("kind", Text),
    Column("title", Text),
    Column("every", Integer),
    Column("allows_private", Integer, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("read_at", Text),
    Column("next_at", Text),
    Column("failures", Integer, nullable=False),
    Column("why", Text),
    sqlite_strict=True,
)
"""The feeds that are watched, and how reading them went (`memcon.domain.feeds.Watched`)."""

watched_entries = Table(
    "watched_entries",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("address", Text),
    Column("said", Text, nullable=False),
    Column("content", Text),
    Column("fingerprint", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("may_be_private", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("edits", Integer, nullable=False),
    Column("next_at", Text, nullable=False),
    Column("why", Text),
    Column("document", Text),
    Column("found_at", Text, nullable=False),
    Index("ix_watched_entries_source", "source", "key", unique=True),
    Index("ix_watched_entries_key", "key"),
    Index("ix_watched_entries_state", "state", "next_at"),
    sqlite_strict=True,
)
"""What these feeds list, and what became of it (`memcon.domain.feeds.Listed`)."""

INDEX = (merged, parted, withdrawn, sources, claims, calendar, links, names, phrases)
"""The tables of the index."""
