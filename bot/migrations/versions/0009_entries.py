"""What editors and imports make of the knowledge base: every version of an entry."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entry_versions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("entry", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(32), index=True),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("content", sa.JSON),
        sa.Column("basis", sa.String(16), nullable=False),
    )
    op.create_index("ix_entry_versions_entry", "entry_versions", ["entry", "id"])
    op.create_table(
        "entry_drafts",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("who", sa.String(32), nullable=False, index=True),
        sa.Column("entry", sa.String(120), nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
