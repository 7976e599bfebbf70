"""Companies, and polls of several kinds: answers in words, groups that may be shown, series."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "companies",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False, unique=True),
        sa.Column("branch", sa.String(32), nullable=False),
        sa.Column("area", sa.String(64), nullable=False),
        sa.Column("size", sa.String(16), nullable=False),
    )
    op.add_column("members", sa.Column("company_id", sa.String(16)))
    op.add_column("polls", sa.Column("kind", sa.String(16), nullable=False, server_default="one"))
    op.add_column("polls", sa.Column("most", sa.Integer))
    op.add_column("polls", sa.Column("by_company", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("polls", sa.Column("enough", sa.Integer, nullable=False, server_default="5"))
    op.add_column("polls", sa.Column("series", sa.String(16)))
    op.add_column("polls", sa.Column("groups", sa.JSON))
    op.add_column("poll_roll", sa.Column("words", sa.Text))
    op.add_column("poll_ballots", sa.Column("words", sa.Text))


def downgrade() -> None:
    for table in ("poll_ballots", "poll_roll"):
        op.drop_column(table, "words")
    for column in ("groups", "series", "enough", "by_company", "most", "kind"):
        op.drop_column("polls", column)
    op.drop_column("members", "company_id")
    op.drop_table("companies")
