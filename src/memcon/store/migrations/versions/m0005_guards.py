"""What was recorded is not replaced either: SQLite lets `INSERT OR REPLACE` get round triggers on UPDATE and DELETE. Quotations are guarded too, and so is the place of a document."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KEYS = {
    "entries": "seq = NEW.seq OR id = NEW.id",
    "problems": "seq = NEW.seq OR id = NEW.id",
    "documents": "seq = NEW.seq OR id = NEW.id",
    "captures": "sha256 = NEW.sha256",
    "readers": "id = NEW.id",
    "judged": "judgement = NEW.judgement AND place = NEW.place",
    "quotes": "seq = NEW.seq OR document = NEW.document AND span_start = NEW.span_start AND span_end = NEW.span_end",
}
"""By what a row of each table is told: a new one with the same is not inserted."""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _guard_sqlite() -> None:
    for table, same in KEYS.items():
        op.execute(
            f"CREATE TRIGGER {table}_refuse_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
            f"BEGIN SELECT RAISE(ABORT, '{table} are append-only'); END"
        )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER quotes_refuse_{verb.lower()} BEFORE {verb} ON quotes "
            "BEGIN SELECT RAISE(ABORT, 'quotes are append-only'); END"
        )
    op.execute(
        "CREATE TRIGGER documents_keep_place BEFORE UPDATE OF seq, capture, added_at ON documents "
        "WHEN OLD.seq IS NOT NEW.seq OR OLD.capture IS NOT NEW.capture OR OLD.added_at IS NOT NEW.added_at "
        "BEGIN SELECT RAISE(ABORT, 'the place of a document never changes'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE TRIGGER quotes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON quotes "
        "FOR EACH STATEMENT EXECUTE FUNCTION memcon_refuse()"
    )
    op.execute(
        "CREATE TRIGGER documents_keep_place BEFORE UPDATE ON documents FOR EACH ROW "
        "WHEN (OLD.seq IS DISTINCT FROM NEW.seq OR OLD.capture IS DISTINCT FROM NEW.capture "
        "OR OLD.added_at IS DISTINCT FROM NEW.added_at) EXECUTE FUNCTION memcon_refuse()"
    )
