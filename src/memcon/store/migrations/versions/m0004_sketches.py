"""Sketches: what is compared over documents, and the keys by which it is found. Filled as documents are read or compared again (`memcon reread`)."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    text = sa.Text() if is_sqlite else sa.Text(collation="C")
    op.create_table(
        "sketches",
        sa.Column("kind", text, primary_key=True),
        sa.Column("id", text, primary_key=True),
        sa.Column("document", text, primary_key=True),
        sa.Column("payload", sa.Text, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketches_document", "sketches", ["document"])
    op.create_table(
        "sketch_keys",
        sa.Column("kind", text, primary_key=True),
        sa.Column("key", text, primary_key=True),
        sa.Column("id", text, primary_key=True),
        sa.Column("document", text, primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketch_keys_id", "sketch_keys", ["kind", "id", "document"])
    op.create_table(
        "compared",
        sa.Column("kind", text, primary_key=True),
        sa.Column("id", text, primary_key=True),
        sa.Column("judgement", sa.Text, sa.ForeignKey("entries.id"), primary_key=True),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
