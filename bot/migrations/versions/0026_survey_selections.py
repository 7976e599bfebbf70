"""Who agreed to be contacted after a survey, and who was chosen among them."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "survey_agreements",
        sa.Column("wave", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True, index=True),
        sa.Column("company", sa.String(16), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "survey_selections",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("wave", sa.String(16), nullable=False, index=True),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("by", sa.String(32)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.JSON, nullable=False),
        sa.Column("event", sa.String(16), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "survey_picked",
        sa.Column("selection", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True, index=True),
        sa.Column("company", sa.String(16), nullable=False),
    )


def downgrade() -> None:
    for table in ("survey_picked", "survey_selections", "survey_agreements"):
        op.drop_table(table)
