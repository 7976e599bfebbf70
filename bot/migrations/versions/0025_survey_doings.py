"""What is done because of the answers of a survey."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "survey_doings",
        sa.Column("wave", sa.String(16), primary_key=True),
        sa.Column("text", sa.JSON, nullable=False),
        sa.Column("role", sa.String(100), nullable=False),
        sa.Column("by", sa.String(32)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True)),
    )


def downgrade() -> None:
    op.drop_table("survey_doings")
