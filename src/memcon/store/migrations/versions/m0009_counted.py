"""What questions about many records go through stands in the indexes themselves: by which id a record goes, and which records of a kind there are."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_merged_id", "merged")
    op.drop_index("ix_merged_canonical", "merged")
    op.create_index("ix_merged_id", "merged", ["id", "until", "canonical"])
    op.create_index("ix_merged_canonical", "merged", ["canonical", "until", "id"])
    op.create_index("ix_names_kind", "names", ["kind", "record"])
    op.create_index("ix_calendar_kind", "calendar", ["kind", "record"])
