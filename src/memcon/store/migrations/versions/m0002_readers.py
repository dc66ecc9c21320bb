"""Readers: who made each assertion; and which records and entries each judgement names, for looking up."""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BEFORE = {"name": "memcon", "version": "0.1.0"}
"""The only reader of the ledgers that did not name one; of its packs and models nothing is known."""

_CHUNK = 1000


def upgrade() -> None:
    op.create_table(
        "readers",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "judged",
        sa.Column("judgement", sa.Text, sa.ForeignKey("entries.id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("subject", sa.Text, nullable=False, index=True),
        sqlite_strict=True,
    )
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    if is_sqlite:
        op.execute("ALTER TABLE entries ADD COLUMN reader TEXT REFERENCES readers (id)")
    else:
        op.add_column("entries", sa.Column("reader", sa.Text, sa.ForeignKey("readers.id")))
    _fill_judged()
    _name_the_reader_before(is_sqlite)
    if is_sqlite:
        _guard_sqlite()
        _views_sqlite()
    else:
        _guard_postgresql()


def _fill_judged() -> None:
    connection = op.get_bind()
    held = connection.execute(sa.text("SELECT id, payload FROM entries WHERE kind = 'judgement' ORDER BY seq")).all()
    rows = [
        {"judgement": id, "place": place, "subject": subject}
        for id, payload in held
        for place, subject in enumerate(json.loads(payload)["subjects"])
    ]
    for start in range(0, len(rows), _CHUNK):
        connection.execute(
            sa.text("INSERT INTO judged (judgement, place, subject) VALUES (:judgement, :place, :subject)"),
            rows[start : start + _CHUNK],
        )


def _name_the_reader_before(is_sqlite: bool) -> None:
    """What the assertions say stays as it is; that nothing changes entries is lifted for this one statement."""
    connection = op.get_bind()
    if connection.execute(sa.text("SELECT 1 FROM entries WHERE kind = 'assertion' LIMIT 1")).first() is None:
        return
    payload = json.dumps(BEFORE, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(f"[{payload}]".encode()).hexdigest()[:16]
    row = {"id": f"reader_{digest}", "payload": payload, **BEFORE}
    connection.execute(
        sa.text("INSERT INTO readers (id, name, version, payload) VALUES (:id, :name, :version, :payload)"), row
    )
    if is_sqlite:
        op.execute("DROP TRIGGER entries_refuse_update")
    else:
        op.execute("ALTER TABLE entries DISABLE TRIGGER entries_append_only")
    connection.execute(sa.text("UPDATE entries SET reader = :id WHERE kind = 'assertion'"), {"id": row["id"]})
    if is_sqlite:
        op.execute(
            "CREATE TRIGGER entries_refuse_update BEFORE UPDATE ON entries "
            "BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END"
        )
    else:
        op.execute("ALTER TABLE entries ENABLE TRIGGER entries_append_only")


def _guard_sqlite() -> None:
    for table in ("readers", "judged"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
            )


def _views_sqlite() -> None:
    """The view of assertions says who read them."""
    op.execute("DROP VIEW assertions")
    op.execute(
        "CREATE VIEW assertions AS SELECT e.seq, e.subject_kind, e.subject, e.property, "
        "json_extract(e.payload, '$.evidence[0].quote') AS quote, e.value, d.title AS document_title, d.published, "
        "json_extract(e.payload, '$.attribution.kind') AS attribution, "
        "json_extract(e.payload, '$.attribution.speaker_text') AS speaker, "
        "r.name AS reader, r.version AS reader_version, e.recorded_at, e.document, e.id "
        "FROM entries AS e JOIN documents AS d ON d.id = e.document LEFT JOIN readers AS r ON r.id = e.reader "
        "WHERE e.kind = 'assertion'"
    )


def _guard_postgresql() -> None:
    for table in ("readers", "judged"):
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION memcon_refuse()"
        )
