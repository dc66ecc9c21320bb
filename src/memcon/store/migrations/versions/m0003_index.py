"""The index: canonical ids, what is withdrawn, sources, claims, the calendar, links, names and phrases; full-text search over them.

The tables are made here and filled by `memcon.store.index`, which can fill them again at any time: they hold nothing that the entries do not say.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _make_versions(is_sqlite)
    _make_keys(is_sqlite)
    _make_words(is_sqlite)
    op.create_table(
        "indexed",
        sa.Column("edition", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "taken",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("document", sa.Text, nullable=False, index=True),
        sa.Column("payload", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    if is_sqlite:
        _search_sqlite()
        _views_sqlite()
    else:
        _search_postgresql()
        _views_postgresql()


def _sorted(is_sqlite: bool) -> sa.types.TypeEngine[str]:
    return sa.Text() if is_sqlite else sa.Text(collation="C")


def _make_versions(is_sqlite: bool) -> None:
    """Tables whose rows hold from one entry until before another."""
    text = _sorted(is_sqlite)
    op.create_table(
        "merged",
        sa.Column("id", text, nullable=False, index=True),
        sa.Column("canonical", text, nullable=False, index=True),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer),
        sqlite_strict=True,
    )
    op.create_table("parted", sa.Column("id", text, primary_key=True), sqlite_strict=True)
    op.create_table(
        "withdrawn",
        sa.Column("seq", sa.Integer, nullable=False, index=True),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer),
        sqlite_strict=True,
    )
    op.create_table(
        "sources",
        sa.Column("document", text, nullable=False, index=True),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer, index=True),
        sa.Column("rank", text, nullable=False, index=True),
        sa.Column("payload", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _make_keys(is_sqlite: bool) -> None:
    """Tables that only grow, and whose key is the whole row."""
    text = _sorted(is_sqlite)
    op.create_table(
        "claims",
        sa.Column("record", text, primary_key=True),
        sa.Column("property", text, primary_key=True),
        sa.Column("value", _LONG, primary_key=True, autoincrement=False),
        sa.Column("rank", text, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "calendar",
        sa.Column("kind", text, primary_key=True),
        sa.Column("is_long", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("first_day", text, primary_key=True),
        sa.Column("last_day", text, primary_key=True),
        sa.Column("ordinal", _LONG, primary_key=True, autoincrement=False),
        sa.Column("record", text, primary_key=True, index=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column("record", text, primary_key=True),
        sa.Column("property", text, primary_key=True),
        sa.Column("target", text, primary_key=True),
        sa.Index("ix_links_target", "property", "target", "record"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _make_words(is_sqlite: bool) -> None:
    """Tables that are searched."""
    text = _sorted(is_sqlite)
    op.create_table(
        "names",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("record", text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Index("ix_names_record", "record", "name", unique=True),
        sqlite_strict=True,
    )
    op.create_table(
        "phrases",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("record", text, nullable=False, index=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("property", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _search_sqlite() -> None:
    for table, column, tokens in (
        ("names", "name", "unicode61 remove_diacritics 2"),
        ("phrases", "words", "porter unicode61 remove_diacritics 2"),
    ):
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5({column}, content='{table}', content_rowid='seq', tokenize='{tokens}')"
        )
        op.execute(
            f"CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} "
            f"BEGIN INSERT INTO {table}_fts(rowid, {column}) VALUES (NEW.seq, NEW.{column}); END"
        )


def _search_postgresql() -> None:
    """The same words by tsvector. An index of an expression needs no column of its own; a text is searched as far as a tsvector holds it."""
    for table, words in (
        ("documents", "coalesce(title, '') || ' ' || left(text, 250000)"),
        ("quotes", "quote"),
        ("phrases", "words"),
    ):
        op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (to_tsvector('english', {words}))")
    op.execute("CREATE INDEX ix_names_words ON names USING gin (to_tsvector('simple', name))")


_RECORDS = (
    "CREATE VIEW {kind}s AS SELECT coalesce(m.canonical, p.record) AS id, {labels} AS {words}s, min(c.first_day) AS first_day, "
    "max(c.last_day) AS last_day FROM phrases AS p LEFT JOIN merged AS m ON m.id = p.record AND m.until IS NULL "
    "LEFT JOIN calendar AS c ON c.record = coalesce(m.canonical, p.record) AND c.first_day < '9999-12-31' "
    "WHERE p.kind = '{kind}' AND p.property = '{words}' GROUP BY coalesce(m.canonical, p.record)"
)
"""Every record of a kind once, with all that it was ever called and all the days that it was ever said to fall on."""


def _views(labels: str) -> None:
    op.execute(
        "CREATE VIEW actors AS SELECT record AS id, name FROM names WHERE kind = 'actor' AND NOT EXISTS "
        "(SELECT 1 FROM merged AS m WHERE m.id = names.record AND m.until IS NULL AND m.canonical <> names.record)"
    )
    op.execute("CREATE VIEW channels AS SELECT record AS id, name FROM names WHERE kind = 'channel'")
    op.execute("CREATE VIEW canonical_ids AS SELECT id, canonical FROM merged WHERE until IS NULL")
    for kind, words in (("event", "label"), ("statement", "content")):
        op.execute(_RECORDS.format(kind=kind, words=words, labels=labels))


def _views_sqlite() -> None:
    """Readable views, for whoever opens the file with Datasette or asks with `memcon query`."""
    _views("group_concat(DISTINCT p.words)")


def _views_postgresql() -> None:
    op.execute(
        "CREATE VIEW assertions AS SELECT e.seq, e.subject_kind, e.subject, e.property, "
        "e.payload::json #>> '{evidence,0,quote}' AS quote, e.value, d.title AS document_title, d.published, "
        "e.payload::json #>> '{attribution,kind}' AS attribution, e.payload::json #>> '{attribution,speaker_text}' AS speaker, "
        "r.name AS reader, r.version AS reader_version, e.recorded_at, e.document, e.id "
        "FROM entries AS e JOIN documents AS d ON d.id = e.document LEFT JOIN readers AS r ON r.id = e.reader "
        "WHERE e.kind = 'assertion'"
    )
    op.execute(
        "CREATE VIEW judgements AS SELECT seq, payload::json ->> 'kind' AS judgement, payload::json ->> 'subjects' AS subjects, "
        "payload::json ->> 'by' AS made_by, payload::json ->> 'why' AS why, value, recorded_at, id "
        "FROM entries WHERE kind = 'judgement'"
    )
    op.execute(
        "CREATE VIEW status_history AS SELECT e.subject AS event, e.value::json ->> 'status' AS status, d.published, "
        "e.payload::json #>> '{evidence,0,quote}' AS quote, d.title AS document_title, e.recorded_at "
        "FROM entries AS e JOIN documents AS d ON d.id = e.document "
        "WHERE e.subject_kind = 'event' AND e.property = 'status' ORDER BY event, d.published, e.seq"
    )
    _views("string_agg(DISTINCT p.words, ',')")
