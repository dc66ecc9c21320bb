"""The calendar says since when, by which publication and how surely a record stands at a place. The index is emptied and made anew with it."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    text = sa.Text() if is_sqlite else sa.Text(collation="C")
    views = _drop_views(is_sqlite)
    op.drop_table("calendar")
    op.create_table(
        "calendar",
        sa.Column("kind", text, primary_key=True),
        sa.Column("is_long", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("first_day", text, primary_key=True),
        sa.Column("last_day", text, primary_key=True),
        sa.Column(
            "ordinal", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=False
        ),
        sa.Column("record", text, primary_key=True, index=True),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("out_by", text, nullable=False),
        sa.Column("sure", sa.Integer, nullable=False),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM indexed")
    for view in views:
        op.execute(view)


def _drop_views(is_sqlite: bool) -> list[str]:
    """Takes away the views that read the calendar; gives what makes them again."""
    made = []
    for name in ("events", "statements"):
        if is_sqlite:
            query = "SELECT sql FROM sqlite_master WHERE type = 'view' AND name = :name"
        else:
            query = f"SELECT 'CREATE VIEW {name} AS ' || pg_get_viewdef(CAST(:name AS regclass), true)"
        made.append(op.get_bind().execute(sa.text(query), {"name": name}).scalar_one())
        op.execute(f"DROP VIEW {name}")
    return made
