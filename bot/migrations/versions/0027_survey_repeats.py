"""Surveys that come again, and rounds that are ready to be opened."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "survey_repeats",
        sa.Column("survey", sa.String(16), primary_key=True),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opens", sa.Boolean, nullable=False),
        sa.Column("companies", sa.JSON, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("by", sa.String(32)),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "survey_ready",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("survey", sa.String(16), nullable=False, index=True),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("companies", sa.JSON, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    for table in ("survey_ready", "survey_repeats"):
        op.drop_table(table)
