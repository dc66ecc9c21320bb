"""The sources that are watched, and what they list."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "watched_sources",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("every", sa.Integer),
        sa.Column("allows_private", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("read_at", sa.Text),
        sa.Column("next_at", sa.Text),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("why", sa.Text),
        sqlite_strict=True,
    )
    op.create_table(
        "watched_entries",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("address", sa.Text),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("content", sa.Text),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("may_be_private", sa.Integer, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("edits", sa.Integer, nullable=False),
        sa.Column("next_at", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("document", sa.Text),
        sa.Column("found_at", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("ix_watched_entries_source", "watched_entries", ["source", "key"], unique=True)
    op.create_index("ix_watched_entries_key", "watched_entries", ["key"])
    op.create_index("ix_watched_entries_state", "watched_entries", ["state", "next_at"])
