"""Meetings of a quarter of an hour with units of the municipality, at an event."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("units", sa.JSON, nullable=False, server_default="[]"))
    op.create_table(
        "event_meetings",
        sa.Column("event", sa.String(16), primary_key=True),
        sa.Column("unit", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("after", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", sa.String(32), nullable=False, index=True),
        sa.UniqueConstraint("event", "person", "after"),
    )


def downgrade() -> None:
    op.drop_table("event_meetings")
    op.drop_column("events", "units")
