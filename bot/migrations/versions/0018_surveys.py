"""Surveys of several questions, asked of invited companies in waves."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("typed", sa.JSON, nullable=False),
        sa.Column("made_by", sa.String(32)),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "survey_waves",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("survey", sa.String(16), nullable=False, index=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("title", sa.JSON, nullable=False),
        sa.Column("parts", sa.JSON, nullable=False),
        sa.Column("made_by", sa.String(32)),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("enough", sa.Integer, nullable=False),
        sa.Column("key", sa.String(128)),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("turnout", sa.Integer),
        sa.Column("results", sa.JSON),
    )
    op.create_table(
        "survey_invitations",
        sa.Column("wave", sa.String(16), primary_key=True),
        sa.Column("company", sa.String(16), primary_key=True),
        sa.Column("told_at", sa.DateTime(timezone=True)),
    )


def downgrade() -> None:
    for table in ("survey_invitations", "survey_waves", "surveys"):
        op.drop_table(table)
