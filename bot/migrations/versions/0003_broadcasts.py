"""Announcements and their frozen audience."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("by", sa.String(32), nullable=False, index=True),
        sa.Column("nb", sa.Text, nullable=False),
        sa.Column("nn", sa.Text, nullable=False),
        sa.Column("en", sa.Text, nullable=False),
        sa.Column("channel", sa.String(32)),
        sa.Column("at", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("delivered", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("tests", sa.Integer, nullable=False),
    )
    op.create_table(
        "broadcast_receivers",
        sa.Column("broadcast", sa.String(16), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("due_at", MOMENT),
        sa.Column("why", sa.String(16), nullable=False),
        sa.Column("fed", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("broadcast_receivers")
    op.drop_table("broadcasts")
