"""What was asked of the web: a page that has not changed since need not be sent again."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "fetches",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("final", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("media_type", sa.Text),
        sa.Column("size", sa.Integer),
        sa.Column("sha256", sa.Text),
        sa.Column("source", sa.Text),
        sqlite_strict=True,
    )
    op.create_index("ix_fetches_address", "fetches", ["address"])
