"""Visits to companies: requests, agreed times, promises."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "visits",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("slots", sa.JSON, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True)),
        sa.Column("ends_at", sa.DateTime(timezone=True)),
        sa.Column("place", sa.String(200), nullable=False),
        sa.Column("party", sa.String(200), nullable=False),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("by", sa.String(32)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "visit_requests",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("visit", sa.String(16), nullable=False, index=True),
        sa.Column("company", sa.String(16), nullable=False, index=True),
        sa.Column("open", sa.String(16), unique=True),
        sa.Column("person", sa.String(32), index=True),
        sa.Column("whom", sa.String(16), nullable=False),
        sa.Column("wishes", sa.Text, nullable=False),
        sa.Column("suits", sa.Text, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("area", sa.String(64), nullable=False),
        sa.Column("size", sa.String(16), nullable=False),
    )
    op.create_table(
        "visit_promises",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("visit", sa.String(16), nullable=False, index=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("role", sa.String(80), nullable=False),
        sa.Column("owner", sa.String(32), index=True),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(32)),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("closed_by", sa.String(32)),
        sa.Column("outcome", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for table in ("visit_promises", "visit_requests", "visits"):
        op.drop_table(table)
