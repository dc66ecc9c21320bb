"""The first tables: captures, documents, entries, quotes, problems; entries and problems are append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("entries", "problems", "captures")
"""Tables whose rows are never changed or deleted."""


def upgrade() -> None:
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
        _index_sqlite()
        _views_sqlite()
    else:
        _guard_postgresql()


def _make_tables() -> None:
    op.create_table(
        "captures",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("compressed", sa.LargeBinary, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "documents",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("wire", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("published_basis", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("capture", sa.Text, sa.ForeignKey("captures.sha256")),
        sa.Column("added_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "entries",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, sa.CheckConstraint("kind IN ('assertion', 'judgement')"), nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), index=True),
        sa.Column("subject_kind", sa.Text, index=True),
        sa.Column("subject", sa.Text, index=True),
        sa.Column("property", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("payload", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "quotes",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.UniqueConstraint("document", "span_start", "span_end"),
        sqlite_strict=True,
    )
    op.create_table(
        "problems",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("document", sa.Text, sa.ForeignKey("documents.id")),
        sa.Column("ref", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("hint", sa.Text, nullable=False),
        sa.Column("span_start", sa.Integer),
        sa.Column("span_end", sa.Integer),
        sa.Column("is_fatal", sa.Integer, nullable=False),
        sqlite_strict=True,
    )


def _guard_sqlite() -> None:
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
            )
    op.execute(
        "CREATE TRIGGER documents_keep_text BEFORE UPDATE OF id, text ON documents "
        "WHEN OLD.text IS NOT NEW.text OR OLD.id IS NOT NEW.id "
        "BEGIN SELECT RAISE(ABORT, 'the text of a document never changes'); END"
    )
    op.execute(
        "CREATE TRIGGER documents_refuse_delete BEFORE DELETE ON documents "
        "BEGIN SELECT RAISE(ABORT, 'documents are never deleted'); END"
    )


def _index_sqlite() -> None:
    """Full-text search over titles and texts, and over the quotations that entries rest on."""
    op.execute(
        "CREATE VIRTUAL TABLE documents_fts USING fts5(title, text, content='documents', content_rowid='seq', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents "
        "BEGIN INSERT INTO documents_fts(rowid, title, text) VALUES (NEW.seq, NEW.title, NEW.text); END"
    )
    op.execute(
        "CREATE TRIGGER documents_fts_update AFTER UPDATE OF title ON documents BEGIN "
        "INSERT INTO documents_fts(documents_fts, rowid, title, text) VALUES ('delete', OLD.seq, OLD.title, OLD.text); "
        "INSERT INTO documents_fts(rowid, title, text) VALUES (NEW.seq, NEW.title, NEW.text); END"
    )
    op.execute(
        "CREATE VIRTUAL TABLE quotes_fts USING fts5(quote, content='quotes', content_rowid='seq', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER quotes_fts_insert AFTER INSERT ON quotes "
        "BEGIN INSERT INTO quotes_fts(rowid, quote) VALUES (NEW.seq, NEW.quote); END"
    )


def _views_sqlite() -> None:
    """Readable views, for whoever opens the file with Datasette or another browser."""
    op.execute(
        "CREATE VIEW assertions AS SELECT e.seq, e.subject_kind, e.subject, e.property, "
        "json_extract(e.payload, '$.evidence[0].quote') AS quote, e.value, d.title AS document_title, d.published, "
        "json_extract(e.payload, '$.attribution.kind') AS attribution, "
        "json_extract(e.payload, '$.attribution.speaker_text') AS speaker, "
        "e.recorded_at, e.document, e.id FROM entries AS e JOIN documents AS d ON d.id = e.document "
        "WHERE e.kind = 'assertion'"
    )
    op.execute(
        "CREATE VIEW judgements AS SELECT seq, json_extract(payload, '$.kind') AS judgement, "
        "json_extract(payload, '$.subjects') AS subjects, json_extract(payload, '$.by') AS made_by, "
        "json_extract(payload, '$.why') AS why, value, recorded_at, id FROM entries WHERE kind = 'judgement'"
    )
    op.execute(
        "CREATE VIEW status_history AS SELECT e.subject AS event, json_extract(e.value, '$.status') AS status, "
        "d.published, json_extract(e.payload, '$.evidence[0].quote') AS quote, d.title AS document_title, e.recorded_at "
        "FROM entries AS e JOIN documents AS d ON d.id = e.document "
        "WHERE e.subject_kind = 'event' AND e.property = 'status' ORDER BY event, d.published, e.seq"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION memcon_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% are append-only', TG_TABLE_NAME; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION memcon_refuse()"
        )
    op.execute(
        "CREATE TRIGGER documents_never_deleted BEFORE DELETE OR TRUNCATE ON documents "
        "FOR EACH STATEMENT EXECUTE FUNCTION memcon_refuse()"
    )
    op.execute(
        "CREATE TRIGGER documents_keep_text BEFORE UPDATE ON documents FOR EACH ROW "
        "WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.id IS DISTINCT FROM NEW.id) EXECUTE FUNCTION memcon_refuse()"
    )
