"""Stands at an expo, which companies ask for."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_stands",
        sa.Column("event", sa.String(16), primary_key=True),
        sa.Column("company", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), index=True),
        sa.Column("needs", sa.String(300), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("place", sa.String(40), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("event_stands")
